/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-certification.h"
#include "xb-day.h"
#include "xb-due-look.h"
#include "xb-lifecycle.h"
#include "xb-number-next.h"

/* What an owner would do next with a number: the one button of its view that is suggested. */

/* What a state asks for, as Today calls it; the most pressing first. */
static const struct
{
  XbCertState state;
  const char *kind;
} wishes[] = {
  { XB_CERT_STATE_REJECTED, "rejected" },
  { XB_CERT_STATE_NEEDS_INFO, "needs-info" },
  { XB_CERT_STATE_FAILED, "failed" },
  { XB_CERT_STATE_SUSPENDED, "suspended" },
  { XB_CERT_STATE_EXPIRED, "renew" },
  { XB_CERT_STATE_READY, "submit" },
  { XB_CERT_STATE_SYNCING, "evidence" },
  { XB_CERT_STATE_APPROVED, "evidence" },
  { XB_CERT_STATE_DRAFT, "finish" },
  { XB_CERT_STATE_IN_REVIEW, "review" },
  { XB_CERT_STATE_SUBMITTED, "review" },
};

/* Returns: the one in @state; of those that are live the one that ends first; 0: none. @expires: (out) (optional) */
static gint64
find_state (const XbNumberFacts *facts,
            XbCertState          state,
            const char         **expires)
{
  const char *first = NULL;
  gint64 id = 0;

  for (guint i = 0; i < g_list_model_get_n_items (facts->certifications); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (facts->certifications, i);
      const char *end = certification != NULL ? xb_certification_get_expires (certification) : NULL;

      if (certification == NULL || xb_certification_get_state (certification) != state)
        continue;
      if (id == 0 || (end != NULL && (first == NULL || strcmp (end, first) < 0)))
        {
          id = xb_record_get_id (XB_RECORD (certification));
          first = end;
        }
    }
  if (expires != NULL)
    *expires = first;
  return id;
}

static XbNumberNext
make (const char *verb,
      const char *action,
      gint64      target)
{
  return (XbNumberNext) { _(verb), action, g_variant_new_int64 (target) };
}

/** xb_number_next_find: Returns: never nothing: there is always a next step */
XbNumberNext
xb_number_next_find (const XbNumberFacts *facts)
{
  const char *expires = NULL;
  gint64 live = find_state (facts, XB_CERT_STATE_LIVE, &expires);

  if (facts->incident_id != 0)
    return make (N_("_See to the Incident"), "app.open-incident", facts->incident_id);
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      gint64 id = find_state (facts, wishes[i].state, NULL);

      if (id != 0)
        return make (xb_due_look_find (wishes[i].kind)->verb, "app.open-certification", id);
    }
  if (live == 0)
    return make (N_("_Certify This Number"), "app.new-certification", facts->number_id);
  if (expires != NULL && xb_day_diff (facts->today, expires) <= XB_RENEW_AHEAD_DAYS)
    return make (xb_due_look_find ("renew")->verb, "app.open-certification", live);
  if (facts->inspection_due)
    return make (xb_due_look_find ("inspection")->verb, "app.open-inspection", 0);
  return (XbNumberNext) { _("Change the _Label"), "app.edit-label",
                          g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &facts->number_id, 1, sizeof (gint64)) };
}
