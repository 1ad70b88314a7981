/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-deadline-label.h"
#include "xb-format.h"
#include "xb-state-mark.h"

/* A deadline says the day and what is left: 10月13日 周二 · 还剩 3 个工作日 */
struct _XbDeadlineLabel
{
  GtkWidget  parent_instance;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (XbDeadlineLabel, xb_deadline_label, GTK_TYPE_WIDGET)

static void
xb_deadline_label_dispose (GObject *object)
{
  g_clear_pointer (&XB_DEADLINE_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_deadline_label_parent_class)->dispose (object);
}

static GtkSizeRequestMode
xb_deadline_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A label that wraps searches for the width that goes with a height by laying its text out again and
 * again, and boxes in boxes ask for that a hundred times over. Nobody needs it here. */
static void
xb_deadline_label_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (XB_DEADLINE_LABEL (widget)->label, orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
xb_deadline_label_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_size_allocate (XB_DEADLINE_LABEL (widget)->label, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
xb_deadline_label_class_init (XbDeadlineLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_deadline_label_dispose;
  widget_class->get_request_mode = xb_deadline_label_get_request_mode;
  widget_class->measure = xb_deadline_label_measure;
  widget_class->size_allocate = xb_deadline_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "deadline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xb_deadline_label_init (XbDeadlineLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
xb_deadline_label_new (void)
{
  return g_object_new (XB_TYPE_DEADLINE_LABEL, NULL);
}

/**
 * xb_deadline_label_set:
 * @day: (nullable): an ISO date; %NULL for no deadline
 * @today: an ISO date
 * @working_days: working days after @today up to and including @day
 * @estimated: the working-day calendar of that time is not published yet
 */
void
xb_deadline_label_set (XbDeadlineLabel *self,
                       const char      *day,
                       const char      *today,
                       int              working_days,
                       gboolean         estimated)
{
  g_autofree char *date = NULL, *left = NULL, *text = NULL;
  int days;

  g_return_if_fail (XB_IS_DEADLINE_LABEL (self));

  gtk_widget_set_visible (GTK_WIDGET (self), day != NULL);
  if (day == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->label), "");
      return;
    }
  days = xb_day_diff (today, day);
  date = xb_format_day (day, today);
  left = xb_format_left (day, today, working_days);
  /* Translators: a day, what is left, and that the day is an estimate */
  text = estimated ? g_strdup_printf (_("%1$s · %2$s (estimated)"), date, left)
                   : g_strdup_printf ("%s · %s", date, left);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  xb_widget_set_tone (GTK_WIDGET (self), days < 0 ? "error" : days == 0 || working_days <= 1 ? "warning" : "neutral");
}

const char *
xb_deadline_label_get_text (XbDeadlineLabel *self)
{
  g_return_val_if_fail (XB_IS_DEADLINE_LABEL (self), "");

  return gtk_label_get_label (GTK_LABEL (self->label));
}
