/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-call-preview.h"
#include "xb-catalogue.h"
#include "xb-handset-screen.h"
#include "xb-ui.h"

/* What callees see on six brands: whether the name shows, and where a label ends. */

#define LONG_LABEL "春节不打烊外卖配送预订专线"

static XbCallPreview *
make_preview (const char *key,
              guint       seen)
{
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  g_autoptr(GPtrArray) platforms = g_ptr_array_new_with_free_func (g_object_unref);
  XbCallPreview *preview = XB_CALL_PREVIEW (g_object_ref_sink (xb_call_preview_new ()));

  if (key != NULL)
    g_ptr_array_add (platforms, g_object_ref (xb_catalogue_lookup (catalogue, key)));
  xb_call_preview_set_caller (preview, "青禾冰饮", "028-8612 3456");
  xb_call_preview_set_platforms (preview, platforms, seen);
  return preview;
}

static void
assert_words (XbCallPreview *preview,
              const char    *part)
{
  g_autofree char *words = xb_ring_phone_dup_description (xb_call_preview_get_phone (preview));

  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, part));
}

static void
test_reach (void)
{
  XbCallPreview *preview = make_preview ("teddymobile", 1u << XB_HANDSET_OPPO);

  g_assert_cmpint (xb_call_preview_get_reach (preview, XB_HANDSET_HUAWEI), ==, XB_REACH_NONE);
  g_assert_cmpint (xb_call_preview_get_reach (preview, XB_HANDSET_VIVO), ==, XB_REACH_SHOWN);
  g_assert_cmpint (xb_call_preview_get_reach (preview, XB_HANDSET_OPPO), ==, XB_REACH_SEEN);
  assert_words (preview, "Ringing phone, Huawei, no name shown");
  g_assert_nonnull (strstr (xb_call_preview_get_caption (preview), "do not reach it"));
  xb_call_preview_set_handset (preview, XB_HANDSET_VIVO);
  assert_words (preview, "Ringing phone, vivo, name: 青禾冰饮");
  xb_call_preview_set_handset (preview, XB_HANDSET_OPPO);
  g_assert_nonnull (strstr (xb_call_preview_get_caption (preview), "there is a photo"));
  g_assert_finalize_object (preview);
}

static void
test_unknown (void)
{
  XbCallPreview *preview = make_preview ("cmcc", 0), *none = make_preview (NULL, 0);

  g_assert_cmpint (xb_call_preview_get_reach (preview, XB_HANDSET_HUAWEI), ==, XB_REACH_UNKNOWN);
  g_assert_nonnull (strstr (xb_call_preview_get_caption (preview), "a photo will tell"));
  g_assert_cmpint (xb_call_preview_get_reach (none, XB_HANDSET_HUAWEI), ==, XB_REACH_NONE);
  g_assert_nonnull (strstr (xb_call_preview_get_caption (none), "only the number"));
  g_assert_finalize_object (preview);
  g_assert_finalize_object (none);
}

/* The practice platform takes 16, a Chinese character counted as 2; a screen ends where its line ends. */
static void
test_cut (void)
{
  XbCallPreview *preview = make_preview ("practice", 0);
  const XbRingPicture *picture = xb_ring_phone_get_picture (xb_call_preview_get_phone (preview));
  int most;

  xb_call_preview_set_label (preview, "冰饮专线");
  g_assert_cmpint (xb_ring_picture_get_label_shown (picture), ==, 4);
  assert_words (preview, "label: 冰饮专线");
  xb_call_preview_set_label (preview, LONG_LABEL);
  g_assert_cmpint (xb_ring_picture_get_label_shown (picture), ==, 8);
  assert_words (preview, "label, cut off: 春节不打烊外卖配…");
  for (XbHandset brand = 0; brand < XB_CALL_PREVIEW_BRANDS; brand++)
    g_assert_false (xb_handset_get_label_max (brand, &most)); /* no maker publishes one */
  g_assert_finalize_object (preview);
}

static void
test_long_name (void)
{
  XbCallPreview *preview = make_preview ("apple-bcid", 0);
  const XbRingPicture *picture = xb_ring_phone_get_picture (xb_call_preview_get_phone (preview));

  xb_call_preview_set_caller (preview, "成都市锦江区王小二餐饮管理有限公司", "400-600-1825");
  xb_call_preview_set_label (preview, "冰饮专线");
  xb_call_preview_set_handset (preview, XB_HANDSET_APPLE);
  g_assert_cmpint (xb_ring_picture_get_label_shown (picture), ==, 0); /* one line for both: the name fills it */
  g_assert_cmpint (xb_ring_picture_get_name_shown (picture), <, 17);
  xb_call_preview_set_handset (preview, XB_HANDSET_XIAOMI);
  g_assert_cmpint (xb_ring_picture_get_label_shown (picture), ==, 0); /* not shown there at all */
  g_assert_finalize_object (preview);
}

/* A crowd's mark stands where no certified name is shown. */
static void
test_mark (void)
{
  GtkWidget *widget = g_object_ref_sink (xb_ring_phone_new ());
  XbRingPhone *phone = XB_RING_PHONE (widget);
  g_autofree char *before = NULL, *after = NULL;

  xb_ring_phone_set_name (phone, "青禾冰饮");
  xb_ring_phone_set_mark (phone, "骚扰电话");
  before = xb_ring_phone_dup_description (phone);
  xb_ring_phone_set_shown (phone, FALSE);
  after = xb_ring_phone_dup_description (phone);
  g_assert_null (strstr (before, "骚扰电话"));
  g_assert_nonnull (strstr (after, "no name shown, marked as: 骚扰电话"));
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  g_test_add_func ("/call-preview/reach", test_reach);
  g_test_add_func ("/call-preview/unknown", test_unknown);
  g_test_add_func ("/call-preview/cut", test_cut);
  g_test_add_func ("/call-preview/long-name", test_long_name);
  g_test_add_func ("/call-preview/mark", test_mark);
  return g_test_run ();
}
