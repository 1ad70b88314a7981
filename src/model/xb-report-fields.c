/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-report-fields.h"

static const struct
{
  const char *word;
  const char *title;
  int         metric; /* or -1 */
} fields[XB_N_REPORT_FIELDS] = {
  [XB_REPORT_NUMBER] = { "number", N_("Number"), -1 },
  [XB_REPORT_DATE] = { "date", N_("Day or month"), -1 },
  [XB_REPORT_CALLS] = { "calls", N_("Calls"), XB_METRIC_CALLS },
  [XB_REPORT_ANSWERED] = { "answered", N_("Answered"), XB_METRIC_ANSWERED },
  [XB_REPORT_ANSWER_RATE] = { "answer-rate", N_("Answer rate"), -1 },
  [XB_REPORT_MARKS] = { "marks", N_("Marks"), XB_METRIC_MARKS },
  [XB_REPORT_COMPLAINTS] = { "complaints", N_("Complaints"), XB_METRIC_COMPLAINTS },
  [XB_REPORT_INQUIRIES] = { "inquiries", N_("Inquiries"), XB_METRIC_INQUIRIES },
  [XB_REPORT_ORDERS] = { "orders", N_("Orders"), XB_METRIC_ORDERS },
  [XB_REPORT_REVENUE] = { "revenue", N_("Revenue"), XB_METRIC_REVENUE },
};

/** xb_report_field_to_string: Returns: the word of the command line and of the data file */
const char *
xb_report_field_to_string (XbReportField field)
{
  g_return_val_if_fail (field < XB_N_REPORT_FIELDS, NULL);

  return fields[field].word;
}

gboolean
xb_report_field_from_string (const char    *word,
                             XbReportField *field)
{
  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (g_strcmp0 (fields[i].word, word) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/** xb_report_field_get_title: Returns: its name in the user's language */
const char *
xb_report_field_get_title (XbReportField field)
{
  g_return_val_if_fail (field < XB_N_REPORT_FIELDS, NULL);

  return _(fields[field].title);
}

/** xb_report_field_get_metric: Returns: the #XbMetric that the column holds, or -1 */
int
xb_report_field_get_metric (XbReportField field)
{
  g_return_val_if_fail (field < XB_N_REPORT_FIELDS, -1);

  return fields[field].metric;
}

void
xb_report_columns_clear (XbReportColumns *self)
{
  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    self->column[i] = -1;
}

/** xb_report_columns_to_string: Returns: (transfer full): "number=0 date=1 calls=3" */
char *
xb_report_columns_to_string (const XbReportColumns *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (self->column[i] >= 0)
      g_string_append_printf (out, "%s%s=%d", out->len > 0 ? " " : "", fields[i].word, self->column[i]);
  return g_string_free (out, FALSE);
}

/**
 * xb_report_columns_parse:
 * @text: as from xb_report_columns_to_string()
 * @n_columns: how many there are
 *
 * Returns: whether @text is a mapping onto so many columns
 */
gboolean
xb_report_columns_parse (const char      *text,
                         guint            n_columns,
                         XbReportColumns *self)
{
  g_auto(GStrv) pairs = g_strsplit (text, " ", -1);

  xb_report_columns_clear (self);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strchr (pairs[i], '=');
      XbReportField field;
      guint64 column;

      if (sign == NULL)
        return FALSE;
      *sign = '\0';
      if (!xb_report_field_from_string (pairs[i], &field) || n_columns == 0 ||
          !g_ascii_string_to_unsigned (sign + 1, 10, 0, n_columns - 1, &column, NULL))
        return FALSE;
      self->column[field] = (int) column;
    }
  return TRUE;
}
