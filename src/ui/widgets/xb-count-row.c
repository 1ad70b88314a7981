/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-count-row.h"
#include "xb-format.h"
#include "xb-ui.h"

/* How many of something, large at the end of the row. */
struct _XbCountRow
{
  AdwActionRow  parent_instance;
  GtkWidget    *count;
};

G_DEFINE_FINAL_TYPE (XbCountRow, xb_count_row, ADW_TYPE_ACTION_ROW)

static void
xb_count_row_class_init (XbCountRowClass *klass)
{
}

static void
xb_count_row_init (XbCountRow *self)
{
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "title-4");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->count);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

/** xb_count_row_new: @detail: (nullable): what it means, below the title */
GtkWidget *
xb_count_row_new (const char *title,
                  const char *detail)
{
  XbCountRow *self = g_object_new (XB_TYPE_COUNT_ROW, NULL);

  xb_row_set_title (self, title);
  xb_row_set_subtitle (self, detail);
  return GTK_WIDGET (self);
}

/** xb_count_row_set: a row that counts nothing is not there */
void
xb_count_row_set (XbCountRow *self,
                  guint64     count)
{
  g_autofree char *text = xb_format_count (count);

  g_return_if_fail (XB_IS_COUNT_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1); /* its title is the name */
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
}

/** xb_count_row_get_text: Returns: (transfer none) (nullable): the figure; %NULL while the row is not there */
const char *
xb_count_row_get_text (XbCountRow *self)
{
  g_return_val_if_fail (XB_IS_COUNT_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (GTK_LABEL (self->count)) : NULL;
}
