/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-cost.h"
#include "xb-deadline-label.h"
#include "xb-dialogs.h"
#include "xb-drop-row.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-incident-clock.h"
#include "xb-incident-look.h"
#include "xb-incident-parts.h"
#include "xb-list-group.h"
#include "xb-money.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"

/* So much of a fingerprint tells two files apart; the whole stands in the paper of the case. */
#define HASH_SHOWN 12

static GtkWidget *
add_chip (GtkWidget *row)
{
  GtkWidget *chip = xb_state_chip_new ();

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  return chip;
}

static void
appeal_cb (GtkWidget *row)
{
  gint64 id = xb_record_get_id (g_object_get_data (G_OBJECT (row), "xb-item"));
  g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  gtk_widget_activate_action (row, "incident.appeal", "s", target);
}

static void
make_appeal (GtkWidget *row,
             gpointer   item,
             gpointer   workspace)
{
  add_chip (row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (appeal_cb), NULL);
}

static char *
describe_appeal (XbAppeal   *appeal,
                 XbPlatform *platform,
                 const char *today)
{
  const XbAppealChoice *cause = xb_appeal_book_find_refusal (xb_appeal_get_refusal (appeal));
  const char *case_no = xb_appeal_get_case_no (appeal);
  g_autofree char *day = xb_appeal_get_expected (appeal) != NULL ? xb_format_day (xb_appeal_get_expected (appeal), today) : NULL;
  g_autofree char *number = case_no != NULL ? g_strdup_printf (_("Case number %s"), case_no) : NULL;
  gint64 days = 0;

  switch (xb_appeal_get_state (appeal))
    {
    case XB_APPEAL_STATE_FILED:
      return g_strdup_printf (_("Answer usually by %1$s%2$s%3$s"), day != NULL ? day : "?", number != NULL ? " · " : "",
                              number != NULL ? number : "");
    case XB_APPEAL_STATE_REFUSED:
      return g_strdup (cause != NULL ? cause->text : _("File it again with what was missing."));
    case XB_APPEAL_STATE_CLEARED:
      return g_strdup (number != NULL ? number : "");
    case XB_APPEAL_STATE_PLANNED:
    default:
      if (platform != NULL && xb_platform_get_int (platform, "appeal_days_max", &days))
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "takes up to %d working day", "takes up to %d working days",
                                             (gulong) days), (int) days);
      return g_strdup (_("ask how long it takes"));
    }
}

static void
update_appeal (GtkWidget *row,
               gpointer   item,
               gpointer   workspace)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), xb_appeal_get_platform (item));
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *detail = describe_appeal (item, platform, today);

  xb_row_set_title (row, platform != NULL ? xb_platform_get_name (platform) : xb_appeal_get_platform (item));
  xb_row_set_subtitle (row, detail);
  xb_appeal_chip_set (g_object_get_data (G_OBJECT (row), "xb-chip"), item);
}

/** xb_appeal_group_new: what is asked of each platform */
GtkWidget *
xb_appeal_group_new (XbWorkspace *workspace,
                     gint64       incident_id)
{
  g_autoptr(GListModel) appeals = xb_workspace_list_appeals (workspace, incident_id);
  GtkWidget *group = xb_list_group_new (_("Platforms"),
                                        _("Each takes its own working days. Clearing one leaves the others as they are."),
                                        appeals, make_appeal, update_appeal, workspace);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, _("Add a Platform"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Platform"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "incident.add-platform");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  return group;
}

static void
make_evidence (GtkWidget *row,
               gpointer   item,
               gpointer   workspace)
{
  g_autofree char *path = xb_workspace_dup_incident_evidence_path (workspace, item);
  const char *media_type = xb_incident_evidence_get_media_type (item);

  if (path != NULL && media_type != NULL && g_str_has_prefix (media_type, "audio/"))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("audio-x-generic-symbolic"));
  else if (path != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), xb_picture_button_new (path, xb_incident_evidence_get_name (item)));
}

static void
update_evidence (GtkWidget *row,
                 gpointer   item,
                 gpointer   workspace)
{
  g_autofree char *moment = xb_wizard_dup_moment (xb_incident_evidence_get_at (item));
  g_autofree char *size = g_format_size ((guint64) xb_incident_evidence_get_size (item));
  g_autofree char *detail = g_strdup_printf ("%s · %s · SHA-256 %.*s…", moment, size, HASH_SHOWN,
                                             xb_incident_evidence_get_sha256 (item));

  xb_row_set_title (row, xb_incident_evidence_get_name (item));
  xb_row_set_subtitle (row, detail);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbDropRow) row = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      xb_drop_row_set_state (row, XB_DROP_MISSING, _("A recording, an order screenshot, a photo of the mark"));
      xb_dialogs_toast (GTK_WIDGET (row), _("The evidence was added"));
    }
  else if (!xb_error_is_cancelled (error))
    {
      xb_drop_row_set_state (row, XB_DROP_PROBLEM, error->message);
      xb_dialogs_announce (GTK_WIDGET (row), error->message);
    }
}

static void
chosen_cb (XbDropRow   *row,
           GFile       *file,
           XbWorkspace *workspace)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "xb-incident");
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      xb_drop_row_set_state (row, XB_DROP_PROBLEM, _("This file is not on this computer. Save it here first."));
      return;
    }
  xb_drop_row_set_state (row, XB_DROP_CHECKING, NULL);
  xb_workspace_add_incident_evidence_async (workspace, *id, XB_STEP_KIND_APPEAL, (const char *const[]) { path, NULL }, NULL,
                                            NULL, added_cb, g_object_ref (row));
}

/** xb_evidence_group_new: files that go with the case */
GtkWidget *
xb_evidence_group_new (XbWorkspace *workspace,
                       gint64       incident_id)
{
  g_autoptr(GListModel) list = xb_workspace_list_incident_evidence (workspace, incident_id);
  GtkWidget *group = xb_list_group_new (_("Evidence"), _("Kept unchanged, with a fingerprint that proves it."), list,
                                        make_evidence, update_evidence, workspace);
  GtkWidget *add = xb_drop_row_new (_("Add Evidence"), XB_FILES_ALL);
  GtkWidget *box = xb_boxed_list_new (_("Add Evidence"));

  g_object_set_data_full (G_OBJECT (add), "xb-incident", g_memdup2 (&incident_id, sizeof incident_id), g_free);
  xb_drop_row_set_state (XB_DROP_ROW (add), XB_DROP_MISSING, _("A recording, an order screenshot, a photo of the mark"));
  g_signal_connect_object (add, "file-chosen", G_CALLBACK (chosen_cb), workspace, 0);
  gtk_list_box_append (GTK_LIST_BOX (box), add);
  gtk_widget_set_margin_top (box, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static void
recheck (GtkWidget *button,
         gboolean   marked)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  gint64 id = xb_record_get_id (g_object_get_data (G_OBJECT (row), "xb-item"));

  gtk_widget_activate_action (button, "incident.recheck", "(xb)", id, marked);
}

static void
clear_cb (GtkWidget *button)
{
  recheck (button, FALSE);
}

static void
marked_cb (GtkWidget *button)
{
  recheck (button, TRUE);
}

static GtkWidget *
add_answer (GtkWidget  *row,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
make_recheck (GtkWidget *row,
              gpointer   item,
              gpointer   workspace)
{
  add_chip (row);
  g_object_set_data (G_OBJECT (row), "xb-clear", add_answer (row, _("_No Mark"), G_CALLBACK (clear_cb)));
  g_object_set_data (G_OBJECT (row), "xb-marked", add_answer (row, _("_Marked Again"), G_CALLBACK (marked_cb)));
}

static void
update_recheck (GtkWidget *row,
                gpointer   item,
                gpointer   workspace)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *day = xb_format_day (xb_recheck_get_due (item), today);
  GtkWidget *chip = g_object_get_data (G_OBJECT (row), "xb-chip");
  gboolean done = xb_recheck_get_done_at (item) != 0, now = !done && strcmp (xb_recheck_get_due (item), today) <= 0;

  xb_row_set_title (row, day);
  xb_row_set_subtitle (row, now ? _("Ring a few phones and look.") : NULL);
  gtk_widget_set_visible (chip, !now);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-clear"), now);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-marked"), now);
  if (!done)
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_DOTTED, "neutral", _("To come"));
  else if (xb_recheck_get_marked (item))
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_CROSS, "error", _("Marked again"));
  else
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_TICK, "success", _("No mark"));
}

/** xb_recheck_group_new: days to look again */
GtkWidget *
xb_recheck_group_new (XbWorkspace *workspace,
                      gint64       incident_id)
{
  g_autoptr(GListModel) list = xb_workspace_list_rechecks (workspace, incident_id);

  return xb_list_group_new (_("Look Again"), _("Marks tend to come back after 3, 7 and 30 days."), list, make_recheck,
                            update_recheck, workspace);
}

static void
update_event (GtkWidget *row,
              gpointer   item,
              gpointer   workspace)
{
  g_autofree char *text = xb_workspace_dup_incident_event_text (workspace, item);
  g_autofree char *moment = xb_wizard_dup_moment (xb_incident_event_get_at (item));
  const char *note = xb_incident_event_get_said (item);
  g_autofree char *detail = note != NULL ? g_strdup_printf ("%s · %s", moment, note) : g_strdup (moment);

  xb_row_set_title (row, text);
  xb_row_set_subtitle (row, detail);
}

/** xb_history_group_new: what happened, the newest first */
GtkWidget *
xb_history_group_new (XbWorkspace *workspace,
                      gint64       incident_id)
{
  g_autoptr(GListModel) list = xb_workspace_list_incident_events (workspace, incident_id);

  return xb_list_group_new (_("What Happened"), NULL, list, NULL, update_event, workspace);
}

static void
update_cost (GtkWidget *row,
             gpointer   item,
             gpointer   workspace)
{
  g_autofree char *money = xb_money_format (xb_cost_get_amount (item));
  g_autofree char *yuan = g_strdup_printf (_("%s yuan"), money);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *day = xb_format_day (xb_cost_get_on_date (item), today);
  const char *key = xb_cost_get_platform (item);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), key) : NULL;
  g_autofree char *detail = platform != NULL ? g_strdup_printf ("%s · %s", day, xb_platform_get_name (platform)) : g_strdup (day);

  xb_row_set_title (row, yuan);
  xb_row_set_subtitle (row, detail);
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

/** xb_cost_group_new: what the case cost; hidden while that is nothing */
GtkWidget *
xb_cost_group_new (XbWorkspace *workspace,
                   gint64       incident_id)
{
  g_autoptr(GListModel) list = xb_workspace_list_incident_costs (workspace, incident_id);
  GtkWidget *group;

  group = xb_list_group_new (_("Cost"), _("Appeals are free; a paid expedite stands here."), list, NULL, update_cost, workspace);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (hide_empty_cb), group, G_CONNECT_SWAPPED);
  hide_empty_cb (group, 0, 0, 0, list);
  return group;
}
