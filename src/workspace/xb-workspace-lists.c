/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-brand.h"
#include "xb-campaign.h"
#include "xb-copy.h"
#include "xb-cost.h"
#include "xb-event.h"
#include "xb-enum-types.h"
#include "xb-evidence.h"
#include "xb-incident-lists-private.h"
#include "xb-inspection-private.h"
#include "xb-label-change.h"
#include "xb-label-event.h"
#include "xb-label.h"
#include "xb-material.h"
#include "xb-nda.h"
#include "xb-number-labels.h"
#include "xb-outbox-item.h"
#include "xb-query-list.h"
#include "xb-workspace-label-lists-private.h"
#include "xb-list-where.h"
#include "xb-lint-word.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-private.h"

/* Each SELECT begins with the row's id; the row's table has the alias r. */
static const struct
{
  GType     (*type) (void);
  const char *select;
  const char *tables[7];
} kinds[] = {
  [XB_KIND_NUMBER] = { xb_number_get_type,
    "SELECT r.id, r.e164, r.national, r.type, r.use, r.hours, r.health, "
    "(SELECT group_concat (DISTINCT c.display_name || iif (c.label = '', '', ' · ' || c.label)) "
    " FROM certification c WHERE c.number_id = r.id AND c.state = 'live') AS shown, "
    "(SELECT count (*) FROM certification c WHERE c.number_id = r.id AND c.state <> 'withdrawn') "
    "AS certifications, "
    "(SELECT count (*) FROM certification c WHERE c.number_id = r.id AND c.state = 'live') AS live "
    "FROM number r ",
    { "number", "certification", NULL } },
  [XB_KIND_CERTIFICATION] = { xb_certification_get_type,
    "SELECT r.*, n.national AS number, n.e164, n.use, "
    "(SELECT group_concat (handset) FROM (SELECT e.handset FROM evidence e "
    " WHERE e.certification_id = r.id AND e.at >= r.approved_at GROUP BY e.handset)) AS handsets_seen "
    "FROM certification r JOIN number n ON n.id = r.number_id ",
    { "certification", "number", "evidence", NULL } },
  [XB_KIND_FILING] = { xb_filing_get_type,
    "SELECT r.*, (SELECT count (*) FROM filing_number f WHERE f.filing_id = r.id) AS numbers, "
    "(SELECT n.national FROM filing_number f JOIN number n ON n.id = f.number_id "
    " WHERE f.filing_id = r.id ORDER BY n.id LIMIT 1) AS first_number "
    "FROM filing r ",
    { "filing", "filing_number", NULL } },
  [XB_KIND_BRAND] = { xb_brand_get_type, "SELECT r.* FROM brand r ", { "brand", NULL } },
  [XB_KIND_MATERIAL] = { xb_material_get_type,
    "SELECT r.*, s.media_type, s.size, (SELECT count (*) FROM copy c WHERE c.material_id = r.id) AS copies "
    "FROM material r JOIN stored_file s ON s.sha256 = r.sha256 ",
    { "material", "copy", NULL } },
  [XB_KIND_NDA] = { xb_nda_get_type, "SELECT r.* FROM nda r ", { "nda", NULL } },
  [XB_KIND_COPY] = { xb_copy_get_type,
    "SELECT r.*, m.name AS material_name FROM copy r LEFT JOIN material m ON m.id = r.material_id ",
    { "copy", "material", NULL } },
  [XB_KIND_EVENT] = { xb_event_get_type, "SELECT r.* FROM event r ", { "event", NULL } },
  [XB_KIND_EVIDENCE] = { xb_evidence_get_type, "SELECT r.* FROM evidence r ", { "evidence", NULL } },
  [XB_KIND_COST] = { xb_cost_get_type,
    "SELECT r.*, (SELECT n.national FROM number n WHERE n.id = r.number_id) AS number FROM cost r ",
    { "cost", NULL } },
  [XB_KIND_OUTBOX] = { xb_outbox_item_get_type, "SELECT r.* FROM outbox r ", { "outbox", NULL } },
  [XB_KIND_LABEL] = { xb_label_get_type, XB_LABEL_SELECT,
    { "label", "label_change", "number", "campaign", "certification", "cost", NULL } },
  [XB_KIND_LABEL_CHANGE] = { xb_label_change_get_type, XB_LABEL_CHANGE_SELECT,
    { "label_change", "label", "number", "cost", NULL } },
  [XB_KIND_LABEL_EVENT] = { xb_label_event_get_type,
    "SELECT r.*, l.text FROM label_event r JOIN label l ON l.id = r.label_id ", { "label_event", NULL } },
  [XB_KIND_CAMPAIGN] = { xb_campaign_get_type,
    "SELECT r.*, (SELECT count (*) FROM label l WHERE l.campaign_id = r.id AND l.removed_at IS NULL) AS labels "
    "FROM campaign r ", { "campaign", "label", NULL } },
  [XB_KIND_LINT_WORD] = { xb_lint_word_get_type, "SELECT r.* FROM lint_word r ", { "lint_word", NULL } },
  [XB_KIND_METRIC_IMPORT] = { xb_metric_import_get_type, "SELECT r.* FROM metric_import r ", { "metric_import", NULL } },
  [XB_KIND_NUMBER_LABELS] = { xb_number_labels_get_type, XB_NUMBER_LABELS_SELECT,
    { "number", "label", "certification", NULL } },
  [XB_KIND_INSPECTION] = { xb_inspection_get_type, XB_INSPECTION_SELECT,
    { "inspection", "inspection_item", "inspection_photo", "inspection_task", NULL } },
  [XB_KIND_INSPECTION_ITEM] = { xb_inspection_item_get_type, XB_INSPECTION_ITEM_SELECT,
    { "inspection_item", "inspection_photo", "inspection_task", NULL } },
  [XB_KIND_INSPECTION_PHOTO] = { xb_inspection_photo_get_type, "SELECT r.* FROM inspection_photo r ",
    { "inspection_photo", NULL } },
  [XB_KIND_INSPECTION_TASK] = { xb_inspection_task_get_type, XB_INSPECTION_TASK_SELECT, { "inspection_task", NULL } },
  [XB_KIND_MATRIX] = { xb_matrix_row_get_type, XB_MATRIX_SELECT,
    { "certification", "number", "evidence", "inspection_item", "inspection", NULL } },
  [XB_KIND_INCIDENT] = { xb_incident_get_type, XB_INCIDENT_SELECT,
    { "incident", "incident_step", "appeal", "number", "cost", NULL } },
  [XB_KIND_INCIDENT_STEP] = { xb_incident_step_get_type, "SELECT r.* FROM incident_step r ", { "incident_step", NULL } },
  [XB_KIND_INCIDENT_EVIDENCE] = { xb_incident_evidence_get_type,
    "SELECT r.*, s.size, s.media_type FROM incident_evidence r JOIN stored_file s ON s.sha256 = r.sha256 ",
    { "incident_evidence", NULL } },
  [XB_KIND_INCIDENT_EVENT] = { xb_incident_event_get_type, "SELECT r.* FROM incident_event r ", { "incident_event", NULL } },
  [XB_KIND_APPEAL] = { xb_appeal_get_type, XB_APPEAL_SELECT, { "appeal", "cost", NULL } },
  [XB_KIND_RECHECK] = { xb_recheck_get_type, "SELECT r.* FROM recheck r ", { "recheck", NULL } },
  [XB_KIND_ALERT_RULE] = { xb_alert_rule_get_type,
    "SELECT r.*, n.national AS number, n.e164 FROM alert_rule r LEFT JOIN number n ON n.id = r.number_id ",
    { "alert_rule", "number", NULL } },
  [XB_KIND_ALERT] = { xb_alert_get_type,
    "SELECT r.*, n.national AS number, n.e164, n.use FROM alert r LEFT JOIN number n ON n.id = r.number_id ",
    { "alert", "number", NULL } },
};

GType
xb_kind_get_type (XbKind kind)
{
  return kinds[kind].type ();
}

/** xb_kind_get_select: Returns: the SELECT that fills the class, without WHERE */
const char *
xb_kind_get_select (XbKind kind)
{
  return kinds[kind].select;
}

/** xb_kind_get_tables: Returns: the tables that the SELECT reads, %NULL at the end */
const char *const *
xb_kind_get_tables (XbKind kind)
{
  return kinds[kind].tables;
}

/** xb_kind_is_touched: @tables: (nullable): those that changed; %NULL: any may have */
gboolean
xb_kind_is_touched (XbKind             kind,
                    const char *const *tables)
{
  if (tables == NULL)
    return TRUE;
  for (guint i = 0; kinds[kind].tables[i] != NULL; i++)
    if (g_strv_contains (tables, kinds[kind].tables[i]))
      return TRUE;
  return FALSE;
}

/**
 * xb_workspace_ref_kind:
 *
 * Returns: (transfer full) (nullable): the live object of that row, kept true as long as it is held
 */
gpointer
xb_workspace_ref_kind (XbWorkspace *self,
                       XbKind       kind,
                       gint64       id)
{
  g_autofree char *sql = g_strconcat (kinds[kind].select, "WHERE r.id = ?", NULL);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL, sql, "i", id);
  gpointer record;

  if (rows == NULL || !xb_rows_next (rows, NULL))
    return NULL;
  record = xb_identity_map_load (xb_workspace_get_map (self, kind), rows);
  xb_identity_map_pin (xb_workspace_get_map (self, kind), record);
  return record;
}

XbNumber *
xb_workspace_ref_number (XbWorkspace *self,
                         gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_NUMBER, id);
}

XbCertification *
xb_workspace_ref_certification (XbWorkspace *self,
                                gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_CERTIFICATION, id);
}

XbFiling *
xb_workspace_ref_filing (XbWorkspace *self,
                         gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_FILING, id);
}

XbMaterial *
xb_workspace_ref_material (XbWorkspace *self,
                           gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_MATERIAL, id);
}

#define OPEN_STATES "'draft', 'ready', 'submitted', 'in-review', 'needs-info', 'approved', 'syncing'"

static const XbWhere certifications[] = {
  [XB_CERT_FILTER_ALL] = { "FROM certification q WHERE 1", "q.updated_at DESC, q.id DESC",
                             "SELECT count (*) FROM certification" },
  [XB_CERT_FILTER_OPEN] = {
    "FROM certification q WHERE q.state IN (" OPEN_STATES ")", "q.updated_at DESC, q.id DESC" },
  [XB_CERT_FILTER_ATTENTION] = {
    "FROM certification q WHERE q.state IN ('needs-info', 'rejected', 'failed', 'suspended', 'expired')",
    "q.updated_at DESC, q.id DESC" },
  [XB_CERT_FILTER_LIVE] = { "FROM certification q WHERE q.state = 'live'", "q.updated_at DESC, q.id DESC" },
  [XB_CERT_FILTER_ENDED] = {
    "FROM certification q WHERE q.state IN ('expired', 'withdrawn')", "q.updated_at DESC, q.id DESC" },
};

/* The draft behind a hand-in that was begun: people see the hand-in. */
#define BEGUN "certification c JOIN filing f ON f.id = c.filing_id " \
              "WHERE f.submitted_at = 0 AND f.removed_at IS NULL AND c.state IN ('draft', 'ready')"
#define NOT_BEGUN " AND NOT (q.state IN ('draft', 'ready') AND EXISTS (SELECT 1 FROM filing f WHERE f.id = q.filing_id " \
                  "AND f.submitted_at = 0 AND f.removed_at IS NULL))"
static const XbWhere all_but_begun = {
  "FROM certification q WHERE 1" NOT_BEGUN, "q.updated_at DESC, q.id DESC",
  "SELECT (SELECT count (*) FROM certification) - (SELECT count (*) FROM " BEGUN ")"
};
static const XbWhere open_but_begun = {
  "FROM certification q WHERE q.state IN (" OPEN_STATES ")" NOT_BEGUN, "q.updated_at DESC, q.id DESC",
  "SELECT (SELECT count (*) FROM certification WHERE state IN (" OPEN_STATES ")) - (SELECT count (*) FROM " BEGUN ")"
};

static const XbWhere *
where_of (XbCertFilter filter)
{
  if (filter == XB_CERT_FILTER_ALL)
    return &all_but_begun;
  return filter == XB_CERT_FILTER_OPEN ? &open_but_begun : &certifications[filter];
}

/**
 * xb_workspace_list_certifications:
 *
 * Returns: (transfer full): what moved last comes first; a hand-in that was begun is not among them but in
 *   xb_workspace_list_filings()
 */
GListModel *
xb_workspace_list_certifications (XbWorkspace *self,
                                  XbCertFilter filter)
{
  return xb_where_new_list (self, XB_KIND_CERTIFICATION, where_of (filter));
}

/** xb_workspace_walk_certifications: Returns: (transfer full): every one, also a draft, for somebody who goes through them */
GListModel *
xb_workspace_walk_certifications (XbWorkspace *self,
                                  XbCertFilter filter)
{
  return xb_where_new_walk (self, XB_KIND_CERTIFICATION, &certifications[filter]);
}

/** xb_workspace_filter_certifications: shows another part in a list of xb_workspace_list_certifications() */
void
xb_workspace_filter_certifications (XbWorkspace *self,
                                    GListModel  *list,
                                    XbCertFilter filter)
{
  xb_where_set_query (list, XB_KIND_CERTIFICATION, where_of (filter), "", 0, NULL);
}

GListModel *
xb_workspace_list_of_number (XbWorkspace *self,
                             gint64       number_id)
{
  return xb_where_new_list_of (self, XB_KIND_CERTIFICATION,
                               &(XbWhere) { "FROM certification q WHERE q.number_id = ?", "q.id" }, number_id);
}

GListModel *
xb_workspace_list_of_filing (XbWorkspace *self,
                             gint64       filing_id)
{
  return xb_where_new_list_of (self, XB_KIND_CERTIFICATION,
                               &(XbWhere) { "FROM certification q WHERE q.filing_id = ?", "q.id" }, filing_id);
}

/** xb_workspace_list_filings: Returns: (transfer full): hand-ins that were begun and not submitted */
GListModel *
xb_workspace_list_filings (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_FILING,
                            &(XbWhere) { "FROM filing q WHERE q.submitted_at = 0 AND q.removed_at IS NULL",
                              "q.updated_at DESC" });
}

/** xb_workspace_list_filing_numbers: Returns: (transfer full): the numbers chosen in the wizard */
GListModel *
xb_workspace_list_filing_numbers (XbWorkspace *self,
                                  gint64       filing_id)
{
  return xb_where_new_list_of (self, XB_KIND_NUMBER,
                               &(XbWhere) { "FROM number q WHERE q.id IN "
                                 "(SELECT number_id FROM filing_number WHERE filing_id = ?)", "q.id" },
                      filing_id);
}

/** xb_workspace_list_filing_without: Returns: (transfer full): the papers (#XbMaterial) that stay at home */
GListModel *
xb_workspace_list_filing_without (XbWorkspace *self,
                                  gint64       filing_id)
{
  return xb_where_new_list_of (self, XB_KIND_MATERIAL,
                               &(XbWhere) { "FROM material q WHERE q.removed_at IS NULL AND q.id IN "
                                 "(SELECT material_id FROM filing_without WHERE filing_id = ?)", "q.id" },
                      filing_id);
}

GListModel *
xb_workspace_list_brands (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_BRAND, &(XbWhere) { "FROM brand q WHERE 1", "q.id" });
}

GListModel *
xb_workspace_list_materials (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_MATERIAL,
                            &(XbWhere) { "FROM material q WHERE q.removed_at IS NULL", "q.id" });
}

GListModel *
xb_workspace_list_ndas (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_NDA, &(XbWhere) { "FROM nda q WHERE 1", "q.expires DESC, q.id" });
}

/** xb_workspace_list_copies: Returns: (transfer full): who holds which copy, the newest first */
GListModel *
xb_workspace_list_copies (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_COPY, &(XbWhere) { "FROM copy q WHERE 1", "q.id DESC" });
}

GListModel *
xb_workspace_list_events (XbWorkspace *self,
                          gint64       certification_id)
{
  return xb_where_new_list_of (self, XB_KIND_EVENT,
                               &(XbWhere) { "FROM event q WHERE q.certification_id = ?", "q.id" }, certification_id);
}

/** xb_workspace_walk_events: the same for somebody who reads many histories, each once: a list of what stands now */
GListModel *
xb_workspace_walk_events (XbWorkspace *self,
                          gint64       certification_id)
{
  GListStore *list = g_list_store_new (XB_TYPE_EVENT);
  XbRows *rows = xb_db_query (xb_workspace_get_db (self), NULL,
                              "SELECT * FROM event WHERE certification_id = ? ORDER BY id", "i", certification_id);
  g_autoptr(GPtrArray) events = xb_records_collect (rows, XB_TYPE_EVENT, NULL);

  if (events != NULL && events->len > 0)
    g_list_store_splice (list, 0, 0, events->pdata, events->len);
  return G_LIST_MODEL (list);
}

GListModel *
xb_workspace_list_evidence (XbWorkspace *self,
                            gint64       certification_id)
{
  return xb_where_new_list_of (self, XB_KIND_EVIDENCE,
                               &(XbWhere) { "FROM evidence q WHERE q.certification_id = ?", "q.at DESC, q.id DESC" },
                      certification_id);
}

/** xb_workspace_list_costs: @certification_id: 0: all of the business */
GListModel *
xb_workspace_list_costs (XbWorkspace *self,
                         gint64       certification_id)
{
  if (certification_id == 0)
    return xb_where_new_list (self, XB_KIND_COST, &(XbWhere) { "FROM cost q WHERE 1", "q.on_date DESC, q.id DESC" });
  return xb_where_new_list_of (self, XB_KIND_COST,
                               &(XbWhere) { "FROM cost q WHERE q.certification_id = ?", "q.id" }, certification_id);
}

/** xb_workspace_list_outbox: Returns: (transfer full): what waits or was refused, the oldest first */
GListModel *
xb_workspace_list_outbox (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_OUTBOX, &(XbWhere) { "FROM outbox q WHERE q.state <> 'sent'", "q.id" });
}

/** xb_workspace_list_metric_imports: Returns: (transfer full): the reports that were taken in, the newest first */
GListModel *
xb_workspace_list_metric_imports (XbWorkspace *self)
{
  return xb_where_new_list (self, XB_KIND_METRIC_IMPORT, &(XbWhere) { "FROM metric_import q WHERE 1", "q.id DESC" });
}
