/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-compare.h"
#include "xb-workspace-metrics.h"

G_BEGIN_DECLS

/* Label against label. */

/* More labels than this are not compared with each other; those with most calls are. */
#define XB_MOST_LABELS 40

/**
 * XbRoiLabels:
 * @labels: (element-type XbMetricsOfLabel): the one with most calls first
 * @comparison: of them; an arm's id is an index of @labels
 * @left_out: how many more there are
 */
typedef struct
{
  GPtrArray    *labels;
  XbComparison *comparison;
  guint         left_out;
} XbRoiLabels;

void         xb_workspace_compare_labels_async  (XbWorkspace          *self,
                                                 const XbMetricsQuery *query,
                                                 const char           *platform,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
/* Returns: (transfer full) */
XbRoiLabels *xb_workspace_compare_labels_finish (XbWorkspace          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void         xb_roi_labels_free                 (XbRoiLabels          *self);
/* Returns: (transfer none): of a place in the ranking: what showed, or "no label" */
const char  *xb_roi_labels_get_text             (const XbRoiLabels    *self,
                                                 guint                 ranked);
/* In words, all (transfer full): the answer; (array zero-terminated=1) what has to be known beside it */
char        *xb_roi_labels_dup_sentence         (const XbRoiLabels    *self);
char       **xb_roi_labels_dup_notes            (const XbRoiLabels    *self);
/* Returns: (transfer full): what is known of a pair */
char        *xb_roi_labels_dup_pair             (const XbRoiLabels    *self,
                                                 const XbPair         *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbRoiLabels, xb_roi_labels_free)

G_END_DECLS
