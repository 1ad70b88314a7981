/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbCheckupList:
 *
 * Labels that somebody wants checked, one after the other: pasted lines, or a column of a file.
 */
typedef struct _XbCheckupList XbCheckupList;

XbCheckupList *xb_checkup_list_new          (const char     *text,
                                             const char     *path,
                                             GCancellable   *cancellable,
                                             GError        **error);
void           xb_checkup_list_free         (XbCheckupList  *self);
gboolean       xb_checkup_list_next         (XbCheckupList  *self,
                                             char          **text,
                                             guint          *line,
                                             GCancellable   *cancellable,
                                             GError        **error);
void           xb_checkup_list_get_progress (XbCheckupList  *self,
                                             guint64        *done,
                                             guint64        *total);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCheckupList, xb_checkup_list_free)

G_END_DECLS
