/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-db-copy.h"
#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-migrations.h"
#include "xb-store-resources.h"

#define PREFIX "/io/github/xinbiao/Xinbiao/store/migrations/"

/* In a static library nothing refers to the resource by itself: it is registered by hand. */
static void
register_once (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xb_store_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * xb_migrations_load:
 * @error: set when the program carries none: a mistake of the build that must not pass for "done"
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): the numbered files, the first first
 */
GPtrArray *
xb_migrations_load (GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  register_once ();
  for (guint number = 1;; number++)
    {
      g_autofree char *path = g_strdup_printf (PREFIX "%03u.sql", number);
      GBytes *step = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (step == NULL)
        break;
      g_ptr_array_add (steps, step);
    }
  if (steps->len == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                   _("this program is incomplete: it cannot make its data file; install it again"));
      return NULL;
    }
  return g_steal_pointer (&steps);
}

static gboolean
read_int (XbDb       *db,
          const char *sql,
          gint64     *value,
          GError    **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, sql, "");

  if (xb_rows_next (rows, &local))
    *value = xb_rows_int (rows, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
judge (XbDb    *db,
       guint    newest,
       GError **error)
{
  gint64 id = 0, version = 0, tables = 0;

  if (!read_int (db, "PRAGMA application_id", &id, error) ||
      !read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id == XB_APPLICATION_ID && version > newest)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NEWER,
                   _("“%s” was written by a newer version of this program (file version %d, this "
                     "program knows %u) and was not touched; install the newer version to open it"),
                   db->path, (int) version, newest);
      return FALSE;
    }
  if (!read_int (db, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if ((id == XB_APPLICATION_ID && version > 0) || (id == 0 && version == 0 && tables == 0))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is not a data file of this program and was not touched; move it away, or "
                 "restore a backup"), db->path);
  return FALSE;
}

/**
 * xb_migrations_look:
 * @newest: the version that this program writes
 * @error: set to %XB_ERROR_NEWER or %XB_ERROR_DAMAGED
 *
 * Of a newer file nothing but the head is read: its tables may be beyond this SQLite.
 *
 * Returns: whether the file is one of this program's, or empty, and not newer
 */
gboolean
xb_migrations_look (XbDb    *db,
                    guint    newest,
                    GError **error)
{
  gboolean fine;

  if (!sqlite3_get_autocommit (db->handle))
    return judge (db, newest, error);
  /* Of one moment: another process may just be making its first tables. */
  fine = xb_db_begin (db, "DEFERRED", error) && judge (db, newest, error);
  xb_db_rollback (db);
  return fine;
}

static gboolean
check_references (XbDb    *db,
                  GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, error, "PRAGMA foreign_key_check", "");

  if (rows == NULL)
    return FALSE;
  if (xb_rows_next (rows, &local))
    {
      xb_sqlite_set_error (error, SQLITE_CORRUPT, 0, db->path, NULL);
      return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
run_step (XbDb    *db,
          GBytes  *step,
          guint    number,
          GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", number);
  g_autofree char *sql = g_strndup (g_bytes_get_data (step, NULL), g_bytes_get_size (step));

  return xb_db_exec (db, sql, error) && xb_db_exec (db, version, error);
}

/* Inside the transaction: nobody else can be migrating, and the version is read again because
 * somebody else may just have done so. */
static gboolean
apply_missing (XbDb      *db,
               GPtrArray *steps,
               gboolean   keep_copy,
               GError   **error)
{
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d", XB_APPLICATION_ID);
  gint64 version = 0;

  if (!xb_migrations_look (db, steps->len, error) ||
      !read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == steps->len)
    return TRUE;
  if (version > 0 && keep_copy)
    {
      g_autofree char *suffix = g_strdup_printf ("%u", steps->len);

      if (!xb_db_keep_copy (db->path, suffix, error))
        return FALSE;
    }
  for (guint i = version; i < steps->len; i++)
    if (!run_step (db, g_ptr_array_index (steps, i), i + 1, error))
      return FALSE;
  return xb_db_exec (db, identity, error) && check_references (db, error);
}

/**
 * xb_migrations_apply:
 * @db: a connection without a transaction
 * @steps: (element-type GBytes): SQL, the first for version 1; no transaction statements in it
 * @keep_copy: whether to keep a copy of a file that holds something, beside it
 * @error: set to %XB_ERROR_NEWER, %XB_ERROR_DAMAGED, %XB_ERROR_BUSY or %XB_ERROR_IO
 *
 * Brings the file to the newest version in one transaction. Safe against another process that does
 * the same.
 *
 * Returns: whether the file has the newest version; if not, it is as it was
 */
gboolean
xb_migrations_apply (XbDb      *db,
                     GPtrArray *steps,
                     gboolean   keep_copy,
                     GError   **error)
{
  gboolean done;

  g_return_val_if_fail (steps->len > 0, FALSE);

  /* A table that is rebuilt would lose the rows that refer to it; all are checked at the end. */
  if (!xb_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  /* Nobody else writes from here on; the copy is still able to read. */
  done = xb_db_begin (db, "IMMEDIATE", error);
  if (done)
    {
      done = apply_missing (db, steps, keep_copy, error);
      if (done)
        done = xb_db_commit (db, error);
      else
        xb_db_rollback (db);
    }
  return xb_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
