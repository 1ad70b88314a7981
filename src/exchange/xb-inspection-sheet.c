/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-input.h"
#include "xb-inspection-sheet.h"
#include "xb-output-pdf.h"
#include "xb-picture.h"
#include "xb-raster.h"
#include "xb-sheet.h"
#include "xb-typeset.h"

#define BODY 9.5
#define PITCH 14.0
#define HEAD 12.0
#define NAMES 92.0   /* the width of what a line is about */
#define INDENT 16.0  /* behind the mark */
#define PHOTO 168.0  /* the height of a photo; three upright ones stand side by side */
#define PHOTO_WIDE 144.0
#define PHOTO_SIDE 1000 /* pixels that are kept of its longer side */

typedef struct
{
  char *name;
  char *value;
} Line;

typedef struct
{
  char               *section; /* (nullable): a heading, and nothing else */
  XbInspectionResult  result;
  char               *word;
  char               *title;
  GPtrArray          *lines;  /* Line */
  GPtrArray          *photos; /* Line: path, name */
  XbInspectionCard   *card;   /* (nullable): what the photos should show */
} Block;

struct _XbInspectionSheet
{
  char      *title;
  char      *under;
  GPtrArray *facts;  /* Line */
  GPtrArray *blocks; /* Block */
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->value);
  g_free (line);
}

static Line *
line_new (const char *name,
          const char *value)
{
  Line *line = g_new (Line, 1);

  *line = (Line) { xb_typeset_line (name), xb_typeset_line (value) };
  return line;
}

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->section);
  g_free (block->word);
  g_free (block->title);
  g_ptr_array_unref (block->lines);
  g_ptr_array_unref (block->photos);
  xb_inspection_card_free (block->card);
  g_free (block);
}

static Block *
add_block (XbInspectionSheet *self)
{
  Block *block = g_new0 (Block, 1);

  block->lines = g_ptr_array_new_with_free_func (line_free);
  block->photos = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static Block *
last_block (XbInspectionSheet *self)
{
  g_assert (self->blocks->len > 0);
  return g_ptr_array_index (self->blocks, self->blocks->len - 1);
}

/** xb_inspection_sheet_new: Returns: (transfer full): a report without items */
XbInspectionSheet *
xb_inspection_sheet_new (const char *title,
                         const char *under)
{
  XbInspectionSheet *self = g_new0 (XbInspectionSheet, 1);

  self->title = xb_typeset_line (title);
  self->under = xb_typeset_line (under);
  self->facts = g_ptr_array_new_with_free_func (line_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
xb_inspection_sheet_free (XbInspectionSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->under);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
xb_inspection_sheet_add_fact (XbInspectionSheet *self,
                              const char        *name,
                              const char        *value)
{
  g_ptr_array_add (self->facts, line_new (name, value));
}

void
xb_inspection_sheet_add_section (XbInspectionSheet *self,
                                 const char        *title)
{
  add_block (self)->section = xb_typeset_line (title);
}

void
xb_inspection_sheet_add_item (XbInspectionSheet  *self,
                              XbInspectionResult  result,
                              const char         *word,
                              const char         *title)
{
  Block *block = add_block (self);

  block->result = result;
  block->word = xb_typeset_line (word);
  block->title = xb_typeset_line (title);
}

void
xb_inspection_sheet_add_line (XbInspectionSheet *self,
                              const char        *name,
                              const char        *value)
{
  g_ptr_array_add (last_block (self)->lines, line_new (name, value));
}

void
xb_inspection_sheet_add_photo (XbInspectionSheet *self,
                               const char        *path,
                               const char        *name)
{
  Line *photo = g_new (Line, 1);

  *photo = (Line) { g_strdup (path), xb_typeset_line (name) };
  g_ptr_array_add (last_block (self)->photos, photo);
}

/** xb_inspection_sheet_set_card: @card: (transfer full): of the item that was added last; drawn beside its photos */
void
xb_inspection_sheet_set_card (XbInspectionSheet *self,
                              XbInspectionCard  *card)
{
  xb_inspection_card_free (last_block (self)->card);
  last_block (self)->card = card;
}

/* A result is a shape, not a colour alone: a tick, a cross, a dash. */
static void
draw_mark (XbSheet            *sheet,
           XbInspectionResult  result)
{
  cairo_t *cr = sheet->cr;
  double x = XB_SHEET_LEFT, y = sheet->y + PITCH * 0.5;

  cairo_save (cr);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (result == XB_INSPECTION_RESULT_PASS)
    {
      cairo_set_source_rgb (cr, 0.10, 0.48, 0.24);
      cairo_move_to (cr, x + 1, y);
      cairo_line_to (cr, x + 4, y + 3.5);
      cairo_line_to (cr, x + 10, y - 4);
    }
  else if (result == XB_INSPECTION_RESULT_FAIL)
    {
      cairo_set_source_rgb (cr, 0.75, 0.11, 0.16);
      cairo_move_to (cr, x + 2, y - 4);
      cairo_line_to (cr, x + 10, y + 4);
      cairo_move_to (cr, x + 10, y - 4);
      cairo_line_to (cr, x + 2, y + 4);
    }
  else
    {
      cairo_set_source_rgb (cr, 0.45, 0.45, 0.48);
      cairo_move_to (cr, x + 2, y);
      cairo_line_to (cr, x + 10, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static double
line_height (XbSheet    *sheet,
             double      left,
             const Line *line)
{
  double name = xb_sheet_measure (sheet, NAMES - 8, BODY, line->name);
  double value = xb_sheet_measure (sheet, XB_SHEET_RIGHT - left - NAMES, BODY, line->value);

  return MAX (PITCH, MAX (name, value) + 2);
}

static void
draw_line (XbSheet    *sheet,
           double      left,
           const Line *line)
{
  double height = line_height (sheet, left, line);

  xb_sheet_need (sheet, height);
  cairo_save (sheet->cr);
  cairo_set_source_rgb (sheet->cr, 0.40, 0.40, 0.43);
  xb_sheet_text (sheet, left, sheet->y, NAMES - 8, BODY, PANGO_WEIGHT_NORMAL, line->name);
  cairo_restore (sheet->cr);
  xb_sheet_text (sheet, left + NAMES, sheet->y, XB_SHEET_RIGHT - left - NAMES, BODY, PANGO_WEIGHT_NORMAL, line->value);
  sheet->y += height;
}

/* As JPEG: photos would make the file many times as large otherwise. */
static cairo_surface_t *
read_photo (const char   *path,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GBytes) bytes = xb_input_read (path, XB_INPUT_LIMIT, cancellable, error);
  const char *media_type = bytes != NULL ? xb_picture_sniff (bytes) : NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;
  char *jpeg = NULL;
  gsize size;

  if (media_type == NULL)
    return NULL;
  pixbuf = xb_picture_decode (bytes, media_type, path, PHOTO_SIDE, NULL, NULL, cancellable, error);
  if (pixbuf == NULL)
    return NULL;
  surface = xb_raster_from_pixbuf (pixbuf);
  if (!gdk_pixbuf_get_has_alpha (pixbuf) &&
      gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", NULL, "quality", "82", NULL) &&
      cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) jpeg, size, g_free, jpeg) !=
        CAIRO_STATUS_SUCCESS)
    g_free (jpeg);
  return surface;
}

/* A photo that can no longer be read is named: the report is worth something without it. */
static void
draw_missing (XbSheet    *sheet,
              double      x,
              const Line *photo)
{
  g_autofree char *text = g_strdup_printf (_("The photo “%s” cannot be read."), photo->value);

  cairo_rectangle (sheet->cr, x + 0.25, sheet->y + 0.25, PHOTO_WIDE - 0.5, PHOTO - 0.5);
  cairo_set_line_width (sheet->cr, 0.5);
  cairo_stroke (sheet->cr);
  xb_sheet_text (sheet, x + 8, sheet->y + 8, PHOTO_WIDE - 16, BODY, PANGO_WEIGHT_NORMAL, text);
}

static void
paint (XbSheet         *sheet,
       cairo_surface_t *surface,
       double           x)
{
  double width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  double scale = MIN (PHOTO_WIDE / width, PHOTO / height);

  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, x, sheet->y);
  cairo_scale (sheet->cr, scale, scale);
  cairo_set_source_surface (sheet->cr, surface, 0, 0);
  cairo_paint (sheet->cr);
  cairo_restore (sheet->cr);
}

/* Counting the pages needs no photo: each has the same room. */
static gboolean
draw_photos (XbSheet       *sheet,
             const Block   *block,
             gboolean       counting,
             GCancellable  *cancellable,
             GError       **error)
{
  double x = XB_SHEET_RIGHT;

  if (block->photos->len > 0 && block->card != NULL)
    {
      xb_sheet_need (sheet, PHOTO);
      x = XB_SHEET_LEFT + INDENT;
      if (!counting)
        xb_inspection_card_draw (block->card, sheet, x, PHOTO_WIDE, PHOTO, cancellable);
      x += PHOTO_WIDE + 8;
    }
  for (guint i = 0; i < block->photos->len; i++)
    {
      const Line *photo = g_ptr_array_index (block->photos, i);
      g_autoptr(cairo_surface_t) surface = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (x + PHOTO_WIDE > XB_SHEET_RIGHT)
        {
          if (i > 0)
            sheet->y += PHOTO + 6;
          xb_sheet_need (sheet, PHOTO);
          x = XB_SHEET_LEFT + INDENT;
        }
      surface = counting ? NULL : read_photo (photo->name, cancellable, NULL);
      if (surface != NULL)
        paint (sheet, surface, x);
      else if (!counting)
        draw_missing (sheet, x, photo);
      x += PHOTO_WIDE + 8;
    }
  if (block->photos->len > 0)
    sheet->y += PHOTO + 6;
  return TRUE;
}

static gboolean
draw_block (XbSheet       *sheet,
            const Block   *block,
            gboolean       counting,
            GCancellable  *cancellable,
            GError       **error)
{
  double left = XB_SHEET_LEFT + INDENT, width = XB_SHEET_INNER - INDENT - 60;

  if (block->section != NULL)
    {
      xb_sheet_need (sheet, 5 * PITCH);
      sheet->y += 12;
      xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_INNER, HEAD, PANGO_WEIGHT_BOLD, block->section);
      sheet->y += HEAD + 6;
      xb_sheet_rule (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_RIGHT, sheet->y, 0.5);
      sheet->y += 6;
      return TRUE;
    }
  xb_sheet_need (sheet, PITCH * (1 + MIN (block->lines->len, 3)) + (block->photos->len > 0 ? PHOTO : 0));
  draw_mark (sheet, block->result);
  xb_sheet_text (sheet, left, sheet->y, width, BODY, PANGO_WEIGHT_BOLD, block->title);
  xb_sheet_text (sheet, XB_SHEET_RIGHT - 52, sheet->y, 52, BODY, PANGO_WEIGHT_NORMAL, block->word);
  sheet->y += MAX (PITCH, xb_sheet_measure (sheet, width, BODY, block->title) + 2);
  for (guint i = 0; i < block->lines->len; i++)
    draw_line (sheet, left, g_ptr_array_index (block->lines, i));
  if (block->photos->len > 0)
    sheet->y += 4;
  if (!draw_photos (sheet, block, counting, cancellable, error))
    return FALSE;
  sheet->y += 4;
  return TRUE;
}

static gboolean
draw_report (XbSheet            *sheet,
             XbInspectionSheet  *self,
             gboolean            counting,
             GCancellable       *cancellable,
             GError            **error)
{
  xb_sheet_begin (sheet);
  xb_sheet_title (sheet, 18, 1, self->title);
  sheet->y += 4;
  xb_sheet_title (sheet, 11, 0, self->under);
  sheet->y += 14;
  for (guint i = 0; i < self->facts->len; i++)
    draw_line (sheet, XB_SHEET_LEFT, g_ptr_array_index (self->facts, i));
  for (guint i = 0; i < self->blocks->len; i++)
    if (!draw_block (sheet, g_ptr_array_index (self->blocks, i), counting, cancellable, error))
      return FALSE;
  xb_sheet_end (sheet);
  return TRUE;
}

/* @output: (nullable): NULL only counts the pages into @pages */
static gboolean
set_pages (XbInspectionSheet *self,
           XbOutput          *output,
           int               *pages,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  g_autofree char *heading = g_strdup_printf ("%s　%s", self->title, self->under);
  XbSheet sheet = { .pages = *pages, .heading = heading, .foot = _("Page {page} of {pages}") };

  surface = xb_output_pdf_new (output, XB_SHEET_WIDTH, XB_SHEET_HEIGHT, self->title);
  cr = cairo_create (surface);
  sheet.cr = cr;
  if (!draw_report (&sheet, self, output == NULL, cancellable, error))
    return FALSE;
  *pages = sheet.page;
  return xb_output_pdf_finish (surface, output, error);
}

/**
 * xb_inspection_sheet_write:
 * @out_path: the PDF, mode 0600, there whole or not at all
 * @cancellable: (nullable): to stop early
 *
 * Safe in any thread.
 */
gboolean
xb_inspection_sheet_write (XbInspectionSheet  *self,
                           const char         *out_path,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autoptr(XbOutput) output = NULL;
  int pages = 0;

  if (!xb_typeset_can_write (XB_SERIF, self->title, error) || !xb_typeset_can_write (XB_SERIF, self->under, error) ||
      !set_pages (self, NULL, &pages, cancellable, error))
    return FALSE;
  output = xb_output_new (out_path, error);
  return output != NULL && set_pages (self, output, &pages, cancellable, error) && xb_output_commit (output, NULL, error);
}
