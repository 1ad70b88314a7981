/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-cost-list.h"
#include "xb-format.h"
#include "xb-list-group.h"
#include "xb-money.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-wrap-layout.h"

/* The lines of the ledger in one year, by month, kind, platform and number. */
struct _XbCostList
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GListModel  *ledger;
  GPtrArray   *keys; /* of the platforms; the first is all */
  int          year;

  GtkWidget   *month;
  GtkWidget   *kind;
  GtkWidget   *platform;
  GtkWidget   *search;
};

G_DEFINE_FINAL_TYPE (XbCostList, xb_cost_list, ADW_TYPE_BIN)

/** xb_cost_list_get_part: Returns: what is in sight; its days are written into @from and @until */
XbLedgerPart
xb_cost_list_get_part (XbCostList *self,
                       char        from[11],
                       char        until[11])
{
  guint month = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->month));
  guint platform = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->platform));

  g_snprintf (from, 11, "%04d-%02u-01", self->year, month > 0 ? month : 1);
  g_snprintf (until, 11, "%04d-%02u-31", self->year, month > 0 ? month : 12);
  return (XbLedgerPart) {
    from, until, (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) - 1,
    platform < self->keys->len ? g_ptr_array_index (self->keys, platform) : NULL,
    gtk_editable_get_text (GTK_EDITABLE (self->search)),
  };
}

static void
filter_cb (XbCostList *self)
{
  char from[11], until[11];
  XbLedgerPart part = xb_cost_list_get_part (self, from, until);

  xb_workspace_filter_ledger (self->workspace, self->ledger, &part);
}

static GtkWidget *
add_row_button (GtkWidget  *row,
                const char *icon_name,
                const char *name,
                const char *action,
                gint64      id)
{
  GtkWidget *button = xb_row_add_icon_button (row, icon_name, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *chip = xb_state_chip_new (), *sum = gtk_label_new (NULL);
  gint64 id = xb_record_get_id (item);

  xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_HALF, "warning", _("Indicative"));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (sum, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sum);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  g_object_set_data (G_OBJECT (row), "xb-sum", sum);
  add_row_button (row, "document-edit-symbolic", _("Enter what was paid"), "costs.paid", id);
  add_row_button (row, "user-trash-symbolic", _("Remove this line"), "costs.remove", id);
}

static void
add_part (GString    *out,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, text);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbCostList *self = user_data;
  XbCatalogue *catalogue = xb_workspace_get_catalogue (self->workspace);
  const char *note = xb_cost_get_note (item), *key = xb_cost_get_platform (item);
  const char *kind = xb_cost_category_get_title (xb_cost_get_category (item));
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (catalogue, key) : NULL;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *day = xb_format_day (xb_cost_get_on_date (item), today);
  g_autofree char *money = xb_money_format (xb_cost_get_amount (item));
  g_autofree char *text = g_strdup_printf (_("%s yuan"), money);
  g_autoptr(GString) about = g_string_new (day);

  if (note != NULL)
    add_part (about, kind);
  add_part (about, platform != NULL ? xb_platform_get_name (platform) : key);
  add_part (about, xb_cost_get_number (item));
  xb_row_set_title (row, note != NULL ? note : kind);
  xb_row_set_subtitle (row, about->str);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "xb-sum"), text);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-chip"), xb_cost_get_indicative (item));
}

static GtkWidget *
add_choice (XbCostList   *self,
            GtkWidget     *box,
            GtkStringList *names,
            const char    *name)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  /* the focus stands on the button inside, which has no name of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (choice)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), choice);
  return choice;
}

static GtkStringList *
name_months (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Whole year"));
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Month %u"), i);

      gtk_string_list_append (names, name);
    }
  return names;
}

static GtkStringList *
name_kinds (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All kinds"));
  for (guint i = 0; i < XB_N_COST_CATEGORIES; i++)
    gtk_string_list_append (names, xb_cost_category_get_title (i));
  return names;
}

static GtkStringList *
name_platforms (XbCostList *self)
{
  XbCatalogue *catalogue = xb_workspace_get_catalogue (self->workspace);
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->keys, NULL);
  gtk_string_list_append (names, _("All platforms"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      g_ptr_array_add (self->keys, g_strdup (xb_platform_get_key (platform)));
      gtk_string_list_append (names, xb_platform_get_name (platform));
    }
  return names;
}

static GtkWidget *
make_export (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Excel Workbook (XLSX)…"), "costs.export::xlsx");
  g_menu_append (menu, _("Table as Text (CSV)…"), "costs.export::csv");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Save the Ledger as a Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save the Ledger as a Table"), -1);
  return button;
}

static GtkWidget *
make_tools (XbCostList *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, xb_wrap_layout_new (6));
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Number or note"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the ledger"), -1);
  self->month = add_choice (self, box, name_months (), _("Which month"));
  self->kind = add_choice (self, box, name_kinds (), _("Which kind of cost"));
  self->platform = add_choice (self, box, name_platforms (self), _("Which platform"));
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), make_export ());
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), box);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->platform, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static void
xb_cost_list_dispose (GObject *object)
{
  XbCostList *self = XB_COST_LIST (object);

  g_clear_object (&self->ledger);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_cost_list_parent_class)->dispose (object);
}

static void
xb_cost_list_finalize (GObject *object)
{
  g_ptr_array_unref (XB_COST_LIST (object)->keys);
  G_OBJECT_CLASS (xb_cost_list_parent_class)->finalize (object);
}

static void
xb_cost_list_class_init (XbCostListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_cost_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_cost_list_finalize;
}

static void
xb_cost_list_init (XbCostList *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
xb_cost_list_new (XbWorkspace *workspace,
                  int          year)
{
  XbCostList *self = g_object_new (XB_TYPE_COST_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *list, *nothing = adw_action_row_new ();

  self->workspace = g_object_ref (workspace);
  self->year = year;
  self->ledger = xb_workspace_list_ledger (workspace, NULL);
  gtk_box_append (GTK_BOX (box), make_tools (self));
  list = xb_list_group_new (_("Ledger"), NULL, self->ledger, make_row, update_row, self);
  xb_row_set_title (nothing, _("No costs here"));
  xb_list_group_set_empty (XB_LIST_GROUP (list), nothing);
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
  filter_cb (self);
  return GTK_WIDGET (self);
}

void
xb_cost_list_set_year (XbCostList *self,
                       int         year)
{
  g_return_if_fail (XB_IS_COST_LIST (self));

  self->year = year;
  filter_cb (self);
}

/** xb_cost_list_get_ledger: Returns: (transfer none): the lines in sight */
GListModel *
xb_cost_list_get_ledger (XbCostList *self)
{
  g_return_val_if_fail (XB_IS_COST_LIST (self), NULL);

  return self->ledger;
}

gboolean
xb_cost_list_search (XbCostList *self)
{
  g_return_val_if_fail (XB_IS_COST_LIST (self), FALSE);

  return gtk_widget_grab_focus (self->search);
}
