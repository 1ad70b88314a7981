/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-inspection-rules.h"

/* The rules of the inspection. Pure: what they need is given to them. */

#define MEND_WORKING_DAYS 3 /* to mend what is wrong; papers have their own day */
#define INCIDENT_DAYS 2     /* the 48 hours of an incident, as a day */

/* At most by @day, on a working day: what phones show is never older than the rhythm says. Where only holidays lie
 * between, on the first working day behind them. */
static char *
move_to_workday (XbWorkdays *workdays,
                 const char *day,
                 const char *after,
                 gboolean   *estimated)
{
  g_autofree char *before = NULL;
  gboolean workday;

  if (!xb_workdays_check (workdays, day, &workday, NULL, estimated, NULL) || workday)
    return g_strdup (day);
  before = xb_workdays_add (workdays, day, -1, estimated, NULL);
  if (before != NULL && strcmp (before, after) > 0)
    return g_steal_pointer (&before);
  return xb_workdays_add (workdays, day, 0, estimated, NULL);
}

/**
 * xb_inspection_find_next_day:
 * @last: (nullable): the day of the last one that was signed
 * @first_live: (nullable): since when callers see a name
 * @today: ISO date
 * @estimated: (out): the day lies past the published calendar
 *
 * Returns: (transfer full) (nullable): when the next inspection is due, a working day; %NULL where no number shows
 *   anything that could be looked at
 */
char *
xb_inspection_find_next_day (XbWorkdays         *workdays,
                             XbInspectionRhythm  rhythm,
                             const char         *last,
                             const char         *first_live,
                             const char         *today,
                             gboolean           *estimated)
{
  const char *from = last != NULL ? last : first_live;
  g_autofree char *day = NULL;

  *estimated = FALSE;
  if (from == NULL)
    return NULL;
  day = rhythm == XB_INSPECTION_RHYTHM_FORTNIGHTLY ? xb_day_add (from, 14) : xb_day_add_months (from, 1);
  if (last != NULL)
    return move_to_workday (workdays, day, last, estimated);
  /* Whoever begins with this program has missed nothing. */
  if (strcmp (day, today) < 0)
    return xb_workdays_add (workdays, today, 0, estimated, NULL);
  return move_to_workday (workdays, day, from, estimated);
}

/** xb_inspection_judge_answered: Returns: open where nobody knows */
XbInspectionResult
xb_inspection_judge_answered (gint64 answered,
                              gint64 calls)
{
  if (calls <= 0)
    return XB_INSPECTION_RESULT_OPEN;
  return answered * 100 >= calls * XB_INSPECTION_LEAST_ANSWERED ? XB_INSPECTION_RESULT_PASS : XB_INSPECTION_RESULT_FAIL;
}

/** xb_inspection_judge_worst_day: @worst: of a number on one day; -1: not reported */
XbInspectionResult
xb_inspection_judge_worst_day (gint64 worst,
                               gint64 too_many)
{
  if (worst < 0)
    return XB_INSPECTION_RESULT_OPEN;
  return worst < too_many ? XB_INSPECTION_RESULT_PASS : XB_INSPECTION_RESULT_FAIL;
}

/** xb_inspection_judge_report: a report of half the days is one: shops have days off. Returns: pass or open */
XbInspectionResult
xb_inspection_judge_report (gint64 days,
                            gint64 of)
{
  return of > 0 && days * 2 >= of ? XB_INSPECTION_RESULT_PASS : XB_INSPECTION_RESULT_OPEN;
}

/** xb_inspection_compare: one item against the same one of the inspection before; open: it was not looked at */
XbInspectionChange
xb_inspection_compare (XbInspectionResult before,
                       XbInspectionResult now)
{
  gboolean judged = now == XB_INSPECTION_RESULT_PASS || now == XB_INSPECTION_RESULT_FAIL;

  if (!judged)
    return XB_INSPECTION_CHANGE_NONE;
  if (before == XB_INSPECTION_RESULT_OPEN)
    return XB_INSPECTION_CHANGE_NEW;
  if (now == XB_INSPECTION_RESULT_FAIL)
    return before == XB_INSPECTION_RESULT_FAIL ? XB_INSPECTION_CHANGE_STILL : XB_INSPECTION_CHANGE_WORSE;
  return before == XB_INSPECTION_RESULT_FAIL ? XB_INSPECTION_CHANGE_BETTER : XB_INSPECTION_CHANGE_NONE;
}

/** xb_inspection_shows_on: a handset maker shows names on its own phones alone */
gboolean
xb_inspection_shows_on (XbPlatformKind  kind,
                        const char     *platform,
                        XbHandset       handset)
{
  int brand;

  if (kind != XB_PLATFORM_KIND_HANDSET || !xb_enum_from_nick (XB_TYPE_HANDSET, platform, &brand))
    return TRUE;
  return brand == (int) handset;
}

/**
 * xb_inspection_dup_key:
 * @first, @second, @third: (nullable): what tells one item of the topic from another
 *
 * Returns: (transfer full): "display/+864006001825/cmcc/huawei": the same for the same thing in every inspection
 */
char *
xb_inspection_dup_key (const char *topic,
                       const char *first,
                       const char *second,
                       const char *third)
{
  const char *const parts[] = { topic, first, second, third };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", parts[i]);
  return g_string_free (out, FALSE);
}

/** xb_inspection_item_suggest_task: Returns: what usually has to be done where it fails */
XbInspectionTaskKind
xb_inspection_item_suggest_task (XbInspectionItem *self)
{
  const char *topic = xb_inspection_item_get_topic (self);

  if (xb_inspection_item_get_section (self) == XB_INSPECTION_SECTION_DISPLAY)
    return XB_INSPECTION_TASK_KIND_WRONG_INFO;
  if (xb_inspection_item_get_number_id (self) != 0 &&
      (g_strcmp0 (topic, "marks") == 0 || g_strcmp0 (topic, "complaints") == 0))
    return XB_INSPECTION_TASK_KIND_MARK;
  return XB_INSPECTION_TASK_KIND_MEND;
}

/** xb_inspection_item_knows_better: Returns: whether what was written down could take the place of what the register says */
gboolean
xb_inspection_item_knows_better (XbInspectionItem *self)
{
  static const char *const topics[] = { "address", "name", "hours", "hours-of", "use", NULL };
  const char *topic = xb_inspection_item_get_topic (self), *seen = xb_inspection_item_get_seen (self);

  return topic != NULL && g_strv_contains (topics, topic) && seen != NULL && *seen != '\0' &&
         g_strcmp0 (seen, xb_inspection_item_get_expected (self)) != 0;
}

/** xb_inspection_item_find_task_day: Returns: (transfer full): the day by which it is mended */
char *
xb_inspection_item_find_task_day (XbInspectionItem *self,
                                  XbWorkdays       *workdays,
                                  const char       *today)
{
  const char *due = xb_inspection_item_get_due (self);
  char *day;

  if (due != NULL && strcmp (due, today) > 0)
    return g_strdup (due);
  if (xb_inspection_item_suggest_task (self) != XB_INSPECTION_TASK_KIND_MEND)
    return xb_day_add (today, INCIDENT_DAYS);
  day = xb_workdays_add (workdays, today, MEND_WORKING_DAYS, NULL, NULL);
  return day != NULL ? day : xb_day_add (today, MEND_WORKING_DAYS);
}
