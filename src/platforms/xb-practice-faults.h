/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbPracticeFaultKind:
 * @XB_PRACTICE_FAULT_DELAY: answer after some seconds
 * @XB_PRACTICE_FAULT_RATE_LIMIT: 429 with Retry-After
 * @XB_PRACTICE_FAULT_SERVER_ERROR: 500
 * @XB_PRACTICE_FAULT_CUT: close the connection without an answer
 * @XB_PRACTICE_FAULT_WRONG_JSON: 200 with half a document
 * @XB_PRACTICE_FAULT_SYNC: the case is taken and passes, but its sync to the handsets fails
 */
typedef enum
{
  XB_PRACTICE_FAULT_NONE,
  XB_PRACTICE_FAULT_DELAY,
  XB_PRACTICE_FAULT_RATE_LIMIT,
  XB_PRACTICE_FAULT_SERVER_ERROR,
  XB_PRACTICE_FAULT_CUT,
  XB_PRACTICE_FAULT_WRONG_JSON,
  XB_PRACTICE_FAULT_SYNC,
} XbPracticeFaultKind;

/**
 * XbPracticeFault:
 * @method: (nullable): only requests of this method
 * @path_prefix: only requests whose path begins so; "" fits all
 * @seconds: of the delay, or of Retry-After
 * @after: the request is processed all the same, and only its answer suffers
 */
typedef struct
{
  XbPracticeFaultKind kind;
  char               *method;
  char               *path_prefix;
  gint64              seconds;
  gboolean            after;
  guint               times;
} XbPracticeFault;

typedef struct _XbPracticeFaults XbPracticeFaults;

XbPracticeFaults *xb_practice_faults_new       (void);
void              xb_practice_faults_free      (XbPracticeFaults      *self);
void              xb_practice_faults_add       (XbPracticeFaults      *self,
                                                const XbPracticeFault *fault);
XbPracticeFault   xb_practice_faults_take      (XbPracticeFaults      *self,
                                                const char            *method,
                                                const char            *path);
gboolean          xb_practice_fault_from_word  (const char            *word,
                                                XbPracticeFaultKind   *kind);
gboolean          xb_practice_fault_is_after   (XbPracticeFaultKind    kind);

G_END_DECLS
