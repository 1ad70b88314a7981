/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-workspace-label-board.h"
#include "xb-workspace-lists.h"
#include "xb-workspace-private.h"

#define EVERY_NUMBER "FROM number q WHERE q.removed_at IS NULL"
#define COUNT_NUMBERS \
  "SELECT (SELECT count (*) FROM number) - (SELECT count (*) FROM number WHERE removed_at IS NOT NULL)"

/* Words are looked for in the use and in every label; digits in the number alone. */
#define BY_WORDS EVERY_NUMBER " AND (instr (q.use, ?1) > 0 OR q.id IN " \
  "(SELECT l.number_id FROM label l WHERE l.removed_at IS NULL AND instr (l.text, ?1) > 0))"
#define BY_DIGITS "FROM number q INDEXED BY number_e164 WHERE instr (q.e164, ?1) > 0 " \
  "AND q.id NOT IN (SELECT id FROM number WHERE removed_at IS NOT NULL)"

/* Digits of a fixed line may begin with the area code's 0, which the stored spelling has not. */
static char *
dup_needle (const char  *search,
            const char **ids)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (search, -1));
  g_autofree char *digits = xb_search_dup_digits (stripped);

  *ids = digits != NULL ? BY_DIGITS : BY_WORDS;
  if (*stripped == '\0')
    return NULL;
  if (digits == NULL)
    return g_steal_pointer (&stripped);
  return g_strdup (*digits == '0' && digits[1] != '\0' ? digits + 1 : digits);
}

GListModel *
xb_workspace_list_number_labels (XbWorkspace *self)
{
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_NUMBER_LABELS);

  xb_workspace_search_number_labels (self, G_LIST_MODEL (list), "");
  return G_LIST_MODEL (list);
}

void
xb_workspace_search_number_labels (XbWorkspace *self,
                                   GListModel  *numbers,
                                   const char  *search)
{
  const char *where;
  g_autofree char *needle = dup_needle (search, &where);
  g_autofree char *page = NULL;

  if (needle == NULL)
    {
      page = xb_kind_dup_page_sql (XB_KIND_NUMBER_LABELS, EVERY_NUMBER, "q.id");
      xb_query_list_set_query (XB_QUERY_LIST (numbers), COUNT_NUMBERS, page, "");
    }
  else
    {
      g_autofree char *ids = g_strconcat ("SELECT q.id ", where, " ORDER BY q.id", NULL);

      page = g_strconcat (xb_kind_get_select (XB_KIND_NUMBER_LABELS),
                          "WHERE r.id IN (SELECT value FROM json_each (?)) ORDER BY r.id", NULL);
      xb_query_list_set_id_query (XB_QUERY_LIST (numbers), ids, page, "t", needle);
    }
}

GArray *
xb_workspace_find_label_numbers (XbWorkspace *self,
                                 const char  *search,
                                 guint        most)
{
  const char *where;
  g_autofree char *needle = dup_needle (search, &where);
  g_autofree char *sql = g_strconcat ("SELECT q.id ", needle != NULL ? where : EVERY_NUMBER " AND ?1 IS NULL",
                                      " ORDER BY q.id LIMIT ?2", NULL);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL, sql, "ti", needle, (gint64) most);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* ?1 is today, ?2 what is looked for. */
static const struct
{
  const char *where;
  const char *order;
} filters[] = {
  [XB_LABEL_FILTER_ALL] = { "?1 IS NOT NULL", "q.from_day DESC, q.id DESC" },
  [XB_LABEL_FILTER_NOW] = { "q.from_day <= ?1 AND (q.until_day IS NULL OR q.until_day >= ?1)",
                            "q.from_day DESC, q.id DESC" },
  [XB_LABEL_FILTER_COMING] = { "q.from_day > ?1 AND (q.until_day IS NULL OR q.until_day >= q.from_day)",
                               "q.from_day, q.id" },
  [XB_LABEL_FILTER_PAST] = { "q.until_day IS NOT NULL AND q.until_day < max (?1, q.from_day)",
                             "q.until_day DESC, q.id DESC" },
};

void
xb_workspace_filter_labels (XbWorkspace   *self,
                            GListModel    *labels,
                            XbLabelFilter  filter,
                            const char    *search)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  const char *where;
  g_autofree char *needle = dup_needle (search, &where);
  g_autofree char *ids =
    g_strdup_printf ("FROM label q WHERE q.removed_at IS NULL AND %s%s", filters[filter].where,
                     needle == NULL ? ""
                     : strcmp (where, BY_DIGITS) == 0
                     ? " AND q.number_id IN (SELECT id FROM number WHERE instr (e164, ?2) > 0)"
                     : " AND (instr (q.text, ?2) > 0 OR q.number_id IN (SELECT id FROM number WHERE instr (use, ?2) > 0))");
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_LABEL, ids, filters[filter].order);

  if (needle != NULL)
    xb_query_list_set_query (XB_QUERY_LIST (labels), count, page, "tt", today, needle);
  else
    xb_query_list_set_query (XB_QUERY_LIST (labels), count, page, "t", today);
}

GListModel *
xb_workspace_list_late_restores (XbWorkspace *self)
{
  const char *ids = "FROM label_change q WHERE q.kind = 'restore' AND q.state IN ('planned', 'filed', 'refused') "
                    "AND q.show_on <= ?1 AND EXISTS (SELECT 1 FROM certification c WHERE c.id = q.certification_id "
                    "AND c.state = 'live' AND c.label = q.was)";
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_LABEL_CHANGE, ids, "q.show_on, q.id");
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_LABEL_CHANGE);

  xb_query_list_set_query (list, count, page, "t", today);
  return G_LIST_MODEL (list);
}

GListModel *
xb_workspace_list_overridden_labels (XbWorkspace *self)
{
  const char *ids = "FROM label q WHERE q.override IS NOT NULL AND q.removed_at IS NULL "
                    "AND (q.until_day IS NULL OR q.until_day >= ?1)";
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_LABEL, ids, "q.id DESC");
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_LABEL);

  xb_query_list_set_query (list, count, page, "t", today);
  return G_LIST_MODEL (list);
}

char **
xb_workspace_dup_showing_platforms (XbWorkspace *self)
{
  GListModel *catalogue = G_LIST_MODEL (xb_workspace_get_catalogue (self));
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (catalogue, i);
      const char *key = xb_platform_get_key (platform);

      if (xb_db_int (xb_workspace_get_db (self), 0, "SELECT EXISTS (SELECT 1 FROM certification WHERE platform = ? "
                     "AND approved_at > 0 AND state IN ('approved', 'syncing', 'live', 'suspended'))", "t", key) != 0)
        g_ptr_array_add (keys, g_strdup (key));
    }
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}
