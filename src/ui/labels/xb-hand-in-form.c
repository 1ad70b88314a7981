/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-copy-row.h"
#include "xb-day-entry.h"
#include "xb-dialogs.h"
#include "xb-hand-in-form.h"
#include "xb-phone.h"
#include "xb-ui.h"
#include "xb-workspace-labels.h"

/* What to enter at which portal, to be copied; then: that it was handed in. */
struct _XbHandInForm
{
  XbForm      parent_instance;

  GPtrArray  *changes; /* (element-type XbLabelChange) */
  XbDayEntry *day;
  GtkWidget  *case_no;
};

G_DEFINE_FINAL_TYPE (XbHandInForm, xb_hand_in_form, XB_TYPE_FORM)

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbHandInForm) self = user_data;

  xb_form_end (XB_FORM (self), result);
}

static void
xb_hand_in_form_act (XbForm *form)
{
  XbHandInForm *self = XB_HAND_IN_FORM (form);
  XbWorkspace *workspace = xb_form_get_workspace (form);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  const char *day = xb_day_entry_get_day (self->day), *case_no = gtk_editable_get_text (GTK_EDITABLE (self->case_no));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (strcmp (day, today) > 0)
    {
      xb_form_set_problem (form, _("This day is still to come. Record what happened on or before today."));
      return;
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      gint64 id = xb_record_get_id (g_ptr_array_index (self->changes, i));

      g_array_append_val (ids, id);
    }
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_file_label_change_async (workspace, (const gint64 *) ids->data, ids->len,
                                        strcmp (day, today) == 0 ? 0 : xb_instant_from_day (day, 12, 0),
                                        *case_no != '\0' ? case_no : NULL, xb_form_get_cancellable (form), ended_cb,
                                        g_object_ref (self));
}

static void
update (XbHandInForm *self)
{
  xb_form_set_ready (XB_FORM (self), xb_day_entry_get_day (self->day) != NULL);
}

static void
xb_hand_in_form_finalize (GObject *object)
{
  g_clear_pointer (&XB_HAND_IN_FORM (object)->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (xb_hand_in_form_parent_class)->finalize (object);
}

static void
xb_hand_in_form_class_init (XbHandInFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_hand_in_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_hand_in_form_act;
}

static void
xb_hand_in_form_init (XbHandInForm *self)
{
}

static void
open_portal_cb (GtkWidget *row)
{
  xb_dialogs_show_uri (row, g_object_get_data (G_OBJECT (row), "xb-uri"));
}

/* A portal is an address, or a path of taps in a phone. */
static void
add_portal (AdwPreferencesGroup *group,
            XbPlatform          *platform)
{
  const char *portal = platform != NULL ? xb_platform_get_text (platform, "portal") : NULL;
  GtkWidget *row;

  if (portal == NULL)
    return;
  row = xb_copy_row_new (_("Where"), portal);
  if (g_str_has_prefix (portal, "http"))
    {
      GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));

      gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (open), "xb-uri", g_strdup (portal), g_free);
      g_signal_connect (open, "clicked", G_CALLBACK (open_portal_cb), NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
    }
  adw_preferences_group_add (group, row);
}

static char *
dup_numbers (XbHandInForm *self)
{
  g_autoptr(GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      g_autofree char *number = xb_phone_format (xb_label_change_get_e164 (g_ptr_array_index (self->changes, i)));

      g_string_append_printf (numbers, "%s%s", i > 0 ? "\n" : "", number);
    }
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static void
fill (XbHandInForm *self)
{
  XbLabelChange *first = g_ptr_array_index (self->changes, 0);
  XbWorkspace *workspace = xb_form_get_workspace (XB_FORM (self));
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace),
                                              xb_label_change_get_platform (first));
  AdwPreferencesGroup *what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *done = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const char *text = xb_label_change_get_text (first), *was = xb_label_change_get_was (first);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *numbers = dup_numbers (self);

  adw_preferences_group_set_title (what, platform != NULL ? xb_platform_get_name (platform) : NULL);
  adw_preferences_group_set_description (what, _("Enter this there; each line can be copied."));
  add_portal (what, platform);
  adw_preferences_group_add (what, xb_copy_row_new (_("Numbers"), numbers));
  adw_preferences_group_add (what, xb_copy_row_new (_("New label"), text != NULL && *text != '\0' ? text
                                                                      : _("none: have it taken down")));
  if (was != NULL && *was != '\0')
    adw_preferences_group_add (what, xb_copy_row_new (_("Label until now"), was));
  adw_preferences_group_set_title (done, _("Then Say That It Is Done"));
  self->day = XB_DAY_ENTRY (xb_day_entry_new (_("Handed in on")));
  self->case_no = adw_entry_row_new ();
  xb_row_set_title (self->case_no, _("Case number"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->case_no), TRUE);
  adw_preferences_group_add (done, GTK_WIDGET (self->day));
  adw_preferences_group_add (done, self->case_no);
  g_signal_connect_object (self->day, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  xb_day_entry_set_day (self->day, today);
  xb_form_add (XB_FORM (self), GTK_WIDGET (what));
  xb_form_add (XB_FORM (self), GTK_WIDGET (done));
}

/** xb_hand_in_form_new: @changes: (element-type XbLabelChange): alike, at one platform */
GtkWindow *
xb_hand_in_form_new (GtkWidget   *parent,
                     XbWorkspace *workspace,
                     GPtrArray   *changes)
{
  XbHandInForm *self = g_object_new (XB_TYPE_HAND_IN_FORM, "workspace", workspace, NULL);

  self->changes = g_ptr_array_ref (changes);
  xb_form_set_up (XB_FORM (self), parent, _("Hand In the Label"), _("_Handed In"));
  fill (self);
  return GTK_WINDOW (self);
}
