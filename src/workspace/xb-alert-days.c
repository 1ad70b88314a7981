/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-alert-look-private.h"
#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-metric.h"

/* The rules about reported figures. Each number's last ten weeks are read in one walk, and of those only the numbers that
 * got new days since the last look. */

/* An alert is for acting: nobody is told of a day that lies further back. */
#define TELL_DAYS 14
#define KEEP_DAYS 60

typedef struct
{
  XbAlertLook  *look;
  XbDb         *db;
  XbAlertRules *rules;
  guint         from; /* the days that are new */
  guint         until;
  guint         newest; /* of all numbers */
  char          newest_day[11];
  guint         today;
  gint64        number;
  GArray       *days; /* XbAlertDay of the number */
  GHashTable   *running; /* number * 16 + measure of the alerts about rates that are not over */
} Walk;

static gint64
running_key (gint64         number,
             XbAlertMeasure measure)
{
  return number * 16 + measure;
}

static gboolean
read_running (Walk    *walk,
              GError **error)
{
  g_autoptr(XbRows) rows = xb_db_query (walk->db, error, "SELECT number_id, measure FROM alert WHERE state <> 'over' AND "
                                        "measure IN ('answer-rate', 'answer-fall')", "");

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      int measure = 0;
      gint64 key;

      xb_enum_from_nick (XB_TYPE_ALERT_MEASURE, xb_rows_text (rows, 1), &measure);
      key = running_key (xb_rows_int (rows, 0), measure);
      g_hash_table_add (walk->running, g_memdup2 (&key, sizeof key));
    }
  return TRUE;
}

static gint64
get_figure (const XbAlertDay *day,
            XbAlertMeasure    measure)
{
  return measure == XB_ALERT_MEASURE_MARKS ? day->marks : day->complaints;
}

/* An alert of the same number and measure that reaches up to, or into, the days @first … @last: no day with a lower figure
 * lies between. 0: none. */
static gint64
find_running (Walk           *walk,
              XbAlertMeasure  measure,
              const char     *first,
              const char     *last)
{
  return xb_db_int (walk->db, 0, "SELECT id FROM alert WHERE number_id = ? AND measure = ? AND last_day >= ? AND "
                    "first_day <= ? ORDER BY id DESC LIMIT 1", "ittt", walk->number,
                    xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) measure), first, last);
}

/* A run of days on which the threshold was reached. @before: the last reported day before it, which may be the end of a
 * run that goes on here; the same day as @first where there is none. */
static gboolean
write_run (Walk           *walk,
           XbAlertMeasure  measure,
           guint           before,
           guint           first,
           guint           last,
           gint64          value,
           GError        **error)
{
  const XbAlertLimits *limits = xb_alert_rules_of (walk->rules, walk->number);
  char before_day[11], first_day[11], last_day[11];
  gint64 running;

  xb_period_format (before, before_day);
  xb_period_format (first, first_day);
  xb_period_format (last, last_day);
  running = find_running (walk, measure, before_day, last_day);
  if (running != 0)
    return xb_db_run (walk->db, error, "UPDATE alert SET last_day = max (last_day, ?), first_day = min (first_day, ?), "
                      "value = max (value, ?) WHERE id = ?", "ttii", last_day, first_day, value, running);
  if (last + KEEP_DAYS < walk->newest)
    return TRUE;
  walk->look->raised++;
  return xb_alert_insert (walk->db, measure, &(XbAlertDraft) {
           .rule = limits->id[measure], .number = walk->number, .threshold = limits->threshold[measure], .value = value,
           .first_day = first_day, .last_day = last_day, .old = last + TELL_DAYS < MAX (walk->today, walk->newest) },
           walk->look->now, error);
}

/* Days without a report do not end a run: a shop that is closed on Sundays has no better Monday. */
static gboolean
look_at_counts (Walk           *walk,
                XbAlertMeasure  measure,
                GError        **error)
{
  gint64 threshold = xb_alert_rules_of (walk->rules, walk->number)->threshold[measure];
  guint first = 0, last = 0, previous = 0, before = 0;
  gint64 worst = 0;

  for (guint i = 0; i < walk->days->len; i++)
    {
      const XbAlertDay *day = &g_array_index (walk->days, XbAlertDay, i);
      gint64 value = get_figure (day, measure);

      if (value < 0)
        continue;
      if (value >= threshold && day->period >= walk->from && day->period <= walk->until)
        {
          if (first == 0)
            {
              first = day->period;
              before = previous != 0 ? previous : first;
              worst = 0;
            }
          last = day->period;
          worst = MAX (worst, value);
        }
      else if (first != 0)
        {
          if (!write_run (walk, measure, before, first, last, worst, error))
            return FALSE;
          first = 0;
        }
      /* only a day that reached it can be the end of a run that goes on */
      previous = value >= threshold ? day->period : 0;
    }
  return first == 0 || write_run (walk, measure, before, first, last, worst, error);
}

static gboolean
write_rate (Walk              *walk,
            XbAlertMeasure     measure,
            const XbAlertRate *rate,
            GError           **error)
{
  const XbAlertLimits *limits = xb_alert_rules_of (walk->rules, walk->number);
  const char *word = xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) measure);
  gint64 key = running_key (walk->number, measure), running;

  if (!rate->known || (!rate->low && !g_hash_table_contains (walk->running, &key)))
    return TRUE;
  running = xb_db_int (walk->db, 0, "SELECT id FROM alert WHERE number_id = ? AND measure = ? AND state <> 'over'", "it",
                       walk->number, word);
  if (!rate->low)
    return running == 0 || xb_db_run (walk->db, error, "UPDATE alert SET state = 'over' WHERE id = ?", "i", running);
  if (running != 0)
    return xb_db_run (walk->db, error, "UPDATE alert SET last_day = ?, value = ?, baseline = ?, calls = ? WHERE id = ?",
                      "tiiii", walk->newest_day, rate->now, rate->before, rate->calls, running);
  walk->look->raised++;
  return xb_alert_insert (walk->db, measure, &(XbAlertDraft) {
           .rule = limits->id[measure], .number = walk->number, .threshold = limits->threshold[measure],
           .value = rate->now, .baseline = rate->before, .calls = rate->calls, .first_day = walk->newest_day,
           .last_day = walk->newest_day, .old = walk->newest + TELL_DAYS < walk->today }, walk->look->now, error);
}

static gboolean
look_at_number (Walk    *walk,
                GError **error)
{
  const XbAlertLimits *limits = xb_alert_rules_of (walk->rules, walk->number);
  const XbAlertDay *days = (const XbAlertDay *) walk->days->data;
  XbAlertRate rate;

  if (walk->days->len == 0)
    return TRUE;
  for (XbAlertMeasure measure = XB_ALERT_MEASURE_MARKS; measure <= XB_ALERT_MEASURE_COMPLAINTS; measure++)
    if (limits->threshold[measure] != G_MAXINT64 && !look_at_counts (walk, measure, error))
      return FALSE;
  if (limits->threshold[XB_ALERT_MEASURE_ANSWER_RATE] != G_MAXINT64)
    {
      rate = xb_alert_judge_rate (days, walk->days->len, walk->newest, limits->threshold[XB_ALERT_MEASURE_ANSWER_RATE]);
      if (!write_rate (walk, XB_ALERT_MEASURE_ANSWER_RATE, &rate, error))
        return FALSE;
    }
  if (limits->threshold[XB_ALERT_MEASURE_ANSWER_FALL] == G_MAXINT64)
    return TRUE;
  rate = xb_alert_judge_fall (days, walk->days->len, walk->newest, limits->threshold[XB_ALERT_MEASURE_ANSWER_FALL]);
  return write_rate (walk, XB_ALERT_MEASURE_ANSWER_FALL, &rate, error);
}

static gint64
read_figure (XbRows *rows,
             int     column)
{
  return xb_rows_is_null (rows, column) ? -1 : xb_rows_int (rows, column);
}

/* Numbers in their order, each with its days in their order. @touched: an import; only numbers that later ones changed
 * in the new days; -1: all. */
static gboolean
walk_numbers (Walk    *walk,
              gint64   touched,
              GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (walk->db, error,
                      "SELECT m.id, m.calls, m.answered, m.marks, m.complaints FROM number n CROSS JOIN metric m "
                      "ON m.id BETWEEN (n.id << 16) + ?1 AND (n.id << 16) + ?2 WHERE n.removed_at IS NULL AND "
                      "(?5 < 0 OR EXISTS (SELECT 1 FROM metric t WHERE t.id BETWEEN (n.id << 16) + ?3 AND (n.id << 16) + ?4 "
                      "AND t.import_id > ?5)) ORDER BY n.id, m.id", "iiiii",
                      (gint64) (walk->newest - MIN (walk->newest, XB_ALERT_DAYS - 1)), (gint64) walk->newest,
                      (gint64) walk->from, (gint64) walk->until, touched);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &local))
    {
      gint64 key = xb_rows_int (rows, 0);
      XbAlertDay day = { (guint) (key & 65535), read_figure (rows, 1), read_figure (rows, 2), read_figure (rows, 3),
                         read_figure (rows, 4) };

      if (key >> 16 != walk->number)
        {
          if (!look_at_number (walk, error))
            return FALSE;
          walk->number = key >> 16;
          g_array_set_size (walk->days, 0);
        }
      g_array_append_val (walk->days, day);
    }
  if (local == NULL)
    return look_at_number (walk, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Which days are new, and whose. FALSE: none. */
static gboolean
find_new_days (Walk   *walk,
               gint64 *touched)
{
  gint64 import = xb_db_int (walk->db, -1, "SELECT import_id FROM alert_progress", "");
  gint64 undone = xb_db_int (walk->db, 0, "SELECT undone_at FROM alert_progress", "");
  g_autofree char *rules = xb_db_text (walk->db, "SELECT rules FROM alert_progress", "");

  *touched = -1;
  walk->from = 0;
  walk->until = XB_PERIOD_MONTHS - 1;
  if (import < 0 || g_strcmp0 (rules, walk->rules->print) != 0)
    return TRUE;
  walk->from = (guint) xb_db_int (walk->db, XB_PERIOD_MONTHS, "SELECT ifnull (min (first_period), 50000) FROM metric_import "
                                  "WHERE id > ?1 OR undone_at > ?2", "ii", import, undone);
  walk->until = (guint) MIN (xb_db_int (walk->db, 0, "SELECT ifnull (max (last_period), 0) FROM metric_import "
                                        "WHERE id > ?1 OR undone_at > ?2", "ii", import, undone), XB_PERIOD_MONTHS - 1);
  if (xb_db_int (walk->db, 0, "SELECT count (*) FROM metric_import WHERE undone_at > ?", "i", undone) == 0)
    *touched = import;
  return walk->from <= walk->until;
}

/* What was taken out again, or lies far back, no longer holds. */
static gboolean
end_old (Walk    *walk,
         GError **error)
{
  char day[11];

  xb_period_format (walk->newest - MIN (walk->newest, KEEP_DAYS), day);
  return xb_db_run (walk->db, error, "UPDATE alert SET state = 'over' WHERE state = 'raised' AND measure IN "
                    "('marks', 'complaints') AND (last_day < ?1 OR (last_day > ?2))", "tt", day, walk->newest_day);
}

static gboolean
save_progress (Walk    *walk,
               GError **error)
{
  return xb_db_run (walk->db, error, "INSERT INTO alert_progress VALUES (1, (SELECT ifnull (max (id), 0) FROM metric_import), "
                    "(SELECT ifnull (max (undone_at), 0) FROM metric_import), ?1) ON CONFLICT DO UPDATE SET "
                    "import_id = excluded.import_id, undone_at = excluded.undone_at, rules = excluded.rules", "t",
                    walk->rules->print);
}

/** xb_alert_look_days: what new figures say */
gboolean
xb_alert_look_days (XbAlertLook  *self,
                    XbDb         *db,
                    GError      **error)
{
  g_autoptr(XbAlertRules) rules = xb_alert_rules_read (db, error);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (XbAlertDay));
  g_autoptr(GHashTable) running = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *today = xb_instant_to_day (self->now);
  Walk walk = { .look = self, .db = db, .rules = rules, .days = days, .running = running, .today = xb_period_from_day (today) };
  gint64 touched;

  if (rules == NULL)
    return FALSE;
  if (walk.today == XB_PERIOD_NONE)
    walk.today = 0;
  if (!find_new_days (&walk, &touched))
    return TRUE;
  walk.newest = (guint) xb_db_int (db, 0, "SELECT ifnull (max (id), 0) FROM metric_by_day", "");
  xb_period_format (walk.newest, walk.newest_day);
  if (walk.newest != 0 && walk.until + XB_ALERT_DAYS >= walk.newest &&
      (!read_running (&walk, error) || !walk_numbers (&walk, touched, error) || !end_old (&walk, error)))
    return FALSE;
  return save_progress (&walk, error);
}
