/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ctl-json.h"
#include "ctl-report.h"
#include "ctl-roi-labels.h"
#include "ctl-run.h"
#include "xb-workspace-roi-labels.h"

/* Label against label. */

static JsonObject *
label_to_json (const XbRoiLabels *labels,
               const XbRanked    *ranked,
               const char        *from,
               const char        *until)
{
  const XbMetricsOfLabel *label = g_ptr_array_index (labels->labels, (guint) ranked->arm.id);
  JsonObject *object = ctl_report_to_json (from, until, &label->sums, &ranked->answered);

  ctl_json_add_text (object, "label", label->label);
  json_object_set_int_member (object, "numbers", label->numbers);
  ctl_json_add_id (object, "rank", ranked->rank);
  json_object_set_boolean_member (object, "among_best", ranked->among_best);
  ctl_json_add_share (object, "low_of_all", ranked->answered.known, ranked->low);
  ctl_json_add_share (object, "high_of_all", ranked->answered.known, ranked->high);
  return object;
}

static const char *
get_label (const XbRoiLabels *labels,
           guint              ranked)
{
  gint64 index = g_array_index (labels->comparison->ranking, XbRanked, ranked).arm.id;

  return ((const XbMetricsOfLabel *) g_ptr_array_index (labels->labels, (guint) index))->label;
}

static JsonObject *
pair_to_json (const XbRoiLabels *labels,
              const XbPair      *pair)
{
  const XbDifference *answered = &pair->answered;
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "better", get_label (labels, pair->better));
  ctl_json_add_text (object, "worse", get_label (labels, pair->worse));
  ctl_json_add_share (object, "difference", answered->known, answered->difference);
  ctl_json_add_share (object, "low", answered->known, answered->low);
  ctl_json_add_share (object, "high", answered->known, answered->high);
  ctl_json_add_share (object, "level", answered->known, answered->level);
  ctl_json_add_share (object, "p_value", answered->known, answered->p_value);
  ctl_json_add_share (object, "p_adjusted", answered->known, pair->p_adjusted);
  ctl_json_add_text (object, "verdict", xb_effect_get_nick (answered->effect));
  json_object_set_boolean_member (object, "proven", pair->proven);
  return object;
}

static void
print (const XbRoiLabels *labels,
       const char        *from,
       const char        *until)
{
  const GArray *ranking = labels->comparison->ranking, *pairs = labels->comparison->pairs;
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ranking->len; i++)
    json_array_add_object_element (array, label_to_json (labels, &g_array_index (ranking, XbRanked, i), from, until));
  json_object_set_array_member (object, "labels", array);
  array = json_array_new ();
  for (guint i = 0; i < pairs->len; i++)
    json_array_add_object_element (array, pair_to_json (labels, &g_array_index (pairs, XbPair, i)));
  json_object_set_array_member (object, "pairs", array);
  json_object_set_int_member (object, "left_out", labels->left_out);
  ctl_json_print (object);
}

static void
say (const XbRoiLabels *labels)
{
  g_autofree char *sentence = xb_roi_labels_dup_sentence (labels);
  g_auto(GStrv) notes = xb_roi_labels_dup_notes (labels);

  printf ("%s\n", sentence);
  for (guint i = 0; notes[i] != NULL; i++)
    printf ("%s\n", notes[i]);
}

/** ctl_run_roi_labels: @number: 0: all */
gboolean
ctl_run_roi_labels (Ctl         *ctl,
                    gint64       number,
                    const char  *from,
                    const char  *until,
                    GError     **error)
{
  const XbMetricsQuery query = { number != 0 ? &number : NULL, number != 0, from, until };
  g_autoptr(XbRoiLabels) labels = NULL;

  xb_workspace_compare_labels_async (ctl->workspace, &query, NULL, ctl->cancellable, ctl_ready_cb, ctl);
  labels = xb_workspace_compare_labels_finish (ctl->workspace, ctl_wait (ctl), error);
  if (labels == NULL)
    return FALSE;
  if (ctl->json)
    print (labels, from, until);
  else
    say (labels);
  return TRUE;
}
