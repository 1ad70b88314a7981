/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-brand-form.h"
#include "xb-day-entry.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

/* One brand name, and its mark where it is registered. */
struct _XbBrandForm
{
  XbForm    parent_instance;

  gint64     id; /* 0: a new one */
  GtkWidget *name;
  GtkWidget *registered;
  GtkWidget *mark_no;
  GtkWidget *expires;
};

G_DEFINE_FINAL_TYPE (XbBrandForm, xb_brand_form, XB_TYPE_FORM)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_brand_form_act (XbForm *form)
{
  XbBrandForm *self = XB_BRAND_FORM (form);
  gboolean registered = gtk_switch_get_active (GTK_SWITCH (self->registered));

  if (registered && !xb_day_entry_is_valid (XB_DAY_ENTRY (self->expires)))
    {
      xb_form_set_problem (form, _("The expiry date is not a day; write it like 2026-10-13, or leave it empty."));
      gtk_widget_grab_focus (self->expires);
      return;
    }
  xb_form_begin (form);
  xb_workspace_save_brand_async (xb_form_get_workspace (form), self->id,
                                 gtk_editable_get_text (GTK_EDITABLE (self->name)), registered,
                                 registered ? gtk_editable_get_text (GTK_EDITABLE (self->mark_no)) : NULL,
                                 registered ? xb_day_entry_get_day (XB_DAY_ENTRY (self->expires)) : NULL,
                                 xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
update_cb (XbBrandForm *self)
{
  gboolean registered = gtk_switch_get_active (GTK_SWITCH (self->registered));

  gtk_widget_set_visible (self->mark_no, registered);
  gtk_widget_set_visible (self->expires, registered);
  xb_form_set_ready (XB_FORM (self), *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0');
}

static void
xb_brand_form_class_init (XbBrandFormClass *klass)
{
  XB_FORM_CLASS (klass)->act = xb_brand_form_act;
}

static void
xb_brand_form_init (XbBrandForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  self->name = adw_entry_row_new ();
  self->registered = gtk_switch_new ();
  self->mark_no = adw_entry_row_new ();
  self->expires = xb_day_entry_new (_("Mark expires"));
  xb_row_set_title (self->name, _("Brand name"));
  xb_row_set_title (self->mark_no, _("Registration number of the mark"));
  xb_row_set_title (row, _("Registered mark"));
  xb_row_set_subtitle (row, _("Some platforms take a brand name only with a registered mark"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->mark_no), TRUE);
  gtk_widget_set_valign (self->registered, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->registered), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Registered mark"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->registered);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->registered);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->mark_no);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->expires);
  xb_form_add (XB_FORM (self), group);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->registered, "notify::active", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/** xb_brand_form_new: @brand: (nullable): %NULL for a new one */
GtkWindow *
xb_brand_form_new (GtkWidget   *parent,
                    XbWorkspace *workspace,
                    XbBrand     *brand)
{
  XbBrandForm *self = g_object_new (XB_TYPE_BRAND_FORM, "workspace", workspace, NULL);

  xb_form_set_up (XB_FORM (self), parent, brand != NULL ? _("Edit Brand") : _("Add Brand"),
                   brand != NULL ? _("_Save") : _("_Add"));
  if (brand != NULL)
    {
      self->id = xb_record_get_id (XB_RECORD (brand));
      set_text (self->name, xb_brand_get_name (brand));
      gtk_switch_set_active (GTK_SWITCH (self->registered), xb_brand_get_registered (brand));
      set_text (self->mark_no, xb_brand_get_mark_no (brand));
      xb_day_entry_set_day (XB_DAY_ENTRY (self->expires), xb_brand_get_expires (brand));
    }
  return GTK_WINDOW (self);
}
