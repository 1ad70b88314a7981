/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-http-call.h"

#define CHUNK (64 * 1024)
#define RETRY_AFTER_MAX 86400

typedef enum
{
  LATE_NOT,
  LATE_CONNECT,
  LATE_OVERALL,
} Late;

/* One call on its way. */
typedef struct
{
  SoupMessage  *message; /* (owned) */
  XbHttpLimits  limits;
  GCancellable *inner;   /* (owned): cancelled by the caller's, by a timer and by too long an answer */
  gulong        handler; /* on the caller's cancellable */
  GSource      *connect; /* (owned) (nullable) */
  GSource      *overall; /* (owned) */
  Late          late;
  GInputStream *stream;  /* (owned) (nullable) */
  GByteArray   *body;    /* (owned) (nullable) */
} Call;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
call_free (gpointer data)
{
  Call *call = data;

  clear_source (&call->connect);
  clear_source (&call->overall);
  g_clear_object (&call->message);
  g_clear_object (&call->inner);
  g_clear_object (&call->stream);
  g_clear_pointer (&call->body, g_byte_array_unref);
  g_free (call);
}

/** xb_http_reply_free: frees @self */
void
xb_http_reply_free (XbHttpReply *self)
{
  g_free (self->content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  return g_str_equal (host, "localhost") || (address != NULL && g_inet_address_get_is_loopback (address));
}

/**
 * xb_http_session_new:
 * @base: where the platform is: https anywhere, plain http on this computer alone
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: (transfer full): a session that checks certificates, or %NULL with @error
 */
SoupSession *
xb_http_session_new (GUri    *base,
                     GError **error)
{
  const char *scheme = g_uri_get_scheme (base);
  const char *host = g_uri_get_host (base);
  SoupSession *session;

  if (host == NULL || *host == '\0' || (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")))
    {
      g_autofree char *text = g_uri_to_string (base);

      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is no address of a platform. Write it like https://platform.example"), text);
      return NULL;
    }
  if (g_str_equal (scheme, "http") && !is_loopback (host))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("The connection to %s would not be encrypted, and everybody on the way could read the documents. Write the address with https://"),
                   host);
      return NULL;
    }
  session = soup_session_new_with_options ("user-agent", "Xinbiao/" PACKAGE_VERSION, "timeout", 60, NULL);
  if (is_loopback (host)) /* a proxy on the way to ourselves helps nobody */
    g_object_set (session, "proxy-resolver", NULL, NULL);
  return session;
}

static const char *
get_host (Call *call)
{
  return g_uri_get_host (soup_message_get_uri (call->message));
}

static gboolean
is_network_trouble (const GError *error)
{
  static const GIOErrorEnum codes[] = {
    G_IO_ERROR_TIMED_OUT, G_IO_ERROR_HOST_NOT_FOUND, G_IO_ERROR_HOST_UNREACHABLE,
    G_IO_ERROR_NETWORK_UNREACHABLE, G_IO_ERROR_CONNECTION_REFUSED, G_IO_ERROR_CONNECTION_CLOSED,
    G_IO_ERROR_NOT_CONNECTED, G_IO_ERROR_PARTIAL_INPUT, G_IO_ERROR_PROXY_FAILED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_IO_ERROR, codes[i]))
      return TRUE;
  return error->domain == G_RESOLVER_ERROR;
}

/* What libsoup and GIO say, in our words. */
static GError *
explain (Call         *call,
         const GError *error)
{
  const char *host = get_host (call);
  GError *explained;

  if (call->late != LATE_NOT)
    return g_error_new (XB_ERROR, XB_ERROR_OFFLINE,
                        _("The platform at %s did not answer within %u seconds. Try again later"), host,
                        call->late == LATE_CONNECT ? call->limits.connect_seconds : call->limits.overall_seconds);
  if (xb_error_is_cancelled (error))
    return g_error_copy (error);
  if (is_network_trouble (error))
    return g_error_new (XB_ERROR, XB_ERROR_OFFLINE,
                        _("The platform at %s cannot be reached: %s. Check the connection, then try again"),
                        host, error->message);
  if (error->domain == G_TLS_ERROR)
    return g_error_new (XB_ERROR, XB_ERROR_PLATFORM,
                        _("Nothing was sent: whether %s is who it says could not be verified (%s). Check the address and this computer's date"),
                        host, error->message);
  explained = g_error_new (XB_ERROR, XB_ERROR_PLATFORM,
                           _("The platform at %s gave no proper answer: %s. Try again later, or ask the platform"),
                           host, error->message);
  xb_error_set_uncertain (explained);
  return explained;
}

/* Ends the call. Not g_cancellable_disconnect(): it would wait for the very signal that may have led here;
 * the handler owns what it uses. */
static Call *
wind_up (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  if (call->handler != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), call->handler);
  call->handler = 0;
  clear_source (&call->connect);
  clear_source (&call->overall);
  return call;
}

static void
fail (GTask        *task,
      const GError *error)
{
  Call *call = wind_up (task);

  g_task_return_error (task, explain (call, error));
}

static gint64
read_retry_after (SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  g_autoptr(GDateTime) moment = NULL;
  gint64 seconds = 0;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_signed (text, 10, 0, RETRY_AFTER_MAX, &seconds, NULL))
    return seconds;
  moment = soup_date_time_new_from_http_string (text);
  if (moment == NULL)
    return 0;
  return CLAMP (g_date_time_to_unix (moment) - g_get_real_time () / G_USEC_PER_SEC, 0, RETRY_AFTER_MAX);
}

/* Statuses that are no answer: what stands in a 5xx was often written by a machine on the way. */
static GError *
refuse_status (Call *call)
{
  guint status = soup_message_get_status (call->message);
  GError *error;

  if (status == 429)
    error = g_error_new (XB_ERROR, XB_ERROR_OFFLINE,
                         _("The platform at %s wants fewer requests for now. Try again later"), get_host (call));
  else if (status == 500 || status == 502 || status == 503 || status == 504)
    error = g_error_new (XB_ERROR, XB_ERROR_OFFLINE,
                         _("The platform at %s has trouble of its own (HTTP %u). Try again later"),
                         get_host (call), status);
  else if (status < 200 || status >= 500 || (status >= 300 && status < 400))
    {
      error = g_error_new (XB_ERROR, XB_ERROR_PLATFORM,
                           _("The platform at %s answered in a way nobody agreed on (HTTP %u). Ask the platform"),
                           get_host (call), status);
      xb_error_set_uncertain (error);
    }
  else
    return NULL;
  xb_error_set_retry_after (error, read_retry_after (call->message));
  return error;
}

static void
succeed (GTask *task)
{
  Call *call = wind_up (task);
  XbHttpReply *reply = g_new0 (XbHttpReply, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (call->message);

  reply->status = soup_message_get_status (call->message);
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&call->body));
  g_input_stream_close (call->stream, NULL, NULL); /* at its end: the connection is free for the next call */
  g_clear_object (&call->stream);
  g_task_return_pointer (task, reply, (GDestroyNotify) xb_http_reply_free);
}

static void
too_long (GTask *task)
{
  Call *call = wind_up (task);
  GError *error = g_error_new (XB_ERROR, XB_ERROR_PLATFORM,
                               _("The answer of the platform at %s is longer than any proper one. Ask the platform"),
                               get_host (call));

  xb_error_set_uncertain (error);
  g_task_return_error (task, error);
  g_cancellable_cancel (call->inner);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size = 0;
  const guint8 *data;

  if (bytes == NULL)
    {
      fail (task, error);
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      succeed (task);
      return;
    }
  if (call->body->len + size > call->limits.max_bytes)
    {
      too_long (task);
      return;
    }
  g_byte_array_append (call->body, data, size);
  g_input_stream_read_bytes_async (call->stream, CHUNK, G_PRIORITY_DEFAULT, call->inner, read_cb,
                                   g_steal_pointer (&task));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  GError *refusal;

  call->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (call->stream == NULL)
    {
      fail (task, error);
      return;
    }
  refusal = refuse_status (call);
  if (refusal != NULL)
    {
      wind_up (task);
      g_task_return_error (task, refusal);
      return;
    }
  call->body = g_byte_array_new ();
  g_input_stream_read_bytes_async (call->stream, CHUNK, G_PRIORITY_DEFAULT, call->inner, read_cb,
                                   g_steal_pointer (&task));
}

static gboolean
connect_late_cb (gpointer user_data)
{
  Call *call = user_data;

  call->late = LATE_CONNECT;
  g_cancellable_cancel (call->inner);
  return G_SOURCE_REMOVE;
}

static gboolean
overall_late_cb (gpointer user_data)
{
  Call *call = user_data;

  call->late = LATE_OVERALL;
  g_cancellable_cancel (call->inner);
  return G_SOURCE_REMOVE;
}

static GSource *
start_timer (guint       seconds,
             GSourceFunc callback,
             Call       *call)
{
  GSource *source = g_timeout_source_new_seconds (seconds);

  g_source_set_callback (source, callback, call, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
pass_on_cb (GCancellable *outer,
            GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

/* The connection stands: the request is about to go out. */
static void
starting_cb (SoupMessage *message,
             GTask       *task)
{
  Call *call = g_task_get_task_data (task);

  clear_source (&call->connect);
}

/**
 * xb_http_call_async:
 * @message: (transfer none): the request, with its body
 *
 * Sends one request, once, follows no redirection, and reads a bounded answer. Bodies are never logged.
 */
void
xb_http_call_async (SoupSession         *session,
                    SoupMessage         *message,
                    const XbHttpLimits  *limits,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, xb_http_call_async);
  g_task_set_task_data (task, call, call_free);
  call->message = g_object_ref (message);
  call->limits = *limits;
  call->inner = g_cancellable_new ();
  call->connect = start_timer (limits->connect_seconds, connect_late_cb, call);
  call->overall = start_timer (limits->overall_seconds, overall_late_cb, call);
  if (cancellable != NULL)
    call->handler = g_cancellable_connect (cancellable, G_CALLBACK (pass_on_cb), g_object_ref (call->inner),
                                           g_object_unref);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect_object (message, "starting", G_CALLBACK (starting_cb), task, 0);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, call->inner, sent_cb, g_steal_pointer (&task));
}

/**
 * xb_http_call_finish:
 * @error: %G_IO_ERROR_CANCELLED, %XB_ERROR_OFFLINE (with its Retry-After) or %XB_ERROR_PLATFORM
 *
 * Returns: (transfer full): the whole answer, or %NULL with @error
 */
XbHttpReply *
xb_http_call_finish (SoupSession   *session,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
