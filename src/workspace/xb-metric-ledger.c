/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-metric-ledger.h"

struct _XbMetricLedger
{
  XbDb         *db;
  gint64        import_id;
  XbMetricSums *days[XB_PERIOD_MONTHS]; /* (nullable): what is to be added to each day's sums */
  gint64        month_key;              /* of the month under way, or -1 */
  XbMetricSums  month;                  /* what is to be added to its sums */
  guint         first_of_month, last_of_month;
};

/** xb_metric_ledger_new: @import_id: of metric_import: whose rows they become */
XbMetricLedger *
xb_metric_ledger_new (XbDb  *db,
                      gint64 import_id)
{
  XbMetricLedger *self = g_new0 (XbMetricLedger, 1);

  self->db = db;
  self->import_id = import_id;
  self->month_key = -1;
  self->first_of_month = 1; /* holds no day */
  return self;
}

void
xb_metric_ledger_free (XbMetricLedger *self)
{
  for (guint i = 0; i < XB_PERIOD_MONTHS; i++)
    g_free (self->days[i]);
  g_free (self);
}

/** xb_metric_figures_bind: writes a value and a letter for each figure */
void
xb_metric_figures_bind (const XbMetricFigures *figures,
                        XbValue               *values,
                        char                  *types)
{
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      values[i].i = figures->value[i];
      types[i] = (figures->known & (1u << i)) != 0 ? 'i' : 'n';
    }
}

/** xb_metric_rows_figures: @column: of the first figure */
void
xb_metric_rows_figures (XbRows          *rows,
                        int              column,
                        XbMetricFigures *figures)
{
  figures->known = 0;
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      figures->value[i] = xb_rows_int (rows, column + i);
      if (!xb_rows_is_null (rows, column + i))
        figures->known |= 1u << i;
    }
}

/** xb_metric_rows_sums: @column: of the first of %XB_METRIC_SUM_COLUMNS. Adds the row to @sums */
void
xb_metric_rows_sums (XbRows       *rows,
                     int           column,
                     XbMetricSums *sums)
{
  sums->rows += xb_rows_int (rows, column++);
  sums->rated += xb_rows_int (rows, column++);
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      sums->sum[i] += xb_rows_int (rows, column + i);
      sums->n[i] += xb_rows_int (rows, column + XB_N_METRICS + i);
    }
}

/** xb_metric_figures_overlay: what @above says of the figures @known counts; the others stay */
void
xb_metric_figures_overlay (XbMetricFigures       *below,
                           const XbMetricFigures *above,
                           guint                  known)
{
  for (guint i = 0; i < XB_N_METRICS; i++)
    if ((known & above->known & (1u << i)) != 0)
      {
        below->value[i] = above->value[i];
        below->known |= 1u << i;
      }
}

#define UPSERT(table) \
  "INSERT INTO " table " (id, " XB_METRIC_SUM_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) " \
  "ON CONFLICT (id) DO UPDATE SET rows = rows + excluded.rows, rated = rated + excluded.rated, calls = calls + excluded.calls, " \
  "answered = answered + excluded.answered, marks = marks + excluded.marks, " \
  "complaints = complaints + excluded.complaints, inquiries = inquiries + excluded.inquiries, " \
  "orders = orders + excluded.orders, revenue = revenue + excluded.revenue, " \
  "n_calls = n_calls + excluded.n_calls, n_answered = n_answered + excluded.n_answered, " \
  "n_marks = n_marks + excluded.n_marks, n_complaints = n_complaints + excluded.n_complaints, " \
  "n_inquiries = n_inquiries + excluded.n_inquiries, n_orders = n_orders + excluded.n_orders, " \
  "n_revenue = n_revenue + excluded.n_revenue"

static gboolean
add_sums (XbMetricLedger     *self,
          const char         *upsert,
          const char         *clean,
          gint64              id,
          const XbMetricSums *sums,
          GError            **error)
{
  XbValue values[3 + 2 * XB_N_METRICS];

  values[0].i = id;
  values[1].i = sums->rows;
  values[2].i = sums->rated;
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      values[3 + i].i = sums->sum[i];
      values[3 + XB_N_METRICS + i].i = sums->n[i];
    }
  return xb_db_run_values (self->db, upsert, "iiiiiiiiiiiiiiiii", values, error) &&
         (sums->rows >= 0 || xb_db_run (self->db, error, clean, "i", id));
}

static gboolean
flush_month (XbMetricLedger *self,
             GError        **error)
{
  gint64 key = self->month_key;
  XbMetricSums sums = self->month;

  if (key < 0)
    return TRUE;
  self->month_key = -1;
  self->month = (XbMetricSums) { 0 };
  self->first_of_month = 1;
  self->last_of_month = 0;
  return add_sums (self, UPSERT ("metric_by_month"), "DELETE FROM metric_by_month WHERE id = ? AND rows = 0", key, &sums,
                   error);
}

/**
 * xb_metric_ledger_flush:
 *
 * Writes the sums. To be called once all rows are.
 */
gboolean
xb_metric_ledger_flush (XbMetricLedger *self,
                        GError        **error)
{
  if (!flush_month (self, error))
    return FALSE;
  for (guint day = 0; day < XB_PERIOD_MONTHS; day++)
    {
      g_autofree XbMetricSums *sums = g_steal_pointer (&self->days[day]);

      if (sums != NULL &&
          !add_sums (self, UPSERT ("metric_by_day"), "DELETE FROM metric_by_day WHERE id = ? AND rows = 0", day, sums,
                     error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_metric_ledger_count:
 * @sign: 1 where a row comes, -1 where it goes
 *
 * Brings the row into the sums, fastest where rows come by number and day.
 */
gboolean
xb_metric_ledger_count (XbMetricLedger        *self,
                        gint64                 key,
                        const XbMetricFigures *figures,
                        int                    sign,
                        GError               **error)
{
  guint period = key & 0xffff;

  if (XB_PERIOD_IS_MONTH (period))
    return TRUE;
  if (self->days[period] == NULL)
    self->days[period] = g_new0 (XbMetricSums, 1);
  xb_metric_sums_add (self->days[period], figures, sign);
  if (self->month_key >> 16 != key >> 16 || period < self->first_of_month || period > self->last_of_month)
    {
      guint month = xb_period_month (period);

      if (!flush_month (self, error))
        return FALSE;
      self->month_key = XB_METRIC_KEY (key >> 16, month);
      self->first_of_month = xb_month_first_day (month);
      self->last_of_month = xb_month_first_day (month + 1) - 1;
    }
  xb_metric_sums_add (&self->month, figures, sign);
  return TRUE;
}

static gboolean
refuse_twice (gint64   key,
              GError **problem)
{
  char period[11];

  xb_period_format (key & 0xffff, period);
  g_set_error (problem, XB_ERROR, XB_ERROR_INVALID,
               _("The report has this number and %s already, further up; take one of the two rows out"), period);
  return FALSE;
}

/* The row that is there already, kept aside for undoing and written over with what the report says. */
static gboolean
write_over (XbMetricLedger        *self,
            gint64                 key,
            const XbMetricFigures *figures,
            GError               **problem,
            GError               **error)
{
  g_autoptr(XbRows) rows = xb_db_query (self->db, error, "SELECT " XB_METRIC_COLUMNS ", import_id FROM metric WHERE id = ?",
                                        "i", key);
  XbMetricFigures old, merged;
  XbValue values[XB_N_METRICS + 2];
  char types[] = "nnnnnnnii";
  gint64 was;

  if (rows == NULL || !xb_rows_next (rows, error))
    return FALSE;
  xb_metric_rows_figures (rows, 0, &old);
  was = xb_rows_int (rows, XB_N_METRICS);
  g_clear_pointer (&rows, xb_rows_free);
  if (was == self->import_id)
    return refuse_twice (key, problem);
  merged = old;
  xb_metric_figures_overlay (&merged, figures, figures->known);
  if (!xb_metric_figures_check (&merged, problem))
    return FALSE;
  xb_metric_figures_bind (&merged, values, types);
  values[XB_N_METRICS].i = self->import_id;
  values[XB_N_METRICS + 1].i = key;
  return xb_db_run (self->db, error, "INSERT INTO metric_replaced (id, import_id, " XB_METRIC_COLUMNS ", was_import_id) "
                    "SELECT id, ?, " XB_METRIC_COLUMNS ", import_id FROM metric WHERE id = ?", "ii", self->import_id, key) &&
         xb_db_run_values (self->db, "UPDATE metric SET (" XB_METRIC_COLUMNS ", import_id) = (?, ?, ?, ?, ?, ?, ?, ?) "
                           "WHERE id = ?", types, values, error) &&
         xb_metric_ledger_count (self, key, &old, -1, error) && xb_metric_ledger_count (self, key, &merged, 1, error);
}

/**
 * xb_metric_ledger_put:
 * @key: as from XB_METRIC_KEY()
 * @figures: what the report says; what it does not say stays as it was
 * @replaced: (out): whether there was such a row before
 * @problem: (out) (nullable): why the row was left out
 *
 * Returns: %FALSE with @problem where the row cannot be true, or with @error
 */
gboolean
xb_metric_ledger_put (XbMetricLedger        *self,
                      gint64                 key,
                      const XbMetricFigures *figures,
                      gboolean              *replaced,
                      GError               **problem,
                      GError               **error)
{
  XbValue values[XB_N_METRICS + 2];
  char types[] = "innnnnnni";

  values[0].i = key;
  xb_metric_figures_bind (figures, values + 1, types + 1);
  values[XB_N_METRICS + 1].i = self->import_id;
  if (!xb_db_run_values (self->db, "INSERT INTO metric (id, " XB_METRIC_COLUMNS ", import_id) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING", types, values, error))
    return FALSE;
  *replaced = xb_db_changes (self->db) == 0;
  return *replaced ? write_over (self, key, figures, problem, error)
                   : xb_metric_ledger_count (self, key, figures, 1, error);
}
