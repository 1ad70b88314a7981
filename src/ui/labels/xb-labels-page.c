/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-check-view.h"
#include "xb-labels-board.h"
#include "xb-labels-page.h"
#include "xb-rules-view.h"
#include "xb-year-view.h"

/* Labels: what every number shows, the year, the check and its rules. Each part is made when it is first shown. */

static gboolean
search_board (GtkWidget *part)
{
  return xb_labels_board_search (XB_LABELS_BOARD (part));
}

static gboolean
search_rules (GtkWidget *part)
{
  return xb_rules_view_search (XB_RULES_VIEW (part));
}

static const struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (XbWorkspace *workspace);
  gboolean (*search) (GtkWidget *part); /* (nullable) */
} parts[] = {
  { "numbers", N_("Numbers"), xb_labels_board_new, search_board },
  { "year", N_("Planner"), xb_year_view_new, NULL },
  { "check", N_("Check"), xb_check_view_new, NULL },
  { "rules", N_("Rules"), xb_rules_view_new, search_rules },
};

struct _XbLabelsPage
{
  XbPage      parent_instance;

  guint       part;
  GtkWidget  *stack;
  GtkWidget  *buttons[G_N_ELEMENTS (parts)];
};

G_DEFINE_FINAL_TYPE (XbLabelsPage, xb_labels_page, XB_TYPE_PAGE)

static GtkWidget *
show_part (XbLabelsPage *self,
           guint         part)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (GTK_STACK (self->stack), parts[part].name);

  if (widget == NULL)
    {
      widget = parts[part].make (xb_page_get_workspace (XB_PAGE (self)));
      gtk_stack_add_named (GTK_STACK (self->stack), widget, parts[part].name);
    }
  self->part = part;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), widget);
  return widget;
}

static void
button_cb (XbLabelsPage    *self,
           GParamSpec      *pspec,
           GtkToggleButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (self->buttons[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      show_part (self, i);
}

static GtkWidget *
make_buttons (XbLabelsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "parts");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to show"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (_(parts[i].title));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_add_css_class (self->buttons[i], "filter");
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
      g_signal_connect_object (self->buttons[i], "notify::active", G_CALLBACK (button_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_visible (scrolled, G_N_ELEMENTS (parts) > 1);
  return scrolled;
}

static gboolean
xb_labels_page_search (XbPage *page)
{
  XbLabelsPage *self = XB_LABELS_PAGE (page);

  return parts[self->part].search != NULL &&
         parts[self->part].search (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

static void
xb_labels_page_constructed (GObject *object)
{
  XbLabelsPage *self = XB_LABELS_PAGE (object);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (xb_labels_page_parent_class)->constructed (object);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  gtk_box_append (GTK_BOX (column), self->stack);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
}

static void
xb_labels_page_class_init (XbLabelsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = xb_labels_page_constructed;
  XB_PAGE_CLASS (klass)->search = xb_labels_page_search;
}

static void
xb_labels_page_init (XbLabelsPage *self)
{
}

/**
 * xb_labels_page_show:
 * @part: "numbers", "year", "check" or "rules"
 *
 * Returns: (transfer none) (nullable): its widget
 */
GtkWidget *
xb_labels_page_show (XbLabelsPage *self,
                     const char   *part)
{
  g_return_val_if_fail (XB_IS_LABELS_PAGE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].name, part) == 0)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
        return show_part (self, i);
      }
  return NULL;
}

/** xb_labels_page_get_part: Returns: the name of the part in sight */
const char *
xb_labels_page_get_part (XbLabelsPage *self)
{
  g_return_val_if_fail (XB_IS_LABELS_PAGE (self), NULL);

  return parts[self->part].name;
}
