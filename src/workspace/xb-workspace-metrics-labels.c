/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-timeline.h"
#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"
#include "xb-metrics-read-private.h"

/* Which label brought what: each number's days are cut where another label begins to show. */

void
xb_metrics_of_label_free (gpointer data)
{
  XbMetricsOfLabel *label = data;

  g_free (label->label);
  g_array_unref (label->parts);
  g_free (label);
}

/* The labels of one number; the texts live as long as @spans. */
static gboolean
read_spans (XbDb    *db,
            gint64   number,
            GArray  *spans,
            GError **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, platform, text, from_day, until_day, campaign_id FROM label "
                                        "WHERE number_id = ? AND removed_at IS NULL", "i", number);

  g_array_set_size (spans, 0);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      XbLabelSpan span = { .id = xb_rows_int (rows, 0), .platform = g_strdup (xb_rows_text (rows, 1)),
                           .text = g_strdup (xb_rows_text (rows, 2)), .from = g_strdup (xb_rows_text (rows, 3)),
                           .until = g_strdup (xb_rows_text (rows, 4)) };

      span.layer = xb_label_layer_of (!xb_rows_is_null (rows, 5), span.until);
      g_array_append_val (spans, span);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static void
span_clear (gpointer data)
{
  XbLabelSpan *span = data;

  g_free ((char *) span->platform);
  g_free ((char *) span->text);
  g_free ((char *) span->from);
  g_free ((char *) span->until);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* The days on which another label may begin to show, and the one behind the last. */
static GArray *
find_bounds (XbMetricsRead *verb,
             GArray        *spans)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = verb->until + 1;

  g_array_append_val (bounds, verb->from);
  for (guint i = 0; i < spans->len; i++)
    {
      const XbLabelSpan *span = &g_array_index (spans, XbLabelSpan, i);
      guint from = xb_period_from_day (span->from);
      guint after = span->until != NULL ? xb_period_from_day (span->until) + 1 : end;

      if (from > verb->from && from < end)
        g_array_append_val (bounds, from);
      if (after > verb->from && after < end)
        g_array_append_val (bounds, after);
    }
  g_array_sort (bounds, compare_days);
  g_array_append_val (bounds, end);
  return bounds;
}

static XbMetricsOfLabel *
find_label (XbMetricsRead *verb,
            const char    *text)
{
  XbMetricsOfLabel *label = g_hash_table_lookup (verb->labels, text != NULL ? text : "");

  if (label != NULL)
    return label;
  label = g_new0 (XbMetricsOfLabel, 1);
  label->label = g_strdup (text != NULL ? text : "");
  label->parts = g_array_new (FALSE, FALSE, sizeof (XbMetricsPart));
  g_hash_table_insert (verb->labels, label->label, label);
  return label;
}

/* Goes through the days of @number in pieces, each with what shows; @text is NULL where nothing does. */
typedef gboolean (*PieceFunc) (XbMetricsRead *verb,
                               XbDb          *db,
                               gint64         number,
                               guint          from,
                               guint          until,
                               const char    *text,
                               GError       **error);

static gboolean
cut_number (XbMetricsRead *verb,
            XbDb          *db,
            gint64         number,
            GArray        *spans,
            PieceFunc      piece,
            GError       **error)
{
  g_autoptr(GArray) bounds = NULL;

  if (!read_spans (db, number, spans, error))
    return FALSE;
  bounds = find_bounds (verb, spans);
  for (guint i = 0; i + 1 < bounds->len; i++)
    {
      guint from = g_array_index (bounds, guint, i), next = g_array_index (bounds, guint, i + 1);
      const XbLabelSpan *span;
      char day[11];

      if (from == next)
        continue;
      xb_period_format (from, day);
      span = xb_label_spans_find ((const XbLabelSpan *) spans->data, spans->len, verb->platform, day);
      if (!piece (verb, db, number, from, next - 1, span != NULL ? span->text : NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
sum_piece (XbMetricsRead *verb,
           XbDb          *db,
           gint64         number,
           guint          from,
           guint          until,
           const char    *text,
           GError       **error)
{
  XbMetricSums sums = { 0 };
  XbMetricsOfLabel *label;
  XbMetricsPart part;

  if (!xb_metric_sum_number (db, number, from, until, &sums, error))
    return FALSE;
  if (sums.rows == 0)
    return TRUE;
  label = find_label (verb, text);
  xb_metric_sums_add_sums (&label->sums, &sums);
  part = (XbMetricsPart) { sums.rated, MIN (sums.sum[XB_METRIC_ANSWERED], sums.rated) };
  g_array_append_val (label->parts, part);
  if (label->last != number)
    label->numbers++;
  label->last = number;
  return TRUE;
}

/* The numbers that ever had a label, or those that are asked about. */
static gboolean
find_numbers (XbMetricsRead *verb,
              XbDb          *db,
              GArray        *numbers,
              GError       **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = NULL;

  if (verb->numbers != NULL)
    {
      g_array_append_vals (numbers, verb->numbers->data, verb->numbers->len);
      return TRUE;
    }
  rows = xb_db_query (db, error, "SELECT DISTINCT number_id FROM label WHERE removed_at IS NULL", "");
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      gint64 number = xb_rows_int (rows, 0);

      g_array_append_val (numbers, number);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/* Of all numbers, those that never had a label are what the others leave over. */
static gboolean
sum_the_rest (XbMetricsRead *verb,
              XbDb          *db,
              GError       **error)
{
  XbMetricSums rest = { 0 };
  XbMetricsOfLabel *none;
  GHashTableIter iter;
  gpointer value;

  if (!xb_metric_sum_all (db, verb->from, verb->until, &rest, error))
    return FALSE;
  g_hash_table_iter_init (&iter, verb->labels);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    xb_metric_sums_take_away (&rest, &((XbMetricsOfLabel *) value)->sums);
  if (rest.rows == 0)
    return TRUE;
  none = find_label (verb, NULL);
  xb_metric_sums_add_sums (&none->sums, &rest);
  none->numbers += xb_db_int (db, 0, "SELECT count (*) FROM number n WHERE NOT EXISTS (SELECT 1 FROM label l "
                              "WHERE l.number_id = n.id AND l.removed_at IS NULL) AND EXISTS (SELECT 1 FROM metric m "
                              "WHERE m.id BETWEEN (n.id << 16) + ? AND (n.id << 16) + ?)", "ii", (gint64) verb->from,
                              (gint64) verb->until);
  return TRUE;
}

static gboolean
cut_numbers (XbMetricsRead *verb,
             XbDb          *db,
             PieceFunc      piece,
             GError       **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (XbLabelSpan));

  g_array_set_clear_func (spans, span_clear);
  if (!find_numbers (verb, db, numbers, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    if (!xb_metrics_read_go_on (db, i, error) ||
        !cut_number (verb, db, g_array_index (numbers, gint64, i), spans, piece, error))
      return FALSE;
  return TRUE;
}

static gboolean
labels_job (XbDb    *db,
            gpointer data,
            GError **error)
{
  XbMetricsRead *verb = data;

  if (verb->until < verb->from)
    return TRUE;
  return cut_numbers (verb, db, sum_piece, error) && (verb->numbers != NULL || sum_the_rest (verb, db, error));
}

void
xb_workspace_sum_metrics_by_label_async (XbWorkspace          *self,
                                         const XbMetricsQuery *query,
                                         const char           *platform,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data)
{
  xb_metrics_read_start (self, query, platform, NULL, xb_workspace_sum_metrics_by_label_async, labels_job, cancellable,
                         callback, user_data);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const XbMetricsOfLabel *x = *(gpointer *) a;
  const XbMetricsOfLabel *y = *(gpointer *) b;
  gint64 more = y->sums.sum[XB_METRIC_CALLS] - x->sums.sum[XB_METRIC_CALLS];

  return more != 0 ? (more > 0) - (more < 0) : g_strcmp0 (x->label, y->label);
}

GPtrArray *
xb_workspace_sum_metrics_by_label_finish (XbWorkspace  *self,
                                          GAsyncResult *result,
                                          GError      **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (xb_metrics_of_label_free);
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  g_hash_table_iter_init (&iter, ((XbMetricsRead *) g_task_get_task_data (G_TASK (result)))->labels);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      XbMetricsOfLabel *label = value;

      g_ptr_array_add (all, label);
      g_hash_table_iter_steal (&iter);
      if (*label->label == '\0')
        g_clear_pointer (&label->label, g_free);
    }
  g_ptr_array_sort (all, compare_labels);
  return g_steal_pointer (&all);
}

static gboolean
day_piece (XbMetricsRead *verb,
           XbDb          *db,
           gint64         number,
           guint          from,
           guint          until,
           const char    *text,
           GError       **error)
{
  return g_strcmp0 (text, verb->label) != 0 || xb_metrics_read_take (verb, db, number, from, until, 1, error);
}

static gboolean
labelled_piece (XbMetricsRead *verb,
                XbDb          *db,
                gint64         number,
                guint          from,
                guint          until,
                const char    *text,
                GError       **error)
{
  return text == NULL || xb_metrics_read_take (verb, db, number, from, until, -1, error);
}

/* Of all numbers, the days without a label are what those with one leave over. */
static gboolean
label_days_job (XbDb    *db,
                gpointer data,
                GError **error)
{
  XbMetricsRead *verb = data;
  gboolean rest = verb->label == NULL && verb->numbers == NULL;

  if (xb_metrics_read_open_days (verb) == 0)
    return TRUE;
  if ((rest && !xb_metrics_read_take_all (verb, db, error)) ||
      !cut_numbers (verb, db, rest ? labelled_piece : day_piece, error))
    return FALSE;
  xb_metrics_read_close_days (verb);
  return TRUE;
}

void
xb_workspace_read_label_days_async (XbWorkspace          *self,
                                    const XbMetricsQuery *query,
                                    const char           *platform,
                                    const char           *label,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  xb_metrics_read_start (self, query, platform, label, xb_workspace_read_label_days_async, label_days_job, cancellable, callback,
                         user_data);
}
