/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_PAGE (xb_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XbPage, xb_page, XB, PAGE, AdwBin)

/**
 * XbPageClass:
 * @shown: the page came to the front
 * @is_reading: (nullable): whether the page still gathers what it shows
 * @search: the user wants to search here; returns whether there is something to search
 */
struct _XbPageClass
{
  AdwBinClass parent_class;

  void     (*shown)  (XbPage *self);
  gboolean (*is_reading) (XbPage *self);
  gboolean (*search) (XbPage *self);
};

XbWorkspace *xb_page_get_workspace (XbPage *self);
GtkWidget *xb_page_get_header_start (XbPage    *self);
GtkWidget *xb_page_get_header_end   (XbPage    *self);
void       xb_page_set_header_start (XbPage    *self,
                                     GtkWidget *widget);
void       xb_page_set_header_end   (XbPage    *self,
                                     GtkWidget *widget);
void       xb_page_shown            (XbPage    *self);
gboolean   xb_page_is_reading       (XbPage    *self);
gboolean   xb_page_search           (XbPage    *self);

G_END_DECLS
