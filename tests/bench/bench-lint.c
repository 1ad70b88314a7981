/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#ifdef HAVE_HYPERSCAN
#include <hs.h>
#endif
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "xb-linter.h"

/* bench-lint LABELS WORDS: how long it takes to load the rules, to lint a label, and, where the library is there, for
 * hyperscan to find the words alone in the same labels. Time of the processor: what else runs does not count. */

#define ROUNDS 20

static char **
read_lines (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
say (const char *what,
     double      times[ROUNDS],
     guint       n,
     const char *unit)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  printf ("%-44s %8.2f %s (best %.2f)\n", what, times[ROUNDS / 2] / n, unit, times[0] / n);
}

static void
time_rules (void)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      g_autoptr(XbRules) rules = xb_rules_new ();

      times[i] = (now () - start) / 1000.0;
      if (i == 0)
        printf ("%-44s %8.2f ms\n", "rules loaded the first time", times[0]);
    }
  say ("rules loaded", times, 1, "ms");
}

typedef XbLintReport *(*LintFunc) (XbLinter *, const char *, gssize, const XbLintContext *);

static void
time_linter (char      **labels,
             const char *what,
             LintFunc    lint)
{
  g_autoptr(XbRules) rules = xb_rules_new ();
  g_autoptr(XbLinter) linter = xb_linter_new (rules);
  g_autoptr(XbLintContext) context = xb_lint_context_new ();
  guint n = g_strv_length (labels);
  double times[ROUNDS];

  xb_lint_context_set_today (context, "2026-11-25");
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();

      for (guint j = 0; j < n; j++)
        xb_lint_report_free (lint (linter, labels[j], -1, context));
      times[i] = now () - start;
    }
  say (what, times, n, "µs a label");
}

#ifdef HAVE_HYPERSCAN
static int
found_cb (unsigned int       id,
          unsigned long long from,
          unsigned long long to,
          unsigned int       flags,
          void              *data)
{
  (*(guint *) data)++;
  return 0;
}

static void
time_hyperscan (char **labels,
                char **words)
{
  guint n = g_strv_length (labels), m = g_strv_length (words), found = 0;
  g_autofree unsigned int *flags = g_new0 (unsigned int, m);
  g_autofree unsigned int *ids = g_new0 (unsigned int, m);
  g_autofree size_t *lengths = g_new0 (size_t, m);
  hs_database_t *database;
  hs_compile_error_t *error;
  hs_scratch_t *scratch = NULL;
  double times[ROUNDS];

  for (guint i = 0; i < m; i++)
    {
      lengths[i] = strlen (words[i]);
      ids[i] = i;
    }
  if (hs_compile_lit_multi ((const char *const *) words, flags, ids, lengths, m, HS_MODE_BLOCK, NULL, &database,
                            &error) != HS_SUCCESS)
    g_error ("hyperscan: %s", error->message);
  hs_alloc_scratch (database, &scratch);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();

      for (guint j = 0; j < n; j++)
        hs_scan (database, labels[j], strlen (labels[j]), 0, scratch, found_cb, &found);
      times[i] = now () - start;
    }
  say ("hyperscan, the words alone", times, n, "µs a label");
  hs_free_scratch (scratch);
  hs_free_database (database);
}
#else
static void
time_hyperscan (char **labels,
                char **words)
{
  puts ("hyperscan is not there (libhyperscan-dev): skipped");
}
#endif

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) labels = NULL;
  g_auto(GStrv) words = NULL;

  if (argc != 3)
    g_error ("usage: bench-lint LABELS WORDS");
  labels = read_lines (argv[1]);
  words = read_lines (argv[2]);
  printf ("%u labels, %u words\n", g_strv_length (labels), g_strv_length (words));
  time_rules ();
  time_linter (labels, "linter: folded, matched, excepted, mapped back", xb_linter_scan);
  time_linter (labels, "linter: the same with suggestions", xb_linter_check);
  time_hyperscan (labels, words);
  return 0;
}
