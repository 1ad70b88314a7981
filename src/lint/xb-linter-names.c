/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-linter-private.h"

/* Whose name stands there. Asked only where the licence is known. */

/* Returns: the end of the longest word of the list that begins at @at; @at where none does */
static guint
longest_word (const XbLexicon *lexicon,
              const XbLayer   *layer,
              guint            at,
              int              class)
{
  guint32 state = XB_TRIE_ROOT;
  guint end = at;

  for (guint i = at; i < layer->n; i++)
    {
      state = xb_trie_step (&lexicon->trie, state, layer->chars[i].symbol);
      if (state == 0)
        break;
      if (xb_lexicon_in_class (lexicon, state, class))
        end = i + 1;
    }
  return end;
}

static gboolean
in_papers (XbLinter      *self,
           const XbLayer *layer,
           guint          start,
           guint          n)
{
  for (guint i = 0; i < self->context->papers->len; i++)
    {
      const XbLintPaper *paper = g_ptr_array_index (self->context->papers, i);

      for (guint at = 0; at + n <= paper->n; at++)
        {
          guint j = 0;

          while (j < n && paper->folded[at + j] == layer->chars[start + j].c)
            j++;
          if (j == n)
            return TRUE;
        }
    }
  return FALSE;
}

/* What needs no name: desks, trades, seasons; of other words that everybody uses those of one character may be a part
 * of a name. Signs and digits are none. */
static guint8 *
cover_ordinary (XbLinter      *self,
                const XbLayer *layer)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  int generic = xb_lexicon_find_class (lexicon, "generic");
  int ordinary = xb_lexicon_find_class (lexicon, "ordinary");
  guint8 *covered = g_new0 (guint8, layer->n + 1);

  for (guint at = 0; at < layer->n; at++)
    {
      guint end = longest_word (lexicon, layer, at, generic);
      guint other = longest_word (lexicon, layer, at, ordinary);

      if (other >= at + 2)
        end = MAX (end, other);
      memset (covered + at, 1, end - at);
      if (layer->chars[at].kind != XB_CHAR_HAN && layer->chars[at].kind != XB_CHAR_LETTER)
        covered[at] = 1;
    }
  return covered;
}

/* Returns: how long the longest uncovered piece is; @start: where it begins */
static guint
find_rest (const guint8 *covered,
           guint         n,
           guint        *start)
{
  guint best = 0;

  for (guint at = 0, from = 0; at <= n; at++)
    if (at == n || covered[at])
      {
        if (at - from > best)
          {
            best = at - from;
            *start = from;
          }
        from = at + 1;
      }
  return best;
}

static gboolean
has_word (XbLinter      *self,
          const XbLayer *layer,
          guint          from,
          const char    *list)
{
  int class = xb_lexicon_find_class (self->rules->lexicon, list);

  for (guint at = from; at < layer->n; at++)
    if (longest_word (self->rules->lexicon, layer, at, class) > at)
      return TRUE;
  return FALSE;
}

/* 冰饮专线, 客服, 秋季新品 need no name, the card bears it elsewhere. What is left of a label without such words is
 * somebody's name; in one of a season or a campaign it may as well be a word that no list has, unless a shop follows. */
static void
look_for_own_name (XbLinter      *self,
                   const XbLayer *layer)
{
  g_autofree guint8 *covered = cover_ordinary (self, layer);
  guint start = 0, n;
  XbCandidate *candidate;

  for (guint at = 0; at + 1 < layer->n; at++)
    if (!(covered[at] && covered[at + 1]) && in_papers (self, layer, at, 2))
      return;
  n = find_rest (covered, layer->n, &start);
  if (n < 2)
    return;
  candidate = xb_linter_add (self, self->mismatch, layer->chars[start].start, layer->chars[start + n - 1].end);
  if (candidate == NULL)
    return;
  if ((has_word (self, layer, 0, "season-words") || has_word (self, layer, 0, "campaign"))
      && !has_word (self, layer, start, "shop-end"))
    candidate->severity = XB_VERDICT_ADVICE;
  candidate->say = g_strdup_printf (_("neither in the name %s nor in a brand of yours; a reviewer asks whose name it is"),
                                    ((XbLintPaper *) g_ptr_array_index (self->context->papers, 0))->name);
}

static void
look_for_others (XbLinter      *self,
                 const XbLayer *layer)
{
  const XbLexicon *lexicon = self->rules->lexicon;
  int brands = xb_lexicon_find_class (self->rules->lexicon, "brands");
  int claims = xb_lexicon_find_class (self->rules->lexicon, "claims");

  for (guint at = 0; at < layer->n; at++)
    {
      guint end = longest_word (lexicon, layer, at, brands);
      XbCandidate *candidate;

      if (end == at)
        continue;
      if (!in_papers (self, layer, at, end - at))
        {
          candidate = xb_linter_add (self, self->foreign, layer->chars[at].start, layer->chars[end - 1].end);
          if (candidate != NULL)
            candidate->severity = longest_word (lexicon, layer, end, claims) > end ? XB_VERDICT_ERROR : XB_VERDICT_WARNING;
        }
      at = end - 1;
    }
}

static void
look_for_prefix (XbLinter      *self,
                 const XbLayer *layer)
{
  guint end = longest_word (self->rules->lexicon, layer, 0,
                            xb_lexicon_find_class (self->rules->lexicon, "state-prefix"));

  if (end > 0 && !in_papers (self, layer, 0, end))
    xb_linter_add (self, self->prefix, layer->chars[0].start, layer->chars[end - 1].end);
}

void
xb_linter_look_at_names (XbLinter *self)
{
  const XbLayer *layer = self->fold.tight.n > 0 ? &self->fold.tight : &self->fold.plain;

  if (!self->context->has_business || layer->n == 0 || layer->n > 200)
    return;
  look_for_own_name (self, layer);
  look_for_others (self, layer);
  look_for_prefix (self, layer);
}
