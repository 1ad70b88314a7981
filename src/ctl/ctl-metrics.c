/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-metrics-report.h"
#include "ctl-run.h"
#include "xb-money.h"
#include "xb-workspace-metrics.h"

/* What the platforms report. */

typedef struct
{
  char            *number;
  char            *columns;
  char            *sheet;
  char            *source;
  gboolean         add_numbers;
  gboolean         whole;
  XbReportColumns  chosen;
  char            *fingerprint;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->number);
  g_free (words->columns);
  g_free (words->sheet);
  g_free (words->source);
  g_free (words->fingerprint);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static XbMetricsPreview *
preview (Ctl                    *ctl,
         const XbMetricsOptions *options,
         GError                **error)
{
  XbMetricsPreview *found;

  xb_workspace_preview_metrics_async (ctl->workspace, ctl_arg (ctl, 0), options, ctl->cancellable, ctl_ready_cb, ctl);
  found = xb_workspace_preview_metrics_finish (ctl->workspace, ctl_wait (ctl), error);
  g_clear_object (&ctl->result);
  return found;
}

static gboolean
find_heading (XbMetricsPreview *found,
              const char       *heading,
              int              *column,
              GError          **error)
{
  g_autofree char *all = NULL;

  for (int i = 0; found->headings[i] != NULL; i++)
    if (g_str_equal (found->headings[i], heading))
      {
        *column = i;
        return TRUE;
      }
  all = g_strjoinv (", ", found->headings);
  return ctl_usage (error, _("the report has no heading “%s”; it has: %s"), heading, all);
}

/* "calls=呼叫总数,answered=有效接通": what is not named stays as the headings say. */
static gboolean
read_columns (Ctl     *ctl,
              Words   *words,
              GError **error)
{
  g_autoptr(XbMetricsPreview) found = words->columns != NULL ? preview (ctl, &(XbMetricsOptions) { .sheet = words->sheet }, error)
                                                               : NULL;
  g_auto(GStrv) pairs = g_strsplit (words->columns != NULL ? words->columns : "", ",", -1);

  if (words->columns == NULL)
    return TRUE;
  if (found == NULL)
    return FALSE;
  words->chosen = found->columns;
  words->fingerprint = g_strdup (found->fingerprint);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *heading = strchr (pairs[i], '=');
      XbReportField field;
      int column = -1;

      if (heading != NULL)
        *heading++ = '\0';
      if (heading == NULL || !xb_report_field_from_string (pairs[i], &field))
        return ctl_usage (error, _("--columns takes FIELD=HEADING,…, where a field is one of number, date, calls, answered, "
                                   "answer-rate, marks, complaints, inquiries, orders, revenue"));
      if (*heading != '\0' && !find_heading (found, heading, &column, error))
        return FALSE;
      for (guint other = 0; other < XB_N_REPORT_FIELDS; other++)
        if (words->chosen.column[other] == column)
          words->chosen.column[other] = -1;
      words->chosen.column[field] = column;
    }
  return TRUE;
}

static gboolean
parse (Ctl              *ctl,
       Words            *words,
       XbMetricsOptions *options,
       GError          **error)
{
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &words->number, N_("The number of all rows, where the report names none"),
      "NUMBER" },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &words->columns,
      N_("Which heading is what, such as calls=呼叫总数,answered=有效接通; remembered"), "FIELD=HEADING,…" },
    { "add-numbers", 0, 0, G_OPTION_ARG_NONE, &words->add_numbers,
      N_("Take numbers that are not in the register into it"), NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &words->sheet, N_("The only sheet of a workbook to read"), "NAME" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &words->source, N_("What the source is called; remembered"), "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &words->whole, N_("Of a preview: go through the whole file"), NULL },
    { NULL }
  };

  if (!ctl_parse (ctl, entries, error) || !ctl_check_file (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL ||
      !read_columns (ctl, words, error))
    return FALSE;
  *options = (XbMetricsOptions) { .columns = words->columns != NULL ? &words->chosen : NULL,
                                  .fingerprint = words->fingerprint, .number = words->number,
                                  .sheet = words->sheet, .source = words->source,
                                  .add_numbers = words->add_numbers };
  return TRUE;
}

static JsonObject *
result_to_json (XbMetricsResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *rejected = json_array_new ();

  ctl_json_add_id (object, "id", result->import_id);
  json_object_set_int_member (object, "rows", (gint64) result->rows);
  json_object_set_int_member (object, "imported", (gint64) result->imported);
  json_object_set_int_member (object, "replaced", (gint64) result->replaced);
  json_object_set_int_member (object, "skipped", (gint64) result->skipped);
  json_object_set_int_member (object, "added_numbers", (gint64) result->added_numbers);
  json_object_set_int_member (object, "n_rejected", (gint64) result->n_rejected);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      XbRejectedRow *row = g_ptr_array_index (result->rejected, i);
      JsonObject *line = json_object_new ();

      json_object_set_int_member (line, "line", (gint64) row->line);
      ctl_json_add_text (line, "reason", row->reason);
      json_array_add_object_element (rejected, line);
    }
  json_object_set_array_member (object, "rejected", rejected);
  ctl_json_add_text (object, "first", result->first);
  ctl_json_add_text (object, "last", result->last);
  return object;
}

static void
say_result (XbMetricsResult *result)
{
  printf (_("Rows read: %" PRIu64 ". New: %" PRIu64 ", replaced: %" PRIu64 ", not taken: %" PRIu64 ".\n"),
          result->rows, result->imported, result->replaced, result->n_rejected);
  if (result->import_id != 0)
    printf (_("From %s until %s. “metrics undo %" PRId64 "” takes them out again.\n"), result->first, result->last,
            result->import_id);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      XbRejectedRow *row = g_ptr_array_index (result->rejected, i);

      printf (_("Line %" PRIu64 ": %s\n"), row->line, row->reason);
    }
  if (result->n_rejected > result->rejected->len)
    printf (_("… and %" PRIu64 " more.\n"), result->n_rejected - result->rejected->len);
}

static gboolean
run_import (Ctl     *ctl,
            GError **error)
{
  g_auto(Words) words = { NULL };
  g_autoptr(XbMetricsResult) result = NULL;
  XbMetricsOptions options;

  if (!parse (ctl, &words, &options, error))
    return FALSE;
  xb_workspace_import_metrics_async (ctl->workspace, ctl_arg (ctl, 0), &options, ctl->cancellable, ctl_progress_cb, ctl,
                                     ctl_ready_cb, ctl);
  result = xb_workspace_import_metrics_finish (ctl->workspace, ctl_wait (ctl), error);
  if (result == NULL)
    return FALSE;
  if (ctl->json)
    ctl_json_print (result_to_json (result));
  else
    say_result (result);
  if (result->n_rejected == 0 || result->n_rejected < result->rows)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, ""); /* not one row was any good */
  return FALSE;
}

static void
add_figures (JsonObject            *object,
             const XbMetricFigures *figures)
{
  for (guint i = 0; i < XB_N_METRICS; i++)
    if ((figures->known & 1u << i) != 0)
      json_object_set_int_member (object, xb_metric_to_string (i), figures->value[i]);
    else
      json_object_set_null_member (object, xb_metric_to_string (i));
}

static JsonArray *
texts_to_json (const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return array;
}

static JsonObject *
survey_to_json (XbMetricsSurvey *survey)
{
  JsonObject *object = result_to_json (survey->result);
  JsonArray *strangers = json_array_new ();

  for (guint i = 0; i < survey->strangers->len; i++)
    json_array_add_string_element (strangers, g_ptr_array_index (survey->strangers, i));
  json_object_set_array_member (object, "strangers", strangers);
  json_object_set_int_member (object, "stranger_rows", (gint64) survey->stranger_rows);
  return object;
}

/* @survey: (nullable) */
static void
print_preview (XbMetricsPreview *found,
               XbMetricsSurvey  *survey)
{
  JsonObject *object = json_object_new ();
  JsonObject *columns = json_object_new ();
  JsonArray *rows = json_array_new ();

  ctl_json_add_text (object, "encoding", found->encoding);
  ctl_json_add_text (object, "sheet", found->sheet);
  json_object_set_array_member (object, "sheets", texts_to_json ((const char *const *) found->sheets));
  ctl_json_add_text (object, "source", found->source);
  json_object_set_array_member (object, "headings", texts_to_json ((const char *const *) found->headings));
  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (found->columns.column[i] >= 0)
      json_object_set_string_member (columns, xb_report_field_to_string (i), found->headings[found->columns.column[i]]);
  json_object_set_object_member (object, "columns", columns);
  json_object_set_boolean_member (object, "remembered", found->remembered);
  ctl_json_add_text (object, "problem", found->problem);
  for (guint i = 0; i < found->rows->len; i++)
    {
      XbMetricsPreviewRow *row = g_ptr_array_index (found->rows, i);
      JsonObject *line = json_object_new ();

      json_object_set_int_member (line, "line", row->line);
      ctl_json_add_text (line, "number", row->number);
      ctl_json_add_text (line, "period", row->period);
      add_figures (line, &row->figures);
      json_object_set_boolean_member (line, "from_rate", row->from_rate);
      json_object_set_boolean_member (line, "total", row->is_total);
      ctl_json_add_text (line, "problem", row->problem);
      json_array_add_object_element (rows, line);
    }
  json_object_set_array_member (object, "rows", rows);
  if (survey != NULL)
    json_object_set_object_member (object, "whole", survey_to_json (survey));
  ctl_json_print (object);
}

static void
say_figure (CtlTable              *table,
            const XbMetricFigures *figures,
            XbMetric               metric)
{
  if ((figures->known & 1u << metric) == 0)
    ctl_table_add (table, "");
  else if (metric == XB_METRIC_REVENUE)
    ctl_table_take (table, xb_money_format (figures->value[metric]));
  else
    ctl_table_add_int (table, figures->value[metric]);
}

static void
say_preview (XbMetricsPreview *found)
{
  static const char *const headings[] = {
    N_("Line"), N_("Number"), N_("Day"), N_("Calls"), N_("Answered"), N_("Marks"), N_("Complaints"), N_("Inquiries"),
    N_("Orders"), N_("Revenue"), N_("Problem"), NULL
  };
  g_autoptr(CtlTable) table = ctl_table_new (headings);

  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (found->columns.column[i] >= 0)
      printf ("%s: %s\n", xb_report_field_get_title (i), found->headings[found->columns.column[i]]);
  for (guint i = 0; i < found->rows->len; i++)
    {
      XbMetricsPreviewRow *row = g_ptr_array_index (found->rows, i);

      ctl_table_add_int (table, row->line);
      ctl_table_add (table, row->number);
      ctl_table_add (table, row->period);
      for (guint metric = 0; metric < XB_N_METRICS; metric++)
        say_figure (table, &row->figures, metric);
      ctl_table_add (table, row->is_total ? _("a total, left out") : row->problem != NULL ? row->problem
                            : row->from_rate ? _("answered: worked out from the rate") : NULL);
    }
  ctl_table_flush (table);
  if (found->problem != NULL)
    printf ("%s\n", found->problem);
}

/* Returns: (transfer full) (nullable): %NULL with @error */
static XbMetricsSurvey *
survey (Ctl                    *ctl,
        const XbMetricsOptions *options,
        GError                **error)
{
  XbMetricsSurvey *survey;

  xb_workspace_survey_metrics_async (ctl->workspace, ctl_arg (ctl, 0), options, ctl->cancellable, ctl_progress_cb, ctl,
                                     ctl_ready_cb, ctl);
  survey = xb_workspace_survey_metrics_finish (ctl->workspace, ctl_wait (ctl), error);
  g_clear_object (&ctl->result);
  return survey;
}

static void
say_survey (XbMetricsSurvey *survey)
{
  g_autoptr(GString) strangers = g_string_new (NULL);

  say_result (survey->result);
  for (guint i = 0; i < survey->strangers->len; i++)
    g_string_append_printf (strangers, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (survey->strangers, i));
  if (strangers->len > 0)
    printf (_("Not in the register: %s. These numbers have %" PRIu64 " of the rows.\n"), strangers->str, survey->stranger_rows);
}

static gboolean
run_preview (Ctl     *ctl,
             GError **error)
{
  g_auto(Words) words = { NULL };
  g_autoptr(XbMetricsPreview) found = NULL;
  g_autoptr(XbMetricsSurvey) whole = NULL;
  XbMetricsOptions options;

  if (!parse (ctl, &words, &options, error))
    return FALSE;
  found = preview (ctl, &options, error);
  if (found == NULL)
    return FALSE;
  if (words.whole && found->problem == NULL && (whole = survey (ctl, &options, error)) == NULL)
    return FALSE;
  if (ctl->json)
    print_preview (found, whole);
  else
    say_preview (found);
  if (!ctl->json && whole != NULL)
    say_survey (whole);
  if (found->problem == NULL)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, "");
  return FALSE;
}

static JsonObject *
import_to_json (Ctl     *ctl,
                gpointer item)
{
  JsonObject *object = json_object_new ();

  xb_record_add_json (item, object);
  ctl_json_add_instant (object, "at", xb_metric_import_get_at (item));
  ctl_json_add_instant (object, "undone_at", xb_metric_import_get_undone_at (item));
  return object;
}

static void
import_to_row (Ctl      *ctl,
               gpointer  item,
               CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_metric_import_get_name (item));
  ctl_table_take (table, xb_instant_format (xb_metric_import_get_at (item)));
  ctl_table_add (table, xb_metric_import_get_first_day (item));
  ctl_table_add (table, xb_metric_import_get_last_day (item));
  ctl_table_add_int (table, xb_metric_import_get_imported (item));
  ctl_table_add_int (table, xb_metric_import_get_replaced (item));
  ctl_table_add (table, xb_metric_import_get_undone_at (item) != 0 ? _("undone") : "");
}

static const char *const import_headings[] = {
  N_("ID"), N_("File"), N_("Imported"), N_("From"), N_("Until"), N_("New"), N_("Replaced"), "", NULL
};

static const CtlListing import_listing = {
  import_headings, N_("No report was imported so far."), import_to_json, import_to_row, NULL
};

static gboolean
run_list (Ctl     *ctl,
          GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_metric_imports (ctl->workspace);
  ctl_list_print (ctl, list, &import_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_undo (Ctl     *ctl,
          GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_undo_metrics_async (ctl->workspace, id, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "undone", id, _("What that import brought is out again; what it had replaced is back."));
  return TRUE;
}

const CtlCommand ctl_metrics_commands[] = {
  { "metrics", "import", "FILE", N_("takes in a report (CSV or Excel): calls, answered, marks … by number and day"),
    run_import },
  { "metrics", "preview", "FILE", N_("shows how a report would be read, and changes nothing"), run_preview },
  { "metrics", "report", "", N_("sums up the figures of some days, with the answer rate; as a PDF or workbook too"), ctl_run_report },
  { "metrics", "list", "", N_("lists the reports that were imported"), run_list },
  { "metrics", "undo", "ID", N_("takes out again what an import brought"), run_undo },
  { NULL }
};
