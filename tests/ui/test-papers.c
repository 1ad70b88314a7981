/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-brand-list.h"
#include "xb-business-window.h"
#include "xb-certification-row.h"
#include "xb-certifications-page.h"
#include "xb-clock.h"
#include "xb-day-entry.h"
#include "xb-empty-page.h"
#include "xb-fact-form.h"
#include "xb-field-editor.h"
#include "xb-handset-choice.h"
#include "xb-keep-window.h"
#include "xb-lifecycle.h"
#include "xb-list-group.h"
#include "xb-material-form.h"
#include "xb-materials-page.h"
#include "xb-nda-form.h"
#include "xb-outbox-banner.h"
#include "xb-platform-form.h"
#include "xb-platform-view.h"
#include "xb-platforms-page.h"
#include "xb-problem.h"
#include "xb-sample-paper.h"
#include "xb-ui.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-register.h"

/* The pages of papers, certifications and platforms and the business window, over a data folder of
 * their own. */

#define NOON 1790568000 /* 2026-09-28 12:00 in China, a Monday */
#define USCC "91510100MA6CQHB25A"

typedef struct
{
  char         *folder;
  XbClock      *clock;
  XbWorkspace  *ws;
  GAsyncResult *result;
  char         *opened; /* (nullable): the action that a page asked of the application, with its target */
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
settle (void)
{
  for (guint i = 0; i < 2000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->result);
  g_clear_pointer (&f->opened, g_free);
  settle ();
  g_assert_finalize_object (f->ws);
  g_object_unref (f->clock);
  remove_tree (f->folder);
  g_free (f->folder);
}

/* Waits until @what is true, but not for ever. */
#define wait_until(what)                                                      \
  G_STMT_START                                                                \
    {                                                                         \
      gint64 deadline_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;       \
      while (!(what) && g_get_monotonic_time () < deadline_)                  \
        if (!g_main_context_iteration (NULL, FALSE))                          \
          g_usleep (1000);                                                    \
      g_assert_true (what);                                                   \
    }                                                                         \
  G_STMT_END

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *f = user_data;

  g_set_object (&f->result, result);
}

static gint64
done (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  wait_until (f->result != NULL);
  id = xb_workspace_finish_id (f->ws, f->result, &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return id;
}

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

/* The row or group with that title. */
static GtkWidget *
find_titled (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *own = NULL;
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        g_object_get (child, "title", &own, NULL);
      found = g_strcmp0 (own, title) == 0 ? child : find_titled (child, type, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_into (GtkWidget  *widget,
           const char *title,
           const char *text)
{
  GtkWidget *row = find_titled (widget, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
read_from (GtkWidget  *widget,
           const char *title)
{
  GtkWidget *row = find_titled (widget, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A form closes itself once it was done. */
static void
act_and_close (GtkWindow *form)
{
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  xb_form_act (XB_FORM (form));
  wait_until (form == NULL);
}

static void
act_and_fail (GtkWindow  *form,
              const char *part)
{
  xb_form_act (XB_FORM (form));
  wait_until (xb_form_get_problem (XB_FORM (form)) != NULL);
  g_test_message ("%s", xb_form_get_problem (XB_FORM (form)));
  g_assert_nonnull (strstr (xb_form_get_problem (XB_FORM (form)), part));
}

static void
action_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  Fixture *f = user_data;
  g_autofree char *text = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_free (f->opened);
  f->opened = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), text);
}

/* A window as the application makes it, with one page and the actions that pages ask for. */
static GtkWindow *
show_page (Fixture *f,
           GType    type,
           gpointer page)
{
  static const GActionEntry entries[] = {
    { "open-certification", action_cb, "x" }, { "open-filing", action_cb, "x" }, { "new-certification", action_cb, "x" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *made = g_object_new (type, "workspace", f->ws, NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (actions));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), made);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  *(GtkWidget **) page = made;
  return GTK_WINDOW (window);
}

static void
test_business (Fixture      *f,
               gconstpointer data)
{
  GtkWindow *window = xb_business_window_new (NULL, f->ws);
  GtkWidget *widget = GTK_WIDGET (window);
  GtkWidget *code = find_type (widget, XB_TYPE_HANDSET_CHOICE);
  g_autoptr(XbBusiness) business = NULL;
  g_autofree char *handsets = xb_handset_choice_dup_handsets (XB_HANDSET_CHOICE (code));
  GtkWidget *row = find_titled (widget, ADW_TYPE_ENTRY_ROW, "Unified social credit code");

  gtk_window_present (window);
  g_assert_cmpstr (handsets, ==, "huawei");
  type_into (widget, "Name as on the licence", "成都青禾冰饮有限公司");
  type_into (widget, "Unified social credit code", "91510100");
  g_assert_false (gtk_widget_has_css_class (row, "error")); /* nobody is scolded while typing */
  type_into (widget, "Unified social credit code", "91510100MA6CQHB25B");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  xb_form_act (XB_FORM (window));
  settle ();
  business = xb_workspace_ref_business (f->ws);
  g_assert_null (business);
  g_assert_cmpstr (read_from (widget, "Unified social credit code"), ==, "91510100MA6CQHB25B");
  g_assert_cmpstr (read_from (widget, "Name as on the licence"), ==, "成都青禾冰饮有限公司");
  type_into (widget, "Licence expires (empty: no end)", "someday");
  type_into (widget, "Unified social credit code", USCC);
  act_and_fail (window, "2026-10-13");
  type_into (widget, "Licence expires (empty: no end)", "2029年5月24日");
  act_and_close (window);
  business = xb_workspace_ref_business (f->ws);
  g_assert_cmpstr (xb_business_get_uscc (business), ==, USCC);
  g_assert_cmpstr (xb_business_get_licence_expires (business), ==, "2029-05-24");
}

/* What somebody changes elsewhere is here at once, and what was typed here stays. */
static void
test_business_live (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr(XbBusiness) first = g_object_new (XB_TYPE_BUSINESS, "name", "A", "handsets", "huawei", NULL);
  g_autoptr(XbBusiness) second = g_object_new (XB_TYPE_BUSINESS, "name", "A", "address", "春熙路 1 号", "contact", "B",
                                               "handsets", "huawei,oppo", NULL);
  g_autofree char *handsets = NULL;
  GtkWindow *window;
  GtkWidget *list;

  xb_workspace_set_business_async (f->ws, first, NULL, ended_cb, f);
  done (f);
  window = xb_business_window_new (NULL, f->ws);
  gtk_window_present (window);
  type_into (GTK_WIDGET (window), "Contact person", "C");
  xb_workspace_set_business_async (f->ws, second, NULL, ended_cb, f);
  done (f);
  wait_until (g_str_equal (read_from (GTK_WIDGET (window), "Address"), "春熙路 1 号"));
  g_assert_cmpstr (read_from (GTK_WIDGET (window), "Contact person"), ==, "C");
  handsets = xb_handset_choice_dup_handsets (XB_HANDSET_CHOICE (find_type (GTK_WIDGET (window), XB_TYPE_HANDSET_CHOICE)));
  g_assert_cmpstr (handsets, ==, "huawei,oppo");

  list = find_type (GTK_WIDGET (window), XB_TYPE_BRAND_LIST);
  xb_workspace_save_brand_async (f->ws, 0, "青禾 & 冰饮", TRUE, "12345678", "2026-09-01", NULL, ended_cb, f);
  done (f);
  wait_until (find_titled (list, ADW_TYPE_ACTION_ROW, "青禾 &amp; 冰饮") != NULL);
  gtk_window_destroy (window);
}

static void
load_demo (Fixture *f)
{
  xb_workspace_demo_async (f->ws, NULL, ended_cb, f);
  done (f);
  settle ();
}

static guint
count_rows (GtkWidget *page)
{
  GtkWidget *list = find_type (page, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static void
test_certifications (Fixture      *f,
                     gconstpointer data)
{
  XbCertificationsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_CERTIFICATIONS_PAGE, &page);
  GtkWidget *widget = GTK_WIDGET (page);
  g_autofree char *first = NULL;
  guint all;

  g_assert_cmpuint (count_rows (widget), ==, 0);
  g_assert_true (gtk_widget_get_mapped (find_type (widget, XB_TYPE_EMPTY_PAGE)));
  load_demo (f);
  wait_until (count_rows (widget) > 5);
  all = count_rows (widget);
  settle ();
  first = xb_certification_row_dup_text (XB_CERTIFICATION_ROW (find_type (widget, XB_TYPE_CERTIFICATION_ROW)));
  g_assert_true (g_str_has_prefix (first, "Go on with 130 0028 1203"));
  g_signal_emit_by_name (find_type (widget, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_true (g_str_has_prefix (f->opened, "open-filing "));
  g_signal_emit_by_name (find_type (widget, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_true (g_str_has_prefix (f->opened, "open-certification "));

  for (XbCertFilter filter = XB_CERT_FILTER_OPEN; filter <= XB_CERT_FILTER_ENDED; filter++)
    {
      xb_certifications_page_set_filter (page, filter);
      g_assert_cmpuint (count_rows (widget), <, all);
    }
  xb_certifications_page_set_filter (page, XB_CERT_FILTER_ATTENTION);
  settle ();
  g_assert_cmpuint (count_rows (widget), ==, 2);
  xb_certifications_page_set_filter (page, XB_CERT_FILTER_ALL);
  g_assert_cmpuint (count_rows (widget), ==, all);
  g_assert_null (xb_outbox_banner_get_text (XB_OUTBOX_BANNER (find_type (widget, XB_TYPE_OUTBOX_BANNER))));
  gtk_window_destroy (window);
}

static GFile *
write_file (Fixture    *f,
            const char *name,
            const char *bytes)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  else
    g_assert_true (xb_sample_paper_write ("营业执照", (const char *[]) { "x", NULL }, path, NULL));
  return g_file_new_for_path (path);
}

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  g_autoptr(GFile) text = write_file (f, "licence.jpg", "this is no picture");
  g_autoptr(GFile) cut = write_file (f, "cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
  g_autoptr(GFile) large = write_file (f, "large.png", "\x89PNG\r\n\x1a\n");
  g_autofree char *path = g_file_get_path (large);
  g_autoptr(GListModel) materials = xb_workspace_list_materials (f->ws);
  GFile *files[] = { text, cut, large };

  g_assert_cmpint (truncate (path, 200 * 1024 * 1024), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);
      GtkWindow *form = xb_material_form_new_add (NULL, f->ws, files[i], XB_MATERIAL_TYPE_LICENCE, FALSE);

      gtk_window_present (form);
      type_into (GTK_WIDGET (form), "Expires (empty: no end)", "2029-01-31");
      act_and_fail (form, "");
      g_assert_cmpstr (read_from (GTK_WIDGET (form), "Expires (empty: no end)"), ==, "2029-01-31");
      gtk_window_destroy (form);
    }
  g_assert_cmpuint (g_list_model_get_n_items (materials), ==, 0);
}

static void
test_materials (Fixture      *f,
                gconstpointer data)
{
  XbMaterialsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_MATERIALS_PAGE, &page);
  GtkWidget *licences = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Business licence");
  GtkWidget *copies = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Who Holds Which Copy");
  GtkWidget *logos = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Logo");
  g_autoptr(GFile) paper = write_file (f, "paper.png", NULL);
  GtkWindow *form = xb_material_form_new_add (GTK_WIDGET (page), f->ws, paper, XB_MATERIAL_TYPE_LICENCE, FALSE);
  gint64 id;

  g_assert_cmpuint (xb_list_group_get_n_rows (XB_LIST_GROUP (licences)), ==, 0);
  g_assert_nonnull (find_titled (licences, ADW_TYPE_ACTION_ROW, "Business licence")); /* it invites */
  g_assert_cmpuint (xb_list_group_get_n_rows (XB_LIST_GROUP (copies)), ==, 0);
  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Expires (empty: no end)", "2026-10-08");
  act_and_close (form);
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (licences)) == 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (xb_list_group_get_row (XB_LIST_GROUP (licences), 0))),
                   ==, "Added Mon 28 Sep · valid until Thu 8 Oct, 10 more days · no copy made");

  /* It is a logo after all. */
  id = xb_record_get_id (g_object_get_data (G_OBJECT (xb_list_group_get_row (XB_LIST_GROUP (licences), 0)), "xb-item"));
  xb_workspace_edit_material_async (f->ws, id, "logo.png", XB_MATERIAL_TYPE_LOGO, NULL, NULL, ended_cb, f);
  done (f);
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (logos)) == 1);
  g_assert_cmpuint (xb_list_group_get_n_rows (XB_LIST_GROUP (licences)), ==, 0);
  xb_workspace_remove_material_async (f->ws, id, TRUE, NULL, ended_cb, f);
  done (f);
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (logos)) == 0);
  xb_workspace_remove_material_async (f->ws, id, FALSE, NULL, ended_cb, f);
  done (f);
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (logos)) == 1);
  gtk_window_destroy (window);
}

static void
test_nda (Fixture      *f,
          gconstpointer data)
{
  XbMaterialsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_MATERIALS_PAGE, &page);
  GtkWidget *ndas = find_titled (GTK_WIDGET (page), XB_TYPE_LIST_GROUP, "Non-disclosure Agreements");
  GtkWindow *form = xb_nda_form_new (GTK_WIDGET (page), f->ws, "third-party");

  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Ends on", "2026-01-01");
  act_and_fail (form, "2026-01-01");
  type_into (GTK_WIDGET (form), "Ends on", "2027-09-27");
  act_and_close (form);
  wait_until (xb_list_group_get_n_rows (XB_LIST_GROUP (ndas)) == 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (xb_list_group_get_row (XB_LIST_GROUP (ndas), 0))), ==,
                   "Signed on Mon 28 Sep · valid until Mon 27 Sep 2027");
  gtk_window_destroy (window);
}

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

static gboolean
shows_title (GtkWindow  *window,
             const char *title)
{
  return find_titled (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, title) != NULL;
}

static void
test_check (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(GFile) paper = write_file (f, "paper.png", NULL);
  g_autofree char *path = g_file_get_path (paper);
  g_autofree char *stored = NULL;
  g_autoptr(GListModel) materials = xb_workspace_list_materials (f->ws);
  g_autoptr(XbMaterial) material = NULL;
  GtkWindow *window = xb_keep_window_check (NULL, f->ws);

  wait_until (shows_title (window, "Everything Is in Order"));
  gtk_window_close (window);
  xb_workspace_add_material_async (f->ws, path, XB_MATERIAL_TYPE_LICENCE, NULL, NULL, ended_cb, f);
  done (f);
  settle ();
  material = g_list_model_get_item (materials, 0);
  stored = xb_workspace_dup_file_path (f->ws, xb_material_get_sha256 (material));
  g_unlink (stored);
  window = xb_keep_window_check (NULL, f->ws);
  wait_until (shows_title (window, "Something Needs a Look"));
  g_assert_nonnull (find_type (find_type (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE), ADW_TYPE_ACTION_ROW));
  gtk_window_close (window);
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
    { "/papers/business", test_business },
    { "/papers/business-live", test_business_live },
    { "/papers/certifications", test_certifications },
    { "/papers/refused", test_refused },
    { "/papers/materials", test_materials },
    { "/papers/nda", test_nda },
    { "/papers/fact", test_fact },
    { "/papers/editors", test_editors },
    { "/papers/platforms", test_platforms },
    { "/papers/check", test_check },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
