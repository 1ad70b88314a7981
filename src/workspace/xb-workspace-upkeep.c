/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-catalogue.h"
#include "xb-day.h"
#include "xb-roi-figures.h"
#include "xb-upkeep-events.h"
#include "xb-workspace-private.h"

/* What upkeep cost and brought in a year, beside what the trade claims. */

#define MONTHS 12

static void
event_clear (gpointer data)
{
  g_free (((XbUpkeepEvent *) data)->number);
}

static XbUpkeep *
upkeep_new (void)
{
  XbUpkeep *self = g_new0 (XbUpkeep, 1);

  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    {
      self->rows[kind].events = g_array_new (FALSE, FALSE, sizeof (XbUpkeepEvent));
      g_array_set_clear_func (self->rows[kind].events, event_clear);
    }
  return self;
}

void
xb_upkeep_free (XbUpkeep *self)
{
  if (self == NULL)
    return;
  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    g_array_unref (self->rows[kind].events);
  g_free (self);
}

/* Each event is a part: how far they differ tells how far their sum can be trusted. */
static void
compare (XbUpkeepRow *row)
{
  const XbStandard standard = XB_STANDARD_USUAL;
  XbMetricSums sums[2] = { { 0 } };
  XbDeviation deviations[2] = { { 0 } };
  XbMetricDay sides[2];
  guint known;

  for (guint i = 0; i < row->events->len; i++)
    for (guint side = 0; side < 2; side++)
      xb_metric_sums_add_sums (&sums[side], &g_array_index (row->events, XbUpkeepEvent, i).sums[side]);
  for (guint side = 0; side < 2; side++)
    sides[side] = xb_roi_day (&sums[side], 0);
  row->answered = xb_difference_newcombe (sides[0].answered, sides[0].calls, sides[1].answered, sides[1].calls, &standard);
  for (guint i = 0; i < row->events->len; i++)
    for (guint side = 0; side < 2; side++)
      {
        XbMetricDay part = xb_roi_day (&g_array_index (row->events, XbUpkeepEvent, i).sums[side], 0);

        xb_deviation_add (&deviations[side], side == 0 ? &row->answered.before : &row->answered.after, part.answered, part.calls);
      }
  row->spread = xb_spread_new (&row->answered, NULL, deviations, &standard);
  known = xb_metric_sums_known (&sums[0]) & xb_metric_sums_known (&sums[1]);
  if ((known & 1u << XB_METRIC_INQUIRIES) != 0)
    row->inquiries = xb_count_difference_new (sides[0].inquiries, sides[0].calls, sides[1].inquiries, sides[1].calls, &standard);
}

typedef struct
{
  XbUpkeep *upkeep;
} Reckoning;

static void
reckoning_free (gpointer data)
{
  Reckoning *reckoning = data;

  xb_upkeep_free (reckoning->upkeep);
  g_free (reckoning);
}

static gint64
count (XbDb           *db,
       const XbUpkeep *self,
       const char     *sql)
{
  return xb_db_int (db, 0, sql, "tt", self->from, self->until);
}

static gboolean
upkeep_job (XbDb    *db,
            gpointer data,
            GError **error)
{
  XbUpkeep *self = ((Reckoning *) data)->upkeep;
  XbUpkeepRow *inspection = &self->rows[XB_UPKEEP_INSPECTION], *label = &self->rows[XB_UPKEEP_LABEL];
  XbUpkeepRow *incident = &self->rows[XB_UPKEEP_INCIDENT];
  guint32 from, until;

  if (!xb_day_parse (self->from, &from, error) || !xb_day_parse (self->until, &until, error))
    return FALSE;
  inspection->times = count (db, self, "SELECT count (*) FROM inspection WHERE removed_at IS NULL AND on_day BETWEEN ? AND ?");
  inspection->found = count (db, self, "SELECT count (*) FROM inspection_item t JOIN inspection i ON i.id = t.inspection_id "
                             "WHERE t.result = 'fail' AND i.removed_at IS NULL AND i.on_day BETWEEN ? AND ?");
  inspection->cost = count (db, self, "SELECT sum (amount) FROM cost WHERE category = 'inspection' AND on_date BETWEEN ? AND ?");
  label->times = count (db, self, "SELECT count (*) FROM label_change WHERE live_at > 0 AND "
                        "date (live_at, 'unixepoch', '+8 hours') BETWEEN ? AND ?");
  label->cost = count (db, self, "SELECT sum (amount) FROM cost WHERE category = 'label' AND on_date BETWEEN ? AND ?");
  incident->times = count (db, self, "SELECT count (*) FROM incident WHERE date (detected_at, 'unixepoch', '+8 hours') BETWEEN ? AND ?");
  incident->cost = count (db, self, "SELECT sum (amount) FROM cost WHERE (category = 'appeal' OR incident_id IS NOT NULL) AND "
                          "on_date BETWEEN ? AND ?");
  if (!xb_upkeep_events_read (db, (XbSpan) { (int) from - XB_METRIC_DAY_EPOCH, (int) until - XB_METRIC_DAY_EPOCH }, label->events,
                              incident->events, error))
    return FALSE;
  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    compare (&self->rows[kind]);
  return TRUE;
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reckoning *reckoning = g_task_get_task_data (task);
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&reckoning->upkeep), (GDestroyNotify) xb_upkeep_free);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_reckon_upkeep_async (XbWorkspace         *self,
                                  const char          *until,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Reckoning *reckoning = g_new0 (Reckoning, 1);
  g_autofree char *before = xb_day_add_months (until, -MONTHS);
  g_autofree char *from = xb_day_add (before, 1);

  reckoning->upkeep = upkeep_new ();
  g_strlcpy (reckoning->upkeep->from, from, sizeof reckoning->upkeep->from);
  g_strlcpy (reckoning->upkeep->until, until, sizeof reckoning->upkeep->until);
  reckoning->upkeep->months = MONTHS;
  g_task_set_source_tag (task, xb_workspace_reckon_upkeep_async);
  g_task_set_task_data (task, reckoning, reckoning_free);
  xb_store_read_async (xb_workspace_get_store (self), upkeep_job, reckoning, NULL, cancellable, reckoned_cb, task);
}

XbUpkeep *
xb_workspace_reckon_upkeep_finish (XbWorkspace   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const struct
{
  const char *nick;
  const char *title;
  const char *fees[2];
  const char *gains[2];
} kinds[XB_N_UPKEEPS] = {
  [XB_UPKEEP_INSPECTION] = { "inspection", N_("Monthly inspection"), { "inspection_fee_min_fen", "inspection_fee_max_fen" } },
  [XB_UPKEEP_LABEL] = { "label", N_("Quarterly label work"), { "label_work_fee_min_fen", "label_work_fee_max_fen" },
                        { "label_work_gain_min", "label_work_gain_max" } },
  [XB_UPKEEP_INCIDENT] = { "incident", N_("Urgent handling"), { "incident_fee_min_fen", "incident_fee_max_fen" } },
};

const char *
xb_upkeep_kind_get_title (XbUpkeepKind kind)
{
  g_return_val_if_fail (kind < XB_N_UPKEEPS, "");

  return _(kinds[kind].title);
}

const char *
xb_upkeep_kind_get_nick (XbUpkeepKind kind)
{
  g_return_val_if_fail (kind < XB_N_UPKEEPS, "");

  return kinds[kind].nick;
}

static const char *
find_source (XbPlatform *platform,
             const char *field)
{
  GListModel *facts = xb_platform_get_facts (platform);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(XbFact) fact = g_list_model_get_item (facts, i);
      const char *const *fields = xb_fact_get_fields (fact);

      if (g_strv_contains (fields, field))
        return g_intern_string (xb_fact_get_source (fact));
    }
  return NULL;
}

/** xb_workspace_get_upkeep_claim: @claim: (out): what a provider is said to take and to bring */
void
xb_workspace_get_upkeep_claim (XbWorkspace   *self,
                               XbUpkeepKind   kind,
                               XbUpkeepClaim *claim)
{
  XbPlatform *platform;

  g_return_if_fail (XB_IS_WORKSPACE (self));
  g_return_if_fail (kind < XB_N_UPKEEPS);

  *claim = (XbUpkeepClaim) { 0 };
  platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), "third-party");
  if (platform == NULL)
    return;
  claim->fee_known = xb_platform_get_int (platform, kinds[kind].fees[0], &claim->fee_min) &&
                     xb_platform_get_int (platform, kinds[kind].fees[1], &claim->fee_max);
  claim->gain_known = kinds[kind].gains[0] != NULL && xb_platform_get_int (platform, kinds[kind].gains[0], &claim->gain_min) &&
                      xb_platform_get_int (platform, kinds[kind].gains[1], &claim->gain_max);
  claim->source = find_source (platform, kinds[kind].fees[0]);
}
