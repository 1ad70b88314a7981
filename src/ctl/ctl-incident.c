/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-clock.h"
#include "xb-phone.h"
#include "xb-workspace-incident.h"

/* Numbers that are wrongly marked, or show something wrong: their cases with three clocks. */

static JsonObject *
step_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "step", xb_enum_to_nick (XB_TYPE_STEP_KIND, (int) xb_incident_step_get_step (item)));
  ctl_json_add_instant (object, "due", xb_incident_step_get_due_at (item));
  ctl_json_add_instant (object, "done", xb_incident_step_get_done_at (item));
  ctl_json_add_text (object, "note", xb_incident_step_get_note (item));
  return object;
}

static JsonArray *
rechecks_to_json (Ctl    *ctl,
                  gint64  id)
{
  g_autoptr(GListModel) rechecks = xb_workspace_list_rechecks (ctl->workspace, id);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rechecks); i++)
    {
      g_autoptr(XbRecheck) recheck = g_list_model_get_item (rechecks, i);

      json_array_add_string_element (array, xb_recheck_get_due (recheck));
    }
  return array;
}

static JsonObject *
appeal_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "platform", xb_appeal_get_platform (item));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_APPEAL_STATE, (int) xb_appeal_get_state (item)));
  ctl_json_add_text (object, "case_no", xb_appeal_get_case_no (item));
  ctl_json_add_day (object, "expected", xb_appeal_get_expected (item));
  ctl_json_add_text (object, "refusal", xb_appeal_get_refusal (item));
  return object;
}

static JsonObject *
evidence_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "step", xb_enum_to_nick (XB_TYPE_STEP_KIND, (int) xb_incident_evidence_get_step (item)));
  ctl_json_add_text (object, "name", xb_incident_evidence_get_name (item));
  ctl_json_add_text (object, "sha256", xb_incident_evidence_get_sha256 (item));
  json_object_set_int_member (object, "size", xb_incident_evidence_get_size (item));
  return object;
}

static JsonObject *
incident_to_json (Ctl      *ctl,
                  gpointer  item)
{
  gint64 id = xb_record_get_id (item);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", id);
  ctl_json_add_text (object, "number", xb_incident_get_number (item));
  ctl_json_add_text (object, "kind", xb_enum_to_nick (XB_TYPE_INCIDENT_KIND, (int) xb_incident_get_kind (item)));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_INCIDENT_STATE, (int) xb_incident_get_state (item)));
  ctl_json_add_instant (object, "detected", xb_incident_get_detected_at (item));
  ctl_json_add_text (object, "opened_by", xb_enum_to_nick (XB_TYPE_INCIDENT_ORIGIN, (int) xb_incident_get_opened_by (item)));
  ctl_json_add_text (object, "seen", xb_incident_get_seen (item));
  ctl_json_add_text (object, "layer", xb_enum_to_nick (XB_TYPE_LAYER, (int) xb_incident_get_layer (item)));
  ctl_json_add_list (object, "steps", xb_workspace_list_incident_steps (ctl->workspace, id), step_to_json);
  json_object_set_array_member (object, "rechecks", rechecks_to_json (ctl, id));
  ctl_json_add_list (object, "appeals", xb_workspace_list_appeals (ctl->workspace, id), appeal_to_json);
  ctl_json_add_list (object, "evidence", xb_workspace_list_incident_evidence (ctl->workspace, id), evidence_to_json);
  ctl_json_add_instant (object, "closed", xb_incident_get_closed_at (item));
  ctl_json_add_text (object, "note", xb_incident_get_close_note (item));
  json_object_set_int_member (object, "cost", xb_incident_get_cost (item));
  return object;
}

static char *
next_text (Ctl        *ctl,
           XbIncident *incident)
{
  gint64 now = xb_clock_now (ctl->clock);
  g_autofree char *left = NULL;
  int step;

  if (xb_incident_get_state (incident) == XB_INCIDENT_STATE_CLOSED)
    return g_strdup (_("closed"));
  if (!xb_enum_from_nick (XB_TYPE_STEP_KIND, xb_incident_get_next_step (incident), &step))
    return g_strdup (_("all steps done"));
  left = xb_incident_dup_time_left (xb_incident_get_next_due (incident), now);
  return g_strdup_printf ("%s · %s", xb_step_kind_get_title (step), left);
}

static void
incident_to_row (Ctl      *ctl,
                 gpointer  item,
                 CtlTable *table)
{
  g_autofree char *detected = xb_instant_format (xb_incident_get_detected_at (item));

  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_incident_get_number (item));
  ctl_table_add (table, xb_incident_get_kind (item) == XB_INCIDENT_KIND_MARK ? _("wrong mark") : _("wrong information"));
  ctl_table_add (table, detected);
  ctl_table_take (table, next_text (ctl, item));
}

static const char *const headings[] = { N_("ID"), N_("Number"), N_("Kind"), N_("Detected"), N_("Next"), NULL };

static const CtlListing listing = {
  headings, N_("No incidents. Open one with “incident open”."), incident_to_json, incident_to_row, NULL
};

static gboolean
print_incident (Ctl     *ctl,
                gint64   id,
                GError **error)
{
  g_autoptr(XbIncident) incident = xb_workspace_ref_incident (ctl->workspace, id);

  if (incident == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no incident %s; see “incident list”"), ctl_arg (ctl, 0));
      return FALSE;
    }
  ctl_item_print (ctl, incident, &listing);
  return TRUE;
}

static gboolean
run_open (Ctl     *ctl,
          GError **error)
{
  g_autofree char *kind_word = NULL;
  g_autofree char *platform = NULL;
  g_autofree char *at_word = NULL;
  g_autofree char *seen = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_word, N_("Needed: mark (wrongly marked) or wrong-info"), "KIND" },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &platform, N_("Where it was seen; else every platform that marks"), "KEY" },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at_word, N_("When it was detected; else now"), "INSTANT" },
    { "seen", 0, 0, G_OPTION_ARG_FILENAME, &seen, N_("What phones show"), "TEXT" },
    { NULL }
  };
  gint64 number, id, at = 0;
  int kind;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (kind_word == NULL)
    return ctl_usage (error, _("--kind is missing: mark or wrong-info?"));
  if (!ctl_read_word ("--kind", XB_TYPE_INCIDENT_KIND, kind_word, &kind, error) || !ctl_open_clock (ctl, error) ||
      (at_word != NULL && !ctl_read_instant (ctl, "--at", at_word, &at, error)) || ctl_open (ctl, error) == NULL)
    return FALSE;
  number = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
  if (number < 0)
    return FALSE;
  xb_workspace_open_incident_async (ctl->workspace, number, kind, platform, XB_INCIDENT_ORIGIN_HAND, 0, at, seen,
                                    ctl->cancellable, ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  return id >= 0 && print_incident (ctl, id, error);
}

static gboolean
run_step (Ctl     *ctl,
          GError **error)
{
  g_auto(GStrv) evidence = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &evidence,
      N_("A recording, a screenshot or a paper; may be given several times"), "FILE" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("A word about it"), "TEXT" },
    { NULL }
  };
  gint64 id;
  int step;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      !ctl_read_word ("STEP", XB_TYPE_STEP_KIND, ctl_arg (ctl, 1), &step, error))
    return FALSE;
  for (guint i = 0; evidence != NULL && evidence[i] != NULL; i++)
    if (!ctl_check_file (evidence[i], error))
      return FALSE;
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_record_incident_step_async (ctl->workspace, id, step, (const char *const *) evidence, note, 0,
                                           ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_incident (ctl, id, error);
}

static gboolean
run_close (Ctl     *ctl,
           GError **error)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("Why a step was left out"), "TEXT" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_close_incident_async (ctl->workspace, id, note, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_incident (ctl, id, error);
}

static gboolean
run_list (Ctl     *ctl,
          GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_incidents (ctl->workspace, XB_INCIDENT_FILTER_ALL);
  ctl_list_print (ctl, list, &listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_show (Ctl     *ctl,
          GError **error)
{
  gint64 id;

  return ctl_parse (ctl, NULL, error) && ctl_read_id (ctl_arg (ctl, 0), &id, error) && ctl_open (ctl, error) != NULL &&
         print_incident (ctl, id, error);
}

static gboolean
run_report (Ctl     *ctl,
            GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      !ctl_check_target (ctl_arg (ctl, 1), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_write_incident_async (ctl->workspace, id, ctl_arg (ctl, 1), ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "written", id, _("The case is on paper."));
  return TRUE;
}

const CtlCommand ctl_incident_commands[] = {
  { "incident", "open", "NUMBER", N_("opens a case: wrongly marked, or wrong information"), run_open },
  { "incident", "step", "ID STEP", N_("a step is done: appeal, follow-up or notify"), run_step },
  { "incident", "close", "ID", N_("closes a case"), run_close },
  { "incident", "list", "", N_("the cases, open ones first"), run_list },
  { "incident", "show", "ID", N_("one case"), run_show },
  { "incident", "report", "ID FILE", N_("writes the case as a PDF"), run_report },
  { NULL }
};
