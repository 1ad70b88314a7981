/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-sheet.h"
#include "xb-typeset.h"

#define INK 0.08, 0.08, 0.10
#define SOFT 0.40, 0.40, 0.43
#define SMALL 9.0

static void
draw_layout (XbSheet     *self,
             PangoLayout *layout,
             double       x,
             double       y)
{
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

static char *
own_foot (XbSheet *self)
{
  GString *text = g_string_new (self->foot);
  g_autofree char *page = g_strdup_printf ("%d", self->page);
  g_autofree char *pages = g_strdup_printf ("%d", self->pages);

  g_string_replace (text, "{page}", page, 0);
  g_string_replace (text, "{pages}", pages, 0);
  return g_string_free (text, FALSE);
}

static void
draw_foot (XbSheet *self)
{
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;

  if (self->foot != NULL)
    text = own_foot (self);
  else if (self->pages > 1 && self->note != NULL)
    text = g_strdup_printf ("第 %d 页 / 共 %d 页　%s", self->page, self->pages, self->note);
  else
    text = g_strdup_printf ("第 %d 页 / 共 %d 页", self->page, self->pages);
  layout = xb_typeset_new (self->cr, XB_SERIF, SMALL, PANGO_WEIGHT_NORMAL, text);
  pango_layout_set_width (layout, XB_SHEET_INNER * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_set_source_rgb (self->cr, SOFT);
  draw_layout (self, layout, XB_SHEET_LEFT, XB_SHEET_HEIGHT - 46);
  cairo_set_source_rgb (self->cr, INK);
}

static void
draw_head (XbSheet *self)
{
  g_autoptr(PangoLayout) layout = xb_typeset_new (self->cr, XB_SERIF, SMALL, PANGO_WEIGHT_NORMAL, self->heading);

  pango_layout_set_width (layout, XB_SHEET_INNER * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (self->cr, SOFT);
  draw_layout (self, layout, XB_SHEET_LEFT, XB_SHEET_TOP - 26);
  xb_sheet_rule (self, XB_SHEET_LEFT, XB_SHEET_TOP - 10, XB_SHEET_RIGHT, XB_SHEET_TOP - 10, 0.4);
  cairo_set_source_rgb (self->cr, INK);
}

/** xb_sheet_begin: starts the first page */
void
xb_sheet_begin (XbSheet *self)
{
  self->page = 1;
  self->y = XB_SHEET_TOP;
  cairo_set_source_rgb (self->cr, INK);
}

/** xb_sheet_end: ends the last page */
void
xb_sheet_end (XbSheet *self)
{
  draw_foot (self);
  cairo_show_page (self->cr);
}

void
xb_sheet_new_page (XbSheet *self)
{
  xb_sheet_end (self);
  self->page++;
  self->y = XB_SHEET_TOP + 6;
  draw_head (self);
}

/** xb_sheet_need: turns the page where @height points are not left on it */
void
xb_sheet_need (XbSheet *self,
               double   height)
{
  if (self->y + height > XB_SHEET_BOTTOM)
    xb_sheet_new_page (self);
}

void
xb_sheet_rule (XbSheet *self,
               double   x1,
               double   y1,
               double   x2,
               double   y2,
               double   thickness)
{
  cairo_set_line_width (self->cr, thickness);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static PangoLayout *
boxed (XbSheet     *self,
       double       width,
       double       size,
       PangoWeight  weight,
       const char  *text)
{
  PangoLayout *layout = xb_typeset_new (self->cr, XB_SERIF, size, weight, text);

  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

/**
 * xb_sheet_text:
 * @width: where to break lines; 0: never
 *
 * Writes text with its upper left corner at @x, @y. Returns: how far it goes to the right of @x
 */
double
xb_sheet_text (XbSheet     *self,
               double       x,
               double       y,
               double       width,
               double       size,
               PangoWeight  weight,
               const char  *text)
{
  g_autoptr(PangoLayout) layout = boxed (self, width, size, weight, text);
  int extent;

  draw_layout (self, layout, x, y);
  pango_layout_get_size (layout, &extent, NULL);
  return extent / (double) PANGO_SCALE;
}

/** xb_sheet_measure: Returns: the height that xb_sheet_text() would take */
double
xb_sheet_measure (XbSheet    *self,
                  double      width,
                  double      size,
                  const char *text)
{
  g_autoptr(PangoLayout) layout = boxed (self, width, size, PANGO_WEIGHT_NORMAL, text);

  return height_of (layout);
}

/**
 * xb_sheet_title:
 * @spacing: air between the characters, in points
 *
 * Centres a bold line and moves below it.
 */
void
xb_sheet_title (XbSheet    *self,
                double      size,
                double      spacing,
                const char *text)
{
  g_autoptr(PangoLayout) layout = boxed (self, XB_SHEET_INNER, size, PANGO_WEIGHT_BOLD, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (spacing * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  draw_layout (self, layout, XB_SHEET_LEFT, self->y);
  self->y += height_of (layout);
}

/**
 * xb_sheet_paragraph:
 * @pitch: from line to line, in points
 * @head: (nullable): begins the paragraph in bold
 * @text: the rest
 *
 * Sets a paragraph, indented by two characters as Chinese ones are, line by line over the pages.
 */
void
xb_sheet_paragraph (XbSheet    *self,
                    double      size,
                    double      pitch,
                    const char *head,
                    const char *text)
{
  g_autofree char *whole = g_strconcat (head == NULL ? "" : head, text, NULL);
  g_autoptr(PangoLayout) layout = boxed (self, XB_SHEET_INNER, size, PANGO_WEIGHT_NORMAL, whole);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = head == NULL ? 0 : strlen (head);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_indent (layout, 2 * size * PANGO_SCALE);
  pango_layout_set_justify (layout, TRUE);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      xb_sheet_need (self, pitch);
      cairo_move_to (self->cr, XB_SHEET_LEFT + (i == 0 ? 2 * size : 0), self->y + pitch * 0.68);
      pango_cairo_show_layout_line (self->cr, line);
      self->y += pitch;
    }
}
