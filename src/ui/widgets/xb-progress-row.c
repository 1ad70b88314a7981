/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-progress-row.h"

/* Long work: what it is, how far it is, and a button that stops it. Not there while nothing runs. */
struct _XbProgressRow
{
  AdwPreferencesRow  parent_instance;

  GCancellable      *cancellable; /* (nullable) */
  GtkWidget         *title;
  GtkWidget         *bar;
  GtkWidget         *detail;
  GtkWidget         *cancel;
  guint              pulse;
};

G_DEFINE_FINAL_TYPE (XbProgressRow, xb_progress_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
pulse_cb (gpointer user_data)
{
  XbProgressRow *self = user_data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static void
set_pulsing (XbProgressRow *self,
             gboolean       pulsing)
{
  if (pulsing && self->pulse == 0)
    self->pulse = g_timeout_add (120, pulse_cb, self);
  else if (!pulsing)
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
cancel_cb (XbProgressRow *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  gtk_label_set_label (GTK_LABEL (self->detail), _("Stopping…"));
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
xb_progress_row_dispose (GObject *object)
{
  XbProgressRow *self = XB_PROGRESS_ROW (object);

  set_pulsing (self, FALSE);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (xb_progress_row_parent_class)->dispose (object);
}

static void
xb_progress_row_class_init (XbProgressRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_progress_row_dispose;
}

static void
xb_progress_row_init (XbProgressRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = gtk_label_new (NULL);
  self->bar = gtk_progress_bar_new ();
  self->detail = gtk_label_new (NULL);
  self->cancel = gtk_button_new_with_mnemonic (_("_Stop"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_wrap (GTK_LABEL (self->detail), TRUE);
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_widget_add_css_class (self->detail, "caption");
  gtk_widget_add_css_class (self->detail, "numeric");
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), self->title);
  gtk_box_append (GTK_BOX (column), self->bar);
  gtk_box_append (GTK_BOX (column), self->detail);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), self->cancel);
  gtk_widget_add_css_class (box, "progress");
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_progress_row_new (void)
{
  return g_object_new (XB_TYPE_PROGRESS_ROW, NULL);
}

/**
 * xb_progress_row_begin:
 * @title: what runs, as a sentence
 * @cancellable: (nullable): what Stop cancels; without it there is no button
 */
void
xb_progress_row_begin (XbProgressRow *self,
                       const char    *title,
                       GCancellable  *cancellable)
{
  g_return_if_fail (XB_IS_PROGRESS_ROW (self));

  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->cancel, cancellable != NULL);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  xb_progress_row_update (self, -1, NULL);
}

/**
 * xb_progress_row_update:
 * @fraction: 0 to 1, or below 0 where nobody knows
 * @detail: (nullable): "32,000 of 100,000"
 */
void
xb_progress_row_update (XbProgressRow *self,
                        double         fraction,
                        const char    *detail)
{
  g_return_if_fail (XB_IS_PROGRESS_ROW (self));

  set_pulsing (self, fraction < 0);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (fraction, 1));
  if (!gtk_widget_get_sensitive (self->cancel)) /* it is stopping, and says so */
    return;
  gtk_label_set_label (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
}

void
xb_progress_row_end (XbProgressRow *self)
{
  g_return_if_fail (XB_IS_PROGRESS_ROW (self));

  set_pulsing (self, FALSE);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
