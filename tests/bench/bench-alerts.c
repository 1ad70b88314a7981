/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "xb-db.h"
#include "xb-workspace-alert.h"

/* How long all alert rules take over 10,000 numbers × 400 days: the first time, with a new day, and with nothing new. */

#define NUMBERS 10000
#define DAYS    400
#define NEWEST  9766 /* 2026-09-27, counted from 2000-01-01 */

static void
run (XbDb       *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  xb_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* Every number rings 40 times a day, 66 % are answered; each hundredth has a bad fortnight and marks. */
static void
fill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "xinbiao.db", NULL);
  g_autofree char *rows = NULL;
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);

  run (db, "BEGIN");
  rows = g_strdup_printf ("WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < %d) INSERT INTO number "
                          "(id, e164, national, type, added_at) SELECT id, '+86138' || (10000000 + id), '138' || (10000000 + id), "
                          "'mobile', 0 FROM n", NUMBERS);
  run (db, rows);
  g_free (rows);
  rows = g_strdup_printf ("WITH RECURSIVE d (day) AS (SELECT %d UNION ALL SELECT day + 1 FROM d WHERE day < %d) "
                          "INSERT INTO metric (id, calls, answered, marks, complaints, inquiries, orders, revenue, import_id) "
                          "SELECT (n.id << 16) + d.day, 40, iif (n.id %% 100 = 0 AND d.day > %d - 14, 18, 24 + abs (random ()) %% 6), "
                          "iif (n.id %% 100 = 0 AND d.day > %d - 3, 7, abs (random ()) %% 3), 0, 4, 1, 3800, 1 FROM number n, d",
                          NEWEST - DAYS + 1, NEWEST, NEWEST, NEWEST);
  run (db, rows);
  run (db, "INSERT INTO metric_import (id, name, at, rows, imported, first_period, last_period, known) SELECT 1, 'bench', 0, "
       "count (*), count (*), min (id & 65535), max (id & 65535), 127 FROM metric");
  run (db, "INSERT INTO metric_by_day SELECT id & 65535, count (*), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM metric GROUP BY 1");
  run (db, "COMMIT");
  run (db, "PRAGMA wal_checkpoint (TRUNCATE)");
}

/* A day more for each number. */
static void
add_day (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "xinbiao.db", NULL);
  g_autofree char *rows = g_strdup_printf ("INSERT INTO metric (id, calls, answered, marks, complaints, import_id) SELECT "
                                           "(id << 16) + %d, 40, 26, 1, 0, 2 FROM number", NEWEST + 1);
  g_autofree char *import = g_strdup_printf ("INSERT INTO metric_import (id, name, at, first_period, last_period) VALUES "
                                             "(2, 'bench', 0, %d, %d)", NEWEST + 1, NEWEST + 1);
  g_autofree char *day = g_strdup_printf ("INSERT INTO metric_by_day SELECT %d, %d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0",
                                          NEWEST + 1, NUMBERS);
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);

  run (db, rows);
  run (db, import);
  run (db, day);
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbAlertRound) round = xb_workspace_watch_alerts_finish (XB_WORKSPACE (source), result, &error);

  g_assert_no_error (error);
  *(int *) user_data = (int) round->raised;
}

static void
measure (XbWorkspace *ws,
         const char  *what)
{
  gint64 start = g_get_monotonic_time ();
  clock_t cpu = clock ();
  int raised = -1;

  xb_workspace_watch_alerts_async (ws, FALSE, NULL, watched_cb, &raised);
  while (raised < 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%-16s %7.3f s, %7.3f s of the processor, %d alerts\n", what, (g_get_monotonic_time () - start) / 1e6,
           (double) (clock () - cpu) / CLOCKS_PER_SEC, raised);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xb-bench-alerts-XXXXXX", NULL);
  g_autoptr(XbClock) clock = xb_clock_new_fixed (xb_instant_parse ("2026-09-28T10:00:00+08:00", NULL));
  g_autofree char *remove = g_strdup_printf ("rm -rf '%s'", folder);
  XbWorkspace *ws = xb_workspace_open (folder, clock, NULL);

  fill (folder);
  measure (ws, "the first time");
  measure (ws, "nothing new");
  add_day (folder);
  measure (ws, "a new day");
  g_object_unref (ws);
  return g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL) ? 0 : 1;
}
