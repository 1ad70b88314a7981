/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-error.h"
#include "xb-quote.h"
#include "xb-report-table-private.h"
#include "xb-report-values.h"

/* What one row of a report says, or why it cannot be taken. */

/* (nullable): %NULL where the row has no such cell */
static inline const char *
get_cell (XbReportTable     *self,
          const XbReportRow *row,
          XbReportField      field,
          guint             *flags)
{
  int column = self->columns.column[field];

  if (column < 0 || (guint) column >= row->n_cells)
    return NULL;
  *flags = row->flags != NULL ? row->flags[column] : 0;
  return row->cells[column];
}

/* "合计", "总计：", "Total (3 shops)"; not a shop that is called Summer. */
static gboolean
is_total (const char *text)
{
  static const char *const words[] = { "合计", "总计", "小计", "汇总", "总和", "平均", "均值", "total", "subtotal", "sum",
                                       "grand total", "average" };

  if (text == NULL || g_ascii_isdigit (*text))
    return FALSE;
  while (*text == ' ')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      {
        const char *rest = text + strlen (words[i]);

        if (*rest == '\0' || strchr (" :(", *rest) != NULL || g_str_has_prefix (rest, "：") || g_str_has_prefix (rest, "（"))
          return TRUE;
      }
  return FALSE;
}

static gboolean
parse_figure (XbReportField  field,
              const char    *text,
              XbReportEntry *entry,
              GError       **error)
{
  int metric = xb_report_field_get_metric (field);
  gint64 *value = &entry->figures.value[metric];

  if (field == XB_REPORT_REVENUE ? !xb_report_parse_money (text, value, error) : !xb_report_parse_count (text, value, error))
    return FALSE;
  entry->figures.known |= 1u << metric;
  return TRUE;
}

/* A report with calls and a rate and no answered calls: the nearest whole number. */
static gboolean
apply_rate (XbReportTable     *self,
            const XbReportRow *row,
            XbReportEntry     *entry,
            GError           **error)
{
  guint flags;
  const char *text = get_cell (self, row, XB_REPORT_ANSWER_RATE, &flags);
  double rate;

  if (text == NULL || xb_report_is_blank (text) || (entry->figures.known & 1u << XB_METRIC_ANSWERED) != 0 ||
      (entry->figures.known & 1u << XB_METRIC_CALLS) == 0)
    return TRUE;
  if (!xb_report_parse_rate (text, &rate, error))
    return FALSE;
  entry->figures.value[XB_METRIC_ANSWERED] = (gint64) round (rate * entry->figures.value[XB_METRIC_CALLS]);
  entry->figures.known |= 1u << XB_METRIC_ANSWERED;
  entry->from_rate = TRUE;
  return TRUE;
}

static gboolean
check_flags (XbReportTable *self,
             XbReportField  field,
             guint          flags,
             GError       **error)
{
  g_autofree char *heading = NULL;

  if (flags == 0 || (flags == XB_CELL_SPANS && (field == XB_REPORT_NUMBER || field == XB_REPORT_DATE)))
    return TRUE;
  heading = xb_quote_dup (self->headings[self->columns.column[field]]);
  if ((flags & XB_CELL_NO_RESULT) != 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("The formula in the column “%s” has no result; open the workbook in Excel and save it again"), heading);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("The cell in the column “%s” is merged over several rows, so it belongs to none of them; "
                   "take the report with one row for each day"), heading);
  return FALSE;
}

static gboolean
read_figures (XbReportTable     *self,
              const XbReportRow *row,
              XbReportEntry     *entry,
              GError           **error)
{
  for (guint field = XB_REPORT_CALLS; field < XB_N_REPORT_FIELDS; field++)
    {
      guint flags = 0;
      const char *text = get_cell (self, row, field, &flags);

      if (text == NULL)
        continue;
      if (flags != 0 && !check_flags (self, field, flags, error))
        return FALSE;
      if (field != XB_REPORT_ANSWER_RATE && !xb_report_is_blank (text) && !parse_figure (field, text, entry, error))
        return FALSE;
    }
  if (self->columns.column[XB_REPORT_ANSWER_RATE] >= 0 && !apply_rate (self, row, entry, error))
    return FALSE;
  if (entry->figures.known != 0)
    return xb_metric_figures_check (&entry->figures, error);
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("The row has no figures; fill it in, or take it out"));
  return FALSE;
}

/** xb_report_table_read: makes one row an entry, or says in @error why it is none */
gboolean
xb_report_table_read (XbReportTable     *self,
                      const XbReportRow *row,
                      XbReportEntry     *entry,
                      GError           **error)
{
  guint number_flags = 0, date_flags = 0;
  const char *date = get_cell (self, row, XB_REPORT_DATE, &date_flags);

  if (row->problem != NULL)
    {
      g_propagate_error (error, g_error_copy (row->problem));
      return FALSE;
    }
  entry->number = get_cell (self, row, XB_REPORT_NUMBER, &number_flags);
  entry->is_total = is_total (date) || is_total (entry->number) || is_total (row->cells[0]);
  if (entry->is_total)
    return TRUE;
  if (!check_flags (self, XB_REPORT_NUMBER, number_flags, error) || !check_flags (self, XB_REPORT_DATE, date_flags, error))
    return FALSE;
  if (date == NULL || xb_report_is_blank (date))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("The row names no day; fill it in, or take the row out"));
      return FALSE;
    }
  return xb_report_parse_period (date, &entry->period, error) && read_figures (self, row, entry, error);
}
