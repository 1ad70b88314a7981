/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

#define XB_LAYER_QUESTIONS 5

typedef enum
{
  XB_LAYER_ANSWER_UNKNOWN,
  XB_LAYER_ANSWER_YES,
  XB_LAYER_ANSWER_NO,
} XbLayerAnswer;

/**
 * XbLayerAdvice:
 * @layer: where the trouble is
 * @title: in a few words
 * @advice: whom to call, and what an appeal does or does not do
 */
typedef struct
{
  XbLayer     layer;
  const char *title;
  const char *advice;
} XbLayerAdvice;

const char   *xb_layer_doctor_get_question (guint                index);
XbLayerAdvice xb_layer_doctor_judge        (const XbLayerAnswer *answers);
XbLayerAdvice xb_layer_get_advice          (XbLayer              layer);

G_END_DECLS
