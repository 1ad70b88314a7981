/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-output.h"

G_BEGIN_DECLS

/* Longest side of a copy, in pixels. */
#define XB_WATERMARK_SIDE 4000

gboolean    xb_watermark_copy       (const char   *path,
                                     const char   *media_type,
                                     const char   *text,
                                     const char   *out_path,
                                     GCancellable *cancellable,
                                     GError      **error);
gboolean    xb_watermark_write      (const char   *path,
                                     const char   *media_type,
                                     const char   *text,
                                     XbOutput     *output,
                                     GCancellable *cancellable,
                                     GError      **error);
const char *xb_watermark_media_type (const char   *media_type);
const char *xb_watermark_extension  (const char   *media_type);

G_END_DECLS
