/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-health-bar.h"

G_BEGIN_DECLS

#define XB_TYPE_HEALTH_VIEW (xb_health_view_get_type ())
G_DECLARE_FINAL_TYPE (XbHealthView, xb_health_view, XB, HEALTH_VIEW, GtkWidget)

GtkWidget *xb_health_view_new        (void);
void       xb_health_view_set_counts (XbHealthView  *self,
                                      const guint64  counts[XB_N_HEALTHS]);
GtkWidget *xb_health_view_get_button (XbHealthView  *self,
                                      XbHealth       health);

G_END_DECLS
