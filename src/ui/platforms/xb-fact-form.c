/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-fact-form.h"
#include "xb-field-editor.h"
#include "xb-format.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

/* One fact of a platform, as the owner knows it better; both ends of a range together. */
struct _XbFactForm
{
  XbForm      parent_instance;

  XbPlatform *platform;
  char      **fields;
  GPtrArray  *editors;
  guint       next_reset; /* which of the fields goes back next */
};

G_DEFINE_FINAL_TYPE (XbFactForm, xb_fact_form, XB_TYPE_FORM)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_fact_form_act (XbForm *form)
{
  XbFactForm *self = XB_FACT_FORM (form);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) values = NULL;

  for (guint i = 0; i < self->editors->len; i++)
    {
      g_autofree char *text = xb_field_editor_dup_text (g_ptr_array_index (self->editors, i));

      g_strv_builder_add (builder, text);
    }
  values = g_strv_builder_end (builder);
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_edit_platform_async (xb_form_get_workspace (form), xb_platform_get_key (self->platform),
                                    (const char *const *) self->fields, (const char *const *) values,
                                    xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
changed_cb (XbFactForm *self)
{
  xb_form_set_problem (XB_FORM (self), NULL);
}

static void
reset_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbFactForm) self = user_data;
  XbForm *form = XB_FORM (self);

  self->next_reset++;
  if (self->fields[self->next_reset] == NULL)
    {
      xb_form_end (form, result);
      return;
    }
  if (!xb_workspace_finish (XB_WORKSPACE (object), result, NULL))
    g_debug ("%s: an end of the range stays as it is", self->fields[self->next_reset - 1]);
  xb_workspace_reset_platform_async (xb_form_get_workspace (form), xb_platform_get_key (self->platform),
                                     self->fields[self->next_reset], NULL, reset_cb, g_object_ref (self));
}

static void
xb_fact_form_finalize (GObject *object)
{
  XbFactForm *self = XB_FACT_FORM (object);

  g_clear_object (&self->platform);
  g_strfreev (self->fields);
  g_ptr_array_unref (self->editors);
  G_OBJECT_CLASS (xb_fact_form_parent_class)->finalize (object);
}

static void
xb_fact_form_class_init (XbFactFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_fact_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_fact_form_act;
}

static void
xb_fact_form_init (XbFactForm *self)
{
  self->editors = g_ptr_array_new ();
}

static void
add_reset (XbFactForm *self,
           XbFact     *fact)
{
  g_autofree char *day = xb_instant_to_day (xb_fact_get_edited_at (fact));
  g_autofree char *label = xb_format_day (day, NULL);
  g_autofree char *entered = g_strdup_printf (_("Entered by you on %s."), label);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Take Back"));

  xb_row_set_title (row, _("The bundled figure"));
  xb_row_set_subtitle (row, entered);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  xb_form_add (XB_FORM (self), group);
  g_signal_connect_object (button, "clicked", G_CALLBACK (xb_fact_form_reset), self, G_CONNECT_SWAPPED);
}

GtkWindow *
xb_fact_form_new (GtkWidget   *parent,
                  XbWorkspace *workspace,
                  XbPlatform  *platform,
                  XbFact      *fact)
{
  XbFactForm *self = g_object_new (XB_TYPE_FACT_FORM, "workspace", workspace, NULL);

  xb_form_set_up (XB_FORM (self), parent, xb_fact_get_title (fact), _("_Save"));
  self->platform = g_object_ref (platform);
  self->fields = g_strdupv ((char **) xb_fact_get_fields (fact));
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      GtkWidget *editor = xb_field_editor_new (platform, self->fields[i]);

      g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
      xb_form_add (XB_FORM (self), editor);
    }
  if (xb_fact_get_edited (fact) && !xb_platform_get_added (platform))
    add_reset (self, fact);
  return GTK_WINDOW (self);
}

/** xb_fact_form_reset: the bundled figure counts again */
void
xb_fact_form_reset (XbFactForm *self)
{
  XbForm *form = XB_FORM (self);

  g_return_if_fail (XB_IS_FACT_FORM (self));

  self->next_reset = 0;
  xb_form_begin (form);
  xb_workspace_reset_platform_async (xb_form_get_workspace (form), xb_platform_get_key (self->platform),
                                     self->fields[0], NULL, reset_cb, g_object_ref (self));
}
