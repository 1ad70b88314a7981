/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_LINT_WORD (xb_lint_word_get_type ())
G_DECLARE_FINAL_TYPE (XbLintWord, xb_lint_word, XB, LINT_WORD, XbRecord)

const char      *xb_lint_word_get_word       (XbLintWord *self);
XbLintWordKind   xb_lint_word_get_kind       (XbLintWord *self);
XbLintLevel      xb_lint_word_get_severity   (XbLintWord *self);
const char      *xb_lint_word_get_platform   (XbLintWord *self);
const char      *xb_lint_word_get_reason     (XbLintWord *self);
const char      *xb_lint_word_get_expires    (XbLintWord *self);
XbLintWordSource xb_lint_word_get_source     (XbLintWord *self);
gint64           xb_lint_word_get_created_at (XbLintWord *self);
gint64           xb_lint_word_get_removed_at (XbLintWord *self);

G_END_DECLS
