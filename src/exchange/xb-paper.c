/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>

#include "xb-chart-drawing.h"
#include "xb-output-pdf.h"
#include "xb-paper-private.h"
#include "xb-raster.h"

#define TILES 3          /* beside each other */
#define TILE_GAP 12.0
#define TILE_PAD 12.0
#define CHART_LEAST 0.78  /* of its height: so much lower may a chart be to stay on the page */

typedef enum
{
  HEADING,
  TEXT,
  FIGURE,
  CHART,
  TABLE,
} BlockKind;

typedef struct
{
  BlockKind     kind;
  XbPaperTone   tone;
  char         *text;  /* the name of a figure too */
  char         *value;
  char         *note;
  XbChartModel *model;
  double        height;
  XbPaperTable *table;
} Block;

struct _XbPaper
{
  char      *title;
  char      *heading;
  char      *business;
  char      *period;
  char      *days;
  char      *logo;
  GPtrArray *facts;  /* of char*: names and values in turn */
  GPtrArray *blocks; /* of Block */
};

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->text);
  g_free (block->value);
  g_free (block->note);
  g_clear_object (&block->model);
  xb_paper_table_free (block->table);
  g_free (block);
}

static Block *
add_block (XbPaper   *self,
           BlockKind  kind)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * xb_paper_new:
 * @title: of the document
 * @heading: over every page but the cover
 */
XbPaper *
xb_paper_new (const char *title,
              const char *heading)
{
  XbPaper *self = g_new0 (XbPaper, 1);

  self->title = xb_typeset_line (title);
  self->heading = xb_typeset_line (heading);
  self->facts = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
xb_paper_free (XbPaper *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->heading);
  g_free (self->business);
  g_free (self->period);
  g_free (self->days);
  g_free (self->logo);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * xb_paper_set_cover:
 * @business: whose report it is
 * @period: of which time: "September 2026"
 * @days: the same in days
 * @logo: (nullable): a picture
 */
void
xb_paper_set_cover (XbPaper    *self,
                    const char *business,
                    const char *period,
                    const char *days,
                    const char *logo)
{
  self->business = xb_typeset_line (business);
  self->period = xb_typeset_line (period);
  self->days = xb_typeset_line (days);
  self->logo = g_strdup (logo);
}

/** xb_paper_add_fact: at the foot of the cover */
void
xb_paper_add_fact (XbPaper    *self,
                   const char *name,
                   const char *value)
{
  g_ptr_array_add (self->facts, xb_typeset_line (name));
  g_ptr_array_add (self->facts, xb_typeset_line (value));
}

void
xb_paper_add_heading (XbPaper    *self,
                      const char *text)
{
  add_block (self, HEADING)->text = xb_typeset_line (text);
}

void
xb_paper_add_text (XbPaper     *self,
                   XbPaperTone  tone,
                   const char  *text)
{
  Block *block = add_block (self, TEXT);

  block->tone = tone;
  block->text = xb_typeset_line (text);
}

/** xb_paper_add_figure: one that stands large; those that follow each other stand side by side */
void
xb_paper_add_figure (XbPaper    *self,
                     const char *name,
                     const char *value,
                     const char *note)
{
  Block *block = add_block (self, FIGURE);

  block->text = xb_typeset_line (name);
  block->value = xb_typeset_line (value);
  block->note = xb_typeset_line (note);
}

/** xb_paper_take_chart: @model: (transfer full): not touched by anybody else from now on */
void
xb_paper_take_chart (XbPaper      *self,
                     XbChartModel *model,
                     double        height)
{
  Block *block = add_block (self, CHART);

  block->model = model;
  block->height = height;
}

/**
 * xb_paper_take_table:
 * @table: (transfer full)
 * @columns: (array length=n_columns): what of it is shown
 */
void
xb_paper_take_table (XbPaper             *self,
                     XbTable             *table,
                     const XbPaperColumn *columns,
                     guint                n_columns)
{
  Block *block = add_block (self, TABLE);

  block->table = g_new0 (XbPaperTable, 1);
  block->table->table = table;
  block->table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  block->table->n_columns = n_columns;
}

/* What stays together with the heading over it. */
static double
least_height (XbPaper     *self,
              XbPaperPage *page,
              guint        index)
{
  const Block *block = index < self->blocks->len ? g_ptr_array_index (self->blocks, index) : NULL;

  if (block != NULL && block->kind == CHART)
    return CHART_LEAST * block->height + 8;
  if (block != NULL && block->kind == TABLE)
    return xb_paper_table_least (block->table, page);
  if (block != NULL && block->kind == TEXT && block->tone == XB_PAPER_NOTE) /* over a table */
    return 2 * XB_PAPER_SIZE_NOTE * 1.65 + least_height (self, page, index + 1);
  return 80;
}

static void
draw_heading (XbPaperPage     *page,
              const Block     *block,
              double           least,
              cairo_surface_t *surface)
{
  g_autofree char *place = NULL;
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, 15, PANGO_WEIGHT_BOLD, XB_PAPER_INNER, block->text);

  if (page->y > XB_PAPER_TOP)
    page->y += 14;
  xb_paper_need (page, 40 + least); /* a heading is not left alone at the foot of a page */
  if (!page->dry)
    {
      place = g_strdup_printf ("page=%d", page->page);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, block->text, place, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
  xb_paper_rule (page, XB_PAPER_ACCENT, XB_PAPER_LEFT, page->y + 2, 22, 2.5);
  page->y += 8;
  page->y += xb_paper_put (page, layout, XB_PAPER_LEFT, page->y) + 8;
}

/* Line by line, so that a long paragraph goes over pages. */
static void
draw_text (XbPaperPage *page,
           const Block *block)
{
  static const double sizes[] = { 13, XB_PAPER_SIZE_BODY, XB_PAPER_SIZE_NOTE };
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, sizes[block->tone],
                                                      block->tone == XB_PAPER_LEAD ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_NORMAL,
                                                      XB_PAPER_INNER, block->text);
  double pitch = sizes[block->tone] * 1.65;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      xb_paper_need (page, i == 0 ? MIN (2, pango_layout_get_line_count (layout)) * pitch : pitch);
      xb_paper_ink (page, block->tone == XB_PAPER_NOTE ? XB_PAPER_SOFT : XB_PAPER_INK);
      if (!page->dry)
        {
          cairo_move_to (page->cr, XB_PAPER_LEFT, page->y + pitch * 0.72);
          pango_cairo_show_layout_line (page->cr, pango_layout_get_line_readonly (layout, i));
        }
      page->y += pitch;
    }
  xb_paper_ink (page, XB_PAPER_INK);
  page->y += 4;
}

static double
draw_tile (XbPaperPage *page,
           const Block *block,
           double       x,
           double       width,
           gboolean     measure)
{
  const char *const words[] = { block->text, block->value, block->note };
  static const double sizes[] = { XB_PAPER_SIZE_NOTE, 19, XB_PAPER_SIZE_NOTE };
  double y = TILE_PAD;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(PangoLayout) layout = xb_paper_make_text (page, sizes[i], i == 1 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                                          width - 2 * TILE_PAD, words[i]);

      xb_paper_ink (page, i == 1 ? XB_PAPER_INK : XB_PAPER_SOFT);
      y += measure ? xb_paper_height_of (layout) : xb_paper_put (page, layout, x + TILE_PAD, page->y + y);
      y += 3;
    }
  return y + TILE_PAD - 3;
}

/* Returns how many blocks it took. */
static guint
draw_tiles (XbPaper     *self,
            XbPaperPage *page,
            guint        first)
{
  const double width = (XB_PAPER_INNER - TILE_GAP * (TILES - 1)) / TILES;
  double height = 0;
  guint n = 0;

  while (n < TILES && first + n < self->blocks->len)
    {
      const Block *block = g_ptr_array_index (self->blocks, first + n);

      if (block->kind != FIGURE)
        break;
      height = MAX (height, draw_tile (page, block, 0, width, TRUE));
      n++;
    }
  page->y += 4;
  xb_paper_need (page, height);
  for (guint i = 0; i < n && !page->dry; i++)
    {
      double x = XB_PAPER_LEFT + i * (width + TILE_GAP);

      xb_paper_ink (page, XB_PAPER_TINT);
      cairo_rectangle (page->cr, x, page->y, width, height);
      cairo_fill (page->cr);
      draw_tile (page, g_ptr_array_index (self->blocks, first + i), x, width, FALSE);
    }
  xb_paper_ink (page, XB_PAPER_INK);
  page->y += height + 8;
  return n;
}

static void
draw_chart (XbPaperPage *page,
            const Block *block)
{
  XbChartStyle style;
  double height;

  page->y += 8;
  xb_paper_need (page, CHART_LEAST * block->height);
  height = MIN (block->height, XB_PAPER_BOTTOM - page->y);
  if (!page->dry)
    {
      xb_paper_chart_style (&style);
      xb_chart_draw (block->model, &style, page->cr, XB_PAPER_LEFT, page->y, XB_PAPER_INNER, height);
      xb_paper_ink (page, XB_PAPER_INK);
    }
  page->y += height + 14;
}

static gboolean
draw_blocks (XbPaper         *self,
             XbPaperPage     *page,
             cairo_surface_t *surface,
             GError         **error)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      switch (block->kind)
        {
        case HEADING: draw_heading (page, block, least_height (self, page, i + 1), surface); break;
        case TEXT: draw_text (page, block); break;
        case FIGURE: i += draw_tiles (self, page, i) - 1; break;
        case CHART: draw_chart (page, block); break;
        case TABLE: default:
          if (!xb_paper_table_draw (block->table, page, error))
            return FALSE;
          break;
        }
      if (!xb_paper_step (page, 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_pages (XbPaper         *self,
            XbPaperPage     *page,
            cairo_surface_t *surface,
            GError         **error)
{
  const XbPaperCover cover = { self->business, self->title, self->period, self->days, self->logo, self->facts };

  page->page = 1;
  page->done = 0;
  xb_paper_draw_cover (page, &cover);
  xb_paper_turn (page);
  if (!draw_blocks (self, page, surface, error))
    return FALSE;
  xb_paper_end (page);
  page->pages = page->page;
  page->total = page->done;
  return TRUE;
}

/* The same is set twice: once to count the pages, once onto them. */
static gboolean
set_pages (XbPaper      *self,
           XbPaperPage  *page,
           XbOutput     *output,
           GError      **error)
{
  g_autoptr(cairo_surface_t) surface = xb_output_pdf_new (output, XB_PAPER_WIDTH, XB_PAPER_HEIGHT, self->heading);
  g_autoptr(cairo_t) cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->business);
  page->cr = cr;
  page->dry = TRUE;
  if (!draw_pages (self, page, surface, error))
    return FALSE;
  page->dry = FALSE;
  if (!draw_pages (self, page, surface, error))
    return FALSE;
  return xb_output_pdf_finish (surface, output, error);
}

/**
 * xb_paper_write:
 * @path: the PDF, mode 0600, there whole or not at all
 * @progress: (nullable): is told from this thread how far it is
 * @cancellable: (nullable): to stop early
 *
 * Safe in any thread, one at a time. Returns: whether it was written
 */
gboolean
xb_paper_write (XbPaper              *self,
                const char           *path,
                XbPaperProgressFunc   progress,
                gpointer              data,
                GCancellable         *cancellable,
                GError              **error)
{
  XbPaperPage page = { .heading = self->heading, .progress = progress, .data = data, .cancellable = cancellable };
  g_autoptr(XbOutput) output = NULL;

  g_return_val_if_fail (self->business != NULL, FALSE);

  if (!xb_typeset_can_write (XB_SANS, self->title, error) || !xb_typeset_can_write (XB_SANS, self->business, error))
    return FALSE;
  output = xb_output_new (path, error);
  return output != NULL && set_pages (self, &page, output, error) && xb_output_commit (output, NULL, error);
}
