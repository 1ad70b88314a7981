/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  XB_PHONE_MOBILE,
  XB_PHONE_FIXED,
  XB_PHONE_400,
  XB_PHONE_800,
  XB_PHONE_95,
  XB_PHONE_96,
  XB_PHONE_SHORT,
  XB_PHONE_INTERNATIONAL,
} XbPhoneType;

/**
 * XbPhone:
 * @type: what kind of number it is
 * @e164: the one spelling that is stored: "+862886123456", "+864001234567", "+8695588"
 * @national: the digits as dialled in China: "02886123456", "13800138000", "0014155550100"
 */
typedef struct
{
  XbPhoneType type;
  char        e164[32];
  char        national[32];
} XbPhone;

gboolean    xb_phone_parse            (const char  *text,
                                       XbPhone     *phone,
                                       GError     **error);
char       *xb_phone_format           (const char  *e164);
gboolean    xb_phone_is_virtual       (const char  *e164);
const char *xb_phone_type_to_string   (XbPhoneType  type);
gboolean    xb_phone_type_from_string (const char  *word,
                                       XbPhoneType *type);

G_END_DECLS
