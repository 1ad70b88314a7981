/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-appeal-book.h"
#include "xb-appeal.h"
#include "xb-incident-event.h"
#include "xb-incident-evidence.h"
#include "xb-incident-step.h"
#include "xb-incident.h"
#include "xb-layer-doctor.h"
#include "xb-recheck.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Incidents: a number that is wrongly marked, or shows something wrong. Three clocks run from the detection. */

/**
 * XbAppealStep:
 * @to: what became of it
 * @at: UTC seconds; 0: now
 * @case_no, @note: (nullable)
 * @refusal: (nullable): key of one of the usual causes
 * @expedite: the platform's paid expedite, as its contract offers it
 * @fee: fen that it costs; -1: as the catalogue says, where it says so
 *
 * What the owner did or heard at one platform.
 */
typedef struct
{
  XbAppealState to;
  gint64        at;
  const char   *case_no;
  const char   *note;
  const char   *refusal;
  gboolean      expedite;
  gint64        fee;
} XbAppealStep;

/**
 * XbIncidentWords:
 * @seen: (nullable): what phones show
 * @purpose: (nullable): key of what the number is used for
 * @appeal, @script, @notice: (nullable): the owner's own texts; %NULL: as the purpose says
 *
 * The words of a case.
 */
typedef struct
{
  const char *seen;
  const char *purpose;
  const char *appeal;
  const char *script;
  const char *notice;
} XbIncidentWords;

/* Opens a case, with its three steps, the days to look again, and what is to be asked of which platform.
 * @platform: (nullable): where it was seen; %NULL: everyone that marks such numbers, or shows this one.
 * @source_id: of the alert or of the inspection's item; 0. @at: when it was detected, UTC seconds; 0: now.
 * @seen: (nullable): what phones show.
 * A second one of the same number and kind is refused while the first is open; one that an alert or an inspection
 * finds joins the open one instead. Ends with finish_id(). */
void        xb_workspace_open_incident_async         (XbWorkspace           *self,
                                                      gint64                 number_id,
                                                      XbIncidentKind         kind,
                                                      const char            *platform,
                                                      XbIncidentOrigin       opened_by,
                                                      gint64                 source_id,
                                                      gint64                 at,
                                                      const char            *seen,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* A step is done. @evidence: (nullable) (array zero-terminated=1): files: pictures, PDFs, recordings; @at: 0: now.
 * Done once more, its first time stays and what is new is added. */
void        xb_workspace_record_incident_step_async  (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      XbStepKind             step,
                                                      const char *const     *evidence,
                                                      const char            *note,
                                                      gint64                 at,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* Evidence alone, the step stays to be done. Ends with finish_id(): of the incident. */
void        xb_workspace_add_incident_evidence_async (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      XbStepKind             step,
                                                      const char *const     *evidence,
                                                      const char            *note,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
void        xb_workspace_edit_incident_async         (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      const XbIncidentWords *words,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
void        xb_workspace_set_incident_layer_async    (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      XbLayer                layer,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* Refused while a step is to be done, unless @note says why. */
void        xb_workspace_close_incident_async        (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      const char            *note,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* Undoes the closing. */
void        xb_workspace_reopen_incident_async       (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
void        xb_workspace_add_appeal_async            (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      const char            *platform,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* Takes out one that was not filed yet. */
void        xb_workspace_remove_appeal_async         (XbWorkspace           *self,
                                                      gint64                 appeal_id,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
void        xb_workspace_record_appeal_async         (XbWorkspace           *self,
                                                      gint64                 appeal_id,
                                                      const XbAppealStep    *step,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* Looked again. Where the mark is back on a closed case, a new one is opened. Ends with finish_id(): the new or the same
 * incident. */
void        xb_workspace_record_recheck_async        (XbWorkspace           *self,
                                                      gint64                 recheck_id,
                                                      gboolean               marked,
                                                      const char            *note,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
/* The case on paper, with its pictures. */
void        xb_workspace_write_incident_async        (XbWorkspace           *self,
                                                      gint64                 incident_id,
                                                      const char            *path,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);

typedef enum
{
  XB_INCIDENT_FILTER_ALL,
  XB_INCIDENT_FILTER_OPEN,
  XB_INCIDENT_FILTER_CLOSED,
} XbIncidentFilter;

/* (transfer full): lazy lists; (nullable): live objects */
GListModel *xb_workspace_list_incidents              (XbWorkspace           *self,
                                                      XbIncidentFilter       filter);
GListModel *xb_workspace_list_incident_steps         (XbWorkspace           *self,
                                                      gint64                 incident_id);
GListModel *xb_workspace_list_appeals                (XbWorkspace           *self,
                                                      gint64                 incident_id);
GListModel *xb_workspace_list_incident_evidence      (XbWorkspace           *self,
                                                      gint64                 incident_id);
GListModel *xb_workspace_list_rechecks               (XbWorkspace           *self,
                                                      gint64                 incident_id);
GListModel *xb_workspace_list_incident_events        (XbWorkspace           *self,
                                                      gint64                 incident_id);
GListModel *xb_workspace_list_incident_costs         (XbWorkspace           *self,
                                                      gint64                 incident_id);
XbIncident *xb_workspace_ref_incident                (XbWorkspace           *self,
                                                      gint64                 id);
/* The open case of that number and kind; 0: none */
gint64      xb_workspace_find_open_incident          (XbWorkspace           *self,
                                                      gint64                 number_id,
                                                      XbIncidentKind         kind);
/* (nullable) (transfer full): the stored file, for a picture of it */
char       *xb_workspace_dup_incident_evidence_path  (XbWorkspace           *self,
                                                      XbIncidentEvidence    *evidence);
/* (transfer full): a text of the case, ready to be copied: the owner's own, else of the presets */
char       *xb_workspace_dup_incident_text           (XbWorkspace           *self,
                                                      XbIncident            *incident,
                                                      XbAppealText           text);
/* (transfer full): what happened, in words */
char       *xb_workspace_dup_incident_event_text     (XbWorkspace           *self,
                                                      XbIncidentEvent       *event);

G_END_DECLS
