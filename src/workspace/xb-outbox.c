/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-hand-in-private.h"
#include "xb-label-report-private.h"
#include "xb-lifecycle.h"
#include "xb-outbox-private.h"
#include "xb-workspace-papers.h"

/* First wait, doubled at each try up to the last; a Retry-After of the platform wins. */
#define FIRST_WAIT 2
#define LAST_WAIT  (15 * 60)

static JsonNode *
parse_payload (const char *payload)
{
  return json_from_string (payload != NULL ? payload : "{}", NULL);
}

/** xb_outbox_dup_note: Returns: (transfer full) (nullable): the words that go with an answer */
char *
xb_outbox_dup_note (const char *payload)
{
  g_autoptr(JsonNode) root = parse_payload (payload);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (root), "note", NULL));
}

/**
 * xb_outbox_dup_label:
 * @payload: of an outbox row with the action "label"
 * @change: (out): which edit it is
 *
 * Returns: (transfer full): the label asked for
 */
char *
xb_outbox_dup_label (const char *payload,
                     gint64     *change)
{
  g_autoptr(JsonNode) root = parse_payload (payload);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  *change = object != NULL ? json_object_get_int_member_with_default (object, "change", 0) : 0;
  return g_strdup (object != NULL ? json_object_get_string_member_with_default (object, "label", "") : "");
}

/**
 * xb_outbox_load_files:
 * @payload: of an outbox row, written by xb_hand_in_queue()
 *
 * Returns: (transfer full) (element-type XbSubmissionFile): the watermarked copies that go with it
 */
GPtrArray *
xb_outbox_load_files (XbWorkspace *self,
                      const char  *payload)
{
  g_autoptr(JsonNode) root = parse_payload (payload);
  GPtrArray *files = xb_submission_files_new ();
  JsonArray *list = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    list = json_object_get_array_member (json_node_get_object (root), "files");
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *file = json_array_get_object_element (list, i);
      g_autofree char *path = xb_workspace_dup_file_path (self, json_object_get_string_member (file, "sha256"));
      int type = XB_MATERIAL_TYPE_OTHER;

      xb_enum_from_nick (XB_TYPE_MATERIAL_TYPE, json_object_get_string_member (file, "type"), &type);
      g_ptr_array_add (files, xb_submission_file_new (type, json_object_get_string_member (file, "filename"),
                                                      json_object_get_string_member (file, "media_type"), path, NULL));
    }
  return files;
}

static char **
load_brands (XbDb *db)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(XbRows) rows = xb_db_query (db, NULL, "SELECT name FROM brand WHERE registered <> 0", "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    g_strv_builder_add (names, xb_rows_text (rows, 0));
  return g_strv_builder_end (names);
}

/**
 * xb_outbox_load_submission:
 * @outbox: a row with the action "submit"
 *
 * Returns: (transfer full) (nullable): what is sent, or %NULL with @error
 */
XbSubmission *
xb_outbox_load_submission (XbWorkspace *self,
                           gint64       outbox,
                           GError     **error)
{
  XbDb *db = xb_workspace_get_db (self);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  g_autoptr(XbSubmission) submission = NULL;
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error,
                      "SELECT o.idempotency_key, o.payload, n.e164, c.display_name, nullif (c.label, ''), c.expedite FROM outbox o "
                      "JOIN certification c ON c.id = o.certification_id JOIN number n ON n.id = c.number_id "
                      "WHERE o.id = ?", "i", outbox);
  if (rows == NULL || !xb_rows_next (rows, error))
    return NULL;
  submission = xb_submission_new (xb_rows_text (rows, 0));
  submission->business_name = g_strdup (business != NULL ? xb_business_get_name (business) : "");
  submission->uscc = g_strdup (business != NULL ? xb_business_get_uscc (business) : NULL);
  submission->business_kind = business != NULL ? xb_business_get_kind (business) : XB_BUSINESS_KIND_COMPANY;
  submission->brands = load_brands (db);
  submission->number = g_strdup (xb_rows_text (rows, 2));
  submission->display_name = g_strdup (xb_rows_text (rows, 3));
  submission->label = g_strdup (xb_rows_text (rows, 4));
  submission->expedite = xb_rows_int (rows, 5) != 0;
  g_clear_pointer (&submission->files, g_ptr_array_unref);
  submission->files = xb_outbox_load_files (self, xb_rows_text (rows, 1));
  return g_steal_pointer (&submission);
}

typedef struct
{
  XbVerb        verb; /* id: how many steps the certification went on */
  gint64        outbox;
  gint64        certification;
  XbCaseReport *report;
  GError       *failure;
  gint64        retry_after;
  XbChannel    *channel;
} Record;

static void
record_free (gpointer data)
{
  Record *verb = data;

  g_clear_pointer (&verb->report, xb_case_report_unref);
  g_clear_error (&verb->failure);
  xb_channel_free (verb->channel);
  g_free (verb);
}

/* The platform's word is taken over step by step. "Shown" is only a claim: live needs evidence. */
static gboolean
apply_report (XbDb    *db,
              Record  *verb,
              GError **error)
{
  const XbCaseReport *report = verb->report;
  g_autofree char *word = xb_db_text (db, "SELECT state FROM certification WHERE id = ?", "i", verb->certification);
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (XbCertState));
  XbCertState to = report->state;
  int from = XB_CERT_STATE_DRAFT;

  xb_enum_from_nick (XB_TYPE_CERT_STATE, word, &from);
  if (to == XB_CERT_STATE_LIVE && from != XB_CERT_STATE_SUSPENDED)
    to = XB_CERT_STATE_SYNCING;
  if (from != (int) to && !(from == XB_CERT_STATE_LIVE && to == XB_CERT_STATE_SYNCING) &&
      xb_lifecycle_find_path (from, to, path))
    for (guint i = 0; i < path->len; i++)
      {
        gboolean last = i + 1 == path->len;
        const XbTransition step = {
          .certification = verb->certification, .to = g_array_index (path, XbCertState, i),
          .at = verb->verb.now, .trusted = TRUE, .raw_state = report->raw_state, .case_no = report->case_no,
          .reason_code = last ? report->reason_code : NULL, .reason = last ? report->raw_reason : NULL,
          .expires = report->valid_until, .channel = verb->channel };

        if (!xb_life_apply (db, &step, error))
          return FALSE;
        verb->verb.id++;
      }
  return xb_db_run (db, error,
                    "UPDATE certification SET raw_state = ?1, case_no = ifnull (?2, case_no), "
                    "expected = iif (state IN ('submitted', 'in-review', 'approved', 'syncing'), "
                    "ifnull (?3, expected), expected) WHERE id = ?4 AND "
                    "(raw_state IS NOT ?1 OR case_no IS NOT ifnull (?2, case_no) OR "
                    "(?3 IS NOT NULL AND expected IS NOT ?3))", "ttti", report->raw_state, report->case_no,
                    report->expected_day, verb->certification);
}

static gboolean
record_wait (XbDb    *db,
             Record  *verb,
             GError **error)
{
  gint64 attempts = xb_db_int (db, 0, "SELECT attempts FROM outbox WHERE id = ?", "i", verb->outbox);
  gint64 wait = MIN (LAST_WAIT, FIRST_WAIT << MIN (attempts, 10));

  /* Some disorder, so that many do not all come back in the same second. */
  wait = verb->retry_after > 0 ? verb->retry_after : wait + g_random_int_range (0, (gint32) wait / 2 + 1);
  return xb_db_run (db, error, "UPDATE outbox SET attempts = attempts + 1, next_at = ?, last_error = ? WHERE id = ?",
                    "iti", verb->verb.now + wait, verb->failure->message, verb->outbox);
}

/* A call that the platform will not take is not sent again; its certification waits for the owner. */
static gboolean
record_refusal (XbDb    *db,
                Record  *verb,
                GError **error)
{
  g_autofree char *action = xb_db_text (db, "SELECT action FROM outbox WHERE id = ?", "i", verb->outbox);
  g_autofree char *word = xb_db_text (db, "SELECT state FROM certification WHERE id = ?", "i", verb->certification);
  int from = XB_CERT_STATE_DRAFT;
  const XbTransition step = {
    .certification = verb->certification, .to = XB_CERT_STATE_REJECTED, .at = verb->verb.now, .trusted = TRUE,
    .reason = verb->failure->message, .channel = verb->channel };

  xb_enum_from_nick (XB_TYPE_CERT_STATE, word, &from);
  if (!xb_db_run (db, error, "UPDATE outbox SET state = 'refused', attempts = attempts + 1, last_error = ?, "
                  "done_at = ? WHERE id = ?", "tii", verb->failure->message, verb->verb.now, verb->outbox))
    return FALSE;
  if (strcmp (action, "label") == 0)
    return xb_label_report_refusal (db, verb->outbox, verb->failure->message, verb->verb.now, verb->channel, error);
  if (strcmp (action, "submit") == 0 && xb_lifecycle_may_follow (from, XB_CERT_STATE_REJECTED))
    return xb_life_apply (db, &step, error);
  return TRUE;
}

static gboolean
record_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Record *verb = data;

  /* Whether the platform acted is not known: the same key is sent again, and it answers with the case. */
  if (verb->failure != NULL)
    return xb_error_is_uncertain (verb->failure) ? record_wait (db, verb, error) : record_refusal (db, verb, error);
  if (verb->outbox != 0 &&
      !xb_db_run (db, error, "UPDATE outbox SET state = 'sent', attempts = attempts + 1, last_error = NULL, "
                  "done_at = ? WHERE id = ?", "ii", verb->verb.now, verb->outbox))
    return FALSE;
  return apply_report (db, verb, error) &&
         xb_label_report_apply (db, verb->certification, verb->report, verb->verb.now, verb->channel, &verb->verb.id, error);
}

/**
 * xb_outbox_record_async:
 * @outbox: the call that ended; 0: the case was only asked about
 * @report: (nullable): what the platform answered, or
 * @failure: (nullable): why it did not
 *
 * Ends with xb_workspace_finish_id(): how many steps the certification went on.
 */
void
xb_outbox_record_async (XbWorkspace         *self,
                        gint64               outbox,
                        gint64               certification,
                        XbCaseReport        *report,
                        const GError        *failure,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Record *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->outbox = outbox;
  verb->certification = certification;
  verb->report = report != NULL ? xb_case_report_ref (report) : NULL;
  verb->failure = failure != NULL ? g_error_copy (failure) : NULL;
  verb->retry_after = failure != NULL ? xb_error_get_retry_after (failure) : 0;
  verb->channel = xb_workspace_make_channel (self, certification, verb->verb.now, &error);
  if (verb->channel == NULL)
    {
      record_free (verb);
      xb_workspace_fail (self, xb_outbox_record_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_outbox_record_async, NULL, record_job, verb, record_free, NULL, callback, user_data);
}
