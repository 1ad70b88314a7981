/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/**
 * XbNumberNext:
 * @verb: what the button says, translated, with its mnemonic
 * @action: what it does
 * @target: (transfer floating): to what
 */
typedef struct
{
  const char *verb;
  const char *action;
  GVariant   *target;
} XbNumberNext;

/**
 * XbNumberFacts:
 * @number_id: the number
 * @certifications: (element-type XbCertification): all of it
 * @incident_id: its open incident; 0: none
 * @inspection_due: whether it is time to inspect what is live
 * @today: the day
 */
typedef struct
{
  gint64      number_id;
  GListModel *certifications;
  gint64      incident_id;
  gboolean    inspection_due;
  const char *today;
} XbNumberFacts;

XbNumberNext xb_number_next_find (const XbNumberFacts *facts);

G_END_DECLS
