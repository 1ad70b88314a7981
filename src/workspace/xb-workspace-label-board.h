/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-number-labels.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* What the page of labels shows. Lazy lists (transfer full), kept true as long as somebody holds them. */

/* Every number (#XbNumberLabels): what it shows now and next. */
GListModel  *xb_workspace_list_number_labels     (XbWorkspace   *self);
/* @search: digits in any spelling, a part of the use or of a label; "" shows all again */
void         xb_workspace_search_number_labels   (XbWorkspace   *self,
                                                  GListModel    *numbers,
                                                  const char    *search);
/* A list of xb_workspace_list_labels() shows another part. @search: as above */
void         xb_workspace_filter_labels          (XbWorkspace   *self,
                                                  GListModel    *labels,
                                                  XbLabelFilter  filter,
                                                  const char    *search);
/* The edits (#XbLabelChange) that should have put back what was there before, and have not yet. */
GListModel  *xb_workspace_list_late_restores     (XbWorkspace   *self);
/* Labels that are wanted although the check found an error: the reason is in each. */
GListModel  *xb_workspace_list_overridden_labels (XbWorkspace   *self);
/* Returns: (transfer full) (array zero-terminated=1): keys of the platforms that show numbers, in the catalogue's order */
char       **xb_workspace_dup_showing_platforms  (XbWorkspace   *self);
/* Returns: (transfer full) (element-type gint64): the numbers of a list of this page, at most @most of them */
GArray      *xb_workspace_find_label_numbers     (XbWorkspace   *self,
                                                  const char    *search,
                                                  guint          most);

G_END_DECLS
