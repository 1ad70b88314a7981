/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-sign-form.h"
#include "xb-ui.h"

/* The end of an inspection: who answers for it. */
struct _XbSignForm
{
  XbForm     parent_instance;

  gint64     id;
  GtkWidget *summary;
  GtkWidget *by;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (XbSignForm, xb_sign_form, XB_TYPE_FORM)

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_sign_form_act (XbForm *form)
{
  XbSignForm *self = XB_SIGN_FORM (form);

  xb_form_begin (form);
  xb_workspace_sign_inspection_async (xb_form_get_workspace (form), self->id, gtk_editable_get_text (GTK_EDITABLE (self->by)),
                                      gtk_editable_get_text (GTK_EDITABLE (self->note)), xb_form_get_cancellable (form),
                                      signed_cb, g_object_ref (self));
}

static void
update_cb (XbSignForm *self)
{
  xb_form_set_ready (XB_FORM (self), *gtk_editable_get_text (GTK_EDITABLE (self->by)) != '\0');
}

static void
xb_sign_form_class_init (XbSignFormClass *klass)
{
  XB_FORM_CLASS (klass)->act = xb_sign_form_act;
}

static void
xb_sign_form_init (XbSignForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->summary = gtk_label_new (NULL);
  self->by = adw_entry_row_new ();
  self->note = adw_entry_row_new ();
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  xb_row_set_title (self->by, _("Who signs"));
  xb_row_set_title (self->note, _("Note"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->by), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->note), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->by);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->note);
  xb_form_add (XB_FORM (self), self->summary);
  xb_form_add (XB_FORM (self), group);
  g_signal_connect_object (self->by, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

GtkWindow *
xb_sign_form_new (GtkWidget    *parent,
                  XbWorkspace  *workspace,
                  XbInspection *inspection)
{
  XbSignForm *self = g_object_new (XB_TYPE_SIGN_FORM, "workspace", workspace, NULL);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (workspace);
  const char *contact = business != NULL ? xb_business_get_contact (business) : NULL;
  g_autofree char *summary = NULL;

  xb_form_set_up (XB_FORM (self), parent, _("Sign the Inspection"), _("_Sign"));
  self->id = xb_record_get_id (XB_RECORD (inspection));
  summary = g_strdup_printf (_("%" PRId64 " passed, %" PRId64 " failed, %" PRId64 " skipped. Once it is signed, nothing of it "
                               "changes any more."), xb_inspection_get_passed (inspection),
                             xb_inspection_get_failed (inspection), xb_inspection_get_skipped (inspection));
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_editable_set_text (GTK_EDITABLE (self->by), contact != NULL ? contact : "");
  return GTK_WINDOW (self);
}
