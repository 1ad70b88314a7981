/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

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
