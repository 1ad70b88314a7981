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
  GArray       *there;                  /* the rows that are expected to be written over, by their keys */
  guint         next_there;
  gint64        last_key;               /* put last */
};

typedef struct
{
  gint64          key;
  gint64          import_id;
  XbMetricFigures figures;
} There;

/** xb_metric_ledger_new: @import_id: of metric_import: whose rows they become; 0: nothing is written, it says what would be */
XbMetricLedger *
xb_metric_ledger_new (XbDb  *db,
                      gint64 import_id)
{
  XbMetricLedger *self = g_new0 (XbMetricLedger, 1);

  self->db = db;
  self->import_id = import_id;
  self->month_key = -1;
  self->first_of_month = 1; /* holds no day */
  self->there = g_array_new (FALSE, FALSE, sizeof (There));
  self->last_key = -1;
  return self;
}

void
xb_metric_ledger_free (XbMetricLedger *self)
{
  for (guint i = 0; i < XB_PERIOD_MONTHS; i++)
    g_free (self->days[i]);
  g_array_unref (self->there);
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

/**
 * xb_metric_ledger_expect:
 *
 * Reads the rows from @first to @last, which xb_metric_ledger_put() may then write over in the order of their keys.
 */
gboolean
xb_metric_ledger_expect (XbMetricLedger *self,
                         gint64          first,
                         gint64          last,
                         GError        **error)
{
  g_autoptr(XbRows) rows = xb_db_query (self->db, error, "SELECT id, import_id, " XB_METRIC_COLUMNS " FROM metric "
                                        "WHERE id BETWEEN ? AND ?", "ii", first, last);
  g_autoptr(GError) wrong = NULL;
  There there;

  g_array_set_size (self->there, 0);
  self->next_there = 0;
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      there.key = xb_rows_int (rows, 0);
      there.import_id = xb_rows_int (rows, 1);
      xb_metric_rows_figures (rows, 2, &there.figures);
      g_array_append_val (self->there, there);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static const There *
find_there (XbMetricLedger *self,
            gint64          key)
{
  const There *there = &g_array_index (self->there, There, 0);

  while (self->next_there < self->there->len && there[self->next_there].key < key)
    self->next_there++;
  return self->next_there < self->there->len && there[self->next_there].key == key ? &there[self->next_there] : NULL;
}

/* The row that is there already is kept aside for undoing and written over with what the report says. */
static gboolean
write_over (XbMetricLedger        *self,
            const There           *old,
            const XbMetricFigures *figures,
            GError               **problem,
            GError               **error)
{
  XbMetricFigures merged = old->figures;
  XbValue values[XB_N_METRICS + 3], kept[XB_N_METRICS + 3];
  char types[] = "nnnnnnnii", kept_types[] = "iinnnnnnni";

  if (old->import_id == self->import_id)
    return refuse_twice (old->key, problem);
  xb_metric_figures_overlay (&merged, figures, figures->known);
  if (!xb_metric_figures_check (&merged, problem))
    return FALSE;
  if (self->import_id == 0)
    return TRUE;
  kept[0].i = old->key;
  kept[1].i = self->import_id;
  xb_metric_figures_bind (&old->figures, kept + 2, kept_types + 2);
  kept[2 + XB_N_METRICS].i = old->import_id;
  xb_metric_figures_bind (&merged, values, types);
  values[XB_N_METRICS].i = self->import_id;
  values[XB_N_METRICS + 1].i = old->key;
  return xb_db_run_values (self->db, "INSERT INTO metric_replaced (id, import_id, " XB_METRIC_COLUMNS ", was_import_id) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", kept_types, kept, error) &&
         xb_db_run_values (self->db, "UPDATE metric SET (" XB_METRIC_COLUMNS ", import_id) = (?, ?, ?, ?, ?, ?, ?, ?) "
                           "WHERE id = ?", types, values, error) &&
         xb_metric_ledger_count (self, old->key, &old->figures, -1, error) &&
         xb_metric_ledger_count (self, old->key, &merged, 1, error);
}

/**
 * xb_metric_ledger_put:
 * @key: as from XB_METRIC_KEY(), of a row that is expected, and not below the one before
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
  const There *old = find_there (self, key);
  XbValue values[XB_N_METRICS + 2];
  char types[] = "innnnnnni";

  if (key == self->last_key)
    return refuse_twice (key, problem);
  *replaced = old != NULL;
  if (old != NULL)
    {
      if (!write_over (self, old, figures, problem, error))
        return FALSE;
      self->last_key = key;
      return TRUE;
    }
  self->last_key = key;
  if (self->import_id == 0)
    return TRUE;
  values[0].i = key;
  xb_metric_figures_bind (figures, values + 1, types + 1);
  values[XB_N_METRICS + 1].i = self->import_id;
  return xb_db_run_values (self->db, "INSERT INTO metric (id, " XB_METRIC_COLUMNS ", import_id) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", types, values, error) &&
         xb_metric_ledger_count (self, key, figures, 1, error);
}
