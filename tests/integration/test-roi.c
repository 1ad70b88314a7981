/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "metrics-fixture.h"
#include "xb-day.h"
#include "xb-roi-words.h"
#include "xb-workspace-upkeep.h"

/* Whether it pays, by a table of bad and of good figures. Whatever comes in: never NaN, never an arrow without proof. */

#define MINE 1
#define OTHER 2
#define JULY "2026-07-01", "2026-07-31"
#define AUGUST "2026-08-01", "2026-08-31"
#define SUMMER JULY, AUGUST
#define LIVE(number, day) \
  "INSERT INTO label_change (label_id, number_id, platform, kind, state, text, show_on, file_by, expected, counts_on, live_at, " \
  "updated_at) VALUES (1, " #number ", 'caict', 'put-up', 'live', '冰饮专线', '" day "', '" day "', '" day "', '" day \
  "', unixepoch ('" day "') + 14400, 0);"
#define INCIDENT(id, number, from, closed) \
  "INSERT INTO incident (id, number_id, kind, state, detected_at, opened_at, closed_at, seen) VALUES (" #id ", " #number \
  ", 'mark', iif ('" closed "' = '', 'open', 'closed'), unixepoch ('" from "'), 0, ifnull (unixepoch ('" closed "'), 0), '骚扰电话');"
#define APPEAL(incident, platform, state, at) \
  "INSERT INTO appeal (incident_id, platform, state, answered_at) VALUES (" #incident ", '" platform "', '" state \
  "', ifnull (unixepoch ('" at "'), 0));"

/* Days in a row of one number, all alike; each second one is a gap where @every is 2. */
typedef struct
{
  gint64      number;
  const char *first;
  guint       days;
  int         calls, answered, orders;
  const char *revenue;
  guint       every;
} Rows;

typedef struct
{
  const char *name;
  Rows        rows[6];
  const char *sql;
  gint64      number; /* 0: all */
  const char *days[4];
  int         margin; /* 0: none */
  gint64      incident;
  /* what is to come of it */
  XbEffect    effect;
  gint64      calls[2];
  int         excluded;
  XbPays      pays;
  XbRoiControl control;
} Case;

static const Case cases[] = {
  { "no data", { { 0 } }, NULL, 0, { SUMMER }, 3000, 0, XB_EFFECT_TOO_FEW_CALLS, { 0, 0 }, 0, XB_PAYS_NO_CALLS, 0 },
  { "figures after only", { { MINE, "2026-08-01", 31, 100, 68 } }, NULL, 0, { SUMMER }, 3000, 0,
    XB_EFFECT_TOO_FEW_CALLS, { 0, 3100 }, 0, XB_PAYS_NO_CALLS, 0 },
  { "figures before only", { { MINE, "2026-07-01", 31, 100, 68 } }, NULL, MINE, { SUMMER }, 3000, 0,
    XB_EFFECT_TOO_FEW_CALLS, { 3100, 0 }, 0, XB_PAYS_NO_CALLS, 0 },
  { "one day on each side", { { MINE, "2026-07-31", 2, 10, 6 } }, NULL, MINE,
    { "2026-07-31", "2026-07-31", "2026-08-01", "2026-08-01" }, 3000, 0, XB_EFFECT_TOO_FEW_CALLS, { 10, 10 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "one day, all answered of few", { { MINE, "2026-07-31", 1, 4, 0 }, { MINE, "2026-08-01", 1, 4, 4 } }, NULL, MINE,
    { "2026-07-31", "2026-07-31", "2026-08-01", "2026-08-01" }, 0, 0, XB_EFFECT_TOO_FEW_CALLS, { 4, 4 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "gaps", { { MINE, "2026-07-01", 31, 100, 50, 0, NULL, 2 }, { MINE, "2026-08-01", 31, 100, 70, 0, NULL, 3 } }, NULL, MINE,
    { SUMMER }, 0, 0, XB_EFFECT_UP, { 1600, 1100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a year with no change", { { MINE, "2025-08-01", 396, 100, 60, 2, "50" } }, NULL, 0,
    { "2025-08-01", "2026-01-31", "2026-02-01", "2026-08-31" }, 3000, 0, XB_EFFECT_NO_DIFFERENCE, { 18400, 21200 }, 0,
    XB_PAYS_FREE, 0 },
  { "all zero", { { MINE, "2026-07-01", 62, 0, 0, 0, "0" } }, NULL, 0, { SUMMER }, 3000, 0, XB_EFFECT_TOO_FEW_CALLS, { 0, 0 },
    0, XB_PAYS_NO_CALLS, 0 },
  { "nothing answered", { { MINE, "2026-07-01", 62, 100, 0, 0, "0" } }, NULL, 0, { SUMMER }, 3000, 0, XB_EFFECT_NO_DIFFERENCE,
    { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "everything answered", { { MINE, "2026-07-01", 62, 100, 100, 0, "0" } }, NULL, MINE, { SUMMER }, 3000, 0,
    XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a margin of zero", { { MINE, "2026-07-01", 31, 100, 50, 2, "50" }, { MINE, "2026-08-01", 31, 100, 70, 6, "50" } }, NULL, MINE,
    { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_MARGIN, 0 },
  { "nothing earned", { { MINE, "2026-07-01", 31, 100, 50, 2, "0" }, { MINE, "2026-08-01", 31, 100, 70, 6, "0" } }, NULL, MINE,
    { SUMMER }, 3000, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "orders that nobody reports before", { { MINE, "2026-07-01", 31, 100, 50, -1 }, { MINE, "2026-08-01", 31, 100, 70, 6, "50" } },
    NULL, MINE, { SUMMER }, 3000, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a label changed on the first day before", { { MINE, "2026-07-01", 62, 100, 60 } }, LIVE (1, "2026-07-01"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 3000, 3100 }, 1, XB_PAYS_NO_REVENUE, 0 },
  { "a label changed on the last day before", { { MINE, "2026-07-01", 62, 100, 60 } }, LIVE (1, "2026-07-31"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_TOO_FEW_CALLS, { 0, 3100 }, 31, XB_PAYS_NO_CALLS, 0 },
  { "a label changed on the first day after", { { MINE, "2026-07-01", 62, 100, 60 } }, LIVE (1, "2026-08-01"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a label changed on the second day after", { { MINE, "2026-07-01", 62, 100, 60 } }, LIVE (1, "2026-08-02"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_TOO_FEW_CALLS, { 3100, 100 }, 30, XB_PAYS_NO_REVENUE, 0 },
  { "a label changed the day before all days", { { MINE, "2026-07-01", 62, 100, 60 } }, LIVE (1, "2026-06-30"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "an incident leaves its days out", { { MINE, "2026-07-01", 62, 100, 60 } }, INCIDENT (1, 1, "2026-07-10", "2026-07-12"), MINE,
    { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 2800, 3100 }, 3, XB_PAYS_NO_REVENUE, 0 },
  { "an incident over the border", { { MINE, "2026-07-01", 62, 100, 60 } }, INCIDENT (1, 1, "2026-07-30", "2026-08-02"), MINE,
    { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 2900, 2900 }, 4, XB_PAYS_NO_REVENUE, 0 },
  { "an incident that is not over", { { MINE, "2026-07-01", 62, 100, 60 } }, INCIDENT (1, 1, "2026-08-20", ""), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 3100, 1900 }, 12, XB_PAYS_NO_REVENUE, 0 },
  { "an incident that ended before it began", { { MINE, "2026-07-01", 62, 100, 60 } }, INCIDENT (1, 1, "2026-07-20", "2026-07-01"),
    MINE, { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 3000, 3100 }, 1, XB_PAYS_NO_REVENUE, 0 },
  { "an incident of other days", { { MINE, "2026-07-01", 62, 100, 60 } }, INCIDENT (1, 1, "2026-06-20", "2026-06-30"), MINE,
    { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "closed within two days, cleared after six", { { MINE, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-07-10", "2026-07-11") APPEAL (1, "caict", "cleared", "2026-07-15"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 2500, 3100 }, 6, XB_PAYS_NO_REVENUE, 0 },
  { "cleared long before it was closed", { { MINE, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-07-10", "2026-08-11") APPEAL (1, "caict", "cleared", "2026-07-15"), MINE, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 2500, 3100 }, 6, XB_PAYS_NO_REVENUE, 0 },
  { "one platform cleared, one not answered yet", { { MINE, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-08-10", "") APPEAL (1, "caict", "cleared", "2026-08-12") APPEAL (1, "qihoo360", "filed", ""), MINE,
    { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 3100, 900 }, 22, XB_PAYS_NO_REVENUE, 0 },
  { "an incident of one number of two", { { MINE, "2026-07-01", 62, 100, 60 }, { OTHER, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-07-10", "2026-07-12"), 0, { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 6200, 6200 }, 0,
    XB_PAYS_NO_REVENUE, 0 },
  { "two incidents of one number of two", { { MINE, "2026-07-01", 62, 100, 60 }, { OTHER, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-07-10", "2026-07-12") INCIDENT (2, 1, "2026-07-10", "2026-07-12"), 0, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 6200, 6200 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "an incident of both numbers", { { MINE, "2026-07-01", 62, 100, 60 }, { OTHER, "2026-07-01", 62, 100, 60 } },
    INCIDENT (1, 1, "2026-07-10", "2026-07-12") INCIDENT (2, 2, "2026-07-10", "2026-07-12"), 0, { SUMMER }, 0, 0,
    XB_EFFECT_NO_DIFFERENCE, { 5600, 6200 }, 3, XB_PAYS_NO_REVENUE, 0 },
  { "the incident that is asked about keeps its days",
    { { MINE, "2026-07-01", 31, 100, 60 }, { MINE, "2026-08-01", 10, 100, 30 } },
    INCIDENT (1, 1, "2026-08-01", "2026-08-10") INCIDENT (2, 1, "2026-07-05", "2026-07-06"), MINE,
    { JULY, "2026-08-01", "2026-08-10" }, 0, 1, XB_EFFECT_DOWN, { 2900, 1000 }, 2, XB_PAYS_NO_REVENUE, 0 },
  { "held against the number that did not change",
    { { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { OTHER, "2026-07-01", 62, 100, 50 } }, NULL, MINE,
    { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, XB_ROI_CONTROL_NUMBERS },
  { "the other one had an incident, the year before tells of the season",
    { { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { OTHER, "2026-07-01", 62, 100, 50 },
      { MINE, "2025-07-01", 92, 100, 50 } },
    INCIDENT (1, 2, "2026-08-10", "2026-08-12"), MINE, { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE,
    XB_ROI_CONTROL_YEAR },
  { "all numbers against the year before",
    { { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { MINE, "2025-07-01", 31, 100, 50 },
      { MINE, "2025-08-01", 61, 100, 70 } }, NULL, 0, { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE,
    XB_ROI_CONTROL_YEAR },
  { "a change in those weeks of the year before is no season",
    { { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { MINE, "2025-07-01", 92, 100, 50 } },
    LIVE (1, "2025-07-20"), MINE, { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "half of the year before is no season",
    { { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { MINE, "2025-08-05", 20, 100, 50 } }, NULL, 0,
    { SUMMER }, 0, 0, XB_EFFECT_UP, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a number was deleted meanwhile, its figures stay",
    { { MINE, "2026-07-01", 62, 100, 60 }, { OTHER, "2026-07-01", 62, 100, 60 } },
    "UPDATE number SET removed_at = 1 WHERE id = 2;", 0, { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 6200, 6200 }, 0,
    XB_PAYS_NO_REVENUE, 0 },
  { "what happened to a deleted number did not happen to all",
    { { MINE, "2026-07-01", 62, 100, 60 } }, "UPDATE number SET removed_at = 1 WHERE id = 2;" LIVE (2, "2026-07-15"), 0, { SUMMER },
    0, 0, XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "nor where its figures are there still",
    { { MINE, "2026-07-01", 62, 100, 60 }, { OTHER, "2026-07-01", 62, 100, 60 } },
    "UPDATE number SET removed_at = 1 WHERE id = 2;" LIVE (2, "2026-07-15"), 0, { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE,
    { 6200, 6200 }, 0, XB_PAYS_NO_REVENUE, 0 },
  { "a number that is asked for was deleted meanwhile", { { MINE, "2026-07-01", 62, 100, 60 } },
    "UPDATE number SET removed_at = 1 WHERE id = 1;", MINE, { SUMMER }, 0, 0, XB_EFFECT_NO_DIFFERENCE, { 3100, 3100 }, 0,
    XB_PAYS_NO_REVENUE, 0 },
  { "before all days that can be kept", { { MINE, "2026-07-01", 62, 100, 60 } }, NULL, MINE,
    { "1950-01-01", "1950-12-31", "1951-01-01", "1951-12-31" }, 0, 0, XB_EFFECT_TOO_FEW_CALLS, { 0, 0 }, 0, XB_PAYS_NO_CALLS, 0 },
  { "behind all days that can be kept", { { MINE, "2026-07-01", 62, 100, 60 } }, NULL, 0,
    { "2990-01-01", "2990-12-31", "2991-01-01", "2999-12-31" }, 0, 0, XB_EFFECT_TOO_FEW_CALLS, { 0, 0 }, 0, XB_PAYS_NO_CALLS, 0 },
};

static const char *const spellings[] = { "", "13800138000", "02865551201" };

static void
take_rows (MetricsFixture *f,
           const Rows     *rows)
{
  g_autoptr(GString) text = g_string_new ("号码,日期,呼出量,接通量,订单量,成交额\n");
  g_autoptr(XbMetricsResult) result = NULL;

  for (guint i = 0; rows[i].number != 0; i++)
    for (guint day = 0; day < rows[i].days; day += MAX (rows[i].every, 1))
      {
        g_autofree char *on = xb_day_add (rows[i].first, (int) day);
        g_autofree char *orders = rows[i].orders < 0 ? g_strdup ("") : g_strdup_printf ("%d", rows[i].orders);

        g_string_append_printf (text, "%s,%s,%d,%d,%s,%s\n", spellings[rows[i].number], on, rows[i].calls, rows[i].answered, orders,
                                rows[i].revenue != NULL ? rows[i].revenue : "");
      }
  if (rows[0].number == 0)
    return;
  result = metrics_import (f, text->str);
  g_assert_cmpuint (result->n_rejected, ==, 0);
}

static void
run_sql (MetricsFixture *f,
         const char     *sql)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, &error);

  g_assert_no_error (error);
  xb_db_exec (db, "INSERT OR IGNORE INTO label (id, number_id, text, from_day, created_at) VALUES (1, 1, '冰饮专线', '2026-01-01', 0)",
              &error);
  g_assert_no_error (error);
  xb_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static XbRoi *
reckon (MetricsFixture      *f,
        const XbRoiQuestion *question)
{
  g_autoptr(GError) error = NULL;
  XbRoi *roi;

  xb_workspace_reckon_roi_async (f->ws, question, NULL, metrics_ended_cb, f);
  roi = xb_workspace_reckon_roi_finish (f->ws, metrics_wait_result (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return roi;
}

static void
assert_words (const char *words)
{
  static const char *const wrong[] = { "nan", "NaN", "inf", "e+", "1.#", "-0.0", "\u22120.0" };

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (strstr (words, wrong[i]));
}

static void
assert_rate (const XbRate *rate)
{
  g_assert_true (isfinite (rate->rate) && isfinite (rate->low) && isfinite (rate->high));
  g_assert_true (rate->low <= rate->rate && rate->rate <= rate->high && rate->low >= 0 && rate->high <= 1);
  g_assert_true (rate->known == (rate->trials > 0));
}

static void
assert_gain (const XbGain *gain)
{
  g_assert_true (isfinite (gain->extra) && isfinite (gain->low) && isfinite (gain->high));
  g_assert_true (gain->low <= gain->high);
}

/* An arrow stands on an interval that leaves 0 out, and the words name calls only with an arrow. */
static void
assert_honest (const XbRoi *roi)
{
  const XbDifference *answered = &roi->payback.answered;
  XbEffect effect = xb_roi_get_effect (roi);
  g_autofree char *sentence = xb_roi_dup_sentence (roi);
  g_autofree char *money = xb_roi_dup_money (roi);
  g_auto(GStrv) notes = xb_roi_dup_notes (roi);

  assert_rate (&answered->before);
  assert_rate (&answered->after);
  assert_gain (&roi->payback.extra_answered);
  assert_gain (&roi->payback.extra_orders);
  assert_gain (&roi->loss.lost);
  g_assert_true (isfinite (answered->difference) && isfinite (answered->low) && isfinite (answered->high));
  g_assert_true (isfinite (roi->loss.days_lost) && isfinite (roi->loss.days_low) && isfinite (roi->loss.days_high));
  g_assert_true (effect != XB_EFFECT_UP || (answered->known && answered->low > 0));
  g_assert_true (effect != XB_EFFECT_DOWN || (answered->known && answered->high < 0));
  g_assert_true (roi->payback.pays != XB_PAYS_YES || roi->payback.profit.low > roi->payback.cost);
  g_assert_true (roi->payback.pays != XB_PAYS_NO || roi->payback.profit.high < roi->payback.cost);
  g_assert_true (roi->payback.roi.known == (roi->payback.pays <= XB_PAYS_UNSURE));
  g_assert_true (strstr (sentence, "more calls") == NULL || effect == XB_EFFECT_UP);
  g_assert_true (strstr (sentence, "fewer calls") == NULL || effect == XB_EFFECT_DOWN);
  if (roi->control != NULL)
    {
      const XbControlled *controlled = &roi->control->controlled;

      g_assert_true (isfinite (controlled->difference) && isfinite (controlled->low) && isfinite (controlled->high));
    }
  assert_words (sentence);
  assert_words (money);
  for (guint i = 0; notes[i] != NULL; i++)
    assert_words (notes[i]);
}

static void
test_case (MetricsFixture *f,
           gconstpointer   data)
{
  const Case *c = data;
  XbRoiQuestion question = { c->number != 0 ? &c->number : NULL, c->number != 0, NULL, c->days[0], c->days[1], c->days[2], c->days[3],
                             c->margin, c->incident };
  g_autoptr(XbRoi) roi = NULL;

  take_rows (f, c->rows);
  if (c->sql != NULL)
    run_sql (f, c->sql);
  roi = reckon (f, &question);
  assert_honest (roi);
  g_assert_cmpint (xb_roi_get_effect (roi), ==, c->effect);
  g_assert_cmpint (roi->payback.before.calls, ==, c->calls[0]);
  g_assert_cmpint (roi->payback.after.calls, ==, c->calls[1]);
  g_assert_cmpint (xb_before_after_count (roi->comparison, FALSE, XB_DAY_EXCLUDED) +
                   xb_before_after_count (roi->comparison, TRUE, XB_DAY_EXCLUDED), ==, c->excluded);
  g_assert_cmpint (roi->payback.pays, ==, c->pays);
  g_assert_cmpint (roi->control_kind, ==, c->control);
  g_assert_cmpint (roi->has_loss, ==, c->incident != 0);
}

/* Against the year before nothing is left of a rise that comes each August. */
static void
test_season (MetricsFixture *f,
             gconstpointer   data)
{
  static const Rows rows[] = {
    { MINE, "2026-07-01", 31, 100, 50 }, { MINE, "2026-08-01", 31, 100, 70 }, { MINE, "2025-07-02", 31, 100, 50 },
    { MINE, "2025-08-02", 31, 100, 70 }, { 0 },
  };
  const XbRoiQuestion question = { NULL, 0, NULL, SUMMER, 0, 0 };
  g_autoptr(XbRoi) roi = NULL;

  take_rows (f, rows);
  roi = reckon (f, &question);
  g_assert_cmpint (roi->control_kind, ==, XB_ROI_CONTROL_YEAR);
  g_assert_cmpfloat_with_epsilon (roi->payback.answered.difference, 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (roi->control->controlled.difference, 0, 1e-12);
  g_assert_cmpint (roi->control->controlled.effect, ==, XB_EFFECT_NO_DIFFERENCE);
}

/* Days that are free in one year and worked in the other are left out of what the season did. */
static void
test_feasts (MetricsFixture *f,
             gconstpointer   data)
{
  static const Rows rows[] = { { MINE, "2025-08-01", 424, 100, 50 }, { 0 } };
  const XbRoiQuestion question = { NULL, 0, NULL, "2026-08-01", "2026-09-10", "2026-09-11", "2026-09-28", 0, 0 };
  g_autoptr(XbRoi) roi = NULL;

  take_rows (f, rows);
  roi = reckon (f, &question);
  g_assert_cmpint (roi->control_kind, ==, XB_ROI_CONTROL_YEAR);
  /* of September 2026: the 20th is a Sunday that is worked, the 25th a Friday that is free; the 27th is a free Sunday, which
   * the year before was worked */
  g_assert_cmpint (xb_before_after_count (roi->control, FALSE, XB_DAY_EXCLUDED), ==, 0);
  g_assert_cmpint (xb_before_after_count (roi->control, TRUE, XB_DAY_EXCLUDED), ==, 3);
  g_assert_cmpint (xb_before_after_count (roi->comparison, TRUE, XB_DAY_EXCLUDED), ==, 0);
}

static void
test_incident (MetricsFixture *f,
               gconstpointer   data)
{
  static const Rows rows[] = {
    { MINE, "2026-07-01", 31, 100, 60 }, { MINE, "2026-08-01", 10, 100, 30 }, { MINE, "2026-08-11", 30, 100, 62 }, { 0 },
  };
  const gint64 number = MINE;
  XbRoiIncident incident;
  XbRoiDays days;
  XbRoiQuestion question = { &number, 1, NULL, days.day[0], days.day[1], days.day[2], days.day[3], 0, 1 };
  g_autoptr(XbRoi) lost = NULL, cleared = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_false (xb_workspace_find_roi_incident (f->ws, 0, FALSE, &incident));
  take_rows (f, rows);
  run_sql (f, INCIDENT (1, 1, "2026-08-01", "2026-08-02") APPEAL (1, "caict", "cleared", "2026-08-10"));
  g_assert_true (xb_workspace_find_roi_incident (f->ws, 0, TRUE, &incident));
  g_assert_cmpint (incident.number_id, ==, MINE);
  g_assert_cmpstr (incident.from, ==, "2026-08-01");
  g_assert_cmpstr (incident.until, ==, "2026-08-10");
  g_assert_true (xb_roi_incident_get_days (&incident, FALSE, "2026-09-28", &days, NULL));
  g_assert_cmpstr (days.day[0], ==, "2026-07-02");
  g_assert_cmpstr (days.day[1], ==, "2026-07-31");
  lost = reckon (f, &question);
  assert_honest (lost);
  g_assert_true (lost->has_loss && lost->loss.proven);
  g_assert_cmpint (lost->loss.lost.rounded, ==, 300); /* 60 of 100 were answered before, 30 of 100 in ten days */
  g_assert_cmpfloat_with_epsilon (lost->loss.days_lost, 5, 1e-9);
  g_assert_true (xb_roi_incident_get_days (&incident, TRUE, "2026-09-28", &days, NULL));
  g_assert_cmpstr (days.day[2], ==, "2026-08-11");
  g_assert_cmpstr (days.day[3], ==, "2026-09-09");
  cleared = reckon (f, &question);
  assert_honest (cleared);
  g_assert_false (cleared->has_loss);
  g_assert_cmpint (xb_roi_get_effect (cleared), ==, XB_EFFECT_UP);
  g_assert_cmpint (cleared->payback.extra_answered.rounded, ==, 960);

  run_sql (f, INCIDENT (2, 2, "2026-09-20", ""));
  g_assert_true (xb_workspace_find_roi_incident (f->ws, 0, FALSE, &incident));
  g_assert_cmpint (incident.id, ==, 2);
  g_assert_false (xb_roi_incident_get_days (&incident, TRUE, "2026-09-28", &days, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (xb_roi_incident_get_days (&incident, FALSE, "2026-09-28", &days, NULL));
  g_assert_cmpstr (days.day[3], ==, "2026-09-28");
  g_assert_true (xb_workspace_find_roi_incident (f->ws, 0, TRUE, &incident));
  g_assert_cmpint (incident.id, ==, 1);
  run_sql (f, "UPDATE number SET removed_at = 1 WHERE id = 1;");
  g_assert_false (xb_workspace_find_roi_incident (f->ws, 0, TRUE, &incident));
  g_assert_false (xb_workspace_get_roi_incident (f->ws, 1, &incident, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
}

/* A change of a label counts where as many days on both sides tell of it and of nothing else. */
static void
test_upkeep (MetricsFixture *f,
             gconstpointer   data)
{
  g_autoptr(GString) text = g_string_new ("号码,日期,呼出量,接通量,咨询量\n");
  g_autoptr(XbUpkeep) none = NULL, upkeep = NULL;
  const XbUpkeepEvent *event;
  XbUpkeepClaim claim;
  const XbUpkeepRow *label;

  xb_workspace_reckon_upkeep_async (f->ws, "2026-08-31", NULL, metrics_ended_cb, f);
  none = xb_workspace_reckon_upkeep_finish (f->ws, metrics_wait_result (f), NULL);
  g_clear_object (&f->result);
  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    {
      g_autofree char *cost = xb_upkeep_dup_cost (none, kind), *gain = xb_upkeep_dup_gain (none, kind), *said = NULL;

      xb_workspace_get_upkeep_claim (f->ws, kind, &claim);
      said = xb_upkeep_claim_dup_cost (&claim, kind);
      g_assert_true (claim.fee_known && said != NULL && claim.source != NULL);
      g_assert_cmpint (claim.gain_known, ==, kind == XB_UPKEEP_LABEL);
      g_assert_cmpstr (cost, ==, "not done in these twelve months");
      g_assert_null (gain);
    }
  for (int day = 0; day < 92; day++)
    for (gint64 number = MINE; number <= OTHER; number++)
      {
        g_autofree char *on = xb_day_add ("2026-06-01", day);

        g_string_append_printf (text, "%s,%s,100,%d,%d\n", spellings[number], on, day < 30 ? 50 : 60, day < 30 ? 10 : 12);
      }
  xb_metrics_result_free (metrics_import (f, text->str));
  run_sql (f, LIVE (1, "2026-07-01") LIVE (1, "2026-08-20") LIVE (1, "2026-08-23") LIVE (2, "2026-07-01")
           INCIDENT (1, 2, "2026-06-28", "2026-07-03") "INSERT INTO cost (category, amount, on_date) VALUES ('label', 15000, '2026-07-01');");
  xb_workspace_reckon_upkeep_async (f->ws, "2026-08-31", NULL, metrics_ended_cb, f);
  upkeep = xb_workspace_reckon_upkeep_finish (f->ws, metrics_wait_result (f), NULL);
  g_clear_object (&f->result);
  label = &upkeep->rows[XB_UPKEEP_LABEL];
  g_assert_cmpint (label->times, ==, 4);
  g_assert_cmpint (label->cost, ==, 15000);
  g_assert_cmpuint (label->events->len, ==, 1);
  event = &g_array_index (label->events, XbUpkeepEvent, 0);
  g_assert_cmpint (event->number_id, ==, MINE);
  g_assert_cmpint (event->before.until + 1, ==, event->after.from);
  g_assert_cmpint (xb_span_count (event->before), ==, 30);
  g_assert_cmpint (xb_span_count (event->after), ==, 30);
  g_assert_cmpint (event->sums[0].rows + event->sums[1].rows, ==, 60);
  g_assert_cmpint (label->answered.before.hits, ==, 1500);
  g_assert_cmpint (label->answered.after.hits, ==, 1800);
  g_assert_cmpint (xb_upkeep_row_get_effect (label), ==, XB_EFFECT_UP);
  g_assert_cmpfloat_with_epsilon (label->inquiries.difference / label->inquiries.per_call_before, 0.2, 1e-9);
  g_assert_cmpuint (upkeep->rows[XB_UPKEEP_INCIDENT].events->len, ==, 0);
}

/* Whatever figures, changes and periods come together. */
static void
test_any (MetricsFixture *f,
          gconstpointer   data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr(GString) text = g_string_new ("号码,日期,呼出量,接通量,订单量,成交额\n");
  guint effects[4] = { 0 };

  for (gint64 number = MINE; number <= OTHER; number++)
    for (int day = 0; day < 500; day++)
      {
        g_autofree char *on = xb_day_add ("2025-05-01", day);
        int calls = g_rand_int_range (rand, 0, 5) == 0 ? 0 : g_rand_int_range (rand, 0, 300);

        if (g_rand_int_range (rand, 0, 4) > 0)
          g_string_append_printf (text, "%s,%s,%d,%d,%d,%d\n", spellings[number], on, calls,
                                  calls > 0 ? g_rand_int_range (rand, calls / 4, calls + 1) : 0, g_rand_int_range (rand, 0, 9),
                                  g_rand_int_range (rand, 0, 900));
      }
  xb_metrics_result_free (metrics_import (f, text->str));
  run_sql (f, LIVE (1, "2025-09-09") LIVE (2, "2025-09-09") LIVE (1, "2026-03-03") INCIDENT (1, 1, "2025-11-01", "2025-11-09")
           INCIDENT (2, 2, "2026-08-01", "") APPEAL (1, "caict", "refused", "2025-11-05")
           "INSERT INTO cost (number_id, category, amount, on_date) VALUES (1, 'label', 5000, '2026-03-03'), (NULL, 'other', 1, "
           "'2025-12-01');");
  for (guint i = 0; i < 300; i++)
    {
      const gint64 both[] = { MINE, OTHER, MINE };
      guint n = (guint) g_rand_int_range (rand, 0, 4);
      g_autofree char *from = xb_day_add ("2025-04-20", g_rand_int_range (rand, 0, 400));
      g_autofree char *until = xb_day_add (from, g_rand_int_range (rand, 0, 120));
      g_autofree char *next = xb_day_add (until, g_rand_int_range (rand, 1, 30));
      g_autofree char *last = xb_day_add (next, g_rand_int_range (rand, 0, 120));
      const XbRoiQuestion question = { n > 0 ? both : NULL, n, i % 7 == 0 ? "冰饮专线" : NULL, from, until, next, last, g_rand_int_range (rand, 0, 10001),
                                       g_rand_int_range (rand, 0, 4) };
      g_autoptr(XbRoi) roi = reckon (f, &question);

      assert_honest (roi);
      effects[xb_roi_get_effect (roi)]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    g_assert_cmpuint (effects[i], >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/roi/cases/%s", cases[i].name), " ,", '-');

      g_test_add (path, MetricsFixture, &cases[i], metrics_set_up, test_case, metrics_tear_down);
    }
  g_test_add ("/roi/season", MetricsFixture, NULL, metrics_set_up, test_season, metrics_tear_down);
  g_test_add ("/roi/feasts", MetricsFixture, NULL, metrics_set_up, test_feasts, metrics_tear_down);
  g_test_add ("/roi/incident", MetricsFixture, NULL, metrics_set_up, test_incident, metrics_tear_down);
  g_test_add ("/roi/upkeep", MetricsFixture, NULL, metrics_set_up, test_upkeep, metrics_tear_down);
  g_test_add ("/roi/any", MetricsFixture, NULL, metrics_set_up, test_any, metrics_tear_down);
  return g_test_run ();
}
