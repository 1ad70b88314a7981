/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-alert-look-private.h"
#include "xb-before-after.h"

/* Whether a rate is low is a question of proof: few calls prove nothing and raise no alarm. Ten thousand numbers are
 * asked every day, so a fall has to be surer than one that somebody looks at. */
#define LEVEL_OF_RATE 0.95
#define LEVEL_OF_FALL 0.99

static void
sum (const XbAlertDay *days,
     guint             n_days,
     guint             from,
     guint             until,
     gint64           *calls,
     gint64           *answered)
{
  *calls = *answered = 0;
  for (guint i = 0; i < n_days; i++)
    if (days[i].period >= from && days[i].period <= until && days[i].calls >= 0 && days[i].answered >= 0)
      {
        *calls += days[i].calls;
        *answered += days[i].answered;
      }
}

static gint64
per_mille (double rate)
{
  return (gint64) (rate * 1000 + 0.5);
}

/**
 * xb_alert_judge_rate:
 * @days: in order
 * @newest: the last day that counts
 * @threshold: per cent
 *
 * Returns: whether the whole interval of the last two weeks' rate (Wilson) lies under @threshold
 */
XbAlertRate
xb_alert_judge_rate (const XbAlertDay *days,
                     guint             n_days,
                     guint             newest,
                     gint64            threshold)
{
  XbAlertRate self = { 0 };
  gint64 answered;
  XbRate rate;

  sum (days, n_days, newest - MIN (newest, XB_ALERT_RECENT - 1), newest, &self.calls, &answered);
  rate = xb_rate_wilson (answered, self.calls, LEVEL_OF_RATE);
  self.known = rate.known;
  self.now = per_mille (rate.rate);
  self.low = rate.known && rate.high * 100 < threshold;
  return self;
}

/* Calls of one day are alike: an answer holds only if it holds with days that differ reckoned with. */
static gboolean
is_confirmed (const XbAlertDay *days,
              guint             n_days,
              XbSpan            before,
              XbSpan            after,
              const XbStandard *standard)
{
  g_autoptr(GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (XbMetricDay), n_days);
  g_autoptr(XbBeforeAfter) answer = NULL;

  for (guint i = 0; i < n_days; i++)
    if (days[i].calls >= 0 && days[i].answered >= 0 && days[i].answered <= days[i].calls)
      {
        XbMetricDay row = { .day = (int) days[i].period, .calls = days[i].calls, .answered = days[i].answered };

        g_array_append_val (rows, row);
      }
  answer = xb_before_after_new (&(XbQuestion) { .rows = (const XbMetricDay *) rows->data, .n_rows = rows->len,
                                                .before = before, .after = after, .standard = *standard }, NULL);
  return answer != NULL && answer->answered.effect == XB_EFFECT_DOWN &&
         (!answer->spread.known || answer->spread.effect == XB_EFFECT_DOWN);
}

/**
 * xb_alert_judge_fall:
 * @threshold: percentage points
 *
 * Returns: whether the last two weeks' rate has surely fallen against the eight weeks before, and by @threshold at least
 */
XbAlertRate
xb_alert_judge_fall (const XbAlertDay *days,
                     guint             n_days,
                     guint             newest,
                     gint64            threshold)
{
  const XbStandard standard = { LEVEL_OF_FALL, 0.05, 0.15 };
  const XbSpan after = { (int) newest - XB_ALERT_RECENT + 1, (int) newest };
  const XbSpan before = { after.from - XB_ALERT_PAST, after.from - 1 };
  XbAlertRate self = { 0 };
  gint64 calls_before, before_answered, answered;
  XbDifference difference;

  if (newest < XB_ALERT_DAYS)
    return self;
  sum (days, n_days, (guint) before.from, (guint) before.until, &calls_before, &before_answered);
  sum (days, n_days, (guint) after.from, (guint) after.until, &self.calls, &answered);
  difference = xb_difference_newcombe (before_answered, calls_before, answered, self.calls, &standard);
  self.known = difference.known;
  self.now = per_mille (difference.after.rate);
  self.before = per_mille (difference.before.rate);
  self.low = difference.known && difference.effect == XB_EFFECT_DOWN && difference.difference * 100 <= -threshold &&
             is_confirmed (days, n_days, before, after, &standard);
  return self;
}
