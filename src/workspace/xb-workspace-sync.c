/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-label-report-private.h"
#include "xb-outbox-private.h"
#include "xb-practice-desk.h"

/* One round with the platforms: send what waits, ask how the open cases stand, fetch pictures. One
 * call at a time, on the main loop; each answer is written before the next call goes out. */

/* A round is bounded; what is left waits for the next one. */
#define MOST_CALLS 200

typedef enum
{
  PHASE_SEND,
  PHASE_POLL,
  PHASE_PICTURES,
  PHASE_END,
} Phase;

typedef struct
{
  gint64    outbox;
  gint64    certification;
  char     *action;
  char     *key;
  char     *payload;
  char     *case_no;
  char     *number;
  XbHandset handset;
} Call;

typedef struct
{
  Phase             phase;
  GQueue            calls; /* Call (owned) */
  Call             *call;  /* (owned) (nullable): under way */
  XbPlatformClient *client;
  XbSyncResult     *result; /* (owned) until it is returned */
  char             *picture;
} Sync;

static void
call_free (gpointer data)
{
  Call *call = data;

  if (call == NULL)
    return;
  g_free (call->action);
  g_free (call->key);
  g_free (call->payload);
  g_free (call->case_no);
  g_free (call->number);
  g_free (call);
}

void
xb_sync_result_free (XbSyncResult *self)
{
  if (self == NULL)
    return;
  g_free (self->trouble);
  g_free (self);
}

static void
sync_free (gpointer data)
{
  Sync *sync = data;

  g_queue_clear_full (&sync->calls, call_free);
  call_free (sync->call);
  g_clear_object (&sync->client);
  xb_sync_result_free (sync->result);
  g_free (sync->picture);
  g_free (sync);
}

static void
load_waiting (XbWorkspace *self,
              Sync        *sync)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (xb_workspace_get_db (self), NULL,
                      "SELECT o.id, o.certification_id, o.action, o.idempotency_key, o.payload, c.case_no "
                      "FROM outbox o JOIN certification c ON c.id = o.certification_id "
                      "WHERE o.state = 'waiting' AND o.next_at <= ? ORDER BY o.id LIMIT ?", "ii",
                      xb_clock_now (xb_workspace_get_clock (self)), (gint64) MOST_CALLS);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      Call *call = g_new0 (Call, 1);

      call->outbox = xb_rows_int (rows, 0);
      call->certification = xb_rows_int (rows, 1);
      call->action = g_strdup (xb_rows_text (rows, 2));
      call->key = g_strdup (xb_rows_text (rows, 3));
      call->payload = g_strdup (xb_rows_text (rows, 4));
      call->case_no = g_strdup (xb_rows_text (rows, 5));
      g_queue_push_tail (&sync->calls, call);
    }
}

static void
load_open_cases (XbWorkspace *self,
                 Sync        *sync)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (xb_workspace_get_db (self), NULL,
                      "SELECT c.id, c.case_no FROM certification c WHERE c.platform = 'practice' AND c.case_no IS NOT NULL "
                      "AND (c.state IN ('submitted', 'in-review', 'approved', 'syncing') OR (c.state = 'live' AND EXISTS "
                      "(SELECT 1 FROM label_change l WHERE l.certification_id = c.id AND l.state = 'filed'))) AND NOT EXISTS "
                      "(SELECT 1 FROM outbox o WHERE o.certification_id = c.id AND o.state = 'waiting') "
                      "ORDER BY c.updated_at LIMIT ?", "i", (gint64) MOST_CALLS);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      Call *call = g_new0 (Call, 1);

      call->certification = xb_rows_int (rows, 0);
      call->case_no = g_strdup (xb_rows_text (rows, 1));
      g_queue_push_tail (&sync->calls, call);
    }
}

static void
load_pictures (XbWorkspace *self,
               Sync        *sync)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (xb_workspace_get_db (self), NULL,
                      "SELECT c.id, n.e164 FROM certification c JOIN number n ON n.id = c.number_id "
                      "WHERE c.platform = 'practice' AND c.state = 'syncing' ORDER BY c.updated_at LIMIT ?", "i",
                      (gint64) MOST_CALLS);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      guint missing = xb_life_missing (xb_workspace_get_db (self), xb_rows_int (rows, 0));

      for (guint i = 0; i <= XB_HANDSET_OTHER; i++)
        if (missing & (1u << i))
          {
            Call *call = g_new0 (Call, 1);

            call->certification = xb_rows_int (rows, 0);
            call->number = g_strdup (xb_rows_text (rows, 1));
            call->handset = i;
            g_queue_push_tail (&sync->calls, call);
          }
    }
}

static void
go_on (GTask *task);

static void
note_trouble (Sync         *sync,
              const GError *error)
{
  if (sync->result->trouble == NULL && !xb_error_is_cancelled (error))
    sync->result->trouble = g_strdup (error->message);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gint64 steps = xb_workspace_finish_id (XB_WORKSPACE (source), result, &error);

  if (steps < 0)
    note_trouble (sync, error);
  else if (steps > 0)
    sync->result->moved++;
  go_on (task);
}

static void
answered (GTask        *task,
          XbCaseReport *report,
          GError       *failure)
{
  Sync *sync = g_task_get_task_data (task);
  gboolean later = failure != NULL && xb_error_is_uncertain (failure);

  if (failure != NULL && (later || sync->call->outbox == 0))
    note_trouble (sync, failure);
  if (sync->call->outbox == 0)
    {
      if (failure != NULL)
        {
          go_on (task);
          return;
        }
      sync->result->polled++;
    }
  else if (failure == NULL)
    sync->result->sent++;
  else if (!later)
    sync->result->refused++;
  xb_outbox_record_async (g_task_get_source_object (task), sync->call->outbox, sync->call->certification, report,
                          failure, recorded_cb, g_object_ref (task));
}

/* Each verb of a client has its own finish; what follows is the same. */
#define DEFINE_ANSWERED(verb)                                                                          \
  static void verb##_cb (GObject *source, GAsyncResult *result, gpointer user_data)                   \
  {                                                                                                    \
    g_autoptr(GTask) task = user_data;                                                                 \
    g_autoptr(GError) error = NULL;                                                                    \
    g_autoptr(XbCaseReport) report =                                                                   \
      xb_platform_client_##verb##_finish (XB_PLATFORM_CLIENT (source), result, &error);               \
    answered (task, report, error);                                                                    \
  }

DEFINE_ANSWERED (submit)
DEFINE_ANSWERED (answer)
DEFINE_ANSWERED (expedite)
DEFINE_ANSWERED (withdraw)
DEFINE_ANSWERED (change_label)
DEFINE_ANSWERED (poll)

static void
send_submission (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSubmission) submission = xb_outbox_load_submission (g_task_get_source_object (task), sync->call->outbox,
                                                                  &error);

  if (submission == NULL)
    answered (task, NULL, error);
  else
    xb_platform_client_submit_async (sync->client, submission, g_task_get_cancellable (task), submit_cb,
                                     g_object_ref (task));
}

static void
send_call (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);
  Call *call = sync->call;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GPtrArray) files = NULL;
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;
  gint64 change;

  if (strcmp (call->action, "submit") == 0)
    send_submission (task);
  else if (strcmp (call->action, "expedite") == 0)
    xb_platform_client_expedite_async (sync->client, call->case_no, call->key, cancellable, expedite_cb,
                                       g_object_ref (task));
  else if (strcmp (call->action, "withdraw") == 0)
    xb_platform_client_withdraw_async (sync->client, call->case_no, call->key, cancellable, withdraw_cb,
                                       g_object_ref (task));
  else if (strcmp (call->action, "label") == 0)
    {
      label = xb_outbox_dup_label (call->payload, &change);
      xb_platform_client_change_label_async (sync->client, call->case_no, call->key, label, cancellable,
                                             change_label_cb, g_object_ref (task));
    }
  else
    {
      files = xb_outbox_load_files (g_task_get_source_object (task), call->payload);
      note = xb_outbox_dup_note (call->payload);
      xb_platform_client_answer_async (sync->client, call->case_no, call->key, files, note, cancellable, answer_cb,
                                       g_object_ref (task));
    }
}

static void
evidence_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    sync->result->evidence++;
  else
    note_trouble (sync, error);
  g_unlink (sync->picture);
  g_clear_pointer (&sync->picture, g_free);
  go_on (task);
}

static void
picture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sync *sync = g_task_get_task_data (task);
  XbWorkspace *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = xb_platform_client_fetch_screenshot_finish (XB_PLATFORM_CLIENT (source), result, &error);
  const char *brand = xb_enum_to_nick (XB_TYPE_HANDSET, sync->call->handset);

  if (picture != NULL)
    {
      sync->picture = g_strdup_printf ("%s/practice-%s-%" G_GINT64_FORMAT ".png", xb_workspace_get_folder (self),
                                       brand, sync->call->certification);
      if (!g_file_set_contents (sync->picture, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture), &error))
        g_clear_pointer (&sync->picture, g_free);
    }
  if (sync->picture == NULL)
    {
      note_trouble (sync, error);
      go_on (task);
      return;
    }
  xb_workspace_add_evidence_async (self, sync->call->certification, sync->call->handset, sync->picture, 0,
                                   _("Picture of the practice handset"), g_task_get_cancellable (task), evidence_cb,
                                   g_object_ref (task));
}

/* A picture is evidence only where the handset really shows the name. */
static void
display_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) displays = xb_platform_client_fetch_display_finish (sync->client, result, &error);

  for (guint i = 0; displays != NULL && i < displays->len; i++)
    {
      XbDisplay *display = g_ptr_array_index (displays, i);

      if (display->handset != sync->call->handset || !display->shown)
        continue;
      xb_platform_client_fetch_screenshot_async (sync->client, sync->call->number, sync->call->handset,
                                                 g_task_get_cancellable (task), picture_cb, g_object_ref (task));
      return;
    }
  if (displays == NULL)
    note_trouble (sync, error);
  go_on (task);
}

static void
load_phase (XbWorkspace *self,
            Sync        *sync)
{
  if (sync->phase == PHASE_POLL)
    load_open_cases (self, sync);
  else if (sync->phase == PHASE_PICTURES)
    load_pictures (self, sync);
}

static void
end (GTask *task)
{
  XbWorkspace *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);

  sync->result->waiting = xb_db_int (xb_workspace_get_db (self), 0,
                                     "SELECT count (*) FROM outbox WHERE state = 'waiting'", "");
  g_task_return_pointer (task, g_steal_pointer (&sync->result), (GDestroyNotify) xb_sync_result_free);
}

static void
go_on (GTask *task)
{
  XbWorkspace *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);

  g_clear_pointer (&sync->call, call_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  while (g_queue_is_empty (&sync->calls) && sync->phase < PHASE_END)
    {
      sync->phase++;
      load_phase (self, sync);
    }
  sync->call = g_queue_pop_head (&sync->calls);
  if (sync->call == NULL)
    end (task);
  else if (sync->phase == PHASE_SEND)
    send_call (task);
  else if (sync->phase == PHASE_POLL)
    xb_platform_client_poll_async (sync->client, sync->call->case_no, g_task_get_cancellable (task), poll_cb,
                                   g_object_ref (task));
  else
    xb_platform_client_fetch_display_async (sync->client, sync->call->number, g_task_get_cancellable (task),
                                            display_cb, g_object_ref (task));
}

/* Looks what there is to do; where nobody is to be talked to, no platform needs to be there. */
static void
begin (GTask *task)
{
  XbWorkspace *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);
  GError *error = NULL;

  load_waiting (self, sync);
  while (g_queue_is_empty (&sync->calls) && sync->phase < PHASE_END)
    {
      sync->phase++;
      load_phase (self, sync);
    }
  if (g_queue_is_empty (&sync->calls))
    {
      end (task);
      return;
    }
  sync->client = xb_practice_desk_make_client (self, &error);
  if (sync->client == NULL)
    g_task_return_error (task, error);
  else
    go_on (task);
}

static void
labels_filed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    note_trouble (g_task_get_task_data (task), error);
  begin (task);
}

static void
expired_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    note_trouble (sync, error);
  xb_workspace_file_due_labels_async (XB_WORKSPACE (source), labels_filed_cb, g_object_ref (task));
}

void
xb_workspace_sync_async (XbWorkspace         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Sync *sync = g_new0 (Sync, 1);

  g_task_set_source_tag (task, xb_workspace_sync_async);
  g_task_set_task_data (task, sync, sync_free);
  sync->result = g_new0 (XbSyncResult, 1);
  xb_workspace_expire_async (self, expired_cb, g_object_ref (task));
}

XbSyncResult *
xb_workspace_sync_finish (XbWorkspace   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
