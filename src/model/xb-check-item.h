/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-record.h"

G_BEGIN_DECLS

typedef enum
{
  XB_CHECK_OK,
  XB_CHECK_ADVICE,
  XB_CHECK_MISSING,
  XB_CHECK_EXPIRED,
} XbCheckState;

/* What mends it: the window has one button for each. */
typedef enum
{
  XB_FIX_NONE,
  XB_FIX_BUSINESS,
  XB_FIX_MATERIAL,
  XB_FIX_NDA,
  XB_FIX_NUMBERS,
  XB_FIX_TEXTS,
} XbFix;

#define XB_TYPE_CHECK_ITEM (xb_check_item_get_type ())
G_DECLARE_FINAL_TYPE (XbCheckItem, xb_check_item, XB, CHECK_ITEM, GObject)

XbCheckItem *xb_check_item_new           (XbCheckState  state,
                                          XbFix         fix,
                                          int           material,
                                          char         *title,
                                          char         *detail);
XbCheckState xb_check_item_get_state     (XbCheckItem  *self);
XbFix        xb_check_item_get_fix       (XbCheckItem  *self);
int          xb_check_item_get_material  (XbCheckItem  *self);
const char  *xb_check_item_get_title     (XbCheckItem  *self);
const char  *xb_check_item_get_detail    (XbCheckItem  *self);
gboolean     xb_check_item_blocks        (XbCheckItem  *self);

G_END_DECLS
