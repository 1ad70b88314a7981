/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-utils.h"
#include "xb-backup.h"
#include "xb-error.h"
#include "xb-files.h"

typedef struct
{
  StoreFixture base;
  char        *place;    /* where backups are written */
  char        *file;
  char        *licence;  /* the SHA-256 of two stored files */
  char        *logo;
} Fixture;

static gboolean
run_sql (XbDb    *db,
         gpointer data,
         GError **error)
{
  return xb_db_exec (db, data, error);
}

static void
write_sql (XbStore    *store,
           const char *format,
           ...)
{
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  store_write (store, run_sql, sql, NULL, &error);
  g_assert_no_error (error);
}

static char *
store_file (XbStore *store,
            gsize    size,
            guchar   byte)
{
  guchar *data = g_malloc (size + 1);
  g_autoptr(GBytes) bytes = NULL;
  char *sha256;

  memset (data, byte, size);
  bytes = g_bytes_new_take (data, size);
  sha256 = xb_files_add_bytes (xb_store_get_folder (store), bytes, NULL);
  g_assert_nonnull (sha256);
  write_sql (store, "INSERT INTO stored_file (sha256, size, media_type) VALUES ('%s', %d, 'image/png')",
             sha256, (int) size);
  return sha256;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  store_fixture_set_up (&fixture->base);
  fixture->place = g_dir_make_tmp ("xb-backup-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->place, "信标 backup.xinbiao", NULL);
  fixture->licence = store_file (fixture->base.store, 300000, 'l');
  fixture->logo = store_file (fixture->base.store, 0, 0);
  write_sql (fixture->base.store, "INSERT INTO setting VALUES ('state', 'then')");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  store_fixture_tear_down (&fixture->base);
  store_remove_folder (fixture->place);
  g_free (fixture->place);
  g_free (fixture->file);
  g_free (fixture->licence);
  g_free (fixture->logo);
}

static void
back_up (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  xb_backup_write (fixture->base.store, fixture->file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_state (XbStore    *store,
              const char *expected)
{
  g_autofree char *state = xb_db_text (xb_store_get_reader (store),
                                       "SELECT value FROM setting WHERE key = 'state'", "");

  g_assert_cmpstr (state, ==, expected);
}

static void
assert_no_problem (XbStore *store)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  xb_store_check (store, problems, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static guint
count_names (const char *folder,
             const char *prefix)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

static void
set_flag (XbStore *store,
          GStrv    tables,
          gpointer data)
{
  *(gboolean *) data = tables == NULL;
}

static void
remember_progress (gint64   done,
                   gint64   total,
                   gpointer user_data)
{
  double *fraction = user_data;

  g_assert_cmpint (total, >, 0);
  g_assert_cmpfloat ((double) done / total, >=, *fraction);
  *fraction = (double) done / total;
}

/* There and back: what came after the backup is gone, what was lost since is there again. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *licence = xb_files_path (fixture->base.folder, fixture->licence);
  g_autofree char *before = g_strconcat (XB_STORE_DATABASE, ".before-restore-", NULL);
  g_autoptr(XbStore) other = xb_store_open (fixture->base.folder, NULL);
  g_autoptr(GError) error = NULL;
  gboolean heard = FALSE, other_heard = FALSE;
  double fraction = 0;
  struct stat status;

  g_signal_connect (other, "changed", G_CALLBACK (set_flag), &other_heard);
  xb_store_watch (other, TRUE);
  xb_backup_write (fixture->base.store, fixture->file, NULL, remember_progress, &fraction, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_cmpint (stat (fixture->file, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_names (fixture->place, ""), ==, 1);
  g_assert_cmpuint (count_names (fixture->base.folder, ".partial"), ==, 0);

  write_sql (fixture->base.store, "UPDATE setting SET value = 'now'; INSERT INTO brand (name) VALUES ('x');"
                                  "DELETE FROM stored_file WHERE sha256 = '%s'", fixture->licence);
  g_unlink (licence);
  g_signal_connect (fixture->base.store, "changed", G_CALLBACK (set_flag), &heard);
  fraction = 0;
  xb_backup_restore (fixture->base.store, fixture->file, NULL, remember_progress, &fraction, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (fraction, ==, 1);
  assert_state (fixture->base.store, "then");
  assert_state (other, "then");
  assert_no_problem (fixture->base.store);
  store_iterate_until (heard && other_heard);
  g_assert_cmpuint (count_names (fixture->base.folder, before), ==, 1);
  g_assert_cmpuint (count_names (fixture->base.folder, ".partial"), ==, 0);

  /* It is written to as ever. */
  write_sql (fixture->base.store, "UPDATE setting SET value = 'later' WHERE key = 'state'");
  assert_state (other, "later");
}

static void
test_other_folder (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->place, "elsewhere", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbStore) store = NULL;

  back_up (fixture);
  xb_backup_restore_folder (folder, fixture->file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store = xb_store_open (folder, NULL);
  assert_state (store, "then");
  assert_no_problem (store);
}

/* A stored file is not what it was: no backup that only looks whole, and the last one stays. */
static void
test_damaged_material (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *licence = xb_files_path (fixture->base.folder, fixture->licence);
  g_autofree char *before = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "the last one", -1, NULL));
  before = store_listing (fixture->place);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (truncate (licence, 299999), ==, 0);
      else if (i == 1)
        g_assert_cmpint (truncate (licence, 300000), ==, 0);
      else
        g_unlink (licence);
      g_assert_false (xb_backup_write (fixture->base.store, fixture->file, NULL, NULL, NULL, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, licence));
      after = store_listing (fixture->place);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (count_names (fixture->base.folder, ".partial"), ==, 0);
    }
}

static void
test_replaces (Fixture      *fixture,
               gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->file, "the last one", -1, NULL));
  back_up (fixture);
  g_assert_true (xb_backup_restore (fixture->base.store, fixture->file, NULL, NULL, NULL, NULL));
}

typedef struct
{
  GCancellable *cancellable;
  double        at;
} CancelAt;

static void
cancel_at (gint64   done,
           gint64   total,
           gpointer user_data)
{
  CancelAt *plan = user_data;

  if ((double) done / total >= plan->at)
    g_cancellable_cancel (plan->cancellable);
}

/* Cancelled anywhere: everything is as it was. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *place = NULL;

  back_up (fixture);
  write_sql (fixture->base.store, "UPDATE setting SET value = 'now'");
  before = store_listing (fixture->base.folder);
  place = store_listing (fixture->place);
  for (double at = -0.1; at < 0.9; at += 0.05)
    for (guint i = 0; i < 2; i++)
      {
        CancelAt plan = { g_cancellable_new (), at };
        g_autoptr(GCancellable) cancellable = plan.cancellable;
        g_autoptr(GError) error = NULL;
        g_autofree char *after = NULL;
        g_autofree char *place_after = NULL;

        if (at < 0)
          g_cancellable_cancel (cancellable);
        if (i == 0)
          xb_backup_write (fixture->base.store, fixture->file, cancellable, cancel_at, &plan, &error);
        else
          xb_backup_restore (fixture->base.store, fixture->file, cancellable, cancel_at, &plan, &error);
        g_assert_true (xb_error_is_cancelled (error));
        after = store_listing (fixture->base.folder);
        place_after = store_listing (fixture->place);
        g_assert_cmpstr (after, ==, before);
        g_assert_cmpstr (place_after, ==, place);
      }
}

/* The present file is beyond opening: that is what backups are for. */
static void
test_over_damaged (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *good = NULL;
  gsize size;

  back_up (fixture);
  write_sql (fixture->base.store, "UPDATE setting SET value = 'now'");
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  g_assert_true (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *bad = g_memdup2 (good, size);
      g_autoptr(GError) error = NULL;
      gsize length = size;

      if (i == 0)
        memset (bad, 'x', size);
      else if (i == 1)
        memset (bad, 0, 100);
      else if (i == 2)
        memset (bad + 100, 0xff, 3000);
      else if (i == 3)
        memset (bad + size / 2, 0x55, 4096);
      else
        length = i == 4 ? size / 2 : i == 5 ? 50 : 0;
      g_assert_true (g_file_set_contents (path, bad, length, NULL));
      xb_backup_restore_folder (fixture->base.folder, fixture->file, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      fixture->base.store = xb_store_open (fixture->base.folder, &error);
      g_assert_no_error (error);
      assert_state (fixture->base.store, "then");
      g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
      g_chmod (path, 0600);
    }
  fixture->base.store = xb_store_open (fixture->base.folder, NULL);
  assert_no_problem (fixture->base.store);
}

/* Newer than this program: it may hold what this program knows nothing of. */
static void
test_over_newer (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  back_up (fixture);
  write_sql (fixture->base.store, "PRAGMA user_version = 4711");
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  before = store_listing (fixture->base.folder);
  g_assert_false (xb_backup_restore_folder (fixture->base.folder, fixture->file, NULL, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NEWER);
  after = store_listing (fixture->base.folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *place = NULL;

  back_up (fixture);
  write_sql (fixture->base.store, "UPDATE setting SET value = 'now'");
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  before = store_listing (fixture->base.folder);
  place = store_listing (fixture->place);
  for (guint limit = 1000; limit <= 280000; limit += 31000)
    for (guint i = 0; i < 2; i++)
      {
        g_autofree char *bytes = g_strdup_printf ("%u", limit);
        g_autoptr(GSubprocess) helper = store_helper ("limit", bytes, i == 0 ? "backup" : "restore",
                                                      fixture->base.folder, fixture->file, NULL);
        g_autofree char *said = store_helper_wait (helper);
        g_autofree char *after = store_listing (fixture->base.folder);
        g_autofree char *place_after = store_listing (fixture->place);

        g_test_message ("%u: %s", limit, said);
        /* A backup packs well: at some limit there is room enough. */
        if (i == 0 && g_str_equal (said, "done\n"))
          {
            g_free (place);
            place = g_steal_pointer (&place_after);
          }
        else
          {
            g_assert_true (g_str_has_prefix (said, "error 3 "));
            g_assert_cmpstr (place_after, ==, place);
          }
        g_assert_cmpstr (after, ==, before);
      }
}

/* Killed at any moment: the old state or the restored one, and always a sound file. */
static void
test_killed (Fixture      *fixture,
             gconstpointer data)
{
  XbStore *store = fixture->base.store;
  guint n_restored = 0;

  write_sql (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                    "INSERT INTO setting SELECT 'key' || i, hex (randomblob (20)) FROM n");
  back_up (fixture);
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr(GSubprocess) helper = NULL;
      g_autofree char *integrity = NULL;
      g_autofree char *state = NULL;

      write_sql (store, "DELETE FROM setting; INSERT INTO setting VALUES ('state', 'now')");
      helper = store_helper ("restore", fixture->base.folder, fixture->file, NULL);
      g_usleep (g_test_rand_int_range (0, 200000));
      store_helper_kill (helper);
      integrity = xb_db_text (xb_store_get_reader (store), "PRAGMA integrity_check", "");
      g_assert_cmpstr (integrity, ==, "ok");
      state = xb_db_text (xb_store_get_reader (store), "SELECT value FROM setting WHERE key = 'state'", "");
      if (g_str_equal (state, "then"))
        {
          g_assert_cmpint (xb_db_int (xb_store_get_reader (store), -1, "SELECT count (*) FROM setting", ""),
                           ==, 20001);
          n_restored++;
        }
      else
        g_assert_cmpstr (state, ==, "now");
    }
  g_test_message ("%u of 30 restored", n_restored);
  assert_no_problem (store);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("other-folder", test_other_folder);
  ADD ("damaged-material", test_damaged_material);
  ADD ("replaces", test_replaces);
  ADD ("cancel", test_cancel);
  ADD ("over-damaged", test_over_damaged);
  ADD ("over-newer", test_over_newer);
  ADD ("full-disk", test_full_disk);
  ADD ("killed", test_killed);
  return g_test_run ();
}
