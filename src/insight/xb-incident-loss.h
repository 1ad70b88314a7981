/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-before-after.h"
#include "xb-gain.h"

G_BEGIN_DECLS

/**
 * XbIncidentLoss:
 * @days: how many days the incident lasted
 * @days_counted: of these, how many have figures that count
 * @answered: what happened to the share of calls answered
 * @lost: calls not answered that would have been; below 0 where more were
 * @known: whether the loss can be told in days
 * @days_lost: @lost in usual days: how many days' worth of answered calls are gone
 * @days_low: lower end of its interval; at 0 or below, nothing may be lost at all
 * @days_high: upper end of its interval
 * @proven: whether it is proven that the share fell
 *
 * What an incident cost in calls. Calls that were never made because of it are not in these figures.
 */
typedef struct
{
  gint64       days;
  int          days_counted;
  XbDifference answered;
  XbGain       lost;
  gboolean     known;
  double       days_lost;
  double       days_low;
  double       days_high;
  gboolean     proven;
} XbIncidentLoss;

XbIncidentLoss xb_incident_loss_new (const XbBeforeAfter *comparison);

G_END_DECLS
