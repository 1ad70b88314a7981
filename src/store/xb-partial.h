/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbPartial:
 *
 * A file that is being written: under another name until it is whole, gone if it never is.
 */
typedef struct _XbPartial XbPartial;

XbPartial  *xb_partial_new        (const char *folder,
                                   GError    **error);
void        xb_partial_free       (XbPartial  *self);
gboolean    xb_partial_write      (XbPartial  *self,
                                   const void *data,
                                   gsize       size,
                                   GError    **error);
gboolean    xb_partial_finish     (XbPartial  *self,
                                   GError    **error);
gboolean    xb_partial_keep       (XbPartial  *self,
                                   const char *path,
                                   GError    **error);
int         xb_partial_get_fd     (XbPartial  *self);
const char *xb_partial_get_path   (XbPartial  *self);
const char *xb_partial_get_sha256 (XbPartial  *self);
gint64      xb_partial_get_size   (XbPartial  *self);

void        xb_file_set_error     (GError    **error,
                                   int         code,
                                   const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPartial, xb_partial_free)

G_END_DECLS
