/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-state-mark.h"
#include "xb-workspace-incident.h"

G_BEGIN_DECLS

/**
 * XbIncidentNext:
 * @title: the next thing to do
 * @detail: how
 * @verb: (nullable): of the one button
 * @action: what it does, with @target
 * @due_at: UTC seconds; 0: no clock runs
 */
typedef struct
{
  char       *title;
  char       *detail;
  char       *verb;
  const char *action;
  char       *target;
  gint64      due_at;
} XbIncidentNext;

XbIncidentNext *xb_incident_next_new        (XbWorkspace    *workspace,
                                             XbIncident     *incident);
void            xb_incident_next_free       (XbIncidentNext *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbIncidentNext, xb_incident_next_free)

void            xb_incident_chip_set        (GtkWidget      *chip,
                                             XbIncident     *incident,
                                             gint64          now);
void            xb_appeal_chip_set          (GtkWidget      *chip,
                                             XbAppeal       *appeal);
const char     *xb_step_kind_get_advice     (XbStepKind      step);

G_END_DECLS
