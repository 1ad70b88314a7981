/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"
#include "xb-roi-changes.h"
#include "xb-roi-figures.h"
#include "xb-roi-incidents.h"
#include "xb-upkeep-events.h"

/* Which days tell of a change of a label or of an incident, and of nothing else that happened to the number. */

#define MOST_DAYS  30
#define LEAST_DAYS 7 /* every day of the week once */
#define EVENTS_PER_LOOK 64

typedef struct
{
  XbRoiChangeKind kind;
  int             from;
  int             until;
} Happening;

#define DAY(instant) "(" instant " + 28800) / 86400"
/* What happened to each number, a day and more than a month before the period too. */
#define HAPPENINGS \
  "SELECT h.number_id, n.national, kind, first, ifnull (last, 99999999) FROM (" \
  "SELECT number_id, 0 AS kind, " DAY ("live_at") " AS first, " DAY ("live_at") " AS last FROM certification " \
  "WHERE live_at BETWEEN ?1 AND ?2 UNION " \
  "SELECT number_id, 1, " DAY ("live_at") ", " DAY ("live_at") " FROM label_change WHERE live_at BETWEEN ?1 AND ?2 UNION " \
  "SELECT i.number_id, 2, " DAY ("i.detected_at") ", " DAY (XB_ROI_INCIDENT_ENDED) " FROM incident i " \
  "WHERE i.detected_at <= ?2 AND ifnull (" XB_ROI_INCIDENT_ENDED ", ?2) >= ?1) h JOIN number n ON n.id = h.number_id " \
  "ORDER BY h.number_id, first, kind"

/*
 * The days before and behind a label's change, as many on both sides, up to what else happened. FALSE: there are too few, or the
 * change cannot be told from something that came with it.
 */
static gboolean
around_label (const GArray    *all,
              const Happening *it,
              int              last,
              XbUpkeepEvent   *event)
{
  int from = it->from - MOST_DAYS, until = MIN (it->from + MOST_DAYS - 1, last), days;

  for (guint i = 0; i < all->len; i++)
    {
      const Happening *other = &g_array_index (all, Happening, i);

      if (other == it)
        continue;
      if (other->from <= it->from && other->until >= it->from)
        return FALSE;
      if (other->from < it->from)
        from = MAX (from, other->until + 1);
      else
        until = MIN (until, other->from - 1);
    }
  days = MIN (it->from - from, until - it->from + 1);
  event->before = (XbSpan) { it->from - days, it->from - 1 };
  event->after = (XbSpan) { it->from, it->from + days - 1 };
  return days >= LEAST_DAYS;
}

/* The last days of an incident, and as many once it was over. */
static gboolean
around_incident (const GArray    *all,
                 const Happening *it,
                 int              last,
                 XbUpkeepEvent   *event)
{
  int until, days;

  if (it->until >= last)
    return FALSE;
  days = MIN (it->until - it->from + 1, MOST_DAYS);
  until = MIN (it->until + days, last);
  for (guint i = 0; i < all->len; i++)
    {
      const Happening *other = &g_array_index (all, Happening, i);

      if (other == it)
        continue;
      if (other->from <= it->until + 1 && other->until >= it->from)
        return FALSE;
      if (other->from > it->until)
        until = MIN (until, other->from - 1);
    }
  days = MIN (days, until - it->until);
  event->before = (XbSpan) { it->until - days + 1, it->until };
  event->after = (XbSpan) { it->until + 1, it->until + days };
  return days > 0;
}

static gboolean
sum_up (XbDb          *db,
        XbUpkeepEvent *event,
        GError       **error)
{
  const XbSpan spans[] = { event->before, event->after };

  for (guint side = 0; side < G_N_ELEMENTS (spans); side++)
    {
      gint64 from = xb_roi_period (spans[side].from), until = xb_roi_period (spans[side].until);

      if (from >= 0 && !xb_metric_sum_number (db, event->number_id, (guint) from, (guint) until, &event->sums[side], error))
        return FALSE;
    }
  return TRUE;
}

/* Of one number: keeps what its figures tell of. */
static gboolean
close_number (XbDb        *db,
              const GArray *all,
              gint64       number_id,
              const char  *number,
              XbSpan       span,
              GArray      *labels,
              GArray      *incidents,
              GError     **error)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Happening *it = &g_array_index (all, Happening, i);
      gboolean label = it->kind == XB_ROI_LABEL;
      XbUpkeepEvent event = { .number_id = number_id };

      if (it->kind == XB_ROI_CERTIFIED || !xb_span_has (span, label ? it->from : it->until) ||
          !(label ? around_label : around_incident) (all, it, span.until, &event))
        continue;
      if (!sum_up (db, &event, error))
        return FALSE;
      if (event.sums[0].rated == 0 || event.sums[1].rated == 0)
        continue;
      event.number = g_strdup (number);
      g_array_append_val (label ? labels : incidents, event);
    }
  return TRUE;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const XbUpkeepEvent *one = a, *two = b;

  return (two->after.from > one->after.from) - (two->after.from < one->after.from);
}

/**
 * xb_upkeep_events_read:
 * @span: the days in which labels changed or incidents ended
 * @labels: (element-type XbUpkeepEvent): where the changes of labels are added
 * @incidents: (element-type XbUpkeepEvent): where the incidents are added
 */
gboolean
xb_upkeep_events_read (XbDb    *db,
                       XbSpan   span,
                       GArray  *labels,
                       GArray  *incidents,
                       GError **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, HAPPENINGS, "ii", xb_roi_day_begins (span.from - MOST_DAYS - 1),
                                        xb_roi_day_begins (span.until + 1) - 1);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Happening));
  g_autoptr(GError) wrong = NULL;
  g_autofree char *name = NULL;
  gint64 number = 0;
  guint i = 0;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      Happening it = { (XbRoiChangeKind) xb_rows_int (rows, 2), (int) xb_rows_int (rows, 3), (int) xb_rows_int (rows, 4) };

      if (xb_rows_int (rows, 0) != number)
        {
          if ((++i % EVENTS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (xb_db_get_cancellable (db), error)) ||
              !close_number (db, all, number, name, span, labels, incidents, error))
            return FALSE;
          g_array_set_size (all, 0);
          number = xb_rows_int (rows, 0);
          g_free (name);
          name = g_strdup (xb_rows_text (rows, 1));
        }
      it.until = MAX (it.until, it.from);
      g_array_append_val (all, it);
    }
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (!close_number (db, all, number, name, span, labels, incidents, error))
    return FALSE;
  g_array_sort (labels, newest_first);
  g_array_sort (incidents, newest_first);
  return TRUE;
}
