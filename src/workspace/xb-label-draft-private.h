/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/**
 * XbLabelWish:
 *
 * An #XbLabelDraft whose words were looked through, copied for another thread.
 */
typedef struct
{
  GArray *numbers; /* gint64 */
  char   *platform;
  char   *text;
  char   *from;
  char   *until;
  gint64  campaign;
  char   *who;
  char   *why;
  char   *override;
  gboolean by_itself;
} XbLabelWish;

XbLabelWish *xb_label_wish_new   (XbWorkspace         *workspace,
                                  const XbLabelDraft  *draft,
                                  gboolean             strict,
                                  GError             **error);
void         xb_label_wish_free  (XbLabelWish         *self);
gboolean     xb_label_gate       (XbWorkspace         *workspace,
                                  const XbLabelWish   *wish,
                                  GError             **error);
gboolean     xb_label_check_days (const char          *from,
                                  const char          *until,
                                  GError             **error);

G_END_DECLS
