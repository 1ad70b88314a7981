/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-field-editor.h"
#include "xb-ui.h"

/* The entry of one thing that can be known of a platform: a text, one word of a few, or several. It
 * speaks the words that the model reads; nothing entered means "unknown". */
struct _XbFieldEditor
{
  AdwPreferencesGroup  parent_instance;

  XbPlatformField      field;
  XbFactType           type;
  GtkWidget           *entry;    /* (nullable): texts, numbers, days */
  GtkWidget           *choice;   /* (nullable): one word */
  GPtrArray           *switches; /* (nullable): several words */
  GtkWidget           *known;    /* (nullable): whether the words are known at all */
};

G_DEFINE_FINAL_TYPE (XbFieldEditor, xb_field_editor, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (XbFieldEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
xb_field_editor_finalize (GObject *object)
{
  g_clear_pointer (&XB_FIELD_EDITOR (object)->switches, g_ptr_array_unref);
  G_OBJECT_CLASS (xb_field_editor_parent_class)->finalize (object);
}

static void
xb_field_editor_class_init (XbFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_field_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_field_editor_init (XbFieldEditor *self)
{
}

static void
add_entry (XbFieldEditor *self)
{
  const char *title = xb_platform_field_get_title (self->field);
  g_autofree char *hint = xb_platform_field_dup_hint (self->field);
  g_autofree char *description = g_strdup_printf (_("Enter %s. Leave it empty when it is not known."), hint);

  self->entry = self->type == XB_FACT_TYPE_DAY ? xb_day_entry_new (title) : adw_entry_row_new ();
  xb_row_set_title (self->entry, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->entry), TRUE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->entry);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* "unknown" is the first of the words. */
static void
add_choice (XbFieldEditor *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  const char *title;

  gtk_string_list_append (words, _("Not known"));
  if (self->type == XB_FACT_TYPE_BOOLEAN)
    {
      gtk_string_list_append (words, _("Yes"));
      gtk_string_list_append (words, _("No"));
    }
  else
    for (int i = 0; xb_platform_field_get_word (self->field, i, &title) != NULL; i++)
      gtk_string_list_append (words, title);
  self->choice = adw_combo_row_new ();
  xb_row_set_title (self->choice, xb_platform_field_get_title (self->field));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->choice), G_LIST_MODEL (words));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->choice);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_switch (XbFieldEditor *self,
            const char    *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  xb_row_set_title (row, title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_switches (XbFieldEditor *self)
{
  const char *title;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), xb_platform_field_get_title (self->field));
  self->switches = g_ptr_array_new ();
  self->known = add_switch (self, _("It is known"));
  for (int i = 0; xb_platform_field_get_word (self->field, i, &title) != NULL; i++)
    {
      GtkWidget *button = add_switch (self, title);

      g_object_bind_property (self->known, "active", button, "sensitive", G_BINDING_SYNC_CREATE);
      g_ptr_array_add (self->switches, button);
    }
}

/** xb_field_editor_new: @field: a name, as in xb_fact_get_fields() */
GtkWidget *
xb_field_editor_new (XbPlatform *platform,
                     const char *field)
{
  XbFieldEditor *self = g_object_new (XB_TYPE_FIELD_EDITOR, NULL);
  g_autofree char *value = xb_platform_dup_value (platform, field);

  xb_platform_field_find (field, &self->field);
  self->type = xb_platform_field_get_fact_type (self->field);
  if (self->type == XB_FACT_TYPE_BOOLEAN || self->type == XB_FACT_TYPE_CHOICE)
    add_choice (self);
  else if (self->type == XB_FACT_TYPE_LIST)
    add_switches (self);
  else
    add_entry (self);
  xb_field_editor_set_text (self, value);
  return GTK_WIDGET (self);
}

/** xb_field_editor_dup_text: Returns: (transfer full): as xb_platform_apply_edits() reads it */
char *
xb_field_editor_dup_text (XbFieldEditor *self)
{
  GString *words;
  guint selected;

  g_return_val_if_fail (XB_IS_FIELD_EDITOR (self), NULL);

  if (self->entry != NULL)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

      return g_strdup (*text != '\0' ? text : "unknown");
    }
  if (self->choice != NULL)
    {
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->choice));
      if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
        return g_strdup ("unknown");
      if (self->type == XB_FACT_TYPE_BOOLEAN)
        return g_strdup (selected == 1 ? "yes" : "no");
      return g_strdup (xb_platform_field_get_word (self->field, selected - 1, NULL));
    }
  if (!gtk_switch_get_active (GTK_SWITCH (self->known)))
    return g_strdup ("unknown");
  words = g_string_new (NULL);
  for (guint i = 0; i < self->switches->len; i++)
    if (gtk_switch_get_active (g_ptr_array_index (self->switches, i)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "",
                              xb_platform_field_get_word (self->field, i, NULL));
  if (words->len == 0)
    g_string_append (words, "none");
  return g_string_free (words, FALSE);
}

void
xb_field_editor_set_text (XbFieldEditor *self,
                          const char    *text)
{
  gboolean known;
  g_auto(GStrv) words = NULL;

  g_return_if_fail (XB_IS_FIELD_EDITOR (self));

  known = text != NULL && *text != '\0' && !g_str_equal (text, "unknown");
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), known ? text : "");
  else if (self->choice != NULL && self->type == XB_FACT_TYPE_BOOLEAN)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->choice), !known ? 0 : g_str_equal (text, "yes") ? 1 : 2);
  else if (self->choice != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->choice),
                                known ? xb_platform_field_find_word (self->field, text) + 1 : 0);
  else
    {
      words = g_strsplit (known ? text : "", ",", -1);
      gtk_switch_set_active (GTK_SWITCH (self->known), known);
      for (guint i = 0; i < self->switches->len; i++)
        gtk_switch_set_active (g_ptr_array_index (self->switches, i),
                               g_strv_contains ((const char *const *) words,
                                                xb_platform_field_get_word (self->field, i, NULL)));
    }
}
