/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include "samples.h"
#include "xb-error.h"
#include "xb-material-probe.h"

static char *folder;

static void
assert_refused (const char *path,
                XbError     code,
                const char *words)
{
  XbMaterialInfo info = { .media_type = "untouched" };
  g_autoptr(GError) error = NULL;

  g_assert_false (xb_material_probe (path, &info, NULL, &error));
  g_assert_error (error, XB_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpstr (info.media_type, ==, "untouched");
}

static void
assert_refused_bytes (GBytes     *bytes,
                      const char *name,
                      XbError     code,
                      const char *words)
{
  g_autofree char *path = sample_write_take (folder, name, bytes);

  assert_refused (path, code, words);
  g_unlink (path);
}

static void
test_pictures (void)
{
  static const struct { const char *type, *name, *media_type, *extension; int width, height; } rows[] = {
    { "jpeg", "licence.jpg", "image/jpeg", "jpg", 640, 480 },
    { "jpeg", "licence.png", "image/jpeg", "jpg", 2400, 1600 }, /* content, not name */
    { "png", "logo", "image/png", "png", 256, 256 },
    { "bmp", "scan.bmp", "image/bmp", "bmp", 333, 111 },
    { "tiff", "scan.tif", "image/tiff", "tif", 300, 400 },
    { "png", "one.png", "image/png", "png", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = sample_write_take (folder, rows[i].name,
                                                 sample_picture (rows[i].type, rows[i].width, rows[i].height));
      g_autoptr(GError) error = NULL;
      XbMaterialInfo info;
      struct stat status;

      g_assert_true (xb_material_probe (path, &info, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpstr (info.media_type, ==, rows[i].media_type);
      g_assert_cmpstr (info.extension, ==, rows[i].extension);
      g_assert_cmpint (info.width, ==, rows[i].width);
      g_assert_cmpint (info.height, ==, rows[i].height);
      g_assert_cmpint (info.pages, ==, 1);
      g_assert_cmpint (info.size, ==, status.st_size);
      g_assert_cmpint (info.square, ==, rows[i].width == rows[i].height);
      g_unlink (path);
    }
}

static void
test_orientation (void)
{
  for (guint8 orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr(GBytes) bytes = sample_phone_jpeg (2000, 1200, orientation);
      XbMaterialInfo info;

      g_assert_true (xb_material_probe_bytes (bytes, "IMG_0001.jpg", &info, NULL, NULL));
      g_assert_cmpint (info.width, ==, orientation < 5 ? 2000 : 1200);
      g_assert_cmpint (info.height, ==, orientation < 5 ? 1200 : 2000);
    }
}

static GBytes *
small_gif (void)
{
  static const guint8 gif[] = { 'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
                                0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0,
                                0x3b };

  return g_bytes_new_static (gif, sizeof gif);
}

static void
test_gif (void)
{
  g_autoptr(GBytes) gif = small_gif ();
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  g_assert_true (xb_material_probe_bytes (gif, "logo.gif", &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (info.media_type, ==, "image/gif");
  g_assert_true (info.square);
}

static void
test_pdf (void)
{
  static const int pages[] = { 1, 2, 30, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(GBytes) bytes = sample_pdf (pages[i]);
      g_autoptr(GError) error = NULL;
      XbMaterialInfo info;

      g_assert_true (xb_material_probe_bytes (bytes, "proof.pdf", &info, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (info.media_type, ==, "application/pdf");
      g_assert_cmpstr (info.extension, ==, "pdf");
      g_assert_cmpint (info.pages, ==, pages[i]);
      g_assert_cmpint (info.width, ==, 0);
      g_assert_false (info.square);
    }
}

static void
test_pdf_refused (void)
{
  static const char *const locked[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    "<< /Filter /Standard /V 1 /R 2 /P -4 /O <00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF>"
    " /U <FFEEDDCCBBAA99887766554433221100FFEEDDCCBBAA99887766554433221100> >>",
    NULL };
  static const char *const none[] = {
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", NULL };
  static const char *const huge[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595000 842000] >>", NULL };
  static const char *const liar[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", NULL };
  static const char words[] = "%PDF-1.7\njust words\nstartxref\n9\n%%EOF\n";

  assert_refused_bytes (sample_raw_pdf (locked, "/Encrypt 4 0 R /ID [<0011> <0011>]"), "a.pdf", XB_ERROR_INVALID,
                        "password");
  assert_refused_bytes (sample_raw_pdf (none, ""), "a.pdf", XB_ERROR_INVALID, "without a page");
  assert_refused_bytes (sample_raw_pdf (huge, ""), "a.pdf", XB_ERROR_DAMAGED, "Page 1");
  assert_refused_bytes (sample_raw_pdf (liar, ""), "a.pdf", XB_ERROR_DAMAGED, "damaged");
  assert_refused_bytes (sample_pdf (201), "a.pdf", XB_ERROR_INVALID, "201");
  assert_refused_bytes (g_bytes_new_static (words, strlen (words)), "a.pdf",
                        XB_ERROR_DAMAGED, "damaged");
}

static void
test_truncated (void)
{
  static const struct { const char *type, *name; } rows[] = {
    { "jpeg", "cut.jpg" }, { "png", "cut.png" }, { "bmp", "cut.bmp" }, { "tiff", "cut.tif" },
    { "gif", "cut.gif" }, { "pdf", "cut.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) whole = g_str_equal (rows[i].type, "pdf")   ? sample_pdf (2)
                                : g_str_equal (rows[i].type, "gif") ? small_gif ()
                                                                    : sample_picture (rows[i].type, 90, 60);
      gsize size = g_bytes_get_size (whole);
      XbMaterialInfo info;

      g_assert_true (xb_material_probe_bytes (whole, rows[i].name, &info, NULL, NULL));
      /* All lengths where the shape begins and ends, and a few hundred between. */
      for (gsize length = 0; length < size; length += length < 64 || size - length <= 64 ? 1 : size / 200 + 1)
        {
          g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
          g_autoptr(GError) error = NULL;

          if (length == size - 1 && g_str_equal (rows[i].type, "pdf"))
            continue; /* only the line end after the end mark is missing */
          g_assert_false (xb_material_probe_bytes (cut, rows[i].name, &info, NULL, &error));
          g_assert_true (g_error_matches (error, XB_ERROR, XB_ERROR_DAMAGED) ||
                         g_error_matches (error, XB_ERROR, XB_ERROR_INVALID));
        }
    }
}

/* A flipped bit in the packed rows of a PNG is found by its checksum. */
static void
test_flipped (void)
{
  g_autoptr(GBytes) whole = sample_picture ("png", 300, 200);
  gsize size = g_bytes_get_size (whole);

  for (gsize at = 60; at < size - 30; at += size / 7)
    {
      g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      XbMaterialInfo info;

      data[at] ^= 0x10;
      bytes = g_bytes_new (data, size);
      g_assert_false (xb_material_probe_bytes (bytes, "a.png", &info, NULL, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
    }
}

static void
test_not_ours (void)
{
  static const struct { const char *name, *content; gsize length; const char *words; } rows[] = {
    { "licence.jpg", "Dear customer,\nhere is my licence.\n", 35, "though it is named .jpg" },
    { "LICENCE.PDF", "Dear customer,\nhere is my licence.\n", 35, "though it is named .pdf" },
    { "notes.txt", "Dear customer\n", 14, "not a picture or a PDF." },
    { "noname", "BMW is a car and this is no bitmap at all", 41, "not a picture or a PDF." },
    { "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", 41, "not a picture or a PDF." },
    { "IMG_1.HEIC", "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", 24, "Save it as JPEG" },
    { "IMG_2.jpg", "\0\0\0\x18" "ftypmif1\0\0\0\0mif1heic", 24, "Save it as JPEG" },
    { "film.mp4", "\0\0\0\x18" "ftypisom\0\0\0\0isomiso2", 24, "not a picture or a PDF." },
    { "licence.docx", "PK\x03\x04 and so on", 13, "Save it as PDF" },
    { "licence.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "Save it as PDF" },
    { "\xe8\x90\xa5\xe4\xb8\x9a\n\xff.jpg", "text", 4, "though it is named .jpg" },
    { "a.webp", "RIFF\x24\0\0\0WEBPVP8 but nothing else here to show", 44, "WebP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (rows[i].content, rows[i].length);
      g_autoptr(GError) error = NULL;
      XbMaterialInfo info;

      g_assert_false (xb_material_probe_bytes (bytes, rows[i].name, &info, NULL, &error));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      if (!g_str_equal (rows[i].words, "WebP")) /* as this computer can or cannot open it */
        g_assert_nonnull (strstr (error->message, rows[i].words));
    }
}

static void
test_not_files (void)
{
  g_autofree char *absent = g_build_filename (folder, "absent.jpg", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.jpg", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.jpg", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.jpg", NULL);
  g_autofree char *locked = sample_write_take (folder, "locked.jpg", sample_picture ("jpeg", 8, 8));

  assert_refused (absent, XB_ERROR_NOT_FOUND, "absent.jpg");
  assert_refused (folder, XB_ERROR_INVALID, "is a folder");
  assert_refused ("/dev/zero", XB_ERROR_INVALID, "device");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, XB_ERROR_INVALID, "pipe"); /* and does not wait for a writer */
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  assert_refused (loop, XB_ERROR_IO, "loop.jpg");
  assert_refused_bytes (g_bytes_new_static ("", 0), "empty.jpg", XB_ERROR_INVALID, "is empty");

  g_assert_true (g_file_set_contents (huge, "\xff\xd8\xff", 3, NULL));
  g_assert_cmpint (truncate (huge, 200 * 1024 * 1024), ==, 0);
  assert_refused (huge, XB_ERROR_INVALID, "too large");
  g_assert_cmpint (truncate (huge, 20 * 1024 * 1024 + 1), ==, 0);
  assert_refused (huge, XB_ERROR_INVALID, "too large");
  g_assert_cmpint (truncate (huge, 20 * 1024 * 1024), ==, 0); /* a JPEG that breaks off */
  assert_refused (huge, XB_ERROR_DAMAGED, "breaks off");

  g_assert_cmpint (chmod (locked, 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (locked, XB_ERROR_IO, "locked.jpg");
}

/* A head that promises 100,001 × 1,000 pixels is refused before memory is asked for. */
static void
test_too_many_pixels (void)
{
  g_autoptr(GBytes) png = sample_picture ("png", 10, 10);
  g_autoptr(GBytes) jpeg = sample_picture ("jpeg", 10, 10);
  gsize png_size = g_bytes_get_size (png), jpeg_size = g_bytes_get_size (jpeg);
  g_autofree guint8 *png_data = g_memdup2 (g_bytes_get_data (png, NULL), png_size);
  g_autofree guint8 *jpeg_data = g_memdup2 (g_bytes_get_data (jpeg, NULL), jpeg_size);
  const guint8 frame[] = { 0xff, 0xc0, 0, 17, 8 };
  guint8 *start = memmem (jpeg_data, jpeg_size, frame, sizeof frame);

  memcpy (png_data + 16, "\0\1\x86\xa1\0\0\3\xe8", 8); /* and a checksum for it */
  memcpy (png_data + 29, "\x3d\x7d\xba\x6b", 4);
  g_assert_nonnull (start);
  memcpy (start + 5, "\x27\x11\x27\x10", 4); /* 10,001 × 10,000 */
  assert_refused_bytes (g_bytes_new (jpeg_data, jpeg_size), "a.jpg", XB_ERROR_INVALID, "10000 × 10001");
  assert_refused_bytes (g_bytes_new (png_data, png_size), "a.png", XB_ERROR_INVALID, "100001 × 1000");
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) pdf = sample_pdf (3);
  g_autofree char *path = sample_write_take (folder, "c.jpg", sample_picture ("jpeg", 900, 900));
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  g_cancellable_cancel (cancellable);
  g_assert_false (xb_material_probe (path, &info, cancellable, &error));
  g_assert_true (xb_error_is_cancelled (error));
  g_clear_error (&error);
  g_assert_false (xb_material_probe_bytes (pdf, "c.pdf", &info, cancellable, &error));
  g_assert_true (xb_error_is_cancelled (error));
}

static gpointer
probe_thread (gpointer user_data)
{
  GBytes *const *samples = user_data;

  for (guint i = 0; i < 30; i++)
    {
      XbMaterialInfo info;

      g_assert_true (xb_material_probe_bytes (samples[i % 3], "a", &info, NULL, NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(GBytes) jpeg = sample_picture ("jpeg", 400, 300);
  g_autoptr(GBytes) png = sample_picture ("png", 400, 300);
  g_autoptr(GBytes) pdf = sample_pdf (2);
  GBytes *samples[] = { jpeg, png, pdf };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("probe", probe_thread, samples);
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
  g_test_add_func ("/material-probe/pictures", test_pictures);
  g_test_add_func ("/material-probe/orientation", test_orientation);
  g_test_add_func ("/material-probe/gif", test_gif);
  g_test_add_func ("/material-probe/pdf", test_pdf);
  g_test_add_func ("/material-probe/pdf-refused", test_pdf_refused);
  g_test_add_func ("/material-probe/truncated", test_truncated);
  g_test_add_func ("/material-probe/flipped", test_flipped);
  g_test_add_func ("/material-probe/not-ours", test_not_ours);
  g_test_add_func ("/material-probe/not-files", test_not_files);
  g_test_add_func ("/material-probe/too-many-pixels", test_too_many_pixels);
  g_test_add_func ("/material-probe/cancelled", test_cancelled);
  g_test_add_func ("/material-probe/threads", test_threads);
  failed = g_test_run ();
  sample_remove (folder);
  return failed;
}
