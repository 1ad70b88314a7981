/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-picker.h"
#include "xb-platform-picker.h"
#include "xb-ui.h"
#include "xb-wizard-numbers-page.h"

/* Step 1: which numbers, on which platform. */
struct _XbWizardNumbersPage
{
  XbWizardPage      parent_instance;

  XbNumberPicker   *numbers;
  XbPlatformPicker *platforms;
};

G_DEFINE_FINAL_TYPE (XbWizardNumbersPage, xb_wizard_numbers_page, XB_TYPE_WIZARD_PAGE)

static void
xb_wizard_numbers_page_draft_set (XbWizardPage *page)
{
  XbWizardNumbersPage *self = XB_WIZARD_NUMBERS_PAGE (page);

  xb_number_picker_set_draft (self->numbers, xb_wizard_page_get_draft (page), xb_wizard_page_get_cancellable (page));
  xb_platform_picker_set_draft (self->platforms, xb_wizard_page_get_draft (page));
}

static gboolean
xb_wizard_numbers_page_leave (XbWizardPage *page)
{
  XbWizardDraft *draft = xb_wizard_page_get_draft (page);

  if (xb_wizard_draft_get_numbers (draft)->len == 0)
    xb_wizard_page_set_problem (page, _("No number is chosen. Tick at least one in the list."));
  else if (xb_wizard_draft_get_platform (draft) == NULL)
    xb_wizard_page_set_problem (page, _("No platform is chosen. Pick one below the numbers."));
  else
    return TRUE;
  return FALSE;
}

static void
xb_wizard_numbers_page_class_init (XbWizardNumbersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  XB_WIZARD_PAGE_CLASS (klass)->draft_set = xb_wizard_numbers_page_draft_set;
  XB_WIZARD_PAGE_CLASS (klass)->leave = xb_wizard_numbers_page_leave;
  g_type_ensure (XB_TYPE_NUMBER_PICKER);
  g_type_ensure (XB_TYPE_PLATFORM_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-wizard-numbers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWizardNumbersPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, XbWizardNumbersPage, platforms);
}

static void
xb_wizard_numbers_page_init (XbWizardNumbersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
