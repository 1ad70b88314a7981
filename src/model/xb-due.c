/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-due.h"

/* Something to do by a day. Found, not stored. */
struct _XbDue
{
  XbRecord parent_instance;

  char *kind;
  char *title;
  char *detail;
  char *due; /* ISO date */
  gint64 due_at; /* instant; 0: the whole day */
  gboolean overdue;
  gboolean estimated;
  char *object; /* kind/id, such as certification/12 */
  char *part; /* (nullable) which part of the object, where one kind of thing is due for several */
};

G_DEFINE_FINAL_TYPE (XbDue, xb_due, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbDue, xb_field_text, kind, "kind"),
  XB_FIELD (XbDue, xb_field_text, title, "title"),
  XB_FIELD (XbDue, xb_field_text, detail, "detail"),
  XB_FIELD (XbDue, xb_field_text, due, "due"),
  XB_FIELD (XbDue, xb_field_int, due_at, "due-at"),
  XB_FIELD (XbDue, xb_field_bool, overdue, "overdue"),
  XB_FIELD (XbDue, xb_field_bool, estimated, "estimated"),
  XB_FIELD (XbDue, xb_field_text, object, "object"),
  XB_FIELD (XbDue, xb_field_text, part, "part"),
};

static void
xb_due_class_init (XbDueClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_due_init (XbDue *self)
{
}

XB_GETTER (XbDue, xb_due, const char *, kind)
XB_GETTER (XbDue, xb_due, const char *, title)
XB_GETTER (XbDue, xb_due, const char *, detail)
XB_GETTER (XbDue, xb_due, const char *, due)
XB_GETTER (XbDue, xb_due, gint64, due_at)
XB_GETTER (XbDue, xb_due, gboolean, overdue)
XB_GETTER (XbDue, xb_due, gboolean, estimated)
XB_GETTER (XbDue, xb_due, const char *, object)
XB_GETTER (XbDue, xb_due, const char *, part)
