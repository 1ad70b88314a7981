/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} XbChartColour;

#define XB_CHART_N_HUES 6

typedef enum
{
  XB_CHART_INK,
  XB_CHART_PAPER,
  XB_CHART_HUE,
  XB_CHART_GAIN = XB_CHART_HUE + XB_CHART_N_HUES,
  XB_CHART_COST,
  XB_CHART_QUIET,
  XB_CHART_MARK,
  XB_CHART_N_SLOTS = XB_CHART_MARK + 4,
} XbChartSlot;

/**
 * XbChartStyle:
 * @font: the family, interned
 * @size: of the words on the axes, in the units of the surface
 * @with_title: whether title and subtitle are drawn, as on paper; windows have a label for it
 * @high_contrast: grid and lines as strong as the words, every fill with an edge
 * @rtl: the axis runs from the right
 *
 * How charts look: colours come from outside, so that they follow the desktop.
 */
typedef struct
{
  const char   *font;
  double        size;
  XbChartColour colours[XB_CHART_N_SLOTS];
  gboolean      dark;
  gboolean      high_contrast;
  gboolean      rtl;
  gboolean      with_title;
} XbChartStyle;

void        xb_chart_style_init            (XbChartStyle *self,
                                            gboolean      dark);
const char *xb_chart_style_get_colour_name (XbChartSlot   slot,
                                            gboolean      dark);

G_END_DECLS
