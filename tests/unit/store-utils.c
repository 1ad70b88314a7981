/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>

#include "store-utils.h"

void
store_exec (XbDb       *db,
            const char *sql)
{
  g_autoptr(GError) error = NULL;

  xb_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

void
store_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
store_fixture_set_up (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xb-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = xb_store_open (fixture->folder, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  store_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
finished_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
store_write (XbStore      *store,
             XbStoreJob    job,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_store_write_async (store, job, data, NULL, cancellable, finished_cb, &result);
  store_iterate_until (result != NULL);
  return xb_store_write_finish (store, result, error);
}

gboolean
store_read (XbStore      *store,
            XbStoreJob    job,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  xb_store_read_async (store, job, data, NULL, cancellable, finished_cb, &result);
  store_iterate_until (result != NULL);
  return xb_store_read_finish (store, result, error);
}

GSubprocess *
store_helper (const char *verb,
              ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GSubprocess *helper;
  va_list arguments;
  char *word;

  g_ptr_array_add (words, (char *) STORE_HELPER);
  g_ptr_array_add (words, (char *) verb);
  va_start (arguments, verb);
  while ((word = va_arg (arguments, char *)) != NULL)
    g_ptr_array_add (words, word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  helper = g_subprocess_newv ((const char *const *) words->pdata,
                              G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error);
  g_assert_no_error (error);
  return helper;
}

/* Returns: all that it said; it has ended then */
char *
store_helper_wait (GSubprocess *helper)
{
  g_autoptr(GError) error = NULL;
  char *said = NULL;

  g_subprocess_communicate_utf8 (helper, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  return said;
}

void
store_helper_kill (GSubprocess *helper)
{
  g_subprocess_send_signal (helper, SIGKILL);
  g_subprocess_wait (helper, NULL, NULL);
}

static void
list_folder (const char *folder,
             GPtrArray  *lines)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autofree char *sum = NULL;
      struct stat status;
      gsize length = 0;

      g_assert_cmpint (lstat (path, &status), ==, 0);
      /* Where readers meet, and an empty log: no data. */
      if (g_str_has_suffix (name, "-shm") || (g_str_has_suffix (name, "-wal") && status.st_size == 0))
        continue;
      if (S_ISDIR (status.st_mode))
        list_folder (path, lines);
      else
        g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o %s", path, status.st_mode, sum));
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: every name below a folder with its mode and contents, as a text to compare */
char *
store_listing (const char *folder)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  list_folder (folder, lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
