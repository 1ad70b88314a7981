/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-rule-form.h"
#include "xb-ui.h"
#include "xb-workspace-lint.h"

/* One rule: on which article it stands and why, what it finds and what it leaves alone; and how grave it is here,
 * with the owner's reason. */
struct _XbRuleForm
{
  XbForm      parent_instance;

  XbLintRule *rule;
  guint       before;  /* the level as it was */
  GtkWidget  *level;
  GtkWidget  *reason;
};

G_DEFINE_FINAL_TYPE (XbRuleForm, xb_rule_form, XB_TYPE_FORM)

/* as the drop-down offers them, after the rule's own */
static const char *const levels[] = { NULL, "error", "warning", "advice", "off" };

static guint
chosen (XbRuleForm *self)
{
  return MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (self->level)), G_N_ELEMENTS (levels) - 1);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbRuleForm) self = user_data;

  xb_form_end (XB_FORM (self), result);
}

static void
xb_rule_form_act (XbForm *form)
{
  XbRuleForm *self = XB_RULE_FORM (form);

  xb_form_begin (form);
  xb_workspace_set_lint_level_async (xb_form_get_workspace (form), xb_lint_rule_get_id (self->rule),
                                     levels[chosen (self)], gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                                     xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
level_cb (XbRuleForm *self)
{
  gtk_widget_set_visible (self->reason, chosen (self) != 0);
}

static void
xb_rule_form_dispose (GObject *object)
{
  g_clear_object (&XB_RULE_FORM (object)->rule);
  G_OBJECT_CLASS (xb_rule_form_parent_class)->dispose (object);
}

static void
xb_rule_form_class_init (XbRuleFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_rule_form_dispose;
  XB_FORM_CLASS (klass)->act = xb_rule_form_act;
}

static void
xb_rule_form_init (XbRuleForm *self)
{
}

static void
add_fact (GtkWidget  *group,
          const char *title,
          const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = adw_action_row_new ();
  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, text);
  gtk_widget_add_css_class (row, "fact");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_examples (GtkWidget         *group,
              const char        *title,
              const char *const *examples)
{
  g_autofree char *text = examples != NULL ? g_strjoinv (" · ", (char **) examples) : NULL;

  add_fact (group, title, text);
}

static GtkWidget *
make_facts (XbRuleForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  XbLintRule *rule = self->rule;
  const char *law = xb_lint_rule_get_law (rule), *checked = xb_lint_rule_get_checked (rule);
  g_autofree char *day = checked != NULL ? xb_format_day (checked, NULL) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), xb_lint_rule_get_title (rule));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         xb_lint_category_get_label (xb_lint_rule_get_category (rule)));
  add_fact (group, _("Why"), xb_lint_rule_get_why (rule));
  add_fact (group, law != NULL ? law : _("Source"), xb_lint_rule_get_law_text (rule));
  add_fact (group, _("What it can cost"), xb_lint_rule_get_penalty (rule));
  add_fact (group, _("What lifts it"), xb_lint_rule_get_lifted_by (rule));
  add_examples (group, _("It finds, for example"), xb_lint_rule_get_bad (rule));
  add_examples (group, _("It leaves alone"), xb_lint_rule_get_good (rule));
  add_fact (group, _("Last compared with the source"), day);
  return group;
}

static GtkWidget *
make_level (XbRuleForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *reason = NULL;
  g_autofree char *level = xb_workspace_dup_lint_level (xb_form_get_workspace (XB_FORM (self)),
                                                        xb_lint_rule_get_id (self->rule), &reason);
  g_autofree char *own = g_strdup_printf (_("as the rule says: %s"),
                                          xb_verdict_get_label (xb_lint_rule_get_severity (self->rule)));

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      XbVerdict verdict = XB_VERDICT_OK;

      if (levels[i] != NULL)
        xb_verdict_from_string (levels[i], &verdict);
      gtk_string_list_append (names, levels[i] == NULL ? own
                                     : verdict != XB_VERDICT_OK ? xb_verdict_get_label (verdict) : _("Off"));
      if (g_strcmp0 (levels[i], level) == 0)
        self->before = i;
    }
  self->level = adw_combo_row_new ();
  xb_row_set_title (self->level, _("Level here"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->level), G_LIST_MODEL (names));
  self->reason = adw_entry_row_new ();
  xb_row_set_title (self->reason, _("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->reason), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How Grave It Is Here"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A rule that is off stays in the list of what is let through, with your reason."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->level);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->reason);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->level), self->before);
  level_cb (self);
  return group;
}

GtkWindow *
xb_rule_form_new (GtkWidget   *parent,
                  XbWorkspace *workspace,
                  XbLintRule  *rule)
{
  XbRuleForm *self = g_object_new (XB_TYPE_RULE_FORM, "workspace", workspace, NULL);

  self->rule = g_object_ref (rule);
  xb_form_add (XB_FORM (self), make_facts (self));
  xb_form_add (XB_FORM (self), make_level (self));
  xb_form_set_up (XB_FORM (self), parent, _("Rule"), _("_Save"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  return GTK_WINDOW (self);
}

/** xb_rule_form_set_level: @level: (nullable): "off" and so on; %NULL: the rule's own */
void
xb_rule_form_set_level (XbRuleForm *self,
                        const char *level,
                        const char *reason)
{
  g_return_if_fail (XB_IS_RULE_FORM (self));

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i], level) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->level), i);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
}
