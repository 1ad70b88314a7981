/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-case-report.h"

/**
 * xb_display_new:
 * @name: (nullable):
 * @label: (nullable):
 *
 * Returns: (transfer full): what one handset shows
 */
XbDisplay *
xb_display_new (XbHandset   handset,
                const char *name,
                const char *label,
                gboolean    shown)
{
  XbDisplay *self = g_new0 (XbDisplay, 1);

  self->handset = handset;
  self->name = g_strdup (name);
  self->label = g_strdup (label);
  self->shown = shown;
  return self;
}

/** xb_display_free: frees @self and what it owns */
void
xb_display_free (XbDisplay *self)
{
  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

static void
reason_free (gpointer data)
{
  XbCaseReason *reason = data;

  g_free (reason->code);
  g_free (reason->message);
  g_free (reason->field);
  g_free (reason);
}

/** xb_case_report_new: Returns: (transfer full): an empty report */
XbCaseReport *
xb_case_report_new (void)
{
  XbCaseReport *self = g_atomic_rc_box_new0 (XbCaseReport);

  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->displays = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_display_free);
  return self;
}

XbCaseReport *
xb_case_report_ref (XbCaseReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  XbCaseReport *self = data;

  g_free (self->case_no);
  g_free (self->raw_state);
  g_free (self->reason_code);
  g_free (self->raw_reason);
  g_free (self->expected_day);
  g_free (self->valid_until);
  g_free (self->label.text);
  g_free (self->label.raw_state);
  g_free (self->label.reason);
  g_free (self->label.expected_day);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->displays);
}

void
xb_case_report_unref (XbCaseReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

/**
 * xb_case_report_add_reason:
 * @field: (nullable): the field or material meant
 *
 * Adds a reason and keeps @reason_code and @raw_reason in step.
 */
void
xb_case_report_add_reason (XbCaseReport *self,
                           const char   *code,
                           const char   *message,
                           const char   *field)
{
  XbCaseReason *reason = g_new0 (XbCaseReason, 1);
  g_autofree char *before = g_steal_pointer (&self->raw_reason);

  reason->code = g_strdup (code);
  reason->message = g_strdup (message);
  reason->field = g_strdup (field);
  g_ptr_array_add (self->reasons, reason);
  if (self->reason_code == NULL)
    self->reason_code = g_strdup (code);
  self->raw_reason = before != NULL ? g_strconcat (before, "；", message, NULL) : g_strdup (message);
}
