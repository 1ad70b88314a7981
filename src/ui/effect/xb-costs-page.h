/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_COSTS_PAGE (xb_costs_page_get_type ())
G_DECLARE_FINAL_TYPE (XbCostsPage, xb_costs_page, XB, COSTS_PAGE, XbPage)

GListModel *xb_costs_page_get_ledger (XbCostsPage *self);
const char *xb_costs_page_get_view   (XbCostsPage *self);
char       *xb_costs_page_dup_text   (XbCostsPage *self);

G_END_DECLS
