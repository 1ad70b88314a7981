/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-label-history.h"
#include "xb-label-life.h"
#include "xb-list-group.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-ui.h"

/* Every label that a number had, the newest first: when, where, who, why, and what it cost. */
struct _XbLabelHistory
{
  AdwBin       parent_instance;

  XbWorkspace *workspace; /* (nullable) */
  gint64       number;
};

G_DEFINE_FINAL_TYPE (XbLabelHistory, xb_label_history, ADW_TYPE_BIN)

static void
xb_label_history_dispose (GObject *object)
{
  XbLabelHistory *self = XB_LABEL_HISTORY (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* the rows ask for the workspace */
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_label_history_parent_class)->dispose (object);
}

static void
xb_label_history_class_init (XbLabelHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_label_history_dispose;
}

static void
xb_label_history_init (XbLabelHistory *self)
{
}

GtkWidget *
xb_label_history_new (void)
{
  return g_object_new (XB_TYPE_LABEL_HISTORY, NULL);
}

static void
add_part (GString    *out,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
}

static char *
dup_cost (XbLabelChange *change)
{
  g_autofree char *low = NULL, *high = NULL;

  if (xb_label_change_get_cost (change) > 0)
    {
      high = xb_money_format (xb_label_change_get_cost (change));
      return g_strdup_printf (_("%s yuan"), high);
    }
  if (xb_label_change_get_free (change))
    return g_strdup (_("free edit"));
  if (xb_label_change_get_fee_max (change) <= 0)
    return NULL;
  low = xb_money_format (xb_label_change_get_fee_min (change));
  high = xb_money_format (xb_label_change_get_fee_max (change));
  return g_strdup_printf (_("%1$s to %2$s yuan, indicative"), low, high);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbLabelChange *change = item;
  XbLabelHistory *self = user_data;
  XbPlatform *platform = self->workspace != NULL && xb_label_change_get_platform (change) != NULL
                           ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                                                  xb_label_change_get_platform (change)) : NULL;
  const char *text = xb_label_change_get_text (change);
  g_autofree char *title = text != NULL && *text != '\0' ? g_strdup_printf (_("“%s”"), text) : g_strdup (_("No label"));
  g_autofree char *live = xb_label_change_get_live_at (change) != 0
                            ? xb_instant_to_day (xb_label_change_get_live_at (change)) : NULL;
  g_autofree char *day = xb_format_day (live != NULL ? live : xb_label_change_get_show_on (change), NULL);
  g_autofree char *cost = dup_cost (change);
  g_autoptr(GString) words = g_string_new (day);

  add_part (words, platform != NULL ? xb_platform_get_name (platform) : xb_label_change_get_platform (change));
  add_part (words, xb_change_state_get_title (xb_label_change_get_state (change)));
  add_part (words, cost);
  add_part (words, xb_label_change_get_who (change));
  add_part (words, xb_label_change_get_why (change));
  add_part (words, xb_label_change_get_override (change));
  add_part (words, xb_label_change_get_reason (change));
  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, words->str);
}

/** xb_label_history_set_number: @number: 0: none */
void
xb_label_history_set_number (XbLabelHistory *self,
                             XbWorkspace    *workspace,
                             gint64          number)
{
  g_autoptr(XbNumber) record = NULL;
  g_autoptr(GListModel) changes = NULL;
  g_autofree char *digits = NULL, *title = NULL;

  g_return_if_fail (XB_IS_LABEL_HISTORY (self));

  if (self->number == number)
    return;
  self->number = number;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_set_object (&self->workspace, workspace);
  record = number != 0 ? xb_workspace_ref_number (workspace, number) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;
  digits = xb_phone_format (xb_number_get_e164 (record));
  title = g_strdup_printf (_("Labels of %s"), digits);
  changes = xb_workspace_list_number_label_changes (workspace, number);
  adw_bin_set_child (ADW_BIN (self), xb_list_group_new (title, NULL, changes, NULL, update_row, self));
}

guint
xb_label_history_get_n_rows (XbLabelHistory *self)
{
  g_return_val_if_fail (XB_IS_LABEL_HISTORY (self), 0);

  return adw_bin_get_child (ADW_BIN (self)) != NULL
           ? xb_list_group_get_n_rows (XB_LIST_GROUP (adw_bin_get_child (ADW_BIN (self)))) : 0;
}
