/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _XbOutput XbOutput;

XbOutput *xb_output_new    (const char    *path,
                            GError       **error);
gboolean  xb_output_write  (XbOutput      *self,
                            gconstpointer  data,
                            gsize          length);
gboolean  xb_output_failed (XbOutput      *self,
                            GError       **error);
gboolean  xb_output_commit (XbOutput      *self,
                            char         **sha256,
                            GError       **error);
void      xb_output_free   (XbOutput      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbOutput, xb_output_free)

void      xb_output_set_error   (GError    **error,
                                 const char *path,
                                 int         code);
void      xb_output_sync_folder (const char *path);

G_END_DECLS
