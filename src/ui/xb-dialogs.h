/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything that differs between toolkit versions is behind these; the rest of the UI calls them. */

typedef enum
{
  XB_ASK_PLAIN,
  XB_ASK_SUGGESTED,
  XB_ASK_DESTRUCTIVE,
} XbAskKind;

typedef enum
{
  XB_FILES_ALL,
  XB_FILES_PAPERS,
  XB_FILES_IMAGES,
  XB_FILES_TABLES,
  XB_FILES_REPORTS,
  XB_FILES_BACKUPS,
} XbFileKind;

void     xb_dialogs_ask_async         (GtkWidget           *parent,
                                       const char          *heading,
                                       const char          *body,
                                       const char          *verb,
                                       XbAskKind            kind,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void     xb_dialogs_ask_leave_async   (GtkWidget           *parent,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean xb_dialogs_ask_finish        (GAsyncResult        *result,
                                       GError             **error);
void     xb_dialogs_open_file_async   (GtkWidget           *parent,
                                       const char          *title,
                                       XbFileKind           kind,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void     xb_dialogs_save_file_async   (GtkWidget           *parent,
                                       const char          *title,
                                       const char          *suggested_name,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void     xb_dialogs_open_folder_async (GtkWidget           *parent,
                                       const char          *title,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GFile   *xb_dialogs_file_finish       (GAsyncResult        *result,
                                       GError             **error);
void     xb_dialogs_tell              (GtkWidget           *parent,
                                       const char          *heading,
                                       const char          *body);
void     xb_dialogs_show_about        (GtkWindow           *parent);
void     xb_dialogs_show_uri          (GtkWidget           *parent,
                                       const char          *uri);
void     xb_dialogs_set_announcer     (GtkWidget           *root,
                                       GtkLabel            *label);
void     xb_dialogs_announce          (GtkWidget           *widget,
                                       const char          *text);
void     xb_dialogs_toast             (GtkWidget           *widget,
                                       const char          *text);
void     xb_dialogs_toast_undo        (GtkWidget           *widget,
                                       const char          *text,
                                       const char          *action,
                                       GVariant            *target);
char    *xb_dialogs_dup_versions      (void);

G_END_DECLS
