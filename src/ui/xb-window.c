/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-page.h"
#include "xb-ui.h"
#include "xb-window.h"

/* A page that is listed in the side bar; the page itself is made when it is first shown. */
typedef struct
{
  char          *name;
  char          *title;
  GType          type;
  GtkListBoxRow *row;
  GtkWidget     *badge;
  XbPage        *page; /* (nullable) */
} Entry;

struct _XbWindow
{
  AdwApplicationWindow  parent_instance;

  XbWorkspace          *workspace; /* (nullable): only where pages are tried without one */
  GSettings            *settings; /* (nullable): none without the schema */
  GPtrArray            *entries;
  Entry                *current;  /* (nullable) */
  XbPage               *in_front; /* (nullable): of @current, once it is made */

  /* template */
  AdwLeaflet           *leaflet;
  GtkWidget            *side;
  GtkWidget            *content;
  AdwHeaderBar         *side_header;
  AdwHeaderBar         *header;
  AdwWindowTitle       *page_title;
  GtkWidget            *back;
  GtkListBox           *list;
  GtkLabel             *announcer;
  XbNotices            *notices;
  GtkStack             *stack;
};

G_DEFINE_FINAL_TYPE (XbWindow, xb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
entry_free (Entry *entry)
{
  g_free (entry->name);
  g_free (entry->title);
  g_free (entry);
}

static Entry *
find_entry (XbWindow   *self,
            const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->name, name) == 0)
        return entry;
    }
  return NULL;
}

static void
swap_header (XbWindow *self,
             XbPage   *from,
             XbPage   *to)
{
  GtkWidget *start = to != NULL ? xb_page_get_header_start (to) : NULL;
  GtkWidget *end = to != NULL ? xb_page_get_header_end (to) : NULL;

  if (from != NULL && xb_page_get_header_start (from) != NULL)
    adw_header_bar_remove (self->header, xb_page_get_header_start (from));
  if (from != NULL && xb_page_get_header_end (from) != NULL)
    adw_header_bar_remove (self->header, xb_page_get_header_end (from));
  if (start != NULL)
    adw_header_bar_pack_start (self->header, start);
  if (end != NULL)
    adw_header_bar_pack_end (self->header, end);
}

/* All of a page but the page: its row, its title, and that it is the one for the next time. */
static void
choose_entry (XbWindow *self,
              Entry    *entry)
{
  g_autofree char *last = self->settings != NULL ? g_settings_get_string (self->settings, "last-page") : NULL;

  self->current = entry;
  adw_window_title_set_title (self->page_title, entry->title);
  gtk_list_box_select_row (self->list, entry->row);
  if (last != NULL && strcmp (last, entry->name) != 0)
    g_settings_set_string (self->settings, "last-page", entry->name);
}

static void
show_entry (XbWindow *self,
            Entry    *entry)
{
  if (self->current != entry)
    choose_entry (self, entry);
  if (entry->page == NULL)
    {
      entry->page = g_object_new (entry->type, "workspace", self->workspace, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (entry->page), entry->name);
    }
  if (self->in_front != entry->page)
    {
      swap_header (self, self->in_front, entry->page);
      self->in_front = entry->page;
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (entry->page));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search",
                                     XB_PAGE_GET_CLASS (entry->page)->search != NULL);
    }
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  xb_page_shown (entry->page);
}

static void
row_activated_cb (XbWindow      *self,
                  GtkListBoxRow *row)
{
  show_entry (self, g_ptr_array_index (self->entries, gtk_list_box_row_get_index (row)));
}

static void
folded_cb (XbWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  adw_header_bar_set_show_end_title_buttons (self->side_header, folded);
  adw_header_bar_set_show_start_title_buttons (self->header, folded);
  gtk_widget_set_visible (self->back, folded);
  gtk_list_box_set_selection_mode (self->list, folded ? GTK_SELECTION_NONE : GTK_SELECTION_SINGLE);
  if (!folded && self->current != NULL)
    gtk_list_box_select_row (self->list, self->current->row);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *name)
{
  XbWindow *self = XB_WINDOW (widget);
  GtkWidget *focus;

  if (!xb_window_show_page (self, g_variant_get_string (name, NULL)))
    return;
  focus = gtk_root_get_focus (GTK_ROOT (self));
  /* the next Tab goes on from here, not from what the last page left behind; the stack may have done it already */
  if (!adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (self->current->row));
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->current->page)))
    gtk_widget_child_focus (GTK_WIDGET (self->current->page), GTK_DIR_TAB_FORWARD);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbWindow *self = XB_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->side);
  if (self->current != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->current->row));
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbWindow *self = XB_WINDOW (widget);

  if (self->in_front != NULL)
    xb_page_search (self->in_front);
}

/* Built when it is asked for: the automatic way (gtk/help-overlay.ui) builds it at start-up. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (XB_UI_RESOURCE "xb-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static gboolean
xb_window_close_request (GtkWindow *window)
{
  XbWindow *self = XB_WINDOW (window);
  int width, height;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      if (!gtk_window_is_maximized (window))
        {
          g_settings_set_int (self->settings, "window-width", MAX (width, 360));
          g_settings_set_int (self->settings, "window-height", MAX (height, 294));
        }
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }
  return GTK_WINDOW_CLASS (xb_window_parent_class)->close_request (window);
}

static void
xb_window_dispose (GObject *object)
{
  XbWindow *self = XB_WINDOW (object);

  self->current = NULL;
  self->in_front = NULL;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), XB_TYPE_WINDOW);
  G_OBJECT_CLASS (xb_window_parent_class)->dispose (object);
}

static void
xb_window_class_init (XbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = xb_window_close_request;

  g_type_ensure (XB_TYPE_NOTICES);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, side);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, content);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, side_header);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, header);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, back);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, list);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, announcer);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, XbWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, shortcuts_action);
}

/* The keyboard goes through the rows with Tab, and marks each: what stays marked is the page in front. */
static void
list_left_cb (XbWindow *self)
{
  if (self->current != NULL && !adw_leaflet_get_folded (self->leaflet))
    gtk_list_box_select_row (self->list, self->current->row);
}

static void
xb_window_init (XbWindow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->settings = xb_ui_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  xb_dialogs_set_announcer (GTK_WIDGET (self), self->announcer);
  g_signal_connect_object (focus, "leave", G_CALLBACK (list_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", FALSE);
  if (self->settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                                   g_settings_get_int (self->settings, "window-height"));
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
}

/** xb_window_new: @workspace: (nullable): what its pages show */
XbWindow *
xb_window_new (GtkApplication *application,
               XbWorkspace    *workspace)
{
  XbWindow *self = g_object_new (XB_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->workspace, workspace);
  return self;
}

/** xb_window_get_workspace: Returns: (transfer none) (nullable) */
XbWorkspace *
xb_window_get_workspace (XbWindow *self)
{
  g_return_val_if_fail (XB_IS_WINDOW (self), NULL);

  return self->workspace;
}

static GtkWidget *
make_row (Entry      *entry,
          const char *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (entry->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  entry->badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (entry->badge, "badge");
  gtk_widget_add_css_class (entry->badge, "numeric");
  gtk_widget_set_valign (entry->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (entry->badge, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry->badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->title, -1);
  return row;
}

/* Alt+1 and so on, in the order of the side bar; Alt+0 is the tenth */
static void
set_accel (XbWindow   *self,
           const char *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr(GVariant) target = g_variant_ref_sink (g_variant_new_string (name));
  g_autofree char *action = g_action_print_detailed_name ("win.show-page", target);
  guint n = self->entries->len;
  g_autofree char *accel = g_strdup_printf ("<Alt>%u", n % 10);

  if (application != NULL && n <= 10)
    gtk_application_set_accels_for_action (application, action, (const char *[]) { accel, NULL });
}

/**
 * xb_window_add_page:
 * @name: what win.show-page calls it
 * @type: an #XbPage; it is made when it is first shown
 */
void
xb_window_add_page (XbWindow   *self,
                    const char *name,
                    const char *title,
                    const char *icon_name,
                    GType       type)
{
  Entry *entry;

  g_return_if_fail (XB_IS_WINDOW (self));
  g_return_if_fail (g_type_is_a (type, XB_TYPE_PAGE));

  entry = g_new0 (Entry, 1);
  entry->name = g_strdup (name);
  entry->title = g_strdup (title);
  entry->type = type;
  entry->row = GTK_LIST_BOX_ROW (make_row (entry, icon_name));
  g_ptr_array_add (self->entries, entry);
  gtk_list_box_append (self->list, GTK_WIDGET (entry->row));
  set_accel (self, name);
}

/** xb_window_show_page: Returns: whether there is a page of that name */
gboolean
xb_window_show_page (XbWindow   *self,
                     const char *name)
{
  Entry *entry;

  g_return_val_if_fail (XB_IS_WINDOW (self), FALSE);

  entry = find_entry (self, name);
  if (entry != NULL)
    show_entry (self, entry);
  return entry != NULL;
}

static void
drawn_cb (gpointer window)
{
  XbWindow *self = window;

  if (self->in_front == NULL)
    show_entry (self, self->current);
}

/**
 * xb_window_show_last_page:
 *
 * Shows the page of the last time, else the first one. The page itself is made as soon as the window
 * was drawn once: the window is there at once, however much the page has to read.
 */
void
xb_window_show_last_page (XbWindow *self)
{
  g_autofree char *name = NULL;
  Entry *entry;

  g_return_if_fail (XB_IS_WINDOW (self));

  if (self->settings != NULL)
    name = g_settings_get_string (self->settings, "last-page");
  entry = find_entry (self, name);
  if (entry == NULL && self->entries->len > 0)
    entry = g_ptr_array_index (self->entries, 0);
  if (entry == NULL)
    return;
  choose_entry (self, entry);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  xb_ui_after_first_frame (GTK_WIDGET (self), drawn_cb, self);
}

/** xb_window_get_page: Returns: (nullable): the name of the page in front */
const char *
xb_window_get_page (XbWindow *self)
{
  g_return_val_if_fail (XB_IS_WINDOW (self), NULL);

  return self->current != NULL ? self->current->name : NULL;
}

/** xb_window_is_filled: Returns: whether the page in front shows what it has to show */
gboolean
xb_window_is_filled (XbWindow *self)
{
  g_return_val_if_fail (XB_IS_WINDOW (self), FALSE);

  return self->in_front != NULL && !xb_page_is_reading (self->in_front);
}

guint
xb_window_get_n_pages (XbWindow *self)
{
  g_return_val_if_fail (XB_IS_WINDOW (self), 0);

  return self->entries->len;
}

/**
 * xb_window_set_badge:
 * @count: how many things wait on the page @name; 0 for none
 * @words: (nullable): the same in words, for a screen reader
 */
void
xb_window_set_badge (XbWindow   *self,
                     const char *name,
                     guint       count,
                     const char *words)
{
  g_autofree char *text = count > 99 ? g_strdup ("99+") : g_strdup_printf ("%u", count);
  g_autofree char *spoken = NULL;
  Entry *entry;

  g_return_if_fail (XB_IS_WINDOW (self));

  entry = find_entry (self, name);
  if (entry == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (entry->badge), text);
  gtk_widget_set_visible (entry->badge, count > 0);
  spoken = count > 0 && words != NULL ? g_strconcat (entry->title, _(", "), words, NULL) : g_strdup (entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/** xb_window_get_notices: Returns: (transfer none): what is said across the window */
XbNotices *
xb_window_get_notices (XbWindow *self)
{
  g_return_val_if_fail (XB_IS_WINDOW (self), NULL);

  return self->notices;
}
