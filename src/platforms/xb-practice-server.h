/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-clock.h"
#include "xb-practice-faults.h"

G_BEGIN_DECLS

/* Practice seconds a second: a practice working day takes 20 seconds. */
#define XB_PRACTICE_SPEED 4320.0

#define XB_TYPE_PRACTICE_SERVER (xb_practice_server_get_type ())
G_DECLARE_FINAL_TYPE (XbPracticeServer, xb_practice_server, XB, PRACTICE_SERVER, GObject)

XbPracticeServer *xb_practice_server_new          (const char            *state_folder,
                                                   XbClock               *clock,
                                                   double                 speed);
gboolean          xb_practice_server_start        (XbPracticeServer      *self,
                                                   guint                  port,
                                                   GError               **error);
void              xb_practice_server_stop         (XbPracticeServer      *self);
const char       *xb_practice_server_get_url      (XbPracticeServer      *self);
const char       *xb_practice_server_get_key_id   (XbPracticeServer      *self);
const char       *xb_practice_server_get_secret   (XbPracticeServer      *self);
void              xb_practice_server_add_fault    (XbPracticeServer      *self,
                                                   const XbPracticeFault *fault);
void              xb_practice_server_advance_time (XbPracticeServer      *self,
                                                   gint64                 seconds);

G_END_DECLS
