/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-lint-print.h"
#include "ctl-run.h"
#include "xb-workspace-checkup.h"
#include "xb-workspace-lint.h"

/* label check: all labels of the business, or those in a file; a line a label as lint prints it, the gravest first. */

static void
print_labels (Ctl             *ctl,
              const XbCheckup *checkup)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < checkup->labels->len; i++)
    {
      const XbCheckedLabel *label = g_ptr_array_index (checkup->labels, i);

      g_string_truncate (line, 0);
      if (ctl->json)
        ctl_lint_print_json (line, label->text, strlen (label->text), label->report);
      else
        ctl_lint_print_text (line, label->text, strlen (label->text), label->report,
                             xb_workspace_get_lint_rules (ctl->workspace));
      fwrite (line->str, 1, line->len, stdout);
    }
}

static gboolean
run_check (Ctl     *ctl,
           GError **error)
{
  g_autofree char *report = NULL;
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("Also writes a report: .pdf, else a table"), "FILE" },
    { NULL }
  };
  g_autoptr(XbCheckup) checkup = NULL;

  if (!ctl_parse (ctl, entries, error) || (report != NULL && !ctl_check_target (report, error)) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  if (ctl_n_args (ctl) > 0)
    xb_workspace_check_list_async (ctl->workspace, NULL, ctl_arg (ctl, 0), ctl->cancellable, ctl_progress_cb, ctl,
                                   ctl_ready_cb, ctl);
  else
    xb_workspace_check_labels_async (ctl->workspace, ctl->cancellable, ctl_progress_cb, ctl, ctl_ready_cb, ctl);
  checkup = xb_workspace_checkup_finish (ctl->workspace, ctl_wait (ctl), error);
  g_clear_object (&ctl->result); /* the report is waited for as well */
  if (checkup == NULL)
    return FALSE;
  print_labels (ctl, checkup);
  if (report != NULL)
    {
      xb_workspace_save_checkup_async (ctl->workspace, checkup, report, ctl->cancellable, ctl_ready_cb, ctl);
      if (!ctl_finish (ctl, error))
        return FALSE;
    }
  if (!ctl->json)
    g_print (_("%1$u labels checked: %2$u errors, %3$u warnings, %4$u with advice, %5$u in order.\n"), checkup->checked,
             checkup->n[XB_VERDICT_ERROR], checkup->n[XB_VERDICT_WARNING], checkup->n[XB_VERDICT_ADVICE],
             checkup->n[XB_VERDICT_OK]);
  if (checkup->n[XB_VERDICT_ERROR] > 0)
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, "");
  return checkup->n[XB_VERDICT_ERROR] == 0;
}

const CtlCommand ctl_label_check_commands[] = {
  { "label", "check", "[FILE]", N_("checks all your labels, or those in a file"), run_check },
  { NULL }
};
