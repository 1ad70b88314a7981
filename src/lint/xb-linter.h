/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint-context.h"
#include "xb-rules.h"

G_BEGIN_DECLS

/**
 * XbLinter:
 *
 * Judges labels. It keeps its working memory from one label to the next, so each thread takes one of its own; no
 * file is read after the rules were loaded.
 */
typedef struct _XbLinter XbLinter;

XbLinter     *xb_linter_new   (XbRules             *rules);
void          xb_linter_free  (XbLinter            *self);
XbLintReport *xb_linter_check (XbLinter            *self,
                               const char          *text,
                               gssize               length,
                               const XbLintContext *context);

/* Without suggestions: to count, or to underline while one types. */
XbLintReport *xb_linter_scan  (XbLinter            *self,
                               const char          *text,
                               gssize               length,
                               const XbLintContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLinter, xb_linter_free)

G_END_DECLS
