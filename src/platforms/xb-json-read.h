/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * XbJsonProblem:
 * @where: (nullable): the first place that is not as it should be, such as displays[3].handset
 * @wanted: what belongs there, such as "a string"
 * @missing: nothing stands there
 *
 * Strict reading of foreign JSON: getters note the first problem here and return nothing harmful, so that a
 * whole document is read first and judged once. Zero it before use, clear it after.
 */
typedef struct
{
  char       *where;
  const char *wanted;
  gboolean    missing;
} XbJsonProblem;

typedef enum
{
  XB_JSON_REQUIRED,
  XB_JSON_OPTIONAL, /* may be absent or null */
} XbJsonNeed;

void        xb_json_problem_clear (XbJsonProblem *problem);
void        xb_json_problem_note  (XbJsonProblem *problem,
                                   const char    *where,
                                   const char    *name,
                                   const char    *wanted,
                                   gboolean       missing);
const char *xb_json_string        (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   XbJsonNeed     need,
                                   XbJsonProblem *problem);
gboolean    xb_json_boolean       (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   XbJsonNeed     need,
                                   XbJsonProblem *problem);
gint64      xb_json_integer       (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   XbJsonNeed     need,
                                   XbJsonProblem *problem);
int         xb_json_enum          (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   GType          type,
                                   const char    *wanted,
                                   XbJsonProblem *problem);
JsonObject *xb_json_object        (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   XbJsonNeed     need,
                                   XbJsonProblem *problem);
JsonArray  *xb_json_array         (JsonObject    *object,
                                   const char    *where,
                                   const char    *name,
                                   XbJsonNeed     need,
                                   XbJsonProblem *problem);
JsonObject *xb_json_item_object   (JsonArray     *array,
                                   guint          index,
                                   const char    *item,
                                   XbJsonProblem *problem);
const char *xb_json_item_string   (JsonArray     *array,
                                   guint          index,
                                   const char    *item,
                                   XbJsonProblem *problem);
JsonNode   *xb_json_parse         (GBytes        *bytes);
GBytes     *xb_json_to_bytes      (JsonNode      *node);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XbJsonProblem, xb_json_problem_clear)

G_END_DECLS
