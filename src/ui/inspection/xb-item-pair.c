/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-item-pair.h"
#include "xb-phone.h"
#include "xb-photo-frame.h"
#include "xb-photo-load.h"
#include "xb-ring-phone.h"
#include "xb-workspace-papers.h"

#define PHONE_WIDTH 196
#define LOGO_SIDE 256

/* What a phone should show, ringing, and beside it the photo of what it shows. */
struct _XbItemPair
{
  AdwBin        parent_instance;

  GCancellable *cancellable;
  char         *logo; /* (nullable): that is drawn */
  GtkWidget    *expected;
  GtkWidget    *phone;
  GtkWidget    *photo;
};

G_DEFINE_FINAL_TYPE (XbItemPair, xb_item_pair, ADW_TYPE_BIN)

enum
{
  BRING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bring_cb (XbItemPair *self)
{
  g_signal_emit (self, signals[BRING], 0);
}

static void
xb_item_pair_dispose (GObject *object)
{
  g_cancellable_cancel (XB_ITEM_PAIR (object)->cancellable);
  G_OBJECT_CLASS (xb_item_pair_parent_class)->dispose (object);
}

static void
xb_item_pair_finalize (GObject *object)
{
  XbItemPair *self = XB_ITEM_PAIR (object);

  g_clear_object (&self->cancellable);
  g_free (self->logo);
  G_OBJECT_CLASS (xb_item_pair_parent_class)->finalize (object);
}

static void
xb_item_pair_class_init (XbItemPairClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_item_pair_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_item_pair_finalize;
  /* somebody wants to bring a photo */
  signals[BRING] = g_signal_new ("bring", XB_TYPE_ITEM_PAIR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
captioned (const char *caption,
           GtkWidget  *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (caption);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

static void
xb_item_pair_init (XbItemPair *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cancellable = g_cancellable_new ();
  self->phone = xb_ring_phone_new ();
  self->photo = xb_photo_frame_new ();
  g_signal_connect_object (self->photo, "bring", G_CALLBACK (bring_cb), self, G_CONNECT_SWAPPED);
  xb_ring_phone_set_natural_width (XB_RING_PHONE (self->phone), PHONE_WIDTH);
  gtk_widget_set_valign (self->phone, GTK_ALIGN_START);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->expected = captioned (_("Expected"), self->phone);
  gtk_box_append (GTK_BOX (box), self->expected);
  gtk_box_append (GTK_BOX (box), captioned (_("Seen"), self->photo));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
xb_item_pair_new (void)
{
  return g_object_new (XB_TYPE_ITEM_PAIR, NULL);
}

static void
logo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  XbItemPair *self = XB_ITEM_PAIR (object);
  g_autoptr(GdkPixbuf) pixbuf = xb_photo_load_finish (result);
  g_autoptr(GdkTexture) texture = pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    xb_ring_phone_set_logo (XB_RING_PHONE (self->phone), texture != NULL ? GDK_PAINTABLE (texture) : NULL);
}

/* The logo is the same for nearly every number. */
static void
show_logo (XbItemPair       *self,
           XbWorkspace      *workspace,
           XbInspectionItem *item)
{
  const char *sha256 = xb_inspection_item_get_logo (item);
  g_autofree char *path = NULL;

  if (g_strcmp0 (sha256, self->logo) == 0)
    return;
  g_cancellable_cancel (self->cancellable); /* of the logo before, should it still be read */
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->logo);
  self->logo = g_strdup (sha256);
  xb_ring_phone_set_logo (XB_RING_PHONE (self->phone), NULL);
  if (sha256 == NULL)
    return;
  path = xb_workspace_dup_file_path (workspace, sha256);
  xb_photo_load_async (self, path, LOGO_SIDE, self->cancellable, logo_cb, NULL);
}

/** xb_item_pair_show: what is expected of @item; without a phone only the photo has its place */
void
xb_item_pair_show (XbItemPair       *self,
                   XbWorkspace      *workspace,
                   XbInspectionItem *item)
{
  XbRingPhone *phone = XB_RING_PHONE (self->phone);
  const char *e164 = xb_inspection_item_get_e164 (item);
  g_autofree char *number = e164 != NULL ? xb_phone_format (e164) : NULL;
  int handset = XB_HANDSET_OTHER;

  gtk_widget_set_visible (self->expected, xb_inspection_item_get_section (item) == XB_INSPECTION_SECTION_DISPLAY);

  xb_enum_from_nick (XB_TYPE_HANDSET, xb_inspection_item_get_handset (item), &handset);
  xb_ring_phone_set_handset (phone, handset);
  xb_ring_phone_set_name (phone, xb_inspection_item_get_name (item));
  xb_ring_phone_set_label (phone, xb_inspection_item_get_expected (item));
  xb_ring_phone_set_number (phone, number);
  show_logo (self, workspace, item);
}

/** xb_item_pair_set_invites: whether a photo may be brought */
void
xb_item_pair_set_invites (XbItemPair *self,
                          gboolean    invites)
{
  g_return_if_fail (XB_IS_ITEM_PAIR (self));

  xb_photo_frame_set_invites (XB_PHOTO_FRAME (self->photo), invites);
}

/** xb_item_pair_show_photo: @path: (nullable): %NULL invites to bring one */
void
xb_item_pair_show_photo (XbItemPair *self,
                         const char *path)
{
  g_return_if_fail (XB_IS_ITEM_PAIR (self));

  xb_photo_frame_show_file (XB_PHOTO_FRAME (self->photo), path, _("Photo of what the phone shows"));
}
