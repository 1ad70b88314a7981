/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-dialogs.h"
#include "xb-year-backdrop.h"
#include "xb-year-chart.h"
#include "xb-year-words.h"

#define LANE   32  /* of one text, with the marks below its bars */
#define BAR    24
#define EDGE   8   /* so near to an end the end is stretched */
#define PAUSE  900 /* ms after the last key until the move is made */

/* Labels as bars over a year. Bars of one text share a lane; they are moved and stretched by hand or by keys, and
 * what comes of it is the owner's of the chart: it listens to "moved". */
struct _XbYearChart
{
  GtkWidget       parent_instance;

  const XbYear   *year;     /* (nullable): borrowed */
  XbYearBackdrop *backdrop; /* (nullable) */
  GPtrArray      *blocks;   /* (element-type XbYearBlock): children */
  guint           lanes;
  XbYearBlock    *moving;   /* (nullable): has other days than its bar */
  gboolean        first;    /* what the hand holds: the start */
  gboolean        last;     /* the end */
  guint           pause;
};

G_DEFINE_FINAL_TYPE (XbYearChart, xb_year_chart, GTK_TYPE_WIDGET)

enum
{
  MOVED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
block_x (XbYearChart *self,
         XbYearBlock *block,
         int          width,
         double      *end)
{
  const char *until = xb_year_block_get_until (block);
  double x = xb_year_backdrop_find_x (self->backdrop, xb_year_block_get_from (block), width);

  *end = until != NULL ? xb_year_backdrop_find_x (self->backdrop, until, width) +
                           (double) width / xb_year_backdrop_get_days (self->backdrop) : width;
  *end = CLAMP (*end, 2, width);
  return CLAMP (x, 0, width - 2);
}

static void
xb_year_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  XbYearChart *self = XB_YEAR_CHART (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : XB_YEAR_HEAD + (int) MAX (self->lanes, 2) * LANE + 20;
  *natural = *minimum;
}

static void
xb_year_chart_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  XbYearChart *self = XB_YEAR_CHART (widget);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      XbYearBlock *block = g_ptr_array_index (self->blocks, i);
      double end, x = block_x (self, block, width, &end);

      gtk_widget_measure (GTK_WIDGET (block), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (block),
                                &(GtkAllocation) { (int) x, XB_YEAR_HEAD + 4 + (int) xb_year_block_get_lane (block) * LANE,
                                                   MAX ((int) (end - x), 6), BAR }, -1);
    }
}

/* When to hand in: ▼ before the bar begins, ▲ for the way back. */
static void
snapshot_marks (XbYearChart *self,
                GtkSnapshot *snapshot,
                XbYearBlock *block)
{
  const XbYearBar *bar = xb_year_block_get_bar (block);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double y = XB_YEAR_HEAD + 4 + xb_year_block_get_lane (block) * LANE;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  for (guint i = 0; i < bar->marks->len; i++)
    {
      const XbYearMark *mark = &g_array_index (bar->marks, XbYearMark, i);
      gboolean back = mark->kind == XB_CHANGE_KIND_RESTORE;
      double x = xb_year_backdrop_find_x (self->backdrop, mark->day, width);
      double tip = back ? y + BAR : y + BAR + 7, base = back ? y + BAR + 7 : y + BAR;
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 6, y + BAR - 1, 14, 10));

      gdk_cairo_set_source_rgba (cr, &color);
      cairo_move_to (cr, x - 4, base);
      cairo_line_to (cr, x + 4, base);
      cairo_line_to (cr, x, tip);
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_destroy (cr);
    }
}

/* Behind a bar that is too short for its words, or before it at the edge. */
static void
snapshot_words (XbYearChart *self,
                GtkSnapshot *snapshot,
                XbYearBlock *block)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), xb_year_block_get_words (block));
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self)), wide, high;
  double end, x = block_x (self, block, width, &end);
  double y = XB_YEAR_HEAD + 4 + xb_year_block_get_lane (block) * LANE;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &wide, &high);
  end = MAX (end, x + 6) + 4;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (end + wide > width ? x - wide - 4 : end, y + (BAR - high) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Days without a label: an open box at the foot. */
static void
snapshot_gap (XbYearChart     *self,
              GtkSnapshot     *snapshot,
              const XbYearGap *gap)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double day = (double) width / xb_year_backdrop_get_days (self->backdrop);
  double x = xb_year_backdrop_find_x (self->backdrop, gap->from, width);
  double wide = MAX (xb_year_backdrop_find_x (self->backdrop, gap->until, width) + day - x, 4);
  GdkRGBA color;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, height - 20, wide, 18));
  const double dashes[] = { 3, 3 };

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, height - 14.5, wide - 1, 9);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
xb_year_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbYearChart *self = XB_YEAR_CHART (widget);

  if (self->backdrop == NULL)
    return;
  xb_year_backdrop_snapshot (self->backdrop, widget, snapshot);
  for (guint i = 0; i < self->year->gaps->len; i++)
    snapshot_gap (self, snapshot, &g_array_index (self->year->gaps, XbYearGap, i));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->blocks, i), snapshot);
      snapshot_marks (self, snapshot, g_ptr_array_index (self->blocks, i));
      if (xb_year_block_is_narrow (g_ptr_array_index (self->blocks, i)))
        snapshot_words (self, snapshot, g_ptr_array_index (self->blocks, i));
    }
}

static void
stop_pause (XbYearChart *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
pause_cb (gpointer user_data)
{
  XbYearChart *self = user_data;

  self->pause = 0;
  xb_year_chart_commit (self);
  return G_SOURCE_REMOVE;
}

static XbYearBlock *
block_at (XbYearChart *self,
          double       x,
          double       y)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      XbYearBlock *block = g_ptr_array_index (self->blocks, i - 1);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (GTK_WIDGET (block), GTK_WIDGET (self), &bounds) &&
          graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
        return block;
    }
  return NULL;
}

/* What the hand takes: near to an end the end, else the whole bar; of one that has begun only the end moves. */
static gboolean
take (XbYearChart *self,
      XbYearBlock *block,
      double       x)
{
  const XbYearBar *bar = xb_year_block_get_bar (block);
  double end, start = block_x (self, block, gtk_widget_get_width (GTK_WIDGET (self)), &end);
  gboolean move = xb_year_bar_can_move (bar, self->year->today);
  gboolean stretch = xb_year_bar_can_stretch (bar, self->year->today);
  double edge = MIN (EDGE, (end - start) / 3);

  self->first = move && !(stretch && x > end - edge);
  self->last = stretch && !(move && x < start + edge);
  return self->first || self->last;
}

static void
drag_begin_cb (XbYearChart *self,
               double       x,
               double       y,
               GtkGesture  *gesture)
{
  XbYearBlock *block = self->backdrop != NULL ? block_at (self, x, y) : NULL;

  xb_year_chart_abandon (self);
  if (block == NULL || !take (self, block, x))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->moving = block;
  gtk_widget_grab_focus (GTK_WIDGET (block));
}

static void
drag_update_cb (XbYearChart *self,
                double       x,
                double       y)
{
  double day;
  int by;

  if (self->moving == NULL)
    return;
  day = (double) gtk_widget_get_width (GTK_WIDGET (self)) / xb_year_backdrop_get_days (self->backdrop);
  by = (int) (x / day + (x < 0 ? -0.5 : 0.5));
  xb_year_block_set_days (self->moving, xb_year_block_get_bar (self->moving)->from,
                          xb_year_block_get_bar (self->moving)->until);
  xb_year_chart_shift (self, self->moving, self->first ? by : 0, self->last ? by : 0);
  stop_pause (self); /* the hand says when */
}

static void
drag_end_cb (XbYearChart *self)
{
  xb_year_chart_commit (self);
}

static void
pressed_cb (XbYearChart *self,
            int          n_press,
            double       x,
            double       y)
{
  XbYearBlock *block = self->backdrop != NULL ? block_at (self, x, y) : NULL;

  if (block != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (block));
  if (block != NULL && n_press == 2)
    g_signal_emit (self, signals[OPENED], 0, block);
}

static gboolean
key_cb (XbYearChart     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return XB_IS_YEAR_BLOCK (focus) && xb_year_chart_press_key (self, XB_YEAR_BLOCK (focus), keyval, state);
}

static void
xb_year_chart_dispose (GObject *object)
{
  XbYearChart *self = XB_YEAR_CHART (object);

  xb_year_chart_set_year (self, NULL);
  G_OBJECT_CLASS (xb_year_chart_parent_class)->dispose (object);
}

static void
xb_year_chart_finalize (GObject *object)
{
  g_ptr_array_unref (XB_YEAR_CHART (object)->blocks);
  G_OBJECT_CLASS (xb_year_chart_parent_class)->finalize (object);
}

static void
xb_year_chart_class_init (XbYearChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_year_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_year_chart_finalize;
  widget_class->measure = xb_year_chart_measure;
  widget_class->size_allocate = xb_year_chart_size_allocate;
  widget_class->snapshot = xb_year_chart_snapshot;
  /* a bar is wanted on other days: the block, its first and its last day (nullable) */
  signals[MOVED] = g_signal_new ("moved", XB_TYPE_YEAR_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                 XB_TYPE_YEAR_BLOCK, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", XB_TYPE_YEAR_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  XB_TYPE_YEAR_BLOCK);
  gtk_widget_class_set_css_name (widget_class, "year-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
xb_year_chart_init (XbYearChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->blocks = g_ptr_array_new ();
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
xb_year_chart_new (void)
{
  return g_object_new (XB_TYPE_YEAR_CHART, NULL);
}

static gboolean
is_before (const char *until,
           const char *from)
{
  return until != NULL && strcmp (until, from) < 0;
}

/* Bars of one text share a lane where they do not lie on the same days. */
static guint
find_lane (XbYearChart     *self,
           const XbYearBar *bar)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      XbYearBlock *block = g_ptr_array_index (self->blocks, i);
      guint lane = xb_year_block_get_lane (block);
      gboolean room = strcmp (xb_year_block_get_bar (block)->text, bar->text) == 0;

      for (guint j = 0; j < self->blocks->len && room; j++)
        {
          const XbYearBar *other = xb_year_block_get_bar (g_ptr_array_index (self->blocks, j));

          room = xb_year_block_get_lane (g_ptr_array_index (self->blocks, j)) != lane ||
                 is_before (other->until, bar->from) || is_before (bar->until, other->from);
        }
      if (room)
        return lane;
    }
  return self->lanes++;
}

/** xb_year_chart_set_year: @year: (nullable): borrowed; it must live until another one is set */
void
xb_year_chart_set_year (XbYearChart  *self,
                        const XbYear *year)
{
  g_return_if_fail (XB_IS_YEAR_CHART (self));

  stop_pause (self);
  self->moving = NULL;
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->blocks, i));
  g_ptr_array_set_size (self->blocks, 0);
  g_clear_pointer (&self->backdrop, xb_year_backdrop_free);
  self->year = year;
  self->lanes = 0;
  if (year == NULL)
    return;
  self->backdrop = xb_year_backdrop_new (year->from, year->until, year->today);
  for (guint i = 0; i < year->bars->len; i++)
    {
      const XbYearBar *bar = g_ptr_array_index (year->bars, i);
      GtkWidget *block = xb_year_block_new (bar, year->today);

      xb_year_block_set_lane (XB_YEAR_BLOCK (block), find_lane (self, bar));
      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
xb_year_chart_get_n_blocks (XbYearChart *self)
{
  return self->blocks->len;
}

/** xb_year_chart_get_block: Returns: (transfer none): in the order of the year's bars */
XbYearBlock *
xb_year_chart_get_block (XbYearChart *self,
                         guint        index)
{
  return g_ptr_array_index (self->blocks, index);
}

/**
 * xb_year_chart_shift:
 * @first, @last: by so many days, on top of what it was shifted already
 *
 * Returns: whether it lies there now; what has begun stays, and a bar has at least one day
 */
gboolean
xb_year_chart_shift (XbYearChart *self,
                     XbYearBlock *block,
                     int          first,
                     int          last)
{
  const char *until = xb_year_block_get_until (block);
  g_autofree char *new_from = xb_day_add (xb_year_block_get_from (block), first);
  g_autofree char *new_until = until != NULL ? xb_day_add (until, last) : NULL;
  g_autofree char *days = NULL;

  if (new_from == NULL || (until != NULL && new_until == NULL) || is_before (new_until, new_from) ||
      (first != 0 && strcmp (new_from, self->year->today) < 0) || is_before (new_until, self->year->today))
    return FALSE;
  if (self->moving != block)
    xb_year_chart_abandon (self);
  self->moving = block;
  xb_year_block_set_days (block, new_from, new_until);
  days = xb_year_dup_span (new_from, new_until, self->year->today);
  xb_dialogs_announce (GTK_WIDGET (self), days);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  stop_pause (self);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
  return TRUE;
}

/** xb_year_chart_commit: what was shifted is wanted */
void
xb_year_chart_commit (XbYearChart *self)
{
  XbYearBlock *block = g_steal_pointer (&self->moving);

  stop_pause (self);
  if (block != NULL && xb_year_block_is_moved (block))
    g_signal_emit (self, signals[MOVED], 0, block, xb_year_block_get_from (block), xb_year_block_get_until (block));
}

/** xb_year_chart_abandon: what was shifted goes back */
void
xb_year_chart_abandon (XbYearChart *self)
{
  XbYearBlock *block = g_steal_pointer (&self->moving);

  stop_pause (self);
  if (block == NULL)
    return;
  xb_year_block_set_days (block, xb_year_block_get_bar (block)->from, xb_year_block_get_bar (block)->until);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
focus_next (XbYearChart *self,
            XbYearBlock *block,
            int          step)
{
  guint index;

  if (g_ptr_array_find (self->blocks, block, &index) && (int) index + step >= 0 && index + step < self->blocks->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->blocks, index + step));
}

static void
shift_by_key (XbYearChart *self,
              XbYearBlock *block,
              gboolean     stretch,
              int          days)
{
  const XbYearBar *bar = xb_year_block_get_bar (block);
  gboolean move = xb_year_bar_can_move (bar, self->year->today);
  gboolean end = xb_year_bar_can_stretch (bar, self->year->today);

  if (stretch ? !end : !move)
    {
      xb_dialogs_announce (GTK_WIDGET (self), stretch ? _("It has no last day of its own")
                           : end ? _("It has begun; only its last day can be moved, with Shift")
                                 : _("It has begun; set another label instead"));
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else if (!xb_year_chart_shift (self, block, stretch ? 0 : days, end ? days : 0))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/** xb_year_chart_press_key: Returns: whether the key means something here */
gboolean
xb_year_chart_press_key (XbYearChart     *self,
                         XbYearBlock     *block,
                         guint            keyval,
                         GdkModifierType  state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int days = (state & GDK_CONTROL_MASK) != 0 ? 7 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      shift_by_key (self, block, (state & GDK_SHIFT_MASK) != 0, (keyval == GDK_KEY_Right) != mirrored ? days : -days);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      focus_next (self, block, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    case GDK_KEY_Escape:
      if (self->moving == NULL)
        return FALSE;
      xb_year_chart_abandon (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->moving != NULL)
        xb_year_chart_commit (self);
      else
        g_signal_emit (self, signals[OPENED], 0, block);
      return TRUE;
    default:
      return FALSE;
    }
}

/** xb_year_chart_drag: as a hand does it: taken at @x, @y and let go so far to the right */
void
xb_year_chart_drag (XbYearChart *self,
                    double       x,
                    double       y,
                    double       by)
{
  XbYearBlock *block = block_at (self, x, y);

  if (block == NULL || !take (self, block, x))
    return;
  self->moving = block;
  drag_update_cb (self, by, 0);
  drag_end_cb (self);
}
