/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the number in a cell stands for, told by its format. */
typedef enum
{
  XB_XLSX_PLAIN,
  XB_XLSX_PERCENT,
  XB_XLSX_DAY,
  XB_XLSX_MONTH, /* "2026年8月": shows no day */
  XB_XLSX_TIME,
} XbXlsxFormat;

XbXlsxFormat xb_xlsx_format_from_id     (guint          id);
XbXlsxFormat xb_xlsx_format_from_code   (const char    *code);
void         xb_xlsx_number_to_text     (const char    *value,
                                         XbXlsxFormat   format,
                                         gboolean       from_1904,
                                         GString       *out);
gboolean     xb_xlsx_serial_to_day      (gint64         serial,
                                         gboolean       from_1904,
                                         char           out[11]);

G_END_DECLS
