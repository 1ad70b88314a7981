/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-workspace-inspection.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

#define XB_INSPECTION_SELECT                                                                                       \
  "SELECT r.*, (SELECT count (*) FROM inspection_item t WHERE t.inspection_id = r.id) AS items, "                  \
  "(SELECT count (*) FROM inspection_item t WHERE t.inspection_id = r.id AND t.result = 'open') AS open, "         \
  "(SELECT count (*) FROM inspection_item t WHERE t.inspection_id = r.id AND t.result = 'pass') AS passed, "       \
  "(SELECT count (*) FROM inspection_item t WHERE t.inspection_id = r.id AND t.result = 'fail') AS failed, "       \
  "(SELECT count (*) FROM inspection_item t WHERE t.inspection_id = r.id AND t.result = 'skip') AS skipped, "      \
  "(SELECT count (*) FROM inspection_photo p JOIN inspection_item t ON t.id = p.item_id "                          \
  " WHERE t.inspection_id = r.id) AS photos, "                                                                     \
  "(SELECT count (*) FROM inspection_task k JOIN inspection_item t ON t.id = k.item_id "                           \
  " WHERE t.inspection_id = r.id AND k.closed_at = 0) AS tasks FROM inspection r "

/* With the same thing in the inspection that was signed before. */
#define XB_INSPECTION_ITEM_SELECT                                                                                  \
  "SELECT r.*, n.national AS number, n.e164, "                                                                     \
  "(SELECT count (*) FROM inspection_photo p WHERE p.item_id = r.id) AS photos, "                                  \
  "(SELECT p.sha256 FROM inspection_photo p WHERE p.item_id = r.id ORDER BY p.id DESC LIMIT 1) AS photo, "         \
  "ifnull ((SELECT k.id FROM inspection_task k WHERE k.item_id = r.id), 0) AS task_id, "                           \
  "ifnull (b.result, 'open') AS last, b.at AS last_at, b.note AS last_note "                                       \
  "FROM inspection_item r LEFT JOIN number n ON n.id = r.number_id LEFT JOIN inspection_item b ON b.key = r.key "  \
  "AND b.inspection_id = (SELECT max (s.id) FROM inspection s WHERE s.state = 'signed' AND s.id < r.inspection_id) "

#define XB_INSPECTION_TASK_SELECT                                                                                  \
  "SELECT r.*, t.inspection_id, t.number_id, t.handset, t.platform, t.topic, t.name, t.expected, t.section, "      \
  "(SELECT n.national FROM number n WHERE n.id = t.number_id) AS number "                                          \
  "FROM inspection_task r JOIN inspection_item t ON t.id = r.item_id "

/* What each brand was seen to show the last two times: in inspections, and on the photos of the acceptance. Brand by
 * brand, because each is then found at once however many years of inspections there are. */
#define XB_MATRIX_SELECT                                                                                           \
  "SELECT r.id, r.number_id, n.national AS number, n.e164, n.use, r.platform, r.display_name AS name, r.label, "   \
  "(SELECT group_concat (h.brand || ':' || ifnull ((SELECT group_concat (at || ':' || passed || ':' || item) FROM " \
  " (SELECT * FROM (SELECT * FROM (SELECT t.at, t.result = 'pass' AS passed, t.id AS item FROM inspection_item t " \
  "    JOIN inspection i ON i.id = t.inspection_id AND i.removed_at IS NULL WHERE t.number_id = r.number_id "      \
  "    AND t.platform = r.platform AND t.handset = h.brand AND t.section = 'display' "                             \
  "    AND t.result IN ('pass', 'fail') ORDER BY t.at DESC LIMIT 2) UNION ALL "                                    \
  "   SELECT * FROM (SELECT e.at, 1, 0 FROM evidence e WHERE e.certification_id = r.id AND e.handset = h.brand "   \
  "    ORDER BY e.at DESC LIMIT 2)) ORDER BY at DESC LIMIT 2)), ''), ';') "                                        \
  " FROM (SELECT 'huawei' AS brand UNION ALL VALUES ('xiaomi'), ('oppo'), ('vivo'), ('honor'), ('apple'), "        \
  "  ('samsung'), ('other')) h) AS sights FROM certification r JOIN number n ON n.id = r.number_id "

/**
 * XbInspectionPlace:
 * @edits: of the contract year; @edits.of is -1 where nobody knows
 *
 * A platform on which numbers show, as the building of an inspection sees it: copied, for the writer thread.
 */
typedef struct
{
  char           *key;
  XbPlatformKind  kind;
  XbFreeEdits     edits;
} XbInspectionPlace;

/**
 * XbInspectionBuild:
 * @handsets: bits of #XbHandset that the business checks
 * @places: key → #XbInspectionPlace
 */
typedef struct
{
  gint64      inspection;
  gint64      now;
  char       *on_day;
  char       *next_day;
  guint       handsets;
  GHashTable *places;
  gint64      position;
} XbInspectionBuild;

gboolean  xb_inspection_build            (XbInspectionBuild   *self,
                                          XbDb                *db,
                                          GError             **error);
gboolean  xb_inspection_add_report       (XbInspectionBuild   *self,
                                          XbDb                *db,
                                          GError             **error);
gboolean  xb_inspection_add_item         (XbInspectionBuild   *self,
                                          XbDb                *db,
                                          XbInspectionSection  section,
                                          const char          *topic,
                                          const char          *key,
                                          gint64               number,
                                          const char          *platform,
                                          const char          *name,
                                          const char          *expected,
                                          GError             **error);
gboolean  xb_inspection_refresh          (XbDb                *db,
                                          gint64               inspection,
                                          gint64               now,
                                          GError             **error);
char     *xb_inspection_read_next_day    (XbDb                *db,
                                          const char          *after,
                                          const char          *today,
                                          gboolean            *estimated);
XbInspectionRhythm xb_inspection_read_rhythm (XbDb            *db);
char     *xb_inspection_dup_digest       (XbDb                *db,
                                          gint64               inspection,
                                          GError             **error);
gboolean  xb_inspection_check_open       (XbDb                *db,
                                          gint64               inspection,
                                          GError             **error);

/* For whoever opens an incident because an item failed: from then on the incident has the days, not the task. */
gboolean  xb_inspection_task_set_incident (XbDb               *db,
                                          gint64               item,
                                          gint64               incident,
                                          gint64               now,
                                          GError             **error);

G_END_DECLS
