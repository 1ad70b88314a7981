/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace-year.h"

G_BEGIN_DECLS

#define XB_TYPE_YEAR_BLOCK (xb_year_block_get_type ())
G_DECLARE_FINAL_TYPE (XbYearBlock, xb_year_block, XB, YEAR_BLOCK, GtkWidget)

GtkWidget       *xb_year_block_new       (const XbYearBar *bar,
                                          const char      *today);
const XbYearBar *xb_year_block_get_bar   (XbYearBlock     *self);
guint            xb_year_block_get_lane  (XbYearBlock     *self);
void             xb_year_block_set_lane  (XbYearBlock     *self,
                                          guint            lane);
const char      *xb_year_block_get_from  (XbYearBlock     *self);
const char      *xb_year_block_get_until (XbYearBlock     *self);
void             xb_year_block_set_days  (XbYearBlock     *self,
                                          const char      *from,
                                          const char      *until);
gboolean         xb_year_block_is_narrow (XbYearBlock     *self);
const char      *xb_year_block_get_words (XbYearBlock     *self);
gboolean         xb_year_block_is_moved  (XbYearBlock     *self);

G_END_DECLS
