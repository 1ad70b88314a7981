/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-lifecycle.h"

G_BEGIN_DECLS

#define XB_TYPE_STAGE_LINE (xb_stage_line_get_type ())
G_DECLARE_FINAL_TYPE (XbStageLine, xb_stage_line, XB, STAGE_LINE, GtkWidget)

GtkWidget *xb_stage_line_new       (void);
void       xb_stage_line_set_state (XbStageLine *self,
                                    XbCertState  state);
void       xb_stage_line_set_note  (XbStageLine *self,
                                    XbStage      stage,
                                    const char  *note);

G_END_DECLS
