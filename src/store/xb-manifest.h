/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define XB_MANIFEST_NAME "manifest.json"
#define XB_MANIFEST_MAX  (16 * 1024 * 1024)

/**
 * XbManifest:
 *
 * The first entry of a backup: what else is in it, each with its size and SHA-256.
 */
typedef struct
{
  guint       schema;
  GPtrArray  *entries;  /* of XbManifestEntry, the database first */
  GHashTable *by_name;  /* name → entry, both owned by the array */
} XbManifest;

typedef struct
{
  char    *name;
  char    *sha256;
  gint64   size;
  gboolean seen;
} XbManifestEntry;

XbManifest      *xb_manifest_new       (guint             schema);
void             xb_manifest_free      (XbManifest       *self);
XbManifestEntry *xb_manifest_add       (XbManifest       *self,
                                        const char       *name,
                                        const char       *sha256,
                                        gint64            size);
XbManifestEntry *xb_manifest_lookup    (const XbManifest *self,
                                        const char       *name);
gint64           xb_manifest_get_total (const XbManifest *self);
char            *xb_manifest_to_json   (const XbManifest *self,
                                        gint64            created);
XbManifest      *xb_manifest_parse     (const char       *json,
                                        gsize             length,
                                        guint             newest,
                                        const char       *path,
                                        GError          **error);
char            *xb_manifest_file_name (const char       *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbManifest, xb_manifest_free)

G_END_DECLS
