/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-number-intake.h"

#define MOST_REJECTED 1000

#define INSERT "INSERT INTO number (added_at, e164, national, type, use) VALUES "
#define ROW    "(?1, ?, ?, ?, ?)"
#define PASS   " ON CONFLICT (e164) DO NOTHING"

static void
rejected_free (gpointer data)
{
  XbRejectedRow *row = data;

  g_free (row->reason);
  g_free (row);
}

void
xb_import_result_free (XbImportResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rejected);
  g_free (self);
}

void
xb_intake_init (XbIntake *self)
{
  self->result = g_new0 (XbImportResult, 1);
  self->result->rejected = g_ptr_array_new_with_free_func (rejected_free);
}

static void
forget_rows (XbIntake *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->rows[i].use, g_free);
  self->n = 0;
}

void
xb_intake_clear (XbIntake *self)
{
  forget_rows (self);
  g_clear_pointer (&self->use, g_free);
  g_clear_pointer (&self->result, xb_import_result_free);
}

/** xb_intake_reject: the row at @line is not taken; the first thousand are named with their reason */
void
xb_intake_reject (XbIntake   *self,
                  guint64     line,
                  const char *reason)
{
  XbRejectedRow *row;

  self->result->n_rejected++;
  if (self->result->rejected->len >= MOST_REJECTED)
    return;
  row = g_new (XbRejectedRow, 1);
  *row = (XbRejectedRow) { line, g_strdup (reason) };
  g_ptr_array_add (self->result->rejected, row);
}

/* A number that is there already takes the use that the row names, and comes back if it was removed. */
static gboolean
update_row (XbIntake           *self,
            XbDb               *db,
            const XbIntakeRow  *row,
            GError            **error)
{
  if (!xb_db_run (db, error, "UPDATE number SET use = ifnull (?2, use), removed_at = NULL WHERE e164 = ?1 AND "
                  "(removed_at IS NOT NULL OR (?2 IS NOT NULL AND use <> ?2))", "tt", row->phone.e164, row->use))
    return FALSE;
  self->result->updated += xb_db_changes (db);
  return TRUE;
}

static gboolean
insert_row (XbIntake           *self,
            XbDb               *db,
            const XbIntakeRow  *row,
            GError            **error)
{
  if (!xb_db_run (db, error, INSERT ROW PASS, "itttt", self->now, row->phone.e164, row->phone.national,
                  xb_phone_type_to_string (row->phone.type), row->use != NULL ? row->use : ""))
    return FALSE;
  if (xb_db_changes (db) == 0)
    return update_row (self, db, row, error);
  self->result->imported++;
  return TRUE;
}

static const char *
batch_sql (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GString *sql = g_string_new (INSERT ROW);

      for (guint i = 1; i < XB_INTAKE_BATCH; i++)
        g_string_append (sql, ", " ROW);
      g_string_append (sql, PASS);
      g_once_init_leave (&once, (gsize) g_string_free (sql, FALSE));
    }
  return (const char *) once;
}

/* One statement for many rows costs half of as many statements. Those that were there before it are
 * then looked at one by one, in their order; for a row that just went in that changes nothing. */
static gboolean
insert_batch (XbIntake  *self,
              XbDb      *db,
              GError   **error)
{
  char types[1 + 4 * XB_INTAKE_BATCH + 1];
  XbValue values[1 + 4 * XB_INTAKE_BATCH];
  gint64 inserted;

  memset (types, 't', sizeof types - 1);
  types[0] = 'i';
  types[sizeof types - 1] = '\0';
  values[0].i = self->now;
  for (guint i = 0; i < XB_INTAKE_BATCH; i++)
    {
      const XbIntakeRow *row = &self->rows[i];
      XbValue *cells = values + 1 + 4 * i;

      cells[0].t = row->phone.e164;
      cells[1].t = row->phone.national;
      cells[2].t = xb_phone_type_to_string (row->phone.type);
      cells[3].t = row->use != NULL ? row->use : "";
    }
  if (!xb_db_run_values (db, batch_sql (), types, values, error))
    return FALSE;
  inserted = xb_db_changes (db);
  self->result->imported += inserted;
  for (guint i = 0; inserted < XB_INTAKE_BATCH && i < XB_INTAKE_BATCH; i++)
    if (!update_row (self, db, &self->rows[i], error))
      return FALSE;
  return TRUE;
}

/** xb_intake_flush: Returns: whether all rows that were added are in the file; FALSE only where the store failed */
gboolean
xb_intake_flush (XbIntake  *self,
                 XbDb      *db,
                 GError   **error)
{
  gboolean done = TRUE;

  if (self->n == XB_INTAKE_BATCH)
    done = insert_batch (self, db, error);
  else
    for (guint i = 0; done && i < self->n; i++)
      done = insert_row (self, db, &self->rows[i], error);
  forget_rows (self);
  return done;
}

/**
 * xb_intake_add:
 * @use: (nullable): "" and %NULL are none
 *
 * A bad row is the row's own affair. Ends with xb_intake_flush().
 *
 * Returns: FALSE only where the store failed
 */
gboolean
xb_intake_add (XbIntake    *self,
               XbDb        *db,
               guint64      line,
               const char  *spelling,
               const char  *use,
               GError     **error)
{
  XbIntakeRow *row = &self->rows[self->n];
  g_autoptr(GError) bad = NULL;

  self->result->rows++;
  if (!xb_phone_parse (spelling, &row->phone, &bad))
    {
      xb_intake_reject (self, line, bad->message);
      return TRUE;
    }
  row->use = g_strdup (use != NULL && *use != '\0' ? use : self->use);
  self->n++;
  return self->n < XB_INTAKE_BATCH || xb_intake_flush (self, db, error);
}
