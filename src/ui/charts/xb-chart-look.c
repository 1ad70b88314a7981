/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "xb-chart-hand.h"

/* Words on axes are a little smaller than those around the chart. */
#define SMALLER 0.85

static void
set_font (XbChartStyle *style,
          GtkWidget    *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget)) / 72.0;
  style->font = g_intern_string (pango_font_description_get_family (font));
  style->size = MAX (size, 6) * SMALLER;
}

/** xb_chart_style_from: the colours, the contrast and the font of the desktop as they are now */
void
xb_chart_style_from (XbChartStyle *style,
                     GtkWidget    *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean dark = adw_style_manager_get_dark (manager);
  GdkRGBA colour;

  xb_chart_style_init (style, dark);
  style->high_contrast = adw_style_manager_get_high_contrast (manager);
  style->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (XbChartSlot slot = 0; slot < XB_CHART_N_SLOTS; slot++)
    if (gtk_style_context_lookup_color (context, xb_chart_style_get_colour_name (slot, dark), &colour) && colour.alpha == 1)
      style->colours[slot] = (XbChartColour) { colour.red, colour.green, colour.blue, 1 };
  gtk_style_context_get_color (context, &colour);
  style->colours[XB_CHART_INK] = (XbChartColour) { colour.red, colour.green, colour.blue, 1 };
  set_font (style, widget);
}

/** xb_chart_style_paper: dark on white with its title, whatever the desktop looks like: for files and printers */
void
xb_chart_style_paper (XbChartStyle *style,
                      GtkWidget    *widget)
{
  xb_chart_style_init (style, FALSE);
  style->with_title = TRUE;
  style->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  set_font (style, widget);
}
