/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ctl-json.h"
#include "ctl-report.h"

/* What anybody reported is a sum; what nobody did is null. Nothing at all is no calls. */
static void
add_sum (JsonObject         *object,
         const XbMetricSums *sums,
         XbMetric            metric)
{
  if (sums->n[metric] > 0 || sums->rows == 0 || metric == XB_METRIC_CALLS)
    json_object_set_int_member (object, xb_metric_to_string (metric), sums->sum[metric]);
  else
    json_object_set_null_member (object, xb_metric_to_string (metric));
}

/** ctl_json_add_share: null where it is not @known */
void
ctl_json_add_share (JsonObject *object,
                    const char *name,
                    gboolean    known,
                    double      share)
{
  if (known)
    json_object_set_double_member (object, name, share);
  else
    json_object_set_null_member (object, name);
}

/** ctl_report_to_json: Returns: (transfer full): the sums with the answer rate */
JsonObject *
ctl_report_to_json (const char         *from,
                    const char         *until,
                    const XbMetricSums *sums,
                    const XbRate       *rate)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_day (object, "from", from);
  ctl_json_add_day (object, "until", until);
  add_sum (object, sums, XB_METRIC_CALLS);
  add_sum (object, sums, XB_METRIC_ANSWERED);
  ctl_json_add_share (object, "answer_rate", rate->known, rate->rate);
  ctl_json_add_share (object, "low", rate->known, rate->low);
  ctl_json_add_share (object, "high", rate->known, rate->high);
  add_sum (object, sums, XB_METRIC_COMPLAINTS);
  add_sum (object, sums, XB_METRIC_MARKS);
  add_sum (object, sums, XB_METRIC_INQUIRIES);
  add_sum (object, sums, XB_METRIC_ORDERS);
  add_sum (object, sums, XB_METRIC_REVENUE);
  json_object_set_int_member (object, "rows", sums->rows);
  return object;
}
