/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-label-editor-private.h"
#include "xb-rule-window.h"
#include "xb-rules.h"
#include "xb-ui.h"
#include "xb-workspace-lint.h"

/* What can be done in the window, each as an action "label.…". */

static GVariant *
pack_ids (const GArray *ids)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));
}

/* The page that is not in front is not read aloud either. */
static void
show_page (XbLabelEditor *self,
           const char    *name)
{
  const char *other = g_str_equal (name, "next") ? "edit" : "next";

  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, name), TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, other), FALSE);
}

/** xb_label_editor_show_next: @title: what it is about; the edits of the labels in @self->saved, and what to do with them */
void
xb_label_editor_show_next (XbLabelEditor *self,
                           const char    *title)
{
  const GArray *ids = xb_number_chips_get_numbers (self->chips);

  gtk_label_set_label (self->done_title, title);
  xb_change_list_set_numbers (self->next, self->workspace, (const gint64 *) ids->data, ids->len, self->saved);
  gtk_label_set_label (self->done_text, xb_change_list_get_n_rows (self->next) > 0
                                          ? _("This comes next. It also stands on the page Today until it is done.")
                                          : _("Nothing has to be handed in now."));
  show_page (self, "next");
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_grab_focus (self->done_close);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(XbLabelEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) labels = xb_workspace_set_label_finish (XB_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL, *title = NULL, *said = NULL;

  self->saving = FALSE;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (self->leaving)
    return;
  xb_label_editor_update (self);
  if (labels == NULL)
    {
      if (!xb_error_is_cancelled (error))
        xb_problem_set_text (self->problem, error->message);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      return;
    }
  g_clear_pointer (&self->saved, g_array_unref);
  self->saved = g_steal_pointer (&labels);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_free (self->initial);
  self->initial = g_strdup (text);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” Is Set for %2$u Number",
                                        "“%1$s” Is Set for %2$u Numbers", self->saved->len), text, self->saved->len);
  xb_label_editor_show_next (self, title);
  said = g_strdup_printf (_("The label “%s” is set"), text);
  xb_dialogs_toast_undo (self->toasts, said, "label.undo", pack_ids (self->saved));
}

static void
set_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);
  XbLabelDraft draft;

  if (self->saving)
    return;
  self->saving = TRUE;
  xb_problem_set_text (self->problem, NULL);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  xb_label_editor_update (self);
  xb_label_editor_fill_draft (self, &draft);
  xb_workspace_set_label_async (self->workspace, &draft, self->cancellable, NULL, NULL, set_cb, g_object_ref (self));
}

static void
go_back (XbLabelEditor *self)
{
  show_page (self, "edit");
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  xb_label_editor_read_numbers (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbLabelEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (self->leaving)
    return;
  if (done)
    {
      g_free (self->initial);
      self->initial = g_strdup (""); /* what stands in the entry is not saved any longer */
      go_back (self);
      xb_dialogs_toast (self->toasts, _("Undone: the label is as it was"));
    }
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The label was not undone"), error->message);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);
  gsize n;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));

  xb_workspace_remove_label_async (self->workspace, ids, n, TRUE, self->cancellable, undone_cb, g_object_ref (self));
}

static void
again_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  go_back (XB_LABEL_EDITOR (widget));
}

static void
fix_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);

  xb_lint_entry_replace (self->entry, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* One key: the suggestion of the finding at the cursor. */
static void
fix_nth_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);
  const XbFinding *finding = xb_lint_entry_find_fixable (self->entry);
  guint index = g_variant_get_uint32 (parameter);
  g_autofree char *text = NULL;

  if (finding == NULL || index >= g_strv_length (finding->suggestions))
    return;
  text = g_strdup (finding->suggestions[index]); /* the report goes when the text changes */
  xb_lint_entry_replace (self->entry, text);
}

static void
select_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  guint start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  xb_lint_entry_select (XB_LABEL_EDITOR (widget)->entry, start, end);
}

static void
rule_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);
  XbLintRule *rule = xb_rules_find (xb_workspace_get_lint_rules (self->workspace),
                                    g_variant_get_string (parameter, NULL));

  if (rule != NULL)
    gtk_window_present (xb_rule_window_new (widget, rule));
}

static void
join_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (widget);

  xb_day_entry_set_day (self->from, g_variant_get_string (parameter, NULL));
}

/** xb_label_editor_install_actions: with the keys that belong to them */
void
xb_label_editor_install_actions (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_1, GDK_KEY_2, GDK_KEY_3 };

  gtk_widget_class_install_action (widget_class, "label.set", NULL, set_action);
  gtk_widget_class_install_action (widget_class, "label.undo", "ax", undo_action);
  gtk_widget_class_install_action (widget_class, "label.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "label.fix", "s", fix_action);
  gtk_widget_class_install_action (widget_class, "label.fix-nth", "u", fix_nth_action);
  gtk_widget_class_install_action (widget_class, "label.select", "(uu)", select_action);
  gtk_widget_class_install_action (widget_class, "label.rule", "s", rule_action);
  gtk_widget_class_install_action (widget_class, "label.join", "s", join_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_ALT_MASK, "label.fix-nth", "u", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, GDK_CONTROL_MASK, "label.fix-nth", "u", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "label.set", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}
