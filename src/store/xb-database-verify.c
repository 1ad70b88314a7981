/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-backup-private.h"
#include "xb-db-private.h"
#include "xb-migrations.h"

/* The whole shape of a file as one text; what SQLite keeps for itself is left out. */
#define SHAPE \
  "SELECT group_concat (type || ' ' || name || ' ' || sql, char (10)) FROM " \
  "(SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' " \
  " ORDER BY type, name)"

static gboolean
add_integrity (XbDb      *db,
               GPtrArray *problems,
               GError   **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "PRAGMA integrity_check (20)", "");

  while (xb_rows_next (rows, &local))
    if (g_strcmp0 (xb_rows_text (rows, 0), "ok") != 0)
      g_ptr_array_add (problems,
                       g_strdup_printf (_("the data file is damaged (%s); restore a backup"), xb_rows_text (rows, 0)));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_references (XbDb      *db,
                GPtrArray *problems,
                GError   **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "PRAGMA foreign_key_check", "");

  for (guint n = 0; n < 20 && xb_rows_next (rows, &local); n++)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("row %s of “%s” refers to a row of “%s” that is missing; "
                                        "restore a backup"),
                                      xb_rows_is_null (rows, 1) ? "?" : xb_rows_text (rows, 1),
                                      xb_rows_text (rows, 0), xb_rows_text (rows, 2)));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * xb_database_verify:
 * @problems: (element-type utf8): takes a sentence for each problem
 *
 * Reads the whole file: each page, each index, each reference.
 *
 * Returns: %FALSE with @error when it could not be read to its end
 */
gboolean
xb_database_verify (XbDb      *db,
                    GPtrArray *problems,
                    GError   **error)
{
  return add_integrity (db, problems, error) && add_references (db, problems, error);
}

static char *
get_shape (XbDb    *db,
           GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, SHAPE, "");
  char *shape = xb_rows_next (rows, &local) ? g_strdup (xb_rows_text (rows, 0)) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (shape == NULL)
    shape = g_strdup ("");
  return shape;
}

/**
 * xb_database_is_ours:
 * @db: a file of the newest version
 * @steps: the migrations
 * @ours: (out): whether its tables, indices and triggers are exactly those that the migrations make;
 *   a file from elsewhere could bring triggers of its own
 */
gboolean
xb_database_is_ours (XbDb      *db,
                     GPtrArray *steps,
                     gboolean  *ours,
                     GError   **error)
{
  g_autoptr(XbDb) model = xb_db_open (":memory:", FALSE, error);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (model == NULL || !xb_migrations_apply (model, steps, FALSE, error))
    return FALSE;
  expected = get_shape (model, error);
  if (expected == NULL)
    return FALSE;
  found = get_shape (db, error);
  if (found == NULL)
    return FALSE;
  *ours = g_str_equal (expected, found);
  return TRUE;
}
