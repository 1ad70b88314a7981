/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-count.h"
#include "xb-day.h"
#include "xb-effect-plots.h"
#include "xb-effect-paper.h"
#include "xb-effect-tables.h"
#include "xb-effect-words.h"
#include "xb-money.h"
#include "xb-roi-words.h"
#include "xb-xlsx-writer.h"

#define CHART 210.0
#define PAIR_ROW 48.0
#define PAIR_REST 74.0
#define PAIR_MOST 6

static void
add_rate (XbPaper               *paper,
          const XbEffectFigures *figures)
{
  XbRate rate = xb_effect_rate_of (&figures->sums);
  g_autofree char *share = xb_share_dup_text (rate.rate, FALSE);
  g_autofree char *value = g_strconcat (share, "%", NULL);
  g_autofree char *range = xb_effect_dup_range (&rate);
  g_autofree char *note = g_strdup_printf (_("95%% sure: %s"), range);

  xb_paper_add_figure (paper, _("Answer rate"), rate.known ? value : "–", rate.known ? note : _("not reported"));
}

static void
add_change (XbPaper               *paper,
            const XbEffectFigures *figures)
{
  const XbDifference *answered = &figures->roi->payback.answered;
  g_autofree char *value = xb_share_dup_text (answered->difference, TRUE);
  g_autofree char *low = xb_share_dup_text (answered->low, TRUE);
  g_autofree char *high = xb_share_dup_text (answered->high, TRUE);
  g_autofree char *note = g_strdup_printf ("[%s, %s]  %s", low, high, xb_effect_get_title (xb_roi_get_effect (figures->roi)));

  xb_paper_add_figure (paper, _("Change, percentage points"), answered->known ? value : "–",
                       answered->known ? note : _("nothing to compare with"));
}

static void
add_calls (XbPaper               *paper,
           const XbEffectFigures *figures)
{
  const XbMetricSums *sums = &figures->sums;
  g_autofree char *calls = xb_count_format (sums->sum[XB_METRIC_CALLS]);
  g_autofree char *answered = xb_count_format (sums->sum[XB_METRIC_ANSWERED]);
  g_autofree char *note = g_strdup_printf (_("%s answered"), answered);

  xb_paper_add_figure (paper, _("Calls"), sums->n[XB_METRIC_CALLS] > 0 ? calls : "–",
                       sums->n[XB_METRIC_ANSWERED] > 0 ? note : _("not reported"));
}

static void
add_cost (XbPaper               *paper,
          const XbEffectFigures *figures)
{
  g_autofree char *cost = xb_money_format (figures->cost);
  g_autofree char *open = xb_money_format (figures->cost_indicative);
  g_autofree char *note = g_strdup_printf (_("of it indicative: %s"), open);

  xb_paper_add_figure (paper, _("Spent, yuan"), cost,
                       figures->cost_indicative > 0 ? note : figures->cost > 0 ? _("all paid") : "");
}

/* What more calls were answered, and what one of them cost: only where more are proven. */
static void
add_each (XbPaper               *paper,
          const XbEffectFigures *figures)
{
  const XbPayback *payback = &figures->roi->payback;
  XbEffect effect = xb_roi_get_effect (figures->roi);
  gboolean proven = payback->answered.known && effect == XB_EFFECT_UP && payback->extra_answered.rounded > 0;
  g_autofree char *extra = xb_count_format (payback->extra_answered.rounded);
  g_autofree char *more = g_strdup_printf (_("%s more answered"), extra);
  g_autofree char *each = xb_money_format (payback->per_answered.fen);

  if (proven && payback->per_answered.known && payback->cost > 0)
    xb_paper_add_figure (paper, _("Each more answered call, yuan"), each, more);
  else
    xb_paper_add_figure (paper, _("Each more answered call, yuan"), "–",
                         proven ? _("nothing was spent") : payback->answered.known ? _("no more are proven")
                                                                                   : _("nothing to compare with"));
}

static void
add_orders (XbPaper               *paper,
            const XbEffectFigures *figures)
{
  const XbMetricSums *sums = &figures->sums;
  g_autofree char *orders = xb_count_format (sums->sum[XB_METRIC_ORDERS]);
  g_autofree char *money = xb_money_format (sums->sum[XB_METRIC_REVENUE]);
  g_autofree char *note = g_strdup_printf (_("revenue %s yuan"), money);

  xb_paper_add_figure (paper, _("Orders"), sums->n[XB_METRIC_ORDERS] > 0 ? orders : "–",
                       sums->n[XB_METRIC_REVENUE] > 0 ? note : _("not reported"));
}

static void
add_summary (XbPaper               *paper,
             const XbEffectFigures *figures)
{
  g_autofree char *lead = xb_effect_dup_lead (figures);
  g_auto(GStrv) paragraphs = xb_effect_dup_paragraphs (figures);

  xb_paper_add_heading (paper, _("Summary"));
  xb_paper_add_text (paper, XB_PAPER_LEAD, lead);
  if (figures->sums.rows > 0)
    {
      add_rate (paper, figures);
      add_change (paper, figures);
      add_calls (paper, figures);
      add_cost (paper, figures);
      add_each (paper, figures);
      add_orders (paper, figures);
    }
  for (guint i = 0; paragraphs[i] != NULL; i++)
    xb_paper_add_text (paper, XB_PAPER_BODY, paragraphs[i]);
}

static void
take_chart (XbPaper      *paper,
            XbChartModel *model,
            double        height)
{
  if (model != NULL)
    xb_paper_take_chart (paper, model, height);
}

static void
add_charts (XbPaper               *paper,
            const XbEffectFigures *figures)
{
  XbChartModel *days = xb_effect_plot_days (figures);
  guint n_rows;
  XbChartModel *pair = xb_effect_plot_pair (figures, PAIR_MOST, &n_rows);

  if (days == NULL && pair == NULL)
    return;
  xb_paper_add_heading (paper, _("Answer rate"));
  take_chart (paper, days, CHART);
  take_chart (paper, pair, PAIR_REST + n_rows * PAIR_ROW);
}

static void
add_numbers (XbPaper               *paper,
             const XbEffectFigures *figures)
{
  static const XbPaperColumn columns[] = {
    { XB_EFFECT_COLUMN_NUMBER, XB_EFFECT_COLUMN_USE }, { XB_EFFECT_COLUMN_CALLS, XB_EFFECT_COLUMN_ANSWERED },
    { XB_EFFECT_COLUMN_RATE, XB_EFFECT_COLUMN_RANGE }, { XB_EFFECT_COLUMN_CHANGE, XB_EFFECT_COLUMN_RISE },
    { XB_EFFECT_COLUMN_VERDICT, -1 }, { XB_EFFECT_COLUMN_ORDERS, XB_EFFECT_COLUMN_REVENUE }, { XB_EFFECT_COLUMN_COST, -1 },
    { XB_EFFECT_COLUMN_LINE, -1 },
  };
  g_autofree char *reserve = xb_effect_dup_reserve (figures);
  g_autofree char *before = xb_effect_period_dup_title (&figures->before);
  g_autofree char *note = g_strdup_printf (_("Change: against %s, in percentage points. Cost, revenue: yuan. Course: the answer rate "
                                             "from the first to the last day."), before);

  if (figures->numbers->len == 0)
    return;
  xb_paper_add_heading (paper, _("Numbers"));
  xb_paper_add_text (paper, XB_PAPER_NOTE, note);
  xb_paper_take_table (paper, xb_effect_table_numbers (figures), columns, G_N_ELEMENTS (columns));
  if (reserve != NULL)
    xb_paper_add_text (paper, XB_PAPER_NOTE, reserve);
}

/* All columns of it, or nothing where it has no rows. */
static gboolean
take_table (XbPaper *paper,
            XbTable *table)
{
  guint n = xb_table_get_n_columns (table);
  XbPaperColumn columns[16];

  g_assert (n <= G_N_ELEMENTS (columns));
  if (xb_table_get_n_rows (table) == 0)
    {
      xb_table_free (table);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    columns[i] = (XbPaperColumn) { (int) i, -1 };
  xb_paper_take_table (paper, table, columns, n);
  return TRUE;
}

static void
add_costs (XbPaper               *paper,
           const XbEffectFigures *figures)
{
  xb_paper_add_heading (paper, _("Costs"));
  take_chart (paper, xb_effect_plot_costs (figures), CHART);
  take_chart (paper, xb_effect_plot_gain (figures), CHART);
  if (figures->costs->len == 0)
    {
      xb_paper_add_text (paper, XB_PAPER_BODY, _("The ledger has no line in this time."));
      return;
    }
  take_table (paper, xb_effect_table_kinds (figures));
  take_table (paper, xb_effect_table_costs (figures));
  if (figures->cost_indicative > 0)
    xb_paper_add_text (paper, XB_PAPER_NOTE, _("Indicative: a figure of the platform, not yet what was paid."));
}

static void
add_events (XbPaper               *paper,
            const XbEffectFigures *figures)
{
  XbTable *changes = xb_effect_table_changes (figures);

  if (xb_table_get_n_rows (changes) > 0)
    xb_paper_add_heading (paper, _("What changed"));
  take_table (paper, changes);
  xb_paper_add_heading (paper, _("Incidents"));
  if (!take_table (paper, xb_effect_table_incidents (figures)))
    xb_paper_add_text (paper, XB_PAPER_BODY, _("None is recorded for this time."));
  xb_paper_add_heading (paper, _("Inspections"));
  if (!take_table (paper, xb_effect_table_inspections (figures)))
    xb_paper_add_text (paper, XB_PAPER_BODY, _("None was finished in this time."));
}

static void
add_cover (XbPaper               *paper,
           const XbEffectFigures *figures,
           const char            *title)
{
  g_autofree char *days = xb_effect_period_dup_days (&figures->period);
  g_autofree char *before = xb_effect_period_dup_title (&figures->before);
  g_autofree char *made = xb_day_dup_label_with_year (figures->made_on);
  g_autofree char *n = xb_count_format (figures->numbers->len);
  gboolean same = g_str_equal (days, title);

  xb_paper_set_cover (paper, figures->business != NULL ? figures->business : "", title, same ? "" : days, figures->logo);
  xb_paper_add_fact (paper, _("Numbers"), figures->asked != NULL && figures->numbers->len == 1
                                            ? ((XbEffectNumber *) g_ptr_array_index (figures->numbers, 0))->number : n);
  xb_paper_add_fact (paper, _("Compared with"), before);
  xb_paper_add_fact (paper, _("Made on"), made);
  xb_paper_add_fact (paper, _("Figures from"),
                     _("the reports of the platforms and telephone systems that the business imported"));
}

/** xb_effect_paper_new: Returns: (transfer full): the report, ready to be written in any thread */
XbPaper *
xb_effect_paper_new (const XbEffectFigures *figures)
{
  g_autofree char *title = xb_effect_period_dup_title (&figures->period);
  g_autofree char *heading = g_strdup_printf (figures->business != NULL ? "%s · %s · %s" : "%s%s · %s",
                                              figures->business != NULL ? figures->business : "",
                                              _("Report on Certified Numbers"), title);
  g_autofree char *method = xb_effect_dup_method ();
  XbPaper *paper = xb_paper_new (_("Report on Certified Numbers"), heading);

  add_cover (paper, figures, title);
  add_summary (paper, figures);
  add_charts (paper, figures);
  add_numbers (paper, figures);
  add_costs (paper, figures);
  add_events (paper, figures);
  xb_paper_add_heading (paper, _("Method"));
  xb_paper_add_text (paper, XB_PAPER_BODY, method);
  return paper;
}

/** xb_effect_book_write: the same as a workbook. Safe in any thread */
gboolean
xb_effect_book_write (const XbEffectFigures *figures,
                      const char            *path,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr(XbXlsxWriter) writer = xb_xlsx_writer_new (path, _("Report on Certified Numbers"), error);
  struct { const char *name; XbTable *table; } sheets[] = {
    { _("Summary"), writer != NULL ? xb_effect_table_summary (figures) : NULL },
    { _("Days"), writer != NULL ? xb_effect_table_days (figures) : NULL },
    { _("Numbers"), writer != NULL ? xb_effect_table_numbers (figures) : NULL },
    { _("Costs"), writer != NULL ? xb_effect_table_costs (figures) : NULL },
  };
  gboolean done = writer != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      done = done && xb_xlsx_writer_add (writer, sheets[i].name, sheets[i].table, cancellable, error);
      xb_table_free (sheets[i].table);
    }
  return done && xb_xlsx_writer_finish (writer, cancellable, error);
}
