/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fold.h"
#include "xb-lint.h"
#include "xb-pattern.h"
#include "xb-trie.h"

G_BEGIN_DECLS

typedef enum
{
  XB_ROLE_FINDS,     /* it is found */
  XB_ROLE_IF_HIDDEN, /* found only where it was disguised */
  XB_ROLE_LIFTS,     /* an exception */
} XbRole;

typedef enum
{
  XB_PATTERN_IS_WORD = 1 << 0,  /* found as soon as the trie has read it */
  XB_PATTERN_BY_SOUND = 1 << 1, /* may be looked for by its sound */
} XbPatternFlags;

/* The structures from here to XbOutput lie in the image as they are (XB_LEXICON_IMAGE): fixed sizes, no holes. */

/**
 * XbPattern:
 * @rule: number of its rule
 * @why: of an exception: number of the reason
 * @role: an #XbRole
 * @severity: an #XbVerdict
 * @flags: #XbPatternFlags
 * @first_op: where its steps begin
 */
typedef struct
{
  guint16 rule;
  guint16 why;
  guint8  role;
  guint8  severity;
  guint16 flags;
  guint32 first_op;
} XbPattern;

/**
 * XbNeed:
 * @classes: lists of words, by their bit
 * @first, @n: symbols, in need_symbols
 *
 * One of these must come, or the steps need not be tried.
 */
typedef struct
{
  guint64 classes[2];
  guint32 first;
  guint32 n;
} XbNeed;

/**
 * XbHead:
 * @pc: the step that comes next once the beginning was read; 0: all steps are carried out from where it began
 * @next: number of the need for what follows at once; 0: there is none
 * @needs: and for what follows somewhere
 *
 * A beginning of a pattern.
 */
typedef struct
{
  guint16 pattern;
  guint16 pc;
  guint16 next;
  guint16 needs[2];
} XbHead;

#define XB_LEXICON_MOST_CLASSES 128

/* What the trie says of a word that ends: the classes it is in, and the heads, in entries, that it is. */
typedef struct
{
  guint64 classes[2];
  guint32 first;
  guint32 n;
} XbOutput;

/**
 * XbLexicon:
 *
 * All patterns of all rules in one trie. It does not change; most of it lies in the image it was made from.
 */
typedef struct
{
  GVariant        *image;
  const XbOp      *ops;
  const XbPattern *patterns;
  const XbHead    *heads;
  const XbNeed    *needs;        /* [0] asks for nothing */
  const guint16   *need_symbols;
  const XbOutput  *outputs;      /* [0] is nothing */
  const guint16   *entries;      /* numbers of heads */
  const guint64   *quads;        /* see xb_lexicon_has_quad() */
  XbTrie           trie;
  const guint32   *chars;        /* by symbol: the code point; 0 for those that are no character */
  gsize            n_chars;

  guint16         *symbols;      /* by BMP code point */
  guint16         *by_sound;     /* symbols, syllable after syllable */
  guint32         *first_sound;  /* where those of a syllable begin */
  GHashTable      *class_ids;    /* name → number + 1 */
} XbLexicon;

/* classes, ops, patterns, heads, needs, need_symbols, outputs, entries, quads, nodes, chars */
#define XB_LEXICON_IMAGE "(asa(qq)a(qqyyqu)a(qqqqq)a(ttuu)aqa(ttuu)aqata(uuu)au)"

XbLexicon *xb_lexicon_new        (GVariant        *image);
void       xb_lexicon_free       (XbLexicon       *self);
int        xb_lexicon_find_class (const XbLexicon *self,
                                  const char      *name);

static inline const XbOutput *
xb_lexicon_get_output (const XbLexicon *self,
                       guint32          state)
{
  return &self->outputs[self->trie.nodes[state].value];
}

/* Returns: whether the word that the trie has read until @state is one of that list; @class: -1: of none */
static inline gboolean
xb_lexicon_in_class (const XbLexicon *self,
                     guint32          state,
                     int              class)
{
  return class >= 0 && ((xb_lexicon_get_output (self, state)->classes[class / 64] >> (class % 64)) & 1) != 0;
}

#define XB_QUAD_BITS 18

static inline guint32
xb_quad_hash (const guint16 symbols[4],
              guint         but)
{
  guint64 key = but;

  for (guint i = 0; i < 4; i++)
    key = key << 15 | (i != but ? symbols[i] : 0);
  return (guint32) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - XB_QUAD_BITS));
}

/* Returns: whether some word of four characters or more may begin with these, whatever stands in place of @but */
static inline gboolean
xb_lexicon_has_quad (const XbLexicon *self,
                     const guint16    symbols[4],
                     guint            but)
{
  guint32 hash = xb_quad_hash (symbols, but);

  return (self->quads[hash / 64] >> (hash % 64)) & 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLexicon, xb_lexicon_free)

G_END_DECLS
