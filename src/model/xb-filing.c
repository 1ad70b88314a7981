/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-filing.h"

/* One hand-in: some numbers to one platform with one set of papers. The wizard edits it. */
struct _XbFiling
{
  XbRecord parent_instance;

  char *platform;
  XbFilingStep step;
  char *display_name;
  char *label;
  char *purpose;
  char *agent; /* 经办人 */
  char *agent_phone;
  gboolean expedite;
  gint64 created_at;
  gint64 updated_at;
  gint64 submitted_at;
  char *kit_path;
  gint64 numbers;
  char *first_number;
};

G_DEFINE_FINAL_TYPE (XbFiling, xb_filing, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbFiling, xb_field_text, platform, "platform"),
  XB_FIELD (XbFiling, xb_filing_step_get_type, step, "step"),
  XB_FIELD (XbFiling, xb_field_text, display_name, "display-name"),
  XB_FIELD (XbFiling, xb_field_text, label, "label"),
  XB_FIELD (XbFiling, xb_field_text, purpose, "purpose"),
  XB_FIELD (XbFiling, xb_field_text, agent, "agent"),
  XB_FIELD (XbFiling, xb_field_text, agent_phone, "agent-phone"),
  XB_FIELD (XbFiling, xb_field_bool, expedite, "expedite"),
  XB_FIELD (XbFiling, xb_field_int, created_at, "created-at"),
  XB_FIELD (XbFiling, xb_field_int, updated_at, "updated-at"),
  XB_FIELD (XbFiling, xb_field_int, submitted_at, "submitted-at"),
  XB_FIELD (XbFiling, xb_field_text, kit_path, "kit-path"),
  XB_FIELD (XbFiling, xb_field_int, numbers, "numbers"),
  XB_FIELD (XbFiling, xb_field_text, first_number, "first-number"),
};

static void
xb_filing_class_init (XbFilingClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_filing_init (XbFiling *self)
{
}

XB_GETTER (XbFiling, xb_filing, const char *, platform)
XB_GETTER (XbFiling, xb_filing, XbFilingStep, step)
XB_GETTER (XbFiling, xb_filing, const char *, display_name)
XB_GETTER (XbFiling, xb_filing, const char *, label)
XB_GETTER (XbFiling, xb_filing, const char *, purpose)
XB_GETTER (XbFiling, xb_filing, const char *, agent)
XB_GETTER (XbFiling, xb_filing, const char *, agent_phone)
XB_GETTER (XbFiling, xb_filing, gboolean, expedite)
XB_GETTER (XbFiling, xb_filing, gint64, created_at)
XB_GETTER (XbFiling, xb_filing, gint64, updated_at)
XB_GETTER (XbFiling, xb_filing, gint64, submitted_at)
XB_GETTER (XbFiling, xb_filing, const char *, kit_path)
XB_GETTER (XbFiling, xb_filing, gint64, numbers)
XB_GETTER (XbFiling, xb_filing, const char *, first_number)
