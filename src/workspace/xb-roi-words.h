/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* The answer in words, the same in windows, reports and on the command line. All (transfer full). */

char       *xb_share_dup_text    (double           share,
                                  gboolean         sign);
char       *xb_roi_dup_sentence  (const XbRoi     *roi);
char       *xb_roi_dup_money     (const XbRoi     *roi);
char      **xb_roi_dup_notes     (const XbRoi     *roi);
char       *xb_roi_change_dup_text (const XbRoiChange *change);
const char *xb_roi_change_nick   (XbRoiChangeKind  kind);
const char *xb_roi_control_nick  (XbRoiControl     kind);
const char *xb_pays_get_nick     (XbPays           pays);
XbEffect    xb_roi_get_effect    (const XbRoi     *roi);

G_END_DECLS
