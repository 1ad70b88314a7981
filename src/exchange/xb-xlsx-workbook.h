/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-xlsx-format.h"
#include "xb-xlsx-package.h"

G_BEGIN_DECLS

/**
 * XbXlsxWorkbook:
 * @package: the file
 * @sheets: names of the sheets that are not hidden
 * @parts: the part of each
 * @formats: (element-type guint8): the #XbXlsxFormat of each style of a cell
 * @text: the shared strings, one behind the other, each with its terminator
 * @strings: (element-type guint32): where each begins
 * @from_1904: how days are counted
 *
 * What the cells of all sheets refer to.
 */
typedef struct
{
  XbXlsxPackage *package;
  GPtrArray     *sheets;
  GPtrArray     *parts;
  GByteArray    *formats;
  GString       *text;
  GArray        *strings;
  gboolean       from_1904;
} XbXlsxWorkbook;

XbXlsxWorkbook *xb_xlsx_workbook_new        (const char           *path,
                                             GCancellable         *cancellable,
                                             GError              **error);
void            xb_xlsx_workbook_free       (XbXlsxWorkbook       *self);
const char     *xb_xlsx_workbook_get_string (const XbXlsxWorkbook *self,
                                             guint64               index);

void            xb_xlsx_append_text         (GString              *out,
                                             const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxWorkbook, xb_xlsx_workbook_free)

G_END_DECLS
