/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "xb-db-private.h"
#include "xb-error.h"

static gboolean
is_full (int code,
         int system_errno)
{
  return (code & 0xff) == SQLITE_FULL ||
         ((code & 0xff) == SQLITE_IOERR &&
          (system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG));
}

/* SQLite tells a full disk from other failures, but not a quota or a limit on the size of files. */
static gboolean
is_writing (int code)
{
  return code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_FSYNC ||
         code == SQLITE_IOERR_DIR_FSYNC || code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMOPEN;
}

/**
 * xb_sqlite_set_error:
 * @code: an extended result code of SQLite
 * @system_errno: errno of the call that failed, or 0
 * @path: the file
 * @detail: (nullable): what SQLite says
 *
 * The one place where SQLite's codes become the program's codes and sentences.
 */
void
xb_sqlite_set_error (GError    **error,
                     int         code,
                     int         system_errno,
                     const char *path,
                     const char *detail)
{
  const char *why = system_errno != 0 ? g_strerror (system_errno) : detail;

  if (is_full (code, system_errno))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("the disk is full: “%s” could not be written and nothing was changed; "
                     "make room and try again"), path);
      return;
    }
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("cancelled; nothing was changed"));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("“%s” may not be written and nothing was changed; "
                     "give yourself write permission to the file and its folder"), path);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("“%s” could not be opened (%s); "
                     "check that its folder exists and may be read and written"), path, why);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                   _("“%s” is damaged; restore a backup"), path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      g_set_error (error, XB_ERROR, XB_ERROR_BUSY,
                   _("another program is writing to “%s” and nothing was changed; "
                     "wait until it is done and try again"), path);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("this does not fit what is stored already (%s) and nothing was changed; "
                     "check the entry and try again"), detail);
      break;
    case SQLITE_IOERR:
      if (is_writing (code))
        {
          g_set_error (error, XB_ERROR, XB_ERROR_IO,
                       _("“%s” could not be written and nothing was changed: the disk may be full or "
                         "failing; make room, check the disk and try again"), path);
          break;
        }
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("“%s” could not be read or written (%s); check the disk and try again"),
                   path, why);
      break;
    default:
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("“%s” could not be used (%s); let Xinbiao check the data"),
                   path, detail);
    }
}

/**
 * xb_db_set_error:
 * @code: what the failed call returned
 * @sql: (nullable): the statement, for the log
 *
 * Sets @error from the last failure on the connection.
 */
void
xb_db_set_error (XbDb       *self,
                 int         code,
                 const char *sql,
                 GError    **error)
{
  int extended = sqlite3_extended_errcode (self->handle);
  gboolean same = (extended & 0xff) == (code & 0xff);
  const char *detail = same ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  if (g_cancellable_is_cancelled (self->cancellable) && (code & 0xff) == SQLITE_BUSY)
    code = SQLITE_INTERRUPT;
  if ((code & 0xff) == SQLITE_ERROR)
    g_debug ("%s: %s", detail, sql);
  if (self->damaged != NULL && ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB))
    self->damaged (self->damaged_data);
  xb_sqlite_set_error (error, same && code != SQLITE_INTERRUPT ? extended : code,
                       same ? sqlite3_system_errno (self->handle) : 0, self->path, detail);
}
