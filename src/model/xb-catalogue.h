/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform.h"

G_BEGIN_DECLS

#define XB_TYPE_CATALOGUE (xb_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (XbCatalogue, xb_catalogue, XB, CATALOGUE, GObject)

XbCatalogue *xb_catalogue_new             (void);
XbCatalogue *xb_catalogue_new_from_folder (const char            *path,
                                           GError               **error);
XbPlatform  *xb_catalogue_lookup          (XbCatalogue           *self,
                                           const char            *key);
XbPlatform  *xb_catalogue_find            (XbCatalogue           *self,
                                           const char            *key,
                                           GError               **error);
XbPlatform  *xb_catalogue_add_platform    (XbCatalogue           *self,
                                           const char            *key,
                                           const char            *name,
                                           XbPlatformKind         kind,
                                           GError               **error);
gboolean     xb_catalogue_apply_edit      (XbCatalogue           *self,
                                           const char            *key,
                                           const char            *field,
                                           const char            *value_text,
                                           gint64                 edited_at,
                                           GError               **error);
void         xb_catalogue_restore_edits   (XbCatalogue           *self,
                                           const XbPlatformEdit  *edits,
                                           gsize                  n_edits);
JsonNode    *xb_catalogue_to_json         (XbCatalogue           *self);

G_END_DECLS
