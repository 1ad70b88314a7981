/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-business.h"

/* The business as its licence names it; there is one in a file. */
struct _XbBusiness
{
  XbRecord parent_instance;

  char *name; /* as on the licence */
  char *uscc; /* 统一社会信用代码, GB 32100-2015 */
  XbBusinessKind kind;
  char *address;
  char *industry;
  char *contact; /* who handles the certifications, 经办人 */
  char *contact_phone;
  char *licence_expires; /* ISO date; NULL: without end */
  char *hours; /* when it is open, in words: 10:00–22:00; NULL: not entered */
  char *handsets; /* nicks of the brands that it checks, comma between them */
};

G_DEFINE_FINAL_TYPE (XbBusiness, xb_business, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbBusiness, xb_field_text, name, "name"),
  XB_FIELD (XbBusiness, xb_field_text, uscc, "uscc"),
  XB_FIELD (XbBusiness, xb_business_kind_get_type, kind, "kind"),
  XB_FIELD (XbBusiness, xb_field_text, address, "address"),
  XB_FIELD (XbBusiness, xb_field_text, industry, "industry"),
  XB_FIELD (XbBusiness, xb_field_text, contact, "contact"),
  XB_FIELD (XbBusiness, xb_field_text, contact_phone, "contact-phone"),
  XB_FIELD (XbBusiness, xb_field_text, licence_expires, "licence-expires"),
  XB_FIELD (XbBusiness, xb_field_text, handsets, "handsets"),
  XB_FIELD (XbBusiness, xb_field_text, hours, "hours"),
};

static void
xb_business_class_init (XbBusinessClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_business_init (XbBusiness *self)
{
}

XB_GETTER (XbBusiness, xb_business, const char *, name)
XB_GETTER (XbBusiness, xb_business, const char *, uscc)
XB_GETTER (XbBusiness, xb_business, XbBusinessKind, kind)
XB_GETTER (XbBusiness, xb_business, const char *, address)
XB_GETTER (XbBusiness, xb_business, const char *, industry)
XB_GETTER (XbBusiness, xb_business, const char *, contact)
XB_GETTER (XbBusiness, xb_business, const char *, contact_phone)
XB_GETTER (XbBusiness, xb_business, const char *, licence_expires)
XB_GETTER (XbBusiness, xb_business, const char *, handsets)
XB_GETTER (XbBusiness, xb_business, const char *, hours)
