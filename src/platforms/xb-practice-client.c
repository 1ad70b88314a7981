/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-enum-types.h"
#include "xb-json-read.h"
#include "xb-practice-client.h"
#include "xb-practice-link.h"
#include "xb-practice-report.h"

struct _XbPracticeClient
{
  GObject         parent_instance;
  XbPracticeLink *link;
};

typedef gpointer (*ReadReply) (const XbHttpReply  *reply,
                               GError            **error);

/* What the steps of one verb need. */
typedef struct
{
  const char     *method;
  char           *path;        /* (owned) */
  char           *key;         /* (owned) (nullable): of a verb that changes something */
  XbSubmission   *submission;  /* (owned) (nullable) */
  GPtrArray      *files;       /* (owned) (nullable): of XbSubmissionFile */
  GPtrArray      *ids;         /* (owned) (nullable): what the platform called them */
  char           *note;        /* (owned) (nullable) */
  char           *label;       /* (owned) (nullable): the new one */
  ReadReply       read;
  GDestroyNotify  free_answer;
} Verb;

static void
verb_free (gpointer data)
{
  Verb *verb = data;

  g_free (verb->path);
  g_free (verb->key);
  g_clear_pointer (&verb->submission, xb_submission_unref);
  g_clear_pointer (&verb->files, g_ptr_array_unref);
  g_clear_pointer (&verb->ids, g_ptr_array_unref);
  g_free (verb->note);
  g_free (verb->label);
  g_free (verb);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_materials (JsonBuilder *builder,
               Verb        *verb)
{
  json_builder_set_member_name (builder, "materials");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verb->files->len; i++)
    {
      XbSubmissionFile *file = g_ptr_array_index (verb->files, i);

      json_builder_begin_object (builder);
      add_text (builder, "type", xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, file->type));
      add_text (builder, "material_id", g_ptr_array_index (verb->ids, i));
      add_text (builder, "filename", file->filename);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_submission (JsonBuilder  *builder,
                XbSubmission *submission)
{
  const char *letter = submission->letter_name != NULL ? submission->letter_name : submission->business_name;

  add_text (builder, "number", submission->number);
  json_builder_set_member_name (builder, "business");
  json_builder_begin_object (builder);
  add_text (builder, "name", submission->business_name);
  add_text (builder, "uscc", submission->uscc);
  add_text (builder, "kind", xb_enum_to_nick (XB_TYPE_BUSINESS_KIND, submission->business_kind));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "letter");
  json_builder_begin_object (builder);
  add_text (builder, "name", letter);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "brands");
  json_builder_begin_array (builder);
  for (guint i = 0; submission->brands != NULL && submission->brands[i] != NULL; i++)
    json_builder_add_string_value (builder, submission->brands[i]);
  json_builder_end_array (builder);
  add_text (builder, "display_name", submission->display_name);
  add_text (builder, "label", submission->label);
  json_builder_set_member_name (builder, "expedite");
  json_builder_add_boolean_value (builder, submission->expedite);
}

/* The same verb with the same documents makes the same bytes each time: the idempotency key relies on it. */
static GBytes *
make_body (Verb *verb)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (verb->submission != NULL)
    add_submission (builder, verb->submission);
  if (verb->note != NULL)
    add_text (builder, "note", verb->note);
  if (verb->label != NULL)
    add_text (builder, "label", verb->label);
  if (verb->ids != NULL)
    add_materials (builder, verb);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return xb_json_to_bytes (root);
}

static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Verb *verb = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(XbHttpReply) reply = xb_http_call_finish (SOUP_SESSION (source), result, &error);
  gpointer answer = reply != NULL ? verb->read (reply, &error) : NULL;

  if (answer != NULL)
    g_task_return_pointer (task, answer, verb->free_answer);
  else
    g_task_return_error (task, error);
}

/* The last step of every verb, and the only one of most. */
static void
send_request (GTask *task) /* taken */
{
  XbPracticeClient *self = g_task_get_source_object (task);
  Verb *verb = g_task_get_task_data (task);
  g_autoptr(GBytes) body = verb->key != NULL ? make_body (verb) : NULL;
  g_autoptr(SoupMessage) message = xb_practice_link_sign (self->link, verb->method, verb->path,
                                                          "application/json", body);

  if (verb->key != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Idempotency-Key", verb->key);
  xb_http_call_async (self->link->session, message, &self->link->limits, g_task_get_cancellable (task),
                      replied_cb, task);
}

static void
uploaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  XbPracticeClient *self = g_task_get_source_object (task);
  Verb *verb = g_task_get_task_data (task);
  GError *error = NULL;

  verb->ids = xb_practice_link_upload_finish (self->link, result, &error);
  if (verb->ids == NULL)
    g_task_return_error (task, error);
  else
    send_request (g_steal_pointer (&task));
}

static void
upload_and_send (GTask *task) /* taken */
{
  XbPracticeClient *self = g_task_get_source_object (task);
  Verb *verb = g_task_get_task_data (task);

  xb_practice_link_upload_async (self->link, verb->files, g_task_get_cancellable (task), uploaded_cb, task);
}

/* A verb about one case; @action and @key (nullable) when it only asks. */
static GTask *
case_verb_new (XbPlatformClient    *client,
               gpointer             source_tag,
               const char          *case_no,
               const char          *action,
               const char          *key,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autofree char *escaped = g_uri_escape_string (case_no, NULL, FALSE);
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Verb *verb = g_new0 (Verb, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, verb, verb_free);
  verb->method = key != NULL ? "POST" : "GET";
  verb->path = g_strconcat ("/v1/certifications", *escaped != '\0' ? "/" : "", escaped,
                            action != NULL ? "/" : "", action, NULL);
  verb->key = g_strdup (key);
  verb->read = (ReadReply) xb_practice_report_read;
  verb->free_answer = (GDestroyNotify) xb_case_report_unref;
  return task;
}

static void
submit (XbPlatformClient    *client,
        XbSubmission        *submission,
        GCancellable        *cancellable,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  GTask *task = case_verb_new (client, submit, "", NULL, submission->idempotency_key,
                               cancellable, callback, user_data);
  Verb *verb = g_task_get_task_data (task);

  verb->submission = xb_submission_ref (submission);
  verb->files = g_ptr_array_ref (submission->files);
  upload_and_send (task);
}

static void
answer (XbPlatformClient    *client,
        const char          *case_no,
        const char          *idempotency_key,
        GPtrArray           *files,
        const char          *note,
        GCancellable        *cancellable,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  GTask *task = case_verb_new (client, answer, case_no, "answers", idempotency_key,
                               cancellable, callback, user_data);
  Verb *verb = g_task_get_task_data (task);

  verb->note = g_strdup (note);
  verb->files = files != NULL ? g_ptr_array_ref (files) : xb_submission_files_new ();
  upload_and_send (task);
}

static void
expedite (XbPlatformClient    *client,
          const char          *case_no,
          const char          *idempotency_key,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  send_request (case_verb_new (client, expedite, case_no, "expedite", idempotency_key,
                               cancellable, callback, user_data));
}

static void
withdraw (XbPlatformClient    *client,
          const char          *case_no,
          const char          *idempotency_key,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  send_request (case_verb_new (client, withdraw, case_no, "withdraw", idempotency_key,
                               cancellable, callback, user_data));
}

static void
change_label (XbPlatformClient    *client,
              const char          *case_no,
              const char          *idempotency_key,
              const char          *label,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = case_verb_new (client, change_label, case_no, "label", idempotency_key,
                               cancellable, callback, user_data);

  ((Verb *) g_task_get_task_data (task))->label = g_strdup (label);
  send_request (task);
}

static void
ask_about_case (XbPlatformClient    *client,
                const char          *case_no,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  send_request (case_verb_new (client, ask_about_case, case_no, NULL, NULL, cancellable, callback, user_data));
}

static void
fetch (XbPlatformClient    *client,
       gpointer             source_tag,
       char                *path, /* taken */
       ReadReply            read_reply,
       GDestroyNotify       free_answer,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Verb *verb = g_new0 (Verb, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, verb, verb_free);
  verb->method = "GET";
  verb->path = path;
  verb->read = read_reply;
  verb->free_answer = free_answer;
  send_request (task);
}

static void
fetch_display (XbPlatformClient    *client,
               const char          *number,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autofree char *escaped = g_uri_escape_string (number, NULL, FALSE);

  fetch (client, fetch_display, g_strdup_printf ("/v1/displays/%s", escaped),
         (ReadReply) xb_practice_report_read_display, (GDestroyNotify) g_ptr_array_unref,
         cancellable, callback, user_data);
}

static void
fetch_screenshot (XbPlatformClient    *client,
                  const char          *number,
                  XbHandset            handset,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autofree char *escaped = g_uri_escape_string (number, NULL, FALSE);

  fetch (client, fetch_screenshot,
         g_strdup_printf ("/v1/displays/%s/%s.png", escaped, xb_enum_to_nick (XB_TYPE_HANDSET, handset)),
         (ReadReply) xb_practice_report_read_picture, (GDestroyNotify) g_bytes_unref,
         cancellable, callback, user_data);
}

static void
platform_client_init (XbPlatformClientInterface *iface)
{
  iface->submit = submit;
  iface->answer = answer;
  iface->expedite = expedite;
  iface->withdraw = withdraw;
  iface->change_label = change_label;
  iface->poll = ask_about_case;
  iface->fetch_display = fetch_display;
  iface->fetch_screenshot = fetch_screenshot;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XbPracticeClient, xb_practice_client, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XB_TYPE_PLATFORM_CLIENT, platform_client_init))

static void
xb_practice_client_finalize (GObject *object)
{
  XbPracticeClient *self = XB_PRACTICE_CLIENT (object);

  g_clear_pointer (&self->link, xb_practice_link_free);
  G_OBJECT_CLASS (xb_practice_client_parent_class)->finalize (object);
}

static void
xb_practice_client_class_init (XbPracticeClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_practice_client_finalize;
}

static void
xb_practice_client_init (XbPracticeClient *self)
{
}

/**
 * xb_practice_client_new:
 * @base_url: where the practice platform is: https anywhere, plain http on this computer alone
 * @key_id: xb_practice_server_get_key_id()
 * @secret: xb_practice_server_get_secret()
 * @error: set to %XB_ERROR_INVALID
 *
 * Speaks data/practice-api.yaml. Works in the main context of the caller of each verb.
 *
 * Returns: (transfer full): a client, or %NULL with @error
 */
XbPracticeClient *
xb_practice_client_new (const char *base_url,
                        const char *key_id,
                        const char *secret,
                        GError    **error)
{
  XbPracticeLink *link;
  XbPracticeClient *self;

  g_return_val_if_fail (base_url != NULL && key_id != NULL && secret != NULL, NULL);

  link = xb_practice_link_new (base_url, key_id, secret, error);
  if (link == NULL)
    return NULL;
  self = g_object_new (XB_TYPE_PRACTICE_CLIENT, NULL);
  self->link = link;
  return self;
}

/** xb_practice_client_set_timeouts: instead of 10 seconds to connect and 30 for the whole answer */
void
xb_practice_client_set_timeouts (XbPracticeClient *self,
                                 guint             connect_seconds,
                                 guint             overall_seconds)
{
  g_return_if_fail (XB_IS_PRACTICE_CLIENT (self));
  g_return_if_fail (connect_seconds > 0 && overall_seconds > 0);

  self->link->limits.connect_seconds = connect_seconds;
  self->link->limits.overall_seconds = overall_seconds;
}
