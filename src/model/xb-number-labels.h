/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_LABELS (xb_number_labels_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberLabels, xb_number_labels, XB, NUMBER_LABELS, XbRecord)

/**
 * XbLabelOutlook:
 * @live: platforms that show the number
 * @shown: (nullable): the label that they show; %NULL: none, or @differs
 * @differs: they do not all show the same
 * @wanted: (nullable): the label that is to show today; %NULL: none is planned
 * @until: (nullable): its last day
 * @next: (nullable): the label that comes next; "": none, the label goes
 * @next_from: (nullable): from when
 */
typedef struct
{
  guint    live;
  char    *shown;
  gboolean differs;
  char    *wanted;
  char    *until;
  char    *next;
  char    *next_from;
} XbLabelOutlook;

const char     *xb_number_labels_get_number (XbNumberLabels *self);
const char     *xb_number_labels_get_e164   (XbNumberLabels *self);
const char     *xb_number_labels_get_use    (XbNumberLabels *self);
XbLabelOutlook *xb_number_labels_look       (XbNumberLabels *self,
                                             const char     *today);
void            xb_label_outlook_free       (XbLabelOutlook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelOutlook, xb_label_outlook_free)

G_END_DECLS
