/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-editor-draft.h"
#include "xb-label-editor-private.h"

/** xb_label_editor_open_draft: @draft: what is NULL or 0 in it stays as the editor has it */
XbLabelEditor *
xb_label_editor_open_draft (GtkApplication     *application,
                            XbWorkspace        *workspace,
                            const XbLabelDraft *draft)
{
  XbLabelEditor *self = xb_label_editor_new (application, workspace, draft->numbers, draft->n_numbers, draft->platform);

  for (guint i = 0; draft->campaign != 0 && i < self->campaigns->len; i++)
    if (g_array_index (self->campaigns, gint64, i) == draft->campaign)
      adw_combo_row_set_selected (self->campaign, i);
  if (draft->text != NULL)
    xb_lint_entry_replace (self->entry, draft->text);
  if (draft->from != NULL)
    xb_day_entry_set_day (self->from, draft->from);
  if (draft->until != NULL)
    xb_day_entry_set_day (self->until, draft->until);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
