/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-format.h"
#include "xb-year-words.h"

/** xb_year_dup_span: @until: (nullable): without an end */
char *
xb_year_dup_span (const char *from,
                  const char *until,
                  const char *today)
{
  g_autofree char *first = xb_format_day (from, today);
  g_autofree char *last = until != NULL ? xb_format_day (until, today) : NULL;

  return last != NULL ? g_strdup_printf (_("%1$s to %2$s"), first, last) : g_strdup_printf (_("from %s"), first);
}

char *
xb_bar_dup_days (const XbYearBar *bar,
                 const char      *today)
{
  return xb_year_dup_span (bar->from, bar->until, today);
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/** xb_bar_dup_facts: @platform: (nullable): the name of the only platform; the days, the numbers, the campaign */
char *
xb_bar_dup_facts (const XbYearBar *bar,
                  const char      *today,
                  const char      *platform)
{
  g_autofree char *days = xb_bar_dup_days (bar, today);
  g_autofree char *count = xb_format_count (bar->numbers);
  g_autofree char *numbers = bar->numbers == 0
                               ? g_strdup (_("no label yet"))
                               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s number", "%s numbers", bar->numbers),
                                                  count);
  g_autofree char *campaign = bar->campaign_name != NULL && bar->numbers > 0
                                ? g_strdup_printf (_("campaign %s"), bar->campaign_name) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  add_part (text, days);
  add_part (text, numbers);
  add_part (text, campaign);
  add_part (text, platform);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** xb_bar_dup_overlap: (nullable): with what it overlaps, and which of the two is seen */
char *
xb_bar_dup_overlap (const XbYearBar *bar,
                    const char      *today)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < bar->overlaps->len; i++)
    {
      const XbYearOverlap *overlap = &g_array_index (bar->overlaps, XbYearOverlap, i);
      g_autofree char *days = xb_year_dup_span (overlap->from, overlap->until, today);
      g_autofree char *part =
        g_strdup_printf (overlap->hidden ? _("Overlaps “%1$s” %2$s: the other one shows")
                                         : _("Overlaps “%1$s” %2$s: this one shows"), overlap->other->text, days);

      add_part (text, part);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/** xb_bar_dup_marks: (nullable): by when the change and what returns after it are handed in */
char *
xb_bar_dup_marks (const XbYearBar *bar,
                  const char      *today)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean said[2] = { FALSE, FALSE };

  for (guint i = 0; i < bar->marks->len; i++)
    {
      const XbYearMark *mark = &g_array_index (bar->marks, XbYearMark, i);
      gboolean back = mark->kind == XB_CHANGE_KIND_RESTORE;
      g_autofree char *day = xb_format_day (mark->day, today);
      g_autofree char *part = g_strdup_printf (back ? _("▲ hand the way back in by %s") : _("▼ hand in by %s"), day);

      if (said[back]) /* platforms differ: the first day counts */
        continue;
      said[back] = TRUE;
      add_part (text, part);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
xb_gap_dup_words (const XbYearGap *gap,
                  const char      *today)
{
  g_autofree char *days = xb_year_dup_span (gap->from, gap->until, today);
  g_autofree char *count = xb_format_count (gap->numbers);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: no label on %2$s number",
                                       "%1$s: no label on %2$s numbers", gap->numbers), days, count);
}
