/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-demo-incidents.h"
#include "xb-incident-ledger.h"
#include "xb-workdays.h"

/* The demonstration's cases: the number of group sales was marked yesterday and is under way; an older case is closed. */

#define HOUR (3600)
#define DAY  (24 * HOUR)

static gboolean
file_appeal (XbDb        *db,
             gint64       incident,
             const char  *platform,
             const char  *case_no,
             gint64       at,
             int          days,
             GError     **error)
{
  g_autofree char *day = xb_instant_to_day (at);
  gboolean estimated = FALSE;
  g_autofree char *expected = xb_workdays_add (xb_workdays_get_default (), day, days, &estimated, error);

  return expected != NULL &&
         xb_db_run (db, error, "UPDATE appeal SET state = 'filed', filed_at = ?, case_no = ?, expected = ?, estimated = ? "
                    "WHERE incident_id = ? AND platform = ?", "ittiit", at, case_no, expected, (gint64) estimated, incident,
                    platform) &&
         xb_incident_log (db, incident, at, "filed", platform, case_no, error);
}

static gboolean
write_open (XbDb        *db,
            gint64       now,
            const char  *screenshot,
            const char  *name,
            GError     **error)
{
  static const char *const platforms[] = { "caict", "qihoo360", "tencent-guard", "teddymobile", "dianhuabang", NULL };
  gint64 detected = now - 20 * HOUR, filed = detected + HOUR + 25 * 60, id = 0;

  return xb_incident_insert (db, &(XbIncidentDraft) { .number_id = 8, .kind = XB_INCIDENT_KIND_MARK, .detected_at = detected,
                                                      .now = detected, .seen = "广告推销", .platforms = platforms },
                             &id, error) &&
         xb_db_run (db, error, "UPDATE incident SET layer = 'mark' WHERE id = ?", "i", id) &&
         xb_incident_log (db, id, detected + 10 * 60, "layer", "mark", NULL, error) &&
         xb_db_run (db, error, "INSERT INTO incident_evidence (incident_id, step, at, sha256, name) VALUES (?, 'appeal', ?, ?, ?)",
                    "iitt", id, filed, screenshot, name) &&
         xb_incident_log (db, id, filed, "evidence", "appeal", name, error) &&
         file_appeal (db, id, "caict", "XT-20931", filed, 3, error) &&
         file_appeal (db, id, "tencent-guard", "TX-55017", filed + 10 * 60, 5, error) &&
         xb_incident_finish_step (db, id, XB_STEP_KIND_APPEAL, filed + 10 * 60, NULL, error);
}

static gboolean
write_closed (XbDb     *db,
              gint64    now,
              GError  **error)
{
  static const char *const platforms[] = { "qihoo360", NULL };
  gint64 detected = now - 75 * DAY, cleared = detected + 3 * DAY, id = 0;

  if (!xb_incident_insert (db, &(XbIncidentDraft) { .number_id = 10, .kind = XB_INCIDENT_KIND_MARK, .detected_at = detected,
                                                    .now = detected, .seen = "骚扰电话", .platforms = platforms }, &id, error) ||
      !file_appeal (db, id, "qihoo360", "360-8812", detected + HOUR, 3, error))
    return FALSE;
  for (XbStepKind step = 0; step < XB_N_STEPS; step++)
    if (!xb_incident_finish_step (db, id, step, detected + (step + 1) * 7 * HOUR / 4, NULL, error))
      return FALSE;
  return xb_db_run (db, error, "UPDATE appeal SET state = 'cleared', answered_at = ? WHERE incident_id = ?", "ii", cleared, id) &&
         xb_incident_log (db, id, cleared, "cleared", "qihoo360", NULL, error) &&
         xb_incident_plan_rechecks (db, id, cleared, error) &&
         xb_db_run (db, error, "UPDATE recheck SET done_at = unixepoch (due) + 36000 WHERE incident_id = ?", "i", id) &&
         xb_db_run (db, error, "UPDATE incident SET state = 'closed', closed_at = ?, purpose = 'after-sales' WHERE id = ?", "ii",
                    cleared + HOUR, id) &&
         xb_incident_log (db, id, cleared + HOUR, "closed", NULL, NULL, error);
}

/**
 * xb_demo_write_incidents:
 * @screenshot: SHA-256 of a stored picture
 * @name: its name
 */
gboolean
xb_demo_write_incidents (XbDb        *db,
                         gint64       now,
                         const char  *screenshot,
                         const char  *name,
                         GError     **error)
{
  return write_closed (db, now, error) && write_open (db, now, screenshot, name, error);
}
