/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-group.h"
#include "xb-deadline-label.h"
#include "xb-incident-form.h"
#include "xb-incident-look.h"
#include "xb-incidents-page.h"
#include "xb-list-group.h"
#include "xb-phone.h"
#include "xb-rule-group.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-watch-group.h"
#include "xb-wizard-rows.h"

/* What is wrong with numbers right now: open cases with their clocks, alerts, and when to warn. */
struct _XbIncidentsPage
{
  XbPage      parent_instance;

  GListModel *open;
};

G_DEFINE_FINAL_TYPE (XbIncidentsPage, xb_incidents_page, XB_TYPE_PAGE)

static void
activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "app.open-incident", "x", xb_record_get_id (g_object_get_data (G_OBJECT (row), "xb-item")));
}

static void
make_incident (GtkWidget *row,
               gpointer   item,
               gpointer   workspace)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *chip = xb_state_chip_new (), *deadline = xb_deadline_label_new ();

  gtk_widget_set_halign (chip, GTK_ALIGN_END);
  gtk_widget_set_halign (deadline, GTK_ALIGN_END);
  xb_deadline_label_set_brief (XB_DEADLINE_LABEL (deadline), TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), chip);
  gtk_box_append (GTK_BOX (column), deadline);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), column);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  g_object_set_data (G_OBJECT (row), "xb-deadline", deadline);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
}

static void
update_incident (GtkWidget *row,
                 gpointer   item,
                 gpointer   workspace)
{
  XbClock *clock = xb_workspace_get_clock (workspace);
  g_autofree char *number = xb_phone_format (xb_incident_get_e164 (item));
  g_autoptr(XbIncidentNext) next = xb_incident_next_new (workspace, item);
  const char *seen = xb_incident_get_seen (item);
  g_autofree char *title = seen != NULL ? g_strdup_printf ("%s · %s", number, seen) : g_strdup (number);
  g_autofree char *moment = xb_wizard_dup_moment (xb_incident_get_detected_at (item));
  gboolean open = xb_incident_get_state (item) == XB_INCIDENT_STATE_OPEN;
  g_autofree char *detail = open ? g_strdup_printf (_("%1$s · next: %2$s"), xb_incident_kind_get_title (xb_incident_get_kind (item)),
                                                    next->title)
                                 : g_strdup_printf ("%s · %s", xb_incident_kind_get_title (xb_incident_get_kind (item)), moment);
  GtkWidget *deadline = g_object_get_data (G_OBJECT (row), "xb-deadline");

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, detail);
  xb_incident_chip_set (g_object_get_data (G_OBJECT (row), "xb-chip"), item, xb_clock_now (clock));
  if (open && xb_incident_get_next_due (item) != 0)
    xb_deadline_label_set_instant (XB_DEADLINE_LABEL (deadline), xb_incident_get_next_due (item), clock);
  else
    xb_deadline_label_set (XB_DEADLINE_LABEL (deadline), NULL, NULL, 0, FALSE);
}

static void
open_cb (XbIncidentsPage *self)
{
  gtk_window_present (xb_incident_form_new (GTK_WIDGET (self), xb_page_get_workspace (XB_PAGE (self)), 0, 0));
}

static GtkWidget *
make_cases (XbIncidentsPage *self)
{
  GtkWidget *group = xb_list_group_new (_("Open Cases"), NULL, self->open, make_incident, update_incident,
                                        xb_page_get_workspace (XB_PAGE (self)));

  xb_list_group_set_empty (XB_LIST_GROUP (group), xb_row_new_plain (_("Nothing is open"),
                           _("A number shows as 骚扰 or with a wrong name? Open a case: it says step by step what to do.")));
  return group;
}

static void
hide_empty_cb (GtkWidget  *group,
               guint       position,
               guint       removed,
               guint       added,
               GListModel *items)
{
  gtk_widget_set_visible (group, g_list_model_get_n_items (items) > 0);
}

static GtkWidget *
make_closed (XbIncidentsPage *self)
{
  g_autoptr(GListModel) closed = xb_workspace_list_incidents (xb_page_get_workspace (XB_PAGE (self)), XB_INCIDENT_FILTER_CLOSED);
  GtkWidget *group = xb_list_group_new (_("Closed Cases"), NULL, closed, make_incident, update_incident,
                                        xb_page_get_workspace (XB_PAGE (self)));

  g_signal_connect_object (closed, "items-changed", G_CALLBACK (hide_empty_cb), group, G_CONNECT_SWAPPED);
  hide_empty_cb (group, 0, 0, 0, closed);
  return group;
}

static void
xb_incidents_page_constructed (GObject *object)
{
  XbIncidentsPage *self = XB_INCIDENTS_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Incident"));

  G_OBJECT_CLASS (xb_incidents_page_parent_class)->constructed (object);
  self->open = xb_workspace_list_incidents (workspace, XB_INCIDENT_FILTER_OPEN);
  gtk_box_append (GTK_BOX (box), make_cases (self));
  gtk_box_append (GTK_BOX (box), xb_alert_group_new (workspace));
  gtk_box_append (GTK_BOX (box), xb_rule_group_new (workspace));
  gtk_box_append (GTK_BOX (box), xb_watch_group_new (workspace));
  gtk_box_append (GTK_BOX (box), make_closed (self));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), button);
}

static void
xb_incidents_page_dispose (GObject *object)
{
  XbIncidentsPage *self = XB_INCIDENTS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* its lists borrow the workspace */
  g_clear_object (&self->open);
  G_OBJECT_CLASS (xb_incidents_page_parent_class)->dispose (object);
}

static void
xb_incidents_page_class_init (XbIncidentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = xb_incidents_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xb_incidents_page_dispose;
}

static void
xb_incidents_page_init (XbIncidentsPage *self)
{
}
