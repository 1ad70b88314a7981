/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-rule-form.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-phone.h"
#include "xb-rows.h"
#include "xb-rule-group.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"

/* From when to warn: a row for each measure, and one for each number that has a rule of its own. */
struct _XbRuleGroup
{
  AdwPreferencesGroup  parent_instance;

  XbWorkspace         *workspace;
  GListModel          *rules;
  GPtrArray           *rows;
  char                *shown;
};

G_DEFINE_FINAL_TYPE (XbRuleGroup, xb_rule_group, ADW_TYPE_PREFERENCES_GROUP)

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbRuleGroup) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The rule was not changed"), error->message);
}

static XbRuleGroup *
find_group (GtkWidget *widget)
{
  return XB_RULE_GROUP (gtk_widget_get_ancestor (widget, XB_TYPE_RULE_GROUP));
}

static void
save (GtkWidget *row)
{
  XbRuleGroup *self = find_group (row);
  XbAlertRule *rule = g_object_get_data (G_OBJECT (row), "xb-rule");
  GtkWidget *spin = g_object_get_data (G_OBJECT (row), "xb-spin");
  gint64 threshold = spin != NULL ? gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)) : 1;
  gboolean enabled = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row));

  if (self == NULL || (threshold == xb_alert_rule_get_threshold (rule) && enabled == xb_alert_rule_get_enabled (rule)))
    return;
  xb_workspace_set_alert_rule_async (self->workspace, xb_alert_rule_get_measure (rule), xb_alert_rule_get_number_id (rule),
                                     threshold, enabled, NULL, ended_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget *row)
{
  XbRuleGroup *self = find_group (row);
  XbAlertRule *rule = g_object_get_data (G_OBJECT (row), "xb-rule");

  xb_workspace_remove_alert_rule_async (self->workspace, xb_record_get_id (XB_RECORD (rule)), NULL, ended_cb,
                                        g_object_ref (self));
}

/* What the spin button counts; a display is lost or not. */
static int
most_of (XbAlertMeasure measure)
{
  switch (measure)
    {
    case XB_ALERT_MEASURE_MARKS:
    case XB_ALERT_MEASURE_COMPLAINTS:
      return 1000;
    case XB_ALERT_MEASURE_ANSWER_RATE:
    case XB_ALERT_MEASURE_ANSWER_FALL:
      return 100;
    case XB_ALERT_MEASURE_DEADLINE:
      return 60;
    case XB_ALERT_MEASURE_DISPLAY_LOST:
    default:
      return 1;
    }
}

static void
add_threshold (GtkWidget   *row,
               XbAlertRule *rule)
{
  static const char *const titles[XB_N_ALERT_MEASURES] = {
    [XB_ALERT_MEASURE_MARKS] = N_("Marks a day"), [XB_ALERT_MEASURE_COMPLAINTS] = N_("Complaints a day"),
    [XB_ALERT_MEASURE_ANSWER_RATE] = N_("Per cent answered"), [XB_ALERT_MEASURE_ANSWER_FALL] = N_("Percentage points"),
    [XB_ALERT_MEASURE_DISPLAY_LOST] = "", [XB_ALERT_MEASURE_DEADLINE] = N_("Days before"),
  };
  XbAlertMeasure measure = xb_alert_rule_get_measure (rule);
  GtkWidget *line = xb_row_new_plain (_(titles[measure]), NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most_of (measure), 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) xb_alert_rule_get_threshold (rule));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _(titles[measure]), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), spin);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  g_object_set_data (G_OBJECT (row), "xb-spin", spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (save), row, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (XbRuleGroup *self,
          XbAlertRule *rule)
{
  GtkWidget *row = adw_expander_row_new ();
  XbAlertMeasure measure = xb_alert_rule_get_measure (rule);
  g_autofree char *when = xb_alert_rule_dup_title (measure, xb_alert_rule_get_threshold (rule));
  g_autofree char *escaped = g_markup_escape_text (when, -1);
  const char *e164 = xb_alert_rule_get_e164 (rule);
  g_autofree char *number = e164 != NULL ? xb_phone_format (e164) : NULL;
  g_autofree char *title = number != NULL ? g_strdup_printf ("%s · %s", number, xb_alert_measure_get_title (measure))
                                          : g_strdup (xb_alert_measure_get_title (measure));

  xb_row_set_title (row, title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), xb_alert_rule_get_enabled (rule));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "xb-rule", g_object_ref (rule), g_object_unref);
  if (most_of (measure) > 1)
    add_threshold (row, rule);
  if (number != NULL)
    {
      GtkWidget *line = xb_row_new_plain (_("Like all other numbers"), NULL);
      GtkWidget *button = xb_row_add_icon_button (line, "user-trash-symbolic", _("Remove This Rule"));

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), row, G_CONNECT_SWAPPED);
    }
  g_signal_connect (row, "notify::enable-expansion", G_CALLBACK (save), NULL);
  return row;
}

static char *
describe (XbRuleGroup *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->rules); i++)
    {
      g_autoptr(XbAlertRule) rule = g_list_model_get_item (self->rules, i);

      if (rule != NULL)
        g_string_append_printf (out, "%" G_GINT64_FORMAT " ", xb_record_get_id (XB_RECORD (rule)));
    }
  return g_string_free (out, FALSE);
}

/* Rows that are there say themselves what they are set to; only a rule more or less makes new ones. */
static void
fill (XbRuleGroup *self)
{
  g_autofree char *shown = describe (self);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->rules); i++)
    {
      g_autoptr(XbAlertRule) rule = g_list_model_get_item (self->rules, i);
      GtkWidget *row = rule != NULL ? make_row (self, rule) : NULL;

      if (row == NULL)
        continue;
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
update_titles (XbRuleGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      XbAlertRule *rule = g_object_get_data (G_OBJECT (row), "xb-rule");
      g_autofree char *when = xb_alert_rule_dup_title (xb_alert_rule_get_measure (rule), xb_alert_rule_get_threshold (rule));
      g_autofree char *escaped = g_markup_escape_text (when, -1);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
    }
}

static void
changed_cb (XbRuleGroup *self)
{
  fill (self);
  update_titles (self);
}

static void
add_cb (XbRuleGroup *self)
{
  gtk_window_present (xb_alert_rule_form_new (GTK_WIDGET (self), self->workspace));
}

static void
xb_rule_group_dispose (GObject *object)
{
  XbRuleGroup *self = XB_RULE_GROUP (object);

  g_clear_object (&self->rules);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_rule_group_parent_class)->dispose (object);
}

static void
xb_rule_group_finalize (GObject *object)
{
  XbRuleGroup *self = XB_RULE_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);
  G_OBJECT_CLASS (xb_rule_group_parent_class)->finalize (object);
}

static void
xb_rule_group_class_init (XbRuleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_rule_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_rule_group_finalize;
}

static void
xb_rule_group_init (XbRuleGroup *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("When to Warn"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, _("Rule for One Number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rule for One Number"), -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

GtkWidget *
xb_rule_group_new (XbWorkspace *workspace)
{
  XbRuleGroup *self = g_object_new (XB_TYPE_RULE_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  self->rules = xb_workspace_list_alert_rules (workspace);
  g_signal_connect_object (self->rules, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
