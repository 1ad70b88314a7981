/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-deadline-label.h"
#include "xb-format.h"
#include "xb-incident-clock.h"
#include "xb-state-mark.h"

#define TICK_SECONDS 20
/* The last two hours are shown as a warning. */
#define SOON (2 * 3600)

/* A deadline says the day and what is left: 10月13日 周二 · 还剩 3 个工作日 */
struct _XbDeadlineLabel
{
  GtkWidget  parent_instance;
  GtkWidget *label;
  XbClock   *clock; /* (nullable): it counts down to @due_at */
  gint64     due_at;
  guint      tick;
  gboolean   brief;
};

G_DEFINE_FINAL_TYPE (XbDeadlineLabel, xb_deadline_label, GTK_TYPE_WIDGET)

static void
xb_deadline_label_dispose (GObject *object)
{
  XbDeadlineLabel *self = XB_DEADLINE_LABEL (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->label, gtk_widget_unparent);
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

  g_clear_handle_id (&self->tick, g_source_remove);
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

static void
show_instant (XbDeadlineLabel *self)
{
  gint64 now = xb_clock_now (self->clock);
  g_autofree char *today = xb_instant_to_day (now);
  g_autofree char *day = xb_instant_to_day (self->due_at);
  g_autofree char *date = xb_format_day (day, today);
  g_autofree char *iso = xb_instant_format (self->due_at);
  g_autofree char *left = xb_incident_dup_time_left (self->due_at, now);
  g_autofree char *text = strcmp (day, today) == 0 ? g_strdup_printf ("%.5s · %s", iso + strlen ("2026-09-28T"), left)
                                                   : g_strdup_printf ("%s %.5s · %s", date, iso + strlen ("2026-09-28T"), left);

  gtk_label_set_label (GTK_LABEL (self->label), self->brief ? left : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->brief ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  xb_widget_set_tone (GTK_WIDGET (self), now >= self->due_at ? "error" : self->due_at - now <= SOON ? "warning" : "neutral");
}

static gboolean
tick_cb (gpointer user_data)
{
  show_instant (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * xb_deadline_label_set_instant:
 * @due_at: UTC seconds
 * @clock: (nullable): the computer's where it is %NULL
 *
 * Counts down by itself: a day alone is too coarse for what is due in hours.
 */
void
xb_deadline_label_set_instant (XbDeadlineLabel *self,
                               gint64           due_at,
                               XbClock         *clock)
{
  g_autoptr(XbClock) own = clock == NULL ? xb_clock_new_system () : NULL;

  g_return_if_fail (XB_IS_DEADLINE_LABEL (self));

  self->due_at = due_at;
  g_set_object (&self->clock, (clock != NULL ? clock : own));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  show_instant (self);
}

/** xb_deadline_label_set_brief: says only what is left of an instant, for narrow places; the whole is its tooltip */
void
xb_deadline_label_set_brief (XbDeadlineLabel *self,
                             gboolean         brief)
{
  g_return_if_fail (XB_IS_DEADLINE_LABEL (self));

  self->brief = brief;
}

const char *
xb_deadline_label_get_text (XbDeadlineLabel *self)
{
  g_return_val_if_fail (XB_IS_DEADLINE_LABEL (self), "");

  return gtk_label_get_label (GTK_LABEL (self->label));
}
