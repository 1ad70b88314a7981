/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-add-numbers-window.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-import-report.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

/* Adding numbers by typing or pasting: how many it sees is said while one types. */
struct _XbAddNumbersWindow
{
  AdwWindow      parent_instance;

  XbWorkspace   *workspace;
  GtkWidget     *opener; /* (nullable): weak */
  guint          scheduled;
  guint          closed : 1;

  /* template */
  GtkWidget     *add;
  GtkTextView   *text;
  GtkLabel      *count;
  GtkEditable   *use;
};

G_DEFINE_FINAL_TYPE (XbAddNumbersWindow, xb_add_numbers_window, ADW_TYPE_WINDOW)

#define COUNT_AFTER_MS 150
#define MOST_SHOWN     24 /* characters of what is no number */

static char *
dup_text (XbAddNumbersWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_count (XbAddNumbersWindow *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *numbers = NULL, *others = NULL, *words = NULL;
  guint good, bad;
  g_autofree char *first = xb_numbers_look_at_pasted (text, &good, &bad);

  numbers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", good), good);
  others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u that is none", "%u that are none", bad), bad);
  if (bad > 0)
    {
      g_autofree char *list = g_strjoin (_(", "), numbers, others, NULL);

      if (g_utf8_strlen (first, -1) > MOST_SHOWN)
        *g_utf8_offset_to_pointer (first, MOST_SHOWN) = '\0';
      /* Translators: "2 numbers, 1 that is none: 028-8612345" */
      words = g_strdup_printf (_("%1$s: %2$s"), list, first);
    }
  gtk_label_set_label (self->count, good + bad == 0 ? "" : bad > 0 ? words : numbers);
  if (bad > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "warning");
  gtk_widget_set_sensitive (self->add, good > 0);
}

static gboolean
scheduled_cb (gpointer user_data)
{
  XbAddNumbersWindow *self = user_data;

  self->scheduled = 0;
  show_count (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (XbAddNumbersWindow *self)
{
  if (self->scheduled == 0)
    self->scheduled = g_timeout_add (COUNT_AFTER_MS, scheduled_cb, self);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbAddNumbersWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbImportResult) report = xb_workspace_import_numbers_finish (XB_WORKSPACE (source), result, &error);

  if (self->closed)
    return;
  if (report == NULL)
    {
      /* nothing typed is lost: the window stays */
      gtk_widget_set_sensitive (self->add, TRUE);
      if (!xb_error_is_cancelled (error))
        xb_dialogs_tell (GTK_WIDGET (self), _("The numbers were not added"), error->message);
      return;
    }
  if (self->opener != NULL)
    xb_import_report_show (self->opener, report);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_cb (XbAddNumbersWindow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->add, FALSE);
  xb_workspace_paste_numbers_async (self->workspace, text, gtk_editable_get_text (self->use), NULL, pasted_cb,
                                    g_object_ref (self));
}

static void
leave_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (xb_dialogs_ask_finish (result, NULL))
    gtk_window_destroy (GTK_WINDOW (object));
}

static gboolean
xb_add_numbers_window_close_request (GtkWindow *window)
{
  XbAddNumbersWindow *self = XB_ADD_NUMBERS_WINDOW (window);
  g_autofree char *text = dup_text (self);

  if (*g_strstrip (text) == '\0')
    return GTK_WINDOW_CLASS (xb_add_numbers_window_parent_class)->close_request (window);
  xb_dialogs_ask_leave_async (GTK_WIDGET (self), NULL, leave_cb, NULL);
  return TRUE;
}

static void
xb_add_numbers_window_dispose (GObject *object)
{
  XbAddNumbersWindow *self = XB_ADD_NUMBERS_WINDOW (object);

  self->closed = TRUE;
  g_clear_handle_id (&self->scheduled, g_source_remove);
  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), XB_TYPE_ADD_NUMBERS_WINDOW);
  G_OBJECT_CLASS (xb_add_numbers_window_parent_class)->dispose (object);
}

static void
xb_add_numbers_window_class_init (XbAddNumbersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_add_numbers_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = xb_add_numbers_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-add-numbers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XbAddNumbersWindow, add);
  gtk_widget_class_bind_template_child (widget_class, XbAddNumbersWindow, text);
  gtk_widget_class_bind_template_child (widget_class, XbAddNumbersWindow, count);
  gtk_widget_class_bind_template_child (widget_class, XbAddNumbersWindow, use);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_add_numbers_window_init (XbAddNumbersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));
}

/** xb_add_numbers_window_new: @opener: the widget that says afterwards what came of it */
GtkWindow *
xb_add_numbers_window_new (GtkWidget   *opener,
                           XbWorkspace *workspace)
{
  XbAddNumbersWindow *self = g_object_new (XB_TYPE_ADD_NUMBERS_WINDOW,
                                           "transient-for", gtk_widget_get_root (opener), NULL);

  g_set_weak_pointer (&self->opener, opener);
  self->workspace = g_object_ref (workspace);
  return GTK_WINDOW (self);
}
