/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-budget-form.h"
#include "xb-cost-form.h"
#include "xb-cost-list.h"
#include "xb-cost-year.h"
#include "xb-costs-page.h"
#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-free-edits-strip.h"
#include "xb-workspace-ledger.h"

/* What it costs: a year of the ledger, its budget, and every line of it. */
struct _XbCostsPage
{
  XbPage        parent_instance;

  GListModel   *all;      /* to know whether there is any line */
  GHashTable   *removed;  /* id → XbCost, for undo */
  GCancellable *cancellable;
  XbLedgerYear  sums;
  int           year;
  guint         reading : 1;
  guint         again : 1;

  GtkWidget    *stack;
  GtkWidget    *head;
  GtkWidget    *list;
};

G_DEFINE_FINAL_TYPE (XbCostsPage, xb_costs_page, XB_TYPE_PAGE)

static char *
dup_today (XbCostsPage *self)
{
  return xb_clock_dup_today (xb_workspace_get_clock (xb_page_get_workspace (XB_PAGE (self))));
}

static void
count_cb (XbCostsPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), g_list_model_get_n_items (self->all) > 0 ? "ledger" : "empty");
}

static void read_year (XbCostsPage *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbCostsPage) self = user_data;
  g_autofree char *today = NULL;
  gboolean read = xb_workspace_sum_ledger_finish (XB_WORKSPACE (source), result, &self->sums, NULL);
  int year, months;

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  today = dup_today (self);
  year = atoi (today);
  months = self->year < year ? 12 : self->year > year ? 1 : atoi (today + 5);
  if (read && !self->again)
    xb_cost_year_set (XB_COST_YEAR (self->head), self->year, months, &self->sums);
  if (self->again)
    read_year (self);
}

static void
read_year (XbCostsPage *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  xb_workspace_sum_ledger_async (xb_page_get_workspace (XB_PAGE (self)), self->year, self->cancellable, read_cb,
                                 g_object_ref (self));
}

static void
changed_cb (XbCostsPage *self)
{
  read_year (self);
}

static void
year_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbCostsPage *self = XB_COSTS_PAGE (widget);

  self->year = CLAMP (self->year + g_variant_get_int32 (parameter), 1900, 2999);
  xb_cost_list_set_year (XB_COST_LIST (self->list), self->year);
  read_year (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_window_present (xb_cost_form_new (widget, xb_page_get_workspace (XB_PAGE (widget))));
}

static void
budget_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbCostsPage *self = XB_COSTS_PAGE (widget);

  gtk_window_present (xb_budget_form_new (widget, xb_page_get_workspace (XB_PAGE (self)), self->year, self->sums.budget));
}

static XbCost *
ref_cost (GtkWidget *widget,
          GVariant  *parameter)
{
  return xb_workspace_ref_cost (xb_page_get_workspace (XB_PAGE (widget)), g_variant_get_int64 (parameter));
}

static void
paid_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr(XbCost) cost = ref_cost (widget, parameter);

  if (cost != NULL)
    gtk_window_present (xb_cost_form_new_paid (widget, xb_page_get_workspace (XB_PAGE (widget)), cost));
}

typedef struct
{
  XbCostsPage *page; /* (owned) */
  XbCost      *cost; /* (owned) */
} Removal;

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  g_autoptr(XbCostsPage) self = removal->page;
  g_autoptr(XbCost) cost = removal->cost;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);
  gint64 id = xb_record_get_id (XB_RECORD (cost));

  g_free (removal);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!done)
    {
      xb_dialogs_tell (GTK_WIDGET (self), _("The line stays"), error->message);
      return;
    }
  g_hash_table_insert (self->removed, g_memdup2 (&id, sizeof id), g_steal_pointer (&cost));
  xb_dialogs_toast_undo (GTK_WIDGET (self), _("The line is out of the ledger"), "costs.restore", g_variant_new_int64 (id));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbCostsPage *self = XB_COSTS_PAGE (widget);
  g_autoptr(XbCost) cost = ref_cost (widget, parameter);
  Removal *removal;

  if (cost == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  removal->cost = g_object_ref (cost);
  xb_workspace_remove_cost_async (xb_page_get_workspace (XB_PAGE (self)), xb_record_get_id (XB_RECORD (cost)), NULL,
                                  removed_cb, removal);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbCostsPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !g_cancellable_is_cancelled (self->cancellable))
    xb_dialogs_tell (GTK_WIDGET (self), _("The line did not come back"), error->message);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  XbCostsPage *self = XB_COSTS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  XbCost *cost = g_hash_table_lookup (self->removed, &id);

  if (cost != NULL)
    xb_workspace_restore_cost_async (xb_page_get_workspace (XB_PAGE (self)), cost, NULL, restored_cb, g_object_ref (self));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbCostsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (done)
    xb_dialogs_toast (GTK_WIDGET (self), _("The ledger is saved"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The ledger was not saved"), error->message);
}

static void
export_file_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  XbCostsPage *self = XB_COSTS_PAGE (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  char from[11], until[11];
  XbLedgerPart part = xb_cost_list_get_part (XB_COST_LIST (self->list), from, until);

  if (path != NULL)
    xb_workspace_export_costs_async (xb_page_get_workspace (XB_PAGE (self)), path, user_data != NULL, &part, self->cancellable,
                                     exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gboolean book = g_str_equal (g_variant_get_string (parameter, NULL), "xlsx");

  xb_dialogs_save_file_async (widget, _("Save the Ledger as a Table"), book ? _("costs.xlsx") : _("costs.csv"),
                              XB_COSTS_PAGE (widget)->cancellable, export_file_cb, book ? widget : NULL);
}

static GtkWidget *
make_ledger (XbCostsPage *self)
{
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->head = xb_cost_year_new (workspace);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), xb_free_edits_strip_new (workspace));
  self->list = xb_cost_list_new (workspace, self->year);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/* The button stands in the header bar, outside of the page. */
static void
add_cb (XbCostsPage *self)
{
  add_action (GTK_WIDGET (self), NULL, NULL);
}

static void
xb_costs_page_constructed (GObject *object)
{
  XbCostsPage *self = XB_COSTS_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *empty = xb_empty_page_new ("xb-costs-symbolic", _("No Costs Yet"),
                                        _("What annual fees, label changes, appeals and inspections cost stands here: the "
                                          "program writes what it knows, the rest is yours."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Cost"));
  g_autofree char *today = NULL;

  G_OBJECT_CLASS (xb_costs_page_parent_class)->constructed (object);
  today = dup_today (self);
  self->year = atoi (today);
  self->all = xb_workspace_list_ledger (workspace, NULL);
  self->stack = gtk_stack_new ();
  xb_empty_page_add_button (XB_EMPTY_PAGE (empty), _("_Add Cost"), "costs.add");
  gtk_stack_add_named (GTK_STACK (self->stack), make_ledger (self), "ledger");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), button);
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  read_year (self);
}

static void
xb_costs_page_dispose (GObject *object)
{
  XbCostsPage *self = XB_COSTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->all != NULL)
    g_signal_handlers_disconnect_by_data (self->all, self);
  g_clear_object (&self->all);
  G_OBJECT_CLASS (xb_costs_page_parent_class)->dispose (object);
}

static void
xb_costs_page_finalize (GObject *object)
{
  XbCostsPage *self = XB_COSTS_PAGE (object);

  g_hash_table_unref (self->removed);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (xb_costs_page_parent_class)->finalize (object);
}

static gboolean
xb_costs_page_is_reading (XbPage *page)
{
  return XB_COSTS_PAGE (page)->reading;
}

static gboolean
xb_costs_page_search (XbPage *page)
{
  return xb_cost_list_search (XB_COST_LIST (XB_COSTS_PAGE (page)->list));
}

static void
xb_costs_page_class_init (XbCostsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xb_costs_page_constructed;
  object_class->dispose = xb_costs_page_dispose;
  object_class->finalize = xb_costs_page_finalize;
  XB_PAGE_CLASS (klass)->is_reading = xb_costs_page_is_reading;
  XB_PAGE_CLASS (klass)->search = xb_costs_page_search;
  gtk_widget_class_install_action (widget_class, "costs.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "costs.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "costs.budget", NULL, budget_action);
  gtk_widget_class_install_action (widget_class, "costs.year", "i", year_action);
  gtk_widget_class_install_action (widget_class, "costs.paid", "x", paid_action);
  gtk_widget_class_install_action (widget_class, "costs.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "costs.restore", "x", restore_action);
}

static void
xb_costs_page_init (XbCostsPage *self)
{
  self->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/** xb_costs_page_get_ledger: Returns: (transfer none): the lines in sight */
GListModel *
xb_costs_page_get_ledger (XbCostsPage *self)
{
  g_return_val_if_fail (XB_IS_COSTS_PAGE (self), NULL);

  return xb_cost_list_get_ledger (XB_COST_LIST (self->list));
}

/** xb_costs_page_get_view: Returns: "ledger" or "empty" */
const char *
xb_costs_page_get_view (XbCostsPage *self)
{
  g_return_val_if_fail (XB_IS_COSTS_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/** xb_costs_page_dup_text: Returns: what stands at its head */
char *
xb_costs_page_dup_text (XbCostsPage *self)
{
  g_return_val_if_fail (XB_IS_COSTS_PAGE (self), NULL);

  return xb_cost_year_dup_text (XB_COST_YEAR (self->head));
}
