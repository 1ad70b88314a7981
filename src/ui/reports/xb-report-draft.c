/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-report-draft-private.h"

/* A report on its way into the file, without any widget: what was chosen about it, how its first rows look, what would
 * become of all of it, and what came of it. Each choice reads it again; what was still being read then is given up. */

G_DEFINE_FINAL_TYPE (XbReportDraft, xb_report_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROGRESS,
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
xb_report_draft_changed (XbReportDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
xb_report_draft_set_problem (XbReportDraft *self,
                             const char    *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

static void
give_up (XbReportDraft *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Everything that is known of a file. */
void
xb_report_draft_forget (XbReportDraft *self)
{
  give_up (self);
  g_clear_pointer (&self->preview, xb_metrics_preview_free);
  g_clear_pointer (&self->survey, xb_metrics_survey_free);
  g_clear_pointer (&self->result, xb_metrics_result_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->source, g_free);
  xb_report_draft_set_problem (self, NULL);
  self->chosen = self->named = self->add_numbers = self->undone = FALSE;
}

static void
begin (XbReportDraft *self)
{
  give_up (self);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
  self->began = g_get_monotonic_time ();
}

/* What one piece of work under way is about: the draft may have gone on to another meanwhile. */
typedef struct
{
  XbReportDraft *draft;       /* (owned) */
  GCancellable  *cancellable; /* (owned) */
} Run;

static Run *
run_new (XbReportDraft *self)
{
  Run *run = g_new (Run, 1);

  *run = (Run) { g_object_ref (self), g_object_ref (self->cancellable) };
  return run;
}

/* Returns: (transfer full): the draft; @wanted: (out): whether it still waits for this */
static XbReportDraft *
run_end (Run      *run,
         gboolean *wanted)
{
  XbReportDraft *self = run->draft;

  *wanted = self->cancellable == run->cancellable;
  g_object_unref (run->cancellable);
  g_free (run);
  if (*wanted)
    g_clear_object (&self->cancellable);
  return self;
}

static XbMetricsOptions
get_options (XbReportDraft *self)
{
  return (XbMetricsOptions) {
    .columns = self->chosen ? &self->columns : NULL,
    .fingerprint = self->chosen && self->preview != NULL ? self->preview->fingerprint : NULL,
    .sheet = self->sheet,
    .source = self->source,
    .number = self->number,
    .add_numbers = self->add_numbers,
  };
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  Run *run = user_data;
  XbReportDraft *self = run->draft;

  if (self->cancellable != run->cancellable)
    return;
  self->fraction = total > 0 ? (double) done / (double) total : -1;
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
surveyed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  gboolean wanted;
  g_autoptr(XbReportDraft) self = run_end (user_data, &wanted);
  g_autoptr(GError) error = NULL;
  XbMetricsSurvey *survey = xb_workspace_survey_metrics_finish (XB_WORKSPACE (source), result, &error);

  if (!wanted)
    {
      xb_metrics_survey_free (survey);
      return;
    }
  self->survey = survey;
  if (survey == NULL)
    xb_report_draft_set_problem (self, error->message);
  xb_report_draft_changed (self);
}

static void
survey (XbReportDraft *self)
{
  XbMetricsOptions options = get_options (self);
  Run *run;

  begin (self);
  run = run_new (self);
  xb_workspace_survey_metrics_async (self->workspace, self->path, &options, self->cancellable, progress_cb, run, surveyed_cb, run);
}

/* "呼叫明细-2026-09 (1).csv" → "呼叫明细": the next file of the same source has another day in its name. */
static char *
dup_stem (const char *name)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\.[A-Za-z]{1,5}$|[\\s\\d._()（）年月日至~-]+(?=\\.[A-Za-z]{1,5}$|$)", 0, 0, NULL);
  g_autofree char *stem = g_regex_replace_literal (regex, name, -1, 0, "", 0, NULL);

  return stem != NULL ? g_strstrip (g_steal_pointer (&stem)) : g_strdup ("");
}

static void
take_preview (XbReportDraft    *self,
              XbMetricsPreview *preview)
{
  g_clear_pointer (&self->preview, xb_metrics_preview_free);
  self->preview = preview;
  self->looks++;
  self->columns = preview->columns;
  if (!self->named)
    g_clear_pointer (&self->source, g_free);
  if (self->source == NULL)
    self->source = preview->source != NULL ? g_strdup (preview->source) : dup_stem (self->name);
  self->step = XB_REPORT_STEP_CHECK;
  xb_report_draft_set_problem (self, preview->problem);
}

/* No report at all; or another sheet was chosen that is none, and one can choose again. */
static void
refuse_preview (XbReportDraft *self)
{
  XbMetricsPreview *preview = self->preview;

  if (preview == NULL)
    {
      self->step = XB_REPORT_STEP_CHOOSE;
      return;
    }
  self->looks++;
  g_strfreev (preview->headings);
  preview->headings = g_new0 (char *, 1);
  g_ptr_array_set_size (preview->samples, 0);
  g_ptr_array_set_size (preview->rows, 0);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  gboolean wanted;
  g_autoptr(XbReportDraft) self = run_end (user_data, &wanted);
  g_autoptr(GError) error = NULL;
  XbMetricsPreview *preview = xb_workspace_preview_metrics_finish (XB_WORKSPACE (source), result, &error);

  if (!wanted)
    {
      xb_metrics_preview_free (preview);
      return;
    }
  if (preview != NULL)
    take_preview (self, preview);
  else
    {
      xb_report_draft_set_problem (self, error->message);
      refuse_preview (self);
    }
  if (self->step == XB_REPORT_STEP_CHECK && self->problem == NULL)
    survey (self);
  xb_report_draft_changed (self);
}

/** xb_report_draft_look: reads the first rows with what is chosen now, and then goes through the whole file */
void
xb_report_draft_look (XbReportDraft *self)
{
  XbMetricsOptions options = get_options (self);

  begin (self);
  g_clear_pointer (&self->survey, xb_metrics_survey_free);
  xb_workspace_preview_metrics_async (self->workspace, self->path, &options, self->cancellable, previewed_cb, run_new (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  gboolean wanted;
  g_autoptr(XbReportDraft) self = run_end (user_data, &wanted);
  g_autoptr(GError) error = NULL;
  XbMetricsResult *done = xb_workspace_import_metrics_finish (XB_WORKSPACE (source), result, &error);

  self->result = done;
  self->step = done != NULL ? XB_REPORT_STEP_DONE : XB_REPORT_STEP_CHECK;
  if (done == NULL && !xb_error_is_cancelled (error))
    xb_report_draft_set_problem (self, error->message);
  if (!wanted) /* the window is closed */
    return;
  xb_report_draft_changed (self);
  if (xb_error_is_cancelled (error))
    g_signal_emit (self, signals[STOPPED], 0);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean wanted;
  g_autoptr(XbReportDraft) self = run_end (user_data, &wanted);
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (!wanted) /* it goes on, and the list of reports shows it */
    return;
  self->undone = done;
  if (!done)
    xb_report_draft_set_problem (self, error->message);
  xb_report_draft_changed (self);
}

static void
xb_report_draft_dispose (GObject *object)
{
  xb_report_draft_forget (XB_REPORT_DRAFT (object));
  G_OBJECT_CLASS (xb_report_draft_parent_class)->dispose (object);
}

static void
xb_report_draft_finalize (GObject *object)
{
  g_clear_object (&XB_REPORT_DRAFT (object)->workspace);
  G_OBJECT_CLASS (xb_report_draft_parent_class)->finalize (object);
}

static void
xb_report_draft_class_init (XbReportDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_REPORT_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", XB_TYPE_REPORT_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", XB_TYPE_REPORT_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_report_draft_init (XbReportDraft *self)
{
}

XbReportDraft *
xb_report_draft_new (XbWorkspace *workspace)
{
  XbReportDraft *self = g_object_new (XB_TYPE_REPORT_DRAFT, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

/** xb_report_draft_close: stops what is under way; nothing is told any more */
void
xb_report_draft_close (XbReportDraft *self)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  give_up (self);
}

/* Rows that would come in with what is chosen. */
static gboolean
has_rows (XbReportDraft *self)
{
  const XbMetricsSurvey *survey = self->survey;
  guint64 rows = survey->result->imported + survey->result->replaced;

  return rows > (self->add_numbers ? 0 : survey->stranger_rows);
}

/** xb_report_draft_can_import: Returns: whether all is known that one should know before, and at least one row is good */
gboolean
xb_report_draft_can_import (XbReportDraft *self)
{
  g_return_val_if_fail (XB_IS_REPORT_DRAFT (self), FALSE);

  return self->step == XB_REPORT_STEP_CHECK && !xb_report_draft_is_busy (self) && self->survey != NULL && has_rows (self);
}

void
xb_report_draft_import (XbReportDraft *self)
{
  XbMetricsOptions options;
  Run *run;

  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (!xb_report_draft_can_import (self))
    return;
  options = get_options (self);
  xb_report_draft_set_problem (self, NULL);
  begin (self);
  self->step = XB_REPORT_STEP_IMPORT;
  run = run_new (self);
  xb_workspace_import_metrics_async (self->workspace, self->path, &options, self->cancellable, progress_cb, run, imported_cb, run);
  xb_report_draft_changed (self);
}

/** xb_report_draft_stop: what is being read or taken in; it ends in "changed" */
void
xb_report_draft_stop (XbReportDraft *self)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step == XB_REPORT_STEP_IMPORT)
    g_cancellable_cancel (self->cancellable);
  else if (self->step == XB_REPORT_STEP_READING)
    xb_report_draft_start_over (self);
}

/** xb_report_draft_undo: takes out again what came in */
void
xb_report_draft_undo (XbReportDraft *self)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step != XB_REPORT_STEP_DONE || self->undone || self->cancellable != NULL || self->result->import_id == 0)
    return;
  begin (self);
  xb_workspace_undo_metrics_async (self->workspace, self->result->import_id, self->cancellable, undone_cb, run_new (self));
  xb_report_draft_changed (self);
}

/** xb_report_draft_start_over: no file is chosen; not while one is taken in */
void
xb_report_draft_start_over (XbReportDraft *self)
{
  g_return_if_fail (XB_IS_REPORT_DRAFT (self));

  if (self->step == XB_REPORT_STEP_IMPORT)
    return;
  xb_report_draft_forget (self);
  self->step = XB_REPORT_STEP_CHOOSE;
  xb_report_draft_changed (self);
}
