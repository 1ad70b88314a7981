/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-banner.h"
#include "xb-copy-row.h"
#include "xb-day-entry.h"
#include "xb-deadline-label.h"
#include "xb-drop-row.h"
#include "xb-empty-page.h"
#include "xb-enum-types.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-page.h"
#include "xb-progress-row.h"
#include "xb-ring-phone.h"
#include "xb-stage-line.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-window.h"

/* A macro of GTK pastes the expected text into a format: it is always a variable here. */
#define assert_label(widget, words)                                                                        \
  G_STMT_START                                                                                             \
    {                                                                                                      \
      const char *expected_ = (words);                                                                     \
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, expected_); \
    }                                                                                                      \
  G_STMT_END

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_chip (void)
{
  GtkWidget *chip = g_object_ref_sink (xb_state_chip_new ());

  for (guint i = 0; i <= XB_CERT_STATE_WITHDRAWN; i++)
    {
      xb_state_chip_set_state (XB_STATE_CHIP (chip), i);
      g_assert_cmpstr (xb_state_chip_get_word (XB_STATE_CHIP (chip)), ==, xb_cert_state_get_title (i));
      assert_label (chip, xb_cert_state_get_title (i));
      g_assert_true (gtk_widget_has_css_class (chip, xb_tone_for_cert_state (i)));
      /* told apart without colour */
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (xb_mark_for_cert_state (i), !=, xb_mark_for_cert_state (j));
    }
  xb_state_chip_set_health (XB_STATE_CHIP (chip), XB_HEALTH_ATTENTION);
  g_assert_true (gtk_widget_has_css_class (chip, "warning"));
  g_assert_false (gtk_widget_has_css_class (chip, "neutral"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_finalize_object (chip);
}

static void
test_stages (void)
{
  static const struct { XbCertState state; const char *words[XB_N_STAGES]; } rows[] = {
    { XB_CERT_STATE_DRAFT, { "under way", "still to come", "still to come", "still to come" } },
    { XB_CERT_STATE_IN_REVIEW, { "done", "under way", "still to come", "still to come" } },
    { XB_CERT_STATE_NEEDS_INFO, { "done", "stopped, needs you", "still to come", "still to come" } },
    { XB_CERT_STATE_APPROVED, { "done", "done", "under way", "still to come" } },
    { XB_CERT_STATE_SYNCING, { "done", "done", "under way", "under way" } },
    { XB_CERT_STATE_LIVE, { "done", "done", "done", "done" } },
    { XB_CERT_STATE_SUSPENDED, { "done", "done", "done", "stopped, needs you" } },
    { XB_CERT_STATE_WITHDRAWN, { "still to come", "still to come", "still to come", "still to come" } },
  };
  GtkWidget *line = g_object_ref_sink (xb_stage_line_new ());
  GtkWidget *item;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_ROLE_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint stage = 0;

      xb_stage_line_set_state (XB_STAGE_LINE (line), rows[i].state);
      for (item = gtk_widget_get_first_child (line); item != NULL; item = gtk_widget_get_next_sibling (item))
        {
          g_autofree char *words = g_strdup_printf ("%s: %s", xb_stage_get_title (stage), rows[i].words[stage]);

          gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
          assert_label (item, words);
          stage++;
        }
      g_assert_cmpuint (stage, ==, XB_N_STAGES);
    }
  xb_stage_line_set_note (XB_STAGE_LINE (line), XB_STAGE_SUBMISSION, "Mon 28 Sep");
  assert_label (gtk_widget_get_first_child (line), "Submission: still to come, Mon 28 Sep");
  g_assert_finalize_object (line);
}

/* 360 px less margins must be enough, with the longest words that we have */
static void
test_narrow (void)
{
  GtkWidget *widgets[] = {
    xb_stage_line_new (), xb_ring_phone_new (), xb_drop_row_new ("Proof of number ownership", XB_FILES_PAPERS),
    xb_copy_row_new ("Name", "a very long text that somebody pastes into a form, and that is far wider than a phone"),
    xb_day_entry_new ("Licence expires"), xb_banner_new (), xb_progress_row_new (),
    xb_empty_page_new ("xb-today-symbolic", "Nothing to do today", "Everything is live."),
  };
  int minimum;

  xb_banner_set_title (XB_BANNER (widgets[5]), "a sentence that is much longer than a phone is wide, so it has to wrap");
  xb_banner_set_button (XB_BANNER (widgets[5]), "_Restore", NULL);
  xb_banner_set_revealed (XB_BANNER (widgets[5]), TRUE);
  xb_drop_row_set_state (XB_DROP_ROW (widgets[2]), XB_DROP_PROBLEM, "licence-of-our-business-2026-scan-final-2.jpg");
  xb_progress_row_begin (XB_PROGRESS_ROW (widgets[6]), "Reading the numbers from a table with a long name", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_object_ref_sink (widgets[i]);
      gtk_widget_measure (widgets[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d px", G_OBJECT_TYPE_NAME (widgets[i]), minimum);
      g_assert_cmpint (minimum, <=, 360 - 2 * 12);
      g_assert_finalize_object (widgets[i]);
    }
}

static void
test_ring_phone (void)
{
  GtkWidget *phone = g_object_ref_sink (xb_ring_phone_new ());
  XbRingPhone *self = XB_RING_PHONE (phone);
  int height;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (phone), GTK_ACCESSIBLE_ROLE_IMG);
  xb_ring_phone_set_handset (self, XB_HANDSET_XIAOMI);
  xb_ring_phone_set_name (self, "成都小面");
  xb_ring_phone_set_label (self, "冰饮专线");
  xb_ring_phone_set_number (self, "028-8612 3456");
  xb_ring_phone_set_place (self, "四川成都");
  assert_label (phone, "Ringing phone, Xiaomi, name: 成都小面, label: 冰饮专线, without a logo, "
                       "number: 028-8612 3456, 四川成都");
  xb_ring_phone_set_shown (self, FALSE);
  assert_label (phone, "Ringing phone, Xiaomi, no name shown, number: 028-8612 3456, 四川成都");
  gtk_widget_measure (phone, GTK_ORIENTATION_VERTICAL, 180, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 180);
  g_assert_finalize_object (phone);
}

static void
test_deadline (void)
{
  static const struct { const char *day; int working; gboolean estimated; const char *text; const char *tone; } rows[] = {
    { "2026-10-13", 3, FALSE, "Tue 13 Oct · 3 working days left", "neutral" },
    { "2026-10-09", 1, FALSE, "Fri 9 Oct · 1 working day left", "warning" },
    { "2026-10-03", 0, FALSE, "Sat 3 Oct · 5 days left, no working day", "warning" },
    { "2026-09-29", 1, FALSE, "Tue 29 Sep · due tomorrow", "warning" },
    { "2026-09-28", 0, FALSE, "Mon 28 Sep · due today", "warning" },
    { "2026-09-27", 0, FALSE, "Sun 27 Sep · 1 day overdue", "error" },
    { "2027-02-03", 84, TRUE, "Wed 3 Feb 2027 · 84 working days left (estimated)", "neutral" },
  };
  GtkWidget *label = g_object_ref_sink (xb_deadline_label_new ());

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      xb_deadline_label_set (XB_DEADLINE_LABEL (label), rows[i].day, "2026-09-28", rows[i].working, rows[i].estimated);
      g_assert_cmpstr (xb_deadline_label_get_text (XB_DEADLINE_LABEL (label)), ==, rows[i].text);
      assert_label (label, rows[i].text);
      g_assert_true (gtk_widget_has_css_class (label, rows[i].tone));
    }
  xb_deadline_label_set (XB_DEADLINE_LABEL (label), NULL, "2026-09-28", 0, FALSE);
  g_assert_false (gtk_widget_get_visible (label));
  g_assert_finalize_object (label);
}

static void
test_day_entry (void)
{
  static const struct { const char *text; const char *day; } rows[] = {
    { "2026-10-13", "2026-10-13" }, { "2026/10/13", "2026-10-13" }, { "2026.1.3", "2026-01-03" },
    { "20261013", "2026-10-13" }, { "2026年10月13日", "2026-10-13" }, { " 2026-10-13 ", "2026-10-13" },
    { "2026-02-30", NULL }, { "2026-13-01", NULL }, { "tomorrow", NULL }, { "13/10/2026", NULL }, { "2026-10", NULL },
  };
  GtkWidget *entry = g_object_ref_sink (xb_day_entry_new ("Signed on"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), rows[i].text);
      g_assert_cmpstr (xb_day_entry_get_day (XB_DAY_ENTRY (entry)), ==, rows[i].day);
      g_assert_true (xb_day_entry_is_valid (XB_DAY_ENTRY (entry)) == (rows[i].day != NULL));
      g_assert_true (gtk_widget_has_css_class (entry, "error") == (rows[i].day == NULL));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                        rows[i].day == NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026年1月3日");
  g_signal_emit_by_name (entry, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-01-03");
  xb_day_entry_set_day (XB_DAY_ENTRY (entry), NULL);
  g_assert_null (xb_day_entry_get_day (XB_DAY_ENTRY (entry)));
  g_assert_true (xb_day_entry_is_valid (XB_DAY_ENTRY (entry)));
  assert_label (find_type (entry, GTK_TYPE_MENU_BUTTON), "Choose the day: Signed on");
  g_assert_finalize_object (entry);
}

static void
test_copy_row (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = xb_copy_row_new ("Name <of> the business", "成都小面 & 冰饮");
  GtkWidget *button = find_type (row, GTK_TYPE_BUTTON);
  g_autoptr(GdkContentProvider) provider = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  gtk_window_set_child (GTK_WINDOW (window), row);
  assert_label (button, "Copy “Name <of> the business”");
  g_assert_true (shows_text (row, "成都小面 & 冰饮"));
  g_assert_true (shows_text (row, "Name <of> the business"));
  g_signal_emit_by_name (button, "clicked");
  g_set_object (&provider, gdk_clipboard_get_content (gtk_widget_get_clipboard (row)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "成都小面 & 冰饮");
  xb_copy_row_set_text (XB_COPY_ROW (row), "");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
chosen_cb (XbDropRow *row,
           GFile     *file,
           char     **path)
{
  *path = g_file_get_path (file);
}

static void
test_drop_row (void)
{
  GtkWidget *row = g_object_ref_sink (xb_drop_row_new ("Business licence", XB_FILES_PAPERS));
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/licence.jpg");
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (row);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *path = NULL;
  gboolean taken = FALSE;

  assert_label (row, "Business licence: Missing");
  xb_drop_row_set_state (XB_DROP_ROW (row), XB_DROP_CHECKING, "licence.jpg");
  assert_label (row, "Business licence: Checking…");
  xb_drop_row_set_state (XB_DROP_ROW (row), XB_DROP_HAVE, "licence.jpg");
  assert_label (row, "Business licence: Have it");
  g_assert_true (shows_text (row, "licence.jpg"));
  assert_label (find_type (row, GTK_TYPE_BUTTON), "Choose a file: Business licence");

  g_signal_connect (row, "file-chosen", G_CALLBACK (chosen_cb), &path);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
  g_assert_cmpstr (path, ==, "/nowhere/licence.jpg");
  g_clear_object (&controllers);
  g_assert_finalize_object (row);
}

static void
test_banner (void)
{
  GtkWidget *banner = g_object_ref_sink (xb_banner_new ());

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_false (xb_banner_get_revealed (XB_BANNER (banner)));
  xb_banner_set_title (XB_BANNER (banner), "The data folder cannot be written.");
  xb_banner_set_revealed (XB_BANNER (banner), TRUE);
  g_assert_true (xb_banner_get_revealed (XB_BANNER (banner)));
  assert_label (banner, "The data folder cannot be written.");
  g_assert_finalize_object (banner);
}

static void
test_progress (void)
{
  GtkWidget *row = g_object_ref_sink (xb_progress_row_new ());
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *bar = find_type (row, GTK_TYPE_PROGRESS_BAR);

  g_assert_false (gtk_widget_get_visible (row));
  xb_progress_row_begin (XB_PROGRESS_ROW (row), "Reading numbers", cancellable);
  g_assert_true (gtk_widget_get_visible (row));
  assert_label (bar, "Reading numbers");
  xb_progress_row_update (XB_PROGRESS_ROW (row), 0.5, "50 of 100");
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.5);
  g_signal_emit_by_name (find_type (row, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_false (gtk_widget_get_sensitive (find_type (row, GTK_TYPE_BUTTON)));
  xb_progress_row_end (XB_PROGRESS_ROW (row));
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_finalize_object (row);
}

/* Two pages of our own, to see what the window does with pages. */
typedef struct { XbPage parent; } ToyPage;
typedef struct { XbPageClass parent; } ToyPageClass;
static GType toy_page_get_type (void);
G_DEFINE_TYPE (ToyPage, toy_page, XB_TYPE_PAGE)
static guint toys_made, toys_shown, toys_searched;

static void
toy_page_shown (XbPage *page)
{
  toys_shown++;
}

static gboolean
toy_page_search (XbPage *page)
{
  toys_searched++;
  return TRUE;
}

static void
toy_page_class_init (ToyPageClass *klass)
{
  XB_PAGE_CLASS (klass)->shown = toy_page_shown;
  XB_PAGE_CLASS (klass)->search = toy_page_search;
}

static void
toy_page_init (ToyPage *self)
{
  GtkWidget *button = gtk_button_new_with_label ("add");

  toys_made++;
  xb_page_set_header_end (XB_PAGE (self), button);
}

static void
test_window (void)
{
  XbWindow *window = g_object_new (XB_TYPE_WINDOW, NULL);
  GtkWidget *list = find_type (GTK_WIDGET (window), GTK_TYPE_LIST_BOX);

  toys_made = toys_shown = toys_searched = 0;
  xb_window_add_page (window, "one", "One", "xb-today-symbolic", toy_page_get_type ());
  xb_window_add_page (window, "two", "Two", "xb-numbers-symbolic", toy_page_get_type ());
  g_assert_cmpuint (xb_window_get_n_pages (window), ==, 2);
  g_assert_cmpuint (toys_made, ==, 0); /* pages are made when they are first shown */
  xb_window_show_last_page (window);
  g_assert_cmpstr (xb_window_get_page (window), ==, "one");
  g_assert_cmpuint (toys_made, ==, 0); /* the window need not wait for its page */
  g_assert_false (xb_window_is_filled (window));
  gtk_window_present (GTK_WINDOW (window));
  while (toys_made == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (toys_made, ==, 1);
  g_assert_true (xb_window_is_filled (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "two"));
  g_assert_cmpstr (xb_window_get_page (window), ==, "two");
  g_assert_cmpuint (toys_made, ==, 2);
  g_assert_true (xb_window_show_page (window, "one"));
  g_assert_cmpuint (toys_made, ==, 2);
  g_assert_cmpuint (toys_shown, ==, 3);
  g_assert_false (xb_window_show_page (window, "three"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_cmpuint (toys_searched, ==, 1);

  assert_label (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0), "One");
  xb_window_set_badge (window, "one", 3, "3 due");
  assert_label (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0), "One, 3 due");
  g_assert_null (find_type (GTK_WIDGET (window), XB_TYPE_BANNER)); /* nothing is wrong */
  xb_notices_set (xb_window_get_notices (window), XB_NOTICE_CLOCK, "The clock is wrong.");
  g_assert_true (xb_banner_get_revealed (XB_BANNER (find_type (GTK_WIDGET (window), XB_TYPE_BANNER))));
  xb_notices_set (xb_window_get_notices (window), XB_NOTICE_CLOCK, NULL);
  g_assert_false (xb_banner_get_revealed (XB_BANNER (find_type (GTK_WIDGET (window), XB_TYPE_BANNER))));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  xb_ui_init ();
  g_test_add_func ("/widgets/chip", test_chip);
  g_test_add_func ("/widgets/stages", test_stages);
  g_test_add_func ("/widgets/narrow", test_narrow);
  g_test_add_func ("/widgets/ring-phone", test_ring_phone);
  g_test_add_func ("/widgets/deadline", test_deadline);
  g_test_add_func ("/widgets/day-entry", test_day_entry);
  g_test_add_func ("/widgets/copy-row", test_copy_row);
  g_test_add_func ("/widgets/drop-row", test_drop_row);
  g_test_add_func ("/widgets/banner", test_banner);
  g_test_add_func ("/widgets/progress", test_progress);
  g_test_add_func ("/window/pages", test_window);
  return g_test_run ();
}
