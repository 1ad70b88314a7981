/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-match-private.h"

/* Carries out the steps of a pattern at one place of the text, every way they can go, and keeps the longest. */

#define LONGEST_NUMBER 32 /* in characters; what is longer is none, and would be read from each of them on */

static void run (XbMatcher  *self,
                 const XbOp *ops,
                 guint       pc,
                 guint       at,
                 XbTally     tally,
                 guint       n_path);

static gboolean
sounds_like (const XbMatcher *self,
             guint16        symbol,
             guint          sound)
{
  gunichar c = self->lexicon->chars[symbol];

  for (guint i = 0; i < XB_FOLD_MOST_READINGS && self->tables->readings[c][i] != 0; i++)
    if (self->tables->readings[c][i] == sound)
      return TRUE;
  return FALSE;
}

/* Returns: whether the character at @at can be taken for @symbol; @tally: how */
static gboolean
takes (XbMatcher *self,
       guint      at,
       guint16    symbol,
       XbTally   *tally)
{
  const XbChar *c = &self->chars[at];
  guint16 meant;

  if (c->symbol == symbol)
    {
      tally->exact++;
      return TRUE;
    }
  if (!self->sounds)
    return FALSE;
  if (c->c >= XB_SYLLABLE)
    {
      if (!sounds_like (self, symbol, c->c - XB_SYLLABLE))
        return FALSE;
      tally->latin++;
      return TRUE;
    }
  for (guint i = 0; (meant = xb_match_symbol_meant (self, c, i)) != 0; i++)
    if (meant == symbol)
      {
        tally->known++;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_numeral (gunichar c)
{
  switch (c)
    {
    case 0x96F6: case 0x3007: case 0x4E00: case 0x4E8C: case 0x4E09: case 0x56DB: case 0x4E94: case 0x516D: case 0x4E03: /* 零〇…七 */
    case 0x516B: case 0x4E5D: case 0x5341: case 0x767E: case 0x5343: case 0x4E07: case 0x4EBF: /* 八九十百千万亿 */
    case 0x4E24: case 0x51E0: case 0x534A: /* 两几半 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where sounds are compared, 壹 and what else is written for a numeral are numerals, too. */
static gboolean
is_number (const XbMatcher *self,
           guint            at,
           XbTally         *tally)
{
  const XbChar *c = &self->chars[at];

  if (c->kind == XB_CHAR_DIGIT || is_numeral (c->c))
    return TRUE;
  if (!self->sounds || c->c >= 0x10000 || !is_numeral (self->tables->meanings[c->c][0]))
    return FALSE;
  tally->known++;
  return TRUE;
}

/** xb_match_goes_on: Returns: whether @at is within a number of Chinese numerals */
gboolean
xb_match_goes_on (const XbMatcher *self,
                  guint            at)
{
  return at > 0 && is_numeral (self->chars[at].c) && is_numeral (self->chars[at - 1].c)
         && (self->chars[at].marks & XB_MARK_GAP) == 0;
}

/* Returns: the value of a numeral, up to ten; 0: none of these */
static guint
numeral_value (gunichar c)
{
  static const gunichar numerals[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (c == numerals[i])
      return i + 1;
  return c > '0' && c <= '9' ? c - '0' : 0;
}

/* From 2 to 12, 二 to 十二: what a month may be; 一月 may be a while as well. */
static gboolean
is_month (const XbChar *chars,
          guint         n)
{
  guint first = numeral_value (chars[0].c);

  if (n == 1)
    return first >= 2;
  return n == 2 && (first == 10 || first == 1) && numeral_value (chars[1].c) < 3
         && (chars[1].c == '0' || numeral_value (chars[1].c) > 0);
}

/* 2026, 二〇二六 */
static gboolean
is_year (const XbChar *chars,
         guint         n)
{
  if (n != 4 || numeral_value (chars[0].c) == 0 || numeral_value (chars[0].c) > 2)
    return FALSE;
  return chars[1].c == '9' || chars[1].c == '0' || chars[1].c == 0x4E5D || chars[1].c == 0x3007 || chars[1].c == 0x96F6;
}

/* 2026年, 第三年, 5月, 5月1日: a time of the calendar says not how long something takes. */
static gboolean
is_calendar (const XbMatcher *self,
             guint            at,
             guint            end)
{
  gunichar before = at > 0 ? self->chars[at - 1].c : 0, after = end < self->n ? self->chars[end].c : 0;
  const XbChar *chars = self->chars + at;

  if (after == 0x5E74) /* 年 */
    return is_year (chars, end - at) || (before == 0x7B2C && numeral_value (chars[0].c) != 1); /* 第 */
  if (after == 0x6708) /* 月 */
    return is_month (chars, end - at);
  return before == 0x6708 && (after == 0x65E5 || after == 0x53F7); /* 日, 号 */
}

/**
 * xb_match_skip_number:
 * @tally: how many of it are written for another is added
 *
 * Returns: the end of the number that begins at @at; @at where there is none, or one of the calendar
 */
guint
xb_match_skip_number (const XbMatcher *self,
                      guint            at,
                      XbTally         *tally)
{
  guint end = at;

  while (end < MIN (self->n, at + LONGEST_NUMBER) && is_number (self, end, tally))
    {
      end++;
      if (end + 1 < self->n && self->chars[end].c == '.' && self->chars[end + 1].kind == XB_CHAR_DIGIT)
        end++;
    }
  if (end == at || is_calendar (self, at, end))
    return at;
  /* 30多天, 10余种 */
  if (end < self->n && (self->chars[end].c == 0x591A || self->chars[end].c == 0x4F59))
    end++;
  return end;
}

/* Returns: the end of the account's name that begins at @at; @at where there is none */
static guint
skip_name (const XbMatcher *self,
           guint          at)
{
  guint end = at;

  while (end < MIN (self->n, at + LONGEST_NUMBER) && (self->chars[end].kind == XB_CHAR_DIGIT || self->chars[end].kind == XB_CHAR_LETTER
                           || self->chars[end].c == '_' || self->chars[end].c == '-'
                           || self->chars[end].c >= XB_SYLLABLE))
    end++;
  return end >= at + (self->sounds ? 2 : 4) ? end : at;
}

static gboolean
is_first (const XbMatcher *self,
          guint          at)
{
  return at == 0 || !XB_CHAR_IS_WORD (self->chars[at - 1].kind)
         || (at < self->n && (self->chars[at].marks & XB_MARK_GAP) != 0);
}

static gboolean
is_last (const XbMatcher *self,
         guint          at)
{
  return at >= self->n || !XB_CHAR_IS_WORD (self->chars[at].kind) || (self->chars[at].marks & XB_MARK_GAP) != 0;
}

static gboolean
ends_phrase (const XbChar *c,
             gboolean      first)
{
  return c->kind == XB_CHAR_STOP || (!first && (c->marks & XB_MARK_STOP) != 0);
}

/* Whether the phrase ends at most @most characters behind @at: 算命大师. */
static gboolean
ends_within (const XbMatcher *self,
             guint            at,
             guint            most)
{
  guint end = at;

  while (end < self->n && end <= at + most && !ends_phrase (&self->chars[end], end == self->best.start))
    end++;
  return end <= at + most;
}

/* The words after @ops, each written backwards, against what stands before @at. */
static gboolean
stands_before (XbMatcher  *self,
               const XbOp *ops,
               guint       from,
               guint       until,
               guint       at)
{
  for (guint pc = from; pc < until; pc++)
    {
      guint back = at;
      gboolean fits = TRUE;

      for (; ops[pc].code != XB_OP_MATCH; pc++)
        if (!fits)
          continue;
        else if (ops[pc].code == XB_OP_FIRST)
          fits = is_first (self, back);
        else if (back == 0)
          fits = FALSE;
        else if (ops[pc].code == XB_OP_NUMBER)
          {
            fits = self->chars[back - 1].kind == XB_CHAR_DIGIT || is_numeral (self->chars[back - 1].c);
            back--;
          }
        else
          fits = self->chars[--back].symbol == ops[pc].x;
      if (fits)
        return TRUE;
    }
  return FALSE;
}

static gboolean
follows (XbMatcher  *self,
         const XbOp *ops,
         guint       pc,
         guint       at)
{
  XbHit best;
  XbTally none = { 0 };
  guint16 path[XB_MATCH_LONGEST_PATH];
  guint start = self->best.start, end = self->best.end;
  gboolean found;

  /* Where no sounds are compared, nothing is noted on the way. */
  if (self->sounds)
    {
      best = self->best;
      memcpy (path, self->path, sizeof path);
    }
  self->best.start = at;
  self->best.end = 0;
  run (self, ops, pc, at, none, 0);
  found = self->best.end != 0;
  if (self->sounds)
    {
      self->best = best;
      memcpy (self->path, path, sizeof path);
    }
  self->best.start = start;
  self->best.end = end;
  return found;
}

/* The @i-th that the character at @at may be taken for; 0: there are no more. */
static guint16
symbol_at (const XbMatcher *self,
           guint            at,
           guint            i)
{
  const XbLexicon *lexicon = self->lexicon;
  const XbChar *c = &self->chars[at];

  if (c->c >= XB_SYLLABLE)
    {
      guint place = lexicon->first_sound[c->c - XB_SYLLABLE] + i;

      return place < lexicon->first_sound[c->c - XB_SYLLABLE + 1] ? lexicon->by_sound[place] : 0;
    }
  if (i == 0 && c->symbol != 0)
    return c->symbol;
  return self->sounds ? xb_match_symbol_meant (self, c, i - (c->symbol != 0)) : 0;
}

/* Each word of the class that stands at @at, the rest of the pattern behind it. */
static void
run_class (XbMatcher  *self,
           const XbOp *ops,
           guint       pc,
           guint       at,
           XbTally     tally,
           guint       n_path,
           guint32     state)
{
  guint class = ops[pc].x;
  guint16 symbol;

  if (at >= self->n || self->left-- <= 0)
    return;
  for (guint i = 0; (symbol = symbol_at (self, at, i)) != 0; i++)
    {
      XbTally then = tally;
      guint32 next = xb_trie_step (&self->lexicon->trie, state, symbol);

      if (next == 0 || !takes (self, at, symbol, &then))
        continue;
      if (n_path < XB_MATCH_LONGEST_PATH)
        self->path[n_path] = symbol;
      if (xb_lexicon_in_class (self->lexicon, next, class))
        run (self, ops, pc + 1, at + 1, then, n_path + 1);
      run_class (self, ops, pc, at + 1, then, n_path + 1, next);
    }
}

static void
keep (XbMatcher *self,
      guint    at,
      XbTally  tally,
      guint    n_path)
{
  if (at <= self->best.end && self->best.end != 0)
    return;
  self->best.end = at;
  self->best.tally = tally;
  self->best.n_path = n_path <= XB_MATCH_LONGEST_PATH ? n_path : 0;
  if (self->sounds)
    for (guint i = 0; i < self->best.n_path; i++)
      self->best.path[i] = self->path[i];
}

static guint
note_own (XbMatcher *self,
          guint    n_path,
          guint    n)
{
  for (guint i = 0; i < n; i++)
    if (n_path + i < XB_MATCH_LONGEST_PATH)
      self->path[n_path + i] = 0;
  return n_path + n;
}

static void
run (XbMatcher  *self,
     const XbOp *ops,
     guint       pc,
     guint       at,
     XbTally     tally,
     guint       n_path)
{
  guint end;

  for (;; pc++)
    {
      const XbOp *op = &ops[pc];

      if (self->left-- <= 0)
        return;
      switch ((XbOpCode) op->code)
        {
        case XB_OP_CHAR:
          if (at >= self->n)
            return;
          if (self->chars[at].symbol == op->x)
            tally.exact++;
          else if (!self->sounds || !takes (self, at, op->x, &tally))
            return;
          if (n_path < XB_MATCH_LONGEST_PATH)
            self->path[n_path] = op->x;
          n_path++;
          at++;
          break;
        case XB_OP_CLASS:
          /* What was read of the text tells at once that no such word begins here. */
          if (!self->sounds && ((self->words[at].here[op->x / 64] >> (op->x % 64)) & 1) == 0)
            return;
          run_class (self, ops, pc, at, tally, n_path, XB_TRIE_ROOT);
          return;
        case XB_OP_NUMBER:
        case XB_OP_NAME:
          end = op->code == XB_OP_NUMBER ? xb_match_skip_number (self, at, &tally) : skip_name (self, at);
          if (end == at)
            return;
          n_path = note_own (self, n_path, end - at);
          at = end;
          break;
        case XB_OP_ANY:
          if (at >= self->n || !XB_CHAR_IS_WORD (self->chars[at].kind))
            return;
          n_path = note_own (self, n_path, 1);
          at++;
          break;
        case XB_OP_GAP:
          run (self, ops, pc + 1, at, tally, n_path);
          if (ops[pc + 1].code == XB_OP_MATCH && !ends_within (self, at, op->x))
            return; /* what merely follows is no part of it */
          for (guint i = 0; i < op->x && at < self->n && !ends_phrase (&self->chars[at], at == self->best.start); i++)
            {
              n_path = note_own (self, n_path, 1);
              run (self, ops, pc + 1, ++at, tally, n_path);
            }
          return;
        case XB_OP_SPLIT:
          run (self, ops, pc + 1, at, tally, n_path);
          pc = op->x - 1;
          break;
        case XB_OP_JUMP:
          pc = op->x - 1;
          break;
        case XB_OP_FIRST:
          if (!is_first (self, at))
            return;
          break;
        case XB_OP_LAST:
          if (!is_last (self, at))
            return;
          break;
        case XB_OP_AHEAD:
        case XB_OP_NOT_AHEAD:
          if (follows (self, ops, pc + 1, at) != (op->code == XB_OP_AHEAD))
            return;
          pc = op->x - 1;
          break;
        case XB_OP_BEHIND:
        case XB_OP_NOT_BEHIND:
          if (stands_before (self, ops, pc + 1, op->x, at) != (op->code == XB_OP_BEHIND))
            return;
          pc = op->x - 1;
          break;
        case XB_OP_MATCH:
        default:
          keep (self, at, tally, n_path);
          return;
        }
    }
}

/**
 * xb_match_run:
 * @pc: the step to begin with
 * @start: where the pattern begins
 * @at: where that step begins; what is before it was found, @tally says how, its symbols are in self->path
 *
 * Returns: whether the pattern matches; then self->best is the longest way
 */
gboolean
xb_match_run (XbMatcher  *self,
              const XbOp *ops,
              guint       pc,
              guint       start,
              guint       at,
              XbTally     tally)
{
  self->left = 4000;
  self->best.start = start;
  self->best.end = 0;
  run (self, ops, pc, at, tally, at - start);
  return self->best.end > start;
}
