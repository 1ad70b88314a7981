/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-practice-api.h"

G_BEGIN_DECLS

/* What each route does; see data/practice-api.yaml. */
void xb_practice_verb_health     (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_material   (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_submit     (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_list       (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_show       (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_answer     (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_expedite   (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_withdraw   (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_label      (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_display    (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_screenshot (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_fault      (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_time       (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);
void xb_practice_verb_settings   (XbPracticeRequest *request,
                                  XbPracticeAnswer  *answer);

G_END_DECLS
