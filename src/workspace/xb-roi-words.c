/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "xb-count.h"
#include "xb-day.h"
#include "xb-money.h"
#include "xb-roi-words.h"

#define MINUS "\u2212"

/** xb_share_dup_text: Returns: @share × 100 with one digit; "+7.0" where it is a difference. Never "-0.0" */
char *
xb_share_dup_text (double   share,
                   gboolean sign)
{
  double tenths = round (share * 1000);

  return g_strdup_printf ("%s%.1f", tenths < 0 ? MINUS : sign && tenths > 0 ? "+" : "", fabs (tenths) / 10);
}

static gboolean
has_months (const XbRoi *roi)
{
  return roi->payback.before.calls != roi->comparison->totals_before.calls ||
         roi->payback.after.calls != roi->comparison->totals_after.calls;
}

/**
 * xb_roi_get_effect:
 *
 * Returns: what may be claimed: of days that differ much more than chance makes them, only what holds for them too
 */
XbEffect
xb_roi_get_effect (const XbRoi *roi)
{
  const XbSpread *spread = &roi->comparison->spread;
  XbEffect effect = roi->payback.answered.effect;

  if (!roi->payback.answered.known || has_months (roi) || !spread->known || spread->effect == effect)
    return effect;
  return spread->effect == XB_EFFECT_NO_DIFFERENCE ? effect : XB_EFFECT_TOO_FEW_CALLS;
}

/* 花费 480 元，多接通 312 通，每通 1.5 元; calls gained or lost only where that is proven */
static void
say_cost (GString     *out,
          const XbRoi *roi)
{
  const XbPayback *payback = &roi->payback;
  XbEffect effect = xb_roi_get_effect (roi);
  g_autofree char *cost = xb_money_format (payback->cost);
  g_autofree char *extra = xb_count_format (ABS (payback->extra_answered.rounded));

  g_string_append (out, _(", "));
  if (payback->cost > 0)
    g_string_append_printf (out, _("spent %s yuan"), cost);
  else
    g_string_append (out, _("nothing was spent"));
  if ((effect != XB_EFFECT_UP && effect != XB_EFFECT_DOWN) || payback->extra_answered.rounded == 0)
    return;
  g_string_append (out, _(", "));
  g_string_append_printf (out, payback->extra_answered.rounded > 0 ? _("%s more calls answered") : _("%s fewer calls answered"),
                          extra);
  if (payback->cost > 0 && payback->per_answered.known)
    {
      g_autofree char *each = xb_money_format (payback->per_answered.fen);

      g_string_append (out, _(", "));
      g_string_append_printf (out, _("%s yuan each"), each);
    }
}

/** xb_roi_dup_sentence: Returns: the answer, first of all */
char *
xb_roi_dup_sentence (const XbRoi *roi)
{
  const XbPayback *payback = &roi->payback;
  const XbDifference *answered = &payback->answered;
  g_autofree char *before = xb_share_dup_text (answered->before.rate, FALSE);
  g_autofree char *after = xb_share_dup_text (answered->after.rate, FALSE);
  g_autofree char *difference = xb_share_dup_text (answered->difference, TRUE);
  g_autofree char *low = xb_share_dup_text (answered->low, TRUE);
  g_autofree char *high = xb_share_dup_text (answered->high, TRUE);
  GString *out;

  if (!answered->known)
    return g_strdup (payback->before.calls == 0 && payback->after.calls == 0
                     ? _("No figures for these days: nobody can tell. Import a report with these days.")
                     : payback->before.calls == 0
                     ? _("No calls in the days before: nobody can tell. Choose other days, or import a report with them.")
                     : _("No calls in the days after: nobody can tell. Choose other days, or import a report with them."));
  out = g_string_new (NULL);
  g_string_append_printf (out, _("Answer rate %s%% → %s%%, %s percentage points [%s, %s]"), before, after, difference, low, high);
  say_cost (out, roi);
  g_string_append (out, _("."));
  return g_string_free (out, FALSE);
}

static char *
dup_too_few (gint64 needed,
             gint64 before,
             gint64 after)
{
  g_autofree char *enough = xb_count_format (needed), *first = xb_count_format (before), *second = xb_count_format (after);

  return g_strdup_printf (_("Too few calls to tell: about %s in each period would be enough; there are %s and %s."), enough,
                          first, second);
}

/* What can be claimed of it. */
static char *
dup_verdict (const XbRoi *roi)
{
  const XbDifference *answered = &roi->payback.answered;
  gint64 needed = MAX (answered->calls_needed, roi->comparison->spread.calls_needed);

  if (!answered->known)
    return NULL;
  switch (xb_roi_get_effect (roi))
    {
    case XB_EFFECT_UP:
      return g_strdup (_("More calls are answered, and that is no chance."));
    case XB_EFFECT_DOWN:
      return g_strdup (_("Fewer calls are answered, and that is no chance."));
    case XB_EFFECT_NO_DIFFERENCE:
      return g_strdup (_("Nothing changed that matters: less than 5 percentage points either way."));
    case XB_EFFECT_TOO_FEW_CALLS:
    default:
      if (needed <= 0)
        return g_strdup (_("Too few calls to tell."));
      return dup_too_few (needed, roi->payback.before.calls, roi->payback.after.calls);
    }
}

static char *
dup_return (const XbPayback *payback)
{
  g_autofree char *profit = xb_money_format (payback->profit.value);
  g_autofree char *low = xb_money_format (payback->profit.low);
  g_autofree char *high = xb_money_format (payback->profit.high);
  g_autofree char *roi = xb_share_dup_text (payback->roi.value / (double) XB_BASIS_POINTS, TRUE);

  switch (payback->pays)
    {
    case XB_PAYS_YES:
      return g_strdup_printf (_("It pays: %s yuan more were earned [%s, %s], a return of %s%%."), profit, low, high, roi);
    case XB_PAYS_NO:
      return g_strdup_printf (_("It does not pay: %s yuan were earned for it [%s, %s], a return of %s%%."), profit, low, high, roi);
    case XB_PAYS_UNSURE:
      return g_strdup_printf (_("Whether it pays is not certain: %s yuan were earned for it, anything from %s to %s."),
                              profit, low, high);
    case XB_PAYS_FREE:
      return g_strdup_printf (_("It cost nothing in these days; %s yuan were earned for it [%s, %s]."), profit, low, high);
    case XB_PAYS_NO_MARGIN:
      return g_strdup (_("Enter the margin, what is left of the revenue, to see whether it pays."));
    case XB_PAYS_NO_REVENUE:
      return g_strdup (_("No orders and revenue are reported for both periods, so the money that it brought is not known."));
    case XB_PAYS_NO_CALLS:
    default:
      return NULL;
    }
}

/** xb_roi_dup_money: Returns: (nullable): whether it pays */
char *
xb_roi_dup_money (const XbRoi *roi)
{
  return dup_return (&roi->payback);
}

static char *
dup_incident (const XbRoiChange *change,
              const char        *day)
{
  g_autofree char *days = *change->until != '\0' ? xb_day_dup_span (change->day, change->until)
                                                 : g_strdup_printf (_("since %s"), day);

  if (change->numbers > 1)
    return g_strdup_printf (_("%s: incidents of %u numbers"), days, change->numbers);
  if (change->text != NULL && *change->text != '\0')
    return g_strdup_printf (_("%s: incident, shown as “%s”"), days, change->text);
  return g_strdup_printf (_("%s: incident"), days);
}

/** xb_roi_change_dup_text: Returns: what happened, with its day */
char *
xb_roi_change_dup_text (const XbRoiChange *change)
{
  g_autofree char *day = xb_day_dup_label_with_year (change->day);

  if (change->kind == XB_ROI_INCIDENT)
    return dup_incident (change, day);
  if (change->kind == XB_ROI_CERTIFIED)
    return g_strdup_printf (change->numbers > 1 ? _("%s: %u numbers certified") : _("%s: certified"), day, change->numbers);
  if (change->numbers > 1)
    return g_strdup_printf (_("%s: labels of %u numbers changed"), day, change->numbers);
  return g_strdup_printf (_("%s: label changed to “%s”"), day, change->text);
}

static void
take (GPtrArray *notes,
      char      *note)
{
  if (note != NULL)
    g_ptr_array_add (notes, note);
}

static void
say_changes (const XbRoi *roi,
             GPtrArray   *notes)
{
  guint others = 0;

  for (guint i = 0; i < roi->changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, i);
      g_autofree char *text = xb_roi_change_dup_text (change);

      if (change->days_excluded > 0)
        take (notes, g_strdup_printf (_("%s; %d days are left out for it."), text, change->days_excluded));
      else if (change->together)
        take (notes, g_strdup_printf (_("%s, between the two periods."), text));
      else if (change->subject)
        take (notes, g_strdup_printf (_("%s."), text));
      else
        others++;
    }
  if (others > 0)
    take (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more change of single numbers falls into these days.",
                                               "%u more changes of single numbers fall into these days.", others), others));
}

static char *
dup_control (const XbRoi *roi)
{
  const XbControlled *controlled;
  g_autofree char *difference = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  guint n = roi->control_numbers;

  if (roi->control == NULL || !roi->control->controlled.known)
    return NULL;
  controlled = &roi->control->controlled;
  difference = xb_share_dup_text (controlled->difference, TRUE);
  low = xb_share_dup_text (controlled->low, TRUE);
  high = xb_share_dup_text (controlled->high, TRUE);
  if (roi->control_kind == XB_ROI_CONTROL_YEAR)
    return g_strdup_printf (_("Less what the same weeks of the year before did: %s percentage points [%s, %s]."), difference,
                            low, high);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Against %u number that did not change: %s percentage points [%s, %s].",
                                       "Against %u numbers that did not change: %s percentage points [%s, %s].", n), n,
                          difference, low, high);
}

/* A loss is named where it is proven, by the days too; else that it is not. */
static char *
dup_loss (const XbRoi *roi)
{
  const XbIncidentLoss *loss = &roi->loss;
  g_autofree char *calls = xb_count_format (ABS (loss->lost.rounded));

  if (!roi->has_loss || !roi->payback.answered.known)
    return NULL;
  if (!loss->known || !loss->proven || xb_roi_get_effect (roi) != XB_EFFECT_DOWN)
    return g_strdup (_("That the incident cost calls is not proven."));
  return g_strdup_printf (_("The incident cost %s answered calls: as many as %.1f usual days bring [%.1f, %.1f]."), calls,
                          loss->days_lost, loss->days_low, loss->days_high);
}

/** xb_roi_dup_notes: Returns: (array zero-terminated=1): what has to be known beside the answer, a sentence each */
char **
xb_roi_dup_notes (const XbRoi *roi)
{
  GPtrArray *notes = g_ptr_array_new ();

  take (notes, dup_verdict (roi));
  if (roi->payback.answered.known && roi->payback.answered.effect < XB_EFFECT_NO_DIFFERENCE &&
      xb_roi_get_effect (roi) == XB_EFFECT_TOO_FEW_CALLS)
    take (notes, g_strdup (_("The days differ among themselves more than chance makes them, so the difference may be theirs.")));
  take (notes, dup_loss (roi));
  take (notes, dup_control (roi));
  say_changes (roi, notes);
  if (roi->cost_indicative > 0)
    {
      g_autofree char *money = xb_money_format (roi->cost_indicative);

      take (notes, g_strdup_printf (_("Of the cost %s yuan are the platforms' figures; enter what was really paid."), money));
    }
  if (roi->cost_shared > 0)
    {
      g_autofree char *money = xb_money_format (roi->cost_shared);

      take (notes, g_strdup_printf (_("%s yuan more were spent in these days for no number in particular."), money));
    }
  if (roi->cut_months > 0)
    take (notes, g_strdup_printf (_("%" PRId64 " months that were reported as a whole reach over an end of a period and are "
                                    "left out."), roi->cut_months));
  g_ptr_array_add (notes, NULL);
  return (char **) g_ptr_array_free (notes, FALSE);
}

const char *
xb_roi_change_nick (XbRoiChangeKind kind)
{
  static const char *const nicks[] = { [XB_ROI_CERTIFIED] = "certified", [XB_ROI_LABEL] = "label", [XB_ROI_INCIDENT] = "incident" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), "");

  return nicks[kind];
}

const char *
xb_roi_control_nick (XbRoiControl kind)
{
  static const char *const nicks[] = {
    [XB_ROI_CONTROL_NONE] = "none", [XB_ROI_CONTROL_NUMBERS] = "numbers", [XB_ROI_CONTROL_YEAR] = "year-before",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), "");

  return nicks[kind];
}

/** xb_pays_get_nick: Returns: the answer as a word of the command line */
const char *
xb_pays_get_nick (XbPays pays)
{
  static const char *const nicks[] = {
    [XB_PAYS_YES] = "yes", [XB_PAYS_NO] = "no", [XB_PAYS_UNSURE] = "unsure", [XB_PAYS_FREE] = "free",
    [XB_PAYS_NO_MARGIN] = "no-margin", [XB_PAYS_NO_REVENUE] = "no-revenue", [XB_PAYS_NO_CALLS] = "no-calls",
  };

  g_return_val_if_fail (pays < G_N_ELEMENTS (nicks), "");

  return nicks[pays];
}
