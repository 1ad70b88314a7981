/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-incident-paper.h"
#include "xb-input.h"
#include "xb-output-pdf.h"
#include "xb-picture.h"
#include "xb-raster.h"
#include "xb-sheet.h"
#include "xb-typeset.h"

/* Chinese in every language of the program, as the letter: platforms and lawyers read it. */

#define BODY 10.5
#define PITCH 17.0
#define NAME_WIDTH 118.0
#define THIN 0.5
/* A screenshot is read at this height; more of them fit a page then. */
#define PICTURE_HEIGHT 300.0
#define PICTURE_SIDE 1600
#define PICTURE_LIMIT (20 * 1024 * 1024)

typedef enum
{
  PART_HEADING,
  PART_FIELD,
  PART_TEXT,
  PART_PICTURE,
} PartKind;

typedef struct
{
  PartKind         kind;
  char            *name;
  char            *value;
  char            *media_type;
  cairo_surface_t *picture; /* (nullable): decoded when it is first set */
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->value);
  g_free (part->media_type);
  g_clear_pointer (&part->picture, cairo_surface_destroy);
  g_free (part);
}

XbIncidentPaper *
xb_incident_paper_new (const char *title,
                       const char *heading)
{
  XbIncidentPaper *self = g_new0 (XbIncidentPaper, 1);

  self->title = xb_typeset_line (title);
  self->heading = xb_typeset_line (heading);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
xb_incident_paper_free (XbIncidentPaper *self)
{
  g_free (self->title);
  g_free (self->heading);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
add (XbIncidentPaper *self,
     PartKind         kind,
     const char      *name,
     const char      *value,
     const char      *media_type)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->name = xb_typeset_line (name != NULL ? name : "");
  part->value = kind == PART_PICTURE ? g_strdup (value) : xb_typeset_line (value != NULL ? value : "");
  part->media_type = g_strdup (media_type);
  g_ptr_array_add (self->parts, part);
}

void
xb_incident_paper_add_heading (XbIncidentPaper *self,
                               const char      *text)
{
  add (self, PART_HEADING, text, NULL, NULL);
}

/** xb_incident_paper_add_field: a name at the left, what it is beside it */
void
xb_incident_paper_add_field (XbIncidentPaper *self,
                             const char      *name,
                             const char      *value)
{
  add (self, PART_FIELD, name, value, NULL);
}

/** xb_incident_paper_add_text: a text; each of its lines is a paragraph */
void
xb_incident_paper_add_text (XbIncidentPaper *self,
                            const char      *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add (self, PART_TEXT, NULL, lines[i], NULL);
}

/** xb_incident_paper_add_picture: one that cannot be decoded is only named */
void
xb_incident_paper_add_picture (XbIncidentPaper *self,
                               const char      *caption,
                               const char      *path,
                               const char      *media_type)
{
  add (self, PART_PICTURE, caption, path, media_type);
}

static void
load_picture (Part         *part,
              GCancellable *cancellable)
{
  g_autoptr(GBytes) bytes = xb_input_read (part->value, PICTURE_LIMIT, cancellable, NULL);
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  int width, height;

  if (bytes != NULL)
    pixbuf = xb_picture_decode (bytes, part->media_type, part->name, PICTURE_SIDE, &width, &height, cancellable, NULL);
  if (pixbuf != NULL)
    part->picture = xb_raster_from_pixbuf (pixbuf);
}

static void
draw_picture (XbSheet *sheet,
              Part    *part)
{
  double width = cairo_image_surface_get_width (part->picture), height = cairo_image_surface_get_height (part->picture);
  double scale = MIN (PICTURE_HEIGHT / height, XB_SHEET_INNER / width);
  double caption = xb_sheet_measure (sheet, XB_SHEET_INNER, 9, part->name);

  scale = MIN (scale, 1);
  xb_sheet_need (sheet, height * scale + caption + 18);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, XB_SHEET_LEFT, sheet->y + 4);
  cairo_scale (sheet->cr, scale, scale);
  cairo_set_source_surface (sheet->cr, part->picture, 0, 0);
  cairo_paint (sheet->cr);
  cairo_restore (sheet->cr);
  sheet->y += height * scale + 8;
  xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_INNER, 9, PANGO_WEIGHT_NORMAL, part->name);
  sheet->y += caption + 10;
}

static void
draw_field (XbSheet *sheet,
            Part    *part)
{
  double inner = XB_SHEET_INNER - NAME_WIDTH;
  double height = MAX (xb_sheet_measure (sheet, inner, BODY, part->value),
                       xb_sheet_measure (sheet, NAME_WIDTH - 8, BODY, part->name));

  xb_sheet_need (sheet, height + 8);
  xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y + 3, NAME_WIDTH - 8, BODY, PANGO_WEIGHT_BOLD, part->name);
  xb_sheet_text (sheet, XB_SHEET_LEFT + NAME_WIDTH, sheet->y + 3, inner, BODY, PANGO_WEIGHT_NORMAL, part->value);
  sheet->y += height + 7;
  xb_sheet_rule (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_RIGHT, sheet->y, THIN);
}

static gboolean
draw (XbSheet               *sheet,
      const XbIncidentPaper *self,
      GCancellable          *cancellable)
{
  xb_sheet_begin (sheet);
  xb_sheet_title (sheet, 18, 2, self->title);
  sheet->y += 10;
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      switch (part->kind)
        {
        case PART_HEADING:
          xb_sheet_need (sheet, 4 * PITCH);
          sheet->y += 12;
          xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_INNER, 12.5, PANGO_WEIGHT_BOLD, part->name);
          sheet->y += 22;
          break;
        case PART_FIELD:
          draw_field (sheet, part);
          break;
        case PART_TEXT:
          xb_sheet_paragraph (sheet, BODY, PITCH, NULL, part->value);
          break;
        case PART_PICTURE:
        default:
          if (part->picture == NULL)
            load_picture (part, cancellable);
          if (part->picture != NULL)
            draw_picture (sheet, part);
          break;
        }
    }
  xb_sheet_end (sheet);
  return TRUE;
}

/* @output: (nullable): NULL only counts the pages */
static gboolean
set_pages (const XbIncidentPaper *self,
           XbOutput              *output,
           int                   *pages,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  XbSheet sheet = { .pages = *pages, .heading = self->heading };

  surface = xb_output_pdf_new (output, XB_SHEET_WIDTH, XB_SHEET_HEIGHT, self->title);
  cr = cairo_create (surface);
  sheet.cr = cr;
  if (!draw (&sheet, self, cancellable))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  *pages = sheet.page;
  return xb_output_pdf_finish (surface, output, error);
}

/**
 * xb_incident_paper_write:
 * @out_path: the PDF, mode 0600, there whole or not at all
 *
 * Safe in any thread.
 */
gboolean
xb_incident_paper_write (const XbIncidentPaper *self,
                         const char            *out_path,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr(XbOutput) output = NULL;
  int pages = 0;

  if (!xb_typeset_can_write (XB_SERIF, self->title, error) || !set_pages (self, NULL, &pages, cancellable, error))
    return FALSE;
  output = xb_output_new (out_path, error);
  return output != NULL && set_pages (self, output, &pages, cancellable, error) && xb_output_commit (output, NULL, error);
}
