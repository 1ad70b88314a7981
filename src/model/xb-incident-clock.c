/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-incident-clock.h"

#define HOUR G_GINT64_CONSTANT (3600)

static const struct
{
  int         hours;
  const char *title;
} steps[XB_N_STEPS] = {
  [XB_STEP_KIND_APPEAL] = { 2, N_("File the appeal") },
  [XB_STEP_KIND_FOLLOW_UP] = { 24, N_("Follow it up") },
  [XB_STEP_KIND_NOTIFY] = { 48, N_("Tell customers") },
};

/* Re-marking clusters on these days after a mark was cleared (claimed by a public checklist). */
static const int recheck_days[XB_N_RECHECKS] = { 3, 7, 30 };

/** xb_incident_get_hours: Returns: how many hours after detection @step is due */
int
xb_incident_get_hours (XbStepKind step)
{
  g_return_val_if_fail (step < XB_N_STEPS, 0);

  return steps[step].hours;
}

/** xb_incident_get_due: Returns: UTC seconds */
gint64
xb_incident_get_due (gint64     detected_at,
                     XbStepKind step)
{
  return detected_at + xb_incident_get_hours (step) * HOUR;
}

/** xb_recheck_dup_day: Returns: (transfer full): the day in China on which to look again */
char *
xb_recheck_dup_day (gint64 cleared_at,
                    guint  index)
{
  g_autofree char *day = xb_instant_to_day (cleared_at);

  g_return_val_if_fail (index < XB_N_RECHECKS, NULL);

  return xb_day_add (day, recheck_days[index]);
}

const char *
xb_step_kind_get_title (XbStepKind step)
{
  g_return_val_if_fail (step < XB_N_STEPS, "");

  return _(steps[step].title);
}

/** xb_incident_dup_time_left: Returns: (transfer full): "1 h 20 min left", "35 min late" */
char *
xb_incident_dup_time_left (gint64 due_at,
                           gint64 now)
{
  gboolean late = now >= due_at;
  gint64 minutes = late ? (now - due_at) / 60 : (due_at - now + 59) / 60;
  int hours = (int) MIN (minutes / 60, G_MAXINT), rest = (int) (minutes % 60);

  if (hours >= 72)
    return g_strdup_printf (late ? _("%d days late") : _("%d days left"), hours / 24);
  if (hours > 0)
    return g_strdup_printf (late ? _("%1$d h %2$d min late") : _("%1$d h %2$d min left"), hours, rest);
  return g_strdup_printf (late ? _("%d min late") : _("%d min left"), rest);
}
