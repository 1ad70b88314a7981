/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-match-private.h"

/* The same where a character may be taken for others: a syllable in letters for all that are read so, one that is
 * written for another on purpose, and in a word of four or more one that only sounds the same. */

#define MOST_STEPS 3000 /* from one character */

typedef struct
{
  XbMatcher *matcher;
  guint      start;
  int        left;
} Walk;

static void walk (Walk   *self,
                  guint32 state,
                  guint   at,
                  XbTally tally);

/**
 * xb_match_symbol_meant: Returns: the @i-th symbol that @c is written for on purpose; 0: there are no more
 *
 * A digit is none for a Chinese numeral but where it was disguised itself: 第Ⅰ; 0元 is how people write.
 */
guint16
xb_match_symbol_meant (const XbMatcher *self,
                       const XbChar    *c,
                       guint            i)
{
  if (c->c >= 0x10000 || i >= XB_FOLD_MOST_MEANINGS
      || (c->kind == XB_CHAR_DIGIT && (c->marks & XB_MARK_DISGUISED) == 0))
    return 0;
  return self->lexicon->symbols[self->tables->meanings[c->c][i]];
}

/* What the characters of the layer may stand for; @clear: the same again to forget it. */
static void
note_symbols (XbMatcher *self,
              gboolean   clear)
{
  const XbLexicon *lexicon = self->lexicon;

  for (guint i = 0; i < self->n; i++)
    {
      const XbChar *c = &self->chars[i];
      guint16 meant;
      guint32 last = clear ? 0 : i + 1;

      self->last[c->symbol] = last;
      for (guint j = 0; (meant = xb_match_symbol_meant (self, c, j)) != 0; j++)
        self->last[meant] = last;
      if (c->c < XB_SYLLABLE)
        continue;
      for (guint j = lexicon->first_sound[c->c - XB_SYLLABLE]; j < lexicon->first_sound[c->c - XB_SYLLABLE + 1]; j++)
        self->last[lexicon->by_sound[j]] = last;
    }
}

static void
reach (Walk   *self,
       guint32 state,
       guint   at,
       XbTally tally)
{
  XbMatcher *matcher = self->matcher;
  const XbLexicon *lexicon = matcher->lexicon;
  const XbOutput *output = xb_lexicon_get_output (lexicon, state);

  for (guint i = 0; i < output->n; i++)
    {
      guint head = lexicon->entries[output->first + i];
      const XbPattern *reached = &lexicon->patterns[lexicon->heads[head].pattern];

      if (reached->role != XB_ROLE_LIFTS && (reached->flags & XB_PATTERN_BY_SOUND) == 0)
        continue;
      if ((reached->flags & XB_PATTERN_IS_WORD) == 0)
        {
          if (tally.similar == 0 && matcher->meant)
            xb_match_try_head (matcher, head, self->start, at, tally);
          continue;
        }
      matcher->best.pattern = lexicon->heads[head].pattern;
      matcher->best.start = self->start;
      matcher->best.end = at;
      matcher->best.tally = tally;
      matcher->best.n_path = MIN (at - self->start, XB_MATCH_LONGEST_PATH);
      memcpy (matcher->best.path, matcher->path, matcher->best.n_path * sizeof *matcher->path);
      xb_match_tell (matcher);
    }
}

static void
step (Walk   *self,
      guint32 state,
      guint16 symbol,
      guint   at,
      XbTally tally)
{
  XbMatcher *matcher = self->matcher;
  guint32 next = xb_trie_step (&matcher->lexicon->trie, state, symbol);

  if (next == 0 || self->left-- <= 0)
    return;
  if (at - self->start < XB_MATCH_LONGEST_PATH)
    matcher->path[at - self->start] = symbol;
  /* What is exact alone the plain layer has found; a similar one needs three exact. */
  if (matcher->lexicon->trie.nodes[next].value != 0 && (tally.similar > 0 ? tally.exact >= 3 : matcher->meant))
    {
      guint16 kept[XB_MATCH_LONGEST_PATH];
      guint n = MIN (at - self->start + 1, XB_MATCH_LONGEST_PATH);

      memcpy (kept, matcher->path, n * sizeof *kept); /* the patterns' steps write there too */
      reach (self, next, at + 1, tally);
      memcpy (matcher->path, kept, n * sizeof *kept);
    }
  walk (self, next, at + 1, tally);
}

static void
step_syllable (Walk   *self,
               guint32 state,
               guint   sound,
               guint16 but,
               guint   at,
               XbTally tally)
{
  const XbLexicon *lexicon = self->matcher->lexicon;
  const XbTrie *trie = &lexicon->trie;
  guint16 after = at + 1 < self->matcher->n ? self->matcher->chars[at + 1].symbol : 0;

  for (guint i = lexicon->first_sound[sound]; i < lexicon->first_sound[sound + 1]; i++)
    {
      guint16 symbol = lexicon->by_sound[i];
      guint32 next = symbol != but ? xb_trie_step (trie, state, symbol) : 0;

      /* Of a similar one most end here: what follows it is exact, or nothing. */
      if (next == 0
          || (tally.similar > 0 && trie->nodes[next].value == 0 && xb_trie_step (trie, next, after) == 0))
        continue;
      step (self, state, symbol, at, tally);
    }
}

static void
step_sounds (Walk         *self,
             guint32       state,
             const XbChar *c,
             guint         at,
             XbTally       tally)
{
  const XbFoldTables *tables = self->matcher->tables;

  for (guint i = 0; i < XB_FOLD_MOST_READINGS && tables->readings[c->c][i] != 0; i++)
    step_syllable (self, state, tables->readings[c->c][i], c->symbol, at, tally);
}

/* Whether a word may stand at @start if the character @but after it is another. */
static gboolean
may_be_similar (const XbMatcher *self,
                guint            start,
                guint            but)
{
  const XbChar *c = self->chars + start;
  const guint16 symbols[4] = { c[0].symbol, c[1].symbol, c[2].symbol, c[3].symbol };

  return c[but].kind == XB_CHAR_HAN && xb_lexicon_has_quad (self->lexicon, symbols, but);
}

static void
walk (Walk   *self,
      guint32 state,
      guint   at,
      XbTally tally)
{
  XbMatcher *matcher = self->matcher;
  const XbChar *c = &matcher->chars[at];
  XbTally then = tally;
  guint16 meant;

  if (at >= matcher->n)
    return;
  if (c->c >= XB_SYLLABLE)
    {
      then.latin++;
      step_syllable (self, state, c->c - XB_SYLLABLE, 0, at, then);
      return;
    }
  if (c->symbol != 0)
    {
      then.exact++;
      step (self, state, c->symbol, at, then);
    }
  then = tally;
  then.known++;
  for (guint i = 0; (meant = xb_match_symbol_meant (matcher, c, i)) != 0; i++)
    step (self, state, meant, at, then);
  if (c->kind != XB_CHAR_HAN || c->c >= 0x10000)
    return;
  /* A picture is there for its sound. */
  if ((c->marks & XB_MARK_PICTURE) != 0)
    {
      step_sounds (self, state, c, at, then);
      return;
    }
  if (tally.similar > 0 || tally.latin > 0 || tally.known > 0 || self->start + 4 > matcher->n
      || (at - self->start < 4 && !may_be_similar (matcher, self->start, at - self->start)))
    return;
  then = tally;
  then.similar++;
  step_sounds (self, state, c, at, then);
}

static void
walk_number (Walk *self)
{
  XbMatcher *matcher = self->matcher;
  XbTally tally = { 0 };
  guint32 state;
  guint end = xb_match_read_number (matcher, self->start, &state, &tally);

  if (end == 0)
    return;
  for (guint i = self->start; i < MIN (end, self->start + XB_MATCH_LONGEST_PATH); i++)
    matcher->path[i - self->start] = 0;
  if (matcher->lexicon->trie.nodes[state].value != 0)
    reach (self, state, end, tally);
  walk (self, state, end, tally);
}

/* Where no character is there for another, only a word of four with one that sounds the same is left to find. */
static gboolean
is_worth_it (const XbMatcher *self,
             guint            start)
{
  gboolean may = self->meant;
  guint strange = 0;

  for (guint i = start; i < start + 4 && i < self->n; i++)
    strange += self->chars[i].symbol == XB_SYMBOL_NONE;
  if (strange > 1)
    return may;
  for (guint but = 0; but < 4 && start + 4 <= self->n && !may; but++)
    may = may_be_similar (self, start, but);
  return may;
}

/** xb_matcher_find_sounds: Tells @func of every pattern that may be meant in @layer, those that it says plainly among them */
void
xb_matcher_find_sounds (XbMatcher     *self,
                        const XbLayer *layer,
                        XbHitFunc      func,
                        gpointer       data)
{
  Walk start = { self, 0, 0 };

  self->layer = layer;
  self->chars = layer->chars;
  self->n = layer->n;
  self->func = func;
  self->data = data;
  self->sounds = TRUE;
  self->meant = FALSE;
  for (guint i = 0; i < self->n && !self->meant; i++)
    self->meant = self->chars[i].c >= XB_SYLLABLE || xb_match_symbol_meant (self, &self->chars[i], 0) != 0
                  || (self->chars[i].marks & (XB_MARK_DISGUISED | XB_MARK_PICTURE | XB_MARK_HIDDEN)) != 0;
  if (self->meant)
    note_symbols (self, FALSE);
  for (guint at = 0; at < self->n; at++)
    {
      XbTally none = { 0 };

      if (!XB_CHAR_IS_WORD (self->chars[at].kind) || xb_match_is_inside (layer, at) || !is_worth_it (self, at))
        continue;
      start.start = at;
      start.left = MOST_STEPS;
      if (self->meant)
        walk_number (&start);
      walk (&start, XB_TRIE_ROOT, at, none);
    }
  if (self->meant)
    note_symbols (self, TRUE);
}
