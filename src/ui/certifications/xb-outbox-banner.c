/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-banner.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-outbox-banner.h"
#include "xb-outbox-item.h"
#include "xb-workspace-life.h"

/* What waits to be sent and why, with the button that tries it again now. Not there while nothing waits. */
struct _XbOutboxBanner
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  GListModel   *outbox;
  GCancellable *cancellable;
  char         *text;
  GtkWidget    *banner;
  guint         busy : 1;
};

G_DEFINE_FINAL_TYPE (XbOutboxBanner, xb_outbox_banner, ADW_TYPE_BIN)

static const char *
platform_name (XbOutboxBanner *self,
               const char     *key)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key);

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

/* Refused calls are told with their certification; only what still waits is told here. */
static void
update_cb (XbOutboxBanner *self)
{
  g_autoptr(XbOutboxItem) first = NULL;
  guint n = g_list_model_get_n_items (self->outbox), waiting = 0;
  const char *error;

  for (guint i = 0; i < MIN (n, 200); i++)
    {
      g_autoptr(XbOutboxItem) item = g_list_model_get_item (self->outbox, i);

      if (xb_outbox_item_get_state (item) != XB_OUTBOX_STATE_WAITING)
        continue;
      if (first == NULL)
        first = g_object_ref (item);
      waiting++;
    }
  g_clear_pointer (&self->text, g_free);
  if (first != NULL)
    {
      g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u message to %2$s is still to be sent",
                                                             "%1$u messages to %2$s and others are still to be sent",
                                                             waiting),
                                                waiting, platform_name (self, xb_outbox_item_get_platform (first)));

      error = xb_outbox_item_get_last_error (first);
      self->text = error != NULL && *error != '\0' ? g_strdup_printf (_("%1$s: %2$s"), count, error)
                                                   : g_strdup (count);
      xb_banner_set_title (XB_BANNER (self->banner), self->text);
    }
  xb_banner_set_revealed (XB_BANNER (self->banner), first != NULL);
}

static void
synced_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbOutboxBanner) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSyncResult) sync = xb_workspace_sync_finish (XB_WORKSPACE (object), result, &error);

  self->busy = FALSE;
  if (xb_error_is_cancelled (error))
    return;
  update_cb (self);
  if (sync == NULL)
    xb_dialogs_tell (GTK_WIDGET (self), _("Nothing could be sent"), error->message);
  else if (sync->waiting > 0)
    xb_dialogs_toast (GTK_WIDGET (self), sync->trouble != NULL ? sync->trouble
                                                               : _("Not everything went out yet; it is tried again by itself"));
  else
    xb_dialogs_toast (GTK_WIDGET (self), _("Everything has been sent"));
}

static void
try_cb (XbOutboxBanner *self)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  xb_workspace_sync_async (self->workspace, self->cancellable, synced_cb, g_object_ref (self));
}

static void
xb_outbox_banner_dispose (GObject *object)
{
  XbOutboxBanner *self = XB_OUTBOX_BANNER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->outbox);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_outbox_banner_parent_class)->dispose (object);
}

static void
xb_outbox_banner_finalize (GObject *object)
{
  XbOutboxBanner *self = XB_OUTBOX_BANNER (object);

  g_clear_object (&self->cancellable);
  g_free (self->text);
  G_OBJECT_CLASS (xb_outbox_banner_parent_class)->finalize (object);
}

static void
xb_outbox_banner_class_init (XbOutboxBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_outbox_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_outbox_banner_finalize;
}

static void
xb_outbox_banner_init (XbOutboxBanner *self)
{
  self->cancellable = g_cancellable_new ();
  self->banner = xb_banner_new ();
  gtk_widget_add_css_class (self->banner, "warning");
  xb_banner_set_button (XB_BANNER (self->banner), _("_Try Again Now"), NULL);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (try_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->banner);
}

GtkWidget *
xb_outbox_banner_new (XbWorkspace *workspace)
{
  XbOutboxBanner *self = g_object_new (XB_TYPE_OUTBOX_BANNER, NULL);

  self->workspace = g_object_ref (workspace);
  self->outbox = xb_workspace_list_outbox (workspace);
  g_signal_connect_object (self->outbox, "items-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}

/** xb_outbox_banner_get_text: Returns: (nullable): what it says; nothing while nothing waits */
const char *
xb_outbox_banner_get_text (XbOutboxBanner *self)
{
  g_return_val_if_fail (XB_IS_OUTBOX_BANNER (self), NULL);

  return self->text;
}
