/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-banner.h"
#include "xb-notices.h"

/* One banner above the other, each made when there is something to say. */
struct _XbNotices
{
  AdwBin     parent_instance;

  GtkWidget *box;
  GtkWidget *banners[XB_N_NOTICES];
};

G_DEFINE_FINAL_TYPE (XbNotices, xb_notices, ADW_TYPE_BIN)

static void
xb_notices_class_init (XbNoticesClass *klass)
{
}

static void
xb_notices_init (XbNotices *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/** xb_notices_set: @sentence: (nullable): what is said from now on; %NULL: it is over */
void
xb_notices_set (XbNotices  *self,
                XbNotice    notice,
                const char *sentence)
{
  g_return_if_fail (XB_IS_NOTICES (self));
  g_return_if_fail (notice < XB_N_NOTICES);

  if (self->banners[notice] == NULL && sentence != NULL)
    {
      self->banners[notice] = xb_banner_new ();
      if (notice != XB_NOTICE_PRACTICE)
        gtk_widget_add_css_class (self->banners[notice], "warning");
      if (notice == XB_NOTICE_DAMAGE)
        xb_banner_set_button (XB_BANNER (self->banners[notice]), _("Restore a _Backup…"), "app.restore");
      gtk_box_append (GTK_BOX (self->box), self->banners[notice]);
    }
  if (sentence != NULL)
    xb_banner_set_title (XB_BANNER (self->banners[notice]), sentence);
  if (self->banners[notice] != NULL)
    xb_banner_set_revealed (XB_BANNER (self->banners[notice]), sentence != NULL);
}
