/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-match-private.h"

/* From each character of the text along the trie, as far as some word goes on. No word is longer than a few
 * characters, so the time grows with the text and with nothing else. */

#define MOST_STEPS 3000 /* from one character, where sounds are compared */

static gboolean
is_inside (const XbLayer *layer,
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
static void
tell (const XbLayer *layer,
      const XbHit   *hit,
      XbHitFunc      func,
      gpointer       data)
{
  if (!is_inside (layer, hit->start) && !is_inside (layer, hit->end))
    func (hit, data);
}

static gboolean
may_match (const XbMatch   *match,
           const XbPattern *pattern)
{
  return ((match->has[0] & pattern->needs[0]) | (match->has[1] & pattern->needs[1])
          | (match->has[2] & pattern->needs[2]) | (match->has[3] & pattern->needs[3])) != 0;
}

/* The trie has read until @read. */
static void
try_pattern (XbMatch       *match,
             const XbLayer *layer,
             guint          pattern,
             guint          at,
             guint          read,
             XbHitFunc      func,
             gpointer       data)
{
  const XbLexicon *lexicon = match->lexicon;
  const XbPattern *tried = &g_array_index (lexicon->patterns, XbPattern, pattern);
  const XbOp *ops = &g_array_index (lexicon->ops, XbOp, tried->first_op);

  if (!match->sounds && !may_match (match, tried))
    return;
  if (!(tried->class_head && !match->sounds ? xb_match_run_from (match, ops, 1, at, read)
                                            : xb_match_run (match, ops, at)))
    return;
  match->best.pattern = pattern;
  tell (layer, &match->best, func, data);
}

static void
try_numbers (XbMatch       *match,
             const XbLayer *layer,
             guint          at,
             XbHitFunc      func,
             gpointer       data)
{
  if (!xb_match_is_number (&layer->chars[at]) || is_inside (layer, at))
    return;
  for (guint i = 0; i < match->lexicon->by_number->len; i++)
    try_pattern (match, layer, g_array_index (match->lexicon->by_number, guint16, i), at, at, func, data);
}

static void
begin (XbMatch         *match,
       const XbLexicon *lexicon,
       const XbLayer   *layer)
{
  match->lexicon = lexicon;
  match->tables = xb_fold_tables_get ();
  match->chars = layer->chars;
  match->n = layer->n;
  for (guint i = 0; i < layer->n; i++)
    {
      const XbChar *c = &layer->chars[i];

      match->has[(c->symbol & 0xFF) / 64] |= G_GUINT64_CONSTANT (1) << (c->symbol & 0x3F);
      match->meant |= c->c >= XB_SYLLABLE || (c->c < 0x10000 && match->tables->homophones[c->c] != 0)
                      || (c->marks & (XB_MARK_DISGUISED | XB_MARK_PICTURE | XB_MARK_HIDDEN)) != 0;
    }
}

void
xb_match_plain (const XbLexicon *lexicon,
                const XbLayer   *layer,
                XbHitFunc        func,
                gpointer         data)
{
  const XbTrie *trie = lexicon->trie;
  XbMatch match = { 0 };

  begin (&match, lexicon, layer);
  for (guint start = 0; start < layer->n; start++)
    {
      guint32 state = XB_TRIE_ROOT;

      try_numbers (&match, layer, start, func, data);
      for (guint at = start; at < layer->n && (state = xb_trie_step (trie, state, layer->chars[at].symbol)) != 0; at++)
        {
          const XbOutput *output;

          if (trie->value[state] == 0)
            continue;
          output = &g_array_index (lexicon->outputs, XbOutput, trie->value[state]);
          for (guint i = 0; i < output->n; i++)
            {
              guint pattern = g_array_index (lexicon->entries, guint16, output->first + i);

              if (g_array_index (lexicon->patterns, XbPattern, pattern).is_word)
                {
                  match.best.pattern = pattern;
                  match.best.start = start;
                  match.best.end = at + 1;
                  tell (layer, &match.best, func, data);
                }
              else
                try_pattern (&match, layer, pattern, start, at + 1, func, data);
            }
        }
    }
}

typedef struct
{
  XbMatch       *match;
  const XbLayer *layer;
  XbHitFunc      func;
  gpointer       data;
  guint          start;
  int            left;
} Walk;

static void walk (Walk   *self,
                  guint32 state,
                  guint   at,
                  XbTally tally);

static void
reach (Walk   *self,
       guint32 state,
       guint   at,
       XbTally tally)
{
  XbMatch *match = self->match;
  const XbLexicon *lexicon = match->lexicon;
  const XbOutput *output = &g_array_index (lexicon->outputs, XbOutput, lexicon->trie->value[state]);

  for (guint i = 0; i < output->n; i++)
    {
      guint pattern = g_array_index (lexicon->entries, guint16, output->first + i);
      const XbPattern *reached = &g_array_index (lexicon->patterns, XbPattern, pattern);

      if (reached->role != XB_ROLE_LIFTS && !reached->by_sound)
        continue;
      if (!reached->is_word)
        {
          if (tally.similar == 0 && match->meant)
            try_pattern (match, self->layer, pattern, self->start, at, self->func, self->data);
          continue;
        }
      match->best.pattern = pattern;
      match->best.start = self->start;
      match->best.end = at;
      match->best.tally = tally;
      match->best.n_path = MIN (at - self->start, XB_MATCH_LONGEST_PATH);
      for (guint j = 0; j < match->best.n_path; j++)
        match->best.path[j] = match->path[j];
      tell (self->layer, &match->best, self->func, self->data);
    }
}

static void
step (Walk   *self,
      guint32 state,
      guint16 symbol,
      guint   at,
      XbTally tally)
{
  guint32 next = xb_trie_step (self->match->lexicon->trie, state, symbol);

  if (next == 0 || self->left-- <= 0)
    return;
  if (at - self->start < XB_MATCH_LONGEST_PATH)
    self->match->path[at - self->start] = symbol;
  /* What is exact alone the plain layer has found; a similar one needs three exact. */
  if (self->match->lexicon->trie->value[next] != 0
      && (tally.similar > 0 ? tally.exact >= 3 : self->match->meant))
    {
      guint16 kept[XB_MATCH_LONGEST_PATH];
      guint n = MIN (at - self->start + 1, XB_MATCH_LONGEST_PATH);

      memcpy (kept, self->match->path, n * sizeof *kept); /* the patterns' steps write there too */
      reach (self, next, at + 1, tally);
      memcpy (self->match->path, kept, n * sizeof *kept);
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
  const XbTrie *trie = self->match->lexicon->trie;
  GArray *symbols = g_ptr_array_index (self->match->lexicon->by_sound, sound);
  guint16 after = at + 1 < self->layer->n ? self->layer->chars[at + 1].symbol : 0;

  for (guint i = 0; i < symbols->len; i++)
    {
      guint16 symbol = g_array_index (symbols, guint16, i);
      guint32 next = symbol != but ? xb_trie_step (trie, state, symbol) : 0;

      /* Of a similar one most end here: what follows it is exact, or nothing. */
      if (next == 0 || (tally.similar > 0 && trie->value[next] == 0 && xb_trie_step (trie, next, after) == 0))
        continue;
      step (self, state, symbol, at, tally);
    }
}

static gboolean
has_words (const XbLayer *layer,
           guint          at,
           int            n)
{
  for (int i = 0; i < n; i++)
    if (at + i >= layer->n || layer->chars[at + i].symbol == 0)
      return FALSE;
  return TRUE;
}

static void
walk (Walk   *self,
      guint32 state,
      guint   at,
      XbTally tally)
{
  XbMatch *match = self->match;
  const XbChar *c = &self->layer->chars[at];
  XbTally then = tally;
  guint known;

  if (at >= self->layer->n)
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
  if (c->kind != XB_CHAR_HAN || c->c >= 0x10000)
    return;
  known = match->tables->homophones[c->c];
  then = tally;
  then.known++;
  if (known != 0 && match->lexicon->symbols[known] != 0)
    step (self, state, match->lexicon->symbols[known], at, then);
  /* A picture is there for its sound. */
  if ((c->marks & XB_MARK_PICTURE) != 0)
    {
      for (guint i = 0; i < XB_FOLD_MOST_READINGS && match->tables->readings[c->c][i] != 0; i++)
        step_syllable (self, state, match->tables->readings[c->c][i], c->symbol, at, then);
      return;
    }
  /* One of at least four: the others must be in the lexicon at all. */
  if (tally.similar > 0 || tally.latin > 0 || tally.known > 0 || !has_words (self->layer, at + 1, 3 - tally.exact))
    return;
  then = tally;
  then.similar++;
  for (guint i = 0; i < XB_FOLD_MOST_READINGS && match->tables->readings[c->c][i] != 0; i++)
    step_syllable (self, state, match->tables->readings[c->c][i], c->symbol, at, then);
}

void
xb_match_sounds (const XbLexicon *lexicon,
                 const XbLayer   *layer,
                 XbHitFunc        func,
                 gpointer         data)
{
  XbMatch match = { 0 };
  Walk start = { &match, layer, func, data, 0, 0 };

  match.sounds = TRUE;
  begin (&match, lexicon, layer);
  for (guint at = 0; at < layer->n; at++)
    {
      XbTally none = { 0 };

      if (!XB_CHAR_IS_WORD (layer->chars[at].kind) || is_inside (layer, at) || (!match.meant && at + 4 > layer->n))
        continue;
      start.start = at;
      start.left = MOST_STEPS;
      if (match.meant)
        try_numbers (&match, layer, at, func, data);
      walk (&start, XB_TRIE_ROOT, at, none);
    }
}
