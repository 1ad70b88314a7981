/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "page-fixture.h"
#include "xb-inspection-window.h"
#include "xb-inspections-page.h"
#include "xb-item-task.h"
#include "xb-list-group.h"
#include "xb-matrix-view.h"
#include "xb-photo-frame.h"
#include "xb-matrix-line.h"
#include "xb-sign-form.h"
#include "xb-ui.h"
#include "xb-inspection-rules.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-metrics.h"

/* The window of an inspection driven by its keys, and the page with the matrix. */

static void
load_demo (Fixture *f)
{
  xb_workspace_demo_async (f->ws, NULL, ended_cb, f);
  done (f);
}

static XbInspectionWindow *
open_window (Fixture *f)
{
  XbInspectionWindow *window = xb_inspection_window_new (NULL, f->ws, 0);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (xb_inspection_window_get_inspection (window) != NULL);
  settle ();
  return window;
}

static XbInspectionItem *
current (XbInspectionWindow *window)
{
  return xb_item_view_get_item (xb_inspection_window_get_view (window));
}

static void
close_window (XbInspectionWindow *window)
{
  GtkWindow *gone = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  gtk_window_destroy (gone);
  wait_until (gone == NULL);
}

static void
press (XbInspectionWindow *window,
       guint               key)
{
  g_assert_true (xb_inspection_window_key (window, key, 0));
}

static char *
write_picture (Fixture    *f,
               const char *name)
{
  char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 54, 110);

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  return path;
}

/* P goes on to the next, F asks why, S skips, the arrows only look; the window can be closed at any moment. */
static void
test_keys (Fixture      *f,
           gconstpointer data)
{
  XbInspectionWindow *window;
  g_autoptr(XbInspectionItem) first = NULL;
  g_autoptr(XbInspectionItem) second = NULL;
  gint64 id, left_at;

  load_demo (f);
  window = open_window (f);
  id = xb_record_get_id (XB_RECORD (xb_inspection_window_get_inspection (window)));
  g_assert_cmpuint (xb_inspection_window_get_selected (window), ==, 0);
  first = g_object_ref (current (window));
  g_assert_cmpint (xb_inspection_item_get_section (first), ==, XB_INSPECTION_SECTION_DISPLAY);
  press (window, GDK_KEY_p);
  wait_until (xb_inspection_item_get_result (first) == XB_INSPECTION_RESULT_PASS);
  wait_until (xb_inspection_window_get_selected (window) == 1);
  g_assert_cmpstr (xb_inspection_item_get_seen (first), ==, xb_inspection_item_get_expected (first));

  second = g_object_ref (current (window));
  press (window, GDK_KEY_F); /* a capital as well */
  wait_until (xb_inspection_item_get_result (second) == XB_INSPECTION_RESULT_FAIL);
  wait_until (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_false (xb_inspection_window_key (window, GDK_KEY_p, 0)); /* a letter is a letter now */
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "显示为广告推销");
  wait_until (g_strcmp0 (xb_inspection_item_get_note (second), "显示为广告推销") == 0); /* stored by itself */
  press (window, GDK_KEY_Escape);
  g_assert_false (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));

  press (window, GDK_KEY_Left);
  g_assert_cmpuint (xb_inspection_window_get_selected (window), ==, 0);
  press (window, GDK_KEY_Left); /* there is none before */
  g_assert_cmpuint (xb_inspection_window_get_selected (window), ==, 0);
  press (window, GDK_KEY_Right);
  press (window, GDK_KEY_Down);
  g_assert_cmpuint (xb_inspection_window_get_selected (window), ==, 2);
  press (window, GDK_KEY_s);
  wait_until (xb_inspection_window_get_selected (window) == 3);

  left_at = xb_record_get_id (XB_RECORD (current (window)));
  close_window (window); /* as a crash would: nothing was said before */
  window = open_window (f);
  g_assert_cmpint (xb_record_get_id (XB_RECORD (xb_inspection_window_get_inspection (window))), ==, id);
  g_assert_cmpint (xb_record_get_id (XB_RECORD (current (window))), ==, left_at); /* the first that is open */
  close_window (window);
}

/* What is typed just before the window goes is stored. */
static void
test_last_word (Fixture      *f,
                gconstpointer data)
{
  XbInspectionWindow *window;
  g_autoptr(XbInspectionItem) item = NULL;

  load_demo (f);
  window = open_window (f);
  item = xb_workspace_ref_inspection_item (f->ws, xb_record_get_id (XB_RECORD (current (window)))); /* kept true */
  type_into (GTK_WIDGET (window), "Note", "还没看完");
  close_window (window);
  wait_until (g_strcmp0 (xb_inspection_item_get_note (item), "还没看完") == 0);
  g_assert_cmpint (xb_inspection_item_get_result (item), ==, XB_INSPECTION_RESULT_OPEN);
}

static void
test_photo (Fixture      *f,
            gconstpointer data)
{
  XbInspectionWindow *window;
  XbItemView *view;
  g_autofree char *path = write_picture (f, "屏幕.png");
  g_autofree char *bad_path = g_build_filename (f->folder, "bad.png", NULL);
  g_autoptr(GFile) good = g_file_new_for_path (path);
  g_autoptr(GFile) bad = g_file_new_for_path (bad_path);
  GtkWidget *frame;

  load_demo (f);
  g_assert_true (g_file_set_contents (bad_path, "no picture", -1, NULL));
  window = open_window (f);
  view = xb_inspection_window_get_view (window);
  frame = find_type (GTK_WIDGET (view), XB_TYPE_PHOTO_FRAME);
  type_into (GTK_WIDGET (window), "Note", "贴在后面");
  xb_item_view_add_photo (view, bad);
  wait_until (xb_item_view_get_problem (view) != NULL && *xb_item_view_get_problem (view) != '\0');
  g_assert_nonnull (strstr (xb_item_view_get_problem (view), "bad.png"));
  g_assert_cmpstr (read_from (GTK_WIDGET (window), "Note"), ==, "贴在后面"); /* nothing typed is lost by it */
  xb_item_view_add_photo (view, good);
  wait_until (xb_photo_frame_is_loaded (XB_PHOTO_FRAME (frame)));
  g_assert_cmpint (xb_inspection_item_get_photos (current (window)), ==, 1);
  g_assert_cmpstr (xb_inspection_item_get_note (current (window)), ==, "贴在后面");
  close_window (window);
}

static void
test_task (Fixture      *f,
           gconstpointer data)
{
  XbInspectionWindow *window;
  XbItemTask *task;

  load_demo (f);
  window = open_window (f);
  task = XB_ITEM_TASK (find_type (GTK_WIDGET (window), XB_TYPE_ITEM_TASK));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (task)));
  press (window, GDK_KEY_f);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (task)));
  xb_item_task_act (task); /* something wrong that callers see: an incident, in one step */
  wait_until (xb_inspection_item_get_task_id (current (window)) != 0);
  wait_until (g_strcmp0 (xb_item_task_get_text (task), "An incident is open for it.") == 0);
  press (window, GDK_KEY_Escape); /* out of the note */
  while (xb_inspection_item_get_section (current (window)) != XB_INSPECTION_SECTION_TRUTH)
    press (window, GDK_KEY_Right);
  press (window, GDK_KEY_f);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (task)));
  xb_item_task_act (task); /* nothing of a number: a thing to do, over the holiday */
  wait_until (strstr (xb_item_task_get_text (task), "8 Oct") != NULL);
  close_window (window);
}

/* What is seen over the door goes into the register; the old name stays, it may be a mark. */
static void
test_correct (Fixture      *f,
              gconstpointer data)
{
  XbInspectionEntry entry = XB_INSPECTION_ENTRY_INIT (XB_INSPECTION_RESULT_PASS);
  XbInspectionWindow *window;
  g_autoptr(GListModel) brands = NULL;
  gint64 item;

  load_demo (f);
  brands = xb_workspace_list_brands (f->ws);
  g_assert_cmpuint (g_list_model_get_n_items (brands), ==, 1);
  window = open_window (f);
  while (g_strcmp0 (xb_inspection_item_get_topic (current (window)), "name") != 0)
    press (window, GDK_KEY_Right);
  item = xb_record_get_id (XB_RECORD (current (window)));
  g_assert_false (xb_inspection_item_knows_better (current (window)));
  entry.seen = "青禾茶饮";
  xb_workspace_record_inspection_async (f->ws, item, &entry, NULL, ended_cb, f);
  done (f);
  wait_until (xb_inspection_item_knows_better (current (window)));
  xb_workspace_correct_register_async (f->ws, item, NULL, ended_cb, f);
  done (f);
  wait_until (g_list_model_get_n_items (brands) == 2);
  xb_workspace_correct_register_async (f->ws, item, NULL, ended_cb, f); /* pressed once more */
  done (f);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (brands), ==, 2);
  close_window (window);
}

/* The report that is missing is one press away, and fills its items once it is in. */
static void
test_report (Fixture      *f,
             gconstpointer data)
{
  static const GActionEntry entries[] = { { "take-in-report", action_cb } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *path = g_build_filename (f->folder, "report.csv", NULL);
  g_autoptr(GString) text = g_string_new ("号码,日期,呼出量,接通量\n");
  g_autoptr(XbMetricsResult) result = NULL;
  XbInspectionWindow *window;
  XbItemTask *task;

  load_demo (f);
  xb_workspace_undo_metrics_async (f->ws, 1, NULL, ended_cb, f); /* all figures of the demonstration */
  done (f);
  window = open_window (f);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (actions));
  task = XB_ITEM_TASK (find_type (GTK_WIDGET (window), XB_TYPE_ITEM_TASK));
  while (g_strcmp0 (xb_inspection_item_get_topic (current (window)), "data") != 0)
    press (window, GDK_KEY_Right);
  wait_until (strstr (xb_item_task_get_text (task), "take it in here") != NULL);
  xb_item_task_act (task);
  g_assert_cmpstr (f->opened, ==, "take-in-report ");

  for (guint day = 1; day <= 31; day++)
    g_string_append_printf (text, "400-600-1825,2026-08-%02u,10,7\n", day);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  xb_workspace_import_metrics_async (f->ws, path, NULL, NULL, NULL, NULL, ended_cb, f);
  wait_until (f->result != NULL);
  result = xb_workspace_import_metrics_finish (f->ws, f->result, NULL);
  g_assert_cmpuint (result->imported, ==, 31);
  wait_until (xb_inspection_item_get_result (current (window)) == XB_INSPECTION_RESULT_PASS);
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (task)));
  close_window (window);
}

static void
pass_all (XbInspectionWindow *window)
{
  XbInspection *inspection = xb_inspection_window_get_inspection (window);

  while (xb_inspection_get_open (inspection) > 0)
    {
      gint64 open = xb_inspection_get_open (inspection);

      press (window, GDK_KEY_p);
      wait_until (xb_inspection_get_open (inspection) < open);
      settle ();
    }
}

static void
test_sign (Fixture      *f,
           gconstpointer data)
{
  XbInspectionWindow *window;
  GtkWindow *form;

  load_demo (f);
  window = open_window (f);
  gtk_widget_activate_action (GTK_WIDGET (window), "inspection.sign", NULL); /* not yet */
  pass_all (window);
  form = xb_sign_form_new (GTK_WIDGET (window), f->ws, xb_inspection_window_get_inspection (window));
  gtk_window_present (form);
  g_assert_cmpstr (read_from (GTK_WIDGET (form), "Who signs"), ==, "市场部");
  type_into (GTK_WIDGET (form), "Who signs", "王店长");
  act_and_close (form);
  wait_until (xb_inspection_get_state (xb_inspection_window_get_inspection (window)) == XB_INSPECTION_STATE_SIGNED);
  g_assert_cmpuint (strlen (xb_inspection_get_digest (xb_inspection_window_get_inspection (window))), ==, 64);
  xb_item_view_record (xb_inspection_window_get_view (window), XB_INSPECTION_RESULT_FAIL); /* takes nothing any more */
  settle ();
  g_assert_cmpint (xb_inspection_item_get_result (current (window)), !=, XB_INSPECTION_RESULT_FAIL);
  close_window (window);
}

static XbInspectionRhythm
read_rhythm (Fixture *f)
{
  g_autoptr(XbInspectionPlan) plan = xb_workspace_read_inspection_plan (f->ws);

  return plan->rhythm;
}

static void
test_page (Fixture      *f,
           gconstpointer data)
{
  XbInspectionsPage *page;
  GtkWindow *window;
  GtkWidget *past, *begin;

  load_demo (f);
  window = show_page (f, XB_TYPE_INSPECTIONS_PAGE, &page);
  past = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Inspections So Far");
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (past)) == 3);
  gtk_widget_activate (xb_list_group_get_row (XB_LIST_GROUP (past), 0));
  wait_until (g_strcmp0 (f->opened, "open-inspection 3") == 0);
  begin = find_type (GTK_WIDGET (page), GTK_TYPE_BUTTON);
  while (begin != NULL && !gtk_widget_has_css_class (begin, "suggested-action"))
    begin = GTK_IS_TOGGLE_BUTTON (begin) ? find_type (gtk_widget_get_next_sibling (gtk_widget_get_parent (begin)), GTK_TYPE_BUTTON)
                                         : NULL;
  g_assert_nonnull (begin);
  g_signal_emit_by_name (begin, "clicked");
  g_assert_cmpstr (f->opened, ==, "open-inspection 0");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_titled (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, "How often")),
                              XB_INSPECTION_RHYTHM_FORTNIGHTLY);
  wait_until (read_rhythm (f) == XB_INSPECTION_RHYTHM_FORTNIGHTLY);
  gtk_window_destroy (window);
}

static void
test_matrix (Fixture      *f,
             gconstpointer data)
{
  XbInspectionsPage *page;
  GtkWindow *window;
  XbMatrixView *matrix;
  GtkWidget *line;
  g_autofree char *text = NULL;

  load_demo (f);
  window = show_page (f, XB_TYPE_INSPECTIONS_PAGE, &page);
  gtk_window_set_default_size (window, 900, 600);
  xb_inspections_page_show (page, "matrix");
  matrix = XB_MATRIX_VIEW (find_type (GTK_WIDGET (page), XB_TYPE_MATRIX_VIEW));
  g_assert_cmpuint (g_list_model_get_n_items (xb_matrix_view_get_rows (matrix)), ==, 4);
  settle ();
  line = find_type (xb_matrix_view_get_table (matrix), XB_TYPE_MATRIX_LINE);
  g_assert_nonnull (line);
  text = xb_matrix_line_dup_text (XB_MATRIX_LINE (line), 0);
  g_assert_cmpstr (text, ==, "Huawei: Shows · 29 days");
  gtk_window_destroy (window);
}

static void
test_empty (Fixture      *f,
            gconstpointer data)
{
  XbInspectionsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_INSPECTIONS_PAGE, &page);
  XbInspectionWindow *inspection = xb_inspection_window_new (NULL, f->ws, 0);

  xb_inspections_page_show (page, "matrix");
  gtk_window_present (GTK_WINDOW (inspection)); /* says why there is nothing */
  settle ();
  g_assert_null (xb_inspection_window_get_inspection (inspection));
  close_window (inspection);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) g_test_add ("/inspections" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  ADD ("/keys", test_keys);
  ADD ("/last-word", test_last_word);
  ADD ("/photo", test_photo);
  ADD ("/task", test_task);
  ADD ("/correct", test_correct);
  ADD ("/report", test_report);
  ADD ("/sign", test_sign);
  ADD ("/page", test_page);
  ADD ("/matrix", test_matrix);
  ADD ("/empty", test_empty);
  return g_test_run ();
}
