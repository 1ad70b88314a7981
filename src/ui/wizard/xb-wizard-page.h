/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-deadline-label.h"
#include "xb-wizard-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_PAGE (xb_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XbWizardPage, xb_wizard_page, XB, WIZARD_PAGE, AdwBin)

/**
 * XbWizardPageClass:
 * @draft_set: a hand-in has been set; once
 * @entered: the page came to the front
 * @refresh: something was changed, in this window or elsewhere; only while it is in front
 * @leave: may one go on? If not, the page says why
 *
 * One step of the wizard: a heading, a sentence, and groups of rows below each other.
 */
struct _XbWizardPageClass
{
  AdwBinClass parent_class;

  void     (*draft_set) (XbWizardPage *self);
  void     (*entered)   (XbWizardPage *self);
  void     (*refresh)   (XbWizardPage *self);
  gboolean (*leave)     (XbWizardPage *self);
};

XbWizardDraft *xb_wizard_page_get_draft       (XbWizardPage *self);
XbWorkspace   *xb_wizard_page_get_workspace   (XbWizardPage *self);
GCancellable  *xb_wizard_page_get_cancellable (XbWizardPage *self);
void           xb_wizard_page_set_draft       (XbWizardPage *self,
                                               XbWizardDraft *draft,
                                               GCancellable *cancellable);
void           xb_wizard_page_enter           (XbWizardPage *self);
void           xb_wizard_page_refresh         (XbWizardPage *self);
gboolean       xb_wizard_page_leave           (XbWizardPage *self);
void           xb_wizard_page_add             (XbWizardPage *self,
                                               GtkWidget    *child);
void           xb_wizard_page_scroll_to       (XbWizardPage *self,
                                               GtkWidget    *child);
const char    *xb_wizard_page_get_heading     (XbWizardPage *self);
void           xb_wizard_page_set_heading     (XbWizardPage *self,
                                               const char   *heading);
void           xb_wizard_page_set_sentence    (XbWizardPage *self,
                                               const char   *sentence);
void           xb_wizard_page_set_problem     (XbWizardPage *self,
                                               const char   *problem);
void           xb_wizard_page_take_problem    (XbWizardPage *self,
                                               GError       *error);
const char    *xb_wizard_page_get_verb        (XbWizardPage *self);
void           xb_wizard_page_set_verb        (XbWizardPage *self,
                                               const char   *verb);
gboolean       xb_wizard_page_get_ready       (XbWizardPage *self);
void           xb_wizard_page_set_ready       (XbWizardPage *self,
                                               gboolean      ready);

G_END_DECLS
