/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "xb-day-entry.h"
#include "xb-lifecycle.h"
#include "xb-material-form.h"
#include "xb-thumbnail.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

/* What a paper is and until when it holds: asked when it is added, changed later. A file that is no
 * usable paper is refused here, with the reason. */
struct _XbMaterialForm
{
  XbForm     parent_instance;

  gint64     id;        /* 0: a new one, from @path */
  char      *path;      /* (nullable) */
  guint      temporary : 1; /* pasted: the file goes with the form */
  GtkWidget *thumbnail;
  GtkWidget *file_row;
  GtkWidget *name;
  GtkWidget *type;
  GtkWidget *expires;
};

G_DEFINE_FINAL_TYPE (XbMaterialForm, xb_material_form, XB_TYPE_FORM)

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_material_form_act (XbForm *form)
{
  XbMaterialForm *self = XB_MATERIAL_FORM (form);
  XbWorkspace *workspace = xb_form_get_workspace (form);
  XbMaterialType type = adw_combo_row_get_selected (ADW_COMBO_ROW (self->type));
  const char *expires = xb_day_entry_get_day (XB_DAY_ENTRY (self->expires));

  if (!xb_day_entry_is_valid (XB_DAY_ENTRY (self->expires)))
    {
      xb_form_set_problem (form, _("The expiry date is not a day; write it like 2026-10-13, or leave it empty."));
      return;
    }
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  if (self->id != 0)
    xb_workspace_edit_material_async (workspace, self->id, gtk_editable_get_text (GTK_EDITABLE (self->name)), type,
                                      expires, xb_form_get_cancellable (form), ended_cb, g_object_ref (self));
  else
    xb_workspace_add_material_async (workspace, self->path, type, expires, xb_form_get_cancellable (form), ended_cb,
                                     g_object_ref (self));
}

static void
changed_cb (XbMaterialForm *self)
{
  xb_form_set_problem (XB_FORM (self), NULL);
  xb_form_set_ready (XB_FORM (self), self->id == 0 || *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0');
}

static void
xb_material_form_finalize (GObject *object)
{
  XbMaterialForm *self = XB_MATERIAL_FORM (object);

  if (self->temporary && self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  G_OBJECT_CLASS (xb_material_form_parent_class)->finalize (object);
}

static void
xb_material_form_class_init (XbMaterialFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_material_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_material_form_act;
}

static GtkWidget *
make_type (void)
{
  g_autoptr(GtkStringList) types = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i <= XB_MATERIAL_TYPE_OTHER; i++)
    gtk_string_list_append (types, xb_material_type_get_title (i));
  xb_row_set_title (row, _("What it is"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (types));
  return row;
}

static void
xb_material_form_init (XbMaterialForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->file_row = adw_action_row_new ();
  self->thumbnail = xb_thumbnail_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->file_row), self->thumbnail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->file_row), 3);
  self->name = adw_entry_row_new ();
  xb_row_set_title (self->name, _("Name"));
  self->type = make_type ();
  self->expires = xb_day_entry_new (_("Expires (empty: no end)"));
  adw_preferences_group_add (group, self->file_row);
  adw_preferences_group_add (group, self->name);
  adw_preferences_group_add (group, self->type);
  adw_preferences_group_add (group, self->expires);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->expires), TRUE);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->expires, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xb_material_form_new_add:
 * @file: stored as it is when the form is confirmed
 * @type: what it seems to be
 * @temporary: the file was made for this and is removed in the end
 */
GtkWindow *
xb_material_form_new_add (GtkWidget      *parent,
                          XbWorkspace    *workspace,
                          GFile          *file,
                          XbMaterialType  type,
                          gboolean        temporary)
{
  XbMaterialForm *self = g_object_new (XB_TYPE_MATERIAL_FORM, "workspace", workspace, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  xb_form_set_up (XB_FORM (self), parent, _("Add Paper"), _("_Add"));
  self->path = g_file_get_path (file);
  self->temporary = !!temporary;
  gtk_widget_set_visible (self->name, FALSE);
  xb_row_set_title (self->file_row, temporary ? _("Pasted picture") : shown);
  xb_row_set_subtitle (self->file_row, _("It is stored on this computer alone; what is handed in are copies with a "
                                         "watermark."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->type), type);
  if (self->path != NULL)
    xb_thumbnail_show_file (XB_THUMBNAIL (self->thumbnail), self->path);
  else
    xb_form_set_problem (XB_FORM (self), _("This file is not on this computer. Save it here first, then add it."));
  xb_form_set_ready (XB_FORM (self), self->path != NULL);
  return GTK_WINDOW (self);
}

GtkWindow *
xb_material_form_new_edit (GtkWidget   *parent,
                           XbWorkspace *workspace,
                           XbMaterial  *material)
{
  XbMaterialForm *self = g_object_new (XB_TYPE_MATERIAL_FORM, "workspace", workspace, NULL);
  g_autofree char *path = xb_workspace_dup_file_path (workspace, xb_material_get_sha256 (material));
  g_autofree char *size = g_format_size (xb_material_get_size (material));
  g_autofree char *pages = NULL;

  xb_form_set_up (XB_FORM (self), parent, _("Edit Paper"), _("_Save"));
  self->id = xb_record_get_id (XB_RECORD (material));
  if (xb_material_get_pages (material) > 1)
    pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · %2$d page", "%1$s · %2$d pages",
                                          xb_material_get_pages (material)),
                             size, (int) xb_material_get_pages (material));
  xb_row_set_title (self->file_row, xb_material_type_get_title (xb_material_get_kind (material)));
  xb_row_set_subtitle (self->file_row, pages != NULL ? pages : size);
  xb_thumbnail_show_file (XB_THUMBNAIL (self->thumbnail), path);
  gtk_editable_set_text (GTK_EDITABLE (self->name), xb_material_get_name (material));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->type), xb_material_get_kind (material));
  xb_day_entry_set_day (XB_DAY_ENTRY (self->expires), xb_material_get_expires (material));
  return GTK_WINDOW (self);
}
