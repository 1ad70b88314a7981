/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enums.h"
#include "xb-json-read.h"

/** xb_json_problem_clear: forgets the problem */
void
xb_json_problem_clear (XbJsonProblem *problem)
{
  g_clear_pointer (&problem->where, g_free);
}

/**
 * xb_json_problem_note:
 * @where: the path of the object, "" for the document itself
 * @name: the member
 * @wanted: static text: what belongs there
 *
 * Notes a problem, unless one was noted before.
 */
void
xb_json_problem_note (XbJsonProblem *problem,
                      const char    *where,
                      const char    *name,
                      const char    *wanted,
                      gboolean       missing)
{
  if (problem->where != NULL)
    return;
  problem->where = g_strconcat (where, *where != '\0' && *name != '\0' ? "." : "", name, NULL);
  problem->wanted = wanted;
  problem->missing = missing;
}

/* The member when it is there and of the right kind; kinds are checked before anything is read. */
static JsonNode *
get_member (JsonObject    *object,
            const char    *where,
            const char    *name,
            JsonNodeType   kind,
            GType          value_type,
            const char    *wanted,
            XbJsonNeed     need,
            XbJsonProblem *problem)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      if (need == XB_JSON_REQUIRED)
        xb_json_problem_note (problem, where, name, wanted, TRUE);
      return NULL;
    }
  if (json_node_get_node_type (node) != kind
      || (kind == JSON_NODE_VALUE && json_node_get_value_type (node) != value_type))
    {
      xb_json_problem_note (problem, where, name, wanted, FALSE);
      return NULL;
    }
  return node;
}

/** xb_json_string: Returns: (nullable): the text, owned by @object; %NULL: absent or a problem */
const char *
xb_json_string (JsonObject    *object,
                const char    *where,
                const char    *name,
                XbJsonNeed     need,
                XbJsonProblem *problem)
{
  JsonNode *node = get_member (object, where, name, JSON_NODE_VALUE, G_TYPE_STRING, "a text", need, problem);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/** xb_json_boolean: Returns: the value; %FALSE: absent or a problem */
gboolean
xb_json_boolean (JsonObject    *object,
                 const char    *where,
                 const char    *name,
                 XbJsonNeed     need,
                 XbJsonProblem *problem)
{
  JsonNode *node = get_member (object, where, name, JSON_NODE_VALUE, G_TYPE_BOOLEAN, "true or false",
                               need, problem);

  return node != NULL && json_node_get_boolean (node);
}

/** xb_json_integer: Returns: the value; 0: absent or a problem */
gint64
xb_json_integer (JsonObject    *object,
                 const char    *where,
                 const char    *name,
                 XbJsonNeed     need,
                 XbJsonProblem *problem)
{
  JsonNode *node = get_member (object, where, name, JSON_NODE_VALUE, G_TYPE_INT64, "a whole number",
                               need, problem);

  return node != NULL ? json_node_get_int (node) : 0;
}

/** xb_json_enum: Returns: the value whose nick stands there; 0 and a problem where there is none */
int
xb_json_enum (JsonObject    *object,
              const char    *where,
              const char    *name,
              GType          type,
              const char    *wanted,
              XbJsonProblem *problem)
{
  const char *nick = xb_json_string (object, where, name, XB_JSON_REQUIRED, problem);
  int value = 0;

  if (nick != NULL && !xb_enum_from_nick (type, nick, &value))
    xb_json_problem_note (problem, where, name, wanted, FALSE);
  return value;
}

/** xb_json_object: Returns: (nullable): the object, owned by @object */
JsonObject *
xb_json_object (JsonObject    *object,
                const char    *where,
                const char    *name,
                XbJsonNeed     need,
                XbJsonProblem *problem)
{
  JsonNode *node = get_member (object, where, name, JSON_NODE_OBJECT, 0, "an object", need, problem);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/** xb_json_array: Returns: (nullable): the list, owned by @object */
JsonArray *
xb_json_array (JsonObject    *object,
               const char    *where,
               const char    *name,
               XbJsonNeed     need,
               XbJsonProblem *problem)
{
  JsonNode *node = get_member (object, where, name, JSON_NODE_ARRAY, 0, "a list", need, problem);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/** xb_json_item_object: Returns: (nullable): the object at @index; @item is its path, such as displays[3] */
JsonObject *
xb_json_item_object (JsonArray     *array,
                     guint          index,
                     const char    *item,
                     XbJsonProblem *problem)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  xb_json_problem_note (problem, item, "", "an object", FALSE);
  return NULL;
}

/** xb_json_item_string: Returns: (nullable): the text at @index; @item is its path, such as brands[0] */
const char *
xb_json_item_string (JsonArray     *array,
                     guint          index,
                     const char    *item,
                     XbJsonProblem *problem)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  xb_json_problem_note (problem, item, "", "a text", FALSE);
  return NULL;
}

/**
 * xb_json_parse:
 *
 * Returns: (transfer full) (nullable): the document, or %NULL where @bytes hold no JSON in valid UTF-8
 */
JsonNode *
xb_json_parse (GBytes *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 || !g_utf8_validate_len (data, size, NULL)
      || !json_parser_load_from_data (parser, data, size, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

/** xb_json_to_bytes: Returns: (transfer full): @node as UTF-8 */
GBytes *
xb_json_to_bytes (JsonNode *node)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  gsize length = 0;
  char *text;

  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
