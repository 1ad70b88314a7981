/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-channel.h"
#include "xb-material.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/**
 * XbHandInCopy:
 * @material: the row it is made from
 * @source: where the original lies; it is read by the watermark alone
 * @file_name: what the recipient sees
 * @sha256, @copy_media_type: of the watermarked copy, once it is made
 */
typedef struct
{
  gint64         material;
  XbMaterialType type;
  char          *source;
  char          *media_type;
  char          *file_name;
  char          *sha256;
  char          *copy_media_type;
  gint64         size;
} XbHandInCopy;

/**
 * XbHandIn:
 * @copies: (nullable) (element-type XbHandInCopy): what goes out; %NULL: nothing was planned
 *
 * The papers of one hand-in over a platform's API: copies made before the transaction, registered
 * and put into the outbox inside it.
 */
typedef struct
{
  char      *folder;
  char      *platform;
  char      *watermark;
  gint64     filing;
  GPtrArray *copies;
} XbHandIn;

char      *xb_hand_in_dup_watermark  (const XbChannel     *channel,
                                      const char          *today);
GPtrArray *xb_hand_in_choose         (XbDb                *db,
                                      gint64               filing,
                                      const XbChannel     *channel,
                                      const char          *today,
                                      GError             **error);
void       xb_hand_in_plan           (XbHandIn            *self,
                                      XbWorkspace         *workspace,
                                      gint64               certification,
                                      const XbChannel     *channel);
gboolean   xb_hand_in_make_copies    (XbHandIn            *self,
                                      GCancellable        *cancellable,
                                      GError             **error);
gboolean   xb_hand_in_queue          (XbDb                *db,
                                      const XbHandIn      *self,
                                      gint64               certification,
                                      const char          *action,
                                      const char          *note,
                                      gint64               now,
                                      GError             **error);
void       xb_hand_in_clear          (XbHandIn            *self);

XbChannel *xb_workspace_make_channel (XbWorkspace         *self,
                                      gint64               certification,
                                      gint64               at,
                                      GError             **error);

G_END_DECLS
