/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ctl.h"

G_BEGIN_DECLS

/* JSON out: days as they are, instants ISO 8601 with China's offset, money in fen, null for unknown. */

void ctl_json_add_text    (JsonObject  *object,
                           const char  *name,
                           const char  *text);
void ctl_json_add_day     (JsonObject  *object,
                           const char  *name,
                           const char  *day);
void ctl_json_add_instant (JsonObject  *object,
                           const char  *name,
                           gint64       instant);
void ctl_json_add_id      (JsonObject  *object,
                           const char  *name,
                           gint64       id);
void ctl_json_add_words   (JsonObject  *object,
                           const char  *name,
                           GType        type,
                           guint        bits);
/* @list: (transfer full) (nullable): none; @to_json: Returns: (transfer full): what stands for an item */
void ctl_json_add_list    (JsonObject  *object,
                           const char  *name,
                           GListModel  *list,
                           JsonObject *(*to_json) (gpointer item));
void ctl_json_print       (JsonObject  *object);
void ctl_json_print_node  (JsonNode    *node);
char *ctl_json_dup        (JsonNode    *node);

G_END_DECLS
