/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-number-haystack.h"
#include "xb-store.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_FINDER (xb_number_finder_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberFinder, xb_number_finder, XB, NUMBER_FINDER, GObject)

XbNumberFinder *xb_number_finder_new     (XbStore              *store);
void            xb_number_finder_prepare (XbNumberFinder       *self);
gboolean        xb_number_finder_is_prepared (XbNumberFinder   *self);
GArray         *xb_number_finder_find    (XbNumberFinder       *self,
                                          XbDb                 *db,
                                          const XbNumberSearch *search,
                                          GError              **error);

G_END_DECLS
