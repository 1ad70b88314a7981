/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-inspection-digest.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-words.h"
#include "xb-matrix-sight.h"
#include "xb-number-rates.h"

/* The rules of the inspection, by table. */

static void
test_next_day (void)
{
  static const struct
  {
    XbInspectionRhythm rhythm;
    const char        *last;
    const char        *live;
    const char        *today;
    const char        *next;
  } rows[] = {
    /* a month on, a working day */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-08-28", "2026-01-05", "2026-09-01", "2026-09-28" },
    /* a Saturday and a Sunday: the Friday before, so that nothing gets older than a month */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-05-20", "2026-01-05", "2026-06-01", "2026-06-18" }, /* and 端午 on the Friday */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-06-12", NULL, "2026-07-01", "2026-07-10" },
    /* in the holiday of October: the last working day before */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-09-03", NULL, "2026-09-28", "2026-09-30" },
    /* a make-up Saturday is a working day */
    { XB_INSPECTION_RHYTHM_FORTNIGHTLY, "2026-09-26", NULL, "2026-09-28", "2026-10-10" },
    { XB_INSPECTION_RHYTHM_FORTNIGHTLY, "2026-09-01", NULL, "2026-09-02", "2026-09-15" },
    /* the end of a short month */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-01-31", NULL, "2026-02-01", "2026-02-28" },
    /* late already: it stays due on its day */
    { XB_INSPECTION_RHYTHM_MONTHLY, "2026-03-02", NULL, "2026-09-28", "2026-04-02" },
    /* the first one: a month after the first number showed; nothing was missed before the program was there */
    { XB_INSPECTION_RHYTHM_MONTHLY, NULL, "2026-09-08", "2026-09-28", "2026-10-08" },
    { XB_INSPECTION_RHYTHM_MONTHLY, NULL, "2025-01-05", "2026-09-28", "2026-09-28" },
    { XB_INSPECTION_RHYTHM_MONTHLY, NULL, "2025-01-05", "2026-10-02", "2026-10-08" },
    { XB_INSPECTION_RHYTHM_MONTHLY, NULL, NULL, "2026-09-28", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean estimated;
      g_autofree char *next = xb_inspection_find_next_day (xb_workdays_get_default (), rows[i].rhythm, rows[i].last,
                                                           rows[i].live, rows[i].today, &estimated);

      g_test_message ("row %u", i);
      g_assert_cmpstr (next, ==, rows[i].next);
      g_assert_false (estimated);
    }
}

static void
test_estimated (void)
{
  gboolean estimated;
  g_autofree char *next = xb_inspection_find_next_day (xb_workdays_get_default (), XB_INSPECTION_RHYTHM_MONTHLY,
                                                       "2098-03-14", NULL, "2098-03-14", &estimated);

  g_assert_nonnull (next);
  g_assert_true (estimated);
}

static void
test_judges (void)
{
  g_assert_cmpint (xb_inspection_judge_answered (0, 0), ==, XB_INSPECTION_RESULT_OPEN);
  g_assert_cmpint (xb_inspection_judge_answered (64, 100), ==, XB_INSPECTION_RESULT_FAIL);
  g_assert_cmpint (xb_inspection_judge_answered (65, 100), ==, XB_INSPECTION_RESULT_PASS);
  g_assert_cmpint (xb_inspection_judge_answered (6499, 10000), ==, XB_INSPECTION_RESULT_FAIL);
  g_assert_cmpint (xb_inspection_judge_worst_day (-1, 5), ==, XB_INSPECTION_RESULT_OPEN);
  g_assert_cmpint (xb_inspection_judge_worst_day (0, 5), ==, XB_INSPECTION_RESULT_PASS);
  g_assert_cmpint (xb_inspection_judge_worst_day (4, 5), ==, XB_INSPECTION_RESULT_PASS);
  g_assert_cmpint (xb_inspection_judge_worst_day (5, 5), ==, XB_INSPECTION_RESULT_FAIL);
  g_assert_cmpint (xb_inspection_judge_report (0, 30), ==, XB_INSPECTION_RESULT_OPEN);
  g_assert_cmpint (xb_inspection_judge_report (14, 30), ==, XB_INSPECTION_RESULT_OPEN);
  g_assert_cmpint (xb_inspection_judge_report (15, 30), ==, XB_INSPECTION_RESULT_PASS);
}

static void
test_compare (void)
{
#define R(word) XB_INSPECTION_RESULT_##word
#define C(word) XB_INSPECTION_CHANGE_##word
  static const struct { XbInspectionResult before, now; XbInspectionChange change; } rows[] = {
    { R (OPEN), R (PASS), C (NEW) }, { R (OPEN), R (FAIL), C (NEW) }, { R (PASS), R (PASS), C (NONE) },
    { R (PASS), R (FAIL), C (WORSE) }, { R (SKIP), R (FAIL), C (WORSE) }, { R (FAIL), R (FAIL), C (STILL) },
    { R (FAIL), R (PASS), C (BETTER) }, { R (FAIL), R (OPEN), C (NONE) }, { R (FAIL), R (SKIP), C (NONE) },
    { R (SKIP), R (PASS), C (NONE) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (xb_inspection_compare (rows[i].before, rows[i].now), ==, rows[i].change);
}

static void
test_keys (void)
{
  g_autofree char *display = xb_inspection_dup_key ("display", "+864006001825", "cmcc", "huawei");
  g_autofree char *address = xb_inspection_dup_key ("address", NULL, NULL, NULL);

  g_assert_cmpstr (display, ==, "display/+864006001825/cmcc/huawei");
  g_assert_cmpstr (address, ==, "address");
  g_assert_true (xb_inspection_shows_on (XB_PLATFORM_KIND_OPERATOR, "cmcc", XB_HANDSET_OPPO));
  g_assert_true (xb_inspection_shows_on (XB_PLATFORM_KIND_HANDSET, "huawei", XB_HANDSET_HUAWEI));
  g_assert_false (xb_inspection_shows_on (XB_PLATFORM_KIND_HANDSET, "huawei", XB_HANDSET_XIAOMI));
  g_assert_true (xb_inspection_shows_on (XB_PLATFORM_KIND_HANDSET, "own-maker", XB_HANDSET_XIAOMI));
}

static void
test_sights (void)
{
  g_autoptr(XbMatrixRow) row = NULL;
  gint64 september = xb_instant_from_day ("2026-09-01", 10, 0);
  g_autofree char *packed = g_strdup_printf ("huawei:%" G_GINT64_FORMAT ":1:12;xiaomi:%" G_GINT64_FORMAT
                                             ":0:13,5:0:9;oppo:1:1:0;honor:;apple:%" G_GINT64_FORMAT ":0:14,7:1:0",
                                             september, september, september);
  XbMatrixSight sight;

  g_assert_cmpint (xb_sight_judge (NULL, TRUE, TRUE, "2026-09-28"), ==, XB_SIGHT_NEVER);
  g_assert_cmpint (xb_sight_judge ("2026-08-28", TRUE, FALSE, "2026-09-28"), ==, XB_SIGHT_FRESH);
  g_assert_cmpint (xb_sight_judge ("2026-08-27", TRUE, FALSE, "2026-09-28"), ==, XB_SIGHT_OLD);
  g_assert_cmpint (xb_sight_judge ("2026-01-31", TRUE, FALSE, "2026-02-28"), ==, XB_SIGHT_FRESH);
  g_assert_cmpint (xb_sight_judge ("2026-09-28", FALSE, FALSE, "2026-09-28"), ==, XB_SIGHT_WRONG);
  g_assert_cmpint (xb_sight_judge ("2026-09-28", FALSE, TRUE, "2026-09-28"), ==, XB_SIGHT_GONE);
  row = g_object_new (XB_TYPE_MATRIX_ROW, "sights", packed, NULL);
  xb_matrix_row_get_sight (row, XB_HANDSET_HUAWEI, "2026-09-28", &sight);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_FRESH);
  g_assert_cmpint (sight.age, ==, 27);
  g_assert_cmpint (sight.item, ==, 12);
  xb_matrix_row_get_sight (row, XB_HANDSET_XIAOMI, "2026-09-28", &sight);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_WRONG);
  xb_matrix_row_get_sight (row, XB_HANDSET_OPPO, "2026-09-28", &sight);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_OLD);
  g_assert_cmpint (sight.item, ==, 0);
  xb_matrix_row_get_sight (row, XB_HANDSET_APPLE, "2026-09-28", &sight); /* the photo of the acceptance showed it */
  g_assert_cmpint (sight.state, ==, XB_SIGHT_GONE);
  g_assert_cmpint (sight.item, ==, 14);
  xb_matrix_row_get_sight (row, XB_HANDSET_HONOR, "2026-09-28", &sight);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_NEVER);
  xb_matrix_row_get_sight (row, XB_HANDSET_VIVO, "2026-09-28", &sight);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_NEVER);
  xb_matrix_row_get_sight (row, XB_HANDSET_HUAWEI, "2026-08-01", &sight); /* a clock that was set back */
  g_assert_cmpint (sight.age, ==, 0);
  g_assert_cmpint (sight.state, ==, XB_SIGHT_FRESH);
}

static void
test_rates (void)
{
  g_autoptr(GPtrArray) rates = xb_number_rates_parse ("+8613000281201:40:100;half;+8613000281202:65:100");
  g_autoptr(GPtrArray) none = xb_number_rates_parse (NULL);
  const XbNumberRate *low = g_ptr_array_index (rates, 0);
  g_autofree char *words = xb_number_rate_dup_words (low);

  g_assert_cmpuint (rates->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (low->e164, ==, "+8613000281201");
  g_assert_cmpstr (words, ==, "40.0 % (40 of 100 calls)");
  g_assert_true (xb_number_rate_is_low (low));
  g_assert_false (xb_number_rate_is_low (g_ptr_array_index (rates, 1)));
}

static char *
digest_of (const char         *key,
           const char         *note,
           XbInspectionResult  result,
           const char         *photo)
{
  g_autoptr(XbInspection) inspection = g_object_new (XB_TYPE_INSPECTION, "id", (gint64) 1, "on-day", "2026-09-28", NULL);
  g_autoptr(XbInspectionItem) item = g_object_new (XB_TYPE_INSPECTION_ITEM, "key", key, "note", note, "result", result, NULL);
  g_autoptr(XbInspectionDigest) digest = xb_inspection_digest_new (inspection);

  xb_inspection_digest_add_item (digest, item);
  if (photo != NULL)
    xb_inspection_digest_add_photo (digest, photo, "a.png");
  return g_strdup (xb_inspection_digest_end (digest));
}

static void
test_digest (void)
{
  g_autofree char *digests[] = {
    digest_of ("a", "b", R (PASS), NULL), digest_of ("a", "c", R (PASS), NULL), digest_of ("ab", "", R (PASS), NULL),
    digest_of ("a", "b", R (FAIL), NULL), digest_of ("a", "b", R (PASS), "00"), digest_of ("a", NULL, R (PASS), NULL),
    digest_of ("a", "", R (PASS), NULL), NULL,
  };
  g_autofree char *again = digest_of ("a", "b", R (PASS), NULL);

  g_assert_cmpuint (strlen (again), ==, 64);
  g_assert_cmpstr (again, ==, digests[0]);
  for (guint i = 0; digests[i] != NULL; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (digests[i], !=, digests[k]);
  for (guint i = 1; digests[i] != NULL; i++)
    g_free (digests[i]);
}

static void
test_words (void)
{
  g_autoptr(XbInspectionItem) item = NULL;
  g_autofree char *title = NULL;
  g_autofree char *question = NULL;
  g_autofree char *day = NULL;
  XbWorkdays *workdays = xb_workdays_get_default ();

  item = g_object_new (XB_TYPE_INSPECTION_ITEM, "topic", "display", "section", XB_INSPECTION_SECTION_DISPLAY, "e164",
                       "+864006001825", "handset", "huawei", "platform", "cmcc", NULL);
  title = xb_inspection_item_dup_title (item, "China Mobile");
  question = xb_inspection_item_dup_question (item, NULL);
  g_assert_cmpstr (title, ==, "400-600-1825 on Huawei (China Mobile)");
  g_assert_cmpstr (question, ==, "Call a Huawei phone from 400-600-1825 and look what it shows.");
  g_assert_cmpint (xb_inspection_item_suggest_task (item), ==, XB_INSPECTION_TASK_KIND_WRONG_INFO);
  day = xb_inspection_item_find_task_day (item, workdays, "2026-09-28");
  g_assert_cmpstr (day, ==, "2026-09-30");
}

static void
test_task_days (void)
{
  g_autoptr(XbInspectionItem) item = g_object_new (XB_TYPE_INSPECTION_ITEM, "topic", "address", "section",
                                                   XB_INSPECTION_SECTION_TRUTH, NULL);
  g_autoptr(XbInspectionItem) paper = g_object_new (XB_TYPE_INSPECTION_ITEM, "topic", "nda", "section",
                                                    XB_INSPECTION_SECTION_PAPERS, "due", "2026-10-20", NULL);
  g_autofree char *mend = xb_inspection_item_find_task_day (item, xb_workdays_get_default (), "2026-09-28");
  g_autofree char *renew = xb_inspection_item_find_task_day (paper, xb_workdays_get_default (), "2026-09-28");

  g_assert_cmpstr (mend, ==, "2026-10-08"); /* three working days, over the holiday */
  g_assert_cmpstr (renew, ==, "2026-10-20");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection/next-day", test_next_day);
  g_test_add_func ("/inspection/estimated", test_estimated);
  g_test_add_func ("/inspection/judges", test_judges);
  g_test_add_func ("/inspection/compare", test_compare);
  g_test_add_func ("/inspection/keys", test_keys);
  g_test_add_func ("/inspection/sights", test_sights);
  g_test_add_func ("/inspection/rates", test_rates);
  g_test_add_func ("/inspection/digest", test_digest);
  g_test_add_func ("/inspection/words", test_words);
  g_test_add_func ("/inspection/task-days", test_task_days);
  return g_test_run ();
}
