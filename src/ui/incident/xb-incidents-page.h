/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENTS_PAGE (xb_incidents_page_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentsPage, xb_incidents_page, XB, INCIDENTS_PAGE, XbPage)

G_END_DECLS
