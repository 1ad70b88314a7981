/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/* The register: the business, its brands, its numbers. */

/**
 * XbRejectedRow:
 * @line: the line of the text or file, from 1
 * @reason: a whole sentence
 */
typedef struct
{
  guint64 line;
  char   *reason;
} XbRejectedRow;

/**
 * XbImportResult:
 * @rows: rows read, the bad ones included
 * @imported: new numbers
 * @updated: numbers that were there and got another use (or came back after a removal)
 * @n_rejected: all bad rows
 * @rejected: (element-type XbRejectedRow): the first 1,000 of them
 */
typedef struct
{
  guint64    rows;
  guint64    imported;
  guint64    updated;
  guint64    n_rejected;
  GPtrArray *rejected;
} XbImportResult;

void xb_import_result_free (XbImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbImportResult, xb_import_result_free)

/**
 * xb_workspace_set_business_async:
 * @draft: the values; the code is checked (GB 32100-2015) and normalised
 */
void            xb_workspace_set_business_async    (XbWorkspace         *self,
                                                    XbBusiness          *draft,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
void            xb_workspace_save_brand_async      (XbWorkspace         *self,
                                                    gint64               id,
                                                    const char          *name,
                                                    gboolean             registered,
                                                    const char          *mark_no,
                                                    const char          *expires,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
void            xb_workspace_remove_brand_async    (XbWorkspace         *self,
                                                    gint64               id,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* One number; ends with finish_id(): also the id of a number that was there already. */
void            xb_workspace_add_number_async      (XbWorkspace         *self,
                                                    const char          *spelling,
                                                    const char          *use,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* Several at once, one a line (or with , ; 、 between); what follows a number on its line is its use. */
void            xb_workspace_paste_numbers_async   (XbWorkspace         *self,
                                                    const char          *text,
                                                    const char          *use,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* What pasting @text would take: looks at it only, changes nothing. Returns: the first that is no number */
char           *xb_numbers_look_at_pasted          (const char          *text,
                                                    guint               *good,
                                                    guint               *bad);
void            xb_workspace_import_numbers_async  (XbWorkspace         *self,
                                                    const char          *path,
                                                    GCancellable        *cancellable,
                                                    XbProgressFunc       progress,
                                                    gpointer             progress_data,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* Of paste and import. Returns: (transfer full) */
XbImportResult *xb_workspace_import_numbers_finish (XbWorkspace         *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
void            xb_workspace_export_numbers_async  (XbWorkspace         *self,
                                                    const char          *path,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
void            xb_workspace_set_use_async         (XbWorkspace         *self,
                                                    gint64               number_id,
                                                    const char          *use,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* @hours: when it is answered; "" or %NULL: as the business is open */
void            xb_workspace_set_hours_async       (XbWorkspace         *self,
                                                    gint64               number_id,
                                                    const char          *hours,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
/* Refused while a certification of it is on the way or live. Undone by restoring. */
void            xb_workspace_remove_number_async   (XbWorkspace         *self,
                                                    gint64               number_id,
                                                    gboolean             remove,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);

G_END_DECLS
