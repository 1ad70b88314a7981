/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-platform-sheet-private.h"
#include "xb-platform-value.h"

/* Reads data/platforms/KEY.json strictly: data/platforms/README.md is what it holds the files to. */

typedef struct
{
  const char *file;
  GError    **error;
} Reader;

static gboolean G_GNUC_PRINTF (3, 4)
fail (Reader     *self,
      const char *where,
      const char *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, XB_ERROR, XB_ERROR_INVALID, "%s: %s%s%s",
               self->file, where, *where != '\0' ? ": " : "", what);
  return FALSE;
}

static char *
join (const char *where,
      const char *member)
{
  return *where != '\0' ? g_strconcat (where, ".", member, NULL) : g_strdup (member);
}

/* The object at @node, which has no members but @known. */
static JsonObject *
read_object (Reader            *self,
             const char        *where,
             JsonNode          *node,
             const char *const *known)
{
  JsonObjectIter iter;
  const char *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (self, where, "%s", node != NULL ? _("must be an object") : _("is missing"));
      return NULL;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (known != NULL && json_object_iter_next (&iter, &member, NULL))
    if (!g_strv_contains (known, member))
      {
        g_autofree char *path = join (where, member);

        fail (self, path, "%s", _("there is no such field"));
        return NULL;
      }
  return json_node_get_object (node);
}

/* (transfer full) (nullable): the text of a member; an empty text is as good as none */
static char *
read_text (Reader     *self,
           const char *where,
           JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *path = join (where, member);
  g_autofree char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strstrip (json_node_dup_string (node));
  if (text == NULL || *text == '\0')
    {
      fail (self, path, "%s", node != NULL ? _("must be a text") : _("is missing"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
read_optional_text (Reader      *self,
                    const char  *where,
                    JsonObject  *object,
                    const char  *member,
                    char       **text)
{
  if (!json_object_has_member (object, member))
    return TRUE;
  *text = read_text (self, where, object, member);
  return *text != NULL;
}

static char *
read_checked (Reader     *self,
              const char *where,
              JsonObject *object)
{
  g_autofree char *path = join (where, "checked");
  g_autofree char *day = read_text (self, where, object, "checked");

  if (day != NULL && !xb_day_is_valid (day))
    {
      fail (self, path, _("“%s” is no day such as 2026-01-31"), day);
      return NULL;
    }
  return g_steal_pointer (&day);
}

static XbFigure *
read_figure (Reader          *self,
             const char      *where,
             XbPlatformField  field,
             JsonNode        *node)
{
  static const char *const known[] = {
    "value", "source", "source_zh", "checked", "indicative", NULL
  };
  g_autofree char *value_path = join (where, "value");
  g_autofree char *indicative_path = join (where, "indicative");
  g_autoptr(XbFigure) figure = xb_figure_new ();
  g_autoptr(GError) error = NULL;
  JsonObject *object = read_object (self, where, node, known);
  JsonNode *member;

  if (object == NULL)
    return NULL;
  member = json_object_get_member (object, "value");
  if (member == NULL)
    fail (self, value_path, "%s", _("is missing"));
  else if (!xb_platform_value_from_json (field, member, &figure->value, &error))
    fail (self, value_path, "%s", error->message);
  if (member == NULL || error != NULL)
    return NULL;
  member = json_object_get_member (object, "indicative");
  if (member == NULL || json_node_get_value_type (member) != G_TYPE_BOOLEAN)
    {
      fail (self, indicative_path, "%s", _("must be true or false"));
      return NULL;
    }
  figure->indicative = json_node_get_boolean (member);
  figure->source = read_text (self, where, object, "source");
  if (figure->source == NULL ||
      !read_optional_text (self, where, object, "source_zh", &figure->source_zh))
    return NULL;
  figure->checked = read_checked (self, where, object);
  return figure->checked != NULL ? g_steal_pointer (&figure) : NULL;
}

/* Half a range, or a time without its unit, would silently be completed by the kind's figures. */
static gboolean
check_together (Reader          *self,
                XbPlatformSheet *sheet,
                XbPlatformField  one,
                XbPlatformField  other)
{
  g_autofree char *where = NULL;

  if ((sheet->figures[one] == NULL) == (sheet->figures[other] == NULL))
    return TRUE;
  if (sheet->figures[one] != NULL)
    one = other;
  where = join ("facts", xb_platform_field_get_name (one));
  return fail (self, where, "%s", _("is missing (null says that it is not known)"));
}

static gboolean
check_ranges (Reader          *self,
              XbPlatformSheet *sheet)
{
  for (XbPlatformField lower = 0; lower < XB_PLATFORM_N_FIELDS; lower++)
    {
      const XbFigure *least = sheet->figures[lower];
      const XbFigure *most;
      XbPlatformField upper;

      if (!xb_platform_field_get_upper_end (lower, &upper))
        continue;
      if (!check_together (self, sheet, lower, upper))
        return FALSE;
      most = sheet->figures[upper];
      if (least != NULL && least->value != NULL && most->value != NULL &&
          g_variant_compare (least->value, most->value) > 0)
        {
          g_autofree char *where = join ("facts", xb_platform_field_get_name (lower));

          return fail (self, where, _("is more than %s"), xb_platform_field_get_name (upper));
        }
    }
  return check_together (self, sheet,
                         XB_PLATFORM_FIELD_REVIEW_MIN, XB_PLATFORM_FIELD_REVIEW_UNIT) &&
         check_together (self, sheet, XB_PLATFORM_FIELD_SYNC_MIN, XB_PLATFORM_FIELD_SYNC_UNIT);
}

static gboolean
read_facts (Reader          *self,
            JsonNode        *node,
            XbPlatformSheet *sheet)
{
  JsonObject *facts = read_object (self, "facts", node, NULL);
  JsonObjectIter iter;
  const char *member;

  if (facts == NULL)
    return FALSE;
  json_object_iter_init (&iter, facts);
  while (json_object_iter_next (&iter, &member, &node))
    {
      g_autofree char *where = join ("facts", member);
      XbPlatformField field;

      if (!xb_platform_field_find (member, &field) || field == XB_PLATFORM_FIELD_NAME ||
          !g_str_equal (member, xb_platform_field_get_name (field)))
        return fail (self, where, "%s", _("there is no such field"));
      sheet->figures[field] = read_figure (self, where, field, node);
      if (sheet->figures[field] == NULL)
        return FALSE;
    }
  return check_ranges (self, sheet);
}

static gboolean
read_note (Reader          *self,
           const char      *where,
           JsonNode        *node,
           XbPlatformSheet *sheet)
{
  static const char *const known[] = { "zh", "en", "source", "source_zh", "checked", NULL };
  g_autoptr(XbPlatformNote) note = g_new0 (XbPlatformNote, 1);
  JsonObject *object = read_object (self, where, node, known);

  if (object == NULL || (note->zh = read_text (self, where, object, "zh")) == NULL ||
      (note->en = read_text (self, where, object, "en")) == NULL ||
      (note->source = read_text (self, where, object, "source")) == NULL ||
      !read_optional_text (self, where, object, "source_zh", &note->source_zh) ||
      (note->checked = read_checked (self, where, object)) == NULL)
    return FALSE;
  g_ptr_array_add (sheet->notes, g_steal_pointer (&note));
  return TRUE;
}

static gboolean
read_notes (Reader          *self,
            JsonNode        *node,
            XbPlatformSheet *sheet)
{
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, "notes", "%s", _("must be a list"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("notes[%u]", i);

      if (!read_note (self, where, json_array_get_element (array, i), sheet))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_head (Reader          *self,
           JsonObject      *root,
           XbPlatformSheet *sheet)
{
  static const char *const known[] = { "zh", "en", NULL };
  JsonObject *name = read_object (self, "name", json_object_get_member (root, "name"), known);
  g_autofree char *kind = NULL;
  g_autofree char *client = NULL;
  int value;

  if (name == NULL || (sheet->name_zh = read_text (self, "name", name, "zh")) == NULL ||
      (sheet->name_en = read_text (self, "name", name, "en")) == NULL ||
      (kind = read_text (self, "", root, "kind")) == NULL ||
      (client = read_text (self, "", root, "client")) == NULL)
    return FALSE;
  if (!xb_enum_from_nick (XB_TYPE_PLATFORM_KIND, kind, &value))
    {
      g_autofree char *choices = xb_enum_dup_choices (XB_TYPE_PLATFORM_KIND);

      return fail (self, "kind", _("“%s” is none of: %s"), kind, choices);
    }
  sheet->kind = value;
  sheet->practice = g_str_equal (client, "practice");
  if (!sheet->practice && !g_str_equal (client, "manual"))
    return fail (self, "client", _("“%s” is none of: %s"), client, "manual, practice");
  return TRUE;
}

static JsonObject *
parse (Reader            *self,
       JsonParser        *parser,
       GBytes            *bytes,
       const char *const *known)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(GError) error = NULL;

  if (!json_parser_load_from_data (parser, data, length, &error))
    {
      fail (self, "JSON", "%s", error->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      fail (self, "", "%s", _("the file is empty"));
      return NULL;
    }
  return read_object (self, "", json_parser_get_root (parser), known);
}

/**
 * xb_platform_sheet_read:
 * @file: its name, for the messages
 * @bytes: its JSON
 *
 * Returns: (transfer full): what it says, completed by the figures of its kind; %NULL with
 *   XB_ERROR_INVALID naming file and field
 */
XbPlatformSheet *
xb_platform_sheet_read (const char  *file,
                        GBytes      *bytes,
                        GError     **error)
{
  static const char *const known[] = { "name", "kind", "client", "facts", "notes", NULL };
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(XbPlatformSheet) sheet = xb_platform_sheet_alloc ();
  Reader self = { file, error };
  JsonObject *root = parse (&self, parser, bytes, known);

  if (root == NULL || !read_head (&self, root, sheet) ||
      !read_facts (&self, json_object_get_member (root, "facts"), sheet) ||
      !read_notes (&self, json_object_get_member (root, "notes"), sheet))
    return NULL;
  xb_platform_sheet_inherit (sheet, xb_platform_sheet_for_kind (sheet->kind));
  return g_steal_pointer (&sheet);
}

/**
 * xb_platform_sheet_read_defaults:
 *
 * Reads the figures of a kind of platform, a file with "facts" alone; see xb_platform_sheet_read().
 */
XbPlatformSheet *
xb_platform_sheet_read_defaults (const char  *file,
                                 GBytes      *bytes,
                                 GError     **error)
{
  static const char *const known[] = { "facts", NULL };
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(XbPlatformSheet) sheet = xb_platform_sheet_alloc ();
  Reader self = { file, error };
  JsonObject *root = parse (&self, parser, bytes, known);

  if (root == NULL || !read_facts (&self, json_object_get_member (root, "facts"), sheet))
    return NULL;
  return g_steal_pointer (&sheet);
}
