/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-chart-model.h"
#include "xb-table.h"

G_BEGIN_DECLS

/* A report of many pages as a PDF: a cover, then headings, paragraphs, figures, charts and tables. It is filled by one
 * thread and may be written by another; the words come from whoever fills it, in the user's language. */
typedef struct _XbPaper XbPaper;

/**
 * XbPaperTone:
 * @XB_PAPER_LEAD: what has to be read if nothing else is
 * @XB_PAPER_BODY: a paragraph
 * @XB_PAPER_NOTE: what has to be known beside it, small
 */
typedef enum
{
  XB_PAPER_LEAD,
  XB_PAPER_BODY,
  XB_PAPER_NOTE,
} XbPaperTone;

/**
 * XbPaperColumn:
 * @column: of the table
 * @under: a second one, set below it in small print; -1: none
 */
typedef struct
{
  int column;
  int under;
} XbPaperColumn;

/* How far the writing is, in the thread that writes. */
typedef void (*XbPaperProgressFunc) (guint64  done,
                                     guint64  total,
                                     gpointer data);

XbPaper  *xb_paper_new         (const char           *title,
                                const char           *heading);
void      xb_paper_free        (XbPaper              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPaper, xb_paper_free)

void      xb_paper_set_cover   (XbPaper              *self,
                                const char           *business,
                                const char           *period,
                                const char           *days,
                                const char           *logo);
void      xb_paper_add_fact    (XbPaper              *self,
                                const char           *name,
                                const char           *value);
void      xb_paper_add_heading (XbPaper              *self,
                                const char           *text);
void      xb_paper_add_text    (XbPaper              *self,
                                XbPaperTone           tone,
                                const char           *text);
void      xb_paper_add_figure  (XbPaper              *self,
                                const char           *name,
                                const char           *value,
                                const char           *note);
void      xb_paper_take_chart  (XbPaper              *self,
                                XbChartModel         *model,
                                double                height);
void      xb_paper_take_table  (XbPaper              *self,
                                XbTable              *table,
                                const XbPaperColumn  *columns,
                                guint                 n_columns);
gboolean  xb_paper_write       (XbPaper              *self,
                                const char           *path,
                                XbPaperProgressFunc   progress,
                                gpointer              data,
                                GCancellable         *cancellable,
                                GError              **error);

G_END_DECLS
