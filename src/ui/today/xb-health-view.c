/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-format.h"
#include "xb-health-view.h"
#include "xb-state-mark.h"

/* The health of every number at a glance: a bar and four counts, each a way to those numbers. */
struct _XbHealthView
{
  GtkWidget  parent_instance;

  GtkWidget *bar;
  GtkWidget *grid;
  GtkWidget *buttons[XB_N_HEALTHS];
  GtkWidget *figures[XB_N_HEALTHS];
};

G_DEFINE_FINAL_TYPE (XbHealthView, xb_health_view, GTK_TYPE_WIDGET)

static const XbHealth order[XB_N_HEALTHS] = { XB_HEALTH_LIVE, XB_HEALTH_PROGRESS, XB_HEALTH_ATTENTION, XB_HEALTH_NONE };

/* The page takes the filter once it is there: the window makes it when it is first shown. */
static void
clicked_cb (GtkWidget *button,
            gpointer   user_data)
{
  const char *health = xb_enum_to_nick (XB_TYPE_HEALTH, GPOINTER_TO_INT (user_data));

  gtk_widget_activate_action (button, "win.show-page", "s", "numbers");
  gtk_widget_activate_action (button, "numbers.show", "s", health);
}

static void
add_button (XbHealthView *self,
            XbHealth      health,
            int           column)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *mark, *word;

  mark = xb_state_mark_new (xb_mark_for_health (health), 14);
  xb_widget_set_tone (mark, xb_tone_for_health (health));
  self->figures[health] = gtk_label_new ("0");
  gtk_widget_add_css_class (self->figures[health], "title-3");
  gtk_widget_add_css_class (self->figures[health], "numeric");
  word = gtk_label_new (xb_health_get_title (health));
  gtk_widget_add_css_class (word, "caption");
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (top), mark);
  gtk_box_append (GTK_BOX (top), self->figures[health]);
  gtk_widget_set_halign (top, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), word);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), GINT_TO_POINTER (health));
  gtk_grid_attach (GTK_GRID (self->grid), button, column, 0, 1, 1);
  self->buttons[health] = button;
}

static void
xb_health_view_dispose (GObject *object)
{
  XbHealthView *self = XB_HEALTH_VIEW (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_health_view_parent_class)->dispose (object);
}

static void
xb_health_view_class_init (XbHealthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_health_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "health-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xb_health_view_init (XbHealthView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->bar = xb_health_bar_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_hexpand (self->grid, TRUE);
  for (int i = 0; i < XB_N_HEALTHS; i++)
    add_button (self, order[i], i);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How the numbers stand"), -1);
}

GtkWidget *
xb_health_view_new (void)
{
  return g_object_new (XB_TYPE_HEALTH_VIEW, NULL);
}

/** xb_health_view_set_counts: @counts: by #XbHealth */
void
xb_health_view_set_counts (XbHealthView  *self,
                           const guint64  counts[XB_N_HEALTHS])
{
  g_return_if_fail (XB_IS_HEALTH_VIEW (self));

  xb_health_bar_set_counts (XB_HEALTH_BAR (self->bar), counts);
  for (guint i = 0; i < XB_N_HEALTHS; i++)
    {
      g_autofree char *count = xb_format_count (counts[i]);
      g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), xb_health_get_title (i), count);

      gtk_label_set_label (GTK_LABEL (self->figures[i]), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/** xb_health_view_get_button: Returns: (transfer none): the way to the numbers in that health */
GtkWidget *
xb_health_view_get_button (XbHealthView *self,
                           XbHealth      health)
{
  g_return_val_if_fail (XB_IS_HEALTH_VIEW (self), NULL);

  return self->buttons[health];
}
