/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-phone.h"
#include "xb-workspace-register.h"

G_BEGIN_DECLS

/* So many rows go into the file with one statement. */
#define XB_INTAKE_BATCH 31

typedef struct
{
  XbPhone phone;
  char   *use; /* (nullable) */
} XbIntakeRow;

/**
 * XbIntake:
 * @now: when the numbers are added
 * @use: (nullable): for rows that name none
 * @result: what became of the rows
 *
 * Takes numbers into the register inside a transaction, many at a time.
 */
typedef struct
{
  gint64          now;
  char           *use;
  XbImportResult *result;

  /*< private >*/
  XbIntakeRow     rows[XB_INTAKE_BATCH];
  guint           n;
} XbIntake;

void     xb_intake_init   (XbIntake    *self);
void     xb_intake_clear  (XbIntake    *self);
void     xb_intake_reject (XbIntake    *self,
                           guint64      line,
                           const char  *reason);
gboolean xb_intake_add    (XbIntake    *self,
                           XbDb        *db,
                           guint64      line,
                           const char  *spelling,
                           const char  *use,
                           GError     **error);
gboolean xb_intake_flush  (XbIntake    *self,
                           XbDb        *db,
                           GError     **error);

G_END_DECLS
