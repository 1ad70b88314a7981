/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-recheck.h"

/* A day on which to look again whether the mark is back. */
struct _XbRecheck
{
  XbRecord parent_instance;

  gint64 incident_id;
  char *due;
  gint64 done_at; /* 0: to do */
  gboolean marked; /* it was marked again */
  char *note; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbRecheck, xb_recheck, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbRecheck, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbRecheck, xb_field_text, due, "due"),
  XB_FIELD (XbRecheck, xb_field_int, done_at, "done-at"),
  XB_FIELD (XbRecheck, xb_field_bool, marked, "marked"),
  XB_FIELD (XbRecheck, xb_field_text, note, "note"),
};

static void
xb_recheck_class_init (XbRecheckClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_recheck_init (XbRecheck *self)
{
}

XB_GETTER (XbRecheck, xb_recheck, gint64, incident_id)
XB_GETTER (XbRecheck, xb_recheck, const char *, due)
XB_GETTER (XbRecheck, xb_recheck, gint64, done_at)
XB_GETTER (XbRecheck, xb_recheck, gboolean, marked)
XB_GETTER (XbRecheck, xb_recheck, const char *, note)
