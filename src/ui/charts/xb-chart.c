/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-hand.h"
#include "xb-chart-words.h"
#include "xb-chart.h"

#define FEWEST 6.0 /* periods that are seen at least */

struct _XbChart
{
  GtkWidget       parent_instance;

  XbChartModel   *model;
  double          from;  /* what is seen; NAN: all */
  double          until;
  double          row;   /* what is read out; NAN: nothing */
  /* made when drawn, kept until something changes */
  XbChartDrawing *drawing;
  GskRenderNode  *node;
};

G_DEFINE_FINAL_TYPE (XbChart, xb_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_YEAR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
redraw (XbChart *self)
{
  g_clear_pointer (&self->drawing, xb_chart_drawing_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The year that is looked at stays when its figures are new. */
static gboolean
keeps_year (XbChart *self)
{
  double from, until;

  return xb_chart_model_get_kind (self->model) == XB_CHART_YEAR && isfinite (self->from) &&
         xb_chart_model_get_extent (self->model, &from, &until) && self->until > from && self->from < until;
}

static void
changed_cb (XbChart *self)
{
  g_autofree char *description = xb_chart_dup_description (self->model);
  const char *title = xb_chart_model_get_title (self->model);

  self->row = NAN;
  if (!keeps_year (self))
    self->from = self->until = NAN;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, *title != '\0' ? title : _("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  redraw (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

/** xb_chart_get_drawing: Returns: (transfer none) (nullable): how it is laid out now; none before it has a size */
XbChartDrawing *
xb_chart_get_drawing (XbChart *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  XbChartStyle style;

  if (self->drawing == NULL && self->model != NULL && width > 0 && height > 0)
    {
      xb_chart_style_from (&style, GTK_WIDGET (self));
      self->drawing = xb_chart_drawing_new (self->model, &style, width, height, self->from, self->until);
    }
  return self->drawing;
}

static void
xb_chart_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  XbChart *self = XB_CHART (widget);
  XbChartDrawing *drawing = xb_chart_get_drawing (self);
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (drawing == NULL)
    return;
  if (self->node == NULL)
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      cr = gtk_snapshot_append_cairo (own, &bounds);
      xb_chart_drawing_draw (drawing, cr);
      cairo_destroy (cr);
      self->node = gtk_snapshot_free_to_node (own);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (isnan (self->row))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  xb_chart_drawing_draw_readout (drawing, cr, self->row);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
xb_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Squares of a year that can be pointed at, in as few rows of months as the width allows. */
static int
year_height (double width)
{
  static const double columns[] = { 54, 28, 15 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double cell = MIN ((width - 40) / columns[i], 18);

      if (cell >= 9 || i + 1 == G_N_ELEMENTS (columns))
        return (int) ceil ((1 << i) * (7 * MAX (cell, 4) + 28) + 32);
    }
  return 200;
}

static void
xb_chart_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  XbChart *self = XB_CHART (widget);
  XbChartKind kind = self->model != NULL ? xb_chart_model_get_kind (self->model) : XB_CHART_LINE;
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least = across ? 200 : 250, wish = across ? 560 : 280;

  if (kind == XB_CHART_SPARK)
    {
      least = across ? 48 : 18;
      wish = across ? 96 : 24;
    }
  else if (kind == XB_CHART_YEAR && !across)
    least = wish = year_height (for_size > 0 ? for_size : 2000); /* days grow with the width up to a size */
  else if (kind == XB_CHART_BEFORE_AFTER && !across)
    {
      guint names = MAX (xb_chart_model_get_n_names (self->model), 1);

      least = 70 + 64 * names;
      wish = 76 + 76 * names;
    }
  *minimum = least;
  *natural = wish;
}

static void
xb_chart_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  g_clear_pointer (&XB_CHART (widget)->drawing, xb_chart_drawing_free);
  g_clear_pointer (&XB_CHART (widget)->node, gsk_render_node_unref);
}

static void
xb_chart_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xb_chart_parent_class)->css_changed (widget, change);
  redraw (XB_CHART (widget));
}

static void
xb_chart_direction_changed (GtkWidget        *widget,
                            GtkTextDirection  before)
{
  redraw (XB_CHART (widget));
}

static void
xb_chart_dispose (GObject *object)
{
  XbChart *self = XB_CHART (object);

  g_clear_pointer (&self->drawing, xb_chart_drawing_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xb_chart_parent_class)->dispose (object);
}

static void
xb_chart_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  guint first, last, shown = 0;

  if (prop_id == PROP_MODEL)
    g_value_set_object (value, XB_CHART (object)->model);
  else if (prop_id == PROP_YEAR)
    {
      xb_chart_get_years (XB_CHART (object), &first, &last, &shown);
      g_value_set_uint (value, shown);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_chart_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  if (prop_id == PROP_MODEL)
    xb_chart_set_model (XB_CHART (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_chart_class_init (XbChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_chart_dispose;
  object_class->get_property = xb_chart_get_property;
  object_class->set_property = xb_chart_set_property;
  widget_class->snapshot = xb_chart_snapshot;
  widget_class->measure = xb_chart_measure;
  widget_class->get_request_mode = xb_chart_get_request_mode;
  widget_class->size_allocate = xb_chart_size_allocate;
  widget_class->css_changed = xb_chart_css_changed;
  widget_class->direction_changed = xb_chart_direction_changed;
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, XB_TYPE_CHART_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] = g_param_spec_uint ("year", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xb_chart_init (XbChart *self)
{
  self->from = self->until = self->row = NAN;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _("chart"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  xb_chart_add_hands (self);
}

/** xb_chart_new: @model: (nullable) */
GtkWidget *
xb_chart_new (XbChartModel *model)
{
  return g_object_new (XB_TYPE_CHART, "model", model, NULL);
}

void
xb_chart_set_model (XbChart      *self,
                    XbChartModel *model)
{
  g_return_if_fail (XB_IS_CHART (self));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      /* one walks through a chart; a line as small as a word is read by what stands beside it */
      gtk_widget_set_focusable (GTK_WIDGET (self), xb_chart_model_get_kind (model) != XB_CHART_SPARK);
      changed_cb (self);
    }
  redraw (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

XbChartModel *
xb_chart_get_model (XbChart *self)
{
  g_return_val_if_fail (XB_IS_CHART (self), NULL);

  return self->model;
}

static guint
year_of (double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date);
}

static double
first_of (guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, year);
  return g_date_get_julian (&date);
}

/** xb_chart_get_years: Returns: whether it shows years; from @first to @last there are data, @shown is seen */
gboolean
xb_chart_get_years (XbChart *self,
                    guint   *first,
                    guint   *last,
                    guint   *shown)
{
  double from, until;

  g_return_val_if_fail (XB_IS_CHART (self), FALSE);

  if (self->model == NULL || xb_chart_model_get_kind (self->model) != XB_CHART_YEAR ||
      !xb_chart_model_get_extent (self->model, &from, &until))
    return FALSE;
  *first = year_of (from);
  *last = year_of (until - 1);
  *shown = isfinite (self->from) ? year_of (self->from) : *last;
  return TRUE;
}

/** xb_chart_set_year: what is beyond the data is the first or the last year that has some */
void
xb_chart_set_year (XbChart *self,
                   guint    year)
{
  guint first, last, shown;

  g_return_if_fail (XB_IS_CHART (self));

  if (!xb_chart_get_years (self, &first, &last, &shown) || CLAMP (year, first, last) == shown)
    return;
  year = CLAMP (year, first, last);
  self->from = first_of (year);
  self->until = first_of (year + 1);
  if (isfinite (self->row) && year_of (self->row) != year)
    self->row = NAN;
  redraw (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

/** xb_chart_set_row: @row: the day or name that is read out; NAN for none. What is not seen is moved into sight. */
void
xb_chart_set_row (XbChart *self,
                  double   row)
{
  g_return_if_fail (XB_IS_CHART (self));

  if (self->row == row || (isnan (self->row) && isnan (row)))
    return;
  self->row = row;
  if (isfinite (row) && self->model != NULL && xb_chart_model_get_kind (self->model) == XB_CHART_YEAR)
    xb_chart_set_year (self, year_of (row));
  else if (isfinite (row) && isfinite (self->from) && row < self->from)
    xb_chart_pan (self, row - self->from);
  else if (isfinite (row) && isfinite (self->until) && row + 1 > self->until)
    xb_chart_pan (self, row + 1 - self->until);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
xb_chart_get_row (XbChart *self)
{
  g_return_val_if_fail (XB_IS_CHART (self), NAN);

  return self->row;
}

/** xb_chart_dup_readout: Returns: (transfer full) (nullable): what is read out, in words */
char *
xb_chart_dup_readout (XbChart *self)
{
  g_return_val_if_fail (XB_IS_CHART (self), NULL);

  return isnan (self->row) || self->model == NULL ? NULL : xb_chart_dup_row (self->model, self->row);
}

/** xb_chart_can_zoom: Returns: whether it has days to look at more closely */
gboolean
xb_chart_can_zoom (XbChart *self)
{
  XbChartKind kind;

  if (self->model == NULL || xb_chart_model_get_step (self->model) == XB_CHART_STEP_NONE)
    return FALSE;
  kind = xb_chart_model_get_kind (self->model);
  return kind == XB_CHART_LINE || kind == XB_CHART_BARS || kind == XB_CHART_STACKED;
}

/** xb_chart_get_range: the part of the axis that is seen */
void
xb_chart_get_range (XbChart *self,
                    double  *from,
                    double  *until)
{
  g_return_if_fail (XB_IS_CHART (self));

  *from = self->from;
  *until = self->until;
  if (isnan (self->from) && (self->model == NULL || !xb_chart_model_get_extent (self->model, from, until)))
    *from = *until = 0;
}

static void
set_range (XbChart *self,
           double   from,
           double   until)
{
  double first, last, span = until - from;

  if (!xb_chart_can_zoom (self) || !xb_chart_model_get_extent (self->model, &first, &last))
    return;
  if (span >= last - first)
    from = until = NAN;
  else
    {
      from = CLAMP (from, first, last - span);
      until = from + span;
    }
  if (from == self->from && until == self->until)
    return;
  self->from = from;
  self->until = until;
  redraw (self);
}

/** xb_chart_zoom: @factor: more than 1 sees less, closer; @around: the day that stays where it is; NAN: the one read out */
void
xb_chart_zoom (XbChart *self,
               double   factor,
               double   around)
{
  double from, until, span, least;

  g_return_if_fail (XB_IS_CHART (self));
  g_return_if_fail (factor > 0);

  if (!xb_chart_can_zoom (self))
    return;
  xb_chart_get_range (self, &from, &until);
  if (isnan (around))
    around = isnan (self->row) ? (from + until) / 2 : self->row;
  least = FEWEST * (xb_chart_step_next (xb_chart_model_get_step (self->model), from) - from);
  span = MAX ((until - from) / factor, MIN (least, until - from));
  around = CLAMP (around, from, until);
  from = around - (around - from) * span / (until - from);
  set_range (self, from, from + span);
}

/** xb_chart_pan: @units: days, later ones are more than zero */
void
xb_chart_pan (XbChart *self,
              double   units)
{
  g_return_if_fail (XB_IS_CHART (self));

  if (isfinite (self->from))
    set_range (self, self->from + units, self->until + units);
}

/** xb_chart_show_all: ends zooming */
void
xb_chart_show_all (XbChart *self)
{
  g_return_if_fail (XB_IS_CHART (self));

  if (isnan (self->from))
    return;
  self->from = self->until = NAN;
  redraw (self);
}
