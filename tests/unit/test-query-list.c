/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-query-list.h"
#include "store-utils.h"

/* A row as an object, one for each id as long as somebody holds it. */
#define TEST_TYPE_ITEM (test_item_get_type ())
G_DECLARE_FINAL_TYPE (TestItem, test_item, TEST, ITEM, GObject)

struct _TestItem
{
  GObject parent_instance;
  gint64  id;
  char   *name;
};

G_DEFINE_FINAL_TYPE (TestItem, test_item, G_TYPE_OBJECT)

static GHashTable *alive;
static guint n_made;

static void
test_item_finalize (GObject *object)
{
  TestItem *self = TEST_ITEM (object);

  if (g_hash_table_lookup (alive, &self->id) == self)
    g_hash_table_remove (alive, &self->id);
  g_free (self->name);
  G_OBJECT_CLASS (test_item_parent_class)->finalize (object);
}

static void
test_item_class_init (TestItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_item_finalize;
}

static void
test_item_init (TestItem *self)
{
  self->id = -1;
}

static gpointer
make_item (XbRows  *row,
           gpointer user_data)
{
  gint64 id = xb_rows_int (row, 0);
  TestItem *item = g_hash_table_lookup (alive, &id);

  n_made++;
  if (item != NULL)
    g_object_ref (item);
  else
    {
      item = g_object_new (TEST_TYPE_ITEM, NULL);
      item->id = id;
      g_hash_table_insert (alive, &item->id, item);
    }
  g_free (item->name);
  item->name = g_strdup (xb_rows_text (row, 1));
  return item;
}

#define COUNT "SELECT count (*) FROM item"
#define PAGE  "SELECT id, name FROM item WHERE id IN " \
              "(SELECT id FROM item ORDER BY place, id LIMIT ? OFFSET ?) ORDER BY place, id"

/* A view: holds the objects of the rows that it shows, and follows the signal as GtkListView does. */
typedef struct
{
  XbQueryList *list;
  GPtrArray   *rows;    /* what the view believes of every position; NULL where it does not look */
  guint        changes;
  guint        position, removed, added;
} View;

static void
unref_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
items_changed_cb (View *view,
                  guint position,
                  guint removed,
                  guint added)
{
  g_autoptr(GPtrArray) before = view->rows;

  view->changes++;
  view->position = position;
  view->removed = removed;
  view->added = added;
  g_assert_cmpuint (position + removed, <=, before->len);
  view->rows = g_ptr_array_new_with_free_func (unref_row);
  for (guint i = 0; i < position; i++)
    g_ptr_array_add (view->rows, g_steal_pointer (&before->pdata[i]));
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (view->rows, NULL);
  for (guint i = position + removed; i < before->len; i++)
    g_ptr_array_add (view->rows, g_steal_pointer (&before->pdata[i]));
  g_assert_cmpuint (view->rows->len, ==, g_list_model_get_n_items (G_LIST_MODEL (view->list)));
}

static View *
view_new (XbQueryList *list)
{
  View *view = g_new0 (View, 1);

  view->list = list;
  view->rows = g_ptr_array_new_with_free_func (unref_row);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (view->rows, NULL);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), view);
  return view;
}

static void
view_free (View *view)
{
  g_signal_handlers_disconnect_by_data (view->list, view);
  g_ptr_array_unref (view->rows);
  g_free (view);
}

static void
view_show (View *view,
           guint from,
           guint n)
{
  for (guint i = 0; i < view->rows->len; i++)
    if (i < from || i >= from + n)
      g_clear_object (&view->rows->pdata[i]);
    else if (view->rows->pdata[i] == NULL)
      view->rows->pdata[i] = g_list_model_get_item (G_LIST_MODEL (view->list), i);
}

/* What the view holds is what the list says now, and the list says what the file does. */
static void
view_check (View *view,
            XbDb *db)
{
  guint held = 0;

  for (guint i = 0; i < view->rows->len; i++)
    {
      g_autoptr(TestItem) now = NULL;

      if (view->rows->pdata[i] == NULL)
        continue;
      now = g_list_model_get_item (G_LIST_MODEL (view->list), i);
      g_assert_true (now == view->rows->pdata[i]);
      g_assert_cmpint (now->id, ==,
                       xb_db_int (db, -2, "SELECT id FROM item ORDER BY place, id LIMIT 1 OFFSET ?",
                                  "i", (gint64) i));
      held++;
    }
  g_test_message ("%u rows held of %u", held, view->rows->len);
}

typedef struct
{
  StoreFixture base;
  XbDb        *db; /* another connection, which writes behind the list's back */
  XbQueryList *list;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  alive = g_hash_table_new (g_int64_hash, g_int64_equal);
  store_fixture_set_up (&fixture->base);
  fixture->db = xb_db_open (xb_store_get_path (fixture->base.store), FALSE, NULL);
  store_exec (fixture->db,
              "CREATE TABLE item (id INTEGER PRIMARY KEY, place REAL NOT NULL, name TEXT) STRICT;"
              "CREATE INDEX item_place ON item (place);"
              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
              "INSERT INTO item SELECT i, i, 'name ' || i FROM n");
  fixture->list = xb_query_list_new (fixture->base.store, TEST_TYPE_ITEM, COUNT, PAGE, make_item, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  xb_db_close (fixture->db);
  g_assert_cmpuint (g_hash_table_size (alive), ==, 0);
  g_hash_table_unref (alive);
  store_fixture_tear_down (&fixture->base);
}

static void
assert_item (XbQueryList *list,
             guint        position,
             gint64       id)
{
  g_autoptr(TestItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (item);
  g_assert_cmpint (item->id, ==, id);
}

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_true (g_list_model_get_item_type (model) == TEST_TYPE_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1000);
  g_assert_cmpuint (n_made, ==, 0);
  assert_item (fixture->list, 999, 1000);
  g_assert_cmpuint (n_made, <=, 64);
  for (guint i = 0; i < 1000; i++)
    assert_item (fixture->list, i, i + 1);
  g_assert_cmpuint (n_made, <=, 1000 + 64);
  g_assert_null (g_list_model_get_item (model, 1000));
}

static void
test_parameters (Fixture      *fixture,
                 gconstpointer data)
{
  View *view = view_new (fixture->list);
  char *pattern = g_strdup ("name 99%");

  xb_query_list_set_query (fixture->list,
                           "SELECT count (*) FROM item WHERE name LIKE ? AND id > ?",
                           "SELECT id, name FROM item WHERE name LIKE ? AND id > ? "
                           "ORDER BY id LIMIT ? OFFSET ?", "ti", pattern, (gint64) 99);
  memset (pattern, 'x', strlen (pattern));
  g_free (pattern);
  g_assert_cmpuint (view->changes, ==, 1);
  g_assert_cmpuint (view->removed, ==, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 10);
  assert_item (fixture->list, 0, 990);
  assert_item (fixture->list, 9, 999);
  view_free (view);
}

/* One row a change, the view on one page (512 to 575), and the one signal that is to come. */
static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  static const struct { const char *sql; guint changes, position, removed, added; } rows[] = {
    { "UPDATE item SET name = 'other'", 0, 0, 0, 0 },
    { "INSERT INTO item VALUES (5000, 0.5, 'above')", 1, 512, 0, 1 },
    { "DELETE FROM item WHERE id = 5000", 1, 511, 1, 0 },
    { "INSERT INTO item VALUES (5001, 522.5, 'within')", 1, 522, 0, 1 },
    { "DELETE FROM item WHERE id = 5001", 1, 522, 1, 0 },
    { "INSERT INTO item VALUES (5002, 9000, 'below'), (5003, 9001, 'below')", 1, 1000, 0, 2 },
    { "DELETE FROM item WHERE id >= 5002", 1, 1000, 2, 0 },
    { "DELETE FROM item WHERE id IN (515, 517); INSERT INTO item VALUES (5004, 516.5, 'x')",
      1, 514, 3, 2 },
    { "UPDATE item SET place = 530.5 WHERE id = 540", 1, 529, 10, 10 },
    { "DELETE FROM item", 1, 0, 999, 0 },
  };

  View *view = view_new (fixture->list);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint from = 512;

      /* Rows 5002 and 5003 come at the end, where the view is then. */
      if (strstr (rows[i].sql, "5002") != NULL)
        from = 960;
      g_test_message ("%s", rows[i].sql);
      view_show (view, from, MIN (64, view->rows->len - from));
      view->changes = view->position = view->removed = view->added = 0;
      store_exec (fixture->db, rows[i].sql);
      xb_query_list_refresh (fixture->list);
      g_assert_cmpuint (view->changes, ==, rows[i].changes);
      g_assert_cmpuint (view->position, ==, rows[i].position);
      g_assert_cmpuint (view->removed, ==, rows[i].removed);
      g_assert_cmpuint (view->added, ==, rows[i].added);
      view_check (view, fixture->db);
    }
  view_free (view);
}

/* Any change whatever, any place looked at: the view never holds a row that is elsewhere by now. */
static void
test_random_changes (Fixture      *fixture,
                     gconstpointer data)
{
  View *view = view_new (fixture->list);

  for (guint round = 0; round < 300; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

      view_show (view, g_test_rand_int_range (0, MAX (n, 1)), g_test_rand_int_range (1, 200));
      for (guint i = g_test_rand_int_range (0, 4); i > 0; i--)
        {
          double place = g_test_rand_double_range (0, 1100);
          gint64 some = g_test_rand_int_range (0, 3) == 0 ? 40 : 1;

          switch (g_test_rand_int_range (0, 3))
            {
            case 0:
              xb_db_run (fixture->db, NULL,
                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
                         "INSERT INTO item (place, name) SELECT ?2 + i, 'new' FROM n", "id", some, place);
              break;
            case 1:
              xb_db_run (fixture->db, NULL,
                         "DELETE FROM item WHERE id IN (SELECT id FROM item WHERE place > ? "
                         "ORDER BY place LIMIT ?)", "di", place, some);
              break;
            default:
              xb_db_run (fixture->db, NULL,
                         "UPDATE item SET place = ? WHERE id IN (SELECT id FROM item WHERE place > ? "
                         "ORDER BY place LIMIT ?)", "ddi", place / 2, place, some);
            }
        }
      xb_query_list_refresh (fixture->list);
      view_check (view, fixture->db);
    }
  view_free (view);
}

/* Rows that vanish between the count and the look: no hole, and soon the truth. */
static void
test_vanished (Fixture      *fixture,
               gconstpointer data)
{
  View *view = view_new (fixture->list);
  g_autoptr(TestItem) item = NULL;

  store_exec (fixture->db, "DELETE FROM item WHERE id > 900");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 950);
  g_assert_nonnull (item);
  g_assert_cmpint (item->id, ==, -1);
  store_iterate_until (view->changes == 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 900);
  view_free (view);
}

static gboolean
touch_item (XbDb    *db,
            gpointer data,
            GError **error)
{
  return xb_db_run (db, error, "DELETE FROM item WHERE id = ?", "i", (gint64) 1);
}

static gboolean
touch_setting (XbDb    *db,
               gpointer data,
               GError **error)
{
  return xb_db_run (db, error, "INSERT OR REPLACE INTO setting VALUES ('a', 'b')", "");
}

static void
test_follows_tables (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const tables[] = { "other", "item", NULL };
  View *view = view_new (fixture->list);

  xb_query_list_set_tables (fixture->list, tables);
  store_exec (fixture->db, "DELETE FROM item WHERE id = 2");
  g_assert_true (store_write (fixture->base.store, touch_setting, NULL, NULL, NULL));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (view->changes, ==, 0);
  g_assert_true (store_write (fixture->base.store, touch_item, NULL, NULL, NULL));
  store_iterate_until (view->changes > 0);
  g_assert_cmpuint (view->changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 998);
  view_free (view);
}

/* A query that fails says why, and the list stays a list. */
static void
test_error (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(TestItem) item = NULL;

  g_assert_null (xb_query_list_get_error (fixture->list));
  store_exec (fixture->db, "ALTER TABLE item RENAME TO gone");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  g_assert_nonnull (item);
  g_assert_nonnull (xb_query_list_get_error (fixture->list));
  xb_query_list_refresh (fixture->list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1000);
  store_exec (fixture->db, "ALTER TABLE gone RENAME TO item");
  xb_query_list_refresh (fixture->list);
  g_assert_null (xb_query_list_get_error (fixture->list));
  assert_item (fixture->list, 3, 4);
}

static void
test_long (Fixture      *fixture,
           gconstpointer data)
{
  View *view;
  gint64 start, slowest = 0;

  store_exec (fixture->db,
              "WITH RECURSIVE n (i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
              "INSERT INTO item SELECT i, i, 'name ' || i FROM n");
  xb_query_list_refresh (fixture->list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 100000);
  n_made = 0;
  for (guint i = 0; i < 200; i++)
    {
      guint position = (i * 49999) % 100000;

      start = g_get_monotonic_time ();
      assert_item (fixture->list, position, position + 1);
      slowest = MAX (slowest, g_get_monotonic_time () - start);
    }
  g_test_message ("the slowest look took %.2f ms", slowest / 1000.0);
  /* A look at one row reads one page of it, wherever it is. */
  g_assert_cmpuint (n_made, <=, 200 * 64);

  view = view_new (fixture->list);
  view_show (view, 90000, 50);
  store_exec (fixture->db, "DELETE FROM item WHERE id = 10");
  n_made = 0;
  start = g_get_monotonic_time ();
  xb_query_list_refresh (fixture->list);
  g_test_message ("a refresh took %.2f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (n_made, <=, 4 * 64);
  g_assert_cmpuint (view->removed, ==, 1);
  view_check (view, fixture->db);
  view_free (view);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/query-list/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("pages", test_pages);
  ADD ("parameters", test_parameters);
  ADD ("changes", test_changes);
  ADD ("random-changes", test_random_changes);
  ADD ("vanished", test_vanished);
  ADD ("follows-tables", test_follows_tables);
  ADD ("error", test_error);
  ADD ("long", test_long);
  return g_test_run ();
}
