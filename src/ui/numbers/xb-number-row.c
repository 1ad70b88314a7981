/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-row.h"
#include "xb-phone.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* A number in the list: itself, its use, what callees see today, and its health. */
struct _XbNumberRow
{
  GtkWidget  parent_instance;

  XbNumber  *number; /* (nullable) */
  GtkWidget *check;
  GtkWidget *column;
  GtkWidget *digits;
  GtkWidget *words;
  GtkWidget *chip;
};

G_DEFINE_FINAL_TYPE (XbNumberRow, xb_number_row, GTK_TYPE_WIDGET)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
dup_words (XbNumber *number)
{
  const char *use = xb_number_get_use (number), *shown = xb_number_get_shown (number);

  if (has_text (use) && has_text (shown))
    return g_strdup_printf ("%s · “%s”", use, shown);
  if (has_text (shown))
    return g_strdup_printf ("“%s”", shown);
  return g_strdup (use);
}

static void
update (XbNumberRow *self)
{
  const char *e164 = xb_number_get_e164 (self->number);
  /* a row that went since it was counted is empty until the list is read again; one that is damaged stays so */
  g_autofree char *digits = e164 != NULL ? xb_phone_format (e164) : NULL;
  g_autofree char *words = dup_words (self->number);
  g_autofree char *name = NULL;

  gtk_label_set_label (GTK_LABEL (self->digits), digits != NULL ? digits : "");
  gtk_label_set_label (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_widget_set_visible (self->words, has_text (words));
  gtk_widget_set_visible (self->chip, digits != NULL);
  xb_state_chip_set_health (XB_STATE_CHIP (self->chip), xb_number_get_health (self->number));
  name = g_strjoin (_(", "), digits != NULL ? digits : "", xb_health_get_title (xb_number_get_health (self->number)),
                    has_text (words) ? words : NULL, NULL);
  xb_cell_set_name (GTK_WIDGET (self), name);
}

static void
xb_number_row_dispose (GObject *object)
{
  XbNumberRow *self = XB_NUMBER_ROW (object);

  xb_number_row_set_number (self, NULL);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_pointer (&self->chip, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_number_row_parent_class)->dispose (object);
}

static void
xb_number_row_class_init (XbNumberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_number_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "number-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xb_number_row_init (XbNumberRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->digits = gtk_label_new (NULL);
  self->words = gtk_label_new (NULL);
  self->chip = xb_state_chip_new ();
  gtk_label_set_xalign (GTK_LABEL (self->digits), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->digits), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->digits, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->words, "dim-label");
  gtk_widget_add_css_class (self->words, "caption");
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_widget_set_valign (self->column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->column), self->digits);
  gtk_box_append (GTK_BOX (self->column), self->words);
  self->check = gtk_check_button_new ();
  gtk_widget_set_visible (self->check, FALSE);
  gtk_widget_set_can_target (self->check, FALSE); /* the row takes the click and the key */
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
}

GtkWidget *
xb_number_row_new (void)
{
  return g_object_new (XB_TYPE_NUMBER_ROW, NULL);
}

/** xb_number_row_set_number: @number: (nullable): whom the row follows from now on */
void
xb_number_row_set_number (XbNumberRow *self,
                          XbNumber    *number)
{
  g_return_if_fail (XB_IS_NUMBER_ROW (self));

  if (self->number == number)
    return;
  if (self->number != NULL)
    g_signal_handlers_disconnect_by_func (self->number, update, self);
  g_set_object (&self->number, number);
  if (number == NULL)
    return;
  g_signal_connect_object (number, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/** xb_number_row_get_number: Returns: (transfer none) (nullable) */
XbNumber *
xb_number_row_get_number (XbNumberRow *self)
{
  g_return_val_if_fail (XB_IS_NUMBER_ROW (self), NULL);

  return self->number;
}

/** xb_number_row_set_current: @current: whether its particulars are shown beside the list */
void
xb_number_row_set_current (XbNumberRow *self,
                           gboolean     current)
{
  g_return_if_fail (XB_IS_NUMBER_ROW (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

/** xb_number_row_set_choice: @choosing: whether rows have a tick at all; @chosen: whether this one is ticked */
void
xb_number_row_set_choice (XbNumberRow *self,
                          gboolean     choosing,
                          gboolean     chosen)
{
  g_return_if_fail (XB_IS_NUMBER_ROW (self));

  gtk_widget_set_visible (self->check, choosing);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}
