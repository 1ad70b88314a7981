/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-appeal-form.h"
#include "xb-copy-row.h"
#include "xb-dialogs.h"
#include "xb-money.h"
#include "xb-scam-guard.h"
#include "xb-problem.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-incident.h"

/* One platform of a case: where and how it is filed, the text to paste, and what became of it. */
struct _XbAppealForm
{
  XbForm     parent_instance;

  XbAppeal  *appeal;
  GtkWidget *said;
  GtkWidget *case_no;
  GtkWidget *cause;
  GtkWidget *remedy;
  GtkWidget *expedite_row;
  GtkWidget *expedite;
  GtkWidget *fee;
  GtkWidget *note;
  GtkWidget *scam;
};

G_DEFINE_FINAL_TYPE (XbAppealForm, xb_appeal_form, XB_TYPE_FORM)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Filed, cleared, refused: the order of the choice. */
static XbAppealState
get_state (XbAppealForm *self)
{
  return XB_APPEAL_STATE_FILED + (int) MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (self->said)), 2u);
}

static const XbAppealChoice *
get_cause (XbAppealForm *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->cause));

  return selected >= 1 && selected <= xb_appeal_book_get_n_refusals () ? xb_appeal_book_get_refusal (selected - 1) : NULL;
}

/* Paying for the clearing of a mark is warned of; what the contract calls an expedite is not. */
static void
update (XbAppealForm *self)
{
  XbAppealState state = get_state (self);
  const XbAppealChoice *cause = get_cause (self);
  gboolean expedite = gtk_switch_get_active (GTK_SWITCH (self->expedite));

  gtk_widget_set_visible (self->cause, state == XB_APPEAL_STATE_REFUSED);
  gtk_widget_set_visible (self->remedy, state == XB_APPEAL_STATE_REFUSED && cause != NULL);
  xb_row_set_subtitle (self->remedy, cause != NULL ? cause->text : NULL);
  gtk_widget_set_visible (self->expedite_row, state == XB_APPEAL_STATE_FILED);
  gtk_widget_set_visible (self->fee, state == XB_APPEAL_STATE_FILED && expedite);
  xb_problem_set_text (XB_PROBLEM (self->scam), xb_scam_guard_suspects (get_text (self->note)) ? xb_scam_guard_get_warning ()
                                                                                              : NULL);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_appeal_form_act (XbForm *form)
{
  XbAppealForm *self = XB_APPEAL_FORM (form);
  const XbAppealChoice *cause = get_cause (self);
  g_autoptr(GError) error = NULL;
  XbAppealStep step = { .to = get_state (self), .case_no = get_text (self->case_no), .note = get_text (self->note), .fee = -1 };

  step.refusal = step.to == XB_APPEAL_STATE_REFUSED && cause != NULL ? cause->key : NULL;
  step.expedite = step.to == XB_APPEAL_STATE_FILED && gtk_switch_get_active (GTK_SWITCH (self->expedite));
  xb_form_set_problem (form, NULL);
  if (step.expedite && *get_text (self->fee) != '\0' && !xb_money_parse (get_text (self->fee), &step.fee, &error))
    {
      xb_form_set_problem (form, error->message);
      return;
    }
  xb_form_begin (form);
  xb_workspace_record_appeal_async (xb_form_get_workspace (form), xb_record_get_id (XB_RECORD (self->appeal)), &step,
                                    xb_form_get_cancellable (form), recorded_cb, g_object_ref (self));
}

static void
xb_appeal_form_finalize (GObject *object)
{
  g_clear_object (&XB_APPEAL_FORM (object)->appeal);
  G_OBJECT_CLASS (xb_appeal_form_parent_class)->finalize (object);
}

static void
xb_appeal_form_class_init (XbAppealFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_appeal_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_appeal_form_act;
}

static GtkWidget *
make_entry (XbAppealForm        *self,
            AdwPreferencesGroup *group,
            const char          *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  xb_row_set_title (entry, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, entry);
  return entry;
}

static GtkWidget *
make_choice (XbAppealForm        *self,
             AdwPreferencesGroup *group,
             const char          *title)
{
  GtkWidget *row = adw_combo_row_new ();

  xb_row_set_title (row, title);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return row;
}

static void
make_expedite (XbAppealForm        *self,
               AdwPreferencesGroup *group)
{
  self->expedite_row = xb_row_new_plain (_("Paid expedite"), _("Only what your contract with this platform offers"));
  self->expedite = gtk_switch_new ();
  gtk_widget_set_valign (self->expedite, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->expedite_row), self->expedite);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->expedite_row), self->expedite);
  adw_preferences_group_add (group, self->expedite_row);
  g_signal_connect_object (self->expedite, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
xb_appeal_form_init (XbAppealForm *self)
{
}

/* Its beginning tells which it is; the whole is copied. */
static GtkWidget *
make_text (const char *text)
{
  GtkWidget *row = xb_copy_row_new (_("Text of the appeal"), text);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  return row;
}

/* Where, how long, by which telephone: what the catalogue knows. */
static void
add_way (XbAppealForm        *self,
         AdwPreferencesGroup *group,
         XbPlatform          *platform,
         const char          *text)
{
  const XbAppealWay *way = xb_appeal_book_find_way (xb_appeal_get_platform (self->appeal));
  const char *portal = xb_platform_get_text (platform, "appeal_portal");
  const char *phone = xb_platform_get_text (platform, "phone");
  gint64 least = 0, most = 0;

  if (way != NULL)
    {
      GtkWidget *row = xb_row_new_plain (_("How it is filed"), way->how);

      gtk_widget_set_focusable (row, FALSE); /* there is nothing to do in it */
      adw_preferences_group_add (group, row);
    }
  if (portal != NULL)
    adw_preferences_group_add (group, xb_copy_row_new (_("Where to appeal"), portal));
  if (phone != NULL)
    adw_preferences_group_add (group, xb_copy_row_new (_("Phone"), phone));
  if (xb_platform_get_int (platform, "appeal_days_max", &most))
    {
      g_autofree char *days = NULL;

      xb_platform_get_int (platform, "appeal_days_min", &least);
      days = g_strdup_printf (_("%1$d to %2$d working days (indicative, confirm with the platform)"), (int) least, (int) most);
      adw_preferences_group_add (group, xb_row_new_value (_("Usually takes"), days));
    }
  adw_preferences_group_add (group, make_text (text));
}

static void
fill (XbAppealForm        *self,
      AdwPreferencesGroup *group,
      XbPlatform          *platform)
{
  const char *const states[] = { _("I filed the appeal"), _("The mark is gone"), _("The appeal was refused"), NULL };
  g_autoptr(GtkStringList) said = gtk_string_list_new (states);
  g_autoptr(GtkStringList) causes = gtk_string_list_new (NULL);
  XbAppealState state = xb_appeal_get_state (self->appeal);
  const char *case_no = xb_appeal_get_case_no (self->appeal);
  gint64 fee;

  self->said = make_choice (self, group, _("What happened"));
  self->cause = make_choice (self, group, _("Why, as they say"));
  self->remedy = xb_row_new_plain (_("What mends it"), NULL);
  adw_preferences_group_add (group, self->remedy);
  self->case_no = make_entry (self, group, _("Case number"));
  make_expedite (self, group);
  self->fee = make_entry (self, group, _("Fee in yuan"));
  self->note = make_entry (self, group, _("Note for yourself"));
  self->scam = xb_problem_new ();
  gtk_string_list_append (causes, _("Not said"));
  for (guint i = 0; i < xb_appeal_book_get_n_refusals (); i++)
    gtk_string_list_append (causes, xb_appeal_book_get_refusal (i)->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->cause), G_LIST_MODEL (causes));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->said), G_LIST_MODEL (said));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->said), state == XB_APPEAL_STATE_FILED ? 1 : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->case_no), case_no != NULL ? case_no : "");
  if (xb_platform_get_int (platform, "appeal_expedite_fee_fen", &fee))
    {
      g_autofree char *yuan = xb_money_format_plain (fee);

      gtk_editable_set_text (GTK_EDITABLE (self->fee), yuan);
    }
  gtk_switch_set_active (GTK_SWITCH (self->expedite), xb_appeal_get_expedite (self->appeal));
}

/** xb_appeal_form_new: @text: of the appeal, to be pasted into the platform's form */
GtkWindow *
xb_appeal_form_new (GtkWidget   *parent,
                    XbWorkspace *workspace,
                    XbAppeal    *appeal,
                    const char  *text)
{
  XbAppealForm *self = g_object_new (XB_TYPE_APPEAL_FORM, "workspace", workspace, NULL);
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), xb_appeal_get_platform (appeal));
  AdwPreferencesGroup *ways = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *answers = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->appeal = g_object_ref (appeal);
  xb_form_set_up (XB_FORM (self), parent, platform != NULL ? xb_platform_get_name (platform) : xb_appeal_get_platform (appeal),
                  _("_Record"));
  if (platform != NULL)
    add_way (self, ways, platform, text);
  fill (self, answers, platform);
  if (xb_appeal_get_state (appeal) == XB_APPEAL_STATE_FILED) /* whoever comes back brings the answer */
    xb_form_add (XB_FORM (self), GTK_WIDGET (answers));
  xb_form_add (XB_FORM (self), GTK_WIDGET (ways));
  if (xb_appeal_get_state (appeal) != XB_APPEAL_STATE_FILED)
    xb_form_add (XB_FORM (self), GTK_WIDGET (answers));
  xb_form_add (XB_FORM (self), self->scam);
  update (self);
  xb_form_set_ready (XB_FORM (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  return GTK_WINDOW (self);
}
