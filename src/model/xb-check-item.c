/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-check-item.h"

/* One line of the pre-check: what is there, what is missing, and which button mends it. */
struct _XbCheckItem
{
  GObject      parent_instance;

  XbCheckState state;
  XbFix        fix;
  int          material; /* XbMaterialType for XB_FIX_MATERIAL, else -1 */
  char        *title;
  char        *detail;
};

G_DEFINE_FINAL_TYPE (XbCheckItem, xb_check_item, G_TYPE_OBJECT)

static void
xb_check_item_finalize (GObject *object)
{
  XbCheckItem *self = XB_CHECK_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (xb_check_item_parent_class)->finalize (object);
}

static void
xb_check_item_class_init (XbCheckItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_check_item_finalize;
}

static void
xb_check_item_init (XbCheckItem *self)
{
}

/**
 * xb_check_item_new:
 * @title: (transfer full): what was looked at
 * @detail: (transfer full) (nullable): what was found, and what to do
 */
XbCheckItem *
xb_check_item_new (XbCheckState state,
                   XbFix        fix,
                   int          material,
                   char        *title,
                   char        *detail)
{
  XbCheckItem *self = g_object_new (XB_TYPE_CHECK_ITEM, NULL);

  self->state = state;
  self->fix = fix;
  self->material = material;
  self->title = title;
  self->detail = detail;
  return self;
}

XB_GETTER (XbCheckItem, xb_check_item, XbCheckState, state)
XB_GETTER (XbCheckItem, xb_check_item, XbFix, fix)
XB_GETTER (XbCheckItem, xb_check_item, int, material)
XB_GETTER (XbCheckItem, xb_check_item, const char *, title)
XB_GETTER (XbCheckItem, xb_check_item, const char *, detail)

/** xb_check_item_blocks: Returns: whether nothing may be submitted before it is mended */
gboolean
xb_check_item_blocks (XbCheckItem *self)
{
  return self->state == XB_CHECK_MISSING || self->state == XB_CHECK_EXPIRED;
}
