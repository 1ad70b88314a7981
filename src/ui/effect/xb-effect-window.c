/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-effect-window.h"

struct _XbEffectWindow
{
  AdwWindow  parent_instance;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (XbEffectWindow, xb_effect_window, ADW_TYPE_WINDOW)

static void
xb_effect_window_class_init (XbEffectWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
xb_effect_window_init (XbEffectWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Effect"));
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 820);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
}

/** xb_effect_window_new: @application: (nullable) */
XbEffectWindow *
xb_effect_window_new (GtkApplication *application,
                      XbWorkspace    *workspace)
{
  XbEffectWindow *self = g_object_new (XB_TYPE_EFFECT_WINDOW, "application", application, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *toasts = adw_toast_overlay_new ();
  GtkWidget *announcer = gtk_label_new (NULL);

  self->view = xb_effect_view_new (workspace);
  gtk_widget_add_css_class (announcer, "announcer");
  gtk_widget_set_vexpand (toasts, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), self->view);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), announcer);
  gtk_box_append (GTK_BOX (column), toasts);
  adw_window_set_content (ADW_WINDOW (self), column);
  xb_dialogs_set_announcer (GTK_WIDGET (self), GTK_LABEL (announcer));
  return self;
}

/** xb_effect_window_open: a new one, beside that of @from, with days of its own; @numbers: as they are typed */
void
xb_effect_window_open (GtkWidget       *from,
                       XbWorkspace     *workspace,
                       const char      *numbers,
                       const XbRoiDays *days)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  XbEffectWindow *self = xb_effect_window_new (application, workspace);

  xb_effect_question_set_own (xb_effect_view_get_question (XB_EFFECT_VIEW (self->view)), numbers, days);
  gtk_window_present (GTK_WINDOW (self));
}

XbEffectView *
xb_effect_window_get_view (XbEffectWindow *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_WINDOW (self), NULL);

  return XB_EFFECT_VIEW (self->view);
}
