/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-rows.h"
#include "xb-chart-words.h"

/* A row is a line of words with two lanes below: before, after. */

static double
lane_y (XbChartDrawing *self,
        guint           series,
        guint           row)
{
  double each = self->plot.height / MAX (self->until - self->from, 1), line, top = self->plot.y + (row - self->from) * each;
  double lanes;

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  lanes = each - line - 8;
  return top + line + 4 + lanes * (series == 0 ? 0.3 : 0.72);
}

static double
place (XbChartDrawing *self,
       double          value)
{
  return self->plot.x + xb_chart_scale_place (&self->scale, value) * self->plot.width;
}

gboolean
xb_chart_pair_box (XbChartDrawing *self,
                   guint           series,
                   guint           row,
                   Box            *box)
{
  const XbChartPoint *point = xb_chart_rows_get_point (self->model, series, row);

  if (point == NULL || !isfinite (point->value))
    return FALSE;
  *box = (Box) { place (self, point->value), lane_y (self, series, row), 0, 0 };
  return TRUE;
}

static void
draw_axis (XbChartDrawing *self,
           cairo_t        *cr)
{
  double bottom = self->plot.y + self->plot.height;

  for (guint i = 0; i < xb_chart_scale_get_n (&self->scale); i++)
    {
      double value = xb_chart_scale_get_tick (&self->scale, i), x = place (self, value), width;
      g_autofree char *label = xb_chart_dup_tick (xb_chart_model_get_unit (self->model), self->scale.step, value);

      xb_chart_put_rule (self, cr, x, self->plot.y, x, bottom, value == 0 ? 0.55 : 0.12);
      xb_chart_measure (self, label, 1, FALSE, &width, NULL);
      xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.72);
      xb_chart_put_text (self, cr, label, CLAMP (x, width / 2, self->width - width / 2), bottom + 6, 0.5, 0);
    }
}

static void
draw_target (XbChartDrawing *self,
             cairo_t        *cr)
{
  double target = xb_chart_model_get_target (self->model, NULL);
  const double dash[] = { 4, 3 };

  if (!isfinite (target))
    return;
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  xb_chart_put_rule (self, cr, place (self, target), self->plot.y, place (self, target), self->plot.y + self->plot.height, 0.75);
  cairo_restore (cr);
}

/* Name at the start, difference at the end; the difference is what is asked for, so it has its room first. */
static void
draw_words (XbChartDrawing *self,
            cairo_t        *cr,
            guint           row)
{
  double each = self->plot.height / MAX (self->until - self->from, 1), y = self->plot.y + (row - self->from) * each + 2;
  const char *name = xb_chart_model_get_name (self->model, row), *note = xb_chart_model_get_note (self->model, row);
  g_autoptr(PangoLayout) first = NULL, second = NULL;
  double width = 0, room = self->plot.width;

  if (*note != '\0')
    {
      xb_chart_measure (self, note, 1, TRUE, &width, NULL);
      width = MIN (width, room * 0.7);
      second = xb_chart_make_text (self, note, 1, TRUE, width + 1);
    }
  first = xb_chart_make_text (self, name, 1, FALSE, MAX (room - width - 12, 20));
  xb_chart_ink (self, cr, XB_CHART_INK, 1);
  xb_chart_put_layout (self, cr, first, self->plot.x, y, 0);
  if (second != NULL)
    xb_chart_put_layout (self, cr, second, self->plot.x + room, y, 1);
  if (row > self->from)
    xb_chart_put_rule (self, cr, self->plot.x, y - 4, self->plot.x + room, y - 4, 0.12);
}

static void
draw_lane (XbChartDrawing *self,
           cairo_t        *cr,
           guint           series,
           guint           row)
{
  const XbChartPoint *point = xb_chart_rows_get_point (self->model, series, row);
  XbChartSlot slot = xb_chart_slot_of (self->model, series);
  double y = lane_y (self, series, row), x, left, right, width, line;
  g_autofree char *words = xb_chart_dup_value (xb_chart_model_get_unit (self->model), point != NULL ? point->value : NAN);

  xb_chart_measure (self, words, 1, FALSE, &width, NULL);
  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  if (point == NULL || !isfinite (point->value))
    {
      xb_chart_ink (self, cr, XB_CHART_INK, 0.6);
      xb_chart_put_text (self, cr, words, self->plot.x, y - line / 2, 0, 0);
      return;
    }
  x = left = right = place (self, point->value);
  if (isfinite (point->low))
    {
      left = place (self, point->low);
      right = place (self, point->high);
      cairo_rectangle (cr, left, y - 4, right - left, 8);
      xb_chart_ink (self, cr, slot, self->style.high_contrast ? 0.45 : 0.25);
      cairo_fill (cr);
      xb_chart_ink (self, cr, slot, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_move_to (cr, left, y - 5);
      cairo_line_to (cr, left, y + 5);
      cairo_move_to (cr, right, y - 5);
      cairo_line_to (cr, right, y + 5);
      cairo_stroke (cr);
    }
  xb_chart_put_marker (self, cr, 0, x, y, 4.5, slot, series > 0);
  left = MIN (left, x - 6);
  right = MAX (right, x + 6);
  left = right + 6 + width <= self->plot.x + self->plot.width ? right + 6 : left - 6 - width;
  cairo_rectangle (cr, left - 2, y - line / 2, width + 4, line); /* the target's line gives way to the figure */
  xb_chart_ink (self, cr, XB_CHART_PAPER, 0.85);
  cairo_fill (cr);
  xb_chart_ink (self, cr, XB_CHART_INK, 0.9);
  xb_chart_put_text (self, cr, words, left, y - line / 2, 0, 0);
}

void
xb_chart_draw_pair (XbChartDrawing *self,
                    cairo_t        *cr)
{
  draw_axis (self, cr);
  draw_target (self, cr);
  for (guint row = 0; row < xb_chart_model_get_n_names (self->model); row++)
    {
      draw_words (self, cr, row);
      for (guint i = 0; i < MIN (xb_chart_model_get_n_series (self->model), 2); i++)
        draw_lane (self, cr, i, row);
    }
}
