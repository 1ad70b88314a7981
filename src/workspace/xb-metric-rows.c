/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-metric-rows.h"
#include "xb-phone.h"
#include "xb-quote.h"

/* A spelling of a number, once for all rows that have it. */
typedef struct
{
  XbPhone phone;
  char   *problem; /* (nullable): why it is no number, or no number of this business */
  gint64  id;      /* 0: not looked for yet */
} Spelling;

struct _XbMetricRows
{
  GArray     *rows;
  GArray     *spellings;
  GHashTable *index;      /* spelling → its index + 1 */
  GPtrArray  *strangers;  /* e164 of those that are supposed */
  GHashTable *stranger_ids; /* e164 → its index there */
  const char *last;       /* (nullable): the spelling of the row before, owned by the table */
  guint       last_index;
};

static void
spelling_clear (gpointer data)
{
  g_free (((Spelling *) data)->problem);
}

XbMetricRows *
xb_metric_rows_new (void)
{
  XbMetricRows *self = g_new0 (XbMetricRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (XbMetricRow));
  self->spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  g_array_set_clear_func (self->spellings, spelling_clear);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strangers = g_ptr_array_new_with_free_func (g_free);
  self->stranger_ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
xb_metric_rows_free (XbMetricRows *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->spellings);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->stranger_ids);
  g_ptr_array_unref (self->strangers);
  g_free (self);
}

guint
xb_metric_rows_get_n (XbMetricRows *self)
{
  return self->rows->len;
}

const XbMetricRow *
xb_metric_rows_get (XbMetricRows *self,
                    guint         index)
{
  return &g_array_index (self->rows, XbMetricRow, index);
}

/** xb_metric_rows_clear: forgets the rows; the numbers stay known */
void
xb_metric_rows_clear (XbMetricRows *self)
{
  g_array_set_size (self->rows, 0);
}

/** xb_metric_rows_dup_number_problem: Returns: (transfer full) (nullable): why @number is none */
char *
xb_metric_rows_dup_number_problem (const char *number)
{
  g_autoptr(GError) error = NULL;
  XbPhone phone;

  return xb_phone_parse (number, &phone, &error) ? NULL : g_strdup (error->message);
}

static guint
find_spelling (XbMetricRows *self,
               const char   *number)
{
  gpointer key, found;
  Spelling spelling = { 0 };
  g_autoptr(GError) error = NULL;

  if (self->last != NULL && g_str_equal (self->last, number))
    return self->last_index;
  if (!g_hash_table_lookup_extended (self->index, number, &key, &found))
    {
      if (!xb_phone_parse (number, &spelling.phone, &error))
        spelling.problem = g_strdup (error->message);
      g_array_append_val (self->spellings, spelling);
      key = g_strdup (number);
      found = GUINT_TO_POINTER (self->spellings->len);
      g_hash_table_insert (self->index, key, found);
    }
  self->last = key;
  self->last_index = GPOINTER_TO_UINT (found) - 1;
  return self->last_index;
}

void
xb_metric_rows_add (XbMetricRows        *self,
                    const XbReportEntry *entry,
                    const char          *number)
{
  XbMetricRow row = { (gint64) find_spelling (self, number) << 16 | entry->period, entry->line, entry->figures.known,
                      entry->figures.value[XB_METRIC_REVENUE] };

  for (guint i = 0; i < XB_METRIC_REVENUE; i++)
    row.counts[i] = (guint32) entry->figures.value[i];
  g_array_append_val (self->rows, row);
}

void
xb_metric_row_figures (const XbMetricRow *row,
                       XbMetricFigures   *figures)
{
  for (guint i = 0; i < XB_METRIC_REVENUE; i++)
    figures->value[i] = row->counts[i];
  figures->value[XB_METRIC_REVENUE] = row->revenue;
  figures->known = row->known;
}

static gboolean
add_number (XbDb     *db,
            Spelling *spelling,
            gint64    now,
            guint64  *n_added,
            GError  **error)
{
  if (!xb_db_run (db, error, "INSERT INTO number (e164, national, type, use, added_at) VALUES (?, ?, ?, '', ?) "
                  "ON CONFLICT (e164) DO UPDATE SET removed_at = NULL", "ttti", spelling->phone.e164,
                  spelling->phone.national, xb_phone_type_to_string (spelling->phone.type), now))
    return FALSE;
  ++*n_added;
  return TRUE;
}

/* One that is supposed: the same id for each spelling of it. */
static gint64
suppose_id (XbMetricRows *self,
            const char   *e164)
{
  char *own;
  gpointer found;

  if (g_hash_table_lookup_extended (self->stranger_ids, e164, NULL, &found))
    return XB_STRANGER_ID + GPOINTER_TO_UINT (found);
  own = g_strdup (e164);
  g_hash_table_insert (self->stranger_ids, own, GUINT_TO_POINTER (self->strangers->len));
  g_ptr_array_add (self->strangers, own);
  return XB_STRANGER_ID + self->strangers->len - 1;
}

static gboolean
look_up (XbMetricRows *self,
         XbDb         *db,
         Spelling     *spelling,
         gint64        now,
         XbStrangers   strangers,
         guint64      *n_added,
         GError      **error)
{
  static const char sql[] = "SELECT id FROM number WHERE e164 = ? AND removed_at IS NULL";
  g_autofree char *shown = NULL;

  spelling->id = xb_db_int (db, 0, sql, "t", spelling->phone.e164);
  if (spelling->id == 0 && strangers == XB_STRANGERS_SUPPOSE)
    spelling->id = suppose_id (self, spelling->phone.e164);
  if (spelling->id == 0 && strangers == XB_STRANGERS_ADD)
    {
      if (!add_number (db, spelling, now, n_added, error))
        return FALSE;
      spelling->id = xb_db_int (db, 0, sql, "t", spelling->phone.e164);
    }
  if (spelling->id != 0)
    return TRUE;
  shown = xb_phone_format (spelling->phone.e164);
  spelling->problem = g_strdup_printf (_("%s is not in the register; add it there first, or let the import add it"),
                                       shown);
  return TRUE;
}

/** xb_metric_rows_dup_strangers: Returns: (transfer full) (element-type utf8): the numbers that were supposed, as people write them */
GPtrArray *
xb_metric_rows_dup_strangers (XbMetricRows *self)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->strangers->len; i++)
    g_ptr_array_add (shown, xb_phone_format (g_ptr_array_index (self->strangers, i)));
  return shown;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const XbMetricRow *x = a;
  const XbMetricRow *y = b;

  if (x->key != y->key)
    return (x->key > y->key) - (x->key < y->key);
  return (x->line > y->line) - (x->line < y->line);
}

static void
sort (XbMetricRows *self)
{
  for (guint i = 1; i < self->rows->len; i++)
    if (compare (xb_metric_rows_get (self, i - 1), xb_metric_rows_get (self, i)) > 0)
      {
        g_array_sort (self->rows, compare);
        return;
      }
}

/**
 * xb_metric_rows_resolve:
 * @strangers: what becomes of numbers that are not in the register
 * @n_added: (inout): how many that were
 * @reject: told each row whose number is none, or none of this business
 *
 * Looks the numbers up and sorts the rows by number and period: so they lie in the file.
 *
 * Returns: %FALSE only where the store failed
 */
gboolean
xb_metric_rows_resolve (XbMetricRows      *self,
                        XbDb              *db,
                        gint64             now,
                        XbStrangers        strangers,
                        guint64           *n_added,
                        XbMetricRejectFunc reject,
                        gpointer           data,
                        GError           **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      XbMetricRow *row = &g_array_index (self->rows, XbMetricRow, i);
      Spelling *spelling = &g_array_index (self->spellings, Spelling, row->key >> 16);

      if (spelling->id == 0 && spelling->problem == NULL && !look_up (self, db, spelling, now, strangers, n_added, error))
        return FALSE;
      if (spelling->problem != NULL)
        {
          reject (data, row->line, spelling->problem);
          row->key = -1;
        }
      else
        row->key = spelling->id << 16 | (row->key & 0xffff);
    }
  sort (self);
  return TRUE;
}
