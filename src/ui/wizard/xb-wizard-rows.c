/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-dialogs.h"
#include "xb-format.h"
#include "xb-thumbnail.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workdays.h"

#define ROWS "xb-rows"

/** xb_group_add: adds @row so that xb_group_clear() finds it */
void
xb_group_add (AdwPreferencesGroup *group,
              GtkWidget           *row)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS, rows, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

void
xb_group_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  if (rows != NULL)
    g_ptr_array_set_size (rows, 0);
}

GtkWidget *
xb_row_new_plain (const char *title,
                  const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/** xb_row_new_value: a field's small name and below it, large, what it says */
GtkWidget *
xb_row_new_value (const char *title,
                  const char *value)
{
  GtkWidget *row = xb_row_new_plain (title, value);

  gtk_widget_add_css_class (row, "copy");
  return row;
}

/** xb_deadline_label_count: sets the day with the working days that are left; @day: (nullable) */
void
xb_deadline_label_count (XbDeadlineLabel *label,
                         XbWorkspace     *workspace,
                         const char      *day,
                         gboolean         estimated)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  int days = 0;

  if (day != NULL)
    xb_workdays_between (xb_workdays_get_default (), today, day, &days, NULL, NULL);
  xb_deadline_label_set (label, day, today, days, estimated);
}

/** xb_row_new_deadline: @day: (nullable): %NULL says that the platform gives none */
GtkWidget *
xb_row_new_deadline (const char  *title,
                     XbWorkspace *workspace,
                     const char  *day,
                     gboolean     estimated)
{
  GtkWidget *label = xb_deadline_label_new ();
  GtkWidget *row;

  if (day == NULL)
    {
      g_object_ref_sink (label);
      g_object_unref (label);
      return xb_row_new_value (title, _("The platform gives no day: ask it"));
    }
  xb_deadline_label_count (XB_DEADLINE_LABEL (label), workspace, day, estimated);
  row = xb_row_new_value (title, xb_deadline_label_get_text (XB_DEADLINE_LABEL (label)));
  g_object_ref_sink (label);
  g_object_unref (label);
  return row;
}

static void
picture_clicked_cb (GtkWidget *button)
{
  g_autofree char *uri = g_filename_to_uri (g_object_get_data (G_OBJECT (button), "xb-path"), NULL, NULL);

  if (uri != NULL)
    xb_dialogs_show_uri (button, uri);
}

/**
 * xb_picture_button_new:
 * @path: a picture or a document that is kept
 * @name: (nullable): what it is called, for who cannot see it
 *
 * Returns: a small picture that opens the large one
 */
GtkWidget *
xb_picture_button_new (const char *path,
                       const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *thumbnail = xb_thumbnail_new ();
  g_autofree char *label = g_strdup_printf (_("Look at %s"), name != NULL ? name : "");

  xb_thumbnail_show_file (XB_THUMBNAIL (thumbnail), path);
  gtk_button_set_child (GTK_BUTTON (button), thumbnail);
  gtk_widget_add_css_class (button, "thumbnail");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "xb-path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (picture_clicked_cb), NULL);
  return button;
}

/** xb_wizard_dup_moment: Returns: (transfer full): the day and the minute in China, as people read it */
char *
xb_wizard_dup_moment (gint64 instant)
{
  return xb_instant_dup_label (instant);
}
