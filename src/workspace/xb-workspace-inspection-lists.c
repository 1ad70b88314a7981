/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-private.h"
#include "xb-list-where.h"
#include "xb-phone.h"

/* Inspections as windows and xinbiaoctl see them. */

XbInspection *
xb_workspace_ref_inspection (XbWorkspace *self,
                             gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_INSPECTION, id);
}

XbInspectionItem *
xb_workspace_ref_inspection_item (XbWorkspace *self,
                                  gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_INSPECTION_ITEM, id);
}

XbInspectionTask *
xb_workspace_ref_inspection_task (XbWorkspace *self,
                                  gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_INSPECTION_TASK, id);
}

/** xb_workspace_list_inspections: Returns: (transfer full): the newest first */
GListModel *
xb_workspace_list_inspections (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_INSPECTION,
                            &(XbWhere) { "FROM inspection q WHERE q.removed_at IS NULL", "q.on_day DESC, q.id DESC" });
}

#define CHANGED                                                                                                    \
  "FROM inspection_item q JOIN inspection_item b ON b.key = q.key AND b.inspection_id = "                          \
  "(SELECT max (s.id) FROM inspection s WHERE s.state = 'signed' AND s.id < q.inspection_id) "                     \
  "WHERE q.inspection_id = ? AND ((q.result = 'fail' AND b.result <> 'open') OR (q.result = 'pass' AND b.result = 'fail'))"

/** xb_workspace_list_inspection_items: Returns: (transfer full): in the order in which they are gone through */
GListModel *
xb_workspace_list_inspection_items (XbWorkspace        *self,
                                    gint64              inspection,
                                    XbInspectionFilter  filter)
{
  static const XbWhere filters[] = {
    [XB_INSPECTION_FILTER_ALL] = { "FROM inspection_item q WHERE q.inspection_id = ?", "q.position" },
    [XB_INSPECTION_FILTER_OPEN] = { "FROM inspection_item q WHERE q.inspection_id = ? AND q.result = 'open'", "q.position" },
    [XB_INSPECTION_FILTER_FAILED] = { "FROM inspection_item q WHERE q.inspection_id = ? AND q.result = 'fail'",
                                      "q.position" },
    [XB_INSPECTION_FILTER_CHANGED] = { CHANGED, "q.position" },
  };

  return xb_where_new_list_of (self, XB_KIND_INSPECTION_ITEM, &filters[filter], inspection);
}

/** xb_workspace_list_inspection_gone: Returns: (transfer full): items of the inspection before */
GListModel *
xb_workspace_list_inspection_gone (XbWorkspace *self,
                                   gint64       inspection)
{
  return xb_where_new_list_of (self, XB_KIND_INSPECTION_ITEM,
                               &(XbWhere) { "FROM inspection_item q WHERE q.inspection_id = (SELECT max (s.id) "
                                            "FROM inspection s WHERE s.state = 'signed' AND s.id < ?1) "
                                            "AND q.section IN ('display', 'truth') AND NOT EXISTS (SELECT 1 "
                                            "FROM inspection_item n WHERE n.inspection_id = ?1 AND n.key = q.key)",
                                            "q.position" }, inspection);
}

/** xb_workspace_list_inspection_photos: Returns: (transfer full): of one item, the first that was taken first */
GListModel *
xb_workspace_list_inspection_photos (XbWorkspace *self,
                                     gint64       item)
{
  return xb_where_new_list_of (self, XB_KIND_INSPECTION_PHOTO,
                               &(XbWhere) { "FROM inspection_photo q WHERE q.item_id = ?", "q.id" }, item);
}

/** xb_workspace_list_inspection_tasks: Returns: (transfer full): what is not mended yet comes first */
GListModel *
xb_workspace_list_inspection_tasks (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_INSPECTION_TASK,
                            &(XbWhere) { "FROM inspection_task q WHERE 1", "q.closed_at > 0, q.due, q.id" });
}

/** xb_workspace_list_matrix: Returns: (transfer full): every number that callers see by name, in the register's order */
GListModel *
xb_workspace_list_matrix (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_MATRIX,
                            &(XbWhere) { "FROM certification q WHERE q.state = 'live'", "q.number_id, q.platform" });
}

guint
xb_workspace_get_checked_handsets (XbWorkspace *self)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  const char *chosen = business != NULL ? xb_business_get_handsets (business) : NULL;
  g_auto(GStrv) words = g_strsplit (chosen != NULL && *chosen != '\0' ? chosen : "huawei", ",", -1);
  guint bits = 0;
  int handset;

  for (guint i = 0; words[i] != NULL; i++)
    if (xb_enum_from_nick (XB_TYPE_HANDSET, words[i], &handset))
      bits |= 1u << handset;
  return bits;
}

static gint64
find_key (XbWorkspace *self,
          gint64       inspection,
          const char  *key,
          int          handset)
{
  XbDb *db = xb_workspace_get_db (self);
  const char *brand = handset >= 0 ? xb_enum_to_nick (XB_TYPE_HANDSET, handset) : NULL;
  g_autofree char *longer = g_strdup_printf ("%s/%s", key, brand != NULL ? brand : "");
  gint64 found = xb_db_int (db, 0, "SELECT id FROM inspection_item WHERE inspection_id = ? AND key = ?", "it", inspection,
                            key);

  if (found == 0 && brand != NULL)
    found = xb_db_int (db, 0, "SELECT id FROM inspection_item WHERE inspection_id = ? AND key = ?", "it", inspection, longer);
  return found;
}

/* A number is enough where only one thing is looked at on that phone. */
static gint64
find_number_item (XbWorkspace  *self,
                  gint64        inspection,
                  const char   *e164,
                  int           handset,
                  GError      **error)
{
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GString) keys = g_string_new (NULL);
  gint64 found = 0;
  guint n = 0;

  rows = xb_db_query (xb_workspace_get_db (self), error, "SELECT t.id, t.key FROM inspection_item t JOIN number n "
                      "ON n.id = t.number_id WHERE t.inspection_id = ?1 AND n.e164 = ?2 AND t.section = 'display' "
                      "AND (?3 IS NULL OR t.handset = ?3) ORDER BY t.position LIMIT 10", "itt", inspection, e164,
                      handset >= 0 ? xb_enum_to_nick (XB_TYPE_HANDSET, handset) : NULL);
  if (rows == NULL)
    return -1;
  for (; xb_rows_next (rows, NULL); n++)
    {
      found = xb_rows_int (rows, 0);
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", xb_rows_text (rows, 1));
    }
  if (n > 1)
    g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("several items are about that number: %s; name one of them"),
                 keys->str);
  return n > 1 ? -1 : found;
}

static gint64
find_by_words (XbWorkspace  *self,
               gint64        inspection,
               const char   *words,
               int           handset,
               GError      **error)
{
  gint64 found = find_key (self, inspection, words, handset);
  char *rest;
  gint64 id = g_ascii_strtoll (words, &rest, 10);
  XbPhone phone;

  if (found == 0 && id > 0 && *rest == '\0')
    found = xb_db_int (xb_workspace_get_db (self), 0, "SELECT id FROM inspection_item WHERE inspection_id = ? AND id = ?",
                       "ii", inspection, id);
  if (found == 0 && xb_phone_parse (words, &phone, NULL))
    found = find_number_item (self, inspection, phone.e164, handset, error);
  return found;
}

gint64
xb_workspace_find_inspection_item (XbWorkspace  *self,
                                   gint64        inspection,
                                   const char   *words,
                                   int           handset,
                                   GError      **error)
{
  g_autoptr(XbInspection) record = xb_workspace_ref_inspection (self, inspection);
  g_autoptr(XbInspectionItem) item = NULL;
  gint64 found;
  int brand;

  if (record == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no inspection %" PRId64 "; see the list of inspections"), inspection);
      return -1;
    }
  found = find_by_words (self, inspection, words, handset, error);
  if (found == 0)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("inspection %" PRId64 " has no item “%s”; give its number or its key, as “inspect show” lists them"),
                 inspection, words);
  if (found <= 0)
    return -1;
  item = xb_workspace_ref_inspection_item (self, found);
  if (handset < 0 || xb_inspection_item_get_handset (item) == NULL ||
      (xb_enum_from_nick (XB_TYPE_HANDSET, xb_inspection_item_get_handset (item), &brand) && brand == handset))
    return found;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("item %s is about a phone of another brand: %s"), words,
               xb_inspection_item_get_handset (item));
  return -1;
}
