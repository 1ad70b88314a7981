/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lifecycle.h"
#include "xb-platform-form.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

/* A platform that the catalogue does not know. What is known of it is entered on its page. */
struct _XbPlatformForm
{
  XbForm     parent_instance;

  char      *key;
  GtkWidget *name;
  GtkWidget *kind;
};

G_DEFINE_FINAL_TYPE (XbPlatformForm, xb_platform_form, XB_TYPE_FORM)

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbPlatformForm) self = user_data;

  if (xb_form_end (XB_FORM (self), result))
    g_signal_emit (self, signals[ADDED], 0, self->key);
}

/* Nobody sees the key; it only has to be free. */
static char *
find_key (XbCatalogue *catalogue)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("own-%u", i);

      if (xb_catalogue_lookup (catalogue, key) == NULL)
        return g_steal_pointer (&key);
    }
}

static void
xb_platform_form_act (XbForm *form)
{
  XbPlatformForm *self = XB_PLATFORM_FORM (form);
  XbWorkspace *workspace = xb_form_get_workspace (form);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  g_free (self->key);
  self->key = find_key (xb_workspace_get_catalogue (workspace));
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_add_platform_async (workspace, self->key, name,
                                   (XbPlatformKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)),
                                   NULL, added_cb, g_object_ref (self));
}

static void
changed_cb (XbPlatformForm *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  xb_form_set_problem (XB_FORM (self), NULL);
  xb_form_set_ready (XB_FORM (self), *name != '\0');
}

static void
xb_platform_form_finalize (GObject *object)
{
  g_free (XB_PLATFORM_FORM (object)->key);
  G_OBJECT_CLASS (xb_platform_form_parent_class)->finalize (object);
}

static void
xb_platform_form_class_init (XbPlatformFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_platform_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_platform_form_act;
  signals[ADDED] = g_signal_new ("added", XB_TYPE_PLATFORM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xb_platform_form_init (XbPlatformForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  /* the practice platform is not one that people have */
  for (guint i = 0; i < XB_PLATFORM_KIND_PRACTICE; i++)
    gtk_string_list_append (kinds, xb_platform_kind_get_title (i));
  self->name = adw_entry_row_new ();
  xb_row_set_title (self->name, _("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  self->kind = adw_combo_row_new ();
  xb_row_set_title (self->kind, _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), XB_PLATFORM_KIND_THIRD_PARTY);
  adw_preferences_group_set_description (group, _("A third party gets papers only after a non-disclosure agreement."));
  adw_preferences_group_add (group, self->name);
  adw_preferences_group_add (group, self->kind);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

GtkWindow *
xb_platform_form_new (GtkWidget   *parent,
                      XbWorkspace *workspace)
{
  XbPlatformForm *self = g_object_new (XB_TYPE_PLATFORM_FORM, "workspace", workspace, NULL);

  xb_form_set_up (XB_FORM (self), parent, _("Add Platform"), _("_Add"));
  return GTK_WINDOW (self);
}
