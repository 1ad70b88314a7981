/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "xb-error.h"
#include "xb-quote.h"
#include "xb-workdays-private.h"

/* Reads the file of published calendars strictly: a slip in it would move deadlines unseen. */

static void
special_day_free (gpointer data)
{
  XbSpecialDay *day = data;

  g_free (day->name);
  g_free (day);
}

/* The one sentence of this file; @what says which value and what is wrong with it. */
static gboolean
refuse (GError    **error,
        const char *what)
{
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("The working-day calendar cannot be used: %s; correct it there"), what);
  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A day of @year, or of the December before it: New Year may begin there. */
static gboolean
read_day (const char *text,
          guint       year,
          guint32    *julian,
          GError    **error)
{
  g_autofree char *quoted = xb_quote_dup (text != NULL ? text : "");
  g_autofree char *what = NULL;
  guint found;

  if (text == NULL || !xb_day_parse (text, julian, NULL))
    {
      what = g_strdup_printf (_("a holiday of %u has “%s” where a day is expected"), year, quoted);
      return refuse (error, what);
    }
  found = strtoul (text, NULL, 10);
  if (found == year || (found + 1 == year && g_str_has_prefix (text + 4, "-12")))
    return TRUE;
  what = g_strdup_printf (_("%s is listed under %u"), text, year);
  return refuse (error, what);
}

static gboolean
add_day (XbCalendar *self,
         guint32     julian,
         gboolean    work,
         const char *name,
         GError    **error)
{
  g_autofree char *what = NULL;
  XbSpecialDay *day;
  char text[11];
  gboolean weekend = julian % 7 == 6 || julian % 7 == 0; /* day 1 of GDate was a Monday */

  xb_day_format (julian, text);
  if (g_hash_table_contains (self->days, GUINT_TO_POINTER (julian)))
    {
      what = g_strdup_printf (_("%s is listed twice"), text);
      return refuse (error, what);
    }
  if (work && !weekend)
    {
      what = g_strdup_printf (_("the make-up day %s is no Saturday or Sunday"), text);
      return refuse (error, what);
    }
  day = g_new0 (XbSpecialDay, 1);
  day->work = work;
  day->name = g_strdup (name);
  g_hash_table_insert (self->days, GUINT_TO_POINTER (julian), day);
  return TRUE;
}

static gboolean
read_range (XbCalendar *self,
            JsonObject *range,
            guint       year,
            const char *name,
            GError    **error)
{
  g_autofree char *what = NULL;
  guint32 first, last;

  if (!read_day (range != NULL ? get_text (range, "from") : NULL, year, &first, error)
      || !read_day (range != NULL ? get_text (range, "until") : NULL, year, &last, error))
    return FALSE;
  if (last < first)
    {
      what = g_strdup_printf (_("%s of %u ends before it begins"), name, year);
      return refuse (error, what);
    }
  for (guint32 julian = first; julian <= last; julian++)
    if (!add_day (self, julian, FALSE, name, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_holiday (XbCalendar *self,
              JsonObject *holiday,
              guint       year,
              GError    **error)
{
  const char *name = holiday != NULL ? get_text (holiday, "name") : NULL;
  JsonArray *off = holiday != NULL ? get_array (holiday, "off") : NULL;
  JsonArray *work = holiday != NULL ? get_array (holiday, "work") : NULL;
  g_autofree char *what = NULL;

  if (name == NULL || *name == '\0' || off == NULL || work == NULL)
    {
      what = g_strdup_printf (_("a holiday of %u lacks “name”, “off” or “work”"), year);
      return refuse (error, what);
    }
  for (guint i = 0; i < json_array_get_length (off); i++)
    if (!read_range (self, get_element (off, i), year, name, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (work); i++)
    {
      JsonNode *node = json_array_get_element (work, i);
      guint32 julian;

      if (!read_day (json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL,
                     year, &julian, error)
          || !add_day (self, julian, TRUE, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_year (XbCalendar *self,
           JsonObject *object,
           GError    **error)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, "year") : NULL;
  JsonArray *holidays = object != NULL ? get_array (object, "holidays") : NULL;
  const char *notice = object != NULL ? get_text (object, "notice") : NULL;
  g_autofree char *what = NULL;
  gint64 year;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64 || holidays == NULL || notice == NULL)
    return refuse (error, _("a year lacks “year”, “notice” or “holidays”"));
  year = json_node_get_int (node);
  if (year < XB_DAY_FIRST_YEAR || year > XB_DAY_LAST_YEAR)
    return refuse (error, _("a “year” is not between 1900 and 2999"));
  if (g_hash_table_contains (self->years, GUINT_TO_POINTER ((guint) year)))
    {
      what = g_strdup_printf (_("%u is listed twice"), (guint) year);
      return refuse (error, what);
    }
  g_hash_table_insert (self->years, GUINT_TO_POINTER ((guint) year), g_strdup (notice));
  for (guint i = 0; i < json_array_get_length (holidays); i++)
    if (!read_holiday (self, get_element (holidays, i), (guint) year, error))
      return FALSE;
  return TRUE;
}

/* Fills the cleared @self from @json; on an error it is left half filled, to be cleared. */
gboolean
xb_calendar_read (XbCalendar *self,
                  GBytes     *json,
                  GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) wrong = NULL;
  JsonNode *root;
  JsonArray *years;

  self->years = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, special_day_free);
  if (!json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), g_bytes_get_size (json), &wrong))
    return refuse (error, wrong->message);
  root = json_parser_get_root (parser);
  years = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? get_array (json_node_get_object (root), "years") : NULL;
  if (years == NULL)
    return refuse (error, _("the list “years” is missing"));
  for (guint i = 0; i < json_array_get_length (years); i++)
    if (!read_year (self, get_element (years, i), error))
      return FALSE;
  return TRUE;
}

void
xb_calendar_clear (XbCalendar *self)
{
  g_clear_pointer (&self->years, g_hash_table_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
}
