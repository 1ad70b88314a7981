/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-style.h"
#include "xb-paper.h"
#include "xb-typeset.h"

G_BEGIN_DECLS

/* A4 in points; the same margin on both sides, tables need the room. */
#define XB_PAPER_WIDTH 595.28
#define XB_PAPER_HEIGHT 841.89
#define XB_PAPER_LEFT 54.0
#define XB_PAPER_RIGHT (XB_PAPER_WIDTH - XB_PAPER_LEFT)
#define XB_PAPER_INNER (XB_PAPER_RIGHT - XB_PAPER_LEFT)
#define XB_PAPER_TOP 78.0
#define XB_PAPER_BOTTOM (XB_PAPER_HEIGHT - 66.0)

#define XB_PAPER_SIZE_BODY 10.0
#define XB_PAPER_SIZE_NOTE 8.5
#define XB_PAPER_SIZE_TABLE 8.5
#define XB_PAPER_SIZE_UNDER 7.5

/* Ink for the words, softer for what stands beside, a hair for rules. */
typedef enum
{
  XB_PAPER_INK,
  XB_PAPER_SOFT,
  XB_PAPER_HAIR,
  XB_PAPER_TINT,
  XB_PAPER_ACCENT,
} XbPaperInk;

/**
 * XbPaperPage:
 * @cr: (unowned): where to draw
 * @dry: nothing is drawn, pages are only counted
 * @y: where the next thing goes
 * @page: the current page, from 1, the cover
 * @pages: how many there are, once they are counted
 * @heading: (unowned): over every page but the cover
 * @done: blocks and rows of tables that are done
 * @cancellable: (nullable) (unowned)
 *
 * Where one is on the pages.
 */
typedef struct
{
  cairo_t             *cr;
  gboolean             dry;
  double               y;
  int                  page;
  int                  pages;
  const char          *heading;
  guint64              done;
  guint64              total;
  XbPaperProgressFunc  progress;
  gpointer             data;
  GCancellable        *cancellable;
} XbPaperPage;

typedef struct
{
  const char *business; /* all (unowned) */
  const char *title;
  const char *period;
  const char *days;
  const char *logo;     /* (nullable): a path */
  GPtrArray  *facts;    /* of char*: names and values in turn */
} XbPaperCover;

/* How wide each column is and how high each row: found once. */
typedef struct
{
  XbTable       *table;   /* (owned) */
  XbPaperColumn *columns; /* (owned) */
  double        *lefts;   /* (owned) */
  double        *widths;  /* (owned) */
  double        *heights; /* (owned) (nullable): of the rows; the first is the heading's */
  guint          n_columns;
  double         size;
} XbPaperTable;

void         xb_paper_ink           (XbPaperPage     *page,
                                     XbPaperInk       ink);
PangoLayout *xb_paper_make_text     (XbPaperPage     *page,
                                     double           size,
                                     PangoWeight      weight,
                                     double           width,
                                     const char      *text);
double       xb_paper_height_of     (PangoLayout     *layout);
double       xb_paper_put           (XbPaperPage     *page,
                                     PangoLayout     *layout,
                                     double           x,
                                     double           y);
void         xb_paper_rule          (XbPaperPage     *page,
                                     XbPaperInk       ink,
                                     double           x,
                                     double           y,
                                     double           width,
                                     double           thickness);
void         xb_paper_turn          (XbPaperPage     *page);
gboolean     xb_paper_need          (XbPaperPage     *page,
                                     double           height);
gboolean     xb_paper_step          (XbPaperPage     *page,
                                     guint64          more,
                                     GError         **error);
void         xb_paper_end           (XbPaperPage     *page);

void         xb_paper_draw_cover    (XbPaperPage        *page,
                                     const XbPaperCover *cover);
void         xb_paper_table_free    (XbPaperTable    *self);
double       xb_paper_table_least   (XbPaperTable    *self,
                                     XbPaperPage     *page);
gboolean     xb_paper_table_draw    (XbPaperTable    *self,
                                     XbPaperPage     *page,
                                     GError         **error);
void         xb_paper_chart_style   (XbChartStyle    *style);

G_END_DECLS
