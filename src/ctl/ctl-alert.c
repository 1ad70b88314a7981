/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-workspace-alert.h"

/* Warnings. */

static JsonObject *
alert_to_json (Ctl     *ctl,
               gpointer item)
{
  JsonObject *object = json_object_new ();
  g_autofree char *title = xb_alert_dup_title (item);

  json_object_set_int_member (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "measure", xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) xb_alert_get_measure (item)));
  ctl_json_add_text (object, "number", xb_alert_get_number (item));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_ALERT_STATE, (int) xb_alert_get_state (item)));
  ctl_json_add_day (object, "from", xb_alert_get_first_day (item));
  ctl_json_add_day (object, "until", xb_alert_get_last_day (item));
  json_object_set_int_member (object, "value", xb_alert_get_value (item));
  json_object_set_int_member (object, "threshold", xb_alert_get_threshold (item));
  ctl_json_add_text (object, "title", title);
  ctl_json_add_text (object, "object", xb_alert_get_object (item));
  ctl_json_add_instant (object, "raised", xb_alert_get_raised_at (item));
  ctl_json_add_instant (object, "snoozed_until", xb_alert_get_snoozed_until (item));
  ctl_json_add_id (object, "incident", xb_alert_get_incident_id (item));
  return object;
}

static void
alert_to_row (Ctl      *ctl,
              gpointer  item,
              CtlTable *table)
{
  static const char *const states[] = { N_("open"), N_("over"), N_("seen to") };

  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, _(states[MIN (xb_alert_get_state (item), G_N_ELEMENTS (states) - 1)]));
  ctl_table_take (table, xb_alert_dup_title (item));
  ctl_table_take (table, xb_alert_dup_detail (item));
}

static const char *const headings[] = { N_("ID"), N_("State"), N_("Alert"), N_("Since"), NULL };

static const CtlListing listing = {
  headings, N_("No alerts."), alert_to_json, alert_to_row, NULL
};

/* Those that nobody was told of, each once: for a timer that shows them. */
static void
print_new (Ctl          *ctl,
           XbAlertRound *round)
{
  g_autoptr(GListStore) list = g_list_store_new (XB_TYPE_ALERT);

  g_list_store_splice (list, 0, 0, round->tell->pdata, round->tell->len);
  ctl_list_print (ctl, G_LIST_MODEL (list), &listing, NULL, 0, 0);
}

static gboolean
run_list (Ctl     *ctl,
          GError **error)
{
  int only_new = FALSE, open = FALSE;
  const GOptionEntry entries[] = {
    { "new", 0, 0, G_OPTION_ARG_NONE, &only_new, N_("Only those that nobody was told of yet, each once; none in quiet hours"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &open, N_("Only those that are not seen to"), NULL },
    { NULL }
  };
  g_autoptr(XbAlertRound) round = NULL;
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, entries, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_watch_alerts_async (ctl->workspace, only_new, ctl->cancellable, ctl_ready_cb, ctl);
  round = xb_workspace_watch_alerts_finish (ctl->workspace, ctl_wait (ctl), error);
  g_clear_object (&ctl->result);
  if (round == NULL)
    return FALSE;
  if (only_new)
    print_new (ctl, round);
  else
    {
      list = xb_workspace_list_alerts (ctl->workspace, open);
      ctl_list_print (ctl, list, &listing, NULL, 0, 0);
    }
  return TRUE;
}

static gboolean
run_rule (Ctl     *ctl,
          GError **error)
{
  g_autofree char *number_word = NULL;
  int off = FALSE;
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_FILENAME, &number_word, N_("For this number alone"), "NUMBER" },
    { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_("Do not warn of this"), NULL },
    { NULL }
  };
  gint64 threshold, number = 0, id;
  int measure;

  if (!ctl_parse (ctl, entries, error) ||
      !ctl_read_word ("MEASURE", XB_TYPE_ALERT_MEASURE, ctl_arg (ctl, 0), &measure, error) ||
      !ctl_read_int (ctl_arg (ctl, 1), 1, 1000000, &threshold, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  if (number_word != NULL)
    number = xb_workspace_find_number (ctl->workspace, number_word, error);
  if (number < 0)
    return FALSE;
  xb_workspace_set_alert_rule_async (ctl->workspace, measure, number, threshold, !off, ctl->cancellable, ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0)
    return FALSE;
  ctl_done_print (ctl, "rule", id, off ? _("Nothing warns of this any more.") : _("The rule holds from now on."));
  return TRUE;
}

static gboolean
run_snooze (Ctl     *ctl,
            GError **error)
{
  gint64 id, until;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || !ctl_open_clock (ctl, error) ||
      !ctl_read_instant (ctl, "UNTIL", ctl_arg (ctl, 1), &until, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_snooze_alert_async (ctl->workspace, id, until, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "snoozed", id, _("It is told again then, if it still holds."));
  return TRUE;
}

static gboolean
run_done (Ctl     *ctl,
          GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_handle_alert_async (ctl->workspace, id, TRUE, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "handled", id, _("The alert is seen to."));
  return TRUE;
}

const CtlCommand ctl_alert_commands[] = {
  { "alert", "list", "", N_("looks at the rules, and lists the alerts"), run_list },
  { "alert", "rule", "MEASURE THRESHOLD", N_("from when to warn: marks, complaints, answer-rate …"), run_rule },
  { "alert", "snooze", "ID UNTIL", N_("quiet until then"), run_snooze },
  { "alert", "done", "ID", N_("seen to"), run_done },
  { NULL }
};
