/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-alert-rule.h"
#include "xb-alert-words.h"
#include "xb-alert.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Warnings: rules for every number or for one, each alert once when a threshold is crossed. */

/**
 * XbAlertRound:
 * @raised: alerts that came up
 * @n_tell: how many the owner has not been told of
 * @tell: (element-type XbAlert): the first of them, as they are now; told with this
 *
 * What a look at the rules brought.
 */
typedef struct
{
  guint      raised;
  guint      n_tell;
  GPtrArray *tell;
} XbAlertRound;

void          xb_alert_round_free                 (XbAlertRound        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbAlertRound, xb_alert_round_free)

/* Looks at the days that were reported since the last time, at what shows and at what is due. @tell: whether somebody
 * hears of it now; in quiet hours nobody does, and it is told afterwards. */
void          xb_workspace_watch_alerts_async     (XbWorkspace         *self,
                                                   gboolean             tell,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* (transfer full) */
XbAlertRound *xb_workspace_watch_alerts_finish    (XbWorkspace         *self,
                                                   GAsyncResult        *result,
                                                   GError             **error);

/* A rule; @number_id: 0: for every number that has none of its own. Ends with finish_id(). */
void          xb_workspace_set_alert_rule_async   (XbWorkspace         *self,
                                                   XbAlertMeasure       measure,
                                                   gint64               number_id,
                                                   gint64               threshold,
                                                   gboolean             enabled,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* Of a number: the one for all holds again. */
void          xb_workspace_remove_alert_rule_async (XbWorkspace         *self,
                                                   gint64               rule_id,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* Told again at @until, UTC seconds, if it still holds; 0: at once. */
void          xb_workspace_snooze_alert_async     (XbWorkspace         *self,
                                                   gint64               alert_id,
                                                   gint64               until,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* Seen to; undone by !@handled. */
void          xb_workspace_handle_alert_async     (XbWorkspace         *self,
                                                   gint64               alert_id,
                                                   gboolean             handled,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* Minutes of the day in China; from = until: no quiet hours. */
void          xb_workspace_set_quiet_hours_async  (XbWorkspace         *self,
                                                   guint                from,
                                                   guint                until,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
void          xb_workspace_get_quiet_hours        (XbWorkspace         *self,
                                                   guint               *from,
                                                   guint               *until);

/* (transfer full): lazy lists; (nullable): a live object */
GListModel   *xb_workspace_list_alerts            (XbWorkspace         *self,
                                                   gboolean             open);
GListModel   *xb_workspace_list_alert_rules       (XbWorkspace         *self);
XbAlert      *xb_workspace_ref_alert              (XbWorkspace         *self,
                                                   gint64               id);

G_END_DECLS
