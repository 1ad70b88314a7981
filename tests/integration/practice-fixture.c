/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>

#include "practice-fixture.h"
#include "xb-http-signer.h"

#define PATIENCE 20 /* seconds: far more than any step takes */

static gboolean
patience_over_cb (gpointer user_data)
{
  g_error ("a step of the test did not end");
  return G_SOURCE_REMOVE;
}

/* Runs the main context until @result is there. */
void
fixture_wait (Fixture       *f,
              GAsyncResult **result)
{
  guint patience = g_timeout_add_seconds (PATIENCE, patience_over_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
fixture_done_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **where = user_data;

  g_assert_null (*where);
  *where = g_object_ref (result);
}

static void
start (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  f->server = xb_practice_server_new (f->folder, f->clock, 0);
  xb_practice_server_start (f->server, 0, &error);
  g_assert_no_error (error);
  f->client = XB_PLATFORM_CLIENT (xb_practice_client_new (xb_practice_server_get_url (f->server),
                                                          xb_practice_server_get_key_id (f->server),
                                                          xb_practice_server_get_secret (f->server), &error));
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("practice-XXXXXX", &error);
  g_assert_no_error (error);
  f->clock = xb_clock_new_fixed (xb_instant_parse ("2026-10-13T10:00:00+08:00", NULL));
  f->session = soup_session_new ();
  start (f);
}

void
fixture_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture       *f,
                   gconstpointer  data)
{
  g_clear_object (&f->result);
  g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->server);
  g_clear_object (&f->session);
  g_clear_object (&f->clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture_remove (f->folder);
  g_free (f->folder);
}

/* As after a new start of the program: all that counts must lie in the folder. */
void
fixture_restart (Fixture *f)
{
  g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->server);
  start (f);
}

void
raw_reply_clear (RawReply *reply)
{
  g_clear_pointer (&reply->content_type, g_free);
  g_clear_pointer (&reply->replay, g_free);
  g_clear_pointer (&reply->retry_after, g_free);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->json, json_node_unref);
}

static void
set_header (SoupMessage *message,
            const char  *name,
            const char  *value)
{
  if (value != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
sign (Fixture     *f,
      const Raw   *raw,
      SoupMessage *message,
      GBytes      *body)
{
  const char *key_id = raw->key_id != NULL ? raw->key_id : xb_practice_server_get_key_id (f->server);
  const char *secret = raw->secret != NULL ? raw->secret : xb_practice_server_get_secret (f->server);
  g_autofree char *nonce = raw->nonce != NULL ? g_strdup (raw->nonce) : xb_http_signer_random (16);
  gint64 timestamp = g_get_real_time () / G_USEC_PER_SEC + raw->skew;
  g_autofree char *stamp = g_strdup_printf ("%" G_GINT64_FORMAT, timestamp);
  g_autofree char *path = g_uri_unescape_string (raw->signed_path != NULL ? raw->signed_path : raw->path, NULL);
  g_autofree char *signature = xb_http_signer_sign (secret, raw->method, path, raw->query, timestamp, nonce, body);
  g_autofree char *authorization = xb_http_signer_authorization (signature);

  set_header (message, XB_HTTP_HEADER_KEY, key_id);
  set_header (message, XB_HTTP_HEADER_TIMESTAMP, stamp);
  set_header (message, XB_HTTP_HEADER_NONCE, nonce);
  set_header (message, "Authorization", authorization);
}

RawReply
fixture_send (Fixture   *f,
              const Raw *raw)
{
  g_autofree char *url = g_strconcat (xb_practice_server_get_url (f->server), raw->path,
                                      raw->query != NULL ? "?" : "", raw->query, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (raw->method, url);
  g_autoptr(GBytes) body = raw->bytes != NULL ? g_bytes_ref (raw->bytes)
    : raw->body != NULL ? g_bytes_new (raw->body, strlen (raw->body)) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  RawReply reply = { 0 };
  gsize size = 0;
  const char *data;

  if (!raw->unsigned_)
    sign (f, raw, message, body);
  set_header (message, "Idempotency-Key", raw->idempotency_key);
  set_header (message, "X-Material-Type", raw->material_type);
  set_header (message, "X-Filename", raw->filename);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, raw->content_type != NULL ? raw->content_type
                                              : "application/json", body);
  soup_session_send_and_read_async (f->session, message, G_PRIORITY_DEFAULT, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  reply.body = soup_session_send_and_read_finish (f->session, result, &error);
  if (reply.body == NULL)
    return reply;
  reply.status = soup_message_get_status (message);
  reply.content_type = g_strdup (soup_message_headers_get_content_type (
                                   soup_message_get_response_headers (message), NULL));
  reply.replay = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                         "Idempotent-Replay"));
  reply.retry_after = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                              "Retry-After"));
  data = g_bytes_get_data (reply.body, &size);
  if (g_strcmp0 (reply.content_type, "application/json") == 0
      && json_parser_load_from_data (parser, data, size, NULL))
    reply.json = json_parser_steal_root (parser);
  return reply;
}

RawReply
fixture_post (Fixture    *f,
              const char *path,
              const char *key,
              const char *body)
{
  return fixture_send (f, &(Raw) { .method = "POST", .path = path, .idempotency_key = key, .body = body });
}

const char *
raw_reply_text (RawReply   *reply,
                const char *member)
{
  g_assert_nonnull (reply->json);
  return json_object_get_string_member (json_node_get_object (reply->json), member);
}

const char *
raw_reply_error (RawReply *reply)
{
  JsonObject *object;

  g_assert_nonnull (reply->json);
  object = json_object_get_object_member (json_node_get_object (reply->json), "error");
  g_assert_nonnull (object);
  g_assert_nonnull (json_object_get_string_member (object, "message"));
  return json_object_get_string_member (object, "code");
}

static cairo_status_t
append_cb (gpointer             closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
make_png (int width,
          int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GByteArray *png = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* The segments that a reader must walk, around a scan of one byte. */
GBytes *
make_jpeg (int width,
           int height)
{
  const guint8 bytes[] = {
    0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 'J', 'F',
    0xff, 0xc0, 0x00, 0x0b, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0,
    0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 0x3f, 0, 0x55, 0xff, 0xd9,
  };

  return g_bytes_new (bytes, sizeof bytes);
}

GBytes *
make_pdf (void)
{
  static const char text[] = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

/* One that passes. */
XbSubmission *
make_submission (const char *key)
{
  XbSubmission *submission = xb_submission_new (key);
  g_autoptr(GBytes) licence = make_jpeg (800, 600);
  g_autoptr(GBytes) letter = make_pdf ();
  g_autoptr(GBytes) proof = make_png (30, 20);
  g_autoptr(GBytes) logo = make_png (24, 24);

  submission->business_name = g_strdup (BUSINESS);
  submission->uscc = g_strdup (USCC);
  submission->number = g_strdup (NUMBER);
  submission->display_name = g_strdup ("蜀味餐饮");
  submission->label = g_strdup ("冰饮专线");
  xb_submission_add_file (submission, XB_MATERIAL_TYPE_LICENCE, "营业执照.jpg", "image/jpeg", NULL, licence);
  xb_submission_add_file (submission, XB_MATERIAL_TYPE_AUTHORISATION, "letter.pdf", "application/pdf", NULL, letter);
  xb_submission_add_file (submission, XB_MATERIAL_TYPE_OWNERSHIP, "proof.png", "image/png", NULL, proof);
  xb_submission_add_file (submission, XB_MATERIAL_TYPE_LOGO, "logo.png", NULL, NULL, logo);
  return submission;
}

/* Takes the document of @type out and puts @bytes (transfer full) (nullable) in its place. */
void
replace_file (XbSubmission   *submission,
              XbMaterialType  type,
              GBytes         *bytes)
{
  for (guint i = submission->files->len; i > 0; i--)
    if (((XbSubmissionFile *) g_ptr_array_index (submission->files, i - 1))->type == type)
      g_ptr_array_remove_index (submission->files, i - 1);
  if (bytes != NULL)
    xb_submission_add_file (submission, type, "other", NULL, NULL, bytes);
  g_clear_pointer (&bytes, g_bytes_unref);
}

XbCaseReport *
fixture_submit (Fixture      *f,
                XbSubmission *submission,
                GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_platform_client_submit_async (f->client, submission, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  return xb_platform_client_submit_finish (f->client, result, error);
}

XbCaseReport *
fixture_poll (Fixture     *f,
              const char  *case_no,
              GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_platform_client_poll_async (f->client, case_no, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  return xb_platform_client_poll_finish (f->client, result, error);
}

#ifdef __SANITIZE_ADDRESS__
const char *__asan_default_options (void);
const char *__lsan_default_suppressions (void);

/* The leak finder of gcc 12 trips over the thread-local storage of the TLS module. */
const char *
__asan_default_options (void)
{
  return "intercept_tls_get_addr=0";
}

/* Fonts found once are kept to the end. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}
#endif
