/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-platform-choice.h"
#include "xb-ui.h"
#include "xb-workspace-incident.h"

/* One more platform of which something is asked in a case. */
struct _XbPlatformChoice
{
  XbForm     parent_instance;

  gint64     incident;
  GPtrArray *keys; /* in the order of the choice */
  GtkWidget *platform;
};

G_DEFINE_FINAL_TYPE (XbPlatformChoice, xb_platform_choice, XB_TYPE_FORM)

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_platform_choice_act (XbForm *form)
{
  XbPlatformChoice *self = XB_PLATFORM_CHOICE (form);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->platform));

  if (selected >= self->keys->len)
    return;
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_add_appeal_async (xb_form_get_workspace (form), self->incident, g_ptr_array_index (self->keys, selected),
                                 xb_form_get_cancellable (form), added_cb, g_object_ref (self));
}

static void
xb_platform_choice_finalize (GObject *object)
{
  g_ptr_array_unref (XB_PLATFORM_CHOICE (object)->keys);
  G_OBJECT_CLASS (xb_platform_choice_parent_class)->finalize (object);
}

static void
xb_platform_choice_class_init (XbPlatformChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_platform_choice_finalize;
  XB_FORM_CLASS (klass)->act = xb_platform_choice_act;
}

static void
xb_platform_choice_init (XbPlatformChoice *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->platform = adw_combo_row_new ();
  xb_row_set_title (self->platform, _("Platform"));
  adw_preferences_group_set_description (group, _("For instance the operator of the number, or a platform whose mark was seen."));
  adw_preferences_group_add (group, self->platform);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
}

static gboolean
is_in_case (GListModel *appeals,
            const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (appeals); i++)
    {
      g_autoptr(XbAppeal) appeal = g_list_model_get_item (appeals, i);

      if (appeal != NULL && g_strcmp0 (xb_appeal_get_platform (appeal), key) == 0)
        return TRUE;
    }
  return FALSE;
}

GtkWindow *
xb_platform_choice_new (GtkWidget   *parent,
                        XbWorkspace *workspace,
                        gint64       incident_id)
{
  XbPlatformChoice *self = g_object_new (XB_TYPE_PLATFORM_CHOICE, "workspace", workspace, NULL);
  GListModel *catalogue = G_LIST_MODEL (xb_workspace_get_catalogue (workspace));
  g_autoptr(GListModel) appeals = xb_workspace_list_appeals (workspace, incident_id);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->incident = incident_id;
  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (catalogue, i);

      if (xb_platform_get_withdrawn (platform) || is_in_case (appeals, xb_platform_get_key (platform)))
        continue;
      g_ptr_array_add (self->keys, g_strdup (xb_platform_get_key (platform)));
      gtk_string_list_append (names, xb_platform_get_name (platform));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->platform), G_LIST_MODEL (names));
  xb_form_set_up (XB_FORM (self), parent, _("Add a Platform"), _("_Add"));
  xb_form_set_ready (XB_FORM (self), self->keys->len > 0);
  return GTK_WINDOW (self);
}
