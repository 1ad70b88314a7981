/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../folder.h"
#include "xb-db.h"
#include "xb-workspace-register.h"

/* A file of every schema that was ever released is kept; each must open, whole, with today's program.
 * They are written by `xinbiaoctl --now 2026-09-28T12:00:00+08:00 demo` and VACUUM INTO. */

static const char *fixtures;

static void
copy_fixture (const char *name,
              const char *folder)
{
  g_autofree char *from = g_build_filename (fixtures, name, NULL);
  g_autofree char *to = g_build_filename (folder, "xinbiao.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, length, NULL));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (xb_workspace_finish (XB_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
check_content (XbWorkspace *ws)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (ws);
  g_autoptr(GListModel) numbers = xb_workspace_list_numbers (ws, NULL);
  g_autoptr(GListModel) live = xb_workspace_list_certifications (ws, XB_CERT_FILTER_LIVE);
  g_autoptr(GListModel) events = xb_workspace_list_events (ws, 1);
  g_autoptr(GListModel) materials = xb_workspace_list_materials (ws);
  g_autoptr(XbNumber) first = g_list_model_get_item (numbers, 0);
  gboolean done = FALSE;

  g_assert_cmpstr (xb_business_get_name (business), ==, "成都青禾冰饮有限公司");
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 12);
  g_assert_cmpint (g_list_model_get_n_items (live), ==, 4);
  g_assert_cmpint (g_list_model_get_n_items (events), ==, 7);
  g_assert_cmpint (g_list_model_get_n_items (materials), ==, 4);
  g_assert_cmpstr (xb_number_get_national (first), ==, "4006001825");
  g_assert_cmpstr (xb_number_get_shown (first), ==, "青禾冰饮 · 客户服务");
  /* and it takes new rows */
  xb_workspace_add_number_async (ws, "13800138000", NULL, NULL, added_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* What shows when labels come into the file was handed in with its certification; later ones keep theirs. */
static void
check_labels (const char *path,
              gboolean    first)
{
  g_autoptr(XbDb) db = xb_db_open (path, TRUE, NULL);
  g_autofree char *from = NULL;

  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label WHERE certification_id IS NOT NULL", ""), ==, 4);
  from = xb_db_text (db, "SELECT min (from_day) FROM label", "");
  g_assert_cmpstr (from, ==, "2025-12-02"); /* the day on which the first one was submitted */
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label", ""), ==, first ? 4 : 9);
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label_change", ""), ==, first ? 0 : 11);
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label JOIN certification c ON c.id = certification_id "
                              "WHERE c.label = text AND c.platform = label.platform AND "
                              "c.number_id = label.number_id", ""), ==, first ? 4 : 3);
}

static void
test_fixture (gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("xinbiao-fixture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "xinbiao.db", NULL);
  g_autofree char *fresh_folder = g_build_filename (folder, "fresh", NULL);
  g_autofree char *fresh_path = g_build_filename (fresh_folder, "xinbiao.db", NULL);
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) error = NULL;

  copy_fixture (name, folder);
  for (guint round = 0; round < 2; round++) /* migrating, and migrated */
    {
      g_autoptr(XbWorkspace) ws = xb_workspace_open (folder, clock, &error);

      g_assert_no_error (error);
      if (round == 0)
        check_content (ws);
    }
  check_labels (path, strcmp (name, "schema-1.db") == 0);
  {
    g_autoptr(XbWorkspace) fresh = xb_workspace_open (fresh_folder, clock, &error);
    g_autoptr(XbDb) old_db = xb_db_open (path, TRUE, NULL);
    g_autoptr(XbDb) new_db = xb_db_open (fresh_path, TRUE, NULL);
    const char *schema = "SELECT group_concat (sql) FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                         "ORDER BY name)";
    g_autofree char *old_schema = xb_db_text (old_db, schema, "");
    g_autofree char *new_schema = xb_db_text (new_db, schema, "");

    g_assert_no_error (error);
    g_assert_cmpstr (old_schema, ==, new_schema);
    g_assert_cmpint (xb_db_int (old_db, -1, "PRAGMA user_version", ""), ==,
                     xb_db_int (new_db, -2, "PRAGMA user_version", ""));
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  fixtures = argv[1];
  dir = g_dir_open (fixtures, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_strconcat ("/fixtures/", name, NULL);

        g_test_add_data_func_full (path, g_strdup (name), test_fixture, g_free);
      }
  return g_test_run ();
}
