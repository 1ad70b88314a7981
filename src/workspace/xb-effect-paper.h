/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-figures.h"
#include "xb-paper.h"

G_BEGIN_DECLS

/* The report as it is handed on: pages, and a workbook. */
XbPaper  *xb_effect_paper_new  (const XbEffectFigures *figures);
gboolean  xb_effect_book_write (const XbEffectFigures *figures,
                                const char            *path,
                                GCancellable          *cancellable,
                                GError               **error);

G_END_DECLS
