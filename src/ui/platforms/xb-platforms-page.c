/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lifecycle.h"
#include "xb-list-group.h"
#include "xb-platform-form.h"
#include "xb-platform-view.h"
#include "xb-platforms-page.h"
#include "xb-ui.h"

#define N_KINDS (XB_PLATFORM_KIND_PRACTICE + 1)

/* The catalogue, a group for each kind; one platform opens in the same page. */
struct _XbPlatformsPage
{
  XbPage     parent_instance;

  GtkFilter *search_filter;
  char      *search; /* (nullable): in small letters */

  GtkWidget *stack;
  GtkWidget *entry;
  GtkWidget *nothing;
  GtkWidget *groups[N_KINDS];
  GtkWidget *add;
  GtkWidget *back;
  GtkWidget *view; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbPlatformsPage, xb_platforms_page, XB_TYPE_PAGE)

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  XbPlatformsPage *self = user_data;
  g_autofree char *name = g_utf8_strdown (xb_platform_get_name (item), -1);
  g_autofree char *kind = g_utf8_strdown (xb_platform_kind_get_title (xb_platform_get_kind (item)), -1);

  return self->search == NULL || strstr (name, self->search) != NULL || strstr (kind, self->search) != NULL ||
         strstr (xb_platform_get_key (item), self->search) != NULL;
}

static gboolean
is_of_kind (gpointer item,
            gpointer kind)
{
  return xb_platform_get_kind (item) == (XbPlatformKind) GPOINTER_TO_INT (kind);
}

static void
count_cb (XbPlatformsPage *self)
{
  guint found = 0;

  for (guint i = 0; i < N_KINDS; i++)
    if (self->groups[i] != NULL)
      {
        guint n = g_list_model_get_n_items (xb_list_group_get_items (XB_LIST_GROUP (self->groups[i])));

        gtk_widget_set_visible (self->groups[i], n > 0);
        found += n;
      }
  gtk_widget_set_visible (self->nothing, found == 0);
}

static void
search_cb (XbPlatformsPage *self)
{
  g_autofree char *text = g_strstrip (g_utf8_strdown (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1));

  g_free (self->search);
  self->search = *text != '\0' ? g_steal_pointer (&text) : NULL;
  gtk_filter_changed (self->search_filter, GTK_FILTER_CHANGE_DIFFERENT);
  count_cb (self);
}

static void
open_cb (XbPlatformsPage *self,
         GtkWidget       *row)
{
  xb_platforms_page_open (self, xb_platform_get_key (g_object_get_data (G_OBJECT (row), "xb-item")));
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), user_data, G_CONNECT_SWAPPED);
}

/* How long a review takes is what one asks first. */
static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  GListModel *facts = xb_platform_get_facts (item);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (facts) && subtitle == NULL; i++)
    {
      g_autoptr(XbFact) fact = g_list_model_get_item (facts, i);
      const char *const *fields = xb_fact_get_fields (fact);

      if (fields != NULL && g_strcmp0 (fields[0], "review_min") == 0 && xb_fact_get_known (fact))
        subtitle = g_strdup_printf (_("Review %s"), xb_fact_get_text (fact));
    }
  if (xb_platform_get_withdrawn (item))
    xb_row_set_subtitle (row, _("No longer offered"));
  else
    xb_row_set_subtitle (row, subtitle);
  xb_row_set_title (row, xb_platform_get_name (item));
}

static void
show_list (XbPlatformsPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  gtk_widget_set_visible (self->back, FALSE);
  if (self->view != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->view);
  self->view = NULL;
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  show_list (XB_PLATFORMS_PAGE (widget));
}

static void
added_cb (XbPlatformsPage *self,
          const char      *key)
{
  xb_platforms_page_open (self, key);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GtkWindow *form = xb_platform_form_new (widget, xb_page_get_workspace (XB_PAGE (widget)));

  g_signal_connect_object (form, "added", G_CALLBACK (added_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (form);
}

static void
back_cb (XbPlatformsPage *self)
{
  show_list (self);
}

static void
add_cb (XbPlatformsPage *self)
{
  add_action (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
xb_platforms_page_search (XbPage *page)
{
  XbPlatformsPage *self = XB_PLATFORMS_PAGE (page);

  show_list (self);
  return gtk_widget_grab_focus (self->entry);
}

static void
xb_platforms_page_dispose (GObject *object)
{
  XbPlatformsPage *self = XB_PLATFORMS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  self->back = NULL;
  g_clear_object (&self->search_filter);
  G_OBJECT_CLASS (xb_platforms_page_parent_class)->dispose (object);
}

static void
xb_platforms_page_finalize (GObject *object)
{
  g_free (XB_PLATFORMS_PAGE (object)->search);
  G_OBJECT_CLASS (xb_platforms_page_parent_class)->finalize (object);
}

static GtkWidget *
make_group (XbPlatformsPage *self,
            XbPlatformKind   kind)
{
  XbCatalogue *catalogue = xb_workspace_get_catalogue (xb_page_get_workspace (XB_PAGE (self)));
  GtkFilter *of_kind = GTK_FILTER (gtk_custom_filter_new (is_of_kind, GINT_TO_POINTER (kind), NULL));
  GListModel *all = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (catalogue)), of_kind));
  g_autoptr(GListModel) found = G_LIST_MODEL (gtk_filter_list_model_new (all, g_object_ref (self->search_filter)));

  g_signal_connect_object (found, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  return xb_list_group_new (xb_platform_kind_get_title (kind), NULL, found, make_row, update_row, self);
}

static GtkWidget *
make_list (XbPlatformsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search platforms"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search platforms"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  self->nothing = gtk_label_new (_("No platform is called so. It can be added with the button above."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->nothing);
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->groups[i] = make_group (self, i);
      gtk_box_append (GTK_BOX (box), self->groups[i]);
    }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/* In the page, as on that of the numbers: in a narrow header bar there is no room for it. */
static GtkWidget *
make_back (XbPlatformsPage *self)
{
  GtkWidget *back = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-previous-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("All _Platforms"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (back), content);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_set_margin_top (back, 6);
  gtk_widget_set_margin_start (back, 6);
  gtk_widget_set_visible (back, FALSE);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  return back;
}

static void
xb_platforms_page_constructed (GObject *object)
{
  XbPlatformsPage *self = XB_PLATFORMS_PAGE (object);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (xb_platforms_page_parent_class)->constructed (object);
  self->search_filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _("Add Platform"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Platform"), -1);
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  self->back = make_back (self);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (column), self->back);
  gtk_box_append (GTK_BOX (column), self->stack);
  adw_bin_set_child (ADW_BIN (self), column);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), self->add);
  count_cb (self);
}

static void
xb_platforms_page_class_init (XbPlatformsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xb_platforms_page_constructed;
  object_class->dispose = xb_platforms_page_dispose;
  object_class->finalize = xb_platforms_page_finalize;
  XB_PAGE_CLASS (klass)->search = xb_platforms_page_search;
  gtk_widget_class_install_action (widget_class, "platforms.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "platforms.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "platforms.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "platforms.back", NULL);
}

static void
xb_platforms_page_init (XbPlatformsPage *self)
{
}

/** xb_platforms_page_open: shows what is known of the platform @key; nothing happens where there is none */
void
xb_platforms_page_open (XbPlatformsPage *self,
                        const char      *key)
{
  XbWorkspace *workspace;
  XbPlatform *platform;

  g_return_if_fail (XB_IS_PLATFORMS_PAGE (self));

  workspace = xb_page_get_workspace (XB_PAGE (self));
  platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), key);
  if (platform == NULL)
    return;
  show_list (self);
  self->view = xb_platform_view_new (workspace, platform);
  gtk_stack_add_named (GTK_STACK (self->stack), self->view, "platform");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->view);
  gtk_widget_set_visible (self->back, TRUE);
}

/** xb_platforms_page_get_key: Returns: (nullable): of the platform that is open */
const char *
xb_platforms_page_get_key (XbPlatformsPage *self)
{
  g_return_val_if_fail (XB_IS_PLATFORMS_PAGE (self), NULL);

  return self->view != NULL
           ? xb_platform_get_key (xb_platform_view_get_platform (XB_PLATFORM_VIEW (self->view))) : NULL;
}
