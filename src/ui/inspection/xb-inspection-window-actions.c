/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-inspection-window-private.h"
#include "xb-sign-form.h"

/* What the buttons and the keys of an inspection do. */

static void
pass_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_item_view_record (XB_ITEM_VIEW (XB_INSPECTION_WINDOW (widget)->view), XB_INSPECTION_RESULT_PASS);
}

static void
fail_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_item_view_record (XB_ITEM_VIEW (XB_INSPECTION_WINDOW (widget)->view), XB_INSPECTION_RESULT_FAIL);
}

static void
skip_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_item_view_record (XB_ITEM_VIEW (XB_INSPECTION_WINDOW (widget)->view), XB_INSPECTION_RESULT_SKIP);
}

static void
note_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (widget);

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->content);
  xb_item_view_focus_note (XB_ITEM_VIEW (self->view));
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_inspection_window_move (XB_INSPECTION_WINDOW (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  xb_inspection_window_move (XB_INSPECTION_WINDOW (widget), -1);
}

static void
go_on_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  xb_inspection_window_go_on (XB_INSPECTION_WINDOW (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  xb_item_view_paste (XB_ITEM_VIEW (XB_INSPECTION_WINDOW (widget)->view));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (widget);

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->side);
  xb_inspection_window_focus_list (self);
}

static void
sign_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (widget);

  xb_item_view_flush (XB_ITEM_VIEW (self->view));
  gtk_window_present (xb_sign_form_new (widget, self->workspace, self->inspection));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbInspectionWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (self->toasts, _("The report is written"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The Report Was Not Written"), error->message);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbInspectionWindow) self = user_data;
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->workspace != NULL)
    xb_workspace_write_inspection_report_async (self->workspace, xb_record_get_id (XB_RECORD (self->inspection)), path,
                                                self->cancellable, written_cb, g_object_ref (self));
}

static void
report_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (widget);
  g_autofree char *name = g_strdup_printf (_("Inspection %s.pdf"), xb_inspection_get_on_day (self->inspection));

  xb_item_view_flush (XB_ITEM_VIEW (self->view));
  xb_dialogs_save_file_async (widget, _("Save the Report"), name, self->cancellable, file_cb, g_object_ref (self));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbInspectionWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The Inspection Was Not Discarded"), error->message);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbInspectionWindow) self = user_data;

  if (xb_dialogs_ask_finish (result, NULL) && self->workspace != NULL)
    xb_workspace_discard_inspection_async (self->workspace, xb_record_get_id (XB_RECORD (self->inspection)), TRUE, NULL,
                                           discarded_cb, g_object_ref (self));
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (widget);

  xb_dialogs_ask_async (widget, _("Discard This Inspection?"),
                        _("What was recorded in it counts no longer. A new one can begin."), _("_Discard"),
                        XB_ASK_DESTRUCTIVE, self->cancellable, asked_cb, g_object_ref (self));
}

void
xb_inspection_window_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                   *name;
    GtkWidgetActionActivateFunc   run;
  } actions[] = {
    { "inspection.pass", pass_action }, { "inspection.fail", fail_action }, { "inspection.skip", skip_action },
    { "inspection.note", note_action }, { "inspection.next", next_action }, { "inspection.previous", previous_action },
    { "inspection.go-on", go_on_action }, { "inspection.paste", paste_action }, { "inspection.back", back_action },
    { "inspection.sign", sign_action }, { "inspection.report", report_action }, { "inspection.discard", discard_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].run);
}

/* Text goes where one writes; a screenshot is a photo wherever the keyboard is. */
static gboolean
paste (XbInspectionWindow *self,
       gboolean            typing)
{
  GdkContentFormats *offered = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  g_autoptr(GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (offered));

  if (typing && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "inspection.paste", NULL);
}

/**
 * xb_inspection_window_key:
 *
 * P, F and S give the result, N goes to the note, the arrows go to the next and the one before. In a text entry a
 * letter is a letter; Escape leaves it, and Return, which the entry takes, goes on.
 *
 * Returns: whether the key was taken
 */
gboolean
xb_inspection_window_key (XbInspectionWindow *self,
                          guint               key,
                          GdkModifierType     state)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_p, "inspection.pass" }, { GDK_KEY_f, "inspection.fail" }, { GDK_KEY_s, "inspection.skip" },
    { GDK_KEY_n, "inspection.note" }, { GDK_KEY_Right, "inspection.next" }, { GDK_KEY_Left, "inspection.previous" },
    { GDK_KEY_Down, "inspection.next" }, { GDK_KEY_Up, "inspection.previous" },
  };
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean typing = GTK_IS_TEXT (focus);

  if (self->view == NULL || self->inspection == NULL ||
      (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)) /* what unfolds has its own keys */
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0 && gdk_keyval_to_lower (key) == GDK_KEY_v)
    return paste (self, typing);
  if (typing)
    {
      if (key == GDK_KEY_Escape)
        xb_inspection_window_focus_list (self);
      return key == GDK_KEY_Escape;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (key) == keys[i].key)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return TRUE;
      }
  return FALSE;
}
