/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "xb-thumbnail.h"

#define SIDE 48
#define SCALE 2 /* drawn sharp on dense displays as well */

/* A paper, small: a picture's own image, a page's sign for everything else. Read off the main
 * thread, and never larger than it is drawn. */
struct _XbThumbnail
{
  GtkWidget     parent_instance;

  GCancellable *cancellable; /* (nullable): of the file that is being read */
  GtkWidget    *image;
  guint         loaded : 1;
};

G_DEFINE_FINAL_TYPE (XbThumbnail, xb_thumbnail, GTK_TYPE_WIDGET)

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  GdkPixbuf *upright;

  if (g_task_return_error_if_cancelled (task))
    return;
  pixbuf = gdk_pixbuf_new_from_file_at_scale (data, SIDE * SCALE, SIDE * SCALE, TRUE, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_task_return_pointer (task, upright, g_object_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  XbThumbnail *self = XB_THUMBNAIL (object);
  g_autoptr(GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr(GdkTexture) texture = NULL;

  if (pixbuf == NULL || self->image == NULL) /* a PDF, or gone meanwhile: the sign stays */
    return;
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gtk_image_set_from_paintable (GTK_IMAGE (self->image), GDK_PAINTABLE (texture));
  gtk_image_set_pixel_size (GTK_IMAGE (self->image), SIDE);
  self->loaded = TRUE;
}

static void
xb_thumbnail_dispose (GObject *object)
{
  XbThumbnail *self = XB_THUMBNAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->image, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_thumbnail_parent_class)->dispose (object);
}

static void
xb_thumbnail_class_init (XbThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_thumbnail_dispose;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
xb_thumbnail_init (XbThumbnail *self)
{
  self->image = gtk_image_new_from_icon_name ("x-office-document-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->image), 24);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), SIDE, SIDE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
xb_thumbnail_new (void)
{
  return g_object_new (XB_TYPE_THUMBNAIL, NULL);
}

/** xb_thumbnail_show_file: @path: a picture is shown as such when it has been read, anything else as a page */
void
xb_thumbnail_show_file (XbThumbnail *self,
                        const char  *path)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (XB_IS_THUMBNAIL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_source_tag (task, xb_thumbnail_show_file);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_thread);
}

gboolean
xb_thumbnail_is_loaded (XbThumbnail *self)
{
  g_return_val_if_fail (XB_IS_THUMBNAIL (self), FALSE);

  return self->loaded;
}
