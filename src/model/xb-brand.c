/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-brand.h"

/* A brand name that the business uses, perhaps a registered mark. */
struct _XbBrand
{
  XbRecord parent_instance;

  char *name;
  gboolean registered;
  char *mark_no; /* 商标注册号 */
  char *expires;
};

G_DEFINE_FINAL_TYPE (XbBrand, xb_brand, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbBrand, xb_field_text, name, "name"),
  XB_FIELD (XbBrand, xb_field_bool, registered, "registered"),
  XB_FIELD (XbBrand, xb_field_text, mark_no, "mark-no"),
  XB_FIELD (XbBrand, xb_field_text, expires, "expires"),
};

static void
xb_brand_class_init (XbBrandClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_brand_init (XbBrand *self)
{
}

XB_GETTER (XbBrand, xb_brand, const char *, name)
XB_GETTER (XbBrand, xb_brand, gboolean, registered)
XB_GETTER (XbBrand, xb_brand, const char *, mark_no)
XB_GETTER (XbBrand, xb_brand, const char *, expires)
