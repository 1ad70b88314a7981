/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-suggest-private.h"

/* What of a label is to go, and what may stand in its place. */

static void
cut_clear (gpointer data)
{
  g_free (((XbCut *) data)->read);
}

/* 全国最专业 without 最 is 专业: what the claim was measured by goes with it. */
static char *
without (XbLinter   *self,
         const char *text,
         const char *part)
{
  const char *at = strstr (text, part);
  glong n;
  g_autofree gunichar *before = NULL;

  if (at == NULL)
    return NULL;
  before = g_utf8_to_ucs4_fast (text, at - text, &n);
  n -= xb_suggest_measure_scope (self->rules->lexicon, before, (guint) n);
  return g_strdup_printf ("%.*s%s", (int) (g_utf8_offset_to_pointer (text, n) - text), text, at + strlen (part));
}

/* "最低价>优惠价": the one for the other, all around it gone. */
static char *
dup_exchanged (const char *read,
               const char *rewrite)
{
  const char *arrow = strchr (rewrite, '>');
  g_autofree char *from = g_strndup (rewrite, arrow - rewrite);

  return strstr (read, from) != NULL ? g_strdup (arrow + 1) : NULL;
}

static char *
dup_simplified (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, xb_fold_simplify (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* What speaks of a trade or a desk; 专业 and the like need something such behind them. */
static gboolean
is_noun (const XbLexicon *lexicon,
         const gunichar  *chars,
         guint            n,
         guint            at)
{
  static const char *const nouns[] = { "trade-words", "petty-trade", "department", "exam", "shop-end" };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (xb_suggest_is_word (lexicon, chars, n, at, nouns[i]))
      return TRUE;
  return FALSE;
}

/* Where the rule says first what stands for the whole, or for a part of it, no part is looked for. */
static gboolean
has_better (const XbCut *cut)
{
  for (char **rewrite = cut->rule->rewrites; *rewrite != NULL; rewrite++)
    {
      g_autofree char *exchanged = strchr (*rewrite, '>') != NULL ? dup_exchanged (cut->read, *rewrite) : NULL;

      if (exchanged != NULL)
        return TRUE;
    }
  return cut->rule->rewrites[0] != NULL && cut->rule->rewrites[0][0] == '=';
}

/* 神级健身教练 without 神级. Returns: (nullable): what the cut ends with, where that says what the firm does */
static char *
dup_tail (XbLinter    *self,
          const XbCut *cut)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  glong n;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (cut->read, -1, &n);

  if (has_better (cut))
    return NULL;
  for (glong at = 1; at + 2 <= n; at++)
    if (is_noun (lexicon, chars, (guint) n, (guint) at) && xb_suggest_are_words (lexicon, chars, (guint) n, (guint) at))
      return g_ucs4_to_utf8 (chars + at, n - at, NULL, NULL, NULL);
  return NULL;
}

/**
 * xb_cut_dup_option:
 * @n: 0: what is left when the offence is taken out, mostly nothing; from 1 on the rule's rewrites
 * @alone: the cuts are all that the label says
 *
 * Returns: (nullable): what may stand in the place of @cut
 */
char *
xb_cut_dup_option (XbLinter    *self,
                   const XbCut *cut,
                   guint        n,
                   gboolean     alone)
{
  const char *rewrite;
  char *tail;

  if (cut->rule == self->script)
    return g_strdup (cut->read);
  if (n == 0)
    return (tail = dup_tail (self, cut)) != NULL ? tail : g_strdup ("");
  if (n > g_strv_length (cut->rule->rewrites))
    return NULL;
  rewrite = cut->rule->rewrites[n - 1];
  if (rewrite[0] == '-')
    return without (self, cut->read, rewrite + 1);
  if (rewrite[0] == '=')
    return alone ? g_strdup (rewrite + 1) : NULL;
  if (rewrite[0] == '\0' || rewrite[0] == '!')
    return NULL;
  return strchr (rewrite, '>') != NULL ? dup_exchanged (cut->read, rewrite) : g_strdup (rewrite);
}

/**
 * xb_cut_fits_in:
 * @put: the option @n of @cut
 * @after: what stands behind the cut
 *
 * Returns: whether it makes sense there: a rest must be words, 专业 needs something that is so, and what the firm does
 *   is not to be lost by it
 */
gboolean
xb_cut_fits_in (XbLinter       *self,
                const XbCut    *cut,
                const char     *put,
                guint           n,
                const gunichar *after,
                guint           n_after)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  const char *rewrite = n > 0 && cut->rule != self->script ? cut->rule->rewrites[n - 1] : "=";
  g_autofree char *tail = NULL;
  g_autofree gunichar *chars = NULL;
  glong n_chars;

  if (*put == '\0' || rewrite[0] == '=' || strchr (rewrite, '>') != NULL)
    return TRUE;
  if (rewrite[0] == '-')
    {
      chars = g_utf8_to_ucs4_fast (put, -1, &n_chars);
      return xb_suggest_begins_word (lexicon, chars, (guint) n_chars, 0);
    }
  tail = dup_tail (self, cut);
  return tail == NULL && is_noun (lexicon, after, n_after, 0);
}

/* A label out of its season is not mended by taking words out. */
static gboolean
is_mended (XbLinter     *self,
           const XbRule *rule)
{
  return rule->rewrites[0] != NULL || rule == self->script;
}

/* As far as something else was found across its ends: 保证亩产 where only 种子保证 became a finding. */
static void
widen (XbLinter *self,
       XbCut    *cut)
{
  gboolean wider = TRUE;

  while (wider)
    {
      wider = FALSE;
      for (guint i = 0; i < self->found->len; i++)
        {
          const XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

          if (candidate->fate != XB_FATE_STANDS || candidate->severity < XB_VERDICT_WARNING
              || candidate->start >= cut->end || candidate->end <= cut->start)
            continue;
          cut->severity = MAX (cut->severity, candidate->severity);
          if (candidate->start >= cut->start && candidate->end <= cut->end)
            continue;
          cut->start = MIN (cut->start, candidate->start);
          cut->end = MAX (cut->end, candidate->end);
          wider = TRUE;
        }
    }
}

/* A sign that belonged to the offence: 增产50%. */
static void
take_signs (XbLinter *self,
            XbCut    *cut)
{
  while (cut->end < self->fold.n_given && (self->fold.given[cut->end] == '%' || self->fold.given[cut->end] == '+'
                                           || self->fold.given[cut->end] == 0xFF05 || self->fold.given[cut->end] == 0xFF0B))
    cut->end++;
}

/** xb_cut_is_of_form: Returns: whether it is signs that go, not words */
gboolean
xb_cut_is_of_form (XbLinter    *self,
                   const XbCut *cut)
{
  const XbRule *rule = cut->rule;

  return rule == self->hidden || rule == self->picture || rule == self->symbol || rule == self->length
         || rule == self->script || rule == self->encoding;
}

/**
 * xb_cuts_find:
 *
 * To be called while the candidates of the label are at hand. What is only advice stays while something graver is mended,
 * but for traditional characters.
 *
 * Returns: (transfer full) (element-type XbCut): what is to go, in the order of the text
 */
GArray *
xb_cuts_find (XbLinter           *self,
              const XbLintReport *report)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (XbCut));
  guint end = 0;

  g_array_set_clear_func (cuts, cut_clear);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);
      XbCut cut = { xb_rules_find_rule (self->rules, finding->rule), finding->severity, finding->start, finding->end, NULL };
      g_autofree char *given = NULL;
      gboolean as_found;

      if ((cut.severity < report->verdict && cut.severity == XB_VERDICT_ADVICE && cut.rule != self->script)
          || !is_mended (self, cut.rule))
        continue;
      if (!xb_cut_is_of_form (self, &cut))
        widen (self, &cut);
      if (cut.end <= end)
        continue;
      cut.start = MAX (cut.start, end);
      as_found = finding->reads != NULL && cut.start == finding->start && cut.end == finding->end;
      given = xb_linter_dup_given (self, cut.start, cut.end);
      cut.read = dup_simplified (as_found ? finding->reads : given);
      if (!xb_cut_is_of_form (self, &cut))
        take_signs (self, &cut);
      end = cut.end;
      g_array_append_val (cuts, cut);
    }
  return cuts;
}

/** xb_cuts_are_all: Returns: whether the label says nothing besides */
gboolean
xb_cuts_are_all (const GArray   *cuts,
                 const gunichar *given,
                 guint           n_given)
{
  guint next = 0;

  for (guint i = 0; i < n_given; i++)
    {
      while (next < cuts->len && g_array_index (cuts, XbCut, next).end <= i)
        next++;
      if (g_unichar_isalnum (given[i]) && (next == cuts->len || i < g_array_index (cuts, XbCut, next).start))
        return FALSE;
    }
  return TRUE;
}

/** xb_cuts_find_whole: Returns: (nullable): what stands instead where nothing of the label may stay but the brand: "!客服热线" */
const char *
xb_cuts_find_whole (const GArray *cuts)
{
  for (guint i = 0; i < cuts->len; i++)
    for (char **rewrites = g_array_index (cuts, XbCut, i).rule->rewrites; *rewrites != NULL; rewrites++)
      if ((*rewrites)[0] == '!')
        return *rewrites + 1;
  return NULL;
}

/** xb_cuts_mend_gravest: Returns: whether they make the label's verdict milder */
gboolean
xb_cuts_mend_gravest (const GArray *cuts,
                      XbVerdict     verdict)
{
  for (guint i = 0; i < cuts->len; i++)
    if (g_array_index (cuts, XbCut, i).severity == verdict)
      return TRUE;
  return FALSE;
}
