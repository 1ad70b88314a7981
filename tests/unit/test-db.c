/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-db.h"
#include "xb-error.h"

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
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xb-db-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->db = xb_db_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  xb_db_exec (fixture->db,
              "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE, weight REAL, picture BLOB) "
              "STRICT", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  xb_db_close (fixture->db);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_arguments (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr(GBytes) back = NULL;
  g_autoptr(XbRows) rows = NULL;

  g_assert_true (xb_db_run (fixture->db, &error,
                            "INSERT INTO item (id, name, weight, picture) VALUES (?, ?, ?, ?)", "itdb",
                            G_MAXINT64, "冰饮专线", 1.5, picture));
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_last_id (fixture->db), ==, G_MAXINT64);
  g_assert_true (xb_db_run (fixture->db, &error,
                            "INSERT INTO item (name, weight, picture) VALUES (?, ?, ?)", "tnb",
                            NULL, NULL));
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_changes (fixture->db), ==, 1);

  rows = xb_db_query (fixture->db, &error, "SELECT * FROM item WHERE name = ?", "t", "冰饮专线");
  g_assert_no_error (error);
  g_assert_cmpint (xb_rows_n_columns (rows), ==, 4);
  g_assert_cmpstr (xb_rows_name (rows, 1), ==, "name");
  g_assert_true (xb_rows_next (rows, &error));
  g_assert_cmpint (xb_rows_int (rows, 0), ==, G_MAXINT64);
  g_assert_cmpstr (xb_rows_text (rows, 1), ==, "冰饮专线");
  g_assert_cmpfloat (xb_rows_double (rows, 2), ==, 1.5);
  back = xb_rows_bytes (rows, 3);
  g_assert_true (g_bytes_equal (back, picture));
  g_assert_false (xb_rows_is_null (rows, 1));
  g_assert_false (xb_rows_next (rows, &error));
  g_assert_false (xb_rows_next (rows, &error));
  g_assert_no_error (error);
  g_clear_pointer (&rows, xb_rows_free);

  rows = xb_db_query (fixture->db, &error, "SELECT name, picture FROM item WHERE name IS NULL", "");
  g_assert_true (xb_rows_next (rows, &error));
  g_assert_true (xb_rows_is_null (rows, 0));
  g_assert_null (xb_rows_text (rows, 0));
  g_assert_null (xb_rows_bytes (rows, 1));
}

static void
test_single_values (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *none = NULL;

  g_assert_true (xb_db_exec (fixture->db, "INSERT INTO item (name) VALUES ('a'), ('b'); "
                                          "INSERT INTO item (name) VALUES ('c')", &error));
  name = xb_db_text (fixture->db, "SELECT name FROM item WHERE id = ?", "i", (gint64) 2);
  none = xb_db_text (fixture->db, "SELECT name FROM item WHERE id = ?", "i", (gint64) 9);
  g_assert_cmpstr (name, ==, "b");
  g_assert_null (none);
  g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT count (*) FROM item", ""), ==, 3);
  g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT max (weight) FROM item", ""), ==, -1);
  g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT 1 FROM item WHERE id = 9", ""), ==, -1);
  g_assert_cmpint (xb_db_int (fixture->db, -1, "SELECT no such thing", ""), ==, -1);
}

/* The same SQL inside the loop over itself: each use has a cursor of its own. */
static void
test_nested (Fixture      *fixture,
             gconstpointer data)
{
  const char *sql = "SELECT id FROM item ORDER BY id";
  g_autoptr(GError) error = NULL;
  guint pairs = 0;

  xb_db_exec (fixture->db, "INSERT INTO item (name) VALUES ('a'), ('b'), ('c')", &error);
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr(XbRows) outer = xb_db_query (fixture->db, &error, sql, "");

      while (xb_rows_next (outer, &error))
        {
          g_autoptr(XbRows) inner = xb_db_query (fixture->db, &error, sql, "");

          while (xb_rows_next (inner, &error))
            pairs++;
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (pairs, ==, 27);
}

/* More statements than the cache holds, each used again after it was pushed out. */
static void
test_cache (Fixture      *fixture,
            gconstpointer data)
{
  for (guint round = 0; round < 3; round++)
    for (gint64 i = 0; i < 200; i++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT %" G_GINT64_FORMAT " + ?", i);

        g_assert_cmpint (xb_db_int (fixture->db, -1, sql, "i", i), ==, 2 * i);
      }
}

/* Text handed to a query may be gone before the first row is read. */
static void
test_query_owns_arguments (Fixture      *fixture,
                           gconstpointer data)
{
  char *text = g_strdup ("Größe 尺寸");
  g_autoptr(XbRows) rows = xb_db_query (fixture->db, NULL, "SELECT ?", "t", text);

  memset (text, 'x', strlen (text));
  g_free (text);
  g_assert_true (xb_rows_next (rows, NULL));
  g_assert_cmpstr (xb_rows_text (rows, 0), ==, "Größe 尺寸");
}

static void
test_constraint (Fixture      *fixture,
                 gconstpointer data)
{
  const char *sql = "INSERT INTO item (name) VALUES (?)";
  g_autoptr(GError) error = NULL;

  g_assert_true (xb_db_run (fixture->db, &error, sql, "t", "a"));
  g_assert_false (xb_db_run (fixture->db, &error, sql, "t", "a"));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "item.name"));
  g_clear_error (&error);
  g_assert_true (xb_db_run (fixture->db, &error, sql, "t", "b"));
  g_assert_no_error (error);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) reader = xb_db_open (fixture->path, TRUE, &error);
  g_autoptr(XbDb) missing = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (xb_db_int (reader, -1, "SELECT count (*) FROM item", ""), ==, 0);
  g_assert_false (xb_db_run (reader, &error, "INSERT INTO item (name) VALUES ('a')", ""));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_clear_error (&error);
  missing = xb_db_open (other, TRUE, &error);
  g_assert_null (missing);
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* Bytes of every page but the first turned over: reading says so, and what to do. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(XbDb) db = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  xb_db_exec (fixture->db,
              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
              "INSERT INTO item (name) SELECT 'name ' || i FROM n", &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->db, xb_db_close);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (gsize i = 4096; i < size; i += 512)
    contents[i] ^= 0xff;
  g_assert_true (g_file_set_contents (fixture->path, contents, size, NULL));

  db = xb_db_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  rows = xb_db_query (db, &error, "SELECT * FROM item", "");
  while (xb_rows_next (rows, &error))
    ;
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "restore a backup"));
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_no_database (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.db", NULL);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  db = xb_db_open (path, TRUE, &error);
  if (db != NULL)
    g_assert_false (xb_db_exec (db, "SELECT * FROM sqlite_schema", &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/db/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("arguments", test_arguments);
  ADD ("single-values", test_single_values);
  ADD ("nested", test_nested);
  ADD ("cache", test_cache);
  ADD ("query-owns-arguments", test_query_owns_arguments);
  ADD ("constraint", test_constraint);
  ADD ("read-only", test_read_only);
  ADD ("damaged", test_damaged);
  ADD ("no-database", test_no_database);
  return g_test_run ();
}
