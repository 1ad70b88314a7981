/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"
#include "xb-label-desk-private.h"

/* What an inspection looks at, made from the register inside one transaction. */

/** xb_inspection_add_item: @number: 0: of none; @platform, @name, @expected: (nullable) */
gboolean
xb_inspection_add_item (XbInspectionBuild    *self,
                        XbDb                 *db,
                        XbInspectionSection   section,
                        const char           *topic,
                        const char           *key,
                        gint64                number,
                        const char           *platform,
                        const char           *name,
                        const char           *expected,
                        GError              **error)
{
  return xb_db_run (db, error, "INSERT INTO inspection_item (inspection_id, position, section, key, topic, number_id, "
                    "platform, name, expected) VALUES (?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?)", "iitttittt",
                    self->inspection, ++self->position, xb_enum_to_nick (XB_TYPE_INSPECTION_SECTION, section), key, topic,
                    number, platform, name, expected);
}

typedef struct
{
  gint64 number;
  char  *e164;
  char  *platform;
  char  *name;
  char  *label;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_free (shown->e164);
  g_free (shown->platform);
  g_free (shown->name);
  g_free (shown->label);
  g_free (shown);
}

/* A planned label that is not through yet cannot be seen. */
static gboolean
is_under_way (XbDb       *db,
              gint64      number,
              const char *platform,
              const char *text,
              const char *on_day)
{
  return xb_db_int (db, 0, "SELECT count (*) FROM label_change WHERE number_id = ? AND platform = ? AND text = ? "
                    "AND (state IN ('planned', 'refused') OR (state = 'filed' AND expected > ?))", "ittt", number, platform,
                    text, on_day) != 0;
}

/* What is to show on that day; where nothing is planned or it is still on its way, what showed before. */
static char *
find_label (XbDb       *db,
            gint64      number,
            const char *platform,
            const char *on_day,
            const char *handed_in)
{
  g_autoptr(XbLabelNumber) labels = xb_label_number_load (db, number, NULL);
  const XbLabelSpan *span = NULL;

  if (labels != NULL)
    span = xb_label_spans_find ((const XbLabelSpan *) labels->spans->data, labels->spans->len, platform, on_day);
  if (span == NULL || is_under_way (db, number, platform, span->text, on_day))
    return g_strdup (handed_in);
  return g_strdup (span->text);
}

static GPtrArray *
read_shown (XbInspectionBuild *self,
            XbDb              *db,
            GError           **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (shown_free);
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT c.number_id, n.e164, c.platform, c.display_name, c.label FROM certification c "
                      "JOIN number n ON n.id = c.number_id WHERE c.state = 'live' AND n.removed_at IS NULL "
                      "ORDER BY c.number_id, c.platform", "");
  if (rows == NULL)
    return NULL;
  while (xb_rows_next (rows, NULL))
    {
      Shown *shown = g_new0 (Shown, 1);

      shown->number = xb_rows_int (rows, 0);
      shown->e164 = g_strdup (xb_rows_text (rows, 1));
      shown->platform = g_strdup (xb_rows_text (rows, 2));
      shown->name = g_strdup (xb_rows_text (rows, 3));
      shown->label = find_label (db, shown->number, shown->platform, self->on_day, xb_rows_text (rows, 4));
      g_ptr_array_add (all, shown);
    }
  return g_steal_pointer (&all);
}

static gboolean
add_display (XbInspectionBuild *self,
             XbDb              *db,
             const Shown       *shown,
             XbHandset          handset,
             const char        *logo,
             GError           **error)
{
  const XbInspectionPlace *place = g_hash_table_lookup (self->places, shown->platform);
  const char *brand = xb_enum_to_nick (XB_TYPE_HANDSET, handset);
  g_autofree char *key = xb_inspection_dup_key ("display", shown->e164, shown->platform, brand);
  gboolean of_operator = place != NULL && place->kind == XB_PLATFORM_KIND_OPERATOR;

  if (place != NULL && !xb_inspection_shows_on (place->kind, shown->platform, handset))
    return TRUE;
  return xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_DISPLAY, "display", key, shown->number,
                                 shown->platform, shown->name, shown->label, error) &&
         xb_db_run (db, error, "UPDATE inspection_item SET handset = ?, operator = ?, logo = ? WHERE id = ?", "ttti", brand,
                    of_operator ? shown->platform : NULL, logo, xb_db_last_id (db));
}

/* One phone in the hand, all numbers called with it, then the next phone. */
static gboolean
add_displays (XbInspectionBuild *self,
              XbDb              *db,
              GPtrArray         *all,
              GError           **error)
{
  g_autofree char *logo = xb_db_text (db, "SELECT sha256 FROM material WHERE type = 'logo' AND removed_at IS NULL "
                                      "ORDER BY id DESC LIMIT 1", "");

  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    for (guint i = 0; (self->handsets & 1u << handset) != 0 && i < all->len; i++)
      if (!add_display (self, db, g_ptr_array_index (all, i), handset, logo, error))
        return FALSE;
  return TRUE;
}

static gboolean
add_stale (XbInspectionBuild *self,
           XbDb              *db,
           GError           **error)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT c.id, c.label_id, c.number_id, n.e164, c.platform, c.was, c.text FROM label_change c "
                      "JOIN number n ON n.id = c.number_id WHERE c.kind = 'restore' AND c.show_on <= ? "
                      "AND c.state IN ('planned', 'filed', 'refused') ORDER BY c.number_id, c.platform, c.show_on", "t",
                      self->on_day);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      g_autofree char *label = g_strdup_printf ("%" G_GINT64_FORMAT, xb_rows_int (rows, 1));
      g_autofree char *key = xb_inspection_dup_key ("stale", xb_rows_text (rows, 3), xb_rows_text (rows, 4), label);

      if (xb_db_int (db, 0, "SELECT count (*) FROM inspection_item WHERE inspection_id = ? AND key = ?", "it",
                     self->inspection, key) != 0)
        continue;
      if (!xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_STALE, "stale", key, xb_rows_int (rows, 2),
                                   xb_rows_text (rows, 4), xb_rows_text (rows, 5), xb_rows_text (rows, 6), error) ||
          !xb_db_run (db, error, "UPDATE inspection_item SET label_id = ?, change_id = ? WHERE id = ?", "iii",
                      xb_rows_int (rows, 1), xb_rows_int (rows, 0), xb_db_last_id (db)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_uses (XbInspectionBuild *self,
          XbDb              *db,
          GError           **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, e164, use, hours FROM number n WHERE removed_at IS NULL AND EXISTS "
                                        "(SELECT 1 FROM certification c WHERE c.number_id = n.id AND c.state = 'live') "
                                        "AND health <> 'none' ORDER BY id", "");

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      g_autofree char *key = xb_inspection_dup_key ("use", xb_rows_text (rows, 1), NULL, NULL);

      g_autofree char *hours = xb_inspection_dup_key ("hours", xb_rows_text (rows, 1), NULL, NULL);

      if (!xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_TRUTH, "use", key, xb_rows_int (rows, 0), NULL, NULL,
                                   xb_rows_text (rows, 2), error))
        return FALSE;
      if (xb_rows_text (rows, 3) != NULL &&
          !xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_TRUTH, "hours-of", hours, xb_rows_int (rows, 0), NULL,
                                   NULL, xb_rows_text (rows, 3), error))
        return FALSE;
    }
  return TRUE;
}

/* Where the register has no hours, what was written down the last time is what is expected. */
static gboolean
add_truth (XbInspectionBuild *self,
           XbDb              *db,
           GError           **error)
{
  g_autofree char *address = xb_db_text (db, "SELECT address FROM business", "");
  g_autofree char *name = xb_db_text (db, "SELECT ifnull ((SELECT group_concat (name, '、') FROM brand), "
                                      "(SELECT name FROM business))", "");
  g_autofree char *hours = xb_db_text (db, "SELECT ifnull ((SELECT hours FROM business), (SELECT ifnull (nullif (t.seen, ''), t.note) FROM inspection_item t "
                                       "JOIN inspection i ON i.id = t.inspection_id WHERE t.key = 'hours' "
                                       "AND i.state = 'signed' AND ifnull (nullif (t.seen, ''), t.note) IS NOT NULL ORDER BY i.id DESC LIMIT 1))", "");
  const XbInspectionSection truth = XB_INSPECTION_SECTION_TRUTH;

  if (xb_db_int (db, 0, "SELECT count (*) FROM business", "") == 0)
    return add_uses (self, db, error);
  return xb_inspection_add_item (self, db, truth, "address", "address", 0, NULL, NULL, address, error) &&
         xb_inspection_add_item (self, db, truth, "name", "name", 0, NULL, NULL, name, error) &&
         xb_inspection_add_item (self, db, truth, "hours", "hours", 0, NULL, NULL, hours, error) &&
         add_uses (self, db, error);
}

/* Anything with an end: topic, and the question that finds it: key, number, platform, name, day. */
static const struct
{
  const char *topic;
  const char *sql;
} endings[] = {
  { "licence", "SELECT NULL, 0, NULL, name, licence_expires FROM business WHERE licence_expires IS NOT NULL "
               "AND licence_expires <= ?" },
  { "material", "SELECT type || '/' || substr (sha256, 1, 12), 0, NULL, name, expires FROM material "
                "WHERE removed_at IS NULL AND expires IS NOT NULL AND expires <= ? ORDER BY expires, id" },
  { "nda", "SELECT platform, 0, platform, NULL, max (expires) FROM nda GROUP BY platform HAVING max (expires) <= ? "
           "ORDER BY 5, 1" },
  { "mark", "SELECT name, 0, NULL, name, expires FROM brand WHERE registered <> 0 AND expires IS NOT NULL "
            "AND expires <= ? ORDER BY expires, id" },
  { "contract", "SELECT n.e164 || '/' || c.platform, n.id, c.platform, c.display_name, c.expires FROM certification c "
                "JOIN number n ON n.id = c.number_id WHERE c.state IN ('live', 'suspended') AND c.expires IS NOT NULL "
                "AND c.expires <= ? ORDER BY c.expires, c.id" },
};

static gboolean
add_endings (XbInspectionBuild *self,
             XbDb              *db,
             GError           **error)
{
  gint64 before = self->position;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr(XbRows) rows = xb_db_query (db, error, endings[i].sql, "t", self->next_day);

      if (rows == NULL)
        return FALSE;
      while (xb_rows_next (rows, NULL))
        {
          g_autofree char *key = xb_inspection_dup_key (endings[i].topic, xb_rows_text (rows, 0), NULL, NULL);

          if (!xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_PAPERS, endings[i].topic, key, xb_rows_int (rows, 1),
                                       xb_rows_text (rows, 2), xb_rows_text (rows, 3), xb_rows_text (rows, 4), error) ||
              !xb_db_run (db, error, "UPDATE inspection_item SET due = expected WHERE id = ?", "i", xb_db_last_id (db)))
            return FALSE;
        }
    }
  if (self->position > before)
    return TRUE;
  return xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_PAPERS, "ending", "ending", 0, NULL, NULL, self->next_day,
                                 error) &&
         xb_db_run (db, error, "UPDATE inspection_item SET result = 'pass', automatic = 1, at = ? WHERE id = ?", "ii",
                    self->now, xb_db_last_id (db));
}

static gboolean
add_edits (XbInspectionBuild *self,
           XbDb              *db,
           GError           **error)
{
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (self->places), (GCompareFunc) strcmp);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const XbInspectionPlace *place = g_hash_table_lookup (self->places, l->data);
      g_autofree char *key = xb_inspection_dup_key ("edits", place->key, NULL, NULL);

      if (place->edits.of < 0)
        continue;
      if (!xb_inspection_add_item (self, db, XB_INSPECTION_SECTION_PAPERS, "edits", key, 0, place->key, NULL,
                                   place->edits.until, error) ||
          !xb_db_run (db, error, "UPDATE inspection_item SET value = ?, total = ?, result = 'pass', automatic = 1, at = ? "
                      "WHERE id = ?", "iiii", (gint64) place->edits.left, (gint64) place->edits.of, self->now,
                      xb_db_last_id (db)))
        return FALSE;
    }
  return TRUE;
}

/** xb_inspection_build: the inspection is there; adds everything that it looks at */
gboolean
xb_inspection_build (XbInspectionBuild *self,
                     XbDb              *db,
                     GError           **error)
{
  g_autoptr(GPtrArray) all = read_shown (self, db, error);

  return all != NULL && add_displays (self, db, all, error) && add_stale (self, db, error) &&
         add_truth (self, db, error) && xb_inspection_add_report (self, db, error) && add_endings (self, db, error) &&
         add_edits (self, db, error) && xb_inspection_refresh (db, self->inspection, self->now, error);
}
