/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-copy-row.h"
#include "xb-dialogs.h"
#include "xb-ui.h"

/* A text that is to be typed elsewhere, into a platform's form: one click takes it along. */
struct _XbCopyRow
{
  AdwActionRow  parent_instance;
  GtkWidget    *button;
  char         *text;
};

G_DEFINE_FINAL_TYPE (XbCopyRow, xb_copy_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_name (XbCopyRow *self)
{
  g_autofree char *title = xb_row_dup_title (self);
  g_autofree char *name = g_strdup_printf (_("Copy “%s”"), title);

  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
clicked_cb (XbCopyRow *self)
{
  g_autofree char *said = g_strdup_printf (_("Copied: %s"), self->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  xb_dialogs_toast (GTK_WIDGET (self), said);
}

static void
xb_copy_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_set_string (value, xb_copy_row_get_text (XB_COPY_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_copy_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (prop_id == PROP_TEXT)
    xb_copy_row_set_text (XB_COPY_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_copy_row_finalize (GObject *object)
{
  g_free (XB_COPY_ROW (object)->text);
  G_OBJECT_CLASS (xb_copy_row_parent_class)->finalize (object);
}

static void
xb_copy_row_class_init (XbCopyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = xb_copy_row_finalize;
  object_class->get_property = xb_copy_row_get_property;
  object_class->set_property = xb_copy_row_set_property;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_copy_row_init (XbCopyRow *self)
{
  self->text = g_strdup ("");
  self->button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (update_name), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "copy");
  update_name (self);
}

/** xb_copy_row_new: @title: the field's name, as the platform's form says it */
GtkWidget *
xb_copy_row_new (const char *title,
                 const char *text)
{
  XbCopyRow *self = g_object_new (XB_TYPE_COPY_ROW, "text", text, NULL);

  xb_row_set_title (self, title);
  return GTK_WIDGET (self);
}

void
xb_copy_row_set_text (XbCopyRow  *self,
                      const char *text)
{
  g_return_if_fail (XB_IS_COPY_ROW (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  xb_row_set_subtitle (self, self->text);
  gtk_widget_set_sensitive (self->button, *self->text != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
xb_copy_row_get_text (XbCopyRow *self)
{
  g_return_val_if_fail (XB_IS_COPY_ROW (self), "");

  return self->text;
}
