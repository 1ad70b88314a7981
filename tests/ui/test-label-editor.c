/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-change-list.h"
#include "xb-finding-list.h"
#include "xb-label-editor.h"
#include "xb-label-history.h"
#include "xb-lint-entry.h"
#include "xb-number-chips.h"
#include "xb-number-row.h"
#include "xb-numbers-page.h"
#include "xb-plan-view.h"
#include "xb-problem.h"
#include "xb-rule-window.h"
#include "xb-ui.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-labels.h"

/* The label editor as it is used: typed into, mended, costed, set, undone. */

#define BAD  "全城最好奶茶"
#define GOOD "火锅专线"

static void
fill_demo (Fixture *f)
{
  xb_workspace_demo_async (f->ws, NULL, ended_cb, f);
  wait_until (f->result != NULL);
  g_clear_object (&f->result);
}

static gint64
find_number (Fixture    *f,
             const char *spelling)
{
  g_autoptr(GError) error = NULL;
  gint64 id = xb_workspace_find_number (f->ws, spelling, &error);

  g_assert_no_error (error);
  return id;
}

static XbLabelEditor *
open_editor (Fixture *f,
             guint    n)
{
  const char *const spellings[] = { "400-600-1825", "028-6555 1200", "028-6555 1201" };
  gint64 ids[G_N_ELEMENTS (spellings)];
  XbLabelEditor *editor;

  fill_demo (f);
  for (guint i = 0; i < n; i++)
    ids[i] = find_number (f, spellings[i]);
  editor = xb_label_editor_new (NULL, f->ws, ids, n, NULL);
  gtk_window_present (GTK_WINDOW (editor));
  settle ();
  return editor;
}

static void
close_editor (XbLabelEditor *editor)
{
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_window_destroy (GTK_WINDOW (editor));
  wait_until (editor == NULL); /* also what it asked for last has ended */
}

#define PART(editor, TYPE, type) TYPE (find_type (GTK_WIDGET (editor), type))
#define ENTRY(editor) PART (editor, XB_LINT_ENTRY, XB_TYPE_LINT_ENTRY)
#define FINDINGS(editor) PART (editor, XB_FINDING_LIST, XB_TYPE_FINDING_LIST)
#define PLAN(editor) PART (editor, XB_PLAN_VIEW, XB_TYPE_PLAN_VIEW)

static void
type_label (XbLabelEditor *editor,
            const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ENTRY (editor)), text);
}

static const char *
read_label (XbLabelEditor *editor)
{
  return gtk_editable_get_text (GTK_EDITABLE (ENTRY (editor)));
}

static GtkWidget *
find_action (GtkWidget  *widget,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_ACTIONABLE (child) &&
                         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0
                           ? child : find_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can_set (XbLabelEditor *editor)
{
  return gtk_widget_is_sensitive (find_action (GTK_WIDGET (editor), "label.set"));
}

static gboolean
has_underline (XbLabelEditor  *editor,
               PangoUnderline  style,
               guint           start,
               guint           end)
{
  g_autoptr(PangoAttrIterator) at = NULL;
  gboolean found = FALSE;

  at = pango_attr_list_get_iterator (xb_lint_entry_get_marks (ENTRY (editor)));
  do
    {
      PangoAttribute *line = pango_attr_iterator_get (at, PANGO_ATTR_UNDERLINE);

      found |= line != NULL && ((PangoAttrInt *) line)->value == style && line->start_index == start &&
               line->end_index == end;
    }
  while (pango_attr_iterator_next (at));
  return found;
}

/* What is found is underlined in the text, and selected from its row. */
static void
test_findings (Fixture      *f,
               gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  const XbLintReport *report;
  const XbFinding *finding;
  int start, end;

  type_label (editor, GOOD);
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), <, XB_VERDICT_WARNING);
  type_label (editor, BAD);
  report = xb_lint_entry_get_report (ENTRY (editor));
  g_assert_cmpint (report->verdict, ==, XB_VERDICT_ERROR);
  finding = g_ptr_array_index (report->findings, 0);
  g_assert_true (finding->start <= 2 && finding->end >= 4); /* 最好 */
  g_assert_true (has_underline (editor, PANGO_UNDERLINE_ERROR, finding->start * 3, finding->end * 3)); /* bytes */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (FINDINGS (editor))));
  gtk_widget_activate_action (GTK_WIDGET (editor), "label.select", "(uu)", finding->start, finding->end);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (ENTRY (editor)), &start, &end));
  g_assert_cmpint (start, ==, finding->start);
  g_assert_cmpint (end, ==, finding->end);
  close_editor (editor);
}

static void
test_hidden (Fixture      *f,
             gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  g_autoptr(PangoAttrIterator) at = NULL;
  PangoAttribute *show;

  type_label (editor, "全城最\u200b好奶茶");
  at = pango_attr_list_get_iterator (xb_lint_entry_get_marks (ENTRY (editor)));
  show = pango_attr_iterator_get (at, PANGO_ATTR_SHOW);
  g_assert_nonnull (show);
  g_assert_cmpint (((PangoAttrInt *) show)->value & PANGO_SHOW_IGNORABLES, !=, 0);
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), ==, XB_VERDICT_ERROR);
  close_editor (editor);
}

/* Alt+1 takes the first suggestion, and Ctrl+Z brings back what was typed. */
static void
test_fix (Fixture      *f,
          gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  g_autofree char *wanted = NULL;
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (ENTRY (editor))));

  type_label (editor, BAD);
  g_assert_nonnull (xb_lint_entry_find_fixable (ENTRY (editor)));
  wanted = g_strdup (xb_lint_entry_find_fixable (ENTRY (editor))->suggestions[0]);
  gtk_widget_activate_action (GTK_WIDGET (editor), "label.fix-nth", "u", 0);
  g_assert_cmpstr (read_label (editor), ==, wanted);
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), <, XB_VERDICT_ERROR);
  gtk_widget_activate_action (text, "text.undo", NULL);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (read_label (editor), ==, BAD);
  close_editor (editor);
}

/* What the input method composes is judged where it stands; the text itself is not touched. */
static void
test_preedit (Fixture      *f,
              gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (ENTRY (editor))));

  type_label (editor, "全城奶茶");
  gtk_editable_set_position (GTK_EDITABLE (text), 2);
  g_signal_emit_by_name (text, "preedit-changed", "最好");
  g_assert_cmpstr (xb_lint_entry_get_composed (ENTRY (editor)), ==, BAD);
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), ==, XB_VERDICT_ERROR);
  g_assert_cmpstr (read_label (editor), ==, "全城奶茶");
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), <, XB_VERDICT_ERROR);
  close_editor (editor);
}

/* Three numbers: one is taken out again; the plan follows. */
static void
test_many (Fixture      *f,
           gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 3);
  XbNumberChips *chips = PART (editor, XB_NUMBER_CHIPS, XB_TYPE_NUMBER_CHIPS);
  gint64 last = find_number (f, "028-6555 1201");

  type_label (editor, GOOD);
  wait_until (strstr (xb_plan_view_get_text (PLAN (editor)), "2 numbers") != NULL);
  xb_number_chips_add (chips, &last, 1); /* is there already */
  g_assert_cmpuint (xb_number_chips_get_numbers (chips)->len, ==, 3);
  xb_number_chips_remove (chips, last);
  g_assert_cmpuint (xb_number_chips_get_numbers (chips)->len, ==, 2);
  wait_until (strstr (xb_plan_view_get_text (PLAN (editor)), "2 numbers") == NULL && can_set (editor));
  close_editor (editor);
}

/* The cost and the free edits stand there before anything is saved; the last one says what is paid. */
static void
test_cost (Fixture      *f,
           gconstpointer data)
{
  XbLabelEditor *editor;

  fill_demo (f);
  xb_workspace_set_free_edits_async (f->ws, "third-party", 0, NULL, ended_cb, f);
  done (f);
  editor = xb_label_editor_new (NULL, f->ws, (gint64[]) { find_number (f, "028-6555 1201") }, 1, NULL);
  gtk_window_present (GTK_WINDOW (editor));
  type_label (editor, "秋季新品");
  type_into (GTK_WIDGET (editor), "Last day (empty: until it is replaced)", "2026-10-10");
  wait_until (can_set (editor) && strstr (xb_plan_view_get_text (PLAN (editor)), "Taking it down again") != NULL);
  g_test_message ("%s", xb_plan_view_get_text (PLAN (editor)));
  g_assert_nonnull (strstr (xb_plan_view_get_text (PLAN (editor)), "100.00 to 200.00 yuan for 2 edits, indicative"));
  g_assert_nonnull (strstr (xb_plan_view_get_text (PLAN (editor)), "It would show only after its last day"));
  g_assert_nonnull (strstr (xb_plan_view_get_text (PLAN (editor)), "0 of 3 free edits left"));
  g_assert_nonnull (strstr (xb_plan_view_get_text (PLAN (editor)), "Hand in by"));
  close_editor (editor);
}

/* An error stops the button until there is a reason, and the reason is kept. */
static void
test_override (Fixture      *f,
               gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  g_autoptr(GListModel) labels = NULL;
  g_autoptr(XbLabel) label = NULL;

  type_label (editor, BAD);
  wait_until (*xb_plan_view_get_text (PLAN (editor)) != '\0');
  g_assert_false (can_set (editor));
  type_into (GTK_WIDGET (editor), "Reason for using it all the same", "平台书面同意");
  wait_until (can_set (editor));
  gtk_widget_activate_action (GTK_WIDGET (editor), "label.set", NULL);
  wait_until (g_strcmp0 (xb_label_editor_get_page (editor), "next") == 0);
  labels = xb_workspace_list_labels (f->ws, find_number (f, "400-600-1825"), XB_LABEL_FILTER_NOW);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr(XbLabel) one = g_list_model_get_item (labels, i);

      if (g_strcmp0 (xb_label_get_text (one), BAD) == 0)
        g_set_object (&label, one);
    }
  g_assert_nonnull (label);
  g_assert_cmpstr (xb_label_get_override (label), ==, "平台书面同意");
  close_editor (editor);
}

/* Set, see what comes next, undo: what was typed is still there. */
static void
test_undo (Fixture      *f,
           gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  gint64 number = find_number (f, "400-600-1825");
  g_autoptr(GListModel) before = xb_workspace_list_labels (f->ws, number, XB_LABEL_FILTER_ALL);
  guint n = g_list_model_get_n_items (before);
  GtkWidget *undo;

  type_label (editor, GOOD);
  wait_until (can_set (editor));
  gtk_widget_activate_action (GTK_WIDGET (editor), "label.set", NULL);
  wait_until (g_strcmp0 (xb_label_editor_get_page (editor), "next") == 0);
  wait_until (g_list_model_get_n_items (before) == n + 1);
  wait_until ((undo = find_action (GTK_WIDGET (editor), "label.undo")) != NULL);
  gtk_widget_activate (undo);
  wait_until (g_strcmp0 (xb_label_editor_get_page (editor), "edit") == 0);
  wait_until (g_list_model_get_n_items (before) == n);
  g_assert_cmpstr (read_label (editor), ==, GOOD);
  close_editor (editor);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *part)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *label = GTK_IS_BUTTON (child) ? gtk_button_get_label (GTK_BUTTON (child)) : NULL;
      GtkWidget *found = label != NULL && strstr (label, part) != NULL ? child : find_button (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWindow *
find_form (XbLabelEditor *editor)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (XB_IS_FORM (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (editor))
        return window;
    }
  return NULL;
}

/* Handed in, refused, and a rule made of the refusal: the next label with that word is found. */
static void
test_refusal (Fixture      *f,
              gconstpointer data)
{
  XbLabelEditor *editor;
  XbChangeList *list;
  GtkWindow *form;
  GtkWidget *button;

  fill_demo (f);
  editor = xb_label_editor_new (NULL, f->ws, (gint64[]) { find_number (f, "028-6555 1201") }, 1, NULL);
  gtk_window_present (GTK_WINDOW (editor));
  type_label (editor, GOOD);
  wait_until (can_set (editor));
  gtk_widget_activate_action (GTK_WIDGET (editor), "label.set", NULL);
  wait_until (g_strcmp0 (xb_label_editor_get_page (editor), "next") == 0);
  list = XB_CHANGE_LIST (gtk_widget_get_prev_sibling (gtk_widget_get_parent (find_action (GTK_WIDGET (editor),
                                                                                          "label.again"))));
  wait_until ((button = find_button (GTK_WIDGET (list), "Hand In")) != NULL);
  g_signal_emit_by_name (button, "clicked");
  form = find_form (editor);
  g_assert_nonnull (form);
  act_and_close (form);
  wait_until ((button = find_button (GTK_WIDGET (list), "Result")) != NULL);
  g_signal_emit_by_name (button, "clicked");
  form = find_form (editor);
  g_assert_nonnull (form);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_type (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW)), 1);
  type_into (GTK_WIDGET (form), "Why, in their words", "含餐饮品类词");
  gtk_switch_set_active (GTK_SWITCH (find_type (GTK_WIDGET (form), GTK_TYPE_SWITCH)), TRUE);
  type_into (GTK_WIDGET (form), "The word that was refused", "火锅");
  act_and_close (form);
  type_label (editor, "火锅外卖");
  g_assert_cmpint (xb_lint_entry_get_verdict (ENTRY (editor)), ==, XB_VERDICT_ERROR);
  close_editor (editor);
}

/* On the page of numbers several are ticked, and the editor opens with them. */
static void
test_choose (Fixture      *f,
             gconstpointer data)
{
  gint64 first, second;
  GtkWidget *page, *view;
  GtkWindow *window;
  g_autofree char *opened = NULL;

  fill_demo (f);
  window = show_page (f, XB_TYPE_NUMBERS_PAGE, &page);
  wait_until (find_type (page, XB_TYPE_NUMBER_ROW) != NULL);
  view = gtk_widget_get_ancestor (find_type (page, XB_TYPE_NUMBER_ROW), GTK_TYPE_LIST_VIEW);
  first = find_number (f, "400-600-1825");
  second = find_number (f, "028-6555 1201");
  gtk_widget_activate_action (page, "numbers.choose", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(XbRecord) record = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))), i);

      g_assert_cmpint (xb_record_get_id (record), ==, i == 0 ? first : second);
      g_signal_emit_by_name (view, "activate", i);
    }
  g_signal_emit_by_name (view, "activate", 2);
  g_signal_emit_by_name (view, "activate", 2); /* taken out again */
  gtk_widget_activate_action (page, "numbers.label", NULL);
  opened = g_strdup_printf ("edit-label [%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT "]", MIN (first, second),
                            MAX (first, second));
  g_assert_cmpstr (f->opened, ==, opened);
  gtk_window_destroy (window);
}

/* What is due for two numbers together opens for both, with what is to be done in front. */
static void
test_due (Fixture      *f,
          gconstpointer data)
{
  XbLabelDraft draft = { .text = "秋季新品", .n_numbers = 2 };
  gint64 numbers[2], label;
  XbLabelEditor *editor = NULL;

  fill_demo (f);
  numbers[0] = find_number (f, "400-600-1825");
  numbers[1] = find_number (f, "028-6555 1201");
  draft.numbers = numbers;
  xb_workspace_set_label_async (f->ws, &draft, NULL, NULL, NULL, ended_cb, f);
  label = done (f);
  xb_label_editor_open_for_label (NULL, f->ws, label);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (XB_IS_LABEL_EDITOR (window))
        editor = XB_LABEL_EDITOR (window);
    }
  g_assert_nonnull (editor);
  g_assert_cmpstr (xb_label_editor_get_page (editor), ==, "next");
  g_assert_cmpuint (xb_number_chips_get_numbers (PART (editor, XB_NUMBER_CHIPS, XB_TYPE_NUMBER_CHIPS))->len, ==, 2);
  close_editor (editor);
}

/* Closing asks while something typed would be lost. */
static void
test_close (Fixture      *f,
            gconstpointer data)
{
  XbLabelEditor *editor = open_editor (f, 1);
  GtkWindow *question = NULL;

  type_label (editor, GOOD);
  gtk_window_close (GTK_WINDOW (editor));
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (editor))
        question = window;
    }
  g_assert_nonnull (question);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (editor)));
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "verb");
  G_GNUC_END_IGNORE_DEPRECATIONS
  gtk_window_close (question);
  wait_until (editor == NULL);
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
#define ADD(name, function) g_test_add ("/label-editor/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("findings", test_findings);
  ADD ("hidden", test_hidden);
  ADD ("fix", test_fix);
  ADD ("preedit", test_preedit);
  ADD ("many", test_many);
  ADD ("cost", test_cost);
  ADD ("override", test_override);
  ADD ("undo", test_undo);
  ADD ("refusal", test_refusal);
  ADD ("choose", test_choose);
  ADD ("due", test_due);
  ADD ("close", test_close);
  return g_test_run ();
}
