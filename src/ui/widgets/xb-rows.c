/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-format.h"
#include "xb-rows.h"
#include "xb-state-chip.h"

#define SOON_DAYS 30

/** xb_boxed_list_new: @name: what a screen reader calls the list */
GtkWidget *
xb_boxed_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/**
 * xb_row_add_icon_button:
 * @row: an #AdwActionRow
 * @name: what it does, and to what
 *
 * Returns: (transfer none): the button at the end of the row
 */
GtkWidget *
xb_row_add_icon_button (GtkWidget  *row,
                        const char *icon_name,
                        const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/** xb_valid_dup_text: @expires: (nullable): Returns: (transfer full): until when something holds, in words */
char *
xb_valid_dup_text (const char *expires,
                   const char *today)
{
  g_autofree char *day = NULL;
  int days;

  if (expires == NULL || *expires == '\0')
    return g_strdup (_("no end"));
  day = xb_format_day (expires, today);
  days = xb_day_diff (today, expires);
  if (days < 0)
    return g_strdup_printf (_("expired on %s"), day);
  if (days > SOON_DAYS)
    return g_strdup_printf (_("valid until %s"), day);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "valid until %1$s, %2$d more day",
                                       "valid until %1$s, %2$d more days", days), day, days);
}

/** xb_chip_set_valid: @chip: an #XbStateChip; there only when something is expired or soon will be */
void
xb_chip_set_valid (GtkWidget  *chip,
                   const char *expires,
                   const char *today)
{
  int days = expires != NULL && *expires != '\0' ? xb_day_diff (today, expires) : SOON_DAYS + 1;

  gtk_widget_set_visible (chip, days <= SOON_DAYS);
  if (days < 0)
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_CROSS, "error", _("Expired"));
  else
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_CLOCK, "warning", _("Expires soon"));
}
