/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-roi-figures.h"
#include "xb-roi-words.h"
#include "xb-workspace-roi-labels.h"

/* Label against label: which one is answered best, corrected for so many comparisons at once. */

#define MOST_PAIRS 5 /* that are told in words */

void
xb_roi_labels_free (XbRoiLabels *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->labels);
  xb_comparison_free (self->comparison);
  g_free (self);
}

/* Numbers that show a label differ among themselves, and calls of one are alike: so each is a part. */
static XbArm
make_arm (const XbMetricsOfLabel *label,
          guint                   index)
{
  XbMetricDay sums = xb_roi_day (&label->sums, 0);
  XbRate rate = xb_rate_wilson (sums.answered, sums.calls, 0.95);
  XbArm arm = {
    .id = index,
    .totals = { .calls = sums.calls, .answered = sums.answered, .marks = sums.marks, .complaints = sums.complaints,
                .inquiries = sums.inquiries, .orders = sums.orders, .revenue = sums.revenue },
  };

  for (guint i = 0; rate.known && i < label->parts->len; i++)
    {
      const XbMetricsPart *part = &g_array_index (label->parts, XbMetricsPart, i);

      xb_deviation_add (&arm.deviation, &rate, part->answered, part->calls);
    }
  return arm;
}

static void
compare_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GArray) arms = g_array_new (FALSE, FALSE, sizeof (XbArm));
  const XbStandard standard = XB_STANDARD_USUAL;
  GError *error = NULL;
  GPtrArray *labels = xb_workspace_sum_metrics_by_label_finish (XB_WORKSPACE (source), result, &error);
  XbRoiLabels *self;

  if (labels == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_new0 (XbRoiLabels, 1);
  self->labels = labels;
  self->left_out = labels->len > XB_MOST_LABELS ? labels->len - XB_MOST_LABELS : 0;
  g_ptr_array_set_size (labels, (int) (labels->len - self->left_out));
  for (guint i = 0; i < labels->len; i++)
    {
      XbArm arm = make_arm (g_ptr_array_index (labels, i), i);

      g_array_append_val (arms, arm);
    }
  self->comparison = xb_comparison_new ((const XbArm *) (void *) arms->data, arms->len, &standard);
  g_task_return_pointer (task, self, (GDestroyNotify) xb_roi_labels_free);
}

/** xb_workspace_compare_labels_async: @platform: (nullable): %NULL: any */
void
xb_workspace_compare_labels_async (XbWorkspace          *self,
                                   const XbMetricsQuery *query,
                                   const char           *platform,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_workspace_compare_labels_async);
  xb_workspace_sum_metrics_by_label_async (self, query, platform, cancellable, compare_cb, task);
}

XbRoiLabels *
xb_workspace_compare_labels_finish (XbWorkspace   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const XbRanked *
get_ranked (const XbRoiLabels *self,
            guint              i)
{
  return &g_array_index (self->comparison->ranking, XbRanked, i);
}

const char *
xb_roi_labels_get_text (const XbRoiLabels *self,
                        guint              ranked)
{
  const XbMetricsOfLabel *label;

  g_return_val_if_fail (ranked < self->comparison->ranking->len, "");

  label = g_ptr_array_index (self->labels, (guint) get_ranked (self, ranked)->arm.id);
  return label->label != NULL ? label->label : _("no label");
}

static guint
count_known (const XbRoiLabels *self)
{
  guint n = 0;

  while (n < self->comparison->ranking->len && get_ranked (self, n)->answered.known)
    n++;
  return n;
}

static const XbPair *
find_pair (const XbRoiLabels *self,
           guint              better,
           guint              worse)
{
  for (guint i = 0; i < self->comparison->pairs->len; i++)
    {
      const XbPair *pair = &g_array_index (self->comparison->pairs, XbPair, i);

      if (pair->better == better && pair->worse == worse)
        return pair;
    }
  return NULL;
}

char *
xb_roi_labels_dup_pair (const XbRoiLabels *self,
                        const XbPair      *pair)
{
  g_autofree char *better = xb_share_dup_text (get_ranked (self, pair->better)->answered.rate, FALSE);
  g_autofree char *worse = xb_share_dup_text (get_ranked (self, pair->worse)->answered.rate, FALSE);
  g_autofree char *difference = xb_share_dup_text (pair->answered.difference, TRUE);
  g_autofree char *low = xb_share_dup_text (pair->answered.low, TRUE);
  g_autofree char *high = xb_share_dup_text (pair->answered.high, TRUE);

  return g_strdup_printf (_("“%s” %s%% against “%s” %s%%: %s percentage points [%s, %s]."),
                          xb_roi_labels_get_text (self, pair->better), better, xb_roi_labels_get_text (self, pair->worse), worse,
                          difference, low, high);
}

char *
xb_roi_labels_dup_sentence (const XbRoiLabels *self)
{
  const XbPair *pair = find_pair (self, 0, 1);
  g_autofree char *rate = NULL;

  if (count_known (self) == 0)
    return g_strdup (_("No calls in these days: nobody can tell. Choose other days, or import a report with them."));
  if (pair != NULL)
    return xb_roi_labels_dup_pair (self, pair);
  rate = xb_share_dup_text (get_ranked (self, 0)->answered.rate, FALSE);
  return g_strdup_printf (_("Only “%s” showed in these days, %s%% answered: there is nothing to compare it with."),
                          xb_roi_labels_get_text (self, 0), rate);
}

static char *
dup_verdict (const XbRoiLabels *self,
             const XbPair      *pair)
{
  const char *better = xb_roi_labels_get_text (self, pair->better), *worse = xb_roi_labels_get_text (self, pair->worse);
  gint64 needed = MAX (pair->answered.calls_needed, pair->spread.calls_needed);

  if (pair->proven && pair->spread.known)
    return g_strdup_printf (_("“%s” is answered more often than “%s”, and that is no chance."), better, worse);
  if (pair->proven)
    return g_strdup_printf (_("“%s” is answered more often than “%s”; so few numbers show them that it may be the numbers and "
                              "not the labels."), better, worse);
  if (pair->answered.effect == XB_EFFECT_UP)
    return g_strdup (_("The numbers differ among themselves more than chance makes them, so the difference may be theirs."));
  if (pair->answered.effect == XB_EFFECT_NO_DIFFERENCE)
    return g_strdup_printf (_("Between “%s” and “%s” nothing differs that matters: less than 5 percentage points."), better, worse);
  if (needed > 0)
    return g_strdup_printf (_("Too few calls to tell “%s” from “%s”: about %" PRId64 " with each would be enough."), better, worse,
                            needed);
  return g_strdup_printf (_("Too few calls to tell “%s” from “%s”."), better, worse);
}

char **
xb_roi_labels_dup_notes (const XbRoiLabels *self)
{
  GPtrArray *notes = g_ptr_array_new ();
  const XbPair *first = find_pair (self, 0, 1);
  guint n = self->comparison->pairs->len, told = 0;

  if (first != NULL)
    g_ptr_array_add (notes, dup_verdict (self, first));
  for (guint i = 0; i < n && told < MOST_PAIRS; i++)
    {
      const XbPair *pair = &g_array_index (self->comparison->pairs, XbPair, i);

      if (pair == first || !pair->proven)
        continue;
      g_ptr_array_add (notes, dup_verdict (self, pair));
      told++;
    }
  if (n > 1)
    g_ptr_array_add (notes, g_strdup_printf (_("%u pairs are compared at once, so each is asked for more (Holm’s correction)."), n));
  if (n > 0)
    g_ptr_array_add (notes, g_strdup (_("Labels show on different numbers and days: what differs may be theirs. Surest is one "
                                        "number before and after its label changed.")));
  if (self->left_out > 0)
    g_ptr_array_add (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u label with fewer calls is left out.",
                                                          "%u labels with fewer calls are left out.", self->left_out),
                                             self->left_out));
  g_ptr_array_add (notes, NULL);
  return (char **) g_ptr_array_free (notes, FALSE);
}
