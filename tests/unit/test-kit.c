/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit-sample.h"
#include "xb-error.h"

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
assert_nothing_left (const char *target)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".xinbiao-"));
  if (target != NULL)
    g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
assert_copy (const char      *path,
             const XbKitCopy *copy,
             const char      *name,
             gint64           id,
             const char      *media_type)
{
  g_autofree char *full = g_build_filename (path, name, NULL);
  gsize size;
  g_autofree char *content = read_file (path, name, &size);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, size);
  struct stat status;

  g_assert_cmpstr (copy->file_name, ==, name);
  g_assert_cmpstr (copy->sha256, ==, sha256);
  g_assert_cmpstr (copy->media_type, ==, media_type);
  g_assert_cmpint (copy->id, ==, id);
  g_assert_cmpint (copy->size, ==, size);
  g_assert_cmpint (stat (full, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
}

/* Nothing of the originals is in any file of the kit: neither their pixels nor their metadata. */
static void
assert_no_original (const XbKit *kit,
                    const char  *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gsize size;
      g_autofree char *content = read_file (path, name, &size);

      g_assert_null (memmem (content, size, "GPSLatitude", 11));
      g_assert_null (memmem (content, size, "SecretAuthor", 12));
      for (guint i = 0; i < kit->materials->len; i++)
        {
          const XbKitMaterial *material = g_ptr_array_index (kit->materials, i);
          g_autofree char *original = NULL;
          const char *pixels;
          gsize original_size;

          g_assert_true (g_file_get_contents (material->source, &original, &original_size, NULL));
          pixels = memmem (original, original_size, "stream\n", 7); /* packed drawing of the PDF's first page */
          pixels = pixels == NULL ? original + original_size / 3 : pixels + 7;
          g_assert_cmpint (original + original_size - pixels, >, 64);
          g_assert_null (memmem (content, size, pixels, 64));
        }
    }
}

static void
test_folder (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *target = at ("提交包 泰迪熊移动");
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GError) error = NULL;
  struct stat status;

  g_assert_true (xb_kit_write (kit, target, &copies, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (copies->len, ==, 2);
  assert_copy (target, g_ptr_array_index (copies, 0), "01-营业执照-水印.jpg", 7, "image/jpeg");
  assert_copy (target, g_ptr_array_index (copies, 1), "02-移动业务受理单-水印.pdf", 9, "application/pdf");
  g_assert_cmpint (count_files (target), ==, 5);
  g_assert_cmpint (stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);
  assert_no_original (kit, target);
  assert_nothing_left (NULL);
  sample_remove (g_steal_pointer (&target));
}

static void
test_numbers (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *target = at ("numbers");
  g_autofree char *content = NULL;
  gsize size;

  xb_kit_add_number (kit, "+86 139 0013 9000", "=1+1", "a,\"b\"", "两\n行");
  g_assert_true (xb_kit_write (kit, target, NULL, NULL, NULL));
  content = read_file (target, NUMBERS, &size);
  g_assert_cmpstr (content, ==, "\xef\xbb\xbf号码,用途,展示名称,标签\r\n"
                   "13800138000,客服,成都云上火锅餐饮管理有限公司,订座专线\r\n"
                   "028-86123456,到店确认,云上火锅,冰饮专线\r\n"
                   "+8613900139000,\"'=1+1\",\"a,\"\"b\"\"\",两 行\r\n");
  sample_remove (g_steal_pointer (&target));
}

static void
test_names (void)
{
  static const struct { const char *stem, *name; } rows[] = {
    { "../../etc/passwd", "01-.._.._etc_passwd-水印.jpg" },
    { "", "01-材料-水印.jpg" },
    { "\x01\x02\n", "01-材料-水印.jpg" },
    { "a\\b:c*d?e\"f<g>h|i", "01-a_b_c_d_e_f_g_h_i-水印.jpg" },
    { " 营业执照 (副本) ", "01-营业执照 (副本)-水印.jpg" },
    { "\xe2\x80\xae" "gpj.exe", "01-gpj.exe-水印.jpg" },
    { "\xff\xfe", "01-\xef\xbf\xbd\xef\xbf\xbd-水印.jpg" },
  };
  g_autoptr(GString) longest = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    g_string_append (longest, "营");
  for (guint i = 0; i <= G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbKit) kit = kit_new ();
      g_autofree char *target = at ("named");
      g_autoptr(GPtrArray) copies = NULL;
      g_autoptr(GError) error = NULL;
      XbKitMaterial *material = g_ptr_array_index (kit->materials, 0);
      const XbKitCopy *copy;

      g_ptr_array_set_size (kit->materials, 1);
      kit->letter = FALSE;
      material->stem = g_strdup (i < G_N_ELEMENTS (rows) ? rows[i].stem : longest->str);
      g_assert_true (xb_kit_write (kit, target, &copies, NULL, &error));
      g_assert_no_error (error);
      copy = g_ptr_array_index (copies, 0);
      if (i < G_N_ELEMENTS (rows))
        g_assert_cmpstr (copy->file_name, ==, rows[i].name);
      g_assert_cmpint (strlen (copy->file_name), <, 200);
      g_assert_cmpint (count_files (target), ==, 3);
      sample_remove (g_steal_pointer (&target));
    }
}

static void
test_zip (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *target = at ("提交包.zip");
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  struct stat status;

  /* In the locale C too: this program sets none. */
  g_assert_true (xb_kit_write_zip (kit, target, &copies, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (copies->len, ==, 2);
  g_assert_cmpint (stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  assert_nothing_left (NULL);

  setlocale (LC_CTYPE, "C.UTF-8"); /* reading needs it */
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, target, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autofree char *content = g_malloc (archive_entry_size (entry) + 1);

      g_assert_cmpint (archive_read_data (archive, content, archive_entry_size (entry)), ==,
                       archive_entry_size (entry));
      g_hash_table_insert (names, g_strdup (archive_entry_pathname_utf8 (entry)),
                           GINT_TO_POINTER (archive_entry_size (entry)));
      g_assert_null (memmem (content, archive_entry_size (entry), "GPSLatitude", 11));
    }
  archive_read_free (archive);
  setlocale (LC_CTYPE, "C");
  g_assert_cmpint (g_hash_table_size (names), ==, 5);
  for (guint i = 0; i < copies->len; i++)
    {
      const XbKitCopy *copy = g_ptr_array_index (copies, i);

      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (names, copy->file_name)), ==, copy->size);
    }
  g_assert_true (g_hash_table_contains (names, GUIDE));
  g_assert_true (g_hash_table_contains (names, LETTER));
  g_assert_true (g_hash_table_contains (names, NUMBERS));

  g_assert_false (xb_kit_write_zip (kit, target, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (target, "", 0, NULL)); /* as a file chooser leaves it */
  g_assert_true (xb_kit_write_zip (kit, target, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const XbKit *kit,
                const char  *target,
                XbError      code)
{
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (xb_kit_write (kit, target, &copies, NULL, &error));
  g_assert_error (error, XB_ERROR, (int) code);
  g_assert_null (copies);
  assert_nothing_left (NULL);
}

static void
test_targets (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *full = at ("full");
  g_autofree char *inside = g_build_filename (full, "mine.txt", NULL);
  g_autofree char *file = at ("file");
  g_autofree char *empty = at ("empty");
  g_autofree char *empty_slash = g_strconcat (empty, "//", NULL);
  g_autofree char *link = at ("link");
  g_autofree char *dangling = at ("dangling");
  g_autofree char *astray = g_build_filename (folder, "no", "such", "place", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (g_mkdir (full, 0755), ==, 0);
  g_assert_true (g_file_set_contents (inside, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  assert_refused (kit, full, XB_ERROR_REFUSED);
  assert_refused (kit, file, XB_ERROR_REFUSED);
  assert_refused (kit, dangling, XB_ERROR_REFUSED);
  assert_refused (kit, astray, XB_ERROR_IO);
  assert_refused (kit, "/proc/kit", XB_ERROR_IO);
  g_assert_true (g_file_get_contents (inside, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_cmpint (count_files (full), ==, 1);

  kit->letter = FALSE;
  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
  g_assert_cmpint (symlink (empty, link), ==, 0);
  g_assert_true (xb_kit_write (kit, link, NULL, NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (count_files (empty), ==, 4);
  assert_refused (kit, empty_slash, XB_ERROR_REFUSED);
  sample_remove (g_strdup (empty));
  g_assert_true (xb_kit_write (kit, empty_slash, NULL, NULL, NULL));
  g_assert_cmpint (count_files (empty), ==, 4);
}

static void
test_incomplete (void)
{
  g_autofree char *target = at ("incomplete");
  char **field;

  for (int i = 0; i < 5; i++)
    {
      g_autoptr(XbKit) kit = kit_new ();
      XbKitMaterial *material = g_ptr_array_index (kit->materials, 1);

      if (i < 3)
        {
          field = i == 0 ? &kit->platform : i == 1 ? &kit->business : &kit->watermark;
          g_clear_pointer (field, g_free);
        }
      else if (i == 3)
        g_ptr_array_set_size (kit->numbers, 0);
      else
        g_assert_true (g_file_set_contents (material->source, "%PDF-1.4 and no more", -1, NULL));
      assert_refused (kit, target, i == 4 ? XB_ERROR_DAMAGED : XB_ERROR_INVALID);
      g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (60 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  for (int zip = 0; zip < 2; zip++)
    {
      g_autoptr(XbKit) kit = kit_new ();
      g_autofree char *target = at ("cancelled.zip");
      g_autofree char *big = sample_write_take (folder, "big.pdf", sample_pdf (190));
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      GThread *thread;

      xb_kit_add_material (kit, XB_MATERIAL_TYPE_OTHER, 1, big, "application/pdf", NULL);
      thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_assert_false ((zip ? xb_kit_write_zip : xb_kit_write) (kit, target, NULL, cancellable, &error));
      g_assert_true (xb_error_is_cancelled (error));
      g_thread_join (thread);
      assert_nothing_left (target);
    }
}

/* In a child whose files may not grow past some kilobytes: as on a full disk. */
static void
test_full_disk (void)
{
  for (int zip = 0; zip < 2; zip++)
    {
      g_autoptr(XbKit) kit = kit_new ();
      g_autofree char *target = at ("too-much.zip");
      pid_t child = fork ();
      int status;

      if (child == 0)
        {
          const struct rlimit limit = { 20000, 20000 };
          g_autoptr(GError) error = NULL;

          signal (SIGXFSZ, SIG_IGN);
          setrlimit (RLIMIT_FSIZE, &limit);
          _exit (!(zip ? xb_kit_write_zip : xb_kit_write) (kit, target, NULL, NULL, &error) &&
                 g_error_matches (error, XB_ERROR, XB_ERROR_IO) ? 0 : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      assert_nothing_left (target);
    }
}

/* Killed at any moment: the kit is whole or not there. */
static void
test_killed (void)
{
  for (int i = 0; i < 12; i++)
    {
      g_autoptr(XbKit) kit = kit_new ();
      g_autofree char *target = at ("killed");
      pid_t child = fork ();

      if (child == 0)
        _exit (xb_kit_write (kit, target, NULL, NULL, NULL) ? 0 : 1);
      g_usleep (i * 25 * 1000);
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      if (g_file_test (target, G_FILE_TEST_EXISTS))
        {
          g_assert_cmpint (count_files (target), ==, 5);
          sample_remove (g_steal_pointer (&target));
        }
    }
}

static void
clear_leftovers (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".xinbiao-"))
      sample_remove (at (name));
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  folder = sample_folder ();
  g_test_add_func ("/kit/killed", test_killed); /* these fork, before there are threads */
  g_test_add_func ("/kit/clear", clear_leftovers);
  g_test_add_func ("/kit/full-disk", test_full_disk);
  g_test_add_func ("/kit/folder", test_folder);
  g_test_add_func ("/kit/numbers", test_numbers);
  g_test_add_func ("/kit/names", test_names);
  g_test_add_func ("/kit/zip", test_zip);
  g_test_add_func ("/kit/targets", test_targets);
  g_test_add_func ("/kit/incomplete", test_incomplete);
  g_test_add_func ("/kit/cancelled", test_cancelled);
  failed = g_test_run ();
  sample_remove (folder);
  return failed;
}
