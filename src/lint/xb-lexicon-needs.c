/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-lexicon.h"

/* Most places at which a pattern might begin are none: 成都… begins a dozen of them. Each pattern has some characters
 * of which the text must have one; a look at these spares carrying out its steps. */

#define MOST_OPS 512
#define SKIPPED 2 /* the first characters are known to be there: they led to the pattern */

typedef struct
{
  guint64 bits[4];
  guint   n;
} Set;

typedef struct
{
  const XbLexicon *lexicon;
  const XbOp      *ops;
  Set              known[MOST_OPS][SKIPPED + 1];
  guint8           done[MOST_OPS][SKIPPED + 1];
} Search;

static void
add (Set    *set,
     guint16 symbol)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (symbol & 0x3F);

  set->n += (set->bits[(symbol & 0xFF) / 64] & bit) == 0;
  set->bits[(symbol & 0xFF) / 64] |= bit;
}

/* An empty set asks for nothing. */
static Set
tighter (Set a,
         Set b)
{
  return a.n > 0 && (b.n == 0 || a.n <= b.n) ? a : b;
}

static Set
either (Set a,
        Set b)
{
  Set none = { { 0 }, 0 };

  if (a.n == 0 || b.n == 0)
    return none;
  a.n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (a.bits); i++)
    {
      a.bits[i] |= b.bits[i];
      a.n += __builtin_popcountll (a.bits[i]);
    }
  return a;
}

static Set
heads_of_class (const XbLexicon *lexicon,
                guint            class)
{
  GPtrArray *words = g_ptr_array_index (lexicon->classes, class);
  Set heads = { { 0 }, 0 };

  for (guint i = 0; i < words->len; i++)
    {
      GArray *word = g_ptr_array_index (words, i);

      if (word->len > 0)
        add (&heads, g_array_index (word, guint16, 0));
    }
  return heads;
}

static Set
find (Search *self,
      guint   pc,
      guint   skipped)
{
  const XbOp *op = &self->ops[pc];
  Set found = { { 0 }, 0 };

  if (pc >= MOST_OPS)
    return found;
  if (self->done[pc][skipped])
    return self->known[pc][skipped];
  switch ((XbOpCode) op->code)
    {
    case XB_OP_CHAR:
      if (skipped == SKIPPED)
        add (&found, op->x);
      found = tighter (found, find (self, pc + 1, MIN (skipped + 1, SKIPPED)));
      break;
    case XB_OP_CLASS:
      found = find (self, pc + 1, SKIPPED);
      if (pc > 0)
        found = tighter (heads_of_class (self->lexicon, op->x), found);
      break;
    case XB_OP_SPLIT:
      found = either (find (self, pc + 1, skipped), find (self, op->x, skipped));
      break;
    case XB_OP_JUMP:
      found = find (self, op->x, skipped);
      break;
    case XB_OP_AHEAD:
    case XB_OP_NOT_AHEAD:
    case XB_OP_BEHIND:
    case XB_OP_NOT_BEHIND:
      found = find (self, op->x, skipped);
      break;
    case XB_OP_MATCH:
      break;
    case XB_OP_NUMBER:
    case XB_OP_NAME:
    case XB_OP_ANY:
    case XB_OP_GAP:
      found = find (self, pc + 1, SKIPPED);
      break;
    case XB_OP_FIRST:
    case XB_OP_LAST:
    default:
      found = find (self, pc + 1, skipped);
      break;
    }
  self->known[pc][skipped] = found;
  self->done[pc][skipped] = TRUE;
  return found;
}

/** xb_pattern_find_needs: Fills @pattern->needs; all bits where it asks for nothing */
void
xb_pattern_find_needs (const XbLexicon *lexicon,
                       XbPattern       *pattern)
{
  guint n = MIN (lexicon->ops->len - pattern->first_op, MOST_OPS);
  Search *search = g_malloc (sizeof *search); /* some kilobytes, of which few are used */
  Set found;

  memset (search->done, 0, n * sizeof *search->done);
  search->lexicon = lexicon;
  search->ops = &g_array_index (lexicon->ops, XbOp, pattern->first_op);
  found = find (search, 0, 0);
  if (found.n == 0)
    memset (found.bits, 0xFF, sizeof found.bits);
  memcpy (pattern->needs, found.bits, sizeof pattern->needs);
  g_free (search);
}
