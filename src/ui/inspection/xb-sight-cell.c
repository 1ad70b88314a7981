/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-format.h"
#include "xb-inspection-look.h"
#include "xb-lifecycle.h"
#include "xb-sight-cell.h"
#include "xb-ui.h"

/* One brand of phone in a row of the matrix: a mark, a word, how old it is. Reused for row after row. */
struct _XbSightCell
{
  GtkWidget    parent_instance;

  XbHandset    handset;
  XbMatrixRow *row; /* (nullable) */
  char        *today;
  GtkWidget   *mark;
  GtkWidget   *text;
};

G_DEFINE_FINAL_TYPE (XbSightCell, xb_sight_cell, GTK_TYPE_WIDGET)

static char *
dup_text (const XbMatrixSight *sight)
{
  g_autofree char *age = NULL;

  if (sight->state == XB_SIGHT_NEVER)
    return g_strdup (xb_sight_get_title (sight->state));
  if (sight->age == 0)
    age = g_strdup (_("today"));
  else
    age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) sight->age), sight->age);
  return g_strdup_printf ("%s · %s", xb_sight_get_title (sight->state), age);
}

static void
update (XbSightCell *self)
{
  XbMatrixSight sight;
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *spoken = NULL;

  xb_matrix_row_get_sight (self->row, self->handset, self->today, &sight);
  text = dup_text (&sight);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  xb_state_mark_set_shape (XB_STATE_MARK (self->mark), xb_mark_for_sight (sight.state));
  xb_widget_set_tone (GTK_WIDGET (self), xb_tone_for_sight (sight.state));
  day = sight.at != 0 ? xb_instant_to_day (sight.at) : NULL;
  shown = day != NULL ? xb_format_day (day, self->today) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), shown);
  spoken = g_strdup_printf (_("%1$s: %2$s"), xb_handset_get_title (self->handset), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
xb_sight_cell_dispose (GObject *object)
{
  XbSightCell *self = XB_SIGHT_CELL (object);

  xb_sight_cell_set_row (self, NULL, NULL);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (xb_sight_cell_parent_class)->dispose (object);
}

static void
xb_sight_cell_class_init (XbSightCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_sight_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "sight");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xb_sight_cell_init (XbSightCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->mark = xb_state_mark_new (XB_MARK_DOTTED, 14);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

GtkWidget *
xb_sight_cell_new (XbHandset handset)
{
  XbSightCell *self = g_object_new (XB_TYPE_SIGHT_CELL, NULL);

  self->handset = handset;
  return GTK_WIDGET (self);
}

/** xb_sight_cell_set_row: @row: (nullable): followed from now on */
void
xb_sight_cell_set_row (XbSightCell *self,
                       XbMatrixRow *row,
                       const char  *today)
{
  g_return_if_fail (XB_IS_SIGHT_CELL (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_free (self->today);
  self->today = g_strdup (today);
  g_signal_connect_object (row, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
xb_sight_cell_get_text (XbSightCell *self)
{
  g_return_val_if_fail (XB_IS_SIGHT_CELL (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->text));
}
