/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-error.h"

/* China has one time zone and no summer time since 1992. Days are cut there whatever the computer's
 * zone is, so that a changed time zone moves no deadline. */
#define CHINA_OFFSET (8 * 3600)

struct _XbClock
{
  GObject  parent_instance;
  gboolean fixed;
  gint64   instant;
};

G_DEFINE_FINAL_TYPE (XbClock, xb_clock, G_TYPE_OBJECT)

static void
xb_clock_class_init (XbClockClass *klass)
{
}

static void
xb_clock_init (XbClock *self)
{
}

/**
 * xb_clock_new_system:
 *
 * Returns: (transfer full): a clock that follows the computer's
 */
XbClock *
xb_clock_new_system (void)
{
  return g_object_new (XB_TYPE_CLOCK, NULL);
}

/**
 * xb_clock_new_fixed:
 * @instant: UTC seconds
 *
 * Returns: (transfer full): a clock that stands at @instant until it is set again
 */
XbClock *
xb_clock_new_fixed (gint64 instant)
{
  XbClock *self = g_object_new (XB_TYPE_CLOCK, NULL);

  xb_clock_set_fixed (self, instant);
  return self;
}

/** xb_clock_now: Returns: now in UTC seconds */
gint64
xb_clock_now (XbClock *self)
{
  g_return_val_if_fail (XB_IS_CLOCK (self), 0);

  return self->fixed ? self->instant : g_get_real_time () / G_USEC_PER_SEC;
}

void
xb_clock_set_fixed (XbClock *self,
                    gint64   instant)
{
  g_return_if_fail (XB_IS_CLOCK (self));

  self->fixed = TRUE;
  self->instant = instant;
}

/** xb_clock_dup_today: Returns: (transfer full): today in China as an ISO date */
char *
xb_clock_dup_today (XbClock *self)
{
  return xb_instant_to_day (xb_clock_now (self));
}

/**
 * xb_instant_parse:
 * @text: ISO 8601, such as 2026-09-28T10:00:00+08:00; without an offset it is China's time;
 *   a bare day is its 00:00
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: UTC seconds, or -1 with @error
 */
gint64
xb_instant_parse (const char *text,
                  GError    **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (CHINA_OFFSET);
  g_autoptr(GDateTime) moment = NULL;
  g_autofree char *padded = NULL;

  g_return_val_if_fail (text != NULL, -1);

  if (strlen (text) == 10)
    padded = g_strconcat (text, "T00:00:00", NULL);
  else if (strlen (text) == 16) /* without seconds */
    padded = g_strconcat (text, ":00", NULL);
  moment = g_date_time_new_from_iso8601 (padded != NULL ? padded : text, zone);
  if (moment == NULL || g_date_time_to_unix (moment) < 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is no point in time; write it like 2026-09-28T10:00:00+08:00"), text);
      return -1;
    }
  return g_date_time_to_unix (moment);
}

/** xb_instant_format: Returns: (transfer full): ISO 8601 with China's offset */
char *
xb_instant_format (gint64 instant)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (CHINA_OFFSET);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");
}

/** xb_instant_to_day: Returns: (transfer full): the day in China, as an ISO date */
char *
xb_instant_to_day (gint64 instant)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_utc (instant + CHINA_OFFSET);

  return g_date_time_format (local, "%Y-%m-%d");
}

/**
 * xb_instant_from_day:
 * @day: a valid ISO date
 *
 * Returns: UTC seconds of @hour:@minute of that day in China
 */
gint64
xb_instant_from_day (const char *day,
                     int         hour,
                     int         minute)
{
  g_autofree char *text = g_strdup_printf ("%sT%02d:%02d:00", day, hour, minute);

  return xb_instant_parse (text, NULL);
}

/** xb_instant_dup_label: Returns: (transfer full): the day and the minute in China, as people read it */
char *
xb_instant_dup_label (gint64 instant)
{
  g_autofree char *day = xb_instant_to_day (instant);
  g_autofree char *label = xb_day_dup_label_with_year (day);
  g_autofree char *iso = xb_instant_format (instant);
  const char *time = strchr (iso, 'T');

  return time != NULL ? g_strdup_printf ("%s %.5s", label, time + 1) : g_steal_pointer (&label);
}
