/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-demo-metrics.h"
#include "xb-demo-table.h"
#include "xb-metric-ledger.h"

/* A year of the demonstration's daily figures: a cold drinks business, so summer is high; shops are busy at the
 * week-end, offices are not; a certified number is answered more often. The same day always has the same figures. */

#define DAYS 365

typedef struct
{
  double calls;    /* on a middling day */
  double weekend;  /* times so many at the week-end */
  double rate;     /* answered, while nobody knows who rings */
  double gain;     /* more of them, once it is certified */
  double asks;     /* of those who answer */
  double orders;   /* of those who ask */
  int    ticket;   /* fen of an order */
  double marks;    /* of the calls */
} Shape;

/* In the order of xb_demo_numbers. */
static const Shape shapes[] = {
  { 62, 0.85, 0.55, 0.13, 0.10, 0.30, 4600, 0.001 }, /* head office */
  { 34, 1.35, 0.52, 0.12, 0.16, 0.42, 3900, 0.001 }, /* three shops */
  { 28, 1.30, 0.51, 0.12, 0.15, 0.40, 3700, 0.001 },
  { 31, 1.25, 0.53, 0.12, 0.15, 0.41, 4100, 0.001 },
  { 48, 1.40, 0.66, 0.10, 0.04, 0.10, 3200, 0.002 }, /* their couriers */
  { 41, 1.40, 0.65, 0.10, 0.04, 0.10, 3100, 0.002 },
  { 44, 1.35, 0.67, 0.10, 0.04, 0.10, 3300, 0.002 },
  { 120, 0.45, 0.38, 0.10, 0.12, 0.14, 12800, 0.014 }, /* group sales: the one that people mark */
  { 14, 0.60, 0.49, 0.12, 0.30, 0.02, 60000, 0.002 },
  { 85, 0.40, 0.46, 0.12, 0.08, 0.22, 4400, 0.005 },
  { 18, 0.90, 0.60, 0.12, 0.05, 0.05, 3600, 0.001 },
  { 9, 0.30, 0.54, 0.12, 0.06, 0.05, 4000, 0.001 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (shapes) == 12);

/* From 0 up to 1, even; the same for the same day, number and purpose. */
static double
chance (guint day,
        guint number,
        guint purpose)
{
  guint64 x = (guint64) day * 0x9e3779b97f4a7c15 ^ (guint64) number * 0xbf58476d1ce4e5b9 ^ (guint64) purpose * 0x94d049bb133111eb;

  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
  x = (x ^ x >> 27) * 0x94d049bb133111eb;
  return (double) ((x ^ x >> 31) >> 11) / 9007199254740992.0;
}

/* So many of @n as @share says, with the scatter that so few have. */
static gint64
draw (double n,
      double share,
      double luck)
{
  double middle = n * share, spread = sqrt (MAX (middle * (1 - share), 0));

  return (gint64) CLAMP (floor (middle + spread * 3.4 * (luck - 0.5) + 0.5), 0, n);
}

/* Days ago on which the first of its certifications went live; a large number where none did. */
static int
live_since (guint number)
{
  int since = -1;

  for (guint i = 0; i < xb_demo_n_certifications; i++)
    for (guint s = 0; xb_demo_certifications[i].number == number && s < G_N_ELEMENTS (xb_demo_certifications[i].steps); s++)
      if (xb_demo_certifications[i].steps[s].state == XB_CERT_STATE_LIVE)
        since = MAX (since, xb_demo_certifications[i].steps[s].days_ago);
  return since;
}

static void
make_figures (guint            number,
              guint            day,
              int              days_ago,
              XbMetricFigures *figures)
{
  const Shape *shape = &shapes[number];
  guint month = xb_period_month (day);
  double of_year = (month % 12 + (day - xb_month_first_day (month)) / 31.0) / 12;
  double season = 1 + 0.32 * cos (2 * G_PI * (of_year - 0.56)); /* the height of it at the end of July */
  gboolean weekend = day % 7 < 2; /* 2000-01-01 was a Saturday */
  double share = shape->rate + (days_ago < live_since (number) ? shape->gain : 0);
  gint64 *value = figures->value;

  figures->known = (1u << XB_N_METRICS) - 1;
  value[XB_METRIC_CALLS] = (gint64) round (shape->calls * season * (weekend ? shape->weekend : 1) *
                                           (0.85 + 0.3 * chance (day, number, 1)));
  value[XB_METRIC_ANSWERED] = draw (value[XB_METRIC_CALLS], share, chance (day, number, 2));
  value[XB_METRIC_INQUIRIES] = draw (value[XB_METRIC_ANSWERED], shape->asks, chance (day, number, 3));
  value[XB_METRIC_ORDERS] = draw (value[XB_METRIC_INQUIRIES], shape->orders, chance (day, number, 4));
  value[XB_METRIC_MARKS] = draw (value[XB_METRIC_CALLS], shape->marks * (days_ago < 10 ? 2.2 : 1), chance (day, number, 5));
  value[XB_METRIC_COMPLAINTS] = chance (day, number, 6) < shape->marks * 8;
  value[XB_METRIC_REVENUE] = value[XB_METRIC_ORDERS] * (gint64) (shape->ticket * (0.9 + 0.2 * chance (day, number, 7)) / 10) * 10;
}

/**
 * xb_demo_write_metrics:
 * @now: the year until yesterday is filled
 */
gboolean
xb_demo_write_metrics (XbDb    *db,
                       gint64   now,
                       GError **error)
{
  g_autofree char *today = xb_instant_to_day (now);
  g_autofree char *from = xb_day_add (today, -DAYS);
  g_autofree char *until = xb_day_add (today, -1);
  guint first = xb_period_from_day (from);
  g_autoptr(XbMetricLedger) ledger = NULL;
  gboolean replaced;

  if (first == XB_PERIOD_NONE || xb_period_from_day (until) == XB_PERIOD_NONE) /* a clock that is far off */
    return TRUE;
  if (!xb_db_run (db, error, "INSERT INTO metric_import (name, at, rows, imported, first_day, last_day, first_period, "
                  "last_period, known) VALUES ('示例数据.csv', ?1, ?2, ?2, ?3, ?4, ?5, ?6, 127)", "iittii", now,
                  (gint64) DAYS * xb_demo_n_numbers, from, until, (gint64) first, (gint64) first + DAYS - 1))
    return FALSE;
  ledger = xb_metric_ledger_new (db, xb_db_last_id (db));
  for (guint number = 0; number < xb_demo_n_numbers; number++)
    for (guint i = 0; i < DAYS; i++)
      {
        XbMetricFigures figures;

        make_figures (number, first + i, DAYS - (int) i, &figures);
        if (!xb_metric_ledger_put (ledger, XB_METRIC_KEY (number + 1, first + i), &figures, &replaced, NULL, error))
          return FALSE;
      }
  return xb_metric_ledger_flush (ledger, error);
}
