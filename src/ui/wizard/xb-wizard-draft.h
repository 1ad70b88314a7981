/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform.h"
#include "xb-workspace-filing.h"

G_BEGIN_DECLS

/* The texts of a hand-in. */
typedef enum
{
  XB_DRAFT_NAME,
  XB_DRAFT_LABEL,
  XB_DRAFT_PURPOSE,
  XB_DRAFT_AGENT,
  XB_DRAFT_AGENT_PHONE,
  XB_N_DRAFT_TEXTS,
} XbDraftText;

#define XB_TYPE_WIZARD_DRAFT (xb_wizard_draft_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardDraft, xb_wizard_draft, XB, WIZARD_DRAFT, GObject)

XbWizardDraft *xb_wizard_draft_new            (XbWorkspace         *workspace,
                                               gint64               filing_id);
XbWorkspace   *xb_wizard_draft_get_workspace  (XbWizardDraft       *self);
gint64         xb_wizard_draft_get_id         (XbWizardDraft       *self);
XbFiling      *xb_wizard_draft_get_filing     (XbWizardDraft       *self);
gboolean       xb_wizard_draft_is_submitted   (XbWizardDraft       *self);
const char    *xb_wizard_draft_get_error      (XbWizardDraft       *self);
void           xb_wizard_draft_reload         (XbWizardDraft       *self);

XbFilingStep   xb_wizard_draft_get_step       (XbWizardDraft       *self);
void           xb_wizard_draft_set_step       (XbWizardDraft       *self,
                                               XbFilingStep         step);
XbPlatform    *xb_wizard_draft_get_platform   (XbWizardDraft       *self);
void           xb_wizard_draft_set_platform   (XbWizardDraft       *self,
                                               const char          *key);
GArray        *xb_wizard_draft_get_numbers    (XbWizardDraft       *self);
gboolean       xb_wizard_draft_has_number     (XbWizardDraft       *self,
                                               gint64               id);
void           xb_wizard_draft_set_number     (XbWizardDraft       *self,
                                               gint64               id,
                                               gboolean             chosen);
const char    *xb_wizard_draft_get_text       (XbWizardDraft       *self,
                                               XbDraftText          text);
void           xb_wizard_draft_set_text       (XbWizardDraft       *self,
                                               XbDraftText          text,
                                               const char          *value);
gboolean       xb_wizard_draft_get_expedite   (XbWizardDraft       *self);
void           xb_wizard_draft_set_expedite   (XbWizardDraft       *self,
                                               gboolean             expedite);
gboolean       xb_wizard_draft_get_at_home    (XbWizardDraft       *self,
                                               gint64               material);
void           xb_wizard_draft_set_at_home    (XbWizardDraft       *self,
                                               gint64               material,
                                               gboolean             at_home);
GArray        *xb_wizard_draft_list_at_home   (XbWizardDraft       *self);

void           xb_wizard_draft_save_async     (XbWizardDraft       *self,
                                               XbFilingStep         step,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean       xb_wizard_draft_save_finish    (XbWizardDraft       *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void           xb_wizard_draft_flush          (XbWizardDraft       *self);
gboolean       xb_wizard_draft_is_saved       (XbWizardDraft       *self);
void           xb_wizard_draft_abandon        (XbWizardDraft       *self);

G_END_DECLS
