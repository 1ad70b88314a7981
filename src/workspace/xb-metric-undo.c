/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-error.h"
#include "xb-metric-ledger.h"

/* Undoing an import in any order: a row is a pile of what the imports said of it, the last one on top. One is taken
 * out of the pile, and what lay on it comes to lie on what lay below it. */

#define KEEP_IMPORTS 30       /* whose replaced rows are kept */
#define KEEP_ROWS 2000000     /* of them all */

typedef struct
{
  gint64          import_id;
  XbMetricFigures figures;
} Layer;

typedef struct
{
  XbDb           *db;
  XbMetricLedger *ledger;
  gint64          import_id;
  GHashTable     *known; /* of each import: which figures its report has */
} Undo;

static guint
known_of (Undo  *self,
          gint64 import_id)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->known, GSIZE_TO_POINTER (import_id), NULL, &known))
    {
      known = GSIZE_TO_POINTER (xb_db_int (self->db, 0, "SELECT known FROM metric_import WHERE id = ?", "i", import_id));
      g_hash_table_insert (self->known, GSIZE_TO_POINTER (import_id), known);
    }
  return GPOINTER_TO_SIZE (known);
}

static gboolean
read_layer (Undo       *self,
            const char *sql,
            gint64      key,
            gint64      import_id,
            GArray     *pile,
            gint64     *below,
            GError    **error)
{
  g_autoptr(XbRows) rows = xb_db_query (self->db, error, sql, "ii", key, import_id);
  g_autoptr(GError) wrong = NULL;
  Layer layer;

  if (rows == NULL)
    return FALSE;
  *below = 0;
  if (!xb_rows_next (rows, &wrong))
    {
      if (wrong == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  xb_metric_rows_figures (rows, 0, &layer.figures);
  layer.import_id = *below = xb_rows_int (rows, XB_N_METRICS);
  g_array_append_val (pile, layer);
  return TRUE;
}

/* The pile of one row, the top first. */
static gboolean
read_pile (Undo    *self,
           gint64   key,
           GArray  *pile,
           GError **error)
{
  gint64 import_id;

  g_array_set_size (pile, 0);
  if (!read_layer (self, "SELECT " XB_METRIC_COLUMNS ", import_id FROM metric WHERE id = ? AND ? = 0", key, 0, pile,
                   &import_id, error))
    return FALSE;
  while (import_id != 0)
    if (!read_layer (self, "SELECT " XB_METRIC_COLUMNS ", was_import_id FROM metric_replaced "
                     "WHERE id = ? AND import_id = ?", key, import_id, pile, &import_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_layer (Undo        *self,
             gint64       key,
             gint64       over,
             const Layer *layer,
             GError     **error)
{
  XbValue values[XB_N_METRICS + 3];
  char types[] = "nnnnnnnii\0";

  xb_metric_figures_bind (&layer->figures, values, types);
  values[XB_N_METRICS].i = layer->import_id;
  values[XB_N_METRICS + 1].i = key;
  values[XB_N_METRICS + 2].i = over;
  if (over == 0)
    return xb_db_run_values (self->db, "UPDATE metric SET (" XB_METRIC_COLUMNS ", import_id) = (?, ?, ?, ?, ?, ?, ?, ?) "
                             "WHERE id = ?", types, values, error);
  types[9] = 'i';
  return xb_db_run_values (self->db, "UPDATE metric_replaced SET (" XB_METRIC_COLUMNS ", was_import_id) = "
                           "(?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ? AND import_id = ?", types, values, error);
}

/* Takes the layer @at out and lays what was over it anew. */
static gboolean
take_out (Undo    *self,
          gint64   key,
          GArray  *pile,
          guint    at,
          GError **error)
{
  Layer *layers = (Layer *) pile->data;
  gboolean bottom = at + 1 == pile->len;
  XbMetricFigures top = layers[0].figures;
  gint64 over = at > 0 ? layers[at - 1].import_id : 0;

  if (!bottom && !xb_db_run (self->db, error, "DELETE FROM metric_replaced WHERE id = ? AND import_id = ?", "ii", key,
                             self->import_id))
    return FALSE;
  if (at > 0 && bottom && !xb_db_run (self->db, error, "DELETE FROM metric_replaced WHERE id = ? AND import_id = ?", "ii",
                                      key, over))
    return FALSE;
  if (!xb_metric_ledger_count (self->ledger, key, &top, -1, error))
    return FALSE;
  if (pile->len == 1)
    return xb_db_run (self->db, error, "DELETE FROM metric WHERE id = ?", "i", key);
  g_array_remove_index (pile, at);
  layers = (Layer *) pile->data;
  for (int i = (int) at - 1; i >= 0; i--)
    {
      XbMetricFigures laid = { { 0 }, 0 };

      if (i + 1 < (int) pile->len)
        laid = layers[i + 1].figures;
      xb_metric_figures_overlay (&laid, &layers[i].figures, known_of (self, layers[i].import_id));
      /* What was answered of calls that are gone is not known any more. */
      if (!xb_metric_figures_check (&laid, NULL))
        {
          laid.known &= ~(1u << XB_METRIC_ANSWERED);
          laid.value[XB_METRIC_ANSWERED] = 0;
        }
      layers[i].figures = laid;
    }
  for (int i = MIN (at, pile->len - 1); i >= 0; i--)
    if (!write_layer (self, key, i > 0 ? layers[i - 1].import_id : 0, &layers[i], error))
      return FALSE;
  return xb_metric_ledger_count (self->ledger, key, &layers[0].figures, 1, error);
}

static gboolean
undo_row (Undo    *self,
          gint64   key,
          GArray  *pile,
          GError **error)
{
  if (!read_pile (self, key, pile, error))
    return FALSE;
  for (guint i = 0; i < pile->len; i++)
    if (g_array_index (pile, Layer, i).import_id == self->import_id)
      return take_out (self, key, pile, i, error);
  return TRUE;
}

static gboolean
collect (XbRows  *rows,
         GArray  *keys,
         GError **error)
{
  g_autoptr(XbRows) all = rows;
  g_autoptr(GError) wrong = NULL;

  if (all == NULL)
    return FALSE;
  while (xb_rows_next (all, &wrong))
    {
      gint64 key = xb_rows_int (all, 0);

      g_array_append_val (keys, key);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Only the periods of the import are looked through, number by number: the rows have no index of their imports. */
static gboolean
find_rows (Undo    *self,
           GArray  *keys,
           GError **error)
{
  gint64 first = xb_db_int (self->db, 0, "SELECT first_period FROM metric_import WHERE id = ?", "i", self->import_id);
  gint64 last = xb_db_int (self->db, 0, "SELECT last_period FROM metric_import WHERE id = ?", "i", self->import_id);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!collect (xb_db_query (self->db, error, "SELECT id FROM number", ""), numbers, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);

      if (!collect (xb_db_query (self->db, error, "SELECT id FROM metric WHERE id BETWEEN ? AND ? AND import_id = ?", "iii",
                                 XB_METRIC_KEY (number, first), XB_METRIC_KEY (number, last), self->import_id), keys, error))
        return FALSE;
    }
  if (!collect (xb_db_query (self->db, error, "SELECT id FROM metric_replaced WHERE was_import_id = ?", "i",
                             self->import_id), keys, error))
    return FALSE;
  g_array_sort (keys, compare_keys);
  return TRUE;
}

static gboolean
undo_rows (Undo    *self,
           GError **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) pile = g_array_new (FALSE, FALSE, sizeof (Layer));

  if (!find_rows (self, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      if (!undo_row (self, g_array_index (keys, gint64, i), pile, error))
        return FALSE;
      if (i % 512 == 0 && g_cancellable_set_error_if_cancelled (xb_db_get_cancellable (self->db), error))
        return FALSE;
    }
  return xb_metric_ledger_flush (self->ledger, error);
}

/**
 * xb_metric_ledger_undo:
 * @import_id: an import whose replaced rows are still kept
 *
 * Takes out what one import brought, whatever came after it.
 */
gboolean
xb_metric_ledger_undo (XbDb    *db,
                       gint64   import_id,
                       GError **error)
{
  g_autoptr(XbMetricLedger) ledger = xb_metric_ledger_new (db, import_id);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  Undo self = { db, ledger, import_id, known };

  return undo_rows (&self, error);
}

static gboolean
forget (XbDb    *db,
        gint64   import_id,
        GError **error)
{
  return xb_db_run (db, error, "UPDATE metric_import SET undoable = 0 WHERE id = ?", "i", import_id) &&
         xb_db_run (db, error, "DELETE FROM metric_replaced WHERE import_id = ?", "i", import_id);
}

/**
 * xb_metric_ledger_forget:
 *
 * Lets go of what long past imports wrote over, so that a daily import does not make the file grow for ever. They can
 * no longer be undone; the newest one always can.
 */
gboolean
xb_metric_ledger_forget (XbDb    *db,
                         GError **error)
{
  g_autoptr(GArray) imports = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 rows = 0;

  if (!collect (xb_db_query (db, error, "SELECT id FROM metric_import WHERE undoable <> 0 AND replaced > 0 AND undone_at = 0 "
                             "ORDER BY id DESC", ""), imports, error))
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      gint64 id = g_array_index (imports, gint64, i);

      rows += xb_db_int (db, 0, "SELECT replaced FROM metric_import WHERE id = ?", "i", id);
      if (i > 0 && (i >= KEEP_IMPORTS || rows > KEEP_ROWS) && !forget (db, id, error))
        return FALSE;
    }
  return TRUE;
}
