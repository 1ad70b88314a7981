/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "xb-enums.h"
#include "xb-fact.h"
#include "xb-platform-field.h"

G_BEGIN_DECLS

typedef enum
{
  XB_PLATFORM_UNIT_WORKING_DAYS,
  XB_PLATFORM_UNIT_HOURS,
} XbPlatformUnit;

/**
 * XbPlatformEdit:
 * @platform: the key of the platform
 * @field: the name of the field
 * @value: the text as the owner entered it
 * @edited_at: UTC seconds
 *
 * One edit as the store keeps it.
 */
typedef struct
{
  const char *platform;
  const char *field;
  const char *value;
  gint64      edited_at;
} XbPlatformEdit;

#define XB_TYPE_PLATFORM (xb_platform_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatform, xb_platform, XB, PLATFORM, GObject)

XbPlatform    *xb_platform_new_from_bytes (const char           *key,
                                           GBytes               *bytes,
                                           GError              **error);
XbPlatform    *xb_platform_new_added      (const char           *key,
                                           const char           *name,
                                           XbPlatformKind        kind);
const char    *xb_platform_get_key        (XbPlatform           *self);
const char    *xb_platform_get_name       (XbPlatform           *self);
const char    *xb_platform_get_chinese_name (XbPlatform         *self);
XbPlatformKind xb_platform_get_kind       (XbPlatform           *self);
const char    *xb_platform_get_client     (XbPlatform           *self);
gboolean       xb_platform_get_withdrawn  (XbPlatform           *self);
gboolean       xb_platform_get_added      (XbPlatform           *self);
gboolean       xb_platform_get_int        (XbPlatform           *self,
                                           const char           *field,
                                           gint64               *value);
gboolean       xb_platform_get_bool       (XbPlatform           *self,
                                           const char           *field,
                                           gboolean             *value);
const char    *xb_platform_get_text       (XbPlatform           *self,
                                           const char           *field);
char         **xb_platform_dup_list       (XbPlatform           *self,
                                           const char           *field);
gboolean       xb_platform_get_bits       (XbPlatform           *self,
                                           const char           *field,
                                           guint                *bits);
XbPlatformUnit xb_platform_get_unit       (XbPlatform           *self,
                                           const char           *stage);
int            xb_platform_measure_text   (const char           *text,
                                           gboolean              wide);
int            xb_platform_measure_label  (XbPlatform           *self,
                                           const char           *label);
char         **xb_platform_dup_fields     (void);
char          *xb_platform_dup_value      (XbPlatform           *self,
                                           const char           *field);
gboolean       xb_platform_apply_edit     (XbPlatform           *self,
                                           const char           *field,
                                           const char           *value_text,
                                           gint64                edited_at,
                                           GError              **error);
gboolean       xb_platform_apply_edits    (XbPlatform           *self,
                                           const char *const    *fields,
                                           const char *const    *value_texts,
                                           gint64                edited_at,
                                           GError              **error);
gboolean       xb_platform_check_edits    (XbPlatform           *self,
                                           const char *const    *fields,
                                           const char *const    *value_texts,
                                           GError              **error);
gboolean       xb_platform_revert_edit    (XbPlatform           *self,
                                           const char           *field,
                                           GError              **error);
void           xb_platform_restore_edits  (XbPlatform           *self,
                                           const XbPlatformEdit *edits,
                                           gsize                 n_edits);
GListModel    *xb_platform_get_facts      (XbPlatform           *self);
GListModel    *xb_platform_get_notes      (XbPlatform           *self);
JsonNode      *xb_platform_to_json        (XbPlatform           *self,
                                           gboolean              with_facts);

G_END_DECLS
