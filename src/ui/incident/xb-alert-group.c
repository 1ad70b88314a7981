/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-group.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-incident-form.h"
#include "xb-list-group.h"
#include "xb-state-chip.h"
#include "xb-state-mark.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-incident.h"

/* Alerts that are not seen to: each leads into a case or to where it is seen to, can wait, or is done. */

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) row = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (row, _("It was not done"), error->message);
}

static gpointer
get_alert (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "xb-item");
}

static XbWorkspace *
get_workspace (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "xb-workspace");
}

static gboolean
calls_for_case (XbAlert *alert)
{
  XbAlertMeasure measure = xb_alert_get_measure (alert);

  return measure == XB_ALERT_MEASURE_MARKS || measure == XB_ALERT_MEASURE_COMPLAINTS;
}

/* The case that is open about it; 0: none. */
static gint64
find_case (GtkWidget *row)
{
  XbAlert *alert = get_alert (row);

  return calls_for_case (alert) ? xb_workspace_find_open_incident (get_workspace (row), xb_alert_get_number_id (alert),
                                                                   XB_INCIDENT_KIND_MARK) : 0;
}

/* A mark or a complaint is a case; for the rest there is a place. */
static void
open_cb (GtkWidget *row)
{
  XbAlert *alert = get_alert (row);
  const char *object = xb_alert_get_object (alert);
  g_auto(GStrv) parts = object != NULL ? g_strsplit (object, "/", 2) : NULL;
  g_autofree char *action = NULL;

  if (find_case (row) != 0)
    {
      gtk_widget_activate_action (row, "app.open-incident", "x", find_case (row));
      return;
    }
  if (calls_for_case (alert))
    {
      gtk_window_present (xb_incident_form_new (row, get_workspace (row), xb_alert_get_number_id (alert),
                                                xb_record_get_id (XB_RECORD (alert))));
      return;
    }
  if (parts != NULL && parts[0] != NULL && parts[1] != NULL)
    action = g_strdup_printf ("app.open-%s", parts[0]);
  if (action == NULL || !gtk_widget_activate_action (row, action, "x", g_ascii_strtoll (parts[1], NULL, 10)))
    gtk_widget_activate_action (row, "win.show-page", "s", action == NULL ? "numbers" : "today");
}

static void
snooze (GtkWidget *row,
        gint64     until)
{
  xb_workspace_snooze_alert_async (get_workspace (row), xb_record_get_id (get_alert (row)), until, NULL, ended_cb,
                                   g_object_ref (row));
  xb_dialogs_toast (row, _("Quiet until then; it is told again if it still holds"));
}

static void
hour_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       row)
{
  snooze (row, xb_clock_now (xb_workspace_get_clock (get_workspace (row))) + 3600);
}

static void
tomorrow_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       row)
{
  gint64 now = xb_clock_now (xb_workspace_get_clock (get_workspace (row)));
  g_autofree char *day = xb_instant_to_day (now + 24 * 3600);

  snooze (row, xb_instant_from_day (day, 9, 0));
}

static void
done_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       row)
{
  gint64 id = xb_record_get_id (get_alert (row));

  xb_workspace_handle_alert_async (get_workspace (row), id, TRUE, NULL, ended_cb, g_object_ref (row));
  xb_dialogs_toast_undo (row, _("The alert is seen to"), "app.undo-handle-alert", g_variant_new_int64 (id));
}

static void
make_alert (GtkWidget *row,
            gpointer   item,
            gpointer   workspace)
{
  static const GActionEntry entries[] = { { "hour", hour_action }, { "tomorrow", tomorrow_action }, { "done", done_action } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *more = gtk_menu_button_new ();
  XbAlertMeasure measure = xb_alert_get_measure (item);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Look"));
  GtkWidget *mark = xb_state_mark_new (measure == XB_ALERT_MEASURE_DEADLINE ? XB_MARK_CLOCK : XB_MARK_BANG, 16);

  g_object_set_data (G_OBJECT (row), "xb-workspace", workspace);
  g_object_set_data (G_OBJECT (row), "xb-button", button);
  xb_widget_set_tone (mark, measure == XB_ALERT_MEASURE_DEADLINE ? "warning" : "error");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_menu_append (menu, _("Remind Me in an _Hour"), "alert.hour");
  g_menu_append (menu, _("Remind Me _Tomorrow at 9"), "alert.tomorrow");
  g_menu_append (menu, _("_Seen To"), "alert.done");
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "alert", G_ACTION_GROUP (actions));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (more, _("Later, or Seen To"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Later, or Seen To"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), more);
}

static void
update_alert (GtkWidget *row,
              gpointer   item,
              gpointer   workspace)
{
  g_autofree char *title = xb_alert_dup_title (item);
  g_autofree char *detail = xb_alert_dup_detail (item);
  gint64 until = xb_alert_get_snoozed_until (item);
  g_autofree char *moment = xb_wizard_dup_moment (until);
  g_autofree char *quiet = until > xb_clock_now (xb_workspace_get_clock (workspace))
                             ? g_strdup_printf (_("%1$s · quiet until %2$s"), detail, moment) : g_strdup (detail);

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, quiet);
  gtk_button_set_label (g_object_get_data (G_OBJECT (row), "xb-button"),
                        !calls_for_case (item) ? _("_Look") : find_case (row) != 0 ? _("_Look at the Case") : _("_New Incident"));
}

GtkWidget *
xb_alert_group_new (XbWorkspace *workspace)
{
  g_autoptr(GListModel) alerts = xb_workspace_list_alerts (workspace, TRUE);
  GtkWidget *group = xb_list_group_new (_("Alerts"), NULL, alerts, make_alert, update_alert, workspace);

  xb_list_group_set_empty (XB_LIST_GROUP (group), xb_row_new_plain (_("No alerts"),
                           _("When a report shows many marks or complaints, or a number no longer shows its name, it stands here.")));
  return group;
}
