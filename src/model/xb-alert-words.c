/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-words.h"
#include "xb-day.h"
#include "xb-phone.h"

static const char *const titles[XB_N_ALERT_MEASURES] = {
  [XB_ALERT_MEASURE_MARKS] = N_("Marks"),
  [XB_ALERT_MEASURE_COMPLAINTS] = N_("Complaints"),
  [XB_ALERT_MEASURE_ANSWER_RATE] = N_("Answer rate too low"),
  [XB_ALERT_MEASURE_ANSWER_FALL] = N_("Answer rate falling"),
  [XB_ALERT_MEASURE_DISPLAY_LOST] = N_("Display lost"),
  [XB_ALERT_MEASURE_DEADLINE] = N_("Deadline near"),
};

const char *
xb_alert_measure_get_title (XbAlertMeasure measure)
{
  return measure < XB_N_ALERT_MEASURES ? _(titles[measure]) : "";
}

static char *
dup_number (XbAlert *alert)
{
  const char *e164 = xb_alert_get_e164 (alert);

  return e164 != NULL ? xb_phone_format (e164) : g_strdup ("");
}

/** xb_alert_dup_title: Returns: (transfer full): what happened to which number */
char *
xb_alert_dup_title (XbAlert *alert)
{
  g_autofree char *number = dup_number (alert);
  int value = (int) xb_alert_get_value (alert);

  switch (xb_alert_get_measure (alert))
    {
    case XB_ALERT_MEASURE_MARKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$d mark a day", "%1$s: %2$d marks a day", (gulong) value),
                              number, value);
    case XB_ALERT_MEASURE_COMPLAINTS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$d complaint a day", "%1$s: %2$d complaints a day",
                                           (gulong) value), number, value);
    case XB_ALERT_MEASURE_ANSWER_RATE:
      return g_strdup_printf (_("%1$s: %2$.1f %% answered"), number, value / 10.0);
    case XB_ALERT_MEASURE_ANSWER_FALL:
      return g_strdup_printf (_("%1$s: %2$.1f %% answered, before it was %3$.1f %%"), number, value / 10.0,
                              (double) xb_alert_get_baseline (alert) / 10.0);
    case XB_ALERT_MEASURE_DISPLAY_LOST:
      return g_strdup_printf (_("%s no longer shows its name"), number);
    case XB_ALERT_MEASURE_DEADLINE:
    default:
      return g_strdup (xb_alert_get_detail (alert) != NULL ? xb_alert_get_detail (alert) : "");
    }
}

static char *
dup_days (XbAlert *alert)
{
  g_autofree char *first = xb_day_dup_label (xb_alert_get_first_day (alert));
  g_autofree char *last = xb_day_dup_label (xb_alert_get_last_day (alert));

  if (g_strcmp0 (first, last) == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (_("%1$s to %2$s"), first, last);
}

/** xb_alert_dup_detail: Returns: (transfer full): since when, and against which threshold */
char *
xb_alert_dup_detail (XbAlert *alert)
{
  g_autofree char *days = dup_days (alert);
  g_autofree char *last = xb_day_dup_label (xb_alert_get_last_day (alert));
  int threshold = (int) xb_alert_get_threshold (alert), calls = (int) xb_alert_get_calls (alert);

  switch (xb_alert_get_measure (alert))
    {
    case XB_ALERT_MEASURE_MARKS:
    case XB_ALERT_MEASURE_COMPLAINTS:
      return g_strdup_printf (_("%1$s · warns from %2$d a day"), days, threshold);
    case XB_ALERT_MEASURE_ANSWER_RATE:
      return g_strdup_printf (_("two weeks until %1$s, %2$d calls · warns under %3$d %%"),
                              last, calls, threshold);
    case XB_ALERT_MEASURE_ANSWER_FALL:
      return g_strdup_printf (_("two weeks until %1$s, %2$d calls, against the eight weeks before"),
                              last, calls);
    case XB_ALERT_MEASURE_DISPLAY_LOST:
      return g_strdup (xb_alert_get_detail (alert));
    case XB_ALERT_MEASURE_DEADLINE:
    default:
      return g_strdup_printf (_("due %s"), days);
    }
}

/** xb_alert_rule_dup_title: Returns: (transfer full): when it warns, in words */
char *
xb_alert_rule_dup_title (XbAlertMeasure measure,
                         gint64         threshold)
{
  int n = (int) threshold;

  switch (measure)
    {
    case XB_ALERT_MEASURE_MARKS:
      return g_strdup_printf (_("from %d marks a day"), n);
    case XB_ALERT_MEASURE_COMPLAINTS:
      return g_strdup_printf (_("from %d complaints a day"), n);
    case XB_ALERT_MEASURE_ANSWER_RATE:
      return g_strdup_printf (_("surely under %d %% over two weeks"), n);
    case XB_ALERT_MEASURE_ANSWER_FALL:
      return g_strdup_printf (_("surely %d points or more below the eight weeks before"), n);
    case XB_ALERT_MEASURE_DISPLAY_LOST:
      return g_strdup (_("as soon as a certification that showed is suspended or ends"));
    case XB_ALERT_MEASURE_DEADLINE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "from %d day before it is due", "from %d days before it is due",
                                           (gulong) n), n);
    }
}
