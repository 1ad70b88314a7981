/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-effect-paper.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-progress-meter.h"
#include "xb-roi-words.h"
#include "xb-workspace-effect.h"
#include "xb-workspace-private.h"

/* Three steps: what is there is read, what is compared is asked of the same verb that the page asks, one number after
 * the other, and then it is drawn. */

/* How much of the work the steps are, each number counted as one. */
#define DRAWING_SHARE 2
#define FIRST_DAY "2000-01-01"

typedef struct
{
  XbEffectFigures *figures;
  char            *folder;
  char            *path;
  gboolean         book;
  XbProgressMeter *meter;
  guint            next;  /* the number that is asked about next; 0: all of them */
  guint64          total;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  xb_effect_figures_free (report->figures);
  xb_progress_meter_free (report->meter);
  g_free (report->folder);
  g_free (report->path);
  g_free (report);
}

static void
draw_progress_cb (guint64  done,
                  guint64  total,
                  gpointer data)
{
  Report *report = data;
  guint64 before = report->figures->numbers->len + 1;

  xb_progress_meter_set (report->meter, before + (total > 0 ? done * (report->total - before) / total : 0), report->total);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Report *report = data;
  g_autoptr(XbPaper) paper = NULL;
  GError *error = NULL;
  gboolean done;

  if (report->book)
    done = xb_effect_book_write (report->figures, report->path, cancellable, &error);
  else
    {
      paper = xb_effect_paper_new (report->figures);
      done = xb_paper_write (paper, report->path, draw_progress_cb, report, cancellable, &error);
    }
  if (done)
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_int (G_TASK (result), &error) >= 0)
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

static void
draw (GTask *task)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), drawn_cb, g_object_ref (task));

  g_task_set_source_tag (inner, xb_workspace_write_effect_report_async);
  g_task_set_check_cancellable (inner, FALSE); /* what is written is there, however late one changes one's mind */
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, draw_thread);
}

static void ask_next (GTask *task);

static void
take_answer (Report *report,
             XbRoi  *roi)
{
  XbEffectFigures *figures = report->figures;
  XbEffectNumber *number;

  if (report->next == 0)
    {
      figures->roi = roi;
      return;
    }
  number = g_ptr_array_index (figures->numbers, report->next - 1);
  number->answered = roi->payback.answered;
  number->effect = xb_roi_get_effect (roi);
  number->cost = roi->payback.cost;
  xb_roi_free (roi);
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Report *report = g_task_get_task_data (task);
  GError *error = NULL;
  XbRoi *roi = xb_workspace_reckon_roi_finish (XB_WORKSPACE (source), result, &error);

  if (roi == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_answer (report, roi);
  report->next++;
  xb_progress_meter_set (report->meter, report->next, report->total);
  ask_next (task);
}

static void
ask_next (GTask *task)
{
  Report *report = g_task_get_task_data (task);
  XbEffectFigures *figures = report->figures;
  XbRoiQuestion question = {
    .before_from = figures->before.from, .before_until = figures->before.until,
    .after_from = figures->period.from, .after_until = figures->period.until, .margin = XB_ROI_MARGIN_KEPT,
  };

  if (report->next > figures->numbers->len)
    {
      draw (task);
      return;
    }
  if (report->next > 0)
    {
      question.numbers = &((XbEffectNumber *) g_ptr_array_index (figures->numbers, report->next - 1))->id;
      question.n_numbers = 1;
      question.alone = TRUE; /* the row says its rate and its costs, no more */
    }
  else if (figures->asked != NULL)
    {
      question.numbers = (const gint64 *) (void *) figures->asked->data;
      question.n_numbers = figures->asked->len;
    }
  xb_workspace_reckon_roi_async (g_task_get_source_object (task), &question, g_task_get_cancellable (task), reckoned_cb,
                                 g_object_ref (task));
}

static gboolean
read_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  Report *report = data;
  g_autofree char *logo = xb_db_text (db, "SELECT sha256 FROM material WHERE type = 'logo' AND removed_at IS NULL "
                                      "ORDER BY id DESC LIMIT 1", "");

  report->figures->logo = logo != NULL ? xb_files_path (report->folder, logo) : NULL;
  return xb_effect_figures_read (report->figures, db, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Report *report = g_task_get_task_data (task);
  GError *error = NULL;

  if (!xb_store_read_finish (XB_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  report->total = (guint64) (report->figures->numbers->len + 1) * DRAWING_SHARE;
  ask_next (task);
}

static GHashTable *
dup_platforms (XbWorkspace *self)
{
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (self));
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);

      g_hash_table_insert (names, g_strdup (xb_platform_get_key (platform)), g_strdup (xb_platform_get_name (platform)));
    }
  return names;
}

void
xb_workspace_write_effect_report_async (XbWorkspace          *self,
                                        const XbEffectPeriod *period,
                                        const gint64         *numbers,
                                        guint                 n_numbers,
                                        const char           *path,
                                        gboolean              book,
                                        GCancellable         *cancellable,
                                        XbProgressFunc        progress,
                                        gpointer              progress_data,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Report *report;
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);

  g_task_set_source_tag (task, xb_workspace_write_effect_report_async);
  g_task_set_check_cancellable (task, FALSE);
  if (strcmp (period->from, FIRST_DAY) < 0)
    {
      g_task_return_new_error (task, XB_ERROR, XB_ERROR_INVALID,
                               _("There are no figures of days before 2000; choose later ones."));
      return;
    }
  report = g_new0 (Report, 1);
  report->figures = xb_effect_figures_new (period, numbers, n_numbers);
  report->figures->made_on = xb_clock_dup_today (xb_workspace_get_clock (self));
  report->figures->business = business != NULL ? g_strdup (xb_business_get_name (business)) : NULL;
  report->figures->platforms = dup_platforms (self);
  report->folder = g_strdup (xb_workspace_get_folder (self));
  report->path = g_strdup (path);
  report->book = book;
  report->meter = xb_progress_meter_new (progress, progress_data);
  g_task_set_task_data (task, report, report_free);
  xb_store_read_async (xb_workspace_get_store (self), read_job, report, NULL, cancellable, read_cb,
                       g_steal_pointer (&task));
}
