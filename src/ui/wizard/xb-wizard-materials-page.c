/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-phone.h"
#include "xb-ring-phone.h"
#include "xb-ui.h"
#include "xb-wizard-materials-page.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-papers.h"

/* Step 3: the texts that are shown, and the papers of which copies go out. */
struct _XbWizardMaterialsPage
{
  XbWizardPage         parent_instance;

  char                *shown; /* the papers as they stand */
  guint                filling : 1;

  GtkEditable         *name;
  GtkLabel            *name_count;
  GtkEditable         *label;
  GtkLabel            *label_count;
  GtkEditable         *purpose;
  GtkEditable         *agent;
  GtkEditable         *agent_phone;
  XbRingPhone         *phone;
  AdwPreferencesGroup *papers;
};

G_DEFINE_FINAL_TYPE (XbWizardMaterialsPage, xb_wizard_materials_page, XB_TYPE_WIZARD_PAGE)

static GtkEditable *
entry_of (XbWizardMaterialsPage *self,
          XbDraftText            text)
{
  GtkEditable *entries[XB_N_DRAFT_TEXTS] = {
    [XB_DRAFT_NAME] = self->name, [XB_DRAFT_LABEL] = self->label, [XB_DRAFT_PURPOSE] = self->purpose,
    [XB_DRAFT_AGENT] = self->agent, [XB_DRAFT_AGENT_PHONE] = self->agent_phone,
  };

  return entries[text];
}

static XbWizardDraft *
get_draft (XbWizardMaterialsPage *self)
{
  return xb_wizard_page_get_draft (XB_WIZARD_PAGE (self));
}

/* 6 / 15, as the platform counts. */
static gboolean
show_count (GtkLabel   *label,
            GtkWidget  *row,
            XbPlatform *platform,
            const char *field,
            int         length)
{
  gint64 most = 0;
  gboolean known = platform != NULL && xb_platform_get_int (platform, field, &most);
  gboolean fits = !known || length <= most;
  g_autofree char *text = known ? g_strdup_printf ("%d / %d", length, (int) most) : g_strdup_printf ("%d", length);

  gtk_label_set_label (label, text);
  if (fits)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return fits;
}

static gboolean
update_preview (XbWizardMaterialsPage *self)
{
  XbWizardDraft *draft = get_draft (self);
  XbPlatform *platform = xb_wizard_draft_get_platform (draft);
  const char *name = xb_wizard_draft_get_text (draft, XB_DRAFT_NAME);
  const char *label = xb_wizard_draft_get_text (draft, XB_DRAFT_LABEL);
  gboolean fits;

  fits = show_count (self->name_count, GTK_WIDGET (self->name), platform, "name_max",
                     xb_platform_measure_text (name, FALSE));
  fits &= show_count (self->label_count, GTK_WIDGET (self->label), platform, "label_max",
                      platform != NULL ? xb_platform_measure_label (platform, label) : 0);
  xb_ring_phone_set_name (self->phone, name);
  xb_ring_phone_set_label (self->phone, label);
  return fits;
}

static void
text_changed_cb (XbWizardMaterialsPage *self)
{
  if (self->filling)
    return;
  for (XbDraftText text = 0; text < XB_N_DRAFT_TEXTS; text++)
    xb_wizard_draft_set_text (get_draft (self), text, gtk_editable_get_text (entry_of (self, text)));
  update_preview (self);
}

/* What is known already need not be typed. */
static void
suggest (XbWizardMaterialsPage *self)
{
  XbWizardDraft *draft = get_draft (self);
  XbWorkspace *workspace = xb_wizard_draft_get_workspace (draft);
  XbFiling *filing = xb_wizard_draft_get_filing (draft);
  GArray *numbers = xb_wizard_draft_get_numbers (draft);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (workspace);
  g_autoptr(XbNumber) number = NULL;
  const char *known[XB_N_DRAFT_TEXTS] = { 0 };

  if (numbers->len > 0)
    number = xb_workspace_ref_number (workspace, g_array_index (numbers, gint64, 0));
  known[XB_DRAFT_NAME] = filing != NULL ? xb_filing_get_display_name (filing) : NULL;
  known[XB_DRAFT_PURPOSE] = number != NULL ? xb_number_get_use (number) : NULL;
  known[XB_DRAFT_AGENT] = business != NULL ? xb_business_get_contact (business) : NULL;
  known[XB_DRAFT_AGENT_PHONE] = business != NULL ? xb_business_get_contact_phone (business) : NULL;
  for (XbDraftText text = 0; text < XB_N_DRAFT_TEXTS; text++)
    if (*xb_wizard_draft_get_text (draft, text) == '\0' && known[text] != NULL && *known[text] != '\0')
      xb_wizard_draft_set_text (draft, text, known[text]);
  if (number != NULL)
    {
      g_autofree char *spoken = xb_phone_format (xb_number_get_e164 (number));

      xb_ring_phone_set_number (self->phone, spoken);
    }
}

static void
xb_wizard_materials_page_entered (XbWizardPage *page)
{
  XbWizardMaterialsPage *self = XB_WIZARD_MATERIALS_PAGE (page);

  suggest (self);
  self->filling = TRUE;
  for (XbDraftText text = 0; text < XB_N_DRAFT_TEXTS; text++)
    gtk_editable_set_text (entry_of (self, text), xb_wizard_draft_get_text (get_draft (self), text));
  self->filling = FALSE;
  update_preview (self);
}

static void
send_toggled_cb (GtkSwitch             *button,
                 GParamSpec            *pspec,
                 XbWizardMaterialsPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "xb-id");

  xb_wizard_draft_set_at_home (get_draft (self), *id, !gtk_switch_get_active (button));
}

static GtkWidget *
make_switch (XbWizardMaterialsPage *self,
             XbMaterial            *material)
{
  GtkWidget *button = gtk_switch_new ();
  gint64 id = xb_record_get_id (XB_RECORD (material));

  gtk_switch_set_active (GTK_SWITCH (button), !xb_wizard_draft_get_at_home (get_draft (self), id));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "xb-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (send_toggled_cb), self, 0);
  return button;
}

static void
add_paper (XbWizardMaterialsPage *self,
           XbMaterial            *material)
{
  XbWorkspace *workspace = xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self));
  XbPlatform *platform = xb_wizard_draft_get_platform (get_draft (self));
  g_autofree char *path = xb_workspace_dup_file_path (workspace, xb_material_get_sha256 (material));
  GtkWidget *row = xb_row_new_plain (xb_material_type_get_title (xb_material_get_kind (material)),
                                     xb_material_get_name (material));
  guint needed = 0;

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), xb_picture_button_new (path, xb_material_get_name (material)));
  if (platform != NULL && xb_platform_get_bits (platform, "materials", &needed) &&
      (needed & (1u << xb_material_get_kind (material))) != 0)
    {
      GtkWidget *label = gtk_label_new (_("Needed"));

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  else
    {
      GtkWidget *button = make_switch (self, material);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }
  xb_group_add (self->papers, row);
}

static void
fill_papers (XbWizardMaterialsPage *self,
             const XbPlan          *plan)
{
  GArray *at_home = xb_wizard_draft_list_at_home (get_draft (self));

  xb_group_clear (self->papers);
  xb_group_add (self->papers, xb_row_new_value (_("Watermark"), plan->watermark));
  for (guint i = 0; i < plan->materials->len; i++)
    add_paper (self, g_ptr_array_index (plan->materials, i));
  for (guint i = 0; i < at_home->len; i++)
    {
      g_autoptr(XbMaterial) material =
        xb_workspace_ref_material (xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self)),
                                   g_array_index (at_home, gint64, i));

      if (material != NULL)
        add_paper (self, material);
    }
  if (plan->letter)
    xb_group_add (self->papers, xb_row_new_plain (_("Authorisation letter"),
                                                  _("Written with the kit, filled in: sign and stamp it.")));
}

/* Switching a paper off must not take the row away under the finger: the set of rows stays. */
static char *
describe (XbWizardMaterialsPage *self,
          const XbPlan          *plan)
{
  GArray *at_home = xb_wizard_draft_list_at_home (get_draft (self));
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 sum = 0;

  for (guint i = 0; i < plan->materials->len; i++)
    {
      gint64 id = xb_record_get_id (g_ptr_array_index (plan->materials, i));

      sum += xb_wizard_draft_get_at_home (get_draft (self), id) ? 0 : id * id + id;
    }
  for (guint i = 0; i < at_home->len; i++)
    sum += g_array_index (at_home, gint64, i) * g_array_index (at_home, gint64, i) + g_array_index (at_home, gint64, i);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", sum, plan->watermark);
}

static void
xb_wizard_materials_page_refresh (XbWizardPage *page)
{
  XbWizardMaterialsPage *self = XB_WIZARD_MATERIALS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (xb_wizard_page_get_workspace (page),
                                                     xb_wizard_draft_get_id (get_draft (self)), &error);
  g_autofree char *shown = NULL;

  if (plan == NULL)
    {
      xb_wizard_page_take_problem (page, g_steal_pointer (&error));
      return;
    }
  shown = describe (self, plan);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  fill_papers (self, plan);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

static gboolean
xb_wizard_materials_page_leave (XbWizardPage *page)
{
  XbWizardMaterialsPage *self = XB_WIZARD_MATERIALS_PAGE (page);

  if (*xb_wizard_draft_get_text (get_draft (self), XB_DRAFT_NAME) == '\0')
    {
      xb_wizard_page_set_problem (page, _("The name that callees should see is missing. Write it above."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return FALSE;
    }
  if (update_preview (self))
    return TRUE;
  xb_wizard_page_set_problem (page, _("A text is longer than the platform takes. Shorten the one that is marked."));
  return FALSE;
}

static void
xb_wizard_materials_page_finalize (GObject *object)
{
  g_free (XB_WIZARD_MATERIALS_PAGE (object)->shown);
  G_OBJECT_CLASS (xb_wizard_materials_page_parent_class)->finalize (object);
}

static void
xb_wizard_materials_page_class_init (XbWizardMaterialsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_wizard_materials_page_finalize;
  XB_WIZARD_PAGE_CLASS (klass)->entered = xb_wizard_materials_page_entered;
  XB_WIZARD_PAGE_CLASS (klass)->refresh = xb_wizard_materials_page_refresh;
  XB_WIZARD_PAGE_CLASS (klass)->leave = xb_wizard_materials_page_leave;
  g_type_ensure (XB_TYPE_RING_PHONE);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-wizard-materials-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, name);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, name_count);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, label);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, label_count);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, agent);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, agent_phone);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, phone);
  gtk_widget_class_bind_template_child (widget_class, XbWizardMaterialsPage, papers);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
xb_wizard_materials_page_init (XbWizardMaterialsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
