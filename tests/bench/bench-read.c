/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "xb-workspace-today.h"

/* What the windows ask of a full file: the first page, a search, the last page, 今日. Each figure is
 * the median of many. */

#define TIMES 31

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef void (*Action) (XbWorkspace *ws);

static void
touch_page (GListModel *list,
            guint       first)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = first; i < MIN (n, first + 64); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
    }
}

static void
first_page (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_numbers (ws, NULL);

  touch_page (list, 0);
}

static void
last_page (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_numbers (ws, NULL);

  touch_page (list, g_list_model_get_n_items (list) - 64);
}

static void
search_digits (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_numbers (ws, "99887");

  touch_page (list, 0);
}

static void
search_use (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_numbers (ws, "门店41");

  touch_page (list, 0);
}

static void
certifications (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_certifications (ws, XB_CERT_FILTER_ALL);

  touch_page (list, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbToday) today = xb_workspace_read_today_finish (XB_WORKSPACE (source), result, &error);

  if (today == NULL)
    g_error ("%s", error->message);
  *(gboolean *) user_data = TRUE;
}

static void
today (XbWorkspace *ws)
{
  gboolean done = FALSE;

  xb_workspace_read_today_async (ws, XB_TODAY_ROWS, NULL, read_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static double
median (XbWorkspace *ws,
        Action       action)
{
  double figures[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      action (ws);
      figures[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (figures, TIMES, sizeof *figures, compare);
  return figures[TIMES / 2];
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; Action action; } rows[] = {
    { "first page of the numbers", first_page },
    { "last page of the numbers", last_page },
    { "search by digits, first page", search_digits },
    { "search by use, first page", search_use },
    { "first page of the certifications", certifications },
    { "today, off the main thread", today },
  };
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(XbWorkspace) ws = xb_workspace_open (argc > 1 ? argv[1] : "", clock, &error);

  if (ws == NULL)
    g_error ("%s", error->message);
  g_print ("opening: %.2f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_print ("%s: %.2f ms\n", rows[i].name, median (ws, rows[i].action));
  return 0;
}
