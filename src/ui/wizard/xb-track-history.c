/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-cost.h"
#include "xb-enum-types.h"
#include "xb-event.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-money.h"
#include "xb-reasons.h"
#include "xb-terms.h"
#include "xb-track-history.h"

#define MOST_EVENTS 100

static void
set_day (XbStageLine *line,
         XbStage      stage,
         const char  *day,
         const char  *today,
         gboolean     to_come)
{
  g_autofree char *label = day != NULL ? xb_format_day (day, today) : NULL;
  g_autofree char *note = NULL;

  if (label != NULL)
    /* Translators: by a day */
    note = to_come ? g_strdup_printf (_("by %s"), label) : g_steal_pointer (&label);

  xb_stage_line_set_note (line, stage, note);
}

static void
set_instant (XbStageLine *line,
             XbStage      stage,
             gint64       at,
             const char  *today)
{
  g_autofree char *day = at != 0 ? xb_instant_to_day (at) : NULL;

  set_day (line, stage, day, today, FALSE);
}

/* Of a stage that is still to come: the day that follows from the expected one. */
static char *
dup_live_by (XbWorkspace     *workspace,
             XbCertification *certification)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace),
                                              xb_certification_get_platform (certification));
  const char *expected = xb_certification_get_expected (certification);
  g_autoptr(XbTerm) term = NULL;

  if (platform == NULL || expected == NULL)
    return NULL;
  term = xb_terms_sync (platform, xb_workdays_get_default (), xb_instant_from_day (expected, 12, 0), NULL);
  return term != NULL && term->known ? g_strdup (term->expected) : NULL;
}

/** xb_track_fill_days: under each stage its day: when it was, or by when it should be */
void
xb_track_fill_days (XbStageLine     *line,
                    XbWorkspace     *workspace,
                    XbCertification *certification)
{
  XbCertState state = xb_certification_get_state (certification);
  XbStage stage = xb_lifecycle_get_stage (state);
  const char *expected = xb_certification_get_expected (certification);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *live_by = NULL;

  xb_stage_line_set_state (line, state);
  for (XbStage i = 0; i < XB_N_STAGES; i++)
    xb_stage_line_set_note (line, i, NULL);
  set_instant (line, XB_STAGE_SUBMISSION, xb_certification_get_submitted_at (certification), today);
  if (stage == XB_STAGE_REVIEW)
    {
      live_by = dup_live_by (workspace, certification);
      set_day (line, XB_STAGE_REVIEW, expected, today, TRUE);
      set_day (line, XB_STAGE_SYNC, live_by, today, TRUE);
    }
  else if (xb_certification_get_approved_at (certification) != 0)
    {
      set_instant (line, XB_STAGE_REVIEW, xb_certification_get_approved_at (certification), today);
      set_day (line, XB_STAGE_SYNC, expected, today, TRUE);
      if (xb_certification_get_live_at (certification) != 0) /* a handset that shows it has learnt it */
        set_instant (line, XB_STAGE_SYNC, xb_certification_get_live_at (certification), today);
      set_instant (line, XB_STAGE_ACCEPTANCE, xb_certification_get_live_at (certification), today);
    }
}

static GtkWidget *
make_event_row (XbEvent *event)
{
  int state = XB_CERT_STATE_DRAFT;
  g_autofree char *moment = xb_wizard_dup_moment (xb_event_get_at (event));
  const char *parts[] = { xb_event_get_reason (event), xb_event_get_note_words (event) };
  g_autoptr(GString) text = g_string_new (moment);
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "\n%s", parts[i]);
  xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_event_get_to_state (event), &state);
  row = xb_row_new_plain (xb_cert_state_get_title (state), text->str);
  return row;
}

/** xb_track_fill_history: the events, the last one first */
void
xb_track_fill_history (AdwPreferencesGroup *group,
                       XbWorkspace         *workspace,
                       XbCertification     *certification)
{
  g_autoptr(GListModel) events = xb_workspace_list_events (workspace, xb_record_get_id (XB_RECORD (certification)));
  guint n = g_list_model_get_n_items (events);
  gboolean newest_first = FALSE;

  xb_group_clear (group);
  if (n > 1)
    {
      g_autoptr(XbEvent) first = g_list_model_get_item (events, 0);
      g_autoptr(XbEvent) last = g_list_model_get_item (events, n - 1);

      newest_first = xb_record_get_id (XB_RECORD (first)) > xb_record_get_id (XB_RECORD (last));
    }
  for (guint i = 0; i < MIN (n, MOST_EVENTS); i++)
    {
      g_autoptr(XbEvent) event = g_list_model_get_item (events, newest_first ? i : n - 1 - i);

      if (event != NULL)
        xb_group_add (group, make_event_row (event));
    }
}

/* The refusal after which nothing has been handed in yet. */
static XbEvent *
find_refusal (GListModel *events)
{
  g_autoptr(XbEvent) newest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(XbEvent) event = g_list_model_get_item (events, i);
      int state = XB_CERT_STATE_DRAFT;

      if (event == NULL)
        continue;
      xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_event_get_to_state (event), &state);
      if ((state == XB_CERT_STATE_REJECTED || state == XB_CERT_STATE_SUBMITTED) &&
          (newest == NULL || xb_record_get_id (XB_RECORD (event)) > xb_record_get_id (XB_RECORD (newest))))
        g_set_object (&newest, event);
    }
  return newest != NULL && xb_event_get_reason (newest) != NULL ? g_steal_pointer (&newest) : NULL;
}

/** xb_track_dup_refusal: Returns: (transfer full) (nullable): why the hand-in came back, and what mends it */
char *
xb_track_dup_refusal (XbWorkspace *workspace,
                      gint64       filing_id)
{
  g_autoptr(GListModel) certifications = xb_workspace_list_of_filing (workspace, filing_id);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (certifications), MOST_EVENTS); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (certifications, i);
      gint64 id = certification != NULL ? xb_record_get_id (XB_RECORD (certification)) : 0;
      g_autoptr(GListModel) events = id != 0 ? xb_workspace_list_events (workspace, id) : NULL;
      g_autoptr(XbEvent) refusal = events != NULL ? find_refusal (events) : NULL;
      XbReasonAdvice why;

      if (refusal == NULL)
        continue;
      why = xb_reasons_explain (NULL, xb_event_get_reason (refusal));
      return g_strdup_printf (_("%1$s “%2$s” %3$s"), _("The platform refused it."), xb_event_get_reason (refusal),
                              why.advice != NULL ? why.advice : "");
    }
  return NULL;
}

/** xb_track_fill_costs: what it has cost; hidden where it has cost nothing */
void
xb_track_fill_costs (AdwPreferencesGroup *group,
                     XbWorkspace         *workspace,
                     XbCertification     *certification)
{
  g_autoptr(GListModel) costs = xb_workspace_list_costs (workspace, xb_record_get_id (XB_RECORD (certification)));
  guint n = g_list_model_get_n_items (costs);

  xb_group_clear (group);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  for (guint i = 0; i < MIN (n, MOST_EVENTS); i++)
    {
      g_autoptr(XbCost) cost = g_list_model_get_item (costs, i);
      g_autofree char *money = cost != NULL ? xb_money_format (xb_cost_get_amount (cost)) : NULL;
      g_autofree char *day = cost != NULL ? xb_format_day (xb_cost_get_on_date (cost), NULL) : NULL;
      g_autofree char *title = g_strdup_printf (_("%s yuan"), money);
      g_autoptr(GString) text = g_string_new (day);

      if (cost == NULL)
        continue;
      g_string_append_printf (text, " · %s", xb_cost_category_get_title (xb_cost_get_category (cost)));
      if (xb_cost_get_indicative (cost))
        g_string_append_printf (text, " · %s", _("indicative"));
      if (xb_cost_get_note (cost) != NULL)
        g_string_append_printf (text, " · %s", xb_cost_get_note (cost));
      xb_group_add (group, xb_row_new_plain (title, text->str));
    }
}
