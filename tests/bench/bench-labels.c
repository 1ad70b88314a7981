/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "xb-workspace-labels.h"
#include "xb-workspace-today.h"

/* Labels over a full register: what a list, 今日 and the label editor ask, and a label for very many numbers at once. */

#define TIMES 15

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GArray *
take_numbers (guint n)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (numbers, id);
  return numbers;
}

static XbLabelDraft
draft_for (GArray     *numbers,
           const char *text,
           const char *from,
           const char *until)
{
  return (XbLabelDraft) { .numbers = (const gint64 *) numbers->data, .n_numbers = numbers->len, .text = text,
                          .from = from, .until = until };
}

static void
plan (XbWorkspace *ws,
      guint        n)
{
  g_autoptr(GArray) numbers = take_numbers (n);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbLabelPlan) planned = NULL;
  XbLabelDraft draft = draft_for (numbers, "春节不打烊", "2027-02-01", "2027-02-12");

  xb_workspace_plan_label_async (ws, &draft, NULL, done_cb, &result);
  wait_for (&result);
  planned = xb_workspace_plan_label_finish (ws, result, &error);
  g_assert_no_error (error);
}

static void
plan_one (XbWorkspace *ws)
{
  plan (ws, 1);
}

static void
plan_many (XbWorkspace *ws)
{
  plan (ws, 10000);
}

static void
set_many (XbWorkspace *ws,
          guint        n,
          const char  *text,
          const char  *from,
          const char  *until)
{
  g_autoptr(GArray) numbers = take_numbers (n);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) made = NULL;
  XbLabelDraft draft = draft_for (numbers, text, from, until);

  xb_workspace_set_label_async (ws, &draft, NULL, NULL, NULL, done_cb, &result);
  wait_for (&result);
  made = xb_workspace_set_label_finish (ws, result, &error);
  g_assert_no_error (error);
}

static void
set_one (XbWorkspace *ws)
{
  set_many (ws, 1, "一个", "2027-05-01", "2027-05-05");
}

static void
page_of (XbWorkspace   *ws,
         XbLabelFilter  filter,
         gboolean       last)
{
  g_autoptr(GListModel) list = xb_workspace_list_labels (ws, 0, filter);
  guint n = g_list_model_get_n_items (list);

  for (guint i = last && n > 64 ? n - 64 : 0, k = 0; i < n && k < 64; i++, k++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
    }
}

static void
list_now (XbWorkspace *ws)
{
  page_of (ws, XB_LABEL_FILTER_NOW, FALSE);
}

static void
list_now_last (XbWorkspace *ws)
{
  page_of (ws, XB_LABEL_FILTER_NOW, TRUE);
}

static void
list_coming (XbWorkspace *ws)
{
  page_of (ws, XB_LABEL_FILTER_COMING, FALSE);
}

static void
list_open (XbWorkspace *ws)
{
  g_autoptr(GListModel) list = xb_workspace_list_open_label_changes (ws);

  for (guint i = 0; i < MIN (64, g_list_model_get_n_items (list)); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
    }
}

static void
list_of_number (XbWorkspace *ws)
{
  g_autoptr(GListModel) labels = xb_workspace_list_labels (ws, 777, XB_LABEL_FILTER_ALL);
  g_autoptr(GListModel) changes = xb_workspace_list_number_label_changes (ws, 777);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (labels, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (changes, i);
    }
}

static void
free_edits (XbWorkspace *ws)
{
  XbFreeEdits edits;

  g_assert_true (xb_workspace_read_free_edits (ws, "cmcc", NULL, &edits, NULL));
}

static void
today (XbWorkspace *ws)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(XbToday) due = NULL;

  xb_workspace_read_today_async (ws, 500, NULL, done_cb, &result);
  wait_for (&result);
  due = xb_workspace_read_today_finish (ws, result, NULL);
  g_assert_nonnull (due);
}

static const struct
{
  const char *name;
  void      (*action) (XbWorkspace *ws);
} questions[] = {
  { "labels of now, first page", list_now }, { "labels of now, last page", list_now_last },
  { "labels to come, first page", list_coming }, { "edits still to be made, first page", list_open },
  { "labels and edits of one number", list_of_number }, { "free edits of a platform", free_edits },
  { "what is due, all of it", today }, { "plan for one number", plan_one }, { "plan for 10,000 numbers", plan_many },
  { "label for one number", set_one },
};

static void
measure (XbWorkspace *ws)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      double figures[TIMES];

      for (guint t = 0; t < TIMES; t++)
        {
          gint64 start = g_get_monotonic_time ();

          questions[i].action (ws);
          figures[t] = (g_get_monotonic_time () - start) / 1000.0;
        }
      qsort (figures, TIMES, sizeof *figures, compare);
      g_print ("  %-36s %8.2f ms\n", questions[i].name, figures[TIMES / 2]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(XbClock) clock = xb_clock_new_fixed (1790568000); /* 2026-09-28 */
  g_autoptr(GError) error = NULL;
  g_autoptr(XbWorkspace) ws = xb_workspace_open (argc > 1 ? argv[1] : ".", clock, &error);
  gint64 start;

  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  set_many (ws, 10000, "国庆不打烊", "2026-10-20", "2026-10-31");
  g_print ("a label for 10,000 numbers at once: %.2f s\n", (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  set_many (ws, 100000, "双11优惠", "2026-11-01", "2026-11-11");
  g_print ("a label for 100,000 numbers at once: %.2f s\n", (g_get_monotonic_time () - start) / 1e6);
  measure (ws);
  return 0;
}
