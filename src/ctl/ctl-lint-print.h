/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-linter.h"

G_BEGIN_DECLS

void ctl_lint_print_json (GString            *out,
                          const char         *text,
                          gsize               length,
                          const XbLintReport *report);
void ctl_lint_print_text (GString            *out,
                          const char         *text,
                          gsize               length,
                          const XbLintReport *report,
                          XbRules            *rules);

G_END_DECLS
