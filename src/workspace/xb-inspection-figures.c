/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"
#include "xb-metric-sums.h"

/* The items that fill themselves: the figures of the last month, and labels that were put back meanwhile. What
 * somebody entered is never written over. */

static const char *const topics[] = { "data", "answered", "marks", "complaints" };

/* The whole month before @day: "2026-09". */
static char *
last_month (const char *day)
{
  g_autofree char *before = xb_day_add_months (day, -1);

  return g_strndup (before, 7);
}

/** xb_inspection_add_report: the four items of the report, of the month before */
gboolean
xb_inspection_add_report (XbInspectionBuild *self,
                          XbDb              *db,
                          GError           **error)
{
  g_autofree char *month = last_month (self->on_day);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *key = xb_inspection_dup_key ("report", topics[i], NULL, NULL);

      if (!xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_REPORT, topics[i], key, 0, NULL, month, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (XbDb                *db,
      gint64               inspection,
      gint64               now,
      const char          *topic,
      XbInspectionResult   result,
      gint64               value,
      gint64               total,
      gint64               number,
      GError             **error)
{
  gboolean known = result != XB_INSPECTION_RESULT_OPEN;

  /* Silent where nothing is new: a window that looks again writes nothing. */
  return xb_db_run (db, error, "UPDATE inspection_item SET result = ?1, automatic = ?2, value = ?3, total = ?4, "
                    "number_id = nullif (?5, 0), at = iif (?2, ?6, 0) WHERE inspection_id = ?7 AND topic = ?8 "
                    "AND section = 'report' AND (result = 'open' OR automatic <> 0) AND (result <> ?1 OR value <> ?3 "
                    "OR total <> ?4 OR ifnull (number_id, 0) <> ?5)", "tiiiiiit",
                    xb_enum_to_nick (XB_TYPE_INSPECTION_RESULT, result), (gint64) known, value, total, number, now,
                    inspection, topic);
}

/* Number by number, the lowest first; of months that were reported as a whole as of those that were reported by day. */
static gboolean
fill_rates (XbDb    *db,
            gint64   inspection,
            guint    month,
            GError **error)
{
  return xb_db_run (db, error, "WITH f (number, answered, calls) AS (SELECT id >> 16, answered, rated FROM metric_by_month "
                    "WHERE (id & 65535) = ?1 AND rated > 0 UNION ALL SELECT m.id >> 16, m.answered, m.calls FROM metric m "
                    "WHERE (m.id & 65535) >= 50000 AND m.period = ?2 AND m.answered IS NOT NULL AND m.calls > 0 AND NOT EXISTS "
                    "(SELECT 1 FROM metric_by_month b WHERE b.id = m.id - 50000)), "
                    "told (text) AS (SELECT group_concat (line, ';') FROM (SELECT n.e164 || ':' || f.answered || ':' || f.calls "
                    "AS line FROM f JOIN number n ON n.id = f.number AND n.removed_at IS NULL "
                    "ORDER BY 1.0 * f.answered / f.calls, n.id LIMIT 1000)) "
                    "UPDATE inspection_item SET figures = (SELECT text FROM told) WHERE inspection_id = ?3 "
                    "AND section = 'report' AND topic = 'answered' AND (result = 'open' OR automatic <> 0) "
                    "AND figures IS NOT (SELECT text FROM told)", "iii", (gint64) month, (gint64) (month + XB_PERIOD_MONTHS),
                    inspection);
}

/* The day of one number on which a figure was highest. */
static gint64
find_worst (XbDb        *db,
            const char  *figure,
            guint        first,
            guint        last,
            gint64      *number)
{
  g_autofree char *sql = NULL;
  g_autoptr(XbRows) rows = NULL;

  sql = g_strdup_printf ("SELECT m.%s, m.id >> 16 FROM metric_by_month b JOIN metric m ON m.id BETWEEN "
                         "(b.id >> 16) * 65536 + ?1 AND (b.id >> 16) * 65536 + ?2 WHERE (b.id & 65535) = ?3 AND b.%s > 0 "
                         "ORDER BY m.%s DESC, m.id LIMIT 1", figure, figure, figure);
  rows = xb_db_query (db, NULL, sql, "iii", (gint64) first, (gint64) last, (gint64) xb_period_month (first));
  if (rows == NULL || !xb_rows_next (rows, NULL))
    return 0;
  *number = xb_rows_int (rows, 1);
  return xb_rows_int (rows, 0);
}

static gboolean
fill_worst (XbDb        *db,
            gint64       inspection,
            gint64       now,
            const char  *topic,
            guint        first,
            guint        last,
            gboolean     known,
            gint64       sum,
            gint64       too_many,
            GError     **error)
{
  gint64 number = 0;
  gint64 worst = known ? find_worst (db, topic, first, last, &number) : -1;
  XbInspectionResult result = xb_inspection_judge_worst_day (worst, too_many);

  if (result != XB_INSPECTION_RESULT_FAIL)
    number = 0;
  return fill (db, inspection, now, topic, result, sum, worst, number, error);
}

static gboolean
fill_report (XbDb     *db,
             gint64    inspection,
             gint64    now,
             guint     first,
             GError  **error)
{
  guint last = xb_month_first_day (xb_period_month (first) + 1) - 1;
  gint64 days = last - first + 1;
  gint64 cut = 0;
  XbMetricSums sums = { 0 };
  gint64 covered = xb_db_int (db, 0, "SELECT count (*) FROM metric_by_day WHERE id BETWEEN ? AND ? AND rows > 0", "ii",
                              (gint64) first, (gint64) last);

  if (!xb_metric_sum_all (db, first, last, &sums, error))
    return FALSE;
  if (covered == 0 && !xb_metric_sum_months (db, 0, first, last, &sums, &cut, error))
    return FALSE;
  if (covered == 0 && sums.rows > 0)
    covered = days;
  return fill (db, inspection, now, "data", xb_inspection_judge_report (covered, days), covered, days, 0, error) &&
         fill (db, inspection, now, "answered",
               xb_inspection_judge_answered (sums.sum[XB_METRIC_ANSWERED], sums.rated), sums.sum[XB_METRIC_ANSWERED],
               sums.rated, 0, error) &&
         fill_rates (db, inspection, xb_period_month (first), error) &&
         fill_worst (db, inspection, now, "marks", first, last, sums.n[XB_METRIC_MARKS] > 0, sums.sum[XB_METRIC_MARKS],
                     XB_INSPECTION_MOST_MARKS, error) &&
         fill_worst (db, inspection, now, "complaints", first, last, sums.n[XB_METRIC_COMPLAINTS] > 0,
                     sums.sum[XB_METRIC_COMPLAINTS], XB_INSPECTION_MOST_COMPLAINTS, error);
}

/** xb_inspection_refresh: fills in what the program finds by itself; does nothing to one that is signed */
gboolean
xb_inspection_refresh (XbDb     *db,
                       gint64    inspection,
                       gint64    now,
                       GError  **error)
{
  g_autofree char *month = xb_db_text (db, "SELECT t.name FROM inspection_item t JOIN inspection i ON i.id = t.inspection_id "
                                       "WHERE i.id = ? AND i.state = 'open' AND t.topic = 'data'", "i", inspection);
  g_autofree char *day = month != NULL ? g_strconcat (month, "-01", NULL) : NULL;
  guint first = day != NULL ? xb_period_from_day (day) : XB_PERIOD_NONE;

  if (month == NULL)
    return TRUE;
  if (first != XB_PERIOD_NONE && !fill_report (db, inspection, now, first, error))
    return FALSE;
  return xb_db_run (db, error, "UPDATE inspection_item SET result = 'pass', automatic = 1, at = ? WHERE inspection_id = ? "
                    "AND section = 'stale' AND result = 'open' AND change_id IN "
                    "(SELECT id FROM label_change WHERE state = 'live')", "ii", now, inspection);
}
