/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-empty-page.h"
#include "xb-list-group.h"
#include "xb-problem.h"
#include "xb-rule-form.h"
#include "xb-rules-view.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-verdict-look.h"
#include "xb-words-group.h"
#include "xb-workspace-label-board.h"
#include "xb-workspace-lint.h"

/* Every rule of the check with its law, and what is let through: rules that are off or milder, exceptions, labels that
 * are wanted all the same. */
struct _XbRulesView
{
  AdwBin         parent_instance;

  XbWorkspace   *workspace;
  char          *search;   /* (nullable): in small letters */
  GtkFilter     *filter;
  GListModel    *found;
  GListStore    *lowered;  /* rules with a level of the owner's */
  GListModel    *overridden;

  GtkWidget     *entry;
  GtkWidget     *nothing;
  GtkWidget     *rules;
  GtkWidget     *lowered_group;
  GtkWidget     *overridden_group;
};

G_DEFINE_FINAL_TYPE (XbRulesView, xb_rules_view, ADW_TYPE_BIN)

static gboolean
contains (const char *text,
          const char *search)
{
  g_autofree char *small = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  return small != NULL && strstr (small, search) != NULL;
}

static gboolean
has_example (const char *const *examples,
             const char        *search)
{
  for (guint i = 0; examples != NULL && examples[i] != NULL; i++)
    if (contains (examples[i], search))
      return TRUE;
  return FALSE;
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  XbRulesView *self = user_data;
  XbLintRule *rule = item;

  return self->search == NULL || contains (xb_lint_rule_get_title (rule), self->search) ||
         contains (xb_lint_rule_get_law (rule), self->search) || contains (xb_lint_rule_get_law_text (rule), self->search) ||
         contains (xb_lint_rule_get_why (rule), self->search) || contains (xb_lint_rule_get_id (rule), self->search) ||
         contains (xb_lint_category_get_label (xb_lint_rule_get_category (rule)), self->search) ||
         has_example (xb_lint_rule_get_bad (rule), self->search) ||
         has_example (xb_lint_rule_get_good (rule), self->search);
}

static void
search_cb (XbRulesView *self)
{
  g_autofree char *text = g_strstrip (g_utf8_strdown (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1));

  g_free (self->search);
  self->search = *text != '\0' ? g_steal_pointer (&text) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (self->found) == 0);
  gtk_widget_set_visible (self->rules, g_list_model_get_n_items (self->found) > 0);
}

static void
open_cb (XbRulesView *self,
         GtkWidget   *row)
{
  XbLintRule *rule = g_object_get_data (G_OBJECT (row), "xb-rule");

  gtk_window_present (xb_rule_form_new (GTK_WIDGET (self), self->workspace, rule));
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *chip = xb_state_chip_new ();

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), user_data, G_CONNECT_SWAPPED);
}

static void
show_level (XbStateChip *chip,
            XbLintRule  *rule,
            const char  *level)
{
  XbVerdict verdict = xb_lint_rule_get_severity (rule);

  if (level != NULL && !xb_verdict_from_string (level, &verdict))
    xb_state_chip_set_look (chip, XB_MARK_SLASH, "neutral", _("Off"));
  else
    xb_state_chip_set_look (chip, xb_verdict_get_look (verdict)->shape, xb_verdict_get_look (verdict)->tone,
                            xb_verdict_get_label (verdict));
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbRulesView *self = user_data;
  XbLintRule *rule = item;
  g_autofree char *level = xb_workspace_dup_lint_level (self->workspace, xb_lint_rule_get_id (rule), NULL);
  const char *law = xb_lint_rule_get_law (rule);
  g_autofree char *subtitle = g_strjoin (" · ", xb_lint_category_get_label (xb_lint_rule_get_category (rule)), law, NULL);

  xb_row_set_title (row, xb_lint_rule_get_title (rule));
  xb_row_set_subtitle (row, subtitle);
  show_level (g_object_get_data (G_OBJECT (row), "xb-chip"), rule, level);
  g_object_set_data_full (G_OBJECT (row), "xb-rule", g_object_ref (rule), g_object_unref);
}

static void
update_lowered_row (GtkWidget *row,
                    gpointer   item,
                    gpointer   user_data)
{
  XbRulesView *self = user_data;
  g_autofree char *reason = NULL;
  g_autofree char *level = xb_workspace_dup_lint_level (self->workspace, xb_lint_rule_get_id (item), &reason);

  update_row (row, item, user_data);
  xb_row_set_subtitle (row, reason);
}

static void
update_label_row (GtkWidget *row,
                  gpointer   item,
                  gpointer   user_data)
{
  XbLabel *label = item;
  g_autofree char *subtitle = g_strjoin (" · ", xb_label_get_number (label) != NULL ? xb_label_get_number (label) : "",
                                         xb_label_get_override (label), NULL);

  xb_row_set_title (row, xb_label_get_text (label));
  xb_row_set_subtitle (row, subtitle);
}

/* Which rules have a level of the owner's, and what the rows of all of them say, is read anew. */
static void
changed_cb (XbRulesView *self,
            char       **tables)
{
  XbRules *rules = xb_workspace_get_lint_rules (self->workspace);
  guint n;

  if (tables != NULL && !g_strv_contains ((const char *const *) tables, "lint_level"))
    return;
  g_list_store_remove_all (self->lowered);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rules)); i++)
    {
      g_autoptr(XbLintRule) rule = g_list_model_get_item (G_LIST_MODEL (rules), i);
      g_autofree char *level = xb_workspace_dup_lint_level (self->workspace, xb_lint_rule_get_id (rule), NULL);

      if (level != NULL)
        g_list_store_append (self->lowered, rule);
    }
  gtk_widget_set_visible (self->lowered_group, g_list_model_get_n_items (G_LIST_MODEL (self->lowered)) > 0);
  n = xb_list_group_get_n_rows (XB_LIST_GROUP (self->rules));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = xb_list_group_get_row (XB_LIST_GROUP (self->rules), i);

      update_row (row, g_object_get_data (G_OBJECT (row), "xb-rule"), self);
    }
}

static void
overridden_cb (XbRulesView *self)
{
  gtk_widget_set_visible (self->overridden_group, g_list_model_get_n_items (self->overridden) > 0);
}

static void
xb_rules_view_dispose (GObject *object)
{
  XbRulesView *self = XB_RULES_VIEW (object);

  if (self->overridden != NULL)
    g_signal_handlers_disconnect_by_data (self->overridden, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->lowered);
  g_clear_object (&self->overridden);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (xb_rules_view_parent_class)->dispose (object);
}

static void
xb_rules_view_class_init (XbRulesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_rules_view_dispose;
}

static void
xb_rules_view_init (XbRulesView *self)
{
  self->lowered = g_list_store_new (XB_TYPE_LINT_RULE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
}

/* A broken rule file is said; the rest works. */
static GtkWidget *
make_problem (XbRulesView *self)
{
  const char *const *problems = xb_rules_get_problems (xb_workspace_get_lint_rules (self->workspace));
  g_autofree char *text = problems != NULL && problems[0] != NULL ? g_strjoinv ("\n", (char **) problems) : NULL;
  GtkWidget *problem = xb_problem_new ();

  xb_problem_set_text (XB_PROBLEM (problem), text);
  return problem;
}

static GtkWidget *
make_column (XbRulesView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Word, rule or article"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the rules"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  self->lowered_group = xb_list_group_new (_("Rules with Your Own Level"), NULL, G_LIST_MODEL (self->lowered), make_row,
                                           update_lowered_row, self);
  self->overridden_group = xb_list_group_new (_("Labels Set All the Same"),
                                              _("The check found an error, and a reason was given."), self->overridden, NULL,
                                              update_label_row, self);
  self->rules = xb_list_group_new (_("All Rules"), _("What platforms are likely to refuse, and on which article it "
                                                     "stands. Choose one to read it and to set its level."), self->found,
                                   make_row, update_row, self);
  self->nothing = xb_empty_page_new ("edit-find-symbolic", _("Nothing Found"), _("No rule speaks of it."));
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_add_css_class (column, "page");
  gtk_box_append (GTK_BOX (column), self->entry);
  gtk_box_append (GTK_BOX (column), make_problem (self));
  gtk_box_append (GTK_BOX (column), xb_words_group_new (self->workspace, XB_LINT_WORD_KIND_ALLOWED));
  gtk_box_append (GTK_BOX (column), xb_words_group_new (self->workspace, XB_LINT_WORD_KIND_BANNED));
  gtk_box_append (GTK_BOX (column), self->lowered_group);
  gtk_box_append (GTK_BOX (column), self->overridden_group);
  gtk_box_append (GTK_BOX (column), self->rules);
  gtk_box_append (GTK_BOX (column), self->nothing);
  return column;
}

GtkWidget *
xb_rules_view_new (XbWorkspace *workspace)
{
  XbRulesView *self = g_object_new (XB_TYPE_RULES_VIEW, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  XbRules *rules = xb_workspace_get_lint_rules (workspace);

  self->workspace = g_object_ref (workspace);
  self->overridden = xb_workspace_list_overridden_labels (workspace);
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (rules)),
                                                         g_object_ref (self->filter)));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_column (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overridden, "items-changed", G_CALLBACK (overridden_cb), self, G_CONNECT_SWAPPED);
  overridden_cb (self);
  changed_cb (self, NULL);
  return GTK_WIDGET (self);
}

gboolean
xb_rules_view_search (XbRulesView *self)
{
  g_return_val_if_fail (XB_IS_RULES_VIEW (self), FALSE);

  return gtk_widget_grab_focus (self->entry);
}

/** xb_rules_view_find: as if @text had been typed */
void
xb_rules_view_find (XbRulesView *self,
                    const char  *text)
{
  g_return_if_fail (XB_IS_RULES_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  search_cb (self);
}

/** xb_rules_view_get_n: Returns: how many rules are found */
guint
xb_rules_view_get_n (XbRulesView *self)
{
  g_return_val_if_fail (XB_IS_RULES_VIEW (self), 0);

  return g_list_model_get_n_items (self->found);
}

/** xb_rules_view_get_n_let_through: Returns: rules with a level of the owner's, and labels set all the same */
guint
xb_rules_view_get_n_let_through (XbRulesView *self)
{
  g_return_val_if_fail (XB_IS_RULES_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lowered)) + g_list_model_get_n_items (self->overridden);
}
