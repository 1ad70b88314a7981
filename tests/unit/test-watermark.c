/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <poppler.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "samples.h"
#include "xb-error.h"
#include "xb-material-probe.h"
#include "xb-watermark.h"

#define MARK "仅用于 泰迪熊移动 来电号码认证 · 2026-09-28"
#define CELLS 4 /* no sixteenth of a page without the mark: nothing is gained by cropping */

static char *folder;

/* Of each cell: how many pixels in a thousand the mark changed visibly. And of the whole: how much. */
static void
assert_marked (GdkPixbuf *before,
               GdkPixbuf *after)
{
  int width = gdk_pixbuf_get_width (before), height = gdk_pixbuf_get_height (before);
  guint changed[CELLS][CELLS] = { { 0 } };
  double sum = 0;

  g_assert_cmpint (gdk_pixbuf_get_width (after), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (after), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *a = gdk_pixbuf_read_pixels (before) + y * gdk_pixbuf_get_rowstride (before) +
                          x * gdk_pixbuf_get_n_channels (before);
        const guint8 *b = gdk_pixbuf_read_pixels (after) + y * gdk_pixbuf_get_rowstride (after) +
                          x * gdk_pixbuf_get_n_channels (after);
        int difference = ABS (a[0] - b[0]) + ABS (a[1] - b[1]) + ABS (a[2] - b[2]);

        changed[y * CELLS / height][x * CELLS / width] += difference > 75;
        sum += difference / 3.0;
      }
  for (int y = 0; y < CELLS; y++)
    for (int x = 0; x < CELLS; x++)
      g_assert_cmpint (changed[y][x] * 1000 / (width * height / CELLS / CELLS), >=, 15);
  g_assert_cmpfloat (sum / width / height, <, 25); /* what is below stays readable */
}

static GdkPixbuf *
load (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (path, &error);

  g_assert_no_error (error);
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static void
assert_private (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
}

static char *
copy (const char *path,
      const char *media_type,
      const char *name)
{
  char *out = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (xb_watermark_copy (path, media_type, MARK, out, NULL, &error));
  g_assert_no_error (error);
  assert_private (out);
  return out;
}

static void
test_pictures (void)
{
  static const struct { const char *type, *media_type, *out_type; int width, height; } rows[] = {
    { "jpeg", "image/jpeg", "image/jpeg", 1200, 1600 }, { "jpeg", "image/jpeg", "image/jpeg", 3999, 1000 },
    { "png", "image/png", "image/png", 800, 600 },      { "bmp", "image/bmp", "image/jpeg", 600, 900 },
    { "tiff", "image/tiff", "image/jpeg", 600, 900 },   { "png", "image/png", "image/png", 400, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = sample_write_take (folder, "original",
                                                 sample_picture (rows[i].type, rows[i].width, rows[i].height));
      g_autofree char *out = copy (path, rows[i].media_type, "copy");
      g_autoptr(GdkPixbuf) before = load (path);
      g_autoptr(GdkPixbuf) after = load (out);
      XbMaterialInfo info;

      g_assert_true (xb_material_probe (out, &info, NULL, NULL));
      g_assert_cmpstr (info.media_type, ==, rows[i].out_type);
      g_assert_cmpstr (info.media_type, ==, xb_watermark_media_type (rows[i].media_type));
      g_assert_cmpstr (info.extension, ==, xb_watermark_extension (rows[i].media_type));
      assert_marked (before, after);
    }
}

static void
test_plain_colours (void)
{
  static const guint32 colours[] = { 0x000000ff, 0xffffffff, 0x808080ff, 0xb02020ff, 0x103a80ff };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      g_autoptr(GdkPixbuf) plain = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 900, 700);
      g_autofree char *path = g_build_filename (folder, "plain.png", NULL);
      g_autofree char *out = NULL;
      g_autoptr(GdkPixbuf) after = NULL;
      guint count = 0;

      gdk_pixbuf_fill (plain, colours[i]);
      g_assert_true (gdk_pixbuf_save (plain, path, "png", NULL, NULL));
      out = copy (path, "image/png", "plain-copy.png");
      after = load (out);
      for (gsize at = 0; at < gdk_pixbuf_get_byte_length (after); at += 3)
        {
          const guint8 *a = gdk_pixbuf_read_pixels (plain), *b = gdk_pixbuf_read_pixels (after);

          count += ABS (a[at] - b[at]) + ABS (a[at + 1] - b[at + 1]) + ABS (a[at + 2] - b[at + 2]) > 60;
        }
      g_assert_cmpint (count, >, 900 * 700 / 50);
    }
}

/* A phone's photo: turned upright, made smaller, and without the place where it was taken. */
static void
test_phone (void)
{
  g_autofree char *path = sample_write_take (folder, "phone.jpg", sample_phone_jpeg (5000, 2500, 6));
  g_autofree char *out = copy (path, "image/jpeg", "phone-copy.jpg");
  g_autoptr(GdkPixbuf) before = load (path);
  g_autoptr(GdkPixbuf) after = load (out);
  g_autoptr(GdkPixbuf) small = gdk_pixbuf_scale_simple (before, 2000, 4000, GDK_INTERP_BILINEAR);
  g_autofree char *content = NULL;
  gsize size;

  g_assert_cmpint (gdk_pixbuf_get_width (after), ==, 2000);
  g_assert_cmpint (gdk_pixbuf_get_height (after), ==, XB_WATERMARK_SIDE);
  assert_marked (small, after);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_nonnull (memmem (content, size, "GPSLatitude", 11));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (out, &content, &size, NULL));
  g_assert_null (memmem (content, size, "GPSLatitude", 11));
  g_assert_null (memmem (content, size, "Exif", 4));
}

static void
test_transparent (void)
{
  g_autoptr(GdkPixbuf) holes = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 600, 600);
  g_autofree char *path = g_build_filename (folder, "holes.png", NULL);
  g_autofree char *out = NULL;
  g_autoptr(GdkPixbuf) after = NULL;
  guint clear = 0, drawn = 0;

  gdk_pixbuf_fill (holes, 0);
  g_assert_true (gdk_pixbuf_save (holes, path, "png", NULL, NULL));
  out = copy (path, "image/png", "holes-copy.png");
  after = load (out);
  g_assert_true (gdk_pixbuf_get_has_alpha (after));
  for (gsize at = 3; at < gdk_pixbuf_get_byte_length (after); at += 4)
    if (gdk_pixbuf_read_pixels (after)[at] == 0)
      clear++;
    else
      drawn++;
  g_assert_cmpint (clear, >, drawn);
  g_assert_cmpint (drawn, >, 600 * 600 / 50);
}

static void
test_small (void)
{
  g_autofree char *logo = sample_write_take (folder, "logo.png", sample_picture ("png", 100, 50));
  g_autofree char *out = copy (logo, "image/png", "logo-copy.png");
  g_autofree char *line = sample_write_take (folder, "line.png", sample_picture ("png", 4000, 3));
  g_autoptr(GdkPixbuf) after = load (out);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (gdk_pixbuf_get_width (after), ==, 800); /* large enough for the mark to be read */
  g_assert_cmpint (gdk_pixbuf_get_height (after), ==, 400);
  g_assert_false (xb_watermark_copy (line, "image/png", MARK, out, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
}

static GdkPixbuf *
render (const char *path,
        int         index)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  PopplerPage *page;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *png = g_build_filename (folder, "page.png", NULL);

  g_assert_no_error (error);
  page = poppler_document_get_page (document, index);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, png);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  return load (png);
}

static void
test_pdf (void)
{
  g_autofree char *path = sample_write_take (folder, "proof.pdf", sample_pdf (30));
  g_autofree char *out = copy (path, "application/pdf", "proof-copy.pdf");
  g_autofree char *content = NULL;
  gsize size;
  XbMaterialInfo info;

  g_assert_true (xb_material_probe (out, &info, NULL, NULL));
  g_assert_cmpstr (info.media_type, ==, "application/pdf");
  g_assert_cmpint (info.pages, ==, 30);
  for (int i = 0; i < 30; i += 29)
    {
      g_autoptr(GdkPixbuf) before = render (path, i);
      g_autoptr(GdkPixbuf) after = render (out, i);

      assert_marked (before, after);
    }
  g_assert_true (g_file_get_contents (out, &content, &size, NULL));
  g_assert_null (memmem (content, size, "SecretAuthor", 12));
  g_assert_null (memmem (content, size, "/Font", 5)); /* nothing but pictures */
}

static void
test_pdf_sizes (void)
{
  static const double sizes[][2] = { { 153, 243 }, { 1684, 2384 }, { 14400, 14400 }, { 20, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] >>",
                                               g_ascii_dtostr (width, sizeof width, sizes[i][0]),
                                               g_ascii_dtostr (height, sizeof height, sizes[i][1]));
      const char *const objects[] = { "<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, NULL };
      g_autofree char *path = sample_write_take (folder, "sized.pdf", sample_raw_pdf (objects, ""));
      g_autofree char *out = copy (path, "application/pdf", "sized-copy.pdf");
      g_autofree char *uri = g_filename_to_uri (out, NULL, NULL);
      PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
      PopplerPage *first = poppler_document_get_page (document, 0);
      double found_width, found_height;

      poppler_page_get_size (first, &found_width, &found_height);
      g_assert_cmpfloat_with_epsilon (found_width, sizes[i][0], 0.5);
      g_assert_cmpfloat_with_epsilon (found_height, sizes[i][1], 0.5);
      g_object_unref (first);
      g_object_unref (document);
    }
}

static void
assert_nothing_left (const char *where)
{
  g_autoptr(GDir) open = g_dir_open (where, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (open)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".xinbiao-"));
}

static void
assert_no_copy (const char   *path,
                const char   *media_type,
                const char   *text,
                const char   *out,
                GCancellable *cancellable,
                GError      **error)
{
  g_assert_false (xb_watermark_copy (path, media_type, text, out, cancellable, error));
  assert_nothing_left (folder);
}

static void
test_refused (void)
{
  static const char *const empty[] = { "", "  \n\t ", "\xe2\x80\xae\x01" };
  g_autofree char *path = sample_write_take (folder, "licence.jpg", sample_picture ("jpeg", 500, 400));
  g_autofree char *out = g_build_filename (folder, "never.jpg", NULL);
  g_autofree char *link = g_build_filename (folder, "link.jpg", NULL);
  g_autofree char *astray = g_build_filename (folder, "no-such-folder", "copy.jpg", NULL);
  g_autoptr(GError) error = NULL;
  GStatBuf before, after;

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      assert_no_copy (path, "image/jpeg", empty[i], out, NULL, &error);
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_clear_error (&error);
    }
  assert_no_copy (path, "image/png", MARK, out, NULL, &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_clear_error (&error);
  assert_no_copy (path, "image/jpeg", MARK, astray, NULL, &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_clear_error (&error);

  /* The original is never written over, whatever it is called. */
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  assert_no_copy (path, "image/jpeg", MARK, path, NULL, &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_REFUSED);
  g_clear_error (&error);
  assert_no_copy (path, "image/jpeg", MARK, link, NULL, &error);
  g_assert_error (error, XB_ERROR, XB_ERROR_REFUSED);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_long_text (void)
{
  g_autofree char *path = sample_write_take (folder, "wide.jpg", sample_picture ("jpeg", 900, 600));
  g_autofree char *out = g_build_filename (folder, "wide-copy.jpg", NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GdkPixbuf) before = load (path);
  g_autoptr(GdkPixbuf) after = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 12; i++)
    g_string_append (text, "仅用于某某某某平台来电号码认证\n");
  g_assert_true (xb_watermark_copy (path, "image/jpeg", text->str, out, NULL, &error));
  g_assert_no_error (error);
  after = load (out);
  assert_marked (before, after);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (30 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  g_autofree char *path = sample_write_take (folder, "long.pdf", sample_pdf (150));
  g_autofree char *out = g_build_filename (folder, "long-copy.pdf", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr(GError) error = NULL;

  assert_no_copy (path, "application/pdf", MARK, out, cancellable, &error);
  g_assert_true (xb_error_is_cancelled (error));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_thread_join (thread);
}

static void
test_read_only (void)
{
  g_autofree char *path = sample_write_take (folder, "a.jpg", sample_picture ("jpeg", 500, 400));
  g_autoptr(GError) error = NULL;

  /* A folder that nobody can write, root neither. */
  g_assert_false (xb_watermark_copy (path, "image/jpeg", MARK, "/proc/copy.jpg", NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

/* In a child of its own, whose files may not grow past a few kilobytes: as on a full disk. */
static void
test_full_disk (void)
{
  static const char *const kinds[][2] = { { "jpeg", "image/jpeg" }, { "png", "image/png" },
                                          { "pdf", "application/pdf" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = sample_write_take (folder, "full", i == 2 ? sample_pdf (3)
                                                                        : sample_picture (kinds[i][0], 900, 900));
      g_autofree char *out = g_build_filename (folder, "full-copy", NULL);
      int status;
      pid_t child;

      g_assert_true (g_file_set_contents (out, "before", -1, NULL));
      child = fork ();
      if (child == 0)
        {
          const struct rlimit limit = { 8192, 8192 };
          g_autoptr(GError) error = NULL;

          signal (SIGXFSZ, SIG_IGN);
          setrlimit (RLIMIT_FSIZE, &limit);
          _exit (!xb_watermark_copy (path, kinds[i][1], MARK, out, NULL, &error) &&
                 g_error_matches (error, XB_ERROR, XB_ERROR_IO) && strstr (error->message, "no room") != NULL
                 ? 0 : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      assert_nothing_left (folder);
      {
        g_autofree char *content = NULL;

        g_assert_true (g_file_get_contents (out, &content, NULL, NULL));
        g_assert_cmpstr (content, ==, "before"); /* the older copy is whole */
      }
    }
}

static gpointer
copy_thread (gpointer user_data)
{
  const char *path = user_data;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *out = g_strdup_printf ("%s.%p.copy", path, (void *) g_thread_self ());

      g_assert_true (xb_watermark_copy (path, "application/pdf", MARK, out, NULL, NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autofree char *path = sample_write_take (folder, "threads.pdf", sample_pdf (1));
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("copy", copy_thread, path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  folder = sample_folder ();
  g_test_add_func ("/watermark/full-disk", test_full_disk); /* first: it forks, before there are threads */
  g_test_add_func ("/watermark/pictures", test_pictures);
  g_test_add_func ("/watermark/plain-colours", test_plain_colours);
  g_test_add_func ("/watermark/phone", test_phone);
  g_test_add_func ("/watermark/transparent", test_transparent);
  g_test_add_func ("/watermark/small", test_small);
  g_test_add_func ("/watermark/pdf", test_pdf);
  g_test_add_func ("/watermark/pdf-sizes", test_pdf_sizes);
  g_test_add_func ("/watermark/refused", test_refused);
  g_test_add_func ("/watermark/long-text", test_long_text);
  g_test_add_func ("/watermark/cancelled", test_cancelled);
  g_test_add_func ("/watermark/read-only", test_read_only);
  g_test_add_func ("/watermark/threads", test_threads);
  failed = g_test_run ();
  sample_remove (folder);
  return failed;
}
