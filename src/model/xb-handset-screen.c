/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-data.h"
#include "xb-enum-types.h"
#include "xb-handset-screen.h"

static JsonObject *
get_handsets (void)
{
  static gsize once = 0;
  static JsonNode *root = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr(GBytes) bytes = xb_data_lookup ("handsets.json");
      g_autoptr(JsonParser) parser = json_parser_new_immutable ();
      g_autoptr(GError) error = NULL;

      if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
        g_error ("handsets.json: %s", error->message);
      root = json_parser_steal_root (parser);
      g_once_init_leave (&once, 1);
    }
  return json_object_get_object_member (json_node_get_object (root), "handsets");
}

/**
 * xb_handset_get_label_max:
 * @most: (out): where that brand's ringing page cuts a label off, counting a Chinese character as 2
 *
 * Returns: whether it is known; makers publish none
 */
gboolean
xb_handset_get_label_max (XbHandset handset,
                          int      *most)
{
  const char *nick = xb_enum_to_nick (XB_TYPE_HANDSET, handset);
  JsonObject *handsets = get_handsets (), *one;
  JsonNode *node;

  if (nick == NULL || !json_object_has_member (handsets, nick))
    return FALSE;
  one = json_object_get_object_member (handsets, nick);
  node = json_object_get_member (one, "label_max");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  *most = (int) json_node_get_int (node);
  return TRUE;
}
