/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include "page-fixture.h"
#include "xb-brand-list.h"
#include "xb-business-window.h"
#include "xb-certification-row.h"
#include "xb-certifications-page.h"
#include "xb-empty-page.h"
#include "xb-handset-choice.h"
#include "xb-keep-window.h"
#include "xb-list-group.h"
#include "xb-material-form.h"
#include "xb-materials-page.h"
#include "xb-nda-form.h"
#include "xb-outbox-banner.h"
#include "xb-sample-paper.h"
#include "xb-ui.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-register.h"

/* The pages of papers and certifications and the business window. */

#define USCC "91510100MA6CQHB25A"

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

/* Every one, drafts included, is shown once. */
static guint
count_certifications (Fixture *f)
{
  g_autoptr(GListModel) walk = xb_workspace_walk_certifications (f->ws, XB_CERT_FILTER_ALL);

  return g_list_model_get_n_items (walk);
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
  g_assert_cmpuint (all, ==, count_certifications (f)); /* the hand-in stands for its draft */

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
  g_assert_nonnull (find_titled (licences, ADW_TYPE_ACTION_ROW, "Add: Business licence")); /* it invites */
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

/* A row whose record went, or cannot be read, says nothing that is not so. */
static void
test_unread_row (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr(GtkWidget) row = g_object_ref_sink (xb_certification_row_new (f->ws));
  g_autoptr(GObject) filing = g_object_new (XB_TYPE_FILING, NULL);
  g_autoptr(GObject) certification = g_object_new (XB_TYPE_CERTIFICATION, NULL);
  g_autofree char *left = NULL, *stands = NULL;

  xb_certification_row_set_item (XB_CERTIFICATION_ROW (row), filing);
  left = xb_certification_row_dup_text (XB_CERTIFICATION_ROW (row));
  g_assert_cmpstr (left, ==, "");
  xb_certification_row_set_item (XB_CERTIFICATION_ROW (row), certification);
  stands = xb_certification_row_dup_text (XB_CERTIFICATION_ROW (row));
  g_assert_cmpstr (stands, ==, "");
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
    { "/papers/unread-row", test_unread_row },
    { "/papers/refused", test_refused },
    { "/papers/materials", test_materials },
    { "/papers/nda", test_nda },
    { "/papers/check", test_check },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
