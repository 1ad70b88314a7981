/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-platform.h"
#include "xb-ring-phone.h"

G_BEGIN_DECLS

#define XB_TYPE_CALL_PREVIEW (xb_call_preview_get_type ())
G_DECLARE_FINAL_TYPE (XbCallPreview, xb_call_preview, XB, CALL_PREVIEW, AdwBin)

/* The six brands that are drawn, in the order of the strip. */
#define XB_CALL_PREVIEW_BRANDS 6

/**
 * XbCallReach:
 * @XB_REACH_SEEN: a photo shows it
 * @XB_REACH_SHOWN: a platform says so
 * @XB_REACH_UNKNOWN: no platform says it
 * @XB_REACH_NONE: not there, as far as the platforms say
 */
typedef enum
{
  XB_REACH_NONE,
  XB_REACH_UNKNOWN,
  XB_REACH_SHOWN,
  XB_REACH_SEEN,
} XbCallReach;

GtkWidget   *xb_call_preview_new           (void);
void         xb_call_preview_set_caller    (XbCallPreview *self,
                                            const char    *name,
                                            const char    *number);
void         xb_call_preview_set_label     (XbCallPreview *self,
                                            const char    *label);
void         xb_call_preview_set_platforms (XbCallPreview *self,
                                            GPtrArray     *platforms,
                                            guint          seen);
void         xb_call_preview_set_handset   (XbCallPreview *self,
                                            XbHandset      handset);
XbCallReach  xb_call_preview_get_reach     (XbCallPreview *self,
                                            XbHandset      handset);
const char  *xb_call_preview_get_caption   (XbCallPreview *self);
XbRingPhone *xb_call_preview_get_phone     (XbCallPreview *self);

G_END_DECLS
