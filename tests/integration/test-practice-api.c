/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice-fixture.h"
#include "xb-error.h"
#include "xb-http-signer.h"
#include "xb-practice-api.h"
#include "xb-practice-review.h"

/* The practice platform as the wire sees it: raw requests, good and bad, and what the reviewer refuses. */

static void
test_health (Fixture       *f,
             gconstpointer  data)
{
  g_auto(RawReply) reply = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/health", .unsigned_ = TRUE });

  g_assert_cmpuint (reply.status, ==, 200);
  g_assert_cmpstr (raw_reply_text (&reply, "status"), ==, "ok");
}

static void
test_signatures (Fixture       *f,
                 gconstpointer  data)
{
  static const struct { Raw raw; guint status; const char *code; } rows[] = {
    { { .path = "/v1/certifications" }, 200, NULL },
    { { .path = "/v1/certifications", .skew = -290 }, 200, NULL },
    { { .path = "/v1/certifications", .skew = 290 }, 200, NULL },
    { { .path = "/v1/certifications", .query = "limit=5&after=" }, 404, "CASE_UNKNOWN" },
    { { .path = "/v1/certifications", .unsigned_ = TRUE }, 401, "SIGNATURE_MISSING" },
    { { .path = "/v1/certifications", .nonce = "short" }, 401, "SIGNATURE_MISSING" },
    { { .path = "/v1/certifications", .key_id = "somebody" }, 401, "KEY_UNKNOWN" },
    { { .path = "/v1/certifications", .skew = -310 }, 401, "CLOCK_SKEW" },
    { { .path = "/v1/certifications", .skew = 310 }, 401, "CLOCK_SKEW" },
    { { .path = "/v1/certifications", .secret = "guessed" }, 401, "SIGNATURE_WRONG" },
    { { .path = "/v1/certifications", .signed_path = "/v1/certifications/LX00000001" }, 401, "SIGNATURE_WRONG" },
    { { .path = "/v1/time", .method = "POST", .body = "{\"advance_seconds\":1}", .unsigned_ = TRUE },
      401, "SIGNATURE_MISSING" },
    { { .path = "/v1/faults", .method = "POST", .body = "{\"kind\":\"cut\"}", .secret = "guessed" },
      401, "SIGNATURE_WRONG" },
    { { .path = "/v1/certifications", .nonce = "used-once-only" }, 200, NULL },
    { { .path = "/v1/certifications", .nonce = "used-once-only" }, 401, "NONCE_REUSED" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Raw raw = rows[i].raw;
      g_auto(RawReply) reply = { 0 };

      if (raw.method == NULL)
        raw.method = "GET";
      reply = fixture_send (f, &raw);
      g_test_message ("row %u", i);
      g_assert_cmpuint (reply.status, ==, rows[i].status);
      if (rows[i].code != NULL)
        g_assert_cmpstr (raw_reply_error (&reply), ==, rows[i].code);
    }
}

/* What the signature covers cannot be changed on the way. */
static void
test_tampering (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr(GBytes) body = g_bytes_new_static ("{\"advance_seconds\":1}", 21);
  g_autofree char *nonce = xb_http_signer_random (8);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *stamp = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  g_autofree char *signature = xb_http_signer_sign (xb_practice_server_get_secret (f->server), "POST", "/v1/time",
                                                    NULL, now, nonce, body);
  g_autofree char *authorization = xb_http_signer_authorization (signature);
  g_autofree char *url = g_strconcat (xb_practice_server_get_url (f->server), "/v1/time", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(SoupMessage) message = soup_message_new ("POST", url);
      SoupMessageHeaders *headers = soup_message_get_request_headers (message);
      g_autoptr(GBytes) sent = g_bytes_new_static (i == 0 ? "{\"advance_seconds\":9}" : "{\"advance_seconds\":1}", 21);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GBytes) reply = NULL;

      soup_message_headers_replace (headers, XB_HTTP_HEADER_KEY, xb_practice_server_get_key_id (f->server));
      soup_message_headers_replace (headers, XB_HTTP_HEADER_TIMESTAMP, stamp);
      soup_message_headers_replace (headers, XB_HTTP_HEADER_NONCE, nonce);
      soup_message_headers_replace (headers, "Authorization", authorization);
      soup_message_set_request_body_from_bytes (message, "application/json", sent);
      soup_session_send_and_read_async (f->session, message, 0, NULL, fixture_done_cb, &result);
      fixture_wait (f, &result);
      reply = soup_session_send_and_read_finish (f->session, result, NULL);
      g_assert_nonnull (reply);
      /* the false one must not use up the nonce of the true one */
      g_assert_cmpuint (soup_message_get_status (message), ==, i == 0 ? 401 : 200);
    }
}

#define FILING(number, materials) \
  "{\"number\":" number ",\"business\":{\"name\":\"" BUSINESS "\",\"uscc\":\"" USCC "\",\"kind\":\"company\"}," \
  "\"letter\":{\"name\":\"" BUSINESS "\"},\"display_name\":\"蜀味餐饮\",\"materials\":" materials "}"

static void
test_bad_requests (Fixture       *f,
                   gconstpointer  data)
{
  static const struct { Raw raw; guint status; const char *code; const char *field; } rows[] = {
    { { "GET", "/v1/nothing" }, 404, "PATH_UNKNOWN", NULL },
    { { "GET", "/" }, 404, "PATH_UNKNOWN", NULL },
    { { "DELETE", "/v1/certifications" }, 405, "METHOD_NOT_ALLOWED", NULL },
    { { "GET", "/v1/certifications/LX99999999" }, 404, "CASE_UNKNOWN", "case_no" },
    { { "GET", "/v1/certifications", "limit=0" }, 400, "FIELD_INVALID", "limit" },
    { { "GET", "/v1/certifications", "limit=101" }, 400, "FIELD_INVALID", "limit" },
    { { "GET", "/v1/certifications", "after=LX99999999" }, 404, "CASE_UNKNOWN", "after" },
    { { "GET", "/v1/displays/13800138000" }, 400, "FIELD_INVALID", "number" },
    { { "GET", "/v1/displays/%2B8613800138000/nokia.png" }, 400, "FIELD_INVALID", "handset" },
    { { "GET", "/v1/displays/8613800138000/huawei.png" }, 400, "FIELD_INVALID", "number" },
    { { "POST", "/v1/certifications", .body = "{}" }, 400, "IDEMPOTENCY_KEY_MISSING", "Idempotency-Key" },
    { { "POST", "/v1/certifications", .body = "{\"a\":", .idempotency_key = "k" }, 400, "BODY_NOT_JSON", NULL },
    { { "POST", "/v1/certifications", .body = "[]", .idempotency_key = "k" }, 400, "BODY_NOT_JSON", NULL },
    { { "POST", "/v1/certifications", .body = "{\"number\":\"\xff\"}", .idempotency_key = "k" },
      400, "BODY_NOT_JSON", NULL },
    { { "POST", "/v1/certifications", .body = "a=b", .content_type = "application/x-www-form-urlencoded",
        .idempotency_key = "k" }, 415, "MEDIA_TYPE_UNSUPPORTED", NULL },
    { { "POST", "/v1/certifications", .body = "{}", .idempotency_key = "k" }, 400, "FIELD_MISSING", "business" },
    { { "POST", "/v1/certifications", .body = FILING ("7", "[]"), .idempotency_key = "k" },
      400, "FIELD_INVALID", "number" },
    { { "POST", "/v1/certifications", .body = FILING ("\"13800138000\"", "[]"), .idempotency_key = "k" },
      400, "FIELD_INVALID", "number" },
    { { "POST", "/v1/certifications", .body = FILING ("\"+8613800138000\"", "7"), .idempotency_key = "k" },
      400, "FIELD_INVALID", "materials" },
    { { "POST", "/v1/certifications", .body = FILING ("\"+8613800138000\"", "[7]"), .idempotency_key = "k" },
      400, "FIELD_INVALID", "materials[0]" },
    { { "POST", "/v1/certifications", .body = FILING ("\"+8613800138000\"", "[{\"type\":\"napkin\"}]"),
        .idempotency_key = "k" }, 400, "FIELD_INVALID", "materials[0].type" },
    { { "POST", "/v1/certifications", .body = FILING ("\"+8613800138000\"", "[{\"type\":\"logo\"}]"),
        .idempotency_key = "k" }, 400, "FIELD_MISSING", "materials[0].material_id" },
    { { "POST", "/v1/certifications",
        .body = FILING ("\"+8613800138000\"", "[{\"type\":\"logo\",\"material_id\":\"m-0\"}]"),
        .idempotency_key = "k" }, 400, "MATERIAL_UNKNOWN", "materials[0].material_id" },
    { { "POST", "/v1/certifications/LX1/withdraw", .idempotency_key = "k" }, 404, "CASE_UNKNOWN", "case_no" },
    { { "POST", "/v1/certifications/LX1/expedite", .idempotency_key = "k" }, 404, "CASE_UNKNOWN", "case_no" },
    { { "POST", "/v1/certifications/LX1/answers", .idempotency_key = "k" }, 404, "CASE_UNKNOWN", "case_no" },
    { { "POST", "/v1/materials", .body = "x", .content_type = "text/html", .material_type = "logo" },
      415, "MEDIA_TYPE_UNSUPPORTED", "Content-Type" },
    { { "POST", "/v1/materials", .body = "x", .content_type = "image/png", .material_type = "napkin" },
      400, "FIELD_INVALID", "X-Material-Type" },
    { { "POST", "/v1/materials", .body = "x", .content_type = "image/png", .material_type = "logo",
        .filename = "%zz" }, 400, "FIELD_INVALID", "X-Filename" },
    { { "POST", "/v1/faults", .body = "{}" }, 400, "FIELD_MISSING", "kind" },
    { { "POST", "/v1/faults", .body = "{\"kind\":\"flood\"}" }, 400, "FIELD_INVALID", "kind" },
    { { "POST", "/v1/faults", .body = "{\"kind\":\"cut\",\"times\":0}" }, 400, "FIELD_INVALID", "times" },
    { { "POST", "/v1/faults", .body = "{\"kind\":\"delay\",\"seconds\":-1}" }, 400, "FIELD_INVALID", "seconds" },
    { { "POST", "/v1/faults", .body = "{\"kind\":\"cut\",\"after\":1}" }, 400, "FIELD_INVALID", "after" },
    { { "POST", "/v1/time", .body = "{\"advance_seconds\":-1}" }, 400, "FIELD_INVALID", "advance_seconds" },
    { { "POST", "/v1/time", .body = "{}" }, 400, "FIELD_MISSING", "advance_seconds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(RawReply) reply = fixture_send (f, &rows[i].raw);
      JsonObject *error;

      g_test_message ("row %u: %s %s", i, rows[i].raw.method, rows[i].raw.path);
      g_assert_cmpstr (raw_reply_error (&reply), ==, rows[i].code);
      g_assert_cmpuint (reply.status, ==, rows[i].status);
      error = json_object_get_object_member (json_node_get_object (reply.json), "error");
      if (rows[i].field != NULL)
        g_assert_cmpstr (json_object_get_string_member (error, "field"), ==, rows[i].field);
      else
        g_assert_true (json_object_get_null_member (error, "field"));
    }
}

static void
test_too_large (Fixture       *f,
                gconstpointer  data)
{
  g_autofree guint8 *zeros = g_malloc0 (XB_PRACTICE_BODY_MAX + 1);
  g_autoptr(GBytes) large = g_bytes_new_static (zeros, XB_PRACTICE_BODY_MAX + 1);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (large);
  g_autofree char *url = g_strconcat (xb_practice_server_get_url (f->server), "/v1/materials", NULL);
  g_autoptr(SoupMessage) chunked = soup_message_new ("POST", url);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) body = NULL;
  g_auto(RawReply) reply = fixture_send (f, &(Raw) { .method = "POST", .path = "/v1/materials", .bytes = large,
                                                     .content_type = "image/png", .material_type = "logo" });

  g_assert_cmpuint (reply.status, ==, 413);
  g_assert_cmpstr (raw_reply_error (&reply), ==, "BODY_TOO_LARGE");
  soup_message_set_request_body (chunked, "image/png", stream, -1); /* of unknown length */
  soup_session_send_and_read_async (f->session, chunked, 0, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  body = soup_session_send_and_read_finish (f->session, result, NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (soup_message_get_status (chunked), ==, 411);
}

static void
test_materials (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr(GBytes) png = make_png (8, 8);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, png);
  Raw raw = { "POST", "/v1/materials", .bytes = png, .content_type = "image/png", .material_type = "logo",
              .filename = "%E5%9B%BE%E6%A0%87.png" };
  g_auto(RawReply) first = fixture_send (f, &raw);
  g_auto(RawReply) again = { 0 };

  g_assert_cmpuint (first.status, ==, 201);
  g_assert_cmpstr (raw_reply_text (&first, "sha256"), ==, sha256);
  raw.material_type = "other";
  again = fixture_send (f, &raw);
  g_assert_cmpstr (raw_reply_text (&again, "material_id"), ==, raw_reply_text (&first, "material_id"));
}

/* The same key and request: the first answer. The same key and another request: refused. A refused request
 * leaves its key free. */
static void
test_idempotency (Fixture       *f,
                  gconstpointer  data)
{
  const char *path = "/v1/certifications";
  g_auto(RawReply) refused = fixture_post (f, path, "k1", "{}");
  g_auto(RawReply) first = fixture_post (f, path, "k1", FILING ("\"+8613800138000\"", "[]"));
  g_auto(RawReply) replay = { 0 };
  g_auto(RawReply) other = { 0 };
  g_auto(RawReply) later = { 0 };
  g_auto(RawReply) elsewhere = { 0 };
  g_auto(RawReply) list = { 0 };

  g_assert_cmpuint (refused.status, ==, 400);
  g_assert_cmpuint (first.status, ==, 201);
  g_assert_null (first.replay);
  xb_practice_server_advance_time (f->server, 3600);
  replay = fixture_post (f, path, "k1", FILING ("\"+8613800138000\"", "[]"));
  g_assert_cmpuint (replay.status, ==, 200);
  g_assert_cmpstr (replay.replay, ==, "true");
  g_assert_true (g_bytes_equal (replay.body, first.body));
  other = fixture_post (f, path, "k1", FILING ("\"+8613800138001\"", "[]"));
  g_assert_cmpuint (other.status, ==, 409);
  g_assert_cmpstr (raw_reply_error (&other), ==, "IDEMPOTENCY_CONFLICT");
  elsewhere = fixture_post (f, "/v1/certifications/LX00000001/withdraw", "k1", "{}");
  g_assert_cmpstr (raw_reply_error (&elsewhere), ==, "IDEMPOTENCY_CONFLICT");
  fixture_restart (f);
  later = fixture_post (f, path, "k1", FILING ("\"+8613800138000\"", "[]"));
  g_assert_cmpstr (later.replay, ==, "true");
  g_assert_true (g_bytes_equal (later.body, first.body));
  list = fixture_send (f, &(Raw) { .method = "GET", .path = path });
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (list.json), "cases")),
                    ==, 1);
}

static void
test_list (Fixture       *f,
           gconstpointer  data)
{
  g_auto(RawReply) all = { 0 };
  g_auto(RawReply) page = { 0 };
  g_auto(RawReply) last = { 0 };

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %u", i);
      g_auto(RawReply) reply = fixture_post (f, "/v1/certifications", key, FILING ("\"+8613800138000\"", "[]"));

      g_assert_cmpuint (reply.status, ==, 201);
    }
  all = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications" });
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (all.json), "cases")),
                    ==, 5);
  g_assert_true (json_object_get_null_member (json_node_get_object (all.json), "next"));
  page = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications",
                                   .query = "limit=2&after=LX00000001" });
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (page.json), "cases")),
                    ==, 2);
  g_assert_cmpstr (raw_reply_text (&page, "next"), ==, "LX00000003");
  last = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications",
                                   .query = "after=LX00000003&limit=2" });
  g_assert_true (json_object_get_null_member (json_node_get_object (last.json), "next"));
}

/* Faults asked for over the wire hit what fits, as often as asked, and nothing else. */
static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  g_auto(RawReply) asked = fixture_post (f, "/v1/faults", NULL,
                                         "{\"kind\":\"rate-limit\",\"times\":2,\"method\":\"GET\","
                                         "\"path_prefix\":\"/v1/certifications\",\"seconds\":7}");
  g_auto(RawReply) broken = { 0 };

  g_assert_cmpuint (asked.status, ==, 200);
  for (guint i = 0; i < 3; i++)
    {
      g_auto(RawReply) elsewhere = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/displays/%2B8613800138000" });
      g_auto(RawReply) reply = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications" });

      g_assert_cmpuint (elsewhere.status, ==, 200);
      g_assert_cmpuint (reply.status, ==, i < 2 ? 429 : 200);
      g_assert_cmpstr (reply.retry_after, ==, i < 2 ? "7" : NULL);
      if (i < 2)
        g_assert_cmpstr (raw_reply_error (&reply), ==, "RATE_LIMITED");
    }
  raw_reply_clear (&asked);
  asked = fixture_post (f, "/v1/faults", NULL, "{\"kind\":\"server-error\"}");
  broken = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications" });
  g_assert_cmpuint (broken.status, ==, 500);
  raw_reply_clear (&broken);
  raw_reply_clear (&asked);
  asked = fixture_post (f, "/v1/faults", NULL, "{\"kind\":\"wrong-json\"}");
  broken = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications" });
  g_assert_cmpuint (broken.status, ==, 200);
  g_assert_cmpstr (broken.content_type, ==, "application/json");
  g_assert_null (broken.json);
}

static guint
count_open_files (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* A day of polling leaves no file open. */
static void
test_open_files (Fixture       *f,
                 gconstpointer  data)
{
  guint before = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_auto(RawReply) reply = fixture_post (f, "/v1/time", NULL, "{\"advance_seconds\":0}");

      g_assert_cmpuint (reply.status, ==, 200);
      if (i == 10)
        before = count_open_files ();
    }
  g_assert_cmpuint (count_open_files (), <, before + 20);
}

static void
test_time (Fixture       *f,
           gconstpointer  data)
{
  g_auto(RawReply) filed = fixture_post (f, "/v1/certifications", "k", FILING ("\"+8613800138000\"", "[]"));
  g_auto(RawReply) moved = fixture_post (f, "/v1/time", NULL, "{\"advance_seconds\":90000}");
  g_auto(RawReply) stands = fixture_send (f, &(Raw) { .method = "GET", .path = "/v1/certifications/LX00000001" });

  g_assert_cmpstr (raw_reply_text (&filed, "state"), ==, "RECEIVED");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (moved.json), "elapsed_seconds"), ==, 90000);
  /* no papers at all */
  g_assert_cmpstr (raw_reply_text (&stands, "state"), ==, "REFUSED");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (stands.json),
                                                                         "reasons")), ==, 3);
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
  add ("/practice-api/health", test_health);
  add ("/practice-api/signatures", test_signatures);
  add ("/practice-api/tampering", test_tampering);
  add ("/practice-api/bad-requests", test_bad_requests);
  add ("/practice-api/too-large", test_too_large);
  add ("/practice-api/materials", test_materials);
  add ("/practice-api/idempotency", test_idempotency);
  add ("/practice-api/list", test_list);
  add ("/practice-api/faults", test_faults);
  add ("/practice-api/time", test_time);
  add ("/practice-api/open-files", test_open_files);
  return g_test_run ();
}
