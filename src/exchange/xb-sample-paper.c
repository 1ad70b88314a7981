/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "xb-error.h"
#include "xb-sample-paper.h"

/* Pictures for the practice business and the demonstration. Each says 样本 (sample) across it, so
 * that none can be taken for a paper of a real firm. */

#define WIDTH  1000
#define HEIGHT 1400

static void
write_text (cairo_t    *cr,
            const char *text,
            const char *font,
            double      x,
            double      y,
            double      width,
            gboolean    centred)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
save (cairo_surface_t  *surface,
      const char       *path,
      GError          **error)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO, _("the picture “%s” could not be written: %s"), path,
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * xb_sample_paper_write:
 * @title: what stands at the top, such as 营业执照
 * @lines: (array zero-terminated=1): what stands below it
 *
 * Writes a PNG that looks like a paper and says that it is a sample.
 */
gboolean
xb_sample_paper_write (const char         *title,
                       const char *const  *lines,
                       const char         *path,
                       GError            **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  cairo_set_source_rgb (cr, 0.99, 0.98, 0.95);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.72, 0.60, 0.36);
  cairo_set_line_width (cr, 8);
  cairo_rectangle (cr, 36, 36, WIDTH - 72, HEIGHT - 72);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.15, 0.15, 0.18);
  write_text (cr, title, "sans bold 44", 60, 130, WIDTH - 120, TRUE);
  for (guint i = 0; lines[i] != NULL; i++)
    write_text (cr, lines[i], "sans 22", 120, 330 + i * 90, WIDTH - 240, FALSE);
  cairo_set_source_rgba (cr, 0.80, 0.15, 0.15, 0.35);
  cairo_translate (cr, WIDTH / 2.0, HEIGHT * 0.72);
  cairo_rotate (cr, -G_PI / 8);
  write_text (cr, "样本 · 仅供练习", "sans bold 60", -WIDTH / 2.0, -50, WIDTH, TRUE);
  cairo_destroy (cr);
  done = save (surface, path, error);
  cairo_surface_destroy (surface);
  return done;
}

/** xb_sample_logo_write: a square PNG with one character on a round ground */
gboolean
xb_sample_logo_write (const char  *character,
                      const char  *path,
                      GError     **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  cairo_set_source_rgb (cr, 0.10, 0.48, 0.53);
  cairo_arc (cr, 200, 200, 196, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  write_text (cr, character, "sans bold 140", 0, 76, 400, TRUE);
  cairo_destroy (cr);
  done = save (surface, path, error);
  cairo_surface_destroy (surface);
  return done;
}

/**
 * xb_sample_phone_write:
 * @name: (nullable): what the phone shows besides the number
 * @label: (nullable): the label below it
 *
 * Writes the picture of a ringing phone as a PNG, for the demonstration's evidence.
 */
gboolean
xb_sample_phone_write (const char  *number,
                       const char  *name,
                       const char  *label,
                       const char  *path,
                       GError     **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 540, 1100);
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  cairo_set_source_rgb (cr, 0.10, 0.13, 0.19);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  write_text (cr, name != NULL ? name : number, "sans bold 28", 20, 220, 500, TRUE);
  cairo_set_source_rgb (cr, 0.75, 0.80, 0.88);
  write_text (cr, label != NULL ? label : "", "sans 20", 20, 310, 500, TRUE);
  write_text (cr, name != NULL ? number : "", "sans 18", 20, 370, 500, TRUE);
  cairo_set_source_rgb (cr, 0.85, 0.25, 0.25);
  cairo_arc (cr, 150, 900, 52, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.20, 0.70, 0.35);
  cairo_arc (cr, 390, 900, 52, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.5);
  write_text (cr, "样本", "sans 16", 20, 1040, 500, TRUE);
  cairo_destroy (cr);
  done = save (surface, path, error);
  cairo_surface_destroy (surface);
  return done;
}
