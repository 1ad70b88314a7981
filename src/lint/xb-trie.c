/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-trie.h"

typedef struct
{
  guint32 first; /* in the array of symbols */
  guint32 n;
  guint64 key;   /* the first four symbols: most words differ in them */
  guint32 value;
} Word;

XbTrie *
xb_trie_new (void)
{
  XbTrie *self = g_new0 (XbTrie, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  return self;
}

void
xb_trie_free (XbTrie *self)
{
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_free (self->base);
  g_free (self->check);
  g_free (self->value);
  g_free (self);
}

/** xb_trie_add: @value: not 0; the same word may be added again with another */
void
xb_trie_add (XbTrie        *self,
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
  self->longest = MAX (self->longest, n);
  for (guint i = 0; i < n; i++)
    self->last_symbol = MAX (self->last_symbol, word[i]);
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

static void
reserve (XbTrie *self,
         guint32 size)
{
  guint32 grown = MAX (size, 2 * self->size);

  if (size <= self->size)
    return;
  self->base = g_renew (gint32, self->base, grown);
  self->check = g_renew (guint32, self->check, grown);
  self->value = g_renew (guint32, self->value, grown);
  memset (self->base + self->size, 0, (grown - self->size) * sizeof *self->base);
  memset (self->check + self->size, 0, (grown - self->size) * sizeof *self->check);
  memset (self->value + self->size, 0, (grown - self->size) * sizeof *self->value);
  self->size = grown;
}

typedef struct
{
  XbTrie     *trie;
  const Word *words;
  guint16    *symbols;
  guint32     first_free; /* nothing before it is free */
  guint32     last_base;
  XbTrieMerge merge;
  gpointer    data;
} Builder;

static guint16
symbol_at (Builder *builder,
           guint    word,
           guint    depth)
{
  return builder->symbols[builder->words[word].first + depth];
}

/* Where the children's symbols all fall on free places. */
static guint32
find_base (Builder       *builder,
           const guint16 *children,
           guint          n)
{
  XbTrie *trie = builder->trie;

  for (guint32 place = MAX (builder->first_free, children[0] + 1u);; place++)
    {
      guint32 base = place - children[0];
      gboolean fits = TRUE;

      reserve (trie, base + children[n - 1] + 1);
      if (place == builder->first_free && trie->check[place] != 0)
        builder->first_free++;
      for (guint i = 0; i < n && fits; i++)
        fits = trie->check[base + children[i]] == 0;
      if (fits)
        return base;
    }
}

/* The words from @first until @last agree in their first @depth symbols, which lead to @state. */
static void
build_state (Builder *builder,
             guint    first,
             guint    last,
             guint    depth,
             guint32  state)
{
  g_autofree guint16 *children = NULL;
  g_autofree guint *starts = NULL;
  guint n = 0, ending = first;

  while (ending < last && builder->words[ending].n == depth)
    ending++;
  if (ending > first)
    {
      g_autofree guint32 *values = g_new (guint32, ending - first);

      for (guint i = first; i < ending; i++)
        values[i - first] = builder->words[i].value;
      builder->trie->value[state] = builder->merge (values, ending - first, builder->data);
    }
  if (ending == last)
    return;
  if (symbol_at (builder, ending, depth) == symbol_at (builder, last - 1, depth))
    {
      guint16 only = symbol_at (builder, ending, depth);

      builder->trie->base[state] = find_base (builder, &only, 1);
      builder->last_base = MAX (builder->last_base, (guint32) builder->trie->base[state]);
      builder->trie->check[builder->trie->base[state] + only] = state + 1;
      build_state (builder, ending, last, depth + 1, builder->trie->base[state] + only);
      return;
    }
  children = g_new (guint16, last - ending);
  starts = g_new (guint, last - ending + 1);
  for (guint i = ending; i < last; i++)
    if (n == 0 || symbol_at (builder, i, depth) != children[n - 1])
      {
        starts[n] = i;
        children[n++] = symbol_at (builder, i, depth);
      }
  starts[n] = last;
  builder->trie->base[state] = find_base (builder, children, n);
  builder->last_base = MAX (builder->last_base, (guint32) builder->trie->base[state]);
  for (guint i = 0; i < n; i++)
    builder->trie->check[builder->trie->base[state] + children[i]] = state + 1;
  for (guint i = 0; i < n; i++)
    build_state (builder, starts[i], starts[i + 1], depth + 1, builder->trie->base[state] + children[i]);
}

void
xb_trie_build (XbTrie     *self,
               XbTrieMerge merge,
               gpointer    data)
{
  Builder builder = { self, NULL, NULL, XB_TRIE_ROOT + 1, 0, merge, data };

  g_array_sort_with_data (self->words, compare_words, self->symbols->data);
  builder.words = (const Word *) (gpointer) self->words->data;
  builder.symbols = (guint16 *) (gpointer) self->symbols->data;
  reserve (self, 1 << 12);
  self->check[0] = self->check[XB_TRIE_ROOT] = G_MAXUINT32;
  build_state (&builder, 0, self->words->len, 0, XB_TRIE_ROOT);
  /* A step looks at most one alphabet past the last base. */
  reserve (self, builder.last_base + self->last_symbol + 1);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
}
