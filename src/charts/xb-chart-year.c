/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-rows.h"
#include "xb-chart-words.h"
#include "xb-day.h"

#define LARGEST 20.0
#define GAP 2.0

/* Weeks are columns, Monday on top. Where a whole year is too wide its months are broken into two or four rows. */

static guint
get_year (XbChartDrawing *self)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (self->until - 1, 700000, 1090000));
  return g_date_get_year (&date);
}

static double
first_of (guint year,
          guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, year);
  g_date_add_months (&date, month);
  return g_date_get_julian (&date);
}

static double
monday_before (double day)
{
  return day - fmod (day - 1, 7);
}

static guint
part_of (XbChartDrawing *self,
         guint           month)
{
  return month / (12 / self->parts);
}

static double
head_width (XbChartDrawing *self)
{
  double width;

  xb_chart_measure (self, C_("weekday", "Mon"), 1, FALSE, &width, NULL);
  return width + 8;
}

static double
line_height (XbChartDrawing *self)
{
  double line;

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  return line;
}

static double
part_height (XbChartDrawing *self)
{
  return 7 * self->cell + line_height (self) + 10;
}

/** xb_chart_year_height: chooses the rows of months with the largest days; Returns: how high all of them are */
double
xb_chart_year_height (XbChartDrawing *self,
                      double          top)
{
  static const guint columns[] = { 54, 28, 15 };
  double line = line_height (self), room = self->width - head_width (self);
  double best = 0;
  guint chosen = 1;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint parts = 1 << i;
      double high = (self->height - top - (line + 12) - parts * (line + 10)) / (7.0 * parts);
      double cell = MIN (MIN (room / columns[i], high), LARGEST);

      if (cell > best + 0.5)
        {
          best = cell;
          chosen = parts;
        }
    }
  self->parts = chosen;
  self->cell = MAX (floor (best * 2) / 2, 3);
  return chosen * part_height (self);
}

gboolean
xb_chart_year_box (XbChartDrawing *self,
                   double          day,
                   Box            *box)
{
  guint year = get_year (self), part;
  GDate date;
  double first;

  if (self->cell <= 0 || day < first_of (year, 0) || day >= first_of (year + 1, 0))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  part = part_of (self, g_date_get_month (&date) - 1);
  first = monday_before (first_of (year, part * (12 / self->parts)));
  box->x = head_width (self) + floor ((day - first) / 7) * self->cell;
  box->y = self->plot.y + part * part_height (self) + line_height (self) + 4 + fmod (day - 1, 7) * self->cell;
  box->width = box->height = self->cell - (self->cell > 8 ? GAP : 1);
  return TRUE;
}

/** xb_chart_year_pick: Returns: the day at a point of the surface, NAN beside the days */
double
xb_chart_year_pick (XbChartDrawing *self,
                    double          x,
                    double          y)
{
  guint year = get_year (self), part;
  double down = y - self->plot.y, first, day;
  gint64 row;

  if (self->cell <= 0 || down < 0 || x < head_width (self))
    return NAN;
  part = (guint) (down / part_height (self));
  down -= part * part_height (self) + line_height (self) + 4;
  if (part >= self->parts || down < 0 || down >= 7 * self->cell)
    return NAN;
  first = monday_before (first_of (year, part * (12 / self->parts)));
  day = first + floor ((x - head_width (self)) / self->cell) * 7 + floor (down / self->cell);
  if (day < first_of (year, part * (12 / self->parts)) || day >= first_of (year, (part + 1) * (12 / self->parts)))
    return NAN;
  row = xb_chart_rows_find (self->rows, day);
  return row >= 0 && g_array_index (self->rows, double, row) == day ? day : NAN;
}

/** xb_chart_year_shade: Returns: 0 to XB_CHART_N_SHADES - 1, light to strong */
guint
xb_chart_year_shade (XbChartDrawing *self,
                     double          value)
{
  return (guint) CLAMP (floor (xb_chart_scale_place (&self->scale, value) * XB_CHART_N_SHADES), 0, XB_CHART_N_SHADES - 1);
}

XbChartSlot
xb_chart_year_slot (XbChartModel *model)
{
  return xb_chart_model_get_n_series (model) > 0 ? xb_chart_slot_of (model, 0) : XB_CHART_HUE;
}

/* The shade says it by its lightness; with high contrast by its size as well. */
static void
draw_day (XbChartDrawing *self,
          cairo_t        *cr,
          const Box      *box,
          double          value)
{
  static const double strength[XB_CHART_N_SHADES] = { 0.14, 0.34, 0.55, 0.78, 1 };
  guint shade = isfinite (value) ? xb_chart_year_shade (self, value) : 0;
  double inset = self->style.high_contrast ? box->width * (XB_CHART_N_SHADES - 1 - shade) / 12.0 : 0;

  cairo_new_path (cr);
  if (isfinite (value))
    {
      cairo_rectangle (cr, box->x + inset, box->y + inset, box->width - 2 * inset, box->height - 2 * inset);
      xb_chart_ink (self, cr, xb_chart_year_slot (self->model), strength[shade]);
      cairo_fill (cr);
    }
  if (!isfinite (value) || self->style.high_contrast)
    {
      cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
      xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 0.8 : 0.14);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

static void
draw_heads (XbChartDrawing *self,
            cairo_t        *cr)
{
  static const char *const days[] = {
    NC_("weekday", "Mon"), NULL, NC_("weekday", "Wed"), NULL, NC_("weekday", "Fri"), NULL, NC_("weekday", "Sun"),
  };
  guint year = get_year (self);
  double line = line_height (self);

  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.72);
  for (guint part = 0; part < self->parts; part++)
    {
      double y = self->plot.y + part * part_height (self), edge = -1;
      double end = first_of (year, (part + 1) * (12 / self->parts));
      g_autoptr(GPtrArray) months = xb_chart_day_ticks (first_of (year, 0), first_of (year + 1, 0) - 1, 13);

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        if (days[i] != NULL)
          xb_chart_put_text (self, cr, g_dpgettext2 (GETTEXT_PACKAGE, "weekday", days[i]), head_width (self) - 6,
                             y + line + 4 + i * self->cell + (self->cell - line) / 2, 1, 0);
      for (guint i = 0; i < months->len; i++)
        {
          const XbChartTick *tick = g_ptr_array_index (months, i);
          double width;
          Box box;

          if (part_of (self, i) != part || tick->x >= end || !xb_chart_year_box (self, tick->x, &box))
            continue;
          /* a month that begins in the middle of a week is named over its first whole one */
          box.x += fmod (tick->x - 1, 7) > 0 ? self->cell : 0;
          xb_chart_measure (self, tick->label, 1, FALSE, &width, NULL);
          if (box.x < edge || box.x + width > self->width)
            continue;
          xb_chart_put_text (self, cr, tick->label, box.x, y, 0, 0);
          edge = box.x + width + 4;
        }
    }
}

static void
draw_key (XbChartDrawing *self,
          cairo_t        *cr)
{
  XbChartUnit unit = xb_chart_model_get_unit (self->model);
  double side = 11, line = line_height (self), y = self->plot.y + self->parts * part_height (self) + 2, x = head_width (self);
  g_autofree char *low = xb_chart_dup_tick (unit, self->scale.step, self->scale.from);
  g_autofree char *high = xb_chart_dup_tick (unit, self->scale.step, self->scale.until);
  double width, top = y + (line - side) / 2;

  draw_day (self, cr, &(Box) { x, top, side, side }, NAN);
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.8);
  xb_chart_put_text (self, cr, _("no data"), x + side + 5, y, 0, 0);
  xb_chart_measure (self, _("no data"), 1, FALSE, &width, NULL);
  x += side + 5 + width + 18;
  xb_chart_put_text (self, cr, low, x, y, 0, 0);
  xb_chart_measure (self, low, 1, FALSE, &width, NULL);
  x += width + 6;
  for (guint i = 0; i < XB_CHART_N_SHADES; i++, x += side + 2)
    draw_day (self, cr, &(Box) { x, top, side, side },
              self->scale.from + (i + 0.5) / XB_CHART_N_SHADES * (self->scale.until - self->scale.from));
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.8);
  xb_chart_put_text (self, cr, high, x + 4, y, 0, 0);
}

static void
draw_marks (XbChartDrawing *self,
            cairo_t        *cr)
{
  for (guint i = 0; i < xb_chart_model_get_n_events (self->model); i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (self->model, i);
      Box box;

      for (double day = event->from; day <= event->until && day < event->from + 366; day++)
        if (xb_chart_year_box (self, day, &box))
          {
            cairo_rectangle (cr, box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5);
            xb_chart_ink (self, cr, XB_CHART_MARK + event->kind, 1);
            cairo_set_line_width (cr, 1.5);
            cairo_stroke (cr);
          }
    }
}

void
xb_chart_draw_year (XbChartDrawing *self,
                    cairo_t        *cr)
{
  guint year = get_year (self);

  draw_heads (self, cr);
  for (double day = first_of (year, 0); day < first_of (year + 1, 0); day++)
    {
      const XbChartPoint *point = xb_chart_model_get_n_series (self->model) > 0
                                    ? xb_chart_rows_get_point (self->model, 0, day) : NULL;
      Box box;

      if (xb_chart_year_box (self, day, &box))
        draw_day (self, cr, &box, point != NULL ? point->value : NAN);
    }
  draw_marks (self, cr);
  draw_key (self, cr);
}
