/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-hand.h"
#include "xb-chart-rows.h"
#include "xb-dialogs.h"

#define ZOOM_STEP 1.25

/* How a chart is touched: pointer, wheel, two fingers, keys. */

static void
read_out (XbChart *self)
{
  g_autofree char *words = xb_chart_dup_readout (self);

  if (words != NULL)
    xb_dialogs_announce (GTK_WIDGET (self), words);
}

static void
go (XbChart *self,
    double   row)
{
  xb_chart_set_row (self, row);
  read_out (self);
}

/* The first step into a chart goes to its end: the newest day is what one wants to know. */
static void
step (XbChart *self,
      gint64   by)
{
  g_autoptr(GArray) rows = xb_chart_rows_new (xb_chart_get_model (self));
  gint64 at;

  if (rows->len == 0)
    return;
  if (isnan (xb_chart_get_row (self)))
    at = xb_chart_model_get_step (xb_chart_get_model (self)) == XB_CHART_STEP_NONE ? 0 : rows->len - 1;
  else
    at = xb_chart_rows_find (rows, xb_chart_get_row (self)) + by;
  go (self, g_array_index (rows, double, CLAMP (at, 0, (gint64) rows->len - 1)));
}

static void
step_event (XbChart *self,
            gboolean later)
{
  XbChartModel *model = xb_chart_get_model (self);
  g_autoptr(GArray) rows = xb_chart_rows_new (model);
  double row = xb_chart_get_row (self), to = NAN;

  for (guint i = 0; i < xb_chart_model_get_n_events (model); i++)
    {
      gint64 at = xb_chart_rows_find (rows, xb_chart_model_get_event (model, i)->from);
      double day = at < 0 ? NAN : g_array_index (rows, double, at);

      if (later ? (isnan (row) || day > row) : (isnan (row) || day < row))
        to = isnan (to) || !later ? day : to;
    }
  if (isfinite (to))
    go (self, to);
}

static gint64
page_of (XbChart *self)
{
  double from, until;

  xb_chart_get_range (self, &from, &until);
  return MAX ((gint64) ((until - from) / 10), 2);
}

static gboolean
step_year (XbChart *self,
           int      by)
{
  guint first, last, shown;

  if (!xb_chart_get_years (self, &first, &last, &shown))
    return FALSE;
  xb_chart_set_year (self, shown + by);
  return TRUE;
}

static gboolean
move_by_key (XbChart        *self,
             guint           key,
             GdkModifierType state)
{
  XbChartKind kind = xb_chart_model_get_kind (xb_chart_get_model (self));
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gboolean down = kind == XB_CHART_YEAR || kind == XB_CHART_BEFORE_AFTER;
  int across = kind == XB_CHART_YEAR ? 7 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
        forward = -forward;
      if (state & GDK_CONTROL_MASK)
        step_event (self, forward > 0);
      else
        step (self, forward * across);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (down)
        step (self, -1);
      return down;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (down)
        step (self, 1);
      return down;
    case GDK_KEY_Page_Up:
      if ((state & GDK_CONTROL_MASK) && step_year (self, -1))
        return TRUE;
      step (self, -page_of (self));
      return TRUE;
    case GDK_KEY_Page_Down:
      if ((state & GDK_CONTROL_MASK) && step_year (self, 1))
        return TRUE;
      step (self, page_of (self));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      step (self, 0);
      step (self, key == GDK_KEY_Home ? -G_MAXINT : G_MAXINT);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                XbChart               *self)
{
  if (xb_chart_get_model (self) == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      xb_chart_zoom (self, ZOOM_STEP * ZOOM_STEP, NAN);
      return xb_chart_can_zoom (self);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      xb_chart_zoom (self, 1 / (ZOOM_STEP * ZOOM_STEP), NAN);
      return xb_chart_can_zoom (self);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      xb_chart_show_all (self);
      return xb_chart_can_zoom (self);
    case GDK_KEY_Escape:
      if (isnan (xb_chart_get_row (self)))
        return FALSE;
      xb_chart_set_row (self, NAN);
      return TRUE;
    default:
      return move_by_key (self, key, state);
    }
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           XbChart                  *self)
{
  XbChartDrawing *drawing = xb_chart_get_drawing (self);

  if (drawing != NULL)
    xb_chart_set_row (self, xb_chart_drawing_pick (drawing, x, y));
}

static void
leave_cb (GtkEventController *controller,
          XbChart            *self)
{
  xb_chart_set_row (self, NAN);
}

static double
day_at_pointer (XbChart            *self,
                GtkEventController *controller)
{
  XbChartDrawing *drawing = xb_chart_get_drawing (self);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x = 0, y = 0, surface_x, surface_y;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  if (drawing == NULL || native == NULL || event == NULL || !gdk_event_get_position (event, &x, &y))
    return NAN;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - surface_x, y - surface_y, &x, &y);
  return xb_chart_drawing_get_x_at (drawing, x);
}

/* What the hand moves by, in days. */
static double
to_days (XbChart *self,
         double   pixels)
{
  XbChartDrawing *drawing = xb_chart_get_drawing (self);

  return drawing == NULL ? 0 : xb_chart_drawing_get_x_at (drawing, pixels) - xb_chart_drawing_get_x_at (drawing, 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           XbChart                  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!xb_chart_can_zoom (self))
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    {
      xb_chart_zoom (self, pow (ZOOM_STEP, -dy), day_at_pointer (self, GTK_EVENT_CONTROLLER (controller)));
      return TRUE;
    }
  if (state & GDK_SHIFT_MASK)
    dx += dy;
  if (fabs (dx) < fabs (dy) || dx == 0)
    return FALSE; /* the page scrolls on */
  xb_chart_pan (self, to_days (self, dx * 30));
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               XbChart        *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (gesture), "xb-moved", GINT_TO_POINTER (0));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                XbChart        *self)
{
  int moved = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (gesture), "xb-moved"));
  double from, before, until;

  if (!xb_chart_can_zoom (self))
    return;
  xb_chart_get_range (self, &before, &until);
  xb_chart_pan (self, -to_days (self, dx - moved));
  xb_chart_get_range (self, &from, &until);
  if (from == before)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_object_set_data (G_OBJECT (gesture), "xb-moved", GINT_TO_POINTER ((int) dx));
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          XbChart        *self)
{
  double *last = g_object_get_data (G_OBJECT (gesture), "xb-scale"), x, y;
  XbChartDrawing *drawing = xb_chart_get_drawing (self);

  if (last == NULL)
    {
      last = g_new (double, 1);
      *last = 1;
      g_object_set_data_full (G_OBJECT (gesture), "xb-scale", last, g_free);
    }
  if (drawing == NULL || scale <= 0 || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  xb_chart_zoom (self, scale / *last, xb_chart_drawing_get_x_at (drawing, x));
  *last = scale;
}

static void
pinch_begin_cb (GtkGesture *gesture)
{
  g_object_set_data (G_OBJECT (gesture), "xb-scale", NULL);
}

/** xb_chart_add_hands: makes @self listen to pointer, wheel, fingers and keys */
void
xb_chart_add_hands (XbChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), NULL);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
