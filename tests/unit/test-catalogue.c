/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "xb-catalogue.h"
#include "xb-data.h"
#include "xb-day.h"
#include "xb-error.h"
#include "xb-practice-material.h"
#include "xb-practice-review.h"

#define EDITED_AT 1790560800 /* 2026-09-28 10:00 in China */

static void
assert_text (JsonObject *object,
             const char *member,
             const char *file,
             const char *where)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING ||
      *json_node_get_string (node) == '\0')
    g_error ("%s: %s.%s is missing", file, where, member);
}

static guint
check_figures (const char *folder,
               const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr(GBytes) bytes = xb_data_lookup (path);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonObject *root, *facts;
  JsonArray *notes;
  JsonObjectIter iter;
  const char *field;
  JsonNode *node;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  facts = json_object_get_object_member (root, "facts");
  json_object_iter_init (&iter, facts);
  while (json_object_iter_next (&iter, &field, &node))
    {
      JsonObject *figure = json_node_get_object (node);

      assert_text (figure, "source", file, field);
      assert_text (figure, "source_zh", file, field);
      assert_text (figure, "checked", file, field);
      g_assert_true (xb_day_is_valid (json_object_get_string_member (figure, "checked")));
      g_assert_true (json_object_has_member (figure, "value"));
      g_assert_true (json_object_has_member (figure, "indicative"));
    }
  notes = json_object_has_member (root, "notes") ? json_object_get_array_member (root, "notes") : NULL;
  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++)
    {
      assert_text (json_array_get_object_element (notes, i), "source_zh", file, "notes");
      assert_text (json_array_get_object_element (notes, i), "checked", file, "notes");
    }
  return json_object_get_size (facts);
}

static void
test_provenance (void)
{
  static const char *const folders[] = { "platforms", "platform-kinds" };
  guint figures = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto(GStrv) files = xb_data_list (folders[i]);

      for (guint j = 0; files[j] != NULL; j++)
        figures += check_figures (folders[i], files[j]);
    }
  g_test_message ("%u figures", figures);
  g_assert_cmpuint (figures, >, 200);
}

static void
test_bundle (void)
{
  static const struct { const char *key; XbPlatformKind kind; } rows[] = {
    { "cmcc", XB_PLATFORM_KIND_OPERATOR }, { "telecom", XB_PLATFORM_KIND_OPERATOR },
    { "unicom", XB_PLATFORM_KIND_OPERATOR }, { "third-party", XB_PLATFORM_KIND_THIRD_PARTY },
    { "baidu-haoma", XB_PLATFORM_KIND_SECURITY_APP }, { "qihoo360", XB_PLATFORM_KIND_SECURITY_APP },
    { "sogou", XB_PLATFORM_KIND_SECURITY_APP }, { "tencent-guard", XB_PLATFORM_KIND_SECURITY_APP },
    { "tencent-smpn", XB_PLATFORM_KIND_SECURITY_APP }, { "dianhuabang", XB_PLATFORM_KIND_DATA_VENDOR },
    { "teddymobile", XB_PLATFORM_KIND_DATA_VENDOR }, { "honor", XB_PLATFORM_KIND_HANDSET },
    { "huawei", XB_PLATFORM_KIND_HANDSET }, { "oppo", XB_PLATFORM_KIND_HANDSET },
    { "vivo", XB_PLATFORM_KIND_HANDSET }, { "xiaomi", XB_PLATFORM_KIND_HANDSET },
    { "caict", XB_PLATFORM_KIND_LOOKUP }, { "caih", XB_PLATFORM_KIND_LOOKUP },
    { "jumdata", XB_PLATFORM_KIND_LOOKUP }, { "apple-bcid", XB_PLATFORM_KIND_INTERNATIONAL },
    { "first-orion", XB_PLATFORM_KIND_INTERNATIONAL }, { "hiya", XB_PLATFORM_KIND_INTERNATIONAL },
    { "telnyx", XB_PLATFORM_KIND_INTERNATIONAL }, { "truecaller", XB_PLATFORM_KIND_INTERNATIONAL },
    { "twilio", XB_PLATFORM_KIND_INTERNATIONAL }, { "google-vc", XB_PLATFORM_KIND_INTERNATIONAL },
    { "practice", XB_PLATFORM_KIND_PRACTICE },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  GListModel *list = G_LIST_MODEL (catalogue);

  g_assert_true (g_list_model_get_item_type (list) == XB_TYPE_PLATFORM);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (rows));
  g_assert_null (g_list_model_get_item (list, G_N_ELEMENTS (rows)));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (list, i);
      GListModel *facts = xb_platform_get_facts (platform);
      gboolean practice = rows[i].kind == XB_PLATFORM_KIND_PRACTICE;

      g_assert_cmpstr (xb_platform_get_key (platform), ==, rows[i].key);
      g_assert_cmpint (xb_platform_get_kind (platform), ==, rows[i].kind);
      g_assert_cmpstr (xb_platform_get_client (platform), ==, practice ? "practice" : "manual");
      g_assert_false (xb_platform_get_added (platform));
      g_assert_cmpuint (g_list_model_get_n_items (facts), >, 30);
      g_assert_cmpint (xb_platform_get_withdrawn (platform), ==,
                       g_str_equal (rows[i].key, "tencent-smpn") || g_str_equal (rows[i].key, "google-vc"));
      g_assert_true (xb_catalogue_lookup (catalogue, rows[i].key) == platform);
    }
}

/* The table of the life of a certified number, for the kinds that it speaks of. */
static void
test_defaults (void)
{
  static const struct { const char *key; const char *field; gint64 value; } rows[] = {
    { "cmcc", "review_min", 5 }, { "cmcc", "review_max", 7 }, { "cmcc", "expedite_hours", 12 },
    { "cmcc", "expedite_fee_fen", 30000 }, { "cmcc", "sync_min", 24 }, { "cmcc", "sync_max", 48 },
    { "cmcc", "free_edits", 3 }, { "cmcc", "edit_fee_min_fen", 5000 }, { "cmcc", "edit_fee_max_fen", 10000 },
    { "telecom", "review_max", 7 }, { "unicom", "sync_max", 48 }, { "cmcc", "appeal_fee_fen", 0 },
    { "third-party", "review_min", 24 }, { "third-party", "review_max", -1 },
    { "third-party", "expedite_hours", 12 }, { "third-party", "expedite_fee_fen", 30000 },
    { "third-party", "sync_min", 3 }, { "third-party", "sync_max", 5 }, { "third-party", "free_edits", 3 },
    { "third-party", "edit_fee_min_fen", 5000 }, { "third-party", "edit_fee_max_fen", 10000 },
    { "third-party", "upkeep_fee_min_fen", 10000 }, { "third-party", "upkeep_fee_max_fen", 30000 },
    { "third-party", "inspection_fee_min_fen", 0 }, { "third-party", "inspection_fee_max_fen", 30000 },
    { "third-party", "label_work_fee_min_fen", 20000 }, { "third-party", "label_work_fee_max_fen", 50000 },
    { "third-party", "label_work_gain_min", 15 }, { "third-party", "label_work_gain_max", 20 },
    { "third-party", "incident_fee_min_fen", 20000 }, { "third-party", "incident_fee_max_fen", 60000 },
    { "third-party", "appeal_expedite_fee_fen", 20000 }, { "third-party", "annual_fee_max_fen", -1 },
    { "huawei", "review_max", -1 }, { "huawei", "appeal_days_min", 3 }, { "huawei", "appeal_days_max", 7 },
    { "qihoo360", "appeal_days_max", 3 }, { "teddymobile", "max_file_bytes", 5242880 },
    { "tencent-smpn", "appeal_days_max", -1 }, { "google-vc", "name_max", 18 },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  XbPlatform *teddy = xb_catalogue_lookup (catalogue, "teddymobile");
  XbPlatform *third = xb_catalogue_lookup (catalogue, "third-party");
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 value = -1;

      xb_platform_get_int (xb_catalogue_lookup (catalogue, rows[i].key), rows[i].field, &value);
      if (value != rows[i].value)
        g_error ("%s.%s is %" G_GINT64_FORMAT, rows[i].key, rows[i].field, value);
    }
  g_assert_cmpint (xb_platform_get_unit (third, "review"), ==, XB_PLATFORM_UNIT_HOURS);
  g_assert_cmpint (xb_platform_get_unit (third, "sync"), ==, XB_PLATFORM_UNIT_WORKING_DAYS);
  g_assert_cmpstr (xb_platform_get_text (teddy, "name_must_contain"), ==, "公司");
  g_assert_true (xb_platform_get_bits (third, "materials", &bits));
  g_assert_cmpuint (bits, ==, 15); /* licence, authorisation, ownership, logo */
}

/* What the catalogue says of the practice platform is what that platform really does. */
static void
test_practice (void)
{
  static const struct { const char *field; gint64 value; } rows[] = {
    { "max_file_bytes", XB_PRACTICE_MATERIAL_MAX },
    { "name_max", XB_PRACTICE_NAME_MAX },
    { "label_max", XB_PRACTICE_LABEL_MAX },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  XbPlatform *practice = xb_catalogue_lookup (catalogue, "practice");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 value = -1;

      g_assert_true (xb_platform_get_int (practice, rows[i].field, &value));
      g_assert_cmpint (value, ==, rows[i].value);
    }
  g_assert_cmpint (xb_platform_measure_label (practice, "冰饮专线"), ==, 8);
}

typedef struct
{
  guint calls;
  guint position;
  guint removed;
  guint added;
} Change;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Change     *change)
{
  *change = (Change) { change->calls + 1, position, removed, added };
}

static void
test_own (void)
{
  static const struct { const char *key; const char *name; XbPlatformKind kind; int code; } refused[] = {
    { "cmcc", "Another", XB_PLATFORM_KIND_OPERATOR, XB_ERROR_REFUSED },
    { "Our Agent", "Ours", XB_PLATFORM_KIND_OPERATOR, XB_ERROR_INVALID },
    { "", "Ours", XB_PLATFORM_KIND_OPERATOR, XB_ERROR_INVALID },
    { "-a", "Ours", XB_PLATFORM_KIND_OPERATOR, XB_ERROR_INVALID },
    { "ours", " ", XB_PLATFORM_KIND_OPERATOR, XB_ERROR_INVALID },
    { "ours", "Ours", XB_PLATFORM_KIND_PRACTICE, XB_ERROR_REFUSED },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  GListModel *list = G_LIST_MODEL (catalogue);
  XbPlatform *early, *late;
  Change change = { 0 };
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (xb_catalogue_add_platform (catalogue, refused[i].key, refused[i].name,
                                                refused[i].kind, &error));
      g_assert_error (error, XB_ERROR, refused[i].code);
    }
  early = xb_catalogue_add_platform (catalogue, "ours", " 我们的代理 ", XB_PLATFORM_KIND_THIRD_PARTY, NULL);
  g_assert_cmpstr (xb_platform_get_name (early), ==, "我们的代理");
  g_assert_true (xb_platform_get_added (early));
  g_assert_cmpstr (xb_platform_get_client (early), ==, "manual");
  g_assert_true (xb_platform_get_int (early, "expedite_fee_fen", &value));
  g_assert_cmpint (value, ==, 30000);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 28);
  late = xb_catalogue_add_platform (catalogue, NULL, "第五家运营商", XB_PLATFORM_KIND_OPERATOR, NULL);
  g_assert_cmpstr (xb_platform_get_key (late), ==, "own-1");
  g_assert_cmpuint (change.calls, ==, 1);
  g_assert_cmpuint (change.position, ==, 3); /* after the three operators of the bundle */
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_true (xb_platform_get_int (late, "review_max", &value));
  g_assert_cmpint (value, ==, 7);
  late = xb_catalogue_add_platform (catalogue, NULL, "B", XB_PLATFORM_KIND_LOOKUP, NULL);
  g_assert_cmpstr (xb_platform_get_key (late), ==, "own-2");
  g_assert_false (xb_platform_get_int (late, "review_max", &value));
}

static void
test_edits (void)
{
  static const XbPlatformEdit rows[] = {
    { "unicom", "phone", "010-10010", EDITED_AT },
    { "gone-by-now", "phone", "1", EDITED_AT },
  };
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  g_autoptr(GError) error = NULL;
  Change change = { 0 };

  xb_catalogue_restore_edits (catalogue, rows, G_N_ELEMENTS (rows));
  g_assert_cmpstr (xb_platform_get_text (xb_catalogue_lookup (catalogue, "unicom"), "phone"), ==, "010-10010");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), ==, 27);
  g_signal_connect (catalogue, "items-changed", G_CALLBACK (items_changed_cb), &change);
  g_assert_true (xb_catalogue_apply_edit (catalogue, "telecom", "review_max", "9", EDITED_AT, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (change.calls, ==, 1);
  g_assert_cmpuint (change.position, ==, 1);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_false (xb_catalogue_apply_edit (catalogue, "telecom", "review_max", "1", EDITED_AT, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (xb_catalogue_apply_edit (catalogue, "nobody", "review_max", "9", EDITED_AT, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
  xb_catalogue_restore_edits (catalogue, NULL, 0); /* all edits taken away */
  g_assert_cmpuint (change.calls, ==, 3);
  g_assert_cmpstr (xb_platform_get_text (xb_catalogue_lookup (catalogue, "unicom"), "phone"), ==, "10010");
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_folder (void)
{
  static const char good[] =
    "{\"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"kind\": \"operator\", \"client\": \"manual\", \"facts\": {}}";
  g_autofree char *folder = g_dir_make_tmp ("xb-catalogue-XXXXXX", NULL);
  g_autoptr(XbCatalogue) catalogue = NULL;
  g_autoptr(GError) error = NULL;
  gint64 value;

  write_file (folder, "mine.json", good);
  write_file (folder, "README.md", "# not a platform");
  catalogue = xb_catalogue_new_from_folder (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), ==, 1);
  g_assert_null (xb_catalogue_lookup (catalogue, "cmcc"));
  /* what a file leaves out, its kind says */
  g_assert_true (xb_platform_get_int (xb_catalogue_lookup (catalogue, "mine"), "review_max", &value));
  g_assert_cmpint (value, ==, 7);

  write_file (folder, "yours.json", "{\"name\": 1}");
  g_assert_null (xb_catalogue_new_from_folder (folder, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "yours.json: name: must be an object");
  g_clear_error (&error);
  remove_file (folder, "mine.json");
  remove_file (folder, "yours.json");
  remove_file (folder, "README.md");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_null (xb_catalogue_new_from_folder (folder, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

static void
test_json (void)
{
  XbCatalogue *catalogue = xb_catalogue_new ();
  g_autoptr(JsonNode) node = xb_catalogue_to_json (catalogue);
  JsonArray *array = json_node_get_array (node);
  JsonObject *first = json_array_get_object_element (array, 0);

  g_assert_cmpuint (json_array_get_length (array), ==, 27);
  g_assert_cmpstr (json_object_get_string_member (first, "key"), ==, "cmcc");
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "operator");
  g_assert_cmpstr (json_object_get_string_member (first, "client"), ==, "manual");
  g_assert_false (json_object_has_member (first, "facts"));
  g_assert_finalize_object (catalogue);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/provenance", test_provenance);
  g_test_add_func ("/catalogue/bundle", test_bundle);
  g_test_add_func ("/catalogue/defaults", test_defaults);
  g_test_add_func ("/catalogue/practice", test_practice);
  g_test_add_func ("/catalogue/own", test_own);
  g_test_add_func ("/catalogue/edits", test_edits);
  g_test_add_func ("/catalogue/folder", test_folder);
  g_test_add_func ("/catalogue/json", test_json);
  return g_test_run ();
}
