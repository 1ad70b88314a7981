/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "xb-chart.h"
#include "xb-rate.h"
#include "xb-ui.h"

/* A line of 100,000 days with its band and its marks, panned and zoomed: what each frame costs of the processor, so that what
 * else runs beside it does not count. Figures only; a frame of 60 has 16.7 ms. */

#define POINTS 100000
#define FIRST 700000.0
#define FRAMES 300

typedef struct
{
  XbChart   *chart;
  GMainLoop *loop;
  GArray    *costs; /* double, ms */
  clock_t    begun;
  guint      frame;
  void     (*move) (XbChart *chart,
                    guint    frame);
} Run;

static XbChartModel *
make_model (guint series)
{
  XbChartModel *model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);

  xb_chart_model_set_title (model, "100,000 days");
  xb_chart_model_set_target (model, 0.65, "Target");
  for (guint s = 0; s < series; s++)
    {
      xb_chart_model_add_series (model, s == 0 ? "one" : "other", XB_CHART_TONE_AUTO);
      for (guint i = 0; i < POINTS; i++)
        {
          int calls = 180 + (int) (60 * sin (i * 0.9));
          XbRate rate = xb_rate_wilson ((int) (calls * (0.5 + 0.1 * s + 0.08 * sin (i * 0.7) + 0.1 * sin (i / 900.0))), calls, 0.95);

          if (i % 45 > 2) /* gaps */
            xb_chart_model_add_rate (model, s, FIRST + i, rate.rate, rate.low, rate.high, calls);
        }
    }
  for (guint i = 0; i < 400; i++)
    xb_chart_model_add_event (model, i % XB_CHART_N_EVENTS, FIRST + i * 250, FIRST + i * 250 + i % 7, "event");
  return model;
}

static void
pan (XbChart *chart,
     guint    frame)
{
  double from, until;

  xb_chart_get_range (chart, &from, &until);
  xb_chart_pan (chart, (frame / 40 % 2 == 0 ? 1 : -1) * (until - from) / 100);
}

static void
zoom (XbChart *chart,
      guint    frame)
{
  xb_chart_zoom (chart, frame % 100 < 50 ? 1.1 : 1 / 1.1, FIRST + POINTS / 3);
}

static void
before_cb (GdkFrameClock *frames,
           Run           *run)
{
  run->begun = clock ();
}

static void
after_cb (GdkFrameClock *frames,
          Run           *run)
{
  double cost = (double) (clock () - run->begun) * 1000 / CLOCKS_PER_SEC;

  g_array_append_val (run->costs, cost);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frames,
         gpointer       user_data)
{
  Run *run = user_data;

  if (run->frame >= FRAMES)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }
  run->move (run->chart, run->frame++);
  return G_SOURCE_CONTINUE;
}

static int
compare (const void *a,
         const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
measure (Run        *run,
         const char *name,
         void      (*move) (XbChart *chart,
                            guint    frame))
{
  double sum = 0;
  guint over = 0;

  run->frame = 0;
  run->move = move;
  g_array_set_size (run->costs, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (run->chart), tick_cb, run, NULL);
  g_main_loop_run (run->loop);
  for (guint i = 0; i < run->costs->len; i++)
    {
      sum += g_array_index (run->costs, double, i);
      over += g_array_index (run->costs, double, i) > 1000.0 / 60;
    }
  qsort (run->costs->data, run->costs->len, sizeof (double), compare);
  g_print ("%s, %u frames: mean %.1f ms, median %.1f ms, 95 %% %.1f ms, worst %.1f ms; %u over 16.7 ms\n", name, run->costs->len,
           sum / run->costs->len, g_array_index (run->costs, double, run->costs->len / 2),
           g_array_index (run->costs, double, run->costs->len * 95 / 100), g_array_index (run->costs, double, run->costs->len - 1),
           over);
}

int
main (void)
{
  gtk_init ();
  xb_ui_init ();
  adw_init ();
  for (guint series = 1; series <= 2; series++)
    {
      g_autoptr(XbChartModel) model = make_model (series);
      GtkWidget *window = gtk_window_new ();
      Run run = { XB_CHART (xb_chart_new (model)), g_main_loop_new (NULL, FALSE), g_array_new (FALSE, FALSE, sizeof (double)), 0 };
      GdkFrameClock *frames;

      gtk_window_set_default_size (GTK_WINDOW (window), 860, 400);
      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (run.chart));
      gtk_window_present (GTK_WINDOW (window));
      frames = gtk_widget_get_frame_clock (window);
      g_signal_connect (frames, "before-paint", G_CALLBACK (before_cb), &run);
      g_signal_connect (frames, "after-paint", G_CALLBACK (after_cb), &run);
      while (run.costs->len < 1)
        g_main_context_iteration (NULL, TRUE);
      g_print ("%u line%s of %u days; first frame %.1f ms\n", series, series > 1 ? "s" : "", POINTS,
               g_array_index (run.costs, double, 0));
      xb_chart_zoom (run.chart, 2, FIRST);
      measure (&run, "panned, half of it in sight", pan);
      xb_chart_zoom (run.chart, 4, NAN);
      measure (&run, "panned, an eighth in sight", pan);
      xb_chart_zoom (run.chart, 100, NAN);
      measure (&run, "panned, 120 days in sight", pan);
      xb_chart_show_all (run.chart);
      measure (&run, "zoomed from all to 850 days and back", zoom);
      gtk_window_destroy (GTK_WINDOW (window));
      g_main_loop_unref (run.loop);
      g_array_unref (run.costs);
    }
  return 0;
}
