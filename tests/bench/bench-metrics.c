/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "xb-workspace-roi-labels.h"
#include "xb-workspace-roi.h"
#include "xb-workspace-upkeep.h"

/* What windows ask of a file full of figures, from the call of the verb to its answer on the main loop. Each figure
 * is the median of many, after the first one, which is told apart: it finds nothing in memory. */

#define TIMES 31

static const gint64 one[] = { 2500 };

static const XbMetricsQuery all_year = { NULL, 0, "2025-09-27", "2026-09-26" };
static const XbMetricsQuery all_part = { NULL, 0, "2024-02-15", "2026-08-14" };
static const XbMetricsQuery one_year = { one, 1, "2025-09-27", "2026-09-26" };
static const XbMetricsQuery one_ever = { one, 1, "2000-01-01", "2026-09-26" };

typedef void (*Action) (XbWorkspace          *ws,
                        const XbMetricsQuery *query);

static GAsyncResult *answer;

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  answer = g_object_ref (result);
}

static void
wait_for_it (void)
{
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
sum (XbWorkspace          *ws,
     const XbMetricsQuery *query)
{
  XbMetricsTotals totals;

  xb_workspace_sum_metrics_async (ws, query, NULL, ready_cb, NULL);
  wait_for_it ();
  if (!xb_workspace_sum_metrics_finish (ws, answer, &totals, NULL) || totals.days.rows == 0)
    g_error ("no sum");
  g_clear_object (&answer);
}

static void
series (XbWorkspace          *ws,
        const XbMetricsQuery *query)
{
  g_autoptr(XbMetricsSeries) days = NULL;

  xb_workspace_read_metrics_async (ws, query, NULL, ready_cb, NULL);
  wait_for_it ();
  days = xb_workspace_read_metrics_finish (ws, answer, NULL);
  if (days == NULL || days->days->len == 0)
    g_error ("no days");
  g_clear_object (&answer);
}

static void
labels (XbWorkspace          *ws,
        const XbMetricsQuery *query)
{
  g_autoptr(GPtrArray) found = NULL;

  xb_workspace_sum_metrics_by_label_async (ws, query, NULL, NULL, ready_cb, NULL);
  wait_for_it ();
  found = xb_workspace_sum_metrics_by_label_finish (ws, answer, NULL);
  if (found == NULL || found->len == 0)
    g_error ("no labels");
  g_clear_object (&answer);
}

/* What the window of the effect asks first: the last month with the one before, all that belongs to the answer. */
static void
effect (XbWorkspace          *ws,
        const XbMetricsQuery *query)
{
  const XbRoiQuestion question = {
    .numbers = query->numbers, .n_numbers = query->n_numbers, .before_from = "2026-08-01", .before_until = "2026-08-31",
    .after_from = "2026-09-01", .after_until = "2026-09-26", .margin = 3000,
  };
  g_autoptr(XbRoi) roi = NULL;

  xb_workspace_reckon_roi_async (ws, &question, NULL, ready_cb, NULL);
  wait_for_it ();
  roi = xb_workspace_reckon_roi_finish (ws, answer, NULL);
  if (roi == NULL || !roi->payback.answered.known)
    g_error ("no answer");
  g_clear_object (&answer);
}

/* Half a year before and half a year after: the label of every number changed between. */
static void
effect_of_labels (XbWorkspace          *ws,
                  const XbMetricsQuery *query)
{
  const XbRoiQuestion question = {
    .numbers = query->numbers, .n_numbers = query->n_numbers, .before_from = "2025-10-15", .before_until = "2026-04-14",
    .after_from = "2026-04-15", .after_until = "2026-09-26", .margin = 3000,
  };
  g_autoptr(XbRoi) roi = NULL;

  xb_workspace_reckon_roi_async (ws, &question, NULL, ready_cb, NULL);
  wait_for_it ();
  roi = xb_workspace_reckon_roi_finish (ws, answer, NULL);
  if (roi == NULL || !roi->payback.answered.known)
    g_error ("no answer");
  g_clear_object (&answer);
}

static void
label_against_label (XbWorkspace          *ws,
                     const XbMetricsQuery *query)
{
  g_autoptr(XbRoiLabels) found = NULL;

  xb_workspace_compare_labels_async (ws, query, NULL, NULL, ready_cb, NULL);
  wait_for_it ();
  found = xb_workspace_compare_labels_finish (ws, answer, NULL);
  if (found == NULL || found->comparison->pairs->len == 0)
    g_error ("no pairs");
  g_clear_object (&answer);
}

static void
upkeep (XbWorkspace          *ws,
        const XbMetricsQuery *query)
{
  g_autoptr(XbUpkeep) found = NULL;

  xb_workspace_reckon_upkeep_async (ws, query->until, NULL, ready_cb, NULL);
  wait_for_it ();
  found = xb_workspace_reckon_upkeep_finish (ws, answer, NULL);
  if (found == NULL)
    g_error ("no upkeep");
  g_clear_object (&answer);
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; Action action; const XbMetricsQuery *query; } rows[] = {
    { "the effect, all numbers, two months: the first answer (at most 100 ms)", effect, &all_year },
    { "the effect, all numbers, around a change of every label", effect_of_labels, &all_year },
    { "the effect, one number, two months", effect, &one_year },
    { "label against label over a year", label_against_label, &all_year },
    { "the table of upkeep", upkeep, &all_year },
    { "sums of all numbers over a year", sum, &all_year },
    { "sums of all numbers over 30 months", sum, &all_part },
    { "days of all numbers over a year (at most 50 ms)", series, &all_year },
    { "sums of one number over all days", sum, &one_ever },
    { "days of one number over a year (at most 10 ms)", series, &one_year },
    { "days of one number over all days", series, &one_ever },
    { "sums of all numbers over a year by label", labels, &all_year },
  };
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) error = NULL;
  g_autoptr(XbWorkspace) ws = xb_workspace_open (argc > 1 ? argv[1] : "", clock, &error);

  if (ws == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double figures[TIMES];

      for (guint t = 0; t < TIMES; t++)
        {
          gint64 start = g_get_monotonic_time ();

          rows[i].action (ws, rows[i].query);
          figures[t] = (g_get_monotonic_time () - start) / 1000.0;
        }
      g_print ("%s: %.2f ms, the first time %.2f ms\n", rows[i].name,
               (qsort (figures + 1, TIMES - 1, sizeof *figures, compare), figures[TIMES / 2]), figures[0]);
    }
  return 0;
}
