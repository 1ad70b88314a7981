/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-enums.h"

G_BEGIN_DECLS

/**
 * XbMarkShape:
 *
 * A circle that fills as a certification goes on, and plain signs where it stands still. Each can
 * be told from the others without colour.
 */
typedef enum
{
  XB_MARK_NONE,
  XB_MARK_DOTTED,
  XB_MARK_RING,
  XB_MARK_QUARTER,
  XB_MARK_HALF,
  XB_MARK_THREE_QUARTERS,
  XB_MARK_TARGET,
  XB_MARK_DISC,
  XB_MARK_TICK,
  XB_MARK_BANG,
  XB_MARK_CROSS,
  XB_MARK_SLASH,
  XB_MARK_PAUSE,
  XB_MARK_CLOCK,
  XB_MARK_DASH,
} XbMarkShape;

#define XB_TYPE_STATE_MARK (xb_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (XbStateMark, xb_state_mark, XB, STATE_MARK, GtkWidget)

GtkWidget  *xb_state_mark_new       (XbMarkShape  shape,
                                     int          size);
void        xb_state_mark_set_shape (XbStateMark *self,
                                     XbMarkShape  shape);
XbMarkShape xb_state_mark_get_shape (XbStateMark *self);
void        xb_state_mark_draw      (cairo_t     *cr,
                                     XbMarkShape  shape);

XbMarkShape xb_mark_for_cert_state  (XbCertState  state);
const char *xb_tone_for_cert_state  (XbCertState  state);
XbMarkShape xb_mark_for_health      (XbHealth     health);
const char *xb_tone_for_health      (XbHealth     health);
const char *xb_health_get_title     (XbHealth     health);
void        xb_widget_set_tone      (GtkWidget   *widget,
                                     const char  *tone);

G_END_DECLS
