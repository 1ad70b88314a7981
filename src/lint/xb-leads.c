/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-leads.h"

/* Reads the words that a pattern may begin with, or may be, off its steps. */

#define MOST_WORDS 48   /* of one pattern, written out; with more it is carried out step by step */
#define MOST_LEADS 1024
#define LONGEST_WORD 24
#define LONGEST_LEAD 2

typedef struct
{
  const XbOp *ops;
  GPtrArray  *classes;
  XbLeads    *leads;
  guint16     word[LONGEST_WORD];
  guint       n;
  guint       longest;
  gboolean    whole;   /* only whole words will do */
  gboolean    tested;  /* something else than characters was passed */
  gboolean    failed;
} Search;

static void follow (Search *self,
                    guint   at);

static void
add_lead (Search *self,
          guint   end)
{
  XbLead lead = { self->leads->symbols->len, self->n, end, !self->tested && end > 0 };

  if (self->leads->leads->len >= (self->whole ? MOST_WORDS : MOST_LEADS))
    {
      self->failed = TRUE;
      return;
    }
  g_array_append_val (self->leads->leads, lead);
  g_array_append_vals (self->leads->symbols, self->word, self->n);
}

/* Something whose characters are not known ends the lead; nothing begins with it. */
static void
end_lead (Search *self,
          guint   at)
{
  self->failed |= self->whole || self->n == 0;
  add_lead (self, at);
}

static void
follow_class (Search *self,
              guint   at)
{
  GPtrArray *words = g_ptr_array_index (self->classes, self->ops[at].x);

  for (guint i = 0; i < words->len && !self->failed; i++)
    {
      GArray *word = g_ptr_array_index (words, i);

      self->n = MIN (word->len, LONGEST_WORD);
      for (guint j = 0; j < self->n; j++)
        self->word[j] = g_array_index (word, guint16, j);
      if (self->n > 0)
        add_lead (self, word->len <= LONGEST_WORD ? at + 1 : 0);
    }
}

static void
follow_char (Search *self,
             guint   at)
{
  if (self->n == self->longest)
    {
      self->failed |= self->whole;
      add_lead (self, at);
      return;
    }
  self->word[self->n++] = self->ops[at].x;
  follow (self, at + 1);
}

/* The trie reads a number as one symbol, where it begins with it. */
static void
follow_number (Search *self,
               guint   at)
{
  self->failed |= self->whole;
  if (self->n > 0)
    {
      add_lead (self, at);
      return;
    }
  self->word[self->n++] = XB_SYMBOL_NUMBER;
  follow (self, at + 1);
}

static void
follow (Search *self,
        guint   at)
{
  const XbOp *op = &self->ops[at];
  gboolean tested = self->tested;
  guint n = self->n;

  if (self->failed)
    return;
  switch ((XbOpCode) op->code)
    {
    case XB_OP_CHAR:
      follow_char (self, at);
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
      self->failed |= n == 0;
      add_lead (self, at);
      break;
    case XB_OP_AHEAD:
    case XB_OP_NOT_AHEAD:
    case XB_OP_BEHIND:
    case XB_OP_NOT_BEHIND:
      self->failed |= self->whole;
      self->tested = TRUE;
      follow (self, op->x);
      break;
    case XB_OP_FIRST:
    case XB_OP_LAST:
      self->failed |= self->whole;
      self->tested = TRUE;
      follow (self, at + 1);
      break;
    case XB_OP_NUMBER:
      follow_number (self, at);
      break;
    case XB_OP_CLASS:
      self->failed |= self->whole;
      if (n == 0)
        follow_class (self, at);
      else
        add_lead (self, at);
      break;
    case XB_OP_NAME:
    case XB_OP_ANY:
    case XB_OP_GAP:
    default:
      end_lead (self, at);
      break;
    }
  self->n = n;
  self->tested = tested;
}

/**
 * xb_leads_find:
 * @self: (out): to be cleared, whatever comes of it
 * @classes: (element-type GPtrArray): the lists of words, each word an array of symbols
 * @whole: the pattern is nothing but a few words: they are wanted
 *
 * Returns: whether there are some, and few enough
 */
gboolean
xb_leads_find (XbLeads    *self,
               const XbOp *ops,
               GPtrArray  *classes,
               gboolean    whole)
{
  Search search = { ops, classes, self, { 0 }, 0, whole ? LONGEST_WORD : LONGEST_LEAD, whole, FALSE, FALSE };

  self->leads = g_array_new (FALSE, FALSE, sizeof (XbLead));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  follow (&search, 0);
  return !search.failed;
}

void
xb_leads_clear (XbLeads *self)
{
  g_array_unref (self->leads);
  g_array_unref (self->symbols);
}
