/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-run.h"
#include "ctl-table.h"
#include "xb-error.h"
#include "xb-outbox-item.h"
#include "xb-practice-server.h"
#include "xb-workspace-life.h"

/* The platforms that speak: send, ask, and practise. */

/* What waits and why, for people. */
static void
say_outbox (Ctl *ctl)
{
  static const char *const headings[] = { N_("Certification"), N_("Call"), N_("Next try"), N_("Why"), NULL };
  g_autoptr(GListModel) list = xb_workspace_list_outbox (ctl->workspace);
  g_autoptr(CtlTable) table = ctl_table_new (headings);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbOutboxItem) item = g_list_model_get_item (list, i);
      gboolean refused = xb_outbox_item_get_state (item) == XB_OUTBOX_STATE_REFUSED;

      ctl_table_add_int (table, xb_outbox_item_get_certification_id (item));
      ctl_table_add (table, xb_outbox_item_get_action (item));
      ctl_table_take (table, refused ? g_strdup (_("refused")) : xb_instant_format (xb_outbox_item_get_next_at (item)));
      ctl_table_add (table, xb_outbox_item_get_last_error (item));
    }
  if (g_list_model_get_n_items (list) == 0)
    return;
  putchar ('\n');
  ctl_table_flush (table);
}

static JsonArray *
outbox_to_json (Ctl *ctl)
{
  g_autoptr(GListModel) list = xb_workspace_list_outbox (ctl->workspace);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbOutboxItem) item = g_list_model_get_item (list, i);
      JsonObject *object = json_object_new ();

      ctl_json_add_id (object, "id", xb_record_get_id (XB_RECORD (item)));
      ctl_json_add_id (object, "certification_id", xb_outbox_item_get_certification_id (item));
      ctl_json_add_text (object, "platform", xb_outbox_item_get_platform (item));
      ctl_json_add_text (object, "action", xb_outbox_item_get_action (item));
      json_object_set_boolean_member (object, "refused",
                                      xb_outbox_item_get_state (item) == XB_OUTBOX_STATE_REFUSED);
      json_object_set_int_member (object, "attempts", xb_outbox_item_get_attempts (item));
      ctl_json_add_instant (object, "next_at", xb_outbox_item_get_next_at (item));
      ctl_json_add_text (object, "error", xb_outbox_item_get_last_error (item));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_sync (Ctl          *ctl,
            XbSyncResult *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "sent", result->sent);
  json_object_set_int_member (object, "refused", result->refused);
  json_object_set_int_member (object, "waiting", result->waiting);
  json_object_set_int_member (object, "polled", result->polled);
  json_object_set_int_member (object, "moved", result->moved);
  json_object_set_int_member (object, "evidence", result->evidence);
  ctl_json_add_text (object, "trouble", result->trouble);
  json_object_set_array_member (object, "outbox", outbox_to_json (ctl));
  ctl_json_print (object);
}

static gboolean
run_sync (Ctl     *ctl,
          GError **error)
{
  g_autoptr(XbSyncResult) result = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_sync_async (ctl->workspace, ctl->cancellable, ctl_ready_cb, ctl);
  result = xb_workspace_sync_finish (ctl->workspace, ctl_wait (ctl), error);
  if (result == NULL)
    return FALSE;
  /* Where nobody answered at all the round has failed; what waits goes out with a later one. */
  if (result->trouble != NULL && result->sent + result->refused + result->polled == 0)
    {
      g_set_error_literal (error, XB_ERROR, XB_ERROR_OFFLINE, result->trouble);
      return FALSE;
    }
  if (ctl->json)
    {
      print_sync (ctl, result);
      return TRUE;
    }
  printf (_("Sent: %u, refused: %u, waiting: %u. Cases asked about: %u, moved on: %u.\n"), result->sent, result->refused,
          result->waiting, result->polled, result->moved);
  if (result->trouble != NULL)
    printf (_("Not everything went well: %s\n"), result->trouble);
  say_outbox (ctl);
  return TRUE;
}

static void
print_practice (Ctl        *ctl,
                const char *url)
{
  g_autofree char *key = xb_workspace_dup_practice_key (ctl->workspace);
  JsonObject *object;

  if (!ctl->json)
    {
      printf (_("The practice platform listens at %s; Ctrl-C ends it.\n"), url);
      return;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "url", url);
  ctl_json_add_text (object, "key", key);
  ctl_json_print (object);
}

static gboolean
run_practice (Ctl     *ctl,
              GError **error)
{
  int port = 0;
  double speed = XB_PRACTICE_SPEED;
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &port, N_("The port on the loopback; else any free one"), "N" },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &speed, N_("How many seconds pass there in one of yours"), "X" },
    { NULL }
  };
  g_autofree char *url = NULL;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (port < 0 || port > G_MAXUINT16)
    return ctl_usage (error, _("--port: %d is no port; choose one from 1 to 65535, or 0 for any"), port);
  if (!(speed > 0))
    return ctl_usage (error, _("--speed takes a number above 0"));
  if (ctl_open (ctl, error) == NULL || !xb_workspace_start_practice (ctl->workspace, port, speed, error))
    return FALSE;
  url = xb_workspace_dup_practice_url (ctl->workspace);
  print_practice (ctl, url);
  fflush (stdout);
  ctl_run_until_stopped (ctl);
  return TRUE;
}

const CtlCommand ctl_sync_commands[] = {
  { "sync", NULL, "", N_("sends what waits and asks the platforms once"), run_sync },
  { "practice", NULL, "", N_("runs the practice platform until it is stopped"), run_practice },
  { NULL }
};
