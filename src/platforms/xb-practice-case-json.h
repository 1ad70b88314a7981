/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-json-read.h"
#include "xb-practice-case.h"

G_BEGIN_DECLS

XbPracticeCase *xb_practice_case_read_request (JsonObject     *object,
                                               XbJsonProblem  *problem);
void            xb_practice_case_read_papers  (XbPracticeCase *self,
                                               JsonObject     *object,
                                               XbJsonNeed      need,
                                               XbJsonProblem  *problem);
XbPracticeCase *xb_practice_case_read_book    (JsonNode       *node,
                                               XbJsonProblem  *problem);
JsonNode       *xb_practice_case_write_book   (XbPracticeCase *self);
JsonNode       *xb_practice_case_write_answer (XbPracticeCase *self);
void            xb_practice_case_add_displays (XbPracticeCase *self,
                                               JsonBuilder    *builder);

G_END_DECLS
