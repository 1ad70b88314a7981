/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-needs.h"

/* Most places at which a pattern might begin are none: 成都… begins a dozen of them. From each step on there are
 * characters and lists of which the text must have one; a look at these spares carrying out the steps. */

#define MOST_OPS 1024 /* of a longer pattern nothing is asked */

typedef struct
{
  XbNeedSet sets[2]; /* both are needed */
} Both;

struct _XbNeeds
{
  const XbOp *ops;
  guint       n_ops;
  GPtrArray  *classes;
  Both       *known; /* by step */
  guint8     *done;
};

static gboolean
is_empty (const XbNeedSet *set)
{
  return set->n == 0 && (set->classes[0] | set->classes[1]) == 0;
}

static gboolean
has_symbol (const XbNeedSet *set,
            guint16          symbol)
{
  for (guint i = 0; i < set->n; i++)
    if (set->symbols[i] == symbol)
      return TRUE;
  return FALSE;
}

/* @to becomes either of both; where one asks for nothing, or there are too many, so does it. */
static void
join (XbNeedSet       *to,
      const XbNeedSet *from)
{
  gboolean fits = !is_empty (to) && !is_empty (from);

  for (guint i = 0; i < from->n && fits; i++)
    if (!has_symbol (to, from->symbols[i]))
      {
        fits = to->n < XB_NEED_MOST_SYMBOLS;
        if (fits)
          to->symbols[to->n++] = from->symbols[i];
      }
  to->classes[0] |= from->classes[0];
  to->classes[1] |= from->classes[1];
  to->weight += from->weight;
  if (!fits)
    memset (to, 0, sizeof *to);
}

static XbNeedSet
symbol_set (guint16 symbol)
{
  XbNeedSet set = { { 0 }, { symbol }, 1, 1 };

  return set;
}

static XbNeedSet
class_set (XbNeeds *self,
           guint    class)
{
  XbNeedSet set = { { 0 }, { 0 }, 0, 0 };
  GPtrArray *words = g_ptr_array_index (self->classes, class);

  set.classes[class / 64] = G_GUINT64_CONSTANT (1) << (class % 64);
  set.weight = MAX (words->len, 1);
  return set;
}

static void
either (Both       *to,
        const Both *from)
{
  join (&to->sets[0], &from->sets[0]);
  join (&to->sets[1], &from->sets[1]);
}

/* Of three that are needed, the two that say most, the better one first. */
static void
also (Both            *to,
      const XbNeedSet *set)
{
  guint place = 2;

  while (place > 0 && (is_empty (&to->sets[place - 1]) || set->weight < to->sets[place - 1].weight))
    place--;
  if (place == 0)
    to->sets[1] = to->sets[0];
  if (place < 2)
    to->sets[place] = *set;
}

static void
find_later (XbNeeds *self,
            guint    pc,
            Both    *found)
{
  const XbOp *op = &self->ops[pc];
  XbNeedSet own;
  Both other;

  memset (found, 0, sizeof *found);
  if (self->done[pc])
    {
      *found = self->known[pc];
      return;
    }
  switch ((XbOpCode) op->code)
    {
    case XB_OP_CHAR:
    case XB_OP_CLASS:
      own = op->code == XB_OP_CHAR ? symbol_set (op->x) : class_set (self, op->x);
      find_later (self, pc + 1, found);
      also (found, &own);
      break;
    case XB_OP_SPLIT:
      find_later (self, pc + 1, found);
      find_later (self, op->x, &other);
      either (found, &other);
      break;
    case XB_OP_JUMP:
    case XB_OP_AHEAD:
    case XB_OP_NOT_AHEAD:
    case XB_OP_BEHIND:
    case XB_OP_NOT_BEHIND:
      find_later (self, op->x, found);
      break;
    case XB_OP_MATCH:
      break;
    case XB_OP_NUMBER:
    case XB_OP_NAME:
    case XB_OP_ANY:
    case XB_OP_GAP:
    case XB_OP_FIRST:
    case XB_OP_LAST:
    default:
      find_later (self, pc + 1, found);
      break;
    }
  self->known[pc] = *found;
  self->done[pc] = TRUE;
}

/** xb_needs_new: @ops: steps of one pattern */
XbNeeds *
xb_needs_new (const XbOp *ops,
              guint       n_ops,
              GPtrArray  *classes)
{
  XbNeeds *self = g_new0 (XbNeeds, 1);

  self->ops = ops;
  self->n_ops = n_ops;
  self->classes = classes;
  if (n_ops <= MOST_OPS)
    {
      self->known = g_new (Both, n_ops);
      self->done = g_new0 (guint8, n_ops);
    }
  return self;
}

void
xb_needs_free (XbNeeds *self)
{
  g_free (self->known);
  g_free (self->done);
  g_free (self);
}

/** xb_needs_find_later: @later: (out): what must come somewhere, where the steps go on at @pc */
void
xb_needs_find_later (XbNeeds   *self,
                     guint      pc,
                     XbNeedSet  later[2])
{
  Both found = { 0 };

  if (self->known != NULL)
    find_later (self, pc, &found);
  later[0] = found.sets[0];
  later[1] = found.sets[1];
}

/** xb_needs_find_next: @next: (out): what must come at once, where the steps go on at @pc */
void
xb_needs_find_next (XbNeeds   *self,
                    guint      pc,
                    XbNeedSet *next)
{
  const XbOp *op = &self->ops[pc];
  XbNeedSet other;

  memset (next, 0, sizeof *next);
  switch ((XbOpCode) op->code)
    {
    case XB_OP_CHAR:
      *next = symbol_set (op->x);
      break;
    case XB_OP_CLASS:
      *next = class_set (self, op->x);
      break;
    case XB_OP_SPLIT:
      xb_needs_find_next (self, pc + 1, next);
      xb_needs_find_next (self, op->x, &other);
      join (next, &other);
      break;
    case XB_OP_JUMP:
    case XB_OP_AHEAD:
    case XB_OP_NOT_AHEAD:
    case XB_OP_BEHIND:
    case XB_OP_NOT_BEHIND:
      xb_needs_find_next (self, op->x, next);
      break;
    case XB_OP_FIRST:
    case XB_OP_LAST:
      xb_needs_find_next (self, pc + 1, next);
      break;
    case XB_OP_MATCH:
    case XB_OP_NUMBER:
    case XB_OP_NAME:
    case XB_OP_ANY:
    case XB_OP_GAP:
    default:
      break;
    }
}
