/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-roi-changes.h"
#include "xb-roi-verb-private.h"
#include "xb-workspace-private.h"

/* The owner's one question. */

#define NUMBERS_PER_LOOK 64

void
xb_roi_free (XbRoi *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->comparison, xb_before_after_free);
  g_clear_pointer (&self->control, xb_before_after_free);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_free (self);
}

static void
roi_verb_free (gpointer data)
{
  XbRoiVerb *verb = data;

  g_clear_pointer (&verb->numbers, g_array_unref);
  g_clear_pointer (&verb->asked, g_hash_table_unref);
  g_clear_pointer (&verb->others, g_hash_table_unref);
  g_free (verb->label);
  g_free (verb->after_from);
  g_free (verb->after_until);
  for (guint i = 0; i < G_N_ELEMENTS (verb->sides); i++)
    xb_roi_window_clear (&verb->sides[i]);
  xb_roi_free (verb->roi);
  g_free (verb);
}

/** xb_roi_verb_go_on: Returns: whether to go on with the @i-th of many numbers; FALSE where it was cancelled */
gboolean
xb_roi_verb_go_on (XbDb    *db,
                   guint    i,
                   GError **error)
{
  return i % NUMBERS_PER_LOOK != 0 || !g_cancellable_set_error_if_cancelled (xb_db_get_cancellable (db), error);
}

static gboolean
read_side (XbRoiVerb      *verb,
           XbDb         *db,
           guint         side,
           XbMetricSums *months,
           GError      **error)
{
  XbRoiWindow *window = &verb->sides[side];
  gint64 *cut = &verb->roi->cut_months;

  if (verb->numbers == NULL)
    return xb_roi_window_add_all (window, db, error) && xb_roi_window_months (window, db, 0, months, cut, error);
  for (guint i = 0; i < verb->numbers->len; i++)
    {
      gint64 number = g_array_index (verb->numbers, gint64, i);

      if (!xb_roi_verb_go_on (db, i, error) || !xb_roi_window_add (window, db, number, 1, error) ||
          !xb_roi_window_months (window, db, number, months, cut, error))
        return FALSE;
    }
  return TRUE;
}

/** xb_roi_verb_dup_rows: Returns: (transfer full) (element-type XbMetricDay): of both periods */
GArray *
xb_roi_verb_dup_rows (XbRoiWindow *sides)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (XbMetricDay));

  xb_roi_window_rows (&sides[0], rows);
  xb_roi_window_rows (&sides[1], rows);
  return rows;
}

/**
 * xb_roi_verb_compare:
 * @control: (nullable) (element-type XbMetricDay): what happened where nothing changed
 * @seasons: (nullable) (element-type XbOtherChange): days that this control does not share
 *
 * Returns: (transfer full) (nullable): the comparison, or %NULL with @error
 */
XbBeforeAfter *
xb_roi_verb_compare (XbRoiVerb *verb,
                     GArray    *control,
                     GArray    *seasons,
                     GError   **error)
{
  g_autoptr(GArray) rows = xb_roi_verb_dup_rows (verb->sides);
  g_autoptr(GArray) others = xb_roi_changes_dup_others (verb->roi->changes);
  XbQuestion question = {
    .rows = (const XbMetricDay *) (void *) rows->data, .n_rows = rows->len,
    .with_control = control != NULL,
    .before = verb->sides[0].span, .after = verb->sides[1].span,
    .standard = XB_STANDARD_USUAL,
  };

  if (seasons != NULL)
    g_array_append_vals (others, seasons->data, seasons->len);
  question.others = (const XbOtherChange *) (void *) others->data;
  question.n_others = others->len;
  if (control != NULL)
    {
      question.control = (const XbMetricDay *) (void *) control->data;
      question.n_control = control->len;
    }
  return xb_before_after_new (&question, error);
}

static void
note_effects (XbRoi *roi)
{
  for (guint i = 0; i < roi->comparison->others->len; i++)
    {
      const XbOtherEffect *effect = &g_array_index (roi->comparison->others, XbOtherEffect, i);
      XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, effect->change.id);

      change->days_excluded = effect->days_excluded;
      change->together = effect->together;
    }
}

/* What the days that count come to, with what is known of them. */
static void
sum_used (XbRoiVerb *verb)
{
  const GArray *days = verb->roi->comparison->days;

  for (guint i = 0; i < days->len; i++)
    {
      const XbDayUsed *day = &g_array_index (days, XbDayUsed, i);
      XbRoiWindow *window = &verb->sides[day->after];

      if (day->use == XB_DAY_USED)
        xb_metric_sums_add_sums (day->after ? &verb->roi->after : &verb->roi->before,
                                 &g_array_index (window->sums, XbMetricSums, day->day - window->span.from));
    }
}

/* A figure that only one side reports would look like a gain. */
static void
keep_known (XbRoi    *roi,
            XbTotals *before,
            XbTotals *after)
{
  guint known = xb_metric_sums_known (&roi->before) & xb_metric_sums_known (&roi->after);

  if ((known & 1u << XB_METRIC_INQUIRIES) == 0)
    before->inquiries = after->inquiries = 0;
  if ((known & 1u << XB_METRIC_ORDERS) == 0)
    before->orders = after->orders = 0;
  if ((known & 1u << XB_METRIC_REVENUE) == 0)
    before->revenue = after->revenue = 0;
}

static XbTotals
totals_of (const XbTotals     *days,
           const XbMetricSums *sums)
{
  XbMetricDay all = xb_roi_day (sums, 0);

  return (XbTotals) {
    .days = days->days, .seen = days->seen, .calls = all.calls, .answered = all.answered, .marks = all.marks,
    .complaints = all.complaints, .inquiries = all.inquiries, .orders = all.orders, .revenue = all.revenue,
  };
}

#define COSTS "SELECT category, sum (amount), sum (iif (indicative, amount, 0)) FROM cost WHERE "

/* @query: (transfer full): kind, sum, and what of it is indicative */
static gboolean
take_costs (XbRoi   *roi,
            XbRows  *query,
            gint64  *cost,
            GError **error)
{
  g_autoptr(XbRows) rows = query;
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      int category = XB_COST_CATEGORY_OTHER;

      xb_enum_from_nick (XB_TYPE_COST_CATEGORY, xb_rows_text (rows, 0), &category);
      roi->costs[category] += xb_rows_int (rows, 1);
      roi->cost_indicative += xb_rows_int (rows, 2);
      *cost += xb_rows_int (rows, 1);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static gboolean
add_costs (XbRoiVerb *verb,
           XbDb      *db,
           gint64    *cost,
           GError   **error)
{
  XbRoi *roi = verb->roi;
  const char *from = verb->after_from, *until = verb->after_until;

  if (verb->numbers == NULL)
    return take_costs (roi, xb_db_query (db, error, COSTS "on_date BETWEEN ? AND ? GROUP BY category", "tt", from, until), cost,
                       error);
  roi->cost_shared = xb_db_int (db, 0, "SELECT sum (amount) FROM cost WHERE number_id IS NULL AND on_date BETWEEN ? AND ?",
                                "tt", from, until);
  for (guint i = 0; i < verb->numbers->len; i++)
    if (!xb_roi_verb_go_on (db, i, error) ||
        !take_costs (roi, xb_db_query (db, error, COSTS "number_id = ? AND on_date BETWEEN ? AND ? GROUP BY category", "itt",
                                       g_array_index (verb->numbers, gint64, i), from, until), cost, error))
      return FALSE;
  return TRUE;
}

static gboolean
reckon (XbRoiVerb *verb,
        XbDb    *db,
        GError **error)
{
  const XbStandard standard = XB_STANDARD_USUAL;
  XbRoi *roi = verb->roi;
  XbTotals before = totals_of (&roi->comparison->totals_before, &roi->before);
  XbTotals after = totals_of (&roi->comparison->totals_after, &roi->after);
  gint64 cost = 0;

  keep_known (roi, &before, &after);
  roi->margin = verb->margin;
  if (verb->margin == XB_ROI_MARGIN_KEPT)
    roi->margin = (int) xb_db_int (db, 0, "SELECT value FROM setting WHERE key = 'margin'", "");
  return add_costs (verb, db, &cost, error) &&
         xb_payback_new (&before, &after, cost, roi->margin, &standard, &roi->payback, error);
}

static void
ask_about (XbRoiVerb *verb,
           gint64     number)
{
  if (g_hash_table_add (verb->asked, g_memdup2 (&number, sizeof number)))
    g_array_append_val (verb->numbers, number);
}

static gboolean
find_labelled (XbRoiVerb *verb,
               XbDb      *db,
               GError   **error)
{
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GError) wrong = NULL;

  if (verb->label == NULL)
    return TRUE;
  rows = xb_db_query (db, error, "SELECT DISTINCT number_id FROM label WHERE text = ? AND removed_at IS NULL AND from_day <= ? "
                      "AND ifnull (until_day, '9999') >= ?", "ttt", verb->label, verb->after_until, verb->after_from);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    ask_about (verb, xb_rows_int (rows, 0));
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/* Where the days after are the incident's own: what it cost in calls. */
static void
take_loss (XbRoiVerb *verb)
{
  XbRoi *roi = verb->roi;

  for (guint i = 0; i < roi->changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, i);

      if (!change->subject || strcmp (verb->after_from, change->day) < 0 ||
          (*change->until != '\0' && strcmp (verb->after_until, change->until) > 0))
        continue;
      roi->has_loss = TRUE;
      roi->loss = xb_incident_loss_new (roi->control != NULL ? roi->control : roi->comparison);
    }
}

static gboolean
roi_job (XbDb    *db,
         gpointer data,
         GError **error)
{
  XbRoiVerb *verb = data;
  XbRoi *roi = verb->roi;
  XbSpan whole = { verb->sides[0].span.from, verb->sides[1].span.until };
  XbMetricSums months[2] = { { 0 } };

  if (!find_labelled (verb, db, error) ||
      !xb_roi_changes_read (db, whole, verb->incident, verb->asked, roi->changes, verb->others, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verb->sides); i++)
    if (!read_side (verb, db, i, &months[i], error))
      return FALSE;
  roi->comparison = xb_roi_verb_compare (verb, NULL, NULL, error);
  if (roi->comparison == NULL)
    return FALSE;
  note_effects (roi);
  sum_used (verb);
  xb_metric_sums_add_sums (&roi->before, &months[0]);
  xb_metric_sums_add_sums (&roi->after, &months[1]);
  if (!reckon (verb, db, error) || (!verb->alone && !xb_roi_verb_hold_against (verb, db, error)))
    return FALSE;
  take_loss (verb);
  roi->numbers = verb->numbers != NULL ? g_array_ref (verb->numbers) : NULL;
  return TRUE;
}

static gboolean
read_span (const char *from,
           const char *until,
           XbSpan     *span,
           GError    **error)
{
  guint32 first, last;

  if (!xb_day_parse (from, &first, error) || !xb_day_parse (until, &last, error))
    return FALSE;
  span->from = (int) first - XB_METRIC_DAY_EPOCH;
  span->until = (int) last - XB_METRIC_DAY_EPOCH;
  return TRUE;
}

static void
take_numbers (XbRoiVerb           *verb,
              const XbRoiQuestion *question)
{
  if (question->numbers == NULL && question->label == NULL)
    return;
  verb->label = g_strdup (question->label);
  verb->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  verb->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; question->label == NULL && i < question->n_numbers; i++)
    ask_about (verb, question->numbers[i]);
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  XbRoiVerb *verb = g_task_get_task_data (task);
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&verb->roi), (GDestroyNotify) xb_roi_free);
  else
    g_task_return_error (task, error);
}

/**
 * xb_workspace_reckon_roi_async:
 * @question: what is asked; copied
 *
 * Days on which all the numbers asked about changed in something else are left out; what changed for some of them is
 * told beside the answer.
 */
void
xb_workspace_reckon_roi_async (XbWorkspace         *self,
                               const XbRoiQuestion *question,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  XbRoiVerb *verb = g_new0 (XbRoiVerb, 1);
  XbSpan spans[2];
  GError *error = NULL;

  g_task_set_source_tag (task, xb_workspace_reckon_roi_async);
  g_task_set_task_data (task, verb, roi_verb_free);
  if (!read_span (question->before_from, question->before_until, &spans[0], &error) ||
      !read_span (question->after_from, question->after_until, &spans[1], &error) ||
      !xb_before_after_check (spans[0], spans[1], &error))
    {
      g_task_return_error (task, error);
      return;
    }
  take_numbers (verb, question);
  verb->after_from = g_strdup (question->after_from);
  verb->after_until = g_strdup (question->after_until);
  verb->margin = question->margin;
  verb->incident = question->incident;
  verb->alone = question->alone;
  verb->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  verb->roi = g_new0 (XbRoi, 1);
  verb->roi->changes = xb_roi_changes_new ();
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    xb_roi_window_init (&verb->sides[i], spans[i]);
  xb_store_read_async (xb_workspace_get_store (self), roi_job, verb, NULL, cancellable, reckoned_cb,
                       g_steal_pointer (&task));
}

/** xb_workspace_reckon_roi_finish: Returns: (transfer full): the answer, or %NULL with @error */
XbRoi *
xb_workspace_reckon_roi_finish (XbWorkspace  *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
