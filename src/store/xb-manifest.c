/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "xb-clock.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-manifest.h"
#include "xb-store.h"

#define FORMAT 1

static void
entry_free (gpointer data)
{
  XbManifestEntry *entry = data;

  g_free (entry->name);
  g_free (entry->sha256);
  g_free (entry);
}

XbManifest *
xb_manifest_new (guint schema)
{
  XbManifest *self = g_new0 (XbManifest, 1);

  self->schema = schema;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
xb_manifest_free (XbManifest *self)
{
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/** xb_manifest_add: Returns: (transfer none): the new entry */
XbManifestEntry *
xb_manifest_add (XbManifest *self,
                 const char *name,
                 const char *sha256,
                 gint64      size)
{
  XbManifestEntry *entry = g_new0 (XbManifestEntry, 1);

  entry->name = g_strdup (name);
  entry->sha256 = g_strdup (sha256);
  entry->size = size;
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_name, entry->name, entry);
  return entry;
}

/** xb_manifest_lookup: Returns: (transfer none) (nullable): the entry of that name */
XbManifestEntry *
xb_manifest_lookup (const XbManifest *self,
                    const char       *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/** xb_manifest_get_total: Returns: the size of all entries in bytes */
gint64
xb_manifest_get_total (const XbManifest *self)
{
  gint64 total = 0;

  for (guint i = 0; i < self->entries->len; i++)
    total += ((XbManifestEntry *) g_ptr_array_index (self->entries, i))->size;
  return total;
}

/** xb_manifest_file_name: Returns: (transfer full): what a stored file is called in a backup */
char *
xb_manifest_file_name (const char *sha256)
{
  return g_strdup_printf (XB_STORE_FILES "/%.2s/%s", sha256, sha256);
}

/**
 * xb_manifest_to_json:
 * @created: UTC seconds
 *
 * Returns: (transfer full): the entry's text
 */
char *
xb_manifest_to_json (const XbManifest *self,
                     gint64            created)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *instant = xb_instant_format (created);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "program");
  json_builder_add_string_value (builder, "xinbiao");
  json_builder_set_member_name (builder, "version");
  json_builder_add_string_value (builder, PACKAGE_VERSION);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, self->schema);
  json_builder_set_member_name (builder, "created");
  json_builder_add_string_value (builder, instant);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->entries->len; i++)
    {
      XbManifestEntry *entry = g_ptr_array_index (self->entries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, entry->name);
      json_builder_set_member_name (builder, "size");
      json_builder_add_int_value (builder, entry->size);
      json_builder_set_member_name (builder, "sha256");
      json_builder_add_string_value (builder, entry->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : "";
}

/* -1 stands for anything that is no sensible number here. */
static gint64
get_int (JsonObject *object,
         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
           ? MAX (json_node_get_int (node), -1) : -1;
}

/* Only names that this program would write itself: so nothing can be put anywhere else. */
static gboolean
is_allowed (const char *name,
            const char *sha256)
{
  g_autofree char *expected = NULL;

  if (!xb_files_is_name (sha256))
    return FALSE;
  expected = xb_manifest_file_name (sha256);
  return g_str_equal (name, XB_STORE_DATABASE) || g_str_equal (name, expected);
}

static gboolean
add_entries (XbManifest *self,
             JsonArray  *array)
{
  gint64 total = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *name = object != NULL ? get_text (object, "name") : "";
      const char *sha256 = object != NULL ? get_text (object, "sha256") : "";
      gint64 size = object != NULL ? get_int (object, "size") : -1;

      if (size < 0 || size > G_MAXINT64 - total || !is_allowed (name, sha256) ||
          xb_manifest_lookup (self, name) != NULL)
        return FALSE;
      total += size;
      xb_manifest_add (self, name, sha256, size);
    }
  return xb_manifest_lookup (self, XB_STORE_DATABASE) != NULL;
}

/* The parser calls itself for each level: a file made to be deep would take the program down. */
static gboolean
is_shallow (const char *json,
            gsize       length)
{
  guint depth = 0;

  for (gsize i = 0; i < length && depth < 16; i++)
    if (json[i] == '[' || json[i] == '{')
      depth++;
    else if ((json[i] == ']' || json[i] == '}') && depth > 0)
      depth--;
  return depth < 16;
}

/**
 * xb_manifest_parse:
 * @newest: the file version that this program knows
 * @path: the backup, for messages
 * @error: set to %XB_ERROR_DAMAGED or %XB_ERROR_NEWER
 *
 * Nothing in @json is believed: each name must be one that this program writes.
 *
 * Returns: (transfer full) (nullable): the manifest, or %NULL with @error
 */
XbManifest *
xb_manifest_parse (const char *json,
                   gsize       length,
                   guint       newest,
                   const char *path,
                   GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(XbManifest) self = NULL;
  JsonNode *root, *entries;
  JsonObject *object;

  if (g_utf8_validate_len (json, length, NULL) && is_shallow (json, length) &&
      json_parser_load_from_data (parser, json, length, NULL) &&
      (root = json_parser_get_root (parser)) != NULL && JSON_NODE_HOLDS_OBJECT (root) &&
      (object = json_node_get_object (root)) != NULL &&
      g_str_equal (get_text (object, "program"), "xinbiao"))
    {
      gint64 format = get_int (object, "format"), schema = get_int (object, "schema");

      if (format > FORMAT || schema > newest)
        {
          g_set_error (error, XB_ERROR, XB_ERROR_NEWER,
                       _("“%s” was made by a newer version of this program and nothing was changed; "
                         "install the newer version to restore it"), path);
          return NULL;
        }
      entries = json_object_get_member (object, "entries");
      self = xb_manifest_new (MAX (schema, 0));
      if (format == FORMAT && schema > 0 && entries != NULL && JSON_NODE_HOLDS_ARRAY (entries) &&
          add_entries (self, json_node_get_array (entries)))
        return g_steal_pointer (&self);
    }
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is not a whole backup of this program and nothing was changed; "
                 "choose another backup"), path);
  return NULL;
}
