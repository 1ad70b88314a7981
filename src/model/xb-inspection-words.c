/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-words.h"
#include "xb-lifecycle.h"
#include "xb-number-rates.h"
#include "xb-phone.h"

const char *
xb_inspection_section_get_title (XbInspectionSection section)
{
  static const char *const titles[] = {
    N_("What phones show"), N_("Labels that are over"), N_("Is it still true"), N_("Figures of the last month"),
    N_("Papers and contracts"),
  };

  g_return_val_if_fail (section < G_N_ELEMENTS (titles), "");

  return _(titles[section]);
}

const char *
xb_inspection_result_get_title (XbInspectionResult result)
{
  static const char *const titles[] = {
    NC_("inspection", "To do"), NC_("inspection", "Passed"), NC_("inspection", "Failed"), NC_("inspection", "Skipped"),
  };

  g_return_val_if_fail (result < G_N_ELEMENTS (titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "inspection", titles[result]);
}

const char *
xb_inspection_change_get_title (XbInspectionChange change)
{
  static const char *const titles[] = {
    "", N_("new"), N_("worse than last time"), N_("better than last time"), N_("as bad as last time"),
    N_("no longer there"),
  };

  g_return_val_if_fail (change < G_N_ELEMENTS (titles), "");

  return *titles[change] != '\0' ? _(titles[change]) : "";
}

const char *
xb_inspection_rhythm_get_title (XbInspectionRhythm rhythm)
{
  return rhythm == XB_INSPECTION_RHYTHM_FORTNIGHTLY ? _("Every two weeks") : _("Every month");
}

const char *
xb_recognition_get_title (XbRecognition recognition)
{
  static const char *const titles[] = {
    NC_("recognition", "Not looked at"), NC_("recognition", "On"), NC_("recognition", "Off"),
  };

  g_return_val_if_fail (recognition < G_N_ELEMENTS (titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "recognition", titles[recognition]);
}

const char *
xb_network_get_title (XbNetwork network)
{
  static const char *const titles[] = {
    NC_("network", "Not noted"), NC_("network", "Wi-Fi"), NC_("network", "Mobile data"),
  };

  g_return_val_if_fail (network < G_N_ELEMENTS (titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "network", titles[network]);
}

/* Topics: what stands in the list, and what is to be looked at. Translators: leave the words in braces as they are;
 * they are replaced. */
static const struct
{
  const char *topic;
  const char *title;
  const char *question;
} topics[] = {
  { "display", N_("{number} on {handset} ({platform})"),
    N_("Call a {handset} phone from {number} and look what it shows.") },
  { "stale", N_("The old label of {number} at {platform}"),
    N_("“{name}” is over. Does {platform} show “{expected}” again?") },
  { "address", N_("The address"), N_("Is the address still this one, on every platform?") },
  { "name", N_("The name of the business"), N_("Is this still the name over the door?") },
  { "hours", N_("The opening hours"), N_("Do platforms and maps say the hours that hold now?") },
  { "hours-of", N_("The opening hours of {number}"), N_("Do platforms and maps say these hours for {number}?") },
  { "use", N_("What {number} is for"), N_("Is {number} still used for this, and answered?") },
  { "data", N_("The report of {name}"), N_("Take in what the platforms reported of {name}, and read it.") },
  { "answered", N_("The answer rate of {name}"), N_("Of the calls made in {name}, at least 65 % were answered?") },
  { "complaints", N_("Complaints in {name}"), N_("No number had 3 complaints on one day?") },
  { "marks", N_("Marks in {name}"), N_("No number was marked 5 times on one day?") },
  { "licence", N_("The business licence"), N_("The licence ends before the next inspection. Is the new one under way?") },
  { "material", N_("The paper “{name}”"), N_("It ends before the next inspection. Is the new one there?") },
  { "nda", N_("The agreement with {platform}"),
    N_("It ends before the next inspection; without it no papers go there. Is it renewed?") },
  { "mark", N_("The mark “{name}”"), N_("Its registration ends before the next inspection. Is it renewed?") },
  { "contract", N_("{number} at {platform}"),
    N_("The certification ends before the next inspection. Is it renewed?") },
  { "edits", N_("Free edits left at {platform}"), N_("How many labels can still be changed for nothing.") },
  { "ending", N_("Papers and contracts"), N_("Nothing ends before the next inspection.") },
};

/* "2026-10", of a report, as people say a month. */
static char *
dup_name (XbInspectionItem *self)
{
  const char *name = xb_inspection_item_get_name (self);
  int year, month;

  if (name == NULL || xb_inspection_item_get_section (self) != XB_INSPECTION_SECTION_REPORT ||
      sscanf (name, "%4d-%2d", &year, &month) != 2)
    return g_strdup (name);
  /* Translators: a month: the year, then the month */
  return g_strdup_printf (C_("month", "%1$d-%2$02d"), year, month);
}

/* A sentence with its words put in; words that are missing leave a dash. */
static char *
put_in (const char       *pattern,
        XbInspectionItem *self,
        const char       *platform_name)
{
  g_autofree char *number = NULL;
  int brand = -1;
  GString *out = g_string_new (pattern);
  const char *platform = platform_name != NULL ? platform_name : xb_inspection_item_get_platform (self);
  g_autofree char *name = dup_name (self);
  const char *expected = xb_inspection_item_get_expected (self);

  if (xb_inspection_item_get_e164 (self) != NULL)
    number = xb_phone_format (xb_inspection_item_get_e164 (self));
  xb_enum_from_nick (XB_TYPE_HANDSET, xb_inspection_item_get_handset (self), &brand);
  g_string_replace (out, "{number}", number != NULL ? number : "–", 0);
  g_string_replace (out, "{platform}", platform != NULL ? platform : "–", 0);
  g_string_replace (out, "{handset}", brand >= 0 ? xb_handset_get_title (brand) : "–", 0);
  g_string_replace (out, "{expected}", expected != NULL ? expected : "–", 0);
  g_string_replace (out, "{name}", name != NULL ? name : "–", 0);
  return g_string_free (out, FALSE);
}

static guint
find_topic (XbInspectionItem *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].topic, xb_inspection_item_get_topic (self)) == 0)
      return i;
  return G_N_ELEMENTS (topics);
}

/** xb_inspection_item_dup_title: Returns: (transfer full): the item in a list */
char *
xb_inspection_item_dup_title (XbInspectionItem *self,
                              const char       *platform_name)
{
  guint topic = find_topic (self);

  return topic < G_N_ELEMENTS (topics) ? put_in (_(topics[topic].title), self, platform_name)
                                       : g_strdup (xb_inspection_item_get_key (self));
}

/** xb_inspection_item_dup_question: Returns: (transfer full): what is to be done and looked at */
char *
xb_inspection_item_dup_question (XbInspectionItem *self,
                                 const char       *platform_name)
{
  guint topic = find_topic (self);

  return topic < G_N_ELEMENTS (topics) ? put_in (_(topics[topic].question), self, platform_name) : g_strdup ("");
}

/**
 * xb_inspection_item_dup_found:
 *
 * Returns: (transfer full): the figures that the program found, "61.2 % (881 of 1,440 calls)"; "" where there are none
 */
char *
xb_inspection_item_dup_found (XbInspectionItem *self)
{
  const char *topic = xb_inspection_item_get_topic (self);
  gint64 value = xb_inspection_item_get_value (self), total = xb_inspection_item_get_total (self);

  if (g_strcmp0 (topic, "answered") == 0 && total > 0)
    return xb_number_rate_dup_words (&(XbNumberRate) { NULL, value, total });
  if (g_strcmp0 (topic, "data") == 0 && total > 0)
    return g_strdup_printf (_("%" PRId64 " of %" PRId64 " days are in"), value, total);
  if ((g_strcmp0 (topic, "marks") == 0 || g_strcmp0 (topic, "complaints") == 0) && total >= 0)
    return g_strdup_printf (_("%" PRId64 " in all, %" PRId64 " on the worst day of a number"), value, total);
  if (g_strcmp0 (topic, "edits") == 0)
    return g_strdup_printf (_("%" PRId64 " of %" PRId64 " left"), value, total);
  return g_strdup ("");
}
