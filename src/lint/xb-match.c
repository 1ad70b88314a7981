/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-match-private.h"

/* From each character of the text along the trie, as far as some word goes on; then the patterns that begin so, if what
 * they need comes at all. No word is longer than a few characters, so the time grows with the text and with nothing else. */

/** xb_matcher_new: Returns: (transfer full): it uses @lexicon, which must stay */
XbMatcher *
xb_matcher_new (const XbLexicon *lexicon)
{
  XbMatcher *self = g_new0 (XbMatcher, 1);

  self->lexicon = lexicon;
  self->tables = xb_fold_tables_get ();
  self->last = g_new0 (guint32, lexicon->n_chars);
  self->reached = g_array_sized_new (FALSE, FALSE, sizeof (XbReached), 64);
  return self;
}

void
xb_matcher_free (XbMatcher *self)
{
  g_free (self->last);
  g_free (self->words);
  g_array_unref (self->reached);
  g_free (self);
}

/** xb_match_is_inside: Returns: whether a word of letters, or a number, goes on at @at */
gboolean
xb_match_is_inside (const XbLayer *layer,
                    guint          at)
{
  const XbChar *c;

  if (at == 0 || at >= layer->n)
    return FALSE;
  c = &layer->chars[at];
  if (c->marks & XB_MARK_GOES_ON)
    return TRUE;
  if ((c->marks & XB_MARK_GAP) != 0 || c->kind != layer->chars[at - 1].kind)
    return FALSE;
  return c->kind == XB_CHAR_LETTER || c->kind == XB_CHAR_DIGIT;
}

/* A word does not begin or end within another of letters, nor a number within a number. */
void
xb_match_tell (XbMatcher *self)
{
  if (!xb_match_is_inside (self->layer, self->best.start) && !xb_match_is_inside (self->layer, self->best.end))
    self->func (&self->best, self->data);
}

/* Whether what is needed comes at @at or after it. */
static gboolean
comes (const XbMatcher *self,
       guint16          number,
       guint            at)
{
  const XbNeed *need = &self->lexicon->needs[number];

  if (number == 0)
    return TRUE;
  if (self->sounds ? (need->classes[0] | need->classes[1]) != 0
                   : ((need->classes[0] & self->words[at].later[0]) | (need->classes[1] & self->words[at].later[1])) != 0)
    return TRUE;
  for (guint i = 0; i < need->n; i++)
    if (self->last[self->lexicon->need_symbols[need->first + i]] > at)
      return TRUE;
  return FALSE;
}

/* Whether it stands at @at itself. */
static gboolean
stands (const XbMatcher *self,
        guint16          number,
        guint            at)
{
  const XbNeed *need = &self->lexicon->needs[number];
  guint16 symbol;

  if (number == 0 || self->sounds)
    return TRUE;
  if (((need->classes[0] & self->words[at].here[0]) | (need->classes[1] & self->words[at].here[1])) != 0)
    return TRUE;
  if (at == self->n || (symbol = self->chars[at].symbol) == 0)
    return FALSE;
  for (guint i = 0; i < need->n; i++)
    if (self->lexicon->need_symbols[need->first + i] == symbol)
      return TRUE;
  return FALSE;
}

/** xb_match_try_head: The beginning of a pattern stands from @start until @read; @tally: how it was come by */
void
xb_match_try_head (XbMatcher *self,
                   guint      number,
                   guint      start,
                   guint      read,
                   XbTally    tally)
{
  const XbHead *head = &self->lexicon->heads[number];
  const XbOp *ops = &self->lexicon->ops[self->lexicon->patterns[head->pattern].first_op];
  const XbTally none = { 0 };

  if (!stands (self, head->next, read) || !comes (self, head->needs[0], read) || !comes (self, head->needs[1], read))
    return;
  if (!(head->pc > 0 ? xb_match_run (self, ops, head->pc, start, read, tally)
                     : xb_match_run (self, ops, 0, start, start, none)))
    return;
  self->best.pattern = head->pattern;
  xb_match_tell (self);
}

/** xb_match_read_number: Returns: the end of a number at @at with which some pattern begins, @state then; else 0 */
guint
xb_match_read_number (XbMatcher *self,
                      guint      at,
                      guint32   *state,
                      XbTally   *tally)
{
  guint end;

  if (xb_match_is_inside (self->layer, at) || xb_match_goes_on (self, at))
    return 0;
  end = xb_match_skip_number (self, at, tally);
  *state = end > at ? xb_trie_step (&self->lexicon->trie, XB_TRIE_ROOT, XB_SYMBOL_NUMBER) : 0;
  return *state != 0 ? end : 0;
}

static void
note_reached (XbMatcher *self,
              guint      start,
              guint      end,
              guint32    state)
{
  const XbReached reached = { start, end, state };

  if (xb_lexicon_get_output (self->lexicon, state)->n > 0)
    g_array_append_val (self->reached, reached);
}

static void
walk_from (XbMatcher *self,
           guint      start)
{
  const XbTrie *trie = &self->lexicon->trie;
  XbWordsAt *words = &self->words[start];
  guint32 state = XB_TRIE_ROOT;
  XbTally none = { 0 };
  guint at;

  words->here[0] = words->here[1] = 0;
  for (at = start; at < self->n && (state = xb_trie_step (trie, state, self->chars[at].symbol)) != 0; at++)
    {
      const XbOutput *output = xb_lexicon_get_output (self->lexicon, state);

      words->here[0] |= output->classes[0];
      words->here[1] |= output->classes[1];
      note_reached (self, start, at + 1, state);
    }
  words->later[0] = words->here[0] | words[1].later[0];
  words->later[1] = words->here[1] | words[1].later[1];
  for (at = xb_match_read_number (self, start, &state, &none); at > 0 && state != 0; at++)
    {
      note_reached (self, start, at, state);
      state = at < self->n ? xb_trie_step (trie, state, self->chars[at].symbol) : 0;
    }
}

/* From the end on, so that each character knows what comes. */
static void
walk_all (XbMatcher *self)
{
  static const XbWordsAt nothing = { { 0 }, { 0 } };

  if (self->n + 1 > self->n_words)
    {
      self->n_words = MAX (self->n + 1, 2 * self->n_words);
      self->words = g_renew (XbWordsAt, self->words, self->n_words);
    }
  g_array_set_size (self->reached, 0);
  self->words[self->n] = nothing;
  for (guint start = self->n; start-- > 0;)
    walk_from (self, start);
}

static void
try_reached (XbMatcher       *self,
             const XbReached *reached)
{
  const XbLexicon *lexicon = self->lexicon;
  const XbOutput *output = xb_lexicon_get_output (lexicon, reached->state);
  const XbTally none = { 0 };

  for (guint i = 0; i < output->n; i++)
    {
      guint head = lexicon->entries[output->first + i];

      if ((lexicon->patterns[lexicon->heads[head].pattern].flags & XB_PATTERN_IS_WORD) == 0)
        {
          xb_match_try_head (self, head, reached->start, reached->end, none);
          continue;
        }
      self->best.pattern = lexicon->heads[head].pattern;
      self->best.start = reached->start;
      self->best.end = reached->end;
      xb_match_tell (self);
    }
}

/** xb_matcher_find: Tells @func of every pattern in @layer, in the order of the text */
void
xb_matcher_find (XbMatcher     *self,
                 const XbLayer *layer,
                 XbHitFunc      func,
                 gpointer       data)
{
  guint first;

  self->layer = layer;
  self->chars = layer->chars;
  self->n = layer->n;
  self->func = func;
  self->data = data;
  self->sounds = FALSE;
  for (guint i = 0; i < self->n; i++)
    self->last[self->chars[i].symbol] = i + 1;
  walk_all (self);
  first = self->reached->len;
  for (guint at = 0; at < self->n; at++)
    {
      guint next = first;

      while (first > 0 && g_array_index (self->reached, XbReached, first - 1).start == at)
        first--;
      for (guint i = first; i < next; i++)
        try_reached (self, &g_array_index (self->reached, XbReached, i));
    }
  for (guint i = 0; i < self->n; i++)
    self->last[self->chars[i].symbol] = 0;
}

/** xb_matcher_has_class: Returns: whether the text of xb_matcher_find() has a word of that list; @class: -1: of none */
gboolean
xb_matcher_has_class (const XbMatcher *self,
                      int              class)
{
  return class >= 0 && self->n > 0 && ((self->words[0].later[class / 64] >> (class % 64)) & 1) != 0;
}
