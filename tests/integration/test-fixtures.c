/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../folder.h"
#include "xb-db.h"
#include "xb-migrations.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-life.h"
#include "xb-workspace-register.h"

/* A file of every schema before today's is kept; each must open, whole, with today's program, and end in today's shape.
 * README.md beside them says how they were made. */

/* After labels were planned, before the first edit has to be handed in. */
#define NOW 1774000000
/* Up to here the kept file is the demonstration, which grew too large to keep. */
#define LAST_DEMO 2

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
wait (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/* The demonstration, as versions 1 and 2 have it. */
static void
check_demo (XbWorkspace *ws)
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
  wait (&done);
}

/* What shows when labels come into the file was handed in with its certification; later ones keep theirs. */
static void
check_demo_labels (XbDb *db,
                   int   version)
{
  g_autofree char *from = NULL;

  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label WHERE certification_id IS NOT NULL", ""), ==, 4);
  from = xb_db_text (db, "SELECT min (from_day) FROM label", "");
  g_assert_cmpstr (from, ==, "2025-12-02"); /* the day on which the first one was submitted */
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label", ""), ==, version == 1 ? 4 : 9);
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label_change", ""), ==, version == 1 ? 0 : 11);
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM label JOIN certification c ON c.id = certification_id "
                              "WHERE c.label = text AND c.platform = label.platform AND "
                              "c.number_id = label.number_id", ""), ==, version == 1 ? 4 : 3);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (xb_workspace_finish (XB_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What tests/fixtures/make-kept wrote. */
static void
check_kept (XbWorkspace *ws)
{
  const gint64 season = 2;
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (ws);
  g_autoptr(GListModel) live = xb_workspace_list_certifications (ws, XB_CERT_FILTER_LIVE);
  g_autoptr(GListModel) events = xb_workspace_list_events (ws, 1);
  g_autoptr(GListModel) found = xb_workspace_list_numbers (ws, "02886555");
  g_autoptr(GListModel) numbers = xb_workspace_list_numbers (ws, "客服");
  g_autoptr(XbNumber) first = g_list_model_get_item (numbers, 0);
  gboolean done = FALSE;

  g_assert_cmpstr (xb_business_get_uscc (business), ==, "91510100MA6CQHB25A");
  g_assert_cmpint (g_list_model_get_n_items (live), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (events), ==, 7);
  g_assert_cmpint (g_list_model_get_n_items (found), ==, 1);
  g_assert_cmpstr (xb_number_get_national (first), ==, "13800138001");
  g_assert_cmpstr (xb_number_get_shown (first), ==, "青禾冰饮 · 客户服务");
  /* and a plan of labels is made anew */
  xb_workspace_end_label_async (ws, &season, 1, "2026-07-31", NULL, NULL, ended_cb, &done);
  wait (&done);
}

static void
check_kept_rows (XbDb *db,
                 int   version)
{
  static const struct { const char *sql; const char *value; int since; } rows[] = {
    { "SELECT group_concat (text || from_day) FROM label ORDER BY id", "客户服务2026-03-03,夏季新品2026-06-01", 1 },
    { "SELECT group_concat (state || text || file_by) FROM label_change ORDER BY id",
      "planned夏季新品2026-05-20,planned客户服务2026-07-21", 1 },
    { "SELECT group_concat (category || amount) FROM cost ORDER BY id", "annual30000,label0,label0", 1 },
    { "SELECT group_concat (calls || ' ' || answered || ' ' || marks) FROM metric ORDER BY id", "120 84 1,130 78 2", 3 },
    { "SELECT sum (calls) FROM metric_by_day", "250", 3 },
    { "SELECT group_concat (handset) FROM evidence", "huawei", 1 },
    { "SELECT group_concat (result) FROM inspection_item WHERE result <> 'open'", "pass,pass,pass", 5 },
    { "SELECT group_concat (kind || state || seen) FROM incident", "markopen骚扰电话", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (version >= rows[i].since)
      {
        g_autofree char *value = xb_db_text (db, rows[i].sql, "");

        g_assert_cmpstr (value, ==, rows[i].value);
      }
  /* in version 3 the table had no such column yet */
  g_assert_cmpint (xb_db_int (db, -1, "SELECT max (asked) FROM label_change", ""), ==, version > 3);
}

static void
check_shape (XbDb       *db,
             const char *fresh_folder,
             XbClock    *clock)
{
  const char *schema = "SELECT group_concat (sql, char (10)) FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                       "ORDER BY name)";
  g_autofree char *path = g_build_filename (fresh_folder, "xinbiao.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbWorkspace) fresh = xb_workspace_open (fresh_folder, clock, &error);
  g_autoptr(XbDb) fresh_db = xb_db_open (path, TRUE, NULL);
  g_autofree char *old_schema = xb_db_text (db, schema, "");
  g_autofree char *new_schema = xb_db_text (fresh_db, schema, "");

  g_assert_no_error (error);
  g_assert_cmpstr (old_schema, ==, new_schema);
  g_assert_cmpint (xb_db_int (db, -1, "PRAGMA user_version", ""), ==,
                   xb_db_int (fresh_db, -2, "PRAGMA user_version", ""));
}

static void
test_fixture (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("schema-%d.db", version);
  g_autofree char *folder = g_dir_make_tmp ("xinbiao-fixture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "xinbiao.db", NULL);
  g_autofree char *fresh_folder = g_build_filename (folder, "fresh", NULL);
  g_autoptr(XbClock) clock = xb_clock_new_fixed (NOW);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = NULL;

  copy_fixture (name, folder);
  db = xb_db_open (path, TRUE, NULL);
  g_assert_cmpint (xb_db_int (db, -1, "PRAGMA user_version", ""), ==, version);
  for (guint round = 0; round < 2; round++) /* migrating, and migrated */
    {
      g_autoptr(XbWorkspace) ws = xb_workspace_open (folder, clock, &error);

      g_assert_no_error (error);
      if (round == 0)
        (version <= LAST_DEMO ? check_demo : check_kept) (ws);
    }
  (version <= LAST_DEMO ? check_demo_labels : check_kept_rows) (db, version);
  check_shape (db, fresh_folder, clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) steps = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  fixtures = argv[1];
  steps = xb_migrations_load (NULL);
  g_assert_nonnull (steps);
  for (guint version = 1; version < steps->len; version++)
    {
      g_autofree char *path = g_strdup_printf ("/fixtures/schema-%u", version);

      g_test_add_data_func (path, GUINT_TO_POINTER (version), test_fixture);
    }
  return g_test_run ();
}
