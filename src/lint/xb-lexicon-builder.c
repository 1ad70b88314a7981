/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-leads.h"
#include "xb-lexicon-builder.h"
#include "xb-needs.h"

/* A value of the trie while it is built: 1 + head, or a class in the upper half. */
#define CLASS_VALUE 0x80000000u

static void
free_words (gpointer words)
{
  g_ptr_array_unref (words);
}

XbLexiconBuilder *
xb_lexicon_builder_new (void)
{
  XbLexiconBuilder *self = g_new0 (XbLexiconBuilder, 1);
  const XbOutput no_output = { { 0 }, 0, 0 };
  const XbNeed no_need = { { 0 }, 0, 0 };

  self->ops = g_array_new (FALSE, FALSE, sizeof (XbOp));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (XbPattern));
  self->heads = g_array_new (FALSE, FALSE, sizeof (XbHead));
  self->needs = g_array_new (FALSE, FALSE, sizeof (XbNeed));
  self->need_symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->need_ids = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->outputs = g_array_new (FALSE, FALSE, sizeof (XbOutput));
  self->output_ids = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->quads = g_new0 (guint64, (1 << XB_QUAD_BITS) / 64);
  self->class_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->class_names = g_ptr_array_new ();
  self->classes = g_ptr_array_new_with_free_func (free_words);
  self->led = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->trie = xb_trie_builder_new ();
  self->symbols = g_new0 (guint16, 0x10000);
  self->chars = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_append_val (self->outputs, no_output);
  g_array_append_val (self->needs, no_need);
  g_array_set_size (self->chars, XB_SYMBOL_FIRST);
  return self;
}

void
xb_lexicon_builder_free (XbLexiconBuilder *self)
{
  g_array_unref (self->ops);
  g_array_unref (self->patterns);
  g_array_unref (self->heads);
  g_array_unref (self->needs);
  g_array_unref (self->need_symbols);
  g_hash_table_unref (self->need_ids);
  g_array_unref (self->outputs);
  g_hash_table_unref (self->output_ids);
  g_array_unref (self->entries);
  g_free (self->quads);
  g_hash_table_unref (self->class_ids);
  g_ptr_array_unref (self->class_names);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->led);
  xb_trie_builder_free (self->trie);
  g_free (self->symbols);
  g_array_unref (self->chars);
  g_free (self);
}

/** xb_lexicon_builder_find_class: Returns: its number; -1: there is none */
int
xb_lexicon_builder_find_class (XbLexiconBuilder *self,
                               const char       *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->class_ids, name)) - 1;
}

gboolean
xb_lexicon_builder_add_class (XbLexiconBuilder *self,
                              const char       *name)
{
  char *own;

  if (self->classes->len >= XB_LEXICON_MOST_CLASSES || g_hash_table_contains (self->class_ids, name))
    return FALSE;
  own = g_strdup (name);
  g_ptr_array_add (self->class_names, own);
  g_ptr_array_add (self->classes, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref));
  g_ptr_array_add (self->led, g_array_new (FALSE, FALSE, sizeof (guint16)));
  g_hash_table_insert (self->class_ids, own, GUINT_TO_POINTER (self->classes->len));
  return TRUE;
}

static guint16
symbol_of (XbLexiconBuilder *self,
           guint32           c)
{
  if (self->symbols[c] == 0)
    {
      self->symbols[c] = self->chars->len;
      g_array_append_val (self->chars, c);
    }
  return self->symbols[c];
}

/** xb_lexicon_builder_add_to_class: @word: what the patterns' <name> shall take */
void
xb_lexicon_builder_add_to_class (XbLexiconBuilder *self,
                                 int               class,
                                 const char       *word)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = xb_fold_simplify (g_unichar_tolower (g_utf8_get_char (p)));

      if (c < 0x10000)
        {
          guint16 symbol = symbol_of (self, c);

          g_array_append_val (symbols, symbol);
        }
    }
  g_ptr_array_add (g_ptr_array_index (self->classes, class), symbols);
}

static int
lookup_class (const char *name,
              gpointer    data)
{
  return xb_lexicon_builder_find_class (data, name);
}

/* Returns: the number of a need like that, one for all that are alike */
static guint16
need_of (XbLexiconBuilder *self,
         const XbNeedSet  *set)
{
  XbNeed need = { { set->classes[0], set->classes[1] }, self->need_symbols->len, set->n };
  g_autoptr(GBytes) key = g_bytes_new (set, offsetof (XbNeedSet, weight));
  gpointer known = g_hash_table_lookup (self->need_ids, key);

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  if ((set->n == 0 && (set->classes[0] | set->classes[1]) == 0) || self->needs->len > G_MAXUINT16)
    return 0;
  g_array_append_vals (self->need_symbols, set->symbols, set->n);
  g_array_append_val (self->needs, need);
  g_hash_table_insert (self->need_ids, g_steal_pointer (&key), GUINT_TO_POINTER (self->needs->len - 1));
  return self->needs->len - 1;
}

/* Returns: the number of the head of the pattern being added that goes on at @end */
static guint16
head_of (XbLexiconBuilder *self,
         guint             first_head,
         guint             pattern,
         XbNeeds          *needs,
         guint             end,
         gboolean          resumes)
{
  XbHead head = { pattern, resumes ? end : 0, 0, { 0 } };
  XbNeedSet next, later[2];

  if (end > 0)
    {
      xb_needs_find_next (needs, end, &next);
      xb_needs_find_later (needs, end, later);
      head.next = need_of (self, &next);
      head.needs[0] = need_of (self, &later[0]);
      head.needs[1] = need_of (self, &later[1]);
    }
  for (guint i = first_head; i < self->heads->len; i++)
    if (memcmp (&g_array_index (self->heads, XbHead, i), &head, sizeof head) == 0)
      return i;
  g_array_append_val (self->heads, head);
  return self->heads->len - 1;
}

/* See xb_lexicon_has_quad(). */
static void
note_quads (XbLexiconBuilder *self,
            const guint16    *word)
{
  for (guint but = 0; but < 4; but++)
    {
      guint32 hash = xb_quad_hash (word, but);

      self->quads[hash / 64] |= G_GUINT64_CONSTANT (1) << (hash % 64);
    }
}

static void
add_leads (XbLexiconBuilder *self,
           const XbLeads    *leads,
           XbNeeds          *needs)
{
  guint first_head = self->heads->len, pattern = self->patterns->len - 1;
  const XbPattern *added = &g_array_index (self->patterns, XbPattern, pattern);
  gboolean is_word = (added->flags & XB_PATTERN_IS_WORD) != 0;

  for (guint i = 0; i < leads->leads->len; i++)
    {
      const XbLead *lead = &g_array_index (leads->leads, XbLead, i);
      const guint16 *word = &g_array_index (leads->symbols, guint16, lead->first);
      guint16 head = head_of (self, first_head, pattern, needs, is_word ? 0 : lead->end, lead->resumes && !is_word);

      xb_trie_builder_add (self->trie, word, lead->n, 1 + head);
      if (is_word && lead->n >= 4 && (added->role == XB_ROLE_LIFTS || (added->flags & XB_PATTERN_BY_SOUND) != 0))
        note_quads (self, word);
    }
}

static void
name_symbols (XbLexiconBuilder *self,
              guint             first_op)
{
  for (guint i = first_op; i < self->ops->len; i++)
    {
      XbOp *op = &g_array_index (self->ops, XbOp, i);

      if (op->code == XB_OP_CHAR)
        op->x = symbol_of (self, op->x);
    }
}

/**
 * xb_lexicon_builder_add_pattern:
 * @pattern: what it is for; the rest is filled in
 *
 * Returns: whether @text is a pattern; where not, nothing was added
 */
gboolean
xb_lexicon_builder_add_pattern (XbLexiconBuilder *self,
                                const char       *text,
                                const XbPattern  *pattern,
                                char            **problem)
{
  XbPattern added = *pattern;
  g_autoptr(XbNeeds) needs = NULL;
  const XbOp *ops;
  XbLeads leads;

  added.first_op = self->ops->len;
  if (!xb_pattern_compile (text, lookup_class, self, self->ops, problem))
    return FALSE;
  name_symbols (self, added.first_op);
  ops = &g_array_index (self->ops, XbOp, added.first_op);
  needs = xb_needs_new (ops, self->ops->len - added.first_op, self->classes);
  if (ops[0].code == XB_OP_CLASS)
    {
      guint16 head;

      g_array_append_val (self->patterns, added);
      head = head_of (self, self->heads->len, self->patterns->len - 1, needs, 1, TRUE);
      g_array_append_val ((GArray *) g_ptr_array_index (self->led, ops[0].x), head);
      return TRUE;
    }
  if (xb_leads_find (&leads, ops, self->classes, TRUE))
    added.flags |= XB_PATTERN_IS_WORD;
  else
    {
      xb_leads_clear (&leads);
      if (!xb_leads_find (&leads, ops, self->classes, FALSE) || self->heads->len > G_MAXUINT16 / 2)
        {
          xb_leads_clear (&leads);
          g_array_set_size (self->ops, added.first_op);
          *problem = g_strdup (_("it must begin with a character, a list of words or a number, and with few of them"));
          return FALSE;
        }
    }
  g_array_append_val (self->patterns, added);
  add_leads (self, &leads, needs);
  xb_leads_clear (&leads);
  return TRUE;
}

/* Returns: the number of an output like that; most words are in one list and nothing else */
static guint32
output_of (XbLexiconBuilder *self,
           XbOutput         *output)
{
  g_autoptr(GByteArray) whole = g_byte_array_new ();
  g_autoptr(GBytes) key = NULL;
  gpointer known;

  output->n = self->entries->len - output->first;
  g_byte_array_append (whole, (const guint8 *) output->classes, sizeof output->classes);
  if (output->n > 0)
    g_byte_array_append (whole, (const guint8 *) &g_array_index (self->entries, guint16, output->first),
                         output->n * sizeof (guint16));
  key = g_byte_array_free_to_bytes (g_steal_pointer (&whole));
  known = g_hash_table_lookup (self->output_ids, key);
  if (known != NULL)
    {
      g_array_set_size (self->entries, output->first);
      return GPOINTER_TO_UINT (known);
    }
  g_array_append_val (self->outputs, *output);
  g_hash_table_insert (self->output_ids, g_steal_pointer (&key), GUINT_TO_POINTER (self->outputs->len - 1));
  return self->outputs->len - 1;
}

static guint32
merge_values (guint32 *values,
              guint    n,
              gpointer data)
{
  XbLexiconBuilder *self = data;
  XbOutput output = { { 0, 0 }, self->entries->len, 0 };

  for (guint i = 0; i < n; i++)
    if (i > 0 && values[i] == values[i - 1])
      continue;
    else if (values[i] & CLASS_VALUE)
      {
        GArray *led = g_ptr_array_index (self->led, values[i] & 0x7F);

        output.classes[(values[i] & 0x7F) / 64] |= G_GUINT64_CONSTANT (1) << (values[i] & 0x3F);
        g_array_append_vals (self->entries, led->data, led->len);
      }
    else
      {
        guint16 head = values[i] - 1;

        g_array_append_val (self->entries, head);
      }
  return output_of (self, &output);
}

static void
add_class_words (XbLexiconBuilder *self)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (self->classes, i);

      for (guint j = 0; j < words->len; j++)
        {
          GArray *word = g_ptr_array_index (words, j);

          xb_trie_builder_add (self->trie, (const guint16 *) (gpointer) word->data, word->len, CLASS_VALUE | i);
        }
    }
}

static GVariant *
pack (const char *type,
      GArray     *array)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE (type), array->data, array->len, g_array_get_element_size (array));
}

/** xb_lexicon_builder_end: Returns: (transfer floating): the image of the lexicon; @self is of no more use */
GVariant *
xb_lexicon_builder_end (XbLexiconBuilder *self)
{
  g_autoptr(GArray) nodes = NULL;
  GVariant *parts[11];
  guint n = 0;

  add_class_words (self);
  nodes = xb_trie_builder_end (self->trie, self->chars->len, merge_values, self);
  parts[n++] = g_variant_new_strv ((const char *const *) self->class_names->pdata, self->class_names->len);
  parts[n++] = pack ("(qq)", self->ops);
  parts[n++] = pack ("(qqyyqu)", self->patterns);
  parts[n++] = pack ("(qqqqq)", self->heads);
  parts[n++] = pack ("(ttuu)", self->needs);
  parts[n++] = pack ("q", self->need_symbols);
  parts[n++] = pack ("(ttuu)", self->outputs);
  parts[n++] = pack ("q", self->entries);
  parts[n++] = g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, self->quads, (1 << XB_QUAD_BITS) / 64,
                                          sizeof (guint64));
  parts[n++] = pack ("(uuu)", nodes);
  parts[n++] = pack ("u", self->chars);
  return g_variant_new_tuple (parts, n);
}
