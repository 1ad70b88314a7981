/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"

#define ANNOUNCER "xb-announcer"

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A dialog whose question was withdrawn (its window closed, its page gone) closes as well. */
typedef struct
{
  GObject *dialog; /* (owned) */
  gulong   cancelled;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_clear_object (&dialog->dialog);
  g_free (dialog);
}

static void
dialog_cancelled_cb (GCancellable *cancellable,
                     GtkWindow    *window)
{
  gtk_window_close (window);
}

static void
native_cancelled_cb (GCancellable     *cancellable,
                     GtkNativeDialog  *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
ask_answer (GObject  *dialog,
            gboolean  answer)
{
  g_autoptr(GTask) task = g_object_steal_data (dialog, "xb-task");

  /* the answer may close the window that asked: a dialog that somebody still holds would look for it at its end */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (task != NULL)
    g_task_return_boolean (task, answer);
}

static void
ask_response_cb (AdwMessageDialog *dialog,
                 const char       *response)
{
  ask_answer (G_OBJECT (dialog), g_strcmp0 (response, "verb") == 0);
}

/* gone with its window: nobody said yes */
static void
ask_destroy_cb (GtkWidget *dialog)
{
  ask_answer (G_OBJECT (dialog), FALSE);
}

/**
 * xb_dialogs_ask_async:
 * @parent: a widget of the window that asks
 * @body: (nullable): what follows from it
 * @verb: the button that does it, named by its verb
 *
 * Asks before an act that cannot be undone. The safe answer is Cancel, also for Escape.
 */
void
xb_dialogs_ask_async (GtkWidget           *parent,
                      const char          *heading,
                      const char          *body,
                      const char          *verb,
                      XbAskKind            kind,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  static const AdwResponseAppearance looks[] = {
    [XB_ASK_PLAIN] = ADW_RESPONSE_DEFAULT,
    [XB_ASK_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [XB_ASK_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  GtkWidget *window = adw_message_dialog_new (find_window (parent), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_dialogs_ask_async);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "verb", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "verb", looks[kind]);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, kind == XB_ASK_DESTRUCTIVE ? "cancel" : "verb");
  g_object_set_data_full (G_OBJECT (dialog), "xb-task", task, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (ask_response_cb), NULL);
  g_signal_connect (dialog, "destroy", G_CALLBACK (ask_destroy_cb), NULL);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (dialog_cancelled_cb), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** xb_dialogs_ask_leave_async: before @parent's window closes with what was typed in it; ends in xb_dialogs_ask_finish() */
void
xb_dialogs_ask_leave_async (GtkWidget           *parent,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  xb_dialogs_ask_async (parent, _("Leave without saving?"), _("What you typed here has not been saved yet."),
                        _("_Throw Away"), XB_ASK_DESTRUCTIVE, cancellable, callback, user_data);
}

/** xb_dialogs_ask_finish: Returns: whether the answer was the verb */
gboolean
xb_dialogs_ask_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * xb_dialogs_tell:
 * @body: (nullable): the reason and the next step
 *
 * For bad news that must be read; everything else is a toast or a banner.
 */
void
xb_dialogs_tell (GtkWidget  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *window = adw_message_dialog_new (find_window (parent), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (window), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (window));
}

static void
file_response_cb (GtkNativeDialog *native,
                  int              response,
                  gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GFile) file = NULL;
  Dialog *dialog = g_task_get_task_data (task);

  if (g_task_get_cancellable (task) != NULL)
    g_clear_signal_handler (&dialog->cancelled, g_task_get_cancellable (task));
  g_signal_handlers_disconnect_by_func (native, file_response_cb, task);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("No file was chosen"));
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *types,
            const char *const *suffixes)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             XbFileKind      kind)
{
  static const char *const papers[] = { "image/png", "image/jpeg", "image/webp", "application/pdf", NULL };
  static const char *const images[] = { "image/png", "image/jpeg", "image/webp", NULL };
  static const char *const tables[] = { "csv", "txt", "tsv", NULL };
  static const char *const reports[] = { "csv", "txt", "tsv", "xlsx", NULL };
  static const char *const backups[] = { "xinbiao-backup", NULL };
  static const char *const any[] = { "application/octet-stream", NULL };

  switch (kind)
    {
    case XB_FILES_PAPERS:
      add_filter (chooser, _("Photos, scans and PDF"), papers, NULL);
      break;
    case XB_FILES_IMAGES:
      add_filter (chooser, _("Pictures"), images, NULL);
      break;
    case XB_FILES_TABLES:
      add_filter (chooser, _("Tables (CSV)"), NULL, tables);
      break;
    case XB_FILES_REPORTS:
      add_filter (chooser, _("Reports (CSV, Excel)"), NULL, reports);
      break;
    case XB_FILES_BACKUPS:
      add_filter (chooser, _("Xinbiao backups"), NULL, backups);
      break;
    case XB_FILES_ALL:
    default:
      return;
    }
  add_filter (chooser, _("All files"), any, NULL);
}

/* GtkFileChooserNative goes through the portal by itself inside a sandbox; it must be kept alive. */
static void
choose (GtkWidget            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *accept,
        XbFileKind            kind,
        const char           *name,
        GTask                *task)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, find_window (parent), action, accept, NULL);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->dialog = G_OBJECT (native);
  g_task_set_task_data (task, dialog, (GDestroyNotify) dialog_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_filters (GTK_FILE_CHOOSER (native), kind);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), task);
  if (cancellable != NULL)
    dialog->cancelled = g_signal_connect (cancellable, "cancelled", G_CALLBACK (native_cancelled_cb), native);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/** xb_dialogs_open_file_async: finish with xb_dialogs_file_finish(); nothing chosen is "cancelled" */
void
xb_dialogs_open_file_async (GtkWidget           *parent,
                            const char          *title,
                            XbFileKind           kind,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_dialogs_open_file_async);
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), kind, NULL, task);
}

/** xb_dialogs_save_file_async: finish with xb_dialogs_file_finish(); asks before it replaces a file */
void
xb_dialogs_save_file_async (GtkWidget           *parent,
                            const char          *title,
                            const char          *suggested_name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_dialogs_save_file_async);
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), XB_FILES_ALL, suggested_name, task);
}

/** xb_dialogs_open_folder_async: finish with xb_dialogs_file_finish() */
void
xb_dialogs_open_folder_async (GtkWidget           *parent,
                              const char          *title,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_dialogs_open_folder_async);
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), XB_FILES_ALL, NULL, task);
}

/** xb_dialogs_file_finish: Returns: (transfer full) (nullable): what was chosen */
GFile *
xb_dialogs_file_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
xb_dialogs_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The Xinbiao developers", NULL };

  adw_show_about_window (parent,
                         "application-name", _("Xinbiao"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Xinbiao developers"),
                         "developers", developers,
                         "comments", _("Get your business numbers to show your name, and keep them trusted."),
                         "website", "https://github.com/xinbiao/xinbiao",
                         "issue-url", "https://github.com/xinbiao/xinbiao/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026 The Xinbiao developers",
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

void
xb_dialogs_show_uri (GtkWidget  *parent,
                     const char *uri)
{
  gtk_show_uri (find_window (parent), uri, GDK_CURRENT_TIME);
}

/**
 * xb_dialogs_set_announcer:
 * @label: a label with the role STATUS inside @root; it speaks for toolkits before 4.14
 */
void
xb_dialogs_set_announcer (GtkWidget *root,
                          GtkLabel  *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_object_set_data (G_OBJECT (root), ANNOUNCER, label);
}

/** xb_dialogs_announce: lets a screen reader say @text, without moving the focus */
void
xb_dialogs_announce (GtkWidget  *widget,
                     const char *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkLabel *label = root != NULL ? g_object_get_data (G_OBJECT (root), ANNOUNCER) : NULL;

  if (label != NULL)
    gtk_label_set_label (label, text);
#endif
}

static AdwToast *
show_toast (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *plain = g_markup_escape_text (text, -1); /* the title of a toast is markup */
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new (plain);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  xb_dialogs_announce (widget, text);
  return toast;
}

/** xb_dialogs_toast: shows @text in the toast overlay around @widget */
void
xb_dialogs_toast (GtkWidget  *widget,
                  const char *text)
{
  show_toast (widget, text);
}

/**
 * xb_dialogs_toast_undo:
 * @action: what the Undo button activates
 * @target: (nullable): its target, sunk
 */
void
xb_dialogs_toast_undo (GtkWidget  *widget,
                       const char *text,
                       const char *action,
                       GVariant   *target)
{
  g_autoptr(GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  AdwToast *toast = show_toast (widget, text);

  if (toast == NULL)
    return;
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_target_value (toast, sunk); /* before the name: the button is shown already */
  adw_toast_set_action_name (toast, action);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
}

/** xb_dialogs_dup_versions: Returns: (transfer full): the toolkit that is linked now, a line each */
char *
xb_dialogs_dup_versions (void)
{
  return g_strdup_printf ("GTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
}
