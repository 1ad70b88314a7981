/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint.h"

G_BEGIN_DECLS

/* One rule as people read it: what it is about, on which article it stands, what it catches and what it leaves alone. */
#define XB_TYPE_LINT_RULE (xb_lint_rule_get_type ())
G_DECLARE_FINAL_TYPE (XbLintRule, xb_lint_rule, XB, LINT_RULE, GObject)

const char         *xb_lint_rule_get_id       (XbLintRule *self);
const char         *xb_lint_rule_get_category (XbLintRule *self);
const char         *xb_lint_rule_get_title    (XbLintRule *self);
XbVerdict           xb_lint_rule_get_severity (XbLintRule *self);
const char         *xb_lint_rule_get_law      (XbLintRule *self);
const char         *xb_lint_rule_get_law_text (XbLintRule *self);
const char         *xb_lint_rule_get_penalty  (XbLintRule *self);
const char         *xb_lint_rule_get_why      (XbLintRule *self);
const char         *xb_lint_rule_get_lifted_by (XbLintRule *self);
const char         *xb_lint_rule_get_checked  (XbLintRule *self);
const char *const  *xb_lint_rule_get_bad      (XbLintRule *self);
const char *const  *xb_lint_rule_get_good     (XbLintRule *self);
const char         *xb_lint_category_get_label (const char *category);

G_END_DECLS
