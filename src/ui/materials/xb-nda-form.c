/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-day.h"
#include "xb-drop-row.h"
#include "xb-lifecycle.h"
#include "xb-nda-form.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

/* A non-disclosure agreement that was signed with a third party. */
struct _XbNdaForm
{
  XbForm     parent_instance;

  GPtrArray *keys; /* of the platforms, in the order of the choice */
  char      *path; /* (nullable): the scan */
  GtkWidget *platform;
  GtkWidget *signed_on;
  GtkWidget *expires;
  GtkWidget *scan;
};

G_DEFINE_FINAL_TYPE (XbNdaForm, xb_nda_form, XB_TYPE_FORM)

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_nda_form_act (XbForm *form)
{
  XbNdaForm *self = XB_NDA_FORM (form);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->platform));

  if (selected >= self->keys->len)
    {
      xb_form_set_problem (form, _("Choose with whom the agreement was signed."));
      return;
    }
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_add_nda_async (xb_form_get_workspace (form), g_ptr_array_index (self->keys, selected),
                              xb_day_entry_get_day (XB_DAY_ENTRY (self->signed_on)),
                              xb_day_entry_get_day (XB_DAY_ENTRY (self->expires)), self->path,
                              xb_form_get_cancellable (form), added_cb, g_object_ref (self));
}

static void
chosen_cb (XbNdaForm *self,
           GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  xb_form_set_problem (XB_FORM (self), NULL);
  g_free (self->path);
  self->path = g_file_get_path (file);
  xb_drop_row_set_state (XB_DROP_ROW (self->scan), self->path != NULL ? XB_DROP_HAVE : XB_DROP_PROBLEM, shown);
}

static void
xb_nda_form_finalize (GObject *object)
{
  XbNdaForm *self = XB_NDA_FORM (object);

  g_ptr_array_unref (self->keys);
  g_free (self->path);
  G_OBJECT_CLASS (xb_nda_form_parent_class)->finalize (object);
}

static void
xb_nda_form_class_init (XbNdaFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_nda_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_nda_form_act;
}

static void
xb_nda_form_init (XbNdaForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->platform = adw_combo_row_new ();
  xb_row_set_title (self->platform, _("Signed with"));
  self->signed_on = xb_day_entry_new (_("Signed on"));
  self->expires = xb_day_entry_new (_("Ends on"));
  self->scan = xb_drop_row_new (_("Scan of the agreement (may be left out)"), XB_FILES_PAPERS);
  adw_preferences_group_set_description (group, _("Only with a signed agreement that has not ended does a third "
                                                  "party get a copy of the licence or of an ID."));
  adw_preferences_group_add (group, self->platform);
  adw_preferences_group_add (group, self->signed_on);
  adw_preferences_group_add (group, self->expires);
  adw_preferences_group_add (group, self->scan);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->scan, "file-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_platforms (XbNdaForm   *self,
                XbCatalogue *catalogue,
                const char  *wanted)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      if (!xb_platform_kind_needs_nda (xb_platform_get_kind (platform)) || xb_platform_get_withdrawn (platform))
        continue;
      if (g_strcmp0 (wanted, xb_platform_get_key (platform)) == 0)
        chosen = self->keys->len;
      g_ptr_array_add (self->keys, g_strdup (xb_platform_get_key (platform)));
      gtk_string_list_append (names, xb_platform_get_name (platform));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->platform), G_LIST_MODEL (names));
  if (chosen != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->platform), chosen);
}

/** xb_nda_form_new: @platform: (nullable): the key of the platform to begin with */
GtkWindow *
xb_nda_form_new (GtkWidget   *parent,
                 XbWorkspace *workspace,
                 const char  *platform)
{
  XbNdaForm *self = g_object_new (XB_TYPE_NDA_FORM, "workspace", workspace, NULL);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *next_year = xb_day_add_months (today, 12);

  xb_form_set_up (XB_FORM (self), parent, _("Add Agreement"), _("_Add"));
  fill_platforms (self, xb_workspace_get_catalogue (workspace), platform);
  xb_day_entry_set_day (XB_DAY_ENTRY (self->signed_on), today);
  xb_day_entry_set_day (XB_DAY_ENTRY (self->expires), next_year);
  return GTK_WINDOW (self);
}
