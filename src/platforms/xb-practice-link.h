/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-http-call.h"
#include "xb-submission.h"

G_BEGIN_DECLS

/**
 * XbPracticeLink:
 * @base: the platform's address
 * @key_id: who signs
 * @secret: what signs
 *
 * The way to the practice platform: signs requests and carries documents up.
 */
typedef struct
{
  SoupSession  *session;
  GUri         *base;
  char         *key_id;
  char         *secret;
  XbHttpLimits  limits;
} XbPracticeLink;

XbPracticeLink *xb_practice_link_new           (const char           *base_url,
                                                const char           *key_id,
                                                const char           *secret,
                                                GError              **error);
void            xb_practice_link_free          (XbPracticeLink       *self);
SoupMessage    *xb_practice_link_sign          (XbPracticeLink       *self,
                                                const char           *method,
                                                const char           *path,
                                                const char           *content_type,
                                                GBytes               *body);
void            xb_practice_link_upload_async  (XbPracticeLink       *self,
                                                GPtrArray            *files,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray      *xb_practice_link_upload_finish (XbPracticeLink       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
