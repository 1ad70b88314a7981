/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_CALENDAR_WINDOW (xb_calendar_window_get_type ())
G_DECLARE_FINAL_TYPE (XbCalendarWindow, xb_calendar_window, XB, CALENDAR_WINDOW, AdwWindow)

GtkWindow *xb_calendar_window_new (GtkWidget   *parent,
                                   XbWorkspace *workspace);

G_END_DECLS
