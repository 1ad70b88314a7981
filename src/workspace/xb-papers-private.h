/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-material-probe.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/**
 * XbPaper:
 * @folder: the data folder
 * @path: the file as given
 * @name: its name, for people
 * @sha256: of the bytes, once they are stored
 *
 * A file on its way into the store.
 */
typedef struct
{
  char          *folder;
  char          *path;
  char          *name;
  char          *sha256;
  gint64         size;
  XbMaterialInfo info;
} XbPaper;

gboolean xb_paper_take  (XbPaper       *paper,
                         GCancellable  *cancellable,
                         GError       **error);
gboolean xb_paper_store (XbPaper       *paper,
                         XbDb          *db,
                         GError       **error);
void     xb_paper_clear (XbPaper       *paper);

G_END_DECLS
