/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-linter-private.h"

/* The firm's own papers: a name that it may bear is no claim. */

#define EXPIRES_SOON 90

static const XbLayer *
word_layer (const XbFold *fold)
{
  return fold->tight.n > 0 ? &fold->tight : &fold->plain;
}

/* The characters of the layer that lie within the code points from @start until @end. */
static gboolean
find_range (const XbLayer *layer,
            guint          start,
            guint          end,
            guint         *first,
            guint         *last)
{
  guint i = 0;

  while (i < layer->n && layer->chars[i].start < start)
    i++;
  *first = i;
  while (i < layer->n && layer->chars[i].end <= end)
    i++;
  *last = i;
  return *last > *first;
}

/* Returns: how many characters around the range stand in @paper as they do in the label; 0: the range does not */
static guint
measure_common (const XbLayer     *layer,
                guint              first,
                guint              last,
                const XbLintPaper *paper)
{
  guint n = last - first, best = 0;

  for (guint at = 0; at + n <= paper->n; at++)
    {
      guint i = 0, before = 0, after = 0;

      while (i < n && paper->folded[at + i] == layer->chars[first + i].c)
        i++;
      if (i < n)
        continue;
      while (before < at && before < first && paper->folded[at - before - 1] == layer->chars[first - before - 1].c)
        before++;
      while (at + n + after < paper->n && last + after < layer->n
             && paper->folded[at + n + after] == layer->chars[last + after].c)
        after++;
      best = MAX (best, n + before + after);
    }
  return best;
}

static gboolean
is_expired (XbLinter          *self,
            const XbLintPaper *paper)
{
  return paper->expires != NULL && self->context->today != NULL && g_strcmp0 (paper->expires, self->context->today) < 0;
}

static char *
dup_why (const XbLintPaper *paper)
{
  if (paper->licence)
    return g_strdup_printf (_("it is in the name on your licence: %s"), paper->name);
  if (paper->expires != NULL)
    return g_strdup_printf (_("%s is your registered mark, until %s"), paper->name, paper->expires);
  return g_strdup_printf (_("%s is your registered mark"), paper->name);
}

static void
lift (XbLinter          *self,
      XbCandidate       *candidate,
      const XbLayer     *layer,
      const XbLintPaper *paper)
{
  guint first, last, common;

  if (!find_range (layer, candidate->start, candidate->end, &first, &last))
    return;
  common = measure_common (layer, first, last, paper);
  /* Of a licence a mere 第一 is too little: it must stand in the label as it stands in the name. */
  if (common == 0 || (common < layer->n && common < paper->n && common <= last - first))
    return;
  if (is_expired (self, paper))
    return;
  if (!paper->registered)
    {
      candidate->severity = MAX (candidate->severity - 1, XB_VERDICT_ADVICE);
      return;
    }
  candidate->fate = XB_FATE_CLEARED;
  candidate->why = dup_why (paper);
}

static void
look_at_mark (XbLinter          *self,
              const XbLayer     *layer,
              const XbLintPaper *paper)
{
  int at, left;
  XbCandidate *candidate;

  if (paper->licence || paper->expires == NULL || self->context->today == NULL)
    return;
  at = xb_linter_find_in_layer (layer, 0, paper->folded, paper->n);
  left = xb_day_diff (self->context->today, paper->expires);
  if (at < 0 || left > EXPIRES_SOON)
    return;
  candidate = xb_linter_add (self, self->mark, layer->chars[at].start, layer->chars[at + paper->n - 1].end);
  if (candidate == NULL)
    return;
  if (left >= 0)
    candidate->severity = XB_VERDICT_ADVICE;
  candidate->say = left < 0
    ? g_strdup_printf (_("the registration of this mark ended on %s; renew it, then put the new day on the brand"),
                       paper->expires)
    : g_strdup_printf (_("the registration of this mark ends on %s; renew it in time"), paper->expires);
}

static gboolean
names_trade (XbLinter   *self,
             const char *trade,
             const char *text)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  int class = xb_lexicon_find_class (self->rules->lexicon, trade);
  guint n;
  g_autofree gunichar *folded = xb_fold_dup_word (text, &n);

  for (guint start = 0; start < n && class >= 0; start++)
    {
      guint32 state = XB_TRIE_ROOT;

      for (guint i = start; i < n && folded[i] < 0x10000; i++)
        {
          state = xb_trie_step (&lexicon->trie, state, lexicon->symbols[folded[i]]);
          if (state == 0)
            break;
          if (xb_lexicon_in_class (lexicon, state, class))
            return TRUE;
        }
    }
  return FALSE;
}

/* Some claims are open to some trades: a clinic may say what it treats. */
static void
judge_by_trade (XbLinter *self)
{
  const XbLintContext *context = self->context;

  for (guint i = 0; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);
      const char *trade = candidate->rule->trade;

      if (trade == NULL || candidate->severity <= candidate->rule->trade_severity)
        continue;
      if ((context->trade != NULL && names_trade (self, trade, context->trade))
          || (context->has_business
              && names_trade (self, trade, ((XbLintPaper *) g_ptr_array_index (context->papers, 0))->name)))
        candidate->severity = candidate->rule->trade_severity;
    }
}

void
xb_linter_lift_by_papers (XbLinter *self)
{
  const XbLayer *layer = word_layer (&self->fold);

  if (self->context->has_business || self->context->trade != NULL)
    judge_by_trade (self);
  for (guint i = 0; i < self->context->papers->len; i++)
    {
      const XbLintPaper *paper = g_ptr_array_index (self->context->papers, i);

      for (guint j = 0; j < self->found->len; j++)
        {
          XbCandidate *candidate = &g_array_index (self->found, XbCandidate, j);

          if (candidate->fate == XB_FATE_STANDS && candidate->rule->papers)
            lift (self, candidate, layer, paper);
        }
      look_at_mark (self, layer, paper);
    }
}

/* One of the owner's words holds here and today. */
static gboolean
holds (XbLinter             *self,
       const XbLintWordRule *word)
{
  if (word->platform != NULL && g_strcmp0 (word->platform, self->context->platform) != 0)
    return FALSE;
  return word->n > 0 && (word->expires == NULL || self->context->today == NULL
                         || g_strcmp0 (word->expires, self->context->today) >= 0);
}

static void
lift_in (XbLinter             *self,
         const XbLintWordRule *word,
         guint                 start,
         guint                 end)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);

      if (candidate->fate != XB_FATE_STANDS || candidate->start < start || candidate->end > end)
        continue;
      candidate->fate = XB_FATE_CLEARED;
      candidate->why = word->expires != NULL
        ? g_strdup_printf (_("you allowed “%s” until %s: %s"), word->word, word->expires, word->reason)
        : g_strdup_printf (_("you allowed “%s”: %s"), word->word, word->reason);
    }
}

static void
ban_in (XbLinter             *self,
        const XbLintWordRule *word,
        guint                 start,
        guint                 end)
{
  XbCandidate *candidate = xb_linter_add (self, self->banned, start, end);

  if (candidate == NULL)
    return;
  candidate->severity = word->severity;
  candidate->say = word->expires != NULL
    ? g_strdup_printf (_("on your own list until %s: %s"), word->expires, word->reason)
    : g_strdup_printf (_("on your own list: %s"), word->reason);
}

static void
look_for (XbLinter *self,
          gboolean  banned)
{
  const XbLayer *layer = word_layer (&self->fold);

  for (guint i = 0; i < self->context->words->len; i++)
    {
      const XbLintWordRule *word = g_ptr_array_index (self->context->words, i);
      guint found = 0;
      int at = -1;

      if ((word->severity != XB_VERDICT_OK) != banned || !holds (self, word))
        continue;
      while (found++ < 20 && (at = xb_linter_find_in_layer (layer, at + 1, word->folded, word->n)) >= 0)
        (banned ? ban_in : lift_in) (self, word, layer->chars[at].start, layer->chars[at + word->n - 1].end);
    }
}

void
xb_linter_look_for_words (XbLinter *self)
{
  look_for (self, TRUE);
}

void
xb_linter_lift_by_words (XbLinter *self)
{
  look_for (self, FALSE);
}
