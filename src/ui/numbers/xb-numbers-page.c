/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-format.h"
#include "xb-number-row.h"
#include "xb-numbers-page-private.h"
#include "xb-state-mark.h"
#include "xb-ui.h"

/* The numbers of the business: found at once among 100,000, one shown beside the list. */

G_DEFINE_FINAL_TYPE (XbNumbersPage, xb_numbers_page, XB_TYPE_PAGE)

/* what the drop-down offers, after "all" */
static const XbHealth healths[] = { XB_HEALTH_LIVE, XB_HEALTH_PROGRESS, XB_HEALTH_ATTENTION, XB_HEALTH_NONE };

static int
chosen_health (XbNumbersPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->health);

  return selected == 0 || selected > G_N_ELEMENTS (healths) ? -1 : (int) healths[selected - 1];
}

static gboolean
is_narrowed (XbNumbersPage *self)
{
  return *gtk_editable_get_text (self->search) != '\0' || chosen_health (self) >= 0;
}

static void
mark_current (XbNumbersPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (XB_IS_NUMBER_ROW (row) && xb_number_row_get_number (XB_NUMBER_ROW (row)) != NULL)
        xb_number_row_set_current (XB_NUMBER_ROW (row), self->current ==
                                   xb_record_get_id (XB_RECORD (xb_number_row_get_number (XB_NUMBER_ROW (row)))));
    }
}

static void
show_number (XbNumbersPage *self,
             XbNumber      *number)
{
  self->current = number != NULL ? xb_record_get_id (XB_RECORD (number)) : 0;
  xb_number_view_set_number (self->number, xb_page_get_workspace (XB_PAGE (self)), number);
  gtk_stack_set_visible_child_name (self->detail_stack, number != NULL ? "number" : "none");
  mark_current (self);
}

/* Side by side both are seen, and the focus stays where it is. */
static void
go_to (XbNumbersPage *self,
       GtkWidget     *child)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, child);
}

/* Beside the list something is always shown; where it has the page for itself, only what was asked for. */
static void
show_some_number (XbNumbersPage *self)
{
  g_autoptr(XbNumber) first = NULL;

  gboolean found = is_narrowed (self) && g_list_model_get_n_items (self->list) == 1;

  if ((self->current != 0 && !found) || adw_leaflet_get_folded (self->leaflet))
    return;
  first = g_list_model_get_item (self->list, 0);
  if (first != NULL && xb_record_get_id (XB_RECORD (first)) > 0) /* a row that went meanwhile has none */
    show_number (self, first);
}

static void
list_changed_cb (XbNumbersPage *self)
{
  guint n = g_list_model_get_n_items (self->list);
  g_autofree char *count = xb_format_count (n);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s number", "%s numbers", n), count);

  gtk_label_set_label (self->count, n > 0 ? words : "");
  gtk_stack_set_visible_child_name (self->stack, n == 0 && !is_narrowed (self) ? "empty" : "list");
  gtk_stack_set_visible_child_name (self->list_stack, n == 0 ? "nothing" : "rows");
  show_some_number (self);
}

static void
filter_cb (XbNumbersPage *self)
{
  if (self->list != NULL) /* while the template is made */
    xb_workspace_filter_numbers (xb_page_get_workspace (XB_PAGE (self)), self->list,
                                 gtk_editable_get_text (self->search), chosen_health (self));
}

static void
stop_search_cb (XbNumbersPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_all_cb (XbNumbersPage *self)
{
  gtk_editable_set_text (self->search, "");
  xb_numbers_page_set_health (self, -1);
  filter_cb (self); /* now, not when typing would have ended */
}

static void
activate_cb (XbNumbersPage *self,
             guint          position)
{
  g_autoptr(XbNumber) number = g_list_model_get_item (self->list, position);

  if (number == NULL || xb_record_get_id (XB_RECORD (number)) == 0)
    return;
  if (self->choosing)
    {
      xb_numbers_page_toggle (self, xb_record_get_id (XB_RECORD (number)));
      return;
    }
  show_number (self, number);
  go_to (self, self->detail);
}

static void
back_cb (XbNumbersPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->side);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
folded_cb (XbNumbersPage *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
  if (self->list != NULL)
    show_some_number (self);
}

static gboolean
drop_cb (XbNumbersPage *self,
         const GValue  *value)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;

  if (files == NULL)
    return FALSE;
  xb_numbers_page_import (self, files->data);
  return TRUE;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, xb_number_row_new ());
}

static void
row_bind_cb (XbNumbersPage            *self,
             GtkListItem              *item,
             GtkSignalListItemFactory *factory)
{
  XbNumberRow *row = XB_NUMBER_ROW (gtk_list_item_get_child (item));
  XbRecord *number = gtk_list_item_get_item (item);

  xb_number_row_set_number (row, XB_NUMBER (number));
  xb_number_row_set_current (row, self->current != 0 && xb_record_get_id (number) == self->current);
  xb_numbers_page_show_row_choice (self, row);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    xb_number_row_set_number (XB_NUMBER_ROW (row), NULL);
}

static gboolean
xb_numbers_page_search (XbPage *page)
{
  XbNumbersPage *self = XB_NUMBERS_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->side);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
xb_numbers_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xb_numbers_page_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "numbers",
                                  G_ACTION_GROUP (XB_NUMBERS_PAGE (widget)->actions));
}

static void
xb_numbers_page_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "numbers", NULL);
  GTK_WIDGET_CLASS (xb_numbers_page_parent_class)->unroot (widget);
}

static void
make_list (XbNumbersPage *self,
           XbWorkspace   *workspace)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->list = xb_workspace_list_numbers (workspace, NULL);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  /* A selection that follows its item would read all rows after each search. */
  selection = gtk_no_selection_new (g_object_ref (self->list));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  list_changed_cb (self);
}

static void
xb_numbers_page_constructed (GObject *object)
{
  XbNumbersPage *self = XB_NUMBERS_PAGE (object);

  G_OBJECT_CLASS (xb_numbers_page_parent_class)->constructed (object);
  if (xb_page_get_workspace (XB_PAGE (self)) != NULL)
    make_list (self, xb_page_get_workspace (XB_PAGE (self)));
}

static void
xb_numbers_page_dispose (GObject *object)
{
  XbNumbersPage *self = XB_NUMBERS_PAGE (object);

  self->disposed = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->list);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template takes it away behind the bin’s back */
  gtk_widget_dispose_template (GTK_WIDGET (self), XB_TYPE_NUMBERS_PAGE);
  G_OBJECT_CLASS (xb_numbers_page_parent_class)->dispose (object);
}

static void
xb_numbers_page_finalize (GObject *object)
{
  XbNumbersPage *self = XB_NUMBERS_PAGE (object);

  g_clear_object (&self->actions);
  g_hash_table_unref (self->chosen);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (xb_numbers_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-numbers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, side);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, detail);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, back);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, search);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, health);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, view);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, count);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, choice_bar);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, choice);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, progress);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, number);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, XbNumbersPage, none);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
xb_numbers_page_class_init (XbNumbersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xb_numbers_page_constructed;
  object_class->dispose = xb_numbers_page_dispose;
  object_class->finalize = xb_numbers_page_finalize;
  widget_class->root = xb_numbers_page_root;
  widget_class->unroot = xb_numbers_page_unroot;
  XB_PAGE_CLASS (klass)->search = xb_numbers_page_search;

  g_type_ensure (XB_TYPE_EMPTY_PAGE);
  g_type_ensure (XB_TYPE_NUMBER_VIEW);
  g_type_ensure (XB_TYPE_PROGRESS_ROW);
  bind_template (widget_class);
}

static void
init_list (XbNumbersPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_string_list_append (words, _("All"));
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    gtk_string_list_append (words, xb_health_get_title (healths[i]));
  gtk_drop_down_set_model (self->health, G_LIST_MODEL (words));
  /* the focus stands on the button inside, which has no name of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->health))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which numbers"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->side);
}

static void
init_empty_pages (XbNumbersPage *self)
{
  GtkWidget *all;

  xb_empty_page_set_text (self->empty, "xb-numbers-symbolic", _("No Numbers Yet"),
                          _("Add the numbers that your customers are called from: mobiles, fixed lines, 400 and 95 numbers."));
  xb_empty_page_add_button (self->empty, _("_Add Numbers"), "numbers.add");
  xb_empty_page_add_button (self->empty, _("_Read from a Table…"), "numbers.import");
  xb_empty_page_set_text (self->nothing, "edit-find-symbolic", _("Nothing Found"),
                          _("No number matches. Part of a number or of its use is enough."));
  all = xb_empty_page_add_button (self->nothing, _("_Show All"), NULL);
  g_signal_connect_object (all, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  xb_empty_page_set_text (self->none, "xb-numbers-symbolic", _("Choose a Number"), NULL);
}

static void
xb_numbers_page_init (XbNumbersPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  xb_numbers_page_init_actions (self);
  xb_numbers_page_init_choice (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  init_list (self);
  init_empty_pages (self);
}

/** xb_numbers_page_set_health: @health: an #XbHealth, or -1 for all */
void
xb_numbers_page_set_health (XbNumbersPage *self,
                            int            health)
{
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    if ((int) healths[i] == health)
      selected = i + 1;
  gtk_drop_down_set_selected (self->health, selected);
  adw_leaflet_set_visible_child (self->leaflet, self->side);
}

/** xb_numbers_page_open: shows a number beside the list, or in its place; 0: none */
void
xb_numbers_page_open (XbNumbersPage *self,
                      gint64         number_id)
{
  g_autoptr(XbNumber) number = number_id > 0 ? xb_workspace_ref_number (xb_page_get_workspace (XB_PAGE (self)),
                                                                        number_id) : NULL;

  show_number (self, number);
  go_to (self, number != NULL ? self->detail : self->side);
}

/** xb_numbers_page_get_list: Returns: (transfer none) (nullable): what is listed */
GListModel *
xb_numbers_page_get_list (XbNumbersPage *self)
{
  g_return_val_if_fail (XB_IS_NUMBERS_PAGE (self), NULL);

  return self->list;
}

/** xb_numbers_page_get_view: Returns: "empty", "nothing" or "rows" */
const char *
xb_numbers_page_get_view (XbNumbersPage *self)
{
  g_return_val_if_fail (XB_IS_NUMBERS_PAGE (self), NULL);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    return "empty";
  return gtk_stack_get_visible_child_name (self->list_stack);
}

/** xb_numbers_page_get_current: Returns: the number that is shown, or 0 */
gint64
xb_numbers_page_get_current (XbNumbersPage *self)
{
  g_return_val_if_fail (XB_IS_NUMBERS_PAGE (self), 0);

  return self->current;
}
