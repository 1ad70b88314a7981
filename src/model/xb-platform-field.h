/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can be known of a platform. A field with a shortest and a longest, or a least and a most,
 * has two ends. */
typedef enum
{
  XB_PLATFORM_FIELD_NAME,
  XB_PLATFORM_FIELD_PORTAL,
  XB_PLATFORM_FIELD_PHONE,
  XB_PLATFORM_FIELD_EMAIL,
  XB_PLATFORM_FIELD_MATERIALS,
  XB_PLATFORM_FIELD_MATERIALS_OPTIONAL,
  XB_PLATFORM_FIELD_MAX_FILE_BYTES,
  XB_PLATFORM_FIELD_LOGO_MIN_PX,
  XB_PLATFORM_FIELD_LOGO_MAX_PX,
  XB_PLATFORM_FIELD_LOGO_SQUARE,
  XB_PLATFORM_FIELD_LOGO_FORMATS,
  XB_PLATFORM_FIELD_LOGO_MAX_BYTES,
  XB_PLATFORM_FIELD_NAME_MUST_CONTAIN,
  XB_PLATFORM_FIELD_NAME_MAX,
  XB_PLATFORM_FIELD_LABEL_MAX,
  XB_PLATFORM_FIELD_WIDTH_COUNTS,
  XB_PLATFORM_FIELD_NUMBER_TYPES,
  XB_PLATFORM_FIELD_HANDSETS,
  XB_PLATFORM_FIELD_REVIEW_MIN,
  XB_PLATFORM_FIELD_REVIEW_MAX,
  XB_PLATFORM_FIELD_REVIEW_UNIT,
  XB_PLATFORM_FIELD_EXPEDITE_HOURS,
  XB_PLATFORM_FIELD_EXPEDITE_FEE,
  XB_PLATFORM_FIELD_SYNC_MIN,
  XB_PLATFORM_FIELD_SYNC_MAX,
  XB_PLATFORM_FIELD_SYNC_UNIT,
  XB_PLATFORM_FIELD_USABLE_WHILE_PENDING,
  XB_PLATFORM_FIELD_VALIDITY_MONTHS,
  XB_PLATFORM_FIELD_ANNUAL_FEE_MIN,
  XB_PLATFORM_FIELD_ANNUAL_FEE_MAX,
  XB_PLATFORM_FIELD_FREE_EDITS,
  XB_PLATFORM_FIELD_EDIT_FEE_MIN,
  XB_PLATFORM_FIELD_EDIT_FEE_MAX,
  XB_PLATFORM_FIELD_EDIT_TAKES_DOWN,
  XB_PLATFORM_FIELD_CONTRACT_FROM,
  XB_PLATFORM_FIELD_UPKEEP_FEE_MIN,
  XB_PLATFORM_FIELD_UPKEEP_FEE_MAX,
  XB_PLATFORM_FIELD_LABEL_WORK_FEE_MIN,
  XB_PLATFORM_FIELD_LABEL_WORK_FEE_MAX,
  XB_PLATFORM_FIELD_LABEL_WORK_GAIN_MIN,
  XB_PLATFORM_FIELD_LABEL_WORK_GAIN_MAX,
  XB_PLATFORM_FIELD_INSPECTION_FEE_MIN,
  XB_PLATFORM_FIELD_INSPECTION_FEE_MAX,
  XB_PLATFORM_FIELD_INCIDENT_FEE_MIN,
  XB_PLATFORM_FIELD_INCIDENT_FEE_MAX,
  XB_PLATFORM_FIELD_APPEAL_PORTAL,
  XB_PLATFORM_FIELD_APPEAL_DAYS_MIN,
  XB_PLATFORM_FIELD_APPEAL_DAYS_MAX,
  XB_PLATFORM_FIELD_APPEAL_FEE,
  XB_PLATFORM_FIELD_APPEAL_EXPEDITE_FEE,
  XB_PLATFORM_FIELD_WITHDRAWN,
  XB_PLATFORM_N_FIELDS,
} XbPlatformField;

typedef enum
{
  XB_FACT_TYPE_TEXT,
  XB_FACT_TYPE_INTEGER,
  XB_FACT_TYPE_MONEY, /* fen; people write yuan */
  XB_FACT_TYPE_BOOLEAN,
  XB_FACT_TYPE_CHOICE, /* one word of a few */
  XB_FACT_TYPE_LIST,   /* any of a few words */
  XB_FACT_TYPE_DAY,
} XbFactType;

/**
 * XbPlatformWord:
 * @nick: as files and xinbiaoctl write it
 * @title: as people read it, to be translated
 */
typedef struct
{
  const char *nick;
  const char *title;
} XbPlatformWord;

gboolean    xb_platform_field_find          (const char      *name,
                                             XbPlatformField *field);
const char *xb_platform_field_get_name      (XbPlatformField  field);
const char *xb_platform_field_get_title     (XbPlatformField  field);
XbFactType  xb_platform_field_get_fact_type (XbPlatformField  field);
void        xb_platform_field_get_range     (XbPlatformField  field,
                                             gint64          *least,
                                             gint64          *most);
gboolean    xb_platform_field_get_upper_end (XbPlatformField  field,
                                             XbPlatformField *upper);
gboolean    xb_platform_field_get_lower_end (XbPlatformField  field,
                                             XbPlatformField *lower);
int         xb_platform_field_find_word     (XbPlatformField  field,
                                             const char      *word);
const char *xb_platform_field_get_word      (XbPlatformField  field,
                                             int              index,
                                             const char     **title);
char       *xb_platform_field_dup_hint      (XbPlatformField  field);

G_END_DECLS
