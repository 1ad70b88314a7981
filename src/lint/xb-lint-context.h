/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint.h"

G_BEGIN_DECLS

/**
 * XbLintContext:
 *
 * What a label is judged against: the business's papers, the platform, the day, the owner's own words. Built once,
 * then only read; any number of linters may share it.
 */
typedef struct _XbLintContext XbLintContext;

#define XB_TYPE_LINT_CONTEXT (xb_lint_context_get_type ())
GType          xb_lint_context_get_type     (void);

XbLintContext *xb_lint_context_new          (void);
XbLintContext *xb_lint_context_ref          (XbLintContext *self);
void           xb_lint_context_unref        (XbLintContext *self);

/* The papers. */
void           xb_lint_context_set_business (XbLintContext *self,
                                             const char    *name);
void           xb_lint_context_set_trade    (XbLintContext *self,
                                             const char    *trade);
void           xb_lint_context_add_brand    (XbLintContext *self,
                                             const char    *name,
                                             gboolean       registered,
                                             const char    *expires);

void           xb_lint_context_remove_brands (XbLintContext *self);

/* The day, the label's own days, and the campaign it belongs to. */
void           xb_lint_context_set_today    (XbLintContext *self,
                                             const char    *day);
void           xb_lint_context_set_shown    (XbLintContext *self,
                                             const char    *from,
                                             const char    *until);
void           xb_lint_context_add_campaign (XbLintContext *self,
                                             const char    *name,
                                             const char    *until);

/* The platform: its name, the most that it takes (-1: not known), how it counts. */
void           xb_lint_context_set_platform (XbLintContext *self,
                                             const char    *key,
                                             const char    *name,
                                             int            label_max,
                                             gboolean       wide);

/* The owner's words, and the levels that the owner set. @expires and @platform: (nullable). */
void           xb_lint_context_add_banned   (XbLintContext *self,
                                             const char    *word,
                                             XbVerdict      severity,
                                             const char    *platform,
                                             const char    *reason,
                                             const char    *expires);
void           xb_lint_context_add_allowed  (XbLintContext *self,
                                             const char    *word,
                                             const char    *platform,
                                             const char    *reason,
                                             const char    *expires);
void           xb_lint_context_set_level    (XbLintContext *self,
                                             const char    *rule,
                                             XbVerdict      level,
                                             const char    *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLintContext, xb_lint_context_unref)

G_END_DECLS
