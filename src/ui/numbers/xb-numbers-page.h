/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBERS_PAGE (xb_numbers_page_get_type ())
G_DECLARE_FINAL_TYPE (XbNumbersPage, xb_numbers_page, XB, NUMBERS_PAGE, XbPage)

GListModel *xb_numbers_page_get_list    (XbNumbersPage *self);
const char *xb_numbers_page_get_view    (XbNumbersPage *self);
gint64      xb_numbers_page_get_current (XbNumbersPage *self);

G_END_DECLS
