/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-year-chart.h"

G_BEGIN_DECLS

#define XB_TYPE_YEAR_VIEW (xb_year_view_get_type ())
G_DECLARE_FINAL_TYPE (XbYearView, xb_year_view, XB, YEAR_VIEW, AdwBin)

GtkWidget    *xb_year_view_new        (XbWorkspace *workspace);
const XbYear *xb_year_view_get_year   (XbYearView  *self);
XbYearChart  *xb_year_view_get_chart  (XbYearView  *self);
GtkWidget    *xb_year_view_get_row    (XbYearView  *self,
                                       guint        index);
void          xb_year_view_move       (XbYearView  *self,
                                       guint        index,
                                       const char  *from,
                                       const char  *until);
gboolean      xb_year_view_is_reading (XbYearView  *self);

G_END_DECLS
