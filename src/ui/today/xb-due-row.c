/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-deadline-label.h"
#include "xb-due-look.h"
#include "xb-due-row.h"
#include "xb-state-chip.h"
#include "xb-workdays.h"

/* One thing to do: what, until when, and why. Its list takes the click. */
struct _XbDueRow
{
  AdwPreferencesRow  parent_instance;
  XbDue             *due;
};

G_DEFINE_FINAL_TYPE (XbDueRow, xb_due_row, ADW_TYPE_PREFERENCES_ROW)

static void
xb_due_row_finalize (GObject *object)
{
  g_clear_object (&XB_DUE_ROW (object)->due);
  G_OBJECT_CLASS (xb_due_row_parent_class)->finalize (object);
}

static void
xb_due_row_class_init (XbDueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_due_row_finalize;
}

static void
xb_due_row_init (XbDueRow *self)
{
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_deadline (XbDue      *due,
               const char *today)
{
  GtkWidget *deadline = xb_deadline_label_new ();
  gboolean estimated = FALSE;
  int days = 0;

  if (!xb_due_look_find (xb_due_get_kind (due))->dated)
    {
      xb_deadline_label_set (XB_DEADLINE_LABEL (deadline), NULL, today, 0, FALSE);
      return deadline;
    }
  gtk_widget_set_valign (deadline, GTK_ALIGN_CENTER);
  if (xb_due_get_due_at (due) != 0)
    {
      xb_deadline_label_set_instant (XB_DEADLINE_LABEL (deadline), xb_due_get_due_at (due), NULL);
      return deadline;
    }
  xb_workdays_between (xb_workdays_get_default (), today, xb_due_get_due (due), &days, &estimated, NULL);
  xb_deadline_label_set (XB_DEADLINE_LABEL (deadline), xb_due_get_due (due), today, days,
                         estimated || xb_due_get_estimated (due));
  return deadline;
}

/** xb_due_make_facts: Returns: (transfer floating): its kind as a chip, and its day */
GtkWidget *
xb_due_make_facts (XbDue      *due,
                   const char *today)
{
  const XbDueLook *look = xb_due_look_find (xb_due_get_kind (due));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chip = xb_state_chip_new ();

  xb_state_chip_set_look (XB_STATE_CHIP (chip), look->shape, look->tone, _(look->word));
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), make_deadline (due, today));
  return box;
}

/** xb_due_row_new: @today: an ISO date */
GtkWidget *
xb_due_row_new (XbDue      *due,
                const char *today)
{
  XbDueRow *self = g_object_new (XB_TYPE_DUE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *facts = xb_due_make_facts (due, today);
  GtkWidget *deadline = gtk_widget_get_last_child (facts);
  g_autofree char *name = NULL;

  self->due = g_object_ref (due);
  gtk_box_append (GTK_BOX (column), make_text (xb_due_get_title (due), NULL));
  gtk_box_append (GTK_BOX (column), facts);
  if (xb_due_get_detail (due) != NULL && *xb_due_get_detail (due) != '\0')
    {
      gtk_box_append (GTK_BOX (column), make_text (xb_due_get_detail (due), "dim-label"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (column), "caption");
    }
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (box, "due");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  if (xb_due_look_find (xb_due_get_kind (due))->dated)
    name = g_strdup_printf (_("%1$s: %2$s"), xb_due_get_title (due),
                            xb_deadline_label_get_text (XB_DEADLINE_LABEL (deadline)));
  else
    name = g_strdup (xb_due_get_title (due));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, xb_due_get_detail (due), -1);
  return GTK_WIDGET (self);
}

/** xb_due_row_get_due: Returns: (transfer none): what is to be done */
XbDue *
xb_due_row_get_due (XbDueRow *self)
{
  g_return_val_if_fail (XB_IS_DUE_ROW (self), NULL);

  return self->due;
}
