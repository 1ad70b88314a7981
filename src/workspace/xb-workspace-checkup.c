/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-checkup-list.h"
#include "xb-error.h"
#include "xb-progress-meter.h"
#include "xb-workspace-checkup.h"
#include "xb-workspace-label-board.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-private.h"

#define LABELS_PER_LOOK 256

typedef struct
{
  XbCheckup       *checkup;  /* (nullable): taken by the finish */
  XbRules         *rules;
  GPtrArray       *contexts; /* (element-type XbLintContext): of no platform, then of each that shows numbers */
  GPtrArray       *keys;     /* the platforms of the contexts; NULL for the first */
  char            *text;     /* (nullable): pasted */
  char            *path;     /* (nullable) */
  char            *today;
  XbProgressMeter *progress;
} Check;

static void
checked_free (gpointer data)
{
  XbCheckedLabel *label = data;

  g_free (label->text);
  g_free (label->from);
  g_free (label->until);
  g_free (label->platform);
  g_clear_pointer (&label->numbers, g_array_unref);
  g_clear_pointer (&label->report, xb_lint_report_free);
  g_free (label);
}

void
xb_checkup_free (XbCheckup *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_free (self->day);
  g_free (self->business);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static void
check_free (gpointer data)
{
  Check *check = data;

  xb_checkup_free (check->checkup);
  g_object_unref (check->rules);
  g_ptr_array_unref (check->contexts);
  g_ptr_array_unref (check->keys);
  g_clear_pointer (&check->progress, xb_progress_meter_free);
  g_free (check->text);
  g_free (check->path);
  g_free (check->today);
  g_free (check);
}

static gboolean
says_already (const XbLintReport *report,
              const XbFinding    *finding)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *other = g_ptr_array_index (report->findings, i);

      if (other->start == finding->start && other->end == finding->end && g_strcmp0 (other->rule, finding->rule) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The strictest of the platforms counts; what only one of them says is added. */
static XbLintReport *
judge (Check          *check,
       XbLinter       *linter,
       XbCheckedLabel *label)
{
  XbLintReport *report = NULL;

  for (guint i = 0; i < check->contexts->len; i++)
    {
      XbLintContext *context = g_ptr_array_index (check->contexts, i);
      g_autoptr(XbLintReport) other = NULL;

      if (i > 0 && label->platform != NULL && g_strcmp0 (label->platform, g_ptr_array_index (check->keys, i)) != 0)
        continue;
      xb_lint_context_set_shown (context, label->from, label->until);
      if (report == NULL)
        {
          report = xb_linter_check (linter, label->text, -1, context);
          continue;
        }
      other = xb_linter_check (linter, label->text, -1, context);
      report->verdict = MAX (report->verdict, other->verdict);
      for (guint j = 0; j < other->findings->len; j++)
        if (!says_already (report, g_ptr_array_index (other->findings, j)))
          g_ptr_array_add (report->findings, g_ptr_array_steal_index (other->findings, j--));
    }
  return report;
}

/* (transfer full) @label */
static void
take (Check          *check,
      XbLinter       *linter,
      XbCheckedLabel *label)
{
  XbCheckup *checkup = check->checkup;

  label->report = judge (check, linter, label);
  checkup->checked++;
  if (checkup->n[label->report->verdict]++ >=
      (label->report->verdict == XB_VERDICT_OK ? XB_CHECKUP_MOST_GOOD : XB_CHECKUP_MOST_FOUND))
    checked_free (label);
  else
    g_ptr_array_add (checkup->labels, label);
}

static gboolean
check_own (Check         *check,
           XbDb          *db,
           XbLinter      *linter,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  XbCheckedLabel *last = NULL;

  rows = xb_db_query (db, error, "SELECT text, from_day, until_day, platform, number_id FROM label "
                      "WHERE removed_at IS NULL AND (until_day IS NULL OR (until_day >= ?1 AND until_day >= from_day)) "
                      "ORDER BY text, from_day, until_day, platform", "t", check->today);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 number = xb_rows_int (rows, 4);

      if (last == NULL || g_strcmp0 (last->text, xb_rows_text (rows, 0)) != 0 ||
          g_strcmp0 (last->from, xb_rows_text (rows, 1)) != 0 || g_strcmp0 (last->until, xb_rows_text (rows, 2)) != 0 ||
          g_strcmp0 (last->platform, xb_rows_text (rows, 3)) != 0)
        {
          last = g_new0 (XbCheckedLabel, 1);
          last->text = g_strdup (xb_rows_text (rows, 0));
          last->from = g_strdup (xb_rows_text (rows, 1));
          last->until = g_strdup (xb_rows_text (rows, 2));
          last->platform = g_strdup (xb_rows_text (rows, 3));
          last->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_ptr_array_add (all, last);
        }
      g_array_append_val (last->numbers, number);
    }
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      if (i % LABELS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          for (; i < all->len; i++)
            checked_free (g_ptr_array_index (all, i));
          return FALSE;
        }
      take (check, linter, g_ptr_array_index (all, i));
      xb_progress_meter_set (check->progress, i + 1, all->len);
    }
  return TRUE;
}

static gboolean
check_list (Check         *check,
            XbLinter      *linter,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(XbCheckupList) list = xb_checkup_list_new (check->text, check->path, cancellable, error);
  char *text = NULL;
  guint line = 0;

  if (list == NULL)
    return FALSE;
  while (xb_checkup_list_next (list, &text, &line, cancellable, error))
    {
      XbCheckedLabel *label;
      guint64 done, total;

      if (text == NULL) /* the end */
        return TRUE;
      label = g_new0 (XbCheckedLabel, 1);
      label->text = text;
      label->line = line;
      take (check, linter, label);
      if (check->checkup->checked % LABELS_PER_LOOK != 0)
        continue;
      xb_checkup_list_get_progress (list, &done, &total);
      xb_progress_meter_set (check->progress, done, total);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return FALSE;
}

static int
by_verdict (gconstpointer a,
            gconstpointer b)
{
  const XbCheckedLabel *left = *(const XbCheckedLabel *const *) a, *right = *(const XbCheckedLabel *const *) b;

  if (left->report->verdict != right->report->verdict)
    return left->report->verdict > right->report->verdict ? -1 : 1;
  return left->line < right->line ? -1 : left->line > right->line;
}

static gboolean
check_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  Check *check = data;
  g_autoptr(XbLinter) linter = xb_linter_new (check->rules);
  GCancellable *cancellable = xb_db_get_cancellable (db);

  if (check->checkup->own ? !check_own (check, db, linter, cancellable, error)
                          : !check_list (check, linter, cancellable, error))
    return FALSE;
  g_ptr_array_sort (check->checkup->labels, by_verdict);
  return TRUE;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (XbWorkspace         *self,
       Check               *check,
       gpointer             tag,
       GCancellable        *cancellable,
       XbProgressFunc       progress,
       gpointer             progress_data,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_auto(GStrv) platforms = xb_workspace_dup_showing_platforms (self);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);

  check->rules = g_object_ref (xb_workspace_get_lint_rules (self));
  check->today = xb_clock_dup_today (xb_workspace_get_clock (self));
  check->progress = xb_progress_meter_new (progress, progress_data);
  check->contexts = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_lint_context_unref);
  check->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (check->contexts, xb_workspace_dup_lint_context (self, NULL));
  g_ptr_array_add (check->keys, NULL);
  for (guint i = 0; platforms[i] != NULL; i++)
    {
      g_ptr_array_add (check->contexts, xb_workspace_dup_lint_context (self, platforms[i]));
      g_ptr_array_add (check->keys, g_strdup (platforms[i]));
    }
  check->checkup->day = g_strdup (check->today);
  check->checkup->business = g_strdup (business != NULL ? xb_business_get_name (business) : NULL);
  check->checkup->labels = g_ptr_array_new_with_free_func (checked_free);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, check, check_free);
  xb_store_read_async (xb_workspace_get_store (self), check_job, check, NULL, cancellable, checked_cb, task);
}

void
xb_workspace_check_labels_async (XbWorkspace         *self,
                                 GCancellable        *cancellable,
                                 XbProgressFunc       progress,
                                 gpointer             progress_data,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Check *check = g_new0 (Check, 1);

  check->checkup = g_new0 (XbCheckup, 1);
  check->checkup->own = TRUE;
  start (self, check, xb_workspace_check_labels_async, cancellable, progress, progress_data, callback, user_data);
}

void
xb_workspace_check_list_async (XbWorkspace         *self,
                               const char          *text,
                               const char          *path,
                               GCancellable        *cancellable,
                               XbProgressFunc       progress,
                               gpointer             progress_data,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Check *check = g_new0 (Check, 1);

  check->checkup = g_new0 (XbCheckup, 1);
  check->checkup->source = path != NULL ? g_path_get_basename (path) : NULL;
  check->text = g_strdup (text);
  check->path = g_strdup (path);
  start (self, check, xb_workspace_check_list_async, cancellable, progress, progress_data, callback, user_data);
}

XbCheckup *
xb_workspace_checkup_finish (XbWorkspace   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((Check *) g_task_get_task_data (G_TASK (result)))->checkup);
}
