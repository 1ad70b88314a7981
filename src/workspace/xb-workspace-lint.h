/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint-word.h"
#include "xb-linter.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The compliance check of labels, against the business's own papers, campaigns, words and levels. */

/* Returns: (transfer none): loaded at the first use */
XbRules       *xb_workspace_get_lint_rules  (XbWorkspace *self);
/* Returns: (transfer full): @platform: (nullable): its key; one that is not known has no limits */
XbLintContext *xb_workspace_dup_lint_context (XbWorkspace *self,
                                              const char  *platform);
/* Returns: (transfer full) */
XbLintReport  *xb_workspace_lint            (XbWorkspace *self,
                                             const char  *platform,
                                             const char  *text);

/**
 * XbLintWordDraft:
 * @id: the word that is changed; 0: a new one
 * @severity: of a banned word
 * @platform: (nullable): where alone it holds
 * @reason: why; of a refusal what the platform said
 * @expires: (nullable): the last day on which it holds
 */
typedef struct
{
  gint64           id;
  const char      *word;
  XbLintWordKind   kind;
  XbVerdict        severity;
  const char      *platform;
  const char      *reason;
  const char      *expires;
  XbLintWordSource source;
} XbLintWordDraft;

/* Ends with xb_workspace_finish_id(). */
void xb_workspace_save_lint_word_async   (XbWorkspace           *self,
                                          const XbLintWordDraft *draft,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
/* @remove: FALSE brings it back. */
void xb_workspace_remove_lint_word_async (XbWorkspace           *self,
                                          gint64                 id,
                                          gboolean               remove,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
/* @level: (nullable): "off", "advice", "warning", "error"; NULL: the rule's own again */
void xb_workspace_set_lint_level_async   (XbWorkspace           *self,
                                          const char            *rule,
                                          const char            *level,
                                          const char            *reason,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
/* A list of XbLintWord, the newest first. */
GListModel *xb_workspace_list_lint_words (XbWorkspace           *self);
/* Returns: (transfer full) (nullable): the level that the owner set, "off" and so on; @reason: (out) (nullable) */
char       *xb_workspace_dup_lint_level  (XbWorkspace           *self,
                                          const char            *rule,
                                          char                 **reason);

G_END_DECLS
