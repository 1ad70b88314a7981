/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-copy.h"
#include "xb-dialogs.h"
#include "xb-drop-row.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-list-group.h"
#include "xb-material-form.h"
#include "xb-material-rows.h"
#include "xb-nda-form.h"
#include "xb-nda.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-thumbnail.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

/* The groups of rows on the page of papers: one for each kind of paper, the register of copies, the
 * agreements. The workspace outlives them. */

typedef struct
{
  XbMaterial *material;
  GtkWidget  *row;
} Removal;

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  g_autoptr(XbMaterial) material = removal->material;
  g_autoptr(GtkWidget) page = removal->row;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), xb_material_get_name (material));

  g_free (removal);
  if (xb_workspace_finish (XB_WORKSPACE (object), result, &error))
    xb_dialogs_toast_undo (page, text, "app.undo-remove-material",
                           g_variant_new_int64 (xb_record_get_id (XB_RECORD (material))));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (page, _("The paper was not removed"), error->message);
}

static void
remove_cb (GtkWidget   *button,
           XbWorkspace *workspace)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  Removal *removal = g_new0 (Removal, 1);

  removal->material = g_object_ref (g_object_get_data (G_OBJECT (row), "xb-item"));
  removal->row = g_object_ref (gtk_widget_get_ancestor (row, XB_TYPE_LIST_GROUP));
  xb_workspace_remove_material_async (workspace, xb_record_get_id (XB_RECORD (removal->material)), TRUE, NULL,
                                      removed_cb, removal);
}

static void
edit_cb (GtkWidget   *row,
         XbWorkspace *workspace)
{
  gtk_window_present (xb_material_form_new_edit (row, workspace, g_object_get_data (G_OBJECT (row), "xb-item")));
}

static void
make_material (GtkWidget *row,
               gpointer   item,
               gpointer   workspace)
{
  g_autofree char *path = xb_workspace_dup_file_path (workspace, xb_material_get_sha256 (item));
  g_autofree char *name = g_strdup_printf (_("Remove %s"), xb_material_get_name (item));
  GtkWidget *thumbnail = xb_thumbnail_new ();
  GtkWidget *chip = xb_state_chip_new ();
  GtkWidget *button;

  xb_thumbnail_show_file (XB_THUMBNAIL (thumbnail), path);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), thumbnail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  button = xb_row_add_icon_button (row, "user-trash-symbolic", name);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), workspace, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), workspace, 0);
}

static void
update_material (GtkWidget *row,
                 gpointer   item,
                 gpointer   workspace)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *added_on = xb_instant_to_day (xb_material_get_added_at (item));
  g_autofree char *added = xb_format_day (added_on, today);
  g_autofree char *valid = xb_valid_dup_text (xb_material_get_expires (item), today);
  int copies = xb_material_get_copies (item);
  g_autofree char *out = copies == 0 ? g_strdup (_("no copy made"))
                                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d copy made", "%d copies made",
                                                                     copies), copies);
  g_autofree char *subtitle = g_strdup_printf (_("Added %1$s · %2$s · %3$s"), added, valid, out);

  xb_row_set_title (row, xb_material_get_name (item));
  xb_row_set_subtitle (row, subtitle);
  xb_chip_set_valid (g_object_get_data (G_OBJECT (row), "xb-chip"), xb_material_get_expires (item), today);
}

static gboolean
is_of_type (gpointer item,
            gpointer type)
{
  return xb_material_get_kind (item) == (XbMaterialType) GPOINTER_TO_INT (type);
}

static void
refilter_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* A paper that became one of another kind moves to the other group. */
static void
watch_cb (GtkFilter  *filter,
          guint       position,
          guint       removed,
          guint       added,
          GListModel *materials)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(XbMaterial) material = g_list_model_get_item (materials, i);

      g_signal_handlers_disconnect_by_func (material, refilter_cb, filter);
      g_signal_connect_object (material, "notify::type", G_CALLBACK (refilter_cb), filter, G_CONNECT_SWAPPED);
    }
}

static void
chosen_cb (GtkWidget   *row,
           GFile       *file,
           XbWorkspace *workspace)
{
  XbMaterialType type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "xb-type"));

  gtk_window_present (xb_material_form_new_add (row, workspace, file, type, FALSE));
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

/** xb_material_group_new: a usual paper that is missing invites; one of the others shows only when there is one */
GtkWidget *
xb_material_group_new (XbWorkspace    *workspace,
                       GListModel     *materials,
                       XbMaterialType  type)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_of_type, GINT_TO_POINTER (type), NULL);
  g_autoptr(GListModel) items = NULL;
  const char *title = xb_material_type_get_title (type);
  GtkWidget *group, *row;

  g_signal_connect_object (materials, "items-changed", G_CALLBACK (watch_cb), filter, G_CONNECT_SWAPPED);
  watch_cb (GTK_FILTER (filter), 0, 0, g_list_model_get_n_items (materials), materials);
  items = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (materials), GTK_FILTER (filter)));
  group = xb_list_group_new (title, NULL, items, make_material, update_material, workspace);
  if (type <= XB_MATERIAL_TYPE_LOGO)
    {
      g_autofree char *invitation = g_strdup_printf (_("Add: %s"), title);

      row = xb_drop_row_new (invitation, type == XB_MATERIAL_TYPE_LOGO ? XB_FILES_IMAGES : XB_FILES_PAPERS);
      g_object_set_data (G_OBJECT (row), "xb-type", GINT_TO_POINTER (type));
      g_signal_connect_object (row, "file-chosen", G_CALLBACK (chosen_cb), workspace, 0);
      xb_list_group_set_empty (XB_LIST_GROUP (group), row);
    }
  else
    {
      g_signal_connect_object (items, "items-changed", G_CALLBACK (hide_empty_cb), group, G_CONNECT_SWAPPED);
      hide_empty_cb (group, 0, 0, 0, items);
    }
  return group;
}

static const char *
platform_name (XbWorkspace *workspace,
               const char  *key)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), key);

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

static void
update_copy (GtkWidget *row,
             gpointer   item,
             gpointer   workspace)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  gint64 sent = xb_copy_get_sent_at (item);
  g_autofree char *since_day = xb_instant_to_day (sent > 0 ? sent : xb_copy_get_made_at (item));
  g_autofree char *since = xb_format_day (since_day, today);
  g_autofree char *when = g_strdup_printf (sent > 0 ? _("handed in on %s") : _("made on %s, not handed in yet"), since);
  const char *watermark = xb_copy_get_watermark (item);
  g_autofree char *title = g_strdup_printf ("%s · %s", platform_name (workspace, xb_copy_get_platform (item)),
                                            xb_material_type_get_title (xb_copy_get_kind (item)));
  g_autofree char *subtitle = watermark != NULL && *watermark != '\0'
                                ? g_strdup_printf (_("%1$s\nWatermark: %2$s"), when, watermark) : g_strdup (when);

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, subtitle);
}

/** xb_copy_group_new: the register: who holds which copy since when */
GtkWidget *
xb_copy_group_new (XbWorkspace *workspace)
{
  g_autoptr(GListModel) copies = xb_workspace_list_copies (workspace);
  GtkWidget *group = xb_list_group_new (_("Who Holds Which Copy"),
                                        _("Each copy carries its watermark and can be traced to who got it."), copies,
                                        NULL, update_copy, workspace);
  GtkWidget *none = adw_action_row_new ();

  xb_row_set_title (none, _("Nobody holds a copy"));
  xb_row_set_subtitle (none, _("Copies that a certification hands in are listed here."));
  xb_list_group_set_empty (XB_LIST_GROUP (group), none);
  return group;
}

static void
make_nda (GtkWidget *row,
          gpointer   item,
          gpointer   workspace)
{
  GtkWidget *chip = xb_state_chip_new ();

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
}

static void
update_nda (GtkWidget *row,
            gpointer   item,
            gpointer   workspace)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *signed_on = xb_format_day (xb_nda_get_signed_on (item), today);
  g_autofree char *valid = xb_valid_dup_text (xb_nda_get_expires (item), today);
  g_autofree char *subtitle = g_strdup_printf (_("Signed on %1$s · %2$s"), signed_on, valid);

  xb_row_set_title (row, platform_name (workspace, xb_nda_get_platform (item)));
  xb_row_set_subtitle (row, subtitle);
  xb_chip_set_valid (g_object_get_data (G_OBJECT (row), "xb-chip"), xb_nda_get_expires (item), today);
}

static void
add_nda_cb (GtkWidget   *button,
            XbWorkspace *workspace)
{
  gtk_window_present (xb_nda_form_new (button, workspace, g_object_get_data (G_OBJECT (button), "xb-platform")));
}

static gboolean
is_with (gpointer item,
         gpointer platform)
{
  return platform == NULL || g_strcmp0 (xb_nda_get_platform (item), platform) == 0;
}

/** xb_nda_group_new: @platform: (nullable): the agreements with one platform; %NULL: with everybody */
GtkWidget *
xb_nda_group_new (XbWorkspace *workspace,
                  const char  *platform)
{
  GListModel *ndas = xb_workspace_list_ndas (workspace);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_with, g_strdup (platform), g_free));
  g_autoptr(GListModel) items = G_LIST_MODEL (gtk_filter_list_model_new (ndas, filter));
  GtkWidget *group = xb_list_group_new (_("Non-disclosure Agreements"),
                                        _("A third party gets a copy of the licence or of an ID only with a signed "
                                          "agreement that has not ended."),
                                        items, make_nda, update_nda, workspace);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add A_greement"));
  GtkWidget *none = adw_action_row_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "xb-platform", g_strdup (platform), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_nda_cb), workspace, 0);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  xb_row_set_title (none, _("No agreement on record"));
  xb_list_group_set_empty (XB_LIST_GROUP (group), none);
  return group;
}
