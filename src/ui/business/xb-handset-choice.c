/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-handset-choice.h"
#include "xb-lifecycle.h"
#include "xb-ui.h"

#define N_HANDSETS (XB_HANDSET_OTHER + 1)

/* On which brands a certification is checked before it counts as live; at least one. */
struct _XbHandsetChoice
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *rows[N_HANDSETS];
  GtkWidget           *switches[N_HANDSETS];
};

G_DEFINE_FINAL_TYPE (XbHandsetChoice, xb_handset_choice, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The last one that is on stays on: something has to be looked at before "live". */
static void
keep_one (XbHandsetChoice *self)
{
  guint n_on = 0;

  for (guint i = 0; i < N_HANDSETS; i++)
    n_on += gtk_switch_get_active (GTK_SWITCH (self->switches[i]));
  for (guint i = 0; i < N_HANDSETS; i++)
    {
      gboolean last = n_on == 1 && gtk_switch_get_active (GTK_SWITCH (self->switches[i]));

      gtk_widget_set_sensitive (self->switches[i], !last);
      xb_row_set_subtitle (self->rows[i], last ? _("At least one brand is checked") : NULL);
    }
}

static void
switched_cb (XbHandsetChoice *self)
{
  keep_one (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
xb_handset_choice_class_init (XbHandsetChoiceClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_HANDSET_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_handset_choice_init (XbHandsetChoice *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _("Handsets to Check"));
  adw_preferences_group_set_description (group, _("A number counts as live only when each of these was seen to "
                                                  "show its name."));
  for (guint i = 0; i < N_HANDSETS; i++)
    {
      self->rows[i] = adw_action_row_new ();
      self->switches[i] = gtk_switch_new ();
      xb_row_set_title (self->rows[i], xb_handset_get_title (i));
      gtk_widget_set_valign (self->switches[i], GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->switches[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      xb_handset_get_title (i), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[i]), self->switches[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->rows[i]), self->switches[i]);
      adw_preferences_group_add (group, self->rows[i]);
      g_signal_connect_object (self->switches[i], "notify::active", G_CALLBACK (switched_cb), self,
                               G_CONNECT_SWAPPED);
    }
  xb_handset_choice_set_handsets (self, NULL);
}

GtkWidget *
xb_handset_choice_new (void)
{
  return g_object_new (XB_TYPE_HANDSET_CHOICE, NULL);
}

/** xb_handset_choice_set_handsets: @handsets: (nullable): nicks with commas between; none: Huawei */
void
xb_handset_choice_set_handsets (XbHandsetChoice *self,
                                const char      *handsets)
{
  g_auto(GStrv) nicks = g_strsplit (handsets != NULL && *handsets != '\0' ? handsets : "huawei", ",", -1);

  g_return_if_fail (XB_IS_HANDSET_CHOICE (self));

  for (guint i = 0; i < N_HANDSETS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->switches[i]),
                           g_strv_contains ((const char *const *) nicks, xb_enum_to_nick (XB_TYPE_HANDSET, i)));
  keep_one (self);
}

/** xb_handset_choice_dup_handsets: Returns: (transfer full): nicks with commas between */
char *
xb_handset_choice_dup_handsets (XbHandsetChoice *self)
{
  GString *nicks = g_string_new (NULL);

  g_return_val_if_fail (XB_IS_HANDSET_CHOICE (self), NULL);

  for (guint i = 0; i < N_HANDSETS; i++)
    if (gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? "," : "", xb_enum_to_nick (XB_TYPE_HANDSET, i));
  return g_string_free (nicks, FALSE);
}
