/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-checkup.h"

G_BEGIN_DECLS

#define XB_TYPE_CHECK_VIEW (xb_check_view_get_type ())
G_DECLARE_FINAL_TYPE (XbCheckView, xb_check_view, XB, CHECK_VIEW, AdwBin)

GtkWidget       *xb_check_view_new         (XbWorkspace *workspace);
void             xb_check_view_check_own   (XbCheckView *self);
void             xb_check_view_check_list  (XbCheckView *self,
                                            const char  *text,
                                            const char  *path);
void             xb_check_view_save        (XbCheckView *self,
                                            const char  *path);
void             xb_check_view_cancel      (XbCheckView *self);
gboolean         xb_check_view_is_busy     (XbCheckView *self);
const XbCheckup *xb_check_view_get_checkup (XbCheckView *self);
GtkWidget       *xb_check_view_get_row     (XbCheckView *self,
                                            guint        index);

G_END_DECLS
