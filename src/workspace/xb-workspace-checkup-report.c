/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-label-report.h"
#include "xb-workspace-checkup.h"

typedef struct
{
  XbLabelReport *report;
  char          *path;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  xb_label_report_free (save->report);
  g_free (save->path);
  g_free (save);
}

static char *
dup_where (const XbCheckedLabel *label)
{
  if (label->line > 0)
    return g_strdup_printf (_("line %u"), label->line);
  return label->numbers != NULL
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", label->numbers->len),
                              label->numbers->len)
           : NULL;
}

static void
add_label (XbLabelReport        *report,
           const XbCheckedLabel *label)
{
  g_autofree char *where = dup_where (label);
  const char *verdict = xb_verdict_get_label (label->report->verdict);

  if (label->report->findings->len == 0)
    xb_label_report_add (report, &(XbLabelReportRow) { verdict, label->text, where, NULL, NULL, NULL });
  for (guint i = 0; i < label->report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (label->report->findings, i);

      xb_label_report_add (report, &(XbLabelReportRow) { xb_verdict_get_label (finding->severity), label->text, where,
                                                         finding->message, finding->law,
                                                         finding->suggestions != NULL ? finding->suggestions[0] : NULL });
    }
}

static XbLabelReport *
make_report (const XbCheckup *checkup)
{
  XbLabelReport *report = xb_label_report_new ();
  g_autofree char *day = xb_day_dup_label_with_year (checkup->day);

  report->title = g_strdup (_("Check of Labels"));
  report->business = g_strdup (checkup->business);
  report->summary = g_strdup_printf (_("%1$s, %2$u labels checked: %3$u errors, %4$u warnings, %5$u with advice, %6$u in "
                                       "order. A finding is a risk, no judgement."), day, checkup->checked,
                                     checkup->n[XB_VERDICT_ERROR], checkup->n[XB_VERDICT_WARNING],
                                     checkup->n[XB_VERDICT_ADVICE], checkup->n[XB_VERDICT_OK]);
  for (guint i = 0; i < checkup->labels->len; i++)
    add_label (report, g_ptr_array_index (checkup->labels, i));
  return report;
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Save *save = data;
  g_autofree char *small = g_ascii_strdown (save->path, -1);
  GError *error = NULL;

  if (g_str_has_suffix (small, ".pdf") ? xb_label_report_write_pdf (save->report, save->path, cancellable, &error)
                                       : xb_label_report_write_csv (save->report, save->path, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_save_checkup_async (XbWorkspace         *self,
                                 const XbCheckup     *checkup,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Save *save = g_new (Save, 1);

  save->report = make_report (checkup);
  save->path = g_strdup (path);
  g_task_set_source_tag (task, xb_workspace_save_checkup_async);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_thread);
}
