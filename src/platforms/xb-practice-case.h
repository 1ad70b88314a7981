/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "xb-enums.h"
#include "xb-practice-label.h"

G_BEGIN_DECLS

/* Practice time is counted in practice seconds of working time: nights, week-ends and holidays pass in no
 * time, so that a working day always takes the same while on the wall clock. */
#define XB_PRACTICE_WORKDAY 86400

/* The platform's own words; see xb_practice_stage_get_word(). */
typedef enum
{
  XB_PRACTICE_RECEIVED,
  XB_PRACTICE_REVIEWING,
  XB_PRACTICE_NEED_MORE,
  XB_PRACTICE_REFUSED,
  XB_PRACTICE_PASSED,
  XB_PRACTICE_SYNCING,
  XB_PRACTICE_SHOWN,
  XB_PRACTICE_FAILED,
  XB_PRACTICE_WITHDRAWN,
  XB_PRACTICE_LAPSED,
  XB_N_PRACTICE_STAGES,
} XbPracticeStage;

typedef struct
{
  XbMaterialType  type;
  char           *material_id;
  char           *filename; /* (nullable) */
} XbPracticePaper;

typedef struct
{
  int   reason; /* XbPracticeReason */
  char *field;  /* (nullable) */
} XbPracticeFinding;

/**
 * XbPracticeCase:
 * @label: (nullable): the short label
 * @note: (nullable): the last note to the reviewer
 * @papers: (element-type XbPracticePaper): in the order handed in; the last of a type counts
 * @findings: (element-type XbPracticeFinding): why the case stands where it stands
 * @filed_at: wall instant of the submission
 * @at: wall instant at which the stage began
 * @filed: practice time of the submission
 * @review_due: practice time at which the reviewer decides
 * @decided: practice time of the decision
 * @learned: how many handsets have learned the name
 * @sync_fails: the sync was told to fail half way
 * @change: (nullable): the last change of the label of a name that is shown
 *
 * One request to certify one number.
 */
typedef struct
{
  char            *case_no;
  XbPracticeStage  stage;
  char            *business_name;
  char            *uscc;
  XbBusinessKind   business_kind;
  char            *letter_name;
  char           **brands;
  char            *number;
  char            *display_name;
  char            *label;
  char            *note;
  gboolean         expedited;
  GPtrArray       *papers;
  GPtrArray       *findings;
  gint64           filed_at;
  gint64           at;
  gint64           filed;
  gint64           review_due;
  gint64           decided;
  guint            learned;
  gboolean         sync_fails;
  XbPracticeLabel *change;
} XbPracticeCase;

const char      *xb_practice_stage_get_word      (XbPracticeStage  stage);
gboolean         xb_practice_stage_from_word     (const char      *word,
                                                  XbPracticeStage *stage);

XbPracticeCase  *xb_practice_case_new            (void);
void             xb_practice_case_free           (XbPracticeCase  *self);
void             xb_practice_case_add_paper      (XbPracticeCase  *self,
                                                  XbMaterialType   type,
                                                  const char      *material_id,
                                                  const char      *filename);
XbPracticePaper *xb_practice_case_find_paper     (XbPracticeCase  *self,
                                                  XbMaterialType   type);
void             xb_practice_case_add_finding    (XbPracticeCase  *self,
                                                  int              reason,
                                                  const char      *field);
void             xb_practice_case_start_review   (XbPracticeCase  *self,
                                                  gint64           elapsed);
void             xb_practice_case_hurry          (XbPracticeCase  *self,
                                                  gint64           elapsed);
gint64           xb_practice_case_next_due       (XbPracticeCase  *self);
gboolean         xb_practice_case_label_is_next  (XbPracticeCase  *self);
const char      *xb_practice_case_get_label_on   (XbPracticeCase  *self,
                                                  XbHandset        handset);
char            *xb_practice_case_dup_label_expected (XbPracticeCase *self);
XbHandset        xb_practice_handset_at          (guint            index);
gboolean         xb_practice_case_has_learned    (XbPracticeCase  *self,
                                                  XbHandset        handset);
gboolean         xb_practice_case_holds_number   (XbPracticeCase  *self);
char            *xb_practice_case_dup_expected   (XbPracticeCase  *self);
char            *xb_practice_case_dup_valid_until (XbPracticeCase *self);

#define XB_N_PRACTICE_HANDSETS 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPracticeCase, xb_practice_case_free)

G_END_DECLS
