/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-check-item.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Handing in: the wizard's draft, the pre-check, the plan, the kit, the submission. */

/**
 * XbPlan:
 * @platform: the recipient's name
 * @channel: "manual" (the owner's own visit to the portal) or "practice" (sent by the program)
 * @portal: (nullable): where it is handed in
 * @watermark: the text across every copy
 * @materials: (element-type XbMaterial): what goes out, as watermarked copies
 * @letter: whether a filled authorisation letter comes with it
 * @fee: what submitting costs now, in fen (the expedite fee); -1: unknown
 * @fee_text: the whole cost in words, with "indicative" where it is
 * @review_by: (nullable): day by which the review should end; %NULL: the platform does not say
 * @live_by: (nullable): day by which it should be on the handsets
 * @estimated: a day lies past the published calendar
 * @items: (element-type XbCheckItem): the pre-check
 * @blocked: (nullable): what is missing, in one sentence; nothing can be submitted
 *
 * What will go out, to whom, at what cost and by when.
 */
typedef struct
{
  char      *platform;
  char      *channel;
  char      *portal;
  char      *watermark;
  GPtrArray *materials;
  gboolean   letter;
  gint64     fee;
  char      *fee_text;
  char      *review_by;
  char      *live_by;
  gboolean   estimated;
  GPtrArray *items;
  char      *blocked;
} XbPlan;

void    xb_plan_free           (XbPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPlan, xb_plan_free)

/**
 * XbFilingDraft:
 * @platform: (nullable): not chosen yet
 * @numbers: (element-type gint64): chosen numbers
 * @without: (nullable) (element-type gint64): materials that stay at home
 *
 * What the wizard holds. Texts may be %NULL for "".
 */
typedef struct
{
  gint64       id; /* 0: a new one */
  XbFilingStep step;
  const char  *platform;
  GArray      *numbers;
  GArray      *without;
  const char  *display_name;
  const char  *label;
  const char  *purpose;
  const char  *agent;
  const char  *agent_phone;
  gboolean     expedite;
} XbFilingDraft;

/* Ends with finish_id(): the filing. Past the step "numbers" each number has its draft certification. */
void    xb_workspace_save_filing_async    (XbWorkspace         *self,
                                           const XbFilingDraft *draft,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* Throws a draft away (undone with remove = FALSE); refused once it was submitted. */
void    xb_workspace_remove_filing_async  (XbWorkspace         *self,
                                           gint64               id,
                                           gboolean             remove,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* One number, one platform; ends with finish_id(): the certification. */
void    xb_workspace_start_certification_async (XbWorkspace    *self,
                                           gint64               number_id,
                                           const char          *platform,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* A bounded read. Returns: (transfer full) (nullable): NULL with @error when there is no such filing */
XbPlan *xb_workspace_plan_filing          (XbWorkspace         *self,
                                           gint64               id,
                                           GError             **error);
/* Writes the submission kit: a folder, or a zip where @path ends in .zip. Registers each copy. */
void    xb_workspace_write_kit_async      (XbWorkspace         *self,
                                           gint64               id,
                                           const char          *path,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* Hands in: over the manual channel it records that the owner did (with @case_no, nullable); over a
 * platform's API it puts the calls into the outbox. Draft certifications become ready on the way. */
void    xb_workspace_submit_filing_async  (XbWorkspace         *self,
                                           gint64               id,
                                           gint64               at,
                                           const char          *case_no,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

G_END_DECLS
