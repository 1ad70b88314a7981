/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "xb-drop-row.h"
#include "xb-error.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* A paper that is wanted: dropped onto the row, pasted, or chosen. */
struct _XbDropRow
{
  AdwActionRow  parent_instance;

  GCancellable *cancellable;
  char         *pasted; /* (nullable): a picture from the clipboard, kept as a file until the next */
  GtkWidget    *chip;
  GtkWidget    *spinner;
  GtkWidget    *button;
  XbFileKind    kind;
  XbDropState   state;
};

G_DEFINE_FINAL_TYPE (XbDropRow, xb_drop_row, ADW_TYPE_ACTION_ROW)

enum
{
  FILE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  XbMarkShape  shape;
  const char  *tone;
  const char  *word;
} looks[] = {
  [XB_DROP_MISSING] = { XB_MARK_RING, "neutral", N_("Missing") },
  [XB_DROP_CHECKING] = { XB_MARK_NONE, "neutral", N_("Checking…") },
  [XB_DROP_HAVE] = { XB_MARK_TICK, "success", N_("Have it") },
  [XB_DROP_EXPIRED] = { XB_MARK_CLOCK, "warning", N_("Expired") },
  [XB_DROP_PROBLEM] = { XB_MARK_BANG, "error", N_("Not usable") },
};

static void
forget_pasted (XbDropRow *self)
{
  if (self->pasted != NULL)
    unlink (self->pasted);
  g_clear_pointer (&self->pasted, g_free);
}

static void
take_file (XbDropRow *self,
           GFile     *file)
{
  g_signal_emit (self, signals[FILE_CHOSEN], 0, file);
}

static gboolean
take_texture (XbDropRow  *self,
              GdkTexture *texture)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  int fd = g_file_open_tmp ("xinbiao-XXXXXX.png", &path, NULL);

  if (fd < 0)
    return FALSE;
  close (fd);
  forget_pasted (self);
  self->pasted = g_steal_pointer (&path);
  if (!gdk_texture_save_to_png (texture, self->pasted))
    return FALSE;
  file = g_file_new_for_path (self->pasted);
  take_file (self, file);
  return TRUE;
}

static gboolean
take_value (XbDropRow    *self,
            const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    return take_texture (self, g_value_get_object (value));
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files == NULL)
        return FALSE;
      if (files->next != NULL)
        xb_dialogs_toast (GTK_WIDGET (self), _("One file belongs here; the first was taken"));
      take_file (self, files->data);
      return TRUE;
    }
  return FALSE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  return take_value (user_data, value);
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbDropRow) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (xb_error_is_cancelled (error))
    return;
  if (value == NULL || !take_value (self, value))
    xb_dialogs_toast (GTK_WIDGET (self), _("The clipboard holds no picture and no file; copy one first"));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbDropRow *self = XB_DROP_ROW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GType type = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
               gdk_content_formats_contain_mime_type (formats, "text/uri-list")
                 ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE;

  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, self->cancellable, pasted_cb,
                                  g_object_ref (self));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);

  if (file != NULL)
    take_file (XB_DROP_ROW (object), file);
}

static void
choose_cb (XbDropRow *self)
{
  g_autofree char *title = xb_row_dup_title (self);

  xb_dialogs_open_file_async (GTK_WIDGET (self), title, self->kind, self->cancellable, chosen_cb, NULL);
}

static void
update_names (XbDropRow *self)
{
  g_autofree char *title = xb_row_dup_title (self);
  g_autofree char *name = g_strdup_printf (_("Choose a file: %s"), title);
  g_autofree char *row = g_strdup_printf (_("%1$s: %2$s"), title, _(looks[self->state].word));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
}

static void
xb_drop_row_dispose (GObject *object)
{
  XbDropRow *self = XB_DROP_ROW (object);

  g_cancellable_cancel (self->cancellable);
  forget_pasted (self);
  G_OBJECT_CLASS (xb_drop_row_parent_class)->dispose (object);
}

static void
xb_drop_row_finalize (GObject *object)
{
  g_clear_object (&XB_DROP_ROW (object)->cancellable);
  G_OBJECT_CLASS (xb_drop_row_parent_class)->finalize (object);
}

static void
xb_drop_row_class_init (XbDropRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_drop_row_dispose;
  object_class->finalize = xb_drop_row_finalize;
  signals[FILE_CHOSEN] = g_signal_new ("file-chosen", XB_TYPE_DROP_ROW, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_install_action (widget_class, "drop-row.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "drop-row.paste", NULL);
}

static void
xb_drop_row_init (XbDropRow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  self->spinner = gtk_spinner_new ();
  self->chip = xb_state_chip_new ();
  self->button = gtk_button_new_from_icon_name ("document-open-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Choose, drop here, or paste with Ctrl+V"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (update_names), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spinner);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
  xb_drop_row_set_state (self, XB_DROP_MISSING, NULL);
}

/** xb_drop_row_choose: as its button */
void
xb_drop_row_choose (XbDropRow *self)
{
  g_return_if_fail (XB_IS_DROP_ROW (self));

  if (gtk_widget_get_sensitive (self->button))
    choose_cb (self);
}

/** xb_drop_row_new: @kind: which files the chooser offers first */
GtkWidget *
xb_drop_row_new (const char *title,
                 XbFileKind  kind)
{
  XbDropRow *self = g_object_new (XB_TYPE_DROP_ROW, NULL);

  xb_row_set_title (self, title);
  self->kind = kind;
  return GTK_WIDGET (self);
}

/** xb_drop_row_set_state: @detail: (nullable): the name of the file, or why it will not do */
void
xb_drop_row_set_state (XbDropRow   *self,
                       XbDropState  state,
                       const char  *detail)
{
  g_return_if_fail (XB_IS_DROP_ROW (self));
  g_return_if_fail (state < G_N_ELEMENTS (looks));

  self->state = state;
  xb_state_chip_set_look (XB_STATE_CHIP (self->chip), looks[state].shape, looks[state].tone, _(looks[state].word));
  gtk_widget_set_visible (self->spinner, state == XB_DROP_CHECKING);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), state == XB_DROP_CHECKING);
  gtk_widget_set_sensitive (self->button, state != XB_DROP_CHECKING);
  if (detail == NULL && state == XB_DROP_MISSING)
    detail = _("Choose, drop here, or paste with Ctrl+V");
  xb_row_set_subtitle (self, detail);
  update_names (self);
}

XbDropState
xb_drop_row_get_state (XbDropRow *self)
{
  g_return_val_if_fail (XB_IS_DROP_ROW (self), XB_DROP_MISSING);

  return self->state;
}
