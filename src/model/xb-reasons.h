/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-check-item.h"

G_BEGIN_DECLS

typedef struct
{
  const char *advice;   /* one sentence, translated: what to do */
  XbFix       fix;
  int         material; /* XbMaterialType, or -1 */
} XbReasonAdvice;

XbReasonAdvice xb_reasons_explain (const char *code,
                                   const char *text);

G_END_DECLS
