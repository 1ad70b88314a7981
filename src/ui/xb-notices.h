/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said across the window for as long as it is true. */
typedef enum
{
  XB_NOTICE_PRACTICE,
  XB_NOTICE_CLOCK,
  XB_NOTICE_DAMAGE,
  XB_N_NOTICES,
} XbNotice;

#define XB_TYPE_NOTICES (xb_notices_get_type ())
G_DECLARE_FINAL_TYPE (XbNotices, xb_notices, XB, NOTICES, AdwBin)

void xb_notices_set (XbNotices  *self,
                     XbNotice    notice,
                     const char *sentence);

G_END_DECLS
