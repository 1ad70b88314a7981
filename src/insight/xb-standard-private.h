/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-standard.h"

G_BEGIN_DECLS

/* How wide an interval would be, were there @calls on every side at the rates seen. */
typedef double (*XbWidthFunc) (gconstpointer rates,
                               double        calls);

XbEffect xb_effect_judge  (double        low,
                           double        high,
                           double        relevant,
                           gboolean      enough);
gint64   xb_enough_calls  (XbWidthFunc   width,
                           gconstpointer rates,
                           double        relevant,
                           double        least_share);

G_END_DECLS
