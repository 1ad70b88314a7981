/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-files.h"
#include "xb-incident-clock.h"
#include "xb-incident-lists-private.h"
#include "xb-phone.h"
#include "xb-workspace-lists.h"
#include "xb-workspace-private.h"

/* Lists, objects and words of incidents and alerts. */

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

/** xb_workspace_list_incidents: Returns: (transfer full): open ones by what is due first, closed ones the newest first */
GListModel *
xb_workspace_list_incidents (XbWorkspace      *self,
                             XbIncidentFilter  filter)
{
  if (filter == XB_INCIDENT_FILTER_OPEN)
    return list_of (self, XB_KIND_INCIDENT, "FROM incident q WHERE q.state = 'open'", "q.detected_at, q.id", 0);
  if (filter == XB_INCIDENT_FILTER_CLOSED)
    return list_of (self, XB_KIND_INCIDENT, "FROM incident q WHERE q.state = 'closed'", "q.detected_at DESC, q.id DESC", 0);
  return list_of (self, XB_KIND_INCIDENT, "FROM incident q WHERE 1", "q.state DESC, q.detected_at DESC, q.id DESC", 0);
}

GListModel *
xb_workspace_list_incident_steps (XbWorkspace *self,
                                  gint64       incident_id)
{
  return list_of (self, XB_KIND_INCIDENT_STEP, "FROM incident_step q WHERE q.incident_id = ?", "q.due_at", incident_id);
}

GListModel *
xb_workspace_list_appeals (XbWorkspace *self,
                           gint64       incident_id)
{
  return list_of (self, XB_KIND_APPEAL, "FROM appeal q WHERE q.incident_id = ?", "q.id", incident_id);
}

GListModel *
xb_workspace_list_incident_evidence (XbWorkspace *self,
                                     gint64       incident_id)
{
  return list_of (self, XB_KIND_INCIDENT_EVIDENCE, "FROM incident_evidence q WHERE q.incident_id = ?", "q.id", incident_id);
}

GListModel *
xb_workspace_list_rechecks (XbWorkspace *self,
                            gint64       incident_id)
{
  return list_of (self, XB_KIND_RECHECK, "FROM recheck q WHERE q.incident_id = ?", "q.due, q.id", incident_id);
}

GListModel *
xb_workspace_list_incident_events (XbWorkspace *self,
                                   gint64       incident_id)
{
  return list_of (self, XB_KIND_INCIDENT_EVENT, "FROM incident_event q WHERE q.incident_id = ?", "q.id DESC", incident_id);
}

GListModel *
xb_workspace_list_incident_costs (XbWorkspace *self,
                                  gint64       incident_id)
{
  return list_of (self, XB_KIND_COST, "FROM cost q WHERE q.incident_id = ?", "q.on_date, q.id", incident_id);
}

XbIncident *
xb_workspace_ref_incident (XbWorkspace *self,
                           gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_INCIDENT, id);
}

gint64
xb_workspace_find_open_incident (XbWorkspace    *self,
                                 gint64          number_id,
                                 XbIncidentKind  kind)
{
  return xb_db_int (xb_workspace_get_db (self), 0, "SELECT id FROM incident WHERE number_id = ? AND kind = ? AND state = 'open'",
                    "it", number_id, xb_enum_to_nick (XB_TYPE_INCIDENT_KIND, (int) kind));
}

/** xb_workspace_list_alerts: @open: only what still holds or was not seen to: Returns: (transfer full): the newest first */
GListModel *
xb_workspace_list_alerts (XbWorkspace *self,
                          gboolean     open)
{
  if (open)
    return list_of (self, XB_KIND_ALERT, "FROM alert q WHERE q.state = 'raised'",
                    "q.measure = 'deadline', q.raised_at DESC, q.id DESC", 0);
  return list_of (self, XB_KIND_ALERT, "FROM alert q WHERE 1", "q.raised_at DESC, q.id DESC", 0);
}

GListModel *
xb_workspace_list_alert_rules (XbWorkspace *self)
{
  return list_of (self, XB_KIND_ALERT_RULE, "FROM alert_rule q WHERE 1", "q.id", 0);
}

XbAlert *
xb_workspace_ref_alert (XbWorkspace *self,
                        gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_ALERT, id);
}

char *
xb_workspace_dup_incident_evidence_path (XbWorkspace        *self,
                                         XbIncidentEvidence *evidence)
{
  const char *sha256 = xb_incident_evidence_get_sha256 (evidence);

  return sha256 != NULL && xb_files_is_name (sha256) ? xb_files_path (xb_workspace_get_folder (self), sha256) : NULL;
}

/* 2026年10月13日 */
static char *
written_day (gint64 at)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_utc (at + 8 * 3600);

  return g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local));
}

char *
xb_workspace_dup_incident_text (XbWorkspace  *self,
                                XbIncident   *incident,
                                XbAppealText  text)
{
  const char *own = text == XB_APPEAL_TEXT_APPEAL ? xb_incident_get_appeal_text (incident)
                    : text == XB_APPEAL_TEXT_SCRIPT ? xb_incident_get_script_text (incident)
                                                    : xb_incident_get_notice_text (incident);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  g_autofree char *number = xb_phone_format (xb_incident_get_e164 (incident));
  g_autofree char *day = written_day (xb_clock_now (xb_workspace_get_clock (self)));
  const XbAppealFacts facts = {
    .business = business != NULL ? xb_business_get_name (business) : NULL, .number = number,
    .use = xb_incident_get_use (incident), .seen = xb_incident_get_seen (incident), .day = day,
    .purpose = xb_incident_get_purpose (incident) };

  return own != NULL ? g_strdup (own) : xb_appeal_book_dup_text (text, xb_incident_get_kind (incident), &facts);
}

static const struct
{
  const char *what;
  const char *text; /* the subject in words, where there is one, takes the place of "%s" */
} event_words[] = {
  { "opened", N_("Opened: %s") },
  { "joined", N_("Found again: %s") },
  { "appeal", N_("To be appealed at %s") },
  { "filed", N_("Appeal filed at %s") },
  { "cleared", N_("%s cleared it") },
  { "refused", N_("%s refused") },
  { "expedited", N_("Expedite paid for at %s") },
  { "step", N_("Done: %s") },
  { "evidence", N_("Evidence for: %s") },
  { "layer", N_("Layer doctor: %s") },
  { "recheck", N_("Looked again: %s") },
  { "closed", N_("Closed") },
  { "reopened", N_("Opened again") },
};

/* "hand", "appeal", "police", "marked" or a platform, in words. */
static const char *
name_subject (XbWorkspace *self,
              const char  *subject)
{
  static const char *const origins[] = { N_("by hand"), N_("by an alert"), N_("by an inspection"), N_("the mark came back") };
  XbPlatform *platform;
  int value;

  if (subject == NULL)
    return "";
  if (xb_enum_from_nick (XB_TYPE_STEP_KIND, subject, &value))
    return xb_step_kind_get_title (value);
  if (xb_enum_from_nick (XB_TYPE_INCIDENT_ORIGIN, subject, &value))
    return _(origins[value]);
  if (strcmp (subject, "marked") == 0)
    return _("marked again");
  if (strcmp (subject, "clear") == 0)
    return _("no mark");
  platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), subject);
  if (platform != NULL)
    return xb_platform_get_name (platform);
  return xb_enum_from_nick (XB_TYPE_LAYER, subject, &value) ? xb_layer_get_advice (value).title : subject;
}

char *
xb_workspace_dup_incident_event_text (XbWorkspace     *self,
                                      XbIncidentEvent *event)
{
  const char *what = xb_incident_event_get_what (event);
  const char *subject = name_subject (self, xb_incident_event_get_subject (event));

  for (guint i = 0; i < G_N_ELEMENTS (event_words); i++)
    if (g_strcmp0 (event_words[i].what, what) == 0)
      {
        g_auto(GStrv) parts = g_strsplit (_(event_words[i].text), "%s", 2);

        return g_strjoinv (subject, parts);
      }
  return g_strdup (what);
}
