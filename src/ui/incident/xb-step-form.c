/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-copy-row.h"
#include "xb-problem.h"
#include "xb-scam-guard.h"
#include "xb-step-form.h"
#include "xb-ui.h"
#include "xb-workspace-incident.h"

/* A step is done, or the case ends: with a word about it where one wants, or where one has to. */
struct _XbStepForm
{
  XbForm          parent_instance;

  XbIncident     *incident;
  XbStepFormKind  kind;
  GtkWidget      *group;
  GtkWidget      *note;
  GtkWidget      *scam;
};

G_DEFINE_FINAL_TYPE (XbStepForm, xb_step_form, XB_TYPE_FORM)

static const struct
{
  const char *title;
  const char *verb;
  const char *what;
} words[] = {
  [XB_STEP_FORM_APPEAL] = { N_("The Appeal Is Filed"), N_("_Done"),
                            N_("At the platforms that matter most the appeal is in, with recordings and order screenshots. The "
                               "others can follow.") },
  [XB_STEP_FORM_FOLLOW_UP] = { N_("Followed Up"), N_("_Done"),
                               N_("Each platform was asked how far it is; what was missing is added. A paid expedite is only "
                                  "what a contract offers.") },
  [XB_STEP_FORM_NOTIFY] = { N_("Customers Are Told"), N_("_Done"),
                            N_("Those who call have the new words, and customers have the notice: by message, on the shop's door, in "
                               "the group.") },
  [XB_STEP_FORM_CLOSE] = { N_("Close the Incident"), N_("_Close the Case"),
                           N_("On three days the program asks to look again whether the mark is back.") },
};

static const char *
get_note (XbStepForm *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->note));
}

static void
update (XbStepForm *self)
{
  gboolean needed = self->kind == XB_STEP_FORM_CLOSE && xb_incident_get_next_step (self->incident) != NULL;

  xb_form_set_ready (XB_FORM (self), !needed || *get_note (self) != '\0');
  xb_problem_set_text (XB_PROBLEM (self->scam), xb_scam_guard_suspects (get_note (self)) ? xb_scam_guard_get_warning () : NULL);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_step_form_act (XbForm *form)
{
  XbStepForm *self = XB_STEP_FORM (form);
  gint64 id = xb_record_get_id (XB_RECORD (self->incident));

  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  if (self->kind == XB_STEP_FORM_CLOSE)
    xb_workspace_close_incident_async (xb_form_get_workspace (form), id, get_note (self), xb_form_get_cancellable (form),
                                       ended_cb, g_object_ref (self));
  else
    xb_workspace_record_incident_step_async (xb_form_get_workspace (form), id, (XbStepKind) self->kind, NULL, get_note (self),
                                             0, xb_form_get_cancellable (form), ended_cb, g_object_ref (self));
}

static void
xb_step_form_finalize (GObject *object)
{
  g_clear_object (&XB_STEP_FORM (object)->incident);
  G_OBJECT_CLASS (xb_step_form_parent_class)->finalize (object);
}

static void
xb_step_form_class_init (XbStepFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_step_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_step_form_act;
}

static void
xb_step_form_init (XbStepForm *self)
{
  self->group = adw_preferences_group_new ();
  self->note = adw_entry_row_new ();
  self->scam = xb_problem_new ();
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->note), TRUE);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  xb_form_add (XB_FORM (self), self->group);
  xb_form_add (XB_FORM (self), self->scam);
}

/* What has to be carried to the customers is at hand here as well. */
static void
add_texts (XbStepForm *self)
{
  XbWorkspace *workspace = xb_form_get_workspace (XB_FORM (self));
  g_autofree char *script = xb_workspace_dup_incident_text (workspace, self->incident, XB_APPEAL_TEXT_SCRIPT);
  g_autofree char *notice = xb_workspace_dup_incident_text (workspace, self->incident, XB_APPEAL_TEXT_NOTICE);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), xb_copy_row_new (_("Words for those who call"), script));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), xb_copy_row_new (_("Notice to customers"), notice));
}

GtkWindow *
xb_step_form_new (GtkWidget      *parent,
                  XbWorkspace    *workspace,
                  XbIncident     *incident,
                  XbStepFormKind  kind)
{
  XbStepForm *self = g_object_new (XB_TYPE_STEP_FORM, "workspace", workspace, NULL);
  gboolean needed = kind == XB_STEP_FORM_CLOSE && xb_incident_get_next_step (incident) != NULL;

  self->incident = g_object_ref (incident);
  self->kind = kind;
  xb_form_set_up (XB_FORM (self), parent, _(words[kind].title), _(words[kind].verb));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), _(words[kind].what));
  if (kind == XB_STEP_FORM_NOTIFY)
    add_texts (self);
  xb_row_set_title (self->note, needed ? _("Why not all steps are done") : _("Note"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->note);
  update (self);
  return GTK_WINDOW (self);
}
