/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_TODAY_PAGE (xb_today_page_get_type ())
G_DECLARE_FINAL_TYPE (XbTodayPage, xb_today_page, XB, TODAY_PAGE, XbPage)

const char *xb_today_page_get_view (XbTodayPage *self);

G_END_DECLS
