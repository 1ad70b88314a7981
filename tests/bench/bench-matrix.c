/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "../folder.h"
#include "xb-db.h"
#include "xb-matrix-view.h"
#include "xb-ui.h"

/* Who sees what, of 1,000 numbers on 8 brands of phones after a year of inspections: how long it takes to open, and
 * what each frame costs while it is scrolled from the top to the end. Figures only; a frame of 60 has 16.7 ms. */

#define STEP 120 /* pixels a frame: a quick flick */

typedef struct
{
  GtkAdjustment *adjustment;
  GMainLoop     *loop;
  GArray        *costs; /* double, ms: a frame as a whole */
  GArray        *laid;  /* double, ms: reading, binding and laying out the rows, before anything is painted */
  gint64         begun;
} Scroll;

static const char *const rows =
  "INSERT INTO business (id, name, handsets) VALUES (1, '青禾冰饮', 'huawei,xiaomi,oppo,vivo,honor,apple,samsung,other');"
  "INSERT INTO filing (id, platform, step, created_at, updated_at) VALUES (1, 'third-party', 'track', 0, 0);"
  "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 1000) "
  "INSERT INTO number (id, e164, national, type, added_at) SELECT n, '+86138' || (10000000 + n * 7919), "
  "'138' || (10000000 + n * 7919), 'mobile', 0 FROM i;"
  "INSERT INTO certification (number_id, platform, filing_id, state, display_name, label, updated_at, live_at, approved_at) "
  "SELECT id, 'third-party', 1, 'live', '青禾冰饮', '冰饮专线', 0, 1, 1 FROM number;"
  "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 12) "
  "INSERT INTO inspection (id, on_day, started_at) SELECT n, '2026-01-01', 0 FROM i WHERE n = 1 UNION ALL "
  "SELECT n, '2026-01-01', 0 FROM i WHERE n > 1 AND 0;";

static const char *const items =
  "WITH b (brand, k) AS (VALUES ('huawei', 0), ('xiaomi', 1), ('oppo', 2), ('vivo', 3), ('honor', 4), ('apple', 5), "
  "('samsung', 6), ('other', 7)), r (round) AS (SELECT value FROM json_each ('[0,1,2,3,4,5,6,7,8,9,10,11]')) "
  "INSERT INTO inspection_item (inspection_id, position, section, key, topic, number_id, handset, platform, result, at) "
  "SELECT 1, n.id, 'display', n.id || '/' || brand || '/' || round, 'display', n.id, brand, 'third-party', "
  "iif ((n.id + k + round) % 17 = 0, 'fail', 'pass'), unixepoch () - (11 - round) * 2592000 - n.id FROM number n, b, r;";

static void
fill (const char *folder)
{
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(XbWorkspace) ws = xb_workspace_open (folder, clock, NULL);
  g_autofree char *path = g_build_filename (folder, "xinbiao.db", NULL);
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);
  g_autoptr(GError) error = NULL;

  if (ws == NULL || db == NULL || !xb_db_exec (db, rows, &error) || !xb_db_exec (db, items, &error))
    g_error ("%s", error != NULL ? error->message : "the file cannot be made");
}

static void
before_cb (GdkFrameClock *clock,
           Scroll        *scroll)
{
  scroll->begun = g_get_monotonic_time ();
}

static void
laid_cb (GdkFrameClock *clock,
         Scroll        *scroll)
{
  double cost = (double) (g_get_monotonic_time () - scroll->begun) / 1000.0;

  g_array_append_val (scroll->laid, cost);
}

static void
after_cb (GdkFrameClock *clock,
          Scroll        *scroll)
{
  double cost = (double) (g_get_monotonic_time () - scroll->begun) / 1000.0;

  g_array_append_val (scroll->costs, cost);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scroll *scroll = user_data;
  double at = gtk_adjustment_get_value (scroll->adjustment);
  double end = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  if (at >= end)
    {
      g_main_loop_quit (scroll->loop);
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (scroll->adjustment, MIN (at + STEP, end));
  return G_SOURCE_CONTINUE;
}

static int
compare (const void *a,
         const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
at_share (GArray *costs,
          double  share)
{
  return g_array_index (costs, double, (guint) ((costs->len - 1) * share));
}

static void
measure (const char *folder)
{
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(XbWorkspace) ws = xb_workspace_open (folder, clock, NULL);
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *view = xb_matrix_view_new (ws);
  double made = (double) (g_get_monotonic_time () - begin) / 1000.0;
  GtkWidget *window = gtk_window_new ();
  Scroll scroll = { NULL, g_main_loop_new (NULL, FALSE), g_array_new (FALSE, FALSE, sizeof (double)),
                    g_array_new (FALSE, FALSE, sizeof (double)), 0 };
  GdkFrameClock *frames;
  double first;
  guint over = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 1500, 800);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  frames = gtk_widget_get_frame_clock (window);
  g_signal_connect (frames, "before-paint", G_CALLBACK (before_cb), &scroll);
  g_signal_connect_after (frames, "layout", G_CALLBACK (laid_cb), &scroll);
  g_signal_connect (frames, "after-paint", G_CALLBACK (after_cb), &scroll);
  while (scroll.costs->len < 3)
    g_main_context_iteration (NULL, TRUE);
  first = g_array_index (scroll.costs, double, 0);
  g_array_set_size (scroll.costs, 0);
  g_array_set_size (scroll.laid, 0);
  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (xb_matrix_view_get_table (XB_MATRIX_VIEW (view))));
  gtk_widget_add_tick_callback (view, tick_cb, &scroll, NULL);
  g_main_loop_run (scroll.loop);
  qsort (scroll.costs->data, scroll.costs->len, sizeof (double), compare);
  qsort (scroll.laid->data, scroll.laid->len, sizeof (double), compare);
  for (guint i = 0; i < scroll.costs->len; i++)
    over += g_array_index (scroll.costs, double, i) > 1000.0 / 60;
  g_print ("%u rows: made in %.1f ms, first frame %.1f ms\n", g_list_model_get_n_items (xb_matrix_view_get_rows (XB_MATRIX_VIEW (view))),
           made, first);
  g_print ("scrolled in %u frames: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, worst %.1f ms; %u over 16.7 ms\n",
           scroll.costs->len, at_share (scroll.costs, 0.5), at_share (scroll.costs, 0.95), at_share (scroll.costs, 0.99),
           at_share (scroll.costs, 1), over);
  g_print ("of it the rows, before the painting: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, worst %.1f ms\n",
           at_share (scroll.laid, 0.5), at_share (scroll.laid, 0.95), at_share (scroll.laid, 0.99), at_share (scroll.laid, 1));
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (scroll.laid);
  g_main_loop_unref (scroll.loop);
  g_array_unref (scroll.costs);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xinbiao-bench-XXXXXX", NULL);

  gtk_init ();
  xb_ui_init ();
  adw_init ();
  fill (folder);
  measure (folder);
  remove_tree (folder);
  return 0;
}
