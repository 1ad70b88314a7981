/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "xb-day.h"
#include "xb-due.h"
#include "xb-inspection-due.h"
#include "xb-inspection-private.h"
#include "xb-inspection-words.h"

/* What is due about inspections: the next one, the one that was begun, and what failed and is not mended. */

static void
add (XbLabelDue *self,
     const char *kind,
     const char *object,
     gint64      id,
     const char *day,
     gboolean    estimated,
     const char *title,
     const char *detail)
{
  g_autofree char *place = g_strdup_printf ("%s/%" G_GINT64_FORMAT, object, id);

  g_ptr_array_add (self->due, g_object_new (XB_TYPE_DUE, "kind", kind, "title", title, "detail", detail, "due", day,
                                            "overdue", strcmp (day, self->today) < 0, "estimated", estimated, "object",
                                            place, NULL));
  *self->n_due += 1;
}

static void
add_open (XbLabelDue *self,
          XbDb       *db,
          gint64      id,
          const char *day)
{
  gint64 all = xb_db_int (db, 0, "SELECT count (*) FROM inspection_item WHERE inspection_id = ?", "i", id);
  gint64 left = xb_db_int (db, 0, "SELECT count (*) FROM inspection_item WHERE inspection_id = ? AND result = 'open'", "i",
                           id);
  g_autofree char *detail = NULL;

  if (left == 0)
    detail = g_strdup (_("Everything is looked at; it only has to be signed."));
  else
    detail = g_strdup_printf (_("%" PRId64 " of %" PRId64 " are done."), all - left, all);
  add (self, "inspection-open", "inspection", id, day, FALSE, _("Go on with the inspection"), detail);
}

static gboolean
add_next (XbLabelDue  *self,
          XbDb        *db,
          GError     **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, on_day FROM inspection WHERE state = 'open' "
                                        "AND removed_at IS NULL", "");
  g_autofree char *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  g_autofree char *detail = NULL;
  gboolean estimated = FALSE;

  if (rows == NULL)
    return FALSE;
  if (xb_rows_next (rows, NULL))
    {
      add_open (self, db, xb_rows_int (rows, 0), xb_rows_text (rows, 1));
      return TRUE;
    }
  day = xb_inspection_read_next_day (db, NULL, self->today, &estimated);
  if (day == NULL || strcmp (day, self->horizon) > 0)
    return TRUE;
  last = xb_db_text (db, "SELECT max (on_day) FROM inspection WHERE state = 'signed' AND removed_at IS NULL", "");
  label = last != NULL ? xb_day_dup_label (last) : NULL;
  if (label != NULL)
    detail = g_strdup_printf (_("The last one was on %s. It takes about ten minutes."), label);
  else
    detail = g_strdup (_("Look once what phones really show. It takes about ten minutes."));
  add (self, "inspection", "inspection", 0, day, estimated, _("Inspect your numbers"), detail);
  return TRUE;
}

static gboolean
add_tasks (XbLabelDue  *self,
           XbDb        *db,
           GError     **error)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT t.*, n.e164, k.id AS task_id, k.due AS mend_by FROM inspection_task k INDEXED BY "
                      "inspection_task_due JOIN inspection_item t ON t.id = k.item_id LEFT JOIN number n "
                      "ON n.id = t.number_id WHERE k.closed_at = 0 AND k.incident_id IS NULL ORDER BY k.due, k.id LIMIT ?",
                      "i", self->most);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      g_autoptr(XbInspectionItem) item = xb_records_make (rows, XB_TYPE_INSPECTION_ITEM);
      const char *platform = xb_inspection_item_get_platform (item);
      const char *name = platform != NULL ? g_hash_table_lookup (self->names, platform) : NULL;
      g_autofree char *what = xb_inspection_item_dup_title (item, name);
      g_autofree char *title = g_strdup_printf (_("Mend what failed: %s"), what);
      const char *note = xb_inspection_item_get_note (item);

      add (self, "inspection-task", "inspection-task", xb_inspection_item_get_task_id (item),
           xb_rows_text (rows, xb_rows_n_columns (rows) - 1), FALSE, title,
           note != NULL && *note != '\0' ? note : _("The inspection found it; it is not mended yet."));
    }
  return TRUE;
}

/** xb_inspection_due_read: adds what is due about inspections */
gboolean
xb_inspection_due_read (XbLabelDue  *self,
                        XbDb        *db,
                        GError     **error)
{
  return add_next (self, db, error) && add_tasks (self, db, error);
}
