/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-business-window.h"
#include "xb-nda-form.h"
#include "xb-paper-row.h"
#include "xb-state-chip.h"
#include "xb-track-history.h"
#include "xb-ui.h"
#include "xb-wizard-check-page.h"
#include "xb-wizard-rows.h"

/* Step 2: what is missing or has ended, each with the button that mends it. */
struct _XbWizardCheckPage
{
  XbWizardPage         parent_instance;

  GHashTable          *rows;    /* type of paper → XbDropRow, (owned): they keep spinner and refusal */
  GHashTable          *ends;    /* type of paper → XbDayEntry */
  char                *shown;   /* the rows as they stand, to leave the focus alone */

  GtkWidget           *stop;
  GtkLabel            *stop_reason;
  GtkWidget           *stop_button;
  GtkWidget           *refusal;
  GtkLabel            *refusal_reason;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *papers;
};

G_DEFINE_FINAL_TYPE (XbWizardCheckPage, xb_wizard_check_page, XB_TYPE_WIZARD_PAGE)

static GtkWidget *
make_chip (XbCheckState state)
{
  static const struct
  {
    XbMarkShape  shape;
    const char  *tone;
    const char  *word;
  } looks[] = {
    [XB_CHECK_OK] = { XB_MARK_TICK, "success", N_("All right") },
    [XB_CHECK_ADVICE] = { XB_MARK_DOTTED, "neutral", N_("Look at it") },
    [XB_CHECK_MISSING] = { XB_MARK_BANG, "warning", N_("Missing") },
    [XB_CHECK_EXPIRED] = { XB_MARK_CLOCK, "error", N_("Expired") },
  };
  GtkWidget *chip = xb_state_chip_new ();

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  xb_state_chip_set_look (XB_STATE_CHIP (chip), looks[state].shape, looks[state].tone, _(looks[state].word));
  return chip;
}

/* The button that mends an item: its verb and where it leads. */
static GtkWidget *
make_row (XbCheckItem *item)
{
  static const struct
  {
    const char *enter;
    const char *change;
    const char *action;
  } fixes[] = {
    [XB_FIX_BUSINESS] = { N_("_Enter…"), N_("Chang_e…"), "check.business" },
    [XB_FIX_NDA] = { N_("_Record…"), N_("Chang_e…"), "check.nda" },
    [XB_FIX_NUMBERS] = { N_("_Choose Numbers"), N_("_Choose Numbers"), "wizard.go(0)" },
    [XB_FIX_TEXTS] = { N_("_Write"), N_("Chang_e"), "wizard.go(2)" },
    [XB_FIX_MATERIAL] = { NULL, NULL, NULL },
    [XB_FIX_NONE] = { NULL, NULL, NULL },
  };
  XbFix fix = xb_check_item_get_fix (item);
  gboolean bad = xb_check_item_blocks (item);
  GtkWidget *row;
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (fixes[fix].action == NULL)
    {
      row = xb_row_new_plain (xb_check_item_get_title (item), xb_check_item_get_detail (item));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_chip (xb_check_item_get_state (item)));
      return row;
    }
  row = xb_row_new_plain (xb_check_item_get_title (item),
                          bad && fix == XB_FIX_NDA ? NULL : xb_check_item_get_detail (item)); /* said above */
  button = gtk_button_new_with_mnemonic (_(bad ? fixes[fix].enter : fixes[fix].change));
  name = g_strdup_printf (_("%1$s: %2$s"), _("Mend"), xb_check_item_get_title (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), fixes[fix].action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_chip (xb_check_item_get_state (item)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (!bad)
    gtk_widget_add_css_class (button, "flat");
  return row;
}

static XbDropRow *
ensure_paper (XbWizardCheckPage *self,
              XbMaterialType     type)
{
  XbDropRow *row = g_hash_table_lookup (self->rows, GINT_TO_POINTER (type));

  if (row == NULL)
    {
      row = XB_DROP_ROW (xb_paper_row_new (xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self)), type,
                                           xb_wizard_page_get_cancellable (XB_WIZARD_PAGE (self))));
      g_hash_table_insert (self->rows, GINT_TO_POINTER (type), g_object_ref_sink (row));
    }
  return row;
}

/* Only what was added just now is asked for its end; the rest is kept with the materials. */
static GtkWidget *
find_end (XbWizardCheckPage *self,
          XbMaterialType     type,
          XbDropRow         *row)
{
  GtkWidget *end = g_hash_table_lookup (self->ends, GINT_TO_POINTER (type));

  if (xb_paper_row_get_id (row) == 0 || type == XB_MATERIAL_TYPE_LOGO)
    return NULL;
  if (end == NULL)
    {
      end = xb_paper_row_new_end (row);
      g_hash_table_insert (self->ends, GINT_TO_POINTER (type), g_object_ref_sink (end));
    }
  return end;
}

static void
update_papers (XbWizardCheckPage *self,
               GPtrArray         *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      XbCheckItem *item = g_ptr_array_index (items, i);

      if (xb_check_item_get_fix (item) == XB_FIX_MATERIAL)
        xb_paper_row_set_item (ensure_paper (self, xb_check_item_get_material (item)), item);
    }
}

static void
rebuild (XbWizardCheckPage *self,
         GPtrArray         *items)
{
  xb_group_clear (self->facts);
  xb_group_clear (self->papers);
  for (guint i = 0; i < items->len; i++)
    {
      XbCheckItem *item = g_ptr_array_index (items, i);

      if (xb_check_item_get_fix (item) == XB_FIX_MATERIAL)
        {
          XbDropRow *row = ensure_paper (self, xb_check_item_get_material (item));
          GtkWidget *end = find_end (self, xb_check_item_get_material (item), row);

          xb_group_add (self->papers, GTK_WIDGET (row));
          if (end != NULL)
            xb_group_add (self->papers, end);
        }
      else
        xb_group_add (xb_check_item_get_material (item) >= 0 || xb_check_item_get_fix (item) == XB_FIX_NDA
                        ? self->papers : self->facts, make_row (item));
    }
}

static char *
describe (XbWizardCheckPage *self,
          GPtrArray         *items)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      XbCheckItem *item = g_ptr_array_index (items, i);
      XbFix fix = xb_check_item_get_fix (item);
      XbDropRow *row = fix == XB_FIX_MATERIAL ? ensure_paper (self, xb_check_item_get_material (item)) : NULL;

      g_string_append_printf (out, "%d/%d/%d/%s\n", fix, xb_check_item_get_material (item),
                              row != NULL && xb_paper_row_get_id (row) != 0,
                              xb_check_item_get_title (item));
      if (row == NULL) /* those are made anew; papers keep their rows */
        g_string_append_printf (out, "%d %s\n", xb_check_item_get_state (item), xb_check_item_get_detail (item));
    }
  return g_string_free (out, FALSE);
}

/* Texts are written on the next page; everything else is mended here. */
static guint
count_blocking (GPtrArray   *items,
                XbCheckItem **nda)
{
  guint n = 0;

  *nda = NULL;
  for (guint i = 0; i < items->len; i++)
    {
      XbCheckItem *item = g_ptr_array_index (items, i);

      if (!xb_check_item_blocks (item) || xb_check_item_get_fix (item) == XB_FIX_TEXTS)
        continue;
      n++;
      if (xb_check_item_get_fix (item) == XB_FIX_NDA)
        *nda = item;
    }
  return n;
}

static void
update_words (XbWizardCheckPage *self,
              const XbPlan      *plan)
{
  XbCheckItem *nda;
  guint n = count_blocking (plan->items, &nda);
  g_autofree char *sentence = NULL;

  sentence = n == 0 ? g_strdup_printf (_("%s can be served: nothing is missing."), plan->platform)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%2$s needs %1$u more thing.",
                                                    "%2$s needs %1$u more things.", n), n, plan->platform);
  xb_wizard_page_set_sentence (XB_WIZARD_PAGE (self), sentence);
  xb_wizard_page_set_ready (XB_WIZARD_PAGE (self), n == 0);
  gtk_widget_set_visible (self->stop, nda != NULL);
  gtk_label_set_label (self->stop_reason, nda != NULL ? xb_check_item_get_detail (nda) : "");
}

/* What came back from the platform is mended here: its reason stays in sight. */
static void
xb_wizard_check_page_entered (XbWizardPage *page)
{
  XbWizardCheckPage *self = XB_WIZARD_CHECK_PAGE (page);
  gint64 id = xb_wizard_draft_get_id (xb_wizard_page_get_draft (page));
  g_autofree char *refusal = id != 0 ? xb_track_dup_refusal (xb_wizard_page_get_workspace (page), id) : NULL;

  gtk_label_set_label (self->refusal_reason, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (self->refusal, refusal != NULL);
}

static void
xb_wizard_check_page_refresh (XbWizardPage *page)
{
  XbWizardCheckPage *self = XB_WIZARD_CHECK_PAGE (page);
  gint64 id = xb_wizard_draft_get_id (xb_wizard_page_get_draft (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (xb_wizard_page_get_workspace (page), id, &error);
  g_autofree char *shown = NULL;

  if (plan == NULL)
    {
      xb_wizard_page_take_problem (page, g_steal_pointer (&error));
      xb_wizard_page_set_ready (page, FALSE);
      return;
    }
  update_papers (self, plan->items);
  update_words (self, plan);
  shown = describe (self, plan->items);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  rebuild (self, plan->items);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

static void
business_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GtkWindow *root = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (xb_business_window_new (root, xb_wizard_page_get_workspace (XB_WIZARD_PAGE (widget))));
}

static void
nda_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  XbWizardDraft *draft = xb_wizard_page_get_draft (XB_WIZARD_PAGE (widget));

  gtk_window_present (xb_nda_form_new (widget, xb_wizard_draft_get_workspace (draft),
                                       xb_platform_get_key (xb_wizard_draft_get_platform (draft))));
}

static void
xb_wizard_check_page_finalize (GObject *object)
{
  XbWizardCheckPage *self = XB_WIZARD_CHECK_PAGE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->ends);
  g_free (self->shown);
  G_OBJECT_CLASS (xb_wizard_check_page_parent_class)->finalize (object);
}

static void
xb_wizard_check_page_class_init (XbWizardCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_wizard_check_page_finalize;
  XB_WIZARD_PAGE_CLASS (klass)->entered = xb_wizard_check_page_entered;
  XB_WIZARD_PAGE_CLASS (klass)->refresh = xb_wizard_check_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-wizard-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, stop);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, stop_reason);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, refusal_reason);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, facts);
  gtk_widget_class_bind_template_child (widget_class, XbWizardCheckPage, papers);
  gtk_widget_class_install_action (widget_class, "check.business", NULL, business_action);
  gtk_widget_class_install_action (widget_class, "check.nda", NULL, nda_action);
}

static void
xb_wizard_check_page_init (XbWizardCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->ends = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}
