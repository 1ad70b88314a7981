/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_LABELS_PAGE (xb_labels_page_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelsPage, xb_labels_page, XB, LABELS_PAGE, XbPage)

GtkWidget  *xb_labels_page_show     (XbLabelsPage *self,
                                     const char   *part);
const char *xb_labels_page_get_part (XbLabelsPage *self);

G_END_DECLS
