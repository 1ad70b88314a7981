/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-label-words.h"
#include "xb-phone.h"
#include "xb-plan-view.h"
#include "xb-state-mark.h"

#define MOST_JOINS   3
#define MOST_CLASHES 5

struct _XbPlanView
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *list;
  GString             *text; /* all that is said, as it is read aloud */
};

G_DEFINE_FINAL_TYPE (XbPlanView, xb_plan_view, ADW_TYPE_BIN)

static void
xb_plan_view_finalize (GObject *object)
{
  g_string_free (XB_PLAN_VIEW (object)->text, TRUE);
  G_OBJECT_CLASS (xb_plan_view_parent_class)->finalize (object);
}

static void
xb_plan_view_class_init (XbPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_plan_view_finalize;
}

static void
xb_plan_view_init (XbPlanView *self)
{
  self->text = g_string_new (NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What It Takes"));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What It Takes"), -1);
  adw_preferences_group_add (self->group, self->list);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_plan_view_new (void)
{
  return g_object_new (XB_TYPE_PLAN_VIEW, NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One line of a row, with its sign: fine, mind this, a day. */
static void
add_line (XbPlanView  *self,
          GtkWidget   *box,
          XbMarkShape  shape,
          const char  *tone,
          const char  *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *mark = xb_state_mark_new (shape, 14);

  if (text == NULL)
    {
      g_object_ref_sink (line);
      g_object_unref (line);
      g_object_ref_sink (mark);
      g_object_unref (mark);
      return;
    }
  xb_widget_set_tone (mark, tone);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark, 3);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), make_label (text, NULL));
  gtk_box_append (GTK_BOX (box), line);
  g_string_append_printf (self->text, "%s. ", text);
}

static GtkWidget *
begin_row (XbPlanView *self,
           const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "plan");
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  g_string_append_printf (self->text, "%s: ", title);
  return box;
}

static void
end_row (XbPlanView *self,
         GtkWidget  *box,
         gsize       from)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text->str + from, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_join (XbPlanView        *self,
          GtkWidget         *box,
          const XbLabelJoin *join,
          const char        *today)
{
  g_autofree char *day = xb_format_day (join->show_on, today);
  g_autofree char *number = xb_phone_format (join->number);
  g_autofree char *text = g_strdup_printf (_("“%1$s” is planned for %2$s on %3$s: one edit could serve both"),
                                           join->text, number, day);
  g_autofree char *verb = g_strdup_printf (_("Change Both on %s"), day);
  GtkWidget *button = gtk_button_new_with_label (verb);

  add_line (self, box, XB_MARK_TARGET, "accent", text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "fix");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", join->show_on);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "label.join");
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_platform (XbPlanView                *self,
              const XbLabelPlatformPlan *plan,
              const char                *until,
              const char                *today)
{
  gsize from = self->text->len;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u number", "%1$s, %2$u numbers",
                                                         plan->numbers), plan->name, plan->numbers);
  g_autofree char *cost = xb_plan_dup_cost (plan);
  g_autofree char *left = plan->edits > 0 ? xb_plan_dup_left (plan, today) : NULL;
  g_autofree char *days = xb_plan_dup_days (plan, today);
  g_autofree char *restore = xb_plan_dup_restore (plan, today);
  g_autofree char *gap = xb_plan_dup_gap (plan);
  g_autofree char *money = left != NULL ? g_strdup_printf (_("%1$s; %2$s"), cost, left) : g_strdup (cost);
  gboolean paid = plan->cost_max != 0 && plan->edits > 0;
  GtkWidget *box = begin_row (self, title);

  add_line (self, box, paid ? XB_MARK_BANG : XB_MARK_TICK, paid ? "warning" : "success", money);
  add_line (self, box, XB_MARK_CLOCK, plan->late ? "warning" : "neutral", days);
  if (until != NULL && plan->shows_from != NULL && strcmp (plan->shows_from, until) > 0)
    add_line (self, box, XB_MARK_BANG, "warning",
              _("It would show only after its last day: begin earlier, or let it run longer"));
  add_line (self, box, plan->gap_days == 0 ? XB_MARK_TICK : plan->gap_days > 0 ? XB_MARK_PAUSE : XB_MARK_DOTTED,
            plan->gap_days == 0 ? "success" : "warning", gap);
  add_line (self, box, XB_MARK_CLOCK, "neutral", restore);
  for (guint i = 0; i < MIN (plan->joins->len, MOST_JOINS); i++)
    add_join (self, box, g_ptr_array_index (plan->joins, i), today);
  end_row (self, box, from);
}

static void
add_whole (XbPlanView        *self,
           const XbLabelPlan *plan,
           const char        *today)
{
  gsize from = self->text->len;
  g_autofree char *idle = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u number shows nowhere yet: the label waits for its certification",
                 "%u numbers show nowhere yet: the label waits for their certification", plan->n_idle), plan->n_idle);
  GtkWidget *box;

  if (plan->n_idle == 0 && plan->n_clashes == 0)
    return;
  box = begin_row (self, _("Mind this"));
  if (plan->n_idle > 0)
    add_line (self, box, XB_MARK_RING, "neutral", idle);
  for (guint i = 0; i < MIN (plan->clashes->len, MOST_CLASHES); i++)
    {
      const XbLabelClash *clash = g_ptr_array_index (plan->clashes, i);
      g_autofree char *first = xb_format_day (clash->from, today);
      g_autofree char *last = clash->until != NULL ? xb_format_day (clash->until, today) : g_strdup (_("no end"));
      g_autofree char *text = g_strdup_printf (clash->hidden ? _("It hides “%1$s”, planned from %2$s until %3$s")
                                                             : _("“%1$s”, planned from %2$s until %3$s, hides it"),
                                               clash->text, first, last);

      add_line (self, box, XB_MARK_BANG, "warning", text);
    }
  end_row (self, box, from);
}

/** xb_plan_view_show: @plan: (nullable): none: there is nothing to plan yet */
void
xb_plan_view_show (XbPlanView        *self,
                   const XbLabelPlan *plan,
                   const char        *today)
{
  GtkWidget *row;

  g_return_if_fail (XB_IS_PLAN_VIEW (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_string_truncate (self->text, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL);
  if (plan == NULL)
    return;
  for (guint i = 0; i < plan->platforms->len; i++)
    add_platform (self, g_ptr_array_index (plan->platforms, i), plan->until, today);
  add_whole (self, plan, today);
}

/** xb_plan_view_get_text: Returns: (transfer none): all that is said */
const char *
xb_plan_view_get_text (XbPlanView *self)
{
  g_return_val_if_fail (XB_IS_PLAN_VIEW (self), "");

  return self->text->str;
}
