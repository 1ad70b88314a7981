/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-fold-tables.h"
#include "xb-lexicon.h"

#define MOST_WORDS 48   /* of one pattern, written out; with more it is carried out step by step */
#define MOST_LEADS 1024
#define LONGEST_WORD 24
#define LONGEST_LEAD 2

XbLexicon *
xb_lexicon_new (void)
{
  XbLexicon *self = g_new0 (XbLexicon, 1);
  XbOutput none = { { 0, 0 }, 0, 0 };
  gunichar nothing = 0;

  self->ops = g_array_new (FALSE, FALSE, sizeof (XbOp));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (XbPattern));
  self->class_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->led = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->by_number = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->trie = xb_trie_new ();
  self->outputs = g_array_new (FALSE, FALSE, sizeof (XbOutput));
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->symbols = g_new0 (guint16, 0x10000);
  self->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->by_sound = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_array_append_val (self->outputs, none);
  g_array_append_val (self->chars, nothing);
  return self;
}

void
xb_lexicon_free (XbLexicon *self)
{
  g_array_unref (self->ops);
  g_array_unref (self->patterns);
  g_hash_table_unref (self->class_ids);
  g_ptr_array_unref (self->classes);
  g_array_unref (self->by_number);
  g_ptr_array_unref (self->led);
  xb_trie_free (self->trie);
  g_array_unref (self->outputs);
  g_array_unref (self->entries);
  g_free (self->symbols);
  g_array_unref (self->chars);
  g_ptr_array_unref (self->by_sound);
  g_free (self);
}

/** xb_lexicon_find_class: Returns: its number; -1: there is none */
int
xb_lexicon_find_class (XbLexicon  *self,
                       const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->class_ids, name)) - 1;
}

gboolean
xb_lexicon_add_class (XbLexicon  *self,
                      const char *name)
{
  if (self->classes->len >= XB_LEXICON_MOST_CLASSES || g_hash_table_contains (self->class_ids, name))
    return FALSE;
  g_ptr_array_add (self->classes, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref));
  g_ptr_array_add (self->led, g_array_new (FALSE, FALSE, sizeof (guint16)));
  g_hash_table_insert (self->class_ids, g_strdup (name), GUINT_TO_POINTER (self->classes->len));
  return TRUE;
}

static guint16
symbol_of (XbLexicon *self,
           gunichar   c)
{
  if (self->symbols[c] == 0)
    {
      self->symbols[c] = self->chars->len;
      g_array_append_val (self->chars, c);
    }
  return self->symbols[c];
}

/** xb_lexicon_add_to_class: @word: what the patterns' <name> shall take; what separates in it is left out */
void
xb_lexicon_add_to_class (XbLexicon  *self,
                         int         class,
                         const char *word)
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
  return xb_lexicon_find_class (data, name);
}

/* Reads the words that a pattern may begin with, or may be, off its steps. */
typedef struct
{
  XbLexicon *lexicon;
  const XbOp *ops;
  GArray    *lengths; /* guint */
  GArray    *symbols; /* all words behind each other */
  guint16    word[LONGEST_WORD];
  guint      n;
  guint      longest;
  gboolean   whole;   /* only whole words will do */
  gboolean   failed;
  gboolean   by_number;
} Leads;

static void
add_lead (Leads *self)
{
  if (self->n == 0 || self->lengths->len >= (self->whole ? MOST_WORDS : MOST_LEADS))
    {
      self->failed = TRUE;
      return;
    }
  g_array_append_val (self->lengths, self->n);
  g_array_append_vals (self->symbols, self->word, self->n);
}

static void follow (Leads *self,
                    guint  at);

static void
follow_class (Leads *self,
              guint  class)
{
  GPtrArray *words = g_ptr_array_index (self->lexicon->classes, class);
  guint n = self->n;

  for (guint i = 0; i < words->len && !self->failed; i++)
    {
      GArray *word = g_ptr_array_index (words, i);

      for (guint j = 0; j < word->len && self->n < LONGEST_WORD; j++)
        self->word[self->n++] = g_array_index (word, guint16, j);
      add_lead (self);
      self->n = n;
    }
}

static void
follow (Leads *self,
        guint  at)
{
  const XbOp *op = &self->ops[at];
  guint n = self->n;

  if (self->failed)
    return;
  switch ((XbOpCode) op->code)
    {
    case XB_OP_CHAR:
      if (self->n == self->longest)
        {
          self->failed = self->whole;
          if (!self->whole)
            add_lead (self);
          return;
        }
      self->word[self->n++] = op->x;
      follow (self, at + 1);
      break;
    case XB_OP_SPLIT:
      follow (self, at + 1);
      self->n = n;
      follow (self, op->x);
      break;
    case XB_OP_JUMP:
      follow (self, op->x);
      break;
    case XB_OP_MATCH:
      add_lead (self);
      break;
    case XB_OP_AHEAD:
    case XB_OP_NOT_AHEAD:
    case XB_OP_BEHIND:
    case XB_OP_NOT_BEHIND:
      self->failed |= self->whole;
      follow (self, op->x);
      break;
    case XB_OP_FIRST:
    case XB_OP_LAST:
      self->failed |= self->whole;
      follow (self, at + 1);
      break;
    case XB_OP_NUMBER:
      self->failed |= self->whole;
      if (self->n == 0)
        self->by_number = TRUE;
      else
        add_lead (self);
      break;
    case XB_OP_CLASS:
      self->failed |= self->whole;
      if (self->n == 0)
        follow_class (self, op->x);
      else
        add_lead (self);
      break;
    case XB_OP_NAME:
    case XB_OP_ANY:
    case XB_OP_GAP:
    default:
      self->failed |= self->whole;
      add_lead (self);
      break;
    }
  self->n = n;
}

static gboolean
find_leads (Leads     *self,
            XbLexicon *lexicon,
            guint      first_op,
            gboolean   whole)
{
  self->lexicon = lexicon;
  self->ops = &g_array_index (lexicon->ops, XbOp, first_op);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->n = 0;
  self->longest = whole ? LONGEST_WORD : LONGEST_LEAD;
  self->whole = whole;
  self->failed = self->by_number = FALSE;
  follow (self, 0);
  return !self->failed;
}

static void
clear_leads (Leads *self)
{
  g_array_unref (self->lengths);
  g_array_unref (self->symbols);
}

/* A value of the trie: 1 + pattern, or a class in the upper half. */
#define CLASS_VALUE 0x80000000u

static void
add_words (XbLexicon *self,
           Leads     *leads,
           guint      pattern)
{
  guint16 *word = (guint16 *) (gpointer) leads->symbols->data;

  for (guint i = 0; i < leads->lengths->len; i++)
    {
      guint n = g_array_index (leads->lengths, guint, i);

      xb_trie_add (self->trie, word, n, 1 + pattern);
      word += n;
    }
}

static void
name_symbols (XbLexicon *self,
              guint      first_op)
{
  for (guint i = first_op; i < self->ops->len; i++)
    {
      XbOp *op = &g_array_index (self->ops, XbOp, i);

      if (op->code == XB_OP_CHAR)
        op->x = symbol_of (self, op->x);
    }
}

/**
 * xb_lexicon_add_pattern:
 * @pattern: what it is for; the rest is filled in
 *
 * Returns: whether @text is a pattern; where not, nothing was added
 */
gboolean
xb_lexicon_add_pattern (XbLexicon       *self,
                        const char      *text,
                        const XbPattern *pattern,
                        char           **problem)
{
  XbPattern added = *pattern;
  guint index = self->patterns->len;
  Leads leads;

  added.first_op = self->ops->len;
  if (!xb_pattern_compile (text, lookup_class, self, self->ops, problem))
    return FALSE;
  name_symbols (self, added.first_op);
  added.class_head = g_array_index (self->ops, XbOp, added.first_op).code == XB_OP_CLASS;
  if (added.class_head)
    {
      guint16 number = index;

      g_array_append_val ((GArray *) g_ptr_array_index (self->led, g_array_index (self->ops, XbOp, added.first_op).x),
                          number);
      xb_pattern_find_needs (self, &added);
      g_array_append_val (self->patterns, added);
      return TRUE;
    }
  added.is_word = find_leads (&leads, self, added.first_op, TRUE);
  if (!added.is_word)
    {
      clear_leads (&leads);
      if (!find_leads (&leads, self, added.first_op, FALSE))
        {
          clear_leads (&leads);
          g_array_set_size (self->ops, added.first_op);
          *problem = g_strdup (_("it must begin with a character, a list of words or a number, and with few of them"));
          return FALSE;
        }
    }
  xb_pattern_find_needs (self, &added);
  g_array_append_val (self->patterns, added);
  add_words (self, &leads, index);
  if (leads.by_number)
    {
      guint16 number = index;

      g_array_append_val (self->by_number, number);
    }
  clear_leads (&leads);
  return TRUE;
}

static guint32
merge_values (guint32 *values,
              guint    n,
              gpointer data)
{
  XbLexicon *self = data;
  XbOutput output = { { 0, 0 }, self->entries->len, 0 };

  for (guint i = 0; i < n; i++)
    if (i > 0 && values[i] == values[i - 1])
      continue;
    else if (values[i] & CLASS_VALUE)
      {
        GArray *led = g_ptr_array_index (self->led, values[i] & 0x7F);

        output.classes[(values[i] & 0x7F) / 64] |= G_GUINT64_CONSTANT (1) << (values[i] & 0x3F);
        g_array_append_vals (self->entries, led->data, led->len);
        output.n += led->len;
      }
    else
      {
        guint16 pattern = values[i] - 1;

        g_array_append_val (self->entries, pattern);
        output.n++;
      }
  g_array_append_val (self->outputs, output);
  return self->outputs->len - 1;
}

static void
index_sounds (XbLexicon *self)
{
  const XbFoldTables *tables = xb_fold_tables_get ();

  for (guint i = 0; i < tables->syllables->len; i++)
    g_ptr_array_add (self->by_sound, g_array_new (FALSE, FALSE, sizeof (guint16)));
  for (guint i = 1; i < self->chars->len; i++)
    {
      gunichar c = g_array_index (self->chars, gunichar, i);
      guint16 symbol = i;

      for (guint j = 0; j < XB_FOLD_MOST_READINGS && tables->readings[c][j] != 0; j++)
        g_array_append_val ((GArray *) g_ptr_array_index (self->by_sound, tables->readings[c][j]), symbol);
    }
}

/** xb_lexicon_finish: Builds the trie; nothing may be added any more */
void
xb_lexicon_finish (XbLexicon *self)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (self->classes, i);

      for (guint j = 0; j < words->len; j++)
        {
          GArray *word = g_ptr_array_index (words, j);

          xb_trie_add (self->trie, (const guint16 *) (gpointer) word->data, word->len, CLASS_VALUE | i);
        }
    }
  xb_trie_build (self->trie, merge_values, self);
  index_sounds (self);
}
