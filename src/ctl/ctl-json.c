/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ctl-json.h"
#include "xb-enums.h"

/** ctl_json_add_text: @text: (nullable): becomes null */
void
ctl_json_add_text (JsonObject *object,
                   const char *name,
                   const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/** ctl_json_add_day: @day: (nullable): "" and %NULL are no day */
void
ctl_json_add_day (JsonObject *object,
                  const char *name,
                  const char *day)
{
  ctl_json_add_text (object, name, day != NULL && *day != '\0' ? day : NULL);
}

/** ctl_json_add_instant: @instant: UTC seconds; 0 is none */
void
ctl_json_add_instant (JsonObject *object,
                      const char *name,
                      gint64      instant)
{
  g_autofree char *text = instant != 0 ? xb_instant_format (instant) : NULL;

  ctl_json_add_text (object, name, text);
}

/** ctl_json_add_id: @id: 0 is none */
void
ctl_json_add_id (JsonObject *object,
                 const char *name,
                 gint64      id)
{
  if (id != 0)
    json_object_set_int_member (object, name, id);
  else
    json_object_set_null_member (object, name);
}

/** ctl_json_add_words: adds an array of the words of @type whose bits are set */
void
ctl_json_add_words (JsonObject *object,
                    const char *name,
                    GType       type,
                    guint       bits)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < 32; i++)
    if ((bits & (1u << i)) != 0)
      json_array_add_string_element (array, xb_enum_to_nick (type, (int) i));
  json_object_set_array_member (object, name, array);
}

/** ctl_json_dup: Returns: (transfer full): the node on one line */
char *
ctl_json_dup (JsonNode *node)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

void
ctl_json_print_node (JsonNode *node)
{
  g_autofree char *text = ctl_json_dup (node);

  puts (text);
}

void
ctl_json_add_list (JsonObject  *object,
                   const char  *name,
                   GListModel  *list,
                   JsonObject *(*to_json) (gpointer item))
{
  g_autoptr(GListModel) items = list;
  JsonArray *array = json_array_new ();

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);

      if (item != NULL)
        json_array_add_object_element (array, to_json (item));
    }
  json_object_set_array_member (object, name, array);
}

/** ctl_json_print: @object: (transfer full): the answer */
void
ctl_json_print (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_alloc ();

  json_node_init_object (node, object);
  json_object_unref (object);
  ctl_json_print_node (node);
}
