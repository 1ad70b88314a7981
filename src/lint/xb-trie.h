/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbTrie:
 *
 * A double-array trie over symbols: from a state, one addition and one comparison lead on. Words are added first;
 * xb_trie_build() makes the arrays; then it is only read.
 */
typedef struct
{
  gint32   *base;
  guint32  *check; /* the state before, plus one; 0: free */
  guint32  *value; /* of the word that ends here; 0: none does */
  guint32   size;
  GArray   *words; /* until it is built */
  GArray   *symbols;
  guint     longest;
  guint16   last_symbol;
} XbTrie;

XbTrie *xb_trie_new   (void);
void    xb_trie_free  (XbTrie        *self);
void    xb_trie_add   (XbTrie        *self,
                       const guint16 *word,
                       guint          n,
                       guint32        value);
/* @merge: what a word added twice has for value */
typedef guint32 (*XbTrieMerge) (guint32 *values, guint n, gpointer data);
void    xb_trie_build (XbTrie        *self,
                       XbTrieMerge    merge,
                       gpointer       data);

/** xb_trie_step: Returns: the state after @symbol; 0 where no word goes on like that. The first state is 1. */
static inline guint32
xb_trie_step (const XbTrie *self,
              guint32       state,
              guint16       symbol)
{
  guint32 next = (guint32) self->base[state] + symbol;

  return self->check[next] == state + 1 && symbol != 0 ? next : 0;
}

#define XB_TRIE_ROOT 1

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbTrie, xb_trie_free)

G_END_DECLS
