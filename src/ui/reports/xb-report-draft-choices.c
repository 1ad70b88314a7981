/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-report-draft-private.h"

/* What is chosen about a report, and what is known of it. */

XbWorkspace *
xb_report_draft_get_workspace (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->workspace;
}

XbReportStep
xb_report_draft_get_step (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), XB_REPORT_STEP_CHOOSE);

  return self->step;
}

/** xb_report_draft_get_problem: Returns: (nullable): a whole sentence */
const char *
xb_report_draft_get_problem (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->problem;
}

/** xb_report_draft_get_name: Returns: (nullable): of the file, for people */
const char *
xb_report_draft_get_name (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->name;
}

/** xb_report_draft_get_preview: Returns: (transfer none) (nullable) */
XbMetricsPreview *
xb_report_draft_get_preview (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->preview;
}

/** xb_report_draft_get_looks: Returns: how often first rows were read: another figure, other rows */
guint
xb_report_draft_get_looks (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), 0);

  return self->looks;
}

/** xb_report_draft_get_survey: Returns: (transfer none) (nullable): %NULL while the file is gone through */
XbMetricsSurvey *
xb_report_draft_get_survey (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->survey;
}

/** xb_report_draft_get_result: Returns: (transfer none) (nullable): what came of it */
XbMetricsResult *
xb_report_draft_get_result (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->result;
}

/** xb_report_draft_get_fraction: Returns: how far the work under way is, 0 to 1; below 0 where nobody knows */
double
xb_report_draft_get_fraction (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), -1);

  return self->fraction;
}

/** xb_report_draft_get_seconds_left: Returns: of the work under way, at its speed so far; -1 where it is too early to say */
gint64
xb_report_draft_get_seconds_left (XbReportDraft *self)
{
  double elapsed;

  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), -1);

  elapsed = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  if (self->fraction < 0.02 || elapsed < 1)
    return -1;
  return (gint64) (elapsed * (1 - self->fraction) / self->fraction + 0.5);
}

/** xb_report_draft_is_busy: Returns: whether something is being read or written for it */
gboolean
xb_report_draft_is_busy (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
xb_report_draft_get_undone (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), FALSE);

  return self->undone;
}

/** xb_report_draft_take_file: leaves whatever it had before; not while something is taken in */
void
xb_report_draft_take_file (XbReportDraft *self,
                           GFile         *file)
{
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;

  g_return_if_fail (XB_IS_REPORT_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->step == XB_REPORT_STEP_IMPORT)
    return;
  xb_report_draft_forget (self);
  path = g_file_get_path (file);
  base = g_file_get_basename (file);
  self->name = g_filename_display_name (base);
  self->step = path != NULL ? XB_REPORT_STEP_READING : XB_REPORT_STEP_CHOOSE;
  self->path = g_steal_pointer (&path);
  if (self->path != NULL)
    xb_report_draft_look (self);
  else
    xb_report_draft_set_problem (self, _("This file is not on this computer. Save it here first."));
  xb_report_draft_changed (self);
}

/** xb_report_draft_get_field: Returns: the #XbReportField that a column is taken as, or -1 */
int
xb_report_draft_get_field (XbReportDraft *self,
                           guint          column)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), -1);

  for (int field = 0; field < XB_N_REPORT_FIELDS; field++)
    if (self->columns.column[field] == (int) column)
      return field;
  return -1;
}

/** xb_report_draft_set_field: @field: an #XbReportField, or -1: not used. The column that was taken as it is free then */
void
xb_report_draft_set_field (XbReportDraft *self,
                           guint          column,
                           int            field)
{
  int before;

  g_return_if_fail (XB_IS_REPORT_DRAFT (self));
  g_return_if_fail (field < XB_N_REPORT_FIELDS);

  before = xb_report_draft_get_field (self, column);
  if (self->step != XB_REPORT_STEP_CHECK || before == field)
    return;
  if (before >= 0)
    self->columns.column[before] = -1;
  if (field >= 0)
    self->columns.column[field] = (int) column;
  self->chosen = TRUE;
  xb_report_draft_look (self);
  xb_report_draft_changed (self);
}

/** xb_report_draft_set_sheet: @sheet: (nullable): the only one; %NULL: as it finds them */
void
xb_report_draft_set_sheet (XbReportDraft *self,
                           const char    *sheet)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step != XB_REPORT_STEP_CHECK || g_strcmp0 (sheet, self->sheet) == 0)
    return;
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
  self->chosen = FALSE; /* it has headings of its own */
  xb_report_draft_look (self);
  xb_report_draft_changed (self);
}

/** xb_report_draft_get_sheet: Returns: (nullable): the one that was chosen */
const char *
xb_report_draft_get_sheet (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->sheet;
}

/** xb_report_draft_set_number: @number: (nullable): of all rows, for a report that names none */
void
xb_report_draft_set_number (XbReportDraft *self,
                            const char    *number)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (number != NULL && *number == '\0')
    number = NULL;
  if (self->step != XB_REPORT_STEP_CHECK || g_strcmp0 (number, self->number) == 0)
    return;
  g_free (self->number);
  self->number = g_strdup (number);
  xb_report_draft_look (self);
  xb_report_draft_changed (self);
}

/** xb_report_draft_get_number: Returns: (nullable): that all rows are of */
const char *
xb_report_draft_get_number (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->number;
}

/** xb_report_draft_get_source: Returns: (nullable): what the source is called */
const char *
xb_report_draft_get_source (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), NULL);

  return self->source;
}

/** xb_report_draft_set_source: changes nothing else, and tells nobody */
void
xb_report_draft_set_source (XbReportDraft *self,
                            const char    *source)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step != XB_REPORT_STEP_CHECK)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  self->named = TRUE;
}

gboolean
xb_report_draft_get_add_numbers (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), FALSE);

  return self->add_numbers;
}

/** xb_report_draft_set_add_numbers: whether numbers that are not in the register come into it */
void
xb_report_draft_set_add_numbers (XbReportDraft *self,
                                 gboolean       add)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step != XB_REPORT_STEP_CHECK || self->add_numbers == !!add)
    return;
  self->add_numbers = !!add;
  xb_report_draft_changed (self);
}
