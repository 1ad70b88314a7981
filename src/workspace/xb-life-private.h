/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-channel.h"
#include "xb-precheck.h"
#include "xb-workspace-life.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/**
 * XbTransition:
 * @certification: its id
 * @to: the new state
 * @at: when it happened, UTC seconds
 * @trusted: a platform said so over its API: papers are not looked through again
 * @channel: what its platform asks, costs and takes, for that moment
 *
 * One step of one certification inside a transaction. The texts may be %NULL.
 */
typedef struct
{
  gint64           certification;
  XbCertState      to;
  gint64           at;
  gboolean         trusted;
  gboolean         expedite;
  const char      *note;
  const char      *case_no;
  const char      *raw_state;
  const char      *reason_code;
  const char      *reason;
  const char      *expires;
  const XbChannel *channel;
} XbTransition;

/**
 * XbLifeBefore:
 * @last_at: of its last event, UTC seconds
 * @expected, @expires: (nullable): ISO dates
 *
 * How a certification stands before a step.
 */
typedef struct
{
  XbCertState state;
  gint64      filing;
  gint64      number;
  gint64      last_at;
  gboolean    expedite;
  char       *expected;
  gboolean    estimated;
  char       *expires;
} XbLifeBefore;

gboolean   xb_life_check          (XbDb                *db,
                                   const XbTransition  *step,
                                   const XbLifeBefore  *before,
                                   GError             **error);
gboolean   xb_life_check_renewal  (const XbRenewal     *renewal,
                                   gint64               certification,
                                   const XbLifeBefore  *before,
                                   const char          *today,
                                   GError             **error);
gboolean   xb_life_apply          (XbDb                *db,
                                   const XbTransition  *step,
                                   GError             **error);
gboolean   xb_life_write_expedite (XbDb                *db,
                                   gint64               certification,
                                   gint64               at,
                                   const XbChannel     *channel,
                                   GError             **error);
gboolean   xb_life_write_renewal  (XbDb                *db,
                                   gint64               certification,
                                   const XbRenewal     *renewal,
                                   const XbChannel     *channel,
                                   const char          *today,
                                   GError             **error);
GPtrArray *xb_life_precheck       (XbDb                *db,
                                   gint64               filing,
                                   const XbChannel     *channel,
                                   const char          *today,
                                   GError             **error);
guint      xb_life_missing        (XbDb                *db,
                                   gint64               certification);

void       xb_workspace_expire_async (XbWorkspace       *self,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

G_END_DECLS
