/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store-utils.h"
#include "xb-error.h"
#include "xb-migrations.h"

#define COUNT_SETTINGS "SELECT count (*) FROM setting"

typedef struct
{
  StoreFixture base;
  GPtrArray   *heard;  /* what each "changed" named, sorted, joined; "*" for anything */
} Fixture;

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
changed_cb (Fixture *fixture,
            GStrv    tables)
{
  if (tables != NULL)
    qsort (tables, g_strv_length (tables), sizeof *tables, compare_words);
  g_ptr_array_add (fixture->heard, tables != NULL ? g_strjoinv (" ", tables) : g_strdup ("*"));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  store_fixture_set_up (&fixture->base);
  fixture->heard = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (fixture->base.store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  store_fixture_tear_down (&fixture->base);
  g_ptr_array_unref (fixture->heard);
}

static gboolean
run_sql (XbDb    *db,
         gpointer data,
         GError **error)
{
  return xb_db_exec (db, data, error);
}

static guint
mode_of (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  XbDb *reader = xb_store_get_reader (fixture->base.store);
  g_autofree char *deep = g_build_filename (fixture->base.folder, "a", "b", NULL);
  g_autoptr(XbStore) below = xb_store_open (deep, NULL);
  g_autofree char *mode = xb_db_text (reader, "PRAGMA journal_mode", "");
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (mode_of (deep, "."), ==, 0700);
  g_assert_cmpuint (mode_of (fixture->base.folder, XB_STORE_DATABASE), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->base.folder, XB_STORE_FILES), ==, 0700);
  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (xb_db_int (reader, -1, "PRAGMA application_id", ""), ==, XB_APPLICATION_ID);
  g_assert_cmpint (xb_db_int (reader, -1, "PRAGMA user_version", ""), >=, 1);
  g_assert_cmpint (xb_db_int (reader, -1, "PRAGMA foreign_keys", ""), ==, 1);
  g_assert_cmpint (xb_db_int (reader, -1, "PRAGMA synchronous", ""), ==, 2);
  g_assert_cmpint (xb_db_int (reader, -1, "PRAGMA trusted_schema", ""), ==, 0);
  g_assert_false (xb_db_exec (reader, "INSERT INTO setting VALUES ('a', 'b')", &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

/* What each job writes, and what is heard of it. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  static const struct { const char *sql; gboolean done; const char *heard; } rows[] = {
    { "INSERT INTO setting VALUES ('a', '1'), ('b', '2'); INSERT INTO brand (name) VALUES ('x')",
      TRUE, "brand setting" },
    { "UPDATE setting SET value = '3' WHERE key = 'a'", TRUE, "setting" },
    { "UPDATE brand SET registered = 1", TRUE, "brand" },
    { "SELECT * FROM brand", TRUE, NULL },
    { "INSERT INTO brand (name) VALUES ('y'); INSERT INTO brand (name) VALUES ('x')", FALSE, NULL },
    { "DELETE FROM setting", TRUE, "setting" },
    { "DELETE FROM brand", TRUE, "brand" },
    { "CREATE TEMP TABLE pick (x); INSERT INTO pick VALUES (1); DELETE FROM pick; DROP TABLE pick",
      TRUE, NULL },
    { "DROP TABLE brand", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean done = store_write (fixture->base.store, run_sql, (gpointer) rows[i].sql, NULL, &error);

      g_test_message ("%s: %s", rows[i].sql, error != NULL ? error->message : "done");
      g_assert_cmpint (done, ==, rows[i].done);
      g_assert_cmpint (error == NULL, ==, rows[i].done);
      /* It was heard before the job's own callback came. */
      g_assert_cmpuint (fixture->heard->len, ==, rows[i].heard != NULL);
      if (rows[i].heard != NULL)
        g_assert_cmpstr (g_ptr_array_index (fixture->heard, 0), ==, rows[i].heard);
      g_ptr_array_set_size (fixture->heard, 0);
    }
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1,
                              "SELECT count (*) FROM brand", ""), ==, 0);
}

/* Tables without rowid are silent to SQLite's own hook; prepared statements too must be noticed. */
static gboolean
upsert_setting (XbDb    *db,
                gpointer data,
                GError **error)
{
  return xb_db_run (db, error, "INSERT INTO setting VALUES (?, 'v') ON CONFLICT (key) DO NOTHING", "t",
                    data);
}

static void
test_changed_prepared (Fixture      *fixture,
                       gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (store_write (fixture->base.store, upsert_setting, (gpointer) (i < 2 ? "a" : "b"), NULL,
                                  NULL));
      /* The second wrote nothing. */
      g_assert_cmpuint (fixture->heard->len, ==, i == 1 ? 0 : 1);
      g_ptr_array_set_size (fixture->heard, 0);
    }
}

static gboolean
write_and_refuse (XbDb    *db,
                  gpointer data,
                  GError **error)
{
  if (!xb_db_exec (db, "INSERT INTO setting VALUES ('a', '1')", error))
    return FALSE;
  g_set_error_literal (error, XB_ERROR, XB_ERROR_REFUSED, "no");
  return FALSE;
}

/* The job says yes although a reading that could not report its error failed. */
static gboolean
misread (XbDb    *db,
         gpointer data,
         GError **error)
{
  gint64 n = xb_db_int (db, 0, "SELECT n FROM no_such_table", "");

  return xb_db_run (db, error, "INSERT INTO setting VALUES ('n', ?)", "t", n == 0 ? "none" : "some");
}

static void
test_rollback (Fixture      *fixture,
               gconstpointer data)
{
  XbDb *reader = xb_store_get_reader (fixture->base.store);
  g_autoptr(GError) error = NULL;

  g_assert_false (store_write (fixture->base.store, write_and_refuse, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (xb_db_int (reader, -1, COUNT_SETTINGS, ""), ==, 0);
  g_assert_false (store_write (fixture->base.store, misread, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_assert_cmpint (xb_db_int (reader, -1, COUNT_SETTINGS, ""), ==, 0);
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

static void
count_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  xb_store_write_finish (XB_STORE (store), result, &error);
  g_assert_no_error (error);
  (*(guint *) user_data)++;
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

/* In the order handed over; and closing waits for all of them. */
static void
test_close_waits (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  guint n_done = 0;

  for (int i = 0; i < 60; i++)
    xb_store_write_async (fixture->base.store, append, GINT_TO_POINTER (i), NULL, NULL, count_cb, &n_done);
  xb_store_close (fixture->base.store);
  g_assert_cmpuint (n_done, ==, 0);
  store_iterate_until (n_done == 60);
  g_assert_false (store_write (fixture->base.store, append, GINT_TO_POINTER (99), NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_BUSY);
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));

  fixture->base.store = xb_store_open (fixture->base.folder, NULL);
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1,
                              "SELECT count (*) FROM setting WHERE CAST (key AS INTEGER) = "
                              "CAST (value AS INTEGER)", ""), ==, 60);
}

typedef struct
{
  XbStore *store;
  GThread *thread;
  gint64   first, second;
} Reading;

/* Another connection commits between the two readings of one job. */
static gboolean
read_twice (XbDb    *db,
            gpointer data,
            GError **error)
{
  Reading *reading = data;
  g_autoptr(XbDb) other = xb_db_open (xb_store_get_path (reading->store), FALSE, error);

  reading->thread = g_thread_self ();
  reading->first = xb_db_int (db, -1, COUNT_SETTINGS, "");
  if (other == NULL || !xb_db_exec (other, "INSERT INTO setting VALUES ('new', '1')", error))
    return FALSE;
  reading->second = xb_db_int (db, -1, COUNT_SETTINGS, "");
  return TRUE;
}

static void
test_read (Fixture      *fixture,
           gconstpointer data)
{
  Reading reading = { fixture->base.store, NULL, -1, -1 };
  g_autoptr(GError) error = NULL;

  g_assert_true (store_read (fixture->base.store, read_twice, &reading, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (reading.thread != g_thread_self ());
  g_assert_cmpint (reading.first, ==, 0);
  g_assert_cmpint (reading.second, ==, 0);
  g_assert_false (store_read (fixture->base.store, append, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

static gboolean
never_end (XbDb    *db,
           gpointer data,
           GError **error)
{
  return xb_db_exec (db, "INSERT INTO setting VALUES ('half', '1')", NULL) &&
         xb_db_run (db, error,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                    "SELECT count (*) FROM n", "");
}

static gboolean
read_for_ever (XbDb    *db,
               gpointer data,
               GError **error)
{
  g_assert_true (G_IS_CANCELLABLE (xb_db_get_cancellable (db)));
  return xb_db_run (db, error,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                    "SELECT count (*) FROM n", "");
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Before it begins, and in the middle of a statement that would never end. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;

      if (round % 2 == 0)
        g_cancellable_cancel (cancellable);
      else
        g_timeout_add (20, cancel_cb, cancellable);
      if (round < 2)
        g_assert_false (store_write (fixture->base.store, never_end, NULL, cancellable, &error));
      else
        g_assert_false (store_read (fixture->base.store, read_for_ever, NULL, cancellable, &error));
      g_assert_true (xb_error_is_cancelled (error));
      g_clear_error (&error);
      g_assert_true (store_write (fixture->base.store, append, GINT_TO_POINTER (round), NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1, COUNT_SETTINGS, ""), ==, 4);
}

static gboolean
cancel_itself (XbDb    *db,
               gpointer data,
               GError **error)
{
  if (!append (db, GINT_TO_POINTER (1), error))
    return FALSE;
  g_cancellable_cancel (xb_db_get_cancellable (db));
  return TRUE;
}

/* Once the job has said yes, what is stored and what is reported agree. */
static void
test_cancel_too_late (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (store_write (fixture->base.store, cancel_itself, NULL, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1, COUNT_SETTINGS, ""), ==, 1);
}

/* Another process holds the lock: patience has an end, and can be cut short. */
static void
test_busy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GSubprocess) helper = store_helper ("hold", xb_store_get_path (fixture->base.store), NULL);
  GInputStream *said = g_subprocess_get_stdout_pipe (helper);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  char word[4];

  g_assert_cmpint (g_input_stream_read (said, word, 4, NULL, NULL), ==, 4);
  g_timeout_add (20, cancel_cb, cancellable);
  g_assert_false (store_write (fixture->base.store, append, NULL, cancellable, &error));
  g_assert_true (xb_error_is_cancelled (error));
  g_clear_error (&error);
  g_assert_false (store_write (fixture->base.store, append, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_BUSY);
  g_clear_error (&error);
  /* Reading goes on meanwhile. */
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1, COUNT_SETTINGS, ""), ==, 0);
  store_helper_kill (helper);
  g_assert_true (store_write (fixture->base.store, append, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_other_process (Fixture      *fixture,
                    gconstpointer data)
{
  gint64 start;

  xb_store_watch (fixture->base.store, TRUE);
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *prefix = g_strdup_printf ("other%u-", round);
      g_autoptr(GSubprocess) helper = store_helper ("write", fixture->base.folder, prefix, "1", NULL);
      g_autofree char *said = store_helper_wait (helper);

      g_assert_nonnull (strstr (said, "done"));
      start = g_get_monotonic_time ();
      store_iterate_until (fixture->heard->len > 0);
      g_test_message ("heard after %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
      g_assert_cmpstr (g_ptr_array_index (fixture->heard, 0), ==, "*");
      g_assert_cmpuint (fixture->heard->len, ==, 1);
      g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), -1, COUNT_SETTINGS, ""), ==,
                       2 * round + 1);
      g_ptr_array_set_size (fixture->heard, 0);

      /* What is written here is named, and not taken for somebody else's at the next look. */
      g_assert_true (store_write (fixture->base.store, append, GUINT_TO_POINTER (round), NULL, NULL));
      start = g_get_monotonic_time ();
      while (g_get_monotonic_time () - start < 1200 * G_TIME_SPAN_MILLISECOND)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (fixture->heard->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (fixture->heard, 0), ==, "setting");
      g_ptr_array_set_size (fixture->heard, 0);
    }
  xb_store_watch (fixture->base.store, FALSE);
}

/* Several first starts at once. */
static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "new", NULL);

  for (guint round = 0; round < 5; round++)
    {
      GSubprocess *helpers[4];

      for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
        helpers[i] = store_helper ("open", folder, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
        {
          g_autofree char *said = store_helper_wait (helpers[i]);

          g_assert_cmpstr (said, ==, "done\n");
          g_object_unref (helpers[i]);
        }
      store_remove_folder (folder);
    }
}

/* Two stores in one process, as two windows of a test would be: both hear of both. */
static void
test_two_stores (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(XbStore) other = xb_store_open (fixture->base.folder, NULL);

  xb_store_watch (fixture->base.store, TRUE);
  for (int i = 0; i < 20; i++)
    {
      g_assert_true (store_write (other, append, GINT_TO_POINTER (2 * i), NULL, NULL));
      g_assert_true (store_write (fixture->base.store, append, GINT_TO_POINTER (2 * i + 1), NULL, NULL));
    }
  store_iterate_until (fixture->heard->len > 0 &&
                       g_str_equal (g_ptr_array_index (fixture->heard, fixture->heard->len - 1), "*"));
  g_assert_cmpint (xb_db_int (xb_store_get_reader (other), -1, COUNT_SETTINGS, ""), ==, 40);
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_true (store_write (fixture->base.store, append, GINT_TO_POINTER (99), NULL, NULL));
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("changed", test_changed);
  ADD ("changed-prepared", test_changed_prepared);
  ADD ("rollback", test_rollback);
  ADD ("close-waits", test_close_waits);
  ADD ("read", test_read);
  ADD ("cancel", test_cancel);
  ADD ("cancel-too-late", test_cancel_too_late);
  ADD ("busy", test_busy);
  ADD ("other-process", test_other_process);
  ADD ("together", test_together);
  ADD ("two-stores", test_two_stores);
  return g_test_run ();
}
