/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-mover-private.h"
#include "xb-quantile.h"
#include "xb-rate-private.h"
#include "xb-standard-private.h"

/* After is added and before taken off; of the control it is the other way round. */
static const double signs[XB_MOVER_MOST] = { -1, 1, 1, -1 };

typedef struct
{
  const XbMover *mover;
  double         z;
} Width;

static void
add (XbMover      *self,
     const XbRate *rate)
{
  self->hits[self->n] = rate->known ? (double) rate->hits : 0;
  self->trials[self->n] = rate->known ? (double) rate->trials : 0;
  self->n++;
}

/* @control may be %NULL */
XbMover
xb_mover_new (const XbDifference *changed,
              const XbDifference *control)
{
  XbMover self = { 0 };

  add (&self, &changed->before);
  add (&self, &changed->after);
  if (control != NULL)
    {
      add (&self, &control->before);
      add (&self, &control->after);
    }
  return self;
}

/* Lets each side tell as much as its calls divided by its design effect would. */
void
xb_mover_thin (XbMover      *self,
               const double *effects)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->hits[i] /= effects[i];
      self->trials[i] /= effects[i];
    }
}

/* What to reckon with for a side: its own rate, else its partner's, else the one that asks for most calls. */
static double
likely_rate (const XbMover *self,
             guint          i)
{
  guint partner = i ^ 1;

  if (self->trials[i] > 0)
    return self->hits[i] / self->trials[i];
  return self->trials[partner] > 0 ? self->hits[partner] / self->trials[partner] : 0.5;
}

/* How far the sum may be wrong to either side, were there @calls on every side; those there are for 0. */
static void
reach (const XbMover *self,
       double         z,
       double         calls,
       double        *below,
       double        *above)
{
  *below = *above = 0;
  for (guint i = 0; i < self->n; i++)
    {
      double rate = likely_rate (self, i), low, high;

      xb_rate_bounds (calls > 0 ? rate * calls : self->hits[i], calls > 0 ? calls : self->trials[i], z, &low, &high);
      *below += pow (signs[i] > 0 ? rate - low : high - rate, 2);
      *above += pow (signs[i] > 0 ? high - rate : rate - low, 2);
    }
  *below = sqrt (*below);
  *above = sqrt (*above);
}

/* The interval of the sum; every side must have a rate. */
void
xb_mover_bounds (const XbMover *self,
                 double         z,
                 double        *low,
                 double        *high)
{
  double sum = 0, below, above, most = self->n / 2;

  for (guint i = 0; i < self->n; i++)
    sum += signs[i] * likely_rate (self, i);
  reach (self, z, 0, &below, &above);
  *low = MAX (sum - below, -most);
  *high = MIN (sum + above, most);
}

/* The rarer of answered and not answered over both sides of a pair. */
static double
rarer_share (const XbMover *self,
             guint          pair)
{
  double trials = self->trials[pair] + self->trials[pair + 1];
  double hits = self->hits[pair] + self->hits[pair + 1];

  return MIN (hits, trials - hits) / trials;
}

/* Whether each of the counts is expected to be large enough. What never happens is not counted on. */
gboolean
xb_mover_carries (const XbMover *self)
{
  for (guint pair = 0; pair < self->n; pair += 2)
    {
      double share = rarer_share (self, pair);

      if (share > 0 && MIN (self->trials[pair], self->trials[pair + 1]) * share < XB_STANDARD_LEAST_EXPECTED)
        return FALSE;
    }
  return TRUE;
}

static double
width (gconstpointer data,
       double        calls)
{
  const Width *ask = data;
  double below, above;

  reach (ask->mover, ask->z, calls, &below, &above);
  return below + above;
}

/* The calls that would be enough on each side; see xb_enough_calls(). */
gint64
xb_mover_enough (const XbMover    *self,
                 const XbStandard *standard)
{
  Width ask = { self, xb_normal_two_sided (standard->level) };
  double least = 0;

  for (guint pair = 0; pair < self->n; pair += 2)
    if (self->trials[pair] > 0 && self->trials[pair + 1] > 0)
      {
        double share = rarer_share (self, pair);

        if (share > 0 && (least <= 0 || share < least))
          least = share;
      }
  return xb_enough_calls (width, &ask, standard->relevant, least);
}
