/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The life after the submission: what the platform said, evidence, expediting, renewal. */

/**
 * XbStep:
 * @to: the new state
 * @at: UTC seconds; 0: now
 * @note, @case_no, @reason, @expires: (nullable)
 * @expedite: paid for more speed; from now on dated and costed
 *
 * One step that the owner records.
 */
typedef struct
{
  XbCertState to;
  gint64      at;
  const char *note;
  const char *case_no;
  const char *reason;
  const char *expires;
  gboolean    expedite;
} XbStep;

/* Refused (%XB_ERROR_REFUSED) where it may not follow, naming what may and what is missing. */
void     xb_workspace_advance_async       (XbWorkspace         *self,
                                           const gint64        *certifications,
                                           gsize                n_certifications,
                                           const XbStep        *step,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/**
 * XbRenewal:
 * @until: ISO date, the new last day
 * @amount: fen paid for each; -1: what the catalogue says, marked indicative
 * @at: UTC seconds; 0: now
 *
 * The platform's contract goes on.
 */
typedef struct
{
  const char *until;
  gint64      amount;
  gint64      at;
} XbRenewal;

/* Of what is live, or ended here while it went on there: writes the new end and the fee. */
void     xb_workspace_renew_async         (XbWorkspace         *self,
                                           const gint64        *certifications,
                                           gsize                n_certifications,
                                           const XbRenewal     *renewal,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* A photo of what one handset brand shows. */
void     xb_workspace_add_evidence_async  (XbWorkspace         *self,
                                           gint64               certification_id,
                                           XbHandset            handset,
                                           const char          *path,
                                           gint64               at,
                                           const char          *note,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* Brands chosen to be checked that have no evidence yet: bits of XbHandset. A bounded read. */
guint    xb_workspace_get_missing_handsets (XbWorkspace        *self,
                                           gint64               certification_id);
/* After the submission: pays for speed, writes the cost, moves the expected day. */
void     xb_workspace_expedite_async      (XbWorkspace         *self,
                                           gint64               certification_id,
                                           gint64               at,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

/**
 * XbSyncResult:
 * @sent: calls that the platforms took
 * @refused: calls that they refused; the reason is with the certification
 * @waiting: calls still in the outbox
 * @polled: cases that were asked about
 * @moved: certifications that went on
 * @evidence: pictures of practice handsets that were filed
 * @trouble: (nullable): why something could not be reached; it is tried again later
 */
typedef struct
{
  guint sent;
  guint refused;
  guint waiting;
  guint polled;
  guint moved;
  guint evidence;
  char *trouble;
} XbSyncResult;

void          xb_sync_result_free       (XbSyncResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbSyncResult, xb_sync_result_free)

/* Sends what waits in the outbox, asks the platforms once how each open case stands, and files the
 * pictures of practice handsets as evidence. */
void          xb_workspace_sync_async   (XbWorkspace         *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* Returns: (transfer full) */
XbSyncResult *xb_workspace_sync_finish  (XbWorkspace         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
/* Goes on syncing by itself, a round every so many seconds; 0: no longer. */
void     xb_workspace_set_auto_sync       (XbWorkspace         *self,
                                           guint                seconds);
/* Runs the practice platform in this process, on the loopback; @speed: practice seconds a second. */
gboolean xb_workspace_start_practice      (XbWorkspace         *self,
                                           guint                port,
                                           double               speed,
                                           GError             **error);
char    *xb_workspace_dup_practice_url    (XbWorkspace         *self);
char    *xb_workspace_dup_practice_key    (XbWorkspace         *self);

G_END_DECLS
