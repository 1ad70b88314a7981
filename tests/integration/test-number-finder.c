/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-fixture.h"
#include "xb-number.h"
#include "xb-workspace-private.h"
#include "xb-workspace-register.h"

static const char *const uses[] = {
  "", "客服", "门店1客服", "门店12客服", "VIP Service", "vip 售后", "100%", "100_a", "a\\b", "Ünlü",
};

static char *
make_number (guint i)
{
  switch (i % 5)
    {
    case 0:
      return g_strdup_printf ("139%08u", i * 7919 % 100000000);
    case 1:
      return g_strdup_printf ("028-86%06u", i * 613 % 1000000);
    case 2:
      return g_strdup_printf ("0755-8%07u", i * 9973 % 10000000);
    case 3:
      return g_strdup_printf ("4006%06u", i * 89 % 1000000);
    default:
      return g_strdup_printf ("186%08u", i * 104729 % 100000000);
    }
}

static void
import (Fixture *f,
        guint    n)
{
  g_autofree char *path = g_build_filename (f->folder, "numbers.csv", NULL);
  g_autoptr(GString) csv = g_string_new ("号码,用途\n");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = make_number (i);

      g_string_append_printf (csv, "%s,%s\n", number, uses[i * 31 % G_N_ELEMENTS (uses)]);
    }
  g_assert_true (g_file_set_contents (path, csv->str, csv->len, NULL));
  xb_workspace_import_numbers_async (f->ws, path, NULL, NULL, NULL, ended_cb, f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  xb_import_result_free (xb_workspace_import_numbers_finish (f->ws, f->result, NULL));
  g_clear_object (&f->result);
}

/* Written straight: what a year of use would leave. */
static void
age (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);

  g_assert_true (xb_db_exec (db, "UPDATE number SET removed_at = 1 WHERE id % 17 = 0;"
                             "UPDATE number SET health = 'live' WHERE id % 3 = 0;"
                             "UPDATE number SET health = 'attention' WHERE id % 7 = 0;", NULL));
}

static void
assert_same (GArray               *a,
             GArray               *b,
             const XbNumberSearch *search)
{
  g_test_message ("%s %s %d: %u", search->digits, search->use, search->health, a->len);
  g_assert_cmpmem (a->data, a->len * sizeof (gint64), b->data, b->len * sizeof (gint64));
}

/* The file and the haystack give the same answer to every question. */
static void
test_same (Fixture      *f,
           gconstpointer data)
{
  static const char *const digits[] = {
    "1", "8", "02", "028", "02886", "0755", "13900", "139", "4006", "86028", "00", "5553", "0", "28", "9999999999999",
  };
  static const char *const words[] = {
    "客", "门店1", "门店12客服", "vip", "VIP", "%", "_", "\\", "ü", "Ü", "nothing", "S", "售后",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(XbNumberHaystack) haystack = NULL;
  guint most = 0;

  import (f, 3000);
  age (f);
  haystack = xb_number_haystack_read (xb_workspace_get_db (f->ws), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (digits) + G_N_ELEMENTS (words); i++)
    for (int health = -1; health <= XB_HEALTH_LIVE; health++)
      {
        gboolean number = i < G_N_ELEMENTS (digits);
        XbNumberSearch search = { number ? digits[i] : NULL, number ? NULL : words[i - G_N_ELEMENTS (digits)], health };
        g_autoptr(GArray) here = xb_number_haystack_find (haystack, &search);
        g_autoptr(XbNumberFinder) finder = xb_number_finder_new (xb_workspace_get_store (f->ws));
        g_autoptr(GArray) there = xb_number_finder_find (finder, xb_workspace_get_db (f->ws), &search, &error);

        g_assert_no_error (error);
        assert_same (here, there, &search);
        most = MAX (most, here->len);
      }
  g_assert_cmpuint (most, >, 1000);
}

static void
wait_until_prepared (Fixture *f)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!xb_number_finder_is_prepared (xb_workspace_get_number_finder (f->ws)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (xb_number_finder_is_prepared (xb_workspace_get_number_finder (f->ws)));
}

/* What was read ahead is never shown once it is no longer true. */
static void
test_changes (Fixture      *f,
              gconstpointer data)
{
  g_autoptr(GListModel) list = NULL;
  g_autoptr(GListModel) live = NULL;
  g_autoptr(XbNumber) last = NULL;

  import (f, 100);
  list = xb_workspace_list_numbers (f->ws, NULL);
  wait_until_prepared (f);
  xb_workspace_search_numbers (f->ws, list, "Service");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 10);
  xb_workspace_add_number_async (f->ws, "95566", "service desk", NULL, ended_cb, f);
  done (f);
  wait_until_prepared (f); /* anew, because somebody searched */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 11);
  last = g_list_model_get_item (list, 10);
  g_assert_cmpstr (xb_number_get_use (last), ==, "service desk");
  xb_workspace_search_numbers (f->ws, list, "955");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  xb_workspace_remove_number_async (f->ws, xb_record_get_id (XB_RECORD (last)), TRUE, NULL, ended_cb, f);
  done (f);
  live = xb_workspace_list_numbers (f->ws, "955");
  g_assert_cmpuint (g_list_model_get_n_items (live), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/number-finder/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/number-finder/changes", Fixture, NULL, set_up, test_changes, tear_down);
  return g_test_run ();
}
