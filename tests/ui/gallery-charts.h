/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "xb-chart-panel.h"
#include "xb-rate.h"

/* Charts of an invented business, to be looked at. Waves instead of chance: the same picture each time. */

#define FIRST_DAY 739248.0 /* 2024-12-28, as a julian day */

static void
add_rate (XbChartModel *model,
          guint         series,
          double        x,
          int           hits,
          int           calls)
{
  XbRate rate = xb_rate_wilson (hits, calls, 0.95);

  xb_chart_model_add_rate (model, series, x, rate.known ? rate.rate : NAN, rate.low, rate.high, calls);
}

static GtkWidget *
make_line (guint n)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  guint answered = xb_chart_model_add_series (model, "接通率", XB_CHART_TONE_AUTO);
  guint others = n <= 120 ? xb_chart_model_add_series (model, "其他号码", XB_CHART_TONE_AUTO) : 0;

  xb_chart_model_set_title (model, n > 1000 ? "接通率（十万天）" : "接通率");
  xb_chart_model_set_subtitle (model, "028-8612 3456，每天");
  xb_chart_model_set_n_name (model, "呼出");
  xb_chart_model_set_target (model, 0.65, "目标");
  for (guint i = 0; i < n; i++)
    {
      double share = 0.58 + (i > n / 2 ? 0.09 : 0) + 0.05 * sin (i * 0.7) + 0.03 * sin (i * 2.3);
      int calls = 180 + (int) (60 * sin (i * 0.9));

      if (i % 45 < 4 && i > 10)
        continue;
      add_rate (model, answered, FIRST_DAY + i, (int) (calls * share), calls);
      if (others > 0)
        xb_chart_model_add (model, others, FIRST_DAY + i, 0.55 + 0.02 * sin (i * 0.5));
    }
  xb_chart_model_add_event (model, XB_CHART_EVENT_HOLIDAY, FIRST_DAY + 31, FIRST_DAY + 38, "春节");
  xb_chart_model_add_event (model, XB_CHART_EVENT_CERTIFIED, FIRST_DAY + n / 2, FIRST_DAY + n / 2, "名片生效");
  xb_chart_model_add_event (model, XB_CHART_EVENT_LABEL, FIRST_DAY + n / 2 + 20, FIRST_DAY + n / 2 + 20, "课程顾问");
  xb_chart_model_add_event (model, XB_CHART_EVENT_INCIDENT, FIRST_DAY + n / 2 + 44, FIRST_DAY + n / 2 + 46, "被标记");
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_stacked (void)
{
  static const char *const kinds[] = { "年费", "改标签", "加急", "申诉", "巡检时间", "其他" };
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_STACKED, XB_CHART_FEN, XB_CHART_STEP_MONTH);

  xb_chart_model_set_title (model, "费用");
  xb_chart_model_set_subtitle (model, "按月、按种类");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double month = FIRST_DAY + 4;

      xb_chart_model_add_series (model, kinds[i], XB_CHART_TONE_AUTO);
      for (guint j = 0; j < 12; j++, month = xb_chart_step_next (XB_CHART_STEP_MONTH, month))
        xb_chart_model_add (model, i, month, j == 8 ? NAN : (i == 0 ? (j % 6 == 0 ? 98000 : 0) : 2500.0 * ((i * 7 + j * 5) % 9)));
    }
  xb_chart_model_set_target (model, 80000, "预算");
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_bars (void)
{
  static const char *const names[] = { "课程顾问", "销售热线", "客户服务", "外卖配送预订专线" };
  static const int counts[][2] = { { 412, 620 }, { 301, 540 }, { 88, 140 }, { 9, 15 } };
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_BARS, XB_CHART_PERCENT, XB_CHART_STEP_NONE);

  xb_chart_model_set_title (model, "各标签的接通率");
  xb_chart_model_set_n_name (model, "呼出");
  xb_chart_model_set_target (model, 0.65, "目标");
  xb_chart_model_add_series (model, "接通率", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_rate (model, 0, xb_chart_model_add_name (model, names[i], NULL), counts[i][0], counts[i][1]);
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_pair (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_BEFORE_AFTER, XB_CHART_PERCENT, XB_CHART_STEP_NONE);

  xb_chart_model_set_title (model, "认证前后");
  xb_chart_model_set_n_name (model, "呼出");
  xb_chart_model_set_target (model, 0.65, "目标");
  xb_chart_model_add_name (model, "028-8612 3456", "+7.0 个百分点 [+4.0, +10.0]");
  xb_chart_model_add_name (model, "138 0013 8000", "通话太少，看不出来");
  xb_chart_model_add_series (model, "认证前", XB_CHART_TONE_QUIET);
  xb_chart_model_add_series (model, "认证后", XB_CHART_TONE_GAIN);
  add_rate (model, 0, 0, 1220, 2000);
  add_rate (model, 1, 0, 1360, 2000);
  add_rate (model, 0, 1, 12, 20);
  add_rate (model, 1, 1, 14, 20);
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_waterfall (void)
{
  static const struct { const char *name; double fen; } steps[] = {
    { "多接通的通话带来的毛利", 468000 }, { "年费", -98000 }, { "改标签", -60000 }, { "加急", -20000 }, { "巡检时间", -36000 },
  };
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_WATERFALL, XB_CHART_FEN, XB_CHART_STEP_NONE);

  xb_chart_model_set_title (model, "投入与收益");
  xb_chart_model_add_series (model, "金额", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    xb_chart_model_add (model, 0, xb_chart_model_add_name (model, steps[i].name, NULL), steps[i].fen);
  xb_chart_model_add_total (model, 0, xb_chart_model_add_name (model, "净收益", NULL));
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_year (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_YEAR, XB_CHART_COUNT, XB_CHART_STEP_DAY);

  xb_chart_model_set_title (model, "一年的呼出");
  xb_chart_model_add_series (model, "呼出", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 290; i++)
    if (i % 50 > 2)
      xb_chart_model_add (model, 0, FIRST_DAY + 4 + i, 100 + floor (60 * sin (i / 20.0) + 30 * sin (i * 0.9)));
  xb_chart_model_add_event (model, XB_CHART_EVENT_INCIDENT, FIRST_DAY + 100, FIRST_DAY + 102, "被标记");
  return xb_chart_panel_new (model);
}

static GtkWidget *
make_spark (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_SPARK, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  GtkWidget *chart;

  xb_chart_model_add_series (model, "接通率", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < 30; i++)
    xb_chart_model_add (model, 0, FIRST_DAY + i, i == 12 ? NAN : 0.6 + 0.05 * sin (i * 0.8));
  xb_chart_model_set_target (model, 0.62, "目标");
  chart = xb_chart_new (model);
  gtk_widget_set_halign (chart, GTK_ALIGN_START);
  return chart;
}

static GtkWidget *
make_empty_chart (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);

  xb_chart_model_set_title (model, "还没有数据");
  xb_chart_model_add_series (model, "接通率", XB_CHART_TONE_AUTO);
  return xb_chart_panel_new (model);
}

static void
add_charts (GtkWidget *page)
{
  gtk_box_append (GTK_BOX (page), make_line (120));
  gtk_box_append (GTK_BOX (page), make_stacked ());
  gtk_box_append (GTK_BOX (page), make_pair ());
  gtk_box_append (GTK_BOX (page), make_bars ());
  gtk_box_append (GTK_BOX (page), make_waterfall ());
  gtk_box_append (GTK_BOX (page), make_year ());
  gtk_box_append (GTK_BOX (page), make_spark ());
  gtk_box_append (GTK_BOX (page), make_empty_chart ());
  gtk_box_append (GTK_BOX (page), make_line (100000));
}
