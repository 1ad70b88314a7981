/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-identity-map.h"
#include "xb-query-list.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The kinds of rows that are read as live objects. */
typedef enum
{
  XB_KIND_NUMBER,
  XB_KIND_CERTIFICATION,
  XB_KIND_FILING,
  XB_KIND_BRAND,
  XB_KIND_MATERIAL,
  XB_KIND_NDA,
  XB_KIND_COPY,
  XB_KIND_EVENT,
  XB_KIND_EVIDENCE,
  XB_KIND_COST,
  XB_KIND_OUTBOX,
  XB_KIND_LABEL,
  XB_KIND_LABEL_CHANGE,
  XB_KIND_LABEL_EVENT,
  XB_KIND_CAMPAIGN,
  XB_KIND_LINT_WORD,
  XB_KIND_METRIC_IMPORT,
  XB_KIND_NUMBER_LABELS,
  XB_KIND_INSPECTION,
  XB_KIND_INSPECTION_ITEM,
  XB_KIND_INSPECTION_PHOTO,
  XB_KIND_INSPECTION_TASK,
  XB_KIND_MATRIX,
  XB_KIND_INCIDENT,
  XB_KIND_INCIDENT_STEP,
  XB_KIND_INCIDENT_EVIDENCE,
  XB_KIND_INCIDENT_EVENT,
  XB_KIND_APPEAL,
  XB_KIND_RECHECK,
  XB_KIND_ALERT_RULE,
  XB_KIND_ALERT,
  XB_N_KINDS,
} XbKind;

GType          xb_kind_get_type      (XbKind             kind);
const char    *xb_kind_get_select    (XbKind             kind);
const char *const *xb_kind_get_tables (XbKind         kind);
gboolean       xb_kind_is_touched    (XbKind             kind,
                                      const char *const *tables);
XbIdentityMap *xb_workspace_get_map  (XbWorkspace       *self,
                                      XbKind             kind);
gpointer       xb_workspace_ref_kind (XbWorkspace       *self,
                                      XbKind             kind,
                                      gint64             id);
XbQueryList   *xb_kind_new_list      (XbWorkspace       *self,
                                      XbKind             kind);
char          *xb_kind_dup_page_sql  (XbKind             kind,
                                      const char        *ids,
                                      const char        *order);
/* Returns: (transfer full) (nullable): the digits of what people type, as numbers are stored; NULL: it is no number */
char          *xb_search_dup_digits  (const char        *search);

G_END_DECLS
