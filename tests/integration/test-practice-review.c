/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice-fixture.h"
#include "xb-practice-api.h"
#include "xb-practice-report.h"
#include "xb-practice-review.h"

/* Each rule of the reviewer, and that the OpenAPI document names everything there is. */

static void
set (char       **field,
     const char  *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static GBytes *
cut_short (GBytes *whole) /* taken */
{
  GBytes *part = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 6);

  g_bytes_unref (whole);
  return part;
}

static GBytes *
make_text (void)
{
  return g_bytes_new_static ("this is no picture", 18);
}

static GBytes *
make_large (void)
{
  return g_bytes_new_take (g_malloc0 (5 * 1024 * 1024 + 1), 5 * 1024 * 1024 + 1);
}

static void well (XbSubmission *s) { }
static void letter (XbSubmission *s) { set (&s->letter_name, "成都川味餐饮管理有限公司"); }
static void letter_brackets (XbSubmission *s)
{
  set (&s->business_name, "蜀味餐饮（成都）有限公司");
  set (&s->letter_name, "蜀味餐饮(成都)有限公司 ");
}
static void uscc (XbSubmission *s) { set (&s->uscc, "91350100M000100Y44"); }
static void foreign_name (XbSubmission *s) { set (&s->display_name, "海底捞"); }
static void brand_name (XbSubmission *s)
{
  set (&s->display_name, "锅里香");
  s->brands = g_strsplit ("小郡肝,锅里香火锅", ",", -1);
}
static void long_name (XbSubmission *s)
{
  set (&s->business_name, "成都蜀味餐饮管理服务集团股份有限公司");
  set (&s->display_name, "成都蜀味餐饮管理服务集团股份有限公");
}
static void absolute_name (XbSubmission *s)
{
  set (&s->display_name, "唯一火锅");
  s->brands = g_strsplit ("火锅", ",", -1);
}
static void own_absolute_name (XbSubmission *s)
{
  set (&s->business_name, "成都市第一人民医院");
  set (&s->display_name, "第一人民医院");
}
static void first (XbSubmission *s) { set (&s->label, "全城第一火锅"); }
static void national (XbSubmission *s) { set (&s->label, "国家级品牌"); }
static void most (XbSubmission *s) { set (&s->label, "最好吃"); }
static void hidden (XbSubmission *s) { set (&s->label, "唯\xe2\x80\x8b一 专线"); }
static void top (XbSubmission *s) { set (&s->label, "顶级服务"); }
static void recent (XbSubmission *s) { set (&s->label, "最近门店"); }
static void no_label (XbSubmission *s) { g_clear_pointer (&s->label, g_free); }
static void long_label (XbSubmission *s) { set (&s->label, "春节不打烊配送专线"); }
static void eight_label (XbSubmission *s) { set (&s->label, "春节不打烊配专线"); }
static void no_licence (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LICENCE, NULL); }
static void text_licence (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LICENCE, make_text ()); }
static void large_licence (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LICENCE, make_large ()); }
static void empty_licence (XbSubmission *s)
{
  replace_file (s, XB_MATERIAL_TYPE_LICENCE, g_bytes_new_static ("", 0));
}
static void cut_jpeg (XbSubmission *s)
{
  replace_file (s, XB_MATERIAL_TYPE_LICENCE, cut_short (make_jpeg (80, 60)));
}
static void no_letter (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_AUTHORISATION, NULL); }
static void cut_pdf (XbSubmission *s)
{
  replace_file (s, XB_MATERIAL_TYPE_AUTHORISATION, cut_short (make_pdf ()));
}
static void no_proof (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_OWNERSHIP, NULL); }
static void cut_png (XbSubmission *s)
{
  replace_file (s, XB_MATERIAL_TYPE_OWNERSHIP, cut_short (make_png (80, 60)));
}
static void no_logo (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LOGO, NULL); }
static void pdf_logo (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LOGO, make_pdf ()); }
static void wide_logo (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LOGO, make_png (24, 23)); }
static void wide_jpeg_logo (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LOGO, make_jpeg (300, 301)); }
static void jpeg_logo (XbSubmission *s) { replace_file (s, XB_MATERIAL_TYPE_LOGO, make_jpeg (300, 300)); }
static void proof_and_label (XbSubmission *s)
{
  no_proof (s);
  most (s);
}

/* What is wrong, and the codes that must come, in order. */
static const struct
{
  const char *name;
  void      (*spoil) (XbSubmission *submission);
  const char *state;
  const char *codes;
} rules[] = {
  { "nothing", well, "PASSED", "" },
  { "letter names another", letter, "REFUSED", "NAME_MISMATCH" },
  { "full-width brackets", letter_brackets, "PASSED", "" },
  { "check digit", uscc, "REFUSED", "USCC_INVALID" },
  { "somebody else's name", foreign_name, "REFUSED", "NAME_NOT_OWN" },
  { "part of a brand", brand_name, "PASSED", "" },
  { "name too long", long_name, "REFUSED", "NAME_TOO_LONG" },
  { "absolute name", absolute_name, "REFUSED", "NAME_NOT_OWN,LABEL_ABSOLUTE_WORD" },
  { "absolute but its name", own_absolute_name, "PASSED", "" },
  { "first", first, "REFUSED", "LABEL_ABSOLUTE_WORD" },
  { "national", national, "REFUSED", "LABEL_ABSOLUTE_WORD" },
  { "most", most, "REFUSED", "LABEL_ABSOLUTE_WORD" },
  { "only, hidden", hidden, "REFUSED", "LABEL_ABSOLUTE_WORD" },
  { "top", top, "REFUSED", "LABEL_ABSOLUTE_WORD" },
  { "harmless", recent, "PASSED", "" },
  { "no label", no_label, "PASSED", "" },
  { "label too long", long_label, "REFUSED", "LABEL_TOO_LONG" },
  { "longest label", eight_label, "PASSED", "" },
  { "no licence", no_licence, "REFUSED", "LICENCE_MISSING" },
  { "text as licence", text_licence, "REFUSED", "LICENCE_UNREADABLE" },
  { "empty licence", empty_licence, "REFUSED", "LICENCE_UNREADABLE" },
  { "large licence", large_licence, "REFUSED", "MATERIAL_TOO_LARGE" },
  { "cut JPEG", cut_jpeg, "REFUSED", "LICENCE_UNREADABLE" },
  { "no letter", no_letter, "REFUSED", "AUTHORISATION_MISSING" },
  { "cut PDF", cut_pdf, "REFUSED", "AUTHORISATION_UNREADABLE" },
  { "no proof", no_proof, "NEED_MORE", "OWNERSHIP_MISSING" },
  { "cut PNG", cut_png, "NEED_MORE", "OWNERSHIP_UNREADABLE" },
  { "no logo", no_logo, "PASSED", "" },
  { "PDF logo", pdf_logo, "REFUSED", "LOGO_UNREADABLE" },
  { "wide logo", wide_logo, "REFUSED", "LOGO_NOT_SQUARE" },
  { "wide JPEG logo", wide_jpeg_logo, "REFUSED", "LOGO_NOT_SQUARE" },
  { "square JPEG logo", jpeg_logo, "PASSED", "" },
  { "two at once", proof_and_label, "REFUSED", "LABEL_ABSOLUTE_WORD,OWNERSHIP_MISSING" },
};

static void
test_rules (Fixture       *f,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *key = g_strdup_printf ("rule %u", i);
      g_autoptr(XbSubmission) submission = make_submission (key);
      g_autoptr(XbCaseReport) received = NULL;
      g_autoptr(XbCaseReport) decided = NULL;
      g_autoptr(GString) codes = g_string_new (NULL);
      g_autoptr(GError) error = NULL;

      g_free (submission->number);
      submission->number = g_strdup_printf ("+86138001380%02u", i);
      rules[i].spoil (submission);
      received = fixture_submit (f, submission, &error);
      g_assert_no_error (error);
      xb_practice_server_advance_time (f->server, DAY);
      decided = fixture_poll (f, received->case_no, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < decided->reasons->len; j++)
        {
          XbCaseReason *reason = g_ptr_array_index (decided->reasons, j);

          g_string_append_printf (codes, "%s%s", j > 0 ? "," : "", reason->code);
          g_assert_true (g_utf8_strlen (reason->message, -1) > 3);
          g_assert_nonnull (reason->field);
        }
      g_test_message ("%s: %s %s", rules[i].name, decided->raw_state, codes->str);
      g_assert_cmpstr (decided->raw_state, ==, rules[i].state);
      g_assert_cmpstr (codes->str, ==, rules[i].codes);
    }
}

/* Every reason of the table is reached by a rule above or by another test. */
static void
test_all_reasons (void)
{
  static const char *const elsewhere[] = { "NUMBER_TAKEN", "SYNC_FAILED", NULL };

  for (XbPracticeReason reason = 0; reason < XB_N_PRACTICE_REASONS; reason++)
    {
      const char *code = xb_practice_reason_get_code (reason);
      gboolean found = g_strv_contains (elsewhere, code);

      for (guint i = 0; i < G_N_ELEMENTS (rules) && !found; i++)
        {
          g_auto(GStrv) codes = g_strsplit (rules[i].codes, ",", -1);

          found = g_strv_contains ((const char *const *) codes, code);
        }
      if (!found)
        g_error ("no test for %s", code);
    }
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *escaped = g_regex_escape_string (word, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\w/}-])%s(?![\\w/{-])", escaped);

  return g_regex_match_simple (pattern, text, 0, 0);
}

/* The document and the code say the same. */
static void
test_openapi (void)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  guint n_routes = 0;
  const XbPracticeRoute *routes = xb_practice_api_get_routes (&n_routes);

  g_file_get_contents (PRACTICE_API, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (strstr (text, "openapi:"), "openapi: 3.1"));
  for (guint i = 0; i < n_routes; i++)
    {
      g_autofree char *heading = g_strdup_printf ("\n  %s:\n", routes[i].path);
      g_autofree char *method = g_ascii_strdown (routes[i].method, -1);
      g_autofree char *line = g_strdup_printf ("\n    %s:\n", method);
      const char *block = strstr (text, heading);
      g_autoptr(GRegex) next = g_regex_new ("\\n  \\S", 0, 0, NULL);
      g_autoptr(GMatchInfo) match = NULL;
      g_autofree char *part = NULL;
      int end = -1;

      if (block == NULL)
        g_error ("%s is not documented", routes[i].path);
      g_regex_match (next, block + 1, 0, &match);
      g_match_info_fetch_pos (match, 0, &end, NULL);
      part = g_strndup (block, end + 1);
      if (strstr (part, line) == NULL)
        g_error ("%s %s is not documented", routes[i].method, routes[i].path);
      if ((routes[i].flags & XB_PRACTICE_ROUTE_KEYED) != 0)
        g_assert_nonnull (strstr (part, "IdempotencyKey"));
    }
  for (XbPracticeReason reason = 0; reason < XB_N_PRACTICE_REASONS; reason++)
    if (!has_word (text, xb_practice_reason_get_code (reason))
        || strstr (text, xb_practice_reason_get_message (reason)) == NULL)
      g_error ("%s is not documented", xb_practice_reason_get_code (reason));
  for (XbPracticeProblem problem = XB_PRACTICE_OK + 1; problem < XB_N_PRACTICE_PROBLEMS; problem++)
    if (!has_word (text, xb_practice_problem_get_code (problem)))
      g_error ("%s is not documented", xb_practice_problem_get_code (problem));
  for (XbPracticeStage stage = 0; stage < XB_N_PRACTICE_STAGES; stage++)
    {
      XbCertState state;

      if (!has_word (text, xb_practice_stage_get_word (stage)))
        g_error ("%s is not documented", xb_practice_stage_get_word (stage));
      /* and the client knows what it means */
      g_assert_true (xb_practice_report_map_state (xb_practice_stage_get_word (stage), &state));
    }
}

static void
test_material_sizes (void)
{
  static const struct { int width, height; } rows[] = { { 1, 1 }, { 640, 480 }, { 65535, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) jpeg = make_jpeg (rows[i].width, rows[i].height);
      XbPracticeMaterial *material = xb_practice_material_inspect (jpeg);

      g_assert_cmpint (material->media, ==, XB_PRACTICE_MEDIA_JPEG);
      g_assert_cmpint (material->width, ==, rows[i].width);
      g_assert_cmpint (material->height, ==, rows[i].height);
      xb_practice_material_free (material);
    }
}

/* No prefix of a document is a document, and none brings the reader down. */
static void
test_truncated_materials (void)
{
  GBytes *whole[] = { make_jpeg (80, 60), make_png (9, 9), make_pdf () };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize length = 0; length < g_bytes_get_size (whole[i]) - 6; length++)
      {
        g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole[i], 0, length);
        /* of its own, so that a sanitizer sees a step too far */
        g_autoptr(GBytes) copy = g_bytes_new (g_bytes_get_data (part, NULL), length);
        XbPracticeMaterial *material = xb_practice_material_inspect (copy);

        g_assert_cmpint (material->media, ==, XB_PRACTICE_MEDIA_UNREADABLE);
        xb_practice_material_free (material);
      }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_bytes_unref (whole[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/practice-review/rules", Fixture, NULL, fixture_set_up, test_rules, fixture_tear_down);
  g_test_add_func ("/practice-review/all-reasons", test_all_reasons);
  g_test_add_func ("/practice-review/openapi", test_openapi);
  g_test_add_func ("/practice-review/material-sizes", test_material_sizes);
  g_test_add_func ("/practice-review/truncated-materials", test_truncated_materials);
  return g_test_run ();
}
