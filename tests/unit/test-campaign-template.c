/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-campaign-template.h"
#include "xb-day.h"

/* The templates by table: on which days, and whether these are certain. */

static const struct
{
  const char *key;
  const char *today;
  const char *from;
  const char *until;
  gboolean    estimated;
} cases[] = {
  /* published: the days off of the State Council's notice */
  { "spring-festival", "2026-01-10", "2026-02-15", "2026-02-23", FALSE },
  { "labour-day", "2026-03-01", "2026-05-01", "2026-05-05", FALSE },
  { "qingming", "2026-03-01", "2026-04-04", "2026-04-06", FALSE },
  { "new-year", "2025-12-01", "2026-01-01", "2026-01-03", FALSE },
  /* both festivals in one run of days off, and apart */
  { "mid-autumn-national-day", "2025-09-01", "2025-10-01", "2025-10-08", FALSE },
  { "mid-autumn-national-day", "2026-09-01", "2026-09-25", "2026-10-07", FALSE },
  { "mid-autumn-national-day", "2024-09-01", "2024-10-01", "2024-10-07", FALSE },
  /* not published yet: around the festival's own day */
  { "spring-festival", "2026-11-25", "2027-02-05", "2027-02-13", TRUE },
  { "labour-day", "2026-11-25", "2027-05-01", "2027-05-05", TRUE },
  /* on the festival itself: known for years */
  { "new-year-goods", "2026-11-25", "2027-01-09", "2027-01-29", FALSE },
  { "lantern", "2026-11-25", "2027-02-17", "2027-02-20", FALSE },
  { "dragon-boat", "2026-11-25", "2027-05-30", "2027-06-09", FALSE },
  { "mid-autumn", "2028-01-01", "2028-09-19", "2028-10-03", FALSE },
  /* days of the year: the one that is on counts, also over the turn of the year */
  { "618", "2026-06-18", "2026-06-01", "2026-06-18", FALSE },
  { "618", "2026-06-19", "2027-06-01", "2027-06-18", FALSE },
  { "hotpot", "2027-01-15", "2026-10-08", "2027-03-15", FALSE },
  { "hotpot", "2027-03-16", "2027-10-08", "2028-03-15", FALSE },
  { "double-11", "2026-11-25", "2027-10-31", "2027-11-11", FALSE },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XbCampaignTemplate *found = xb_campaign_templates_find (cases[i].key);
      char from[11], until[11];
      gboolean estimated;

      g_test_message ("%s on %s", cases[i].key, cases[i].today);
      g_assert_nonnull (found);
      g_assert_true (xb_campaign_template_find_days (found, xb_workdays_get_default (), cases[i].today, from, until,
                                                     &estimated));
      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (until, ==, cases[i].until);
      g_assert_cmpint (estimated, ==, cases[i].estimated);
    }
  g_assert_null (xb_campaign_templates_find ("nothing"));
}

/* Each has a name, a label, and days for years to come, in their order. */
static void
test_all (void)
{
  g_assert_cmpuint (xb_campaign_templates_get_n (), >=, 14);
  for (guint i = 0; i < xb_campaign_templates_get_n (); i++)
    {
      const XbCampaignTemplate *one = xb_campaign_templates_get (i);

      g_assert_true (xb_campaign_templates_find (xb_campaign_template_get_key (one)) == one);
      g_assert_cmpuint (strlen (xb_campaign_template_get_name (one)), >, 0);
      g_assert_true (g_str_is_ascii (xb_campaign_template_get_name (one)) ||
                     g_str_has_suffix (xb_campaign_template_get_name (one), "Year’s Day")); /* the tests read English */
      g_assert_nonnull (xb_campaign_template_get_labels (one)[0]);
      for (int year = 2026; year < 2032; year++)
        {
          g_autofree char *today = g_strdup_printf ("%d-01-01", year);
          char from[11], until[11];
          gboolean estimated;

          g_assert_true (xb_campaign_template_find_days (one, xb_workdays_get_default (), today, from, until, &estimated));
          g_assert_cmpint (xb_day_diff (from, until), >=, 0);
          g_assert_cmpint (xb_day_diff (today, until), <=, 800);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaign-template/days", test_days);
  g_test_add_func ("/campaign-template/all", test_all);
  return g_test_run ();
}
