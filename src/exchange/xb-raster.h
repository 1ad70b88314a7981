/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

cairo_surface_t *xb_raster_from_pixbuf (GdkPixbuf       *pixbuf);
GdkPixbuf       *xb_raster_to_pixbuf   (cairo_surface_t *surface);

G_END_DECLS
