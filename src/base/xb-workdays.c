/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-data.h"
#include "xb-error.h"
#include "xb-workdays-private.h"
#include "xb-workdays.h"

/* Working days as the State Council publishes them year by year: weekdays, less the days off, plus the
 * make-up days (调休). A year without a calendar goes by weekdays alone and is marked as estimated. */

struct _XbWorkdays
{
  GObject    parent_instance;
  XbCalendar calendar;
};

G_DEFINE_FINAL_TYPE (XbWorkdays, xb_workdays, G_TYPE_OBJECT)

static void
xb_workdays_finalize (GObject *object)
{
  XbWorkdays *self = XB_WORKDAYS (object);

  xb_calendar_clear (&self->calendar);
  G_OBJECT_CLASS (xb_workdays_parent_class)->finalize (object);
}

static void
xb_workdays_class_init (XbWorkdaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_workdays_finalize;
}

static void
xb_workdays_init (XbWorkdays *self)
{
}

/**
 * xb_workdays_new:
 * @json: a file like data/calendar/cn.json
 * @error: set to %XB_ERROR_INVALID and says which value is wrong
 *
 * Returns: (transfer full): the calendar, or %NULL with @error
 */
XbWorkdays *
xb_workdays_new (GBytes  *json,
                 GError **error)
{
  g_autoptr(XbWorkdays) self = g_object_new (XB_TYPE_WORKDAYS, NULL);

  g_return_val_if_fail (json != NULL, NULL);

  return xb_calendar_read (&self->calendar, json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * xb_workdays_get_default:
 *
 * Returns: (transfer none): the bundled calendar, read once; safe from any thread
 */
XbWorkdays *
xb_workdays_get_default (void)
{
  static XbWorkdays *bundled;

  if (g_once_init_enter (&bundled))
    {
      g_autoptr(GBytes) json = xb_data_lookup ("calendar/cn.json");
      g_autoptr(GError) error = NULL;
      XbWorkdays *self = xb_workdays_new (json, &error);

      if (self == NULL)
        g_error ("%s", error->message); /* a mistake of the build, as in xb_data_lookup() */
      g_once_init_leave (&bundled, self);
    }
  return bundled;
}

/**
 * xb_workdays_get_notice:
 *
 * Returns: (nullable): the number of the notice that published the calendar of @year, such as
 *   "国办发明电〔2025〕7号"; %NULL for a year that has none
 */
const char *
xb_workdays_get_notice (XbWorkdays *self,
                        guint       year)
{
  g_return_val_if_fail (XB_IS_WORKDAYS (self), NULL);

  return g_hash_table_lookup (self->calendar.years, GUINT_TO_POINTER (year));
}

static guint
year_of (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_date_get_year (&date);
}

/* GDate's day 1 was a Monday. */
static gboolean
is_weekend (guint32 julian)
{
  return julian % 7 == 6 || julian % 7 == 0;
}

static XbSpecialDay *
find_special (XbWorkdays *self,
              guint32     julian)
{
  return g_hash_table_lookup (self->calendar.days, GUINT_TO_POINTER (julian));
}

static gboolean
is_workday (XbWorkdays *self,
            guint32     julian)
{
  XbSpecialDay *special = find_special (self, julian);

  return special != NULL ? special->work : !is_weekend (julian);
}

static gboolean
is_estimated (XbWorkdays *self,
              guint32     first,
              guint32     last)
{
  for (guint year = year_of (first); year <= year_of (last); year++)
    if (!g_hash_table_contains (self->calendar.years, GUINT_TO_POINTER (year)))
      return TRUE;
  return FALSE;
}

static void
set_flag (gboolean *flag,
          gboolean  value)
{
  if (flag != NULL)
    *flag = value;
}

/**
 * xb_workdays_check:
 * @day: an ISO date
 * @workday: (out) (optional): whether people work on it
 * @reason: (out) (optional) (nullable) (transfer full): why the weekday alone does not say so, or that it is
 *   a weekend: "春节", "make-up day (春节)", "weekend"; %NULL on an ordinary working day
 * @estimated: (out) (optional): no calendar is published for its year, so only the weekday was looked at
 * @error: set to %XB_ERROR_INVALID where @day is none
 *
 * Returns: whether @day is a day
 */
gboolean
xb_workdays_check (XbWorkdays *self,
                   const char *day,
                   gboolean   *workday,
                   char      **reason,
                   gboolean   *estimated,
                   GError    **error)
{
  XbSpecialDay *special;
  guint32 julian;

  g_return_val_if_fail (XB_IS_WORKDAYS (self), FALSE);

  if (!xb_day_parse (day, &julian, error))
    return FALSE;
  special = find_special (self, julian);
  set_flag (workday, is_workday (self, julian));
  set_flag (estimated, special == NULL && is_estimated (self, julian, julian));
  if (reason == NULL)
    return TRUE;
  if (special != NULL && special->work)
    *reason = g_strdup_printf (_("make-up day (%s)"), special->name);
  else if (special != NULL)
    *reason = g_strdup (special->name);
  else
    *reason = is_weekend (julian) ? g_strdup (_("weekend")) : NULL;
  return TRUE;
}

/**
 * xb_workdays_add:
 * @day: an ISO date
 * @n: how many working days, at most %XB_WORKDAYS_MOST either way
 * @estimated: (out) (optional): a day walked over lies in a year without a published calendar
 * @error: set to %XB_ERROR_INVALID
 *
 * The @n-th working day after @day; with a negative @n the one before it; with 0 @day itself where people
 * work on it, else the next working day.
 *
 * Returns: (transfer full): an ISO date, or %NULL with @error
 */
char *
xb_workdays_add (XbWorkdays *self,
                 const char *day,
                 int         n,
                 gboolean   *estimated,
                 GError    **error)
{
  guint32 start, julian, first, last;
  int step = n < 0 ? -1 : 1;
  char out[11];

  g_return_val_if_fail (XB_IS_WORKDAYS (self), NULL);

  if (!xb_day_parse (day, &start, error) || !xb_day_parse ("1900-01-01", &first, error)
      || !xb_day_parse ("2999-12-31", &last, error))
    return NULL;
  if (n < -XB_WORKDAYS_MOST || n > XB_WORKDAYS_MOST)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("%d working days are too many to count; give at most %d"), n, XB_WORKDAYS_MOST);
      return NULL;
    }
  julian = start;
  for (int left = n == 0 ? !is_workday (self, start) : ABS (n); left > 0; left -= is_workday (self, julian))
    {
      if (julian == (step < 0 ? first : last))
        {
          g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                       _("%d working days from %s lead out of the years 1900 to 2999; give fewer"), n, day);
          return NULL;
        }
      julian += step;
    }
  set_flag (estimated, is_estimated (self, MIN (start, julian), MAX (start, julian)));
  xb_day_format (julian, out);
  return g_strdup (out);
}

/* Monday to Friday up to and including @julian, counted from GDate's day 1, a Monday. */
static int
weekdays_until (guint32 julian)
{
  return (int) (julian / 7 * 5 + MIN (julian % 7, 5));
}

/* Working days after @first up to and including @last. */
static int
count (XbWorkdays *self,
       guint32     first,
       guint32     last)
{
  int days = weekdays_until (last) - weekdays_until (first);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->calendar.days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint32 julian = GPOINTER_TO_UINT (key);
      const XbSpecialDay *special = value;

      if (julian > first && julian <= last)
        days += (int) special->work - (int) !is_weekend (julian);
    }
  return days;
}

/**
 * xb_workdays_between:
 * @from: an ISO date
 * @until: an ISO date
 * @days: (out): working days after @from up to and including @until. Where @until is before @from it is the
 *   same count from @until to @from with a minus, so that swapping the days only changes the sign
 * @estimated: (out) (optional): a day of the span lies in a year without a published calendar
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: whether both are days
 */
gboolean
xb_workdays_between (XbWorkdays *self,
                     const char *from,
                     const char *until,
                     int        *days,
                     gboolean   *estimated,
                     GError    **error)
{
  guint32 start, end;

  g_return_val_if_fail (XB_IS_WORKDAYS (self), FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  if (!xb_day_parse (from, &start, error) || !xb_day_parse (until, &end, error))
    return FALSE;
  *days = start <= end ? count (self, start, end) : -count (self, end, start);
  set_flag (estimated, is_estimated (self, MIN (start, end), MAX (start, end)));
  return TRUE;
}
