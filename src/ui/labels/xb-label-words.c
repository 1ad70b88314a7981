/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-format.h"
#include "xb-label-words.h"
#include "xb-money.h"
#include "xb-workdays.h"

char *
xb_label_dup_money (gint64 least,
                    gint64 most)
{
  g_autofree char *low = xb_money_format (least);
  g_autofree char *high = xb_money_format (most);

  return least == most ? g_strdup_printf (_("%s yuan"), high) : g_strdup_printf (_("%1$s to %2$s yuan"), low, high);
}

/** xb_free_edits_dup_words: how many edits are left in the contract year, and what the next costs */
char *
xb_free_edits_dup_words (const XbFreeEdits *edits,
                         const char        *today)
{
  g_autofree char *until = xb_format_day (edits->until, today);
  g_autofree char *fee = edits->fee_max >= 0 ? xb_label_dup_money (edits->fee_min, edits->fee_max) : NULL;

  if (edits->of < 0 || edits->left < 0)
    return g_strdup (_("Not known how many edits are free: ask the platform"));
  if (edits->left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d of %2$d free edit left until %3$s",
                                         "%1$d of %2$d free edits left until %3$s", edits->of), edits->left, edits->of, until);
  if (fee != NULL)
    return g_strdup_printf (_("No free edit left until %1$s; the next costs %2$s"), until, fee);
  return g_strdup_printf (_("No free edit left until %s; ask what the next costs"), until);
}

/** xb_plan_dup_cost: what it costs there, before it is saved */
char *
xb_plan_dup_cost (const XbLabelPlatformPlan *plan)
{
  g_autofree char *money = NULL;
  guint paid = plan->edits - MIN (plan->free_used, plan->edits);

  if (plan->edits == 0)
    return g_strdup (_("Nothing to change: it shows this already"));
  if (paid == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Free: takes %u free edit", "Free: takes %u free edits",
                                         plan->free_used), plan->free_used);
  if (plan->cost_max == 0)
    return g_strdup (_("No extra cost: edits that were planned already are not needed then"));
  if (plan->cost_max < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u edit; the fee is not known, ask the platform",
                                         "%u edits; the fee is not known, ask the platform", plan->edits),
                            plan->edits);
  money = xb_label_dup_money (plan->cost_min, plan->cost_max);
  if (plan->indicative)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s for %2$u edit, indicative",
                                         "%1$s for %2$u edits, indicative", paid), money, paid);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s for %2$u edit", "%1$s for %2$u edits", paid), money, paid);
}

/** xb_plan_dup_left: how many free edits are left then */
char *
xb_plan_dup_left (const XbLabelPlatformPlan *plan,
                  const char                *today)
{
  g_autofree char *until = plan->year_until != NULL ? xb_format_day (plan->year_until, today) : NULL;
  int left = plan->free_left - (int) plan->free_used;

  if (plan->free_of < 0 || plan->free_left < 0)
    return g_strdup (_("Not known how many edits are free: ask the platform"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "then %1$d of %2$d free edit left until %3$s",
                                       "then %1$d of %2$d free edits left until %3$s", plan->free_of), MAX (left, 0), plan->free_of, until != NULL ? until : "");
}

static char *
dup_day_left (const char *day,
              const char *today)
{
  g_autofree char *label = xb_format_day (day, today);
  g_autofree char *left = NULL;
  int days = 0;

  xb_workdays_between (xb_workdays_get_default (), today, day, &days, NULL, NULL);
  left = xb_format_left (day, today, days);
  return g_strdup_printf (_("%1$s (%2$s)"), label, left);
}

/** xb_plan_dup_days: by when to hand it in, and from when it shows */
char *
xb_plan_dup_days (const XbLabelPlatformPlan *plan,
                  const char                *today)
{
  g_autofree char *by = plan->file_by != NULL ? dup_day_left (plan->file_by, today) : NULL;
  g_autofree char *shows = plan->shows_from != NULL ? xb_format_day (plan->shows_from, today) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  if (by == NULL)
    return NULL;
  if (shows != NULL)
    g_string_append_printf (out, _("Hand in by %1$s; shows from %2$s"), by, shows);
  else
    g_string_append_printf (out, _("Hand in by %s; when it shows the platform does not say"), by);
  if (plan->late)
    g_string_append (out, _(" (later than wanted)"));
  if (plan->assumed)
    g_string_append (out, _(" (the platform gives no time: an allowance of ours)"));
  else if (plan->estimated)
    g_string_append (out, _(" (estimated: that year’s working days are not published yet)"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/** xb_plan_dup_restore: (nullable): when what returns has to be handed in */
char *
xb_plan_dup_restore (const XbLabelPlatformPlan *plan,
                     const char                *today)
{
  g_autofree char *day = plan->restore_by != NULL ? xb_format_day (plan->restore_by, today) : NULL;

  return day != NULL ? g_strdup_printf (_("Taking it down again: hand that in by %s"), day) : NULL;
}

/** xb_plan_dup_gap: (nullable): what callees see while the platform looks at it again */
char *
xb_plan_dup_gap (const XbLabelPlatformPlan *plan)
{
  if (plan->edits == 0)
    return NULL;
  if (plan->gap_days < 0)
    return g_strdup (_("Not known whether callees go on seeing the old label meanwhile: ask the platform"));
  if (plan->gap_days == 0)
    return g_strdup (_("Callees go on seeing the old label until the new one shows"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Callees see no label for about %d working day: the platform takes the old one "
                                       "down while it reviews the new one",
                                       "Callees see no label for about %d working days: the platform takes the old one "
                                       "down while it reviews the new one", plan->gap_days), plan->gap_days);
}

/** xb_plan_dup_total: the cost of all in a few words, for beside the button */
char *
xb_plan_dup_total (const XbLabelPlan *plan)
{
  g_autofree char *money = plan->cost_max > 0 ? xb_label_dup_money (plan->cost_min, plan->cost_max) : NULL;
  int left = G_MAXINT;
  guint edits = 0;

  for (guint i = 0; i < plan->platforms->len; i++)
    {
      const XbLabelPlatformPlan *one = g_ptr_array_index (plan->platforms, i);

      edits += one->edits;
      if (one->edits > 0 && one->free_left >= 0)
        left = MIN (left, MAX (one->free_left - (int) one->free_used, 0));
    }
  if (edits == 0 && plan->n_idle > 0 && plan->n_idle == plan->n_numbers)
    return g_strdup (_("Kept until the number is certified"));
  if (edits == 0)
    return g_strdup (_("Nothing to change"));
  if (money != NULL)
    return plan->cost_unknown ? g_strdup_printf (_("This time %s, and fees that are not known"), money)
                              : g_strdup_printf (_("This time %s"), money);
  if (plan->cost_unknown)
    return g_strdup (_("The fee is not known"));
  if (left == G_MAXINT)
    return g_strdup (_("Free this time"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Free this time, then %d free edit left",
                                       "Free this time, then %d free edits left", left), left);
}
