/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-demo-labels.h"
#include "xb-enum-types.h"

/* A year of labels of the business that does not exist: what was set when goes through the same rules as at the desk,
 * day by day; each edit is handed in on its last day and shows when the platform is expected to be through. */

#define DAY (24 * 3600)

typedef struct
{
  guint       number; /* index into the numbers of the demonstration */
  const char *platform;
  const char *text;
  int         set;    /* days from today, as all of these */
  int         from;
  int         until;  /* 0: until it is replaced */
  const char *campaign;
  const char *who;
  const char *why;
} Row;

#define COMING "coming" /* the next of the trade's usual campaigns */

static const Row rows[] = {
  { 1, NULL, "冰饮专线", -150, -130, 0, NULL, "店长", "入夏换冰饮" },
  { 0, NULL, "店庆进行中", -96, -75, -60, "店庆", "市场部", "十周年店庆" },
  { 1, NULL, "火锅专线", -20, 17, 0, NULL, "店长", "入秋换火锅" },
  { 11, "telecom", "客户成功部", -4, -4, 0, NULL, "市场部", "部门改了名" },
  { 0, NULL, NULL, -2, 0, 0, COMING, "市场部", "活动期间提示" },
};

/* What starts at least so many days from now is still to come, and can be planned in peace. */
#define AHEAD 20

static const struct
{
  const char *name;
  const char *text;
  const char *from;
  const char *until;
} campaigns[] = {
  { "年货节", "年货正热卖", "01-10", "01-24" },
  { "618", "618 优惠中", "06-01", "06-18" },
  { "开学季", "开学季优惠", "08-20", "09-10" },
  { "双11", "双11 优惠中", "11-01", "11-11" },
};

typedef struct
{
  XbDb        *db;
  XbLabelDesk *desk;
  gint64       now;
  char        *today;
} Demo;

static char *
find_day (Demo *demo,
          int   offset)
{
  return xb_day_add (demo->today, offset);
}

/* Ten in the morning of @day */
static gint64
morning (const char *day)
{
  return xb_instant_from_day (day, 10, 0);
}

static void
set_now (Demo   *demo,
         gint64  at)
{
  g_autofree char *day = xb_instant_to_day (at);

  demo->desk->now = at;
  g_strlcpy (demo->desk->today, day, sizeof demo->desk->today);
}

/* The first campaign that begins far enough ahead; (out) days (transfer full) */
static guint
find_coming (Demo  *demo,
             char **from,
             char **until)
{
  g_autofree char *earliest = xb_day_add (demo->today, AHEAD);
  int year = atoi (demo->today);

  for (guint i = 0;; i++)
    {
      guint which = i % G_N_ELEMENTS (campaigns);
      g_autofree char *begin = g_strdup_printf ("%04d-%s", year + (int) (i / G_N_ELEMENTS (campaigns)),
                                                campaigns[which].from);

      if (strcmp (begin, earliest) < 0)
        continue;
      *until = g_strdup_printf ("%.4s-%s", begin, campaigns[which].until);
      *from = g_steal_pointer (&begin);
      return which;
    }
}

static gboolean
write_label (Demo       *demo,
             const Row  *row,
             GError    **error)
{
  gboolean coming = g_strcmp0 (row->campaign, COMING) == 0;
  g_autofree char *from = coming ? NULL : find_day (demo, row->from);
  g_autofree char *until = !coming && row->until != 0 ? find_day (demo, row->until) : NULL;
  guint which = coming ? find_coming (demo, &from, &until) : 0;
  gint64 number = (gint64) row->number + 1;
  gint64 campaign = 0;

  if (row->campaign != NULL)
    {
      if (!xb_db_run (demo->db, error, "INSERT INTO campaign (name, from_day, until_day, created_at) VALUES (?, ?, ?, ?)",
                      "ttti", coming ? campaigns[which].name : row->campaign, from, until, demo->desk->now))
        return FALSE;
      campaign = xb_db_last_id (demo->db);
    }
  g_free (demo->desk->who);
  demo->desk->who = g_strdup (row->who);
  return xb_label_keep_first (demo->db, number, error) &&
         xb_db_run (demo->db, error, "INSERT INTO label (number_id, platform, text, from_day, until_day, campaign_id, who, "
                    "why, created_at) VALUES (?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?)", "ittttitti", number,
                    row->platform, coming ? campaigns[which].text : row->text, from, until, campaign, row->who, row->why,
                    demo->desk->now) &&
         xb_label_desk_log (demo->desk, demo->db, xb_db_last_id (demo->db), 0, "set", row->platform, row->why, error) &&
         xb_label_replan (demo->desk, demo->db, number, error) && xb_label_desk_close (demo->desk, demo->db, error);
}

/* The next thing that happens to an edit; @at: (out): when; 0: nothing more. Only a row set on its own day is handed
 * in the same day. */
static gint64
find_next (Demo          *demo,
           XbChangeState *to,
           gint64        *at)
{
  g_autoptr(XbRows) rows_due = NULL;
  int state = XB_CHANGE_STATE_PLANNED;
  gint64 id = 0;

  *at = G_MAXINT64;
  rows_due = xb_db_query (demo->db, NULL, "SELECT id, state, iif (state = 'planned', file_by, max (expected, show_on)) AS day "
                          "FROM label_change WHERE state IN ('planned', 'filed') ORDER BY day, id LIMIT 1", "");
  if (rows_due == NULL || !xb_rows_next (rows_due, NULL))
    return 0;
  id = xb_rows_int (rows_due, 0);
  xb_enum_from_nick (XB_TYPE_CHANGE_STATE, xb_rows_text (rows_due, 1), &state);
  *to = state == XB_CHANGE_STATE_PLANNED ? XB_CHANGE_STATE_FILED : XB_CHANGE_STATE_LIVE;
  *at = morning (xb_rows_text (rows_due, 2));
  return id;
}

static gboolean
take_step (Demo           *demo,
           gint64          change,
           XbChangeState   to,
           gint64          at,
           GError        **error)
{
  set_now (demo, MAX (at, demo->desk->now));
  return (to == XB_CHANGE_STATE_FILED
            ? xb_label_edit_file (demo->desk, demo->db, change, demo->desk->now, NULL, error)
            : xb_label_edit_record (demo->desk, demo->db, change, to, demo->desk->now, NULL, error)) &&
         xb_label_desk_close (demo->desk, demo->db, error);
}

/**
 * xb_demo_write_labels:
 * @now: the day of the demonstration
 *
 * After the certifications: sets the labels, and lets everything happen that had time to.
 */
gboolean
xb_demo_write_labels (XbDb         *db,
                      XbLabelDesk  *desk,
                      gint64        now,
                      GError      **error)
{
  g_autofree char *today = xb_instant_to_day (now);
  Demo demo = { db, desk, now, today };
  guint row = 0;

  while (TRUE)
    {
      gint64 set_at = row < G_N_ELEMENTS (rows) ? now + rows[row].set * DAY : G_MAXINT64;
      XbChangeState to = XB_CHANGE_STATE_FILED;
      gint64 at;
      gint64 change = find_next (&demo, &to, &at);

      if (set_at <= at && set_at <= now)
        {
          set_now (&demo, set_at);
          if (!write_label (&demo, &rows[row++], error))
            return FALSE;
        }
      else if (change == 0 || at >= morning (today))
        return TRUE; /* what is due today is for the one who looks at it */
      else if (!take_step (&demo, change, to, at, error))
        return FALSE;
    }
}
