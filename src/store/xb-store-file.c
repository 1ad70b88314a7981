/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xb-db-copy.h"
#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-migrations.h"
#include "xb-store-private.h"

/* Small where it is read; the writer needs room for the pages of a large import, and takes it only then. */
#define WRITER_PRAGMAS \
  "PRAGMA cache_size = -16384;" \
  "PRAGMA journal_size_limit = 4194304;" \
  "PRAGMA wal_autocheckpoint = 1000;"

static gboolean
fail_folder (const char *folder,
             int         code,
             GError    **error)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("the disk is full: the data folder “%s” could not be made; "
                   "make room and try again"), folder);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("the data folder “%s” cannot be used (%s); make it writable or choose "
                   "another one"), folder, g_strerror (code));
  return FALSE;
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/**
 * xb_store_prepare_folder:
 *
 * A new or empty folder becomes private; one that holds other things keeps the mode it was given.
 */
gboolean
xb_store_prepare_folder (const char *folder,
                         GError    **error)
{
  g_autofree char *files = g_build_filename (folder, XB_STORE_FILES, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 || access (folder, R_OK | W_OK | X_OK) != 0)
    return fail_folder (folder, errno, error);
  if (is_empty (folder) && chmod (folder, 0700) != 0)
    return fail_folder (folder, errno, error);
  if (g_mkdir (files, 0700) != 0 && errno != EEXIST)
    return fail_folder (files, errno, error);
  if (chmod (files, 0700) != 0)
    return fail_folder (files, errno, error);
  return TRUE;
}

/* Files that a crash left half written: nobody works on one for a day. */
static void
drop_leftovers (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (g_str_has_prefix (name, XB_STORE_PARTIAL) && lstat (path, &status) == 0 &&
          S_ISREG (status.st_mode) &&
          status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - 24 * 3600)
        g_unlink (path);
    }
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

/* Reads the head without a lock, a log or any other trace in the folder. Only for a file that nobody
 * has open for writing: otherwise what counts may be in the log. */
static gboolean
look_without_touching (const char *path,
                       guint       newest,
                       GError    **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbDb) db = NULL;
  struct stat status;

  if (stat (path, &status) != 0 || status.st_size == 0 || has_log (path))
    return TRUE;
  db = xb_db_open_flags (path, "immutable=1", SQLITE_OPEN_READONLY, error);
  if (db != NULL && xb_migrations_look (db, newest, &local))
    return TRUE;
  /* Somebody opened it meanwhile: what was read here may be half of what they wrote. */
  if (local != NULL && has_log (path))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
create_private (const char *path,
                GError    **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
  else if (errno != EEXIST || chmod (path, 0600) != 0)
    {
      xb_sqlite_set_error (error, errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, errno, path, NULL);
      return FALSE;
    }
  return TRUE;
}

/* Two first starts at once: the change to the log needs the file alone and does not wait for it. */
static gboolean
set_log (XbDb    *db,
         GError **error)
{
  for (guint tries = 0;; tries++)
    {
      g_autoptr(GError) local = NULL;

      if (xb_db_exec (db, "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL", &local))
        return TRUE;
      if (tries >= 200 || !g_error_matches (local, XB_ERROR, XB_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_usleep (25 * G_TIME_SPAN_MILLISECOND);
    }
}

/**
 * xb_store_file_open:
 * @folder: the data folder; made when it is missing
 * @error: set to %XB_ERROR_IO, %XB_ERROR_NEWER, %XB_ERROR_DAMAGED or %XB_ERROR_BUSY
 *
 * Returns: (transfer full) (nullable): the connection that writes, to a file of the newest version
 */
XbDb *
xb_store_file_open (const char *folder,
                    GError    **error)
{
  g_autofree char *path = g_build_filename (folder, XB_STORE_DATABASE, NULL);
  g_autoptr(GPtrArray) steps = xb_migrations_load (error);
  g_autoptr(XbDb) db = NULL;

  if (steps == NULL || !look_without_touching (path, steps->len, error) ||
      !xb_store_prepare_folder (folder, error) || !create_private (path, error))
    return NULL;
  db = xb_db_open_flags (path, NULL, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;
  /* Should the file turn out to be a newer one, closing must not tidy its log either. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!xb_migrations_look (db, steps->len, error) || !xb_db_tune (db, error) ||
      !set_log (db, error) || !xb_db_exec (db, WRITER_PRAGMAS, error) || !xb_migrations_apply (db, steps, TRUE, error))
    return NULL;
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  drop_leftovers (folder);
  return g_steal_pointer (&db);
}

/**
 * xb_store_file_reader:
 * @busy_ms: how long to wait for a file that another process is just recovering
 *
 * Returns: (transfer full) (nullable): another connection, which only reads
 */
XbDb *
xb_store_file_reader (const char *path,
                      guint       busy_ms,
                      GError    **error)
{
  XbDb *db = xb_db_open (path, TRUE, error);

  if (db != NULL)
    db->busy_ms = busy_ms;
  return db;
}
