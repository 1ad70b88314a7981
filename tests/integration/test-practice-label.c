/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice-fixture.h"
#include "xb-error.h"
#include "xb-practice-case.h"

/* A label that shows is changed at the practice platform: what it says, and what phones show meanwhile. */

static XbCaseReport *
change_label (Fixture     *f,
              const char  *case_no,
              const char  *key,
              const char  *label,
              GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_platform_client_change_label_async (f->client, case_no, key, label, NULL, fixture_done_cb, &result);
  fixture_wait (f, &result);
  return xb_platform_client_change_label_finish (f->client, result, error);
}

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
  return report;
}

/* A case that every phone shows with the label 冰饮专线. */
static char *
make_shown (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSubmission) submission = make_submission ("submission");
  g_autoptr(XbCaseReport) filed = fixture_submit (f, submission, &error);
  g_autoptr(XbCaseReport) shown = NULL;

  g_assert_no_error (error);
  shown = poll_later (f, filed->case_no, 6 * DAY);
  g_assert_cmpint (shown->state, ==, XB_CERT_STATE_LIVE);
  g_assert_cmpint (shown->label.state, ==, XB_LABEL_REPORT_NONE);
  return g_strdup (filed->case_no);
}

/* How many phones show @label, and how many show nothing. */
static void
assert_shown (XbCaseReport *report,
              const char   *label,
              guint         n,
              guint         nothing)
{
  guint found = 0;
  guint dark = 0;

  g_assert_cmpuint (report->displays->len, ==, XB_N_PRACTICE_HANDSETS);
  for (guint i = 0; i < report->displays->len; i++)
    {
      const XbDisplay *display = g_ptr_array_index (report->displays, i);

      dark += !display->shown;
      found += display->shown && g_strcmp0 (display->label, label) == 0;
    }
  g_assert_cmpuint (found, ==, n);
  g_assert_cmpuint (dark, ==, nothing);
}

static void
take_down (Fixture  *f,
           gboolean  takes_down)
{
  g_auto(RawReply) reply = fixture_post (f, "/v1/settings", NULL, takes_down ? "{\"label_takes_down\":true}"
                                                                             : "{\"label_takes_down\":false}");

  g_assert_cmpuint (reply.status, ==, 200);
}

static void
test_taken_down (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *case_no = make_shown (f);
  g_autoptr(XbCaseReport) asked = change_label (f, case_no, "first", "火锅专线", &error);
  g_autoptr(XbCaseReport) half = NULL;
  g_autoptr(XbCaseReport) shown = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (asked->label.raw_state, ==, "REVIEWING");
  g_assert_cmpint (asked->label.state, ==, XB_LABEL_REPORT_OPEN);
  g_assert_cmpstr (asked->label.text, ==, "火锅专线");
  g_assert_nonnull (asked->label.expected_day);
  g_assert_cmpint (asked->state, ==, XB_CERT_STATE_LIVE); /* the certification itself stands */
  assert_shown (asked, "火锅专线", 0, 8);
  half = poll_later (f, case_no, DAY + DAY / 2);
  g_assert_cmpstr (half->label.raw_state, ==, "SYNCING");
  assert_shown (half, "火锅专线", 4, 4);
  shown = poll_later (f, case_no, DAY / 2);
  g_assert_cmpint (shown->label.state, ==, XB_LABEL_REPORT_SHOWN);
  g_assert_null (shown->label.expected_day);
  assert_shown (shown, "火锅专线", 8, 0);
}

static void
test_kept_up (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *case_no = make_shown (f);
  g_autoptr(XbCaseReport) asked = NULL;
  g_autoptr(XbCaseReport) half = NULL;
  g_autoptr(XbCaseReport) none = NULL;
  g_autoptr(XbCaseReport) bare = NULL;

  take_down (f, FALSE);
  fixture_restart (f); /* and it is remembered */
  asked = change_label (f, case_no, "first", "火锅专线", &error);
  g_assert_no_error (error);
  assert_shown (asked, "冰饮专线", 8, 0);
  half = poll_later (f, case_no, DAY + DAY / 2);
  assert_shown (half, "火锅专线", 4, 0);
  assert_shown (half, "冰饮专线", 4, 0);
  fixture_restart (f);
  g_clear_pointer (&half, xb_case_report_unref);
  half = poll_later (f, case_no, 0);
  assert_shown (half, "火锅专线", 4, 0);
  g_clear_pointer (&half, xb_case_report_unref);
  half = poll_later (f, case_no, DAY);
  g_assert_cmpint (half->label.state, ==, XB_LABEL_REPORT_SHOWN);
  none = change_label (f, case_no, "second", "", &error); /* the name alone */
  g_assert_no_error (error);
  bare = poll_later (f, case_no, 3 * DAY);
  assert_shown (bare, NULL, 8, 0);
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  static const struct { const char *label, *reason; } rows[] = {
    { "全国第一火锅", "绝对化" }, { "这个标签比平台允许的长得多", "标签过长" },
  };
  g_autofree char *case_no = make_shown (f);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *key = g_strdup_printf ("key-%u", i);
      g_autoptr(XbCaseReport) asked = change_label (f, case_no, key, rows[i].label, &error);
      g_autoptr(XbCaseReport) refused = NULL;

      g_assert_no_error (error);
      refused = poll_later (f, case_no, DAY);
      g_assert_cmpint (refused->label.state, ==, XB_LABEL_REPORT_REFUSED);
      g_assert_nonnull (strstr (refused->label.reason, rows[i].reason));
      g_assert_cmpint (refused->state, ==, XB_CERT_STATE_LIVE);
      assert_shown (refused, "冰饮专线", 8, 0); /* the old one is back */
    }
}

/* One at a time, and only of what shows; the same key once. */
static void
test_once (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSubmission) submission = make_submission ("other");
  g_autoptr(XbCaseReport) filed = NULL;
  g_autoptr(XbCaseReport) early = NULL;
  g_autofree char *case_no = make_shown (f);
  g_autoptr(XbCaseReport) first = change_label (f, case_no, "first", "火锅专线", &error);
  g_autoptr(XbCaseReport) again = NULL;
  g_autoptr(XbCaseReport) second = NULL;
  g_autoptr(XbCaseReport) other = NULL;

  g_assert_no_error (error);
  again = change_label (f, case_no, "first", "火锅专线", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->label.text, ==, first->label.text);
  second = change_label (f, case_no, "second", "冰饮专线", &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_assert_false (xb_error_is_uncertain (error));
  g_clear_error (&error);
  other = change_label (f, case_no, "first", "别的", &error); /* the same key for something else */
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
  g_clear_error (&error);

  g_free (submission->number);
  submission->number = g_strdup ("+8613800138000");
  filed = fixture_submit (f, submission, &error);
  g_assert_no_error (error);
  early = change_label (f, filed->case_no, "early", "火锅专线", &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_PLATFORM);
}

static void
test_bad_requests (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *case_no = make_shown (f);
  g_autofree char *path = g_strdup_printf ("/v1/certifications/%s/label", case_no);
  g_autofree char *long_text = g_strnfill (201, 'x');
  g_autofree char *long_body = g_strdup_printf ("{\"label\":\"%s\"}", long_text);
  const struct { const char *path, *key, *body; guint status; const char *code; } rows[] = {
    { path, NULL, "{\"label\":\"a\"}", 400, "IDEMPOTENCY_KEY_MISSING" },
    { path, "k", "{}", 400, "FIELD_MISSING" },
    { path, "k", "{\"label\":7}", 400, "FIELD_INVALID" },
    { path, "k", long_body, 400, "FIELD_INVALID" },
    { "/v1/certifications/LX99999999/label", "k", "{\"label\":\"a\"}", 404, "CASE_UNKNOWN" },
    { "/v1/settings", NULL, "{}", 400, "FIELD_MISSING" },
    { "/v1/settings", NULL, "{\"label_takes_down\":1}", 400, "FIELD_INVALID" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(RawReply) reply = fixture_post (f, rows[i].path, rows[i].key, rows[i].body);

      g_assert_cmpuint (reply.status, ==, rows[i].status);
      g_assert_cmpstr (raw_reply_error (&reply), ==, rows[i].code);
    }
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/practice-label/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("taken-down", test_taken_down);
  ADD ("kept-up", test_kept_up);
  ADD ("refused", test_refused);
  ADD ("once", test_once);
  ADD ("bad-requests", test_bad_requests);
  return g_test_run ();
}
