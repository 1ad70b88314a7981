/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "store-utils.h"
#include "xb-error.h"
#include "xb-migrations.h"

/* A schema that grows; each step is one version. */
static const char *const growth[] = {
  "CREATE TABLE shop (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
  "CREATE TABLE phone (shop_id INTEGER NOT NULL REFERENCES shop (id), number TEXT) STRICT;",
  "ALTER TABLE shop ADD COLUMN city TEXT NOT NULL DEFAULT '成都';",
  /* A table is rebuilt, with rows that refer to it. */
  "CREATE TABLE shop_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, city TEXT) STRICT;"
  "INSERT INTO shop_new SELECT id, name, city FROM shop;"
  "DROP TABLE shop;"
  "ALTER TABLE shop_new RENAME TO shop;",
  "CREATE INDEX shop_city ON shop (city);",
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT;",
  "CREATE INDEX note_text ON note (text);",
};

typedef struct
{
  char *folder;
  char *path;
  XbDb *db;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("xb-migrations-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->db = xb_db_open (fixture->path, FALSE, NULL);
  store_exec (fixture->db, "PRAGMA journal_mode = WAL");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  xb_db_close (fixture->db);
  store_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GPtrArray *
make_steps (guint n)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (steps, g_bytes_new_static (growth[i], strlen (growth[i])));
  return steps;
}

static void
apply (XbDb *db,
       guint n)
{
  g_autoptr(GPtrArray) steps = make_steps (n);
  g_autoptr(GError) error = NULL;

  xb_migrations_apply (db, steps, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_int (db, -1, "PRAGMA user_version", ""), ==, n);
  g_assert_cmpint (xb_db_int (db, -1, "PRAGMA application_id", ""), ==, XB_APPLICATION_ID);
  g_assert_cmpint (xb_db_int (db, -1, "PRAGMA foreign_keys", ""), ==, 1);
}

static gboolean
has_copy (Fixture    *fixture,
          const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, ".before-", suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_own (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) steps = xb_migrations_load (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, >=, 1);
  xb_migrations_apply (fixture->db, steps, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA user_version", ""), ==, steps->len);
  /* Every table is one in which nothing of a wrong type can be stored. */
  g_assert_cmpint (xb_db_int (fixture->db, -1,
                              "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' "
                              "AND name NOT LIKE 'sqlite_%' AND NOT strict", ""), ==, 0);
  g_assert_false (has_copy (fixture, "1"));
}

/* From every version to every later one, with what was stored still there. */
static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  for (guint from = 1; from < G_N_ELEMENTS (growth); from++)
    for (guint to = from; to <= G_N_ELEMENTS (growth); to++)
      {
        g_autofree char *path = g_strdup_printf ("%s.%u-%u", fixture->path, from, to);
        g_autofree char *copy = g_strdup_printf ("%s.before-%u", path, to);
        g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);
        g_autofree char *name = NULL;

        apply (db, from);
        store_exec (db, "INSERT INTO shop (id, name) VALUES (7, '春熙路店');"
                        "INSERT INTO phone VALUES (7, '02886123456')");
        apply (db, to);
        name = xb_db_text (db, "SELECT name FROM shop JOIN phone ON shop.id = shop_id "
                               "WHERE number = '02886123456'", "");
        g_assert_cmpstr (name, ==, "春熙路店");
        g_assert_cmpint (g_file_test (copy, G_FILE_TEST_EXISTS), ==, from < to);
        if (from < to)
          {
            g_autoptr(XbDb) old = xb_db_open (copy, TRUE, NULL);

            g_assert_cmpint (xb_db_int (old, -1, "PRAGMA user_version", ""), ==, from);
            g_assert_cmpint (xb_db_int (old, -1, "SELECT count (*) FROM phone", ""), ==, 1);
          }
      }
}

static void
test_last_copies (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *bystander = g_strconcat (fixture->path, ".before-restore-2026", NULL);

  g_assert_true (g_file_set_contents (bystander, "x", 1, NULL));
  for (guint n = 1; n <= G_N_ELEMENTS (growth); n++)
    apply (fixture->db, n);
  g_assert_false (has_copy (fixture, "1"));
  g_assert_false (has_copy (fixture, "2"));
  g_assert_false (has_copy (fixture, "3"));
  g_assert_true (has_copy (fixture, "4"));
  g_assert_true (has_copy (fixture, "5"));
  g_assert_true (has_copy (fixture, "6"));
  g_assert_true (has_copy (fixture, "restore-2026"));
}

/* A step that fails, or leaves a row without what it refers to: the file is as it was. */
static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const bad[] = {
    "CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1);",
    "DELETE FROM shop;",
  };

  apply (fixture->db, 1);
  store_exec (fixture->db, "INSERT INTO shop VALUES (7, 'a'); INSERT INTO phone VALUES (7, '1')");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GPtrArray) steps = make_steps (2);
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (steps, g_bytes_new_static (bad[i], strlen (bad[i])));
      g_assert_false (xb_migrations_apply (fixture->db, steps, TRUE, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA user_version", ""), ==, 1);
      g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM sqlite_schema", ""), ==, 2);
      g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM shop", ""), ==, 1);
      g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA foreign_keys", ""), ==, 1);
    }
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GPtrArray) steps = make_steps (2);
  g_autoptr(GError) error = NULL;

  apply (fixture->db, 3);
  g_assert_false (xb_migrations_apply (fixture->db, steps, TRUE, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "newer version"));
  g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA user_version", ""), ==, 3);
}

static void
write_steps (Fixture *fixture,
             char    *files[3],
             guint    rows)
{
  g_autofree char *slow = NULL;

  slow = g_strdup_printf ("CREATE TABLE much (i INTEGER, t TEXT) STRICT;"
                          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
                          "INSERT INTO much SELECT i, hex (randomblob (100)) FROM n;"
                          "CREATE INDEX much_t ON much (t);", rows);
  files[0] = g_build_filename (fixture->folder, "001.sql", NULL);
  files[1] = g_build_filename (fixture->folder, "002.sql", NULL);
  files[2] = NULL;
  g_assert_true (g_file_set_contents (files[0], growth[0], -1, NULL));
  g_assert_true (g_file_set_contents (files[1], slow, -1, NULL));
}

static void
assert_old_or_new (Fixture *fixture,
                   guint    rows)
{
  g_autofree char *integrity = xb_db_text (fixture->db, "PRAGMA integrity_check", "");
  gint64 version = xb_db_int (fixture->db, -1, "PRAGMA user_version", "");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM shop", ""), ==, 1);
  if (version == 1)
    g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM sqlite_schema", ""), ==, 2);
  else
    {
      g_assert_cmpint (version, ==, 2);
      g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM much", ""), ==, rows);
    }
  g_test_message ("version %d", (int) version);
}

static void
test_killed (Fixture      *fixture,
             gconstpointer data)
{
  char *files[3];

  write_steps (fixture, files, 20000);
  apply (fixture->db, 1);
  store_exec (fixture->db, "INSERT INTO shop VALUES (7, 'a')");
  for (guint round = 0; round < 15; round++)
    {
      g_autoptr(GSubprocess) helper = store_helper ("migrate", fixture->path, files[0], files[1], NULL);

      g_usleep (g_test_rand_int_range (1000, 200000));
      store_helper_kill (helper);
      assert_old_or_new (fixture, 20000);
      if (xb_db_int (fixture->db, -1, "PRAGMA user_version", "") == 2)
        store_exec (fixture->db, "DROP TABLE much; PRAGMA user_version = 1");
    }
  g_free (files[0]);
  g_free (files[1]);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GSubprocess) helper = NULL;
  g_autofree char *said = NULL;
  char *files[3];

  write_steps (fixture, files, 20000);
  apply (fixture->db, 1);
  store_exec (fixture->db, "INSERT INTO shop VALUES (7, 'a')");
  helper = store_helper ("limit", "1000000", "migrate", fixture->path, files[0], files[1], NULL);
  said = store_helper_wait (helper);
  g_assert_nonnull (strstr (said, "could not be written and nothing was changed"));
  g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA user_version", ""), ==, 1);
  assert_old_or_new (fixture, 20000);
  g_free (files[0]);
  g_free (files[1]);
}

/* Several at once: each ends well, and the work is done once. */
static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  GSubprocess *helpers[4];
  char *files[3];

  write_steps (fixture, files, 5000);
  apply (fixture->db, 1);
  store_exec (fixture->db, "INSERT INTO shop VALUES (7, 'a')");
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    helpers[i] = store_helper ("migrate", fixture->path, files[0], files[1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      g_autofree char *said = store_helper_wait (helpers[i]);

      g_assert_cmpstr (said, ==, "done\n");
      g_object_unref (helpers[i]);
    }
  g_assert_cmpint (xb_db_int (fixture->db, -1, "PRAGMA user_version", ""), ==, 2);
  assert_old_or_new (fixture, 5000);
  g_assert_true (has_copy (fixture, "2"));
  g_free (files[0]);
  g_free (files[1]);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/migrations/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("own", test_own);
  ADD ("steps", test_steps);
  ADD ("last-copies", test_last_copies);
  ADD ("failure", test_failure);
  ADD ("newer", test_newer);
  ADD ("killed", test_killed);
  ADD ("full-disk", test_full_disk);
  ADD ("together", test_together);
  return g_test_run ();
}
