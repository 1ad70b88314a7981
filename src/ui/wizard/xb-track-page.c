/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-reasons.h"
#include "xb-record-form.h"
#include "xb-state-chip.h"
#include "xb-track-acts.h"
#include "xb-track-advice.h"
#include "xb-track-evidence.h"
#include "xb-track-history.h"
#include "xb-track-page.h"
#include "xb-ui.h"
#include "xb-wrap-layout.h"
#include "xb-workspace-life.h"

#define MOST_NUMBERS 200

/* After the submission: the four stages with their days, what to do now, and what has happened. One
 * number at a time; the others of the hand-in are a click away. */
struct _XbTrackPage
{
  XbWizardPage         parent_instance;

  GListModel          *certifications; /* of the hand-in */
  XbCertification     *certification;  /* (nullable): the one shown */
  char                *shown;          /* the list of numbers as it stands */

  XbStageLine         *line;
  XbStateChip         *chip;
  XbDeadlineLabel     *deadline;
  GtkLabel            *advice;
  GtkWidget           *acts;
  GtkWidget           *primary;
  GtkWidget           *fix;
  GtkWidget           *more;
  GtkSpinner          *spinner;
  AdwPreferencesGroup *numbers;
  XbTrackEvidence     *evidence;
  AdwPreferencesGroup *costs;
  AdwPreferencesGroup *history;
};

G_DEFINE_FINAL_TYPE (XbTrackPage, xb_track_page, XB_TYPE_WIZARD_PAGE)

static XbWorkspace *
get_workspace (XbTrackPage *self)
{
  return xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self));
}

static GCancellable *
get_cancellable (XbTrackPage *self)
{
  return xb_wizard_page_get_cancellable (XB_WIZARD_PAGE (self));
}

static gint64
get_id (XbTrackPage *self)
{
  return self->certification != NULL ? xb_record_get_id (XB_RECORD (self->certification)) : 0;
}

static void
number_activated_cb (AdwActionRow *row,
                     XbTrackPage  *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "xb-id");

  xb_track_page_show_certification (self, *id);
}

static GtkWidget *
make_number_row (XbTrackPage     *self,
                 XbCertification *certification)
{
  gint64 id = xb_record_get_id (XB_RECORD (certification));
  g_autofree char *number = xb_phone_format (xb_certification_get_e164 (certification));
  const char *case_no = xb_certification_get_case_no (certification);
  g_autofree char *text = case_no != NULL ? g_strdup_printf (_("Case number %s"), case_no) : NULL;
  GtkWidget *row = xb_row_new_plain (number, text != NULL ? text : xb_certification_get_use (certification));
  GtkWidget *chip = xb_state_chip_new ();
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  xb_state_chip_set_state (XB_STATE_CHIP (chip), xb_certification_get_state (certification));
  gtk_widget_set_opacity (tick, id == get_id (self) ? 1 : 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  if (g_list_model_get_n_items (self->certifications) > 1)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "xb-id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (number_activated_cb), self, 0);
    }
  return row;
}

static void
fill_numbers (XbTrackPage *self)
{
  guint n = g_list_model_get_n_items (self->certifications);

  xb_group_clear (self->numbers);
  for (guint i = 0; i < MIN (n, MOST_NUMBERS); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (self->certifications, i);

      if (certification != NULL)
        xb_group_add (self->numbers, make_number_row (self, certification));
    }
}

/* The first one that needs a hand, else the first. */
static XbCertification *
find_first (XbTrackPage *self)
{
  guint n = MIN (g_list_model_get_n_items (self->certifications), MOST_NUMBERS);
  XbCertification *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (self->certifications, i);

      if (certification == NULL || (found != NULL &&
          !xb_lifecycle_needs_hand (xb_certification_get_state (certification))))
        continue;
      g_set_object (&found, certification);
      if (xb_lifecycle_needs_hand (xb_certification_get_state (found)))
        break;
    }
  return found;
}

/* What usually mends the reason: the business, or the papers and texts of the hand-in. */
/* What else mends it; @label: (nullable): nothing does */
static void
set_fix (XbTrackPage *self,
         const char  *label,
         const char  *action)
{
  gtk_button_set_label (GTK_BUTTON (self->fix), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fix), action);
  gtk_widget_set_visible (self->fix, label != NULL);
}

static void
update_fix (XbTrackPage *self)
{
  XbReasonAdvice why = xb_reasons_explain (xb_certification_get_reason_code (self->certification),
                                           xb_certification_get_reason (self->certification));
  gboolean trouble = xb_lifecycle_needs_hand (xb_certification_get_state (self->certification)) &&
                     xb_certification_get_reason (self->certification) != NULL;

  if (xb_certification_get_state (self->certification) == XB_CERT_STATE_EXPIRED)
    set_fix (self, _("It Was Re_newed…"), "track.renew");
  else if (trouble && why.fix == XB_FIX_BUSINESS)
    set_fix (self, _("_Business…"), "track.business");
  else if (trouble && why.fix == XB_FIX_MATERIAL)
    set_fix (self, _("Add _Papers…"), "track.papers");
  else
    set_fix (self, NULL, NULL);
}

static void
update_actions (XbTrackPage *self,
                const char  *primary)
{
  GtkWidget *widget = GTK_WIDGET (self);
  XbCertState state = xb_certification_get_state (self->certification);
  gboolean manual = xb_track_is_manual (get_workspace (self), self->certification);
  gboolean review = xb_lifecycle_get_stage (state) == XB_STAGE_REVIEW && xb_lifecycle_is_open (state);

  gtk_widget_action_set_enabled (widget, "track.record", xb_record_form_offers (state));
  gtk_widget_action_set_enabled (widget, "track.sync", !manual);
  gtk_widget_action_set_enabled (widget, "track.renew", state == XB_CERT_STATE_LIVE || state == XB_CERT_STATE_EXPIRED);
  gtk_widget_action_set_enabled (widget, "track.label", state == XB_CERT_STATE_LIVE);
  gtk_widget_action_set_enabled (widget, "track.expedite",
                                 review && !xb_certification_get_expedite (self->certification));
  gtk_widget_action_set_enabled (widget, "track.withdraw", xb_lifecycle_may_follow (state, XB_CERT_STATE_WITHDRAWN));
  gtk_widget_set_visible (self->more, state != XB_CERT_STATE_WITHDRAWN);
  gtk_widget_set_visible (self->primary, primary != NULL);
}

static void
update_head (XbTrackPage *self)
{
  g_autoptr(XbTrackAdvice) advice = xb_track_advice_new (get_workspace (self), self->certification);

  xb_track_fill_days (self->line, get_workspace (self), self->certification);
  xb_state_chip_set_state (self->chip, xb_certification_get_state (self->certification));
  xb_deadline_label_count (self->deadline, get_workspace (self), advice->day,
                           xb_certification_get_estimated (self->certification));
  gtk_label_set_label (self->advice, advice->text);
  gtk_button_set_label (GTK_BUTTON (self->primary), advice->verb != NULL ? advice->verb : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->primary), advice->action);
  update_actions (self, advice->verb);
  update_fix (self);
}

static char *
describe (XbTrackPage *self)
{
  GString *out = g_string_new (NULL);
  guint n = g_list_model_get_n_items (self->certifications);

  g_string_append_printf (out, "%" G_GINT64_FORMAT " %u", get_id (self), n);
  for (guint i = 0; i < MIN (n, MOST_NUMBERS); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (self->certifications, i);

      if (certification != NULL)
        g_string_append_printf (out, " %d %" G_GINT64_FORMAT " %s", xb_certification_get_state (certification),
                                xb_certification_get_updated_at (certification),
                                xb_certification_get_case_no (certification));
    }
  return g_string_free (out, FALSE);
}

static void
xb_track_page_refresh (XbWizardPage *page)
{
  XbTrackPage *self = XB_TRACK_PAGE (page);
  XbCertState state;
  g_autofree char *shown = NULL;

  if (self->certifications == NULL)
    self->certifications = xb_workspace_list_of_filing (get_workspace (self),
                                                        xb_wizard_draft_get_id (xb_wizard_page_get_draft (page)));
  if (self->certification == NULL)
    self->certification = find_first (self);
  if (self->certification == NULL)
    return;
  state = xb_certification_get_state (self->certification);
  update_head (self);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), state == XB_CERT_STATE_APPROVED ||
                          state == XB_CERT_STATE_SYNCING || state == XB_CERT_STATE_LIVE ||
                          state == XB_CERT_STATE_SUSPENDED);
  xb_track_evidence_show (self->evidence, get_workspace (self), self->certification, get_cancellable (self));
  shown = describe (self);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  fill_numbers (self);
  xb_track_fill_costs (self->costs, get_workspace (self), self->certification);
  xb_track_fill_history (self->history, get_workspace (self), self->certification);
  if (self->shown != NULL)
    xb_dialogs_announce (GTK_WIDGET (self), xb_cert_state_get_title (state));
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

static void
xb_track_page_finalize (GObject *object)
{
  XbTrackPage *self = XB_TRACK_PAGE (object);

  g_clear_object (&self->certifications);
  g_clear_object (&self->certification);
  g_free (self->shown);
  G_OBJECT_CLASS (xb_track_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-track-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, line);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, chip);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, deadline);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, advice);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, acts);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, primary);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, fix);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, more);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, costs);
  gtk_widget_class_bind_template_child (widget_class, XbTrackPage, history);
}

static void
xb_track_page_class_init (XbTrackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_track_page_finalize;
  XB_WIZARD_PAGE_CLASS (klass)->refresh = xb_track_page_refresh;
  g_type_ensure (XB_TYPE_STAGE_LINE);
  g_type_ensure (XB_TYPE_STATE_CHIP);
  g_type_ensure (XB_TYPE_DEADLINE_LABEL);
  g_type_ensure (XB_TYPE_TRACK_EVIDENCE);
  bind_template (widget_class);
  xb_track_acts_install (widget_class);
}

static void
xb_track_page_init (XbTrackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->acts, xb_wrap_layout_new (6));
}

/** xb_track_page_show_certification: shows another number of the hand-in */
void
xb_track_page_show_certification (XbTrackPage *self,
                                  gint64       id)
{
  g_clear_object (&self->certification);
  self->certification = xb_workspace_ref_certification (get_workspace (self), id);
  xb_wizard_page_refresh (XB_WIZARD_PAGE (self));
}

/** xb_track_page_get_certification: Returns: (transfer none) (nullable): the one shown */
XbCertification *
xb_track_page_get_certification (XbTrackPage *self)
{
  return self->certification;
}

/** xb_track_page_set_busy: an act is under way; what went wrong before it is forgotten */
void
xb_track_page_set_busy (XbTrackPage *self,
                        gboolean     busy)
{
  if (busy)
    xb_wizard_page_set_problem (XB_WIZARD_PAGE (self), NULL);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/** xb_track_page_show_evidence: goes to where the photos of the handsets are added */
void
xb_track_page_show_evidence (XbTrackPage *self)
{
  xb_wizard_page_scroll_to (XB_WIZARD_PAGE (self), GTK_WIDGET (self->evidence));
}
