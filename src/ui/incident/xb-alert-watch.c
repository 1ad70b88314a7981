/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-watch.h"
#include "xb-error.h"
#include "xb-notifier.h"
#include "xb-workspace-alert.h"
#include "xb-workspace-calendar.h"

/* Looks at the rules after every import and as time goes on, tells the desktop what came up, and keeps the calendar file
 * up to date. It needs no window. */

/* Changes come in bursts: one look answers them all. */
#define COALESCE_SECONDS 3
#define ROUND_SECONDS    (5 * 60)

struct _XbAlertWatch
{
  GObject       parent_instance;

  GApplication *application; /* (unowned): it owns this */
  XbWorkspace  *workspace;
  GCancellable *cancellable;
  guint         soon;
  guint         round;
  guint         looking : 1;
  guint         again : 1;
};

enum
{
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (XbAlertWatch, xb_alert_watch, G_TYPE_OBJECT)

static void look (XbAlertWatch *self);

/* Where the alert is seen to, as an action of the application with its target. */
static void
set_place (GNotification *notification,
           XbAlert       *alert)
{
  XbAlertMeasure measure = xb_alert_get_measure (alert);
  const char *object = xb_alert_get_object (alert);
  gint64 id = object != NULL && strchr (object, '/') != NULL ? g_ascii_strtoll (strchr (object, '/') + 1, NULL, 10) : 0;

  if (measure == XB_ALERT_MEASURE_MARKS || measure == XB_ALERT_MEASURE_COMPLAINTS)
    g_notification_add_button_with_target (notification, _("New Incident"), "app.open-case-of-alert", "x",
                                           xb_record_get_id (XB_RECORD (alert)));
  if (object != NULL && g_str_has_prefix (object, "incident/"))
    g_notification_set_default_action_and_target (notification, "app.open-incident", "x", id);
  else if (object != NULL && g_str_has_prefix (object, "certification/"))
    g_notification_set_default_action_and_target (notification, "app.open-certification", "x", id);
  else
    g_notification_set_default_action_and_target (notification, "app.show-page", "s",
                                                  measure == XB_ALERT_MEASURE_DEADLINE ? "today" : "incidents");
}

static void
tell_one (XbAlertWatch *self,
          XbAlert      *alert)
{
  g_autofree char *title = xb_alert_dup_title (alert);
  g_autofree char *detail = xb_alert_dup_detail (alert);
  g_autofree char *id = g_strdup_printf ("alert-%" G_GINT64_FORMAT, xb_record_get_id (XB_RECORD (alert)));
  g_autoptr(GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, detail);
  if (xb_alert_get_measure (alert) != XB_ALERT_MEASURE_DEADLINE)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  set_place (notification, alert);
  g_application_send_notification (self->application, id, notification);
}

/* Three are read one by one; more than that is a heap, told as one. */
static void
tell (XbAlertWatch *self,
      XbAlertRound *round)
{
  g_autoptr(GNotification) notification = NULL;
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;

  if (round->n_tell <= 3)
    {
      for (guint i = 0; i < round->tell->len; i++)
        tell_one (self, g_ptr_array_index (round->tell, i));
      return;
    }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u alert", "%u alerts", round->n_tell), round->n_tell);
  first = xb_alert_dup_title (g_ptr_array_index (round->tell, 0));
  notification = g_notification_new (title);
  g_notification_set_body (notification, first);
  g_notification_set_default_action_and_target (notification, "app.show-page", "s", "incidents");
  g_application_send_notification (self->application, "alerts", notification);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* the folder may be on a disk that is not there now: the next round tries again */
  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    g_info ("calendar: %s", error->message);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbAlertWatch) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbAlertRound) round = xb_workspace_watch_alerts_finish (XB_WORKSPACE (source), result, &error);

  self->looking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable) || self->workspace == NULL)
    return;
  if (round != NULL)
    tell (self, round);
  else
    g_info ("alerts: %s", error->message);
  if (round != NULL && round->n_tell > 0)
    g_signal_emit (self, signals[TOLD], 0);
  xb_workspace_write_calendar_async (self->workspace, NULL, self->cancellable, written_cb, NULL);
  if (self->again)
    look (self);
}

/* Nothing counts as told where nobody shows it. */
static void
notifier_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbAlertWatch) self = user_data;
  gboolean can_tell = xb_notifier_find_finish (result);

  if (self->workspace != NULL)
    xb_workspace_watch_alerts_async (self->workspace, can_tell, self->cancellable, looked_cb, g_object_ref (self));
}

static void
look (XbAlertWatch *self)
{
  self->again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  xb_notifier_find_async (g_application_get_dbus_connection (self->application), self->cancellable, notifier_cb,
                          g_object_ref (self));
}

static gboolean
soon_cb (gpointer user_data)
{
  XbAlertWatch *self = user_data;

  self->soon = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static gboolean
round_cb (gpointer user_data)
{
  look (user_data);
  return G_SOURCE_CONTINUE;
}

/* What a look itself writes is no reason for the next one. */
static void
changed_cb (XbAlertWatch       *self,
            const char *const  *tables)
{
  static const char *const own[] = { "alert", "alert_progress", NULL };
  gboolean others = tables == NULL;

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    others |= !g_strv_contains (own, tables[i]);
  if (others && self->soon == 0)
    self->soon = g_timeout_add_seconds (COALESCE_SECONDS, soon_cb, self);
}

static void
xb_alert_watch_dispose (GObject *object)
{
  XbAlertWatch *self = XB_ALERT_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->round, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_alert_watch_parent_class)->dispose (object);
}

static void
xb_alert_watch_finalize (GObject *object)
{
  g_clear_object (&XB_ALERT_WATCH (object)->cancellable);
  G_OBJECT_CLASS (xb_alert_watch_parent_class)->finalize (object);
}

static void
xb_alert_watch_class_init (XbAlertWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_alert_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_alert_watch_finalize;

  /** XbAlertWatch::told: the desktop was told of something */
  signals[TOLD] = g_signal_new ("told", XB_TYPE_ALERT_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_alert_watch_init (XbAlertWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/** xb_alert_watch_new: watches for as long as it lives */
XbAlertWatch *
xb_alert_watch_new (GApplication *application,
                    XbWorkspace  *workspace)
{
  XbAlertWatch *self = g_object_new (XB_TYPE_ALERT_WATCH, NULL);

  self->application = application;
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->round = g_timeout_add_seconds (ROUND_SECONDS, round_cb, self);
  look (self);
  return self;
}
