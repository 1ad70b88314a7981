/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-records.h"

/**
 * xb_records_fill:
 * @rows: at a row
 * @record: takes each column whose name is one of its fields; other columns are passed over
 */
void
xb_records_fill (XbRows   *rows,
                 XbRecord *record)
{
  const int *fields = xb_rows_get_fields (rows, record);
  int n = xb_rows_n_columns (rows);

  g_object_freeze_notify (G_OBJECT (record));
  for (int column = 0; column < n; column++)
    {
      int field = fields[column];

      if (field < 0)
        continue;
      if (xb_record_is_number (record, field))
        xb_record_set_int (record, field, xb_rows_int (rows, column));
      else
        xb_record_set_text (record, field, xb_rows_text (rows, column));
    }
  g_object_thaw_notify (G_OBJECT (record));
}

/**
 * xb_records_make:
 * @rows: at a row whose first column is the id
 * @type: a class of the model
 *
 * Returns: (transfer full): a new object of its own, not one that windows share
 */
gpointer
xb_records_make (XbRows *rows,
                 GType   type)
{
  XbRecord *record = g_object_new (type, "id", xb_rows_int (rows, 0), NULL);

  xb_record_set_quiet (record, TRUE);
  xb_records_fill (rows, record);
  xb_record_set_quiet (record, FALSE);
  return record;
}

/**
 * xb_records_collect:
 * @rows: (transfer full) (nullable): a query; %NULL where it failed with @error set
 *
 * Returns: (transfer full) (nullable): every row as an object, or %NULL with @error
 */
GPtrArray *
xb_records_collect (XbRows  *rows,
                    GType    type,
                    GError **error)
{
  g_autoptr(XbRows) all = rows;
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) local = NULL;

  if (all == NULL)
    return NULL;
  while (xb_rows_next (all, &local))
    g_ptr_array_add (records, xb_records_make (all, type));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&records);
}

/**
 * xb_records_single:
 * @rows: (transfer full) (nullable): a query
 *
 * Returns: (transfer full) (nullable): the first row; %NULL without @error where there is none
 */
gpointer
xb_records_single (XbRows  *rows,
                   GType    type,
                   GError **error)
{
  g_autoptr(XbRows) all = rows;

  if (all == NULL || !xb_rows_next (all, error))
    return NULL;
  return xb_records_make (all, type);
}
