/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-fact-form.h"
#include "xb-field-editor.h"
#include "xb-lifecycle.h"
#include "xb-list-group.h"
#include "xb-platform-form.h"
#include "xb-platforms-page.h"
#include "xb-ui.h"
#include "xb-window.h"

/* The page of platforms, and how a fact is entered better. */

static XbFact *
find_fact (XbPlatform *platform,
           const char *field)
{
  GListModel *facts = xb_platform_get_facts (platform);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(XbFact) fact = g_list_model_get_item (facts, i);

      if (xb_fact_get_fields (fact) != NULL && g_strcmp0 (xb_fact_get_fields (fact)[0], field) == 0)
        return g_steal_pointer (&fact);
    }
  g_assert_not_reached ();
}

static void
test_fact (Fixture      *f,
           gconstpointer data)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (f->ws), "cmcc");
  g_autoptr(XbFact) before = find_fact (platform, "review_min");
  g_autoptr(XbFact) edited = NULL;
  g_autoptr(XbFact) after = NULL;
  GtkWindow *form = xb_fact_form_new (NULL, f->ws, platform, before);

  gtk_window_present (form);
  g_assert_cmpstr (xb_fact_get_text (before), ==, "5–7 working days");
  g_assert_cmpstr (read_from (GTK_WIDGET (form), "Review, shortest"), ==, "5");
  type_into (GTK_WIDGET (form), "Review, shortest", "9");
  act_and_fail (form, "9");
  g_assert_cmpstr (read_from (GTK_WIDGET (form), "Review, shortest"), ==, "9");
  type_into (GTK_WIDGET (form), "Review, longest", "12"); /* both ends at once */
  act_and_close (form);
  edited = find_fact (platform, "review_min");
  g_assert_cmpstr (xb_fact_get_text (edited), ==, "9–12 working days");
  g_assert_true (xb_fact_get_edited (edited));
  form = xb_fact_form_new (NULL, f->ws, platform, edited);
  gtk_window_present (form);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  xb_fact_form_reset (XB_FACT_FORM (form));
  wait_until (form == NULL);
  after = find_fact (platform, "review_min");
  g_assert_cmpstr (xb_fact_get_text (after), ==, xb_fact_get_text (before));
}

/* Whatever the catalogue holds is shown in an editor and read back as the same. */
static void
test_editors (Fixture      *f,
              gconstpointer data)
{
  GListModel *catalogue = G_LIST_MODEL (xb_workspace_get_catalogue (f->ws));
  g_auto(GStrv) fields = xb_platform_dup_fields ();

  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i += 7)
    for (guint j = 0; fields[j] != NULL; j++)
      {
        g_autoptr(XbPlatform) platform = g_list_model_get_item (catalogue, i);
        g_autofree char *value = xb_platform_dup_value (platform, fields[j]);
        GtkWidget *editor = g_object_ref_sink (xb_field_editor_new (platform, fields[j]));
        g_autofree char *text = xb_field_editor_dup_text (XB_FIELD_EDITOR (editor));
        g_autoptr(GError) error = NULL;

        g_test_message ("%s %s: %s", xb_platform_get_key (platform), fields[j], value);
        g_assert_cmpstr (text, ==, value);
        g_assert_finalize_object (editor);
      }
}

static void
test_platforms (Fixture      *f,
                gconstpointer data)
{
  XbPlatformsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_PLATFORMS_PAGE, &page);
  GtkWidget *search = find_type (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *operators = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, xb_platform_kind_get_title (0));
  GtkWidget *handsets = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP,
                                     xb_platform_kind_get_title (XB_PLATFORM_KIND_HANDSET));
  GtkWindow *form;

  g_assert_cmpuint (xb_list_group_get_n_rows (XB_LIST_GROUP (operators)), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (search), "cmcc");
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (operators)) == 1);
  g_assert_false (gtk_widget_get_visible (handsets));
  g_assert_true (xb_page_search (XB_PAGE (page)));
  xb_platforms_page_open (page, "cmcc");
  g_assert_cmpstr (xb_platforms_page_get_key (page), ==, "cmcc");
  gtk_widget_activate_action (GTK_WIDGET (page), "platforms.back", NULL);
  g_assert_null (xb_platforms_page_get_key (page));

  form = xb_platform_form_new (GTK_WIDGET (page), f->ws);
  gtk_window_present (form);
  xb_form_act (XB_FORM (form)); /* without a name nothing happens */
  type_into (GTK_WIDGET (form), "Name", "号码管家");
  act_and_close (form);
  g_assert_cmpstr (xb_platform_get_name (xb_catalogue_lookup (xb_workspace_get_catalogue (f->ws), "own-1")), ==,
                   "号码管家");
  xb_platforms_page_open (page, "own-1"); /* a third party: its agreements are on its page */
  g_assert_nonnull (find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Non-disclosure Agreements"));
  gtk_window_destroy (window);
}

/* One platform, with the way back, fits the narrowest window. */
static void
test_narrow (Fixture      *f,
             gconstpointer data)
{
  XbWindow *window = xb_window_new (NULL, f->ws);
  GtkWidget *page;
  int least;

  xb_window_add_page (window, "platforms", "Platforms", "xb-platforms-symbolic", XB_TYPE_PLATFORMS_PAGE);
  g_assert_true (xb_window_show_page (window, "platforms"));
  page = find_type (GTK_WIDGET (window), XB_TYPE_PLATFORMS_PAGE);
  xb_platforms_page_open (XB_PLATFORMS_PAGE (page), "cmcc");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
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
    { "/platforms/fact", test_fact },
    { "/platforms/editors", test_editors },
    { "/platforms/page", test_platforms },
    { "/platforms/narrow", test_narrow },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
