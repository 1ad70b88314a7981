/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-label-life.h"

#define TO(state) (1u << XB_CHANGE_STATE_##state)

/* What may follow what. A hand-in that was noted by mistake goes back to the plan; a refused one is
 * mended and handed in again, or dropped. What shows is never taken back: to undo it is another edit. */
static const struct
{
  const char *title;
  guint       next;
} states[] = {
  [XB_CHANGE_STATE_PLANNED] = { N_("Planned"), TO (FILED) | TO (CANCELLED) },
  [XB_CHANGE_STATE_FILED] = { N_("Handed in"), TO (LIVE) | TO (REFUSED) | TO (PLANNED) },
  [XB_CHANGE_STATE_LIVE] = { N_("Shows"), 0 },
  [XB_CHANGE_STATE_REFUSED] = { N_("Refused"), TO (FILED) | TO (CANCELLED) },
  [XB_CHANGE_STATE_CANCELLED] = { N_("Dropped"), 0 },
};

gboolean
xb_change_may_follow (XbChangeState from,
                      XbChangeState to)
{
  g_return_val_if_fail (from < G_N_ELEMENTS (states), FALSE);

  return (states[from].next & (1u << to)) != 0;
}

/** xb_change_dup_choices: Returns: (transfer full): the nicks that may follow, "a, b"; "" at the end */
char *
xb_change_dup_choices (XbChangeState from)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (xb_change_may_follow (from, i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", xb_enum_to_nick (XB_TYPE_CHANGE_STATE, i));
  return g_string_free (out, FALSE);
}

/** xb_change_is_open: Returns: whether something is still to come of it */
gboolean
xb_change_is_open (XbChangeState state)
{
  return state == XB_CHANGE_STATE_PLANNED || state == XB_CHANGE_STATE_FILED || state == XB_CHANGE_STATE_REFUSED;
}

/** xb_change_state_get_title: Returns: the word that people read, translated */
const char *
xb_change_state_get_title (XbChangeState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");

  return _(states[state].title);
}

const char *
xb_change_kind_get_title (XbChangeKind kind)
{
  return kind == XB_CHANGE_KIND_RESTORE ? _("Put back") : _("Put up");
}

const char *
xb_label_state_get_title (XbLabelState state)
{
  static const char *const titles[] = {
    N_("Planned"), N_("Handed in"), N_("Shows"), N_("Refused"), N_("Over"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (titles), "");

  return _(titles[state]);
}

static gboolean
is_past (XbLabel    *self,
         const char *today)
{
  const char *until = xb_label_get_until_day (self);

  return until != NULL && (strcmp (until, today) < 0 || strcmp (until, xb_label_get_from_day (self)) < 0);
}

/**
 * xb_label_get_state_on:
 * @today: ISO date
 *
 * Returns: how the label stands: its last day ends it, once what was there before is back
 */
XbLabelState
xb_label_get_state_on (XbLabel    *self,
                       const char *today)
{
  if (xb_label_get_removed_at (self) != 0)
    return XB_LABEL_STATE_ENDED;
  if (is_past (self, today) && xb_label_get_restores (self) == 0)
    return XB_LABEL_STATE_ENDED;
  return xb_label_get_state (self);
}

/** xb_label_is_stale: Returns: whether it still shows although its last day is over */
gboolean
xb_label_is_stale (XbLabel    *self,
                   const char *today)
{
  return xb_label_get_removed_at (self) == 0 && is_past (self, today) && xb_label_get_restores (self) > 0;
}
