/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * XbVerdict:
 * @XB_VERDICT_OK: nothing to say
 * @XB_VERDICT_ADVICE: could be better
 * @XB_VERDICT_WARNING: needs a look, or evidence
 * @XB_VERDICT_ERROR: not filed without a reason
 *
 * How grave a finding is, and what a whole label comes to. The nicks (ok, advice, warning, error) are the words of
 * JSON and of the rule files.
 */
typedef enum
{
  XB_VERDICT_OK,
  XB_VERDICT_ADVICE,
  XB_VERDICT_WARNING,
  XB_VERDICT_ERROR,
} XbVerdict;

#define XB_LINT_MOST_SUGGESTIONS 3

/**
 * XbFinding:
 * @rule: its id, "abs.zui"
 * @severity: never %XB_VERDICT_OK
 * @start, @end: code points in the text as given
 * @match: these code points
 * @reads: (nullable): what they read as once an evasion is undone: zui低 → 最低
 * @message: one sentence in the user's language: likely refused, or a risk; never that it is illegal
 * @law: (nullable): 《广告法》第九条（三）
 * @suggestions: (array zero-terminated=1): whole labels that pass themselves, smallest change first; may be empty
 * @also: (array zero-terminated=1): the ids of milder rules that found the same place
 */
typedef struct
{
  char     *rule;
  XbVerdict severity;
  guint     start;
  guint     end;
  char     *match;
  char     *reads;
  char     *message;
  char     *law;
  char    **suggestions;
  char    **also;
} XbFinding;

/**
 * XbCleared:
 * @rule: what would have found it
 * @start, @end: code points in the text as given
 * @why: which paper or which exception lifted it
 */
typedef struct
{
  char *rule;
  guint start;
  guint end;
  char *why;
} XbCleared;

/**
 * XbLintReport:
 * @verdict: the gravest of the findings
 * @findings: (element-type XbFinding): in the order of the text, no two on the same place
 * @cleared: (element-type XbCleared): what was not flagged, and why
 */
typedef struct
{
  XbVerdict  verdict;
  GPtrArray *findings;
  GPtrArray *cleared;
} XbLintReport;

const char   *xb_verdict_to_string   (XbVerdict     verdict);
gboolean      xb_verdict_from_string (const char   *nick,
                                      XbVerdict    *verdict);
const char   *xb_verdict_get_label   (XbVerdict     verdict);

XbLintReport *xb_lint_report_new     (void);
void          xb_lint_report_free    (XbLintReport *self);
void          xb_finding_free        (XbFinding    *self);
void          xb_cleared_free        (XbCleared    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLintReport, xb_lint_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbFinding, xb_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCleared, xb_cleared_free)

G_END_DECLS
