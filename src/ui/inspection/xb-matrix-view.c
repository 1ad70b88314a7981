/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-matrix-line.h"
#include "xb-matrix-view.h"
#include "xb-sight-window.h"
#include "xb-ui.h"

/* 谁看见什么: a number on a platform each row, a brand of phone each column. The rows are read a page at a time and the
 * lines reused, so that a thousand numbers scroll as ten do. */
struct _XbMatrixView
{
  AdwBin         parent_instance;

  XbWorkspace   *workspace;
  GListModel    *rows;
  guint          handsets;
  XbMatrixTable  table;
  GtkRoot       *root; /* (nullable): while it is in a window */

  GtkWidget     *stack;
  GtkWidget     *headings;
  GtkWidget     *brands; /* the headings that are scrolled sideways */
  GtkWidget     *list;
};

G_DEFINE_FINAL_TYPE (XbMatrixView, xb_matrix_view, ADW_TYPE_BIN)

static void
setup_cb (XbMatrixView *self,
          GtkListItem  *item)
{
  gtk_list_item_set_child (item, xb_matrix_line_new (&self->table));
}

static void
bind_cb (XbMatrixView *self,
         GtkListItem  *item)
{
  XbMatrixRow *row = gtk_list_item_get_item (item);
  const char *key = xb_matrix_row_get_platform (row);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  xb_matrix_line_set_row (XB_MATRIX_LINE (gtk_list_item_get_child (item)), row,
                          platform != NULL ? xb_platform_get_name (platform) : key);
}

static void
unbind_cb (XbMatrixView *self,
           GtkListItem  *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    xb_matrix_line_set_row (XB_MATRIX_LINE (gtk_list_item_get_child (item)), NULL, NULL);
}

static GtkListItemFactory *
make_factory (XbMatrixView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_heading (GtkWidget  *box,
             const char *title,
             int         width)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 0); /* no wider than its column */
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static void
fill_headings (XbMatrixView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->brands)) != NULL)
    gtk_box_remove (GTK_BOX (self->brands), child);
  for (guint i = 0; i < self->table.n_shown; i++)
    add_heading (self->brands, xb_handset_get_title (self->table.shown[i]), self->table.sight);
  add_heading (self->brands, _("Platform"), XB_MATRIX_PLATFORM);
  add_heading (self->brands, _("Expected"), XB_MATRIX_EXPECTED + XB_MATRIX_PAD);
}

static void
for_each_line (XbMatrixView *self,
               void        (*act) (GtkWidget *line))
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (XB_IS_MATRIX_LINE (gtk_widget_get_first_child (row)))
      act (gtk_widget_get_first_child (row));
}

static void
show_columns (XbMatrixView *self)
{
  guint handsets = xb_workspace_get_checked_handsets (self->workspace);
  int sight = xb_sight_pictures_get_width (self->table.pictures) + 2 * XB_MATRIX_PAD;

  if (handsets == self->handsets && sight == self->table.sight)
    return;
  self->handsets = handsets;
  self->table.sight = sight;
  self->table.n_shown = 0;
  self->table.cursor = 0;
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    if ((handsets & 1u << handset) != 0)
      self->table.shown[self->table.n_shown++] = handset;
  fill_headings (self);
  for_each_line (self, gtk_widget_queue_resize);
}

static void
draw_again (XbMatrixView *self)
{
  for_each_line (self, gtk_widget_queue_draw);
}

/* Which line the keyboard is on: it shows the brand that Enter opens. */
static void
focus_cb (XbMatrixView *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *line = focus != NULL && gtk_widget_get_parent (focus) == self->list ? gtk_widget_get_first_child (focus) : NULL;
  gboolean shown = XB_IS_MATRIX_LINE (line) && GTK_IS_WINDOW (self->root) &&
                   gtk_window_get_focus_visible (GTK_WINDOW (self->root));

  if (self->table.focused != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self->table.focused));
  self->table.focused = shown ? XB_MATRIX_LINE (line) : NULL;
  if (shown)
    gtk_widget_queue_draw (line);
}

/* Sideways no further than the brand asks for. */
static void
move_cursor (XbMatrixView *self,
             int           by)
{
  int last = (int) self->table.n_shown - 1;
  int to = CLAMP ((int) self->table.cursor + by, 0, MAX (last, 0));
  double left = to * self->table.sight, page = gtk_adjustment_get_page_size (self->table.across) - XB_MATRIX_NUMBER;
  g_autofree char *said = NULL;

  self->table.cursor = (guint) to;
  if (left < gtk_adjustment_get_value (self->table.across))
    gtk_adjustment_set_value (self->table.across, left);
  else if (left + self->table.sight > gtk_adjustment_get_value (self->table.across) + page)
    gtk_adjustment_set_value (self->table.across, left + self->table.sight - page);
  if (self->table.focused == NULL || to > last)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self->table.focused));
  said = xb_matrix_line_dup_text (self->table.focused, self->table.cursor);
  xb_dialogs_announce (GTK_WIDGET (self), said);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               user_data)
{
  gboolean back = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 ||
      (!back && key != GDK_KEY_Right && key != GDK_KEY_KP_Right))
    return FALSE;
  move_cursor (user_data, back ? -1 : 1);
  return TRUE;
}

static void
open_sight (XbMatrixView *self,
            XbMatrixRow  *row,
            guint         column)
{
  if (column < self->table.n_shown)
    gtk_window_present (xb_sight_window_new (GTK_WIDGET (self), self->workspace, row, self->table.shown[column]));
}

static void
activate_cb (XbMatrixView *self,
             guint         position)
{
  g_autoptr(XbMatrixRow) row = g_list_model_get_item (self->rows, position);

  if (row != NULL)
    open_sight (self, row, self->table.cursor);
}

static XbMatrixLine *
find_line (XbMatrixView *self,
           double        x,
           double        y,
           int          *column)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  double inner = 0;

  while (picked != NULL && picked != self->list && !XB_IS_MATRIX_LINE (picked))
    picked = gtk_widget_get_parent (picked);
  if (!XB_IS_MATRIX_LINE (picked) || !gtk_widget_translate_coordinates (self->list, picked, x, y, &inner, NULL))
    return NULL;
  *column = xb_matrix_line_find_column (XB_MATRIX_LINE (picked), inner);
  return XB_MATRIX_LINE (picked);
}

static void
clicked_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  XbMatrixView *self = user_data;
  int column = -1;
  XbMatrixLine *line = n_press == 1 ? find_line (self, x, y, &column) : NULL;

  if (line == NULL || column < 0 || xb_matrix_line_get_row (line) == NULL)
    return;
  self->table.cursor = (guint) column;
  open_sight (self, xb_matrix_line_get_row (line), self->table.cursor);
}

static gboolean
tooltip_cb (XbMatrixView *self,
            int           x,
            int           y,
            gboolean      keyboard,
            GtkTooltip   *tooltip)
{
  int column = -1;
  XbMatrixLine *line = keyboard ? NULL : find_line (self, x, y, &column);
  XbMatrixSight sight;
  g_autofree char *day = NULL, *shown = NULL;

  if (line == NULL || column < 0 || xb_matrix_line_get_row (line) == NULL)
    return FALSE;
  xb_matrix_row_get_sight (xb_matrix_line_get_row (line), self->table.shown[column], self->table.today, &sight);
  if (sight.at == 0)
    return FALSE;
  day = xb_instant_to_day (sight.at);
  shown = xb_format_day (day, self->table.today);
  gtk_tooltip_set_text (tooltip, shown);
  return TRUE;
}

static void
count_cb (XbMatrixView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), g_list_model_get_n_items (self->rows) > 0 ? "table" : "empty");
}

static void
xb_matrix_view_root (GtkWidget *widget)
{
  XbMatrixView *self = XB_MATRIX_VIEW (widget);

  GTK_WIDGET_CLASS (xb_matrix_view_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root, "notify::focus-visible", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
}

static void
xb_matrix_view_unroot (GtkWidget *widget)
{
  XbMatrixView *self = XB_MATRIX_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->root, focus_cb, self);
  self->root = NULL;
  self->table.focused = NULL;
  GTK_WIDGET_CLASS (xb_matrix_view_parent_class)->unroot (widget);
}

/* Light and dark, another font: what was drawn no longer fits. */
static void
xb_matrix_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  XbMatrixView *self = XB_MATRIX_VIEW (widget);

  GTK_WIDGET_CLASS (xb_matrix_view_parent_class)->css_changed (widget, change);
  if (self->table.pictures == NULL)
    return;
  xb_sight_pictures_forget (self->table.pictures);
  draw_again (self);
}

static void
xb_matrix_view_dispose (GObject *object)
{
  XbMatrixView *self = XB_MATRIX_VIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  adw_bin_set_child (ADW_BIN (self), NULL); /* its lines borrow the table */
  self->list = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->table.pictures, xb_sight_pictures_free);
  g_clear_pointer (&self->table.today, g_free);
  G_OBJECT_CLASS (xb_matrix_view_parent_class)->dispose (object);
}

static void
xb_matrix_view_class_init (XbMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_matrix_view_dispose;
  widget_class->root = xb_matrix_view_root;
  widget_class->unroot = xb_matrix_view_unroot;
  widget_class->css_changed = xb_matrix_view_css_changed;
}

/* The number stands still, the brands go sideways with the lines below them. */
static GtkWidget *
make_headings (XbMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->brands = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->brands);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_can_focus (scrolled, FALSE);
  g_object_bind_property (self->table.across, "value", gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                          "value", G_BINDING_SYNC_CREATE);
  add_heading (box, _("Number"), XB_MATRIX_NUMBER - XB_MATRIX_PAD);
  gtk_widget_set_margin_start (gtk_widget_get_first_child (box), XB_MATRIX_PAD);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "matrix-headings");
  return box;
}

static void
make_list (XbMatrixView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->list = gtk_list_view_new (NULL, make_factory (self));
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "matrix");
  gtk_widget_set_has_tooltip (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who sees what"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "query-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
}

static void
xb_matrix_view_init (XbMatrixView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty = xb_empty_page_new ("xb-inspections-symbolic", _("No Number Shows a Name Yet"),
                                        _("Once a platform shows a number by name, it stands here what each phone was seen "
                                          "to show."));

  self->stack = gtk_stack_new ();
  self->table.pictures = xb_sight_pictures_new (GTK_WIDGET (self));
  self->table.across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  make_list (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (xb_empty_page_add_button (XB_EMPTY_PAGE (empty),
                                                                                     _("_Certify a Number"), NULL)),
                                           "app.new-certification(int64 0)");
  gtk_box_append (GTK_BOX (column), make_headings (self));
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_stack_add_named (GTK_STACK (self->stack), column, "table");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->table.across, "value-changed", G_CALLBACK (draw_again), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_matrix_view_new (XbWorkspace *workspace)
{
  XbMatrixView *self = g_object_new (XB_TYPE_MATRIX_VIEW, NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->workspace = g_object_ref (workspace);
  self->table.today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  self->rows = xb_workspace_list_matrix (workspace);
  show_columns (self);
  selection = gtk_no_selection_new (g_object_ref (self->rows));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  return GTK_WIDGET (self);
}

/** xb_matrix_view_refresh: another day, or other brands are checked */
void
xb_matrix_view_refresh (XbMatrixView *self)
{
  g_return_if_fail (XB_IS_MATRIX_VIEW (self));

  g_free (self->table.today);
  self->table.today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  show_columns (self);
  draw_again (self);
}

GListModel *
xb_matrix_view_get_rows (XbMatrixView *self)
{
  g_return_val_if_fail (XB_IS_MATRIX_VIEW (self), NULL);

  return self->rows;
}

/** xb_matrix_view_get_table: Returns: (transfer none): what scrolls */
GtkWidget *
xb_matrix_view_get_table (XbMatrixView *self)
{
  g_return_val_if_fail (XB_IS_MATRIX_VIEW (self), NULL);

  return self->list;
}
