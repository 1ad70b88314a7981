/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_ALERT_WATCH (xb_alert_watch_get_type ())
G_DECLARE_FINAL_TYPE (XbAlertWatch, xb_alert_watch, XB, ALERT_WATCH, GObject)

XbAlertWatch *xb_alert_watch_new (GApplication *application,
                                  XbWorkspace  *workspace);

G_END_DECLS
