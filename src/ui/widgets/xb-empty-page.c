/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-empty-page.h"

/* A page with nothing on it yet leads on: a picture, a sentence, and the button that changes that. */
struct _XbEmptyPage
{
  AdwBin     parent_instance;
  GtkWidget *status;
  GtkWidget *buttons; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbEmptyPage, xb_empty_page, ADW_TYPE_BIN)

static void
xb_empty_page_class_init (XbEmptyPageClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "empty-page");
}

static void
xb_empty_page_init (XbEmptyPage *self)
{
  self->status = adw_status_page_new ();
  adw_bin_set_child (ADW_BIN (self), self->status);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/** xb_empty_page_new: @description: one sentence: what belongs here, or what to do */
GtkWidget *
xb_empty_page_new (const char *icon_name,
                   const char *title,
                   const char *description)
{
  XbEmptyPage *self = g_object_new (XB_TYPE_EMPTY_PAGE, NULL);

  xb_empty_page_set_text (self, icon_name, title, description);
  return GTK_WIDGET (self);
}

void
xb_empty_page_set_text (XbEmptyPage *self,
                        const char  *icon_name,
                        const char  *title,
                        const char  *description)
{
  g_autofree char *plain = NULL;

  g_return_if_fail (XB_IS_EMPTY_PAGE (self));

  plain = description != NULL ? g_markup_escape_text (description, -1) : NULL;
  g_object_set (self->status, "icon-name", icon_name, "title", title, "description", plain, NULL);
}

/**
 * xb_empty_page_add_button:
 * @label: a verb with its mnemonic
 * @action_name: (nullable): what it does
 *
 * The first button is the suggested one, a second is quiet.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
xb_empty_page_add_button (XbEmptyPage *self,
                          const char  *label,
                          const char  *action_name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_return_val_if_fail (XB_IS_EMPTY_PAGE (self), NULL);

  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  if (self->buttons == NULL)
    {
      gtk_widget_add_css_class (button, "suggested-action");
      self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_widget_set_halign (self->buttons, GTK_ALIGN_CENTER);
      adw_status_page_set_child (ADW_STATUS_PAGE (self->status), self->buttons);
    }
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}
