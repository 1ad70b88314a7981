/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-inspection-photo.h"

/* A photo or screenshot of what a phone showed. */
struct _XbInspectionPhoto
{
  XbRecord parent_instance;

  gint64 item_id;
  char *sha256;
  char *name;
  gint64 at;
};

G_DEFINE_FINAL_TYPE (XbInspectionPhoto, xb_inspection_photo, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbInspectionPhoto, xb_field_int, item_id, "item-id"),
  XB_FIELD (XbInspectionPhoto, xb_field_text, sha256, "sha256"),
  XB_FIELD (XbInspectionPhoto, xb_field_text, name, "name"),
  XB_FIELD (XbInspectionPhoto, xb_field_int, at, "at"),
};

static void
xb_inspection_photo_class_init (XbInspectionPhotoClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_inspection_photo_init (XbInspectionPhoto *self)
{
}

XB_GETTER (XbInspectionPhoto, xb_inspection_photo, gint64, item_id)
XB_GETTER (XbInspectionPhoto, xb_inspection_photo, const char *, sha256)
XB_GETTER (XbInspectionPhoto, xb_inspection_photo, const char *, name)
XB_GETTER (XbInspectionPhoto, xb_inspection_photo, gint64, at)
