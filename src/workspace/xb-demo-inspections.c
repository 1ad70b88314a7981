/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-channel.h"
#include "xb-day.h"
#include "xb-demo-inspections.h"
#include "xb-demo-table.h"
#include "xb-inspection-private.h"

/* The demonstration has looked after its numbers: three inspections, signed. What failed in the first was mended in
 * the second; in the last one a phone was out of the house. */

#define DAY (24 * 3600)

static const int days_ago[] = { 89, 59, 29 };

static const struct
{
  guint       round;
  const char *key;
  const char *result;
  const char *seen;
  const char *note;
} findings[] = {
  { 0, "display/+862865551201/third-party/xiaomi", "fail", "", "只显示号码，没有名称" },
  { 0, "hours", "pass", "10:00–22:30", NULL },
  { 1, "hours", "pass", "10:00–22:00", "冬季营业时间" },
  { 1, "display/+862865551201/third-party/xiaomi", "pass", NULL, "平台重新同步后恢复" },
  { 2, "display/+862865551200/telecom/xiaomi", "skip", NULL, "小米手机送修" },
  { 2, "hours", "pass", "10:00–22:00", NULL },
};

static GHashTable *
make_places (GPtrArray *channels)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < channels->len; i++)
    {
      XbChannel *channel = g_ptr_array_index (channels, i);
      XbInspectionPlace *place = g_new0 (XbInspectionPlace, 1);

      place->key = channel->key;
      place->kind = channel->kind;
      place->edits.of = -1;
      g_hash_table_replace (places, place->key, place);
    }
  return places;
}

/* Everything passes that nothing is said about. */
static gboolean
fill_in (XbDb     *db,
         gint64    inspection,
         guint     round,
         gint64    at,
         GError  **error)
{
  if (!xb_db_run (db, error, "UPDATE inspection_item SET result = 'pass', at = ?1 + position * 40, seen_name = "
                  "iif (section = 'display', name, NULL), seen = iif (section = 'display', expected, NULL), recognition = "
                  "iif (section = 'display', 'on', 'unknown'), network = iif (section = 'display', 'cell', 'unknown'), "
                  "sim = iif (section = 'display', '中国移动', NULL) WHERE inspection_id = ?2 AND result = 'open'", "ii", at,
                  inspection))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    if (findings[i].round == round &&
        !xb_db_run (db, error, "UPDATE inspection_item SET result = ?1, seen = CASE WHEN ?2 IS NOT NULL THEN ?2 "
                    "WHEN ?1 = 'pass' THEN seen ELSE NULL END, seen_name = iif (?1 = 'pass', seen_name, NULL), "
                    "note = ?3 WHERE inspection_id = ?4 AND key = ?5", "tttit", findings[i].result, findings[i].seen,
                    findings[i].note, inspection, findings[i].key))
      return FALSE;
  return TRUE;
}

static gboolean
sign (XbDb     *db,
      gint64    inspection,
      gint64    at,
      GError  **error)
{
  g_autofree char *digest = NULL;

  if (!xb_db_run (db, error, "UPDATE inspection SET recorded_at = ?1, signed_at = ?1, signed_by = '市场部', seconds = ?2 "
                  "WHERE id = ?3", "iii", at + 1020, (gint64) 840, inspection))
    return FALSE;
  digest = xb_inspection_dup_digest (db, inspection, error);
  return digest != NULL &&
         xb_db_run (db, error, "UPDATE inspection SET state = 'signed', digest = ? WHERE id = ?", "ti", digest, inspection);
}

static gboolean
write_round (XbDb        *db,
             guint        round,
             gint64       at,
             GHashTable  *places,
             const char  *photo,
             const char  *photo_name,
             GError     **error)
{
  g_autofree char *day = xb_instant_to_day (at);
  gboolean estimated;
  g_autofree char *next = xb_inspection_read_next_day (db, day, day, &estimated);
  XbInspectionBuild build = { .now = at, .on_day = day, .next_day = next, .places = places,
                              .handsets = 1u << XB_HANDSET_HUAWEI | 1u << XB_HANDSET_XIAOMI };

  if (!xb_db_run (db, error, "INSERT INTO inspection (on_day, started_at, next_day) VALUES (?, ?, ?)", "tit", day, at, next))
    return FALSE;
  build.inspection = xb_db_last_id (db);
  return xb_inspection_build (&build, db, error) && fill_in (db, build.inspection, round, at, error) &&
         xb_db_run (db, error, "INSERT INTO inspection_photo (item_id, sha256, name, at) SELECT id, ?, ?, at "
                    "FROM inspection_item WHERE inspection_id = ? AND section = 'display' AND result = 'pass' "
                    "AND key LIKE 'display/+864006001825/%'", "tti", photo, photo_name, build.inspection) &&
         sign (db, build.inspection, at, error);
}

/** xb_demo_write_inspections: @channels: (element-type XbChannel): of the platforms; @photo: SHA-256 of what phones show */
gboolean
xb_demo_write_inspections (XbDb        *db,
                           gint64       now,
                           GPtrArray   *channels,
                           const char  *photo,
                           const char  *photo_name,
                           GError     **error)
{
  g_autoptr(GHashTable) places = make_places (channels);

  for (guint round = 0; round < G_N_ELEMENTS (days_ago); round++)
    if (!write_round (db, round, now - days_ago[round] * (gint64) DAY, places, photo, photo_name, error))
      return FALSE;
  return TRUE;
}
