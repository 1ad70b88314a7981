/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-before-after.h"

G_BEGIN_DECLS

/* One day that a figure is made of. */
#define XB_TYPE_EFFECT_DAY (xb_effect_day_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectDay, xb_effect_day, XB, EFFECT_DAY, GObject)

XbEffectDay     *xb_effect_day_new      (const XbDayUsed *used,
                                         const char      *why);
const XbDayUsed *xb_effect_day_get_used (XbEffectDay     *self);
const char      *xb_effect_day_get_why  (XbEffectDay     *self);

G_END_DECLS
