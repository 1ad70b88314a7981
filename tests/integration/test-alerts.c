/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "metrics-fixture.h"
#include "xb-day.h"
#include "xb-workspace-alert.h"
#include "xb-workspace-incident.h"

/* Alerts: once for each crossing, quiet hours, snoozing, new days alone; and rates that few calls say nothing about. */

#define HEAD "日期,号码,呼出量,接通量,标记次数,投诉量\n"

static XbAlertRound *
look (MetricsFixture *f,
      gboolean        tell)
{
  g_autoptr(GError) error = NULL;
  XbAlertRound *round;

  xb_workspace_watch_alerts_async (f->ws, tell, NULL, metrics_ended_cb, f);
  round = xb_workspace_watch_alerts_finish (f->ws, metrics_wait_result (f), &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  return round;
}

static guint
look_raised (MetricsFixture *f)
{
  g_autoptr(XbAlertRound) round = look (f, FALSE);

  return round->raised;
}

static guint
look_told (MetricsFixture *f)
{
  g_autoptr(XbAlertRound) round = look (f, TRUE);

  g_assert_cmpuint (round->tell->len, ==, round->n_tell);
  return round->n_tell;
}

static void
take_in (MetricsFixture *f,
         const char     *text)
{
  g_autofree char *all = g_strconcat (HEAD, text, NULL);

  xb_metrics_result_free (metrics_import (f, all));
}

static void
end (MetricsFixture *f)
{
  g_autoptr(GError) error = NULL;

  xb_workspace_finish (f->ws, metrics_wait_result (f), &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
}

static void
set_rule (MetricsFixture *f,
          XbAlertMeasure  measure,
          gint64          number,
          gint64          threshold,
          gboolean        enabled)
{
  xb_workspace_set_alert_rule_async (f->ws, measure, number, threshold, enabled, NULL, metrics_ended_cb, f);
  end (f);
}

static void
set_time (MetricsFixture *f,
          const char     *text)
{
  xb_clock_set_fixed (f->clock, xb_instant_parse (text, NULL));
}

/* Without the rules about rates: few rows would not trip them, but nothing is to depend on that. */
static void
set_up (MetricsFixture *f,
        gconstpointer   data)
{
  metrics_set_up (f, data);
  set_time (f, "2026-09-28T10:00:00+08:00");
  set_rule (f, XB_ALERT_MEASURE_DEADLINE, 0, 1, FALSE);
}

static void
test_rising (MetricsFixture *f,
             gconstpointer   data)
{
  take_in (f, "2026-09-20,13800138000,10,8,4,0\n2026-09-21,13800138000,10,8,5,0\n2026-09-22,13800138000,10,8,9,0\n");
  g_assert_cmpuint (look_raised (f), ==, 1);
  g_assert_cmpuint (look_raised (f), ==, 0);
  take_in (f, "2026-09-23,13800138000,10,8,7,0\n"); /* it goes on */
  g_assert_cmpuint (look_raised (f), ==, 0);
  take_in (f, "2026-09-24,13800138000,10,8,0,0\n"); /* it is over */
  g_assert_cmpuint (look_raised (f), ==, 0);
  take_in (f, "2026-09-25,13800138000,10,8,6,0\n"); /* and rises again */
  g_assert_cmpuint (look_raised (f), ==, 1);
  take_in (f, "2026-09-27,13800138000,10,8,6,0\n"); /* no report on the 26th: the same */
  g_assert_cmpuint (look_raised (f), ==, 0);
  {
    g_autoptr(GListModel) alerts = xb_workspace_list_alerts (f->ws, TRUE);
    g_autoptr(XbAlert) first = g_list_model_get_item (alerts, 1);
    g_autoptr(XbAlert) second = g_list_model_get_item (alerts, 0);

    g_assert_cmpuint (g_list_model_get_n_items (alerts), ==, 2);
    g_assert_cmpstr (xb_alert_get_first_day (first), ==, "2026-09-21");
    g_assert_cmpstr (xb_alert_get_last_day (first), ==, "2026-09-23");
    g_assert_cmpint (xb_alert_get_value (first), ==, 9);
    g_assert_cmpstr (xb_alert_get_last_day (second), ==, "2026-09-27");
  }
}

/* Complaints from 3, marks from 5; a number's own rule stands in place of the one for all. */
static void
test_own_rule (MetricsFixture *f,
               gconstpointer   data)
{
  take_in (f, "2026-09-26,13800138000,10,8,2,3\n2026-09-26,02865551201,10,8,2,2\n");
  g_assert_cmpuint (look_raised (f), ==, 1);
  set_rule (f, XB_ALERT_MEASURE_COMPLAINTS, xb_workspace_find_number (f->ws, "02865551201", NULL), 2, TRUE);
  g_assert_cmpuint (look_raised (f), ==, 1);
  set_rule (f, XB_ALERT_MEASURE_MARKS, 0, 2, TRUE);
  set_rule (f, XB_ALERT_MEASURE_MARKS, xb_workspace_find_number (f->ws, "13800138000", NULL), 50, FALSE);
  g_assert_cmpuint (look_raised (f), ==, 1);
}

static void
test_quiet (MetricsFixture *f,
            gconstpointer   data)
{
  take_in (f, "2026-09-27,13800138000,10,8,6,0\n");
  set_time (f, "2026-09-28T23:00:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 0);
  set_time (f, "2026-09-29T07:59:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 0);
  set_time (f, "2026-09-29T08:00:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 1);
  g_assert_cmpuint (look_told (f), ==, 0);
  xb_workspace_set_quiet_hours_async (f->ws, 12 * 60, 14 * 60, NULL, metrics_ended_cb, f);
  end (f);
  take_in (f, "2026-09-27,02865551201,10,8,6,0\n");
  set_time (f, "2026-09-29T12:30:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 0);
  set_time (f, "2026-09-29T23:30:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 1);
}

static gint64
first_alert (MetricsFixture *f)
{
  g_autoptr(GListModel) alerts = xb_workspace_list_alerts (f->ws, FALSE);
  g_autoptr(XbAlert) alert = g_list_model_get_item (alerts, 0);

  return xb_record_get_id (XB_RECORD (alert));
}

static void
test_snooze (MetricsFixture *f,
             gconstpointer   data)
{
  take_in (f, "2026-09-27,13800138000,10,8,6,0\n");
  g_assert_cmpuint (look_told (f), ==, 1);
  xb_workspace_snooze_alert_async (f->ws, first_alert (f), xb_instant_parse ("2026-09-28T15:00:00+08:00", NULL), NULL,
                                   metrics_ended_cb, f);
  end (f);
  set_time (f, "2026-09-28T14:59:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 0);
  set_time (f, "2026-09-28T15:00:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 1);
  g_assert_cmpuint (look_told (f), ==, 0);
  xb_workspace_snooze_alert_async (f->ws, first_alert (f), xb_instant_parse ("2026-09-28T16:00:00+08:00", NULL), NULL,
                                   metrics_ended_cb, f);
  end (f);
  xb_workspace_handle_alert_async (f->ws, first_alert (f), TRUE, NULL, metrics_ended_cb, f);
  end (f);
  set_time (f, "2026-09-28T17:00:00+08:00");
  g_assert_cmpuint (look_told (f), ==, 0);
}

/* An alert leads into a case; the next crossing of the same belongs to it. */
static void
test_incident (MetricsFixture *f,
               gconstpointer   data)
{
  gint64 number = xb_workspace_find_number (f->ws, "13800138000", NULL), id;
  g_autoptr(GError) error = NULL;

  take_in (f, "2026-09-27,13800138000,10,8,6,0\n");
  g_assert_cmpuint (look_raised (f), ==, 1);
  xb_workspace_open_incident_async (f->ws, number, XB_INCIDENT_KIND_MARK, NULL, XB_INCIDENT_ORIGIN_ALERT, first_alert (f), 0,
                                    NULL, NULL, metrics_ended_cb, f);
  id = xb_workspace_finish_id (f->ws, metrics_wait_result (f), &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  {
    g_autoptr(XbAlert) alert = xb_workspace_ref_alert (f->ws, first_alert (f));

    g_assert_cmpint (xb_alert_get_incident_id (alert), ==, id);
    g_assert_cmpint (xb_alert_get_state (alert), ==, XB_ALERT_STATE_HANDLED);
  }
  g_assert_cmpuint (look_told (f), ==, 0);
}

/* Days of a number with so many calls of which so many are answered. */
static void
add_days (GString    *text,
          const char *from,
          guint       n,
          guint       calls,
          guint       answered)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = xb_day_add (from, (int) i);

      g_string_append_printf (text, "%s,13800138000,%u,%u,0,0\n", day, calls, answered + (i % 3 == 0) - (i % 3 == 1));
    }
}

static gint64
count (MetricsFixture *f,
       const char     *measure)
{
  g_autoptr(XbDb) db = metrics_open_file (f);

  return xb_db_int (db, -1, "SELECT count (*) FROM alert WHERE measure = ? AND state = 'raised'", "t", measure);
}

static void
test_rates (MetricsFixture *f,
            gconstpointer   data)
{
  g_autoptr(GString) text = g_string_new (NULL);

  add_days (text, "2026-07-20", 56, 60, 45);
  add_days (text, "2026-09-14", 14, 60, 30);
  take_in (f, text->str);
  look_raised (f);
  g_assert_cmpint (count (f, "answer-rate"), ==, 1);
  g_assert_cmpint (count (f, "answer-fall"), ==, 1);
  g_assert_cmpuint (look_raised (f), ==, 0);
  /* two good weeks later neither holds */
  g_string_truncate (text, 0);
  set_time (f, "2026-10-12T10:00:00+08:00");
  add_days (text, "2026-09-28", 14, 60, 47);
  take_in (f, text->str);
  look_raised (f);
  g_assert_cmpint (count (f, "answer-rate"), ==, 0);
  g_assert_cmpint (count (f, "answer-fall"), ==, 0);
}

/* The same shares of a tenth of the calls prove nothing. */
static void
test_few_calls (MetricsFixture *f,
                gconstpointer   data)
{
  g_autoptr(GString) text = g_string_new (NULL);

  add_days (text, "2026-07-20", 56, 3, 2);
  add_days (text, "2026-09-26", 2, 4, 2);
  take_in (f, text->str);
  g_assert_cmpuint (look_raised (f), ==, 0);
}

/* Only numbers with new days are looked at: one whose alert was forgotten is not found again. */
static void
test_new_days (MetricsFixture *f,
               gconstpointer   data)
{
  g_autofree char *path = NULL;
  g_autoptr(XbDb) db = NULL;

  take_in (f, "2026-09-26,13800138000,10,8,6,0\n2026-09-26,02865551201,10,8,6,0\n");
  g_assert_cmpuint (look_raised (f), ==, 2);
  path = g_build_filename (f->folder, "xinbiao.db", NULL);
  db = xb_db_open (path, FALSE, NULL);
  g_assert_true (xb_db_exec (db, "DELETE FROM alert", NULL));
  take_in (f, "2026-09-27,13800138000,10,8,6,0\n");
  g_assert_cmpuint (look_raised (f), ==, 1);
  /* days that were taken in late are new as well */
  take_in (f, "2026-09-10,02865551201,10,8,9,0\n");
  g_assert_cmpuint (look_raised (f), ==, 1);
}

/* A figure of long ago is nothing to act on, and nobody is woken for a fortnight-old one. */
static void
test_old (MetricsFixture *f,
          gconstpointer   data)
{
  take_in (f, "2026-03-01,13800138000,10,8,60,0\n2026-09-01,13800138000,10,8,60,0\n2026-09-02,13800138000,10,8,0,0\n"
           "2026-09-27,13800138000,10,8,0,0\n");
  g_assert_cmpuint (look_told (f), ==, 0);
  g_assert_cmpint (count (f, "marks"), ==, 1);
}

/* A phone showed the name in one inspection and does not in the next: told until it is seen again. */
static void
test_display (MetricsFixture *f,
              gconstpointer   data)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);

  g_assert_true (xb_db_exec (db, "INSERT INTO inspection (id, on_day, started_at) VALUES (1, '2026-08-28', 1)", NULL));
  g_assert_true (xb_db_exec (db, "INSERT INTO inspection_item (inspection_id, position, section, key, topic, number_id, platform, "
                             "result, at) VALUES (1, 1, 'display', 'k', 't', 1, 'cmcc', 'pass', 1)", NULL));
  g_assert_true (xb_db_exec (db, "UPDATE inspection SET state = 'signed'", NULL));
  g_assert_true (xb_db_exec (db, "INSERT INTO inspection (id, on_day, started_at) VALUES (2, '2026-09-28', 1)", NULL));
  g_assert_true (xb_db_exec (db, "INSERT INTO inspection_item (inspection_id, position, section, key, topic, number_id, platform, "
                             "result, at) VALUES (2, 1, 'display', 'k', 't', 1, 'cmcc', 'fail', 1790000000)", NULL));
  g_assert_cmpuint (look_raised (f), ==, 1);
  g_assert_cmpuint (look_raised (f), ==, 0);
  g_assert_cmpint (count (f, "display-lost"), ==, 1);
  g_assert_true (xb_db_exec (db, "UPDATE inspection_item SET result = 'pass' WHERE inspection_id = 2", NULL));
  g_assert_cmpuint (look_raised (f), ==, 0);
  g_assert_cmpint (count (f, "display-lost"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (MetricsFixture *f,
                  gconstpointer   data);
  } tests[] = {
    { "/alerts/rising", test_rising }, { "/alerts/own-rule", test_own_rule }, { "/alerts/quiet", test_quiet },
    { "/alerts/snooze", test_snooze }, { "/alerts/incident", test_incident }, { "/alerts/rates", test_rates },
    { "/alerts/few-calls", test_few_calls }, { "/alerts/new-days", test_new_days }, { "/alerts/old", test_old },
    { "/alerts/display", test_display },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, MetricsFixture, NULL, set_up, tests[i].test, metrics_tear_down);
  return g_test_run ();
}
