/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-period.h"
#include "xb-incident.h"
#include "xb-inspection.h"
#include "xb-roi-figures.h"
#include "xb-workspace-ledger.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* Everything that a report of the effect says, read from one state of the store. */

#define XB_EFFECT_COST_MONTHS 12

/**
 * XbEffectNumber:
 * @id: of the number
 * @number: as people write it
 * @use: (nullable): what it is used for
 * @sums: what was reported for the period, months as a whole included
 * @line: (element-type double): its answer rate in the course of the period; NAN where there were no calls
 * @answered: against the period before, of the days that count
 * @effect: what may be claimed of it
 * @cost: what was spent for it, in fen
 */
typedef struct
{
  gint64       id;
  char        *number;
  char        *use;
  XbMetricSums sums;
  GArray      *line;
  XbDifference answered;
  XbEffect     effect;
  gint64       cost;
} XbEffectNumber;

/**
 * XbEffectIncident:
 * @incident: (owned)
 * @in_time: how many of its steps were done in time
 * @steps: how many it has
 */
typedef struct
{
  XbIncident *incident;
  guint       in_time;
  guint       steps;
} XbEffectIncident;

/**
 * XbEffectFigures:
 * @period: what the report is of
 * @before: what it is compared with
 * @asked: (nullable) (element-type gint64): the numbers; %NULL: all
 * @made_on: the day on which it is made
 * @business: (nullable): its name
 * @logo: (nullable): the path of its logo
 * @platforms: key → name
 * @sums: what was reported for the period, months as a whole included
 * @cut_months: months as a whole that reach over an end of the period, and are left out
 * @days: the days of the period
 * @numbers: (element-type XbEffectNumber): those with figures, the one with most calls first
 * @n_without: how many numbers of the register have none
 * @costs: (element-type XbCost): the ledger's lines of the period, in the order of their days
 * @cost: their sum, in fen
 * @cost_indicative: what of it is the platforms' figures
 * @months: sums of the twelve months that end with the period, by kind
 * @first_month: the first day of the first of them
 * @budget: of the year in which the period ends; 0: not said
 * @spent: in that year, until the end of the period
 * @incidents: (element-type XbEffectIncident): those that were open in the period
 * @inspections: (element-type XbInspection): of the period, signed
 * @roi: (nullable): the comparison of all that is asked about, once it is reckoned
 */
typedef struct
{
  XbEffectPeriod period;
  XbEffectPeriod before;
  GArray        *asked;
  char          *made_on;
  char          *business;
  char          *logo;
  GHashTable    *platforms;
  XbMetricSums   sums;
  gint64         cut_months;
  XbRoiWindow    days;
  GPtrArray     *numbers;
  guint          n_without;
  GPtrArray     *costs;
  gint64         cost;
  gint64         cost_indicative;
  gint64         months[XB_EFFECT_COST_MONTHS][XB_N_COST_CATEGORIES];
  char           first_month[11];
  gint64         budget;
  gint64         spent;
  GPtrArray     *incidents;
  GPtrArray     *inspections;
  XbRoi         *roi;
} XbEffectFigures;

XbEffectFigures *xb_effect_figures_new   (const XbEffectPeriod *period,
                                          const gint64         *numbers,
                                          guint                 n_numbers);
void             xb_effect_figures_free  (XbEffectFigures      *self);
gboolean         xb_effect_figures_read  (XbEffectFigures      *self,
                                          XbDb                 *db,
                                          GError              **error);

XbRate           xb_effect_rate_of       (const XbMetricSums   *sums);
GArray          *xb_effect_dup_line      (const XbRoiWindow    *days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbEffectFigures, xb_effect_figures_free)

G_END_DECLS
