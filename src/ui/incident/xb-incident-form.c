/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-incident-form.h"
#include "xb-number-button.h"
#include "xb-phone.h"
#include "xb-ui.h"
#include "xb-workspace-incident.h"

/* Opens a case: which number, what is wrong, what phones show, and since when it is known. */
struct _XbIncidentForm
{
  XbForm     parent_instance;

  gint64     alert; /* 0: by hand */
  gint64     number_id;
  GtkWidget *number;
  GtkWidget *kind;
  GtkWidget *seen;
  GtkWidget *hours;
};

G_DEFINE_FINAL_TYPE (XbIncidentForm, xb_incident_form, XB_TYPE_FORM)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
update (XbIncidentForm *self)
{
  xb_form_set_ready (XB_FORM (self), *get_text (self->number) != '\0');
}

static XbIncidentKind
get_kind (XbIncidentForm *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) == 0 ? XB_INCIDENT_KIND_MARK : XB_INCIDENT_KIND_WRONG_INFO;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;
  XbIncidentForm *form = XB_INCIDENT_FORM (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GtkWindow) alive = parent != NULL ? g_object_ref (parent) : NULL;

  if (xb_form_end (self, result) && alive != NULL)
    gtk_widget_activate_action (GTK_WIDGET (alive), "app.open-incident", "x",
                                xb_workspace_find_open_incident (XB_WORKSPACE (source), form->number_id, get_kind (form)));
}

static gint64
get_detected (XbIncidentForm *self)
{
  static const int hours[] = { 0, 1, 2, 6, 12, 24 };
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->hours));
  gint64 now = xb_clock_now (xb_workspace_get_clock (xb_form_get_workspace (XB_FORM (self))));

  return now - hours[MIN (selected, G_N_ELEMENTS (hours) - 1)] * 3600;
}

static void
xb_incident_form_act (XbForm *form)
{
  XbIncidentForm *self = XB_INCIDENT_FORM (form);
  g_autoptr(GError) error = NULL;
  gint64 number = xb_workspace_find_number (xb_form_get_workspace (form), get_text (self->number), &error);

  xb_form_set_problem (form, NULL);
  if (number < 0)
    {
      xb_form_set_problem (form, error->message);
      gtk_widget_grab_focus (self->number);
      return;
    }
  self->number_id = number;
  xb_form_begin (form);
  xb_workspace_open_incident_async (xb_form_get_workspace (form), number, get_kind (self), NULL,
                                    self->alert != 0 ? XB_INCIDENT_ORIGIN_ALERT : XB_INCIDENT_ORIGIN_HAND, self->alert,
                                    get_detected (self), get_text (self->seen), xb_form_get_cancellable (form), opened_cb,
                                    g_object_ref (self));
}

static void
xb_incident_form_class_init (XbIncidentFormClass *klass)
{
  XB_FORM_CLASS (klass)->act = xb_incident_form_act;
}

static GtkWidget *
make_choice (const char        *title,
             const char *const *words)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (names, _(words[i]));
  xb_row_set_title (row, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

static void
xb_incident_form_init (XbIncidentForm *self)
{
  static const char *const kinds[] = { N_("Wrongly marked"), N_("Wrong information"), NULL };
  static const char *const times[] = { N_("Just now"), N_("1 hour ago"), N_("2 hours ago"), N_("6 hours ago"),
                                       N_("12 hours ago"), N_("Yesterday at this time"), NULL };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->number = adw_entry_row_new ();
  xb_row_set_title (self->number, _("Number"));
  self->kind = make_choice (_("What is wrong"), kinds);
  self->seen = adw_entry_row_new ();
  xb_row_set_title (self->seen, _("What phones show, word for word"));
  self->hours = make_choice (_("Noticed"), times);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->number), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->seen), TRUE);
  adw_preferences_group_set_description (group, _("From the moment it was noticed three clocks of your own run: two hours to "
                                                  "appeal, a day to follow it up, two days to tell customers."));
  adw_preferences_group_add (group, self->number);
  adw_preferences_group_add (group, self->kind);
  adw_preferences_group_add (group, self->seen);
  adw_preferences_group_add (group, self->hours);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->number, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/** xb_incident_form_new: @number_id: 0: to be entered; @alert_id: that leads here, or 0 */
GtkWindow *
xb_incident_form_new (GtkWidget   *parent,
                      XbWorkspace *workspace,
                      gint64       number_id,
                      gint64       alert_id)
{
  XbIncidentForm *self = g_object_new (XB_TYPE_INCIDENT_FORM, "workspace", workspace, NULL);
  g_autoptr(XbNumber) number = number_id != 0 ? xb_workspace_ref_number (workspace, number_id) : NULL;

  self->alert = alert_id;
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->number), xb_number_button_new (workspace, GTK_EDITABLE (self->number)));
  xb_form_set_up (XB_FORM (self), parent, _("New Incident"), _("_Open the Case"));
  if (number != NULL)
    {
      g_autofree char *text = xb_phone_format (xb_number_get_e164 (number));

      gtk_editable_set_text (GTK_EDITABLE (self->number), text);
      gtk_widget_grab_focus (self->seen);
    }
  update (self);
  return GTK_WINDOW (self);
}
