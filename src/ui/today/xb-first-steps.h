/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* From nothing to the first name on a phone. */
typedef enum
{
  XB_FIRST_STEP_BUSINESS,
  XB_FIRST_STEP_NUMBERS,
  XB_FIRST_STEP_CERTIFICATION,
  XB_N_FIRST_STEPS,
} XbFirstStep;

#define XB_TYPE_FIRST_STEPS (xb_first_steps_get_type ())
G_DECLARE_FINAL_TYPE (XbFirstSteps, xb_first_steps, XB, FIRST_STEPS, AdwBin)

GtkWidget *xb_first_steps_new      (void);
void       xb_first_steps_set_done (XbFirstSteps   *self,
                                    const gboolean  done[XB_N_FIRST_STEPS],
                                    gboolean        suggested);
GtkWidget *xb_first_steps_get_row  (XbFirstSteps   *self,
                                    XbFirstStep     step);

G_END_DECLS
