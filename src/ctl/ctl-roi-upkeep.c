/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-json.h"
#include "ctl-report.h"
#include "ctl-roi-labels.h"
#include "ctl-run.h"
#include "xb-workspace-upkeep.h"

/* The upkeep table of the trade. */

static JsonObject *
claim_to_json (const XbUpkeepClaim *claim)
{
  JsonObject *object = json_object_new ();

  if (claim->fee_known)
    {
      json_object_set_int_member (object, "cost_min", claim->fee_min);
      json_object_set_int_member (object, "cost_max", claim->fee_max);
    }
  if (claim->gain_known)
    {
      json_object_set_double_member (object, "inquiries_min", claim->gain_min / 100.0);
      json_object_set_double_member (object, "inquiries_max", claim->gain_max / 100.0);
    }
  ctl_json_add_text (object, "source", claim->source);
  return object;
}

static JsonObject *
row_to_json (const XbUpkeepRow   *row,
             XbUpkeepKind         kind,
             const XbUpkeepClaim *claim)
{
  const XbDifference *answered = &row->answered;
  const XbCountDifference *inquiries = &row->inquiries;
  gboolean known = inquiries->known && inquiries->per_call_before > 0;
  double before = known ? inquiries->per_call_before : 1;
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "kind", xb_upkeep_kind_get_nick (kind));
  json_object_set_object_member (object, "claimed", claim_to_json (claim));
  json_object_set_int_member (object, "times", row->times);
  json_object_set_int_member (object, "cost", row->cost);
  if (kind == XB_UPKEEP_INSPECTION)
    {
      json_object_set_int_member (object, "found", row->found);
      return object;
    }
  json_object_set_int_member (object, "compared", row->events->len);
  ctl_json_add_share (object, "difference", answered->known, answered->difference);
  ctl_json_add_share (object, "low", answered->known, row->spread.known ? row->spread.low : answered->low);
  ctl_json_add_share (object, "high", answered->known, row->spread.known ? row->spread.high : answered->high);
  ctl_json_add_text (object, "verdict", xb_effect_get_nick (xb_upkeep_row_get_effect (row)));
  ctl_json_add_share (object, "inquiries", known, inquiries->difference / before);
  ctl_json_add_share (object, "inquiries_low", known, inquiries->low / before);
  ctl_json_add_share (object, "inquiries_high", known, inquiries->high / before);
  return object;
}

static void
say_row (const XbUpkeep      *upkeep,
         XbUpkeepKind         kind,
         const XbUpkeepClaim *claim)
{
  g_autofree char *claimed = xb_upkeep_claim_dup_cost (claim, kind);
  g_autofree char *promised = xb_upkeep_claim_dup_gain (claim);
  g_autofree char *cost = xb_upkeep_dup_cost (upkeep, kind);
  g_autofree char *gain = xb_upkeep_dup_gain (upkeep, kind);

  printf (_("%s\n  claimed, nobody has proven it: %s; %s\n  here: %s; %s\n"), xb_upkeep_kind_get_title (kind),
          claimed != NULL ? claimed : "–", promised != NULL ? promised : "–", cost, gain != NULL ? gain : "–");
}

/** ctl_run_roi_upkeep: of the twelve months that end with @until */
gboolean
ctl_run_roi_upkeep (Ctl         *ctl,
                    const char  *until,
                    GError     **error)
{
  g_autoptr(XbUpkeep) upkeep = NULL;
  JsonArray *rows = json_array_new ();
  JsonObject *object = json_object_new ();

  xb_workspace_reckon_upkeep_async (ctl->workspace, until, ctl->cancellable, ctl_ready_cb, ctl);
  upkeep = xb_workspace_reckon_upkeep_finish (ctl->workspace, ctl_wait (ctl), error);
  for (XbUpkeepKind kind = 0; upkeep != NULL && kind < XB_N_UPKEEPS; kind++)
    {
      XbUpkeepClaim claim;

      xb_workspace_get_upkeep_claim (ctl->workspace, kind, &claim);
      if (ctl->json)
        json_array_add_object_element (rows, row_to_json (&upkeep->rows[kind], kind, &claim));
      else
        say_row (upkeep, kind, &claim);
    }
  json_object_set_array_member (object, "rows", rows);
  if (upkeep != NULL && ctl->json)
    {
      ctl_json_add_day (object, "from", upkeep->from);
      ctl_json_add_day (object, "until", upkeep->until);
      ctl_json_print (object);
    }
  else
    json_object_unref (object);
  return upkeep != NULL;
}
