/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-enums.h"

G_BEGIN_DECLS

#define XB_N_HEALTHS 4

#define XB_TYPE_HEALTH_BAR (xb_health_bar_get_type ())
G_DECLARE_FINAL_TYPE (XbHealthBar, xb_health_bar, XB, HEALTH_BAR, GtkWidget)

GtkWidget     *xb_health_bar_new        (void);
void           xb_health_bar_set_counts (XbHealthBar   *self,
                                         const guint64  counts[XB_N_HEALTHS]);
char          *xb_health_bar_dup_words  (XbHealthBar   *self);

G_END_DECLS
