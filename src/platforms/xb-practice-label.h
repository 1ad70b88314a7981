/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-json-read.h"

G_BEGIN_DECLS

/* How the change of a label stands; the platform's words are in xb_practice_label_get_word(). */
typedef enum
{
  XB_PRACTICE_LABEL_REVIEWING,
  XB_PRACTICE_LABEL_SYNCING,
  XB_PRACTICE_LABEL_SHOWN,
  XB_PRACTICE_LABEL_REFUSED,
  XB_N_PRACTICE_LABEL_STAGES,
} XbPracticeLabelStage;

/**
 * XbPracticeLabel:
 * @text: the new label
 * @takes_down: while it is reviewed, and until a handset has learned it, that handset shows nothing
 * @review_due: practice time at which the reviewer decides
 * @decided: practice time of the decision
 * @learned: how many handsets show the new label
 * @reason: an #XbPracticeReason, of a refusal
 * @at: wall instant at which the stage began
 *
 * The last change of the label of a number that is shown: reviewed anew, then copied to the handsets one by one.
 */
typedef struct
{
  XbPracticeLabelStage  stage;
  char                 *text;
  gboolean              takes_down;
  gint64                review_due;
  gint64                decided;
  guint                 learned;
  int                   reason;
  gint64                at;
} XbPracticeLabel;

XbPracticeLabel *xb_practice_label_new       (const char      *text,
                                              gboolean         takes_down,
                                              gint64           elapsed,
                                              gint64           at);
void             xb_practice_label_free      (XbPracticeLabel *self);
const char      *xb_practice_label_get_word  (XbPracticeLabel *self);
gboolean         xb_practice_label_is_open   (XbPracticeLabel *self);
gint64           xb_practice_label_next_due  (XbPracticeLabel *self);
gint64           xb_practice_label_last_due  (XbPracticeLabel *self);
gboolean         xb_practice_label_hides     (XbPracticeLabel *self,
                                              guint            handset);
gboolean         xb_practice_label_has_learned (XbPracticeLabel *self,
                                              guint            handset);
XbPracticeLabel *xb_practice_label_read_book (JsonObject      *object,
                                              XbJsonProblem   *problem);
void             xb_practice_label_write_book (XbPracticeLabel *self,
                                              JsonBuilder     *builder);
void             xb_practice_label_write_answer (XbPracticeLabel *self,
                                              const char      *expected_day,
                                              JsonBuilder     *builder);

G_END_DECLS
