/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-budget-form.h"
#include "xb-money.h"
#include "xb-ui.h"
#include "xb-workspace-ledger.h"

/* What the owner wants to spend in a year. */
struct _XbBudgetForm
{
  XbForm     parent_instance;

  int        year;
  char      *before;
  GtkWidget *amount;
};

G_DEFINE_FINAL_TYPE (XbBudgetForm, xb_budget_form, XB_TYPE_FORM)

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_budget_form_act (XbForm *form)
{
  XbBudgetForm *self = XB_BUDGET_FORM (form);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  g_autoptr(GError) error = NULL;
  gint64 fen = 0;

  xb_form_set_problem (form, NULL);
  if (*text != '\0' && !xb_money_parse (text, &fen, &error))
    {
      xb_form_set_problem (form, error->message);
      return;
    }
  xb_form_begin (form);
  xb_workspace_set_budget_async (xb_form_get_workspace (form), self->year, fen, xb_form_get_cancellable (form), ended_cb,
                                 g_object_ref (self));
}

static void
xb_budget_form_finalize (GObject *object)
{
  g_free (XB_BUDGET_FORM (object)->before);
  G_OBJECT_CLASS (xb_budget_form_parent_class)->finalize (object);
}

static void
xb_budget_form_class_init (XbBudgetFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_budget_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_budget_form_act;
}

static void
xb_budget_form_init (XbBudgetForm *self)
{
}

/** xb_budget_form_new: @budget: as it is, in fen; 0: none */
GtkWindow *
xb_budget_form_new (GtkWidget   *parent,
                    XbWorkspace *workspace,
                    int          year,
                    gint64       budget)
{
  XbBudgetForm *self = g_object_new (XB_TYPE_BUDGET_FORM, "workspace", workspace, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_strdup_printf (_("Budget of %d"), year);

  self->year = year;
  self->before = budget > 0 ? xb_money_format_plain (budget) : g_strdup ("");
  self->amount = adw_entry_row_new ();
  xb_form_set_up (XB_FORM (self), parent, title, _("_Save"));
  xb_row_set_title (self->amount, _("Amount in yuan"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->amount), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), self->before);
  adw_preferences_group_set_description (group, _("What all upkeep of the numbers may cost in this year. Empty: no budget."));
  adw_preferences_group_add (group, self->amount);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  return GTK_WINDOW (self);
}
