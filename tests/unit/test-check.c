/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/time.h>
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

static void
make_old (const char *path)
{
  struct timeval times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (utimes (path, times), ==, 0);
}

/* What can be wrong, and what the check then names. */
typedef struct
{
  const char *name;
  char     *(*spoil) (Fixture *fixture);
} Damage;

static char *
spoil_mode (Fixture *fixture)
{
  char *path = xb_files_path (fixture->base.folder, fixture->licence);

  g_chmod (path, 0644);
  return path;
}

static char *
spoil_size (Fixture *fixture)
{
  char *path = xb_files_path (fixture->base.folder, fixture->licence);

  g_assert_cmpint (truncate (path, 300001), ==, 0);
  return path;
}

static char *
spoil_contents (Fixture *fixture)
{
  char *path = xb_files_path (fixture->base.folder, fixture->licence);

  g_assert_cmpint (truncate (path, 1), ==, 0);
  g_assert_cmpint (truncate (path, 300000), ==, 0);
  return path;
}

static char *
spoil_missing (Fixture *fixture)
{
  char *path = xb_files_path (fixture->base.folder, fixture->licence);

  g_unlink (path);
  return path;
}

static char *
spoil_folder (Fixture *fixture)
{
  g_chmod (fixture->base.folder, 0755);
  return g_strdup (fixture->base.folder);
}

static char *
spoil_database_mode (Fixture *fixture)
{
  g_chmod (xb_store_get_path (fixture->base.store), 0640);
  return g_strdup (xb_store_get_path (fixture->base.store));
}

static char *
spoil_stray (Fixture *fixture)
{
  char *path = g_build_filename (fixture->base.folder, XB_STORE_FILES, "stray", NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  return path;
}

static char *
spoil_orphan (Fixture *fixture)
{
  char *path = xb_files_path (fixture->base.folder, fixture->logo);

  write_sql (fixture->base.store, "DELETE FROM stored_file WHERE sha256 = '%s'", fixture->logo);
  assert_no_problem (fixture->base.store); /* fresh: its row may be on the way */
  make_old (path);
  return path;
}

static char *
spoil_by_sql (Fixture    *fixture,
              const char *sql)
{
  g_autoptr(XbDb) db = xb_db_open (xb_store_get_path (fixture->base.store), FALSE, NULL);

  store_exec (db, sql);
  return g_strdup (xb_store_get_path (fixture->base.store));
}

static char *
spoil_trigger (Fixture *fixture)
{
  return spoil_by_sql (fixture, "CREATE TRIGGER spy AFTER INSERT ON number BEGIN SELECT 1; END");
}

static char *
spoil_table (Fixture *fixture)
{
  return spoil_by_sql (fixture, "CREATE TABLE other (x)");
}

static char *
spoil_reference (Fixture *fixture)
{
  g_free (spoil_by_sql (fixture, "PRAGMA foreign_keys = OFF; INSERT INTO material (sha256, name, type, "
                                 "added_at) VALUES ('nowhere', 'n', 'logo', 1)"));
  return g_strdup ("material");
}

static char *
spoil_name (Fixture *fixture)
{
  write_sql (fixture->base.store, "INSERT INTO stored_file VALUES ('../../etc/passwd', 1, 'text/plain')");
  return g_strdup ("../../etc/passwd");
}

static const Damage damages[] = {
  { "mode", spoil_mode },
  { "size", spoil_size },
  { "contents", spoil_contents },
  { "missing", spoil_missing },
  { "folder", spoil_folder },
  { "database-mode", spoil_database_mode },
  { "stray", spoil_stray },
  { "orphan", spoil_orphan },
  { "trigger", spoil_trigger },
  { "table", spoil_table },
  { "reference", spoil_reference },
  { "name", spoil_name },
};

/* Each thing that is wrong is found, by name, and nothing else. */
static void
test_check (Fixture      *fixture,
            gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *named = NULL;

  assert_no_problem (fixture->base.store);
  named = damage->spoil (fixture);
  xb_store_check (fixture->base.store, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_test_message ("%s", (char *) g_ptr_array_index (problems, 0));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), named));
}

/* Pages turned over while it is open: the check ends, and says so. */
static void
test_check_damaged (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_strdup (xb_store_get_path (fixture->base.store));
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  write_sql (fixture->base.store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                                  "INSERT INTO setting SELECT 'key' || i, 'x' FROM n");
  g_assert_finalize_object (g_steal_pointer (&fixture->base.store));
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  for (gsize i = size - 10 * 4096; i < size; i += 100)
    contents[i] ^= 0xff;
  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  g_chmod (path, 0600);
  fixture->base.store = xb_store_open (fixture->base.folder, &error);
  g_assert_no_error (error);
  xb_store_check (fixture->base.store, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "restore a backup"));
  /* No backup either, that a restore would refuse later. */
  g_assert_false (xb_backup_write (fixture->base.store, fixture->file, NULL, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/check/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("damaged", test_check_damaged);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", damages[i].name, NULL);

      g_test_add (path, Fixture, &damages[i], set_up, test_check, tear_down);
    }
  return g_test_run ();
}
