/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-chart-drawing.h"
#include "xb-paper-private.h"

/* A table over as many pages as it takes: its headings stand on each of them, and no row is cut in two. */

#define GAP 10.0    /* between columns */
#define PAD 4.5     /* above and below a row's words */
#define TEXT_LEAST 52.0
#define LINE_WIDTH 66.0
#define LINE_HEIGHT 18.0
#define SHRINK_LEAST 0.72

void
xb_paper_table_free (XbPaperTable *self)
{
  if (self == NULL)
    return;
  xb_table_free (self->table);
  g_free (self->columns);
  g_free (self->lefts);
  g_free (self->widths);
  g_free (self->heights);
  g_free (self);
}

static gboolean
is_text (XbPaperTable *self,
         guint         index)
{
  XbTableKind kind = xb_table_get_kind (self->table, self->columns[index].column);

  return kind == XB_TABLE_TEXT || kind == XB_TABLE_DAY || kind == XB_TABLE_LINE;
}

static double
width_of (XbPaperPage *page,
          double       size,
          PangoWeight  weight,
          const char  *text)
{
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, size, weight, 0, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE + 0.5;
}

/* In columns of a terminal: a Chinese character is about as wide as two letters. */
static guint
count_columns (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n;
}

/* The longest of a column is measured alone: figures are all of one width. */
static double
natural_width (XbPaperTable *self,
               XbPaperPage  *page,
               int           column,
               double        size)
{
  g_autofree char *longest = NULL;
  guint most = 0;

  for (guint row = 0; row < xb_table_get_n_rows (self->table); row++)
    {
      g_autofree char *text = xb_table_dup_text (self->table, row, column);
      guint n = count_columns (text);

      if (n > most || longest == NULL)
        {
          most = n;
          g_free (longest);
          longest = g_steal_pointer (&text);
        }
    }
  return longest != NULL ? width_of (page, size, PANGO_WEIGHT_BOLD, longest) : 0;
}

/* Where room is short, a heading may break at spaces, or anywhere in Chinese. */
static double
heading_width (XbPaperTable *self,
               XbPaperPage  *page,
               int           column,
               gboolean      narrow)
{
  g_auto(GStrv) words = g_strsplit (xb_table_get_title (self->table, column), " ", -1);
  double widest = 0;

  if (!narrow)
    return width_of (page, self->size, PANGO_WEIGHT_BOLD, xb_table_get_title (self->table, column));
  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = width_of (page, self->size, PANGO_WEIGHT_BOLD, words[i]);

      if (g_utf8_strlen (words[i], -1) > 4 && g_unichar_iswide (g_utf8_get_char (words[i])))
        width = width / 2 + self->size;
      widest = MAX (widest, width);
    }
  return widest;
}

static double
sum_widths (XbPaperTable *self)
{
  double sum = GAP * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->widths[i];
  return sum;
}

static void
take_natural (XbPaperTable *self,
              XbPaperPage  *page,
              gboolean      narrow)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const XbPaperColumn *column = &self->columns[i];
      double width = natural_width (self, page, column->column, self->size);

      if (column->under >= 0)
        width = MAX (width, natural_width (self, page, column->under, XB_PAPER_SIZE_UNDER * self->size / XB_PAPER_SIZE_TABLE));
      if (xb_table_get_kind (self->table, column->column) == XB_TABLE_LINE)
        width = LINE_WIDTH;
      width = MAX (width, heading_width (self, page, column->column, narrow));
      if (column->under >= 0)
        width = MAX (width, heading_width (self, page, column->under, narrow));
      self->widths[i] = width;
    }
}

/* What is left over goes to the words; where there are none, the table is as narrow as it is. */
static void
widen (XbPaperTable *self,
       double        room)
{
  double texts = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_columns; i++)
      if (xb_table_get_kind (self->table, self->columns[i].column) == XB_TABLE_TEXT)
        {
          if (pass == 0)
            texts += self->widths[i];
          else
            self->widths[i] += room * self->widths[i] / texts;
        }
}

/* Words give way first, then all letters become smaller. */
static void
fit (XbPaperTable *self,
     XbPaperPage  *page)
{
  double over = sum_widths (self) - XB_PAPER_INNER, texts = 0;

  if (over <= 0)
    {
      widen (self, -over);
      return;
    }
  for (guint i = 0; i < self->n_columns; i++)
    texts += is_text (self, i) ? MAX (self->widths[i] - TEXT_LEAST, 0) : 0;
  for (guint i = 0; i < self->n_columns; i++)
    if (is_text (self, i) && self->widths[i] > TEXT_LEAST)
      self->widths[i] -= (self->widths[i] - TEXT_LEAST) * MIN (1, over / texts);
  over = sum_widths (self) - XB_PAPER_INNER;
  if (over < 0.5 || self->size < XB_PAPER_SIZE_TABLE * SHRINK_LEAST)
    return;
  self->size *= MAX (0.95 * XB_PAPER_INNER / (XB_PAPER_INNER + over), SHRINK_LEAST);
  take_natural (self, page, TRUE);
  fit (self, page);
}

static double
cell_size (XbPaperTable *self,
           gboolean      under)
{
  return under ? self->size * XB_PAPER_SIZE_UNDER / XB_PAPER_SIZE_TABLE : self->size;
}

static PangoLayout *
make_cell (XbPaperTable *self,
           XbPaperPage  *page,
           guint         index,
           gboolean      bold,
           gboolean      under,
           const char   *text)
{
  PangoLayout *layout = xb_paper_make_text (page, cell_size (self, under), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                            self->widths[index] + 0.5, text);

  pango_layout_set_alignment (layout, is_text (self, index) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  return layout;
}

static void
draw_line (XbPaperTable *self,
           XbPaperPage  *page,
           guint         index,
           const GArray *values,
           double        y)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_SPARK, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  XbChartStyle style;

  if (page->dry || values->len < 2)
    return;
  xb_paper_chart_style (&style);
  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < values->len; i++)
    xb_chart_model_add (model, 0, 700000 + i, g_array_index (values, double, i));
  xb_chart_draw (model, &style, page->cr, self->lefts[index], y, LINE_WIDTH, LINE_HEIGHT);
  xb_paper_ink (page, XB_PAPER_INK);
}

/* @row: of the table; -1: the headings. Draws it, or finds how high it is. */
static double
set_row (XbPaperTable *self,
         XbPaperPage  *page,
         int           row,
         gboolean      measure)
{
  gboolean head = row < 0, bold = head || xb_table_is_total (self->table, row);
  double highest = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const int parts[] = { self->columns[i].column, self->columns[i].under };
      double y = 0;

      for (guint part = 0; part < G_N_ELEMENTS (parts) && parts[part] >= 0; part++)
        {
          const XbTableCell *cell = head ? NULL : xb_table_get_cell (self->table, row, parts[part]);
          g_autofree char *text = head ? g_strdup (xb_table_get_title (self->table, parts[part]))
                                       : xb_table_dup_text (self->table, row, parts[part]);
          g_autoptr(PangoLayout) layout = make_cell (self, page, i, bold && part == 0, part > 0, text);

          if (cell != NULL && cell->kind == XB_TABLE_LINE)
            {
              if (!measure)
                draw_line (self, page, i, cell->line, page->y + PAD);
              y += LINE_HEIGHT;
              continue;
            }
          if (measure)
            y += xb_paper_height_of (layout);
          else
            {
              xb_paper_ink (page, part > 0 || head ? XB_PAPER_SOFT : XB_PAPER_INK);
              y += xb_paper_put (page, layout, self->lefts[i], page->y + PAD + y);
            }
        }
      highest = MAX (highest, y);
    }
  return highest + 2 * PAD;
}

static void
lay_out (XbPaperTable *self,
         XbPaperPage  *page)
{
  guint n_rows = xb_table_get_n_rows (self->table);
  double x = XB_PAPER_LEFT;

  self->size = XB_PAPER_SIZE_TABLE;
  self->widths = g_new0 (double, self->n_columns);
  self->lefts = g_new0 (double, self->n_columns);
  self->heights = g_new0 (double, n_rows + 1);
  take_natural (self, page, FALSE);
  if (sum_widths (self) > XB_PAPER_INNER)
    take_natural (self, page, TRUE);
  fit (self, page);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->lefts[i] = x;
      x += self->widths[i] + GAP;
    }
  for (guint row = 0; row <= n_rows; row++)
    self->heights[row] = set_row (self, page, (int) row - 1, TRUE);
}

static void
draw_row (XbPaperTable *self,
          XbPaperPage  *page,
          int           row)
{
  double height = self->heights[row + 1];

  if (!page->dry)
    {
      if (row < 0)
        {
          xb_paper_ink (page, XB_PAPER_TINT);
          cairo_rectangle (page->cr, XB_PAPER_LEFT - 6, page->y, XB_PAPER_INNER + 12, height);
          cairo_fill (page->cr);
        }
      set_row (self, page, row, FALSE);
    }
  page->y += height;
  xb_paper_rule (page, row < 0 ? XB_PAPER_SOFT : XB_PAPER_HAIR, XB_PAPER_LEFT - 6, page->y, XB_PAPER_INNER + 12,
                 row < 0 ? 0.7 : 0.4);
}

/** xb_paper_table_least: Returns: how high its beginning is, which stays together */
double
xb_paper_table_least (XbPaperTable *self,
                      XbPaperPage  *page)
{
  double height = 0;

  if (self->heights == NULL)
    lay_out (self, page);
  for (guint i = 0; i < MIN (3, xb_table_get_n_rows (self->table) + 1); i++)
    height += self->heights[i];
  return height;
}

/** xb_paper_table_draw: Returns: FALSE when it was cancelled */
gboolean
xb_paper_table_draw (XbPaperTable *self,
                     XbPaperPage  *page,
                     GError      **error)
{
  guint n_rows = xb_table_get_n_rows (self->table);

  xb_paper_need (page, xb_paper_table_least (self, page)); /* headings without a row say nothing */
  draw_row (self, page, -1);
  for (guint row = 0; row < n_rows; row++)
    {
      if (xb_paper_need (page, self->heights[row + 1]))
        draw_row (self, page, -1);
      draw_row (self, page, (int) row);
      if (!xb_paper_step (page, 1, error))
        return FALSE;
    }
  page->y += 14;
  return TRUE;
}
