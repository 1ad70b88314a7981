/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store-utils.h"
#include "xb-backup.h"
#include "xb-error.h"
#include "xb-files.h"

/* A backup taken apart: what is wrong with it is done to the parts. */
typedef struct
{
  char   *name;
  GBytes *data;
  int     type;      /* AE_IFREG but for what must not be there */
  gint64  claimed;   /* the size that the entry's head tells, -1 for the true one */
} Part;

typedef struct
{
  StoreFixture base;
  char        *place;
  char        *file;
  GPtrArray   *parts; /* the manifest, the database, one stored file */
} Fixture;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->data);
  g_free (part);
}

static Part *
add_part (GPtrArray  *parts,
          const char *name,
          const void *data,
          gsize       size)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->data = g_bytes_new (data, size);
  part->type = AE_IFREG;
  part->claimed = -1;
  g_ptr_array_add (parts, part);
  return part;
}

static GPtrArray *
take_apart (const char *file)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_filter_gzip (archive);
  archive_read_support_format_tar (archive);
  g_assert_cmpint (archive_read_open_filename (archive, file, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = archive_entry_size (entry);
      g_autofree char *data = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, data, size), ==, size);
      add_part (parts, archive_entry_pathname (entry), data, size);
    }
  archive_read_free (archive);
  return parts;
}

static void
put_together (GPtrArray  *parts,
              const char *file)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_pax_restricted (archive);
  archive_write_add_filter_gzip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, file), ==, ARCHIVE_OK);
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = g_ptr_array_index (parts, i);
      struct archive_entry *entry = archive_entry_new ();
      gsize size;
      const void *data = g_bytes_get_data (part->data, &size);

      archive_entry_set_pathname (entry, part->name);
      archive_entry_set_filetype (entry, part->type);
      archive_entry_set_perm (entry, 0600);
      if (part->type == AE_IFLNK)
        archive_entry_set_symlink (entry, "/etc/passwd");
      else
        archive_entry_set_size (entry, part->claimed >= 0 ? part->claimed : size);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (part->type == AE_IFREG && size > 0)
        archive_write_data (archive, data, size);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
}

static gboolean
insert_rows (XbDb    *db,
             gpointer data,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO stored_file VALUES ('%s', 5, 'image/png');"
                                          "INSERT INTO setting VALUES ('state', 'now')", (char *) data);

  return xb_db_exec (db, sql, error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("stamp", 5);
  g_autofree char *sha256 = NULL;

  store_fixture_set_up (&fixture->base);
  fixture->place = g_dir_make_tmp ("xb-bad-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->place, "backup", NULL);
  sha256 = xb_files_add_bytes (fixture->base.folder, bytes, NULL);
  g_assert_true (store_write (fixture->base.store, insert_rows, sha256, NULL, NULL));
  g_assert_true (xb_backup_write (fixture->base.store, fixture->file, NULL, NULL, NULL, NULL));
  fixture->parts = take_apart (fixture->file);
  g_assert_cmpuint (fixture->parts->len, ==, 3);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  store_fixture_tear_down (&fixture->base);
  store_remove_folder (fixture->place);
  g_ptr_array_unref (fixture->parts);
  g_free (fixture->place);
  g_free (fixture->file);
}

static Part *
part (Fixture *fixture,
      guint    i)
{
  return g_ptr_array_index (fixture->parts, i);
}

static void
set_data (Part       *self,
          const void *data,
          gsize       size)
{
  g_bytes_unref (self->data);
  self->data = g_bytes_new (data, size);
}

/* Replaces a word in the manifest. */
static void
edit_manifest (Fixture    *fixture,
               const char *from,
               const char *to)
{
  Part *manifest = part (fixture, 0);
  g_autofree char *text = g_strndup (g_bytes_get_data (manifest->data, NULL),
                                     g_bytes_get_size (manifest->data));
  g_autoptr(GString) edited = g_string_new (text);

  g_assert_cmpuint (g_string_replace (edited, from, to, 0), >, 0);
  set_data (manifest, edited->str, edited->len);
}

/* Puts another database into the backup, with the manifest to match: as somebody would who means it. */
static void
replace_database (Fixture    *fixture,
                  const void *data,
                  gsize       size)
{
  Part *database = part (fixture, 1);
  g_autofree char *old = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, database->data);
  g_autofree char *old_size = g_strdup_printf ("\"size\" : %" G_GSIZE_FORMAT,
                                               g_bytes_get_size (database->data));
  g_autofree char *new_size = g_strdup_printf ("\"size\" : %" G_GSIZE_FORMAT, size);
  g_autofree char *new = NULL;

  set_data (database, data, size);
  new = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, database->data);
  edit_manifest (fixture, old, new);
  edit_manifest (fixture, old_size, new_size);
}

static void
edit_database (Fixture    *fixture,
               const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->place, "edited.db", NULL);
  g_autofree char *data = NULL;
  XbDb *db;
  gsize size;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (part (fixture, 1)->data, NULL),
                                      g_bytes_get_size (part (fixture, 1)->data), NULL));
  db = xb_db_open (path, FALSE, NULL);
  store_exec (db, sql);
  xb_db_close (db);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  replace_database (fixture, data, size);
}

static void bad_no_manifest (Fixture *f) { g_ptr_array_remove_index (f->parts, 0); }
static void bad_no_database (Fixture *f) { g_ptr_array_remove_index (f->parts, 1); }
static void bad_no_file (Fixture *f) { g_ptr_array_remove_index (f->parts, 2); }
static void bad_extra (Fixture *f) { add_part (f->parts, "extra", "x", 1); }
static void bad_twice (Fixture *f) { add_part (f->parts, part (f, 2)->name, "stamp", 5); }
static void bad_contents (Fixture *f) { set_data (part (f, 2), "Stamp", 5); }
static void bad_longer (Fixture *f) { set_data (part (f, 2), "stamp stamp", 11); }
static void bad_claim (Fixture *f) { part (f, 2)->claimed = 1 << 20; }
static void bad_link (Fixture *f) { part (f, 2)->type = AE_IFLNK; }
static void bad_folder (Fixture *f) { part (f, 2)->type = AE_IFDIR; }
static void bad_json (Fixture *f) { set_data (part (f, 0), "{\"program\":", 11); }
static void bad_no_object (Fixture *f) { set_data (part (f, 0), "[1, 2]", 6); }
static void bad_program (Fixture *f) { edit_manifest (f, "\"xinbiao\"", "\"other\""); }
static void bad_format (Fixture *f) { edit_manifest (f, "\"format\" : 1", "\"format\" : 9"); }
static void bad_format_type (Fixture *f) { edit_manifest (f, "\"format\" : 1", "\"format\" : {}"); }
static void bad_schema (Fixture *f) { edit_manifest (f, "\"schema\" : ", "\"schema\" : 99"); }
static void bad_negative (Fixture *f) { edit_manifest (f, "\"size\" : 5", "\"size\" : -5"); }
static void bad_huge (Fixture *f) { edit_manifest (f, "\"size\" : 5", "\"size\" : 9223372036854775807"); }
static void bad_overflow (Fixture *f) { edit_manifest (f, "\"size\" : 5", "\"size\" : 99999999999999999999"); }
static void bad_letter (Fixture *f) { replace_database (f, "Dear Sir or Madam", 17); }
static void bad_empty (Fixture *f) { replace_database (f, "", 0); }
static void bad_trigger (Fixture *f) { edit_database (f, "CREATE TRIGGER spy AFTER INSERT ON number BEGIN DELETE FROM number; END"); }
static void bad_view (Fixture *f) { edit_database (f, "DROP TABLE setting; CREATE VIEW setting AS SELECT 1 AS key, 2 AS value"); }
static void bad_newer (Fixture *f) { edit_database (f, "PRAGMA user_version = 4711"); }
static void bad_identity (Fixture *f) { edit_database (f, "PRAGMA application_id = 1"); }
static void bad_reference (Fixture *f) { edit_database (f, "PRAGMA foreign_keys = OFF; INSERT INTO material (sha256, name, type, added_at) VALUES ('none', 'n', 'logo', 1)"); }
static void bad_row (Fixture *f) { edit_database (f, "INSERT INTO stored_file VALUES ('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 4, 'x')"); }
static void bad_row_name (Fixture *f) { edit_database (f, "INSERT INTO stored_file VALUES ('../../../../etc/passwd', 4, 'x')"); }

static void
bad_traversal (Fixture *fixture)
{
  g_autofree char *evil = g_strdup_printf ("../../%s/evil", fixture->place);

  edit_manifest (fixture, part (fixture, 2)->name, evil);
  g_free (part (fixture, 2)->name);
  part (fixture, 2)->name = g_steal_pointer (&evil);
}

static void
bad_absolute (Fixture *fixture)
{
  g_autofree char *evil = g_build_filename (fixture->place, "evil", NULL);

  edit_manifest (fixture, part (fixture, 2)->name, evil);
  g_free (part (fixture, 2)->name);
  part (fixture, 2)->name = g_steal_pointer (&evil);
}

static void
bad_deep (Fixture *fixture)
{
  g_autofree char *deep = g_strnfill (5000000, '[');

  set_data (part (fixture, 0), deep, 5000000);
}

static void
bad_page (Fixture *fixture)
{
  gsize size = g_bytes_get_size (part (fixture, 1)->data);
  g_autofree char *data = g_memdup2 (g_bytes_get_data (part (fixture, 1)->data, NULL), size);

  memset (data + size / 4096 / 2 * 4096, 0xa5, 4096);
  replace_database (fixture, data, size);
}

static const struct
{
  const char *name;
  void      (*spoil) (Fixture *fixture);
  int         code;
} bad[] = {
  { "no-manifest", bad_no_manifest, XB_ERROR_DAMAGED },
  { "no-database", bad_no_database, XB_ERROR_DAMAGED },
  { "no-file", bad_no_file, XB_ERROR_DAMAGED },
  { "extra", bad_extra, XB_ERROR_DAMAGED },
  { "twice", bad_twice, XB_ERROR_DAMAGED },
  { "contents", bad_contents, XB_ERROR_DAMAGED },
  { "longer", bad_longer, XB_ERROR_DAMAGED },
  { "claim", bad_claim, XB_ERROR_DAMAGED },
  { "link", bad_link, XB_ERROR_DAMAGED },
  { "folder", bad_folder, XB_ERROR_DAMAGED },
  { "json", bad_json, XB_ERROR_DAMAGED },
  { "no-object", bad_no_object, XB_ERROR_DAMAGED },
  { "program", bad_program, XB_ERROR_DAMAGED },
  { "format", bad_format, XB_ERROR_NEWER },
  { "format-type", bad_format_type, XB_ERROR_DAMAGED },
  { "schema", bad_schema, XB_ERROR_NEWER },
  { "negative", bad_negative, XB_ERROR_DAMAGED },
  { "huge", bad_huge, XB_ERROR_DAMAGED },
  { "overflow", bad_overflow, XB_ERROR_DAMAGED },
  { "letter", bad_letter, XB_ERROR_DAMAGED },
  { "empty", bad_empty, XB_ERROR_DAMAGED },
  { "trigger", bad_trigger, XB_ERROR_DAMAGED },
  { "view", bad_view, XB_ERROR_DAMAGED },
  { "newer", bad_newer, XB_ERROR_NEWER },
  { "identity", bad_identity, XB_ERROR_DAMAGED },
  { "reference", bad_reference, XB_ERROR_DAMAGED },
  { "row", bad_row, XB_ERROR_DAMAGED },
  { "row-name", bad_row_name, XB_ERROR_DAMAGED },
  { "traversal", bad_traversal, XB_ERROR_DAMAGED },
  { "absolute", bad_absolute, XB_ERROR_DAMAGED },
  { "deep", bad_deep, XB_ERROR_DAMAGED },
  { "page", bad_page, XB_ERROR_DAMAGED },
};

static void
assert_refused (Fixture *fixture,
                int      code)
{
  g_autofree char *before = store_listing (fixture->base.folder);
  g_autofree char *place = store_listing (fixture->place);
  g_autofree char *after = NULL;
  g_autofree char *place_after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (xb_backup_restore (fixture->base.store, fixture->file, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, XB_ERROR, code);
  after = store_listing (fixture->base.folder);
  place_after = store_listing (fixture->place);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (place, ==, place_after);
}

static void
test_bad (Fixture      *fixture,
          gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  bad[i].spoil (fixture);
  put_together (fixture->parts, fixture->file);
  assert_refused (fixture, bad[i].code);
}

/* The same parts, put together again unchanged: the table above is about its changes alone. */
static void
test_good (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  edit_database (fixture, "UPDATE setting SET value = 'then'");
  put_together (fixture->parts, fixture->file);
  xb_backup_restore (fixture->base.store, fixture->file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), 0,
                              "SELECT 1 FROM setting WHERE value = 'then'", ""), ==, 1);
}

static void
test_other_files (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
  assert_refused (fixture, XB_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->file, "", 0, NULL));
  assert_refused (fixture, XB_ERROR_DAMAGED);
  g_unlink (fixture->file);
  assert_refused (fixture, XB_ERROR_NOT_FOUND);
  g_assert_cmpint (mkfifo (fixture->file, 0600), ==, 0);
  g_assert_false (xb_backup_restore (fixture->base.store, fixture->file, NULL, NULL, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
}

/* A bomb: little in the file, much once unpacked; no more is unpacked than was promised. */
static void
test_bomb (Fixture      *fixture,
           gconstpointer data)
{
  gsize size = 200 << 20;
  g_autofree char *zeros = g_malloc0 (size);
  struct stat status;

  set_data (part (fixture, 2), zeros, size);
  put_together (fixture->parts, fixture->file);
  g_assert_cmpint (stat (fixture->file, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 2 << 20);
  assert_refused (fixture, XB_ERROR_DAMAGED);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->file, &good, &size, NULL));
  for (gsize length = 0; length < size; length += MAX (size / 40, 1))
    {
      g_assert_true (g_file_set_contents (fixture->file, good, length, NULL));
      assert_refused (fixture, XB_ERROR_DAMAGED);
    }
  g_assert_true (g_file_set_contents (fixture->file, good, size - 1, NULL));
  assert_refused (fixture, XB_ERROR_DAMAGED);
}

/* Any byte turned over: refused, or, where the byte meant nothing (the time of packing, what fills up a
 * block), restored with every byte that counts. */
static void
test_flipped (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *good = NULL;
  guint n_refused = 0;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->file, &good, &size, NULL));
  for (guint round = 0; round < 150; round++)
    {
      g_autofree char *flipped = g_memdup2 (good, size);
      g_autoptr(GError) error = NULL;
      gsize at = round < 20 ? round : g_test_rand_int_range (20, size);

      flipped[at] ^= g_test_rand_int_range (1, 256);
      g_assert_true (g_file_set_contents (fixture->file, flipped, size, NULL));
      if (xb_backup_restore (fixture->base.store, fixture->file, NULL, NULL, NULL, &error))
        {
          g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

          g_assert_true (xb_store_check (fixture->base.store, problems, NULL, NULL));
          g_assert_cmpuint (problems->len, ==, 0);
        }
      else
        {
          g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
          n_refused++;
        }
      g_assert_cmpint (xb_db_int (xb_store_get_reader (fixture->base.store), 0,
                                  "SELECT 1 FROM setting WHERE value = 'now'", ""), ==, 1);
    }
  g_assert_cmpuint (n_refused, >=, 100);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/backup-bad/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("good", test_good);
  ADD ("other-files", test_other_files);
  ADD ("bomb", test_bomb);
  ADD ("truncated", test_truncated);
  ADD ("flipped", test_flipped);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/backup-bad/", bad[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_bad, tear_down);
    }
  return g_test_run ();
}
