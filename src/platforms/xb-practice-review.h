/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-practice-case.h"
#include "xb-practice-material.h"

G_BEGIN_DECLS

#define XB_PRACTICE_NAME_MAX 15   /* characters */
#define XB_PRACTICE_LABEL_MAX 16  /* columns: a Chinese character takes two */

/* Why a case is not granted; code and sentence of each stand in one table. */
typedef enum
{
  XB_PRACTICE_NAME_MISMATCH,
  XB_PRACTICE_NAME_NOT_OWN,
  XB_PRACTICE_NAME_TOO_LONG,
  XB_PRACTICE_USCC_INVALID,
  XB_PRACTICE_LICENCE_MISSING,
  XB_PRACTICE_LICENCE_UNREADABLE,
  XB_PRACTICE_AUTHORISATION_MISSING,
  XB_PRACTICE_AUTHORISATION_UNREADABLE,
  XB_PRACTICE_OWNERSHIP_MISSING,
  XB_PRACTICE_OWNERSHIP_UNREADABLE,
  XB_PRACTICE_MATERIAL_TOO_LARGE,
  XB_PRACTICE_LOGO_UNREADABLE,
  XB_PRACTICE_LOGO_NOT_SQUARE,
  XB_PRACTICE_LABEL_TOO_LONG,
  XB_PRACTICE_LABEL_ABSOLUTE_WORD,
  XB_PRACTICE_NUMBER_TAKEN,
  XB_PRACTICE_SYNC_FAILED,
  XB_N_PRACTICE_REASONS,
} XbPracticeReason;

const char      *xb_practice_reason_get_code    (XbPracticeReason  reason);
const char      *xb_practice_reason_get_message (XbPracticeReason  reason);
gboolean         xb_practice_reason_from_code   (const char       *code,
                                                 XbPracticeReason *reason);

XbPracticeStage  xb_practice_review_decide      (XbPracticeCase   *filed,
                                                 GHashTable       *materials,
                                                 gboolean          number_taken);

gboolean         xb_practice_review_label       (XbPracticeCase   *filed,
                                                 const char       *label,
                                                 XbPracticeReason *reason);

G_END_DECLS
