/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Papers for the tests, drawn when they run. */

#ifdef __SANITIZE_ADDRESS__
/* Leaks of the libraries, not of ours: fontconfig keeps what it found, and cairo 1.16 loses a dictionary of each font
 * that it puts into a PDF. Whole stacks, so that only these are meant. */
const char *__asan_default_options (void);
const char *__lsan_default_suppressions (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\nleak:cairo_surface_finish\n";
}
#endif

static inline void
sample_remove (char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    sample_remove (g_build_filename (path, name, NULL));
  g_clear_pointer (&folder, g_dir_close);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_free (path);
}

static inline char *
sample_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *path = g_dir_make_tmp ("xinbiao-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* Paper with lines of "print" on it. */
static inline void
sample_draw (cairo_t *cr,
             double   width,
             double   height)
{
  cairo_set_source_rgb (cr, 1, 1, 0.97);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.15);
  for (double y = height * 0.08; y < height * 0.92; y += height * 0.04)
    cairo_rectangle (cr, width * 0.1, y, width * (0.5 + 0.3 * sin (y)), height * 0.012);
  cairo_fill (cr);
}

static inline GdkPixbuf *
sample_pixbuf (int width,
               int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  cairo_t *cr = cairo_create (surface);

  sample_draw (cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                                        y * cairo_image_surface_get_stride (surface));
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        {
          to[3 * x] = from[x] >> 16;
          to[3 * x + 1] = from[x] >> 8;
          to[3 * x + 2] = from[x];
        }
    }
  cairo_surface_destroy (surface);
  return pixbuf;
}

/* @type: a name of gdk-pixbuf, such as "jpeg" */
static inline GBytes *
sample_picture (const char *type,
                int         width,
                int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = sample_pixbuf (width, height);
  g_autoptr(GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* A JPEG as a phone held upright makes it: lying, with the orientation and a place in its EXIF. */
static inline GBytes *
sample_phone_jpeg (int    width,
                   int    height,
                   guint8 orientation)
{
  static const char tail[] = "GPSLatitude 30.657420 Chengdu\0MakeOfPhone";
  guint8 exif[] = { 0xff, 0xe1, 0, 0, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1,
                    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0 };
  g_autoptr(GBytes) plain = sample_picture ("jpeg", width, height);
  GByteArray *out = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);

  exif[3] = sizeof exif - 2 + sizeof tail;
  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, exif, sizeof exif);
  g_byte_array_append (out, (const guint8 *) tail, sizeof tail);
  g_byte_array_append (out, data + 2, size - 2);
  return g_byte_array_free_to_bytes (out);
}

static inline cairo_status_t
sample_append_cb (void                *closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

#define SAMPLE_WIDTH 420
#define SAMPLE_HEIGHT 595

/* Pages of A5, by an author whom no copy may name. */
static inline GBytes *
sample_pdf (int pages)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (sample_append_cb, out, SAMPLE_WIDTH,
                                                                 SAMPLE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "SecretAuthor");
  for (int i = 0; i < pages; i++)
    {
      sample_draw (cr, SAMPLE_WIDTH, SAMPLE_HEIGHT);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}

/* A PDF from its objects (the first is the catalogue), with a right cross-reference table. */
static inline GBytes *
sample_raw_pdf (const char *const *objects,
                const char        *trailer)
{
  g_autoptr(GString) out = g_string_new ("%PDF-1.4\n");
  g_autoptr(GString) table = g_string_new ("0000000000 65535 f \n");
  gsize start;
  guint count;

  for (count = 0; objects[count] != NULL; count++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", out->len);
      g_string_append_printf (out, "%u 0 obj\n%s\nendobj\n", count + 1, objects[count]);
    }
  start = out->len;
  g_string_append_printf (out, "xref\n0 %u\n%strailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", count + 1, table->str, count + 1, trailer, start);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static inline char *
sample_write (const char *folder,
              const char *name,
              GBytes     *bytes)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
  return path;
}

/* Takes @bytes. */
static inline char *
sample_write_take (const char *folder,
                   const char *name,
                   GBytes     *bytes)
{
  char *path = sample_write (folder, name, bytes);

  g_bytes_unref (bytes);
  return path;
}
