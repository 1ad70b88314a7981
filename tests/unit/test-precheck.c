/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-material.h"
#include "xb-nda.h"
#include "xb-precheck.h"
#include "xb-reasons.h"

#define NEEDED ((1u << XB_MATERIAL_TYPE_LICENCE) | (1u << XB_MATERIAL_TYPE_OWNERSHIP) | \
                (1u << XB_MATERIAL_TYPE_AUTHORISATION))

typedef struct
{
  XbBusiness *business;
  GPtrArray  *materials;
  GPtrArray  *ndas;
  XbPrecheck  input;
} Fixture;

static void
add_material (Fixture        *f,
              XbMaterialType  type,
              const char     *expires)
{
  g_ptr_array_add (f->materials, g_object_new (XB_TYPE_MATERIAL, "name", "a.jpg", "type", type, "expires", expires, NULL));
}

static void
add_nda (Fixture    *f,
         const char *signed_on,
         const char *expires)
{
  g_ptr_array_add (f->ndas, g_object_new (XB_TYPE_NDA, "signed", signed_on, "expires", expires, NULL));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->business = g_object_new (XB_TYPE_BUSINESS, "name", "成都青禾冰饮有限公司", "uscc", "91510100MA6CQHB25A", NULL);
  f->materials = g_ptr_array_new_with_free_func (g_object_unref);
  f->ndas = g_ptr_array_new_with_free_func (g_object_unref);
  add_material (f, XB_MATERIAL_TYPE_LICENCE, NULL);
  add_material (f, XB_MATERIAL_TYPE_OWNERSHIP, "2026-09-28");
  f->input = (XbPrecheck) {
    .business = f->business, .materials = f->materials, .ndas = f->ndas, .platform_name = "P",
    .kind = XB_PLATFORM_KIND_OPERATOR, .needed = NEEDED, .letter_in_kit = TRUE, .display_name = "青禾冰饮",
    .n_numbers = 1, .today = "2026-09-28" };
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->business);
  g_ptr_array_unref (f->materials);
  g_ptr_array_unref (f->ndas);
}

static void
assert_blocks (Fixture    *f,
               const char *part)
{
  g_autoptr(GPtrArray) items = xb_precheck_run (&f->input);
  g_autofree char *missing = xb_precheck_dup_missing (items);

  if (part == NULL)
    g_assert_null (missing);
  else
    {
      g_assert_nonnull (missing);
      g_assert_nonnull (strstr (missing, part));
    }
}

static void
test_complete (Fixture      *f,
               gconstpointer data)
{
  assert_blocks (f, NULL); /* a paper is good on its last day */
}

static void
test_papers (Fixture      *f,
             gconstpointer data)
{
  f->input.today = "2026-09-29";
  assert_blocks (f, "ended on 2026-09-28");
  add_material (f, XB_MATERIAL_TYPE_OWNERSHIP, "2027-01-01"); /* the new one counts */
  assert_blocks (f, NULL);
  f->input.letter_in_kit = FALSE; /* an API takes only the signed letter */
  assert_blocks (f, "Authorisation letter");
  add_material (f, XB_MATERIAL_TYPE_AUTHORISATION, NULL);
  assert_blocks (f, NULL);
  f->input.welcome = 1u << XB_MATERIAL_TYPE_LOGO; /* welcome, not needed */
  assert_blocks (f, NULL);
  f->input.needed |= 1u << XB_MATERIAL_TYPE_LOGO;
  assert_blocks (f, "Logo");
}

static void
test_nda (Fixture      *f,
          gconstpointer data)
{
  f->input.kind = XB_PLATFORM_KIND_THIRD_PARTY;
  assert_blocks (f, "Non-disclosure agreement");
  add_nda (f, "2025-01-01", "2026-09-27");
  assert_blocks (f, "ended on 2026-09-27");
  add_nda (f, "2026-10-01", "2027-09-27"); /* dated in the future: not signed yet */
  assert_blocks (f, "ended on 2026-09-27");
  add_nda (f, "2026-01-01", "2026-09-28");
  assert_blocks (f, NULL);
}

static void
test_business (Fixture      *f,
               gconstpointer data)
{
  g_object_set (f->business, "licence-expires", "2026-09-27", NULL);
  assert_blocks (f, "ended on 2026-09-27");
  g_object_set (f->business, "licence-expires", NULL, "uscc", NULL, NULL);
  assert_blocks (f, "credit code");
  f->input.business = NULL;
  assert_blocks (f, "name as it stands on the licence");
}

static void
test_texts (Fixture      *f,
            gconstpointer data)
{
  f->input.name_max = 4;
  assert_blocks (f, NULL);
  f->input.name_max = 3;
  assert_blocks (f, "is 4 long");
  f->input.name_max = 0;
  f->input.display_name = "";
  assert_blocks (f, "what callees should see");
  f->input.display_name = "青禾";
  f->input.n_numbers = 0;
  assert_blocks (f, "at least one number");
  f->input.n_numbers = 1;
  f->input.must_contain = "公司"; /* advice only: the form may have changed */
  assert_blocks (f, NULL);
}

static void
test_reasons (void)
{
  static const struct { const char *code; const char *text; XbFix fix; int material; } rows[] = {
    { "NAME_MISMATCH", NULL, XB_FIX_TEXTS, -1 },
    { "LICENCE_UNREADABLE", NULL, XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
    { "OWNERSHIP_MISSING", NULL, XB_FIX_MATERIAL, XB_MATERIAL_TYPE_OWNERSHIP },
    { "LABEL_ABSOLUTE_WORD", NULL, XB_FIX_TEXTS, -1 },
    { "LOGO_NOT_SQUARE", NULL, XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LOGO },
    { "NUMBER_TAKEN", NULL, XB_FIX_NUMBERS, -1 },
    { NULL, "号码归属证明缺少运营商印章，请补充最近三个月的", XB_FIX_MATERIAL, XB_MATERIAL_TYPE_OWNERSHIP },
    { NULL, "营业执照照片模糊", XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
    { NULL, "展示标签含绝对化用语", XB_FIX_TEXTS, -1 },
    { NULL, "统一社会信用代码有误", XB_FIX_BUSINESS, -1 },
    { NULL, "其他原因", XB_FIX_NONE, -1 },
    { NULL, NULL, XB_FIX_NONE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbReasonAdvice advice = xb_reasons_explain (rows[i].code, rows[i].text);

      g_test_message ("%s %s: %s", rows[i].code, rows[i].text, advice.advice);
      g_assert_cmpint (advice.fix, ==, rows[i].fix);
      g_assert_cmpint (advice.material, ==, rows[i].material);
    }
}

static void
notified_cb (GObject    *object,
             GParamSpec *pspec,
             int        *count)
{
  (*count)++;
}

static void
test_record (void)
{
  g_autoptr(XbMaterial) a = g_object_new (XB_TYPE_MATERIAL, "id", G_GINT64_CONSTANT (7), "name", "x", NULL);
  g_autoptr(XbMaterial) b = g_object_new (XB_TYPE_MATERIAL, "name", "y", "type", XB_MATERIAL_TYPE_LOGO, NULL);
  g_autoptr(JsonObject) json = json_object_new ();
  int count = 0;

  g_signal_connect (a, "notify", G_CALLBACK (notified_cb), &count);
  g_object_set (a, "name", "x", NULL);
  g_assert_cmpint (count, ==, 0); /* silent when nothing changes */
  xb_record_assign (XB_RECORD (a), XB_RECORD (b));
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpint (xb_record_get_id (XB_RECORD (a)), ==, 7);
  g_assert_cmpstr (xb_material_get_name (a), ==, "y");
  g_assert_cmpint (xb_record_find_field (XB_RECORD (a), "media_type"), >=, 0);
  g_assert_cmpint (xb_record_find_field (XB_RECORD (a), "media"), ==, -1);
  xb_record_add_json (XB_RECORD (a), json);
  g_assert_cmpstr (json_object_get_string_member (json, "type"), ==, "logo");
  g_assert_true (json_object_get_null_member (json, "expires"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/precheck/complete", test_complete);
  ADD ("/precheck/papers", test_papers);
  ADD ("/precheck/nda", test_nda);
  ADD ("/precheck/business", test_business);
  ADD ("/precheck/texts", test_texts);
  g_test_add_func ("/reasons/explain", test_reasons);
  g_test_add_func ("/record/fields", test_record);
  return g_test_run ();
}
