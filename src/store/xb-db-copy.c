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
#include "xb-store-private.h"

#define PAGES_PER_STEP 512
#define COPIES_KEPT    3

/**
 * xb_sync_folder:
 *
 * A new name in a folder survives a power cut only after this.
 */
gboolean
xb_sync_folder (const char *folder,
                GError    **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  /* Some file systems cannot sync a folder and say EINVAL: there is nothing more to be done there. */
  gboolean synced = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);
  int saved = errno;

  if (fd >= 0)
    close (fd);
  if (!synced)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("“%s” could not be written (%s); check the disk and try again"),
                 folder, g_strerror (saved));
  return synced;
}

/**
 * xb_db_copy:
 * @from: where to read; in a transaction, so that nobody changes it meanwhile
 * @to: replaced as a whole in one transaction
 * @cancellable: (nullable): leaves @to as it was
 * @progress: (nullable): told how far it is
 *
 * Returns: whether @to now holds what @from does
 */
gboolean
xb_db_copy (XbDb         *from,
            XbDb         *to,
            GCancellable *cancellable,
            XbProgress    progress,
            gpointer      user_data,
            GError      **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int rc = SQLITE_OK;

  if (backup == NULL)
    {
      xb_db_set_error (to, sqlite3_errcode (to->handle), NULL, error);
      return FALSE;
    }
  while (rc == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      rc = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (progress != NULL && rc == SQLITE_OK)
        progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                  sqlite3_backup_pagecount (backup), user_data);
    }
  if (rc == SQLITE_OK)
    rc = SQLITE_INTERRUPT;
  if (sqlite3_backup_finish (backup) != SQLITE_OK || rc != SQLITE_DONE)
    xb_db_set_error (rc == SQLITE_CORRUPT ? from : to, rc, NULL, error);
  return rc == SQLITE_DONE;
}

static gboolean
copy_snapshot (XbDb         *from,
               const char   *path,
               const char   *folder,
               GCancellable *cancellable,
               XbProgress    progress,
               gpointer      user_data,
               GError      **error)
{
  g_autoptr(XbDb) to = xb_db_open (path, FALSE, error);
  gboolean done;

  if (to != NULL)
    {
      g_free (to->path); /* for messages: nobody knows the passing name */
      to->path = g_strdup (folder);
    }
  if (to == NULL || !xb_db_exec (from, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    {
      xb_db_rollback (from);
      return FALSE;
    }
  done = xb_db_copy (from, to, cancellable, progress, user_data, error);
  xb_db_rollback (from);
  /* The copy says of itself that it keeps a log beside it; it is to be one file. */
  return done && xb_db_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * xb_db_copy_to_file:
 * @from: a connection without a transaction
 * @path: the new file, mode 0600; an old one is replaced when the copy is whole
 *
 * Returns: whether the copy is on the disk; if not, nothing is left behind
 */
gboolean
xb_db_copy_to_file (XbDb         *from,
                    const char   *path,
                    GCancellable *cancellable,
                    XbProgress    progress,
                    gpointer      user_data,
                    GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *partial = g_build_filename (folder, XB_STORE_PARTIAL "XXXXXX", NULL);
  int fd = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      xb_sqlite_set_error (error, errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, errno, path, NULL);
      return FALSE;
    }
  close (fd);
  if (copy_snapshot (from, partial, folder, cancellable, progress, user_data, error))
    {
      if (g_rename (partial, path) == 0)
        return xb_sync_folder (folder, error);
      xb_sqlite_set_error (error, SQLITE_IOERR, errno, path, NULL);
    }
  g_unlink (partial);
  return FALSE;
}

typedef struct
{
  char  *path;
  gint64 changed;
} OldCopy;

static void
old_copy_clear (gpointer data)
{
  g_free (((OldCopy *) data)->path);
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const OldCopy *one = a, *other = b;

  if (one->changed != other->changed)
    return one->changed < other->changed ? 1 : -1;
  return g_strcmp0 (other->path, one->path);
}

/* The copies before a migration and those before a restore are counted apart: restoring a few times
 * must not push out the only file of an older version. */
static void
drop_old_copies (const char *path,
                 gboolean    numbered)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".before-", NULL);
  g_autoptr(GArray) copies = g_array_new (FALSE, FALSE, sizeof (OldCopy));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (copies, old_copy_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      OldCopy copy = { NULL, 0 };
      struct stat status;

      if (!g_str_has_prefix (name, prefix) || strchr (name + strlen (prefix), '.') != NULL ||
          g_ascii_isdigit (name[strlen (prefix)]) != numbered)
        continue;
      copy.path = g_build_filename (folder, name, NULL);
      if (lstat (copy.path, &status) == 0)
        copy.changed = status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
      g_array_append_val (copies, copy);
    }
  g_array_sort (copies, newest_first);
  for (guint i = COPIES_KEPT; i < copies->len; i++)
    g_unlink (g_array_index (copies, OldCopy, i).path);
}

/**
 * xb_db_keep_copy:
 * @path: the data file
 * @suffix: the copy is called @path.before-@suffix
 *
 * Keeps what was last committed, on a connection of its own, and drops all but the last copies.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
xb_db_keep_copy (const char *path,
                 const char *suffix,
                 GError    **error)
{
  g_autofree char *copy = g_strconcat (path, ".before-", suffix, NULL);
  g_autoptr(XbDb) db = xb_db_open (path, TRUE, error);

  if (db == NULL || !xb_db_copy_to_file (db, copy, NULL, NULL, NULL, error))
    return FALSE;
  drop_old_copies (path, g_ascii_isdigit (suffix[0]));
  return TRUE;
}
