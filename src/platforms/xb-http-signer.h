/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define XB_HTTP_SIGNER_SCHEME "XINBIAO-HMAC-SHA256"
#define XB_HTTP_HEADER_KEY "X-Xinbiao-Key"
#define XB_HTTP_HEADER_TIMESTAMP "X-Xinbiao-Timestamp"
#define XB_HTTP_HEADER_NONCE "X-Xinbiao-Nonce"

char     *xb_http_signer_canonical     (const char *method,
                                        const char *path,
                                        const char *query,
                                        gint64      timestamp,
                                        const char *nonce,
                                        GBytes     *body);
char     *xb_http_signer_sign          (const char *secret,
                                        const char *method,
                                        const char *path,
                                        const char *query,
                                        gint64      timestamp,
                                        const char *nonce,
                                        GBytes     *body);
char     *xb_http_signer_authorization (const char *signature);
gboolean  xb_http_signer_matches       (const char *authorization,
                                        const char *signature);
char     *xb_http_signer_random        (guint       n_bytes);

G_END_DECLS
