/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbMaterialInfo:
 * @media_type: (not nullable): what the file really is, such as "image/jpeg" or "application/pdf"
 * @extension: (not nullable): the usual end of its name, without the dot
 * @size: bytes
 * @width: pixels as the viewer sees them; 0 for a PDF
 * @height: pixels; 0 for a PDF
 * @pages: pages of a PDF, 1 for a picture
 * @square: a picture as wide as it is high, as logos must be
 *
 * The texts are static.
 */
typedef struct
{
  const char *media_type;
  const char *extension;
  gint64      size;
  int         width;
  int         height;
  int         pages;
  gboolean    square;
} XbMaterialInfo;

gboolean xb_material_probe       (const char     *path,
                                  XbMaterialInfo *info,
                                  GCancellable   *cancellable,
                                  GError        **error);
gboolean xb_material_probe_bytes (GBytes         *bytes,
                                  const char     *file_name,
                                  XbMaterialInfo *info,
                                  GCancellable   *cancellable,
                                  GError        **error);

G_END_DECLS
