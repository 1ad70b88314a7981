/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-clock.h"
#include "xb-incident-paper.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-workspace-incident.h"
#include "xb-workspace-private.h"

/* A case on paper. Everything is read here, on the main thread (a case has few rows); the pages are set on another. */

static const char *const step_names[] = { "2 小时内申诉", "24 小时内跟进", "48 小时内告知客户" };
static const char *const appeal_states[] = { "待申诉", "已申诉", "已取消标记", "被驳回" };

static char *
written_time (gint64 at)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_utc (at + 8 * 3600);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
add_facts (XbIncidentPaper *paper,
           XbWorkspace     *self,
           XbIncident      *incident)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  g_autofree char *number = xb_phone_format (xb_incident_get_e164 (incident));
  g_autofree char *detected = written_time (xb_incident_get_detected_at (incident));
  g_autofree char *closed = xb_incident_get_closed_at (incident) != 0 ? written_time (xb_incident_get_closed_at (incident)) : NULL;
  g_autofree char *cost = xb_money_format (xb_incident_get_cost (incident));
  const XbAppealChoice *purpose = xb_appeal_book_find_purpose (xb_incident_get_purpose (incident));

  xb_incident_paper_add_field (paper, "单位", business != NULL ? xb_business_get_name (business) : "");
  xb_incident_paper_add_field (paper, "号码", number);
  xb_incident_paper_add_field (paper, "用途", xb_incident_get_use (incident));
  xb_incident_paper_add_field (paper, "显示内容", xb_incident_get_seen (incident) != NULL ? xb_incident_get_seen (incident) : "未记录");
  if (purpose != NULL)
    xb_incident_paper_add_field (paper, "用途说明", purpose->title);
  xb_incident_paper_add_field (paper, "发现时间", detected);
  xb_incident_paper_add_field (paper, "结束时间", closed != NULL ? closed : "处理中");
  if (xb_incident_get_close_note (incident) != NULL)
    xb_incident_paper_add_field (paper, "结束说明", xb_incident_get_close_note (incident));
  xb_incident_paper_add_field (paper, "费用（元）", cost);
}

static void
add_steps (XbIncidentPaper *paper,
           XbWorkspace     *self,
           gint64           id)
{
  g_autoptr(GListModel) steps = xb_workspace_list_incident_steps (self, id);

  xb_incident_paper_add_heading (paper, "一、三个时限（本单位自定）");
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr(XbIncidentStep) step = g_list_model_get_item (steps, i);
      g_autofree char *due = written_time (xb_incident_step_get_due_at (step));
      g_autofree char *done = xb_incident_step_get_done_at (step) != 0 ? written_time (xb_incident_step_get_done_at (step)) : NULL;
      const char *note = xb_incident_step_get_note (step);
      g_autofree char *value = g_strdup_printf ("截止 %s；%s%s%s%s", due, done != NULL ? "完成于 " : "未完成",
                                                done != NULL ? done : "", note != NULL ? "；" : "", note != NULL ? note : "");

      xb_incident_paper_add_field (paper, step_names[MIN (xb_incident_step_get_step (step), XB_N_STEPS - 1)], value);
    }
}

static void
add_appeals (XbIncidentPaper *paper,
             XbWorkspace     *self,
             gint64           id)
{
  g_autoptr(GListModel) appeals = xb_workspace_list_appeals (self, id);

  if (g_list_model_get_n_items (appeals) > 0)
    xb_incident_paper_add_heading (paper, "二、各平台申诉");
  for (guint i = 0; i < g_list_model_get_n_items (appeals); i++)
    {
      g_autoptr(XbAppeal) appeal = g_list_model_get_item (appeals, i);
      XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), xb_appeal_get_platform (appeal));
      const XbAppealChoice *cause = xb_appeal_book_find_refusal (xb_appeal_get_refusal (appeal));
      g_autofree char *filed = xb_appeal_get_filed_at (appeal) != 0 ? written_time (xb_appeal_get_filed_at (appeal)) : NULL;
      GString *value = g_string_new (appeal_states[MIN (xb_appeal_get_state (appeal), G_N_ELEMENTS (appeal_states) - 1)]);
      g_autofree char *line = NULL;

      if (filed != NULL)
        g_string_append_printf (value, "；提交 %s", filed);
      if (xb_appeal_get_case_no (appeal) != NULL)
        g_string_append_printf (value, "；受理号 %s", xb_appeal_get_case_no (appeal));
      if (xb_appeal_get_expedite (appeal))
        g_string_append (value, "；已加急");
      if (cause != NULL)
        g_string_append_printf (value, "；原因：%s", cause->title);
      line = g_string_free (value, FALSE);
      xb_incident_paper_add_field (paper, platform != NULL ? xb_platform_get_chinese_name (platform)
                                                           : xb_appeal_get_platform (appeal), line);
    }
}

static void
add_texts (XbIncidentPaper *paper,
           XbWorkspace     *self,
           XbIncident      *incident)
{
  static const char *const titles[] = { "三、申诉说明", "四、客服话术", "五、客户告知" };

  for (XbAppealText text = 0; text <= XB_APPEAL_TEXT_NOTICE; text++)
    {
      g_autofree char *words = xb_workspace_dup_incident_text (self, incident, text);

      xb_incident_paper_add_heading (paper, titles[text]);
      xb_incident_paper_add_text (paper, words);
    }
}

static void
add_history (XbIncidentPaper *paper,
             XbWorkspace     *self,
             gint64           id)
{
  g_autoptr(GListModel) rechecks = xb_workspace_list_rechecks (self, id);
  g_autoptr(GListModel) events = xb_workspace_list_incident_events (self, id);

  xb_incident_paper_add_heading (paper, "六、复查");
  for (guint i = 0; i < g_list_model_get_n_items (rechecks); i++)
    {
      g_autoptr(XbRecheck) recheck = g_list_model_get_item (rechecks, i);

      xb_incident_paper_add_field (paper, xb_recheck_get_due (recheck), xb_recheck_get_done_at (recheck) == 0 ? "待复查"
                                   : xb_recheck_get_marked (recheck) ? "再次被标记" : "无标记");
    }
  xb_incident_paper_add_heading (paper, "七、经过");
  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr(XbIncidentEvent) event = g_list_model_get_item (events, i - 1);
      g_autofree char *at = written_time (xb_incident_event_get_at (event));
      g_autofree char *text = xb_workspace_dup_incident_event_text (self, event);
      const char *note = xb_incident_event_get_said (event);
      g_autofree char *value = note != NULL ? g_strconcat (text, "；", note, NULL) : g_strdup (text);

      xb_incident_paper_add_field (paper, at, value);
    }
}

static void
add_evidence (XbIncidentPaper *paper,
              XbWorkspace     *self,
              gint64           id)
{
  g_autoptr(GListModel) list = xb_workspace_list_incident_evidence (self, id);

  if (g_list_model_get_n_items (list) > 0)
    xb_incident_paper_add_heading (paper, "八、证据（SHA-256 为文件指纹）");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbIncidentEvidence) evidence = g_list_model_get_item (list, i);
      g_autofree char *at = written_time (xb_incident_evidence_get_at (evidence));
      g_autofree char *path = xb_workspace_dup_incident_evidence_path (self, evidence);
      g_autofree char *value = g_strdup_printf ("%s；%s", at, xb_incident_evidence_get_sha256 (evidence));
      const char *media_type = xb_incident_evidence_get_media_type (evidence);

      xb_incident_paper_add_field (paper, xb_incident_evidence_get_name (evidence), value);
      if (path != NULL && media_type != NULL && g_str_has_prefix (media_type, "image/"))
        xb_incident_paper_add_picture (paper, xb_incident_evidence_get_name (evidence), path, media_type);
    }
}

typedef struct
{
  XbIncidentPaper *paper;
  char            *path;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  xb_incident_paper_free (self->paper);
  g_free (self->path);
  g_free (self);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Write *self = data;
  GError *error = NULL;

  if (xb_incident_paper_write (self->paper, self->path, cancellable, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_write_incident_async (XbWorkspace         *self,
                                   gint64               incident_id,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(XbIncident) incident = xb_workspace_ref_incident (self, incident_id);
  g_autoptr(GTask) task = NULL;
  g_autofree char *number = NULL, *heading = NULL;
  Write *write;

  if (incident == NULL)
    {
      xb_workspace_fail (self, xb_workspace_write_incident_async,
                         g_error_new (XB_ERROR, XB_ERROR_NOT_FOUND,
                                      _("there is no incident %" PRId64 "; see the list of incidents"), incident_id),
                         callback, user_data);
      return;
    }
  number = xb_phone_format (xb_incident_get_e164 (incident));
  heading = g_strdup_printf ("应急记录　%s", number);
  write = g_new0 (Write, 1);
  write->path = g_strdup (path);
  write->paper = xb_incident_paper_new (xb_incident_get_kind (incident) == XB_INCIDENT_KIND_MARK ? "误标应急记录"
                                                                                                : "信息错误应急记录", heading);
  add_facts (write->paper, self, incident);
  add_steps (write->paper, self, incident_id);
  add_appeals (write->paper, self, incident_id);
  add_texts (write->paper, self, incident);
  add_history (write->paper, self, incident_id);
  add_evidence (write->paper, self, incident_id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, xb_workspace_write_incident_async);
  g_task_set_task_data (task, write, write_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_thread);
}
