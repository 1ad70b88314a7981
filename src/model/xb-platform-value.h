/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "xb-platform-field.h"

G_BEGIN_DECLS

/* A value is a GVariant: "s" for text, choice and day, "x" for number and money (fen), "b", "as";
 * %NULL is unknown. */

gboolean  xb_platform_value_parse     (XbPlatformField   field,
                                       const char       *text,
                                       GVariant        **value,
                                       GError          **error);
gboolean  xb_platform_value_from_json (XbPlatformField   field,
                                       JsonNode         *node,
                                       GVariant        **value,
                                       GError          **error);
char     *xb_platform_value_dup_text  (XbPlatformField   field,
                                       GVariant         *value);
JsonNode *xb_platform_value_to_json   (GVariant         *value);

G_END_DECLS
