/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-fold-tables.h"
#include "xb-linter-private.h"

/* The order of work: the plain text; the text without its separators; the text by its sound, where the ones before
 * found nothing; then papers, owner's words and levels; one finding for a place. */

#define MOST_CANDIDATES 2000 /* of one text: they are compared with each other */

typedef struct
{
  guint rule;
  guint why;
  guint start;
  guint end;
} Lift;

static const XbRule *
rule_of (XbLinter   *self,
         const char *id)
{
  return xb_rules_find_rule (self->rules, id);
}

static void
candidate_clear (gpointer data)
{
  XbCandidate *candidate = data;

  g_free (candidate->reads);
  g_free (candidate->say);
  g_free (candidate->why);
}

/** xb_linter_new: Returns: (transfer full): a linter; each thread has one of its own */
XbLinter *
xb_linter_new (XbRules *rules)
{
  XbLinter *self = g_new0 (XbLinter, 1);

  self->rules = g_object_ref (rules);
  self->nothing = xb_lint_context_new ();
  self->found = g_array_new (FALSE, TRUE, sizeof (XbCandidate));
  g_array_set_clear_func (self->found, candidate_clear);
  self->matcher = xb_matcher_new (rules->lexicon);
  self->lifts = g_array_new (FALSE, FALSE, sizeof (Lift));
  self->innocent = xb_lexicon_find_class (rules->lexicon, "innocent");
  self->name_end = xb_lexicon_find_class (rules->lexicon, "name-end");
  self->season = xb_lexicon_find_class (rules->lexicon, XB_SEASON_WORDS);
  self->hidden = rule_of (self, "form.hidden");
  self->script = rule_of (self, "form.script");
  self->picture = rule_of (self, "form.emoji");
  self->symbol = rule_of (self, "form.symbol");
  self->length = rule_of (self, "form.length");
  self->encoding = rule_of (self, "form.encoding");
  self->phone = rule_of (self, "contact.number");
  self->address = rule_of (self, "contact.address");
  self->mismatch = rule_of (self, "ident.mismatch");
  self->foreign = rule_of (self, "ident.foreign-brand");
  self->prefix = rule_of (self, "ident.cn-prefix");
  self->mark = rule_of (self, "ident.mark-expired");
  self->stale = rule_of (self, "season.stale");
  self->outlives = rule_of (self, "season.outlives");
  self->banned = rule_of (self, "owner.word");
  return self;
}

void
xb_linter_free (XbLinter *self)
{
  g_object_unref (self->rules);
  xb_lint_context_unref (self->nothing);
  xb_fold_clear (&self->fold);
  xb_matcher_free (self->matcher);
  g_array_unref (self->found);
  g_array_unref (self->lifts);
  g_free (self);
}

/* A rule that the files at hand do not have finds nothing: NULL. */
XbCandidate *
xb_linter_add (XbLinter     *self,
               const XbRule *rule,
               guint         start,
               guint         end)
{
  XbCandidate candidate = { 0 };

  if (rule == NULL)
    return NULL;
  candidate.rule = rule;
  candidate.severity = rule->severity;
  candidate.start = start;
  candidate.end = end;
  g_array_append_val (self->found, candidate);
  return &g_array_index (self->found, XbCandidate, self->found->len - 1);
}

/* What stands there in the text as given, as valid UTF-8 whatever it was. */
char *
xb_linter_dup_given (XbLinter *self,
                     guint     start,
                     guint     end)
{
  GString *out = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_unichar (out, self->fold.given[i] == XB_FOLD_INVALID || self->fold.given[i] == 0
                                    ? 0xFFFD : self->fold.given[i]);
  return g_string_free (out, FALSE);
}

/* Returns: where @word stands in the layer at or after @from; -1 nowhere */
int
xb_linter_find_in_layer (const XbLayer  *layer,
                         guint           from,
                         const gunichar *word,
                         guint           n)
{
  for (guint at = from; n > 0 && at + n <= layer->n; at++)
    {
      guint i = 0;

      while (i < n && layer->chars[at + i].c == word[i])
        i++;
      if (i == n)
        return (int) at;
    }
  return -1;
}

static char *
dup_read (XbLinter    *self,
          const XbHit *hit)
{
  const guint32 *chars = self->rules->lexicon->chars;
  GString *out = g_string_new (NULL);

  for (guint i = hit->start; i < hit->end; i++)
    {
      guint16 symbol = self->sounds && i - hit->start < hit->n_path ? hit->path[i - hit->start] : 0;
      gunichar c = symbol != 0 ? chars[symbol] : self->layer->chars[i].c;

      if (c < XB_SYLLABLE)
        g_string_append_unichar (out, c);
      else
        g_string_append (out, g_ptr_array_index (xb_fold_tables_get ()->syllables, c - XB_SYLLABLE));
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_marks (const XbLayer *layer,
           const XbHit   *hit)
{
  for (guint i = hit->start; i < hit->end; i++)
    if ((layer->chars[i].marks & (XB_MARK_DISGUISED | XB_MARK_PICTURE)) != 0
        || (i > hit->start && (layer->chars[i].marks & XB_MARK_HIDDEN) != 0))
      return TRUE;
  return FALSE;
}

#define LONG_ENOUGH 4

/* Something stands between its characters. The end of a phrase does so by chance in short words: 面包，过桥米线; in one of
 * two each character has its separator: 顶，级. */
static gboolean
is_spread (const XbLayer *layer,
           const XbHit   *hit)
{
  guint gaps = 0, stops = 0, n = hit->end - hit->start;

  for (guint i = hit->start + 1; i < hit->end; i++)
    {
      gaps += (layer->chars[i].marks & XB_MARK_GAP) != 0;
      stops += (layer->chars[i].marks & XB_MARK_STOP) != 0;
    }
  return gaps > 0 && (stops == 0 || gaps == n - 1 || (stops == 1 && n >= LONG_ENOUGH));
}

/* 威信 in 权威信号 is not 微信, nor 过年 in 通过年审 the New Year: the character belongs to another word. */
gboolean
xb_linter_is_innocent (XbLinter      *self,
                       const XbLayer *layer,
                       guint          at)
{
  const XbTrie *trie = &self->rules->lexicon->trie;

  if (self->innocent < 0)
    return FALSE;
  for (guint start = at >= 4 ? at - 4 : 0; start <= at; start++)
    {
      guint32 state = XB_TRIE_ROOT;

      for (guint i = start; i < layer->n; i++)
        {
          state = xb_trie_step (trie, state, layer->chars[i].symbol);
          if (state == 0)
            break;
          if (i >= at && xb_lexicon_in_class (self->rules->lexicon, state, self->innocent))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
sounds_meant (XbLinter        *self,
              const XbPattern *pattern,
              const XbRule    *rule,
              const XbHit     *hit)
{
  const XbTally *tally = &hit->tally;
  guint letters = 0;

  if (tally->similar + tally->known + tally->latin == 0 && !has_marks (self->layer, hit))
    return FALSE;
  for (guint i = hit->start; i < hit->end && tally->known + tally->similar > 0; i++)
    if (hit->path[i - hit->start] != self->layer->chars[i].symbol && self->layer->chars[i].c < XB_SYLLABLE
        && xb_linter_is_innocent (self, self->layer, i))
      return FALSE;
  if (tally->similar > 0)
    return tally->similar == 1 && tally->known + tally->latin == 0 && tally->exact >= 3 && (pattern->flags & XB_PATTERN_IS_WORD) != 0
           && pattern->role == XB_ROLE_FINDS;
  if (tally->exact + tally->known > 0)
    return TRUE;
  for (guint i = hit->start; i < hit->end; i++)
    letters += self->layer->chars[i].end - self->layer->chars[i].start;
  return rule->letters && tally->latin >= 2 && letters >= 5;
}

static void
hit_cb (const XbHit *hit,
        gpointer     data)
{
  XbLinter *self = data;
  const XbPattern *pattern = &self->rules->lexicon->patterns[hit->pattern];
  const XbRule *rule = g_ptr_array_index (self->rules->rules, pattern->rule);
  const XbChar *first = &self->layer->chars[hit->start];
  const XbChar *last = &self->layer->chars[hit->end - 1];
  gboolean disguised = has_marks (self->layer, hit);
  XbCandidate *candidate;

  if (self->found->len >= MOST_CANDIDATES)
    return;
  if (pattern->role == XB_ROLE_LIFTS && self->lifts->len < MOST_CANDIDATES)
    {
      Lift lift = { pattern->rule, pattern->why, first->start, last->end };

      g_array_append_val (self->lifts, lift);
    }
  if (pattern->role == XB_ROLE_LIFTS)
    return;
  if (self->sounds ? !sounds_meant (self, pattern, rule, hit) : self->tight && !is_spread (self->layer, hit))
    return;
  disguised |= self->sounds || self->tight;
  if (disguised ? pattern->severity == XB_VERDICT_OK : pattern->role == XB_ROLE_IF_HIDDEN)
    return;
  candidate = xb_linter_add (self, rule, first->start, last->end);
  candidate->severity = pattern->severity;
  candidate->disguised = disguised;
  if (disguised)
    {
      candidate->severity = CLAMP (pattern->severity + 1, XB_VERDICT_WARNING, XB_VERDICT_ERROR);
      /* One character of the same sound may be chance. */
      if (self->sounds && hit->tally.similar > 0)
        candidate->severity = XB_VERDICT_WARNING;
      candidate->reads = dup_read (self, hit);
    }
}

static void
lift_by_exceptions (XbLinter *self,
                    guint     from)
{
  for (guint i = from; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      for (guint j = 0; j < self->lifts->len && candidate->fate == XB_FATE_STANDS; j++)
        {
          const Lift *lift = &g_array_index (self->lifts, Lift, j);

          if (g_ptr_array_index (self->rules->rules, lift->rule) != candidate->rule
              || lift->start > candidate->start || lift->end < candidate->end)
            continue;
          candidate->fate = XB_FATE_CLEARED;
          candidate->why = g_strdup (xb_words_get (g_ptr_array_index (self->rules->reasons, lift->why)));
        }
      if (candidate->severity == XB_VERDICT_OK && candidate->fate == XB_FATE_STANDS)
        candidate->fate = XB_FATE_DROPPED;
    }
}

/* Whether nothing but the end of a place's name follows: 开光村, 神医路. */
static gboolean
names_a_place (XbLinter *self,
               guint     end)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  const XbLayer *layer = &self->fold.plain;
  guint32 state = XB_TRIE_ROOT;
  guint i = layer->n;

  while (i > 0 && layer->chars[i - 1].start >= end)
    i--;
  for (; i < layer->n && state != 0; i++)
    {
      state = xb_trie_step (&lexicon->trie, state, layer->chars[i].symbol);
      if (state != 0 && xb_lexicon_in_class (lexicon, state, self->name_end)
          && (i + 1 == layer->n || !XB_CHAR_IS_WORD (layer->chars[i + 1].kind)))
        return TRUE;
    }
  return FALSE;
}

static void
lift_by_place (XbLinter *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      if (candidate->fate != XB_FATE_STANDS || !candidate->rule->names || candidate->disguised
          || candidate->end - candidate->start > 4 || !names_a_place (self, candidate->end))
        continue;
      candidate->fate = XB_FATE_CLEARED;
      candidate->why = g_strdup (_("a place or a body is called so"));
    }
}

/* What only a disguise shows does not count where the plain text says as much already. */
static void
drop_known (XbLinter *self,
            guint     from)
{
  for (guint i = from; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      for (guint j = 0; j < from && candidate->fate == XB_FATE_STANDS; j++)
        {
          const XbCandidate *known = &g_array_index (self->found, XbCandidate, j);

          if (known->fate == XB_FATE_DROPPED || known->start >= candidate->end || known->end <= candidate->start)
            continue;
          if (known->fate == XB_FATE_CLEARED ? known->start <= candidate->start && known->end >= candidate->end
                                             : known->severity >= candidate->severity)
            candidate->fate = XB_FATE_DROPPED;
        }
    }
}

static void
look_at_layer (XbLinter      *self,
               const XbLayer *layer,
               gboolean       tight,
               gboolean       sounds)
{
  guint from = self->found->len;

  if (layer->n == 0)
    return;
  self->layer = layer;
  self->tight = tight;
  self->sounds = sounds;
  g_array_set_size (self->lifts, 0);
  if (sounds)
    xb_matcher_find_sounds (self->matcher, layer, hit_cb, self);
  else
    xb_matcher_find (self->matcher, layer, hit_cb, self);
  lift_by_exceptions (self, from);
  if (tight || sounds)
    drop_known (self, from);
}

static void
look (XbLinter            *self,
      const char          *text,
      gsize                length,
      const XbLintContext *context)
{
  const guint16 *symbols = self->rules->lexicon->symbols;

  self->text = text;
  self->context = context != NULL ? context : self->nothing;
  g_array_set_size (self->found, 0);
  xb_fold_text (&self->fold, text, length, symbols);
  look_at_layer (self, &self->fold.plain, FALSE, FALSE);
  self->has_season = self->fold.plain.n > 0 && xb_matcher_has_class (self->matcher, self->season);
  lift_by_place (self);
  xb_linter_look_for_contacts (self);
  look_at_layer (self, &self->fold.tight, TRUE, FALSE);
  xb_fold_sounds (&self->fold, symbols);
  look_at_layer (self, &self->fold.sounds, FALSE, TRUE);
  xb_linter_look_at_form (self);
  xb_linter_look_at_length (self);
  xb_linter_look_at_time (self);
  xb_linter_look_at_names (self);
  xb_linter_lift_by_papers (self);
  xb_linter_look_for_words (self);
  xb_linter_lift_by_words (self);
  xb_linter_set_levels (self);
}

/* Returns: what the report of xb_linter_scan() would come to */
XbVerdict
xb_linter_judge (XbLinter            *self,
                 const char          *text,
                 gsize                length,
                 const XbLintContext *context)
{
  XbVerdict verdict = XB_VERDICT_OK;

  look (self, text, length, context);
  for (guint i = 0; i < self->found->len; i++)
    {
      const XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      if (candidate->fate == XB_FATE_STANDS)
        verdict = MAX (verdict, candidate->severity);
    }
  return verdict;
}

/**
 * xb_linter_scan:
 * @text: bytes, UTF-8 or not
 * @length: how many; -1: up to the first NUL
 * @context: (nullable): what it is judged against
 *
 * Returns: (transfer full): the report, without suggestions
 */
XbLintReport *
xb_linter_scan (XbLinter            *self,
                const char          *text,
                gssize               length,
                const XbLintContext *context)
{
  XbLintReport *report = xb_lint_report_new ();

  look (self, text, length >= 0 ? (gsize) length : strlen (text), context);
  xb_linter_settle (self, report);
  return report;
}

/**
 * xb_linter_check:
 * @text: bytes, UTF-8 or not
 * @length: how many; -1: up to the first NUL
 * @context: (nullable): what it is judged against
 *
 * Returns: (transfer full): the report; a label that passes has neither findings nor suggestions
 */
XbLintReport *
xb_linter_check (XbLinter            *self,
                 const char          *text,
                 gssize               length,
                 const XbLintContext *context)
{
  XbLintReport *report = xb_linter_scan (self, text, length, context);

  if (report->findings->len > 0)
    xb_linter_suggest (self, report, text, length >= 0 ? (gsize) length : strlen (text));
  return report;
}
