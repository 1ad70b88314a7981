/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-incident-clock.h"
#include "xb-incident-look.h"
#include "xb-state-chip.h"

/* How a case looks, and what comes next in it. */

const char *
xb_step_kind_get_advice (XbStepKind step)
{
  static const char *const advices[XB_N_STEPS] = {
    [XB_STEP_KIND_APPEAL] = N_("Add recordings and order screenshots, then file at each platform. Official appeals are free."),
    [XB_STEP_KIND_FOLLOW_UP] = N_("Ask each platform how far it is, add what is missing, expedite where the contract offers it."),
    [XB_STEP_KIND_NOTIFY] = N_("Give those who call the new words, and tell customers."),
  };

  return step < XB_N_STEPS ? _(advices[step]) : "";
}

void
xb_incident_next_free (XbIncidentNext *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self->verb);
  g_free (self->target);
  g_free (self);
}

static XbIncidentNext *
next_new (const char *title,
          const char *detail,
          char       *verb,
          const char *action,
          char       *target,
          gint64      due_at)
{
  XbIncidentNext *self = g_new0 (XbIncidentNext, 1);

  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->verb = verb;
  self->action = action;
  self->target = target;
  self->due_at = due_at;
  return self;
}

/* The first platform that was not asked yet, while none was; a case may have none at all. */
static XbIncidentNext *
next_appeal (XbWorkspace *workspace,
             XbIncident  *incident)
{
  g_autoptr(GListModel) appeals = xb_workspace_list_appeals (workspace, xb_record_get_id (XB_RECORD (incident)));
  gint64 due_at = xb_incident_get_next_due (incident);
  guint n = g_list_model_get_n_items (appeals);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbAppeal) appeal = g_list_model_get_item (appeals, i);

      if (appeal != NULL && xb_appeal_get_state (appeal) != XB_APPEAL_STATE_PLANNED)
        return next_new (_("File the appeal"), _("One is filed. Go on with the other platforms, or say that it is done."),
                         g_strdup (_("_All Are Filed")), "incident.step", g_strdup ("appeal"), due_at);
    }
  if (n > 0)
    {
      g_autoptr(XbAppeal) first = g_list_model_get_item (appeals, 0);
      XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), xb_appeal_get_platform (first));
      char *target = g_strdup_printf ("%" G_GINT64_FORMAT, xb_record_get_id (XB_RECORD (first)));

      return next_new (_("File the appeal"), xb_step_kind_get_advice (XB_STEP_KIND_APPEAL),
                       g_strdup_printf (_("_Appeal at %s"), platform != NULL ? xb_platform_get_name (platform)
                                                                             : xb_appeal_get_platform (first)),
                       "incident.appeal", target, due_at);
    }
  return next_new (_("File the appeal"), _("Add the platform that shows it, or say that it is filed."),
                   g_strdup (_("_It Is Filed")), "incident.step", g_strdup ("appeal"), due_at);
}

static gboolean
waits_for_answer (XbWorkspace *workspace,
                  XbIncident  *incident)
{
  g_autoptr(GListModel) appeals = xb_workspace_list_appeals (workspace, xb_record_get_id (XB_RECORD (incident)));

  for (guint i = 0; i < g_list_model_get_n_items (appeals); i++)
    {
      g_autoptr(XbAppeal) appeal = g_list_model_get_item (appeals, i);

      if (appeal != NULL && xb_appeal_get_state (appeal) == XB_APPEAL_STATE_FILED)
        return TRUE;
    }
  return FALSE;
}

/** xb_incident_next_new: Returns: (transfer full): what stands out in the window of the case */
XbIncidentNext *
xb_incident_next_new (XbWorkspace *workspace,
                      XbIncident  *incident)
{
  gint64 due_at = xb_incident_get_next_due (incident);
  int step;

  if (xb_incident_get_state (incident) == XB_INCIDENT_STATE_CLOSED)
    return next_new (_("The case is closed"), _("On the days below, look again whether the mark is back."), NULL, NULL, NULL, 0);
  if (xb_incident_get_layer (incident) == XB_LAYER_OPERATOR || xb_incident_get_layer (incident) == XB_LAYER_POLICE)
    {
      XbLayerAdvice advice = xb_layer_get_advice (xb_incident_get_layer (incident));

      return next_new (advice.title, advice.advice, g_strdup (_("_Look Again at the Questions")), "incident.layer", NULL, due_at);
    }
  if (!xb_enum_from_nick (XB_TYPE_STEP_KIND, xb_incident_get_next_step (incident), &step))
    return next_new (_("All three steps are done"), waits_for_answer (workspace, incident)
                       ? _("Platforms still owe an answer; record it below when it comes.")
                       : _("Nothing is open any more."), g_strdup (_("_Close the Case")), "incident.close", NULL, 0);
  if (step == XB_STEP_KIND_APPEAL)
    return next_appeal (workspace, incident);
  return next_new (xb_step_kind_get_title (step), xb_step_kind_get_advice (step),
                   g_strdup (step == XB_STEP_KIND_FOLLOW_UP ? _("_Followed Up") : _("_Customers Are Told")), "incident.step",
                   g_strdup (xb_incident_get_next_step (incident)), due_at);
}

/** xb_incident_chip_set: @chip: an #XbStateChip */
void
xb_incident_chip_set (GtkWidget  *chip,
                      XbIncident *incident,
                      gint64      now)
{
  gint64 due = xb_incident_get_next_due (incident);

  if (xb_incident_get_state (incident) == XB_INCIDENT_STATE_CLOSED)
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_TICK, "success", _("Closed"));
  else if (due == 0)
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_THREE_QUARTERS, "accent", _("Steps done"));
  else if (due <= now)
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_BANG, "error", _("Late"));
  else
    xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_CLOCK, "warning", _("Clock runs"));
}

/** xb_appeal_chip_set: @chip: an #XbStateChip */
void
xb_appeal_chip_set (GtkWidget *chip,
                    XbAppeal  *appeal)
{
  static const struct
  {
    XbMarkShape shape;
    const char *tone;
    const char *word;
  } looks[] = {
    [XB_APPEAL_STATE_PLANNED] = { XB_MARK_DOTTED, "neutral", N_("To file") },
    [XB_APPEAL_STATE_FILED] = { XB_MARK_HALF, "accent", N_("Filed") },
    [XB_APPEAL_STATE_CLEARED] = { XB_MARK_TICK, "success", N_("Cleared") },
    [XB_APPEAL_STATE_REFUSED] = { XB_MARK_CROSS, "error", N_("Refused") },
  };
  XbAppealState state = MIN (xb_appeal_get_state (appeal), XB_APPEAL_STATE_REFUSED);

  xb_state_chip_set_look (XB_STATE_CHIP (chip), looks[state].shape, looks[state].tone, _(looks[state].word));
}
