/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-metric-ledger.h"
#include "xb-roi-changes.h"
#include "xb-roi-incidents.h"
#include "xb-workspace-private.h"

/* What else happened to numbers while they were compared. */

static void
change_clear (gpointer data)
{
  g_free (((XbRoiChange *) data)->text);
}

GArray *
xb_roi_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (XbRoiChange));

  g_array_set_clear_func (changes, change_clear);
  return changes;
}

/** xb_roi_day_begins: Returns: the instant at which @day, counted from 1970-01-01, begins in China */
gint64
xb_roi_day_begins (int day)
{
  char text[11];

  xb_day_format ((guint32) (day + XB_METRIC_DAY_EPOCH), text);
  return xb_instant_from_day (text, 0, 0);
}

/* Rows come by day and kind: the same on the same day is one change of several numbers. */
static void
add (GArray          *changes,
     XbRoiChangeKind  kind,
     const char      *day,
     const char      *text)
{
  XbRoiChange *last = changes->len > 0 ? &g_array_index (changes, XbRoiChange, changes->len - 1) : NULL;
  XbRoiChange change = { .kind = kind, .numbers = 1 };

  if (last != NULL && last->kind == kind && g_str_equal (last->day, day))
    {
      last->numbers++;
      return;
    }
  g_strlcpy (change.day, day, sizeof change.day);
  change.text = g_strdup (text);
  g_array_append_val (changes, change);
}

/* One row for each number, kind and day, whatever the number of platforms. */
#define CHANGES \
  "SELECT kind, number_id, date (at, 'unixepoch', '+8 hours') AS day, min (text) FROM (" \
  "SELECT 0 AS kind, number_id, live_at AS at, label AS text FROM certification WHERE live_at BETWEEN ?1 AND ?2 " \
  "UNION ALL SELECT 1, number_id, live_at, text FROM label_change WHERE live_at BETWEEN ?1 AND ?2) " \
  "WHERE " XB_ROI_COUNTS ("number_id") " GROUP BY day, kind, number_id ORDER BY day, kind, number_id"

static gboolean
read_lasting (XbDb       *db,
              XbSpan      span,
              GHashTable *asked,
              GArray     *changes,
              GHashTable *others,
              GError    **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, CHANGES, "iiii", xb_roi_day_begins (span.from),
                                        xb_roi_day_begins (span.until + 1) - 1, xb_roi_period (span.from),
                                        xb_roi_period (span.until));
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      gint64 number = xb_rows_int (rows, 1);

      if (asked == NULL || g_hash_table_contains (asked, &number))
        add (changes, (XbRoiChangeKind) xb_rows_int (rows, 0), xb_rows_text (rows, 2), xb_rows_text (rows, 3));
      else
        g_hash_table_add (others, g_memdup2 (&number, sizeof number));
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/* All that count: those that are gone do where they have figures. */
static gint64
count_numbers (XbDb   *db,
               XbSpan  span)
{
  return xb_db_int (db, 0, "SELECT count (*) FROM number WHERE removed_at IS NULL", "") +
         xb_db_int (db, 0, "SELECT count (*) FROM number n WHERE removed_at IS NOT NULL AND EXISTS (SELECT 1 FROM metric m "
                    "WHERE m.id BETWEEN (n.id << 16) + ? AND (n.id << 16) + ?)", "ii", xb_roi_period (span.from),
                    xb_roi_period (span.until));
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const XbRoiChange *one = a, *two = b;
  int days = strcmp (one->day, two->day);

  return days != 0 ? days : (int) one->kind - (int) two->kind;
}

/**
 * xb_roi_changes_read:
 * @incident: the incident that is asked about; 0: none
 * @asked: (nullable) (element-type gint64): the numbers that are asked about; %NULL: all
 * @changes: (element-type XbRoiChange): where what happened to them is added
 * @others: (element-type gint64): where the other numbers that changed are put
 *
 * Returns: whether it could be read
 */
gboolean
xb_roi_changes_read (XbDb       *db,
                     XbSpan      span,
                     gint64      incident,
                     GHashTable *asked,
                     GArray     *changes,
                     GHashTable *others,
                     GError    **error)
{
  gint64 n_asked;

  if (!read_lasting (db, span, asked, changes, others, error) ||
      !xb_roi_incidents_read (db, span, incident, asked, changes, others, error))
    return FALSE;
  n_asked = asked != NULL ? g_hash_table_size (asked) : count_numbers (db, span);
  for (guint i = 0; i < changes->len; i++)
    {
      XbRoiChange *change = &g_array_index (changes, XbRoiChange, i);

      change->of_all = change->numbers >= n_asked;
    }
  g_array_sort (changes, compare_changes);
  return TRUE;
}

/** xb_roi_changes_dup_others: Returns: (transfer full) (element-type XbOtherChange): those that leave days out */
GArray *
xb_roi_changes_dup_others (GArray *changes)
{
  GArray *others = g_array_new (FALSE, TRUE, sizeof (XbOtherChange));

  for (guint i = 0; i < changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (changes, XbRoiChange, i);
      XbOtherChange other = { .lasts = change->kind != XB_ROI_INCIDENT, .id = i };
      guint32 first, last;

      if (!change->of_all || change->subject || !xb_day_parse (change->day, &first, NULL))
        continue;
      other.days.from = other.days.until = (int) first - XB_METRIC_DAY_EPOCH;
      if (!other.lasts) /* what is not over yet goes on behind every day that is compared */
        other.days.until = xb_day_parse (change->until, &last, NULL) ? (int) last - XB_METRIC_DAY_EPOCH : G_MAXINT;
      g_array_append_val (others, other);
    }
  return others;
}

char *
xb_workspace_dup_last_figures (XbWorkspace *self,
                               gint64       number_id)
{
  gint64 day;
  char text[11];

  g_return_val_if_fail (XB_IS_WORKSPACE (self), NULL);

  if (number_id == 0)
    day = xb_db_int (xb_workspace_get_db (self), -1, "SELECT ifnull (max (id), -1) FROM metric_by_day", "");
  else
    day = xb_db_int (xb_workspace_get_db (self), -1, "SELECT ifnull (max (id) & 65535, -1) FROM metric WHERE id BETWEEN ? AND ?",
                     "ii", XB_METRIC_KEY (number_id, 0), XB_METRIC_KEY (number_id, XB_PERIOD_MONTHS - 1));
  if (day < 0)
    return NULL;
  xb_period_format ((guint) day, text);
  return g_strdup (text);
}

char *
xb_workspace_dup_last_change (XbWorkspace     *self,
                              XbRoiChangeKind  kind,
                              gint64           number_id)
{
  gint64 at;

  g_return_val_if_fail (XB_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (kind == XB_ROI_LABEL || kind == XB_ROI_CERTIFIED, NULL);

  if (kind == XB_ROI_LABEL)
    at = xb_db_int (xb_workspace_get_db (self), 0, "SELECT ifnull (max (live_at), 0) FROM label_change WHERE ? IN (0, number_id)",
                    "i", number_id);
  else
    at = xb_db_int (xb_workspace_get_db (self), 0, "SELECT ifnull (max (live_at), 0) FROM certification WHERE ? IN (0, number_id)",
                    "i", number_id);
  return at > 0 ? xb_instant_to_day (at) : NULL;
}

char *
xb_workspace_dup_last_live (XbWorkspace *self,
                            const char  *label)
{
  gint64 at;

  g_return_val_if_fail (XB_IS_WORKSPACE (self), NULL);

  at = xb_db_int (xb_workspace_get_db (self), 0, "SELECT ifnull (max (live_at), 0) FROM label_change WHERE text = ?", "t", label);
  return at > 0 ? xb_instant_to_day (at) : NULL;
}

#define MOST_LABELS 2000

static gboolean
find_labels_job (XbDb     *db,
                 gpointer  data,
                 GError  **error)
{
  GStrvBuilder *texts = data;
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT text FROM label WHERE removed_at IS NULL GROUP BY text "
                                        "ORDER BY count (DISTINCT number_id) DESC, text LIMIT ?", "i", (gint64) MOST_LABELS);

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    g_strv_builder_add (texts, xb_rows_text (rows, 0));
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static void
found_labels_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_pointer (task, g_strv_builder_end (g_task_get_task_data (task)), (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_find_roi_labels_async (XbWorkspace         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_workspace_find_roi_labels_async);
  g_task_set_task_data (task, g_strv_builder_new (), (GDestroyNotify) g_strv_builder_unref);
  xb_store_read_async (xb_workspace_get_store (self), find_labels_job, g_task_get_task_data (task), NULL, cancellable, found_labels_cb,
                       task);
}

char **
xb_workspace_find_roi_labels_finish (XbWorkspace   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
