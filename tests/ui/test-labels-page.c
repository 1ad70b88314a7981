/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-free-edits-form.h"
#include "xb-free-edits-strip.h"
#include "xb-label-row.h"
#include "xb-labels-board.h"
#include "xb-labels-page.h"
#include "xb-late-restores.h"
#include "xb-number-labels.h"
#include "xb-ui.h"
#include "xb-workspace-label-board.h"
#include "xb-workspace-register.h"

/* The page of labels: what every number shows now and next, several chosen for one change. */

static gint64
add_number (Fixture    *f,
            const char *spelling,
            const char *use)
{
  xb_workspace_add_number_async (f->ws, spelling, use, NULL, ended_cb, f);
  return done (f);
}

static void
set_label (Fixture    *f,
           gint64      number,
           const char *text,
           const char *from,
           const char *until)
{
  XbLabelDraft draft = { .numbers = &number, .n_numbers = 1, .text = text, .from = from, .until = until };

  xb_workspace_set_label_async (f->ws, &draft, NULL, NULL, NULL, ended_cb, f);
  done (f);
}

static char *
row_text (XbLabelsBoard *board,
          guint          position)
{
  g_autoptr(GObject) item = g_list_model_get_item (xb_labels_board_get_list (board), position);
  GtkWidget *row;

  g_assert_nonnull (item);
  row = g_object_ref_sink (find_type (GTK_WIDGET (board), XB_TYPE_LABEL_ROW));
  xb_label_row_set_item (XB_LABEL_ROW (row), item);
  g_object_unref (row);
  return xb_label_row_dup_text (XB_LABEL_ROW (row));
}

static void
test_empty (Fixture      *f,
            gconstpointer data)
{
  XbLabelsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_LABELS_PAGE, &page);
  XbLabelsBoard *board = XB_LABELS_BOARD (xb_labels_page_show (page, "numbers"));

  g_assert_cmpstr (xb_labels_page_get_part (page), ==, "numbers");
  g_assert_cmpstr (xb_labels_board_get_view (board), ==, "empty");
  g_assert_null (xb_labels_page_show (page, "nowhere"));
  gtk_window_destroy (window);
}

static void
test_board (Fixture      *f,
            gconstpointer data)
{
  gint64 hot = add_number (f, "028-86123456", "外卖"), cold = add_number (f, "13800138000", "前台");
  XbLabelsPage *page;
  GtkWindow *window;
  XbLabelsBoard *board;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *coming = NULL;

  set_label (f, hot, "冰饮专线", NULL, NULL);
  set_label (f, hot, "国庆不打烊", "2026-10-01", "2026-10-07");
  window = show_page (f, XB_TYPE_LABELS_PAGE, &page);
  board = XB_LABELS_BOARD (xb_labels_page_show (page, "numbers"));
  g_assert_cmpuint (g_list_model_get_n_items (xb_labels_board_get_list (board)), ==, 2);
  first = row_text (board, 0);
  second = row_text (board, 1);
  g_test_message ("%s / %s", first, second);
  g_assert_nonnull (strstr (first, "“冰饮专线”"));
  g_assert_nonnull (strstr (first, "Thu 1 Oct: “国庆不打烊”"));
  g_assert_nonnull (strstr (first, "Not live yet"));
  g_assert_nonnull (strstr (second, "No label"));

  /* what is coming, and what is over */
  xb_labels_board_set_part (board, XB_BOARD_COMING);
  g_assert_cmpuint (g_list_model_get_n_items (xb_labels_board_get_list (board)), ==, 1);
  coming = row_text (board, 0);
  g_assert_nonnull (strstr (coming, "国庆不打烊"));
  xb_labels_board_set_part (board, XB_BOARD_PAST);
  g_assert_cmpstr (xb_labels_board_get_view (board), ==, "nothing");
  xb_labels_board_set_part (board, XB_BOARD_NOW);

  /* found by the number, the use and the label */
  for (guint i = 0; i < 4; i++)
    {
      const char *words[] = { "86123", "外卖", "不打烊", "" };
      const guint found[] = { 1, 1, 1, 2 };
      GtkWidget *search = find_type (GTK_WIDGET (board), GTK_TYPE_SEARCH_ENTRY);

      gtk_editable_set_text (GTK_EDITABLE (search), words[i]);
      wait_until (g_list_model_get_n_items (xb_labels_board_get_list (board)) == found[i]);
    }
  g_assert_true (xb_page_search (XB_PAGE (page)));

  /* several at once */
  xb_labels_board_choose (board, hot, TRUE);
  xb_labels_board_choose (board, cold, TRUE);
  g_assert_cmpuint (xb_labels_board_get_n_chosen (board), ==, 2);
  xb_labels_board_edit (board);
  g_assert_cmpstr (f->opened, ==, "edit-label [1, 2]");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/labels-page/empty", test_empty },
    { "/labels-page/board", test_board },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
