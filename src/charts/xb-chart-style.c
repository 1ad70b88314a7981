/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-chart-style.h"

typedef struct
{
  const char *name; /* libadwaita's */
  guint32     rgb;  /* what it is there, for paper */
} Shade;

/* Blue, orange, green, purple, ochre, grey, in the order and of the lightness in which eyes of every kind still tell
 * neighbours apart (after Okabe and Ito). Dash, marker and hatching say the same a second time. Gain is blue and
 * cost orange, because green and red are the pair that most people who see colours otherwise cannot tell apart. */
static const Shade shades[2][XB_CHART_N_SLOTS] = {
  {
    [XB_CHART_INK] = { "card_fg_color", 0x2e3436 },
    [XB_CHART_PAPER] = { "card_bg_color", 0xffffff },
    [XB_CHART_HUE] = { "blue_4", 0x1c71d8 },
    [XB_CHART_HUE + 1] = { "orange_5", 0xc64600 },
    [XB_CHART_HUE + 2] = { "green_4", 0x2ec27e },
    [XB_CHART_HUE + 3] = { "purple_4", 0x813d9c },
    [XB_CHART_HUE + 4] = { "yellow_5", 0xe5a50a },
    [XB_CHART_HUE + 5] = { "dark_2", 0x5e5c64 },
    [XB_CHART_GAIN] = { "blue_4", 0x1c71d8 },
    [XB_CHART_COST] = { "orange_4", 0xe66100 },
    [XB_CHART_QUIET] = { "dark_1", 0x77767b },
    [XB_CHART_MARK] = { "purple_4", 0x813d9c },
    [XB_CHART_MARK + 1] = { "blue_5", 0x1a5fb4 },
    [XB_CHART_MARK + 2] = { "red_4", 0xc01c28 },
    [XB_CHART_MARK + 3] = { "dark_1", 0x77767b },
  },
  {
    [XB_CHART_INK] = { "card_fg_color", 0xffffff },
    [XB_CHART_PAPER] = { "card_bg_color", 0x303030 },
    [XB_CHART_HUE] = { "blue_1", 0x99c1f1 },
    [XB_CHART_HUE + 1] = { "orange_3", 0xff7800 },
    [XB_CHART_HUE + 2] = { "green_1", 0x8ff0a4 },
    [XB_CHART_HUE + 3] = { "purple_2", 0xc061cb },
    [XB_CHART_HUE + 4] = { "yellow_3", 0xf6d32d },
    [XB_CHART_HUE + 5] = { "light_5", 0x9a9996 },
    [XB_CHART_GAIN] = { "blue_2", 0x62a0ea },
    [XB_CHART_COST] = { "orange_3", 0xff7800 },
    [XB_CHART_QUIET] = { "light_5", 0x9a9996 },
    [XB_CHART_MARK] = { "purple_1", 0xdc8add },
    [XB_CHART_MARK + 1] = { "blue_1", 0x99c1f1 },
    [XB_CHART_MARK + 2] = { "red_1", 0xf66151 },
    [XB_CHART_MARK + 3] = { "light_5", 0x9a9996 },
  },
};

/** xb_chart_style_init: the look on paper, or of a dark window without a theme */
void
xb_chart_style_init (XbChartStyle *self,
                     gboolean      dark)
{
  *self = (XbChartStyle) { .font = "Sans", .size = 11, .dark = dark };
  for (guint i = 0; i < XB_CHART_N_SLOTS; i++)
    {
      guint32 rgb = shades[dark ? 1 : 0][i].rgb;

      self->colours[i] = (XbChartColour) { (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
    }
}

/** xb_chart_style_get_colour_name: Returns: how libadwaita calls the colour of @slot */
const char *
xb_chart_style_get_colour_name (XbChartSlot slot,
                                gboolean    dark)
{
  g_return_val_if_fail (slot < XB_CHART_N_SLOTS, NULL);

  return shades[dark ? 1 : 0][slot].name;
}
