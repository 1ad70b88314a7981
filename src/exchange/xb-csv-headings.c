/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-headings.h"
#include "xb-error.h"
#include "xb-phone.h"
#include "xb-quote.h"

/* The words for each field: first the Chinese and the English one that the program itself writes, then what the
 * exports of call systems and people's own tables say. Compared in lower case, without blanks and units. */
static const char *const words[XB_CSV_N_FIELDS][24] = {
  [XB_CSV_FIELD_NUMBER] = { "号码", "number", "电话", "电话号码", "手机", "手机号", "手机号码", "联系电话", "座机", "固话",
                            "热线", "主叫", "主叫号码", "外呼号码", "认证号码", "phone", "phonenumber", "tel", "telephone",
                            "mobile", "caller", "callerid", NULL },
  [XB_CSV_FIELD_USE] = { "用途", "use", "号码用途", "备注", "说明", "业务", "部门", "门店", "usage", "purpose", "note", "notes",
                         "remark", "remarks", "comment", "department", NULL },
  [XB_CSV_FIELD_DATE] = { "日期", "date", "统计日期", "通话日期", "呼叫日期", "日", "天", "day", NULL },
  [XB_CSV_FIELD_CALLS] = { "呼出量", "calls", "呼出", "呼出数", "呼出次数", "外呼", "外呼量", "外呼数", "外呼次数", "呼叫量", "呼叫次数",
                           "拨打量", "拨打次数", "callsmade", "outgoing", "outgoingcalls", "outboundcalls", NULL },
  [XB_CSV_FIELD_ANSWERED] = { "接通量", "answered", "接通", "接通数", "接通次数", "接听量", "接听数", "answeredcalls",
                              "connected", "connectedcalls", NULL },
  [XB_CSV_FIELD_MARKS] = { "标记次数", "marks", "标记", "标记数", "标记量", "被标记次数", "骚扰标记", "spammarks", NULL },
  [XB_CSV_FIELD_COMPLAINTS] = { "投诉量", "complaints", "投诉", "投诉数", "投诉次数", NULL },
  [XB_CSV_FIELD_INQUIRIES] = { "咨询量", "inquiries", "咨询", "咨询数", "咨询次数", "询盘", "询盘量", "enquiries", NULL },
  [XB_CSV_FIELD_ORDERS] = { "订单量", "orders", "订单", "订单数", "成交单数", "成单量", "成单数", NULL },
  [XB_CSV_FIELD_REVENUE] = { "成交额", "revenue", "成交金额", "销售额", "营业额", "订单金额", "收入", "金额", "sales", "turnover",
                             "amount", NULL },
  [XB_CSV_FIELD_ANSWER_RATE] = { "接通率", "answerrate", "接听率", "呼通率", "应答率", "connectionrate", "connectrate", NULL },
};

/**
 * xb_csv_field_to_string:
 *
 * Returns: the heading that the program writes for @field
 */
const char *
xb_csv_field_to_string (XbCsvField field,
                        gboolean   chinese)
{
  g_return_val_if_fail (field < XB_CSV_N_FIELDS, NULL);

  return words[field][chinese ? 0 : 1];
}

/** xb_csv_heading_simplify: Returns: (transfer full): "Phone Number" → "phonenumber", "成交额（元）" → "成交额" */
char *
xb_csv_heading_simplify (const char *heading)
{
  GString *out = g_string_new (NULL);

  for (const char *at = heading; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      if ((c == '(' || c == '[' || c == 0x3010) && out->len > 0)
        break;
      if (c == '_' || c == '-' || c == '*' || c == ':' || g_unichar_isspace (c) || g_unichar_iszerowidth (c))
        continue;
      g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/** xb_csv_field_find: Returns: the #XbCsvField that @heading means, or -1 */
int
xb_csv_field_find (const char *heading)
{
  g_autofree char *simple = xb_csv_heading_simplify (heading);

  for (int field = 0; field < XB_CSV_N_FIELDS; field++)
    if (g_strv_contains (words[field], simple))
      return field;
  return -1;
}

/* A number, or what someone took for one: the row is data, and its fault will be reported as such. */
static gboolean
looks_like_number (const char *cell)
{
  XbPhone phone;
  guint digits = 0;

  for (const char *at = cell; *at != '\0'; at++)
    digits += g_ascii_isdigit (*at);
  return digits >= 3 || xb_phone_parse (cell, &phone, NULL);
}

/**
 * xb_csv_headings_read:
 * @self: (out): where each field stands
 * @row: the first row of a file
 * @error: set to %XB_ERROR_INVALID
 *
 * Headings are known in Chinese and in English, in any order; unknown ones are passed over. A file without
 * headings whose first cell is a telephone number is read as number, use.
 *
 * Returns: whether the file has a column of numbers and no field twice
 */
gboolean
xb_csv_headings_read (XbCsvHeadings  *self,
                      const XbCsvRow *row,
                      GError        **error)
{
  guint known = 0;

  g_return_val_if_fail (row->n_cells > 0, FALSE);

  self->header = TRUE;
  for (guint i = 0; i < XB_CSV_N_FIELDS; i++)
    self->columns[i] = -1;
  for (guint i = 0; i < row->n_cells; i++)
    {
      int field = xb_csv_field_find (row->cells[i]);

      if (field < 0)
        continue;
      known++;
      if (self->columns[field] >= 0)
        {
          g_autofree char *first = xb_quote_dup (row->cells[self->columns[field]]);
          g_autofree char *second = xb_quote_dup (row->cells[i]);

          g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                       _("The columns “%s” and “%s” mean the same; take one of them out"), first, second);
          return FALSE;
        }
      self->columns[field] = (int) i;
    }
  if (known == 0 && looks_like_number (row->cells[0]))
    {
      self->header = FALSE;
      self->columns[XB_CSV_FIELD_NUMBER] = 0;
      self->columns[XB_CSV_FIELD_USE] = 1;
    }
  return xb_csv_headings_require (self, XB_CSV_FIELD_NUMBER, error);
}

/**
 * xb_csv_headings_require:
 * @field: a field that the file must have
 * @error: set to %XB_ERROR_INVALID and names the heading to add
 *
 * Returns: whether the file has it
 */
gboolean
xb_csv_headings_require (const XbCsvHeadings *self,
                         XbCsvField           field,
                         GError             **error)
{
  if (self->columns[field] >= 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("The file has no column “%s” (%s); write that heading into its first line"),
               words[field][0], words[field][1]);
  return FALSE;
}

/** xb_csv_headings_get: Returns: (nullable) (transfer none): the cell of @field; %NULL where the row has none */
const char *
xb_csv_headings_get (const XbCsvHeadings *self,
                     const XbCsvRow      *row,
                     XbCsvField           field)
{
  int column = self->columns[field];

  return column >= 0 && (guint) column < row->n_cells ? row->cells[column] : NULL;
}
