/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-json-read.h"

G_BEGIN_DECLS

/* What the API refuses at once, each with its HTTP status, code and sentence in one table. */
typedef enum
{
  XB_PRACTICE_OK,
  XB_PRACTICE_BODY_NOT_JSON,
  XB_PRACTICE_FIELD_MISSING,
  XB_PRACTICE_FIELD_INVALID,
  XB_PRACTICE_MATERIAL_UNKNOWN,
  XB_PRACTICE_IDEMPOTENCY_KEY_MISSING,
  XB_PRACTICE_SIGNATURE_MISSING,
  XB_PRACTICE_KEY_UNKNOWN,
  XB_PRACTICE_CLOCK_SKEW,
  XB_PRACTICE_NONCE_REUSED,
  XB_PRACTICE_SIGNATURE_WRONG,
  XB_PRACTICE_PATH_UNKNOWN,
  XB_PRACTICE_CASE_UNKNOWN,
  XB_PRACTICE_METHOD_NOT_ALLOWED,
  XB_PRACTICE_IDEMPOTENCY_CONFLICT,
  XB_PRACTICE_STATE_CONFLICT,
  XB_PRACTICE_LENGTH_REQUIRED,
  XB_PRACTICE_BODY_TOO_LARGE,
  XB_PRACTICE_MEDIA_TYPE_UNSUPPORTED,
  XB_PRACTICE_RATE_LIMITED,
  XB_PRACTICE_SERVER_ERROR,
  XB_PRACTICE_STORE_FAILED,
  XB_N_PRACTICE_PROBLEMS,
} XbPracticeProblem;

/**
 * XbPracticeAnswer:
 * @status: of HTTP
 * @content_type: static
 * @replayed: the same was answered before
 * @retry_after: seconds; 0: not said
 *
 * What goes back over the wire.
 */
typedef struct
{
  guint       status;
  const char *content_type;
  GBytes     *body;
  gboolean    replayed;
  gint64      retry_after;
} XbPracticeAnswer;

const char *xb_practice_problem_get_code (XbPracticeProblem  problem);

void        xb_practice_answer_clear     (XbPracticeAnswer  *self);
void        xb_practice_answer_json      (XbPracticeAnswer  *self,
                                          guint              status,
                                          JsonNode          *node);
void        xb_practice_answer_bytes     (XbPracticeAnswer  *self,
                                          const char        *content_type,
                                          GBytes            *body);
void        xb_practice_answer_problem   (XbPracticeAnswer    *self,
                                          XbPracticeProblem    problem,
                                          const char          *field);
void        xb_practice_answer_misread   (XbPracticeAnswer    *self,
                                          const XbJsonProblem *problem);

G_END_DECLS
