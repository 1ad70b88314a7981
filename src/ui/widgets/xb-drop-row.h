/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-dialogs.h"

G_BEGIN_DECLS

typedef enum
{
  XB_DROP_MISSING,
  XB_DROP_CHECKING,
  XB_DROP_HAVE,
  XB_DROP_EXPIRED,
  XB_DROP_PROBLEM,
} XbDropState;

#define XB_TYPE_DROP_ROW (xb_drop_row_get_type ())
G_DECLARE_FINAL_TYPE (XbDropRow, xb_drop_row, XB, DROP_ROW, AdwActionRow)

GtkWidget  *xb_drop_row_new       (const char  *title,
                                   XbFileKind   kind);
void        xb_drop_row_choose    (XbDropRow   *self);
void        xb_drop_row_set_state (XbDropRow   *self,
                                   XbDropState  state,
                                   const char  *detail);
XbDropState xb_drop_row_get_state (XbDropRow   *self);

G_END_DECLS
