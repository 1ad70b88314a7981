/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-choice-bar.h"
#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-format.h"
#include "xb-free-edits-strip.h"
#include "xb-label-row.h"
#include "xb-labels-board.h"
#include "xb-late-restores.h"
#include "xb-problem.h"
#include "xb-workspace-label-board.h"

/* More numbers than this are not chosen at once: the editor changes all of them in one step. */
#define MOST_CHOSEN 100000

/* What every number shows now and next; found at once among 100,000, and several chosen for one change. */
struct _XbLabelsBoard
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GListModel  *list;     /* (nullable): in sight: XbNumberLabels or XbLabel */
  GHashTable  *chosen;   /* ids of numbers */
  XbBoardPart  part;

  GtkWidget   *stack;
  GtkWidget   *rows;     /* "rows" or "nothing" */
  GtkWidget   *search;
  GtkWidget   *parts;
  GtkWidget   *problem;
  GtkWidget   *view;
  GtkWidget   *count;
  GtkWidget   *bar;      /* what to do with the chosen ones */
  GtkWidget   *nothing;
};

G_DEFINE_FINAL_TYPE (XbLabelsBoard, xb_labels_board, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const part_names[] = { N_("Now and next"), N_("Coming"), N_("Over") };

static const char *
searched (XbLabelsBoard *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
show_state (XbLabelsBoard *self)
{
  guint n = g_list_model_get_n_items (self->list);
  g_autofree char *number = xb_format_count (n);
  g_autofree char *words = self->part == XB_BOARD_NOW
                             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s number", "%s numbers", n), number)
                             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s label", "%s labels", n), number);
  g_autoptr(GError) error = NULL;

  g_object_get (self->list, "error", &error, NULL);
  xb_problem_set_text (XB_PROBLEM (self->problem), error != NULL ? error->message : NULL);
  gtk_label_set_label (GTK_LABEL (self->count), n > 0 ? words : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n == 0 && error == NULL && self->part == XB_BOARD_NOW && *searched (self) == '\0'
                                      ? "empty" : "list");
  gtk_stack_set_visible_child_name (GTK_STACK (self->rows), n == 0 && error == NULL ? "nothing" : "rows");
  xb_empty_page_set_text (XB_EMPTY_PAGE (self->nothing),
                          *searched (self) != '\0' ? "edit-find-symbolic" : "xb-labels-symbolic",
                          *searched (self) != '\0' ? _("Nothing Found")
                          : self->part == XB_BOARD_COMING ? _("Nothing Is Planned") : _("Nothing Is Over"),
                          *searched (self) != '\0' ? _("Part of a number, of its use or of a label is enough.")
                          : self->part == XB_BOARD_COMING
                            ? _("Labels that begin later stand here: choose numbers and give the label a first day.")
                            : _("Labels whose last day is over stand here."));
}

static void
show_chosen (XbLabelsBoard *self)
{
  xb_choice_bar_set_n (XB_CHOICE_BAR (self->bar), g_hash_table_size (self->chosen));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
is_chosen (XbLabelsBoard *self,
           gint64         number)
{
  return number != 0 && g_hash_table_contains (self->chosen, &number);
}

static void
set_chosen (XbLabelsBoard *self,
            gint64         number,
            gboolean       chosen)
{
  if (number == 0)
    return;
  if (chosen)
    g_hash_table_add (self->chosen, g_memdup2 (&number, sizeof number));
  else
    g_hash_table_remove (self->chosen, &number);
}

/* The rows in sight follow. */
static void
mark_rows (XbLabelsBoard *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (XB_IS_LABEL_ROW (row))
        xb_label_row_set_selected (XB_LABEL_ROW (row), is_chosen (self, xb_label_row_get_number (XB_LABEL_ROW (row))));
    }
}

static void
toggled_cb (XbLabelsBoard *self,
            XbLabelRow    *row)
{
  set_chosen (self, xb_label_row_get_number (row), xb_label_row_get_selected (row));
  mark_rows (self); /* a number may have several labels in sight */
  show_chosen (self);
}

static void
clear_cb (XbLabelsBoard *self)
{
  g_hash_table_remove_all (self->chosen);
  mark_rows (self);
  show_chosen (self);
}

static void
all_cb (XbLabelsBoard *self)
{
  g_autoptr(GArray) ids = xb_workspace_find_label_numbers (self->workspace, searched (self), MOST_CHOSEN);

  for (guint i = 0; i < ids->len; i++)
    set_chosen (self, g_array_index (ids, gint64, i), TRUE);
  mark_rows (self);
  show_chosen (self);
}

static void
edit_numbers (XbLabelsBoard *self,
              const gint64  *numbers,
              gsize          n)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "app.edit-label",
                                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, numbers, n, sizeof (gint64)));
}

static int
by_id (gconstpointer a,
       gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static void
activate_cb (XbLabelsBoard *self,
             guint          position)
{
  g_autoptr(XbRecord) item = g_list_model_get_item (self->list, position);
  gint64 number = item == NULL ? 0 : XB_IS_LABEL (item) ? xb_label_get_number_id (XB_LABEL (item))
                                                        : xb_record_get_id (item);

  if (number != 0)
    edit_numbers (self, &number, 1);
}

static void
setup_cb (XbLabelsBoard *self,
          GtkListItem   *item)
{
  GtkWidget *row = xb_label_row_new (self->workspace);

  gtk_list_item_set_child (item, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (XbLabelsBoard *self,
         GtkListItem   *item)
{
  XbLabelRow *row = XB_LABEL_ROW (gtk_list_item_get_child (item));

  xb_label_row_set_item (row, gtk_list_item_get_item (item));
  xb_label_row_set_selected (row, is_chosen (self, xb_label_row_get_number (row)));
}

static void
unbind_cb (XbLabelsBoard *self,
           GtkListItem   *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    xb_label_row_set_item (XB_LABEL_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
search_cb (XbLabelsBoard *self)
{
  if (self->part == XB_BOARD_NOW)
    xb_workspace_search_number_labels (self->workspace, self->list, searched (self));
  else
    xb_workspace_filter_labels (self->workspace, self->list,
                                self->part == XB_BOARD_COMING ? XB_LABEL_FILTER_COMING : XB_LABEL_FILTER_PAST,
                                searched (self));
  show_state (self);
}

static void
stop_search_cb (XbLabelsBoard *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->view);
}

static void
take_list (XbLabelsBoard *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_clear_object (&self->list);
  self->list = self->part == XB_BOARD_NOW ? xb_workspace_list_number_labels (self->workspace)
                                          : xb_workspace_list_labels (self->workspace, 0, XB_LABEL_FILTER_COMING);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  search_cb (self);
  selection = gtk_no_selection_new (g_object_ref (self->list));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (selection));
}

static void
part_cb (XbLabelsBoard *self)
{
  xb_labels_board_set_part (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->parts)));
}

static void
xb_labels_board_dispose (GObject *object)
{
  XbLabelsBoard *self = XB_LABELS_BOARD (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_labels_board_parent_class)->dispose (object);
}

static void
xb_labels_board_finalize (GObject *object)
{
  g_hash_table_unref (XB_LABELS_BOARD (object)->chosen);
  G_OBJECT_CLASS (xb_labels_board_parent_class)->finalize (object);
}

static void
xb_labels_board_class_init (XbLabelsBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_labels_board_dispose;
  object_class->finalize = xb_labels_board_finalize;
  /* others are chosen now */
  signals[CHOSEN] = g_signal_new ("chosen", XB_TYPE_LABELS_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkWidget *
make_tools (XbLabelsBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Number, use or label"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the labels"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  for (guint i = 0; i < XB_N_BOARD_PARTS; i++)
    gtk_string_list_append (names, _(part_names[i]));
  self->parts = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  /* the focus stands on the button inside, which has no name of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->parts)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which labels"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which labels"), -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->parts);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts, "notify::selected", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_view (XbLabelsBoard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_scrollable_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "labels");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Labels"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_list (XbLabelsBoard *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (head, "board-head");
  self->problem = xb_problem_new ();
  gtk_box_append (GTK_BOX (head), xb_late_restores_new (self->workspace));
  gtk_box_append (GTK_BOX (head), xb_free_edits_strip_new (self->workspace));
  gtk_box_append (GTK_BOX (head), make_tools (self));
  gtk_box_append (GTK_BOX (head), self->problem);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), head);
  self->rows = gtk_stack_new ();
  gtk_widget_set_vexpand (self->rows, TRUE);
  self->nothing = xb_empty_page_new ("xb-labels-symbolic", "", NULL);
  gtk_stack_add_named (GTK_STACK (self->rows), make_view (self), "rows");
  gtk_stack_add_named (GTK_STACK (self->rows), self->nothing, "nothing");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "caption");
  gtk_widget_set_margin_top (self->count, 6);
  gtk_widget_set_margin_bottom (self->count, 6);
  self->bar = xb_choice_bar_new (_("_Change Label"));
  gtk_box_append (GTK_BOX (column), clamp);
  gtk_box_append (GTK_BOX (column), self->rows);
  gtk_box_append (GTK_BOX (column), self->count);
  gtk_box_append (GTK_BOX (column), self->bar);
  return column;
}

static void
xb_labels_board_init (XbLabelsBoard *self)
{
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GtkWidget *
xb_labels_board_new (XbWorkspace *workspace)
{
  XbLabelsBoard *self = g_object_new (XB_TYPE_LABELS_BOARD, NULL);
  GtkWidget *empty = xb_empty_page_new ("xb-labels-symbolic", _("No Numbers Yet"),
                                        _("A label is the few words beside the name when a number calls. Add the numbers "
                                          "first; then what each shows now and next stands here."));
  GtkWidget *button = xb_empty_page_add_button (XB_EMPTY_PAGE (empty), _("_Add Numbers"), "win.show-page");

  self->workspace = g_object_ref (workspace);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "numbers");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->bar, "acted", G_CALLBACK (xb_labels_board_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "all", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "cleared", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  take_list (self);
  return GTK_WIDGET (self);
}

void
xb_labels_board_set_part (XbLabelsBoard *self,
                          XbBoardPart    part)
{
  gboolean other;

  g_return_if_fail (XB_IS_LABELS_BOARD (self));
  g_return_if_fail (part < XB_N_BOARD_PARTS);

  if (self->part == part)
    return;
  other = self->part == XB_BOARD_NOW || part == XB_BOARD_NOW;
  self->part = part;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->parts), part);
  if (other)
    take_list (self);
  else
    search_cb (self);
}

/** xb_labels_board_search: Returns: whether there is something to search */
gboolean
xb_labels_board_search (XbLabelsBoard *self)
{
  g_return_val_if_fail (XB_IS_LABELS_BOARD (self), FALSE);

  return gtk_widget_grab_focus (self->search);
}

/** xb_labels_board_choose: @number: its id */
void
xb_labels_board_choose (XbLabelsBoard *self,
                        gint64         number,
                        gboolean       chosen)
{
  g_return_if_fail (XB_IS_LABELS_BOARD (self));

  set_chosen (self, number, chosen);
  mark_rows (self);
  show_chosen (self);
}

/** xb_labels_board_edit: the chosen numbers get another label, in the editor */
void
xb_labels_board_edit (XbLabelsBoard *self)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (XB_IS_LABELS_BOARD (self));

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (numbers, id, 1);
  g_array_sort (numbers, by_id);
  edit_numbers (self, (const gint64 *) numbers->data, numbers->len);
}

guint
xb_labels_board_get_n_chosen (XbLabelsBoard *self)
{
  g_return_val_if_fail (XB_IS_LABELS_BOARD (self), 0);

  return g_hash_table_size (self->chosen);
}

/** xb_labels_board_get_list: Returns: (transfer none): what is listed */
GListModel *
xb_labels_board_get_list (XbLabelsBoard *self)
{
  g_return_val_if_fail (XB_IS_LABELS_BOARD (self), NULL);

  return self->list;
}

/** xb_labels_board_get_view: Returns: "empty", "nothing" or "rows" */
const char *
xb_labels_board_get_view (XbLabelsBoard *self)
{
  g_return_val_if_fail (XB_IS_LABELS_BOARD (self), NULL);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "empty") == 0)
    return "empty";
  return gtk_stack_get_visible_child_name (GTK_STACK (self->rows));
}
