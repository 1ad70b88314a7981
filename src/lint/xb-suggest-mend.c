/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-suggest-private.h"

/* What is left of a label must be made of words: 名驾校 once 第一 was taken out is a 驾校, 化肥% nothing. */

#define LONGEST_WORD 8

void
xb_patchwork_init (XbPatchwork *self)
{
  self->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->seams = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
xb_patchwork_clear (XbPatchwork *self)
{
  g_array_unref (self->chars);
  g_array_unref (self->seams);
}

void
xb_patchwork_add (XbPatchwork    *self,
                  const gunichar *chars,
                  guint           n)
{
  g_array_append_vals (self->chars, chars, n);
}

/** xb_patchwork_put: @put: what stands now where something was taken out, or nothing; @seam: whether it was words */
void
xb_patchwork_put (XbPatchwork *self,
                  const char  *put,
                  gboolean     seam)
{
  guint at = self->chars->len;

  if (seam)
    g_array_append_val (self->seams, at);
  for (const char *p = put; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_array_append_val (self->chars, c);
    }
}

static guint
longest_word (const XbLexicon *lexicon,
              const gunichar  *chars,
              guint            n,
              guint            at,
              const char      *list)
{
  int class = xb_lexicon_find_class (lexicon, list);
  guint32 state = XB_TRIE_ROOT;
  guint length = 0;

  for (guint i = at; i < n && i < at + LONGEST_WORD; i++)
    {
      gunichar c = xb_fold_simplify (g_unichar_tolower (chars[i]));

      state = c < 0x10000 ? xb_trie_step (&lexicon->trie, state, lexicon->symbols[c]) : 0;
      if (state == 0)
        break;
      if (xb_lexicon_in_class (lexicon, state, class))
        length = i + 1 - at;
    }
  return length;
}

/* Returns: the length of the word of two characters or more that begins at @at; 0: none that everybody uses does */
static guint
known_word (const XbLexicon *lexicon,
            const gunichar  *chars,
            guint            n,
            guint            at)
{
  static const char *const lists[] = { "generic", "ordinary", "petty-trade", "quality" };
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    best = MAX (best, longest_word (lexicon, chars, n, at, lists[i]));
  return best >= 2 ? best : 0;
}

/** xb_suggest_is_word: Returns: whether a word of that list begins at @at, of two characters or more */
gboolean
xb_suggest_is_word (const XbLexicon *lexicon,
                    const gunichar  *chars,
                    guint            n,
                    guint            at,
                    const char      *list)
{
  return longest_word (lexicon, chars, n, at, list) >= 2;
}

/** xb_suggest_begins_word: Returns: whether some word that everybody uses begins at @at */
gboolean
xb_suggest_begins_word (const XbLexicon *lexicon,
                        const gunichar  *chars,
                        guint            n,
                        guint            at)
{
  return known_word (lexicon, chars, n, at) > 0;
}

/** xb_suggest_is_quality: Returns: whether @text says how something is, and not what: 划算 */
gboolean
xb_suggest_is_quality (const XbLexicon *lexicon,
                       const char      *text)
{
  glong n;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (text, -1, &n);

  return n > 0 && longest_word (lexicon, chars, (guint) n, 0, "quality") == n
         && longest_word (lexicon, chars, (guint) n, 0, "campaign") != n;
}

/** xb_suggest_are_words: Returns: whether from @at on there are but words that everybody uses; a last 店 is one */
gboolean
xb_suggest_are_words (const XbLexicon *lexicon,
                      const gunichar  *chars,
                      guint            n,
                      guint            at)
{
  guint start = at;

  while (at < n)
    {
      guint length = known_word (lexicon, chars, n, at);

      if (length == 0 && at > start)
        length = longest_word (lexicon, chars, n, at, "generic");
      if (length == 0)
        return FALSE;
      at += length;
    }
  return at > start;
}

/* Returns: where the word begins that ends at @end; @end: none does */
static guint
word_before (const XbLexicon *lexicon,
             const gunichar  *chars,
             guint            end,
             const char      *list)
{
  for (guint at = end > LONGEST_WORD ? end - LONGEST_WORD : 0; at + 1 < end; at++)
    if ((list != NULL ? longest_word (lexicon, chars, end, at, list) : known_word (lexicon, chars, end, at)) == end - at)
      return at;
  return end;
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4E00 && c <= 0x9FFF;
}

/* 的 has lost what it belonged to; so has a percent sign. */
static gboolean
is_lost (gunichar c)
{
  return c == 0x7684 || c == 0x4E86 || c == 0x4E4B || c == '%' || c == '+'; /* 的了之 */
}

static void
cut (XbPatchwork *self,
     guint        at,
     guint        n)
{
  g_array_remove_range (self->chars, at, n);
}

static void
mend_right (XbPatchwork     *self,
            const XbLexicon *lexicon,
            guint            seam)
{
  const gunichar *chars = (const gunichar *) (gpointer) self->chars->data;
  guint husk;

  while (seam < self->chars->len && is_lost (chars[seam]))
    cut (self, seam, 1);
  /* 产品 and the like stood there for the claim: 名牌产品门窗. */
  husk = longest_word (lexicon, chars, self->chars->len, seam, "husk");
  if (husk > 0 && known_word (lexicon, chars, self->chars->len, seam + husk) > 0)
    cut (self, seam, husk);
  if (seam + 1 < self->chars->len && is_han (chars[seam]) && known_word (lexicon, chars, self->chars->len, seam) == 0
      && known_word (lexicon, chars, self->chars->len, seam + 1) > 0)
    cut (self, seam, 1);
}

/* 全国, 史上 and what measured the claim go with it; so does a character that is left of a word. */
static void
mend_left (XbPatchwork     *self,
           const XbLexicon *lexicon,
           guint            seam)
{
  const gunichar *chars = (const gunichar *) (gpointer) self->chars->data;
  guint start;

  while (seam > 0 && is_lost (chars[seam - 1]))
    cut (self, --seam, 1);
  while ((start = word_before (lexicon, chars, seam, "scope")) < seam)
    {
      cut (self, start, seam - start);
      seam = start;
    }
  if (seam > 0 && is_han (chars[seam - 1]) && word_before (lexicon, chars, seam, NULL) == seam
      && longest_word (lexicon, chars, seam, seam - 1, "generic") == 0
      && (seam == 1 || word_before (lexicon, chars, seam - 1, NULL) < seam - 1))
    cut (self, seam - 1, 1);
}

/** xb_suggest_measure_scope: Returns: how many of the last characters are 全国, 史上 and the like */
guint
xb_suggest_measure_scope (const XbLexicon *lexicon,
                          const gunichar  *chars,
                          guint            n)
{
  return n - word_before (lexicon, chars, n, "scope");
}

/** xb_patchwork_mend: Returns: (transfer full): the label without what the seams left hanging */
char *
xb_patchwork_mend (XbPatchwork     *self,
                   const XbLexicon *lexicon)
{
  for (guint i = self->seams->len; i-- > 0;)
    {
      guint seam = MIN (g_array_index (self->seams, guint, i), self->chars->len);

      mend_right (self, lexicon, seam);
      mend_left (self, lexicon, seam);
    }
  return g_ucs4_to_utf8 ((const gunichar *) (gpointer) self->chars->data, self->chars->len, NULL, NULL, NULL);
}
