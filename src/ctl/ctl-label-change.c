/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-label-print.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-money.h"

/* The edits at the platforms that follow from the labels, the free ones, and the campaigns. */

static gboolean
print_change (Ctl     *ctl,
              gint64   id,
              GError **error)
{
  g_autoptr(XbLabelChange) change = xb_workspace_ref_label_change (ctl->workspace, id);

  if (change == NULL) /* its label may have dropped it meanwhile */
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no label change %" PRId64 "; see “label changes”"),
                   id);
      return FALSE;
    }
  ctl_item_print (ctl, change, &ctl_change_listing);
  return TRUE;
}

static gboolean
run_changes (Ctl     *ctl,
             GError **error)
{
  g_autoptr(GListModel) list = NULL;
  gint64 number;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  if (ctl_n_args (ctl) == 0)
    list = xb_workspace_list_open_label_changes (ctl->workspace);
  else
    {
      number = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
      if (number < 0)
        return FALSE;
      list = xb_workspace_list_number_label_changes (ctl->workspace, number);
    }
  ctl_list_print (ctl, list, &ctl_change_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_file (Ctl     *ctl,
          GError **error)
{
  g_autofree char *on = NULL;
  g_autofree char *case_no = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it was handed in; else now"), "INSTANT" },
    { "case-no", 0, 0, G_OPTION_ARG_FILENAME, &case_no, N_("What the platform calls it"), "TEXT" },
    { NULL }
  };
  gint64 at = 0;
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      !ctl_open_clock (ctl, error) || !ctl_read_instant (ctl, "--on", on, &at, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_file_label_change_async (ctl->workspace, &id, 1, at, case_no, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_change (ctl, id, error);
}

static gboolean
run_record (Ctl     *ctl,
            GError **error)
{
  g_autofree char *on = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it happened; else now"), "INSTANT" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why it was refused, in the platform’s words"), "TEXT" },
    { NULL }
  };
  gint64 at = 0;
  gint64 id;
  int to;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      !ctl_read_word ("STATE", XB_TYPE_CHANGE_STATE, ctl_arg (ctl, 1), &to, error) ||
      !ctl_open_clock (ctl, error) || !ctl_read_instant (ctl, "--on", on, &at, error))
    return FALSE;
  if (to == XB_CHANGE_STATE_FILED)
    return ctl_usage (error, _("a hand-in is noted with “label file”"));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_record_label_change_async (ctl->workspace, &id, 1, to, at, reason, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_change (ctl, id, error);
}

static gboolean
print_free (Ctl         *ctl,
            const char  *platform,
            GError     **error)
{
  XbFreeEdits edits;
  JsonObject *object;
  g_autofree char *fee = NULL;

  if (!xb_workspace_read_free_edits (ctl->workspace, platform, NULL, &edits, error))
    return FALSE;
  if (!ctl->json)
    {
      if (edits.left < 0)
        puts (_("How many free edits it gives is not known; ask the platform and enter it."));
      else
        printf (_("%d of %d free edits left, from %s to %s\n"), edits.left, edits.of, edits.from, edits.until);
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "platform", platform);
  if (edits.left < 0)
    json_object_set_null_member (object, "free_edits_left");
  else
    json_object_set_int_member (object, "free_edits_left", edits.left);
  json_object_set_int_member (object, "used", edits.used);
  json_object_set_int_member (object, "used_elsewhere", edits.used_elsewhere);
  ctl_json_add_day (object, "from", edits.from);
  ctl_json_add_day (object, "until", edits.until);
  ctl_json_print (object);
  return TRUE;
}

static gboolean
run_free (Ctl     *ctl,
          GError **error)
{
  g_autofree char *left_word = NULL;
  const GOptionEntry entries[] = {
    { "left", 0, 0, G_OPTION_ARG_FILENAME, &left_word, N_("How many are left in this contract year"), "N" },
    { NULL }
  };
  gint64 left = 0;

  if (!ctl_parse (ctl, entries, error) || (left_word != NULL && !ctl_read_int (left_word, 0, 1000, &left, error)) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  if (left_word != NULL)
    {
      xb_workspace_set_free_edits_async (ctl->workspace, ctl_arg (ctl, 0), (int) left, ctl->cancellable, ctl_ready_cb,
                                         ctl);
      if (!ctl_finish (ctl, error))
        return FALSE;
    }
  return print_free (ctl, ctl_arg (ctl, 0), error);
}

static JsonObject *
campaign_to_json (Ctl     *ctl,
                  gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "name", xb_campaign_get_name (item));
  ctl_json_add_day (object, "from", xb_campaign_get_from_day (item));
  ctl_json_add_day (object, "until", xb_campaign_get_until_day (item));
  ctl_json_add_text (object, "note", xb_campaign_get_note (item));
  json_object_set_int_member (object, "labels", xb_campaign_get_labels (item));
  return object;
}

static void
campaign_to_row (Ctl      *ctl,
                 gpointer  item,
                 CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_campaign_get_name (item));
  ctl_table_add (table, xb_campaign_get_from_day (item));
  ctl_table_add (table, xb_campaign_get_until_day (item));
  ctl_table_add_int (table, xb_campaign_get_labels (item));
}

static const char *const campaign_headings[] = {
  N_("ID"), N_("Campaign"), N_("From"), N_("Until"), N_("Labels"), NULL
};

static const CtlListing campaign_listing = {
  campaign_headings, N_("No campaigns here. Add one with “campaign add”."), campaign_to_json, campaign_to_row, NULL
};

static gboolean
save_campaign (Ctl       *ctl,
               gboolean   fresh,
               GError   **error)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Needed: its first day"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Needed: its last day"), "DATE" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What it is about"), "TEXT" },
    { NULL }
  };
  g_autoptr(XbCampaign) campaign = NULL;
  gint64 id = 0;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (from == NULL || until == NULL)
    return ctl_usage (error, _("--from and --until are needed: from when until when is the campaign?"));
  if (!ctl_check_day ("--from", from, error) || !ctl_check_day ("--until", until, error) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  if (!fresh)
    id = xb_workspace_find_campaign (ctl->workspace, ctl_arg (ctl, 0), error);
  if (id < 0)
    return FALSE;
  xb_workspace_save_campaign_async (ctl->workspace, id, ctl_arg (ctl, 0), from, until, note, ctl->cancellable,
                                    ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0)
    return FALSE;
  campaign = xb_workspace_ref_campaign (ctl->workspace, id);
  ctl_item_print (ctl, campaign, &campaign_listing);
  return TRUE;
}

static gboolean
run_campaign_add (Ctl     *ctl,
                  GError **error)
{
  return save_campaign (ctl, TRUE, error);
}

static gboolean
run_campaign_move (Ctl     *ctl,
                   GError **error)
{
  return save_campaign (ctl, FALSE, error);
}

static gboolean
run_campaign_list (Ctl     *ctl,
                   GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_campaigns (ctl->workspace);
  ctl_list_print (ctl, list, &campaign_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_campaign_remove (Ctl     *ctl,
                     GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  id = xb_workspace_find_campaign (ctl->workspace, ctl_arg (ctl, 0), error);
  if (id < 0)
    return FALSE;
  xb_workspace_remove_campaign_async (ctl->workspace, id, TRUE, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "removed", id, _("The campaign is removed."));
  return TRUE;
}

const CtlCommand ctl_label_change_commands[] = {
  { "label", "changes", "[NUMBER]", N_("the edits still to be made; of one number: all"), run_changes },
  { "label", "file", "CHANGE", N_("notes that an edit was handed in"), run_file },
  { "label", "record", "CHANGE STATE", N_("notes what became of it: live, refused, planned, cancelled"), run_record },
  { "label", "free", "PLATFORM", N_("the free edits of its contract year"), run_free },
  { "campaign", "add", "NAME", N_("a time with a name, for labels"), run_campaign_add },
  { "campaign", "list", "", N_("the campaigns"), run_campaign_list },
  { "campaign", "move", "NAME", N_("other days; its labels go along"), run_campaign_move },
  { "campaign", "remove", "NAME", N_("takes a campaign out"), run_campaign_remove },
  { NULL }
};
