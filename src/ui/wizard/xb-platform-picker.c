/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lifecycle.h"
#include "xb-money.h"
#include "xb-platform-picker.h"
#include "xb-state-chip.h"
#include "xb-terms.h"
#include "xb-ui.h"
#include "xb-workspace-life.h"

/* To whom: the platforms in groups of their kind, each with its time and its cost in one line. */
struct _XbPlatformPicker
{
  AdwBin          parent_instance;

  XbWizardDraft  *draft;
  GtkWidget      *box;
  GtkCheckButton *first; /* the group of the radio buttons */
};

G_DEFINE_FINAL_TYPE (XbPlatformPicker, xb_platform_picker, ADW_TYPE_BIN)

static char *
describe_time (XbPlatform *platform)
{
  gboolean hours = xb_platform_get_unit (platform, "review") == XB_PLATFORM_UNIT_HOURS;
  gint64 least = 0;
  gint64 most = 0;
  gboolean has_least = xb_platform_get_int (platform, "review_min", &least);
  gboolean has_most = xb_platform_get_int (platform, "review_max", &most);

  if (!has_least && !has_most)
    return g_strdup (_("Time of the review not published"));
  if (!has_least || !has_most || least == most)
    {
      int n = (int) (has_most ? most : least);

      return hours ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Review %d hour", "Review %d hours", n), n)
                   : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Review %d working day",
                                                   "Review %d working days", n), n);
    }
  return g_strdup_printf (hours ? _("Review %1$d–%2$d hours") : _("Review %1$d–%2$d working days"),
                          (int) least, (int) most);
}

static char *
describe_fee (XbPlatform *platform)
{
  gint64 least = 0;
  gint64 most = 0;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!xb_terms_annual_fee (platform, &least, &most))
    return g_strdup (_("fee not published"));
  if (least == 0 && most == 0)
    return g_strdup (_("no yearly fee"));
  low = xb_money_format (least);
  high = xb_money_format (most);
  return least == most ? g_strdup_printf (_("%s yuan a year"), low)
                       : g_strdup_printf (_("%1$s–%2$s yuan a year"), low, high);
}

static void
toggled_cb (GtkCheckButton   *check,
            XbPlatformPicker *self)
{
  if (gtk_check_button_get_active (check))
    xb_wizard_draft_set_platform (self->draft, g_object_get_data (G_OBJECT (check), "xb-key"));
}

static GtkWidget *
make_row (XbPlatformPicker *self,
          XbPlatform       *platform)
{
  g_autofree char *time = describe_time (platform);
  g_autofree char *fee = describe_fee (platform);
  g_autofree char *text = g_strdup_printf ("%s · %s", time, fee);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  xb_row_set_title (row, xb_platform_get_name (platform));
  xb_row_set_subtitle (row, text);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), platform == xb_wizard_draft_get_platform (self->draft));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "xb-key", g_strdup (xb_platform_get_key (platform)), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check); /* and its name is the row's */
  if (xb_platform_kind_needs_nda (xb_platform_get_kind (platform)))
    {
      GtkWidget *chip = xb_state_chip_new ();

      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_BANG, "neutral", _("Needs an NDA"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }
  return row;
}

static void
add_kind (XbPlatformPicker *self,
          XbPlatformKind    kind)
{
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (xb_wizard_draft_get_workspace (self->draft)));
  GtkWidget *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);

      if (xb_platform_get_kind (platform) != kind || xb_platform_get_withdrawn (platform))
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), xb_platform_kind_get_title (kind));
          gtk_box_append (GTK_BOX (self->box), group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, platform));
    }
}

/* Whoever practises finds the practice platform first; everybody else finds it last. */
static void
fill (XbPlatformPicker *self)
{
  g_autofree char *practice = xb_workspace_dup_practice_url (xb_wizard_draft_get_workspace (self->draft));

  if (practice != NULL)
    add_kind (self, XB_PLATFORM_KIND_PRACTICE);
  for (XbPlatformKind kind = XB_PLATFORM_KIND_OPERATOR; kind < XB_PLATFORM_KIND_PRACTICE; kind++)
    add_kind (self, kind);
  if (practice == NULL)
    add_kind (self, XB_PLATFORM_KIND_PRACTICE);
}

static void
xb_platform_picker_finalize (GObject *object)
{
  g_clear_object (&XB_PLATFORM_PICKER (object)->draft);
  G_OBJECT_CLASS (xb_platform_picker_parent_class)->finalize (object);
}

static void
xb_platform_picker_class_init (XbPlatformPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_platform_picker_finalize;
}

static void
xb_platform_picker_init (XbPlatformPicker *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

void
xb_platform_picker_set_draft (XbPlatformPicker *self,
                              XbWizardDraft    *draft)
{
  self->draft = g_object_ref (draft);
  fill (self);
}
