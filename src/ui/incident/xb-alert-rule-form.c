/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-rule-form.h"
#include "xb-number-button.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-alert.h"

/* A number that is warned of from another figure than the others. */
struct _XbAlertRuleForm
{
  XbForm     parent_instance;

  GtkWidget *number;
  GtkWidget *measure;
  GtkWidget *threshold;
};

G_DEFINE_FINAL_TYPE (XbAlertRuleForm, xb_alert_rule_form, XB_TYPE_FORM)

static void
update (XbAlertRuleForm *self)
{
  xb_form_set_ready (XB_FORM (self), *gtk_editable_get_text (GTK_EDITABLE (self->number)) != '\0');
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_alert_rule_form_act (XbForm *form)
{
  XbAlertRuleForm *self = XB_ALERT_RULE_FORM (form);
  g_autoptr(GError) error = NULL;
  gint64 number = xb_workspace_find_number (xb_form_get_workspace (form), gtk_editable_get_text (GTK_EDITABLE (self->number)),
                                            &error);

  xb_form_set_problem (form, number < 0 ? error->message : NULL);
  if (number < 0)
    return;
  xb_form_begin (form);
  xb_workspace_set_alert_rule_async (xb_form_get_workspace (form),
                                     (XbAlertMeasure) adw_combo_row_get_selected (ADW_COMBO_ROW (self->measure)), number,
                                     gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->threshold)), TRUE,
                                     xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
xb_alert_rule_form_class_init (XbAlertRuleFormClass *klass)
{
  XB_FORM_CLASS (klass)->act = xb_alert_rule_form_act;
}

static void
xb_alert_rule_form_init (XbAlertRuleForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) measures = gtk_string_list_new (NULL);
  GtkWidget *line = xb_row_new_plain (_("Warn from"), NULL);

  self->number = adw_entry_row_new ();
  xb_row_set_title (self->number, _("Number"));
  for (XbAlertMeasure measure = XB_ALERT_MEASURE_MARKS; measure <= XB_ALERT_MEASURE_ANSWER_FALL; measure++)
    gtk_string_list_append (measures, xb_alert_measure_get_title (measure));
  self->measure = adw_combo_row_new ();
  xb_row_set_title (self->measure, _("Of what"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->measure), G_LIST_MODEL (measures));
  self->threshold = gtk_spin_button_new_with_range (1, 1000, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->threshold), 5);
  gtk_widget_set_valign (self->threshold, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->threshold), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Warn from"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), self->threshold);
  adw_preferences_group_add (group, self->number);
  adw_preferences_group_add (group, self->measure);
  adw_preferences_group_add (group, line);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->number, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWindow *
xb_alert_rule_form_new (GtkWidget   *parent,
                        XbWorkspace *workspace)
{
  XbAlertRuleForm *self = g_object_new (XB_TYPE_ALERT_RULE_FORM, "workspace", workspace, NULL);

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->number), xb_number_button_new (workspace, GTK_EDITABLE (self->number)));
  xb_form_set_up (XB_FORM (self), parent, _("Rule for One Number"), _("_Save"));
  update (self);
  return GTK_WINDOW (self);
}
