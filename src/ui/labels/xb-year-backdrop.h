/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * XbYearBackdrop:
 *
 * What lies behind the bars of a year: months, days off, holidays with their names, make-up days, today.
 */
typedef struct _XbYearBackdrop XbYearBackdrop;

XbYearBackdrop *xb_year_backdrop_new      (const char     *from,
                                           const char     *until,
                                           const char     *today);
void            xb_year_backdrop_free     (XbYearBackdrop *self);
guint           xb_year_backdrop_get_days (XbYearBackdrop *self);
double          xb_year_backdrop_find_x   (XbYearBackdrop *self,
                                           const char     *day,
                                           int             width);
void            xb_year_backdrop_snapshot (XbYearBackdrop *self,
                                           GtkWidget      *widget,
                                           GtkSnapshot    *snapshot);
char           *xb_year_backdrop_dup_holidays (XbYearBackdrop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbYearBackdrop, xb_year_backdrop_free)

/* where the months and the names of holidays stand */
#define XB_YEAR_HEAD 44

G_END_DECLS
