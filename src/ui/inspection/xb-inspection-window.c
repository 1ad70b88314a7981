/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-banner.h"
#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-inspection-window-private.h"

/* One inspection from its first item to the signature: the item in front, all of them beside it, and the keyboard is
 * enough. It can be left at any moment; what was recorded is there the next time. */
G_DEFINE_FINAL_TYPE (XbInspectionWindow, xb_inspection_window, ADW_TYPE_WINDOW)

/** xb_inspection_window_is_open: Returns: whether entries are taken */
gboolean
xb_inspection_window_is_open (XbInspectionWindow *self)
{
  return self->inspection != NULL && xb_inspection_get_state (self->inspection) == XB_INSPECTION_STATE_OPEN;
}

static void
show_banner (XbInspectionWindow *self)
{
  XbInspection *inspection = self->inspection;
  gint64 open = xb_inspection_get_open (inspection);
  g_autofree char *signed_at = NULL;
  g_autofree char *title = NULL;

  if (xb_inspection_window_is_open (self))
    {
      xb_banner_set_title (XB_BANNER (self->banner), _("Everything is looked at."));
      xb_banner_set_button (XB_BANNER (self->banner), _("_Sign"), "inspection.sign");
      xb_banner_set_revealed (XB_BANNER (self->banner), open == 0);
      return;
    }
  signed_at = xb_instant_to_day (xb_inspection_get_signed_at (inspection));
  title = g_strdup_printf (_("Signed by %1$s on %2$s; nothing of it changes any more."),
                           xb_inspection_get_signed_by (inspection) != NULL ? xb_inspection_get_signed_by (inspection) : "–",
                           signed_at);
  xb_banner_set_title (XB_BANNER (self->banner), title);
  xb_banner_set_button (XB_BANNER (self->banner), _("Save the _Report"), "inspection.report");
  xb_banner_set_revealed (XB_BANNER (self->banner), TRUE);
}

/** xb_inspection_window_update: how far it is, and what can be done now */
void
xb_inspection_window_update (XbInspectionWindow *self)
{
  static const char *const writing[] = { "inspection.pass", "inspection.fail", "inspection.skip", "inspection.paste",
                                         "inspection.discard" };
  gint64 items, done;
  gboolean open = xb_inspection_window_is_open (self);
  g_autofree char *words = NULL;

  if (self->inspection == NULL)
    return;
  items = xb_inspection_get_items (self->inspection);
  done = items - xb_inspection_get_open (self->inspection);
  words = g_strdup_printf (_("%" PRId64 " of %" PRId64 " done"), done, items);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), items > 0 ? (double) done / (double) items : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->progress, open);
  gtk_widget_set_visible (self->bar, open);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspection.sign", open && items == done);
  show_banner (self);
}

static void
show_selected (XbInspectionWindow *self)
{
  XbInspectionItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    {
      xb_item_view_set_item (XB_ITEM_VIEW (self->view), item, xb_inspection_window_is_open (self));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  gtk_widget_set_visible (self->nothing, item == NULL);
  gtk_widget_set_visible (self->list, item != NULL);
}

static void
recorded_cb (XbInspectionWindow *self,
             int                 result)
{
  if (result == XB_INSPECTION_RESULT_FAIL)
    xb_item_view_focus_note (XB_ITEM_VIEW (self->view)); /* why? */
  else
    xb_inspection_window_select_next_open (self);
}

static void
activate_cb (XbInspectionWindow *self,
             guint               position)
{
  xb_inspection_window_select (self, position);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->content);
}

static void
take_items (XbInspectionWindow *self)
{
  guint filter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, show_selected, self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  self->items = xb_workspace_list_inspection_items (self->workspace, xb_record_get_id (XB_RECORD (self->inspection)), filter);
  self->selection = gtk_single_selection_new (g_object_ref (self->items));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  show_selected (self);
}

static void
filter_cb (XbInspectionWindow *self)
{
  if (self->inspection != NULL)
    take_items (self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  xb_workspace_finish (XB_WORKSPACE (source), result, NULL); /* what cannot be filled in is done by hand */
}

static gboolean
refresh_cb (gpointer user_data)
{
  XbInspectionWindow *self = user_data;

  self->refresh = 0;
  if (xb_inspection_window_is_open (self))
    xb_workspace_refresh_inspection_async (self->workspace, xb_record_get_id (XB_RECORD (self->inspection)), NULL,
                                           refreshed_cb, NULL);
  return G_SOURCE_REMOVE;
}

/* A report was taken in, a label put back: the items that fill themselves look again. */
static void
workspace_changed_cb (XbInspectionWindow *self,
                      const char *const  *tables)
{
  if (tables != NULL && !g_strv_contains (tables, "metric") && !g_strv_contains (tables, "metric_import") &&
      !g_strv_contains (tables, "label_change"))
    return;
  if (self->refresh == 0)
    self->refresh = g_timeout_add (300, refresh_cb, self);
}

static void
select_first (XbInspectionWindow *self)
{
  guint n = g_list_model_get_n_items (self->items);
  guint position;

  for (guint i = 0; self->wanted != 0 && i < n; i++)
    {
      g_autoptr(XbRecord) item = g_list_model_get_item (self->items, i);

      if (item != NULL && xb_record_get_id (item) == self->wanted)
        {
          xb_inspection_window_select (self, i);
          return;
        }
    }
  if (n > 0 && xb_inspection_window_find_open (self, 0, &position))
    xb_inspection_window_select (self, position);
}

static void
show_inspection (XbInspectionWindow *self,
                 gint64              id)
{
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  self->inspection = xb_workspace_ref_inspection (self->workspace, id);
  if (self->inspection == NULL)
    {
      xb_empty_page_set_text (XB_EMPTY_PAGE (self->trouble), "dialog-warning-symbolic", _("There Is No Such Inspection"),
                              _("It was discarded, or is of another data folder."));
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->trouble);
      return;
    }
  day = xb_format_day (xb_inspection_get_on_day (self->inspection), xb_inspection_get_on_day (self->inspection));
  title = g_strdup_printf (_("Inspection, %s"), day);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  take_items (self);
  select_first (self);
  g_signal_connect_object (self->inspection, "notify", G_CALLBACK (xb_inspection_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspection, "notify::state", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  xb_inspection_window_update (self);
  refresh_cb (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "work");
  xb_inspection_window_focus_list (self);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbInspectionWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = xb_workspace_finish_id (XB_WORKSPACE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (id >= 0)
    {
      show_inspection (self, id);
      return;
    }
  xb_empty_page_set_text (XB_EMPTY_PAGE (self->trouble), "dialog-warning-symbolic", _("The Inspection Did Not Begin"),
                          error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->trouble);
}

static gboolean
show_back_cb (gpointer user_data)
{
  XbInspectionWindow *self = user_data;

  self->fold = 0;
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet)) &&
                                        adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) == self->content);
  return G_SOURCE_REMOVE;
}

/* It folds while the window is being laid out, when the header must not change. */
static void
folded_cb (XbInspectionWindow *self)
{
  if (self->fold == 0)
    self->fold = g_idle_add (show_back_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                gpointer               user_data)
{
  return xb_inspection_window_key (user_data, key, state);
}

static void
xb_inspection_window_dispose (GObject *object)
{
  XbInspectionWindow *self = XB_INSPECTION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->fold, g_source_remove);
  if (self->view != NULL)
    xb_item_view_flush (XB_ITEM_VIEW (self->view));
  self->view = NULL;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, show_selected, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->inspection);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_inspection_window_parent_class)->dispose (object);
}

static void
xb_inspection_window_finalize (GObject *object)
{
  g_clear_object (&XB_INSPECTION_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (xb_inspection_window_parent_class)->finalize (object);
}

static void
xb_inspection_window_class_init (XbInspectionWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_inspection_window_dispose;
  object_class->finalize = xb_inspection_window_finalize;
  xb_inspection_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
make_side (XbInspectionWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = xb_inspection_window_make_factory (self);
  const char *const filters[] = { _("All"), _("To do"), _("Failed"), _("Other than last time"), NULL };

  self->filter = gtk_drop_down_new_from_strings (filters);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which items to show"), -1);
  gtk_widget_set_margin_start (self->filter, 12);
  gtk_widget_set_margin_end (self->filter, 12);
  gtk_widget_set_margin_top (self->filter, 6);
  gtk_widget_set_margin_bottom (self->filter, 6);
  self->list = gtk_list_view_new (NULL, factory);
  self->nothing = gtk_label_new (_("Nothing here"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 24);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (self->list, "items");
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is looked at"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (column, 290, -1);
  gtk_box_append (GTK_BOX (column), self->filter);
  gtk_box_append (GTK_BOX (column), self->nothing);
  gtk_box_append (GTK_BOX (column), scrolled);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static GtkWidget *
make_content (XbInspectionWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  self->bar = xb_inspection_window_make_bar ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  gtk_widget_set_margin_top (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  self->view = xb_item_view_new (self->workspace);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->view);
  g_signal_connect_object (self->view, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_size_request (column, 360, -1);
  gtk_box_append (GTK_BOX (column), self->scroller);
  gtk_box_append (GTK_BOX (column), self->bar);
  return column;
}

static GtkWidget *
make_work (XbInspectionWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->banner = xb_banner_new ();
  self->progress = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->progress, "osd");
  self->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_unfold (ADW_LEAFLET (self->leaflet), TRUE);
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->leaflet), TRUE);
  self->side = make_side (self);
  self->content = make_content (self);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->side);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (ADW_LEAFLET (self->leaflet), line), FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->content);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->content);
  gtk_widget_set_vexpand (self->leaflet, TRUE);
  gtk_box_append (GTK_BOX (column), self->banner);
  gtk_box_append (GTK_BOX (column), self->progress);
  gtk_box_append (GTK_BOX (column), self->leaflet);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static void
fill (XbInspectionWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *announcer = gtk_label_new (NULL);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->toasts = adw_toast_overlay_new ();
  self->stack = gtk_stack_new ();
  self->trouble = xb_empty_page_new ("dialog-warning-symbolic", "", NULL);
  gtk_widget_add_css_class (announcer, "announcer");
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "wait");
  gtk_stack_add_named (GTK_STACK (self->stack), self->trouble, "trouble");
  gtk_stack_add_named (GTK_STACK (self->stack), make_work (self), "work");
  gtk_widget_set_vexpand (self->toasts, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->stack);
  gtk_box_append (GTK_BOX (column), xb_inspection_window_make_header (self));
  gtk_box_append (GTK_BOX (column), announcer);
  gtk_box_append (GTK_BOX (column), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), column);
  xb_dialogs_set_announcer (GTK_WIDGET (self), GTK_LABEL (announcer));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* a list keeps the arrows for itself */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  folded_cb (self);
}

static void
xb_inspection_window_init (XbInspectionWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Inspection"));
  gtk_window_set_default_size (GTK_WINDOW (self), 980, 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
}

/** xb_inspection_window_new: @id: 0: the one that was begun, else a new one */
XbInspectionWindow *
xb_inspection_window_new (GtkApplication *application,
                          XbWorkspace    *workspace,
                          gint64          id)
{
  XbInspectionWindow *self = g_object_new (XB_TYPE_INSPECTION_WINDOW, "application", application, NULL);
  g_autoptr(XbInspectionPlan) plan = xb_workspace_read_inspection_plan (workspace);

  self->workspace = g_object_ref (workspace);
  fill (self);
  if (id == 0)
    id = plan->open;
  if (id != 0)
    show_inspection (self, id);
  else
    xb_workspace_start_inspection_async (workspace, NULL, self->cancellable, started_cb, g_object_ref (self));
  return self;
}

static XbInspectionWindow *
find_window (GtkApplication *application,
             gint64          id)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (XB_IS_INSPECTION_WINDOW (l->data))
      {
        XbInspectionWindow *self = l->data;

        if (self->inspection != NULL && xb_record_get_id (XB_RECORD (self->inspection)) == id)
          return self;
      }
  return NULL;
}

/** xb_inspection_window_open: one window for each inspection; @id: 0: the one that was begun, else a new one */
void
xb_inspection_window_open (GtkApplication *application,
                           XbWorkspace    *workspace,
                           gint64          id)
{
  g_autoptr(XbInspectionPlan) plan = xb_workspace_read_inspection_plan (workspace);
  XbInspectionWindow *window = find_window (application, id != 0 ? id : plan->open);

  if (window == NULL)
    window = xb_inspection_window_new (application, workspace, id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_at (GtkApplication *application,
         XbWorkspace    *workspace,
         gint64          inspection,
         gint64          item)
{
  XbInspectionWindow *window = find_window (application, inspection);

  if (window == NULL)
    window = xb_inspection_window_new (application, workspace, inspection);
  window->wanted = item;
  if (window->items != NULL)
    select_first (window);
  gtk_window_present (GTK_WINDOW (window));
}

/** xb_inspection_window_open_item: its inspection, with it in front */
void
xb_inspection_window_open_item (GtkApplication *application,
                                XbWorkspace    *workspace,
                                gint64          item)
{
  g_autoptr(XbInspectionItem) record = xb_workspace_ref_inspection_item (workspace, item);

  if (record != NULL)
    open_at (application, workspace, xb_inspection_item_get_inspection_id (record), item);
}

/** xb_inspection_window_open_for_task: where it failed */
void
xb_inspection_window_open_for_task (GtkApplication *application,
                                    XbWorkspace    *workspace,
                                    gint64          task)
{
  g_autoptr(XbInspectionTask) record = xb_workspace_ref_inspection_task (workspace, task);

  if (record != NULL)
    open_at (application, workspace, xb_inspection_task_get_inspection_id (record), xb_inspection_task_get_item_id (record));
}

/** xb_inspection_window_get_inspection: Returns: (transfer none) (nullable): until it is there */
XbInspection *
xb_inspection_window_get_inspection (XbInspectionWindow *self)
{
  g_return_val_if_fail (XB_IS_INSPECTION_WINDOW (self), NULL);

  return self->inspection;
}

/** xb_inspection_window_get_view: Returns: (transfer none): what shows the item */
XbItemView *
xb_inspection_window_get_view (XbInspectionWindow *self)
{
  g_return_val_if_fail (XB_IS_INSPECTION_WINDOW (self), NULL);

  return XB_ITEM_VIEW (self->view);
}
