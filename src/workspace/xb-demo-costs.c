/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-demo-costs.h"
#include "xb-enum-types.h"
#include "xb-enums.h"

/* What the made-up business paid in its first year of certified numbers: bills as they come, in fen. What the program
 * writes by itself, as for a real business, is not among them. */

#define DAY (24 * 3600)

static const struct
{
  int            days_ago;
  guint          number; /* as in xb_demo_numbers, from 1; 0: of none */
  const char    *platform;
  XbCostCategory category;
  gint64         amount;
  const char    *note;
} costs[] = {
  { 293, 1, "cmcc", XB_COST_CATEGORY_ANNUAL, 36000, "年费，客服热线" },
  { 247, 1, "third-party", XB_COST_CATEGORY_ANNUAL, 48000, "年费，客服热线" },
  { 210, 2, "third-party", XB_COST_CATEGORY_EXPEDITE, 10000, "赶在五一前生效" },
  { 207, 2, "third-party", XB_COST_CATEGORY_ANNUAL, 48000, "年费，春熙路店" },
  { 176, 2, "third-party", XB_COST_CATEGORY_LABEL, 8000, "第四次换标签" },
  { 123, 12, "telecom", XB_COST_CATEGORY_ANNUAL, 24000, "年费，总机" },
  { 88, 1, "cmcc", XB_COST_CATEGORY_LABEL, 5000, "换标签" },
  { 74, 10, NULL, XB_COST_CATEGORY_APPEAL, 6000, "申诉材料公证、快递" },
  { 39, 2, "third-party", XB_COST_CATEGORY_LABEL, 8000, "换成冰饮专线" },
  { 300, 0, NULL, XB_COST_CATEGORY_OTHER, 12000, "标志图设计" },
};

/* Half an hour a month, at 60 yuan an hour. */
#define INSPECTION_FEN  3000
#define INSPECTIONS     9

static gboolean
write_inspections (XbDb    *db,
                   gint64   now,
                   GError **error)
{
  for (int i = 1; i <= INSPECTIONS; i++)
    {
      g_autofree char *day = xb_instant_to_day (now - (gint64) (i * 30 - 1) * DAY);

      if (!xb_db_run (db, error, "INSERT INTO cost (amount, category, on_date, note) VALUES (?, 'inspection', ?, ?)", "itt",
                      (gint64) INSPECTION_FEN, day, "月度巡检，约半小时"))
        return FALSE;
    }
  return TRUE;
}

/** xb_demo_write_costs: the ledger, the margin and a budget for the year of @now (UTC seconds) */
gboolean
xb_demo_write_costs (XbDb    *db,
                     gint64   now,
                     GError **error)
{
  g_autofree char *today = xb_instant_to_day (now);
  g_autofree char *budget = g_strdup_printf ("budget-%.4s", today);

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autofree char *day = xb_instant_to_day (now - (gint64) costs[i].days_ago * DAY);

      if (!xb_db_run (db, error, "INSERT INTO cost (amount, category, on_date, number_id, platform, note) "
                      "VALUES (?, ?, ?, nullif (?, 0), ?, ?)", "ittitt", costs[i].amount,
                      xb_enum_to_nick (XB_TYPE_COST_CATEGORY, costs[i].category), day, (gint64) costs[i].number,
                      costs[i].platform, costs[i].note))
        return FALSE;
    }
  return write_inspections (db, now, error) &&
         xb_db_run (db, error, "INSERT OR REPLACE INTO setting VALUES ('margin', '3500'), (?, '300000')", "t", budget);
}
