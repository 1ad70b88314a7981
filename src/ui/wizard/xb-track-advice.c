/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-outbox-item.h"
#include "xb-reasons.h"
#include "xb-track-advice.h"
#include "xb-workspace-life.h"

/* The outbox is looked through for one certification; more than this never waits for one desk. */
#define MOST_OUTBOX 500

void
xb_track_advice_free (XbTrackAdvice *self)
{
  if (self != NULL)
    g_free (self->text);
  g_free (self);
}

/** xb_track_is_manual: Returns: whether the owner visits the platform, and records what it says */
gboolean
xb_track_is_manual (XbWorkspace     *workspace,
                    XbCertification *certification)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace),
                                              xb_certification_get_platform (certification));

  return platform == NULL || g_strcmp0 (xb_platform_get_client (platform), "manual") == 0;
}

/* Returns: (transfer full) (nullable): that something waits to be sent, and why */
static char *
describe_outbox (XbWorkspace     *workspace,
                 XbCertification *certification)
{
  g_autoptr(GListModel) outbox = xb_workspace_list_outbox (workspace);
  guint n = MIN (g_list_model_get_n_items (outbox), MOST_OUTBOX);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbOutboxItem) item = g_list_model_get_item (outbox, i);

      if (item == NULL || xb_outbox_item_get_state (item) != XB_OUTBOX_STATE_WAITING ||
          xb_outbox_item_get_certification_id (item) != xb_record_get_id (XB_RECORD (certification)))
        continue;
      if (xb_outbox_item_get_last_error (item) == NULL)
        return g_strdup (_("It waits to be sent; that happens by itself."));
      return g_strdup_printf (_("It waits to be sent. The last try failed: %s"), xb_outbox_item_get_last_error (item));
    }
  return NULL;
}

static void
advise_submitted (XbTrackAdvice   *advice,
                  XbWorkspace     *workspace,
                  XbCertification *certification,
                  gboolean         manual)
{
  char *waiting = manual ? NULL : describe_outbox (workspace, certification);

  if (waiting != NULL)
    advice->text = waiting;
  else if (manual)
    advice->text = g_strdup (_("It is handed in. Record here what the platform says."));
  else
    advice->text = g_strdup (_("It has arrived. The answer comes back by itself."));
  advice->verb = manual ? _("_Record the Answer…") : _("_Look Again Now");
  advice->action = manual ? "track.record" : "track.sync";
}

static void
advise_review (XbTrackAdvice *advice,
               gboolean       manual)
{
  advice->text = g_strdup (manual ? _("The platform is reviewing. Nothing to do until it answers; then record it here.")
                                  : _("The platform is reviewing. Nothing to do; the answer comes back by itself."));
  advice->verb = manual ? _("_Record the Answer…") : _("_Look Again Now");
  advice->action = manual ? "track.record" : "track.sync";
}

/* The platform's words first, then what usually mends it. */
static void
advise_trouble (XbTrackAdvice   *advice,
                XbCertification *certification,
                const char      *head,
                const char      *verb,
                const char      *action)
{
  const char *said = xb_certification_get_reason (certification);
  XbReasonAdvice why = xb_reasons_explain (xb_certification_get_reason_code (certification), said);
  g_autofree char *reason = g_strdup (said);

  if (reason != NULL && (g_str_has_suffix (reason, "。") || g_str_has_suffix (reason, ".")))
    *g_utf8_find_prev_char (reason, reason + strlen (reason)) = '\0';
  advice->text = reason != NULL && *reason != '\0'
                   /* Translators: what happened, the platform's words, what to do */
                   ? g_strdup_printf (_("%1$s “%2$s” %3$s"), head, reason, why.advice != NULL ? why.advice : "")
                   : g_strdup (head);
  advice->verb = verb;
  advice->action = action;
}

static void
advise_approved (XbTrackAdvice *advice,
                 gboolean       manual)
{
  advice->text = g_strdup (manual ? _("Approved is not live yet: the name now goes to the handsets. Record when the "
                                      "platform has begun.")
                                  : _("Approved is not live yet: the name now goes to the handsets by itself."));
  advice->verb = manual ? _("_Record the Answer…") : _("_Look Again Now");
  advice->action = manual ? "track.record" : "track.sync";
}

static void
advise_syncing (XbTrackAdvice   *advice,
                XbWorkspace     *workspace,
                XbCertification *certification)
{
  guint missing = xb_workspace_get_missing_handsets (workspace, xb_record_get_id (XB_RECORD (certification)));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i <= XB_HANDSET_OTHER; i++)
    if (missing & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_("list", ", ") : "", xb_handset_get_title (i));
  advice->text = missing == 0
                   ? g_strdup (_("Every handset that you check has shown it. Record that it is live."))
                   : g_strdup_printf (_("Call a phone of each brand, take a photo of what it shows, and add it below. "
                                        "Still missing: %s."), names->str);
  advice->verb = missing == 0 ? _("It Is _Live") : _("Add the _Photos");
  advice->action = missing == 0 ? "track.live" : "track.evidence";
  g_string_free (names, TRUE);
}

static void
advise_live (XbTrackAdvice   *advice,
             XbWorkspace     *workspace,
             XbCertification *certification)
{
  const char *expires = xb_certification_get_expires (certification);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *day = expires != NULL ? xb_format_day (expires, today) : NULL;

  advice->action = "track.renew";
  if (day == NULL)
    {
      advice->text = g_strdup (_("Callees see the name. Until when it is good is not known: ask the platform and "
                                 "record it, then you are reminded in time."));
      advice->verb = _("Record the _End…");
    }
  else if (xb_day_diff (today, expires) <= XB_RENEW_AHEAD_DAYS)
    {
      advice->text = g_strdup_printf (_("Callees see the name until %s. Renew with the platform before, then record "
                                        "it here."), day);
      advice->verb = _("Record the Re_newal…");
      advice->day = expires;
    }
  else
    {
      advice->text = g_strdup_printf (_("Callees see the name. It is good until %s. Look once a month whether it is "
                                        "still so."), day);
      advice->action = NULL;
    }
}

/** xb_track_advice_new: Returns: (transfer full): what to do now */
XbTrackAdvice *
xb_track_advice_new (XbWorkspace     *workspace,
                     XbCertification *certification)
{
  XbTrackAdvice *advice = g_new0 (XbTrackAdvice, 1);
  gboolean manual = xb_track_is_manual (workspace, certification);

  advice->day = xb_certification_get_expected (certification);
  switch (xb_certification_get_state (certification))
    {
    case XB_CERT_STATE_DRAFT:
    case XB_CERT_STATE_READY:
      advice->text = g_strdup (_("This is not handed in yet."));
      advice->verb = _("_Go On");
      advice->action = "wizard.resume";
      break;
    case XB_CERT_STATE_SUBMITTED:
      advise_submitted (advice, workspace, certification, manual);
      break;
    case XB_CERT_STATE_IN_REVIEW:
      advise_review (advice, manual);
      break;
    case XB_CERT_STATE_NEEDS_INFO:
      advise_trouble (advice, certification, _("The platform asks for more."), _("I _Gave It to Them"), "track.answer");
      break;
    case XB_CERT_STATE_APPROVED:
      advise_approved (advice, manual);
      break;
    case XB_CERT_STATE_SYNCING:
      advise_syncing (advice, workspace, certification);
      break;
    case XB_CERT_STATE_LIVE:
      advise_live (advice, workspace, certification);
      break;
    case XB_CERT_STATE_REJECTED:
      advise_trouble (advice, certification, _("The platform refused it."), _("_Mend and Hand In Again"), "track.redraft");
      break;
    case XB_CERT_STATE_FAILED:
      advise_trouble (advice, certification, _("It failed on the platform’s side. Hand it in once more."),
                      _("_Hand In Again"), "track.resubmit");
      break;
    case XB_CERT_STATE_SUSPENDED:
      advise_trouble (advice, certification, _("The platform suspended it."), _("_Record the Answer…"), "track.record");
      break;
    case XB_CERT_STATE_EXPIRED:
      advice->text = g_strdup (_("The certification has ended. Renew it with papers that are still good; if the "
                                  "platform has gone on with it, record that."));
      advice->verb = _("_Renew");
      advice->action = "track.redraft";
      break;
    case XB_CERT_STATE_WITHDRAWN:
    default:
      advice->text = g_strdup (_("This was withdrawn. A new certification can be begun at any time."));
      advice->verb = _("Certify _Again");
      advice->action = "track.anew";
      break;
    }
  return advice;
}
