/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbTrieNode:
 * @base: where its children begin
 * @check: the state before, plus one; 0: free
 * @value: of the word that ends here; 0: none does
 */
typedef struct
{
  guint32 base;
  guint32 check;
  guint32 value;
} XbTrieNode;

/**
 * XbTrie:
 *
 * A double-array trie over symbols: from a state, one addition and one comparison lead on. It is only read;
 * #XbTrieBuilder makes the nodes.
 */
typedef struct
{
  const XbTrieNode *nodes;
  gsize             n;
} XbTrie;

/** xb_trie_step: Returns: the state after @symbol; 0 where no word goes on like that. The first state is 1. */
static inline guint32
xb_trie_step (const XbTrie *self,
              guint32       state,
              guint16       symbol)
{
  guint32 next = self->nodes[state].base + symbol;

  return self->nodes[next].check == state + 1 && symbol != 0 ? next : 0;
}

#define XB_TRIE_ROOT 1

/* What a word that was added more than once has for value. */
typedef guint32 (*XbTrieMerge) (guint32 *values, guint n, gpointer data);

typedef struct _XbTrieBuilder XbTrieBuilder;

XbTrieBuilder *xb_trie_builder_new  (void);
void           xb_trie_builder_free (XbTrieBuilder *self);
void           xb_trie_builder_add  (XbTrieBuilder *self,
                                     const guint16 *word,
                                     guint          n,
                                     guint32        value);
GArray        *xb_trie_builder_end  (XbTrieBuilder *self,
                                     guint          n_symbols,
                                     XbTrieMerge    merge,
                                     gpointer       data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbTrieBuilder, xb_trie_builder_free)

G_END_DECLS
