/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-clock.h"

G_BEGIN_DECLS

#define XB_TYPE_DEADLINE_LABEL (xb_deadline_label_get_type ())
G_DECLARE_FINAL_TYPE (XbDeadlineLabel, xb_deadline_label, XB, DEADLINE_LABEL, GtkWidget)

GtkWidget  *xb_deadline_label_new      (void);
void        xb_deadline_label_set      (XbDeadlineLabel *self,
                                        const char      *day,
                                        const char      *today,
                                        int              working_days,
                                        gboolean         estimated);
void        xb_deadline_label_set_instant (XbDeadlineLabel *self,
                                      gint64           due_at,
                                      XbClock         *clock);
void        xb_deadline_label_set_brief (XbDeadlineLabel *self,
                                         gboolean         brief);
const char *xb_deadline_label_get_text (XbDeadlineLabel *self);

G_END_DECLS
