/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-cache-private.h"

struct _XbChartModel
{
  GObject     parent_instance;

  XbChartKind kind;
  XbChartUnit unit;
  XbChartStep step;
  char       *title;
  char       *subtitle;    /* (nullable) */
  char       *n_name;      /* (nullable) */
  double      target;      /* NAN: none */
  char       *target_name; /* (nullable) */
  GPtrArray  *series;      /* of XbChartSeries */
  GPtrArray  *names;
  GPtrArray  *notes;       /* beside the names; "" for none */
  GPtrArray  *events;      /* of XbChartEvent, by day */
  XbChartCache cache;
};

G_DEFINE_FINAL_TYPE (XbChartModel, xb_chart_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
series_free (gpointer data)
{
  XbChartSeries *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

static void
event_free (gpointer data)
{
  XbChartEvent *event = data;

  g_free (event->text);
  g_free (event);
}

/* Whatever is known of all points is not any more. */
static void
touch (XbChartModel *self)
{
  self->cache.ranged = FALSE;
  g_clear_pointer (&self->cache.rows, g_array_unref);
}

static void
xb_chart_model_finalize (GObject *object)
{
  XbChartModel *self = XB_CHART_MODEL (object);

  touch (self);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->n_name);
  g_free (self->target_name);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->events);
  G_OBJECT_CLASS (xb_chart_model_parent_class)->finalize (object);
}

static void
xb_chart_model_class_init (XbChartModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_chart_model_finalize;
  /**
   * XbChartModel::changed: what is shown is to be drawn again
   */
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_CHART_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_chart_model_init (XbChartModel *self)
{
  self->title = g_strdup ("");
  self->target = NAN;
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func (event_free);
}

/** xb_chart_model_get_cache: Returns: (transfer none): to be filled by whoever goes through all points */
XbChartCache *
xb_chart_model_get_cache (XbChartModel *self)
{
  return &self->cache;
}

/** xb_chart_model_new: @step: NONE where the points have names, as before and after and a waterfall always do */
XbChartModel *
xb_chart_model_new (XbChartKind kind,
                    XbChartUnit unit,
                    XbChartStep step)
{
  XbChartModel *self = g_object_new (XB_TYPE_CHART_MODEL, NULL);

  self->kind = kind;
  self->unit = unit;
  self->step = kind == XB_CHART_BEFORE_AFTER || kind == XB_CHART_WATERFALL ? XB_CHART_STEP_NONE : step;
  if (kind == XB_CHART_YEAR)
    self->step = XB_CHART_STEP_DAY;
  return self;
}

/** xb_chart_model_clear: drops series, names and events, to be filled anew; titles and target stay */
void
xb_chart_model_clear (XbChartModel *self)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  g_ptr_array_set_size (self->series, 0);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->notes, 0);
  g_ptr_array_set_size (self->events, 0);
  touch (self);
}

/** xb_chart_model_changed: says that the figures are whole again; once after many changes */
void
xb_chart_model_changed (XbChartModel *self)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_text (char      **text,
          const char *to)
{
  char *copy = g_strdup (to);

  g_free (*text);
  *text = copy;
}

void
xb_chart_model_set_title (XbChartModel *self,
                          const char   *title)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  set_text (&self->title, title != NULL ? title : "");
}

/** xb_chart_model_set_subtitle: @subtitle: (nullable): the period, the numbers it is about */
void
xb_chart_model_set_subtitle (XbChartModel *self,
                             const char   *subtitle)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  set_text (&self->subtitle, subtitle);
}

/** xb_chart_model_set_n_name: @n_name: (nullable): what a rate is a share of, "Calls"; heads a column of the table */
void
xb_chart_model_set_n_name (XbChartModel *self,
                           const char   *n_name)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  set_text (&self->n_name, n_name);
}

/** xb_chart_model_set_target: @target: NAN for none; @name: what to call it */
void
xb_chart_model_set_target (XbChartModel *self,
                           double        target,
                           const char   *name)
{
  g_return_if_fail (XB_IS_CHART_MODEL (self));

  self->target = target;
  touch (self);
  set_text (&self->target_name, name);
}

/** xb_chart_model_add_series: Returns: its index */
guint
xb_chart_model_add_series (XbChartModel *self,
                           const char   *name,
                           XbChartTone   tone)
{
  XbChartSeries *series;

  g_return_val_if_fail (XB_IS_CHART_MODEL (self), 0);

  series = g_new0 (XbChartSeries, 1);
  series->name = g_strdup (name != NULL ? name : "");
  series->tone = tone;
  series->points = g_array_new (FALSE, FALSE, sizeof (XbChartPoint));
  g_ptr_array_add (self->series, series);
  return self->series->len - 1;
}

static void
add_point (XbChartModel       *self,
           guint               index,
           const XbChartPoint *point)
{
  XbChartSeries *series;

  g_return_if_fail (XB_IS_CHART_MODEL (self));
  g_return_if_fail (index < self->series->len);
  g_return_if_fail (isfinite (point->x));

  series = g_ptr_array_index (self->series, index);
  g_return_if_fail (series->points->len == 0 ||
                    g_array_index (series->points, XbChartPoint, series->points->len - 1).x < point->x);
  g_array_append_val (series->points, *point);
  touch (self);
}

/** xb_chart_model_add: @x: more than that of the point before; @value: NAN where there are no data */
void
xb_chart_model_add (XbChartModel *self,
                    guint         series,
                    double        x,
                    double        value)
{
  xb_chart_model_add_rate (self, series, x, value, NAN, NAN, 0);
}

/** xb_chart_model_add_rate: a point with its interval, a share of @n; what is infinite counts as no data */
void
xb_chart_model_add_rate (XbChartModel *self,
                         guint         series,
                         double        x,
                         double        value,
                         double        low,
                         double        high,
                         double        n)
{
  XbChartPoint point = { .x = x, .value = isfinite (value) ? value : NAN, .low = NAN, .high = NAN, .n = n };

  if (isfinite (value) && isfinite (low) && isfinite (high) && low <= high)
    {
      point.low = low;
      point.high = high;
    }
  add_point (self, series, &point);
}

/** xb_chart_model_add_total: a bar of a waterfall that shows the sum of the steps before it */
void
xb_chart_model_add_total (XbChartModel *self,
                          guint         series,
                          double        x)
{
  XbChartPoint point = { .x = x, .value = 0, .low = NAN, .high = NAN, .total = TRUE };

  g_return_if_fail (XB_IS_CHART_MODEL (self));
  g_return_if_fail (series < self->series->len);

  for (guint i = 0; i < xb_chart_model_get_series (self, series)->points->len; i++)
    {
      const XbChartPoint *step = &g_array_index (xb_chart_model_get_series (self, series)->points, XbChartPoint, i);

      if (!step->total && isfinite (step->value))
        point.value += step->value;
    }
  add_point (self, series, &point);
}

/** xb_chart_model_add_name: @note: (nullable): what stands beside it, such as a difference; Returns: its x */
guint
xb_chart_model_add_name (XbChartModel *self,
                         const char   *name,
                         const char   *note)
{
  g_return_val_if_fail (XB_IS_CHART_MODEL (self), 0);

  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : ""));
  g_ptr_array_add (self->notes, g_strdup (note != NULL ? note : ""));
  return self->names->len - 1;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const XbChartEvent *first = *(XbChartEvent *const *) a, *second = *(XbChartEvent *const *) b;

  return (first->from > second->from) - (first->from < second->from);
}

/** xb_chart_model_add_event: a mark on the time axis, from a day until a day */
void
xb_chart_model_add_event (XbChartModel    *self,
                          XbChartEventKind kind,
                          double           from,
                          double           until,
                          const char      *text)
{
  XbChartEvent *event;

  g_return_if_fail (XB_IS_CHART_MODEL (self));
  g_return_if_fail (kind < XB_CHART_N_EVENTS);
  g_return_if_fail (isfinite (from) && isfinite (until));

  event = g_new0 (XbChartEvent, 1);
  event->kind = kind;
  event->from = from;
  event->until = MAX (from, until);
  event->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (self->events, event);
  g_ptr_array_sort (self->events, compare_events);
}

XbChartKind
xb_chart_model_get_kind (XbChartModel *self)
{
  return self->kind;
}

XbChartUnit
xb_chart_model_get_unit (XbChartModel *self)
{
  return self->unit;
}

XbChartStep
xb_chart_model_get_step (XbChartModel *self)
{
  return self->step;
}

const char *
xb_chart_model_get_title (XbChartModel *self)
{
  return self->title;
}

const char *
xb_chart_model_get_subtitle (XbChartModel *self)
{
  return self->subtitle;
}

const char *
xb_chart_model_get_n_name (XbChartModel *self)
{
  return self->n_name;
}

/** xb_chart_model_get_target: @name: (out) (optional) (nullable); Returns: NAN where there is none */
double
xb_chart_model_get_target (XbChartModel *self,
                           const char  **name)
{
  if (name != NULL)
    *name = self->target_name;
  return self->target;
}

guint
xb_chart_model_get_n_series (XbChartModel *self)
{
  return self->series->len;
}

const XbChartSeries *
xb_chart_model_get_series (XbChartModel *self,
                           guint         index)
{
  return g_ptr_array_index (self->series, index);
}

guint
xb_chart_model_get_n_names (XbChartModel *self)
{
  return self->names->len;
}

const char *
xb_chart_model_get_name (XbChartModel *self,
                         guint         index)
{
  return index < self->names->len ? g_ptr_array_index (self->names, index) : "";
}

const char *
xb_chart_model_get_note (XbChartModel *self,
                         guint         index)
{
  return index < self->notes->len ? g_ptr_array_index (self->notes, index) : "";
}

guint
xb_chart_model_get_n_events (XbChartModel *self)
{
  return self->events->len;
}

const XbChartEvent *
xb_chart_model_get_event (XbChartModel *self,
                          guint         index)
{
  return g_ptr_array_index (self->events, index);
}
