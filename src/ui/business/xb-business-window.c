/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-brand-list.h"
#include "xb-business-window.h"
#include "xb-day-entry.h"
#include "xb-enum-types.h"
#include "xb-handset-choice.h"
#include "xb-problem.h"
#include "xb-ui.h"
#include "xb-uscc.h"
#include "xb-workspace-register.h"

/* The texts of the form, in the order of the window. */
enum
{
  TEXT_NAME,
  TEXT_USCC,
  TEXT_ADDRESS,
  TEXT_HOURS,
  TEXT_INDUSTRY,
  TEXT_CONTACT,
  TEXT_PHONE,
  N_TEXTS,
};

static const struct
{
  const char *property;
  const char *title;
} texts[] = {
  [TEXT_NAME] = { "name", N_("Name as on the licence") },
  [TEXT_USCC] = { "uscc", N_("Unified social credit code") },
  [TEXT_ADDRESS] = { "address", N_("Address") },
  [TEXT_HOURS] = { "hours", N_("Opening hours") },
  [TEXT_INDUSTRY] = { "industry", N_("Industry") },
  [TEXT_CONTACT] = { "contact", N_("Contact person") },
  [TEXT_PHONE] = { "contact-phone", N_("Phone of the contact person") },
};

/* The business, as its licence names it. A field that somebody changes elsewhere follows here, unless
 * something else was typed into it meanwhile. */
struct _XbBusinessWindow
{
  XbForm    parent_instance;

  XbBusiness *known; /* as it was when a field was last filled in */

  GtkWidget  *entries[N_TEXTS];
  GtkWidget  *code; /* what is wrong with the credit code */
  GtkWidget  *kind;
  GtkWidget  *expires;
  GtkWidget  *handsets;
};

G_DEFINE_FINAL_TYPE (XbBusinessWindow, xb_business_window, XB_TYPE_FORM)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static XbBusiness *
collect (XbBusinessWindow *self)
{
  g_autofree char *handsets = xb_handset_choice_dup_handsets (XB_HANDSET_CHOICE (self->handsets));
  XbBusiness *draft = g_object_new (XB_TYPE_BUSINESS,
                                    "kind", adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)),
                                    "licence-expires", xb_day_entry_get_day (XB_DAY_ENTRY (self->expires)),
                                    "handsets", handsets,
                                    NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    g_object_set (draft, texts[i].property, gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), NULL);
  return draft;
}

/* Typing is not scolded: a code that is still too short is said to be so only when one goes on. */
static void
check_code (XbBusinessWindow *self,
            gboolean          complete)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[TEXT_USCC]))));
  g_autoptr(GError) error = NULL;
  char code[XB_USCC_LENGTH + 1];
  gboolean wrong = *text != '\0' && (complete || g_utf8_strlen (text, -1) >= XB_USCC_LENGTH) &&
                   !xb_uscc_normalise (text, code, &error);

  xb_problem_set_text (XB_PROBLEM (self->code), wrong ? error->message : NULL);
  if (wrong)
    gtk_widget_add_css_class (self->entries[TEXT_USCC], "error");
  else
    gtk_widget_remove_css_class (self->entries[TEXT_USCC], "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[TEXT_USCC]), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
code_changed_cb (XbBusinessWindow *self)
{
  check_code (self, FALSE);
}

static void
code_left_cb (XbBusinessWindow *self)
{
  check_code (self, TRUE);
}

static void
changed_cb (XbBusinessWindow *self)
{
  xb_form_set_problem (XB_FORM (self), NULL);
}

static void
follow_text (XbBusinessWindow *self,
             guint             i,
             XbBusiness       *business)
{
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  GtkEditable *entry = GTK_EDITABLE (self->entries[i]);

  g_object_get (self->known, texts[i].property, &before, NULL);
  g_object_get (business, texts[i].property, &now, NULL);
  if (strcmp (gtk_editable_get_text (entry), or_empty (before)) == 0 &&
      strcmp (or_empty (before), or_empty (now)) != 0)
    gtk_editable_set_text (entry, or_empty (now));
}

static void
follow (XbBusinessWindow *self,
        XbBusiness       *business)
{
  g_autofree char *handsets = xb_handset_choice_dup_handsets (XB_HANDSET_CHOICE (self->handsets));
  GtkEditable *expires = GTK_EDITABLE (self->expires);

  for (guint i = 0; i < N_TEXTS; i++)
    follow_text (self, i, business);
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) == xb_business_get_kind (self->known))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), xb_business_get_kind (business));
  if (strcmp (gtk_editable_get_text (expires), or_empty (xb_business_get_licence_expires (self->known))) == 0)
    xb_day_entry_set_day (XB_DAY_ENTRY (self->expires), xb_business_get_licence_expires (business));
  if (xb_business_get_handsets (self->known) == NULL ||
      strcmp (handsets, xb_business_get_handsets (self->known)) == 0)
    xb_handset_choice_set_handsets (XB_HANDSET_CHOICE (self->handsets), xb_business_get_handsets (business));
  xb_record_assign (XB_RECORD (self->known), XB_RECORD (business));
}

static void
workspace_changed_cb (XbBusinessWindow  *self,
                      const char *const *tables)
{
  g_autoptr(XbBusiness) business = NULL;

  if (tables != NULL && !g_strv_contains (tables, "business"))
    return;
  business = xb_workspace_ref_business (xb_form_get_workspace (XB_FORM (self)));
  if (business != NULL)
    follow (self, business);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_business_window_act (XbForm *form)
{
  XbBusinessWindow *self = XB_BUSINESS_WINDOW (form);
  g_autoptr(XbBusiness) draft = collect (self);

  check_code (self, TRUE);
  if (xb_problem_get_text (XB_PROBLEM (self->code)) != NULL)
    {
      gtk_widget_grab_focus (self->entries[TEXT_USCC]);
      return;
    }
  if (!xb_day_entry_is_valid (XB_DAY_ENTRY (self->expires)))
    {
      xb_form_set_problem (form, _("The expiry date is not a day; write it like 2026-10-13, or leave it "
                                     "empty where the licence has no end."));
      return;
    }
  xb_form_begin (form);
  xb_workspace_set_business_async (xb_form_get_workspace (form), draft, NULL, saved_cb, g_object_ref (self));
}

static void
xb_business_window_finalize (GObject *object)
{
  g_clear_object (&XB_BUSINESS_WINDOW (object)->known);
  G_OBJECT_CLASS (xb_business_window_parent_class)->finalize (object);
}

static void
xb_business_window_class_init (XbBusinessWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_business_window_finalize;
  XB_FORM_CLASS (klass)->act = xb_business_window_act;
}

static GtkWidget *
add_text (XbBusinessWindow *self,
          GtkWidget        *group,
          guint             i)
{
  self->entries[i] = adw_entry_row_new ();
  xb_row_set_title (self->entries[i], _(texts[i].title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entries[i]);
  g_signal_connect_object (self->entries[i], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self->entries[i];
}

/* In the order of XbBusinessKind. */
static GtkWidget *
make_kind (void)
{
  const char *const words[] = { _("Company"), _("Sole trader"), NULL };
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (words);
  GtkWidget *row = adw_combo_row_new ();

  xb_row_set_title (row, _("Kind of business"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (kinds));
  return row;
}

static void
add_licence (XbBusinessWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *row = gtk_list_box_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("The Licence"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Exactly as printed: platforms compare it letter by letter."));
  add_text (self, group, TEXT_NAME);
  add_text (self, group, TEXT_USCC);
  self->code = xb_problem_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->code);
  g_object_bind_property (self->code, "visible", row, "visible", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->kind = make_kind ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->kind);
  self->expires = xb_day_entry_new (_("Licence expires (empty: no end)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->expires);
  add_text (self, group, TEXT_ADDRESS);
  add_text (self, group, TEXT_HOURS);
  add_text (self, group, TEXT_INDUSTRY);
  xb_form_add (XB_FORM (self), group);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entries[TEXT_USCC]),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->code, NULL, -1);
  g_signal_connect_object (self->entries[TEXT_USCC], "changed", G_CALLBACK (code_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (code_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entries[TEXT_USCC], focus);
}

static void
add_contact (XbBusinessWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Who Handles It"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Platforms call this person when they have a question."));
  add_text (self, group, TEXT_CONTACT);
  add_text (self, group, TEXT_PHONE);
  xb_form_add (XB_FORM (self), group);
}

static void
xb_business_window_init (XbBusinessWindow *self)
{
  self->known = g_object_new (XB_TYPE_BUSINESS, NULL);
  add_licence (self);
  add_contact (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 720);
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
}

/** xb_business_window_new: @parent: (nullable): Returns: (transfer none): show it with gtk_window_present() */
GtkWindow *
xb_business_window_new (GtkWindow   *parent,
                        XbWorkspace *workspace)
{
  XbBusinessWindow *self;

  g_return_val_if_fail (XB_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (XB_TYPE_BUSINESS_WINDOW, "workspace", workspace, NULL);
  xb_form_set_up (XB_FORM (self), parent != NULL ? GTK_WIDGET (parent) : NULL, _("My Business"), _("_Save"));
  self->handsets = xb_handset_choice_new ();
  g_signal_connect_object (self->handsets, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  xb_form_add (XB_FORM (self), xb_brand_list_new (workspace));
  xb_form_add (XB_FORM (self), self->handsets);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  workspace_changed_cb (self, NULL);
  return GTK_WINDOW (self);
}
