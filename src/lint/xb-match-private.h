/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fold-tables.h"
#include "xb-match.h"

G_BEGIN_DECLS

/* Where the trie came to a word's end. */
typedef struct
{
  guint   start;
  guint   end;
  guint32 state;
} XbReached;

/* The lists of words of which one begins at a character, and at it or after it; by their bits. */
typedef struct
{
  guint64 here[2];
  guint64 later[2];
} XbWordsAt;

/**
 * XbMatcher:
 * @last: by symbol: one more than the last character of the layer that may stand for it; 0: none does
 * @words: by character, and one after the last; not where sounds are compared
 * @meant: some character may be taken for another
 * @left: how many more steps may be tried from here: a pattern cannot make a label slow
 * @best: the longest match so far; its end is 0 while there is none
 */
struct _XbMatcher
{
  const XbLexicon    *lexicon;
  const XbFoldTables *tables;
  guint32            *last;
  XbWordsAt          *words;
  guint               n_words;
  GArray             *reached;

  const XbLayer      *layer;
  const XbChar       *chars;
  guint               n;
  gboolean            sounds;
  gboolean            meant;
  XbHitFunc           func;
  gpointer            data;

  int                 left;
  guint16             path[XB_MATCH_LONGEST_PATH];
  XbHit               best;
};

gboolean xb_match_run       (XbMatcher    *self,
                             const XbOp   *ops,
                             guint         pc,
                             guint         start,
                             guint         at,
                             XbTally       tally);
guint    xb_match_skip_number (const XbMatcher *self,
                             guint         at,
                             XbTally      *tally);
guint16  xb_match_symbol_meant (const XbMatcher *self,
                             const XbChar *c,
                             guint         i);
gboolean xb_match_goes_on   (const XbMatcher *self,
                             guint         at);
gboolean xb_match_is_inside (const XbLayer *layer,
                             guint         at);
void     xb_match_tell      (XbMatcher    *self);
void     xb_match_try_head  (XbMatcher    *self,
                             guint         head,
                             guint         start,
                             guint         read,
                             XbTally       tally);
guint    xb_match_read_number (XbMatcher  *self,
                             guint         at,
                             guint32      *state,
                             XbTally      *tally);

G_END_DECLS
