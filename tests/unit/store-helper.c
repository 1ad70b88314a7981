/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store-utils.h"
#include "xb-backup.h"
#include "xb-error.h"
#include "xb-migrations.h"

/* store-helper VERB ...: the other process of the store's tests. It says what it did on standard
 * output, "error CODE MESSAGE" where it was refused. */

static int
tell (GError *error)
{
  if (error == NULL)
    printf ("done\n");
  else
    printf ("error %d %s\n", error->code, error->message);
  fflush (stdout);
  return error == NULL ? 0 : 1;
}

static gboolean
insert_setting (XbDb    *db,
                gpointer data,
                GError **error)
{
  return xb_db_run (db, error, "INSERT INTO setting (key, value) VALUES (?, ?)", "tt", data, "value");
}

/* One row after the other; each is said aloud once it is acknowledged. */
static int
write_rows (const char *folder,
            const char *prefix,
            guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbStore) store = xb_store_open (folder, &error);

  for (guint i = 0; store != NULL && i < n && error == NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s%u", prefix, i);

      if (store_write (store, insert_setting, key, NULL, &error))
        printf ("%s\n", key);
      fflush (stdout);
    }
  return tell (error);
}

static int
hold_lock (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, &error);

  if (db == NULL || !xb_db_exec (db, "BEGIN IMMEDIATE", &error))
    return tell (error);
  tell (NULL);
  getchar ();
  return 0;
}

static int
migrate (const char  *path,
         char *const *files)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = NULL;

  for (; *files != NULL; files++)
    {
      char *sql = NULL;
      gsize length;

      if (g_file_get_contents (*files, &sql, &length, &error))
        g_ptr_array_add (steps, g_bytes_new_take (sql, length));
    }
  db = xb_db_open (path, FALSE, &error);
  if (db != NULL)
    xb_migrations_apply (db, steps, TRUE, &error);
  return tell (error);
}

static int
open_store (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbStore) store = xb_store_open (folder, &error);

  return tell (error);
}

static int
backup (const char *folder,
        const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbStore) store = xb_store_open (folder, &error);

  if (store != NULL)
    xb_backup_write (store, file, NULL, NULL, NULL, &error);
  return tell (error);
}

static int
restore (const char *folder,
         const char *file)
{
  g_autoptr(GError) error = NULL;

  xb_backup_restore_folder (folder, file, NULL, NULL, NULL, &error);
  return tell (error);
}

static gboolean
insert_much (XbDb    *db,
             gpointer data,
             GError **error)
{
  return xb_db_run (db, error, "INSERT INTO setting (key, value) VALUES (?, hex (zeroblob (150000)))", "t",
                    data);
}

/* A small disk of its own, filled until a write is refused; then room is made. */
static int
fill_disk (const char *folder)
{
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autoptr(GError) error = NULL;
  g_autofree char *integrity = NULL;
  g_autoptr(XbStore) store = NULL;
  gint64 rows = 0;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=4m,mode=700") != 0)
    {
      printf ("skip\n");
      return 0;
    }
  g_file_set_contents (ballast, zeros, 1 << 20, NULL);
  store = xb_store_open (folder, &error);
  while (error == NULL && rows < 100)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, rows);

      if (store_write (store, insert_much, key, NULL, &error))
        rows++;
    }
  tell (error);
  printf ("%d\n", rows > 0 && rows < 100 &&
                  rows == xb_db_int (xb_store_get_reader (store), -1, "SELECT count (*) FROM setting", ""));
  g_clear_error (&error);
  g_unlink (ballast);
  store_write (store, insert_much, (gpointer) "more", NULL, &error);
  g_assert_finalize_object (g_steal_pointer (&store));
  tell (error);
  g_clear_error (&error);
  store = xb_store_open (folder, &error);
  integrity = xb_db_text (xb_store_get_reader (store), "PRAGMA integrity_check", "");
  printf ("%s\n", integrity);
  return 0;
}

/* Somebody to whom the permission bits apply, even where the tests run as root. */
static gboolean
become_nobody (void)
{
  return getuid () != 0 ||
         (setgroups (0, NULL) == 0 && setgid (65534) == 0 && setuid (65534) == 0);
}

static gboolean
make_read_only (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount (folder, folder, NULL, MS_BIND, NULL) == 0 &&
         mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0;
}

static void
limit_size (const char *bytes)
{
  struct rlimit limit = { g_ascii_strtoull (bytes, NULL, 10), RLIM_INFINITY };

  /* As the kernel does on a full disk: the write fails, nobody is killed. */
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

int
main (int argc, char *argv[])
{
  const char *verb = argc > 2 ? argv[1] : "";

  if (g_str_equal (verb, "limit") && argc > 4)
    {
      limit_size (argv[2]);
      argc -= 2;
      argv += 2;
      verb = argv[1];
    }
  if ((g_str_equal (verb, "as-nobody") && !become_nobody ()) ||
      (g_str_equal (verb, "read-only") && !make_read_only (argv[2])))
    {
      printf ("skip\n");
      return 0;
    }
  if (g_str_equal (verb, "write") && argc == 5)
    return write_rows (argv[2], argv[3], atoi (argv[4]));
  if (g_str_equal (verb, "hold"))
    return hold_lock (argv[2]);
  if (g_str_equal (verb, "migrate"))
    return migrate (argv[2], argv + 3);
  if (g_str_equal (verb, "open") || g_str_equal (verb, "as-nobody") || g_str_equal (verb, "read-only"))
    return open_store (argv[2]);
  if (g_str_equal (verb, "fill-disk"))
    return fill_disk (argv[2]);
  if (g_str_equal (verb, "backup") && argc == 4)
    return backup (argv[2], argv[3]);
  if (g_str_equal (verb, "restore") && argc == 4)
    return restore (argv[2], argv[3]);
  fprintf (stderr, "store-helper: what?\n");
  return 2;
}
