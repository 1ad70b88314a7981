/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <poppler.h>

#include "xb-chart-file.h"

/* What is drawn against what it is drawn from. */

#define WIDTH 600
#define HEIGHT 300

typedef struct
{
  cairo_surface_t *surface;
  XbChartDrawing  *drawing;
  XbChartStyle     style;
} Picture;

static Picture
draw (XbChartModel *model,
      gboolean      rtl)
{
  Picture picture;
  cairo_t *cr;

  xb_chart_style_init (&picture.style, FALSE);
  picture.style.rtl = rtl;
  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (picture.surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  picture.drawing = xb_chart_drawing_new (model, &picture.style, WIDTH, HEIGHT, NAN, NAN);
  xb_chart_drawing_draw (picture.drawing, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  xb_chart_drawing_free (picture->drawing);
  cairo_surface_destroy (picture->surface);
}

/* Whether the pixel is of that colour, or nearly: edges are smoothed. */
static gboolean
is_colour (Picture     *picture,
           XbChartSlot  slot,
           int          x,
           int          y,
           double       tolerance)
{
  const XbChartColour *colour = &picture->style.colours[slot];
  const guint8 *row = cairo_image_surface_get_data (picture->surface) + y * cairo_image_surface_get_stride (picture->surface);
  guint32 pixel = ((const guint32 *) row)[x];

  return x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT && fabs ((pixel >> 16 & 0xff) / 255.0 - colour->red) < tolerance
         && fabs ((pixel >> 8 & 0xff) / 255.0 - colour->green) < tolerance && fabs ((pixel & 0xff) / 255.0 - colour->blue) < tolerance;
}

/* Of a column of pixels, the first and the last of a colour. */
static void
measure (Picture     *picture,
         XbChartSlot  slot,
         int          x,
         int         *top,
         int         *bottom)
{
  *top = *bottom = -1;
  for (int y = 0; y < HEIGHT; y++)
    if (is_colour (picture, slot, x, y, 0.05))
      {
        *top = *top < 0 ? y : *top;
        *bottom = y;
      }
}

static void
test_bars (void)
{
  static const double values[] = { 100, 50, 25, 12.5, 80 };
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_BARS, XB_CHART_COUNT, XB_CHART_STEP_NONE);
  int heights[G_N_ELEMENTS (values)], bases[G_N_ELEMENTS (values)];
  Picture picture;

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    xb_chart_model_add (model, 0, xb_chart_model_add_name (model, "x", NULL), values[i]);
  picture = draw (model, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cairo_rectangle_t box;
      int top;

      g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, i, &box));
      measure (&picture, XB_CHART_HUE, (int) (box.x + box.width / 2), &top, &bases[i]);
      heights[i] = bases[i] - top + 1;
      g_assert_cmpint (top, >=, 0);
      g_assert_cmpfloat (fabs (top - box.y), <=, 1);
    }
  for (guint i = 1; i < G_N_ELEMENTS (values); i++)
    {
      g_assert_cmpfloat (fabs ((double) heights[i] - heights[0] * values[i] / values[0]), <=, 1.5);
      g_assert_cmpint (ABS (bases[i] - bases[0]), <=, 1);
    }
  picture_clear (&picture);
}

static void
test_stack (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_STACKED, XB_CHART_FEN, XB_CHART_STEP_MONTH);
  cairo_rectangle_t low, high, gap, plot;
  Picture picture;
  int top, bottom;

  xb_chart_model_add_series (model, "a", XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, "b", XB_CHART_TONE_AUTO);
  xb_chart_model_add (model, 0, 739252, 40000);
  xb_chart_model_add (model, 1, 739252, 60000);
  xb_chart_model_add (model, 0, 739283, NAN);
  xb_chart_model_add (model, 1, 739283, 25000);
  picture = draw (model, FALSE);
  xb_chart_drawing_get_plot (picture.drawing, &plot);
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 739252, &low));
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 1, 739252, &high));
  /* one stands on the other, and both reach as far as their sum */
  g_assert_cmpfloat_with_epsilon (high.y + high.height, low.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (low.height / high.height, 2.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (low.y + low.height, plot.y + plot.height, 1e-9);
  measure (&picture, XB_CHART_HUE, (int) (low.x + low.width / 2), &top, &bottom);
  g_assert_cmpint (ABS (top - (int) low.y), <=, 1);
  /* what is missing has no bar, not even one of no height */
  g_assert_false (xb_chart_drawing_locate (picture.drawing, 0, 739283, &gap));
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 1, 739283, &gap));
  g_assert_cmpfloat_with_epsilon (gap.y + gap.height, plot.y + plot.height, 1e-9);
  picture_clear (&picture);
}

/* The line passes through every point, is not there in the gap, and its target is at its height. */
static void
check_line (gboolean rtl)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  cairo_rectangle_t plot, first, last;
  Picture picture;

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 200; i++)
    if (i < 80 || i >= 120)
      xb_chart_model_add (model, 0, 739252 + i, 0.5 + 0.3 * sin (i / 9.0));
  picture = draw (model, rtl);
  xb_chart_drawing_get_plot (picture.drawing, &plot);
  for (guint i = 0; i < 200; i++)
    {
      cairo_rectangle_t place;
      gboolean near = FALSE;

      if (!xb_chart_drawing_locate (picture.drawing, 0, 739252 + i, &place))
        {
          g_assert_true (i >= 80 && i < 120);
          continue;
        }
      for (int dx = -1; dx <= 1; dx++)
        for (int dy = -1; dy <= 1; dy++)
          near |= is_colour (&picture, XB_CHART_HUE, (int) place.x + dx, (int) place.y + dy, 0.25);
      g_assert_true (near);
    }
  for (guint i = 85; i < 115; i++)
    {
      double x = plot.x + (rtl ? 200 - i : i) / 200.0 * plot.width;
      int top, bottom;

      measure (&picture, XB_CHART_HUE, (int) x, &top, &bottom);
      g_assert_true (top < 0 || bottom < plot.y); /* nothing but the legend */
    }
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 739252, &first));
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 739451, &last));
  g_assert_true (rtl ? last.x < first.x : first.x < last.x);
  g_assert_cmpfloat (xb_chart_drawing_pick (picture.drawing, last.x, 10), ==, 739451);
  g_assert_cmpfloat_with_epsilon (xb_chart_drawing_get_x_at (picture.drawing, first.x), 739252, 1e-6);
  picture_clear (&picture);
}

static void
test_line (void)
{
  check_line (FALSE);
}

static void
test_line_rtl (void)
{
  check_line (TRUE);
}

/* 100,000 days in a few hundred pixels: each column reaches from its least to its greatest day, the one day that stands out too. */
static void
test_dense (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_COUNT, XB_CHART_STEP_DAY);
  const double odd = 700000 + 41234;
  cairo_rectangle_t place, low, high;
  Picture picture;
  int top, bottom;

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 100000; i++)
    xb_chart_model_add (model, 0, 700000 + i, 700000 + i == odd ? 900 : i % 97);
  picture = draw (model, FALSE);
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, odd, &place));
  measure (&picture, XB_CHART_HUE, (int) place.x, &top, &bottom);
  g_assert_cmpfloat (fabs (top - place.y), <=, 2.5); /* half the width of the line, and whole pixels */
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 700000 + 97 * 300, &low)); /* a day of 0 */
  g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 700000 + 97 * 300 + 96, &high)); /* a day of 96 */
  for (int x = (int) place.x + 10; x < (int) place.x + 60; x++)
    {
      measure (&picture, XB_CHART_HUE, x, &top, &bottom);
      g_assert_cmpfloat (fabs (top - high.y), <=, 2.5);
      g_assert_cmpfloat (fabs (bottom - low.y), <=, 2.5);
    }
  picture_clear (&picture);
}

static void
test_waterfall (void)
{
  static const double steps[] = { 468000, -98000, -60000 };
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_WATERFALL, XB_CHART_FEN, XB_CHART_STEP_NONE);
  cairo_rectangle_t boxes[4];
  Picture picture;

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    xb_chart_model_add (model, 0, xb_chart_model_add_name (model, "s", NULL), steps[i]);
  xb_chart_model_add_total (model, 0, xb_chart_model_add_name (model, "total", NULL));
  picture = draw (model, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, i, &boxes[i]));
  g_assert_cmpfloat_with_epsilon (boxes[1].y, boxes[0].y, 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[2].y, boxes[1].y + boxes[1].height, 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[3].y, boxes[2].y + boxes[2].height, 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[3].height / boxes[0].height, 310000.0 / 468000, 1e-9);
  g_assert_true (is_colour (&picture, XB_CHART_GAIN, (int) (boxes[0].x + 5), (int) (boxes[0].y + 20), 0.05));
  g_assert_true (is_colour (&picture, XB_CHART_QUIET, (int) (boxes[3].x + 5), (int) (boxes[3].y + 20), 0.05));
  picture_clear (&picture);
}

/* A gain whose interval has 0 in it is not green, one that is proven is. */
static void
test_unproven (void)
{
  for (guint proven = 0; proven < 2; proven++)
    {
      g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_WATERFALL, XB_CHART_FEN, XB_CHART_STEP_NONE);
      cairo_rectangle_t box;
      Picture picture;

      xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
      xb_chart_model_add_rate (model, 0, xb_chart_model_add_name (model, "gain", NULL), 468000, proven ? 100000 : -1000, 900000, 0);
      xb_chart_model_add (model, 0, xb_chart_model_add_name (model, "cost", NULL), -98000);
      picture = draw (model, FALSE);
      g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 0, &box));
      g_assert_true (is_colour (&picture, proven ? XB_CHART_GAIN : XB_CHART_QUIET, (int) (box.x + 5), (int) (box.y + 20), 0.05));
      g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 1, &box));
      g_assert_false (is_colour (&picture, XB_CHART_QUIET, (int) (box.x + 5), (int) (box.y + 8), 0.05));
      picture_clear (&picture);
    }
}

static void
test_year (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_YEAR, XB_CHART_COUNT, XB_CHART_STEP_DAY);
  Picture picture;

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 365; i++)
    xb_chart_model_add (model, 0, 739252 + i, i == 100 ? NAN : i);
  picture = draw (model, FALSE);
  for (guint i = 0; i < 365; i++)
    {
      cairo_rectangle_t box;

      /* each day is found where it is drawn, Mondays on top */
      g_assert_true (xb_chart_drawing_locate (picture.drawing, 0, 739252 + i, &box));
      g_assert_cmpfloat (xb_chart_drawing_pick (picture.drawing, box.x + box.width / 2, box.y + box.height / 2), ==, 739252 + i);
      g_assert_cmpfloat (box.x + box.width, <=, WIDTH);
      g_assert_cmpfloat (box.y + box.height, <=, HEIGHT);
      if (i == 364)
        g_assert_true (is_colour (&picture, XB_CHART_HUE, (int) (box.x + box.width / 2), (int) (box.y + box.height / 2), 0.05));
      if (i == 100)
        g_assert_true (is_colour (&picture, XB_CHART_PAPER, (int) (box.x + box.width / 2), (int) (box.y + box.height / 2), 0.05));
    }
  picture_clear (&picture);
}

/* Every kind with nothing, one point, zeros, in a box of no size: no crash, no NaN on the surface. */
static void
test_odd (void)
{
  for (XbChartKind kind = XB_CHART_LINE; kind <= XB_CHART_WATERFALL; kind++)
    for (guint fill = 0; fill < 4; fill++)
      for (guint size = 0; size < 3; size++)
        {
          g_autoptr(XbChartModel) model = xb_chart_model_new (kind, XB_CHART_PERCENT, fill % 2 ? XB_CHART_STEP_DAY : XB_CHART_STEP_NONE);
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          XbChartStyle style;
          g_autoptr(XbChartDrawing) drawing = NULL;
          double x = xb_chart_model_get_step (model) == XB_CHART_STEP_NONE ? xb_chart_model_add_name (model, "one", "note") : 739252;

          for (guint i = 0; fill > 0 && i < 2; i++)
            {
              xb_chart_model_add_series (model, "s", XB_CHART_TONE_AUTO);
              xb_chart_model_add (model, i, x, fill == 1 ? 0 : fill == 2 ? NAN : 1);
            }
          xb_chart_model_add_event (model, XB_CHART_EVENT_INCIDENT, 739252, 739252, "e");
          xb_chart_style_init (&style, fill % 2);
          style.high_contrast = fill > 1;
          style.with_title = TRUE;
          drawing = xb_chart_drawing_new (model, &style, size == 0 ? 0 : size * 150, size == 0 ? 0 : size * 100, NAN, NAN);
          xb_chart_drawing_draw (drawing, cr);
          xb_chart_drawing_draw_readout (drawing, cr, x);
          xb_chart_drawing_pick (drawing, 20, 20);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
}

static void
test_files (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_BARS, XB_CHART_COUNT, XB_CHART_STEP_NONE);
  g_autoptr(GError) error = NULL;
  XbChartStyle style;

  xb_chart_style_init (&style, FALSE);
  style.with_title = TRUE;
  xb_chart_model_set_title (model, "Calls");
  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  xb_chart_model_add (model, 0, xb_chart_model_add_name (model, "Service", NULL), 5);
  for (XbChartFormat format = XB_CHART_PNG; format <= XB_CHART_PDF; format++)
    {
      g_autoptr(GBytes) bytes = xb_chart_export (model, format, &style, NAN, NAN, 400, 200, 2, &error);
      const guint8 *data;
      gsize size;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      if (format == XB_CHART_PNG)
        { /* its header says how large it is: 432 × 232, twice */
          g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
          g_assert_cmpuint (GUINT32_FROM_BE (*(const guint32 *) (data + 16)), ==, 864);
          g_assert_cmpuint (GUINT32_FROM_BE (*(const guint32 *) (data + 20)), ==, 464);
        }
      else if (format == XB_CHART_SVG)
        {
          const GMarkupParser nothing = { NULL };
          GMarkupParseContext *context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

          g_assert_true (g_markup_parse_context_parse (context, (const char *) data, size, &error));
          g_assert_true (g_markup_parse_context_end_parse (context, &error));
          g_assert_no_error (error);
          g_assert_nonnull (g_strstr_len ((const char *) data, size, "width=\"432px\""));
          g_markup_parse_context_free (context);
        }
      else
        {
          PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
          PopplerPage *page;
          g_autofree char *text = NULL;

          g_assert_no_error (error);
          g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
          page = poppler_document_get_page (document, 0);
          text = poppler_page_get_text (page); /* words are words, not pictures of them */
          g_assert_nonnull (strstr (text, "Calls"));
          g_assert_nonnull (strstr (text, "Service"));
          g_object_unref (page);
          g_object_unref (document);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-pixels/bars", test_bars);
  g_test_add_func ("/chart-pixels/stack", test_stack);
  g_test_add_func ("/chart-pixels/line", test_line);
  g_test_add_func ("/chart-pixels/line-rtl", test_line_rtl);
  g_test_add_func ("/chart-pixels/dense", test_dense);
  g_test_add_func ("/chart-pixels/waterfall", test_waterfall);
  g_test_add_func ("/chart-pixels/unproven", test_unproven);
  g_test_add_func ("/chart-pixels/year", test_year);
  g_test_add_func ("/chart-pixels/odd", test_odd);
  g_test_add_func ("/chart-pixels/files", test_files);
  return g_test_run ();
}
