/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-http-signer.h"
#include "xb-practice-link.h"
#include "xb-practice-report.h"

/* More is no document but a mistake; the platform itself takes less. */
#define FILE_MAX (20 * 1024 * 1024)
#define FILE_MAX_MB 20

typedef enum
{
  STEP_BEGIN,
  STEP_MEASURE,
  STEP_LOAD,
  STEP_SEND,
} Step;

/* Documents go up one after the other. */
typedef struct
{
  XbPracticeLink *link;
  GPtrArray      *files; /* (owned): of XbSubmissionFile */
  GPtrArray      *ids;   /* (owned): what the platform called them, as far as they are up */
  GFile          *file;  /* (owned) (nullable): the one that is being read */
  Step            step;
} Upload;

static void
upload_free (gpointer data)
{
  Upload *upload = data;

  g_ptr_array_unref (upload->files);
  g_clear_pointer (&upload->ids, g_ptr_array_unref);
  g_clear_object (&upload->file);
  g_free (upload);
}

/**
 * xb_practice_link_new:
 * @base_url: https anywhere, plain http on this computer alone
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: (transfer full): the way there, or %NULL with @error
 */
XbPracticeLink *
xb_practice_link_new (const char *base_url,
                      const char *key_id,
                      const char *secret,
                      GError    **error)
{
  static const XbHttpLimits limits = XB_HTTP_LIMITS_DEFAULT;
  g_autoptr(GUri) base = g_uri_parse (base_url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(SoupSession) session = NULL;
  XbPracticeLink *self;

  if (base == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is no address of a platform. Write it like https://platform.example"), base_url);
      return NULL;
    }
  session = xb_http_session_new (base, error);
  if (session == NULL)
    return NULL;
  self = g_new0 (XbPracticeLink, 1);
  self->session = g_steal_pointer (&session);
  self->base = g_steal_pointer (&base);
  self->key_id = g_strdup (key_id);
  self->secret = g_strdup (secret);
  self->limits = limits;
  return self;
}

/** xb_practice_link_free: frees @self */
void
xb_practice_link_free (XbPracticeLink *self)
{
  g_object_unref (self->session);
  g_uri_unref (self->base);
  g_free (self->key_id);
  g_free (self->secret);
  g_free (self);
}

/**
 * xb_practice_link_sign:
 * @path: below the base, percent-encoded
 * @content_type: (nullable): of @body
 * @body: (nullable):
 *
 * Returns: (transfer full): a request with a time and a nonce of its own, to be sent once
 */
SoupMessage *
xb_practice_link_sign (XbPracticeLink *self,
                       const char     *method,
                       const char     *path,
                       const char     *content_type,
                       GBytes         *body)
{
  const char *prefix = g_uri_get_path (self->base);
  gsize length = strlen (prefix) - g_str_has_suffix (prefix, "/");
  g_autofree char *full = g_strdup_printf ("%.*s%s", (int) length, prefix, path);
  g_autofree char *decoded = g_uri_unescape_string (full, NULL);
  g_autofree char *nonce = xb_http_signer_random (16);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *stamp = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  g_autofree char *signature = xb_http_signer_sign (self->secret, method, decoded != NULL ? decoded : full,
                                                    NULL, now, nonce, body);
  g_autofree char *authorization = xb_http_signer_authorization (signature);
  g_autoptr(GUri) uri = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (self->base), NULL,
                                     g_uri_get_host (self->base), g_uri_get_port (self->base), full, NULL, NULL);
  SoupMessage *message = soup_message_new_from_uri (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_headers_replace (headers, XB_HTTP_HEADER_KEY, self->key_id);
  soup_message_headers_replace (headers, XB_HTTP_HEADER_TIMESTAMP, stamp);
  soup_message_headers_replace (headers, XB_HTTP_HEADER_NONCE, nonce);
  soup_message_headers_replace (headers, "Authorization", authorization);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, content_type, body);
  return message;
}

static XbSubmissionFile *
get_current (Upload *upload)
{
  return g_ptr_array_index (upload->files, upload->ids->len);
}

static void
fail_file (GTask        *task,
           const GError *error)
{
  Upload *upload = g_task_get_task_data (task);

  if (xb_error_is_cancelled (error))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_new_error (task, XB_ERROR, XB_ERROR_IO,
                             _("The document “%s” cannot be read: %s. Add it again, then submit again"),
                             get_current (upload)->filename, error->message);
}

static SoupMessage *
make_upload (XbPracticeLink   *self,
             XbSubmissionFile *file,
             GBytes           *bytes)
{
  const char *media_type = file->media_type != NULL ? file->media_type : "application/octet-stream";
  g_autofree char *filename = g_uri_escape_string (file->filename, NULL, FALSE);
  SoupMessage *message = xb_practice_link_sign (self, "POST", "/v1/materials", media_type, bytes);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_headers_replace (headers, "X-Material-Type", xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, file->type));
  soup_message_headers_replace (headers, "X-Filename", filename);
  return message;
}

static gboolean
check_size (GTask     *task,
            GFileInfo *info)
{
  Upload *upload = g_task_get_task_data (task);

  if (g_file_info_get_size (info) <= FILE_MAX)
    return TRUE;
  g_task_return_new_error (task, XB_ERROR, XB_ERROR_INVALID,
                           _("The document “%s” is larger than %d MB. Scan it smaller, then submit again"),
                           get_current (upload)->filename, FILE_MAX_MB);
  return FALSE;
}

/* Begins the next step with the document at hand; @bytes (nullable) when they are in memory already. */
static void
send_bytes (GTask              *task, /* taken */
            GBytes             *bytes,
            GAsyncReadyCallback callback)
{
  Upload *upload = g_task_get_task_data (task);
  g_autoptr(SoupMessage) message = make_upload (upload->link, get_current (upload), bytes);

  upload->step = STEP_SEND;
  xb_http_call_async (upload->link->session, message, &upload->link->limits, g_task_get_cancellable (task),
                      callback, task);
}

static void
begin_file (GTask              *task, /* taken */
            GAsyncReadyCallback callback)
{
  Upload *upload = g_task_get_task_data (task);
  XbSubmissionFile *file;

  if (upload->ids->len == upload->files->len)
    {
      g_task_return_pointer (task, g_steal_pointer (&upload->ids), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  file = get_current (upload);
  if (file->bytes != NULL)
    {
      send_bytes (task, file->bytes, callback);
      return;
    }
  upload->step = STEP_MEASURE;
  g_clear_object (&upload->file);
  upload->file = g_file_new_for_path (file->path);
  g_file_query_info_async (upload->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, g_task_get_cancellable (task), callback, task);
}

/* Every step ends here and begins the one after it. */
static void
step_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Upload *upload = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task); /* asked before the task is handed on */
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(XbHttpReply) reply = NULL;
  char *id;

  switch (upload->step)
    {
    case STEP_BEGIN:
      begin_file (g_steal_pointer (&task), step_cb);
      break;
    case STEP_MEASURE:
      info = g_file_query_info_finish (G_FILE (source), result, &error);
      if (info == NULL)
        fail_file (task, error);
      else if (check_size (task, info))
        {
          upload->step = STEP_LOAD;
          g_file_load_bytes_async (upload->file, cancellable, step_cb, g_steal_pointer (&task));
        }
      break;
    case STEP_LOAD:
      bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
      if (bytes == NULL)
        fail_file (task, error);
      else
        send_bytes (g_steal_pointer (&task), bytes, step_cb);
      break;
    case STEP_SEND:
      reply = xb_http_call_finish (SOUP_SESSION (source), result, &error);
      id = reply != NULL ? xb_practice_report_read_upload (reply, &error) : NULL;
      if (id == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          break;
        }
      g_ptr_array_add (upload->ids, id);
      begin_file (g_steal_pointer (&task), step_cb);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * xb_practice_link_upload_async:
 * @self: must live until the answer
 * @files: (element-type XbSubmissionFile): kept until the answer
 *
 * Carries documents up. The same bytes get the same id, so that it can be repeated.
 */
void
xb_practice_link_upload_async (XbPracticeLink      *self,
                               GPtrArray           *files,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Upload *upload = g_new0 (Upload, 1);

  g_task_set_source_tag (task, xb_practice_link_upload_async);
  g_task_set_task_data (task, upload, upload_free);
  upload->link = self;
  upload->files = g_ptr_array_ref (files);
  upload->ids = g_ptr_array_new_with_free_func (g_free);
  step_cb (NULL, NULL, task);
}

/** xb_practice_link_upload_finish: Returns: (transfer full) (element-type utf8): the ids, or %NULL with @error */
GPtrArray *
xb_practice_link_upload_finish (XbPracticeLink *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
