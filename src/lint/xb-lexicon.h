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

/**
 * XbPattern:
 * @rule: number of its rule
 * @why: of an exception: number of the reason
 * @first_op: where its steps begin
 * @needs: of the symbols after its beginning one at least must be in the text: bits, by their last byte
 */
typedef struct
{
  guint16   rule;
  guint16   why;
  XbRole    role : 8;
  XbVerdict severity : 8;
  guint     is_word : 1;    /* found as soon as the trie has read it */
  guint     by_sound : 1;   /* may be looked for by its sound */
  guint     class_head : 1; /* begins with a list of words */
  guint32   first_op;
  guint64   needs[4];
} XbPattern;

#define XB_LEXICON_MOST_CLASSES 128

/* What the trie says of a word that ends: the classes it is in, the patterns that it is or begins. */
typedef struct
{
  guint64 classes[2];
  guint32 first; /* in entries */
  guint32 n;
} XbOutput;

/**
 * XbLexicon:
 *
 * All patterns of all rules in one trie. Filled, then xb_lexicon_finish(), then only read.
 */
typedef struct
{
  GArray     *ops;       /* XbOp */
  GArray     *patterns;  /* XbPattern */
  GHashTable *class_ids; /* name → number + 1 */
  GPtrArray  *classes;   /* GPtrArray of words */
  GArray     *by_number; /* patterns that begin with a number */
  GPtrArray  *led;       /* GArray of the patterns that begin with a class, by class */

  XbTrie     *trie;
  GArray     *outputs;   /* XbOutput; [0] is nothing */
  GArray     *entries;   /* guint16: a pattern */
  guint16    *symbols;   /* by BMP code point */
  GArray     *chars;     /* gunichar by symbol */
  GPtrArray  *by_sound;  /* GArray of symbols, by syllable */
} XbLexicon;

XbLexicon *xb_lexicon_new         (void);
void       xb_lexicon_free        (XbLexicon   *self);
int        xb_lexicon_find_class  (XbLexicon   *self,
                                   const char  *name);
gboolean   xb_lexicon_add_class   (XbLexicon   *self,
                                   const char  *name);
void       xb_lexicon_add_to_class (XbLexicon  *self,
                                   int          class,
                                   const char  *word);
gboolean   xb_lexicon_add_pattern (XbLexicon   *self,
                                   const char  *text,
                                   const XbPattern *pattern,
                                   char       **problem);
void       xb_pattern_find_needs  (const XbLexicon *lexicon,
                                   XbPattern   *pattern);
void       xb_lexicon_finish      (XbLexicon   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLexicon, xb_lexicon_free)

G_END_DECLS
