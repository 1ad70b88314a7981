/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-inspect-print.h"
#include "ctl-json.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-rules.h"
#include "xb-workspace-incident.h"

static XbInspection *
find_inspection (Ctl     *ctl,
                 gint64   id,
                 GError **error)
{
  XbInspection *inspection = xb_workspace_ref_inspection (ctl->workspace, id);

  if (inspection == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no inspection %" PRId64 "; see “inspect list”"), id);
  return inspection;
}

static gboolean
print_whole (Ctl     *ctl,
             gint64   id,
             GError **error)
{
  g_autoptr(XbInspection) inspection = find_inspection (ctl, id, error);
  g_autoptr(GListModel) items = NULL;

  if (inspection == NULL)
    return FALSE;
  items = xb_workspace_list_inspection_items (ctl->workspace, id, XB_INSPECTION_FILTER_ALL);
  ctl_inspection_print (ctl, inspection, items);
  return TRUE;
}

static gboolean
run_start (Ctl     *ctl,
           GError **error)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("Of which day; else today"), "DATE" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_check_day ("--on", on, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_start_inspection_async (ctl->workspace, on, ctl->cancellable, ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  return id >= 0 && print_whole (ctl, id, error);
}

typedef struct
{
  char  *handset;
  char  *note;
  char **evidence;
  char  *name;
  char  *label;
  char  *sim;
  char  *network;
  char  *recognition;
  char  *at;
  int    minutes;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->handset);
  g_free (words->note);
  g_strfreev (words->evidence);
  g_free (words->name);
  g_free (words->label);
  g_free (words->sim);
  g_free (words->network);
  g_free (words->recognition);
  g_free (words->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_words (Ctl     *ctl,
             Words   *words,
             GError **error)
{
  const GOptionEntry entries[] = {
    { "handset", 0, 0, G_OPTION_ARG_FILENAME, &words->handset, N_("On a phone of which brand"), "BRAND" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &words->note, N_("What is to be known about it"), "TEXT" },
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->evidence, N_("A photo or screenshot; may be given again"),
      "FILE" },
    { "seen-name", 0, 0, G_OPTION_ARG_FILENAME, &words->name, N_("The name that the phone showed"), "TEXT" },
    { "seen", 0, 0, G_OPTION_ARG_FILENAME, &words->label, N_("The label that the phone showed, or the value that holds"),
      "TEXT" },
    { "recognition", 0, 0, G_OPTION_ARG_FILENAME, &words->recognition, N_("The phone’s switch: on, off or unknown"), "WORD" },
    { "sim", 0, 0, G_OPTION_ARG_FILENAME, &words->sim, N_("Whose SIM the phone has"), "TEXT" },
    { "network", 0, 0, G_OPTION_ARG_FILENAME, &words->network, N_("wifi or cell"), "WORD" },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &words->at, N_("When it was looked at; else now"), "INSTANT" },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &words->minutes, N_("How long it took"), "N" },
    { NULL }
  };

  return ctl_parse (ctl, entries, error);
}

static gboolean
fill_entry (Ctl               *ctl,
            const Words       *words,
            XbInspectionEntry *entry,
            int               *handset,
            GError           **error)
{
  int result;

  if (!ctl_read_word ("RESULT", XB_TYPE_INSPECTION_RESULT, ctl_arg (ctl, 2), &result, error))
    return FALSE;
  *entry = (XbInspectionEntry) XB_INSPECTION_ENTRY_INIT (result);
  *handset = -1;
  if ((words->handset != NULL && !ctl_read_word ("--handset", XB_TYPE_HANDSET, words->handset, handset, error)) ||
      (words->recognition != NULL &&
       !ctl_read_word ("--recognition", XB_TYPE_RECOGNITION, words->recognition, &entry->recognition, error)) ||
      (words->network != NULL && !ctl_read_word ("--network", XB_TYPE_NETWORK, words->network, &entry->network, error)))
    return FALSE;
  if (words->minutes < 0)
    return ctl_usage (error, _("--minutes takes no number below 0"));
  entry->seen_name = words->name;
  entry->seen = words->label;
  entry->sim = words->sim;
  entry->note = words->note;
  entry->seconds = words->minutes * 60;
  entry->photos = (const char *const *) words->evidence;
  for (guint i = 0; words->evidence != NULL && words->evidence[i] != NULL; i++)
    if (!ctl_check_file (words->evidence[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
print_item (Ctl    *ctl,
            gint64  id)
{
  g_autoptr(XbInspectionItem) item = xb_workspace_ref_inspection_item (ctl->workspace, id);

  ctl_item_print (ctl, item, &ctl_item_listing);
  return TRUE;
}

static gboolean
run_record (Ctl     *ctl,
            GError **error)
{
  g_auto(Words) words = { 0 };
  XbInspectionEntry entry;
  gint64 inspection, item;
  int handset;

  if (!parse_words (ctl, &words, error) || !ctl_read_id (ctl_arg (ctl, 0), &inspection, error) ||
      !fill_entry (ctl, &words, &entry, &handset, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  if (words.at != NULL && !ctl_read_instant (ctl, "--at", words.at, &entry.at, error))
    return FALSE;
  item = xb_workspace_find_inspection_item (ctl->workspace, inspection, ctl_arg (ctl, 1), handset, error);
  if (item < 0)
    return FALSE;
  xb_workspace_record_inspection_async (ctl->workspace, item, &entry, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_item (ctl, item);
}

static gboolean
run_finish (Ctl     *ctl,
            GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_("Who signs; else who handles the certifications"), "NAME" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What is to be known about it"), "TEXT" },
    { NULL }
  };
  g_autoptr(XbInspection) inspection = NULL;
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_sign_inspection_async (ctl->workspace, id, by, note, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  inspection = find_inspection (ctl, id, error);
  ctl_item_print (ctl, inspection, &ctl_inspection_listing);
  return TRUE;
}

static gboolean
run_list (Ctl     *ctl,
          GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_inspections (ctl->workspace);
  ctl_list_print (ctl, list, &ctl_inspection_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
read_one (Ctl     *ctl,
          gint64  *id,
          GError **error)
{
  return ctl_parse (ctl, NULL, error) && ctl_read_id (ctl_arg (ctl, 0), id, error) && ctl_open (ctl, error) != NULL;
}

static gboolean
run_show (Ctl     *ctl,
          GError **error)
{
  gint64 id;

  return read_one (ctl, &id, error) && print_whole (ctl, id, error);
}

static gboolean
run_compare (Ctl     *ctl,
             GError **error)
{
  g_autoptr(XbInspection) inspection = NULL;
  g_autoptr(GListModel) changed = NULL;
  gint64 id;

  if (!read_one (ctl, &id, error))
    return FALSE;
  inspection = find_inspection (ctl, id, error);
  if (inspection == NULL)
    return FALSE;
  changed = xb_workspace_list_inspection_items (ctl->workspace, id, XB_INSPECTION_FILTER_CHANGED);
  ctl_list_print (ctl, changed, &ctl_item_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_verify (Ctl     *ctl,
            GError **error)
{
  gint64 id;

  if (!read_one (ctl, &id, error))
    return FALSE;
  xb_workspace_verify_inspection_async (ctl->workspace, id, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "unchanged", id, _("It is what was signed."));
  return TRUE;
}

static gboolean
run_report (Ctl     *ctl,
            GError **error)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Needed: the PDF"), "FILE" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error))
    return FALSE;
  if (out == NULL)
    return ctl_usage (error, _("--out is missing: where does the report go?"));
  if (!ctl_check_target (out, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_write_inspection_report_async (ctl->workspace, id, out, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "written", id, _("The report is written."));
  return TRUE;
}

static gboolean
run_discard (Ctl     *ctl,
             GError **error)
{
  gint64 id;

  if (!read_one (ctl, &id, error))
    return FALSE;
  xb_workspace_discard_inspection_async (ctl->workspace, id, TRUE, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "discarded", id, _("The inspection is discarded; a new one can begin."));
  return TRUE;
}

static gboolean
run_matrix (Ctl     *ctl,
            GError **error)
{
  int limit = 0, offset = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Show at most so many"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT, &offset, N_("Leave out the first ones"), "N" },
    { NULL }
  };
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (limit < 0 || offset < 0)
    return ctl_usage (error, _("--limit and --offset take no number below 0"));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_matrix (ctl->workspace);
  ctl_list_print (ctl, list, &ctl_matrix_listing, NULL, offset, limit);
  return TRUE;
}

static gboolean
run_rhythm (Ctl     *ctl,
            GError **error)
{
  g_autoptr(XbInspectionPlan) plan = NULL;
  JsonObject *object;
  int rhythm;

  if (!ctl_parse (ctl, NULL, error))
    return FALSE;
  if (ctl_n_args (ctl) > 0 && !ctl_read_word ("RHYTHM", XB_TYPE_INSPECTION_RHYTHM, ctl_arg (ctl, 0), &rhythm, error))
    return FALSE;
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  if (ctl_n_args (ctl) > 0)
    {
      xb_workspace_set_inspection_rhythm_async (ctl->workspace, rhythm, ctl->cancellable, ctl_ready_cb, ctl);
      if (!ctl_finish (ctl, error))
        return FALSE;
    }
  plan = xb_workspace_read_inspection_plan (ctl->workspace);
  if (!ctl->json)
    {
      printf ("%s  %s\n", xb_enum_to_nick (XB_TYPE_INSPECTION_RHYTHM, plan->rhythm),
              plan->next_day != NULL ? plan->next_day : "-");
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "rhythm", xb_enum_to_nick (XB_TYPE_INSPECTION_RHYTHM, plan->rhythm));
  ctl_json_add_day (object, "next", plan->next_day);
  json_object_set_boolean_member (object, "estimated", plan->estimated);
  ctl_json_add_day (object, "last", plan->last_day);
  ctl_json_add_id (object, "open", plan->open);
  ctl_json_print (object);
  return TRUE;
}

static gboolean
open_incident (Ctl               *ctl,
               XbInspectionItem  *item,
               int                kind,
               GError           **error)
{
  if (xb_inspection_item_get_number_id (item) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("an incident is about a number; this item is about none"));
      return FALSE;
    }
  xb_workspace_open_incident_async (ctl->workspace, xb_inspection_item_get_number_id (item),
                                    kind == XB_INSPECTION_TASK_KIND_MARK ? XB_INCIDENT_KIND_MARK
                                                                         : XB_INCIDENT_KIND_WRONG_INFO,
                                    xb_inspection_item_get_platform (item), XB_INCIDENT_ORIGIN_INSPECTION,
                                    xb_record_get_id (XB_RECORD (item)), 0, xb_inspection_item_get_seen (item),
                                    ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error);
}

static gboolean
run_mend (Ctl     *ctl,
          GError **error)
{
  g_autofree char *due = NULL;
  g_autofree char *kind_word = NULL;
  gboolean incident = FALSE;
  const GOptionEntry entries[] = {
    { "incident", 0, 0, G_OPTION_ARG_NONE, &incident, N_("Open an incident for its number"), NULL },
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_("By when; else as the rules suggest"), "DATE" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_word, N_("mend, mark or wrong-info; else what fits"), "KIND" },
    { NULL }
  };
  g_autoptr(XbInspectionItem) item = NULL;
  g_autoptr(XbInspectionTask) task = NULL;
  gint64 inspection, id;
  int kind;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &inspection, error) ||
      !ctl_check_day ("--due", due, error) ||
      (kind_word != NULL && !ctl_read_word ("--kind", XB_TYPE_INSPECTION_TASK_KIND, kind_word, &kind, error)) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  id = xb_workspace_find_inspection_item (ctl->workspace, inspection, ctl_arg (ctl, 1), -1, error);
  if (id < 0)
    return FALSE;
  item = xb_workspace_ref_inspection_item (ctl->workspace, id);
  if (kind_word == NULL)
    kind = xb_inspection_item_suggest_task (item);
  xb_workspace_open_inspection_task_async (ctl->workspace, id, kind, due, ctl->cancellable, ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0 || (incident && !open_incident (ctl, item, kind, error)))
    return FALSE;
  task = xb_workspace_ref_inspection_task (ctl->workspace, id);
  ctl_item_print (ctl, task, &ctl_task_listing);
  return TRUE;
}

static gboolean
run_tasks (Ctl     *ctl,
           GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_inspection_tasks (ctl->workspace);
  ctl_list_print (ctl, list, &ctl_task_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_mended (Ctl     *ctl,
            GError **error)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("How it was mended"), "TEXT" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_close_inspection_task_async (ctl->workspace, id, TRUE, note, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "done", id, _("It is mended."));
  return TRUE;
}

const CtlCommand ctl_inspect_commands[] = {
  { "inspect", "start", "", N_("makes the list of what is to be looked at"), run_start },
  { "inspect", "record", "ID ITEM RESULT", N_("what was found: pass, fail or skip (open takes it back)"), run_record },
  { "inspect", "finish", "ID", N_("signs it; nothing of it changes afterwards"), run_finish },
  { "inspect", "list", "", N_("the inspections, the newest first"), run_list },
  { "inspect", "show", "ID", N_("one inspection with its items"), run_show },
  { "inspect", "compare", "ID", N_("what is other than in the one before"), run_compare },
  { "inspect", "report", "ID", N_("writes it as a PDF with the photos"), run_report },
  { "inspect", "verify", "ID", N_("whether it still is what was signed"), run_verify },
  { "inspect", "discard", "ID", N_("drops one that is not signed"), run_discard },
  { "inspect", "mend", "ID ITEM", N_("what failed is to be mended by a day"), run_mend },
  { "inspect", "mended", "TASK", N_("it is mended"), run_mended },
  { "inspect", "tasks", "", N_("what failed and has to be mended"), run_tasks },
  { "inspect", "matrix", "", N_("what each brand of phone was last seen to show"), run_matrix },
  { "inspect", "rhythm", "[RHYTHM]", N_("how often: monthly or fortnightly; when the next one is due"), run_rhythm },
  { NULL }
};
