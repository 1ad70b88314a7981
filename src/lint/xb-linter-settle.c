/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-linter-private.h"

/* From candidates to the report: levels, one finding for a place, its sentence. */

void
xb_linter_set_levels (XbLinter *self)
{
  if (g_hash_table_size (self->context->levels) == 0)
    return;
  for (guint i = 0; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);
      const XbLintSetting *set = g_hash_table_lookup (self->context->levels, candidate->rule->id);

      if (set == NULL || candidate->fate != XB_FATE_STANDS)
        continue;
      if (set->level != XB_VERDICT_OK)
        {
          candidate->severity = set->level;
          continue;
        }
      candidate->fate = XB_FATE_CLEARED;
      candidate->why = g_strdup_printf (_("you switched this rule off: %s"), set->reason);
    }
}

static int
compare_weight (const void *a,
                const void *b)
{
  const XbCandidate *x = *(const XbCandidate *const *) a, *y = *(const XbCandidate *const *) b;
  guint n = x->end - x->start, m = y->end - y->start;

  if (x->severity != y->severity)
    return x->severity > y->severity ? -1 : 1;
  if (n != m)
    return n > m ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x < y ? -1 : x > y; /* they lie in one array, in the order in which they were found */
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const XbFinding *x = *(const XbFinding *const *) a, *y = *(const XbFinding *const *) b;

  return x->start < y->start ? -1 : x->start > y->start;
}

static char *
dup_message (XbLinter          *self,
             const XbCandidate *candidate,
             const char        *match)
{
  const char *say = candidate->say != NULL ? candidate->say : xb_words_get (&candidate->rule->say);
  g_autofree char *shown = NULL;

  if (g_utf8_strlen (match, -1) > 24)
    {
      g_autofree char *head = g_utf8_substring (match, 0, 24);

      shown = g_strconcat (head, "…", NULL);
      match = shown;
    }
  if (say == NULL)
    say = xb_lint_rule_get_title (candidate->rule->object);
  if (candidate->reads != NULL)
    return g_strdup_printf (_("“%s” reads as “%s”: %s"), match, candidate->reads, say);
  return g_strdup_printf (_("“%s”: %s"), match, say);
}

static void
add_also (XbFinding         *finding,
          const XbCandidate *candidate)
{
  guint n = g_strv_length (finding->also);

  if (g_str_equal (finding->rule, candidate->rule->id)
      || g_strv_contains ((const char *const *) finding->also, candidate->rule->id))
    return;
  finding->also = g_renew (char *, finding->also, n + 2);
  finding->also[n] = g_strdup (candidate->rule->id);
  finding->also[n + 1] = NULL;
}

static XbFinding *
find_overlapping (XbLintReport      *report,
                  const XbCandidate *candidate)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      XbFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->start < candidate->end && candidate->start < finding->end)
        return finding;
    }
  return NULL;
}

static void
add_finding (XbLinter          *self,
             XbLintReport      *report,
             const XbCandidate *candidate)
{
  XbFinding *finding = g_new0 (XbFinding, 1);

  finding->rule = g_strdup (candidate->rule->id);
  finding->severity = candidate->severity;
  finding->start = candidate->start;
  finding->end = candidate->end;
  finding->match = xb_linter_dup_given (self, candidate->start, candidate->end);
  finding->reads = g_strdup (candidate->reads);
  finding->message = dup_message (self, candidate, finding->match);
  finding->law = candidate->rule->law != NULL ? g_strdup (candidate->rule->law->name) : NULL;
  finding->suggestions = g_new0 (char *, 1);
  finding->also = g_new0 (char *, 1);
  g_ptr_array_add (report->findings, finding);
  report->verdict = MAX (report->verdict, candidate->severity);
}

static void
add_cleared (XbLintReport      *report,
             const XbCandidate *candidate)
{
  XbCleared *cleared;

  for (guint i = 0; i < report->cleared->len; i++)
    {
      const XbCleared *known = g_ptr_array_index (report->cleared, i);

      if (g_str_equal (known->rule, candidate->rule->id) && known->start <= candidate->start
          && known->end >= candidate->end)
        return;
    }
  cleared = g_new0 (XbCleared, 1);
  cleared->rule = g_strdup (candidate->rule->id);
  cleared->start = candidate->start;
  cleared->end = candidate->end;
  cleared->why = g_strdup (candidate->why);
  g_ptr_array_add (report->cleared, cleared);
}

#define MOST_FINDINGS 200 /* of one text: more help nobody, and each is compared with each */

/** xb_linter_settle: The strictest has the place; what else found it is listed under it */
void
xb_linter_settle (XbLinter     *self,
                  XbLintReport *report)
{
  g_autoptr(GPtrArray) standing = NULL;

  if (self->found->len == 0)
    return;
  standing = g_ptr_array_sized_new (self->found->len);
  for (guint i = 0; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      if (candidate->fate == XB_FATE_STANDS)
        g_ptr_array_add (standing, candidate);
      else if (candidate->fate == XB_FATE_CLEARED && report->cleared->len < MOST_FINDINGS)
        add_cleared (report, candidate);
    }
  if (standing->len > 1)
    qsort (standing->pdata, standing->len, sizeof *standing->pdata, compare_weight);
  for (guint i = 0; i < standing->len && report->findings->len < MOST_FINDINGS; i++)
    {
      const XbCandidate *candidate = g_ptr_array_index (standing, i);
      XbFinding *over = find_overlapping (report, candidate);

      if (over != NULL)
        add_also (over, candidate);
      else
        add_finding (self, report, candidate);
    }
  g_ptr_array_sort (report->findings, compare_places);
}
