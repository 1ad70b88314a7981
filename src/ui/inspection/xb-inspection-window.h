/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-item-view.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTION_WINDOW (xb_inspection_window_get_type ())
G_DECLARE_FINAL_TYPE (XbInspectionWindow, xb_inspection_window, XB, INSPECTION_WINDOW, AdwWindow)

XbInspectionWindow *xb_inspection_window_new           (GtkApplication     *application,
                                                        XbWorkspace        *workspace,
                                                        gint64              id);
void                xb_inspection_window_open          (GtkApplication     *application,
                                                        XbWorkspace        *workspace,
                                                        gint64              id);
void                xb_inspection_window_open_item      (GtkApplication *application,
                                                         XbWorkspace    *workspace,
                                                         gint64          item);
void                xb_inspection_window_open_for_task (GtkApplication     *application,
                                                        XbWorkspace        *workspace,
                                                        gint64              task);
XbInspection       *xb_inspection_window_get_inspection (XbInspectionWindow *self);
XbItemView         *xb_inspection_window_get_view      (XbInspectionWindow *self);
gboolean            xb_inspection_window_key           (XbInspectionWindow *self,
                                                        guint               key,
                                                        GdkModifierType     state);
void                xb_inspection_window_select        (XbInspectionWindow *self,
                                                        guint               position);
guint               xb_inspection_window_get_selected  (XbInspectionWindow *self);

G_END_DECLS
