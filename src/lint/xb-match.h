/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lexicon.h"

G_BEGIN_DECLS

#define XB_MATCH_LONGEST_PATH 64

/* How the characters of a match were come by. */
typedef struct
{
  guint8 exact;
  guint8 latin;   /* a syllable in letters */
  guint8 known;   /* what is written for another on purpose */
  guint8 similar; /* only sounds the same */
} XbTally;

/**
 * XbHit:
 * @pattern: number of what was found
 * @start, @end: characters of the layer
 * @path: the symbols that they were taken for, where sounds were compared; 0: itself
 */
typedef struct
{
  guint   pattern;
  guint   start;
  guint   end;
  XbTally tally;
  guint   n_path;
  guint16 path[XB_MATCH_LONGEST_PATH];
} XbHit;

typedef void (*XbHitFunc) (const XbHit *hit,
                           gpointer     data);

/**
 * XbMatcher:
 *
 * Finds the patterns of a lexicon. It keeps its working memory from one text to the next.
 */
typedef struct _XbMatcher XbMatcher;

XbMatcher *xb_matcher_new         (const XbLexicon *lexicon);
void       xb_matcher_free        (XbMatcher       *self);
void       xb_matcher_find        (XbMatcher       *self,
                                   const XbLayer   *layer,
                                   XbHitFunc        func,
                                   gpointer         data);
void       xb_matcher_find_sounds (XbMatcher       *self,
                                   const XbLayer   *layer,
                                   XbHitFunc        func,
                                   gpointer         data);

gboolean   xb_matcher_has_class   (const XbMatcher *self,
                                   int              class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMatcher, xb_matcher_free)

G_END_DECLS
