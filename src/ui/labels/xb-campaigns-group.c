/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-campaign-form.h"
#include "xb-campaigns-group.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-label-editor-draft.h"
#include "xb-list-group.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-year-words.h"

/* The campaigns of the business: added from a template or by hand, changed, removed and brought back. */
struct _XbCampaignsGroup
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GtkWidget   *group;
  GSimpleActionGroup *actions; /* in the window, where the toasts are */
};

G_DEFINE_FINAL_TYPE (XbCampaignsGroup, xb_campaigns_group, ADW_TYPE_BIN)

/* A campaign goes up with a label: the editor has it for the numbers that the owner chooses. */
static void
open_editor (XbCampaignsGroup *self,
             gint64            campaign,
             const char       *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  XbLabelDraft draft = { .campaign = campaign, .text = text != NULL && *text != '\0' ? text : NULL };

  xb_label_editor_open_draft (application, self->workspace, &draft);
}

static void
saved_cb (XbCampaignsGroup *self,
          gint64            id,
          const char       *label)
{
  if (label != NULL)
    open_editor (self, id, label);
}

static void
edit_cb (XbCampaignsGroup *self,
         GtkWidget        *button)
{
  GtkWindow *form = xb_campaign_form_new (GTK_WIDGET (self), self->workspace,
                                          g_object_get_data (G_OBJECT (button), "xb-campaign"));

  gtk_window_present (form);
}

static void
add_cb (XbCampaignsGroup *self)
{
  gtk_window_present (xb_campaigns_group_add (self));
}

typedef struct
{
  XbCampaignsGroup *group; /* (owned) */
  gint64            id;
  gboolean          remove;
} Removal;

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Removal *removal = user_data;
  g_autoptr(XbCampaignsGroup) self = removal->group;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      if (!xb_error_is_cancelled (error) && self->group != NULL)
        xb_dialogs_tell (GTK_WIDGET (self), _("The campaign was not removed"), error->message);
    }
  else if (removal->remove && self->group != NULL)
    xb_dialogs_toast_undo (GTK_WIDGET (self), _("The campaign is removed"), "campaigns.restore",
                           g_variant_new_int64 (removal->id));
}

static void
set_removed (XbCampaignsGroup *self,
             gint64            id,
             gboolean          remove)
{
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { g_object_ref (self), id, remove };
  xb_workspace_remove_campaign_async (self->workspace, id, remove, NULL, removed_cb, removal);
}

static void
remove_cb (XbCampaignsGroup *self,
           GtkWidget        *button)
{
  xb_campaigns_group_remove (self, xb_record_get_id (g_object_get_data (G_OBJECT (button), "xb-campaign")));
}

static void
restore_action (GSimpleAction *action,
                GVariant      *id,
                gpointer       user_data)
{
  set_removed (user_data, g_variant_get_int64 (id), FALSE);
}

static void
label_cb (XbCampaignsGroup *self,
          GtkWidget        *button)
{
  open_editor (self, xb_record_get_id (g_object_get_data (G_OBJECT (button), "xb-campaign")), NULL);
}

static void
add_row_button (XbCampaignsGroup *self,
                GtkWidget        *row,
                const char       *key,
                const char       *icon,
                GCallback         callback)
{
  GtkWidget *button = xb_row_add_icon_button (row, icon, "");

  g_object_set_data (G_OBJECT (row), key, button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  add_row_button (user_data, row, "xb-label", "xb-labels-symbolic", G_CALLBACK (label_cb));
  add_row_button (user_data, row, "xb-edit", "document-edit-symbolic", G_CALLBACK (edit_cb));
  add_row_button (user_data, row, "xb-remove", "user-trash-symbolic", G_CALLBACK (remove_cb));
}

static void
name_button (GtkWidget  *row,
             const char *key,
             const char *format,
             XbCampaign *campaign)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), key);
  g_autofree char *name = g_strconcat (format, " · ", xb_campaign_get_name (campaign), NULL);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "xb-campaign", g_object_ref (campaign), g_object_unref);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbCampaignsGroup *self = user_data;
  XbCampaign *campaign = item;
  gint64 labels = xb_campaign_get_labels (campaign);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *days = NULL, *count = NULL, *subtitle = NULL;

  if (xb_campaign_get_from_day (campaign) == NULL) /* it went meanwhile */
    return;
  days = xb_year_dup_span (xb_campaign_get_from_day (campaign), xb_campaign_get_until_day (campaign), today);
  count = labels == 0 ? g_strdup (_("no label yet"))
                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d label", "%d labels", (gulong) labels),
                                         (int) labels);
  subtitle = g_strjoin (" · ", days, count, xb_campaign_get_note (campaign), NULL);
  xb_row_set_title (row, xb_campaign_get_name (campaign));
  xb_row_set_subtitle (row, subtitle);
  name_button (row, "xb-label", _("Set a label"), campaign);
  name_button (row, "xb-edit", _("Change"), campaign);
  name_button (row, "xb-remove", _("Remove"), campaign);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-remove"), labels == 0);
}

static void
xb_campaigns_group_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xb_campaigns_group_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "campaigns",
                                  G_ACTION_GROUP (XB_CAMPAIGNS_GROUP (widget)->actions));
}

static void
xb_campaigns_group_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "campaigns", NULL);
  GTK_WIDGET_CLASS (xb_campaigns_group_parent_class)->unroot (widget);
}

static void
xb_campaigns_group_dispose (GObject *object)
{
  XbCampaignsGroup *self = XB_CAMPAIGNS_GROUP (object);

  self->group = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_campaigns_group_parent_class)->dispose (object);
}

static void
xb_campaigns_group_class_init (XbCampaignsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_campaigns_group_dispose;
  GTK_WIDGET_CLASS (klass)->root = xb_campaigns_group_root;
  GTK_WIDGET_CLASS (klass)->unroot = xb_campaigns_group_unroot;
}

static void
xb_campaigns_group_init (XbCampaignsGroup *self)
{
  static const GActionEntry entries[] = { { "restore", restore_action, "x" } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

GtkWidget *
xb_campaigns_group_new (XbWorkspace *workspace)
{
  XbCampaignsGroup *self = g_object_new (XB_TYPE_CAMPAIGNS_GROUP, NULL);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add a Campaign")), *row = adw_action_row_new ();
  g_autoptr(GListModel) campaigns = xb_workspace_list_campaigns (workspace);

  self->workspace = g_object_ref (workspace);
  self->group = xb_list_group_new (_("Campaigns"), _("A campaign brings its labels up and down again: both are due early "
                                                     "enough for the platforms."), campaigns, make_row, update_row, self);
  xb_row_set_title (row, _("No campaign yet"));
  xb_row_set_subtitle (row, _("Spring Festival, the start of term, 11 November: take a template and adapt it."));
  xb_list_group_set_empty (XB_LIST_GROUP (self->group), row);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), add);
  adw_bin_set_child (ADW_BIN (self), self->group);
  return GTK_WIDGET (self);
}

/** xb_campaigns_group_add: Returns: (transfer none): the form of a new one; with it saved, the label editor opens */
GtkWindow *
xb_campaigns_group_add (XbCampaignsGroup *self)
{
  GtkWindow *form = xb_campaign_form_new (GTK_WIDGET (self), self->workspace, NULL);

  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  return form;
}

/** xb_campaigns_group_remove: with a way back */
void
xb_campaigns_group_remove (XbCampaignsGroup *self,
                           gint64            campaign)
{
  g_return_if_fail (XB_IS_CAMPAIGNS_GROUP (self));

  set_removed (self, campaign, TRUE);
}
