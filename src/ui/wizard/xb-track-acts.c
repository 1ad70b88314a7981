/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-business-window.h"
#include "xb-dialogs.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-reasons.h"
#include "xb-record-form.h"
#include "xb-renew-form.h"
#include "xb-terms.h"
#include "xb-track-acts.h"
#include "xb-track-advice.h"
#include "xb-track-page.h"
#include "xb-workspace-life.h"
#include "xb-workspace-papers.h"

/* What can be done with the certification that the page shows: each act is one verb of the workspace,
 * asked for first where it costs something or cannot be undone. */

static XbWorkspace *
get_workspace (XbTrackPage *self)
{
  return xb_wizard_page_get_workspace (XB_WIZARD_PAGE (self));
}

static GCancellable *
get_cancellable (XbTrackPage *self)
{
  return xb_wizard_page_get_cancellable (XB_WIZARD_PAGE (self));
}

static gint64
get_id (XbTrackPage *self)
{
  XbCertification *certification = xb_track_page_get_certification (self);

  return certification != NULL ? xb_record_get_id (XB_RECORD (certification)) : 0;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbTrackPage) self = user_data;
  GError *error = NULL;

  xb_track_page_set_busy (self, FALSE);
  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_wizard_page_take_problem (XB_WIZARD_PAGE (self), error);
}

static void
advance (XbTrackPage         *self,
         XbCertState          to,
         GAsyncReadyCallback  callback)
{
  gint64 id = get_id (self);
  const XbStep step = { .to = to };

  xb_track_page_set_busy (self, TRUE);
  xb_workspace_advance_async (get_workspace (self), &id, 1, &step, get_cancellable (self), callback,
                              g_object_ref (self));
}

static void
record_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbTrackPage *self = XB_TRACK_PAGE (widget);

  gtk_window_present (xb_record_form_new (widget, get_workspace (self), xb_track_page_get_certification (self)));
}

static void
renew_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbTrackPage *self = XB_TRACK_PAGE (widget);

  gtk_window_present (xb_renew_form_new (widget, get_workspace (self), xb_track_page_get_certification (self)));
}

/* What was withdrawn is over; the number may be certified once more. */
static void
anew_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "app.new-certification", "x",
                              xb_certification_get_number_id (xb_track_page_get_certification (XB_TRACK_PAGE (widget))));
}

static void
synced_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbTrackPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSyncResult) done = xb_workspace_sync_finish (XB_WORKSPACE (source), result, &error);

  xb_track_page_set_busy (self, FALSE);
  if (done == NULL)
    xb_wizard_page_take_problem (XB_WIZARD_PAGE (self), g_steal_pointer (&error));
  else if (done->trouble != NULL)
    xb_wizard_page_set_problem (XB_WIZARD_PAGE (self), done->trouble);
  else if (done->moved == 0 && done->sent == 0)
    xb_dialogs_toast (GTK_WIDGET (self), _("Nothing new from the platform"));
}

static void
sync_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_track_page_set_busy (XB_TRACK_PAGE (widget), TRUE);
  xb_workspace_sync_async (get_workspace (XB_TRACK_PAGE (widget)), get_cancellable (XB_TRACK_PAGE (widget)), synced_cb,
                           g_object_ref (widget));
}

static void
answer_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  advance (XB_TRACK_PAGE (widget), XB_CERT_STATE_IN_REVIEW, done_cb);
}

static void
live_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  advance (XB_TRACK_PAGE (widget), XB_CERT_STATE_LIVE, done_cb);
}

static void
resubmit_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  advance (XB_TRACK_PAGE (widget), XB_CERT_STATE_SUBMITTED, done_cb);
}

static void
redrafted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbTrackPage) self = user_data;
  GError *error = NULL;

  xb_track_page_set_busy (self, FALSE);
  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.resume", NULL);
  else
    xb_wizard_page_take_problem (XB_WIZARD_PAGE (self), error);
}

static void
redraft_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  advance (XB_TRACK_PAGE (widget), XB_CERT_STATE_DRAFT, redrafted_cb);
}

static void
evidence_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  xb_track_page_show_evidence (XB_TRACK_PAGE (widget));
}

static void
business_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  gtk_window_present (xb_business_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              get_workspace (XB_TRACK_PAGE (widget))));
}

static void
paper_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  XbTrackPage *self = XB_TRACK_PAGE (object);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  XbReasonAdvice why = xb_reasons_explain (xb_certification_get_reason_code (xb_track_page_get_certification (self)),
                                           xb_certification_get_reason (xb_track_page_get_certification (self)));

  if (path == NULL)
    return;
  xb_track_page_set_busy (self, TRUE);
  xb_workspace_add_material_async (get_workspace (self), path,
                                   why.material >= 0 ? (XbMaterialType) why.material : XB_MATERIAL_TYPE_OTHER, NULL,
                                   get_cancellable (self), done_cb, g_object_ref (self));
}

static void
papers_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  xb_dialogs_open_file_async (widget, _("Add a Paper"), XB_FILES_PAPERS, get_cancellable (XB_TRACK_PAGE (widget)),
                              paper_chosen_cb, NULL);
}

static void
withdraw_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  if (xb_dialogs_ask_finish (result, NULL))
    advance (XB_TRACK_PAGE (object), XB_CERT_STATE_WITHDRAWN, done_cb);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  XbTrackPage *self = XB_TRACK_PAGE (widget);
  g_autofree char *number = xb_phone_format (xb_certification_get_e164 (xb_track_page_get_certification (self)));
  g_autofree char *heading = g_strdup_printf (_("Withdraw the certification of %s?"), number);

  xb_dialogs_ask_async (widget, heading,
                        xb_track_is_manual (get_workspace (self), xb_track_page_get_certification (self))
                          ? _("Handsets stop showing the name once the platform takes it down; tell the platform as "
                              "well. This cannot be undone.")
                          : _("The platform is told, and handsets stop showing the name. This cannot be undone."),
                        _("_Withdraw"), XB_ASK_DESTRUCTIVE, get_cancellable (self), withdraw_cb, NULL);
}

static void
expedite_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  XbTrackPage *self = XB_TRACK_PAGE (object);

  if (!xb_dialogs_ask_finish (result, NULL))
    return;
  xb_track_page_set_busy (self, TRUE);
  xb_workspace_expedite_async (get_workspace (self), get_id (self), 0, get_cancellable (self), done_cb,
                               g_object_ref (self));
}

static void
expedite_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  XbTrackPage *self = XB_TRACK_PAGE (widget);
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (get_workspace (self)),
                                              xb_certification_get_platform (xb_track_page_get_certification (self)));
  gint64 fen = 0;
  g_autofree char *fee = platform != NULL && xb_terms_expedite_fee (platform, &fen) ? xb_money_format (fen) : NULL;
  g_autofree char *body = fee != NULL ? g_strdup_printf (_("It costs %s yuan (indicative, confirm with the platform). "
                                                           "The cost is written down with today’s day."), fee)
                                      : g_strdup (_("The fee is not known: ask the platform first, then enter it "
                                                    "among the costs."));

  xb_dialogs_ask_async (widget, _("Pay for a faster review?"), body, _("_Make It Faster"), XB_ASK_SUGGESTED,
                        get_cancellable (self), expedite_cb, NULL);
}

static void
label_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "app.edit-certification-label", "x", get_id (XB_TRACK_PAGE (widget)));
}

/** xb_track_acts_install: gives the page's class its actions, "track.…" */
void
xb_track_acts_install (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "track.record", record_action }, { "track.renew", renew_action }, { "track.anew", anew_action },
    { "track.sync", sync_action }, { "track.answer", answer_action },
    { "track.live", live_action }, { "track.resubmit", resubmit_action }, { "track.redraft", redraft_action },
    { "track.evidence", evidence_action }, { "track.business", business_action },
    { "track.papers", papers_action }, { "track.label", label_action },
    { "track.withdraw", withdraw_action }, { "track.expedite", expedite_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
}
