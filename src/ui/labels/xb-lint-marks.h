/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "xb-lint.h"

G_BEGIN_DECLS

PangoAttrList *xb_lint_marks_new (const char         *text,
                                  const XbLintReport *report,
                                  gsize               preedit_at,
                                  gsize               preedit_length,
                                  gboolean            dark);

G_END_DECLS
