/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_DAY_ENTRY (xb_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (XbDayEntry, xb_day_entry, XB, DAY_ENTRY, AdwEntryRow)

GtkWidget  *xb_day_entry_new      (const char *title);
const char *xb_day_entry_get_day  (XbDayEntry *self);
void        xb_day_entry_set_day  (XbDayEntry *self,
                                   const char *day);
gboolean    xb_day_entry_is_valid (XbDayEntry *self);

G_END_DECLS
