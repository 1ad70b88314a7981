/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "xb-workspace-today.h"

/* What the windows ask of a full file: the first page, a search, the last page, 今日. Each figure is the median of many:
 * the time that passed, and how long the main thread's processor worked for it, which other programs disturb less. */

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
search_digit (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_numbers (ws, "1");

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

typedef struct
{
  double passed[TIMES];
  double worked[TIMES];
} Figures;

static double
worked (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
measure (XbWorkspace *ws,
         Action       action,
         Figures     *figures,
         guint        round)
{
  gint64 start = g_get_monotonic_time ();
  double before = worked ();

  action (ws);
  figures->worked[round] = worked () - before;
  figures->passed[round] = (g_get_monotonic_time () - start) / 1000.0;
}

static void
say (const char *name,
     Figures    *figures)
{
  qsort (figures->passed, TIMES, sizeof (double), compare);
  qsort (figures->worked, TIMES, sizeof (double), compare);
  g_print ("%s: %.2f ms, of processor %.2f ms\n", name, figures->passed[TIMES / 2], figures->worked[TIMES / 2]);
}

/* What is done while nobody types, such as reading ahead for the next search. */
static void
rest (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static XbWorkspace *
open_folder (const char *folder)
{
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) error = NULL;
  XbWorkspace *ws = xb_workspace_open (folder, clock, &error);

  if (ws == NULL)
    g_error ("%s", error->message);
  return ws;
}

/* The first search after the start, or after a number changed. */
static void
say_first (const char *folder,
           const char *name,
           Action      action)
{
  Figures figures;

  for (guint i = 0; i < TIMES; i++)
    {
      g_autoptr(XbWorkspace) ws = open_folder (folder);

      measure (ws, action, &figures, i);
    }
  say (name, &figures);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; Action action; } rows[] = {
    { "first page of the numbers", first_page },
    { "last page of the numbers", last_page },
    { "search by digits, first page", search_digits },
    { "search by one digit, first page", search_digit },
    { "search by use, first page", search_use },
    { "first page of the certifications", certifications },
    { "today, off the main thread", today },
  };
  const char *folder = argc > 1 ? argv[1] : "";
  gint64 start = g_get_monotonic_time ();
  g_autoptr(XbWorkspace) ws = open_folder (folder);
  Figures figures;

  g_print ("opening: %.2f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint round = 0; round < TIMES; round++)
        {
          measure (ws, rows[i].action, &figures, round);
          rest ();
        }
      say (rows[i].name, &figures);
    }
  say_first (folder, "search by digits, the first one after a change", search_digits);
  say_first (folder, "search by one digit, the first one after a change", search_digit);
  say_first (folder, "search by use, the first one after a change", search_use);
  return 0;
}
