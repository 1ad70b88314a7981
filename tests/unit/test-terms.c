/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-catalogue.h"
#include "xb-clock.h"
#include "xb-error.h"
#include "xb-terms.h"

typedef enum
{
  REVIEW,
  EXPEDITED,
  SYNC,
  APPEAL,
} What;

static XbTerm *
term (XbPlatform  *platform,
      What         what,
      const char  *at,
      GError     **error)
{
  XbWorkdays *workdays = xb_workdays_get_default ();
  gint64 instant = xb_instant_parse (at, NULL);

  switch (what)
    {
    case SYNC:
      return xb_terms_sync (platform, workdays, instant, error);
    case APPEAL:
      return xb_terms_appeal (platform, workdays, instant, error);
    case REVIEW:
    case EXPEDITED:
    default:
      return xb_terms_review (platform, workdays, instant, what == EXPEDITED, error);
    }
}

/* 2026: off 15–23 February with work on Saturdays 14 and 28; off 25–27 September and 1–7 October with
 * work on Saturday 10 October. 2027 is not published: weekdays alone count. */
static void
test_terms (void)
{
  static const struct
  {
    const char *key;
    What        what;
    const char *at;
    const char *earliest;
    const char *expected;
    gboolean    estimated;
  } rows[] = {
    /* an operator: 5 to 7 working days */
    { "cmcc", REVIEW, "2026-09-28T10:00", "2026-10-10", "2026-10-13", FALSE },
    { "cmcc", REVIEW, "2026-09-28T00:00", "2026-10-10", "2026-10-13", FALSE },
    { "cmcc", REVIEW, "2026-09-28T18:00:00", "2026-10-10", "2026-10-13", FALSE },
    { "cmcc", REVIEW, "2026-09-28T18:00:01", "2026-10-12", "2026-10-14", FALSE },
    { "cmcc", REVIEW, "2026-09-26T10:00", "2026-10-10", "2026-10-13", FALSE }, /* off: counts as Monday */
    { "cmcc", REVIEW, "2026-09-27T23:00", "2026-10-10", "2026-10-13", FALSE }, /* off and late: once */
    { "cmcc", REVIEW, "2026-02-13T10:00", "2026-02-27", "2026-03-02", FALSE },
    { "cmcc", REVIEW, "2026-02-14T10:00", "2026-02-28", "2026-03-03", FALSE }, /* a make-up Saturday */
    { "cmcc", REVIEW, "2026-02-14T20:00", "2026-03-02", "2026-03-04", FALSE }, /* late before the festival */
    { "cmcc", REVIEW, "2026-02-18T10:00", "2026-03-02", "2026-03-04", FALSE }, /* within the festival */
    { "cmcc", REVIEW, "2026-12-21T10:00", "2026-12-28", "2026-12-30", FALSE },
    { "cmcc", REVIEW, "2026-12-24T10:00", "2026-12-31", "2027-01-04", TRUE },
    { "cmcc", REVIEW, "2026-12-29T10:00", "2027-01-05", "2027-01-07", TRUE },
    /* in China it is the next morning already */
    { "cmcc", REVIEW, "2026-09-27T16:30:00Z", "2026-10-10", "2026-10-13", FALSE },
    { "cmcc", EXPEDITED, "2026-09-28T10:00", "2026-09-28", "2026-09-28", FALSE },
    { "cmcc", EXPEDITED, "2026-09-28T13:00", "2026-09-29", "2026-09-29", FALSE },
    { "cmcc", EXPEDITED, "2026-10-16T13:00", "2026-10-19", "2026-10-19", FALSE },
    { "cmcc", EXPEDITED, "2026-12-31T13:00", "2027-01-01", "2027-01-01", TRUE },
    { "cmcc", SYNC, "2026-09-28T10:00", "2026-09-29", "2026-09-30", FALSE },
    { "cmcc", SYNC, "2026-09-30T10:00", "2026-10-01", "2026-10-02", FALSE }, /* machines have no holiday */
    { "cmcc", APPEAL, "2026-09-28T10:00", "2026-09-29", "2026-10-13", FALSE },
    /* a third party: from 24 hours, then 3 to 5 working days */
    { "third-party", REVIEW, "2026-09-28T10:00", "2026-09-29", "2026-09-29", FALSE },
    { "third-party", REVIEW, "2026-09-30T10:00", "2026-10-08", "2026-10-08", FALSE },
    { "third-party", REVIEW, "2026-02-13T10:00", "2026-02-14", "2026-02-14", FALSE },
    { "third-party", REVIEW, "2026-02-14T10:00", "2026-02-24", "2026-02-24", FALSE },
    { "third-party", SYNC, "2026-09-28T10:00", "2026-10-08", "2026-10-10", FALSE },
    { "third-party", SYNC, "2026-02-13T19:00", "2026-02-26", "2026-02-28", FALSE },
    { "qihoo360", APPEAL, "2026-09-28T10:00", "2026-09-29", "2026-10-08", FALSE },
    /* unknown stays unknown */
    { "huawei", REVIEW, "2026-09-28T10:00", NULL, NULL, FALSE },
    { "huawei", EXPEDITED, "2026-09-28T10:00", NULL, NULL, FALSE },
    { "huawei", SYNC, "2026-09-28T10:00", NULL, NULL, FALSE },
    { "telnyx", APPEAL, "2026-09-28T10:00", NULL, NULL, FALSE },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(XbTerm) found = term (xb_catalogue_lookup (catalogue, rows[i].key), rows[i].what,
                                      rows[i].at, &error);

      g_assert_no_error (error);
      g_test_message ("%s %d %s: %s", rows[i].key, rows[i].what, rows[i].at, found->why);
      g_assert_cmpstr (found->earliest, ==, rows[i].earliest);
      g_assert_cmpstr (found->expected, ==, rows[i].expected);
      g_assert_cmpint (found->estimated, ==, rows[i].estimated);
      g_assert_cmpint (found->known, ==, rows[i].expected != NULL);
      g_assert_cmpint (found->indicative, ==, rows[i].expected != NULL);
    }
}

static void
test_reasons (void)
{
  static const struct { const char *key; What what; const char *at; const char *why; } rows[] = {
    { "cmcc", REVIEW, "2026-09-28T10:00", "5–7 working days after 2026-09-28" },
    { "cmcc", REVIEW, "2026-09-28T19:00",
      "5–7 working days after 2026-09-29: it came in after 18:00 or on a day off" },
    { "cmcc", EXPEDITED, "2026-09-28T10:00", "12 hours after 2026-09-28 10:00, on a working day" },
    { "cmcc", SYNC, "2026-09-28T10:00", "24–48 hours after 2026-09-28 10:00" },
    { "third-party", REVIEW, "2026-09-28T10:00", "from 24 hours after 2026-09-28 10:00, on a working day" },
    { "huawei", REVIEW, "2026-09-28T10:00",
      "How long the review takes is not known. Ask the platform and enter it." },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbTerm) found = term (xb_catalogue_lookup (catalogue, rows[i].key), rows[i].what,
                                      rows[i].at, NULL);

      g_assert_cmpstr (found->why, ==, rows[i].why);
    }
}

static void
test_edited (void)
{
  g_autoptr(XbPlatform) platform = xb_platform_new_added ("ours", "Ours", XB_PLATFORM_KIND_OPERATOR);
  g_autoptr(XbTerm) usual = NULL;
  g_autoptr(XbTerm) upper = NULL;
  g_autoptr(XbTerm) at_once = NULL;
  g_autoptr(XbTerm) too_far = NULL;
  g_autoptr(GError) error = NULL;

  /* the expedited time is not known: the usual one counts */
  g_assert_true (xb_platform_apply_edit (platform, "expedite_hours", "unknown", 1, NULL));
  usual = term (platform, EXPEDITED, "2026-09-28T10:00", NULL);
  g_assert_cmpstr (usual->expected, ==, "2026-10-13");

  g_assert_true (xb_platform_apply_edit (platform, "review_min", "unknown", 1, NULL));
  g_assert_true (xb_platform_apply_edit (platform, "review_max", "3", 1, NULL));
  upper = term (platform, REVIEW, "2026-09-28T10:00", NULL);
  g_assert_null (upper->earliest);
  g_assert_cmpstr (upper->expected, ==, "2026-10-08");
  g_assert_false (upper->indicative); /* the owner's own word */

  g_assert_true (xb_platform_apply_edit (platform, "review_max", "0", 1, NULL));
  at_once = term (platform, REVIEW, "2026-10-03T10:00", NULL);
  g_assert_cmpstr (at_once->expected, ==, "2026-10-08");

  too_far = term (platform, REVIEW, "3000-01-02T10:00", &error);
  g_assert_null (too_far);
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
}

static void
test_fees (void)
{
  static const struct { const char *key; guint edits; gint64 least; gint64 most; } rows[] = {
    { "cmcc", 0, 0, 0 }, { "cmcc", 2, 0, 0 }, { "cmcc", 3, 5000, 10000 }, { "third-party", 9, 5000, 10000 },
    { "huawei", 0, -1, -1 },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  XbPlatform *cmcc = xb_catalogue_lookup (catalogue, "cmcc");
  gint64 least = -1, most = -1;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      least = most = -1;
      g_assert_cmpint (xb_terms_edit_fee (xb_catalogue_lookup (catalogue, rows[i].key), rows[i].edits,
                                          &least, &most), ==, rows[i].least >= 0);
      g_assert_cmpint (least, ==, rows[i].least);
      g_assert_cmpint (most, ==, rows[i].most);
    }
  g_assert_true (xb_terms_expedite_fee (cmcc, &most));
  g_assert_cmpint (most, ==, 30000);
  g_assert_true (xb_terms_annual_fee (cmcc, &least, &most));
  g_assert_cmpint (least, ==, 20000);
  g_assert_cmpint (most, ==, 50000);
  g_assert_true (xb_platform_apply_edit (cmcc, "annual_fee_min", "unknown", 1, NULL));
  g_assert_true (xb_terms_annual_fee (cmcc, &least, &most));
  g_assert_cmpint (least, ==, 50000);
  g_assert_false (xb_terms_annual_fee (xb_catalogue_lookup (catalogue, "third-party"), &least, &most));
  g_assert_false (xb_terms_expedite_fee (xb_catalogue_lookup (catalogue, "huawei"), &most));
}

static void
test_expiry (void)
{
  static const struct { const char *months; const char *approved; const char *expires; } rows[] = {
    { "12", "2026-09-30", "2027-09-30" }, { "1", "2026-01-31", "2026-02-28" },
    { "12", "2028-02-29", "2029-02-28" }, { "unknown", "2026-09-30", NULL },
  };
  g_autoptr(XbPlatform) platform = xb_platform_new_added ("ours", "Ours", XB_PLATFORM_KIND_OPERATOR);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *expires = NULL;

      g_assert_true (xb_platform_apply_edit (platform, "validity_months", rows[i].months, 1, NULL));
      expires = xb_terms_dup_expires (platform, rows[i].approved);
      g_assert_cmpstr (expires, ==, rows[i].expires);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/terms", test_terms);
  g_test_add_func ("/terms/reasons", test_reasons);
  g_test_add_func ("/terms/edited", test_edited);
  g_test_add_func ("/terms/fees", test_fees);
  g_test_add_func ("/terms/expiry", test_expiry);
  return g_test_run ();
}
