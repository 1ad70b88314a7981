/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * XbHttpLimits:
 * @connect_seconds: until a connection stands, TLS included
 * @overall_seconds: until the whole answer is here
 * @max_bytes: the longest answer that is read
 */
typedef struct
{
  guint connect_seconds;
  guint overall_seconds;
  gsize max_bytes;
} XbHttpLimits;

#define XB_HTTP_LIMITS_DEFAULT { 10, 30, 1024 * 1024 }

/**
 * XbHttpReply:
 * @status: 2xx or 4xx; all else is an error
 * @content_type: (nullable): without parameters, lower case
 * @body: the whole body
 */
typedef struct
{
  guint   status;
  char   *content_type;
  GBytes *body;
} XbHttpReply;

SoupSession *xb_http_session_new  (GUri                *base,
                                   GError             **error);
void         xb_http_call_async   (SoupSession         *session,
                                   SoupMessage         *message,
                                   const XbHttpLimits  *limits,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
XbHttpReply *xb_http_call_finish  (SoupSession         *session,
                                   GAsyncResult        *result,
                                   GError             **error);
void         xb_http_reply_free   (XbHttpReply         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbHttpReply, xb_http_reply_free)

G_END_DECLS
