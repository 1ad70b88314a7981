/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4 in points, with the margins of a letter; the left one wider, for the binding. */
#define XB_SHEET_WIDTH 595.28
#define XB_SHEET_HEIGHT 841.89
#define XB_SHEET_LEFT 79.0
#define XB_SHEET_RIGHT (XB_SHEET_WIDTH - 68.0)
#define XB_SHEET_TOP 72.0
#define XB_SHEET_BOTTOM (XB_SHEET_HEIGHT - 62.0)
#define XB_SHEET_INNER (XB_SHEET_RIGHT - XB_SHEET_LEFT)

/**
 * XbSheet:
 * @cr: (unowned): a PDF surface of A4
 * @y: where the next thing goes, in points from the top
 * @page: the current page, from 1
 * @pages: how many there are; 0 while they are being counted
 * @heading: (unowned): repeated over every page but the first
 * @note: (unowned) (nullable): beside the page number where there are several pages
 * @foot: (unowned) (nullable): the page number, with "{page}" and "{pages}"; %NULL: in Chinese, as letters have it
 *
 * A run of A4 pages. A letter is set twice: once to count the pages, once to say "page 1 of 3" on each.
 */
typedef struct
{
  cairo_t    *cr;
  double      y;
  int         page;
  int         pages;
  const char *heading;
  const char *note;
  const char *foot;
} XbSheet;

void   xb_sheet_begin     (XbSheet     *self);
void   xb_sheet_end       (XbSheet     *self);
void   xb_sheet_new_page  (XbSheet     *self);
void   xb_sheet_need      (XbSheet     *self,
                           double       height);
void   xb_sheet_rule      (XbSheet     *self,
                           double       x1,
                           double       y1,
                           double       x2,
                           double       y2,
                           double       thickness);
double xb_sheet_text      (XbSheet     *self,
                           double       x,
                           double       y,
                           double       width,
                           double       size,
                           PangoWeight  weight,
                           const char  *text);
double xb_sheet_measure   (XbSheet     *self,
                           double       width,
                           double       size,
                           const char  *text);
void   xb_sheet_title     (XbSheet     *self,
                           double       size,
                           double       spacing,
                           const char  *text);
void   xb_sheet_paragraph (XbSheet     *self,
                           double       size,
                           double       pitch,
                           const char  *head,
                           const char  *text);

G_END_DECLS
