/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-campaign-form.h"
#include "xb-campaigns-group.h"
#include "xb-label-editor.h"
#include "xb-labels-page.h"
#include "xb-list-group.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"
#include "xb-year-view.h"

/* The year: bars moved by hand and by keys, overlaps and days without a label, campaigns from templates. */

static gint64
add_number (Fixture    *f,
            const char *spelling)
{
  xb_workspace_add_number_async (f->ws, spelling, NULL, NULL, ended_cb, f);
  return done (f);
}

static gint64
add_campaign (Fixture    *f,
              const char *name,
              const char *from,
              const char *until)
{
  xb_workspace_save_campaign_async (f->ws, 0, name, from, until, NULL, NULL, ended_cb, f);
  return done (f);
}

static void
set_label (Fixture    *f,
           gint64     *numbers,
           gsize       n,
           const char *text,
           const char *from,
           const char *until,
           gint64      campaign)
{
  XbLabelDraft draft = { .numbers = numbers, .n_numbers = n, .text = text, .from = from, .until = until,
                         .campaign = campaign };

  xb_workspace_set_label_async (f->ws, &draft, NULL, NULL, NULL, ended_cb, f);
  done (f);
}

static GtkWindow *
open_year (Fixture     *f,
           XbYearView **view)
{
  XbLabelsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_LABELS_PAGE, &page);

  gtk_window_set_default_size (window, 1000, 700);
  *view = XB_YEAR_VIEW (xb_labels_page_show (page, "year"));
  wait_until (!xb_year_view_is_reading (*view) && xb_year_view_get_year (*view) != NULL);
  for (guint i = 0; i < 20; i++)
    {
      settle ();
      g_usleep (10000);
    }
  return window;
}

static const XbYearBar *
find_bar (XbYearView *view,
          const char *text,
          guint      *index)
{
  const XbYear *year = xb_year_view_get_year (view);

  for (guint i = 0; i < year->bars->len; i++)
    if (strcmp (((XbYearBar *) g_ptr_array_index (year->bars, i))->text, text) == 0)
      {
        if (index != NULL)
          *index = i;
        return g_ptr_array_index (year->bars, i);
      }
  return NULL;
}

static gboolean
lies (XbYearView *view,
      const char *text,
      const char *from,
      const char *until)
{
  const XbYearBar *bar = find_bar (view, text, NULL);

  return bar != NULL && g_strcmp0 (bar->from, from) == 0 && g_strcmp0 (bar->until, until) == 0;
}

static void
press (XbYearView      *view,
       const char      *text,
       guint            keyval,
       GdkModifierType  state)
{
  guint index = 0;

  g_assert_nonnull (find_bar (view, text, &index));
  g_assert_true (xb_year_chart_press_key (xb_year_view_get_chart (view),
                                          xb_year_chart_get_block (xb_year_view_get_chart (view), index), keyval, state));
}

static void
test_keys (Fixture      *f,
           gconstpointer data)
{
  gint64 numbers[] = { add_number (f, "13800138000"), add_number (f, "13800138001") };
  XbYearView *view;
  GtkWindow *window;

  set_label (f, numbers, 2, "客服专线", "2026-09-01", NULL, 0);
  set_label (f, numbers, 2, "国庆不打烊", "2026-10-01", "2026-10-07", 0);
  window = open_year (f, &view);
  /* two numbers, one bar */
  g_assert_cmpuint (xb_year_view_get_year (view)->bars->len, ==, 2);
  g_assert_cmpuint (find_bar (view, "国庆不打烊", NULL)->numbers, ==, 2);
  /* a week later, a day back, its end two days later */
  press (view, "国庆不打烊", GDK_KEY_Right, GDK_CONTROL_MASK);
  press (view, "国庆不打烊", GDK_KEY_Left, 0);
  press (view, "国庆不打烊", GDK_KEY_Right, GDK_SHIFT_MASK);
  press (view, "国庆不打烊", GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (lies (view, "国庆不打烊", "2026-10-01", "2026-10-07")); /* not yet */
  press (view, "国庆不打烊", GDK_KEY_Return, 0);
  wait_until (lies (view, "国庆不打烊", "2026-10-07", "2026-10-15"));
  /* and back */
  gtk_widget_activate_action (GTK_WIDGET (view), "year-moves.undo", "u", 0);
  wait_until (lies (view, "国庆不打烊", "2026-10-01", "2026-10-07"));
  /* what has begun stays where it is; nothing goes before today */
  press (view, "客服专线", GDK_KEY_Left, 0);
  press (view, "国庆不打烊", GDK_KEY_Left, GDK_CONTROL_MASK);
  press (view, "国庆不打烊", GDK_KEY_Right, 0);
  press (view, "国庆不打烊", GDK_KEY_Escape, 0);
  press (view, "国庆不打烊", GDK_KEY_Up, 0);
  g_assert_true (lies (view, "客服专线", "2026-09-01", NULL));
  g_assert_true (lies (view, "国庆不打烊", "2026-10-01", "2026-10-07"));
  gtk_window_destroy (window);
}

static void
test_drag (Fixture      *f,
           gconstpointer data)
{
  gint64 number = add_number (f, "13800138000");
  XbYearView *view;
  GtkWindow *window;
  XbYearChart *chart;
  graphene_rect_t bounds;
  guint index = 0;
  double day;

  set_label (f, &number, 1, "火锅专线", "2026-11-01", "2027-01-31", 0);
  window = open_year (f, &view);
  chart = xb_year_view_get_chart (view);
  g_assert_nonnull (find_bar (view, "火锅专线", &index));
  day = gtk_widget_get_width (GTK_WIDGET (chart)) / 365.0;
  g_assert_cmpfloat (day, >, 1);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (xb_year_chart_get_block (chart, index)), GTK_WIDGET (chart), &bounds));
  /* in the middle: all of it */
  xb_year_chart_drag (chart, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + 4, 10 * day);
  wait_until (lies (view, "火锅专线", "2026-11-11", "2027-02-10"));
  settle ();
  /* at its end: the end alone */
  find_bar (view, "火锅专线", &index);
  wait_until (gtk_widget_compute_bounds (GTK_WIDGET (xb_year_chart_get_block (chart, index)), GTK_WIDGET (chart), &bounds) &&
              bounds.size.width > 50);
  xb_year_chart_drag (chart, bounds.origin.x + bounds.size.width - 2, bounds.origin.y + 4, -10 * day);
  wait_until (lies (view, "火锅专线", "2026-11-11", "2027-01-31"));
  /* beside it: nothing */
  xb_year_chart_drag (chart, 2, bounds.origin.y + 4, 10 * day);
  settle ();
  g_assert_true (lies (view, "火锅专线", "2026-11-11", "2027-01-31"));
  gtk_window_destroy (window);
}

static void
test_overlap (Fixture      *f,
              gconstpointer data)
{
  gint64 number = add_number (f, "13800138000");
  XbYearView *view;
  GtkWindow *window;
  g_autofree char *text = NULL;
  guint index = 0;

  set_label (f, &number, 1, "中秋订座", "2026-10-20", "2026-11-10", 0);
  set_label (f, &number, 1, "双11专线", "2026-11-05", "2026-11-12", 0);
  window = open_year (f, &view);
  g_assert_cmpuint (find_bar (view, "中秋订座", NULL)->overlaps->len, ==, 1);
  g_assert_true (g_array_index (find_bar (view, "中秋订座", NULL)->overlaps, XbYearOverlap, 0).hidden);
  g_assert_cmpstr (g_array_index (find_bar (view, "中秋订座", NULL)->overlaps, XbYearOverlap, 0).until, ==, "2026-11-10");
  /* said in the row, with a word */
  find_bar (view, "双11专线", &index);
  g_object_get (xb_year_view_get_row (view, index), "subtitle", &text, NULL);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Overlaps “中秋订座” Thu 5 Nov to Tue 10 Nov: this one shows"));
  /* nothing shows before, and after */
  g_assert_cmpuint (xb_year_view_get_year (view)->gaps->len, ==, 2);
  g_assert_cmpstr (g_array_index (xb_year_view_get_year (view)->gaps, XbYearGap, 0).until, ==, "2026-10-19");
  gtk_window_destroy (window);
}

static GtkWindow *
find_form (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
test_campaign (Fixture      *f,
               gconstpointer data)
{
  gint64 number = add_number (f, "13800138000"), id;
  XbYearView *view;
  GtkWindow *window = open_year (f, &view), *form, *editor;
  XbCampaignsGroup *group = XB_CAMPAIGNS_GROUP (find_type (GTK_WIDGET (view), XB_TYPE_CAMPAIGNS_GROUP));

  /* a template fills the form, the owner goes on with the label */
  form = xb_campaigns_group_add (group);
  gtk_window_present (form);
  xb_campaign_form_take (XB_CAMPAIGN_FORM (form), "spring-festival");
  g_assert_cmpstr (read_from (GTK_WIDGET (form), "Name"), ==, "Open over Spring Festival 2027");
  g_assert_cmpstr (read_from (GTK_WIDGET (form), "Label that shows meanwhile"), ==, "春节不打烊");
  act_and_close (form);
  wait_until ((editor = find_form (XB_TYPE_LABEL_EDITOR)) != NULL);
  settle ();
  g_assert_cmpstr (read_from (GTK_WIDGET (editor), "Label"), ==, "春节不打烊");
  gtk_window_destroy (editor);
  id = xb_workspace_find_campaign (f->ws, "Open over Spring Festival 2027", NULL);
  g_assert_cmpint (id, >, 0);
  wait_until (find_bar (view, "Open over Spring Festival 2027", NULL) != NULL); /* without a label yet */
  g_assert_cmpuint (find_bar (view, "Open over Spring Festival 2027", NULL)->numbers, ==, 0);

  /* its labels go along when it is moved */
  set_label (f, &number, 1, "春节照常营业", NULL, NULL, id);
  wait_until (lies (view, "春节照常营业", "2027-02-05", "2027-02-13"));
  press (view, "春节照常营业", GDK_KEY_Right, 0);
  press (view, "春节照常营业", GDK_KEY_Return, 0);
  wait_until (lies (view, "春节照常营业", "2027-02-06", "2027-02-14"));
  gtk_window_destroy (window);
}

static void
test_remove (Fixture      *f,
             gconstpointer data)
{
  gint64 id = add_campaign (f, "店庆", "2026-10-10", "2026-10-20");
  XbYearView *view;
  GtkWindow *window = open_year (f, &view);
  XbCampaignsGroup *group = XB_CAMPAIGNS_GROUP (find_type (GTK_WIDGET (view), XB_TYPE_CAMPAIGNS_GROUP));

  g_assert_true (lies (view, "店庆", "2026-10-10", "2026-10-20"));
  xb_campaigns_group_remove (group, id);
  wait_until (find_bar (view, "店庆", NULL) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "campaigns.restore", "x", id);
  wait_until (find_bar (view, "店庆", NULL) != NULL);
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
    { "/year/keys", test_keys },
    { "/year/drag", test_drag },
    { "/year/overlap", test_overlap },
    { "/year/campaign", test_campaign },
    { "/year/remove", test_remove },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
