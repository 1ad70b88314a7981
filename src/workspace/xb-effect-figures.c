/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-effect-figures.h"
#include "xb-enum-types.h"
#include "xb-files.h"
#include "xb-incident-lists-private.h"
#include "xb-inspection-private.h"
#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"
#include "xb-phone.h"
#include "xb-records.h"

#define NUMBERS_PER_LOOK 64
/* A line of more points is thinned to weeks: it is as wide as a word. */
#define LINE_MOST 45
#define LEVEL 0.95
#define DAY_SECONDS 86400

static void
number_free (gpointer data)
{
  XbEffectNumber *number = data;

  g_free (number->number);
  g_free (number->use);
  g_clear_pointer (&number->line, g_array_unref);
  g_free (number);
}

static void
incident_free (gpointer data)
{
  XbEffectIncident *incident = data;

  g_clear_object (&incident->incident);
  g_free (incident);
}

/**
 * xb_effect_figures_new:
 * @numbers: (nullable) (array length=n_numbers): ids; %NULL: all
 *
 * Returns: (transfer full): nothing yet, of that time
 */
XbEffectFigures *
xb_effect_figures_new (const XbEffectPeriod *period,
                       const gint64         *numbers,
                       guint                 n_numbers)
{
  XbEffectFigures *self = g_new0 (XbEffectFigures, 1);
  guint32 from = 0, until = 0;

  self->period = *period;
  xb_effect_period_before (period, &self->before);
  if (numbers != NULL)
    {
      self->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (self->asked, numbers, n_numbers);
    }
  xb_day_parse (period->from, &from, NULL);
  xb_day_parse (period->until, &until, NULL);
  xb_roi_window_init (&self->days, (XbSpan) { (int) from - XB_METRIC_DAY_EPOCH, (int) until - XB_METRIC_DAY_EPOCH });
  self->numbers = g_ptr_array_new_with_free_func (number_free);
  self->incidents = g_ptr_array_new_with_free_func (incident_free);
  return self;
}

void
xb_effect_figures_free (XbEffectFigures *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->asked, g_array_unref);
  g_free (self->made_on);
  g_free (self->business);
  g_free (self->logo);
  g_clear_pointer (&self->platforms, g_hash_table_unref);
  xb_roi_window_clear (&self->days);
  g_ptr_array_unref (self->numbers);
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  g_ptr_array_unref (self->incidents);
  g_clear_pointer (&self->inspections, g_ptr_array_unref);
  xb_roi_free (self->roi);
  g_free (self);
}

/** xb_effect_rate_of: Returns: the share of calls answered, of those of which that is known */
XbRate
xb_effect_rate_of (const XbMetricSums *sums)
{
  return xb_rate_wilson (MIN (sums->sum[XB_METRIC_ANSWERED], sums->rated), sums->rated, LEVEL);
}

static gboolean
is_asked (const XbEffectFigures *self,
          gint64                 id)
{
  if (self->asked == NULL)
    return TRUE;
  for (guint i = 0; i < self->asked->len; i++)
    if (g_array_index (self->asked, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/** xb_effect_dup_line: Returns: (element-type double): a point for each day, or for each week of a long time */
GArray *
xb_effect_dup_line (const XbRoiWindow *days)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (double));
  guint step = days->sums->len > LINE_MOST ? 7 : 1;

  for (guint from = 0; from < days->sums->len; from += step)
    {
      XbMetricSums sums = { 0 };
      XbRate rate;
      double value;

      for (guint i = from; i < MIN (from + step, days->sums->len); i++)
        xb_metric_sums_add_sums (&sums, &g_array_index (days->sums, XbMetricSums, i));
      rate = xb_effect_rate_of (&sums);
      value = rate.known ? rate.rate : NAN;
      g_array_append_val (line, value);
    }
  return line;
}

static void
sum_up (const XbRoiWindow *days,
        XbMetricSums      *sums)
{
  for (guint i = 0; i < days->sums->len; i++)
    xb_metric_sums_add_sums (sums, &g_array_index (days->sums, XbMetricSums, i));
}

static gboolean
read_number (XbEffectFigures *self,
             XbDb            *db,
             XbEffectNumber  *number,
             GError         **error)
{
  XbRoiWindow days;
  gboolean read;

  xb_roi_window_init (&days, self->days.span);
  read = xb_roi_window_add (&days, db, number->id, 1, error) &&
         (self->asked == NULL || xb_roi_window_add (&self->days, db, number->id, 1, error)) &&
         xb_roi_window_months (&days, db, number->id, &number->sums, &self->cut_months, error);
  sum_up (&days, &number->sums);
  number->line = xb_effect_dup_line (&days);
  xb_roi_window_clear (&days);
  xb_metric_sums_add_sums (&self->sums, &number->sums);
  return read;
}

static int
by_calls (gconstpointer a,
          gconstpointer b)
{
  const XbEffectNumber *left = *(const XbEffectNumber *const *) a, *right = *(const XbEffectNumber *const *) b;
  gint64 calls = left->sums.sum[XB_METRIC_CALLS], others = right->sums.sum[XB_METRIC_CALLS];

  return calls != others ? (calls > others ? -1 : 1) : left->id < right->id ? -1 : left->id > right->id;
}

static gint64
period_of (const char *day)
{
  guint32 julian = 0;

  xb_day_parse (day, &julian, NULL);
  return xb_roi_period ((int) julian - XB_METRIC_DAY_EPOCH);
}

static gint64
month_of (gint64 period)
{
  return xb_period_month ((guint) MAX (period, 0)) + XB_PERIOD_MONTHS;
}

/* Also numbers that are no longer in the register: their calls were made. */
static gboolean
read_numbers (XbEffectFigures *self,
              XbDb            *db,
              GError         **error)
{
  gint64 from = MAX (period_of (self->before.from), 0), until = period_of (self->period.until);
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT n.id, n.e164, n.use, n.removed_at IS NOT NULL, "
    "EXISTS (SELECT 1 FROM metric m WHERE m.id BETWEEN (n.id << 16) + ?1 AND (n.id << 16) + ?2) OR "
    "EXISTS (SELECT 1 FROM metric m WHERE m.id BETWEEN (n.id << 16) + ?3 AND (n.id << 16) + ?4) FROM number n ORDER BY n.id",
    "iiii", from, until, month_of (from), month_of (until));

  while (rows != NULL && xb_rows_next (rows, &wrong))
    {
      XbEffectNumber *number;

      if (!is_asked (self, xb_rows_int (rows, 0)))
        continue;
      if (until < 0 || xb_rows_int (rows, 4) == 0)
        {
          self->n_without += xb_rows_int (rows, 3) == 0;
          continue;
        }
      number = g_new0 (XbEffectNumber, 1);
      number->id = xb_rows_int (rows, 0);
      number->number = xb_phone_format (xb_rows_text (rows, 1));
      number->use = g_strdup (xb_rows_text (rows, 2));
      g_ptr_array_add (self->numbers, number);
    }
  if (wrong != NULL)
    g_propagate_error (error, g_steal_pointer (&wrong));
  else if (rows != NULL)
    {
      g_clear_pointer (&rows, xb_rows_free);
      for (guint i = 0; i < self->numbers->len; i++)
        if ((i % NUMBERS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (xb_db_get_cancellable (db), error)) ||
            !read_number (self, db, g_ptr_array_index (self->numbers, i), error))
          return FALSE;
      g_ptr_array_sort (self->numbers, by_calls);
      return self->asked != NULL || until < 0 || xb_roi_window_add_all (&self->days, db, error);
    }
  return FALSE;
}

static gboolean
read_costs (XbEffectFigures *self,
            XbDb            *db,
            GError         **error)
{
  g_autoptr(GPtrArray) all =
    xb_records_collect (xb_db_query (db, error, "SELECT r.*, (SELECT n.national FROM number n WHERE n.id = r.number_id) "
                                     "AS number FROM cost r WHERE r.on_date BETWEEN ? AND ? ORDER BY r.on_date, r.id", "tt",
                                     self->period.from, self->period.until), XB_TYPE_COST, error);

  if (all == NULL)
    return FALSE;
  self->costs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      XbCost *cost = g_ptr_array_index (all, i);

      if (!is_asked (self, xb_cost_get_number_id (cost)))
        continue;
      g_ptr_array_add (self->costs, g_object_ref (cost));
      self->cost += xb_cost_get_amount (cost);
      self->cost_indicative += xb_cost_get_indicative (cost) ? xb_cost_get_amount (cost) : 0;
    }
  return TRUE;
}

static int
month_index (const char *day)
{
  return atoi (day) * 12 + atoi (day + 5);
}

/* The year that ends with the period, so that one month is not seen alone. */
static gboolean
read_months (XbEffectFigures *self,
             XbDb            *db,
             GError         **error)
{
  g_autofree char *year = g_strdup_printf ("%.4s-01-01", self->period.until);
  g_autofree char *budget = g_strdup_printf ("budget-%.4s", self->period.until);
  g_autofree char *first = NULL;
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = NULL;
  XbEffectPeriod last;

  xb_effect_period_init (&last, self->period.until, XB_EFFECT_MONTH);
  first = xb_day_add_months (last.from, 1 - XB_EFFECT_COST_MONTHS);
  g_strlcpy (self->first_month, first, sizeof self->first_month);
  self->budget = self->asked == NULL ? xb_db_int (db, 0, "SELECT value FROM setting WHERE key = ?", "t", budget) : 0;
  self->spent = xb_db_int (db, 0, "SELECT sum (amount) FROM cost WHERE on_date BETWEEN ? AND ?", "tt", year,
                           self->period.until);
  rows = xb_db_query (db, error, "SELECT substr (on_date, 1, 7), category, ifnull (number_id, 0), sum (amount) FROM cost "
                      "WHERE on_date BETWEEN ? AND ? GROUP BY 1, 2, 3", "tt", first, last.until);
  while (rows != NULL && xb_rows_next (rows, &wrong))
    {
      int month = month_index (xb_rows_text (rows, 0)) - month_index (first), category;

      if (month >= 0 && month < XB_EFFECT_COST_MONTHS && is_asked (self, xb_rows_int (rows, 2)) &&
          xb_enum_from_nick (XB_TYPE_COST_CATEGORY, xb_rows_text (rows, 1), &category))
        self->months[month][category] += xb_rows_int (rows, 3);
    }
  if (wrong != NULL)
    g_propagate_error (error, g_steal_pointer (&wrong));
  else if (rows != NULL)
    return TRUE;
  return FALSE;
}

static gboolean
read_incidents (XbEffectFigures *self,
                XbDb            *db,
                GError         **error)
{
  gint64 from = xb_instant_from_day (self->period.from, 0, 0);
  gint64 until = xb_instant_from_day (self->period.until, 0, 0) + DAY_SECONDS;
  g_autoptr(GPtrArray) all =
    xb_records_collect (xb_db_query (db, error, XB_INCIDENT_SELECT "WHERE r.detected_at < ? AND (r.closed_at = 0 OR "
                                     "r.closed_at >= ?) ORDER BY r.detected_at, r.id", "ii", until, from),
                        XB_TYPE_INCIDENT, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      XbIncident *incident = g_ptr_array_index (all, i);
      XbEffectIncident *item;
      gint64 id = xb_record_get_id (XB_RECORD (incident));

      if (!is_asked (self, xb_incident_get_number_id (incident)))
        continue;
      item = g_new0 (XbEffectIncident, 1);
      item->incident = g_object_ref (incident);
      item->steps = (guint) xb_db_int (db, 0, "SELECT count (*) FROM incident_step WHERE incident_id = ?", "i", id);
      item->in_time = (guint) xb_db_int (db, 0, "SELECT count (*) FROM incident_step WHERE incident_id = ? AND done_at > 0 "
                                         "AND done_at <= due_at", "i", id);
      g_ptr_array_add (self->incidents, item);
    }
  return all != NULL;
}

static gboolean
read_inspections (XbEffectFigures *self,
                  XbDb            *db,
                  GError         **error)
{
  self->inspections = xb_records_collect (xb_db_query (db, error, XB_INSPECTION_SELECT "WHERE r.removed_at IS NULL AND "
                                                       "r.state = 'signed' AND r.on_day BETWEEN ? AND ? "
                                                       "ORDER BY r.on_day, r.id", "tt", self->period.from, self->period.until),
                                          XB_TYPE_INSPECTION, error);
  return self->inspections != NULL;
}

/** xb_effect_figures_read: in a thread of the store. Returns: whether all of it could be read */
gboolean
xb_effect_figures_read (XbEffectFigures *self,
                        XbDb            *db,
                        GError         **error)
{
  return read_numbers (self, db, error) && read_costs (self, db, error) && read_months (self, db, error) &&
         read_incidents (self, db, error) && read_inspections (self, db, error);
}
