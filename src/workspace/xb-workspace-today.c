/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-incident-due.h"
#include "xb-inspection-due.h"
#include "xb-label-due.h"
#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-reasons.h"
#include "xb-workspace-private.h"
#include "xb-workspace-today.h"

/* What must I do today? Everything here is found by index, never stored: it cannot go stale. */


typedef struct
{
  XbToday    *today; /* taken by the finish */
  gint64      most; /* rows of each question; -1: all */
  char       *day;
  char       *horizon;
  gint64      now;
  GHashTable *platform_names;
} ReadToday;

void
xb_today_free (XbToday *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self);
}

static void
read_today_free (gpointer data)
{
  ReadToday *read = data;

  xb_today_free (read->today);
  g_free (read->day);
  g_free (read->horizon);
  g_hash_table_unref (read->platform_names);
  g_free (read);
}

static const char *
platform_name (ReadToday  *read,
               const char *key)
{
  const char *name = key != NULL ? g_hash_table_lookup (read->platform_names, key) : NULL;

  return name != NULL ? name : key;
}

static void
add (ReadToday  *read,
     const char *kind,
     const char *object,
     gint64      id,
     const char *due,
     gboolean    estimated,
     char       *title,
     char       *detail)
{
  g_autofree char *place = g_strdup_printf ("%s/%" G_GINT64_FORMAT, object, id);
  g_autofree char *own_title = title;
  g_autofree char *own_detail = detail;
  XbDue *item;

  item = g_object_new (XB_TYPE_DUE, "kind", kind, "title", own_title, "detail", own_detail, "due", due,
                       "overdue", strcmp (due, read->day) < 0, "estimated", estimated, "object", place, NULL);
  g_ptr_array_add (read->today->due, item);
}

static const char *
later_of (const char *a,
          const char *b)
{
  return a != NULL && strcmp (a, b) > 0 ? a : b;
}

/* One open certification: its state says what is to be done. */
static void
add_certification (ReadToday *read,
                   XbRows    *rows)
{
  gint64 id = xb_rows_int (rows, 0);
  const char *platform = platform_name (read, xb_rows_text (rows, 2));
  const char *expected = xb_rows_text (rows, 3);
  gboolean estimated = xb_rows_int (rows, 4) != 0;
  g_autofree char *since = xb_instant_to_day (xb_rows_int (rows, 5));
  g_autofree char *number = xb_phone_format (xb_rows_text (rows, 8));
  int state = XB_CERT_STATE_DRAFT;
  XbReasonAdvice advice;

  xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_rows_text (rows, 1), &state);
  advice = xb_reasons_explain (xb_rows_text (rows, 6), xb_rows_text (rows, 7));
  switch ((XbCertState) state)
    {
    case XB_CERT_STATE_READY:
      add (read, "submit", "certification", id, since, FALSE,
           g_strdup_printf (_("Hand in %s at %s"), number, platform), g_strdup (_("Everything is ready.")));
      break;
    case XB_CERT_STATE_SUBMITTED:
    case XB_CERT_STATE_IN_REVIEW:
      if (expected != NULL)
        add (read, "review", "certification", id, expected, estimated,
             g_strdup_printf (_("Ask %s how %s stands"), platform, number),
             g_strdup (_("The review should be over by then.")));
      break;
    case XB_CERT_STATE_APPROVED:
    case XB_CERT_STATE_SYNCING:
      add (read, "evidence", "certification", id, later_of (expected, since), estimated,
           g_strdup_printf (_("Call a phone and look what it shows for %s"), number),
           g_strdup_printf (_("%s approved it; a photo of each phone makes it live."), platform));
      break;
    case XB_CERT_STATE_NEEDS_INFO:
      add (read, "needs-info", "certification", id, since, FALSE,
           g_strdup_printf (_("%s asks for more about %s"), platform, number), g_strdup (advice.advice));
      break;
    case XB_CERT_STATE_REJECTED:
      add (read, "rejected", "certification", id, since, FALSE,
           g_strdup_printf (_("%s rejected %s: mend it"), platform, number), g_strdup (advice.advice));
      break;
    case XB_CERT_STATE_FAILED:
      add (read, "failed", "certification", id, since, FALSE,
           g_strdup_printf (_("%s failed with %s: hand it in again"), platform, number),
           g_strdup (_("It was the platform’s fault; the papers are fine.")));
      break;
    case XB_CERT_STATE_SUSPENDED:
      add (read, "suspended", "certification", id, since, FALSE,
           g_strdup_printf (_("%s suspended %s: ask why"), platform, number), g_strdup (advice.advice));
      break;
    case XB_CERT_STATE_EXPIRED:
      add (read, "renew", "certification", id, since, FALSE,
           g_strdup_printf (_("Renew %s at %s"), number, platform), g_strdup (_("It no longer shows.")));
      break;
    case XB_CERT_STATE_DRAFT:
    case XB_CERT_STATE_LIVE:
    case XB_CERT_STATE_WITHDRAWN:
    default:
      break;
    }
}

static gboolean
read_certifications (ReadToday *read,
                     XbDb      *db,
                     GError   **error)
{
  /* The most urgent of each state, by the index on (state, expected): never a walk over all. */
  static const char *const words[] = { "needs-info", "rejected", "failed", "suspended", "expired", "ready",
                                       "syncing", "approved", "in-review", "submitted" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(XbRows) rows = NULL;

      rows = xb_db_query (db, error,
                          "SELECT c.id, c.state, c.platform, c.expected, c.estimated, c.updated_at, c.reason_code, "
                          "c.reason, n.e164 FROM certification c JOIN number n ON n.id = c.number_id "
                          "WHERE c.state = ?1 AND (c.expected IS NOT NULL OR ?1 NOT IN ('submitted', 'in-review')) "
                          "ORDER BY c.expected LIMIT ?2", "ti", words[i], read->most);
      if (rows == NULL)
        return FALSE;
      while (xb_rows_next (rows, NULL))
        add_certification (read, rows);
      read->today->n_due += xb_db_int (db, 0, "SELECT count (*) FROM certification WHERE state = ?1 AND "
                                        "(expected IS NOT NULL OR ?1 NOT IN ('submitted', 'in-review'))", "t", words[i]);
    }
  return TRUE;
}

/* Anything with an end date: kind, table/object, title and the question that finds it. */
static const struct
{
  const char *kind;
  const char *object;
  const char *title;
  const char *detail;
  const char *sql;
} papers[] = {
  { "renew", "certification", N_("Renew %s"), N_("The certification ends."),
    "SELECT c.id, n.national, c.expires FROM certification c JOIN number n ON n.id = c.number_id "
    "WHERE c.state = 'live' AND c.expires IS NOT NULL AND c.expires <= ?1 ORDER BY c.expires LIMIT ?2" },
  { "material-expiry", "material", N_("Renew the paper “%s”"), N_("It ends; platforms refuse papers out of date."),
    "SELECT id, name, expires FROM material WHERE removed_at IS NULL AND expires IS NOT NULL AND expires <= ?1 "
    "ORDER BY expires LIMIT ?2" },
  { "nda-expiry", "nda", N_("Renew the agreement with %s"), N_("Without it no papers go there."),
    "SELECT id, platform, max (expires) FROM nda GROUP BY platform HAVING max (expires) <= ?1 "
    "ORDER BY expires LIMIT ?2" },
  { "mark-expiry", "brand", N_("Renew the mark “%s”"), N_("The registration ends."),
    "SELECT id, name, expires FROM brand WHERE registered <> 0 AND expires IS NOT NULL AND expires <= ?1 "
    "ORDER BY expires LIMIT ?2" },
  { "licence-expiry", "business", N_("Renew the business licence of %s"), N_("Every platform asks for it."),
    "SELECT id, name, licence_expires FROM business WHERE licence_expires IS NOT NULL AND licence_expires <= ?1 "
    "LIMIT ?2" },
  { "finish", "filing", N_("Go on with the hand-in to %s"), N_("It was begun and left."),
    "SELECT id, ifnull (platform, '?'), NULL, (SELECT n.e164 FROM filing_number f JOIN number n ON n.id = f.number_id "
    "WHERE f.filing_id = filing.id ORDER BY n.id LIMIT 1) FROM filing "
    "WHERE submitted_at = 0 AND removed_at IS NULL AND ?1 IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM certification c WHERE c.filing_id = filing.id AND c.state IN ('ready', 'rejected')) "
    "ORDER BY updated_at DESC LIMIT ?2" },
  { "outbox", "outbox", N_("Not sent: %s"), N_("The platform refused the call; look why."),
    "SELECT id, last_error, NULL FROM outbox WHERE state = 'refused' "
    "AND ?1 IS NOT NULL ORDER BY id LIMIT ?2" },
};

/* A title out of the table, with its one "%s" replaced. */
static char *
fill_in (const char *pattern,
         const char *name)
{
  g_auto(GStrv) parts = g_strsplit (pattern, "%s", 2);

  return g_strjoinv (name != NULL ? name : "", parts);
}

static char *
make_detail (const char *detail,
             const char *e164)
{
  g_autofree char *number = e164 != NULL ? xb_phone_format (e164) : NULL;

  return number != NULL ? g_strdup_printf ("%s · %s", number, detail) : g_strdup (detail);
}

static gboolean
read_papers (ReadToday *read,
             XbDb      *db,
             GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr(XbRows) rows = xb_db_query (db, error, papers[i].sql, "ti", read->horizon, read->most);

      if (rows == NULL)
        return FALSE;
      while (xb_rows_next (rows, NULL))
        {
          const char *name = xb_rows_text (rows, 1);

          const char *day = xb_rows_text (rows, 2); /* none: it waits, without a day on which it would be late */
          const char *number = g_strcmp0 (papers[i].object, "filing") == 0 ? xb_rows_text (rows, 3) : NULL;

          if (g_strcmp0 (name, "?") == 0)
            name = _("a platform");
          add (read, papers[i].kind, papers[i].object, xb_rows_int (rows, 0), day != NULL ? day : read->day, FALSE,
               fill_in (_(papers[i].title), platform_name (read, name)), make_detail (_(papers[i].detail), number));
          read->today->n_due++;
        }
    }
  return TRUE;
}

static gboolean
read_health (ReadToday *read,
             XbDb      *db,
             GError   **error)
{
  XbToday *today = read->today;
  g_autoptr(XbRows) rows = NULL;

  /* Those that are not certified are all but the others, and are not walked over. */
  rows = xb_db_query (db, error,
                      "SELECT health, count (*) FROM number WHERE removed_at IS NULL AND health <> 'none' GROUP BY health "
                      "UNION ALL SELECT 'none', (SELECT count (*) FROM number) - "
                      "(SELECT count (*) FROM number WHERE removed_at IS NOT NULL) - "
                      "(SELECT count (*) FROM number WHERE removed_at IS NULL AND health <> 'none')", "");
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      int health = XB_HEALTH_NONE;

      xb_enum_from_nick (XB_TYPE_HEALTH, xb_rows_text (rows, 0), &health);
      today->health[health] = xb_rows_int (rows, 1);
      today->n_numbers += xb_rows_int (rows, 1);
    }
  return TRUE;
}

/* A clock that runs out today comes first: it cannot wait, and what is late by days can. */
static gboolean
is_ticking (XbDue      *due,
            const char *today)
{
  return xb_due_get_due_at (due) != 0 && strcmp (xb_due_get_due (due), today) <= 0;
}

static int
by_urgency (gconstpointer a,
            gconstpointer b,
            gpointer      today)
{
  XbDue *first = *(XbDue *const *) a;
  XbDue *second = *(XbDue *const *) b;
  int order = is_ticking (second, today) - is_ticking (first, today);

  if (order == 0)
    order = strcmp (xb_due_get_due (first), xb_due_get_due (second));
  if (order == 0) /* what has an hour comes before what has the whole day */
    order = (xb_due_get_due_at (first) == 0) - (xb_due_get_due_at (second) == 0);
  if (order == 0)
    order = (xb_due_get_due_at (first) > xb_due_get_due_at (second)) - (xb_due_get_due_at (first) < xb_due_get_due_at (second));
  return order != 0 ? order : g_strcmp0 (xb_due_get_title (first), xb_due_get_title (second));
}

static gboolean
read_today_job (XbDb     *db,
                gpointer  data,
                GError  **error)
{
  ReadToday *read = data;
  XbLabelDue more = { read->day, read->horizon, read->most, read->platform_names, read->today->due,
                      &read->today->n_due };

  if (!read_certifications (read, db, error) || !read_papers (read, db, error) || !read_health (read, db, error) ||
      !xb_label_due_read (&more, db, error) || !xb_inspection_due_read (&more, db, error) ||
      !xb_incident_due_read (&more, read->now, db, error))
    return FALSE;
  read->today->n_wrong = xb_db_int (db, 0, "SELECT (SELECT count (*) FROM incident WHERE state = 'open') + "
                                           "(SELECT count (*) FROM alert WHERE state = 'raised')", "");
  g_ptr_array_sort_with_data (read->today->due, by_urgency, read->day);
  if (read->most >= 0 && read->today->due->len > read->most)
    g_ptr_array_set_size (read->today->due, read->most);
  return TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ReadToday *read = g_task_get_task_data (task);
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&read->today), (GDestroyNotify) xb_today_free);
  else
    g_task_return_error (task, error);
}

/** xb_workspace_read_today_async: @most: how many things to do are wanted, the most urgent; 0: all */
void
xb_workspace_read_today_async (XbWorkspace         *self,
                               guint                most,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ReadToday *read = g_new0 (ReadToday, 1);
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (self));

  g_task_set_source_tag (task, xb_workspace_read_today_async);
  g_task_set_task_data (task, read, read_today_free);
  read->most = most > 0 ? (gint64) most : -1;
  read->today = g_new0 (XbToday, 1);
  read->today->due = g_ptr_array_new_with_free_func (g_object_unref);
  read->now = xb_clock_now (xb_workspace_get_clock (self));
  read->day = xb_instant_to_day (read->now);
  read->horizon = xb_day_add (read->day, XB_RENEW_AHEAD_DAYS);
  read->platform_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);

      g_hash_table_insert (read->platform_names, g_strdup (xb_platform_get_key (platform)),
                           g_strdup (xb_platform_get_name (platform)));
    }
  xb_store_read_async (xb_workspace_get_store (self), read_today_job, read, NULL, cancellable, read_cb, task);
}

/** xb_workspace_read_today_finish: Returns: (transfer full): what is due, or %NULL with @error */
XbToday *
xb_workspace_read_today_finish (XbWorkspace   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
