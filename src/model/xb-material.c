/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-material.h"

/* A paper of the business. The bytes lie in files/ under their SHA-256. */
struct _XbMaterial
{
  XbRecord parent_instance;

  char *sha256;
  char *name;
  XbMaterialType kind;
  char *media_type;
  gint64 size;
  gint64 width;
  gint64 height;
  gint64 pages;
  char *expires;
  gint64 added_at;
  gint64 copies; /* watermarked copies that others hold */
};

G_DEFINE_FINAL_TYPE (XbMaterial, xb_material, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbMaterial, xb_field_text, sha256, "sha256"),
  XB_FIELD (XbMaterial, xb_field_text, name, "name"),
  XB_FIELD (XbMaterial, xb_material_type_get_type, kind, "type"),
  XB_FIELD (XbMaterial, xb_field_text, media_type, "media-type"),
  XB_FIELD (XbMaterial, xb_field_int, size, "size"),
  XB_FIELD (XbMaterial, xb_field_int, width, "width"),
  XB_FIELD (XbMaterial, xb_field_int, height, "height"),
  XB_FIELD (XbMaterial, xb_field_int, pages, "pages"),
  XB_FIELD (XbMaterial, xb_field_text, expires, "expires"),
  XB_FIELD (XbMaterial, xb_field_int, added_at, "added-at"),
  XB_FIELD (XbMaterial, xb_field_int, copies, "copies"),
};

static void
xb_material_class_init (XbMaterialClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_material_init (XbMaterial *self)
{
}

XB_GETTER (XbMaterial, xb_material, const char *, sha256)
XB_GETTER (XbMaterial, xb_material, const char *, name)
XB_GETTER (XbMaterial, xb_material, XbMaterialType, kind)
XB_GETTER (XbMaterial, xb_material, const char *, media_type)
XB_GETTER (XbMaterial, xb_material, gint64, size)
XB_GETTER (XbMaterial, xb_material, gint64, width)
XB_GETTER (XbMaterial, xb_material, gint64, height)
XB_GETTER (XbMaterial, xb_material, gint64, pages)
XB_GETTER (XbMaterial, xb_material, const char *, expires)
XB_GETTER (XbMaterial, xb_material, gint64, added_at)
XB_GETTER (XbMaterial, xb_material, gint64, copies)
