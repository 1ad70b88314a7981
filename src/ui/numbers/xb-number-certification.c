/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-certification.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* A certification of a number: where, how it stands, and by when it should go on. */

static char *
dup_subtitle (XbCertification *certification,
              XbWorkspace     *workspace)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  const char *expected = xb_certification_get_expected (certification);
  const char *expires = xb_certification_get_expires (certification);
  gboolean live = xb_certification_get_state (certification) == XB_CERT_STATE_LIVE;
  g_autofree char *day = NULL;

  if (live && expires != NULL)
    {
      day = xb_format_day (expires, today);
      return g_strdup_printf (_("ends %s"), day);
    }
  if (!xb_lifecycle_is_open (xb_certification_get_state (certification)) || expected == NULL)
    return NULL;
  day = xb_format_day (expected, today);
  return g_strdup_printf (xb_certification_get_estimated (certification) ? _("expected %s (estimated)")
                                                                         : _("expected %s"), day);
}

static void
update (GtkWidget *row)
{
  XbCertification *certification = g_object_get_data (G_OBJECT (row), "certification");
  XbWorkspace *workspace = g_object_get_data (G_OBJECT (row), "workspace");
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace),
                                              xb_certification_get_platform (certification));
  const char *title = platform != NULL ? xb_platform_get_name (platform)
                                       : xb_certification_get_platform (certification);
  XbStateChip *chip = g_object_get_data (G_OBJECT (row), "chip");
  g_autofree char *subtitle = dup_subtitle (certification, workspace);
  g_autofree char *name = NULL;

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, subtitle);
  xb_state_chip_set_state (chip, xb_certification_get_state (certification));
  name = g_strjoin (_(", "), title != NULL ? title : "", xb_state_chip_get_word (chip), subtitle, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** xb_number_certification_row_new: Returns: (transfer floating): a row that follows @certification and opens it */
GtkWidget *
xb_number_certification_row_new (XbCertification *certification,
                          XbWorkspace     *workspace)
{
  GtkWidget *row = adw_action_row_new (), *chip = xb_state_chip_new ();

  g_object_set_data_full (G_OBJECT (row), "certification", g_object_ref (certification), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "workspace", g_object_ref (workspace), g_object_unref);
  g_object_set_data (G_OBJECT (row), "chip", chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", xb_record_get_id (XB_RECORD (certification)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-certification");
  g_signal_connect_object (certification, "notify", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  update (row);
  return row;
}
