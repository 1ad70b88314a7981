/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint.h"
#include "xb-state-mark.h"

G_BEGIN_DECLS

/**
 * XbVerdictLook:
 * @underline: no two alike, so that colour is not the only sign
 *
 * How a verdict looks, the same everywhere.
 */
typedef struct
{
  XbMarkShape    shape;
  const char    *tone;
  PangoUnderline underline;
  guint16        red, green, blue;
} XbVerdictLook;

const XbVerdictLook *xb_verdict_get_look (XbVerdict verdict);

G_END_DECLS
