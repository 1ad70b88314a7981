/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-verdict-look.h"

static const XbVerdictLook looks[] = {
  [XB_VERDICT_OK] = { XB_MARK_TICK, "success", PANGO_UNDERLINE_NONE, 0, 0, 0 },
  [XB_VERDICT_ADVICE] = { XB_MARK_RING, "accent", PANGO_UNDERLINE_LOW, 0x2600, 0x7000, 0xd600 },
  [XB_VERDICT_WARNING] = { XB_MARK_BANG, "warning", PANGO_UNDERLINE_DOUBLE, 0xc600, 0x7a00, 0x0000 },
  [XB_VERDICT_ERROR] = { XB_MARK_CROSS, "error", PANGO_UNDERLINE_ERROR, 0xd800, 0x1e00, 0x2600 },
};

const XbVerdictLook *
xb_verdict_get_look (XbVerdict verdict)
{
  return &looks[MIN (verdict, XB_VERDICT_ERROR)];
}
