/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-today.h"

G_BEGIN_DECLS

#define XB_TYPE_TODAY_READER (xb_today_reader_get_type ())
G_DECLARE_FINAL_TYPE (XbTodayReader, xb_today_reader, XB, TODAY_READER, GObject)

XbTodayReader *xb_today_reader_ref_for    (XbWorkspace   *workspace);
void           xb_today_reader_read_again (XbTodayReader *self);
const XbToday *xb_today_reader_get_today  (XbTodayReader *self);
const char    *xb_today_reader_get_day    (XbTodayReader *self);
const GError  *xb_today_reader_get_error  (XbTodayReader *self);
guint          xb_today_reader_count_due  (XbTodayReader *self,
                                           gboolean       overdue_alone);
char          *xb_today_reader_dup_words  (XbTodayReader *self);

G_END_DECLS
