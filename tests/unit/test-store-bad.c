/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "store-utils.h"
#include "xb-error.h"

#define COUNT_SETTINGS "SELECT count (*) FROM setting"

typedef struct
{
  StoreFixture base;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  store_fixture_set_up (&fixture->base);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  store_fixture_tear_down (&fixture->base);
}

static gboolean
run_sql (XbDb    *db,
         gpointer data,
         GError **error)
{
  return xb_db_exec (db, data, error);
}

static gboolean
append (XbDb    *db,
        gpointer data,
        GError **error)
{
  return xb_db_run (db, error,
                    "INSERT INTO setting SELECT printf ('%03d', ?1), (SELECT count (*) FROM setting)", "i",
                    (gint64) GPOINTER_TO_INT (data));
}

/* Whatever was acknowledged before the axe fell is there, and nothing is half there. */
static void
test_killed (Fixture      *fixture,
             gconstpointer data)
{
  XbDb *reader = xb_store_get_reader (fixture->base.store);
  guint n_acknowledged = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *prefix = g_strdup_printf ("round%u-", round);
      g_autoptr(GSubprocess) helper = store_helper ("write", fixture->base.folder, prefix, "100000", NULL);
      g_autoptr(GDataInputStream) said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (helper));
      g_autofree char *integrity = NULL;
      char *key;

      if (round > 0) /* the first is killed while it opens */
        {
          key = g_data_input_stream_read_line (said, NULL, NULL, NULL);
          g_assert_nonnull (key);
          g_free (key);
        }
      g_usleep (g_test_rand_int_range (0, 30000));
      store_helper_kill (helper);
      while ((key = g_data_input_stream_read_line (said, NULL, NULL, NULL)) != NULL)
        {
          g_assert_cmpint (xb_db_int (reader, 0, "SELECT 1 FROM setting WHERE key = ?", "t", key), ==, 1);
          n_acknowledged++;
          g_free (key);
        }
      integrity = xb_db_text (reader, "PRAGMA integrity_check", "");
      g_assert_cmpstr (integrity, ==, "ok");
    }
  g_test_message ("%u rows acknowledged", n_acknowledged);
  g_assert_cmpuint (n_acknowledged, >, 0);
}

/* The file as another version would leave it: refused, and not a byte or a name differs. */
static void
assert_refused_untouched (const char *folder,
                          int         code)
{
  g_autofree char *before = store_listing (folder);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (xb_store_open (folder, &error));
  g_assert_error (error, XB_ERROR, code);
  g_test_message ("%s", error->message);
  after = store_listing (folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  XbDb *db;
  char *table;
  gsize size;

  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  db = xb_db_open (path, FALSE, NULL);
  store_exec (db, "PRAGMA user_version = 4711");
  xb_db_close (db);
  assert_refused_untouched (fixture->base.folder, XB_ERROR_NEWER);

  /* With a table of a kind that this SQLite knows nothing of. */
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  table = memmem (contents, size, "CREATE TABLE brand", 18);
  g_assert_nonnull (table);
  memcpy (table, "CREATE QUEUE", 12);
  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  db = xb_db_open (path, TRUE, &error);
  g_assert_null (db);
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  assert_refused_untouched (fixture->base.folder, XB_ERROR_NEWER);
}

/* Its owner crashed: the newer version is in the log alone. */
static void
test_newer_in_log (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const names[] = { XB_STORE_DATABASE, XB_STORE_DATABASE "-wal" };
  g_autofree char *crashed = g_build_filename (fixture->base.folder, "crashed", NULL);
  g_auto(GStrv) sums = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  g_assert_true (store_write (fixture->base.store, run_sql, (gpointer) "PRAGMA user_version = 4711", NULL,
                              NULL));
  g_mkdir (crashed, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (fixture->base.folder, names[i], NULL);
      g_autofree char *to = g_build_filename (crashed, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (to, contents, length, NULL));
      sums[i] = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
    }
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (xb_store_open (crashed, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_NEWER);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = g_build_filename (crashed, names[i], NULL);
          g_autofree char *contents = NULL;
          g_autofree char *sum = NULL;
          gsize length;

          g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
          sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
          g_assert_cmpstr (sum, ==, sums[i]);
        }
    }
}

/* A newer program migrates the file while this one has it open. */
static void
test_newer_meanwhile (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(XbDb) db = xb_db_open (xb_store_get_path (fixture->base.store), FALSE, NULL);
  g_autoptr(GError) error = NULL;

  store_exec (db, "PRAGMA user_version = 4711");
  g_assert_false (store_write (fixture->base.store, append, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NEWER);
  g_assert_cmpint (xb_db_int (db, -1, COUNT_SETTINGS, ""), ==, 0);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *good = NULL;
  gsize size;

  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  g_assert_true (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *bad = g_memdup2 (good, size);
      gsize length = size;

      switch (i)
        {
        case 0: /* a letter */
          memset (bad, 'x', size);
          break;
        case 1: /* cut off in the first page */
          length = 50;
          break;
        case 2: /* half of it is missing */
          length = size / 2;
          break;
        case 3: /* of another program */
          memset (bad + 68, 'y', 4);
          break;
        case 4: /* a version that none ever had */
          memset (bad + 60, 0, 4);
          break;
        default: /* the table of tables */
          memset (bad + 100, 0xff, 3000);
        }
      g_assert_true (g_file_set_contents (path, bad, length, NULL));
      assert_refused_untouched (fixture->base.folder, XB_ERROR_DAMAGED);
    }

  /* A start that was cut off before the first migration leaves an empty file: a new beginning. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fixture->base.store = xb_store_open (fixture->base.folder, NULL);
  g_assert_nonnull (fixture->base.store);
}

/* Bytes turned over in the middle: what is read is right, or the file is called damaged. */
static void
test_flipped (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *good = NULL;
  guint n_told = 0;
  gsize size;

  g_assert_true (store_write (fixture->base.store, run_sql, (gpointer)
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                              "INSERT INTO setting SELECT 'key' || i, 'value' || i FROM n", NULL, NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  g_assert_true (g_file_get_contents (path, &good, &size, NULL));
  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *bad = g_memdup2 (good, size);
      gsize page = g_test_rand_int_range (1, size / 4096) * 4096;
      g_autoptr(GError) error = NULL;
      g_autoptr(XbStore) store = NULL;
      g_autofree char *integrity = NULL;

      for (guint i = 0; i < 8; i++)
        bad[page + i] ^= g_test_rand_int_range (1, 256);
      g_assert_true (g_file_set_contents (path, bad, size, NULL));
      store = xb_store_open (fixture->base.folder, &error);
      if (store != NULL)
        {
          store_write (store, run_sql, (gpointer) "UPDATE setting SET value = value || '!'; "
                                                  "DELETE FROM setting WHERE key LIKE '%1'", NULL, &error);
          integrity = xb_db_text (xb_store_get_reader (store), "PRAGMA integrity_check", "");
        }
      if (error != NULL)
        {
          g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
          n_told++;
        }
    }
  g_test_message ("%u of 60 told", n_told);
  g_assert_cmpuint (n_told, >, 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
read_all (XbDb    *db,
          gpointer data,
          GError **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT value FROM setting", "");

  while (rows != NULL && xb_rows_next (rows, error))
    ;
  return rows != NULL && *error == NULL;
}

/* A page that is damaged is told of once, whichever connection meets it, and not before. */
static void
test_told (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gint64 page;
  guint n = 0;
  gsize size;

  g_assert_true (store_write (fixture->base.store, run_sql, (gpointer)
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                              "INSERT INTO setting SELECT 'key' || i, 'value' || i FROM n", NULL, NULL));
  page = xb_db_int (xb_store_get_reader (fixture->base.store), 0,
                    "SELECT rootpage FROM sqlite_schema WHERE name = 'setting' AND type = 'table'", "");
  g_assert_cmpint (page, >, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + (page - 1) * 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  fixture->base.store = xb_store_open (fixture->base.folder, &error);
  g_assert_no_error (error);
  g_assert_false (xb_store_is_damaged (fixture->base.store));
  g_signal_connect_swapped (fixture->base.store, "damaged", G_CALLBACK (count_cb), &n);
  g_assert_false (store_read (fixture->base.store, read_all, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  store_iterate_until (n == 1);
  g_assert_true (xb_store_is_damaged (fixture->base.store));
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1, "SELECT count (value) FROM setting", ""), ==, -1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const verbs[] = { "as-nobody", "read-only" };
  guint n_tried = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (verbs); i++)
    {
      gboolean empty = i % 2 == 1;
      g_autofree char *folder = g_dir_make_tmp ("xb-locked-XXXXXX", NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *said = NULL;
      g_autoptr(GSubprocess) helper = NULL;

      if (!empty)
        g_object_unref (xb_store_open (folder, NULL));
      g_chmod (folder, 0555);
      before = store_listing (folder);
      helper = store_helper (verbs[i / 2], folder, NULL);
      said = store_helper_wait (helper);
      after = store_listing (folder);
      g_chmod (folder, 0700);
      store_remove_folder (folder);
      if (g_str_has_prefix (said, "skip"))
        continue;
      n_tried++;
      g_test_message ("%s", said);
      g_assert_true (g_str_has_prefix (said, "error 3 ")); /* XB_ERROR_IO */
      g_assert_nonnull (strstr (said, folder));
      g_assert_cmpstr (before, ==, after);
    }
  if (n_tried == 0)
    g_test_skip ("permission bits do not apply here, and nothing may be mounted");
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *mount = g_build_filename (fixture->base.folder, "disk", NULL);
  g_autoptr(GSubprocess) helper = NULL;
  g_autofree char *said = NULL;
  g_auto(GStrv) lines = NULL;

  g_mkdir (mount, 0700);
  helper = store_helper ("fill-disk", mount, NULL);
  said = store_helper_wait (helper);
  if (g_str_has_prefix (said, "skip"))
    {
      g_test_skip ("nothing may be mounted here");
      return;
    }
  g_test_message ("%s", said);
  lines = g_strsplit (said, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 4);
  g_assert_true (g_str_has_prefix (lines[0], "error 3 the disk is full"));
  g_assert_cmpstr (lines[1], ==, "1");    /* all that was acknowledged is there, no more */
  g_assert_cmpstr (lines[2], ==, "done"); /* once there is room again */
  g_assert_cmpstr (lines[3], ==, "ok");
}

/* The same without a disk of its own: no file may grow beyond a limit. */
static void
test_size_limit (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GSubprocess) helper = store_helper ("limit", "900000", "write", fixture->base.folder, "row",
                                                "100000", NULL);
  g_autofree char *said = store_helper_wait (helper);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (said), "\n", -1);
  guint n = g_strv_length (lines) - 1;
  XbDb *reader = xb_store_get_reader (fixture->base.store);
  g_autofree char *integrity = NULL;

  g_assert_true (g_str_has_prefix (lines[n], "error 3 "));
  g_assert_nonnull (strstr (lines[n], "could not be written and nothing was changed"));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (xb_db_int (reader, -1, COUNT_SETTINGS, ""), ==, n);
  integrity = xb_db_text (reader, "PRAGMA integrity_check", "");
  g_assert_cmpstr (integrity, ==, "ok");
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/store-bad/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("killed", test_killed);
  ADD ("newer", test_newer);
  ADD ("newer-in-log", test_newer_in_log);
  ADD ("newer-meanwhile", test_newer_meanwhile);
  ADD ("damaged", test_damaged);
  ADD ("damage-is-told", test_told);
  ADD ("flipped", test_flipped);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("size-limit", test_size_limit);
  return g_test_run ();
}
