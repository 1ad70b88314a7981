/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-practice-case-json.h"
#include "xb-practice-pages.h"

#define VERSION 1

static void
read_cases (XbPracticePages *pages,
            JsonObject      *object,
            XbJsonProblem   *problem)
{
  JsonArray *array = xb_json_array (object, "", "cases", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_auto(XbJsonProblem) inner = { NULL };
      g_autofree char *item = g_strdup_printf ("cases[%u]", i);
      XbPracticeCase *filed = xb_practice_case_read_book (json_array_get_element (array, i), &inner);

      if (inner.where != NULL)
        xb_json_problem_note (problem, item, inner.where, inner.wanted, inner.missing);
      g_ptr_array_add (pages->cases, filed);
    }
}

static void
read_materials (XbPracticePages *pages,
                JsonObject      *object,
                XbJsonProblem   *problem)
{
  JsonArray *array = xb_json_array (object, "", "materials", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("materials[%u]", i);
      XbPracticeMaterial *material = xb_practice_material_from_json (json_array_get_element (array, i));

      if (material != NULL)
        g_hash_table_replace (pages->materials, material->id, material);
      else
        xb_json_problem_note (problem, item, "", "a material", FALSE);
    }
}

static void
read_answers (XbPracticePages *pages,
              JsonObject      *object,
              XbJsonProblem   *problem)
{
  JsonArray *array = xb_json_array (object, "", "answers", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("answers[%u]", i);
      JsonObject *entry = xb_json_item_object (array, i, item, problem);
      const char *key = xb_json_string (entry, item, "key", XB_JSON_REQUIRED, problem);
      XbPracticeAcknowledged *answer = g_new0 (XbPracticeAcknowledged, 1);

      answer->request = g_strdup (xb_json_string (entry, item, "request", XB_JSON_REQUIRED, problem));
      answer->body = g_strdup (xb_json_string (entry, item, "body", XB_JSON_REQUIRED, problem));
      g_hash_table_insert (pages->answers, g_strdup (key != NULL ? key : ""), answer);
    }
}

static void
read_nonces (XbPracticePages *pages,
             JsonObject      *object,
             XbJsonProblem   *problem)
{
  JsonObject *nonces = xb_json_object (object, "", "nonces", XB_JSON_REQUIRED, problem);
  JsonObjectIter iter;
  const char *nonce;

  if (nonces == NULL)
    return;
  json_object_iter_init (&iter, nonces);
  while (json_object_iter_next (&iter, &nonce, NULL))
    {
      gint64 seen = xb_json_integer (nonces, "nonces", nonce, XB_JSON_REQUIRED, problem);

      g_hash_table_insert (pages->nonces, g_strdup (nonce), g_memdup2 (&seen, sizeof seen));
    }
}

/**
 * xb_practice_pages_read:
 * @pages: empty pages
 * @path: for messages
 * @error: %XB_ERROR_DAMAGED or %XB_ERROR_NEWER
 *
 * Returns: whether @bytes are a whole book
 */
gboolean
xb_practice_pages_read (XbPracticePages  *pages,
                        GBytes           *bytes,
                        const char       *path,
                        GError          **error)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(JsonNode) root = xb_json_parse (bytes);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (xb_json_integer (object, "", "version", XB_JSON_REQUIRED, &problem) > VERSION)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NEWER,
                   _("The book of the practice platform, %s, was written by a newer version. It was not touched; update the program"),
                   path);
      return FALSE;
    }
  pages->key_id = g_strdup (xb_json_string (object, "", "key_id", XB_JSON_REQUIRED, &problem));
  pages->secret = g_strdup (xb_json_string (object, "", "secret", XB_JSON_REQUIRED, &problem));
  pages->elapsed = xb_json_integer (object, "", "elapsed", XB_JSON_REQUIRED, &problem);
  pages->label_takes_down = object == NULL || !json_object_has_member (object, "label_takes_down") ||
    xb_json_boolean (object, "", "label_takes_down", XB_JSON_REQUIRED, &problem);
  read_cases (pages, object, &problem);
  read_materials (pages, object, &problem);
  read_answers (pages, object, &problem);
  read_nonces (pages, object, &problem);
  if (problem.where == NULL)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("The book of the practice platform, %s, is damaged at “%s”. Move it away; practice begins anew"),
               path, problem.where);
  return FALSE;
}

static void
write_answers (XbPracticePages *pages,
               JsonBuilder     *builder)
{
  GHashTableIter iter;
  gpointer key;
  XbPracticeAcknowledged *answer;

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  g_hash_table_iter_init (&iter, pages->answers);
  while (g_hash_table_iter_next (&iter, &key, (gpointer *) &answer))
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, key);
      json_builder_set_member_name (builder, "request");
      json_builder_add_string_value (builder, answer->request);
      json_builder_set_member_name (builder, "body");
      json_builder_add_string_value (builder, answer->body);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_lists (XbPracticePages *pages,
             JsonBuilder     *builder)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pages->cases->len; i++)
    json_builder_add_value (builder, xb_practice_case_write_book (g_ptr_array_index (pages->cases, i)));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "materials");
  json_builder_begin_array (builder);
  g_hash_table_iter_init (&iter, pages->materials);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    json_builder_add_value (builder, xb_practice_material_to_json (value));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "nonces");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, pages->nonces);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      json_builder_set_member_name (builder, key);
      json_builder_add_int_value (builder, *(gint64 *) value);
    }
  json_builder_end_object (builder);
}

/** xb_practice_pages_write: Returns: (transfer full): @pages as the file holds them */
GBytes *
xb_practice_pages_write (XbPracticePages *pages)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "key_id");
  json_builder_add_string_value (builder, pages->key_id);
  json_builder_set_member_name (builder, "secret");
  json_builder_add_string_value (builder, pages->secret);
  json_builder_set_member_name (builder, "elapsed");
  json_builder_add_int_value (builder, pages->elapsed);
  json_builder_set_member_name (builder, "label_takes_down");
  json_builder_add_boolean_value (builder, pages->label_takes_down);
  write_lists (pages, builder);
  write_answers (pages, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return xb_json_to_bytes (root);
}
