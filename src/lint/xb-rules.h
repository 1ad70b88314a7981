/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-lint-rule.h"

G_BEGIN_DECLS

/**
 * XbRules:
 *
 * The compiled lexicon: a list of #XbLintRule. It does not change once loaded, and may be used from any thread.
 */
#define XB_TYPE_RULES (xb_rules_get_type ())
G_DECLARE_FINAL_TYPE (XbRules, xb_rules, XB, RULES, GObject)

XbRules           *xb_rules_new             (void);
XbRules           *xb_rules_new_from_folder (const char  *folder,
                                             GError     **error);
XbRules           *xb_rules_new_from_image  (GBytes      *image);
GBytes            *xb_rules_dup_image       (XbRules     *self);
XbLintRule        *xb_rules_find            (XbRules     *self,
                                             const char  *id);
const char *const *xb_rules_get_problems    (XbRules     *self);

G_END_DECLS
