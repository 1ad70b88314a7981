/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-json-read.h"
#include "xb-practice-report.h"

/* The platform's words and ours. */
static const struct
{
  const char  *word;
  XbCertState  state;
} states[] = {
  { "RECEIVED", XB_CERT_STATE_SUBMITTED },
  { "REVIEWING", XB_CERT_STATE_IN_REVIEW },
  { "NEED_MORE", XB_CERT_STATE_NEEDS_INFO },
  { "REFUSED", XB_CERT_STATE_REJECTED },
  { "PASSED", XB_CERT_STATE_APPROVED },
  { "SYNCING", XB_CERT_STATE_SYNCING },
  { "SHOWN", XB_CERT_STATE_LIVE },
  { "FAILED", XB_CERT_STATE_FAILED },
  { "WITHDRAWN", XB_CERT_STATE_WITHDRAWN },
  { "LAPSED", XB_CERT_STATE_EXPIRED },
};

/**
 * xb_practice_report_map_state:
 * @word: (nullable): the platform's word
 * @state: (out): ours
 *
 * Returns: whether @word is known
 */
gboolean
xb_practice_report_map_state (const char  *word,
                              XbCertState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].word, word) == 0)
      {
        *state = states[i].state;
        return TRUE;
      }
  return FALSE;
}

/* An answer was given, so something may have been done. */
static void
set_nonsense (GError     **error,
              const char  *where,
              const char  *wanted)
{
  g_autoptr(GError) nonsense =
    /* Translators: the second %s is technical English, for whoever looks after the platform */
    g_error_new (XB_ERROR, XB_ERROR_PLATFORM,
                 _("The practice platform's answer cannot be understood at “%s” (not %s). Update the program, or ask the platform"),
                 where, wanted);

  xb_error_set_uncertain (nonsense);
  g_propagate_error (error, g_steal_pointer (&nonsense));
}

/* A refusal of the API, for what it means to the user. */
static void
set_refusal (GError     **error,
             const char  *code,
             const char  *message,
             const char  *field)
{
  if (g_str_equal (code, "CLOCK_SKEW"))
    g_set_error_literal (error, XB_ERROR, XB_ERROR_PLATFORM,
                         _("This computer's clock and the practice platform's are more than five minutes apart. Set the clock, then try again"));
  else if (g_str_equal (code, "SIGNATURE_WRONG") || g_str_equal (code, "KEY_UNKNOWN"))
    g_set_error_literal (error, XB_ERROR, XB_ERROR_PLATFORM,
                         _("The practice platform does not know this key. Take its key and secret anew, then try again"));
  else if (g_str_equal (code, "NONCE_REUSED"))
    /* the connection broke and the request came twice: only this copy was refused */
    g_set_error_literal (error, XB_ERROR, XB_ERROR_OFFLINE,
                         _("The connection to the practice platform broke off. Try again"));
  else if (field != NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_PLATFORM,
                 _("The practice platform refused the request: %s (%s, %s). Correct it, then submit again"),
                 message, code, field);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_PLATFORM,
                 _("The practice platform refused the request: %s (%s). Correct it, then submit again"),
                 message, code);
}

static gboolean
is_json (const XbHttpReply *reply)
{
  return g_strcmp0 (reply->content_type, "application/json") == 0;
}

/* The object that answers, or %NULL with @error: status first, then content type, then the document. */
static JsonNode *
read_object (const XbHttpReply  *reply,
             GError            **error)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(JsonNode) root = is_json (reply) ? xb_json_parse (reply->body) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *refusal;
  const char *code;
  const char *message;
  const char *field;

  if (reply->status < 300)
    {
      if (object != NULL)
        return g_steal_pointer (&root);
      set_nonsense (error, is_json (reply) ? "{}" : "Content-Type", "a JSON object");
      return NULL;
    }
  refusal = xb_json_object (object, "", "error", XB_JSON_REQUIRED, &problem);
  code = xb_json_string (refusal, "error", "code", XB_JSON_REQUIRED, &problem);
  message = xb_json_string (refusal, "error", "message", XB_JSON_REQUIRED, &problem);
  field = xb_json_string (refusal, "error", "field", XB_JSON_OPTIONAL, &problem);
  if (problem.where == NULL)
    set_refusal (error, code, message, field);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_PLATFORM,
                 _("The practice platform refused the request without saying why (HTTP %u). Ask the platform"),
                 reply->status);
  return NULL;
}

static char *
read_day (JsonObject    *object,
          const char    *name,
          XbJsonProblem *problem)
{
  const char *day = xb_json_string (object, "", name, XB_JSON_OPTIONAL, problem);

  if (day != NULL && !xb_day_is_valid (day))
    xb_json_problem_note (problem, name, "", "a day", FALSE);
  return g_strdup (day);
}

static void
read_displays (JsonObject    *object,
               GPtrArray     *displays,
               XbJsonProblem *problem)
{
  JsonArray *array = xb_json_array (object, "", "displays", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("displays[%u]", i);
      JsonObject *entry = xb_json_item_object (array, i, item, problem);
      XbHandset handset = xb_json_enum (entry, item, "handset", XB_TYPE_HANDSET, "a handset", problem);
      const char *name = xb_json_string (entry, item, "name", XB_JSON_OPTIONAL, problem);
      const char *label = xb_json_string (entry, item, "label", XB_JSON_OPTIONAL, problem);

      g_ptr_array_add (displays,
                       xb_display_new (handset, name, label,
                                       xb_json_boolean (entry, item, "shown", XB_JSON_REQUIRED, problem)));
    }
}

static void
read_reasons (JsonObject    *object,
              XbCaseReport  *report,
              XbJsonProblem *problem)
{
  JsonArray *array = xb_json_array (object, "", "reasons", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("reasons[%u]", i);
      JsonObject *entry = xb_json_item_object (array, i, item, problem);
      const char *code = xb_json_string (entry, item, "code", XB_JSON_REQUIRED, problem);
      const char *message = xb_json_string (entry, item, "message", XB_JSON_REQUIRED, problem);

      xb_case_report_add_reason (report, code, message,
                                 xb_json_string (entry, item, "field", XB_JSON_OPTIONAL, problem));
    }
}

static const struct
{
  const char         *word;
  XbLabelReportState  state;
} label_states[] = {
  { "REVIEWING", XB_LABEL_REPORT_OPEN },
  { "SYNCING", XB_LABEL_REPORT_OPEN },
  { "SHOWN", XB_LABEL_REPORT_SHOWN },
  { "REFUSED", XB_LABEL_REPORT_REFUSED },
};

static void
read_label_change (JsonObject    *object,
                   XbLabelReport *label,
                   XbJsonProblem *problem)
{
  const char *where = "label_change";
  JsonObject *change = xb_json_object (object, "", where, XB_JSON_OPTIONAL, problem);
  JsonArray *reasons;

  if (change == NULL)
    return;
  label->text = g_strdup (xb_json_string (change, where, "label", XB_JSON_REQUIRED, problem));
  label->raw_state = g_strdup (xb_json_string (change, where, "state", XB_JSON_REQUIRED, problem));
  label->expected_day = read_day (change, "expected_day", problem);
  for (guint i = 0; i < G_N_ELEMENTS (label_states); i++)
    if (g_strcmp0 (label_states[i].word, label->raw_state) == 0)
      label->state = label_states[i].state;
  if (label->state == XB_LABEL_REPORT_NONE)
    xb_json_problem_note (problem, where, "state", "a known state", FALSE);
  reasons = xb_json_array (change, where, "reasons", XB_JSON_REQUIRED, problem);
  if (reasons != NULL && json_array_get_length (reasons) > 0)
    label->reason = g_strdup (xb_json_string (xb_json_item_object (reasons, 0, where, problem), where, "message",
                                              XB_JSON_REQUIRED, problem));
}

/** xb_practice_report_read: Returns: (transfer full): how a case stands, or %NULL with @error */
XbCaseReport *
xb_practice_report_read (const XbHttpReply  *reply,
                         GError            **error)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(XbCaseReport) report = xb_case_report_new ();
  g_autoptr(JsonNode) root = read_object (reply, error);
  JsonObject *object;
  const char *at;

  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  report->case_no = g_strdup (xb_json_string (object, "", "case_no", XB_JSON_REQUIRED, &problem));
  report->raw_state = g_strdup (xb_json_string (object, "", "state", XB_JSON_REQUIRED, &problem));
  if (report->raw_state != NULL && !xb_practice_report_map_state (report->raw_state, &report->state))
    xb_json_problem_note (&problem, "state", "", "a known state", FALSE);
  at = xb_json_string (object, "", "at", XB_JSON_REQUIRED, &problem);
  report->at = at != NULL ? xb_instant_parse (at, NULL) : 0;
  if (report->at < 0)
    xb_json_problem_note (&problem, "at", "", "a point in time", FALSE);
  report->expected_day = read_day (object, "expected_day", &problem);
  report->valid_until = read_day (object, "valid_until", &problem);
  read_reasons (object, report, &problem);
  read_displays (object, report->displays, &problem);
  read_label_change (object, &report->label, &problem);
  if (problem.where == NULL)
    return g_steal_pointer (&report);
  set_nonsense (error, problem.where, problem.wanted);
  return NULL;
}

/** xb_practice_report_read_display: Returns: (transfer full) (element-type XbDisplay): or %NULL with @error */
GPtrArray *
xb_practice_report_read_display (const XbHttpReply  *reply,
                                 GError            **error)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(GPtrArray) displays = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_display_free);
  g_autoptr(JsonNode) root = read_object (reply, error);

  if (root == NULL)
    return NULL;
  read_displays (json_node_get_object (root), displays, &problem);
  if (problem.where == NULL)
    return g_steal_pointer (&displays);
  set_nonsense (error, problem.where, problem.wanted);
  return NULL;
}

/** xb_practice_report_read_picture: Returns: (transfer full): a PNG, or %NULL with @error */
GBytes *
xb_practice_report_read_picture (const XbHttpReply  *reply,
                                 GError            **error)
{
  g_autoptr(JsonNode) root = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (reply->body, &size);

  if (reply->status >= 300)
    {
      root = read_object (reply, error);
      return NULL;
    }
  if (g_strcmp0 (reply->content_type, "image/png") == 0 && size > 8
      && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return g_bytes_ref (reply->body);
  set_nonsense (error, "Content-Type", "a PNG picture");
  return NULL;
}

/** xb_practice_report_read_upload: Returns: (transfer full): the id of a document, or %NULL with @error */
char *
xb_practice_report_read_upload (const XbHttpReply  *reply,
                                GError            **error)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(JsonNode) root = read_object (reply, error);
  const char *id;

  if (root == NULL)
    return NULL;
  id = xb_json_string (json_node_get_object (root), "", "material_id", XB_JSON_REQUIRED, &problem);
  if (problem.where == NULL)
    return g_strdup (id);
  set_nonsense (error, problem.where, problem.wanted);
  return NULL;
}
