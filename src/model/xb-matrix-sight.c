/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-matrix-sight.h"

/**
 * xb_sight_judge:
 * @seen_on: (nullable): the day on which it was looked at
 * @before: it passed the time before
 *
 * Returns: what that is worth on @today
 */
XbSight
xb_sight_judge (const char *seen_on,
                gboolean    passed,
                gboolean    before,
                const char *today)
{
  g_autofree char *until = NULL;

  if (seen_on == NULL)
    return XB_SIGHT_NEVER;
  if (!passed)
    return before ? XB_SIGHT_GONE : XB_SIGHT_WRONG;
  until = xb_day_add_months (seen_on, 1);
  return strcmp (until, today) < 0 ? XB_SIGHT_OLD : XB_SIGHT_FRESH;
}

/** xb_sight_get_title: Returns: the word that people read, translated */
const char *
xb_sight_get_title (XbSight sight)
{
  static const char *const titles[] = { NC_("sight", "Never seen"), NC_("sight", "Shows"), NC_("sight", "Out of date"), NC_("sight", "Wrong"),
                                      NC_("sight", "No longer") };

  g_return_val_if_fail (sight < G_N_ELEMENTS (titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "sight", titles[sight]);
}

/* "huawei:1790000000:1:12,1780000000:0:11;xiaomi:": of each brand the last two looks, the last one first: instant,
 * passed, item. */
static const char *
find_brand (const char *packed,
            const char *brand)
{
  gsize length = strlen (brand);

  for (const char *c = packed; c != NULL; c = strchr (c, ';'))
    {
      c += *c == ';';
      if (strncmp (c, brand, length) == 0 && c[length] == ':')
        return c + length + 1;
    }
  return NULL;
}

/* Returns: what follows, NULL where no look is written */
static const char *
read_look (const char *written,
           gint64     *at,
           gboolean   *passed,
           gint64     *item)
{
  char *rest;

  *at = g_ascii_strtoll (written, &rest, 10);
  if (rest == written || rest[0] != ':' || rest[1] == '\0' || rest[2] != ':')
    return NULL;
  *passed = rest[1] == '1';
  *item = g_ascii_strtoll (rest + 3, &rest, 10);
  return rest;
}

/** xb_matrix_row_get_sight: @sight: (out): what that brand was last seen to show */
void
xb_matrix_row_get_sight (XbMatrixRow   *self,
                         XbHandset      handset,
                         const char    *today,
                         XbMatrixSight *sight)
{
  const char *found = find_brand (xb_matrix_row_get_sights (self), xb_enum_to_nick (XB_TYPE_HANDSET, handset));
  g_autofree char *day = NULL;
  gint64 at, item;

  *sight = (XbMatrixSight) { .state = XB_SIGHT_NEVER };
  found = found != NULL ? read_look (found, &sight->at, &sight->passed, &sight->item) : NULL;
  if (found == NULL)
    return;
  if (*found == ',')
    read_look (found + 1, &at, &sight->before, &item);
  day = xb_instant_to_day (sight->at);
  sight->age = MAX (0, xb_day_diff (day, today)); /* a clock that was set back makes nothing younger than new */
  sight->state = xb_sight_judge (day, sight->passed, sight->before, today);
}
