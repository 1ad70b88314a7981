/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-error.h"
#include "xb-platform.h"

#define EDITED_AT 1790560800 /* 2026-09-28 10:00 in China */

#define SOURCE "\"source\": \"a leaflet\", \"checked\": \"2026-09-30\", \"indicative\": true"
#define HEAD "\"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"kind\": \"lookup\", \"client\": \"manual\""
#define FACTS(facts) "{" HEAD ", \"facts\": {" facts "}}"
#define FIGURE(field, value) "\"" field "\": {\"value\": " value ", " SOURCE "}"

static XbPlatform *
read_platform (const char  *json,
               GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return xb_platform_new_from_bytes ("a", bytes, error);
}

/* One with a little of everything, of a kind without figures of its own. */
static XbPlatform *
sample (void)
{
  g_autoptr(GError) error = NULL;
  XbPlatform *platform = read_platform (
    FACTS (FIGURE ("portal", "\"https://a.example\"") ", "
           FIGURE ("materials", "[\"logo\", \"licence\"]") ", "
           FIGURE ("max_file_bytes", "5242880") ", "
           FIGURE ("review_min", "5") ", " FIGURE ("review_max", "7") ", "
           FIGURE ("review_unit", "\"working-days\"") ", "
           FIGURE ("sync_min", "24") ", " FIGURE ("sync_max", "null") ", "
           FIGURE ("sync_unit", "\"hours\"") ", "
           FIGURE ("expedite_fee_fen", "30000") ", "
           FIGURE ("edit_fee_min_fen", "5000") ", " FIGURE ("edit_fee_max_fen", "10000") ", "
           FIGURE ("edit_takes_down", "null")),
    &error);

  g_assert_no_error (error);
  return platform;
}

static XbFact *
find_fact (XbPlatform *platform,
           const char *field)
{
  GListModel *facts = xb_platform_get_facts (platform);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(XbFact) fact = g_list_model_get_item (facts, i);

      if (g_strv_contains (xb_fact_get_fields (fact), field))
        return g_steal_pointer (&fact);
    }
  g_assert_not_reached ();
}

static void
assert_fact (XbPlatform *platform,
             const char *field,
             const char *text)
{
  g_autoptr(XbFact) fact = find_fact (platform, field);

  g_assert_cmpstr (xb_fact_get_text (fact), ==, text);
}

static void
test_strict (void)
{
  static const struct { const char *json; const char *message; } rows[] = {
    { "", "a.json: the file is empty" },
    { "{", "a.json: JSON: " },
    { "[]", "a.json: must be an object" },
    { "{}", "a.json: name: is missing" },
    { "{" HEAD "}", "a.json: facts: is missing" },
    { "{" HEAD ", \"facts\": []}", "a.json: facts: must be an object" },
    { "{" HEAD ", \"facts\": {}, \"colour\": 1}", "a.json: colour: there is no such field" },
    { "{\"name\": {\"zh\": \"甲\"}, \"kind\": \"lookup\", \"client\": \"manual\", \"facts\": {}}",
      "a.json: name.en: is missing" },
    { "{\"name\": {\"zh\": \"甲\", \"en\": \" \"}, \"kind\": \"lookup\", \"client\": \"manual\", \"facts\": {}}",
      "a.json: name.en: must be a text" },
    { "{\"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"kind\": \"bank\", \"client\": \"manual\", \"facts\": {}}",
      "a.json: kind: “bank” is none of: operator, third-party" },
    { "{\"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"kind\": \"lookup\", \"client\": \"telex\", \"facts\": {}}",
      "a.json: client: “telex” is none of: manual, practice" },
    { FACTS (FIGURE ("colour", "1")), "a.json: facts.colour: there is no such field" },
    { FACTS (FIGURE ("name", "\"B\"")), "a.json: facts.name: there is no such field" },
    { FACTS (FIGURE ("expedite_fee", "1")), "a.json: facts.expedite_fee: there is no such field" },
    { FACTS ("\"name_max\": 20"), "a.json: facts.name_max: must be an object" },
    { FACTS ("\"name_max\": {" SOURCE "}"), "a.json: facts.name_max.value: is missing" },
    { FACTS ("\"name_max\": {\"value\": 20, \"unit\": \"px\", " SOURCE "}"),
      "a.json: facts.name_max.unit: there is no such field" },
    { FACTS ("\"name_max\": {\"value\": 20, \"checked\": \"2026-09-30\", \"indicative\": true}"),
      "a.json: facts.name_max.source: is missing" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source\": \"\", \"checked\": \"2026-09-30\", \"indicative\": true}"),
      "a.json: facts.name_max.source: must be a text" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source_zh\": 1, " SOURCE "}"),
      "a.json: facts.name_max.source_zh: must be a text" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source\": \"x\", \"indicative\": true}"),
      "a.json: facts.name_max.checked: is missing" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source\": \"x\", \"checked\": \"2026-02-30\", \"indicative\": true}"),
      "a.json: facts.name_max.checked: “2026-02-30” is no day" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source\": \"x\", \"checked\": \"2026-09-30\"}"),
      "a.json: facts.name_max.indicative: must be true or false" },
    { FACTS ("\"name_max\": {\"value\": 20, \"source\": \"x\", \"checked\": \"2026-09-30\", \"indicative\": 1}"),
      "a.json: facts.name_max.indicative: must be true or false" },
    { FACTS (FIGURE ("name_max", "\"20\"")), "a.json: facts.name_max.value: Longest name: " },
    { FACTS (FIGURE ("name_max", "20.5")), "a.json: facts.name_max.value: " },
    { FACTS (FIGURE ("name_max", "0")), "a.json: facts.name_max.value: " },
    { FACTS (FIGURE ("name_max", "true")), "a.json: facts.name_max.value: " },
    { FACTS (FIGURE ("name_max", "[20]")), "a.json: facts.name_max.value: " },
    { FACTS (FIGURE ("expedite_fee_fen", "-1")), "a.json: facts.expedite_fee_fen.value: " },
    { FACTS (FIGURE ("logo_square", "\"yes\"")), "a.json: facts.logo_square.value: " },
    { FACTS (FIGURE ("materials", "\"licence\"")), "a.json: facts.materials.value: " },
    { FACTS (FIGURE ("materials", "[\"licence\", \"passport\"]")), "a.json: facts.materials.value: " },
    { FACTS (FIGURE ("materials", "[1]")), "a.json: facts.materials.value: " },
    { FACTS (FIGURE ("width_counts", "\"cjk3\"")), "a.json: facts.width_counts.value: " },
    { FACTS (FIGURE ("withdrawn", "\"2025-07\"")), "a.json: facts.withdrawn.value: " },
    { FACTS (FIGURE ("portal", "\"\"")), "a.json: facts.portal.value: " },
    { FACTS (FIGURE ("email", "\"kefu\"")), "a.json: facts.email.value: " },
    { FACTS (FIGURE ("phone", "\"none\"")), "a.json: facts.phone.value: " },
    { FACTS (FIGURE ("edit_fee_min_fen", "1")), "a.json: facts.edit_fee_max_fen: is missing" },
    { FACTS (FIGURE ("edit_fee_max_fen", "1")), "a.json: facts.edit_fee_min_fen: is missing" },
    { FACTS (FIGURE ("sync_min", "1") ", " FIGURE ("sync_max", "2")),
      "a.json: facts.sync_unit: is missing" },
    { FACTS (FIGURE ("review_unit", "\"hours\"")), "a.json: facts.review_min: is missing" },
    { FACTS (FIGURE ("logo_min_px", "2") ", " FIGURE ("logo_max_px", "1")),
      "a.json: facts.logo_min_px: is more than logo_max_px" },
    { "{" HEAD ", \"facts\": {}, \"notes\": {}}", "a.json: notes: must be a list" },
    { "{" HEAD ", \"facts\": {}, \"notes\": [{\"zh\": \"甲\", \"source\": \"x\", \"checked\": \"2026-09-30\"}]}",
      "a.json: notes[0].en: is missing" },
    { "{" HEAD ", \"facts\": {}, \"notes\": [{\"zh\": \"甲\", \"en\": \"A\", \"checked\": \"2026-09-30\"}]}",
      "a.json: notes[0].source: is missing" },
    { "{" HEAD ", \"facts\": {}, \"notes\": [\"A\"]}", "a.json: notes[0]: must be an object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      XbPlatform *platform = read_platform (rows[i].json, &error);

      g_assert_null (platform);
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, rows[i].message))
        g_error ("%s\nsays: %s\nnot:  %s", rows[i].json, error->message, rows[i].message);
    }
}

static void
test_getters (void)
{
  g_autoptr(XbPlatform) platform = sample ();
  g_auto(GStrv) materials = xb_platform_dup_list (platform, "materials");
  gboolean flag = TRUE;
  gint64 value = -7;
  guint bits = 0;

  g_assert_cmpstr (xb_platform_get_key (platform), ==, "a");
  g_assert_cmpstr (xb_platform_get_client (platform), ==, "manual");
  g_assert_cmpint (xb_platform_get_kind (platform), ==, XB_PLATFORM_KIND_LOOKUP);
  g_assert_false (xb_platform_get_withdrawn (platform));
  g_assert_false (xb_platform_get_added (platform));
  g_assert_true (xb_platform_get_int (platform, "review_max", &value));
  g_assert_cmpint (value, ==, 7);
  g_assert_false (xb_platform_get_int (platform, "sync_max", &value));   /* null */
  g_assert_false (xb_platform_get_int (platform, "label_max", &value));  /* not there */
  g_assert_cmpint (value, ==, 7);
  g_assert_true (xb_platform_get_int (platform, "expedite_fee", &value)); /* people say it without _fen */
  g_assert_cmpint (value, ==, 30000);
  g_assert_false (xb_platform_get_bool (platform, "edit_takes_down", &flag));
  g_assert_true (flag);
  g_assert_cmpstr (xb_platform_get_text (platform, "portal"), ==, "https://a.example");
  g_assert_null (xb_platform_get_text (platform, "phone"));
  g_assert_cmpint (xb_platform_get_unit (platform, "review"), ==, XB_PLATFORM_UNIT_WORKING_DAYS);
  g_assert_cmpint (xb_platform_get_unit (platform, "sync"), ==, XB_PLATFORM_UNIT_HOURS);
  g_assert_cmpuint (g_strv_length (materials), ==, 2); /* in the order of the words, not of the file */
  g_assert_cmpstr (materials[0], ==, "licence");
  g_assert_true (xb_platform_get_bits (platform, "materials", &bits));
  g_assert_cmpuint (bits, ==, 1 << XB_MATERIAL_TYPE_LICENCE | 1 << XB_MATERIAL_TYPE_LOGO);
  g_assert_false (xb_platform_get_bits (platform, "handsets", &bits));
}

static void
test_label (void)
{
  static const struct { const char *label; int characters; int columns; } rows[] = {
    { "", 0, 0 }, { "VIP", 3, 3 }, { "冰饮专线", 4, 8 }, { "VIP客户专线", 7, 11 }, { "（ａ）", 3, 6 },
    { "e\u0301", 1, 1 },
  };
  g_autoptr(XbPlatform) platform = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (xb_platform_apply_edit (platform, "width_counts", "unknown", EDITED_AT, NULL));
      g_assert_cmpint (xb_platform_measure_label (platform, rows[i].label), ==, rows[i].characters);
      g_assert_true (xb_platform_apply_edit (platform, "width_counts", "cjk2", EDITED_AT, NULL));
      g_assert_cmpint (xb_platform_measure_label (platform, rows[i].label), ==, rows[i].columns);
    }
}

/* What the owner may type, how it is kept, and how it reads afterwards. */
static void
test_edits (void)
{
  static const struct { const char *field; const char *typed; const char *kept; const char *reads; } rows[] = {
    { "name_max", "20", "20", "20 characters" },
    { "name_max", " 1 ", "1", "1 character" },
    { "name_max", "0", NULL, NULL },
    { "name_max", "201", NULL, NULL },
    { "name_max", "twenty", NULL, NULL },
    { "name_max", "20 characters", NULL, NULL },
    { "name_max", "99999999999999999999", NULL, NULL },
    { "name_max", "unknown", "unknown", "unknown, ask the platform" },
    { "name_max", "Unknown", "unknown", "unknown, ask the platform" },
    { "name_max", "未知", "unknown", "unknown, ask the platform" },
    { "name_max", "", "unknown", "unknown, ask the platform" },
    { "review_max", "9", "9", "5–9 working days" },
    { "review_max", "5", "5", "5 working days" },
    { "review_max", "unknown", "unknown", "from 5 working days" },
    { "review_min", "unknown", "unknown", "up to 7 working days" },
    { "review_max", "4", NULL, NULL },
    { "review_min", "8", NULL, NULL },
    { "review_unit", "hours", "hours", "5–7 hours" },
    { "review_unit", "unknown", "unknown", "5–7 working days" },
    { "review_unit", "days", NULL, NULL },
    { "sync_max", "48", "48", "24–48 hours" },
    { "sync_min", "1", "1", "from 1 hour" },
    { "expedite_fee_fen", "300.00", "300.00", "300.00 yuan" },
    { "expedite_fee", "1,234.5", "1234.50", "1,234.50 yuan" },
    { "expedite_fee", "￥200", "200.00", "200.00 yuan" },
    { "expedite_fee", "0", "0.00", "free" },
    { "expedite_fee", "-1", NULL, NULL },
    { "expedite_fee", "0.005", NULL, NULL },
    { "expedite_fee", "1000001", NULL, NULL },
    { "edit_fee_min_fen", "0", "0.00", "0.00–100.00 yuan" },
    { "edit_fee_max", "49.99", NULL, NULL },
    { "validity_months", "12", "12", "12 months" },
    { "free_edits", "3", "3", "3 times" },
    { "appeal_days_max", "7", "7", "up to 7 working days" },
    { "withdrawn", "2026-01-01", "2026-01-01", "2026-01-01" },
    { "withdrawn", "2026-02-29", NULL, NULL },
    { "withdrawn", "1.1.2026", NULL, NULL },
    { "withdrawn", "unknown", "unknown", "no end is known" },
    { "materials", "logo，licence", "licence,logo", "Business licence, Logo" },
    { "materials", "Licence, licence", "licence", "Business licence" },
    { "materials", "none", "none", "none" },
    { "materials", "licence,passport", NULL, NULL },
    { "materials", "none,licence", NULL, NULL },
    { "handsets", "vivo huawei", "huawei,vivo", "Huawei, vivo" },
    { "number_types", "400、mobile", "mobile,400", "mobile, 400" },
    { "logo_formats", "svg,png", "png,svg", "PNG, SVG" },
    { "logo_min_px", "256", "256", "from 256 pixels" },
    { "edit_takes_down", "yes", "yes", "yes" },
    { "edit_takes_down", "否", "no", "no" },
    { "edit_takes_down", "maybe", NULL, NULL },
    { "width_counts", "cjk2", "cjk2", "a Chinese character counts 2" },
    { "max_file_bytes", "512000", "512000", "500 KB" },
    { "max_file_bytes", "10485760", "10485760", "10 MB" },
    { "phone", "010-89180702", "010-89180702", "010-89180702" },
    { "phone", "call me", NULL, NULL },
    { "email", "kefu@teddymobile.cn", "kefu@teddymobile.cn", "kefu@teddymobile.cn" },
    { "email", "kefu@", NULL, NULL },
    { "portal", " https://b.example ", "https://b.example", "https://b.example" },
    { "portal", "a\nb", NULL, NULL },
    { "name_must_contain", "公司", "公司", "公司" },
    { "name_must_contain", "一二三四五六七八九十一二三四五六七八九十一", NULL, NULL },
    { "colour", "red", NULL, NULL },
    { "review", "5", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbPlatform) platform = sample ();
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = NULL;
      gboolean taken = xb_platform_apply_edit (platform, rows[i].field, rows[i].typed, EDITED_AT, &error);

      if (rows[i].kept == NULL)
        {
          g_assert_false (taken);
          g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
          g_assert_true (g_str_has_suffix (error->message, "."));
          continue;
        }
      g_assert_no_error (error);
      kept = xb_platform_dup_value (platform, rows[i].field);
      g_assert_cmpstr (kept, ==, rows[i].kept);
      if (!g_str_equal (rows[i].field, "expedite_fee"))
        assert_fact (platform, rows[i].field, rows[i].reads);
      else
        assert_fact (platform, "expedite_fee_fen", rows[i].reads);
    }
}

static void
test_sentences (void)
{
  static const struct { const char *field; const char *typed; const char *sentence; } rows[] = {
    { "name_max", "many", "Longest name: “many” does not fit. Give a whole number from 1 to 200, or “unknown”." },
    { "edit_fee_max", "1", "Fee of a further edit, least (50.00) would be more than Fee of a further edit, most "
                           "(1.00). Change both at once." },
    { "review_unit", "d", "Review is counted in: “d” does not fit. Give one of: working-days, hours, or “unknown”." },
    { "name", "unknown", "“unknown” cannot be the name of a platform. Give text of at most 60 characters." },
    { "colour", "red", "A platform has no field “colour”; showing a platform lists its fields." },
  };
  g_autoptr(XbPlatform) platform = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (xb_platform_apply_edit (platform, rows[i].field, rows[i].typed, EDITED_AT, &error));
      g_assert_cmpstr (error->message, ==, rows[i].sentence);
    }
}

static void
count_cb (XbPlatform *platform,
          guint      *count)
{
  ++*count;
}

/* An edit says that it is one, in the list of facts too, and only that line is new. */
static void
test_provenance (void)
{
  g_autoptr(XbPlatform) platform = sample ();
  g_autoptr(XbFact) before = find_fact (platform, "review_max");
  g_autoptr(XbFact) other = find_fact (platform, "portal");
  g_autoptr(XbFact) after = NULL;
  g_autoptr(XbFact) same = NULL;
  g_autoptr(XbFact) last = NULL;
  guint changes = 0;

  g_signal_connect (platform, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpstr (xb_fact_get_title (before), ==, "Review");
  g_assert_cmpstr (xb_fact_get_text (before), ==, "5–7 working days");
  g_assert_cmpstr (xb_fact_get_source (before), ==, "a leaflet");
  g_assert_cmpstr (xb_fact_get_checked (before), ==, "2026-09-30");
  g_assert_true (xb_fact_get_indicative (before));
  g_assert_false (xb_fact_get_edited (before));
  g_assert_cmpuint (g_strv_length ((char **) xb_fact_get_fields (before)), ==, 3);

  g_assert_true (xb_platform_apply_edit (platform, "review_max", "6", EDITED_AT, NULL));
  after = find_fact (platform, "review_max");
  same = find_fact (platform, "portal");
  g_assert_cmpstr (xb_fact_get_text (after), ==, "5–6 working days");
  g_assert_cmpstr (xb_fact_get_source (after), ==, "a leaflet; entered by you");
  g_assert_cmpstr (xb_fact_get_checked (after), ==, "2026-09-28");
  g_assert_cmpint (xb_fact_get_edited_at (after), ==, EDITED_AT);
  g_assert_true (same == other);
  g_assert_cmpuint (changes, ==, 1);

  g_assert_true (xb_platform_apply_edit (platform, "review_max", "6", EDITED_AT, NULL));
  g_assert_cmpuint (changes, ==, 1); /* nothing new, nothing said */
  g_assert_true (xb_platform_revert_edit (platform, "review_max", NULL));
  g_assert_cmpuint (changes, ==, 2);
  last = find_fact (platform, "review_max");
  g_assert_cmpstr (xb_fact_get_text (last), ==, "5–7 working days");
  g_assert_false (xb_fact_get_edited (last));
  g_assert_false (xb_platform_revert_edit (platform, "colour", NULL));
}

static void
test_both_ends (void)
{
  static const char *const fields[] = { "review_min", "review_max", NULL };
  static const char *const higher[] = { "10", "12", NULL };
  static const char *const crossed[] = { "12", "10", NULL };
  static const char *const half_wrong[] = { "1", "soon", NULL };
  g_autoptr(XbPlatform) platform = sample ();
  g_autoptr(GError) error = NULL;

  g_assert_false (xb_platform_apply_edits (platform, fields, crossed, EDITED_AT, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_assert_false (xb_platform_apply_edits (platform, fields, half_wrong, EDITED_AT, NULL));
  assert_fact (platform, "review_min", "5–7 working days"); /* all or nothing */
  g_assert_true (xb_platform_check_edits (platform, fields, higher, NULL));
  assert_fact (platform, "review_min", "5–7 working days"); /* a check changes nothing */
  g_assert_true (xb_platform_apply_edits (platform, fields, higher, EDITED_AT, NULL));
  assert_fact (platform, "review_min", "10–12 working days");
  /* the bundled end cannot stay above the entered one: it follows */
  g_assert_true (xb_platform_revert_edit (platform, "review_max", NULL));
  assert_fact (platform, "review_min", "10 working days");
  g_assert_true (xb_platform_apply_edit (platform, "review_max", "11", EDITED_AT, NULL));
  assert_fact (platform, "review_min", "10–11 working days");
  g_assert_true (xb_platform_revert_edit (platform, "review_min", NULL));
  assert_fact (platform, "review_min", "5–11 working days");
}

/* The rows of the store come back over whatever a newer bundle says. */
static void
test_restore (void)
{
  static const XbPlatformEdit rows[] = {
    { "a", "phone", "10086", EDITED_AT },
    { "b", "phone", "10010", EDITED_AT },
    { "a", "review_max", "4", EDITED_AT },              /* this bundle says at least 5 */
    { "a", "edit_fee_min_fen", "120.00", EDITED_AT },   /* and at most 100 */
    { "a", "edit_fee_max_fen", "150.00", EDITED_AT },
    { "a", "hologram", "yes", EDITED_AT },              /* of another version */
    { "a", "name_max", "many", EDITED_AT },
  };
  g_autoptr(XbPlatform) platform = sample ();
  g_autofree char *least = NULL;
  guint changes = 0;

  g_signal_connect (platform, "changed", G_CALLBACK (count_cb), &changes);
  xb_platform_restore_edits (platform, rows, G_N_ELEMENTS (rows));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (xb_platform_get_text (platform, "phone"), ==, "10086");
  assert_fact (platform, "review_min", "4 working days");
  assert_fact (platform, "edit_fee_min_fen", "120.00–150.00 yuan");
  assert_fact (platform, "name_max", "unknown, ask the platform");
  xb_platform_restore_edits (platform, rows, G_N_ELEMENTS (rows));
  g_assert_cmpuint (changes, ==, 1);
  xb_platform_restore_edits (platform, rows, 2); /* another process took the rest away */
  g_assert_cmpuint (changes, ==, 2);
  assert_fact (platform, "review_min", "5–7 working days");
  least = xb_platform_dup_value (platform, "edit_fee_min_fen");
  g_assert_cmpstr (least, ==, "50.00");
}

static void
test_names (void)
{
  static const struct { const char *language; const char *name; } rows[] = {
    { "en", "A" }, { "zh_CN", "甲" }, { "zh_CN:en", "甲" }, { "en_GB:zh_CN", "A" }, { "fr:zh_CN", "甲" },
    { "de", "A" },
  };
  g_autoptr(XbPlatform) platform = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_setenv ("LANGUAGE", rows[i].language, TRUE);
      g_assert_cmpstr (xb_platform_get_name (platform), ==, rows[i].name);
    }
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_true (xb_platform_apply_edit (platform, "name", " Our agent ", EDITED_AT, NULL));
  g_assert_cmpstr (xb_platform_get_name (platform), ==, "Our agent");
  g_assert_false (xb_platform_apply_edit (platform, "name", "", EDITED_AT, NULL));
}

static void
test_json (void)
{
  g_autoptr(XbPlatform) platform = sample ();
  g_autoptr(JsonNode) brief = xb_platform_to_json (platform, FALSE);
  g_autoptr(JsonNode) whole = NULL;
  g_autofree char *text = json_to_string (brief, FALSE);
  g_auto(GStrv) fields = xb_platform_dup_fields ();
  JsonObject *facts, *fact;

  g_assert_cmpstr (text, ==, "{\"key\":\"a\",\"name\":\"A\",\"kind\":\"lookup\",\"client\":\"manual\","
                             "\"withdrawn\":null,\"added\":false}");
  xb_platform_apply_edit (platform, "expedite_fee", "200", EDITED_AT, NULL);
  whole = xb_platform_to_json (platform, TRUE);
  facts = json_object_get_object_member (json_node_get_object (whole), "facts");
  for (guint i = 0; fields[i] != NULL; i++)
    g_assert_true (json_object_has_member (facts, fields[i]) != g_str_equal (fields[i], "name"));
  fact = json_object_get_object_member (facts, "expedite_fee_fen");
  g_assert_cmpint (json_object_get_int_member (fact, "value"), ==, 20000);
  g_assert_cmpstr (json_object_get_string_member (fact, "source"), ==, "entered by you");
  g_assert_cmpstr (json_object_get_string_member (fact, "edited_at"), ==, "2026-09-28T10:00:00+08:00");
  g_assert_true (json_object_get_boolean_member (fact, "edited"));
  fact = json_object_get_object_member (facts, "sync_max");
  g_assert_true (json_object_get_null_member (fact, "value"));
  g_assert_cmpstr (json_object_get_string_member (fact, "source"), ==, "a leaflet");
  fact = json_object_get_object_member (facts, "materials");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (fact, "value")), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/platform/strict", test_strict);
  g_test_add_func ("/platform/getters", test_getters);
  g_test_add_func ("/platform/label", test_label);
  g_test_add_func ("/platform/edits", test_edits);
  g_test_add_func ("/platform/sentences", test_sentences);
  g_test_add_func ("/platform/provenance", test_provenance);
  g_test_add_func ("/platform/both-ends", test_both_ends);
  g_test_add_func ("/platform/restore", test_restore);
  g_test_add_func ("/platform/names", test_names);
  g_test_add_func ("/platform/json", test_json);
  return g_test_run ();
}
