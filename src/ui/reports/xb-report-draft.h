/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-workspace-metrics.h"

G_BEGIN_DECLS

/* How far it is. */
typedef enum
{
  XB_REPORT_STEP_CHOOSE,  /* no file yet, or one that is no report */
  XB_REPORT_STEP_READING, /* its first rows are being read */
  XB_REPORT_STEP_CHECK,   /* somebody looks at what it would become */
  XB_REPORT_STEP_IMPORT,  /* it is taken in */
  XB_REPORT_STEP_DONE,
} XbReportStep;

#define XB_TYPE_REPORT_DRAFT (xb_report_draft_get_type ())
G_DECLARE_FINAL_TYPE (XbReportDraft, xb_report_draft, XB, REPORT_DRAFT, GObject)

XbReportDraft    *xb_report_draft_new            (XbWorkspace   *workspace);
void              xb_report_draft_close          (XbReportDraft *self);
XbWorkspace      *xb_report_draft_get_workspace  (XbReportDraft *self);
XbReportStep      xb_report_draft_get_step       (XbReportDraft *self);
const char       *xb_report_draft_get_problem    (XbReportDraft *self);
const char       *xb_report_draft_get_name       (XbReportDraft *self);
XbMetricsPreview *xb_report_draft_get_preview    (XbReportDraft *self);
guint             xb_report_draft_get_looks      (XbReportDraft *self);
XbMetricsSurvey  *xb_report_draft_get_survey     (XbReportDraft *self);
XbMetricsResult  *xb_report_draft_get_result     (XbReportDraft *self);
double            xb_report_draft_get_fraction   (XbReportDraft *self);
gint64            xb_report_draft_get_seconds_left (XbReportDraft *self);
gboolean          xb_report_draft_get_undone     (XbReportDraft *self);
gboolean          xb_report_draft_is_busy        (XbReportDraft *self);
gboolean          xb_report_draft_can_import     (XbReportDraft *self);

void              xb_report_draft_take_file      (XbReportDraft *self,
                                                  GFile         *file);
int               xb_report_draft_get_field      (XbReportDraft *self,
                                                  guint          column);
void              xb_report_draft_set_field      (XbReportDraft *self,
                                                  guint          column,
                                                  int            field);
void              xb_report_draft_set_sheet      (XbReportDraft *self,
                                                  const char    *sheet);
const char       *xb_report_draft_get_sheet      (XbReportDraft *self);
const char       *xb_report_draft_get_number     (XbReportDraft *self);
void              xb_report_draft_set_number     (XbReportDraft *self,
                                                  const char    *number);
const char       *xb_report_draft_get_source     (XbReportDraft *self);
void              xb_report_draft_set_source     (XbReportDraft *self,
                                                  const char    *source);
gboolean          xb_report_draft_get_add_numbers (XbReportDraft *self);
void              xb_report_draft_set_add_numbers (XbReportDraft *self,
                                                  gboolean       add);
void              xb_report_draft_import         (XbReportDraft *self);
void              xb_report_draft_stop           (XbReportDraft *self);
void              xb_report_draft_undo           (XbReportDraft *self);
void              xb_report_draft_start_over     (XbReportDraft *self);

G_END_DECLS
