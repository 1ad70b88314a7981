/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-roi-changes.h"
#include "xb-roi-incidents.h"
#include "xb-workspace-private.h"

/* Incidents as days that are unlike others, and as a question of their own. */

#define USUAL_DAYS 30 /* on the side that is held against an incident */

#define DAY(instant) "date (" instant ", 'unixepoch', '+8 hours')"

/* An end before the beginning is a clock that was set wrong: such an incident has one day. */
static void
take_days (XbRows *rows,
           int     column,
           char    from[11],
           char    until[11])
{
  const char *end = xb_rows_text (rows, column + 1);

  g_strlcpy (from, xb_rows_text (rows, column), 11);
  g_strlcpy (until, end == NULL ? "" : strcmp (end, from) < 0 ? from : end, 11);
}

/* Rows come by their days: incidents of the same days are one change of several numbers. */
static void
add (GArray *changes,
     XbRows *rows)
{
  XbRoiChange *last = changes->len > 0 ? &g_array_index (changes, XbRoiChange, changes->len - 1) : NULL;
  XbRoiChange change = { .kind = XB_ROI_INCIDENT, .numbers = 1, .subject = xb_rows_int (rows, 0) != 0 };

  take_days (rows, 2, change.day, change.until);
  if (last != NULL && last->kind == XB_ROI_INCIDENT && last->subject == change.subject &&
      g_str_equal (last->day, change.day) && g_str_equal (last->until, change.until))
    {
      last->numbers++;
      return;
    }
  change.text = g_strdup (xb_rows_text (rows, 4));
  g_array_append_val (changes, change);
}

/**
 * xb_roi_incidents_read:
 * @subject: the incident that is asked about; 0: none
 * @asked: (nullable) (element-type gint64): the numbers that are asked about; %NULL: all
 * @changes: (element-type XbRoiChange): where incidents of these are added that touch @span
 * @others: (element-type gint64): where the other numbers that had one are put
 *
 * Returns: whether it could be read
 */
gboolean
xb_roi_incidents_read (XbDb       *db,
                       XbSpan      span,
                       gint64      subject,
                       GHashTable *asked,
                       GArray     *changes,
                       GHashTable *others,
                       GError    **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error,
    "SELECT max (i.id = ?5), i.number_id, " DAY ("i.detected_at") " AS first, " DAY (XB_ROI_INCIDENT_ENDED) " AS last, min (i.seen) "
    "FROM incident i WHERE i.detected_at <= ?2 AND ifnull (" XB_ROI_INCIDENT_ENDED ", ?2) >= ?1 AND " XB_ROI_COUNTS ("i.number_id")
    " GROUP BY first, last, number_id ORDER BY first, last, 1, number_id", "iiiii", xb_roi_day_begins (span.from),
    xb_roi_day_begins (span.until + 1) - 1, xb_roi_period (span.from), xb_roi_period (span.until), subject);
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      gint64 number = xb_rows_int (rows, 1);

      if (asked == NULL || g_hash_table_contains (asked, &number))
        add (changes, rows);
      else
        g_hash_table_add (others, g_memdup2 (&number, sizeof number));
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

#define FIND "SELECT i.id, i.number_id, i.kind, " DAY ("i.detected_at") ", " DAY (XB_ROI_INCIDENT_ENDED) " FROM incident i " \
  "JOIN number n ON n.id = i.number_id AND n.removed_at IS NULL "

static gboolean
take_incident (XbRows        *rows,
               XbRoiIncident *incident)
{
  int kind = XB_INCIDENT_KIND_MARK;

  if (rows == NULL || !xb_rows_next (rows, NULL))
    return FALSE;
  xb_enum_from_nick (XB_TYPE_INCIDENT_KIND, xb_rows_text (rows, 2), &kind);
  *incident = (XbRoiIncident) { .id = xb_rows_int (rows, 0), .number_id = xb_rows_int (rows, 1), .kind = kind };
  take_days (rows, 3, incident->from, incident->until);
  return TRUE;
}

/** xb_workspace_find_roi_incident: @incident: (out) */
gboolean
xb_workspace_find_roi_incident (XbWorkspace   *self,
                                gint64         number_id,
                                gboolean       over,
                                XbRoiIncident *incident)
{
  g_autoptr(XbRows) rows = NULL;

  g_return_val_if_fail (XB_IS_WORKSPACE (self), FALSE);

  rows = xb_db_query (xb_workspace_get_db (self), NULL, FIND "WHERE ?1 IN (0, i.number_id) AND (NOT ?2 OR " XB_ROI_INCIDENT_ENDED
                      " IS NOT NULL) ORDER BY i.detected_at DESC, i.id DESC LIMIT 1", "ii", number_id, (gint64) over);
  return take_incident (rows, incident);
}

/** xb_workspace_get_roi_incident: @incident: (out); @error: set to %XB_ERROR_NOT_FOUND where there is none, or its number is gone */
gboolean
xb_workspace_get_roi_incident (XbWorkspace    *self,
                               gint64          id,
                               XbRoiIncident  *incident,
                               GError        **error)
{
  g_autoptr(XbRows) rows = NULL;

  g_return_val_if_fail (XB_IS_WORKSPACE (self), FALSE);

  rows = xb_db_query (xb_workspace_get_db (self), NULL, FIND "WHERE i.id = ?", "i", id);
  if (take_incident (rows, incident))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
               _("Incident %" PRId64 " is not there, or its number was removed; choose one of the list"), id);
  return FALSE;
}

static void
set_day (char        to[11],
         const char *day,
         int         add)
{
  g_autofree char *moved = xb_day_add (day, add);

  g_strlcpy (to, moved != NULL ? moved : day, 11);
}

/**
 * xb_roi_incident_get_days:
 * @over: the days of the incident with those since it was over; else the usual days before it with its own
 * @today: where an incident ends that is not over
 * @days: (out): what to compare with what
 *
 * Returns: whether there is something to compare; not with @over where it is not
 */
gboolean
xb_roi_incident_get_days (const XbRoiIncident  *self,
                          gboolean              over,
                          const char           *today,
                          XbRoiDays            *days,
                          GError              **error)
{
  const char *until = *self->until != '\0' ? self->until : strcmp (today, self->from) > 0 ? today : self->from;

  if (over && *self->until == '\0')
    {
      g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID,
                           _("The incident is not over yet; compare its days with the usual ones before"));
      return FALSE;
    }
  set_day (days->day[0], self->from, over ? 0 : -USUAL_DAYS);
  set_day (days->day[1], over ? until : self->from, over ? 0 : -1);
  set_day (days->day[2], over ? until : self->from, over ? 1 : 0);
  set_day (days->day[3], until, over ? USUAL_DAYS : 0);
  return TRUE;
}
