/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-inspection-look.h"
#include "xb-sight-pictures.h"

#define MARK 14
#define GAP 6
#define MANY 2000 /* pictures; more states and ages than that are never in sight */

/* A table has hundreds of sights in sight, and nearly all are alike: "shows, 12 days". Each is drawn once, and is one
 * texture from then on, instead of a mark and a line of text that are laid out and drawn in every frame. */
struct _XbSightPictures
{
  GtkWidget  *widget;  /* (not owned): whose font and colours they have */
  GHashTable *drawn;   /* state and age → #GdkTexture */
  int         scale;
};

/** xb_sight_pictures_new: @widget: outlives them */
XbSightPictures *
xb_sight_pictures_new (GtkWidget *widget)
{
  XbSightPictures *self = g_new0 (XbSightPictures, 1);

  self->widget = widget;
  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return self;
}

void
xb_sight_pictures_free (XbSightPictures *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->drawn);
  g_free (self);
}

/** xb_sight_pictures_forget: other colours or another font */
void
xb_sight_pictures_forget (XbSightPictures *self)
{
  g_hash_table_remove_all (self->drawn);
}

/** xb_sight_dup_text: Returns: (transfer full): "Shows · 12 days" */
char *
xb_sight_dup_text (const XbMatrixSight *sight)
{
  g_autofree char *age = NULL;

  if (sight->state == XB_SIGHT_NEVER)
    return g_strdup (xb_sight_get_title (sight->state));
  if (sight->age == 0)
    age = g_strdup (_("today"));
  else
    age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) sight->age), sight->age);
  return g_strdup_printf ("%s · %s", xb_sight_get_title (sight->state), age);
}

static void
find_colour (XbSightPictures *self,
             XbSight          state,
             GdkRGBA         *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);
  g_autofree char *name = g_strconcat (xb_tone_for_sight (state), "_color", NULL);

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
  if (state == XB_SIGHT_NEVER)
    colour->alpha *= 0.6f;
}

static GdkTexture *
take_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw (XbSightPictures     *self,
      const XbMatrixSight *sight)
{
  g_autofree char *text = xb_sight_dup_text (sight);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, text);
  int width, height, tall;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture;
  GdkRGBA colour;

  pango_layout_get_pixel_size (layout, &width, &height);
  tall = MAX (height, MARK);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (MARK + GAP + width) * self->scale, tall * self->scale);
  cr = cairo_create (surface);
  cairo_scale (cr, self->scale, self->scale);
  find_colour (self, sight->state, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_save (cr);
  cairo_translate (cr, MARK / 2.0, tall / 2.0);
  cairo_scale (cr, MARK / 12.0, MARK / 12.0);
  xb_state_mark_draw (cr, xb_mark_for_sight (sight->state));
  cairo_restore (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_move_to (cr, MARK + GAP, (tall - height) / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  texture = take_surface (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/** xb_sight_pictures_find: Returns: (transfer none): in device pixels of the widget */
GdkTexture *
xb_sight_pictures_find (XbSightPictures     *self,
                        const XbMatrixSight *sight)
{
  gpointer key = GINT_TO_POINTER (sight->age * 8 + (int) sight->state);
  GdkTexture *found;

  if (self->scale != gtk_widget_get_scale_factor (self->widget) || g_hash_table_size (self->drawn) > MANY)
    xb_sight_pictures_forget (self);
  self->scale = gtk_widget_get_scale_factor (self->widget);
  found = g_hash_table_lookup (self->drawn, key);
  if (found == NULL)
    {
      found = draw (self, sight);
      g_hash_table_insert (self->drawn, key, found);
    }
  return found;
}

/** xb_sight_pictures_get_width: Returns: of the widest, in pixels */
int
xb_sight_pictures_get_width (XbSightPictures *self)
{
  int widest = 0;

  for (XbSight state = XB_SIGHT_NEVER; state <= XB_SIGHT_GONE; state++)
    {
      g_autofree char *text = xb_sight_dup_text (&(XbMatrixSight) { .state = state, .age = 888 });
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, text);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      widest = MAX (widest, MARK + GAP + width);
    }
  return widest;
}
