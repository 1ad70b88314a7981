/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-nda.h"

/* A signed 保密协议 with a third party. */
struct _XbNda
{
  XbRecord parent_instance;

  char *platform;
  char *signed_on;
  char *expires;
  gint64 material_id; /* 0: no scan */
};

G_DEFINE_FINAL_TYPE (XbNda, xb_nda, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbNda, xb_field_text, platform, "platform"),
  XB_FIELD (XbNda, xb_field_text, signed_on, "signed"),
  XB_FIELD (XbNda, xb_field_text, expires, "expires"),
  XB_FIELD (XbNda, xb_field_int, material_id, "material-id"),
};

static void
xb_nda_class_init (XbNdaClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_nda_init (XbNda *self)
{
}

XB_GETTER (XbNda, xb_nda, const char *, platform)
XB_GETTER (XbNda, xb_nda, const char *, signed_on)
XB_GETTER (XbNda, xb_nda, const char *, expires)
XB_GETTER (XbNda, xb_nda, gint64, material_id)
