/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_EMPTY_PAGE (xb_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (XbEmptyPage, xb_empty_page, XB, EMPTY_PAGE, AdwBin)

GtkWidget *xb_empty_page_new        (const char  *icon_name,
                                     const char  *title,
                                     const char  *description);
void       xb_empty_page_set_text   (XbEmptyPage *self,
                                     const char  *icon_name,
                                     const char  *title,
                                     const char  *description);
GtkWidget *xb_empty_page_add_button (XbEmptyPage *self,
                                     const char  *label,
                                     const char  *action_name);

G_END_DECLS
