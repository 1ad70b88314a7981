/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-clock.h"
#include "xb-practice-pages.h"

G_BEGIN_DECLS

typedef struct _XbPracticeBook XbPracticeBook;

XbPracticeBook  *xb_practice_book_open        (const char       *folder,
                                               XbClock          *clock,
                                               double            speed,
                                               GError          **error);
void             xb_practice_book_close       (XbPracticeBook   *self);
XbPracticePages *xb_practice_book_get_pages   (XbPracticeBook   *self);
gboolean         xb_practice_book_save        (XbPracticeBook   *self,
                                               GError          **error);
void             xb_practice_book_revert      (XbPracticeBook   *self);

double           xb_practice_book_get_speed   (XbPracticeBook   *self);
gint64           xb_practice_book_now         (XbPracticeBook   *self);
gint64           xb_practice_book_elapsed     (XbPracticeBook   *self);
void             xb_practice_book_advance     (XbPracticeBook   *self,
                                               gint64            seconds);
void             xb_practice_book_settle      (XbPracticeBook   *self);

void             xb_practice_book_file_case   (XbPracticeBook   *self,
                                               XbPracticeCase   *filed);
void             xb_practice_book_change_case (XbPracticeBook   *self,
                                               XbPracticeCase   *filed,
                                               XbPracticeStage   stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPracticeBook, xb_practice_book_close)

G_END_DECLS
