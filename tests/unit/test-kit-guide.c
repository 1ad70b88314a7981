/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "kit-sample.h"

#define HOSTILE "\"><script>alert(1)</script>&amp;<b>'\xff\n%s"

typedef struct
{
  guint       scripts;
  guint       steps;
  guint       buttons;
  guint       links;
  const char *href; /* (nullable): the only one allowed */
} Seen;

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  static const char *const allowed[] = { "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p",
    "main", "section", "aside", "ul", "li", "span", "label", "input", "a", "div", "button", "table", "tr", "th", "td",
    "script", NULL };
  Seen *seen = user_data;

  g_assert_true (g_strv_contains (allowed, element));
  seen->scripts += g_str_equal (element, "script");
  seen->steps += g_str_equal (element, "section");
  seen->buttons += g_str_equal (element, "button");
  seen->links += g_str_equal (element, "a");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      g_assert_cmpstr (names[i], !=, "src");
      g_assert_cmpstr (names[i], !=, "style");
      if (g_str_equal (names[i], "href"))
        g_assert_cmpstr (values[i], ==, seen->href);
    }
}

/* The page of @kit, proven to be well-formed and to load nothing. */
static char *
guide_of (const XbKit *kit,
          const char  *href,
          Seen        *seen)
{
  static const GMarkupParser parser = { .start_element = start_cb };
  g_autofree char *target = at ("guided");
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GError) error = NULL;
  char *page;
  gsize size;

  *seen = (Seen) { .href = href };
  g_assert_true (xb_kit_write (kit, target, NULL, NULL, &error));
  g_assert_no_error (error);
  page = read_file (target, GUIDE, &size);
  g_assert_true (g_utf8_validate (page, size, NULL));
  context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_assert_true (g_markup_parse_context_parse (context, page, size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen->scripts, ==, 1);
  g_assert_null (strstr (page, "url("));
  g_assert_null (strstr (page, "@import"));
  sample_remove (g_steal_pointer (&target));
  return page;
}

static void
test_guide (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *page = NULL;
  Seen seen;

  xb_kit_add_note (kit, "名称里需要有“公司”二字。");
  page = guide_of (kit, kit->portal, &seen);
  g_assert_cmpint (seen.steps, ==, 6);
  g_assert_cmpint (seen.links, ==, 1);
  g_assert_nonnull (strstr (page, ">成都云上火锅餐饮管理有限公司</span><button"));
  g_assert_nonnull (strstr (page, ">91510100MA6CPXXX3X</span><button"));
  g_assert_nonnull (strstr (page, ">13800138000\n028-86123456</span><button"));
  g_assert_nonnull (strstr (page, "01-营业执照-水印.jpg"));
  g_assert_nonnull (strstr (page, "02-移动业务受理单-水印.pdf"));
  g_assert_nonnull (strstr (page, LETTER));
  g_assert_nonnull (strstr (page, NUMBERS));
  g_assert_nonnull (strstr (page, "300.00 元"));
  g_assert_nonnull (strstr (page, "10月13日"));
  g_assert_nonnull (strstr (page, "名称里需要有"));
  g_assert_nonnull (strstr (page, "indicative"));
  g_assert_nonnull (strstr (page, "法定代表人"));
  g_assert_null (strstr (page, "经营者"));
  g_assert_null (strstr (page, "null"));
}

static void
test_guide_sparse (void)
{
  g_autoptr(XbKit) kit = xb_kit_new ();
  g_autofree char *page = NULL;
  Seen seen;

  kit->platform = g_strdup ("中国联通");
  kit->business = g_strdup ("锦江区云上老火锅店");
  kit->kind = XB_BUSINESS_KIND_SOLE;
  kit->letter = FALSE;
  kit->contact = g_strdup ("");
  xb_kit_add_number (kit, "10010", NULL, NULL, NULL);
  page = guide_of (kit, NULL, &seen);
  g_assert_cmpint (seen.steps, ==, 5); /* no letter to sign */
  g_assert_cmpint (seen.links, ==, 0);
  g_assert_nonnull (strstr (page, "No address is known"));
  g_assert_nonnull (strstr (page, "Not known. Ask the platform before you pay."));
  g_assert_nonnull (strstr (page, "个体工商户"));
  g_assert_null (strstr (page, LETTER));
}

static void
test_guide_hostile (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  char **const fields[] = { &kit->platform, &kit->contact, &kit->business, &kit->uscc, &kit->head, &kit->address,
    &kit->industry, &kit->person, &kit->person_phone, &kit->display_name, &kit->label, &kit->purpose, &kit->agent,
    &kit->agent_phone, &kit->fee, &kit->expected, &kit->date, &kit->until };
  static const char *const portals[] = { "javascript:alert(1)", "data:text/html,x", "https://a.b/\"><script>",
                                         "file:///etc/passwd", "ask\nthe platform", "kefu@teddymobile.cn", "//evil.cn" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (*fields[i]);
      *fields[i] = g_strdup (HOSTILE);
    }
  xb_kit_add_note (kit, HOSTILE);
  xb_kit_add_number (kit, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
  for (guint i = 0; i < G_N_ELEMENTS (portals); i++)
    {
      g_autofree char *page = NULL;
      Seen seen;

      g_free (kit->portal);
      kit->portal = g_strdup (portals[i]);
      page = guide_of (kit, NULL, &seen);
      g_assert_nonnull (strstr (page, "&lt;script&gt;alert(1)"));
    }
}

static void
test_portal_without_scheme (void)
{
  g_autoptr(XbKit) kit = kit_new ();
  g_autofree char *page = NULL;
  Seen seen;

  g_free (kit->portal);
  kit->portal = g_strdup ("opene164.org.cn");
  page = guide_of (kit, "https://opene164.org.cn", &seen);
  g_assert_cmpint (seen.links, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  folder = sample_folder ();
  g_test_add_func ("/kit-guide/full", test_guide);
  g_test_add_func ("/kit-guide/sparse", test_guide_sparse);
  g_test_add_func ("/kit-guide/hostile", test_guide_hostile);
  g_test_add_func ("/kit-guide/portal-without-scheme", test_portal_without_scheme);
  failed = g_test_run ();
  sample_remove (folder);
  return failed;
}
