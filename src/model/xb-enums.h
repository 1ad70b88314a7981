/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of the files, of JSON and of xinbiaoctl are the nicks of these types (in-review, third-party). */

typedef enum
{
  XB_CERT_STATE_DRAFT,
  XB_CERT_STATE_READY,
  XB_CERT_STATE_SUBMITTED,
  XB_CERT_STATE_IN_REVIEW,
  XB_CERT_STATE_NEEDS_INFO,
  XB_CERT_STATE_APPROVED,
  XB_CERT_STATE_SYNCING,
  XB_CERT_STATE_LIVE,
  XB_CERT_STATE_REJECTED,
  XB_CERT_STATE_FAILED,
  XB_CERT_STATE_SUSPENDED,
  XB_CERT_STATE_EXPIRED,
  XB_CERT_STATE_WITHDRAWN,
} XbCertState;

typedef enum
{
  XB_PLATFORM_KIND_OPERATOR,
  XB_PLATFORM_KIND_THIRD_PARTY,
  XB_PLATFORM_KIND_SECURITY_APP,
  XB_PLATFORM_KIND_DATA_VENDOR,
  XB_PLATFORM_KIND_HANDSET,
  XB_PLATFORM_KIND_LOOKUP,
  XB_PLATFORM_KIND_INTERNATIONAL,
  XB_PLATFORM_KIND_PRACTICE,
} XbPlatformKind;

typedef enum
{
  XB_MATERIAL_TYPE_LICENCE,
  XB_MATERIAL_TYPE_AUTHORISATION,
  XB_MATERIAL_TYPE_OWNERSHIP,
  XB_MATERIAL_TYPE_LOGO,
  XB_MATERIAL_TYPE_IDENTITY,
  XB_MATERIAL_TYPE_OTHER,
} XbMaterialType;

typedef enum
{
  XB_HANDSET_HUAWEI,
  XB_HANDSET_XIAOMI,
  XB_HANDSET_OPPO,
  XB_HANDSET_VIVO,
  XB_HANDSET_HONOR,
  XB_HANDSET_APPLE,
  XB_HANDSET_SAMSUNG,
  XB_HANDSET_OTHER,
} XbHandset;

typedef enum
{
  XB_BUSINESS_KIND_COMPANY,
  XB_BUSINESS_KIND_SOLE,
} XbBusinessKind;

typedef enum
{
  XB_COST_CATEGORY_ANNUAL,
  XB_COST_CATEGORY_LABEL,
  XB_COST_CATEGORY_EXPEDITE,
  XB_COST_CATEGORY_APPEAL,
  XB_COST_CATEGORY_INSPECTION,
  XB_COST_CATEGORY_OTHER,
} XbCostCategory;

/* What is wrong with a number. */
typedef enum
{
  XB_INCIDENT_KIND_MARK,
  XB_INCIDENT_KIND_WRONG_INFO,
} XbIncidentKind;

typedef enum
{
  XB_INCIDENT_STATE_OPEN,
  XB_INCIDENT_STATE_CLOSED,
} XbIncidentState;

typedef enum
{
  XB_INCIDENT_ORIGIN_HAND,
  XB_INCIDENT_ORIGIN_ALERT,
  XB_INCIDENT_ORIGIN_INSPECTION,
  XB_INCIDENT_ORIGIN_RECHECK,
} XbIncidentOrigin;

/* The three steps of an incident, each with a clock of its own. */
typedef enum
{
  XB_STEP_KIND_APPEAL,
  XB_STEP_KIND_FOLLOW_UP,
  XB_STEP_KIND_NOTIFY,
} XbStepKind;

#define XB_N_STEPS (XB_STEP_KIND_NOTIFY + 1)

typedef enum
{
  XB_APPEAL_STATE_PLANNED,
  XB_APPEAL_STATE_FILED,
  XB_APPEAL_STATE_CLEARED,
  XB_APPEAL_STATE_REFUSED,
} XbAppealState;

/* Where the trouble is: an appeal to a marking platform lifts nothing of the last two. */
typedef enum
{
  XB_LAYER_UNKNOWN,
  XB_LAYER_MARK,
  XB_LAYER_OPERATOR,
  XB_LAYER_POLICE,
} XbLayer;

typedef enum
{
  XB_ALERT_MEASURE_MARKS,
  XB_ALERT_MEASURE_COMPLAINTS,
  XB_ALERT_MEASURE_ANSWER_RATE,
  XB_ALERT_MEASURE_ANSWER_FALL,
  XB_ALERT_MEASURE_DISPLAY_LOST,
  XB_ALERT_MEASURE_DEADLINE,
} XbAlertMeasure;

#define XB_N_ALERT_MEASURES (XB_ALERT_MEASURE_DEADLINE + 1)

typedef enum
{
  XB_ALERT_STATE_RAISED,
  XB_ALERT_STATE_OVER,    /* it no longer holds */
  XB_ALERT_STATE_HANDLED, /* the owner has seen to it */
} XbAlertState;

/* The health of a number at a glance: the best of its certifications, unless one needs a hand. */
typedef enum
{
  XB_HEALTH_NONE,
  XB_HEALTH_PROGRESS,
  XB_HEALTH_ATTENTION,
  XB_HEALTH_LIVE,
} XbHealth;

/* Where the wizard was left. */
typedef enum
{
  XB_FILING_STEP_NUMBERS,
  XB_FILING_STEP_CHECK,
  XB_FILING_STEP_MATERIALS,
  XB_FILING_STEP_REVIEW,
  XB_FILING_STEP_SUBMIT,
  XB_FILING_STEP_TRACK,
} XbFilingStep;

typedef enum
{
  XB_OUTBOX_STATE_WAITING,
  XB_OUTBOX_STATE_SENT,
  XB_OUTBOX_STATE_REFUSED,
} XbOutboxState;

/* How far a label is put up. */
typedef enum
{
  XB_LABEL_STATE_PLANNED,
  XB_LABEL_STATE_FILED,
  XB_LABEL_STATE_LIVE,
  XB_LABEL_STATE_REFUSED,
  XB_LABEL_STATE_ENDED,
} XbLabelState;

/* One edit at one platform: a label goes up, or what was there before returns. */
typedef enum
{
  XB_CHANGE_KIND_PUT_UP,
  XB_CHANGE_KIND_RESTORE,
} XbChangeKind;

typedef enum
{
  XB_CHANGE_STATE_PLANNED,
  XB_CHANGE_STATE_FILED,
  XB_CHANGE_STATE_LIVE,
  XB_CHANGE_STATE_REFUSED,
  XB_CHANGE_STATE_CANCELLED,
} XbChangeState;

/* The owner's own words for the check of labels. */
typedef enum
{
  XB_LINT_WORD_KIND_BANNED,
  XB_LINT_WORD_KIND_ALLOWED,
} XbLintWordKind;

typedef enum
{
  XB_LINT_LEVEL_OFF,
  XB_LINT_LEVEL_ADVICE,
  XB_LINT_LEVEL_WARNING,
  XB_LINT_LEVEL_ERROR,
} XbLintLevel;

typedef enum
{
  XB_LINT_WORD_SOURCE_OWNER,
  XB_LINT_WORD_SOURCE_REFUSAL,
} XbLintWordSource;

/* How often the business looks after its numbers. */
typedef enum
{
  XB_INSPECTION_RHYTHM_MONTHLY,
  XB_INSPECTION_RHYTHM_FORTNIGHTLY,
} XbInspectionRhythm;

typedef enum
{
  XB_INSPECTION_STATE_OPEN,
  XB_INSPECTION_STATE_SIGNED, /* nothing of it changes any more */
} XbInspectionState;

typedef enum
{
  XB_INSPECTION_SECTION_DISPLAY, /* what each phone shows */
  XB_INSPECTION_SECTION_STALE,   /* labels that are over and still show */
  XB_INSPECTION_SECTION_TRUTH,   /* address, name, opening hours, use */
  XB_INSPECTION_SECTION_REPORT,  /* the platforms' figures of the last month */
  XB_INSPECTION_SECTION_PAPERS,  /* what ends before the next inspection */
} XbInspectionSection;

typedef enum
{
  XB_INSPECTION_RESULT_OPEN,
  XB_INSPECTION_RESULT_PASS,
  XB_INSPECTION_RESULT_FAIL,
  XB_INSPECTION_RESULT_SKIP,
} XbInspectionResult;

/* The phone's own switch for recognising callers: switched off, it shows nothing whatever the platform does. */
typedef enum
{
  XB_RECOGNITION_UNKNOWN,
  XB_RECOGNITION_ON,
  XB_RECOGNITION_OFF,
} XbRecognition;

typedef enum
{
  XB_NETWORK_UNKNOWN,
  XB_NETWORK_WIFI,
  XB_NETWORK_CELL,
} XbNetwork;

/* One item of an inspection against the same one of the inspection before. */
typedef enum
{
  XB_INSPECTION_CHANGE_NONE,
  XB_INSPECTION_CHANGE_NEW,     /* it was not looked at then */
  XB_INSPECTION_CHANGE_WORSE,   /* it passed then and fails now */
  XB_INSPECTION_CHANGE_BETTER,  /* it failed then and passes now */
  XB_INSPECTION_CHANGE_STILL,   /* it fails as it did then */
  XB_INSPECTION_CHANGE_GONE,    /* there is nothing to look at any more */
} XbInspectionChange;

/* How far one may rely on what a phone was seen to show. */
typedef enum
{
  XB_SIGHT_NEVER,
  XB_SIGHT_FRESH,
  XB_SIGHT_OLD, /* older than a month */
  XB_SIGHT_WRONG,
  XB_SIGHT_GONE, /* it showed the time before, and did not the last time */
} XbSight;

/* What becomes of an item that failed. */
typedef enum
{
  XB_INSPECTION_TASK_KIND_MEND,       /* to be mended by a day */
  XB_INSPECTION_TASK_KIND_MARK,       /* an incident: wrongly marked */
  XB_INSPECTION_TASK_KIND_WRONG_INFO, /* an incident: wrong information */
} XbInspectionTaskKind;

const char *xb_enum_to_nick     (GType       type,
                                 int         value);
gboolean    xb_enum_from_nick   (GType       type,
                                 const char *nick,
                                 int        *value);
char       *xb_enum_dup_choices (GType       type);

G_END_DECLS
