/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>
#include <sys/stat.h>

#include "samples.h"
#include "xb-error.h"
#include "xb-letter.h"

static char *folder;

static XbLetter *
letter_new (XbBusinessKind kind,
            guint          numbers)
{
  XbLetter *letter = xb_letter_new ();

  letter->platform = g_strdup ("泰迪熊移动");
  letter->business = g_strdup ("成都云上火锅餐饮管理有限公司");
  letter->uscc = g_strdup ("91510100MA6CPXXX3X");
  letter->kind = kind;
  for (guint i = 0; i < numbers; i++)
    {
      g_autofree char *number = g_strdup_printf ("138 0013 %04u", i);

      xb_letter_add_number (letter, number, i % 2 == 0 ? "客服" : NULL);
    }
  return letter;
}

/* The text of each page without white space, as a reader would select it. */
static GStrv
write_and_read (const XbLetter *letter)
{
  g_autofree char *path = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GStrvBuilder) pages = g_strv_builder_new ();
  g_autoptr(GError) error = NULL;
  PopplerDocument *document;
  struct stat status;

  g_assert_true (xb_letter_write (letter, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_auto(GStrv) parts = g_strsplit_set (text, " \n\t", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, 595.28, 0.5);
      g_assert_cmpfloat_with_epsilon (height, 841.89, 0.5);
      g_strv_builder_add (pages, joined);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_strv_builder_end (pages);
}

#define assert_says(text, words) g_assert_nonnull (strstr (text, words))
#define assert_silent(text, words) g_assert_null (strstr (text, words))

static void
test_company (void)
{
  g_autoptr(XbLetter) letter = letter_new (XB_BUSINESS_KIND_COMPANY, 2);
  g_auto(GStrv) pages = NULL;

  letter->purpose = g_strdup ("已预订顾客的到店确认。");
  letter->agent = g_strdup ("李四");
  letter->agent_phone = g_strdup ("13900139000");
  letter->from = g_strdup ("2026-09-28");
  letter->until = g_strdup ("2027-09-27");
  letter->date = g_strdup ("2026-10-01");
  pages = write_and_read (letter);
  g_assert_cmpint (g_strv_length (pages), ==, 1);
  assert_says (pages[0], "来电号码认证授权委托书");
  assert_says (pages[0], "致：泰迪熊移动");
  assert_says (pages[0], "成都云上火锅餐饮管理有限公司");
  assert_says (pages[0], "91510100MA6CPXXX3X");
  assert_says (pages[0], "法定代表人（签字）");
  assert_silent (pages[0], "经营者");
  assert_says (pages[0], "2个电话号码");
  assert_says (pages[0], "13800130000");
  assert_says (pages[0], "13800130001");
  assert_says (pages[0], "客服");
  assert_says (pages[0], "同本委托书所述用途");
  assert_says (pages[0], "用于：已预订顾客的到店确认。委托人");
  assert_says (pages[0], "李四");
  assert_says (pages[0], "13900139000");
  assert_says (pages[0], "自2026年9月28日起至2027年9月27日止");
  assert_says (pages[0], "2026年10月1日");
  assert_says (pages[0], "（公章）");
  assert_says (pages[0], "第1页/共1页");
  assert_silent (pages[0], "骑缝章");
}

static void
test_sole_and_blank (void)
{
  g_autoptr(XbLetter) letter = letter_new (XB_BUSINESS_KIND_SOLE, 1);
  g_auto(GStrv) pages = NULL;

  letter->date = g_strdup ("soon");
  pages = write_and_read (letter);
  assert_says (pages[0], "经营者（签字）");
  assert_says (pages[0], "个体工商户");
  assert_silent (pages[0], "法定代表人");
  assert_says (pages[0], "用于：______");
  assert_says (pages[0], "自______年____月____日起");
  assert_silent (pages[0], "soon");
  assert_silent (pages[0], "null");
}

static void
test_counts (void)
{
  static const guint counts[] = { 1, 3, 4, 5, 6, 28, 29, 30, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(XbLetter) letter = letter_new (XB_BUSINESS_KIND_COMPANY, counts[i]);
      g_auto(GStrv) pages = write_and_read (letter);
      g_autofree char *all = g_strjoinv ("", pages);
      guint count = g_strv_length (pages);

      for (guint n = 0; n < counts[i]; n++)
        {
          g_autofree char *number = g_strdup_printf ("1380013%04u", n);

          assert_says (all, number);
        }
      for (guint p = 0; p < count; p++)
        {
          g_autofree char *foot = g_strdup_printf ("第%u页/共%u页%s", p + 1, count, count > 1 ? "各页请加盖骑缝章" : "");

          assert_says (pages[p], foot);
          if (p > 0)
            assert_says (pages[p], "成都云上火锅餐饮管理有限公司");
        }
      assert_says (pages[0], "受托人（签字）"); /* never on a page without the words */
      g_assert_cmpint (count > 1, ==, strstr (all, "附件") != NULL);
    }
}

static void
test_long_and_hostile (void)
{
  g_autoptr(XbLetter) letter = letter_new (XB_BUSINESS_KIND_COMPANY, 2);
  g_autoptr(GString) purpose = g_string_new (NULL);
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;

  for (int i = 0; i < 80; i++)
    g_string_append_printf (purpose, "第%d类用途：预订确认；", i);
  letter->purpose = g_string_free (g_steal_pointer (&purpose), FALSE);
  g_free (letter->platform);
  letter->platform = g_strdup ("<b>平台</b> & \"Co\"\n\xe2\x80\xae" "倒\xff序 %s %n");
  xb_letter_add_number (letter, "<script>\n400 800 1234", "一个很长的用途一个很长的用途一个很长的用途一个很长的用途一个很长的用途");
  pages = write_and_read (letter);
  all = g_strjoinv ("", pages);
  g_assert_cmpint (g_strv_length (pages), >, 1);
  assert_says (all, "<b>平台</b>&\"Co\"");
  assert_says (all, "第79类用途");
  assert_says (all, "4008001234");
  assert_says (all, "受托人（签字）");
}

static void
test_refused (void)
{
  g_autoptr(XbLetter) none = letter_new (XB_BUSINESS_KIND_COMPANY, 0);
  g_autoptr(XbLetter) many = letter_new (XB_BUSINESS_KIND_COMPANY, 500);
  g_autofree char *path = g_build_filename (folder, "never.pdf", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (xb_letter_write (none, path, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (xb_letter_write (many, "/proc/letter.pdf", NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (xb_letter_write (many, path, cancellable, &error));
  g_assert_true (xb_error_is_cancelled (error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A character that no font has: better no letter than one with boxes. */
static void
test_no_font (void)
{
  g_autoptr(XbLetter) letter = letter_new (XB_BUSINESS_KIND_COMPANY, 1);
  g_autofree char *path = g_build_filename (folder, "never.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_free (letter->business);
  letter->business = g_strdup ("\xf0\x92\x80\x80\xf0\x93\x80\x80\xf0\x9a\xbf\xb0\xf0\x96\xa0\x80有限公司");
  if (!xb_letter_write (letter, path, NULL, &error))
    {
      g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  else
    g_test_skip ("the fonts here write cuneiform");
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  folder = sample_folder ();
  g_test_add_func ("/letter/company", test_company);
  g_test_add_func ("/letter/sole-and-blank", test_sole_and_blank);
  g_test_add_func ("/letter/counts", test_counts);
  g_test_add_func ("/letter/long-and-hostile", test_long_and_hostile);
  g_test_add_func ("/letter/refused", test_refused);
  g_test_add_func ("/letter/no-font", test_no_font);
  failed = g_test_run ();
  sample_remove (folder);
  return failed;
}
