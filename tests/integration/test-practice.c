/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "practice-fixture.h"
#include "xb-error.h"
#include "xb-http-signer.h"
#include "xb-practice-case.h"

/* The practice platform as its users see it, through the client: reviewing, syncing, showing, keeping. */

#define ASSERT_STATE(report, word, mapped) \
  G_STMT_START { \
    g_assert_nonnull (report); \
    g_assert_cmpstr ((report)->raw_state, ==, word); \
    g_assert_cmpint ((report)->state, ==, mapped); \
  } G_STMT_END

/* Computed by Python's hmac and hashlib. */
static void
test_signer (void)
{
  g_autoptr(GBytes) body = g_bytes_new_static ("{\"display_name\":\"蜀味餐饮\"}", 31);
  g_autofree char *canonical = xb_http_signer_canonical ("post", "/v1/certifications/LX00000001/answers",
                                                         "b=2&b=%E4%BA%8C&a=1", 1790560800,
                                                         "0123456789abcdef", body);
  g_autofree char *signature = xb_http_signer_sign ("practice-secret-0001", "POST",
                                                    "/v1/certifications/LX00000001/answers",
                                                    "b=%E4%BA%8C&a=1&b=2", 1790560800, "0123456789abcdef", body);
  g_autofree char *bare = xb_http_signer_sign ("practice-secret-0001", "GET", "/v1/displays/+862886123456",
                                               NULL, 1790560800, "nonce-0001", NULL);
  g_autofree char *header = xb_http_signer_authorization (bare);
  g_autofree char *one = xb_http_signer_random (16);
  g_autofree char *other = xb_http_signer_random (16);

  g_assert_cmpstr (canonical, ==, "POST\n/v1/certifications/LX00000001/answers\na=1&b=%E4%BA%8C&b=2\n1790560800\n"
                   "0123456789abcdef\nf91bf5d0771b553eabd71d0e5dd30a166022b3b791f19072ac6b7ac4f0263cf8");
  g_assert_cmpstr (signature, ==, "fde8e4877f2b1c02fe672ceede6651fc67cec1208f87682349bc19795124cba3");
  g_assert_cmpstr (bare, ==, "4f96c2dc04e312281969be5221241e7b2e71e6f66a6ccbbd43d040b7a1d2339c");
  g_assert_true (xb_http_signer_matches (header, bare));
  g_assert_false (xb_http_signer_matches (header, signature));
  g_assert_false (xb_http_signer_matches (bare, bare));
  g_assert_false (xb_http_signer_matches (NULL, bare));
  g_assert_cmpuint (strlen (one), ==, 32);
  g_assert_cmpstr (one, !=, other);
}

static XbCaseReport *
submit_well (Fixture      *f,
             XbSubmission *submission)
{
  g_autoptr(GError) error = NULL;
  XbCaseReport *report = fixture_submit (f, submission, &error);

  g_assert_no_error (error);
  ASSERT_STATE (report, "RECEIVED", XB_CERT_STATE_SUBMITTED);
  return report;
}

/* How the case stands after another @seconds of practice time. */
static XbCaseReport *
poll_later (Fixture    *f,
            const char *case_no,
            gint64      seconds)
{
  g_autoptr(GError) error = NULL;
  XbCaseReport *report;

  xb_practice_server_advance_time (f->server, seconds);
  report = fixture_poll (f, case_no, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static GBytes *
fetch_screenshot (Fixture   *f,
                  XbHandset  handset)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *png;

  xb_platform_client_fetch_screenshot_async (f->client, NUMBER, handset, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  png = xb_platform_client_fetch_screenshot_finish (f->client, result, &error);
  g_assert_no_error (error);
  return png;
}

static GPtrArray *
fetch_display (Fixture *f)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *displays;

  xb_platform_client_fetch_display_async (f->client, NUMBER, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  displays = xb_platform_client_fetch_display_finish (f->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (displays->len, ==, XB_N_PRACTICE_HANDSETS);
  return displays;
}

static guint
count_shown (GPtrArray *displays)
{
  guint shown = 0;

  for (guint i = 0; i < displays->len; i++)
    {
      XbDisplay *display = g_ptr_array_index (displays, i);

      /* one after the other, Huawei first, Apple last */
      g_assert_true (!display->shown || shown == i);
      g_assert_cmpstr (display->name, ==, display->shown ? "蜀味餐饮" : NULL);
      g_assert_cmpstr (display->label, ==, display->shown ? "冰饮专线" : NULL);
      shown += display->shown;
    }
  g_assert_cmpint (((XbDisplay *) g_ptr_array_index (displays, 0))->handset, ==, XB_HANDSET_HUAWEI);
  g_assert_cmpint (((XbDisplay *) g_ptr_array_index (displays, 7))->handset, ==, XB_HANDSET_APPLE);
  return shown;
}

static void
test_life (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(XbSubmission) submission = make_submission ("life");
  g_autoptr(XbCaseReport) received = submit_well (f, submission);
  g_autoptr(XbCaseReport) reviewing = poll_later (f, received->case_no, 3600);
  g_autoptr(GBytes) before = fetch_screenshot (f, XB_HANDSET_HUAWEI);
  g_autoptr(GPtrArray) none = fetch_display (f);
  g_autoptr(XbCaseReport) passed = poll_later (f, received->case_no, DAY - 3600);
  g_autoptr(XbCaseReport) syncing = poll_later (f, received->case_no, 4 * 3600);
  g_autoptr(XbCaseReport) first = poll_later (f, received->case_no, (3 * DAY - 4 * 3600) / 8);
  g_autoptr(GBytes) huawei = fetch_screenshot (f, XB_HANDSET_HUAWEI);
  g_autoptr(GBytes) apple = fetch_screenshot (f, XB_HANDSET_APPLE);
  g_autoptr(XbCaseReport) half = poll_later (f, received->case_no, (3 * DAY - 4 * 3600) / 8 * 3);
  g_autoptr(XbCaseReport) shown = poll_later (f, received->case_no, 2 * DAY);
  g_autoptr(GPtrArray) all = fetch_display (f);
  g_autoptr(XbCaseReport) lapsed = poll_later (f, received->case_no, 250 * DAY);
  g_autoptr(GPtrArray) gone = fetch_display (f);

  g_assert_cmpstr (received->case_no, ==, "LX00000001");
  g_assert_cmpint (received->at, ==, xb_clock_now (f->clock));
  g_assert_cmpstr (received->expected_day, ==, "2026-10-14");
  ASSERT_STATE (reviewing, "REVIEWING", XB_CERT_STATE_IN_REVIEW);
  g_assert_cmpuint (reviewing->displays->len, ==, 0);
  g_assert_cmpuint (count_shown (none), ==, 0);
  ASSERT_STATE (passed, "PASSED", XB_CERT_STATE_APPROVED);
  /* Thursday, Friday, Monday */
  g_assert_cmpstr (passed->expected_day, ==, "2026-10-19");
  g_assert_null (passed->reason_code);
  ASSERT_STATE (syncing, "SYNCING", XB_CERT_STATE_SYNCING);
  g_assert_cmpuint (count_shown (syncing->displays), ==, 0);
  g_assert_cmpuint (count_shown (first->displays), ==, 1);
  g_assert_cmpuint (count_shown (half->displays), ==, 4);
  ASSERT_STATE (shown, "SHOWN", XB_CERT_STATE_LIVE);
  g_assert_cmpuint (count_shown (shown->displays), ==, 8);
  g_assert_cmpuint (count_shown (all), ==, 8);
  g_assert_null (shown->expected_day);
  g_assert_nonnull (shown->valid_until);
  ASSERT_STATE (lapsed, "LAPSED", XB_CERT_STATE_EXPIRED);
  g_assert_cmpuint (count_shown (gone), ==, 0);
  /* the pictures tell what the lists tell */
  g_assert_false (g_bytes_equal (before, huawei));
  g_assert_false (g_bytes_equal (apple, huawei));
}

static void
test_expedite (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr(XbSubmission) fast = make_submission ("fast");
  g_autoptr(XbSubmission) slow = make_submission ("slow");
  g_autoptr(XbCaseReport) fast_received = NULL;
  g_autoptr(XbCaseReport) slow_received = NULL;
  g_autoptr(XbCaseReport) hurried = NULL;
  g_autoptr(XbCaseReport) again = NULL;
  g_autoptr(XbCaseReport) fast_later = NULL;
  g_autoptr(XbCaseReport) slow_later = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fast->expedite = TRUE;
  fast_received = submit_well (f, fast);
  g_assert_cmpstr (fast_received->expected_day, ==, "2026-10-13");
  g_free (slow->number);
  slow->number = g_strdup ("+8613800138000");
  slow_received = submit_well (f, slow);
  xb_platform_client_expedite_async (f->client, slow_received->case_no, "hurry", NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  hurried = xb_platform_client_expedite_finish (f->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hurried->expected_day, ==, "2026-10-13");
  g_clear_object (&result);
  xb_platform_client_expedite_async (f->client, slow_received->case_no, "hurry more", NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  again = xb_platform_client_expedite_finish (f->client, result, &error);
  g_assert_null (again);
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_assert_nonnull (strstr (error->message, "STATE_CONFLICT"));
  fast_later = poll_later (f, fast_received->case_no, 12 * 3600);
  slow_later = poll_later (f, slow_received->case_no, 0);
  ASSERT_STATE (fast_later, "PASSED", XB_CERT_STATE_APPROVED);
  ASSERT_STATE (slow_later, "PASSED", XB_CERT_STATE_APPROVED);
}

static XbCaseReport *
answer (Fixture     *f,
        const char  *case_no,
        const char  *key,
        GPtrArray   *files,
        const char  *note,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_platform_client_answer_async (f->client, case_no, key, files, note, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  return xb_platform_client_answer_finish (f->client, result, error);
}

static void
test_needs_info (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr(XbSubmission) submission = make_submission ("more");
  g_autoptr(GPtrArray) files = xb_submission_files_new ();
  g_autoptr(GBytes) proof = make_pdf ();
  g_autoptr(XbCaseReport) received = NULL;
  g_autoptr(XbCaseReport) more = NULL;
  g_autoptr(XbCaseReport) still = NULL;
  g_autoptr(XbCaseReport) reviewing = NULL;
  g_autoptr(XbCaseReport) passed = NULL;
  g_autoptr(XbCaseReport) noted = NULL;
  g_autoptr(GError) error = NULL;

  replace_file (submission, XB_MATERIAL_TYPE_OWNERSHIP, NULL);
  received = submit_well (f, submission);
  more = poll_later (f, received->case_no, DAY);
  ASSERT_STATE (more, "NEED_MORE", XB_CERT_STATE_NEEDS_INFO);
  g_assert_cmpstr (more->reason_code, ==, "OWNERSHIP_MISSING");
  g_assert_cmpstr (more->raw_reason, ==, "请补充号码归属证明");
  g_assert_cmpuint (more->reasons->len, ==, 1);
  g_assert_null (more->expected_day);

  g_assert_null (answer (f, received->case_no, "nothing", NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_clear_error (&error);
  noted = answer (f, received->case_no, "note", NULL, "营业厅明天才开门", &error);
  g_assert_no_error (error);
  ASSERT_STATE (noted, "REVIEWING", XB_CERT_STATE_IN_REVIEW);
  g_assert_null (noted->reason_code);
  still = poll_later (f, received->case_no, DAY);
  ASSERT_STATE (still, "NEED_MORE", XB_CERT_STATE_NEEDS_INFO);

  g_ptr_array_add (files, xb_submission_file_new (XB_MATERIAL_TYPE_OWNERSHIP, "受理单.pdf", "application/pdf",
                                                  NULL, proof));
  reviewing = answer (f, received->case_no, "proof", files, NULL, &error);
  g_assert_no_error (error);
  ASSERT_STATE (reviewing, "REVIEWING", XB_CERT_STATE_IN_REVIEW);
  g_assert_null (answer (f, received->case_no, "late", files, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  passed = poll_later (f, received->case_no, DAY);
  ASSERT_STATE (passed, "PASSED", XB_CERT_STATE_APPROVED);
}

static XbCaseReport *
withdraw (Fixture     *f,
          const char  *case_no,
          const char  *key,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_platform_client_withdraw_async (f->client, case_no, key, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  return xb_platform_client_withdraw_finish (f->client, result, error);
}

static void
test_taken (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(XbSubmission) first = make_submission ("first");
  g_autoptr(XbSubmission) second = make_submission ("second");
  g_autoptr(XbSubmission) third = make_submission ("third");
  g_autoptr(XbCaseReport) first_received = submit_well (f, first);
  g_autoptr(XbCaseReport) second_received = submit_well (f, second);
  g_autoptr(XbCaseReport) first_passed = poll_later (f, first_received->case_no, DAY);
  g_autoptr(XbCaseReport) second_refused = poll_later (f, second_received->case_no, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbCaseReport) gone = NULL;
  g_autoptr(XbCaseReport) third_received = NULL;
  g_autoptr(XbCaseReport) third_passed = NULL;

  ASSERT_STATE (first_passed, "PASSED", XB_CERT_STATE_APPROVED);
  ASSERT_STATE (second_refused, "REFUSED", XB_CERT_STATE_REJECTED);
  g_assert_cmpstr (second_refused->reason_code, ==, "NUMBER_TAKEN");
  gone = withdraw (f, first_received->case_no, "take back", &error);
  g_assert_no_error (error);
  ASSERT_STATE (gone, "WITHDRAWN", XB_CERT_STATE_WITHDRAWN);
  g_assert_null (withdraw (f, first_received->case_no, "take back twice", &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  third_received = submit_well (f, third);
  third_passed = poll_later (f, third_received->case_no, DAY);
  ASSERT_STATE (third_passed, "PASSED", XB_CERT_STATE_APPROVED);
}

static void
test_sync_failed (Fixture       *f,
                  gconstpointer  data)
{
  XbPracticeFault fault = { XB_PRACTICE_FAULT_SYNC, (char *) "POST", (char *) "/v1/certifications", 0, FALSE, 1 };
  g_autoptr(XbSubmission) submission = make_submission ("unlucky");
  g_autoptr(XbCaseReport) received = NULL;
  g_autoptr(XbCaseReport) failed = NULL;
  g_autoptr(GPtrArray) displays = NULL;

  xb_practice_server_add_fault (f->server, &fault);
  received = submit_well (f, submission);
  failed = poll_later (f, received->case_no, 4 * DAY);
  displays = fetch_display (f);
  ASSERT_STATE (failed, "FAILED", XB_CERT_STATE_FAILED);
  g_assert_cmpstr (failed->reason_code, ==, "SYNC_FAILED");
  g_assert_cmpuint (count_shown (displays), ==, 0);
}

static void
test_restart (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(XbSubmission) submission = make_submission ("kept");
  g_autoptr(XbCaseReport) received = submit_well (f, submission);
  g_autoptr(XbCaseReport) before = poll_later (f, received->case_no, DAY + 8 * 3600);
  g_autofree char *secret = g_strdup (xb_practice_server_get_secret (f->server));
  g_autofree char *book = g_build_filename (f->folder, "practice.json", NULL);
  g_autoptr(XbPracticeServer) rival = xb_practice_server_new (f->folder, NULL, 0);
  g_autoptr(XbCaseReport) after = NULL;
  g_autoptr(XbCaseReport) again = NULL;
  g_autoptr(XbCaseReport) later = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_false (xb_practice_server_start (rival, 0, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_BUSY);
  g_clear_error (&error);
  fixture_restart (f);
  g_assert_cmpstr (xb_practice_server_get_secret (f->server), ==, secret);
  g_assert_cmpint (g_stat (book, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  after = poll_later (f, received->case_no, 0);
  ASSERT_STATE (before, "SYNCING", XB_CERT_STATE_SYNCING);
  ASSERT_STATE (after, "SYNCING", XB_CERT_STATE_SYNCING);
  g_assert_cmpint (after->at, ==, before->at);
  g_assert_cmpuint (count_shown (after->displays), ==, count_shown (before->displays));
  again = fixture_submit (f, submission, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->case_no, ==, received->case_no);
  later = poll_later (f, received->case_no, 3 * DAY);
  ASSERT_STATE (later, "SHOWN", XB_CERT_STATE_LIVE);
}

/* Books that cannot be opened are refused with a sentence and left as they are. */
static void
test_bad_books (Fixture       *f,
                gconstpointer  data)
{
  static const struct { const char *text; XbError code; } rows[] = {
    { "", XB_ERROR_DAMAGED },
    { "{\"version\":1}", XB_ERROR_DAMAGED },
    { "{\"version\":1,\"key_id\":\"a\",\"secret\":\"b\",\"elapsed\":0,\"cases\":[{}],\"materials\":[],\"answers\":[],\"nonces\":{}}",
      XB_ERROR_DAMAGED },
    { "{\"version\":1,\"key_id\":\"a\",\"secret\":\"b\",\"elapsed\":0,\"cases\":[],\"materials\":[7],\"answers\":[],\"nonces\":{}}",
      XB_ERROR_DAMAGED },
    { "{\"version\":99}", XB_ERROR_NEWER },
  };
  g_autofree char *folder = g_dir_make_tmp ("practice-XXXXXX", NULL);
  g_autofree char *book = g_build_filename (folder, "practice.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbPracticeServer) server = xb_practice_server_new (folder, NULL, 0);
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (book, rows[i].text, -1, NULL));
      g_assert_false (xb_practice_server_start (server, 0, &error));
      g_assert_error (error, XB_ERROR, rows[i].code);
      g_assert_nonnull (strstr (error->message, book));
      g_assert_null (xb_practice_server_get_url (server));
      g_assert_true (g_file_get_contents (book, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  fixture_remove (folder);
}

/* With speed, time brings everything by itself. */
static void
test_speed (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("practice-XXXXXX", NULL);
  g_autoptr(XbPracticeServer) server = xb_practice_server_new (folder, NULL, 4 * DAY * 10.0);
  g_autoptr(XbSubmission) submission = make_submission ("quick");
  g_autoptr(XbCaseReport) received = NULL;
  g_autoptr(GError) error = NULL;
  Fixture fast = { .server = server };
  XbCertState state = XB_CERT_STATE_SUBMITTED;
  gint64 at;

  g_assert_true (xb_practice_server_start (server, 0, &error));
  g_assert_no_error (error);
  fast.client = XB_PLATFORM_CLIENT (xb_practice_client_new (xb_practice_server_get_url (server),
                                                            xb_practice_server_get_key_id (server),
                                                            xb_practice_server_get_secret (server), NULL));
  received = fixture_submit (&fast, submission, &error);
  g_assert_no_error (error);
  at = received->at;
  for (guint i = 0; i < 1000 && state != XB_CERT_STATE_LIVE; i++)
    {
      g_autoptr(XbCaseReport) report = fixture_poll (&fast, received->case_no, &error);

      g_assert_no_error (error);
      g_assert_cmpint (report->at, >=, at);
      at = report->at;
      state = report->state;
      g_usleep (10000);
    }
  g_assert_cmpint (state, ==, XB_CERT_STATE_LIVE);
  g_object_unref (fast.client);
  g_assert_finalize_object (g_steal_pointer (&server));
  fixture_remove (folder);
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
  g_test_add_func ("/practice/signer", test_signer);
  add ("/practice/life", test_life);
  add ("/practice/expedite", test_expedite);
  add ("/practice/needs-info", test_needs_info);
  add ("/practice/taken", test_taken);
  add ("/practice/sync-failed", test_sync_failed);
  add ("/practice/restart", test_restart);
  add ("/practice/bad-books", test_bad_books);
  add ("/practice/speed", test_speed);
  return g_test_run ();
}
