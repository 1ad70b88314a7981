/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-paper.h"

typedef struct
{
  char         *folder;
  char         *path;
  GCancellable *cancellable;
  guint64       done, total;
  guint64       cancel_at; /* 0: never */
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("xinbiao-paper-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "报告.pdf", NULL);
  f->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0); /* nothing else was left there */
  g_free (f->path);
  g_free (f->folder);
  g_object_unref (f->cancellable);
}

static XbTable *
make_table (guint n_rows)
{
  const XbTableColumn columns[] = {
    { "号码", XB_TABLE_TEXT }, { "变化", XB_TABLE_POINTS }, { "区间", XB_TABLE_RISE }, { "走势", XB_TABLE_LINE },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    {
      const double values[] = { 0.5, 0.6, NAN, 0.7 };
      GArray *line = g_array_new (FALSE, FALSE, sizeof (double));

      g_array_append_vals (line, values, G_N_ELEMENTS (values));
      xb_table_take_text (table, g_strdup_printf ("行%u号", i));
      xb_table_add_points (table, i == 0 ? -0.05 : 0.5);
      /* two signs are more bytes than one, and not more room */
      xb_table_add_rise (table, i == 0 ? -0.093 : 0.4271, i == 0 ? -0.007 : 0.5127);
      xb_table_take_line (table, line);
    }
  return table;
}

static XbPaper *
make_paper (guint n_rows)
{
  static const XbPaperColumn columns[] = { { 0, -1 }, { 1, 2 }, { 3, -1 } };
  XbPaper *paper = xb_paper_new ("来电名片效果报告", "青禾 · 报告");
  XbChartModel *model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);

  xb_paper_set_cover (paper, "成都青禾冰饮有限公司", "2026 年第三季度", "七月到九月", NULL);
  xb_paper_add_fact (paper, "号码", "12");
  xb_paper_add_heading (paper, "摘要");
  xb_paper_add_text (paper, XB_PAPER_LEAD, "先说结论。");
  for (guint i = 0; i < 4; i++)
    xb_paper_add_figure (paper, "接通率", "68.2%", "上升");
  xb_chart_model_add_series (model, "接通率", XB_CHART_TONE_AUTO);
  xb_chart_model_set_title (model, "每天的接通率");
  for (guint i = 0; i < 90; i++)
    xb_chart_model_add_rate (model, 0, 739000 + i, 0.6, 0.5, 0.7, 100);
  xb_paper_take_chart (paper, model, 210);
  xb_paper_add_heading (paper, "明细");
  xb_paper_take_table (paper, make_table (n_rows), columns, G_N_ELEMENTS (columns));
  return paper;
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (done, >=, f->done);
  g_assert_cmpuint (done, <=, total);
  f->done = done;
  f->total = total;
  if (f->cancel_at > 0 && done >= f->cancel_at)
    g_cancellable_cancel (f->cancellable);
}

static char **
dup_pages (Fixture *f)
{
  g_autofree char *uri = g_filename_to_uri (f->path, NULL, NULL);
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  GPtrArray *pages = g_ptr_array_new ();

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GList *images = poppler_page_get_image_mapping (page);

      g_assert_null (images);
      g_ptr_array_add (pages, poppler_page_get_text (page));
      g_object_unref (page);
    }
  g_object_unref (document);
  g_ptr_array_add (pages, NULL);
  return (char **) g_ptr_array_free (pages, FALSE);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    {
      text += strlen (part);
      n++;
    }
  return n;
}

/* What is written is on the pages, in letters and lines; a table's headings stand on each of them. */
static void
test_pages (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(XbPaper) paper = make_paper (120);
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;
  g_autoptr(GError) error = NULL;
  guint n, intervals;

  g_assert_true (xb_paper_write (paper, f->path, progress_cb, f, f->cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (f->done, ==, f->total);
  pages = dup_pages (f);
  n = g_strv_length (pages);
  all = g_strjoinv ("\n", pages);
  g_assert_cmpuint (n, >=, 5);
  g_assert_nonnull (strstr (pages[0], "来电名片效果报告"));
  g_assert_nonnull (strstr (pages[0], "成都青禾冰饮有限公司"));
  g_assert_nonnull (strstr (pages[1], "每天的接通率"));
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", i + 1, n);

      g_assert_cmpuint (count (pages[i], foot), ==, 1);
      g_assert_cmpuint (count (pages[i], "青禾 · 报告"), ==, 1);
      g_assert_cmpuint (count (pages[i], "走势"), ==, strstr (pages[i], "号\n") != NULL ? 1 : 0);
    }
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("行%u号", i);

      g_assert_cmpuint (count (all, name), ==, 1);
    }
  intervals = count (all, "[+42.7, +51.3]");
  g_assert_cmpuint (intervals, ==, 119); /* none is broken in two */
  g_assert_cmpuint (count (all, "[−9.3, −0.7]"), ==, 1);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  for (f->cancel_at = 1; f->cancel_at < 60; f->cancel_at += 9)
    {
      g_autoptr(XbPaper) paper = make_paper (60);
      g_autoptr(GError) error = NULL;

      g_cancellable_reset (f->cancellable);
      f->done = 0;
      g_assert_false (xb_paper_write (paper, f->path, progress_cb, f, f->cancellable, &error));
      g_assert_true (xb_error_is_cancelled (error));
      g_assert_cmpuint (f->done, ==, f->cancel_at); /* and not a row later */
    }
  g_assert_true (g_file_get_contents (f->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static int
write_with (const char *path,
            rlim_t      most)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct rlimit limit = { most, most };
      XbPaper *paper = make_paper (60);
      g_autoptr(GError) error = NULL;
      gboolean done;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      done = xb_paper_write (paper, path, NULL, NULL, NULL, &error);
      _exit (done ? 0 : g_error_matches (error, XB_ERROR, XB_ERROR_IO) ? 1 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_full (Fixture       *f,
           gconstpointer  data)
{
  for (rlim_t most = 100; most < 40000; most *= 5)
    {
      g_assert_cmpint (write_with (f->path, most), ==, 1);
      g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (write_with (f->path, RLIM_INFINITY), ==, 0);
}

/* Nothing but a cover, and words that do not end. */
static void
test_edges (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(XbPaper) paper = xb_paper_new ("报告", "报告");
  g_autoptr(GString) words = g_string_new (NULL);
  g_auto(GStrv) pages = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (words, "长");
  xb_paper_set_cover (paper, words->str, "", "", "/nonexistent/logo.png");
  xb_paper_add_text (paper, XB_PAPER_BODY, words->str);
  xb_paper_add_text (paper, XB_PAPER_BODY, "\xff\xfe\x01");
  xb_paper_add_heading (paper, "");
  g_assert_true (xb_paper_write (paper, f->path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  pages = dup_pages (f);
  g_assert_cmpuint (g_strv_length (pages), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paper/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/paper/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/paper/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/paper/edges", Fixture, NULL, set_up, test_edges, tear_down);
  return g_test_run ();
}
