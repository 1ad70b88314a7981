/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-paper-private.h"

#define LINE_SPACING 1.12

void
xb_paper_ink (XbPaperPage *page,
              XbPaperInk   ink)
{
  static const double inks[][3] = {
    [XB_PAPER_INK] = { 0.11, 0.12, 0.14 }, [XB_PAPER_SOFT] = { 0.40, 0.41, 0.45 }, [XB_PAPER_HAIR] = { 0.82, 0.83, 0.85 },
    [XB_PAPER_TINT] = { 0.955, 0.965, 0.98 }, [XB_PAPER_ACCENT] = { 0.11, 0.44, 0.85 },
  };

  cairo_set_source_rgb (page->cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

/**
 * xb_paper_make_text:
 * @width: where lines break; 0: never
 *
 * Returns: (transfer full): text in the paper's face
 */
PangoLayout *
xb_paper_make_text (XbPaperPage *page,
                    double       size,
                    PangoWeight  weight,
                    double       width,
                    const char  *text)
{
  PangoLayout *layout = xb_typeset_new (page->cr, XB_SANS, size, weight, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1")); /* figures of one width, in columns */
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

double
xb_paper_height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

/** xb_paper_put: Returns: how high it is */
double
xb_paper_put (XbPaperPage *page,
              PangoLayout *layout,
              double       x,
              double       y)
{
  if (!page->dry)
    {
      cairo_move_to (page->cr, x, y);
      pango_cairo_show_layout (page->cr, layout);
    }
  return xb_paper_height_of (layout);
}

void
xb_paper_rule (XbPaperPage *page,
               XbPaperInk   ink,
               double       x,
               double       y,
               double       width,
               double       thickness)
{
  if (page->dry)
    return;
  xb_paper_ink (page, ink);
  cairo_rectangle (page->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (page->cr);
  xb_paper_ink (page, XB_PAPER_INK);
}

static void
draw_head (XbPaperPage *page)
{
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, XB_PAPER_SIZE_NOTE, PANGO_WEIGHT_NORMAL, XB_PAPER_INNER,
                                                      page->heading);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  xb_paper_ink (page, XB_PAPER_SOFT);
  xb_paper_put (page, layout, XB_PAPER_LEFT, 40);
  xb_paper_rule (page, XB_PAPER_HAIR, XB_PAPER_LEFT, 58, XB_PAPER_INNER, 0.6);
}

static void
draw_foot (XbPaperPage *page)
{
  g_autofree char *text = g_strdup_printf (_("Page %1$d of %2$d"), page->page, page->pages);
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, XB_PAPER_SIZE_NOTE, PANGO_WEIGHT_NORMAL, XB_PAPER_INNER, text);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  xb_paper_ink (page, XB_PAPER_SOFT);
  xb_paper_put (page, layout, XB_PAPER_LEFT, XB_PAPER_HEIGHT - 46);
  xb_paper_ink (page, XB_PAPER_INK);
}

/** xb_paper_end: ends the page; the cover has no number */
void
xb_paper_end (XbPaperPage *page)
{
  if (page->page > 1)
    draw_foot (page);
  if (!page->dry)
    cairo_show_page (page->cr);
}

/** xb_paper_turn: goes on to the next page */
void
xb_paper_turn (XbPaperPage *page)
{
  xb_paper_end (page);
  page->page++;
  page->y = XB_PAPER_TOP;
  draw_head (page);
}

/** xb_paper_need: turns the page where @height is not left on it. Returns: whether it did */
gboolean
xb_paper_need (XbPaperPage *page,
               double       height)
{
  if (page->y + height <= XB_PAPER_BOTTOM || page->y <= XB_PAPER_TOP)
    return FALSE;
  xb_paper_turn (page);
  return TRUE;
}

/** xb_paper_step: @more is done. Returns: whether to go on */
gboolean
xb_paper_step (XbPaperPage *page,
               guint64      more,
               GError     **error)
{
  page->done += more;
  if (!page->dry && page->progress != NULL)
    page->progress (page->done, page->total, page->data);
  return !g_cancellable_set_error_if_cancelled (page->cancellable, error);
}

/** xb_paper_chart_style: how charts look among these words */
void
xb_paper_chart_style (XbChartStyle *style)
{
  xb_chart_style_init (style, FALSE);
  style->font = g_intern_static_string (XB_SANS);
  style->size = XB_PAPER_SIZE_NOTE;
  style->with_title = TRUE;
}
