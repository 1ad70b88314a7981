/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-backup.h"
#include "xb-manifest.h"
#include "xb-partial.h"

G_BEGIN_DECLS

#define XB_BACKUP_BLOCK (128 * 1024)

/* What a long work is told, and tells: how far it is, and whether to go on. */
typedef struct
{
  GCancellable *cancellable;
  XbProgress    progress;
  gpointer      user_data;
  guint         passes;  /* how often all bytes are gone through */
  gint64        done;
  gint64        total;
} XbWork;

gboolean    xb_work_advance      (XbWork      *work,
                                  gint64       bytes,
                                  GError     **error);

XbManifest *xb_backup_read       (const char  *file,
                                  guint        newest,
                                  const char  *folder,
                                  GHashTable  *partials,
                                  XbWork      *work,
                                  GError     **error);
gboolean    xb_backup_fail       (const char  *file,
                                  GError     **error);

gboolean    xb_database_verify   (XbDb        *db,
                                  GPtrArray   *problems,
                                  GError     **error);
gboolean    xb_database_is_ours  (XbDb        *db,
                                  GPtrArray   *steps,
                                  gboolean    *ours,
                                  GError     **error);

G_END_DECLS
