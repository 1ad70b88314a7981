/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters are compared by their symbols. */
typedef enum
{
  XB_SYMBOL_NONE,   /* it is in no pattern */
  XB_SYMBOL_NUMBER, /* no character: any number, where a pattern begins with one */
  XB_SYMBOL_FIRST,
} XbSymbol;

typedef enum
{
  XB_OP_CHAR,   /* x: the code point, a symbol once compiled */
  XB_OP_CLASS,  /* x: the class */
  XB_OP_NUMBER,
  XB_OP_NAME,   /* an account: at least four letters and digits */
  XB_OP_ANY,
  XB_OP_GAP,    /* x: at most so many characters, none of them ends a phrase */
  XB_OP_SPLIT,  /* go on, or at x */
  XB_OP_JUMP,   /* x */
  XB_OP_FIRST,  /* nothing of a word before */
  XB_OP_LAST,   /* nothing of a word after */
  XB_OP_AHEAD,  /* what follows until XB_OP_MATCH must hold here; x: where it goes on */
  XB_OP_NOT_AHEAD,
  XB_OP_BEHIND, /* one of the words that follow must stand before: XB_OP_CHAR backwards; x: where it goes on */
  XB_OP_NOT_BEHIND,
  XB_OP_MATCH,
} XbOpCode;

typedef struct
{
  guint16 code;
  guint16 x;
} XbOp;

/* What a pattern may name: by name to number; -1 where there is none. */
typedef int (*XbClassLookup) (const char *name,
                              gpointer    data);

gboolean xb_pattern_compile (const char     *text,
                             XbClassLookup   lookup,
                             gpointer        data,
                             GArray         *ops,
                             char          **problem);

G_END_DECLS
