/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-desk-private.h"
#include "xb-workspace-lists.h"

/* Lists and objects of labels. */

XbLabel *
xb_workspace_ref_label (XbWorkspace *self,
                        gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_LABEL, id);
}

XbLabelChange *
xb_workspace_ref_label_change (XbWorkspace *self,
                               gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_LABEL_CHANGE, id);
}

XbCampaign *
xb_workspace_ref_campaign (XbWorkspace *self,
                           gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_CAMPAIGN, id);
}

/* ?1 is today; the number, where one is asked for, ?2. */
static const struct
{
  const char *where;
  const char *order;
} filters[] = {
  [XB_LABEL_FILTER_ALL] = { "?1 IS NOT NULL", "q.from_day DESC, q.id DESC" },
  [XB_LABEL_FILTER_NOW] = { "q.from_day <= ?1 AND (q.until_day IS NULL OR q.until_day >= ?1)",
                            "q.from_day DESC, q.id DESC" },
  [XB_LABEL_FILTER_COMING] = { "q.from_day > ?1 AND (q.until_day IS NULL OR q.until_day >= q.from_day)",
                               "q.from_day, q.id" },
  [XB_LABEL_FILTER_PAST] = { "q.until_day IS NOT NULL AND q.until_day < max (?1, q.from_day)",
                             "q.until_day DESC, q.id DESC" },
};

/**
 * xb_workspace_list_labels:
 * @number_id: 0: of every number
 *
 * Returns: (transfer full): labels (#XbLabel), those that began last first; what is coming in the order in which it
 *   comes
 */
GListModel *
xb_workspace_list_labels (XbWorkspace   *self,
                          gint64         number_id,
                          XbLabelFilter  filter)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  g_autofree char *ids = g_strdup_printf ("FROM label q WHERE q.removed_at IS NULL AND %s%s", filters[filter].where,
                                          number_id != 0 ? " AND q.number_id = ?2"
                                                         : " AND q.number_id NOT IN (SELECT id FROM number "
                                                           "WHERE removed_at IS NOT NULL)");
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_LABEL, ids, filters[filter].order);
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_LABEL);

  if (number_id != 0)
    xb_query_list_set_query (list, count, page, "ti", today, number_id);
  else
    xb_query_list_set_query (list, count, page, "t", today);
  return G_LIST_MODEL (list);
}

/* Rows that belong to one id, or all of them. */
static GListModel *
list_of (XbWorkspace *self,
         XbKind       kind,
         const char  *ids,
         const char  *order,
         gint64       id)
{
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (kind, ids, order);
  XbQueryList *list = xb_kind_new_list (self, kind);

  if (id != 0)
    xb_query_list_set_query (list, count, page, "i", id);
  else
    xb_query_list_set_query (list, count, page, "");
  return G_LIST_MODEL (list);
}

GListModel *
xb_workspace_list_labels_of_campaign (XbWorkspace *self,
                                      gint64       campaign)
{
  return list_of (self, XB_KIND_LABEL, "FROM label q WHERE q.campaign_id = ? AND q.removed_at IS NULL",
                  "q.from_day, q.id", campaign);
}

/** xb_workspace_list_open_label_changes: Returns: (transfer full): edits that are still to be made, the next first */
GListModel *
xb_workspace_list_open_label_changes (XbWorkspace *self)
{
  return list_of (self, XB_KIND_LABEL_CHANGE,
                  "FROM label_change q WHERE q.state IN ('planned', 'filed', 'refused')", "q.file_by, q.id", 0);
}

GListModel *
xb_workspace_list_label_changes (XbWorkspace *self,
                                 gint64       label)
{
  return list_of (self, XB_KIND_LABEL_CHANGE, "FROM label_change q WHERE q.label_id = ?", "q.show_on DESC, q.id DESC",
                  label);
}

GListModel *
xb_workspace_list_number_label_changes (XbWorkspace *self,
                                        gint64       number_id)
{
  return list_of (self, XB_KIND_LABEL_CHANGE, "FROM label_change q WHERE q.number_id = ?", "q.show_on DESC, q.id DESC",
                  number_id);
}

GListModel *
xb_workspace_list_label_events (XbWorkspace *self,
                                gint64       label)
{
  return list_of (self, XB_KIND_LABEL_EVENT, "FROM label_event q WHERE q.label_id = ?", "q.id DESC", label);
}

GListModel *
xb_workspace_list_number_label_events (XbWorkspace *self,
                                       gint64       number_id)
{
  return list_of (self, XB_KIND_LABEL_EVENT,
                  "FROM label_event q WHERE q.label_id IN (SELECT id FROM label WHERE number_id = ?)", "q.id DESC",
                  number_id);
}

GListModel *
xb_workspace_list_campaigns (XbWorkspace *self)
{
  return list_of (self, XB_KIND_CAMPAIGN, "FROM campaign q WHERE q.removed_at IS NULL", "q.from_day DESC, q.id DESC", 0);
}

gint64
xb_workspace_find_label_on (XbWorkspace *self,
                            gint64       number_id,
                            const char  *platform,
                            const char  *day)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  g_autoptr(XbLabelNumber) labels = xb_label_number_load (xb_workspace_get_db (self), number_id, NULL);
  const XbLabelSpan *span;

  if (labels == NULL)
    return 0;
  span = xb_label_spans_find ((const XbLabelSpan *) labels->spans->data, labels->spans->len, platform,
                              day != NULL ? day : today);
  return span != NULL ? span->id : 0;
}
