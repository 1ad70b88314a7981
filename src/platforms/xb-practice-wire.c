/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-http-signer.h"
#include "xb-practice-wire.h"

static char *
dup_header (SoupMessageHeaders *headers,
            const char         *name)
{
  return g_strdup (soup_message_headers_get_one (headers, name));
}

/** xb_practice_wire_read: Returns: (transfer full): what came, without book and faults */
XbPracticeRequest *
xb_practice_wire_read (SoupServerMessage *message)
{
  XbPracticeRequest *request = g_new0 (XbPracticeRequest, 1);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (g_uri_get_query (uri));
  request->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  request->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  request->key_id = dup_header (headers, XB_HTTP_HEADER_KEY);
  request->timestamp = dup_header (headers, XB_HTTP_HEADER_TIMESTAMP);
  request->nonce = dup_header (headers, XB_HTTP_HEADER_NONCE);
  request->authorization = dup_header (headers, "Authorization");
  request->idempotency_key = dup_header (headers, "Idempotency-Key");
  request->material_type = dup_header (headers, "X-Material-Type");
  request->filename = dup_header (headers, "X-Filename");
  return request;
}

/** xb_practice_wire_send: sets the response */
void
xb_practice_wire_send (SoupServerMessage      *message,
                       const XbPracticeAnswer *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gsize size = 0;
  const char *data = g_bytes_get_data (answer->body, &size);

  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, answer->content_type, SOUP_MEMORY_COPY, data, size);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  /* a server of libsoup before 3.3 never lets go of an idle connection that the client closed */
  soup_message_headers_replace (headers, "Connection", "close");
  if (answer->replayed)
    soup_message_headers_replace (headers, "Idempotent-Replay", "true");
  if (answer->retry_after > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, answer->retry_after);

      soup_message_headers_replace (headers, "Retry-After", seconds);
    }
}

/** xb_practice_wire_cut: hangs up without an answer */
void
xb_practice_wire_cut (SoupServerMessage *message)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
}

/** xb_practice_wire_break: leaves half a document of @answer, as if all were well */
void
xb_practice_wire_break (XbPracticeAnswer *answer)
{
  const char *data = "{\"case_no\": ";
  gsize size = 12;

  if (answer->body != NULL)
    data = g_bytes_get_data (answer->body, &size);
  if (size > 16)
    size /= 2;
  xb_practice_answer_bytes (answer, "application/json", g_bytes_new (data, size));
}
