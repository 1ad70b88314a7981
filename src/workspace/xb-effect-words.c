/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-count.h"
#include "xb-effect-words.h"
#include "xb-money.h"
#include "xb-roi-words.h"

/* So many comparisons at once find something by chance. */
#define MANY 20

/** xb_effect_get_title: Returns: the answer in a word or two, with a shape: colour says nothing on paper */
const char *
xb_effect_get_title (XbEffect effect)
{
  static const char *const titles[] = {
    [XB_EFFECT_UP] = N_("▲ risen"), [XB_EFFECT_DOWN] = N_("▼ fallen"), [XB_EFFECT_NO_DIFFERENCE] = N_("＝ no change"),
    [XB_EFFECT_TOO_FEW_CALLS] = N_("too few calls"),
  };

  g_return_val_if_fail (effect < G_N_ELEMENTS (titles), "");

  return _(titles[effect]);
}

/** xb_effect_dup_range: Returns: where the rate lies with 95 % certainty */
char *
xb_effect_dup_range (const XbRate *rate)
{
  g_autofree char *low = xb_share_dup_text (rate->low, FALSE);
  g_autofree char *high = xb_share_dup_text (rate->high, FALSE);

  return g_strdup_printf (_("%s%%–%s%%"), low, high);
}

static char *
dup_sums (const XbEffectFigures *figures)
{
  const XbMetricSums *sums = &figures->sums;
  XbRate rate = xb_effect_rate_of (sums);
  g_autofree char *title = xb_effect_period_dup_title (&figures->period);
  g_autofree char *calls = xb_count_format (sums->n[XB_METRIC_CALLS] > 0 ? sums->sum[XB_METRIC_CALLS] : sums->rated);
  g_autofree char *answered = xb_count_format (sums->sum[XB_METRIC_ANSWERED]);
  g_autofree char *share = xb_share_dup_text (rate.rate, FALSE);
  g_autofree char *range = xb_effect_dup_range (&rate);
  guint n = 0;

  for (guint i = 0; i < figures->numbers->len; i++)
    n += ((XbEffectNumber *) g_ptr_array_index (figures->numbers, i))->sums.rows > 0;
  if (sums->rows == 0)
    return g_strdup_printf (_("No figures are reported for %s. Whether it pays cannot be told until a report with these days is "
                              "imported."), title);
  if (!rate.known)
    return g_strdup_printf (_("In %1$s, %2$s calls were made from %3$u numbers; how many of them were answered is not reported."),
                            title, calls, n);
  return g_strdup_printf (_("In %1$s, %2$s calls were made from %3$u numbers, and %4$s of them were answered: an answer rate of "
                            "%5$s%% (95%% sure: %6$s)."), title, calls, n, answered, share, range);
}

static char *
dup_target (const XbEffectFigures *figures)
{
  XbRate rate = xb_effect_rate_of (&figures->sums);

  if (!rate.known)
    return NULL;
  if (rate.low >= XB_METRIC_GOOD_RATE)
    return g_strdup (_("That is above the mark of 65%, which the trade holds for good."));
  if (rate.high < XB_METRIC_GOOD_RATE)
    return g_strdup (_("That is below the mark of 65%, which the trade holds for good."));
  return g_strdup (_("Whether it reaches the mark of 65%, which the trade holds for good, cannot be told: it lies within what chance does."));
}

/* Sentences in Chinese follow each other without a space. */
static char *
join (GPtrArray *sentences)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      if (out->len > 0 && !g_str_has_suffix (out->str, "。"))
        g_string_append_c (out, ' ');
      g_string_append (out, g_ptr_array_index (sentences, i));
    }
  return g_string_free (out, FALSE);
}

static void
take (GPtrArray *sentences,
      char      *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

/** xb_effect_dup_lead: what happened in the time itself */
char *
xb_effect_dup_lead (const XbEffectFigures *figures)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  take (sentences, dup_sums (figures));
  take (sentences, dup_target (figures));
  return join (sentences);
}

/* Calls of which nobody said whether they were answered. */
static char *
dup_unrated (const XbEffectFigures *figures)
{
  const XbMetricSums *sums = &figures->sums;
  g_autofree char *n = xb_count_format (sums->sum[XB_METRIC_CALLS] - sums->rated);

  if (sums->sum[XB_METRIC_CALLS] <= sums->rated || sums->rated == 0)
    return NULL;
  return g_strdup_printf (_("Of %s calls it is not reported whether they were answered; they are not in the answer rate."), n);
}

static void
say_comparison (const XbEffectFigures *figures,
                GPtrArray             *sentences)
{
  /* what is still to be entered is told to the owner, and not to whoever gets the report */
  XbRoi roi = *figures->roi;
  g_autofree char *before = xb_effect_period_dup_title (&figures->before);
  g_autofree char *sentence = NULL;
  g_auto(GStrv) notes = NULL;

  if (figures->sums.rows == 0)
    return;
  roi.cost_indicative = 0;
  if (!roi.payback.answered.known)
    {
      take (sentences, g_strdup_printf (_("There are no calls in %s to compare with."), before));
      return;
    }
  sentence = xb_roi_dup_sentence (&roi);
  notes = xb_roi_dup_notes (&roi);
  take (sentences, g_strdup_printf (_("Against %1$s: %2$s"), before, sentence));
  for (guint i = 0; notes[i] != NULL; i++)
    take (sentences, g_strdup (notes[i]));
  if (roi.payback.pays != XB_PAYS_NO_MARGIN)
    take (sentences, xb_roi_dup_money (&roi));
}

static char *
dup_numbers (const XbEffectFigures *figures)
{
  guint n[XB_EFFECT_TOO_FEW_CALLS + 1] = { 0 }, all = 0;

  for (guint i = 0; i < figures->numbers->len; i++)
    {
      const XbEffectNumber *number = g_ptr_array_index (figures->numbers, i);

      if (number->answered.known)
        {
          n[number->effect]++;
          all++;
        }
    }
  if (all < 2)
    return NULL;
  return g_strdup_printf (_("Of %1$u numbers with calls in both periods the answer rate rose for %2$u, fell for %3$u and did not change "
                            "in a way that matters for %4$u; for %5$u there are too few calls to tell."), all, n[XB_EFFECT_UP],
                          n[XB_EFFECT_DOWN], n[XB_EFFECT_NO_DIFFERENCE], n[XB_EFFECT_TOO_FEW_CALLS]);
}

static char *
dup_costs (const XbEffectFigures *figures)
{
  g_autofree char *cost = xb_money_format (figures->cost);
  g_autofree char *budget = xb_money_format (figures->budget);
  g_autofree char *spent = xb_money_format (figures->spent);

  if (figures->cost == 0 && figures->budget == 0)
    return g_strdup (_("Nothing was spent in this time."));
  if (figures->budget == 0)
    return g_strdup_printf (_("%s yuan were spent in this time."), cost);
  return g_strdup_printf (_("%1$s yuan were spent in this time; since the beginning of the year %2$s of a budget of %3$s."), cost,
                          spent, budget);
}

static char *
dup_incidents (const XbEffectFigures *figures)
{
  guint closed = 0, in_time = 0, steps = 0;

  for (guint i = 0; i < figures->incidents->len; i++)
    {
      const XbEffectIncident *item = g_ptr_array_index (figures->incidents, i);

      closed += xb_incident_get_state (item->incident) == XB_INCIDENT_STATE_CLOSED;
      in_time += item->in_time;
      steps += item->steps;
    }
  if (figures->incidents->len == 0)
    return g_strdup (_("No number was wrongly marked or showed something wrong, as far as it is recorded."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u incident was open in this time, %2$u of them closed by now; %3$u of %4$u "
                                       "steps were done in time.", "%1$u incidents were open in this time, %2$u of them closed by now; %3$u of "
                                       "%4$u steps were done in time.", figures->incidents->len), figures->incidents->len, closed,
                          in_time, steps);
}

static char *
dup_inspections (const XbEffectFigures *figures)
{
  gint64 passed = 0, failed = 0;

  for (guint i = 0; i < figures->inspections->len; i++)
    {
      passed += xb_inspection_get_passed (g_ptr_array_index (figures->inspections, i));
      failed += xb_inspection_get_failed (g_ptr_array_index (figures->inspections, i));
    }
  if (figures->inspections->len == 0)
    return g_strdup (_("No inspection was finished in this time."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u inspection was finished: %2$d things were as they should be, %3$d were not.",
                                       "%1$u inspections were finished: %2$d things were as they should be, %3$d were not.",
                                       figures->inspections->len), figures->inspections->len, (int) passed, (int) failed);
}

static void
close_paragraph (GPtrArray *paragraphs,
                 GPtrArray *sentences)
{
  if (sentences->len > 0)
    g_ptr_array_add (paragraphs, join (sentences));
  g_ptr_array_set_size (sentences, 0);
}

/** xb_effect_dup_paragraphs: Returns: (array zero-terminated=1): what follows the lead */
char **
xb_effect_dup_paragraphs (const XbEffectFigures *figures)
{
  GPtrArray *paragraphs = g_ptr_array_new ();
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  say_comparison (figures, sentences);
  take (sentences, dup_unrated (figures));
  close_paragraph (paragraphs, sentences);
  take (sentences, dup_numbers (figures));
  close_paragraph (paragraphs, sentences);
  take (sentences, dup_costs (figures));
  take (sentences, dup_incidents (figures));
  take (sentences, dup_inspections (figures));
  close_paragraph (paragraphs, sentences);
  g_ptr_array_add (paragraphs, NULL);
  return (char **) g_ptr_array_free (paragraphs, FALSE);
}

/** xb_effect_dup_reserve: Returns: (nullable): what has to be known of the table of numbers */
char *
xb_effect_dup_reserve (const XbEffectFigures *figures)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (figures->numbers->len >= MANY)
    g_string_append_printf (out, _("Each number is judged for itself with 95%% certainty: of %1$u about %2$u would seem to have risen "
                                   "or fallen by chance alone."), figures->numbers->len, (figures->numbers->len + 10) / 20);
  if (figures->n_without > 0)
    {
      g_string_append (out, out->len > 0 ? " " : "");
      g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u number of the register has no figures in both periods and is not "
                                                "listed.", "%u numbers of the register have no figures in both periods and are not "
                                                "listed.", figures->n_without), figures->n_without);
    }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

/** xb_effect_dup_method: Returns: how it was reckoned, for whoever wants to reckon it again */
char *
xb_effect_dup_method (void)
{
  return g_strdup (_("The figures are those that platforms and telephone systems reported, by number and day; nothing is estimated. "
                     "The answer rate is the share of calls that were answered; where it lies, with a certainty of 95%, is its "
                     "interval after Wilson (1927). It is compared with the time of the same length before; days on which something else "
                     "changed for all numbers are left out. A difference is given in percentage points with its interval after "
                     "Newcombe (1998, method 10), and nothing is claimed that does not also hold where days differ more than chance "
                     "makes them. Too few calls: neither a difference nor its absence is proven. No change: a difference of 5 percentage "
                     "points or more is ruled out. More calls answered are those beyond what the calls "
                     "made would have brought at the answer rate before; what one of them cost is what was spent in this time "
                     "divided by them. Months that were reported as a whole count in the sums and in no day. Money is reckoned in "
                     "whole fen and rounded once, at the end."));
}
