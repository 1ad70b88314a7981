/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-fold-tables.h"
#include "xb-fold.h"

/* One pass over the text: width, case, script and disguise undone, what cannot be seen dropped. */

#define MOST_DECOMPOSED 18

/** xb_fold_is_bidi: Returns: whether @c only turns the direction of the text */
gboolean
xb_fold_is_bidi (gunichar c)
{
  return c == 0x61C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/** xb_fold_is_hidden: Returns: whether @c is drawn as nothing (Unicode's Default_Ignorable_Code_Point, and controls) */
gboolean
xb_fold_is_hidden (gunichar c)
{
  if (c < 0xAD)
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x115F && c <= 0x1160) || (c >= 0x17B4 && c <= 0x17B5)
         || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)
         || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0
         || (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A)
         || (c >= 0xE0000 && c <= 0xE0FFF);
}

/** xb_fold_is_picture: Returns: whether @c is an emoji or a dingbat of its size */
gboolean
xb_fold_is_picture (gunichar c)
{
  return (c >= 0x1F000 && c <= 0x1F0FF) || (c >= 0x1F18E && c <= 0x1F19A) || (c >= 0x1F1E6 && c <= 0x1F1FF)
         || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2795 && c <= 0x2797) || (c >= 0x231A && c <= 0x231B)
         || (c >= 0x23E9 && c <= 0x23FA) || (c >= 0x2614 && c <= 0x2615) || (c >= 0x2648 && c <= 0x2653)
         || c == 0x26A1 || c == 0x2705 || c == 0x2728 || c == 0x274C || c == 0x274E || (c >= 0x2753 && c <= 0x2757)
         || c == 0x2764 || c == 0x27B0 || c == 0x2B50 || c == 0x2B55 || (c >= 0x2B1B && c <= 0x2B1C) || c == 0x2B06;
}

static XbCharKind
kind_of_ascii (gunichar c)
{
  if (g_ascii_isalpha (c))
    return XB_CHAR_LETTER;
  if (g_ascii_isdigit (c))
    return XB_CHAR_DIGIT;
  if (g_ascii_isspace (c))
    return XB_CHAR_SPACE;
  if (strchr (",;:!?()[]{}<>\"'", (int) c) != NULL)
    return XB_CHAR_STOP;
  /* A percent sign or a plus says something of its own. */
  return c == '%' || c == '+' || c == '@' || c == '$' ? XB_CHAR_OTHER : XB_CHAR_LINK;
}

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF);
}

static XbCharKind
kind_of (gunichar c)
{
  if (c < 0x80)
    return kind_of_ascii (c);
  if (is_han (c))
    return XB_CHAR_HAN;
  if (g_unichar_isspace (c))
    return XB_CHAR_SPACE;
  if (c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B) || c == 0x2014
      || (c >= 0x201C && c <= 0x201D) || c == 0x2026)
    return XB_CHAR_STOP;
  if (g_unichar_isalnum (c))
    return XB_CHAR_OTHER;
  return XB_CHAR_LINK;
}

static void
grow (XbLayer *layer,
      guint    n)
{
  if (n <= layer->size)
    return;
  layer->size = MAX (n, 2 * layer->size);
  layer->chars = g_renew (XbChar, layer->chars, layer->size);
}

static inline XbChar *
append (XbLayer       *layer,
        gunichar       c,
        XbCharKind         kind,
        guint          marks,
        guint          at,
        const guint16 *symbols)
{
  XbChar *out = &layer->chars[layer->n++];

  out->c = c;
  out->symbol = symbols != NULL && c < 0x10000 ? symbols[c] : 0;
  out->kind = kind;
  out->marks = marks;
  out->start = at;
  out->end = at + 1;
  return out;
}

/* A form of a form: full width is how Chinese keyboards write and hides nothing, a circle does. */
static gboolean
is_disguise (gunichar c)
{
  return !(c >= 0xFF00 && c <= 0xFFEF) && c != 0x3000 && c != 0xA0 && c != 0x2026 && !(c >= 0xF900 && c <= 0xFAFF);
}

/* U+1F150 🅐, U+1F170 🅰 and the flags' letters have no decomposition in Unicode; nor have the black circled digits. */
static gunichar
uncircle (gunichar c)
{
  if (c >= 0x1F150 && c <= 0x1F169)
    return 'a' + (c - 0x1F150);
  if (c >= 0x1F170 && c <= 0x1F189)
    return 'a' + (c - 0x1F170);
  if (c >= 0x1F1E6 && c <= 0x1F1FF)
    return 'a' + (c - 0x1F1E6);
  if (c >= 0x2776 && c <= 0x277E)
    return '1' + (c - 0x2776);
  if (c >= 0x2780 && c <= 0x2788)
    return '1' + (c - 0x2780);
  if (c >= 0x278A && c <= 0x2792)
    return '1' + (c - 0x278A);
  if (c >= 0x24F5 && c <= 0x24FD)
    return '1' + (c - 0x24F5);
  return c == 0x24FF ? '0' : 0;
}

/* Ⅰ to Ⅻ, ⅰ to ⅻ: Unicode takes them for letters. Returns: 0 where it is none */
static guint
roman_value (gunichar c)
{
  if (c >= 0x2160 && c <= 0x216B)
    return 1 + c - 0x2160;
  return c >= 0x2170 && c <= 0x217B ? 1 + c - 0x2170 : 0;
}

static guint
fold_one (const XbFoldTables *tables,
          XbLayer            *layer,
          gunichar            c,
          guint               marks,
          guint               at,
          const guint16      *symbols)
{
  const XbStandIn *stand_in = g_hash_table_lookup (tables->stand_ins, GUINT_TO_POINTER (c));
  gunichar parts[MOST_DECOMPOSED], bare = uncircle (c);
  guint value = roman_value (c);
  gsize n;

  if (stand_in != NULL)
    {
      grow (layer, layer->n + stand_in->n);
      for (guint i = 0; i < stand_in->n; i++)
        append (layer, stand_in->to[i], kind_of (stand_in->to[i]),
                marks | (stand_in->picture ? XB_MARK_PICTURE : XB_MARK_DISGUISED), at, symbols);
      return stand_in->n;
    }
  if (bare != 0)
    {
      append (layer, bare, kind_of_ascii (bare), marks | XB_MARK_DISGUISED, at, symbols);
      return 1;
    }
  if (value > 0)
    {
      if (value >= 10)
        append (layer, '1', XB_CHAR_DIGIT, marks | XB_MARK_DISGUISED, at, symbols);
      append (layer, '0' + value % 10, XB_CHAR_DIGIT, marks | XB_MARK_DISGUISED, at, symbols);
      return value >= 10 ? 2 : 1;
    }
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  grow (layer, layer->n + n);
  if (is_disguise (c) && (n > 1 || parts[0] != c))
    marks |= XB_MARK_DISGUISED;
  for (gsize i = 0; i < n; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      if (n > 1 && i > 0 && (g_unichar_ismark (part) || xb_fold_is_hidden (part)))
        continue;
      /* ㈠ is (一): its brackets are no words of their own */
      if (n > 2 && (part == '(' || part == ')'))
        continue;
      if (part < 0x10000 && tables->simple[part] != part)
        {
          part = tables->simple[part];
          marks |= XB_MARK_TRADITIONAL;
        }
      append (layer, part, kind_of (part), marks, at, symbols);
      marks &= ~XB_MARK_HIDDEN;
    }
  return n;
}

static inline gboolean
is_tail (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

/* Up to @length bytes of @text become code points; an invalid byte is one of its own. */
static void
decode (XbFold     *self,
        const char *text,
        gsize       length)
{
  const char *end = text + length;

  if (length + 1 > self->size)
    {
      self->size = MAX (length + 1, 256);
      self->given = g_renew (gunichar, self->given, self->size);
      self->bytes = g_renew (guint, self->bytes, self->size);
    }
  self->n_given = 0;
  self->invalid = -1;
  for (const char *p = text; p < end; self->n_given++)
    {
      gunichar c = (guchar) *p, three;

      self->bytes[self->n_given] = p - text;
      if (c < 0x80)
        p++;
      else if (end - p >= 3 && (c & 0xF0) == 0xE0 && is_tail (p[1]) && is_tail (p[2])
               && (three = (c & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F)) >= 0x800
               && (three < 0xD800 || three > 0xDFFF))
        {
          c = three; /* nearly all characters of a label are such */
          p += 3;
        }
      else if ((c = g_utf8_get_char_validated (p, end - p)) < 0x110000)
        p += g_unichar_to_utf8 (c, NULL);
      else
        {
          if (self->invalid < 0)
            self->invalid = p - text;
          c = XB_FOLD_INVALID;
          p++;
        }
      self->given[self->n_given] = c;
    }
  self->bytes[self->n_given] = length;
}

static void
fold_plain (XbFold        *self,
            const guint16 *symbols)
{
  const XbFoldTables *tables = xb_fold_tables_get ();
  XbLayer *layer = &self->plain;
  guint marks = 0;

  layer->n = 0;
  grow (layer, self->n_given + MOST_DECOMPOSED);
  for (guint i = 0; i < self->n_given; i++)
    {
      gunichar c = self->given[i];

      grow (layer, layer->n + MOST_DECOMPOSED);
      if (c >= 0x4E00 && c <= 0x9FFF)
        {
          gunichar simple = tables->simple[c];

          self->n_traditional += simple != c;
          append (layer, simple, XB_CHAR_HAN, marks | (simple != c ? XB_MARK_TRADITIONAL : 0), i, symbols);
          marks = 0;
        }
      else if (c >= 0x20 && c < 0x7F)
        {
          append (layer, g_ascii_tolower (c), kind_of_ascii (c), marks, i, symbols);
          marks = 0;
        }
      else if (c == XB_FOLD_INVALID || xb_fold_is_hidden (c) || g_unichar_ismark (c))
        {
          self->n_hidden++;
          marks |= XB_MARK_HIDDEN;
        }
      else
        {
          self->n_pictures += xb_fold_is_picture (c);
          fold_one (tables, layer, c, marks, i, symbols);
          marks = 0;
        }
    }
}

static gboolean
is_digit_at (const XbLayer *layer,
             guint          at)
{
  return at < layer->n && layer->chars[at].kind == XB_CHAR_DIGIT;
}

static void
replace (XbChar        *c,
         gunichar       by,
         const guint16 *symbols)
{
  c->c = by;
  c->kind = kind_of_ascii (by);
  c->marks |= XB_MARK_DISGUISED;
  c->symbol = symbols != NULL ? symbols[by] : 0;
}

/* 138OO138OOO, 1OO%: an O among digits is a nought; T0P1, N0.1: a nought behind a letter is an O. */
static void
fold_noughts (XbLayer       *layer,
              const guint16 *symbols)
{
  for (guint i = 1; i < layer->n; i++)
    {
      guint end = i;

      if (layer->chars[i].c == '0' && layer->chars[i - 1].kind == XB_CHAR_LETTER && !is_digit_at (layer, i + 1))
        replace (&layer->chars[i], 'o', symbols);
      if (layer->chars[i].c != 'o' || !is_digit_at (layer, i - 1))
        continue;
      while (end < layer->n && layer->chars[end].c == 'o')
        end++;
      if (!is_digit_at (layer, end) && end - i < 2)
        continue;
      for (; i < end; i++)
        replace (&layer->chars[i], '0', symbols);
    }
}

static gboolean
is_han_at (const XbLayer *layer,
           guint          at)
{
  return at < layer->n && layer->chars[at].kind == XB_CHAR_HAN;
}

/* A plus, or what else says something of its own, says nothing between two Chinese characters, nor on both sides of a
 * single one: 最+专+业, T+O+P+1. */
static gboolean
separates (const XbLayer *layer,
           guint          at)
{
  const XbChar *c = &layer->chars[at];
  guint before = at, after = at + 1;

  if (!XB_CHAR_IS_WORD (c->kind))
    return TRUE;
  if (c->kind != XB_CHAR_OTHER || c->c >= 0x80)
    return FALSE;
  if ((before >= 2 && layer->chars[before - 2].c == c->c) || (after + 1 < layer->n && layer->chars[after + 1].c == c->c))
    return TRUE;
  if (before > 1 && layer->chars[before - 1].kind == XB_CHAR_SPACE)
    before--;
  if (after < layer->n && layer->chars[after].kind == XB_CHAR_SPACE)
    after++;
  return before > 0 && is_han_at (layer, before - 1) && is_han_at (layer, after);
}

/* Returns: whether the character stands alone between separators, or one and an end of the text */
static gboolean
is_alone (const XbLayer *layer,
          guint          at)
{
  return (at == 0 || (layer->chars[at].marks & XB_MARK_GAP) != 0)
         && (at + 1 == layer->n || (layer->chars[at + 1].marks & XB_MARK_GAP) != 0);
}

/* Without what stands between the characters of words. Built only where something does. A comma or a bracket ends a
 * phrase, but not about a single character: 保,证 and 【最】【好】 are words that somebody took apart. */
static void
fold_tight (XbFold *self)
{
  const XbLayer *plain = &self->plain;
  XbLayer *tight = &self->tight;
  guint first = 0, last = plain->n, marks = 0;
  gboolean any = FALSE;

  tight->n = 0;
  while (first < last && !XB_CHAR_IS_WORD (plain->chars[first].kind))
    first++;
  while (last > first && !XB_CHAR_IS_WORD (plain->chars[last - 1].kind))
    last--;
  for (guint i = first; i < last && !any; i++)
    any = separates (plain, i);
  if (!any)
    return;
  grow (tight, last - first);
  for (guint i = first; i < last; i++)
    if (separates (plain, i))
      marks |= XB_MARK_GAP | (plain->chars[i].kind == XB_CHAR_STOP ? XB_MARK_STOP : 0);
    else
      {
        tight->chars[tight->n] = plain->chars[i];
        tight->chars[tight->n++].marks |= marks;
        marks = 0;
      }
  for (guint i = 1; i < tight->n; i++)
    if ((tight->chars[i].marks & XB_MARK_STOP) != 0 && (is_alone (tight, i - 1) || is_alone (tight, i)))
      tight->chars[i].marks &= ~XB_MARK_STOP;
}

/**
 * xb_fold_text:
 * @symbols: (nullable): the matcher's alphabet, by BMP code point
 *
 * Fills @self from @text, whatever bytes that is made of.
 */
void
xb_fold_text (XbFold        *self,
              const char    *text,
              gsize          length,
              const guint16 *symbols)
{
  self->n_hidden = self->n_traditional = self->n_pictures = 0;
  decode (self, text, length);
  fold_plain (self, symbols);
  fold_noughts (&self->plain, symbols);
  fold_tight (self);
}

/** xb_fold_clear: Frees the memory of @self, and leaves it usable */
void
xb_fold_clear (XbFold *self)
{
  g_free (self->given);
  g_free (self->bytes);
  g_free (self->plain.chars);
  g_free (self->tight.chars);
  g_free (self->sounds.chars);
  memset (self, 0, sizeof *self);
}

/**
 * xb_fold_dup_word:
 * @n: (out): how many there are
 *
 * Returns: (transfer full): @word as it is compared, without anything that separates
 */
gunichar *
xb_fold_dup_word (const char *word,
                  guint      *n)
{
  XbFold fold = { 0 };
  XbLayer *layer;
  gunichar *out;

  xb_fold_text (&fold, word, strlen (word), NULL);
  layer = fold.tight.n > 0 ? &fold.tight : &fold.plain;
  out = g_new (gunichar, layer->n + 1);
  *n = 0;
  for (guint i = 0; i < layer->n; i++)
    if (XB_CHAR_IS_WORD (layer->chars[i].kind))
      out[(*n)++] = layer->chars[i].c;
  out[*n] = 0;
  xb_fold_clear (&fold);
  return out;
}

/** xb_fold_simplify: Returns: the simplified form of a character, itself where there is no other */
gunichar
xb_fold_simplify (gunichar c)
{
  return c < 0x10000 ? xb_fold_tables_get ()->simple[c] : c;
}
