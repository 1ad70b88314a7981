/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "../folder.h"
#include "xb-report-window.h"
#include "xb-ui.h"

/* A report of a million rows in its window: until its first rows stand there, until all of it is gone through, until it is
 * in; and the longest time in which the window could do nothing else. */

#define NUMBERS 500
#define DAYS    2000
#define NOON    1790568000 /* 2026-09-28 12:00 in China */
#define BEAT    5          /* ms */

typedef struct
{
  gint64 last;
  gint64 longest;
} Heart;

static gboolean
beat_cb (gpointer data)
{
  Heart *heart = data;
  gint64 now = g_get_monotonic_time ();

  heart->longest = MAX (heart->longest, now - heart->last - BEAT * 1000);
  heart->last = now;
  return G_SOURCE_CONTINUE;
}

static char *
write_rows (const char *folder)
{
  char *path = g_build_filename (folder, "report.csv", NULL);
  FILE *file = g_fopen (path, "w");
  g_autoptr(GDate) day = g_date_new_dmy (1, G_DATE_JANUARY, 2021);

  g_assert_nonnull (file);
  fputs ("号码,日期,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n", file);
  for (guint i = 0; i < DAYS; i++)
    {
      for (guint number = 0; number < NUMBERS; number++)
        fprintf (file, "138%08u,%04u-%02u-%02u,%u,%u,%u,0,%u,%u,%u.50\n", number * 7919, g_date_get_year (day),
                 g_date_get_month (day), g_date_get_day (day), 20 + (i + number) % 300, (i + number) % 20, i * number % 3,
                 number % 30, number % 7, number % 900);
      g_date_add_days (day, 1);
    }
  fclose (file);
  return path;
}

static double
wait_for (Heart         *heart,
          XbReportDraft *draft,
          XbReportStep   step,
          gboolean       idle)
{
  gint64 begin = g_get_monotonic_time ();

  heart->last = begin;
  heart->longest = 0;
  while (xb_report_draft_get_step (draft) != step || (idle && xb_report_draft_is_busy (draft)))
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static void
say (const char  *what,
     double       seconds,
     const Heart *heart)
{
  g_print ("%-28s %6.2f s   longest without a beat %4.0f ms\n", what, seconds, (double) heart->longest / 1000);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xinbiao-bench-XXXXXX", NULL);
  g_autofree char *path = write_rows (folder);
  g_autoptr(XbClock) clock = xb_clock_new_fixed (NOON);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  XbWorkspace *workspace;
  XbReportWindow *window;
  XbReportDraft *draft;
  Heart heart = { 0, 0 };
  double seconds;

  xb_ui_init ();
  adw_init ();
  workspace = xb_workspace_open (folder, clock, &error);
  g_assert_no_error (error);
  window = xb_report_window_open (NULL, workspace, NULL);
  draft = xb_report_window_get_draft (window);
  g_timeout_add (BEAT, beat_cb, &heart);
  xb_report_draft_take_file (draft, file);
  seconds = wait_for (&heart, draft, XB_REPORT_STEP_CHECK, FALSE);
  say ("first rows", seconds, &heart);
  seconds = wait_for (&heart, draft, XB_REPORT_STEP_CHECK, TRUE);
  say ("gone through", seconds, &heart);
  xb_report_draft_set_add_numbers (draft, TRUE);
  xb_report_draft_import (draft);
  seconds = wait_for (&heart, draft, XB_REPORT_STEP_DONE, TRUE);
  say ("taken in", seconds, &heart);
  g_assert_cmpuint (xb_report_draft_get_result (draft)->imported, ==, NUMBERS * DAYS);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workspace);
  remove_tree (folder);
  return 0;
}
