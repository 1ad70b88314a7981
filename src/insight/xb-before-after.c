/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-before-after.h"
#include "xb-error.h"

/* The same weekday of the year before. */
#define YEAR_OF_WEEKS 364

/** xb_before_after_check: Returns: whether the periods can be compared; else @error says why not */
gboolean
xb_before_after_check (XbSpan   before,
                       XbSpan   after,
                       GError **error)
{
  const char *message = NULL;

  if (xb_span_count (before) == 0 || xb_span_count (after) == 0)
    message = _("A period ends before it begins; choose a later end");
  else if (after.from <= before.until)
    message = _("The two periods overlap; let the first end before the second begins");
  else if (xb_span_count (before) > XB_BEFORE_AFTER_MOST_DAYS
           || xb_span_count (after) > XB_BEFORE_AFTER_MOST_DAYS)
    message = _("A period is longer than a hundred years; choose a shorter one");
  if (message != NULL)
    g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, message);
  return message == NULL;
}

static void
lay_out (XbBeforeAfter *self)
{
  const XbSpan spans[] = { self->before, self->after };

  for (guint side = 0; side < G_N_ELEMENTS (spans); side++)
    for (gint64 day = spans[side].from; day <= spans[side].until; day++)
      {
        XbDayUsed used = { .day = (int) day, .after = side == 1, .use = XB_DAY_MISSING, .other = -1 };

        g_array_append_val (self->days, used);
      }
}

static XbDayUsed *
find_day (const XbBeforeAfter *self,
          int                  day)
{
  gint64 at;

  if (xb_span_has (self->before, day))
    at = (gint64) day - self->before.from;
  else if (xb_span_has (self->after, day))
    at = xb_span_count (self->before) + day - self->after.from;
  else
    return NULL;
  return &g_array_index (self->days, XbDayUsed, at);
}

static gboolean
fill (XbBeforeAfter    *self,
      const XbQuestion *question,
      GError          **error)
{
  for (gsize i = 0; i < question->n_rows; i++)
    {
      XbDayUsed *day = find_day (self, question->rows[i].day);

      if (day == NULL)
        continue;
      if (!xb_totals_add (&day->sum, &question->rows[i], error))
        return FALSE;
      day->use = XB_DAY_USED;
    }
  for (gsize i = 0; i < question->n_control; i++)
    {
      XbDayUsed *day = find_day (self, question->control[i].day);

      if (day != NULL && !xb_totals_add (&day->control, &question->control[i], error))
        return FALSE;
    }
  return TRUE;
}

/*
 * The days that @change makes unlike the others of their period. One that lasts leaves in the period before only the
 * days behind it, which are like those after; in the period after only the days ahead of it.
 */
static XbSpan
disturbed (const XbBeforeAfter *self,
           const XbOtherChange *change)
{
  int first = change->days.from;

  if (!change->lasts)
    return change->days;
  if (xb_span_has (self->before, first))
    return (XbSpan) { self->before.from, first };
  if (xb_span_has (self->after, first) && first > self->after.from)
    return (XbSpan) { first, self->after.until };
  return (XbSpan) { 1, 0 };
}

static void
exclude (XbBeforeAfter    *self,
         const XbQuestion *question)
{
  for (gsize i = 0; i < question->n_others; i++)
    {
      XbOtherEffect effect = { question->others[i], 0, FALSE };
      XbSpan span = disturbed (self, &effect.change);

      effect.together = effect.change.lasts && effect.change.days.from > self->before.until
                        && effect.change.days.from <= self->after.from;
      for (guint d = 0; d < self->days->len; d++)
        {
          XbDayUsed *day = &g_array_index (self->days, XbDayUsed, d);

          if (day->use != XB_DAY_USED || !xb_span_has (span, day->day))
            continue;
          day->use = XB_DAY_EXCLUDED;
          day->other = (int) i;
          effect.days_excluded++;
        }
      g_array_append_val (self->others, effect);
    }
}

static void
leave_out_gaps_of_control (XbBeforeAfter *self)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      XbDayUsed *day = &g_array_index (self->days, XbDayUsed, i);

      if (day->use == XB_DAY_USED && day->control.days == 0)
        day->use = XB_DAY_CONTROL_MISSING;
    }
}

/* Sums the days that count, of what changed or of the control. */
static gboolean
sum_up (const XbBeforeAfter *self,
        const XbMetricDay   *rows,
        gsize                n_rows,
        XbTotals            *before,
        XbTotals            *after,
        GError             **error)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const XbDayUsed *day = find_day (self, rows[i].day);

      if (day != NULL && day->use == XB_DAY_USED && !xb_totals_add (day->after ? after : before, &rows[i], error))
        return FALSE;
    }
  return TRUE;
}

static XbDifference
compare (const XbTotals   *before,
         const XbTotals   *after,
         const XbStandard *standard)
{
  return xb_difference_newcombe (before->answered, before->calls, after->answered, after->calls, standard);
}

static XbSpread
look_at_days (const XbBeforeAfter *self,
              const XbStandard    *standard)
{
  const XbDifference *changed = &self->answered, *control = self->has_control ? &self->controlled.control : NULL;
  XbDeviation deviations[4] = { { 0 } };

  for (guint i = 0; i < self->days->len; i++)
    {
      const XbDayUsed *day = &g_array_index (self->days, XbDayUsed, i);

      if (day->use != XB_DAY_USED)
        continue;
      xb_deviation_add (&deviations[day->after], day->after ? &changed->after : &changed->before,
                        day->sum.answered, day->sum.calls);
      if (control != NULL)
        xb_deviation_add (&deviations[2 + day->after], day->after ? &control->after : &control->before,
                          day->control.answered, day->control.calls);
    }
  return xb_spread_new (changed, control, deviations, standard);
}

static gboolean
answer (XbBeforeAfter    *self,
        const XbQuestion *question,
        GError          **error)
{
  const XbStandard *standard = &question->standard;
  XbTotals before = { 0 }, after = { 0 };

  if (!sum_up (self, question->rows, question->n_rows, &self->totals_before, &self->totals_after, error)
      || !sum_up (self, question->control, question->n_control, &before, &after, error))
    return FALSE;
  self->answered = compare (&self->totals_before, &self->totals_after, standard);
  if (self->has_control)
    {
      XbDifference control = compare (&before, &after, standard);

      self->controlled = xb_controlled_new (&self->answered, &control, standard);
    }
  self->spread = look_at_days (self, standard);
  return TRUE;
}

/**
 * xb_before_after_new:
 * @question: what is to be compared
 * @error: set to %XB_ERROR_INVALID for periods that are none, else as for xb_totals_add()
 *
 * Compares the calls answered in two periods. With a control only days are used that both have, so that a season,
 * a holiday or a weekday weighs the same on both.
 *
 * Returns: (transfer full): the comparison; periods without any row are one too, with too few calls
 */
XbBeforeAfter *
xb_before_after_new (const XbQuestion *question,
                     GError          **error)
{
  g_autoptr(XbBeforeAfter) self = NULL;

  g_return_val_if_fail (question != NULL && xb_standard_is_valid (&question->standard), NULL);

  if (!xb_before_after_check (question->before, question->after, error))
    return NULL;
  self = g_new0 (XbBeforeAfter, 1);
  self->before = question->before;
  self->after = question->after;
  self->has_control = question->with_control;
  self->days = g_array_new (FALSE, FALSE, sizeof (XbDayUsed));
  self->others = g_array_new (FALSE, FALSE, sizeof (XbOtherEffect));
  lay_out (self);
  if (!fill (self, question, error))
    return NULL;
  exclude (self, question);
  if (self->has_control)
    leave_out_gaps_of_control (self);
  return answer (self, question, error) ? g_steal_pointer (&self) : NULL;
}

void
xb_before_after_free (XbBeforeAfter *self)
{
  g_array_unref (self->days);
  g_array_unref (self->others);
  g_free (self);
}

/** xb_before_after_count: Returns: how many days of the period before, or @after, are put to @use */
int
xb_before_after_count (const XbBeforeAfter *self,
                       gboolean             after,
                       XbDayUse             use)
{
  int count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->days->len; i++)
    {
      const XbDayUsed *day = &g_array_index (self->days, XbDayUsed, i);

      count += day->after == after && day->use == use;
    }
  return count;
}

/**
 * xb_rows_a_year_on:
 * @rows: (array length=n_rows): rows of the year before
 * @n_rows: how many
 *
 * The control of a firm all of whose numbers changed: the same weeks of the year before, moved on by 52 weeks, so that
 * weekdays meet. Feasts of the moon's calendar do not meet; give them as other changes.
 *
 * Returns: (transfer full) (element-type XbMetricDay): the rows to compare this year's with
 */
GArray *
xb_rows_a_year_on (const XbMetricDay *rows,
                   gsize              n_rows)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (XbMetricDay));

  g_return_val_if_fail (rows != NULL || n_rows == 0, moved);

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].day <= G_MAXINT - YEAR_OF_WEEKS)
      {
        XbMetricDay row = rows[i];

        row.day += YEAR_OF_WEEKS;
        g_array_append_val (moved, row);
      }
  return moved;
}
