/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-number-finder.h"
#include "xb-records.h"
#include "xb-store.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/**
 * XbVerb:
 * @id: what the verb made or changed; the job sets it
 * @now: the clock when the verb was given
 * @cancellable: (nullable): for long jobs to look at
 * @patience: how many more times, of five seconds each, to wait for another process that is writing
 *
 * The head of each verb's data. A job runs on the writer thread and sees nothing but this data and
 * the connection: values are copied in before, results are taken out after.
 */
typedef struct
{
  gint64        id;
  gint64        now;
  GCancellable *cancellable;
  guint         patience;
} XbVerb;

typedef gboolean (*XbPrepareFunc) (gpointer       verb,
                                   GCancellable  *cancellable,
                                   GError       **error);

XbStore *xb_workspace_get_store (XbWorkspace         *self);
XbDb    *xb_workspace_get_db    (XbWorkspace         *self);
XbNumberFinder *xb_workspace_get_number_finder (XbWorkspace *self);
gpointer xb_verb_new            (XbWorkspace         *self,
                                 gsize                size);
void     xb_workspace_run       (XbWorkspace         *self,
                                 gpointer             source_tag,
                                 XbPrepareFunc        prepare,
                                 XbStoreJob           job,
                                 gpointer             verb,
                                 GDestroyNotify       free_verb,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
void     xb_workspace_fail      (XbWorkspace         *self,
                                 gpointer             source_tag,
                                 GError              *error,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gpointer xb_workspace_get_verb  (GAsyncResult        *result);
void     xb_workspace_reload_catalogue (XbWorkspace  *self);

G_END_DECLS
