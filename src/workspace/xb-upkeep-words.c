/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-money.h"
#include "xb-roi-words.h"
#include "xb-workspace-upkeep.h"

/* The upkeep table in words: claims are called so, and what is not proven here is not called a gain. */

/* Claims are whole yuan most often. */
static char *
dup_yuan (gint64 fen)
{
  return fen % 100 == 0 ? g_strdup_printf ("%" PRId64, fen / 100) : xb_money_format (fen);
}

static char *
dup_range (gint64 least,
           gint64 most)
{
  g_autofree char *low = dup_yuan (least);
  g_autofree char *high = dup_yuan (most);

  return least == most ? g_steal_pointer (&low) : g_strconcat (low, "–", high, NULL);
}

char *
xb_upkeep_claim_dup_cost (const XbUpkeepClaim *self,
                          XbUpkeepKind         kind)
{
  g_autofree char *range = dup_range (self->fee_min, self->fee_max);

  if (!self->fee_known)
    return NULL;
  return g_strdup_printf (kind == XB_UPKEEP_INSPECTION ? _("%s yuan a month") : _("%s yuan a time"), range);
}

char *
xb_upkeep_claim_dup_gain (const XbUpkeepClaim *self)
{
  if (!self->gain_known)
    return NULL;
  return g_strdup_printf (_("%" PRId64 "–%" PRId64 "%% more inquiries"), self->gain_min, self->gain_max);
}

char *
xb_upkeep_dup_cost (const XbUpkeep *self,
                    XbUpkeepKind    kind)
{
  const XbUpkeepRow *row = &self->rows[kind];
  gint64 over = kind == XB_UPKEEP_INSPECTION ? self->months : row->times;
  g_autofree char *money = xb_money_format (row->cost);
  g_autofree char *each = over > 0 ? xb_money_format ((row->cost + over / 2) / over) : NULL;

  if (row->times == 0 && row->cost == 0)
    return g_strdup (_("not done in these twelve months"));
  if (row->cost == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " time, nothing was spent", "%" PRId64
                                         " times, nothing was spent", (gulong) row->times), row->times);
  if (kind == XB_UPKEEP_INSPECTION)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " time, %s yuan: %s a month", "%" PRId64
                                         " times, %s yuan: %s a month", (gulong) row->times), row->times, money, each);
  if (over == 0)
    return g_strdup_printf (_("%s yuan"), money);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " time, %s yuan", "%" PRId64 " times, %s yuan: %s a time",
                                       (gulong) row->times), row->times, money, each);
}

XbEffect
xb_upkeep_row_get_effect (const XbUpkeepRow *self)
{
  XbEffect effect = self->answered.effect;

  if (!self->answered.known || !self->spread.known || self->spread.effect == effect || effect > XB_EFFECT_DOWN)
    return effect;
  return XB_EFFECT_TOO_FEW_CALLS;
}

static const char *
get_verdict (XbEffect effect)
{
  switch (effect)
    {
    case XB_EFFECT_UP:
    case XB_EFFECT_DOWN:
      return _("no chance");
    case XB_EFFECT_NO_DIFFERENCE:
      return _("nothing that matters");
    case XB_EFFECT_TOO_FEW_CALLS:
    default:
      return _("not proven");
    }
}

/* As the trade says it: a share of what there was before. */
static char *
dup_inquiries (const XbCountDifference *inquiries)
{
  double before = inquiries->per_call_before;
  g_autofree char *change = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!inquiries->known || before <= 0)
    return NULL;
  change = xb_share_dup_text (inquiries->difference / before, TRUE);
  low = xb_share_dup_text (inquiries->low / before, TRUE);
  high = xb_share_dup_text (inquiries->high / before, TRUE);
  return g_strdup_printf (_("inquiries for each call %s%% [%s, %s]: %s"), change, low, high, get_verdict (inquiries->effect));
}

static char *
dup_answered (const XbUpkeepRow *row)
{
  const XbDifference *answered = &row->answered;
  g_autofree char *before = xb_share_dup_text (answered->before.rate, FALSE);
  g_autofree char *after = xb_share_dup_text (answered->after.rate, FALSE);
  g_autofree char *change = xb_share_dup_text (answered->difference, TRUE);
  g_autofree char *low = xb_share_dup_text (row->spread.known ? row->spread.low : answered->low, TRUE);
  g_autofree char *high = xb_share_dup_text (row->spread.known ? row->spread.high : answered->high, TRUE);

  if (!answered->known)
    return NULL;
  return g_strdup_printf (_("answer rate %s%% → %s%%, %s percentage points [%s, %s]: %s"), before, after, change, low, high,
                          get_verdict (xb_upkeep_row_get_effect (row)));
}

char *
xb_upkeep_dup_gain (const XbUpkeep *self,
                    XbUpkeepKind    kind)
{
  const XbUpkeepRow *row = &self->rows[kind];
  g_autofree char *answered = NULL;
  g_autofree char *inquiries = NULL;

  if (kind == XB_UPKEEP_INSPECTION)
    return row->times == 0 ? NULL : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " fault found", "%" PRId64
                                                                  " faults found", (gulong) row->found), row->found);
  answered = dup_answered (row);
  inquiries = kind == XB_UPKEEP_LABEL ? dup_inquiries (&row->inquiries) : NULL;
  if (answered == NULL)
    return row->times == 0 ? NULL : g_strdup (_("no figures that tell of it alone"));
  return inquiries != NULL ? g_strjoin (_("; "), inquiries, answered, NULL) : g_steal_pointer (&answered);
}
