/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>

#include "xb-chart-out.h"
#include "xb-chart-panel.h"
#include "xb-chart-table.h"
#include "xb-ui.h"

#define FIRST 739252.0

static XbChartModel *
make_model (void)
{
  XbChartModel *model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);

  xb_chart_model_set_title (model, "Answered calls");
  xb_chart_model_set_n_name (model, "Calls");
  xb_chart_model_set_target (model, 0.65, NULL);
  xb_chart_model_add_series (model, "Answered", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 365; i++)
    if (i == 5)
      xb_chart_model_add (model, 0, FIRST + i, NAN);
    else
      xb_chart_model_add_rate (model, 0, FIRST + i, 0.5 + i / 1000.0, 0.4, 0.9, 100);
  xb_chart_model_add_event (model, XB_CHART_EVENT_CERTIFIED, FIRST + 100, FIRST + 100, "");
  return model;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 420);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 1000 && gtk_widget_get_width (child) == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* As if the key had been pressed while the chart has the focus. */
static gboolean
press (XbChart         *chart,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}

static void
assert_reads (XbChart    *chart,
              const char *expected)
{
  g_autofree char *words = xb_chart_dup_readout (chart);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_keys (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  XbChart *chart = XB_CHART (xb_chart_new (model));
  GtkWidget *window = show (GTK_WIDGET (chart));

  assert_reads (chart, NULL);
  g_assert_true (press (chart, GDK_KEY_Left, 0)); /* the first step shows the newest day */
  assert_reads (chart, "Wed 31 Dec 2025; Answered: 86.4 %, interval from 40.0 % to 90.0 %, Calls 100");
  g_assert_true (press (chart, GDK_KEY_Home, 0));
  assert_reads (chart, "Wed 1 Jan 2025; Answered: 50.0 %, interval from 40.0 % to 90.0 %, Calls 100");
  press (chart, GDK_KEY_Left, 0); /* there is nothing before the first */
  g_assert_cmpfloat (xb_chart_get_row (chart), ==, FIRST);
  for (guint i = 0; i < 5; i++)
    press (chart, GDK_KEY_Right, 0);
  assert_reads (chart, "Mon 6 Jan 2025; Answered: no data");
  press (chart, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_reads (chart, "Fri 11 Apr 2025; Answered: 60.0 %, interval from 40.0 % to 90.0 %, Calls 100; Certified");
  press (chart, GDK_KEY_Page_Down, 0);
  g_assert_cmpfloat (xb_chart_get_row (chart), ==, FIRST + 136);
  press (chart, GDK_KEY_End, 0);
  g_assert_cmpfloat (xb_chart_get_row (chart), ==, FIRST + 364);
  g_assert_true (press (chart, GDK_KEY_Escape, 0));
  assert_reads (chart, NULL);
  g_assert_false (press (chart, GDK_KEY_Escape, 0)); /* the window may have it */
  g_assert_false (press (chart, GDK_KEY_Down, 0));
  gtk_widget_set_direction (GTK_WIDGET (chart), GTK_TEXT_DIR_RTL);
  press (chart, GDK_KEY_Home, 0);
  press (chart, GDK_KEY_Left, 0); /* to the left is later now */
  g_assert_cmpfloat (xb_chart_get_row (chart), ==, FIRST + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  XbChart *chart = XB_CHART (xb_chart_new (model));
  GtkWidget *window = show (GTK_WIDGET (chart));
  double from, until, before;

  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (from, ==, FIRST);
  g_assert_cmpfloat (until, ==, FIRST + 365);
  xb_chart_zoom (chart, 2, FIRST + 100);
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat_with_epsilon (until - from, 182.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (FIRST + 100 - from, 50, 1e-6); /* that day stays under the pointer */
  before = from;
  xb_chart_pan (chart, 20);
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat_with_epsilon (from, before + 20, 1e-6);
  xb_chart_pan (chart, 10000); /* not beyond the data */
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat_with_epsilon (until, FIRST + 365, 1e-6);
  press (chart, GDK_KEY_Home, 0); /* what is read out is in sight */
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (from, ==, FIRST);
  for (guint i = 0; i < 40; i++)
    xb_chart_zoom (chart, 2, NAN);
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat_with_epsilon (until - from, 6, 1e-6);
  g_assert_true (press (chart, GDK_KEY_0, 0));
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (until - from, ==, 365);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Plus, minus and nought as the pointer's wheel; the arrows move the part that is seen along. */
static void
test_zoom_keys (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  XbChart *chart = XB_CHART (xb_chart_new (model));
  GtkWidget *window = show (GTK_WIDGET (chart));
  double from, until, before;

  press (chart, GDK_KEY_End, 0);
  for (guint i = 0; i < 6; i++)
    g_assert_true (press (chart, GDK_KEY_plus, 0));
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (until - from, <, 40);
  g_assert_true (from <= FIRST + 364 && FIRST + 364 < until); /* around the day that is read out */
  before = from;
  for (guint i = 0; i < 60; i++)
    press (chart, GDK_KEY_Left, 0);
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (from, <, before);
  g_assert_cmpfloat (from, <=, FIRST + 304);
  before = until - from;
  g_assert_true (press (chart, GDK_KEY_minus, 0));
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (until - from, >, before);
  g_assert_true (press (chart, GDK_KEY_KP_0, 0));
  xb_chart_get_range (chart, &from, &until);
  g_assert_cmpfloat (until - from, ==, 365);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

/* A picture of the chart, twice as fine as the screen, as anybody who pastes gets it. */
static void
test_copied (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  GtkWidget *panel = xb_chart_panel_new (model), *window = show (panel);
  g_autoptr(GBytes) bytes = xb_chart_out_export (xb_chart_panel_get_chart (XB_CHART_PANEL (panel)), XB_CHART_PNG, NULL);
  g_autoptr(GdkTexture) expected = gdk_texture_new_from_bytes (bytes, NULL);
  g_autoptr(GdkTexture) texture = NULL;

  gtk_widget_activate_action (panel, "chart.copy", NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (panel), NULL, texture_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * (860 + 2 * 16));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, gdk_texture_get_width (expected));
  g_assert_cmpint (gdk_texture_get_height (texture), ==, gdk_texture_get_height (expected));
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
read_pdf (GBytes *bytes,
          int    *pages)
{
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  PopplerPage *page;
  char *text;

  g_assert_no_error (error);
  *pages = poppler_document_get_n_pages (document);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);
  return text;
}

/* Each kind of file is one that others read, and shows the part that is seen. */
static void
test_saved (void)
{
  static const char *const heads[] = { [XB_CHART_PNG] = "\x89PNG\r\n", [XB_CHART_SVG] = "<?xml", [XB_CHART_PDF] = "%PDF-" };
  g_autoptr(XbChartModel) model = make_model ();
  XbChart *chart = XB_CHART (xb_chart_new (model));
  GtkWidget *window = show (GTK_WIDGET (chart));

  for (XbChartFormat format = XB_CHART_PNG; format <= XB_CHART_PDF; format++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) all = NULL, part = NULL;

      xb_chart_show_all (chart);
      all = xb_chart_out_export (chart, format, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (all, NULL), strlen (heads[format]), heads[format], strlen (heads[format]));
      xb_chart_zoom (chart, 8, FIRST + 20);
      part = xb_chart_out_export (chart, format, &error);
      g_assert_no_error (error);
      g_assert_false (g_bytes_equal (all, part));
      if (format == XB_CHART_PDF)
        {
          int pages;
          g_autofree char *text = read_pdf (all, &pages);

          g_assert_cmpint (pages, ==, 1);
          g_assert_nonnull (strstr (text, "Answered calls"));
          g_assert_nonnull (strstr (text, "65.0")); /* the target has its words */
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Printed into a file: one page, with the chart on it. */
static void
test_printed (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  XbChart *chart = XB_CHART (xb_chart_new (model));
  GtkWidget *window = show (GTK_WIDGET (chart));
  g_autoptr(GtkPrintOperation) operation = xb_chart_out_new_print (chart);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size;
  int pages;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  bytes = g_bytes_new (contents, size);
  text = read_pdf (bytes, &pages);
  g_assert_cmpint (pages, ==, 1);
  g_assert_nonnull (strstr (text, "Answered calls"));
  g_remove (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
shown_year (XbChart *chart)
{
  guint year;

  g_object_get (chart, "year", &year, NULL);
  return year;
}

/* A heat map of several years shows one of them; buttons and keys step through them, and a day brings its year. */
static void
test_years (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_YEAR, XB_CHART_COUNT, XB_CHART_STEP_DAY);
  GtkWidget *panel = xb_chart_panel_new (model), *window = show (panel);
  XbChart *chart = xb_chart_panel_get_chart (XB_CHART_PANEL (panel));
  double from, until;

  g_assert_cmpuint (shown_year (chart), ==, 0);
  xb_chart_model_add_series (model, "Calls", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 800; i++) /* 1 January 2025 to 11 March 2027 */
    xb_chart_model_add (model, 0, FIRST + i, i);
  xb_chart_model_changed (model);
  g_assert_cmpuint (shown_year (chart), ==, 2027);
  gtk_widget_activate_action (panel, "chart.year-after", NULL); /* there is none */
  g_assert_cmpuint (shown_year (chart), ==, 2027);
  gtk_widget_activate_action (panel, "chart.year-before", NULL);
  g_assert_cmpuint (shown_year (chart), ==, 2026);
  xb_chart_get_range (chart, &from, &until); /* what is saved is what is seen */
  g_assert_cmpfloat (from, ==, FIRST + 365);
  g_assert_cmpfloat (until, ==, FIRST + 730);
  xb_chart_model_changed (model); /* new figures leave it there */
  g_assert_cmpuint (shown_year (chart), ==, 2026);
  g_assert_true (press (chart, GDK_KEY_Page_Up, GDK_CONTROL_MASK));
  g_assert_true (press (chart, GDK_KEY_Page_Up, GDK_CONTROL_MASK));
  g_assert_cmpuint (shown_year (chart), ==, 2025);
  press (chart, GDK_KEY_End, 0);
  g_assert_cmpfloat (xb_chart_get_row (chart), ==, FIRST + 799);
  g_assert_cmpuint (shown_year (chart), ==, 2027);
  press (chart, GDK_KEY_Home, 0);
  g_assert_cmpuint (shown_year (chart), ==, 2025);
  press (chart, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  assert_reads (chart, NULL); /* the day that was read out is out of sight */
  xb_chart_model_clear (model);
  xb_chart_model_changed (model);
  g_assert_cmpuint (shown_year (chart), ==, 0);
  g_assert_false (press (chart, GDK_KEY_Escape, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_spoken (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  GtkWidget *chart = g_object_ref_sink (xb_chart_new (model));
  const char *title = "Answered calls", *none = "Line chart. There are no data.";
  const char *words = "Line chart. Answered: lowest 50.0 % (Wed 1 Jan 2025), highest 86.4 % (Wed 31 Dec 2025), "
                      "last 86.4 % (Wed 31 Dec 2025). Target: 65.0 %. 1 event is marked.";

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_true (gtk_widget_get_focusable (chart));
  xb_chart_model_clear (model);
  xb_chart_model_changed (model);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, none);
  g_assert_finalize_object (chart);
}

static void
assert_cell (XbChartTable *table,
             guint         row,
             guint         column,
             const char   *expected)
{
  g_autofree char *words = xb_chart_table_dup_cell (table, row, column);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_table (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  GtkWidget *panel = xb_chart_panel_new (model), *window = show (panel);
  XbChartTable *table = XB_CHART_TABLE (xb_chart_table_new (model));

  g_object_ref_sink (table);
  g_assert_cmpuint (xb_chart_table_get_n (table), ==, 365);
  assert_cell (table, 0, 0, "Wed 1 Jan 2025");
  assert_cell (table, 0, 1, "50.0 %");
  assert_cell (table, 0, 2, "[40.0 %, 90.0 %]");
  assert_cell (table, 0, 3, "100");
  assert_cell (table, 0, 4, "");
  assert_cell (table, 5, 1, "no data");
  assert_cell (table, 5, 2, "");
  assert_cell (table, 100, 4, "Certified");
  assert_cell (table, 0, 5, NULL);
  g_assert_false (xb_chart_panel_get_show_table (XB_CHART_PANEL (panel)));
  xb_chart_panel_set_show_table (XB_CHART_PANEL (panel), TRUE);
  xb_chart_model_clear (model);
  xb_chart_model_changed (model);
  g_assert_cmpuint (xb_chart_table_get_n (table), ==, 0);
  g_object_unref (table);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_narrow (void)
{
  g_autoptr(XbChartModel) model = make_model ();
  GtkWidget *panel = g_object_ref_sink (xb_chart_panel_new (model));
  int minimum;

  gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360 - 2 * 12);
  g_object_unref (panel);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  xb_ui_init ();
  g_test_add_func ("/charts/keys", test_keys);
  g_test_add_func ("/charts/zoom", test_zoom);
  g_test_add_func ("/charts/zoom-keys", test_zoom_keys);
  g_test_add_func ("/charts/copied", test_copied);
  g_test_add_func ("/charts/saved", test_saved);
  g_test_add_func ("/charts/printed", test_printed);
  g_test_add_func ("/charts/years", test_years);
  g_test_add_func ("/charts/spoken", test_spoken);
  g_test_add_func ("/charts/table", test_table);
  g_test_add_func ("/charts/narrow", test_narrow);
  return g_test_run ();
}
