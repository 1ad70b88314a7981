/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-material.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Papers: materials, NDAs, and the register of copies that others hold. */

/* A live object: (transfer full) (nullable), NULL when there is no such row. */
XbMaterial *xb_workspace_ref_material    (XbWorkspace         *self,
                                          gint64               id);
/* Probes, stores by content, records. The same content of the same type is the same material. */
void  xb_workspace_add_material_async    (XbWorkspace         *self,
                                          const char          *path,
                                          XbMaterialType       type,
                                          const char          *expires,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
void  xb_workspace_edit_material_async   (XbWorkspace         *self,
                                          gint64               id,
                                          const char          *name,
                                          XbMaterialType       type,
                                          const char          *expires,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
void  xb_workspace_remove_material_async (XbWorkspace         *self,
                                          gint64               id,
                                          gboolean             remove,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* @path: (nullable): a scan of the agreement */
void  xb_workspace_add_nda_async         (XbWorkspace         *self,
                                          const char          *platform,
                                          const char          *signed_on,
                                          const char          *expires,
                                          const char          *path,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* Returns: (transfer full): where the stored bytes of @sha256 lie; for looking only, never for sending */
char *xb_workspace_dup_file_path         (XbWorkspace         *self,
                                          const char          *sha256);

/* The catalogue: an edit lays over the bundled figure and stays over an upgrade. */
void  xb_workspace_edit_platform_async   (XbWorkspace         *self,
                                          const char          *key,
                                          const char *const   *fields,
                                          const char *const   *values,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* Takes the owner's edit away again: the bundled figure returns. */
void  xb_workspace_reset_platform_async  (XbWorkspace         *self,
                                          const char          *key,
                                          const char          *field,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
void  xb_workspace_add_platform_async    (XbWorkspace         *self,
                                          const char          *key,
                                          const char          *name,
                                          XbPlatformKind       kind,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

G_END_DECLS
