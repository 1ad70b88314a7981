/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-look-private.h"
#include "xb-clock.h"
#include "xb-day.h"
#include "xb-due.h"
#include "xb-enum-types.h"

/* The rules, and those of them that are about what shows and what is due. */

void
xb_alert_rules_free (XbAlertRules *self)
{
  g_hash_table_unref (self->own);
  g_free (self->print);
  g_free (self);
}

/** xb_alert_rules_of: Returns: (transfer none): what holds for @number */
const XbAlertLimits *
xb_alert_rules_of (XbAlertRules *self,
                   gint64        number)
{
  const XbAlertLimits *own = g_hash_table_lookup (self->own, &number);

  return own != NULL ? own : &self->all;
}

/* Rules for all come first: a number's own begin as a copy of them. */
static void
take_rule (XbAlertRules *self,
           XbRows       *rows,
           GString      *print)
{
  gint64 number = xb_rows_int (rows, 2);
  gint64 threshold = xb_rows_int (rows, 4) != 0 ? xb_rows_int (rows, 3) : G_MAXINT64;
  XbAlertLimits *limits = &self->all;
  int measure;

  if (!xb_enum_from_nick (XB_TYPE_ALERT_MEASURE, xb_rows_text (rows, 1), &measure))
    return;
  if (number != 0)
    {
      limits = g_hash_table_lookup (self->own, &number);
      if (limits == NULL)
        {
          limits = g_memdup2 (&self->all, sizeof self->all);
          g_hash_table_insert (self->own, g_memdup2 (&number, sizeof number), limits);
        }
    }
  limits->id[measure] = xb_rows_int (rows, 0);
  limits->threshold[measure] = threshold;
  g_string_append_printf (print, "%d/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " ", measure, number, threshold);
}

/** xb_alert_rules_read: Returns: (transfer full): or %NULL with @error */
XbAlertRules *
xb_alert_rules_read (XbDb    *db,
                     GError **error)
{
  XbAlertRules *self = g_new0 (XbAlertRules, 1);
  GString *print = g_string_new (NULL);
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "SELECT id, measure, number_id, threshold, enabled FROM alert_rule "
                                        "ORDER BY number_id, id", "");

  self->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < XB_N_ALERT_MEASURES; i++)
    self->all.threshold[i] = G_MAXINT64;
  while (local == NULL && xb_rows_next (rows, &local))
    take_rule (self, rows, print);
  self->print = g_string_free (print, FALSE);
  if (local == NULL)
    return self;
  g_propagate_error (error, g_steal_pointer (&local));
  xb_alert_rules_free (self);
  return NULL;
}

/** xb_alert_insert: a threshold was crossed */
gboolean
xb_alert_insert (XbDb               *db,
                 XbAlertMeasure      measure,
                 const XbAlertDraft *draft,
                 gint64              now,
                 GError            **error)
{
  return xb_db_run (db, error, "INSERT INTO alert (rule_id, measure, number_id, raised_at, first_day, last_day, value, "
                    "threshold, baseline, calls, detail, object, key, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    "itiittiiiittti", draft->rule, xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) measure), draft->number,
                    now, draft->first_day, draft->last_day, draft->value, draft->threshold, draft->baseline, draft->calls,
                    draft->detail, draft->object, draft->key, draft->old ? now : (gint64) 0);
}

/* Things of a kind that hold now: one that is new raises an alert, one that is gone ends its own. */
typedef struct
{
  XbAlertLook    *look;
  XbDb           *db;
  XbAlertMeasure  measure;
  XbAlertRules   *rules;
  GHashTable     *held; /* keys */
  char           *today;
} Things;

static gboolean
hold (Things       *things,
      XbAlertDraft *draft,
      GError      **error)
{
  const XbAlertLimits *limits = xb_alert_rules_of (things->rules, draft->number);

  if (limits->threshold[things->measure] == G_MAXINT64)
    return TRUE;
  g_hash_table_add (things->held, g_strdup (draft->key));
  /* what it says follows: a day that was moved, another language */
  if (xb_db_int (things->db, 0, "SELECT count (*) FROM alert WHERE key = ? AND state <> 'over'", "t", draft->key) != 0)
    return xb_db_run (things->db, error, "UPDATE alert SET detail = ?1, last_day = ?2 WHERE key = ?3 AND state <> 'over' AND "
                      "(detail IS NOT ?1 OR last_day <> ?2)", "ttt", draft->detail, draft->last_day, draft->key);
  draft->rule = limits->id[things->measure];
  draft->threshold = limits->threshold[things->measure];
  things->look->raised++;
  return xb_alert_insert (things->db, things->measure, draft, things->look->now, error);
}

static gboolean
end_others (Things  *things,
            GError **error)
{
  g_autoptr(GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (things->db, error, "SELECT id, key FROM alert WHERE measure = ? AND state <> 'over' AND "
                                        "key IS NOT NULL", "t",
                                        xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) things->measure));

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &local))
    if (!g_hash_table_contains (things->held, xb_rows_text (rows, 1)))
      {
        gint64 id = xb_rows_int (rows, 0);

        g_array_append_val (gone, id);
      }
  for (guint i = 0; local == NULL && i < gone->len; i++)
    xb_db_run (things->db, &local, "UPDATE alert SET state = 'over' WHERE id = ?", "i", g_array_index (gone, gint64, i));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
things_clear (Things *things)
{
  g_hash_table_unref (things->held);
  g_clear_pointer (&things->rules, xb_alert_rules_free);
  g_free (things->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Things, things_clear)

/* What showed and no longer does: by what the platform says, and by what a phone showed in the last inspection. Both give
 * the place, the number, the platform, since when. */
static const struct
{
  const char *place;
  const char *sql;
} displays[] = {
  { "certification", "SELECT id, number_id, platform, updated_at, id FROM certification WHERE state IN ('suspended', 'expired') "
    "AND live_at > 0" },
  { "inspection", "SELECT i.inspection_id, i.number_id, i.platform, i.at, i.key FROM inspection_item i WHERE i.inspection_id = "
    "(SELECT max (id) FROM inspection WHERE removed_at IS NULL) AND i.result = 'fail' AND i.section = 'display' AND EXISTS "
    "(SELECT 1 FROM inspection p JOIN inspection_item o ON o.inspection_id = p.id AND o.key = i.key WHERE p.id < i.inspection_id "
    "AND p.removed_at IS NULL AND o.result = 'pass')" },
};

static gboolean
hold_displays (Things  *things,
               guint    kind,
               GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (things->db, error, displays[kind].sql, "");

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &local))
    {
      g_autofree char *object = g_strdup_printf ("%s/%" G_GINT64_FORMAT, displays[kind].place, xb_rows_int (rows, 0));
      g_autofree char *day = xb_instant_to_day (xb_rows_int (rows, 3));
      g_autofree char *key = g_strdup_printf ("display/%s/%s", displays[kind].place, xb_rows_text (rows, 4));
      const char *platform = xb_rows_text (rows, 2);
      const char *name = platform != NULL ? g_hash_table_lookup (things->look->names, platform) : NULL;
      XbAlertDraft draft = { .number = xb_rows_int (rows, 1), .first_day = day, .last_day = day,
                             .detail = name != NULL ? name : platform, .object = object, .key = key };

      if (!hold (things, &draft, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
look_at_display (Things  *things,
                 GError **error)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (displays); kind++)
    if (!hold_displays (things, kind, error))
      return FALSE;
  return end_others (things, error);
}

/* What waits without a day on which it would be late is no deadline. */
static gboolean
has_deadline (const char *kind)
{
  static const char *const without[] = { "finish", "outbox", "submit", "needs-info", "rejected", "failed", "suspended",
                                         "label-refused", "incident-close", NULL };

  return !g_strv_contains (without, kind);
}

static gboolean
look_at_deadlines (Things  *things,
                   GError **error)
{
  gint64 days = things->rules->all.threshold[XB_ALERT_MEASURE_DEADLINE];
  g_autofree char *horizon = xb_day_add (things->today, days == G_MAXINT64 ? 0 : (int) CLAMP (days, 0, 365));

  for (guint i = 0; i < things->look->due->len; i++)
    {
      XbDue *due = g_ptr_array_index (things->look->due, i);
      g_autofree char *key = g_strdup_printf ("%s/%s/%s", xb_due_get_kind (due), xb_due_get_object (due),
                                              xb_due_get_part (due) != NULL ? xb_due_get_part (due) : "");
      XbAlertDraft draft = { .first_day = xb_due_get_due (due), .last_day = xb_due_get_due (due),
                             .detail = xb_due_get_title (due), .object = xb_due_get_object (due), .key = key };

      if (has_deadline (xb_due_get_kind (due)) && strcmp (xb_due_get_due (due), horizon) <= 0 &&
          !hold (things, &draft, error))
        return FALSE;
    }
  return end_others (things, error);
}

/** xb_alert_look_run: Returns: %FALSE with @error */
gboolean
xb_alert_look_run (XbAlertLook  *self,
                   XbDb         *db,
                   GError      **error)
{
  if (!xb_alert_look_days (self, db, error))
    return FALSE;
  for (XbAlertMeasure measure = XB_ALERT_MEASURE_DISPLAY_LOST; measure <= XB_ALERT_MEASURE_DEADLINE; measure++)
    {
      g_auto(Things) things = { .look = self, .db = db, .measure = measure, .rules = xb_alert_rules_read (db, error),
                                .held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                                .today = xb_instant_to_day (self->now) };

      if (things.rules == NULL || !(measure == XB_ALERT_MEASURE_DISPLAY_LOST ? look_at_display : look_at_deadlines) (&things, error))
        return FALSE;
    }
  return TRUE;
}
