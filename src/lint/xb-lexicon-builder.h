/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lexicon.h"

G_BEGIN_DECLS

/**
 * XbLexiconBuilder:
 *
 * Makes the image of a lexicon: lists of words first, then the patterns that name them.
 */
typedef struct
{
  GArray        *ops;          /* XbOp */
  GArray        *patterns;     /* XbPattern */
  GArray        *heads;        /* XbHead */
  GArray        *needs;        /* XbNeed */
  GArray        *need_symbols; /* guint16 */
  GHashTable    *need_ids;     /* GBytes → number */
  GArray        *outputs;      /* XbOutput */
  GHashTable    *output_ids;   /* GBytes → number */
  GArray        *entries;      /* guint16 */
  guint64       *quads;
  GHashTable    *class_ids;    /* name → number + 1 */
  GPtrArray     *class_names;
  GPtrArray     *classes;      /* GPtrArray of words, each a GArray of symbols */
  GPtrArray     *led;          /* GArray of the heads that begin with a class, by class */
  XbTrieBuilder *trie;
  guint16       *symbols;      /* by BMP code point */
  GArray        *chars;        /* guint32 by symbol */
} XbLexiconBuilder;

XbLexiconBuilder *xb_lexicon_builder_new         (void);
void              xb_lexicon_builder_free        (XbLexiconBuilder *self);
int               xb_lexicon_builder_find_class  (XbLexiconBuilder *self,
                                                  const char       *name);
gboolean          xb_lexicon_builder_add_class   (XbLexiconBuilder *self,
                                                  const char       *name);
void              xb_lexicon_builder_add_to_class (XbLexiconBuilder *self,
                                                  int               class,
                                                  const char       *word);
gboolean          xb_lexicon_builder_add_pattern (XbLexiconBuilder *self,
                                                  const char       *text,
                                                  const XbPattern  *pattern,
                                                  char            **problem);
GVariant         *xb_lexicon_builder_end         (XbLexiconBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLexiconBuilder, xb_lexicon_builder_free)

G_END_DECLS
