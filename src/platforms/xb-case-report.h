/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-enums.h"

G_BEGIN_DECLS

/**
 * XbDisplay:
 * @handset: the brand
 * @name: (nullable): the name that this handset shows for the number, %NULL: only the number
 * @label: (nullable): the label beside it
 * @shown: whether the handset has learned name and label
 */
typedef struct
{
  XbHandset  handset;
  char      *name;
  char      *label;
  gboolean   shown;
} XbDisplay;

/**
 * XbCaseReason:
 * @code: a stable word of the platform, such as NAME_MISMATCH
 * @message: what the platform wrote to it, in its language
 * @field: (nullable): the field or material meant
 */
typedef struct
{
  char *code;
  char *message;
  char *field;
} XbCaseReason;

/* How the change of a label stands. */
typedef enum
{
  XB_LABEL_REPORT_NONE,
  XB_LABEL_REPORT_OPEN,
  XB_LABEL_REPORT_SHOWN,
  XB_LABEL_REPORT_REFUSED,
} XbLabelReportState;

/**
 * XbLabelReport:
 * @text: (nullable): the label asked for last
 * @raw_state: (nullable): the platform's own word
 * @reason: (nullable): why it was refused
 * @expected_day: (nullable): the day by which its next step should be over
 */
typedef struct
{
  XbLabelReportState state;
  char              *text;
  char              *raw_state;
  char              *reason;
  char              *expected_day;
} XbLabelReport;

/**
 * XbCaseReport:
 * @case_no: the platform's number of the case
 * @raw_state: the platform's own word
 * @state: the same, in ours
 * @reason_code: (nullable): the code of the first reason
 * @raw_reason: (nullable): all reasons as the platform wrote them, joined by “；”
 * @reasons: (element-type XbCaseReason): every reason; empty where all is well
 * @at: when this state began, UTC seconds, never in the future of the platform's clock
 * @expected_day: (nullable): the day by which the platform expects its next step to be over
 * @valid_until: (nullable): the last day of a granted certification
 * @label: the last change of the label of a name that is shown
 * @displays: (element-type XbDisplay): what each handset shows; empty until handsets are told
 *
 * What a platform said about one case at one moment.
 */
typedef struct
{
  char        *case_no;
  char        *raw_state;
  XbCertState  state;
  char        *reason_code;
  char        *raw_reason;
  GPtrArray   *reasons;
  gint64       at;
  char        *expected_day;
  char        *valid_until;
  XbLabelReport label;
  GPtrArray   *displays;
} XbCaseReport;

XbDisplay    *xb_display_new            (XbHandset      handset,
                                         const char    *name,
                                         const char    *label,
                                         gboolean       shown);
void          xb_display_free           (XbDisplay     *self);

XbCaseReport *xb_case_report_new        (void);
XbCaseReport *xb_case_report_ref        (XbCaseReport  *self);
void          xb_case_report_unref      (XbCaseReport  *self);
void          xb_case_report_add_reason (XbCaseReport  *self,
                                         const char    *code,
                                         const char    *message,
                                         const char    *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbDisplay, xb_display_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCaseReport, xb_case_report_unref)

G_END_DECLS
