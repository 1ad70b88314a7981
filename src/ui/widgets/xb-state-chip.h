/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-state-mark.h"

G_BEGIN_DECLS

#define XB_TYPE_STATE_CHIP (xb_state_chip_get_type ())
G_DECLARE_FINAL_TYPE (XbStateChip, xb_state_chip, XB, STATE_CHIP, GtkWidget)

GtkWidget  *xb_state_chip_new        (void);
void        xb_state_chip_set_state  (XbStateChip *self,
                                      XbCertState  state);
void        xb_state_chip_set_health (XbStateChip *self,
                                      XbHealth     health);
void        xb_state_chip_set_look   (XbStateChip *self,
                                      XbMarkShape  shape,
                                      const char  *tone,
                                      const char  *word);
const char *xb_state_chip_get_word   (XbStateChip *self);

G_END_DECLS
