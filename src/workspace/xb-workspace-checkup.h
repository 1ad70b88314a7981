/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-linter.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Many labels checked at once, off the main thread. */

/* What is kept to be read; the counts are exact all the same. */
#define XB_CHECKUP_MOST_FOUND 20000
#define XB_CHECKUP_MOST_GOOD  2000

/**
 * XbCheckedLabel:
 * @text: as it was given
 * @from, @until: (nullable): of a label of the business
 * @platform: (nullable): where alone it shows
 * @numbers: (nullable) (element-type gint64): of a label of the business
 * @line: in the list, from 1; 0: of the business
 */
typedef struct
{
  char         *text;
  char         *from;
  char         *until;
  char         *platform;
  GArray       *numbers;
  guint         line;
  XbLintReport *report;
} XbCheckedLabel;

/**
 * XbCheckup:
 * @source: (nullable): the name of the file; %NULL: pasted, or the labels of the business
 * @own: these are the labels of the business
 * @day: on which it was done
 * @business: the name as on the licence
 * @labels: (element-type XbCheckedLabel): the gravest first, then as they came
 * @checked: how many were looked at
 * @n: of each #XbVerdict
 */
typedef struct
{
  char      *source;
  gboolean   own;
  char      *day;
  char      *business;
  GPtrArray *labels;
  guint      checked;
  guint      n[4];
} XbCheckup;

void       xb_checkup_free                 (XbCheckup           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCheckup, xb_checkup_free)

/* All that shows now and is planned; the same words on the same days are checked once. */
void       xb_workspace_check_labels_async (XbWorkspace         *self,
                                            GCancellable        *cancellable,
                                            XbProgressFunc       progress,
                                            gpointer             progress_data,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* @text: one a line; @path: (nullable): a text or CSV file or an Excel workbook instead. Of a table the column is read
 * that is called 标签, label or 文案; else the first one that is no number. */
void       xb_workspace_check_list_async   (XbWorkspace         *self,
                                            const char          *text,
                                            const char          *path,
                                            GCancellable        *cancellable,
                                            XbProgressFunc       progress,
                                            gpointer             progress_data,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* Returns: (transfer full) */
XbCheckup *xb_workspace_checkup_finish     (XbWorkspace         *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* The report: a table, or a PDF where @path ends in .pdf. Ends with xb_workspace_finish(). @checkup is borrowed until
 * then. */
void       xb_workspace_save_checkup_async (XbWorkspace         *self,
                                            const XbCheckup     *checkup,
                                            const char          *path,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);

G_END_DECLS
