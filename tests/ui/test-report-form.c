/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-effect-page.h"
#include "xb-report-form.h"
#include "xb-ui.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-register.h"

/* The form of the report: of which time, as what; it shows how far it is and can be stopped. */

static void
import (Fixture    *f,
        const char *last)
{
  g_autofree char *path = g_build_filename (f->folder, "report.csv", NULL);
  g_autoptr(GString) text = g_string_new ("number,date,calls,answered\n");
  g_autoptr(XbMetricsResult) taken = NULL;
  XbMetricsOptions options = { NULL };

  xb_workspace_add_number_async (f->ws, "13800138000", NULL, NULL, ended_cb, f);
  done (f);
  for (guint day = 1; day <= 30; day++)
    g_string_append_printf (text, "13800138000,2026-04-%02u,100,61\n", day);
  g_string_append_printf (text, "13800138000,%s,100,68\n", last);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  xb_workspace_import_metrics_async (f->ws, path, &options, NULL, NULL, NULL, ended_cb, f);
  wait_until (f->result != NULL);
  taken = xb_workspace_import_metrics_finish (f->ws, f->result, NULL);
  g_clear_object (&f->result);
  g_assert_cmpuint (taken->imported, ==, 31);
}

static void
choose (GtkWindow  *form,
        const char *title,
        guint       index)
{
  GtkWidget *row = find_titled (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), index);
}

static const char *
get_days (GtkWindow *form)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_titled (GTK_WIDGET (form), ADW_TYPE_ACTION_ROW, "Days")));
}

static gboolean
is_named (GtkWindow  *form,
          const char *name)
{
  g_autofree char *own = xb_report_form_dup_name (XB_REPORT_FORM (form));

  g_test_message ("%s", own);
  return g_str_equal (own, name);
}

static GtkWindow *
open_form (Fixture      *f,
           XbEffectPage *page)
{
  GtkWindow *form = xb_report_form_new (GTK_WIDGET (page), f->ws);

  gtk_window_present (form);
  settle ();
  return form;
}

/* The last quarter that is whole comes first; the name says what it is. */
static void
test_choice (Fixture      *f,
             gconstpointer data)
{
  GtkWindow *form;

  import (f, "2026-09-27");
  form = open_form (f, NULL);
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-Q2.pdf"));
  g_assert_cmpstr (get_days (form), ==, "Wed 1 Apr 2026 – Tue 30 Jun 2026, compared with Q1 2026");
  choose (form, "Period", 0);
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-Q3.pdf"));
  g_assert_nonnull (strstr (get_days (form), "not over yet"));
  choose (form, "Period", 4);
  choose (form, "As", 1);
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-09.xlsx"));
  choose (form, "Period", 11);
  g_assert_true (is_named (form, "Report on Certified Numbers 2025.xlsx"));
  choose (form, "Period", 12);
  type_into (GTK_WIDGET (form), "First day", "2026-07-10");
  type_into (GTK_WIDGET (form), "Last day", "2026-08-20");
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-07-10_2026-08-20.xlsx"));
  g_assert_nonnull (strstr (get_days (form), "compared with Fri 29 May 2026 – Thu 9 Jul 2026"));
  type_into (GTK_WIDGET (form), "Last day", "2026-07-09");
  g_assert_nonnull (strstr (get_days (form), "ends before it begins"));
  type_into (GTK_WIDGET (form), "Last day", "tomorrow");
  g_assert_cmpstr (get_days (form), ==, "Enter the first and the last day.");
  gtk_window_destroy (form);
}

static void
test_whole_quarter (Fixture      *f,
                    gconstpointer data)
{
  GtkWindow *form;

  import (f, "2026-06-30");
  form = open_form (f, NULL);
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-Q2.pdf"));
  choose (form, "Period", 1);
  g_assert_true (is_named (form, "Report on Certified Numbers 2026-Q1.pdf"));
  gtk_window_destroy (form);
}

static void
test_write (Fixture      *f,
            gconstpointer data)
{
  static const char *const names[] = { "report.pdf", "report.xlsx" };
  static const char *const begins[] = { "%PDF-", "PK\3\4" };
  XbEffectPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_EFFECT_PAGE, &page);

  import (f, "2026-09-27");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      g_autofree char *contents = NULL;
      GtkWindow *form = open_form (f, page);

      g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
      choose (form, "As", i);
      xb_report_form_write (XB_REPORT_FORM (form), path);
      wait_until (form == NULL); /* it closes once it is done */
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, begins[i]));
    }
  gtk_window_destroy (window);
}

static GtkWidget *
find_stop (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), "_Stop") == 0
                           ? child : find_stop (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Stopped, it leaves no file, says nothing of a failure, and can begin again. */
static void
test_stop (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "report.pdf", NULL);
  GtkWindow *form;

  import (f, "2026-09-27");
  form = open_form (f, NULL);
  xb_report_form_write (XB_REPORT_FORM (form), path);
  g_assert_true (gtk_widget_get_mapped (find_stop (GTK_WIDGET (form))));
  g_signal_emit_by_name (find_stop (GTK_WIDGET (form)), "clicked");
  wait_until (!gtk_widget_get_mapped (find_stop (GTK_WIDGET (form))));
  g_assert_null (xb_form_get_problem (XB_FORM (form)));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  xb_report_form_write (XB_REPORT_FORM (form), path);
  wait_until (form == NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* One that is closed meanwhile stops too. */
static void
test_close (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "report.pdf", NULL);
  GtkWindow *form;

  import (f, "2026-09-27");
  form = open_form (f, NULL);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  xb_report_form_write (XB_REPORT_FORM (form), path);
  gtk_window_close (form);
  wait_until (form == NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  GtkWindow *form = open_form (f, NULL);

  xb_report_form_write (XB_REPORT_FORM (form), "/nonexistent/report.pdf");
  wait_until (xb_form_get_problem (XB_FORM (form)) != NULL);
  g_assert_nonnull (strstr (xb_form_get_problem (XB_FORM (form)), "“report.pdf” cannot be written"));
  gtk_window_destroy (form);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  g_test_add ("/report-form/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/report-form/whole-quarter", Fixture, NULL, set_up, test_whole_quarter, tear_down);
  g_test_add ("/report-form/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/report-form/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/report-form/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/report-form/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
