/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-list-where.h"
#include "xb-number-finder.h"
#include "xb-workspace-private.h"

/* The lists of numbers: all, those that are searched for, those of one health. */

/* Few are removed: all less those are counted without looking at a row. */
static const XbWhere every_number = {
  "FROM number q WHERE q.removed_at IS NULL", "q.id",
  "SELECT (SELECT count (*) FROM number) - (SELECT count (*) FROM number WHERE removed_at IS NOT NULL)"
};
/**
 * xb_workspace_list_numbers:
 * @search: (nullable): digits in any spelling, or a part of the use
 *
 * Returns: (transfer full): the numbers (#XbNumber) in the order in which they were entered
 */
GListModel *
xb_workspace_list_numbers (XbWorkspace *self,
                           const char  *search)
{
  GListModel *list = xb_where_new_list (self, XB_KIND_NUMBER, search == NULL ? &every_number : NULL);

  if (search != NULL)
    xb_workspace_search_numbers (self, list, search);
  else
    xb_number_finder_prepare (xb_workspace_get_number_finder (self));
  return list;
}

/* The digits of what people type: without blanks and signs, and without the country's code. */
char *
xb_search_dup_digits (const char *search)
{
  GString *digits = g_string_new (NULL);
  gboolean others = FALSE;

  for (const char *c = search; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (g_unichar_isdigit (ch))
        g_string_append_printf (digits, "%d", g_unichar_digit_value (ch));
      else if (!g_unichar_isspace (ch) && strchr ("+-()./", (int) (ch < 128 ? ch : 'x')) == NULL)
        others = TRUE;
    }
  if (others || digits->len == 0)
    return (g_string_free (digits, TRUE), NULL);
  if (g_str_has_prefix (digits->str, "0086"))
    g_string_erase (digits, 0, 4);
  else if (g_str_has_prefix (search, "+86") || (g_str_has_prefix (digits->str, "86") && digits->len > 10))
    g_string_erase (digits, 0, 2);
  return g_string_free (digits, FALSE);
}

/* The index of health holds those that are certified; the others are counted as the rest, and many come
 * soon on a walk in the order of their ids. */
static const XbWhere number_by_health = {
  "FROM number q WHERE q.removed_at IS NULL AND q.health <> 'none' AND q.health = ?", "q.id"
};
static const XbWhere number_without_health = {
  "FROM number q WHERE q.removed_at IS NULL AND q.health = 'none'", "q.id",
  "SELECT (SELECT count (*) FROM number) - (SELECT count (*) FROM number WHERE removed_at IS NOT NULL) - "
  "(SELECT count (*) FROM number WHERE removed_at IS NULL AND health <> 'none')"
};

typedef struct
{
  XbNumberFinder *finder;
  char           *digits;
  char           *use;
  int             health;
} Search;

static GArray *
find_cb (XbDb      *db,
         gpointer   data,
         GError   **error)
{
  Search *search = data;

  return xb_number_finder_find (search->finder, db, &(XbNumberSearch) { search->digits, search->use, search->health },
                                error);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->finder);
  g_free (search->digits);
  g_free (search->use);
  g_free (search);
}

/**
 * xb_workspace_filter_numbers:
 * @numbers: a list of xb_workspace_list_numbers()
 * @search: digits in any spelling, a part of the use, or "" for all
 * @health: an #XbHealth, or -1 for any
 */
void
xb_workspace_filter_numbers (XbWorkspace *self,
                             GListModel  *numbers,
                             const char  *search,
                             int          health)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (search, -1));
  const char *word = health >= 0 ? xb_enum_to_nick (XB_TYPE_HEALTH, health) : NULL;

  if (*stripped != '\0')
    {
      Search *wanted = g_new0 (Search, 1);

      wanted->finder = g_object_ref (xb_workspace_get_number_finder (self));
      wanted->digits = xb_search_dup_digits (stripped);
      wanted->use = g_steal_pointer (&stripped);
      wanted->health = health;
      xb_where_set_found (numbers, XB_KIND_NUMBER, "r.id", find_cb, wanted, search_free);
    }
  else if (health == XB_HEALTH_NONE)
    xb_where_set_query (numbers, XB_KIND_NUMBER, &number_without_health, "", 0, NULL);
  else if (word != NULL)
    xb_where_set_query (numbers, XB_KIND_NUMBER, &number_by_health, "t", 0, word);
  else
    xb_where_set_query (numbers, XB_KIND_NUMBER, &every_number, "", 0, NULL);
}

/**
 * xb_workspace_walk_numbers:
 * @search: (nullable): as for xb_workspace_list_numbers()
 *
 * Returns: (transfer full): the same, for somebody who goes through all of them
 */
GListModel *
xb_workspace_walk_numbers (XbWorkspace *self,
                           const char  *search)
{
  if (search != NULL)
    return xb_workspace_list_numbers (self, search); /* walks too */
  return xb_where_new_walk (self, XB_KIND_NUMBER, &every_number);
}

/** xb_workspace_search_numbers: narrows a list of xb_workspace_list_numbers(); "" shows all again */
void
xb_workspace_search_numbers (XbWorkspace *self,
                             GListModel  *numbers,
                             const char  *search)
{
  xb_workspace_filter_numbers (self, numbers, search, -1);
}
