/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-fold-tables.h"
#include "xb-lexicon.h"

static gconstpointer
unpack (XbLexicon *self,
        guint      part,
        gsize      size,
        gsize     *n)
{
  g_autoptr(GVariant) array = g_variant_get_child_value (self->image, part);
  gsize unused;

  /* The array lies in the image, which stays. */
  return g_variant_get_fixed_array (array, n != NULL ? n : &unused, size);
}

static void
name_classes (XbLexicon *self)
{
  g_autoptr(GVariant) names = g_variant_get_child_value (self->image, 0);

  self->class_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < g_variant_n_children (names); i++)
    {
      char *name;

      g_variant_get_child (names, i, "s", &name);
      g_hash_table_insert (self->class_ids, name, GUINT_TO_POINTER (i + 1));
    }
}

/* Counted, then filled: the symbols of each syllable lie together. */
static void
index_sounds (XbLexicon *self)
{
  const XbFoldTables *tables = xb_fold_tables_get ();
  guint n_sounds = tables->syllables->len;
  guint32 *first = g_new0 (guint32, n_sounds + 2);

  for (gsize i = XB_SYMBOL_FIRST; i < self->n_chars; i++)
    for (guint j = 0; j < XB_FOLD_MOST_READINGS && tables->readings[self->chars[i]][j] != 0; j++)
      first[tables->readings[self->chars[i]][j] + 2]++;
  for (guint i = 2; i < n_sounds + 2; i++)
    first[i] += first[i - 1];
  self->by_sound = g_new (guint16, first[n_sounds + 1] + 1);
  for (gsize i = XB_SYMBOL_FIRST; i < self->n_chars; i++)
    for (guint j = 0; j < XB_FOLD_MOST_READINGS && tables->readings[self->chars[i]][j] != 0; j++)
      self->by_sound[first[tables->readings[self->chars[i]][j] + 1]++] = i;
  self->first_sound = first;
}

/** xb_lexicon_new: @image: (transfer floating): what xb_lexicon_builder_end() made */
XbLexicon *
xb_lexicon_new (GVariant *image)
{
  XbLexicon *self = g_new0 (XbLexicon, 1);

  self->image = g_variant_ref_sink (image);
  /* An image that was put together just now becomes one piece of memory. */
  g_variant_get_data (self->image);
  name_classes (self);
  self->ops = unpack (self, 1, sizeof (XbOp), NULL);
  self->patterns = unpack (self, 2, sizeof (XbPattern), NULL);
  self->heads = unpack (self, 3, sizeof (XbHead), NULL);
  self->needs = unpack (self, 4, sizeof (XbNeed), NULL);
  self->need_symbols = unpack (self, 5, sizeof (guint16), NULL);
  self->outputs = unpack (self, 6, sizeof (XbOutput), NULL);
  self->entries = unpack (self, 7, sizeof (guint16), NULL);
  self->quads = unpack (self, 8, sizeof (guint64), NULL);
  self->trie.nodes = unpack (self, 9, sizeof (XbTrieNode), &self->trie.n);
  self->chars = unpack (self, 10, sizeof (guint32), &self->n_chars);
  self->symbols = g_new0 (guint16, 0x10000);
  for (gsize i = XB_SYMBOL_FIRST; i < self->n_chars; i++)
    self->symbols[self->chars[i]] = i;
  index_sounds (self);
  return self;
}

void
xb_lexicon_free (XbLexicon *self)
{
  g_clear_pointer (&self->class_ids, g_hash_table_unref);
  g_free (self->symbols);
  g_free (self->by_sound);
  g_free (self->first_sound);
  g_variant_unref (self->image);
  g_free (self);
}

/** xb_lexicon_find_class: Returns: its number; -1: there is none */
int
xb_lexicon_find_class (const XbLexicon *self,
                       const char      *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->class_ids, name)) - 1;
}
