/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-cost-form.h"
#include "xb-day-entry.h"
#include "xb-money.h"
#include "xb-number-button.h"
#include "xb-problem.h"
#include "xb-scam-guard.h"
#include "xb-ui.h"
#include "xb-workspace-costs.h"

/* A line of the ledger: a new one, or what was really paid for one that stands there. */
struct _XbCostForm
{
  XbForm     parent_instance;

  XbCost    *cost;     /* (nullable): whose amount is corrected */
  GPtrArray *keys;     /* of the platforms, in the order of the choice; the first is none */
  GtkWidget *amount;
  GtkWidget *category; /* the others: (nullable): only of a new line */
  GtkWidget *day;
  GtkWidget *number;
  GtkWidget *platform;
  GtkWidget *note;
  GtkWidget *scam;
};

G_DEFINE_FINAL_TYPE (XbCostForm, xb_cost_form, XB_TYPE_FORM)

static const char *
typed (GtkWidget *row)
{
  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : "";
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

/* 0: no number; -1: what stands there is none. */
static gint64
find_number (XbCostForm *self,
             GError    **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed (self->number)));

  return *text != '\0' ? xb_workspace_find_number (xb_form_get_workspace (XB_FORM (self)), text, error) : 0;
}

static void
add (XbCostForm *self,
     gint64      amount)
{
  XbForm *form = XB_FORM (self);
  g_autoptr(GError) error = NULL;
  gint64 number = find_number (self, &error);

  if (number < 0)
    {
      xb_form_set_problem (form, error->message);
      return;
    }
  if (!xb_day_entry_is_valid (XB_DAY_ENTRY (self->day)))
    {
      xb_form_set_problem (form, _("Enter the day as 2026-10-13."));
      return;
    }
  xb_form_begin (form);
  xb_workspace_add_cost_async (xb_form_get_workspace (form), amount,
                               adw_combo_row_get_selected (ADW_COMBO_ROW (self->category)),
                               xb_day_entry_get_day (XB_DAY_ENTRY (self->day)), number,
                               g_ptr_array_index (self->keys, adw_combo_row_get_selected (ADW_COMBO_ROW (self->platform))),
                               typed (self->note), xb_form_get_cancellable (form), ended_cb, g_object_ref (self));
}

static void
xb_cost_form_act (XbForm *form)
{
  XbCostForm *self = XB_COST_FORM (form);
  g_autoptr(GError) error = NULL;
  gint64 amount;

  xb_form_set_problem (form, NULL);
  if (!xb_money_parse (typed (self->amount), &amount, &error))
    {
      xb_form_set_problem (form, error->message);
      return;
    }
  if (self->cost == NULL)
    {
      add (self, amount);
      return;
    }
  xb_form_begin (form);
  xb_workspace_edit_cost_async (xb_form_get_workspace (form), xb_record_get_id (XB_RECORD (self->cost)), amount,
                                typed (self->note), xb_form_get_cancellable (form), ended_cb, g_object_ref (self));
}

static void
xb_cost_form_finalize (GObject *object)
{
  XbCostForm *self = XB_COST_FORM (object);

  g_clear_object (&self->cost);
  g_ptr_array_unref (self->keys);
  G_OBJECT_CLASS (xb_cost_form_parent_class)->finalize (object);
}

/* The clearing of a mark is free; whoever paid for it all the same may write it down. */
static void
warn (XbCostForm *self)
{
  XbCostCategory category = self->category != NULL ? (XbCostCategory) adw_combo_row_get_selected (ADW_COMBO_ROW (self->category))
                                                   : xb_cost_get_category (self->cost);
  gint64 amount = 0;

  xb_money_parse (typed (self->amount), &amount, NULL);
  xb_problem_set_text (XB_PROBLEM (self->scam), xb_scam_guard_check_cost (amount, category, typed (self->note)));
}

static void
watch_for_scams (XbCostForm *self)
{
  self->scam = xb_problem_new ();
  xb_form_add (XB_FORM (self), self->scam);
  g_signal_connect_object (self->amount, "changed", G_CALLBACK (warn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (warn), self, G_CONNECT_SWAPPED);
  if (self->category != NULL)
    g_signal_connect_object (self->category, "notify::selected", G_CALLBACK (warn), self, G_CONNECT_SWAPPED);
  warn (self);
}

static void
xb_cost_form_class_init (XbCostFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_cost_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_cost_form_act;
}

static GtkWidget *
add_entry (AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_entry_row_new ();

  xb_row_set_title (row, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_choice (AdwPreferencesGroup *group,
            const char          *title,
            GtkStringList       *names)
{
  GtkWidget *row = adw_combo_row_new ();

  xb_row_set_title (row, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_group_add (group, row);
  return row;
}

static void
xb_cost_form_init (XbCostForm *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

static GtkStringList *
name_categories (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i <= XB_COST_CATEGORY_OTHER; i++)
    gtk_string_list_append (names, xb_cost_category_get_title (i));
  return names;
}

static GtkStringList *
name_platforms (XbCostForm  *self,
                XbCatalogue *catalogue)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->keys, NULL);
  gtk_string_list_append (names, _("No platform"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      g_ptr_array_add (self->keys, g_strdup (xb_platform_get_key (platform)));
      gtk_string_list_append (names, xb_platform_get_name (platform));
    }
  return names;
}

/** xb_cost_form_new: for a line that the owner writes */
GtkWindow *
xb_cost_form_new (GtkWidget   *parent,
                  XbWorkspace *workspace)
{
  XbCostForm *self = g_object_new (XB_TYPE_COST_FORM, "workspace", workspace, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autoptr(GtkStringList) categories = name_categories ();
  g_autoptr(GtkStringList) platforms = name_platforms (self, xb_workspace_get_catalogue (workspace));

  xb_form_set_up (XB_FORM (self), parent, _("Add Cost"), _("_Add"));
  self->amount = add_entry (group, _("Amount in yuan"));
  self->category = add_choice (group, _("What for"), categories);
  self->day = xb_day_entry_new (_("Paid on"));
  xb_day_entry_set_day (XB_DAY_ENTRY (self->day), today);
  adw_preferences_group_add (group, self->day);
  self->platform = add_choice (group, _("Platform"), platforms);
  self->number = add_entry (group, _("Number (may be left out)"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->number), xb_number_button_new (workspace, GTK_EDITABLE (self->number)));
  self->note = add_entry (group, _("Note"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->category), XB_COST_CATEGORY_OTHER);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  watch_for_scams (self);
  return GTK_WINDOW (self);
}

/** xb_cost_form_new_paid: corrects what was paid; a figure of the platforms becomes a real one */
GtkWindow *
xb_cost_form_new_paid (GtkWidget   *parent,
                       XbWorkspace *workspace,
                       XbCost      *cost)
{
  XbCostForm *self = g_object_new (XB_TYPE_COST_FORM, "workspace", workspace, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *amount = xb_money_format_plain (xb_cost_get_amount (cost));

  self->cost = g_object_ref (cost);
  xb_form_set_up (XB_FORM (self), parent, _("What Was Paid"), _("_Save"));
  if (xb_cost_get_indicative (cost))
    adw_preferences_group_set_description (group, _("So far it is the platform’s figure. What stands on the bill counts."));
  self->amount = add_entry (group, _("Amount in yuan"));
  self->note = add_entry (group, _("Note"));
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_editable_set_text (GTK_EDITABLE (self->note), xb_cost_get_note (cost) != NULL ? xb_cost_get_note (cost) : "");
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  watch_for_scams (self);
  return GTK_WINDOW (self);
}
