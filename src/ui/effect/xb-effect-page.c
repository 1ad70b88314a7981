/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-effect-page.h"
#include "xb-effect-window.h"
#include "xb-report-form.h"

/* The effect in the main window. */
struct _XbEffectPage
{
  XbPage     parent_instance;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (XbEffectPage, xb_effect_page, XB_TYPE_PAGE)

/* A second window asks the same at first; then one of the two is changed. */
static void
window_cb (XbEffectPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  XbEffectWindow *window = xb_effect_window_new (GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL,
                                                 xb_page_get_workspace (XB_PAGE (self)));

  xb_effect_question_copy (xb_effect_view_get_question (xb_effect_window_get_view (window)),
                           xb_effect_view_get_question (XB_EFFECT_VIEW (self->view)));
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon_name,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
report_cb (XbEffectPage *self)
{
  gtk_window_present (xb_report_form_new (GTK_WIDGET (self), xb_page_get_workspace (XB_PAGE (self))));
}

static void
xb_effect_page_constructed (GObject *object)
{
  XbEffectPage *self = XB_EFFECT_PAGE (object);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  G_OBJECT_CLASS (xb_effect_page_parent_class)->constructed (object);
  self->view = xb_effect_view_new (xb_page_get_workspace (XB_PAGE (self)));
  adw_bin_set_child (ADW_BIN (self), self->view);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (ends, "document-open-symbolic", _("Take In a Report"))),
                                  "app.take-in-report");
  g_signal_connect_object (add_button (ends, "x-office-document-symbolic", _("A report of a month or a quarter, to be handed on")),
                           "clicked", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add_button (ends, "window-new-symbolic", _("Open in a New Window")), "clicked", G_CALLBACK (window_cb),
                           self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), ends);
}

static gboolean
xb_effect_page_is_reading (XbPage *page)
{
  return xb_effect_view_is_reading (XB_EFFECT_VIEW (XB_EFFECT_PAGE (page)->view));
}

static void
xb_effect_page_class_init (XbEffectPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = xb_effect_page_constructed;
  XB_PAGE_CLASS (klass)->is_reading = xb_effect_page_is_reading;
}

static void
xb_effect_page_init (XbEffectPage *self)
{
}

/** xb_effect_page_get_view: Returns: (transfer none): the question with its answer */
XbEffectView *
xb_effect_page_get_view (XbEffectPage *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_PAGE (self), NULL);

  return XB_EFFECT_VIEW (self->view);
}
