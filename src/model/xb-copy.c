/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-copy.h"

/* A watermarked copy that left the house: who holds it since when. */
struct _XbCopy
{
  XbRecord parent_instance;

  gint64 material_id;
  char *material_name;
  XbMaterialType kind;
  char *platform;
  gint64 filing_id;
  gint64 made_at;
  gint64 sent_at; /* 0: written into a kit, not handed in yet */
  char *file_name;
  char *sha256;
  char *watermark;
};

G_DEFINE_FINAL_TYPE (XbCopy, xb_copy, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbCopy, xb_field_int, material_id, "material-id"),
  XB_FIELD (XbCopy, xb_field_text, material_name, "material-name"),
  XB_FIELD (XbCopy, xb_material_type_get_type, kind, "type"),
  XB_FIELD (XbCopy, xb_field_text, platform, "platform"),
  XB_FIELD (XbCopy, xb_field_int, filing_id, "filing-id"),
  XB_FIELD (XbCopy, xb_field_int, made_at, "made-at"),
  XB_FIELD (XbCopy, xb_field_int, sent_at, "sent-at"),
  XB_FIELD (XbCopy, xb_field_text, file_name, "file-name"),
  XB_FIELD (XbCopy, xb_field_text, sha256, "sha256"),
  XB_FIELD (XbCopy, xb_field_text, watermark, "watermark"),
};

static void
xb_copy_class_init (XbCopyClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_copy_init (XbCopy *self)
{
}

XB_GETTER (XbCopy, xb_copy, gint64, material_id)
XB_GETTER (XbCopy, xb_copy, const char *, material_name)
XB_GETTER (XbCopy, xb_copy, XbMaterialType, kind)
XB_GETTER (XbCopy, xb_copy, const char *, platform)
XB_GETTER (XbCopy, xb_copy, gint64, filing_id)
XB_GETTER (XbCopy, xb_copy, gint64, made_at)
XB_GETTER (XbCopy, xb_copy, gint64, sent_at)
XB_GETTER (XbCopy, xb_copy, const char *, file_name)
XB_GETTER (XbCopy, xb_copy, const char *, sha256)
XB_GETTER (XbCopy, xb_copy, const char *, watermark)
