/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-xlsx-package.h"

G_BEGIN_DECLS

/* The cells of a sheet that are merged over several rows. The file names them behind all rows, so it is gone through
 * once before. */
typedef struct _XbXlsxMerges XbXlsxMerges;

XbXlsxMerges *xb_xlsx_merges_new  (XbXlsxPart   *part,
                                   goffset      *size,
                                   GError      **error);
void          xb_xlsx_merges_free (XbXlsxMerges *self);
gboolean      xb_xlsx_merges_move (XbXlsxMerges *self,
                                   guint         row);
char        **xb_xlsx_merges_get  (XbXlsxMerges *self,
                                   guint         index,
                                   guint        *column);

gboolean      xb_xlsx_read_cell_name (const char   *text,
                                      const char  **end,
                                      guint        *row,
                                      guint        *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxMerges, xb_xlsx_merges_free)

G_END_DECLS
