/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day-entry.h"
#include "xb-label-life.h"
#include "xb-result-form.h"
#include "xb-ui.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-lint.h"

/* What became of a change: it shows, or it was refused; a refusal becomes a rule in the same step. */
struct _XbResultForm
{
  XbForm       parent_instance;

  GPtrArray   *changes; /* (element-type XbLabelChange) */
  GArray      *choices; /* (element-type XbChangeState) */

  AdwComboRow *said;
  XbDayEntry  *day;
  GtkWidget   *reason;
  GtkWidget   *learn_row;
  GtkSwitch   *learn;
  GtkWidget   *word;
};

G_DEFINE_FINAL_TYPE (XbResultForm, xb_result_form, XB_TYPE_FORM)

static XbChangeState
get_choice (XbResultForm *self)
{
  guint selected = adw_combo_row_get_selected (self->said);

  return selected < self->choices->len ? g_array_index (self->choices, XbChangeState, selected) : XB_CHANGE_STATE_LIVE;
}

/* The refusal is noted already; only the rule is to be made. */
static gboolean
is_refused (XbResultForm *self)
{
  return xb_label_change_get_state (g_ptr_array_index (self->changes, 0)) == XB_CHANGE_STATE_REFUSED;
}

static const char *
text_of (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

static void
update (XbResultForm *self)
{
  gboolean refused = get_choice (self) == XB_CHANGE_STATE_REFUSED;
  gboolean learn = refused && gtk_switch_get_active (self->learn);

  gtk_widget_set_visible (self->reason, refused);
  gtk_widget_set_visible (self->learn_row, refused && !is_refused (self));
  gtk_widget_set_visible (self->word, learn);
  xb_form_set_ready (XB_FORM (self), (is_refused (self) || xb_day_entry_get_day (self->day) != NULL) &&
                                       (!learn || text_of (self->word) != NULL));
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbResultForm) self = user_data;

  xb_form_end (XB_FORM (self), result);
}

static void
learn (XbResultForm *self)
{
  XbLabelChange *first = g_ptr_array_index (self->changes, 0);
  const char *reason = text_of (self->reason);
  const XbLintWordDraft draft = {
    .word = text_of (self->word),
    .kind = XB_LINT_WORD_KIND_BANNED,
    .severity = XB_VERDICT_ERROR,
    .platform = xb_label_change_get_platform (first),
    .reason = reason != NULL ? reason : _("Refused by the platform"),
    .source = XB_LINT_WORD_SOURCE_REFUSAL,
  };

  xb_workspace_save_lint_word_async (xb_form_get_workspace (XB_FORM (self)), &draft,
                                     xb_form_get_cancellable (XB_FORM (self)), ended_cb, g_object_ref (self));
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbResultForm) self = user_data;

  if (g_task_had_error (G_TASK (result)) || !gtk_widget_get_visible (self->word))
    {
      xb_form_end (XB_FORM (self), result);
      return;
    }
  learn (self);
}

/* Noon of that day, but not before it was handed in. */
static gint64
get_instant (XbResultForm *self,
             const char   *today)
{
  const char *day = xb_day_entry_get_day (self->day);
  gint64 filed = xb_label_change_get_filed_at (g_ptr_array_index (self->changes, 0));

  return strcmp (day, today) == 0 ? 0 : MAX (xb_instant_from_day (day, 12, 0), filed);
}

static void
record (XbResultForm *self,
        const char   *today)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->changes->len; i++)
    {
      gint64 id = xb_record_get_id (g_ptr_array_index (self->changes, i));

      g_array_append_val (ids, id);
    }
  xb_workspace_record_label_change_async (xb_form_get_workspace (XB_FORM (self)), (const gint64 *) ids->data, ids->len,
                                          get_choice (self), get_instant (self, today),
                                          get_choice (self) == XB_CHANGE_STATE_REFUSED ? text_of (self->reason) : NULL,
                                          xb_form_get_cancellable (XB_FORM (self)), recorded_cb, g_object_ref (self));
}

static void
xb_result_form_act (XbForm *form)
{
  XbResultForm *self = XB_RESULT_FORM (form);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_form_get_workspace (form)));

  xb_form_set_problem (form, NULL);
  if (is_refused (self))
    {
      xb_form_begin (form);
      learn (self);
    }
  else if (strcmp (xb_day_entry_get_day (self->day), today) > 0)
    xb_form_set_problem (form, _("This day is still to come. Record what happened on or before today."));
  else
    {
      xb_form_begin (form);
      record (self, today);
    }
}

static void
xb_result_form_finalize (GObject *object)
{
  XbResultForm *self = XB_RESULT_FORM (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_array_unref (self->choices);
  G_OBJECT_CLASS (xb_result_form_parent_class)->finalize (object);
}

static void
xb_result_form_class_init (XbResultFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_result_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_result_form_act;
}

static GtkWidget *
make_entry (const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  xb_row_set_title (entry, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  return entry;
}

static void
xb_result_form_init (XbResultForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->choices = g_array_new (FALSE, FALSE, sizeof (XbChangeState));
  self->said = ADW_COMBO_ROW (adw_combo_row_new ());
  xb_row_set_title (self->said, _("What happened"));
  self->day = XB_DAY_ENTRY (xb_day_entry_new (_("On which day")));
  self->reason = make_entry (_("Why, in their words"));
  self->learn_row = adw_action_row_new ();
  xb_row_set_title (self->learn_row, _("Make a rule of it"));
  xb_row_set_subtitle (self->learn_row, _("The check then finds this word before it is handed in again."));
  self->learn = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->learn), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->learn_row), GTK_WIDGET (self->learn));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->learn_row), GTK_WIDGET (self->learn));
  self->word = make_entry (_("The word that was refused"));
  adw_preferences_group_add (group, GTK_WIDGET (self->said));
  adw_preferences_group_add (group, GTK_WIDGET (self->day));
  adw_preferences_group_add (group, self->reason);
  adw_preferences_group_add (group, self->learn_row);
  adw_preferences_group_add (group, self->word);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->said, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->learn, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->word, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static const char *
describe (XbChangeState state)
{
  switch (state)
    {
    case XB_CHANGE_STATE_LIVE:
      return _("Phones show it");
    case XB_CHANGE_STATE_REFUSED:
      return _("They refused it");
    case XB_CHANGE_STATE_PLANNED:
      return _("It was not handed in after all");
    case XB_CHANGE_STATE_FILED:
    case XB_CHANGE_STATE_CANCELLED:
    default:
      return xb_change_state_get_title (state);
    }
}

static void
fill (XbResultForm *self)
{
  static const XbChangeState order[] = { XB_CHANGE_STATE_LIVE, XB_CHANGE_STATE_REFUSED, XB_CHANGE_STATE_PLANNED };
  XbLabelChange *first = g_ptr_array_index (self->changes, 0);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_form_get_workspace (XB_FORM (self))));
  const char *reason = xb_label_change_get_reason (first), *text = xb_label_change_get_text (first);
  gboolean refused = is_refused (self);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (refused ? order[i] == XB_CHANGE_STATE_REFUSED
                : xb_change_may_follow (xb_label_change_get_state (first), order[i]))
      {
        g_array_append_val (self->choices, order[i]);
        gtk_string_list_append (words, describe (order[i]));
      }
  adw_combo_row_set_model (self->said, G_LIST_MODEL (words));
  xb_day_entry_set_day (self->day, today);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
  gtk_editable_set_text (GTK_EDITABLE (self->word), text != NULL ? text : "");
  gtk_switch_set_active (self->learn, refused);
  gtk_widget_set_visible (GTK_WIDGET (self->said), !refused);
  gtk_widget_set_visible (GTK_WIDGET (self->day), !refused);
  update (self);
}

/** xb_result_form_new: @changes: (element-type XbLabelChange): alike: handed in, or refused */
GtkWindow *
xb_result_form_new (GtkWidget   *parent,
                    XbWorkspace *workspace,
                    GPtrArray   *changes)
{
  XbResultForm *self = g_object_new (XB_TYPE_RESULT_FORM, "workspace", workspace, NULL);

  self->changes = g_ptr_array_ref (changes);
  xb_form_set_up (XB_FORM (self), parent, is_refused (self) ? _("A Rule From a Refusal") : _("What Became of It"),
                  is_refused (self) ? _("_Make the Rule") : _("_Record"));
  fill (self);
  return GTK_WINDOW (self);
}
