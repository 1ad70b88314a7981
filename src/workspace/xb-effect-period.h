/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbEffectPeriod:
 * @from: the first day
 * @until: the last day
 *
 * The time that a report is of: a month, a quarter, any days in a row.
 */
typedef struct
{
  char from[11];
  char until[11];
} XbEffectPeriod;

/* How long it is: in months, and where no months are meant, in days. */
#define XB_EFFECT_MONTH 1
#define XB_EFFECT_QUARTER 3
#define XB_EFFECT_YEAR 12

void     xb_effect_period_init      (XbEffectPeriod       *self,
                                     const char           *day,
                                     int                   months);
gboolean xb_effect_period_read      (XbEffectPeriod       *self,
                                     const char           *from,
                                     const char           *until,
                                     GError              **error);
gboolean xb_effect_period_parse     (XbEffectPeriod       *self,
                                     const char           *word,
                                     GError              **error);
void     xb_effect_period_before    (const XbEffectPeriod *self,
                                     XbEffectPeriod       *before);
int      xb_effect_period_months    (const XbEffectPeriod *self);
char    *xb_effect_period_dup_title (const XbEffectPeriod *self);
char    *xb_effect_period_dup_days  (const XbEffectPeriod *self);
char    *xb_effect_period_dup_name  (const XbEffectPeriod *self);

G_END_DECLS
