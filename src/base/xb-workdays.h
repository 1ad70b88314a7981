/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most working days that are counted in one go: some 40 years. */
#define XB_WORKDAYS_MOST 10000

#define XB_TYPE_WORKDAYS (xb_workdays_get_type ())
G_DECLARE_FINAL_TYPE (XbWorkdays, xb_workdays, XB, WORKDAYS, GObject)

XbWorkdays *xb_workdays_get_default (void);
XbWorkdays *xb_workdays_new         (GBytes      *json,
                                     GError     **error);
const char *xb_workdays_get_notice  (XbWorkdays  *self,
                                     guint        year);
gboolean    xb_workdays_check       (XbWorkdays  *self,
                                     const char  *day,
                                     gboolean    *workday,
                                     char       **reason,
                                     gboolean    *estimated,
                                     GError     **error);
char       *xb_workdays_add         (XbWorkdays  *self,
                                     const char  *day,
                                     int          n,
                                     gboolean    *estimated,
                                     GError     **error);
gboolean    xb_workdays_between     (XbWorkdays  *self,
                                     const char  *from,
                                     const char  *until,
                                     int         *days,
                                     gboolean    *estimated,
                                     GError     **error);

G_END_DECLS
