/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-ring-phone.h"
#include "xb-terms.h"
#include "xb-ui.h"
#include "xb-wizard-review-page.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-papers.h"

#define MOST_NUMBERS 20

/* Step 4: everything that will go out, nothing hidden. */
struct _XbWizardReviewPage
{
  XbWizardPage         parent_instance;

  XbRingPhone         *phone;
  AdwPreferencesGroup *whom;
  AdwPreferencesGroup *what;
  AdwPreferencesGroup *cost;
  GtkWidget           *expedite_row;
  GtkSwitch           *expedite;
};

G_DEFINE_FINAL_TYPE (XbWizardReviewPage, xb_wizard_review_page, XB_TYPE_WIZARD_PAGE)

static XbWizardDraft *
get_draft (XbWizardReviewPage *self)
{
  return xb_wizard_page_get_draft (XB_WIZARD_PAGE (self));
}

static char *
describe_numbers (XbWizardReviewPage *self)
{
  XbWizardDraft *draft = get_draft (self);
  GArray *ids = xb_wizard_draft_get_numbers (draft);
  GString *out = g_string_new (NULL);
  guint shown = MIN (ids->len, MOST_NUMBERS);

  for (guint i = 0; i < shown; i++)
    {
      g_autoptr(XbNumber) number = xb_workspace_ref_number (xb_wizard_draft_get_workspace (draft),
                                                            g_array_index (ids, gint64, i));
      g_autofree char *text = number != NULL ? xb_phone_format (xb_number_get_e164 (number)) : NULL;

      if (i == 0)
        xb_ring_phone_set_number (self->phone, text);
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", text != NULL ? text : "");
    }
  if (ids->len > shown)
    g_string_append_printf (out, "\n%s …", _("and more"));
  return g_string_free (out, FALSE);
}

static void
fill_whom (XbWizardReviewPage *self,
           const XbPlan       *plan)
{
  gboolean manual = g_strcmp0 (plan->channel, "manual") == 0;

  xb_group_clear (self->whom);
  xb_group_add (self->whom, xb_row_new_value (_("Platform"), plan->platform));
  xb_group_add (self->whom, xb_row_new_value (_("How"), manual ? _("You hand it in yourself; the kit is written for you.")
                                                            : _("The program hands it in for you.")));
  if (plan->portal != NULL)
    xb_group_add (self->whom, xb_row_new_value (_("Where"), plan->portal));
}

static void
fill_what (XbWizardReviewPage *self,
           const XbPlan       *plan)
{
  XbWizardDraft *draft = get_draft (self);
  XbWorkspace *workspace = xb_wizard_draft_get_workspace (draft);
  const char *label = xb_wizard_draft_get_text (draft, XB_DRAFT_LABEL);
  const char *purpose = xb_wizard_draft_get_text (draft, XB_DRAFT_PURPOSE);
  const char *agent = xb_wizard_draft_get_text (draft, XB_DRAFT_AGENT);
  g_autofree char *numbers = describe_numbers (self);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers",
                                                         xb_wizard_draft_get_numbers (draft)->len),
                                            xb_wizard_draft_get_numbers (draft)->len);
  g_autofree char *agents = g_strdup_printf ("%s %s", agent, xb_wizard_draft_get_text (draft, XB_DRAFT_AGENT_PHONE));

  xb_group_clear (self->what);
  xb_group_add (self->what, xb_row_new_value (title, numbers));
  xb_group_add (self->what, xb_row_new_value (_("Name shown"), xb_wizard_draft_get_text (draft, XB_DRAFT_NAME)));
  xb_group_add (self->what, xb_row_new_value (_("Label shown"), *label != '\0' ? label : _("none")));
  if (*purpose != '\0')
    xb_group_add (self->what, xb_row_new_value (_("What the numbers are used for"), purpose));
  if (*g_strstrip (agents) != '\0')
    xb_group_add (self->what, xb_row_new_value (_("Who sees to it"), agents));
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XbMaterial *material = g_ptr_array_index (plan->materials, i);
      g_autofree char *path = xb_workspace_dup_file_path (workspace, xb_material_get_sha256 (material));
      GtkWidget *row = xb_row_new_plain (xb_material_type_get_title (xb_material_get_kind (material)),
                                         xb_material_get_name (material));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), xb_picture_button_new (path, xb_material_get_name (material)));
      xb_group_add (self->what, row);
    }
  if (plan->letter)
    xb_group_add (self->what, xb_row_new_plain (_("Authorisation letter"), _("Filled in; sign and stamp it.")));
  xb_group_add (self->what, xb_row_new_value (_("Watermark on every copy"), plan->watermark));
}

/* The cost and the earlier day stand beside the switch, before it is used. */
static void
update_expedite (XbWizardReviewPage *self)
{
  XbPlatform *platform = xb_wizard_draft_get_platform (get_draft (self));
  XbClock *clock = xb_workspace_get_clock (xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self)));
  g_autofree char *today = xb_clock_dup_today (clock);
  g_autoptr(XbTerm) term = NULL;
  g_autofree char *day = NULL;
  g_autofree char *fee = NULL;
  g_autofree char *text = NULL;
  gint64 fen = 0;
  gint64 hours = 0;
  gboolean offered = platform != NULL && (xb_terms_expedite_fee (platform, &fen) ||
                                          xb_platform_get_int (platform, "expedite_hours", &hours));

  gtk_widget_set_visible (self->expedite_row, offered);
  if (!offered)
    return;
  term = xb_terms_review (platform, xb_workdays_get_default (), xb_clock_now (clock), TRUE, NULL);
  if (term != NULL && term->known)
    day = xb_format_day (term->expected, today);
  fee = xb_terms_expedite_fee (platform, &fen) ? xb_money_format (fen) : NULL;
  if (day != NULL && fee != NULL)
    text = g_strdup_printf (_("Costs %1$s yuan a number; answer by %2$s. Indicative, confirm with the platform."),
                            fee, day);
  else if (day != NULL)
    text = g_strdup_printf (_("Answer by %s; ask the platform for the fee."), day);
  else if (fee != NULL)
    text = g_strdup_printf (_("Costs %s yuan a number. Indicative, confirm with the platform."), fee);
  else
    text = g_strdup (_("Ask the platform for time and fee."));
  xb_row_set_subtitle (self->expedite_row, text);
}

static void
fill_cost (XbWizardReviewPage *self,
           const XbPlan       *plan)
{
  XbWorkspace *workspace = xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self));

  xb_group_clear (self->cost);
  xb_group_add (self->cost, xb_row_new_value (_("Cost"), plan->fee_text));
  xb_group_add (self->cost, xb_row_new_deadline (_("Reviewed by"), workspace, plan->review_by, plan->estimated));
  xb_group_add (self->cost, xb_row_new_deadline (_("On the handsets by"), workspace, plan->live_by, plan->estimated));
  update_expedite (self);
}

static void
xb_wizard_review_page_refresh (XbWizardPage *page)
{
  XbWizardReviewPage *self = XB_WIZARD_REVIEW_PAGE (page);
  XbWizardDraft *draft = get_draft (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (xb_wizard_page_get_workspace (page),
                                                     xb_wizard_draft_get_id (draft), &error);

  if (plan == NULL)
    {
      xb_wizard_page_take_problem (page, g_steal_pointer (&error));
      xb_wizard_page_set_ready (page, FALSE);
      return;
    }
  fill_whom (self, plan);
  fill_what (self, plan);
  fill_cost (self, plan);
  xb_ring_phone_set_name (self->phone, xb_wizard_draft_get_text (draft, XB_DRAFT_NAME));
  xb_ring_phone_set_label (self->phone, xb_wizard_draft_get_text (draft, XB_DRAFT_LABEL));
  xb_wizard_page_set_problem (page, plan->blocked);
  xb_wizard_page_set_ready (page, plan->blocked == NULL);
}

static void
xb_wizard_review_page_entered (XbWizardPage *page)
{
  XbWizardReviewPage *self = XB_WIZARD_REVIEW_PAGE (page);

  gtk_switch_set_active (self->expedite, xb_wizard_draft_get_expedite (get_draft (self)));
}

static void
expedite_cb (XbWizardReviewPage *self)
{
  if (get_draft (self) != NULL)
    xb_wizard_draft_set_expedite (get_draft (self), gtk_switch_get_active (self->expedite));
}

static void
xb_wizard_review_page_class_init (XbWizardReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  XB_WIZARD_PAGE_CLASS (klass)->entered = xb_wizard_review_page_entered;
  XB_WIZARD_PAGE_CLASS (klass)->refresh = xb_wizard_review_page_refresh;
  g_type_ensure (XB_TYPE_RING_PHONE);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-wizard-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, phone);
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, whom);
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, what);
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, cost);
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, expedite_row);
  gtk_widget_class_bind_template_child (widget_class, XbWizardReviewPage, expedite);
  gtk_widget_class_bind_template_callback (widget_class, expedite_cb);
}

static void
xb_wizard_review_page_init (XbWizardReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
