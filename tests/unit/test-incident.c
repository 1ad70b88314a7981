/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "xb-appeal-book.h"
#include "xb-clock.h"
#include "xb-error.h"
#include "xb-incident-clock.h"
#include "xb-layer-doctor.h"
#include "xb-recording-probe.h"
#include "xb-scam-guard.h"

/* Detected, step, due: plain hours, whatever day it is. */
static void
test_clocks (void)
{
  static const struct
  {
    const char *detected;
    XbStepKind  step;
    const char *due;
  } table[] = {
    { "2026-09-28T10:00:00+08:00", XB_STEP_KIND_APPEAL, "2026-09-28T12:00:00+08:00" },
    { "2026-09-28T10:00:00+08:00", XB_STEP_KIND_FOLLOW_UP, "2026-09-29T10:00:00+08:00" },
    { "2026-09-28T10:00:00+08:00", XB_STEP_KIND_NOTIFY, "2026-09-30T10:00:00+08:00" },
    /* over midnight, into the next month, over the year's end, over 29 February */
    { "2026-09-28T23:30:00+08:00", XB_STEP_KIND_APPEAL, "2026-09-29T01:30:00+08:00" },
    { "2026-09-30T22:00:01+08:00", XB_STEP_KIND_NOTIFY, "2026-10-02T22:00:01+08:00" },
    { "2026-12-31T23:59:59+08:00", XB_STEP_KIND_APPEAL, "2027-01-01T01:59:59+08:00" },
    { "2028-02-28T12:00:00+08:00", XB_STEP_KIND_NOTIFY, "2028-03-01T12:00:00+08:00" },
    /* a week-end, the autumn holiday, and the Saturday that is worked for it: no hour is left out or added */
    { "2026-09-25T18:00:00+08:00", XB_STEP_KIND_FOLLOW_UP, "2026-09-26T18:00:00+08:00" },
    { "2026-09-30T17:00:00+08:00", XB_STEP_KIND_NOTIFY, "2026-10-02T17:00:00+08:00" },
    { "2026-10-09T20:00:00+08:00", XB_STEP_KIND_FOLLOW_UP, "2026-10-10T20:00:00+08:00" },
    /* the same moment said in other zones; a night in which Europe's clocks go back */
    { "2026-09-28T04:00:00+02:00", XB_STEP_KIND_APPEAL, "2026-09-28T12:00:00+08:00" },
    { "2026-09-28T02:00:00Z", XB_STEP_KIND_FOLLOW_UP, "2026-09-29T10:00:00+08:00" },
    { "2026-10-25T02:30:00+02:00", XB_STEP_KIND_APPEAL, "2026-10-25T10:30:00+08:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gint64 detected = xb_instant_parse (table[i].detected, NULL);
      g_autofree char *due = xb_instant_format (xb_incident_get_due (detected, table[i].step));

      g_assert_cmpstr (due, ==, table[i].due);
    }
}

static void
test_rechecks (void)
{
  static const struct
  {
    const char *cleared;
    const char *days[XB_N_RECHECKS];
  } table[] = {
    { "2026-09-28T10:00:00+08:00", { "2026-10-01", "2026-10-05", "2026-10-28" } },
    { "2026-09-28T00:10:00+08:00", { "2026-10-01", "2026-10-05", "2026-10-28" } },
    { "2026-09-27T16:10:00Z", { "2026-10-01", "2026-10-05", "2026-10-28" } },
    { "2026-01-30T10:00:00+08:00", { "2026-02-02", "2026-02-06", "2026-03-01" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint k = 0; k < XB_N_RECHECKS; k++)
      {
        g_autofree char *day = xb_recheck_dup_day (xb_instant_parse (table[i].cleared, NULL), k);

        g_assert_cmpstr (day, ==, table[i].days[k]);
      }
}

static void
test_left (void)
{
  static const struct
  {
    gint64      left; /* seconds */
    const char *text;
  } table[] = {
    { 2 * 3600, "2 h 0 min left" },  { 3601, "1 h 1 min left" }, { 59, "1 min left" },    { 0, "0 min late" },
    { -59, "0 min late" },           { -60, "1 min late" },      { -7260, "2 h 1 min late" }, { 90 * 3600, "3 days left" },
    { -100 * 3600, "4 days late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = xb_incident_dup_time_left (1000000 + table[i].left, 1000000);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_doctor (void)
{
  /* y, n, ? for: police, the number is stopped, calls end before ringing, another number rings, a mark is seen */
  static const struct
  {
    const char *answers;
    XbLayer     layer;
  } table[] = {
    { "nnnny", XB_LAYER_MARK },     { "????y", XB_LAYER_MARK },   { "nnyyn", XB_LAYER_OPERATOR },
    { "nyn?n", XB_LAYER_OPERATOR }, { "yyyyy", XB_LAYER_POLICE }, { "ynnnn", XB_LAYER_POLICE },
    { "?????", XB_LAYER_UNKNOWN },  { "nnnnn", XB_LAYER_UNKNOWN },
    { "nnynn", XB_LAYER_UNKNOWN }, /* that phone takes nobody */
    { "nny?y", XB_LAYER_UNKNOWN }, /* it cannot both show and not ring */
    { "nyyyy", XB_LAYER_OPERATOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      XbLayerAnswer answers[XB_LAYER_QUESTIONS];

      for (guint k = 0; k < XB_LAYER_QUESTIONS; k++)
        answers[k] = table[i].answers[k] == 'y' ? XB_LAYER_ANSWER_YES
                     : table[i].answers[k] == 'n' ? XB_LAYER_ANSWER_NO : XB_LAYER_ANSWER_UNKNOWN;
      g_assert_cmpint (xb_layer_doctor_judge (answers).layer, ==, table[i].layer);
    }
  g_assert_nonnull (strstr (xb_layer_get_advice (XB_LAYER_POLICE).advice, "96110"));
  g_assert_nonnull (strstr (xb_layer_get_advice (XB_LAYER_OPERATOR).advice, "12381"));
}

static void
test_scam (void)
{
  static const char *const bad[] = { "清标", "加急清除", "清 標", "清·标 服务费", "Ｃｌｅａｒ ｍａｒｋ", "号码清除标记", "代办申诉",
                                     "内部渠道处理", "remove-mark", "永久清除 包不复发" };
  static const char *const good[] = { "合同加急费", "标签更新", "商标续展", "年费", "清明活动短信", "巡检", "", "打车去营业厅" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_true (xb_scam_guard_suspects (bad[i]));
      g_assert_nonnull (xb_scam_guard_check_cost (30000, XB_COST_CATEGORY_OTHER, bad[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_false (xb_scam_guard_suspects (good[i]));
      g_assert_null (xb_scam_guard_check_cost (20000, XB_COST_CATEGORY_EXPEDITE, good[i]));
    }
  g_assert_false (xb_scam_guard_suspects (NULL));
  g_assert_false (xb_scam_guard_suspects ("\xff\xfe"));
  g_assert_nonnull (xb_scam_guard_check_cost (20000, XB_COST_CATEGORY_APPEAL, NULL));
  g_assert_null (xb_scam_guard_check_cost (0, XB_COST_CATEGORY_APPEAL, NULL));
}

static void
test_texts (void)
{
  const XbAppealFacts facts = { "成都青禾冰饮有限公司", "130 0028 1201", "{number} 团购", "广告推销", "2026年9月28日", "after-sales" };
  const XbAppealFacts bare = { NULL };
  g_autofree char *full = xb_appeal_book_dup_text (XB_APPEAL_TEXT_APPEAL, XB_INCIDENT_KIND_MARK, &facts);
  g_autofree char *empty = xb_appeal_book_dup_text (XB_APPEAL_TEXT_APPEAL, XB_INCIDENT_KIND_WRONG_INFO, &bare);
  g_autofree char *notice = xb_appeal_book_dup_text (XB_APPEAL_TEXT_NOTICE, XB_INCIDENT_KIND_MARK, &facts);

  g_assert_nonnull (strstr (full, "130 0028 1201"));
  g_assert_nonnull (strstr (full, "老客户") == NULL ? strstr (full, "已在我方成交的客户") : full);
  g_assert_nonnull (strstr (full, "{number} 团购")); /* what is filled in is not filled in again */
  g_assert_null (strstr (full, "{purpose}"));
  g_assert_nonnull (strstr (empty, "______"));
  g_assert_null (strstr (empty, "客户")); /* no purpose was chosen, none is stated */
  g_assert_nonnull (strstr (notice, "广告推销"));
}

static void
test_book (void)
{
  g_assert_cmpuint (xb_appeal_book_get_n_refusals (), ==, 8);
  g_assert_cmpuint (xb_appeal_book_get_n_purposes (), ==, 4);
  for (guint i = 0; i < xb_appeal_book_get_n_ways (); i++)
    {
      const XbAppealWay *way = xb_appeal_book_get_way (i);

      g_assert_true (xb_appeal_book_find_way (way->platform) == way);
      g_assert_cmpuint (strlen (way->how), >, 10);
    }
  g_assert_nonnull (xb_appeal_book_find_way ("caict"));
  g_assert_null (xb_appeal_book_find_way ("nobody"));
  g_assert_null (xb_appeal_book_find_refusal (NULL));
}

static void
check_evidence (const char *name,
                const char *bytes,
                gsize       length,
                const char *media_type)
{
  g_autofree char *folder = g_dir_make_tmp ("xb-evidence-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  g_file_set_contents (path, bytes, (gssize) length, NULL);
  if (media_type != NULL)
    {
      g_assert_true (xb_evidence_probe (path, &info, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (info.media_type, ==, media_type);
    }
  else
    g_assert_false (xb_evidence_probe (path, &info, NULL, &error));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_recordings (void)
{
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  check_evidence ("通话.amr", "#!AMR\n\x3c\x91", 8, "audio/amr");
  check_evidence ("a.mp3", "ID3\x04\0\0\0\0\0\0", 10, "audio/mpeg");
  check_evidence ("a.m4a", "\0\0\0\x20" "ftypM4A \0\0", 14, "audio/mp4");
  check_evidence ("a.wav", "RIFF\0\0\0\0WAVEfmt ", 16, "audio/x-wav");
  check_evidence ("a.txt", "hello, this is no recording", 27, NULL);
  check_evidence ("a.mp3", "", 0, NULL);
  check_evidence ("a.jpg", "\xff\xd8\xff", 3, NULL);
  g_assert_false (xb_evidence_probe (g_get_tmp_dir (), &info, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (xb_evidence_probe ("/dev/zero", &info, NULL, &error));
  g_assert_nonnull (error);
}

/* A file of 200 MB that takes no room on the disk. */
static void
test_large (void)
{
  g_autofree char *folder = g_dir_make_tmp ("xb-evidence-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "会议录音.wav", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  g_file_set_contents (path, "RIFF\0\0\0\0WAVEfmt ", 16, NULL);
  stream = g_file_open_readwrite (file, NULL, NULL);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 200 * 1024 * 1024, NULL, NULL));
  g_assert_false (xb_evidence_probe (path, &info, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "100 MB"));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/incident/clocks", test_clocks);
  g_test_add_func ("/incident/rechecks", test_rechecks);
  g_test_add_func ("/incident/left", test_left);
  g_test_add_func ("/incident/doctor", test_doctor);
  g_test_add_func ("/incident/scam", test_scam);
  g_test_add_func ("/incident/texts", test_texts);
  g_test_add_func ("/incident/book", test_book);
  g_test_add_func ("/incident/recordings", test_recordings);
  g_test_add_func ("/incident/large", test_large);
  return g_test_run ();
}
