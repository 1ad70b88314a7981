/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-metrics-report.h"
#include "ctl-report.h"
#include "ctl-run.h"
#include "ctl-table.h"
#include "xb-money.h"
#include "xb-workspace-effect.h"
#include "xb-workspace-metrics.h"

/* What was reported for some days: as figures, and as files to be handed on. */

#define LEVEL 0.95

typedef struct
{
  char          *number, *from, *until, *period_word;
  char          *pdf, *xlsx;
  XbEffectPeriod period;
  gint64         id;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->number);
  g_free (words->from);
  g_free (words->until);
  g_free (words->period_word);
  g_free (words->pdf);
  g_free (words->xlsx);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_period (Words   *words,
             GError **error)
{
  g_autoptr(GError) wrong = NULL;

  if (words->period_word != NULL && (words->from != NULL || words->until != NULL))
    return ctl_usage (error, _("give --period, or --from and --until"));
  if (words->period_word != NULL)
    return xb_effect_period_parse (&words->period, words->period_word, &wrong) || ctl_usage (error, "--period: %s", wrong->message);
  if (words->from == NULL || words->until == NULL)
    return ctl_usage (error, _("a report needs --from DATE and --until DATE"));
  if (!ctl_check_day ("--from", words->from, error) || !ctl_check_day ("--until", words->until, error))
    return FALSE;
  if (g_strcmp0 (words->from, words->until) > 0)
    return ctl_usage (error, _("--until comes before --from; give the earlier day first"));
  return xb_effect_period_read (&words->period, words->from, words->until, error);
}

static gboolean
parse (Ctl     *ctl,
       Words   *words,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &words->number, N_("Of this number alone"), "NUMBER" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words->from, N_("The first day"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &words->until, N_("The last day"), "DATE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words->period_word, N_("Instead of both: 2026-09, 2026-Q3 or 2026"), "PERIOD" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &words->pdf, N_("Write it as pages to be handed on"), "FILE" },
    { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &words->xlsx, N_("Write it as an Excel workbook"), "FILE" },
    { NULL }
  };

  if (!ctl_parse (ctl, entries, error) || !read_period (words, error))
    return FALSE;
  if ((words->pdf != NULL && !ctl_check_target (words->pdf, error)) ||
      (words->xlsx != NULL && !ctl_check_target (words->xlsx, error)) || ctl_open (ctl, error) == NULL)
    return FALSE;
  words->id = words->number != NULL ? xb_workspace_find_number (ctl->workspace, words->number, error) : 0;
  return words->id >= 0;
}

static gboolean
write_file (Ctl         *ctl,
            Words       *words,
            const char  *path,
            gboolean     book,
            GError     **error)
{
  if (path == NULL)
    return TRUE;
  xb_workspace_write_effect_report_async (ctl->workspace, &words->period, words->id != 0 ? &words->id : NULL, 1, path, book,
                                          ctl->cancellable, ctl_progress_cb, ctl, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error);
}

/* Only where one was asked for. */
static void
add_file (JsonObject *object,
          const char *name,
          const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  if (shown != NULL)
    ctl_json_add_text (object, name, shown);
}

static void
print_report (const Words           *words,
              const XbMetricSums    *sums,
              const XbMetricsTotals *totals,
              const XbRate          *rate)
{
  JsonObject *object = ctl_report_to_json (words->period.from, words->period.until, sums, rate);

  json_object_set_int_member (object, "months_cut", totals->cut_months);
  add_file (object, "pdf", words->pdf);
  add_file (object, "xlsx", words->xlsx);
  ctl_json_print (object);
}

static void
say_file (const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  if (shown != NULL)
    printf (_("Wrote the report into “%s”.\n"), shown);
}

static void
say_report (const Words           *words,
            const XbMetricSums    *sums,
            const XbMetricsTotals *totals,
            const XbRate          *rate)
{
  g_autoptr(CtlTable) table = ctl_table_new (NULL);
  XbMetricFigures figures = { { 0 }, xb_metric_sums_known (sums) };

  if (sums->rows == 0)
    printf (_("No figures for these days. Import a report with “metrics import”.\n"));
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      g_autofree char *text = NULL;

      figures.value[i] = sums->sum[i];
      if ((figures.known & 1u << i) == 0)
        continue;
      text = i == XB_METRIC_REVENUE ? xb_money_format (sums->sum[i]) : g_strdup_printf ("%" PRId64, sums->sum[i]);
      ctl_table_field (table, xb_report_field_get_title (i < XB_METRIC_MARKS ? i + XB_REPORT_CALLS
                                                                            : i - XB_METRIC_MARKS + XB_REPORT_MARKS), text);
    }
  if (rate->known)
    {
      g_autofree char *text = g_strdup_printf (_("%.1f%% (95%% sure: %.1f%% to %.1f%%)"), rate->rate * 100, rate->low * 100,
                                               rate->high * 100);

      ctl_table_field (table, _("Answer rate"), text);
    }
  ctl_table_flush (table);
  if (totals->cut_months > 0)
    printf (_("%" PRId64 " months that were reported as a whole reach over an end of this period and are left out.\n"),
            totals->cut_months);
  say_file (words->pdf);
  say_file (words->xlsx);
}

/** ctl_run_report: "metrics report" */
gboolean
ctl_run_report (Ctl     *ctl,
                GError **error)
{
  g_auto(Words) words = { NULL };
  XbMetricsQuery query = { NULL };
  XbMetricsTotals totals;
  XbMetricSums sums;
  XbRate rate;

  if (!parse (ctl, &words, error))
    return FALSE;
  query = (XbMetricsQuery) { words.id != 0 ? &words.id : NULL, 1, words.period.from, words.period.until };
  xb_workspace_sum_metrics_async (ctl->workspace, &query, ctl->cancellable, ctl_ready_cb, ctl);
  if (!xb_workspace_sum_metrics_finish (ctl->workspace, ctl_wait (ctl), &totals, error))
    return FALSE;
  g_clear_object (&ctl->result);
  if (!write_file (ctl, &words, words.pdf, FALSE, error) || !write_file (ctl, &words, words.xlsx, TRUE, error))
    return FALSE;
  sums = totals.days;
  xb_metric_sums_add_sums (&sums, &totals.months);
  rate = xb_rate_wilson (sums.sum[XB_METRIC_ANSWERED], sums.rated, LEVEL);
  if (ctl->json)
    print_report (&words, &sums, &totals, &rate);
  else
    say_report (&words, &sums, &totals, &rate);
  return TRUE;
}
