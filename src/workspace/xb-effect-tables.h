/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-figures.h"
#include "xb-table.h"

G_BEGIN_DECLS

/* The columns of the table of numbers, for who shows some of them. */
typedef enum
{
  XB_EFFECT_COLUMN_NUMBER,
  XB_EFFECT_COLUMN_USE,
  XB_EFFECT_COLUMN_CALLS,
  XB_EFFECT_COLUMN_ANSWERED,
  XB_EFFECT_COLUMN_RATE,
  XB_EFFECT_COLUMN_RANGE,
  XB_EFFECT_COLUMN_BEFORE,
  XB_EFFECT_COLUMN_CHANGE,
  XB_EFFECT_COLUMN_RISE,
  XB_EFFECT_COLUMN_VERDICT,
  XB_EFFECT_COLUMN_MARKS,
  XB_EFFECT_COLUMN_COMPLAINTS,
  XB_EFFECT_COLUMN_INQUIRIES,
  XB_EFFECT_COLUMN_ORDERS,
  XB_EFFECT_COLUMN_REVENUE,
  XB_EFFECT_COLUMN_COST,
  XB_EFFECT_COLUMN_LINE,
} XbEffectColumn;

/* All (transfer full). */
XbTable *xb_effect_table_summary     (const XbEffectFigures *figures);
XbTable *xb_effect_table_days        (const XbEffectFigures *figures);
XbTable *xb_effect_table_numbers     (const XbEffectFigures *figures);
XbTable *xb_effect_table_costs       (const XbEffectFigures *figures);
XbTable *xb_effect_table_kinds       (const XbEffectFigures *figures);
XbTable *xb_effect_table_changes     (const XbEffectFigures *figures);
XbTable *xb_effect_table_incidents   (const XbEffectFigures *figures);
XbTable *xb_effect_table_inspections (const XbEffectFigures *figures);

G_END_DECLS
