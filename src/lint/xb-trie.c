/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-trie.h"

typedef struct
{
  guint32 first; /* in the array of symbols */
  guint32 n;
  guint64 key;   /* the first four symbols: most words differ in them */
  guint32 value;
} Word;

struct _XbTrieBuilder
{
  GArray       *words;
  GArray       *symbols;
  GArray       *nodes;      /* XbTrieNode */
  guint32       first_free; /* nothing before it is free */
  guint32       last_base;
  XbTrieMerge   merge;
  gpointer      data;
};

XbTrieBuilder *
xb_trie_builder_new (void)
{
  XbTrieBuilder *self = g_new0 (XbTrieBuilder, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->nodes = g_array_new (FALSE, TRUE, sizeof (XbTrieNode));
  return self;
}

void
xb_trie_builder_free (XbTrieBuilder *self)
{
  g_array_unref (self->words);
  g_array_unref (self->symbols);
  g_array_unref (self->nodes);
  g_free (self);
}

/** xb_trie_builder_add: @value: not 0; the same word may be added again with another */
void
xb_trie_builder_add (XbTrieBuilder *self,
                     const guint16 *word,
                     guint          n,
                     guint32        value)
{
  Word added = { self->symbols->len, n, 0, value };

  g_assert (value != 0);
  if (n == 0)
    return;
  for (guint i = 0; i < 4; i++)
    added.key = added.key << 16 | (i < n ? word[i] : 0);
  g_array_append_vals (self->symbols, word, n);
  g_array_append_val (self->words, added);
}

static int
compare_words (const void *a,
               const void *b,
               void       *data)
{
  const guint16 *symbols = data;
  const Word *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  for (guint i = 4; i < x->n && i < y->n; i++)
    if (symbols[x->first + i] != symbols[y->first + i])
      return symbols[x->first + i] < symbols[y->first + i] ? -1 : 1;
  if (x->n != y->n)
    return x->n < y->n ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

static XbTrieNode *
node_at (XbTrieBuilder *self,
         guint32        state)
{
  return &g_array_index (self->nodes, XbTrieNode, state);
}

static const Word *
word_at (XbTrieBuilder *self,
         guint          i)
{
  return &g_array_index (self->words, Word, i);
}

static guint16
symbol_at (XbTrieBuilder *self,
           guint          word,
           guint          depth)
{
  return g_array_index (self->symbols, guint16, word_at (self, word)->first + depth);
}

/* Where the children's symbols all fall on free places. */
static guint32
find_base (XbTrieBuilder *self,
           const guint16 *children,
           guint          n)
{
  for (guint32 place = MAX (self->first_free, children[0] + 1u);; place++)
    {
      guint32 base = place - children[0];
      gboolean fits = TRUE;

      if (base + children[n - 1] >= self->nodes->len)
        g_array_set_size (self->nodes, 2 * (base + children[n - 1]));
      if (place == self->first_free && node_at (self, place)->check != 0)
        self->first_free++;
      for (guint i = 0; i < n && fits; i++)
        fits = node_at (self, base + children[i])->check == 0;
      if (fits)
        return base;
    }
}

static guint32
merge_values (XbTrieBuilder *self,
              guint          first,
              guint          last)
{
  g_autofree guint32 *values = g_new (guint32, last - first);

  for (guint i = first; i < last; i++)
    values[i - first] = word_at (self, i)->value;
  return self->merge (values, last - first, self->data);
}

/* The words from @first until @last agree in their first @depth symbols, which lead to @state. */
static void
build_state (XbTrieBuilder *self,
             guint          first,
             guint          last,
             guint          depth,
             guint32        state)
{
  g_autofree guint16 *children = NULL;
  g_autofree guint *starts = NULL;
  guint n = 0, ending = first;
  guint32 base;

  while (ending < last && word_at (self, ending)->n == depth)
    ending++;
  if (ending > first)
    node_at (self, state)->value = merge_values (self, first, ending);
  if (ending == last)
    return;
  children = g_new (guint16, last - ending);
  starts = g_new (guint, last - ending + 1);
  for (guint i = ending; i < last; i++)
    if (n == 0 || symbol_at (self, i, depth) != children[n - 1])
      {
        starts[n] = i;
        children[n++] = symbol_at (self, i, depth);
      }
  starts[n] = last;
  base = find_base (self, children, n);
  node_at (self, state)->base = base;
  self->last_base = MAX (self->last_base, base);
  for (guint i = 0; i < n; i++)
    node_at (self, base + children[i])->check = state + 1;
  for (guint i = 0; i < n; i++)
    build_state (self, starts[i], starts[i + 1], depth + 1, base + children[i]);
}

/**
 * xb_trie_builder_end:
 * @n_symbols: of the whole alphabet, those that no word has among them
 *
 * Returns: (transfer full) (element-type XbTrieNode): the nodes; @self is of no more use
 */
GArray *
xb_trie_builder_end (XbTrieBuilder *self,
                     guint          n_symbols,
                     XbTrieMerge    merge,
                     gpointer       data)
{
  self->merge = merge;
  self->data = data;
  self->first_free = XB_TRIE_ROOT + 1;
  g_array_sort_with_data (self->words, compare_words, self->symbols->data);
  g_array_set_size (self->nodes, 1 << 12);
  node_at (self, 0)->check = node_at (self, XB_TRIE_ROOT)->check = G_MAXUINT32;
  build_state (self, 0, self->words->len, 0, XB_TRIE_ROOT);
  /* A step looks at most one alphabet past the last base. */
  g_array_set_size (self->nodes, self->last_base + n_symbols);
  return g_array_ref (self->nodes);
}
