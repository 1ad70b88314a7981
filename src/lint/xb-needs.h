/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lexicon.h"

G_BEGIN_DECLS

#define XB_NEED_MOST_SYMBOLS 48

/* One of these characters, or a word of one of these lists. Empty: nothing is asked for. */
typedef struct
{
  guint64 classes[2];
  guint16 symbols[XB_NEED_MOST_SYMBOLS];
  guint16 n;
  guint   weight; /* of how many it is one: the fewer, the more it says */
} XbNeedSet;

typedef struct _XbNeeds XbNeeds;

XbNeeds *xb_needs_new        (const XbOp *ops,
                              guint       n_ops,
                              GPtrArray  *classes);
void     xb_needs_free       (XbNeeds    *self);
void     xb_needs_find_next  (XbNeeds    *self,
                              guint       pc,
                              XbNeedSet  *next);
void     xb_needs_find_later (XbNeeds    *self,
                              guint       pc,
                              XbNeedSet   later[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbNeeds, xb_needs_free)

G_END_DECLS
