/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-error.h"
#include "xb-exact-private.h"
#include "xb-payback.h"

/* Ends of intervals are estimates: they meet money in thousandths of a call or order. */
#define THOUSAND 1000

/* A count of something gained as an exact fraction. */
typedef struct
{
  XbWide top;
  gint64 bottom;
} Fraction;

static Fraction
exact_gain (gint64 before,
            gint64 calls_before,
            gint64 after,
            gint64 calls_after)
{
  return (Fraction) { (XbWide) after * calls_before - (XbWide) before * calls_after, calls_before };
}

static Fraction
thousandths (double count)
{
  return (Fraction) { (gint64) CLAMP (round (count * THOUSAND), -0x1p62, 0x1p62), THOUSAND };
}

/* @cost ÷ @gain, where something was gained. */
static gboolean
cost_of_one (gint64   cost,
             Fraction gain,
             gint64  *fen)
{
  return gain.top > 0 && xb_wide_divide ((XbWide) cost * gain.bottom, gain.top, fen);
}

static XbUnitCost
unit_cost (gint64        cost,
           const XbGain *gain,
           Fraction      exact)
{
  XbUnitCost self = { 0 };

  if (!gain->known || cost < 0 || !cost_of_one (cost, exact, &self.fen))
    return (XbUnitCost) { 0 };
  self.known = TRUE;
  if (!cost_of_one (cost, thousandths (gain->high), &self.low))
    self.low = 0;
  self.bounded = cost_of_one (cost, thousandths (gain->low), &self.high);
  return self;
}

/* What @gain orders bring: × revenue ÷ orders × margin, in fen and exact: @top ÷ @bottom. */
static gboolean
profit_fraction (const XbPayback *self,
                 Fraction         gain,
                 XbWide          *top,
                 XbWide          *bottom)
{
  gint64 orders, revenue;

  return !__builtin_add_overflow (self->before.orders, self->after.orders, &orders)
         && !__builtin_add_overflow (self->before.revenue, self->after.revenue, &revenue)
         && xb_wide_multiply (gain.top, revenue, top) && xb_wide_multiply (*top, self->margin, top)
         && xb_wide_product ((gint64[]) { gain.bottom, orders, XB_BASIS_POINTS }, 3, bottom);
}

static gboolean
reckon_profit (const XbPayback *self,
               Fraction         gain,
               gint64          *fen)
{
  XbWide top, bottom;

  return profit_fraction (self, gain, &top, &bottom) && xb_wide_divide (top, bottom, fen);
}

/* (profit − cost) ÷ cost from the unrounded profit: (top − bottom × cost) × 10000 ÷ (bottom × cost). */
static gboolean
reckon_roi (const XbPayback *self,
            Fraction         gain,
            gint64          *points)
{
  XbWide top, bottom;

  return profit_fraction (self, gain, &top, &bottom) && xb_wide_multiply (bottom, self->cost, &bottom)
         && xb_wide_subtract (top, bottom, &top) && xb_wide_multiply (top, XB_BASIS_POINTS, &top)
         && xb_wide_divide (top, bottom, points);
}

static gboolean
reckon_sums (XbPayback *self,
             Fraction   orders)
{
  Fraction low = thousandths (self->extra_orders.low), high = thousandths (self->extra_orders.high);

  if (!reckon_profit (self, orders, &self->profit.value) || !reckon_profit (self, low, &self->profit.low)
      || !reckon_profit (self, high, &self->profit.high))
    return FALSE;
  self->profit.known = TRUE;
  if (self->cost <= 0)
    return TRUE;
  self->roi.known = TRUE;
  return reckon_roi (self, orders, &self->roi.value) && reckon_roi (self, low, &self->roi.low)
         && reckon_roi (self, high, &self->roi.high);
}

/* Whether anything can be said of money, else why not. */
static gboolean
has_worth (const XbPayback *self,
           XbPays          *why)
{
  /* Sums that pass counting are refused with the profit; here only the sign matters. */
  if (!self->answered.known)
    *why = XB_PAYS_NO_CALLS;
  else if ((double) self->before.orders + (double) self->after.orders <= 0
           || (double) self->before.revenue + (double) self->after.revenue <= 0)
    *why = XB_PAYS_NO_REVENUE;
  else if (self->margin == 0)
    *why = XB_PAYS_NO_MARGIN;
  else
    return TRUE;
  return FALSE;
}

static XbPays
judge (const XbPayback *self)
{
  if (self->cost <= 0)
    return XB_PAYS_FREE;
  if (self->profit.low > self->cost && self->orders.effect == XB_EFFECT_UP)
    return XB_PAYS_YES;
  return self->profit.high < self->cost ? XB_PAYS_NO : XB_PAYS_UNSURE;
}

static void
compare (XbPayback        *self,
         const XbStandard *standard)
{
  const XbTotals *before = &self->before, *after = &self->after;

  self->answered = xb_difference_newcombe (before->answered, before->calls, after->answered, after->calls, standard);
  self->inquiries = xb_count_difference_new (before->inquiries, before->calls, after->inquiries, after->calls, standard);
  self->orders = xb_count_difference_new (before->orders, before->calls, after->orders, after->calls, standard);
  self->extra_answered = xb_gain_answered (&self->answered);
  self->extra_inquiries = xb_gain_counts (&self->inquiries);
  self->extra_orders = xb_gain_counts (&self->orders);
}

/**
 * xb_payback_new:
 * @before: sums over the days before
 * @after: sums over the days after
 * @cost: what the change cost, in fen
 * @margin: what is left of the revenue, in basis points from 0 to 10000
 * @standard: what is asked of a proof
 * @payback: (out): what it cost and brought
 * @error: set to %XB_ERROR_INVALID for a margin that is none and for sums past counting
 *
 * Source: the return on investment is gain less cost over cost; what would have happened without the change is the calls
 * made after, as successful as before.
 *
 * Returns: whether it could be reckoned; what there is no figure for is an answer too
 */
gboolean
xb_payback_new (const XbTotals   *before,
                const XbTotals   *after,
                gint64            cost,
                int               margin,
                const XbStandard *standard,
                XbPayback        *payback,
                GError          **error)
{
  XbPayback self = { .cost = cost, .margin = margin };
  Fraction orders;

  g_return_val_if_fail (before != NULL && after != NULL && payback != NULL, FALSE);
  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), FALSE);

  if (margin < 0 || margin > XB_BASIS_POINTS)
    {
      g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, _("The margin must lie between 0 and 100 per cent of the revenue"));
      return FALSE;
    }
  self.before = *before;
  self.after = *after;
  compare (&self, standard);
  orders = exact_gain (before->orders, before->calls, after->orders, after->calls);
  self.per_answered = unit_cost (cost, &self.extra_answered,
                                 exact_gain (before->answered, before->calls, after->answered, after->calls));
  self.per_inquiry = unit_cost (cost, &self.extra_inquiries,
                                exact_gain (before->inquiries, before->calls, after->inquiries, after->calls));
  self.per_order = unit_cost (cost, &self.extra_orders, orders);
  if (has_worth (&self, &self.pays))
    {
      if (!reckon_sums (&self, orders))
        {
          g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID,
                               _("The sums are too large to be counted; choose a shorter period"));
          return FALSE;
        }
      self.pays = judge (&self);
    }
  *payback = self;
  return TRUE;
}

/**
 * xb_unit_cost_new:
 * @cost: what was spent, in fen
 * @gain: what was gained for it, such as xb_gain_controlled()'s
 *
 * For gains that are no whole counts; those of xb_payback_new() are reckoned exactly.
 *
 * Returns: what one more cost
 */
XbUnitCost
xb_unit_cost_new (gint64        cost,
                  const XbGain *gain)
{
  g_return_val_if_fail (gain != NULL, (XbUnitCost) { 0 });

  return unit_cost (cost, gain, thousandths (gain->extra));
}
