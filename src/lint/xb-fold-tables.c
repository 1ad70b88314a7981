/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-data.h"
#include "xb-fold-tables.h"
#include "xb-fold.h"

/* What is known of characters, read once from the bundled data. A slip in it is a mistake of the build. */

static JsonObject *
load (JsonParser *parser,
      const char *path)
{
  g_autoptr(GBytes) bytes = xb_data_lookup (path);
  g_autoptr(GError) error = NULL;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
read_simple (XbFoldTables *self,
             JsonObject   *hanzi)
{
  const char *from = json_object_get_string_member (hanzi, "traditional");
  const char *to = json_object_get_string_member (hanzi, "simplified");

  self->simple = g_new (guint16, 0x10000);
  for (guint i = 0; i < 0x10000; i++)
    self->simple[i] = i;
  for (; *from != '\0' && *to != '\0'; from = g_utf8_next_char (from), to = g_utf8_next_char (to))
    {
      gunichar a = g_utf8_get_char (from);
      gunichar b = g_utf8_get_char (to);

      if (a < 0x10000 && b < 0x10000)
        self->simple[a] = b;
    }
  g_assert (*from == '\0' && *to == '\0');
}

static void
add_reading (XbFoldTables *self,
             gunichar      c,
             guint         sound)
{
  for (guint i = 0; c < 0x10000 && i < XB_FOLD_MOST_READINGS; i++)
    if (self->readings[c][i] == 0)
      {
        self->readings[c][i] = sound;
        return;
      }
}

static void
read_readings (XbFoldTables *self,
               JsonObject   *hanzi)
{
  JsonObject *readings = json_object_get_object_member (hanzi, "readings");
  JsonObjectIter iter;
  const char *syllable;
  JsonNode *node;

  self->readings = g_malloc0 (0x10000 * sizeof *self->readings);
  self->syllables = g_ptr_array_new_with_free_func (g_free);
  self->sounds = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->syllables, g_strdup (""));
  json_object_iter_init_ordered (&iter, readings);
  while (json_object_iter_next_ordered (&iter, &syllable, &node))
    {
      char *own = g_strdup (syllable);
      guint sound = self->syllables->len;

      g_ptr_array_add (self->syllables, own);
      g_hash_table_insert (self->sounds, own, GUINT_TO_POINTER (sound));
      for (const char *p = json_node_get_string (node); *p != '\0'; p = g_utf8_next_char (p))
        add_reading (self, g_utf8_get_char (p), sound);
    }
}

static void
read_stand_ins (XbFoldTables *self,
                JsonObject   *member,
                gboolean      picture)
{
  JsonObjectIter iter;
  const char *from;
  JsonNode *node;

  json_object_iter_init (&iter, member);
  while (json_object_iter_next (&iter, &from, &node))
    {
      XbStandIn *stand_in = g_new0 (XbStandIn, 1);

      for (const char *p = json_node_get_string (node); *p != '\0' && stand_in->n < G_N_ELEMENTS (stand_in->to);
           p = g_utf8_next_char (p))
        stand_in->to[stand_in->n++] = g_utf8_get_char (p);
      stand_in->picture = picture;
      g_hash_table_insert (self->stand_ins, GUINT_TO_POINTER (g_utf8_get_char (from)), stand_in);
    }
}

static void
add_meaning (XbFoldTables *self,
             gunichar      c,
             gunichar      meant)
{
  guint i = 0;

  if (c >= 0x10000 || meant >= 0x10000)
    return;
  while (i < XB_FOLD_MOST_MEANINGS && self->meanings[c][i] != 0)
    i++;
  if (i < XB_FOLD_MOST_MEANINGS)
    self->meanings[c][i] = meant;
}

/* "最": "蕞嘴" */
static void
read_meanings (XbFoldTables *self,
               JsonObject   *member)
{
  JsonObjectIter iter;
  const char *meant;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, member);
  while (json_object_iter_next_ordered (&iter, &meant, &node))
    for (const char *p = json_node_get_string (node); *p != '\0'; p = g_utf8_next_char (p))
      add_meaning (self, g_utf8_get_char (p), g_utf8_get_char (meant));
}

static XbFoldTables *
load_tables (void)
{
  g_autoptr(JsonParser) hanzi = json_parser_new_immutable ();
  g_autoptr(JsonParser) fold = json_parser_new_immutable ();
  XbFoldTables *self = g_new0 (XbFoldTables, 1);
  JsonObject *object;

  object = load (hanzi, "lexicon/hanzi.json");
  read_simple (self, object);
  read_readings (self, object);
  self->stand_ins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->meanings = g_malloc0 (0x10000 * sizeof *self->meanings);
  object = load (fold, "lexicon/fold.json");
  read_stand_ins (self, json_object_get_object_member (object, "lookalikes"), FALSE);
  read_stand_ins (self, json_object_get_object_member (object, "pictures"), TRUE);
  read_meanings (self, json_object_get_object_member (object, "homophones"));
  read_meanings (self, json_object_get_object_member (object, "numerals"));
  return self;
}

/** xb_fold_tables_get: Returns: (transfer none): loaded at the first call, from any thread */
const XbFoldTables *
xb_fold_tables_get (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) load_tables ());
  return (const XbFoldTables *) once;
}
