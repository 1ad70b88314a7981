/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-photo-frame.h"
#include "xb-photo-load.h"

#define SIDE 1000 /* pixels that are kept of the longer side */

/* The photo of a phone beside what is expected: read off the main thread, never larger than it is looked at. */
struct _XbPhotoFrame
{
  GtkWidget     parent_instance;

  GCancellable *cancellable; /* (nullable): of the file that is being read */
  char         *path;        /* (nullable) */
  gboolean      only_shows;  /* none can be brought */
  GtkWidget    *stack;
  GtkWidget    *picture;
  GtkWidget    *invitation;
};

G_DEFINE_FINAL_TYPE (XbPhotoFrame, xb_photo_frame, GTK_TYPE_WIDGET)

enum
{
  BRING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A photo is looked at in its full size; where there is none, one may be brought. */
static void
act (XbPhotoFrame *self)
{
  g_autofree char *uri = self->path != NULL ? g_filename_to_uri (self->path, NULL, NULL) : NULL;

  if (uri != NULL && xb_photo_frame_is_loaded (self))
    xb_dialogs_show_uri (GTK_WIDGET (self), uri);
  else if (uri == NULL && !self->only_shows)
    g_signal_emit (self, signals[BRING], 0);
}

static void
act_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  act (XB_PHOTO_FRAME (widget));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  XbPhotoFrame *self = XB_PHOTO_FRAME (object);
  g_autoptr(GdkPixbuf) pixbuf = xb_photo_load_finish (result);
  g_autoptr(GdkTexture) texture = NULL;

  if (self->stack == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (pixbuf == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->invitation), _("The photo cannot be read any more"));
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->invitation);
      return;
    }
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->picture);
}

static void
xb_photo_frame_dispose (GObject *object)
{
  XbPhotoFrame *self = XB_PHOTO_FRAME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_photo_frame_parent_class)->dispose (object);
}

static void
xb_photo_frame_class_init (XbPhotoFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_photo_frame_dispose;
  /* somebody wants to bring a photo */
  signals[BRING] = g_signal_new ("bring", XB_TYPE_PHOTO_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "photo.act", NULL, act_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "photo.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "photo.act", NULL);
  gtk_widget_class_set_css_name (widget_class, "photo-frame");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xb_photo_frame_init (XbPhotoFrame *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (act), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->stack = gtk_stack_new ();
  self->picture = gtk_picture_new ();
  self->invitation = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->invitation), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->invitation), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->invitation, "dim-label");
  gtk_stack_add_child (GTK_STACK (self->stack), self->invitation);
  gtk_stack_add_child (GTK_STACK (self->stack), self->picture);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  xb_photo_frame_show_file (self, NULL, NULL);
}

GtkWidget *
xb_photo_frame_new (void)
{
  return g_object_new (XB_TYPE_PHOTO_FRAME, NULL);
}

/** xb_photo_frame_show_file: @path: (nullable): %NULL invites to bring a photo; @name: (nullable): for a screen reader */
void
xb_photo_frame_show_file (XbPhotoFrame *self,
                          const char   *path,
                          const char   *name)
{
  g_return_if_fail (XB_IS_PHOTO_FRAME (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  path != NULL && name != NULL ? name : _("No photo yet"), -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), path != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), path != NULL ? _("Look at it in full size") : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), path != NULL || !self->only_shows ? "pointer" : NULL);
  if (path != NULL && g_strcmp0 (path, self->path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  gtk_label_set_label (GTK_LABEL (self->invitation), path != NULL ? "" : self->only_shows ? _("No photo")
                       : _("Drop a photo or a screenshot here, or paste it with Ctrl+V"));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->invitation);
  if (path == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  xb_photo_load_async (self, path, SIDE, self->cancellable, loaded_cb, NULL);
}

/** xb_photo_frame_set_invites: whether a photo may be brought; it may until one says so */
void
xb_photo_frame_set_invites (XbPhotoFrame *self,
                            gboolean      invites)
{
  g_return_if_fail (XB_IS_PHOTO_FRAME (self));

  self->only_shows = !invites;
  if (self->path == NULL)
    xb_photo_frame_show_file (self, NULL, NULL);
}

gboolean
xb_photo_frame_is_loaded (XbPhotoFrame *self)
{
  g_return_val_if_fail (XB_IS_PHOTO_FRAME (self), FALSE);

  return gtk_picture_get_paintable (GTK_PICTURE (self->picture)) != NULL;
}
