/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define XB_FOLD_MOST_READINGS 3
#define XB_FOLD_MOST_MEANINGS 2

/* What one character stands for: a few others. */
typedef struct
{
  gunichar to[4];
  guint8   n;
  gboolean picture; /* an emoji read as a word, not a lookalike */
} XbStandIn;

/**
 * XbFoldTables:
 * @simple: by BMP code point: the simplified form, itself where there is no other
 * @stand_ins: (element-type guint XbStandIn)
 * @readings: by BMP code point: numbers of its syllables, 0 ends
 * @syllables: (element-type utf8): by number; [0] is empty
 * @sounds: (element-type utf8 guint): syllable → number
 * @meanings: by BMP code point: what it is written for on purpose, 0 ends: 蕞 → 最, 壹 → 一 and 1
 */
typedef struct
{
  guint16    *simple;
  GHashTable *stand_ins;
  guint16   (*readings)[XB_FOLD_MOST_READINGS];
  GPtrArray  *syllables;
  GHashTable *sounds;
  guint16   (*meanings)[XB_FOLD_MOST_MEANINGS];
} XbFoldTables;

const XbFoldTables *xb_fold_tables_get (void);

G_END_DECLS
