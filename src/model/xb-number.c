/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-number.h"

/* A number of the business, with what is known of it in sum. */
struct _XbNumber
{
  XbRecord parent_instance;

  char *e164;
  char *national;
  char *kind; /* mobile, fixed, 400 ... */
  char *use; /* 客服, 销售, 门店 ... */
  char *hours; /* when it is answered, where that is not as of the business; NULL: as of the business */
  XbHealth health;
  char *shown; /* what callees see today; NULL: only the number */
  gint64 certifications;
  gint64 live;
};

G_DEFINE_FINAL_TYPE (XbNumber, xb_number, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbNumber, xb_field_text, e164, "e164"),
  XB_FIELD (XbNumber, xb_field_text, national, "national"),
  XB_FIELD (XbNumber, xb_field_text, kind, "type"),
  XB_FIELD (XbNumber, xb_field_text, use, "use"),
  XB_FIELD (XbNumber, xb_field_text, hours, "hours"),
  XB_FIELD (XbNumber, xb_health_get_type, health, "health"),
  XB_FIELD (XbNumber, xb_field_text, shown, "shown"),
  XB_FIELD (XbNumber, xb_field_int, certifications, "certifications"),
  XB_FIELD (XbNumber, xb_field_int, live, "live"),
};

static void
xb_number_class_init (XbNumberClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_number_init (XbNumber *self)
{
}

XB_GETTER (XbNumber, xb_number, const char *, e164)
XB_GETTER (XbNumber, xb_number, const char *, national)
XB_GETTER (XbNumber, xb_number, const char *, kind)
XB_GETTER (XbNumber, xb_number, const char *, use)
XB_GETTER (XbNumber, xb_number, const char *, hours)
XB_GETTER (XbNumber, xb_number, XbHealth, health)
XB_GETTER (XbNumber, xb_number, const char *, shown)
XB_GETTER (XbNumber, xb_number, gint64, certifications)
XB_GETTER (XbNumber, xb_number, gint64, live)
