/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include "practice-fixture.h"
#include "xb-error.h"

/* The client when things go wrong: faults, cut wires, dead ports, servers that talk nonsense, changed minds. */

/* A server of the test's own, that answers everything with the same. */
typedef struct
{
  SoupServer *soup;
  char       *url;
  guint       status;
  const char *content_type;
  const char *body;
  gsize       padding; /* spaces after the body */
  const char *header;
  const char *value;
  gboolean    hang;
  guint       requests;
} Nonsense;

static void
nonsense_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  Nonsense *nonsense = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  nonsense->requests++;
  if (nonsense->hang)
    {
      soup_server_message_pause (message);
      return;
    }
  soup_server_message_set_status (message, nonsense->status, NULL);
  if (nonsense->content_type != NULL)
    soup_message_headers_replace (headers, "Content-Type", nonsense->content_type);
  if (nonsense->header != NULL)
    soup_message_headers_replace (headers, nonsense->header, nonsense->value);
  if (nonsense->body != NULL)
    soup_message_body_append (body, SOUP_MEMORY_COPY, nonsense->body, strlen (nonsense->body));
  if (nonsense->padding > 0)
    {
      char *spaces = g_malloc (nonsense->padding);

      memset (spaces, ' ', nonsense->padding);
      soup_message_body_append_take (body, (guchar *) spaces, nonsense->padding);
    }
}

static void
nonsense_start (Nonsense        *nonsense,
                GTlsCertificate *certificate)
{
  GSList *uris;

  nonsense->soup = soup_server_new (NULL, NULL);
  if (certificate != NULL)
    soup_server_set_tls_certificate (nonsense->soup, certificate);
  soup_server_add_handler (nonsense->soup, NULL, nonsense_cb, nonsense, NULL);
  g_assert_true (soup_server_listen_local (nonsense->soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY
                                           | (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0), NULL));
  uris = soup_server_get_uris (nonsense->soup);
  nonsense->url = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                                   g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
nonsense_stop (Nonsense *nonsense)
{
  soup_server_disconnect (nonsense->soup);
  g_clear_object (&nonsense->soup);
  g_clear_pointer (&nonsense->url, g_free);
}

static XbPlatformClient *
make_client (const char *url)
{
  g_autoptr(GError) error = NULL;
  XbPracticeClient *client = xb_practice_client_new (url, "key", "secret", &error);

  g_assert_no_error (error);
  return XB_PLATFORM_CLIENT (client);
}

static GError *
poll_fails (XbPlatformClient *client)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(XbCaseReport) report = NULL;
  GError *error = NULL;

  xb_platform_client_poll_async (client, "LX00000001", NULL, fixture_done_cb, &result);
  fixture_wait (NULL, &result);
  report = xb_platform_client_poll_finish (client, result, &error);
  g_assert_null (report);
  return error;
}

#define CASE(members) "{\"case_no\":\"LX1\",\"reasons\":[]," members "}"

static void
test_nonsense (void)
{
  static const struct
  {
    Nonsense answer;
    XbError  code;
    gint64   retry_after;
    const char *says;
  } rows[] = {
    { { .status = 200, .content_type = "text/html", .body = "<h1>Login</h1>" }, XB_ERROR_PLATFORM, 0, "Content-Type" },
    { { .status = 200, .body = "{}" }, XB_ERROR_PLATFORM, 0, "Content-Type" },
    { { .status = 200, .content_type = "application/json", .body = "" }, XB_ERROR_PLATFORM, 0, "{}" },
    { { .status = 200, .content_type = "application/json", .body = "{\"case_no\":" }, XB_ERROR_PLATFORM, 0, "{}" },
    { { .status = 200, .content_type = "application/json", .body = "[1]" }, XB_ERROR_PLATFORM, 0, "{}" },
    { { .status = 200, .content_type = "application/json", .body = "{\"case_no\":\"\xff\"}" },
      XB_ERROR_PLATFORM, 0, "{}" },
    { { .status = 200, .content_type = "application/json", .body = "{}" }, XB_ERROR_PLATFORM, 0, "case_no" },
    { { .status = 200, .content_type = "application/json", .body = "{\"case_no\":7}" },
      XB_ERROR_PLATFORM, 0, "case_no" },
    { { .status = 200, .content_type = "application/json; charset=utf-8",
        .body = CASE ("\"state\":\"DREAMING\",\"at\":\"2026-10-13T10:00:00+08:00\",\"displays\":[]") },
      XB_ERROR_PLATFORM, 0, "“state”" },
    { { .status = 200, .content_type = "application/json",
        .body = CASE ("\"state\":\"SHOWN\",\"at\":\"yesterday\",\"displays\":[]") }, XB_ERROR_PLATFORM, 0, "“at”" },
    { { .status = 200, .content_type = "application/json",
        .body = CASE ("\"state\":\"SHOWN\",\"at\":\"2026-10-13\",\"expected_day\":\"soon\",\"displays\":[]") },
      XB_ERROR_PLATFORM, 0, "“expected_day”" },
    { { .status = 200, .content_type = "application/json",
        .body = CASE ("\"state\":\"SHOWN\",\"at\":\"2026-10-13\",\"displays\":[{\"handset\":\"vivo\",\"shown\":true},"
                      "{\"handset\":\"nokia\",\"shown\":true}]") }, XB_ERROR_PLATFORM, 0, "“displays[1].handset”" },
    { { .status = 200, .content_type = "application/json",
        .body = CASE ("\"state\":\"SHOWN\",\"at\":\"2026-10-13\",\"displays\":[{\"handset\":\"vivo\",\"shown\":1}]") },
      XB_ERROR_PLATFORM, 0, "“displays[0].shown”" },
    { { .status = 200, .content_type = "application/json",
        .body = "{\"case_no\":\"LX1\",\"state\":\"SHOWN\",\"at\":\"2026-10-13\",\"reasons\":[null],\"displays\":[]}" },
      XB_ERROR_PLATFORM, 0, "“reasons[0]”" },
    { { .status = 200, .content_type = "application/json", .body = "{}", .padding = 2 * 1024 * 1024 },
      XB_ERROR_PLATFORM, 0, "longer" },
    { { .status = 204 }, XB_ERROR_PLATFORM, 0, "Content-Type" },
    { { .status = 302, .header = "Location", .value = "http://127.0.0.1:1/" }, XB_ERROR_PLATFORM, 0, "302" },
    { { .status = 404, .content_type = "text/html", .body = "<h1>Gone</h1>" }, XB_ERROR_PLATFORM, 0, "404" },
    { { .status = 403, .content_type = "application/json", .body = "{\"error\":\"no\"}" },
      XB_ERROR_PLATFORM, 0, "403" },
    { { .status = 409, .content_type = "application/json",
        .body = "{\"error\":{\"code\":\"STATE_CONFLICT\",\"message\":\"当前状态不能这样操作\",\"field\":null}}" },
      XB_ERROR_PLATFORM, 0, "当前状态不能这样操作 (STATE_CONFLICT)" },
    { { .status = 400, .content_type = "application/json",
        .body = "{\"error\":{\"code\":\"FIELD_MISSING\",\"message\":\"缺少必填内容\",\"field\":\"number\"}}" },
      XB_ERROR_PLATFORM, 0, "(FIELD_MISSING, number)" },
    { { .status = 401, .content_type = "application/json",
        .body = "{\"error\":{\"code\":\"CLOCK_SKEW\",\"message\":\"校准\",\"field\":null}}" },
      XB_ERROR_PLATFORM, 0, "clock" },
    { { .status = 401, .content_type = "application/json",
        .body = "{\"error\":{\"code\":\"NONCE_REUSED\",\"message\":\"重放\",\"field\":null}}" },
      XB_ERROR_OFFLINE, 0, "broke off" },
    { { .status = 429, .header = "Retry-After", .value = "42" }, XB_ERROR_OFFLINE, 42, "fewer" },
    { { .status = 429, .header = "Retry-After", .value = "later" }, XB_ERROR_OFFLINE, 0, "fewer" },
    { { .status = 503, .header = "Retry-After", .value = "Thu, 01 Jan 2026 00:00:00 GMT" },
      XB_ERROR_OFFLINE, 0, "503" },
    { { .status = 500, .content_type = "application/json", .body = "{\"case_no\":" }, XB_ERROR_OFFLINE, 0, "500" },
    { { .status = 502 }, XB_ERROR_OFFLINE, 0, "502" },
    { { .status = 504 }, XB_ERROR_OFFLINE, 0, "504" },
    { { .status = 501 }, XB_ERROR_PLATFORM, 0, "501" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Nonsense nonsense = rows[i].answer;
      g_autoptr(XbPlatformClient) client = NULL;
      g_autoptr(GError) error = NULL;

      nonsense_start (&nonsense, NULL);
      client = make_client (nonsense.url);
      error = poll_fails (client);
      g_test_message ("%s", error->message);
      g_assert_error (error, XB_ERROR, rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_cmpint (xb_error_get_retry_after (error), ==, rows[i].retry_after);
      /* only a clear refusal says that nothing was done */
      g_assert_true (xb_error_is_uncertain (error)
                     == !(rows[i].answer.status >= 400 && rows[i].answer.status < 500 && rows[i].code == XB_ERROR_PLATFORM));
      /* once: to try again is the outbox's work */
      g_assert_cmpuint (nonsense.requests, ==, 1);
      nonsense_stop (&nonsense);
    }
}

static void
test_pictures (void)
{
  static const Nonsense rows[] = {
    { .status = 200, .content_type = "image/png", .body = "this is no picture" },
    { .status = 200, .content_type = "application/json", .body = "{}" },
    { .status = 404, .content_type = "application/json",
      .body = "{\"error\":{\"code\":\"CASE_UNKNOWN\",\"message\":\"没有\",\"field\":null}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Nonsense nonsense = rows[i];
      g_autoptr(XbPlatformClient) client = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      nonsense_start (&nonsense, NULL);
      client = make_client (nonsense.url);
      xb_platform_client_fetch_screenshot_async (client, NUMBER, XB_HANDSET_VIVO, NULL, fixture_done_cb, &result);
      fixture_wait (NULL, &result);
      g_assert_null (xb_platform_client_fetch_screenshot_finish (client, result, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
      nonsense_stop (&nonsense);
    }
}

/* Only this computer may be spoken to in the clear. */
static void
test_addresses (void)
{
  static const struct { const char *url; gboolean good; } rows[] = {
    { "https://platform.example", TRUE },
    { "https://platform.example/practice/", TRUE },
    { "http://127.0.0.1:8642", TRUE },
    { "http://localhost:8642", TRUE },
    { "http://[::1]:8642", TRUE },
    { "http://platform.example", FALSE },
    { "http://192.168.1.20:8642", FALSE },
    { "http://127.0.0.1.platform.example", FALSE },
    { "http://localhost.platform.example", FALSE },
    { "ftp://127.0.0.1", FALSE },
    { "file:///etc/passwd", FALSE },
    { "127.0.0.1:8642", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(XbPracticeClient) client = xb_practice_client_new (rows[i].url, "key", "secret", &error);

      g_test_message ("%s: %s", rows[i].url, error != NULL ? error->message : "taken");
      g_assert_true ((client != NULL) == rows[i].good);
      if (!rows[i].good)
        g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
}

static void
test_dead_port (void)
{
  Nonsense nonsense = { .status = 200 };
  g_autofree char *url = NULL;
  g_autoptr(XbPlatformClient) client = NULL;
  g_autoptr(GError) error = NULL;

  nonsense_start (&nonsense, NULL);
  url = g_strdup (nonsense.url);
  nonsense_stop (&nonsense); /* the port is dead now */
  client = make_client (url);
  error = poll_fails (client);
  g_assert_error (error, XB_ERROR, XB_ERROR_OFFLINE);
}

/* Made for this test; it protects nothing. */
static const char test_certificate[] =
  "-----BEGIN CERTIFICATE-----\n"
  "MIIBnDCCAUGgAwIBAgIUA9/xHI+FmAZY/xnl8dNpa/OWtZswCgYIKoZIzj0EAwIw\n"
  "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDA0MDk0N1oYDzIxMjYxMDMx\n"
  "MDQwOTQ3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
  "PQMBBwNCAATZHa0NLO6ky67IcjXqq4l9ArV2EYGfVL2BLce0/jA6UCnZJdhUMs2P\n"
  "KSDCHEgG+8Kv5rhBbVga/odn7jPKEDkOo28wbTAdBgNVHQ4EFgQUL8ajYFhxBoP9\n"
  "+qJ8DpJdHoB2bHIwHwYDVR0jBBgwFoAUL8ajYFhxBoP9+qJ8DpJdHoB2bHIwDwYD\n"
  "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
  "zj0EAwIDSQAwRgIhAPyNeKiC7rQZjTlUDYzUynAWH7jJGAnIF5dF5BYgG34WAiEA\n"
  "2Ix1tZuO+GkuliwZMsPzSpz4EYy6WFnbGwbebhqF8TI=\n"
  "-----END CERTIFICATE-----\n"
  "-----BEGIN PRIVATE KEY-----\n"
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDeivipBWAAkQqvI7\n"
  "eCEi7jcBeVwpA453RJZ5bZyVIWOhRANCAATZHa0NLO6ky67IcjXqq4l9ArV2EYGf\n"
  "VL2BLce0/jA6UCnZJdhUMs2PKSDCHEgG+8Kv5rhBbVga/odn7jPKEDkO\n"
  "-----END PRIVATE KEY-----\n";

/* A certificate that nobody vouches for: nothing is sent, not even to the loopback. */
static void
test_certificate_checked (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(XbPlatformClient) client = NULL;
  Nonsense nonsense = { .status = 200 };

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS here");
      return;
    }
  certificate = g_tls_certificate_new_from_pem (test_certificate, -1, &error);
  g_assert_no_error (error);
  nonsense_start (&nonsense, certificate);
  client = make_client (nonsense.url);
  error = poll_fails (client);
  g_test_message ("%s", error->message);
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_assert_nonnull (strstr (error->message, "Nothing was sent"));
  g_assert_cmpuint (nonsense.requests, ==, 0);
  nonsense_stop (&nonsense);
}

static void
test_timeout (void)
{
  Nonsense nonsense = { .hang = TRUE };
  g_autoptr(XbPlatformClient) client = NULL;
  g_autoptr(GError) error = NULL;

  nonsense_start (&nonsense, NULL);
  client = make_client (nonsense.url);
  xb_practice_client_set_timeouts (XB_PRACTICE_CLIENT (client), 1, 1);
  error = poll_fails (client);
  g_assert_error (error, XB_ERROR, XB_ERROR_OFFLINE);
  g_assert_nonnull (strstr (error->message, "1 seconds"));
  g_assert_cmpuint (nonsense.requests, ==, 1);
  nonsense_stop (&nonsense);
}

static guint
count_cases (Fixture *f)
{
  g_auto(RawReply) list = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications" });

  return json_array_get_length (json_object_get_array_member (json_node_get_object (list.json), "cases"));
}

/* Whatever goes wrong, the same key sent again ends with one case. */
static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  static const struct { XbPracticeFault fault; XbError code; gint64 retry_after; guint cases; } rows[] = {
    { { XB_PRACTICE_FAULT_RATE_LIMIT, NULL, (char *) "", 9, FALSE, 1 }, XB_ERROR_OFFLINE, 9, 0 },
    { { XB_PRACTICE_FAULT_RATE_LIMIT, NULL, (char *) "", 9, TRUE, 1 }, XB_ERROR_OFFLINE, 9, 1 },
    { { XB_PRACTICE_FAULT_SERVER_ERROR, NULL, (char *) "", 0, FALSE, 1 }, XB_ERROR_OFFLINE, 0, 0 },
    { { XB_PRACTICE_FAULT_SERVER_ERROR, NULL, (char *) "", 0, TRUE, 1 }, XB_ERROR_OFFLINE, 0, 1 },
    { { XB_PRACTICE_FAULT_CUT, NULL, (char *) "", 0, FALSE, 1 }, XB_ERROR_OFFLINE, 0, 0 },
    { { XB_PRACTICE_FAULT_CUT, NULL, (char *) "", 0, TRUE, 1 }, XB_ERROR_OFFLINE, 0, 1 },
    { { XB_PRACTICE_FAULT_WRONG_JSON, NULL, (char *) "", 0, FALSE, 1 }, XB_ERROR_PLATFORM, 0, 0 },
    { { XB_PRACTICE_FAULT_WRONG_JSON, NULL, (char *) "", 0, TRUE, 1 }, XB_ERROR_PLATFORM, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = g_strdup_printf ("fault %u", i);
      g_autoptr(XbSubmission) submission = make_submission (key);
      XbPracticeFault fault = rows[i].fault;
      g_autoptr(XbCaseReport) none = NULL;
      g_autoptr(XbCaseReport) report = NULL;
      g_autoptr(GError) error = NULL;
      guint before = count_cases (f);

      fault.path_prefix = (char *) "/v1/certifications";
      fault.method = (char *) "POST";
      xb_practice_server_add_fault (f->server, &fault);
      none = fixture_submit (f, submission, &error);
      g_test_message ("%s", error->message);
      g_assert_null (none);
      g_assert_error (error, XB_ERROR, rows[i].code);
      g_assert_true (xb_error_is_uncertain (error));
      g_assert_cmpint (xb_error_get_retry_after (error), ==, rows[i].retry_after);
      g_assert_cmpuint (count_cases (f), ==, before + rows[i].cases);
      g_clear_error (&error);
      report = fixture_submit (f, submission, &error);
      g_assert_no_error (error);
      g_assert_cmpint (report->state, ==, XB_CERT_STATE_SUBMITTED);
      g_assert_cmpuint (count_cases (f), ==, before + 1);
    }
}

/* A document that does not arrive keeps the rest at home. */
static void
test_upload_fault (Fixture       *f,
                   gconstpointer  data)
{
  XbPracticeFault fault = { XB_PRACTICE_FAULT_CUT, NULL, (char *) "/v1/materials", 0, TRUE, 1 };
  g_autoptr(XbSubmission) submission = make_submission ("upload");
  g_autoptr(XbCaseReport) report = NULL;
  g_autoptr(GError) error = NULL;

  xb_practice_server_add_fault (f->server, &fault);
  g_assert_null (fixture_submit (f, submission, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_OFFLINE);
  g_assert_cmpuint (count_cases (f), ==, 0);
  g_clear_error (&error);
  report = fixture_submit (f, submission, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cases (f), ==, 1);
}

static void
test_delay (Fixture       *f,
            gconstpointer  data)
{
  for (guint after = 0; after < 2; after++)
    {
      XbPracticeFault fault = { XB_PRACTICE_FAULT_DELAY, NULL, (char *) "/v1/certifications", 1, after, 1 };
      g_autofree char *key = g_strdup_printf ("delay %u", after);
      g_autoptr(XbSubmission) submission = make_submission (key);
      g_autoptr(XbCaseReport) report = NULL;
      g_autoptr(GError) error = NULL;

      xb_practice_server_add_fault (f->server, &fault);
      report = fixture_submit (f, submission, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_cases (f), ==, after + 1);
    }
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Before, at once, soon, and while the answer is awaited; and afterwards it is too late. */
static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  static const int delays[] = { -2, -1, 0, 1, 5, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      XbPracticeFault fault = { XB_PRACTICE_FAULT_DELAY, NULL, (char *) "/v1/certifications", 1, i % 2 == 0, 1 };
      g_autofree char *key = g_strdup_printf ("cancel %u", i);
      g_autoptr(XbSubmission) submission = make_submission (key);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(XbCaseReport) report = NULL;
      g_autoptr(GError) error = NULL;
      guint before = count_cases (f);

      xb_practice_server_add_fault (f->server, &fault);
      if (delays[i] == -2)
        g_cancellable_cancel (cancellable);
      xb_platform_client_submit_async (f->client, submission, cancellable, fixture_done_cb, &result);
      if (delays[i] == -1)
        g_cancellable_cancel (cancellable);
      if (delays[i] >= 0)
        g_timeout_add_full (0, delays[i], cancel_cb, g_object_ref (cancellable), g_object_unref);
      fixture_wait (f, &result);
      report = xb_platform_client_submit_finish (f->client, result, &error);
      g_assert_null (report);
      g_assert_true (xb_error_is_cancelled (error));
      g_clear_error (&error);
      g_clear_object (&result); /* it holds the client */
      /* the fault may not have been met; nothing else shall meet it */
      fixture_restart (f);
      report = fixture_submit (f, submission, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_cases (f), ==, before + 1);
    }
}

static void
test_files (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "licence.jpg", NULL);
  g_autofree char *huge = g_build_filename (f->folder, "huge.jpg", NULL);
  g_autoptr(GBytes) jpeg = make_jpeg (80, 60);
  g_autoptr(XbSubmission) good = make_submission ("good");
  g_autoptr(XbSubmission) missing = make_submission ("missing");
  g_autoptr(XbSubmission) large = make_submission ("large");
  g_autoptr(XbCaseReport) received = NULL;
  g_autoptr(XbCaseReport) passed = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg), NULL));
  replace_file (good, XB_MATERIAL_TYPE_LICENCE, NULL);
  xb_submission_add_file (good, XB_MATERIAL_TYPE_LICENCE, "a/b/营业 执照.jpg", "image/jpeg", path, NULL);
  received = fixture_submit (f, good, &error);
  g_assert_no_error (error);
  xb_practice_server_advance_time (f->server, DAY);
  passed = fixture_poll (f, received->case_no, &error);
  g_assert_no_error (error);
  g_assert_cmpint (passed->state, ==, XB_CERT_STATE_APPROVED);

  xb_submission_add_file (missing, XB_MATERIAL_TYPE_OTHER, "gone.jpg", NULL, "/nonexistent/gone.jpg", NULL);
  g_assert_null (fixture_submit (f, missing, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "gone.jpg"));
  g_clear_error (&error);

  /* a hole of 200 MB takes no room, and nobody shall read it */
  g_assert_true (g_file_set_contents (huge, "x", 1, NULL));
  g_assert_cmpint (truncate (huge, 200 * 1024 * 1024), ==, 0);
  xb_submission_add_file (large, XB_MATERIAL_TYPE_OTHER, "huge.jpg", NULL, huge, NULL);
  g_assert_null (fixture_submit (f, large, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_assert_cmpuint (count_cases (f), ==, 1);
}

static void
test_wrong_secret (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr(XbPlatformClient) stranger = make_client (xb_practice_server_get_url (f->server));
  g_autoptr(GError) error = poll_fails (stranger);

  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_assert_nonnull (strstr (error->message, "key"));
}

static void
add (const char *path,
     void      (*test) (Fixture       *f,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-client/nonsense", test_nonsense);
  g_test_add_func ("/practice-client/pictures", test_pictures);
  g_test_add_func ("/practice-client/addresses", test_addresses);
  g_test_add_func ("/practice-client/dead-port", test_dead_port);
  g_test_add_func ("/practice-client/certificate", test_certificate_checked);
  g_test_add_func ("/practice-client/timeout", test_timeout);
  add ("/practice-client/faults", test_faults);
  add ("/practice-client/upload-fault", test_upload_fault);
  add ("/practice-client/delay", test_delay);
  add ("/practice-client/cancel", test_cancel);
  add ("/practice-client/files", test_files);
  add ("/practice-client/wrong-secret", test_wrong_secret);
  return g_test_run ();
}
