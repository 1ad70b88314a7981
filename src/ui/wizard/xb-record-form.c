/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day-entry.h"
#include "xb-error.h"
#include "xb-lifecycle.h"
#include "xb-record-form.h"
#include "xb-ui.h"
#include "xb-workspace-life.h"

/* Records what the platform said, in its own words, with the day on which it said so. */
struct _XbRecordForm
{
  XbForm           parent_instance;

  XbCertification *certification;
  GArray          *choices; /* XbCertState */
  GArray          *ids;     /* gint64: this one, or all of the hand-in that stand alike */
  GArray          *path;    /* XbCertState: what is still to be written */
  guint            at_step;

  AdwComboRow     *said;
  XbDayEntry      *day;
  GtkWidget       *reason;
  GtkWidget       *case_no;
  GtkWidget       *expires;
  GtkWidget       *note;
  GtkWidget       *all_row;
  GtkSwitch       *all;
};

G_DEFINE_FINAL_TYPE (XbRecordForm, xb_record_form, XB_TYPE_FORM)

static const char *
describe_step (XbCertState from,
               XbCertState to)
{
  static const char *const words[] = {
    [XB_CERT_STATE_SUBMITTED] = N_("I handed it in again"),
    [XB_CERT_STATE_IN_REVIEW] = N_("They took it for review"),
    [XB_CERT_STATE_NEEDS_INFO] = N_("They ask for more"),
    [XB_CERT_STATE_APPROVED] = N_("They approved it"),
    [XB_CERT_STATE_SYNCING] = N_("It is on its way to the handsets"),
    [XB_CERT_STATE_LIVE] = N_("Every handset shows it"),
    [XB_CERT_STATE_REJECTED] = N_("They refused it"),
    [XB_CERT_STATE_FAILED] = N_("Something went wrong on their side"),
    [XB_CERT_STATE_SUSPENDED] = N_("They suspended it"),
    [XB_CERT_STATE_EXPIRED] = N_("It has expired"),
    [XB_CERT_STATE_WITHDRAWN] = NULL, /* the owner's own act */
  };

  if (from == XB_CERT_STATE_NEEDS_INFO && to == XB_CERT_STATE_IN_REVIEW)
    return _("I gave them what they asked for");
  return to < G_N_ELEMENTS (words) && words[to] != NULL ? _(words[to]) : NULL;
}

/* What may follow at once, and from a submission also what follows a review: many platforms do not
 * say that they have begun. What is hoped for comes first. */
static GArray *
list_choices (XbCertState from)
{
  static const XbCertState order[] = {
    XB_CERT_STATE_IN_REVIEW, XB_CERT_STATE_APPROVED, XB_CERT_STATE_SYNCING, XB_CERT_STATE_LIVE,
    XB_CERT_STATE_NEEDS_INFO, XB_CERT_STATE_REJECTED, XB_CERT_STATE_FAILED, XB_CERT_STATE_SUBMITTED,
    XB_CERT_STATE_SUSPENDED, XB_CERT_STATE_EXPIRED,
  };
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (XbCertState));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      gboolean later = from == XB_CERT_STATE_SUBMITTED &&
                       (order[i] == XB_CERT_STATE_APPROVED || order[i] == XB_CERT_STATE_NEEDS_INFO);

      if (later || xb_lifecycle_may_follow (from, order[i]))
        g_array_append_val (choices, order[i]);
    }
  return choices;
}

/** xb_record_form_offers: Returns: whether there is anything a platform can say in the state @from */
gboolean
xb_record_form_offers (XbCertState from)
{
  g_autoptr(GArray) choices = list_choices (from);

  return choices->len > 0 && from >= XB_CERT_STATE_SUBMITTED;
}

static XbCertState
get_choice (XbRecordForm *self)
{
  guint selected = adw_combo_row_get_selected (self->said);

  return selected < self->choices->len ? g_array_index (self->choices, XbCertState, selected)
                                       : XB_CERT_STATE_IN_REVIEW;
}

static void
update (XbRecordForm *self)
{
  XbCertState to = get_choice (self);

  gtk_widget_set_visible (self->reason, xb_lifecycle_needs_hand (to) && to != XB_CERT_STATE_EXPIRED);
  gtk_widget_set_visible (self->expires, to == XB_CERT_STATE_LIVE);
  xb_form_set_ready (XB_FORM (self), xb_day_entry_get_day (self->day) != NULL);
}

/* Noon of that day; but not before the last entry, nor after now. */
static gint64
get_instant (XbRecordForm *self)
{
  gint64 now = xb_clock_now (xb_workspace_get_clock (xb_form_get_workspace (XB_FORM (self))));
  gint64 last = xb_certification_get_updated_at (self->certification);
  g_autofree char *today = xb_instant_to_day (now);
  g_autofree char *last_day = xb_instant_to_day (last);
  const char *day = xb_day_entry_get_day (self->day);

  if (strcmp (day, today) == 0)
    return now;
  return strcmp (day, last_day) == 0 ? last : xb_instant_from_day (day, 12, 0);
}

static const char *
text_of (GtkWidget *entry)
{
  const char *text = gtk_widget_get_visible (entry) ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";

  return *text != '\0' ? text : NULL;
}

static void step_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
write_step (XbRecordForm *self)
{
  gboolean last = self->at_step + 1 == self->path->len;
  const XbStep step = {
    .to = g_array_index (self->path, XbCertState, self->at_step),
    .at = get_instant (self),
    .note = last ? text_of (self->note) : NULL,
    .case_no = text_of (self->case_no),
    .reason = last ? text_of (self->reason) : NULL,
    .expires = last && gtk_widget_get_visible (self->expires) ? xb_day_entry_get_day (XB_DAY_ENTRY (self->expires)) : NULL,
  };

  xb_workspace_advance_async (xb_form_get_workspace (XB_FORM (self)), (const gint64 *) self->ids->data, self->ids->len,
                              &step, xb_form_get_cancellable (XB_FORM (self)), step_cb, g_object_ref (self));
}

static void
step_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbRecordForm) self = user_data;

  if (self->at_step + 1 == self->path->len || g_task_had_error (G_TASK (result)))
    {
      xb_form_end (XB_FORM (self), result);
      return;
    }
  self->at_step++;
  write_step (self);
}

/* All numbers of the hand-in that stand where this one stands. */
static void
collect_ids (XbRecordForm *self)
{
  gint64 id = xb_record_get_id (XB_RECORD (self->certification));
  g_autoptr(GListModel) alike = NULL;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, id);
  alike = xb_workspace_list_of_filing (xb_form_get_workspace (XB_FORM (self)),
                                       xb_certification_get_filing_id (self->certification));
  for (guint i = 0; i < g_list_model_get_n_items (alike); i++)
    {
      g_autoptr(XbCertification) other = g_list_model_get_item (alike, i);
      gint64 other_id = other != NULL ? xb_record_get_id (XB_RECORD (other)) : 0;

      if (other_id != 0 && other_id != id &&
          xb_certification_get_state (other) == xb_certification_get_state (self->certification))
        g_array_append_val (self->ids, other_id);
    }
}

static void
xb_record_form_act (XbForm *form)
{
  XbRecordForm *self = XB_RECORD_FORM (form);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_form_get_workspace (form)));

  xb_form_set_problem (form, NULL);
  if (strcmp (xb_day_entry_get_day (self->day), today) > 0)
    {
      xb_form_set_problem (form, _("This day is still to come. Record what happened on or before today."));
      return;
    }
  collect_ids (self);
  if (!gtk_switch_get_active (self->all))
    g_array_set_size (self->ids, 1);
  xb_lifecycle_find_path (xb_certification_get_state (self->certification), get_choice (self), self->path);
  self->at_step = 0;
  xb_form_begin (form);
  write_step (self);
}

static void
xb_record_form_finalize (GObject *object)
{
  XbRecordForm *self = XB_RECORD_FORM (object);

  g_clear_object (&self->certification);
  g_clear_pointer (&self->choices, g_array_unref);
  g_array_unref (self->ids);
  g_array_unref (self->path);
  G_OBJECT_CLASS (xb_record_form_parent_class)->finalize (object);
}

static void
xb_record_form_class_init (XbRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_record_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_record_form_act;
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
make_all_row (XbRecordForm *self)
{
  self->all_row = adw_action_row_new ();
  self->all = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->all), GTK_ALIGN_CENTER);
  gtk_switch_set_active (self->all, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->all_row), GTK_WIDGET (self->all));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->all_row), GTK_WIDGET (self->all));
}

static void
xb_record_form_init (XbRecordForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->path = g_array_new (FALSE, FALSE, sizeof (XbCertState));
  self->said = ADW_COMBO_ROW (adw_combo_row_new ());
  xb_row_set_title (self->said, _("What happened"));
  self->day = XB_DAY_ENTRY (xb_day_entry_new (_("On which day")));
  self->reason = make_entry (_("Why, in their words"));
  self->case_no = make_entry (_("Case number"));
  self->expires = xb_day_entry_new (_("Good until, if they said so"));
  self->note = make_entry (_("Note for yourself"));
  make_all_row (self);
  adw_preferences_group_add (group, GTK_WIDGET (self->said));
  adw_preferences_group_add (group, self->reason);
  adw_preferences_group_add (group, GTK_WIDGET (self->day));
  adw_preferences_group_add (group, self->expires);
  adw_preferences_group_add (group, self->case_no);
  adw_preferences_group_add (group, self->note);
  adw_preferences_group_add (group, self->all_row);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->said, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
fill (XbRecordForm *self)
{
  XbCertState from = xb_certification_get_state (self->certification);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_form_get_workspace (XB_FORM (self))));
  const char *case_no = xb_certification_get_case_no (self->certification);
  g_autofree char *all = NULL;

  self->choices = list_choices (from);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (words, describe_step (from, g_array_index (self->choices, XbCertState, i)));
  adw_combo_row_set_model (self->said, G_LIST_MODEL (words));
  xb_day_entry_set_day (self->day, today);
  gtk_editable_set_text (GTK_EDITABLE (self->case_no), case_no != NULL ? case_no : "");
  collect_ids (self);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "For all %u number that stands alike",
                                      "For all %u numbers that stand alike", self->ids->len), self->ids->len);
  xb_row_set_title (self->all_row, all);
  gtk_widget_set_visible (self->all_row, self->ids->len > 1);
  update (self);
}

/** xb_record_form_new: asks what the platform said about @certification */
GtkWindow *
xb_record_form_new (GtkWidget       *parent,
                    XbWorkspace     *workspace,
                    XbCertification *certification)
{
  XbRecordForm *self = g_object_new (XB_TYPE_RECORD_FORM, "workspace", workspace, NULL);

  self->certification = g_object_ref (certification);
  xb_form_set_up (XB_FORM (self), parent, _("What the Platform Said"), _("_Record"));
  fill (self);
  return GTK_WINDOW (self);
}
