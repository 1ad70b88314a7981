/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fold-tables.h"
#include "xb-match.h"

G_BEGIN_DECLS

/**
 * XbMatch:
 * @left: how many more steps may be tried from here: a pattern cannot make a label slow
 * @best: the longest match so far; its end is 0 while there is none
 *
 * One attempt at a place of the text.
 */
typedef struct
{
  const XbLexicon    *lexicon;
  const XbFoldTables *tables;
  const XbChar       *chars;
  guint               n;
  gboolean            sounds;
  gboolean            meant;   /* some character may be taken for another */
  guint64             has[4];  /* the symbols of the text, by their last byte */
  int                 left;
  guint16             path[XB_MATCH_LONGEST_PATH];
  XbHit               best;
} XbMatch;

gboolean xb_match_run   (XbMatch    *self,
                         const XbOp *ops,
                         guint       at);
gboolean xb_match_run_from (XbMatch    *self,
                         const XbOp *ops,
                         guint       pc,
                         guint       start,
                         guint       at);
gboolean xb_match_is_number (const XbChar *c);
gboolean xb_match_takes (XbMatch    *self,
                         guint       at,
                         guint16     symbol,
                         XbTally    *tally);

G_END_DECLS
