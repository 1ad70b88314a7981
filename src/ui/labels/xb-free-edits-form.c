/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-free-edits-form.h"
#include "xb-ui.h"
#include "xb-workspace-labels.h"

/* How many edits are left is the owner's to say: some were made without this program. */
struct _XbFreeEditsForm
{
  XbForm     parent_instance;

  char      *platform;
  GtkWidget *left;
};

G_DEFINE_FINAL_TYPE (XbFreeEditsForm, xb_free_edits_form, XB_TYPE_FORM)

/* -1 where no number stands there */
static int
typed (XbFreeEditsForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->left))));
  guint64 value = 0;

  return g_ascii_string_to_unsigned (text, 10, 0, 9999, &value, NULL) ? (int) value : -1;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbFreeEditsForm) self = user_data;

  xb_form_end (XB_FORM (self), result);
}

static void
xb_free_edits_form_act (XbForm *form)
{
  XbFreeEditsForm *self = XB_FREE_EDITS_FORM (form);

  if (typed (self) < 0)
    {
      xb_form_set_problem (form, _("Enter how many are left as a whole number, such as 2."));
      return;
    }
  xb_form_begin (form);
  xb_workspace_set_free_edits_async (xb_form_get_workspace (form), self->platform, typed (self),
                                     xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
xb_free_edits_form_finalize (GObject *object)
{
  g_free (XB_FREE_EDITS_FORM (object)->platform);
  G_OBJECT_CLASS (xb_free_edits_form_parent_class)->finalize (object);
}

static void
xb_free_edits_form_class_init (XbFreeEditsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_free_edits_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_free_edits_form_act;
}

static void
xb_free_edits_form_init (XbFreeEditsForm *self)
{
}

static void
fill (XbFreeEditsForm *self)
{
  XbWorkspace *workspace = xb_form_get_workspace (XB_FORM (self));
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), self->platform);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  XbFreeEdits edits = { .left = -1 };

  self->left = adw_entry_row_new ();
  xb_row_set_title (self->left, _("Free edits left"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->left), 4);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->left), TRUE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   platform != NULL ? xb_platform_get_name (platform) : self->platform);
  if (xb_workspace_read_free_edits (workspace, self->platform, NULL, &edits, NULL))
    {
      g_autofree char *from = xb_format_day (edits.from, today);
      g_autofree char *until = xb_format_day (edits.until, today);
      g_autofree char *year =
        g_strdup_printf (_("The contract year runs from %1$s to %2$s. What the platform’s own page says counts: planned "
                           "edits are then free or paid accordingly."), from, until);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), year);
    }
  if (edits.left >= 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", edits.left);

      gtk_editable_set_text (GTK_EDITABLE (self->left), text);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->left);
  xb_form_add (XB_FORM (self), group);
}

GtkWindow *
xb_free_edits_form_new (GtkWidget   *parent,
                        XbWorkspace *workspace,
                        const char  *platform)
{
  XbFreeEditsForm *self = g_object_new (XB_TYPE_FREE_EDITS_FORM, "workspace", workspace, NULL);

  self->platform = g_strdup (platform);
  xb_form_set_up (XB_FORM (self), parent, _("Free Edits"), _("_Save"));
  fill (self);
  return GTK_WINDOW (self);
}
