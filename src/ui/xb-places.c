/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-certification-window.h"
#include "xb-incident-form.h"
#include "xb-incident-window.h"
#include "xb-inspection-window.h"
#include "xb-label-editor.h"
#include "xb-places.h"
#include "xb-report-window.h"
#include "xb-workspace-alert.h"

/* The actions of the application that lead to a place. They are there from the start on: a notification may be what
 * starts the program. */

/* Returns: (transfer none) (nullable): %NULL where it does not open, which a window then says */
static XbWorkspace *
open_workspace (XbApplication *application)
{
  XbWorkspace *workspace = xb_application_open (application, NULL);

  if (workspace == NULL)
    g_application_activate (G_APPLICATION (application));
  return workspace;
}

/* @parameter: a number that is chosen beforehand; 0: none */
static void
new_certification_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_certification_window_open (user_data, workspace, 0, g_variant_get_int64 (parameter));
}

static void
open_filing_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_certification_window_open (user_data, workspace, g_variant_get_int64 (parameter), 0);
}

static void
open_certification_action (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_certification_window_open_for_certification (user_data, workspace, g_variant_get_int64 (parameter));
}

/* @parameter: the numbers whose label changes */
static void
edit_label_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);
  gsize n;
  const gint64 *numbers = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));

  if (workspace != NULL)
    xb_label_editor_open (user_data, workspace, numbers, n, NULL);
}

static void
edit_certification_label_action (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_label_editor_open_for_certification (user_data, workspace, g_variant_get_int64 (parameter));
}

static void
open_label_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_label_editor_open_for_label (user_data, workspace, g_variant_get_int64 (parameter));
}

/* @parameter: 0: the one that was begun, else a new one */
static void
open_inspection_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_inspection_window_open (user_data, workspace, g_variant_get_int64 (parameter));
}

static void
open_inspection_item_action (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_inspection_window_open_item (user_data, workspace, g_variant_get_int64 (parameter));
}

static void
open_inspection_task_action (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_inspection_window_open_for_task (user_data, workspace, g_variant_get_int64 (parameter));
}

static void
take_in_report_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_report_window_open (user_data, workspace, NULL);
}

static void
open_incident_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);

  if (workspace != NULL)
    xb_incident_window_open (user_data, workspace, g_variant_get_int64 (parameter));
}

/* @parameter: an alert, of which a case is made unless somebody was quicker */
static void
open_case_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  XbWorkspace *workspace = open_workspace (user_data);
  g_autoptr(XbAlert) alert = workspace != NULL ? xb_workspace_ref_alert (workspace, g_variant_get_int64 (parameter)) : NULL;
  GtkWindow *window;

  if (alert == NULL)
    return;
  if (xb_alert_get_incident_id (alert) != 0)
    {
      xb_incident_window_open (user_data, workspace, xb_alert_get_incident_id (alert));
      return;
    }
  if (gtk_application_get_active_window (user_data) == NULL)
    g_application_activate (user_data);
  window = gtk_application_get_active_window (user_data);
  gtk_window_present (window);
  gtk_window_present (xb_incident_form_new (GTK_WIDGET (window), workspace, xb_alert_get_number_id (alert),
                                            g_variant_get_int64 (parameter)));
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  xb_application_show_page (user_data, g_variant_get_string (parameter, NULL));
}

/** xb_places_add_actions: to be called at startup */
void
xb_places_add_actions (XbApplication *application)
{
  static const GActionEntry actions[] = {
    { "edit-certification-label", edit_certification_label_action, "x" },
    { "edit-label", edit_label_action, "ax" },
    { "new-certification", new_certification_action, "x" },
    { "open-case-of-alert", open_case_action, "x" },
    { "open-certification", open_certification_action, "x" },
    { "open-filing", open_filing_action, "x" },
    { "open-incident", open_incident_action, "x" },
    { "open-inspection", open_inspection_action, "x" },
    { "open-inspection-item", open_inspection_item_action, "x" },
    { "open-inspection-task", open_inspection_task_action, "x" },
    { "open-label", open_label_action, "x" },
    { "show-page", show_page_action, "s" },
    { "take-in-report", take_in_report_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
