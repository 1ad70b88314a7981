/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-paper-row.h"
#include "xb-workspace-papers.h"

#define PAPER "xb-paper"

typedef struct
{
  XbWorkspace    *workspace;
  GCancellable   *cancellable;
  XbMaterialType  type;
  gint64          id;      /* the material stored last, 0: none */
  char           *refusal; /* (nullable): why the last file would not do */
  gboolean        busy;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->workspace);
  g_object_unref (paper->cancellable);
  g_free (paper->refusal);
  g_free (paper);
}

static Paper *
get_paper (XbDropRow *row)
{
  return g_object_get_data (G_OBJECT (row), PAPER);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbDropRow) row = user_data;
  Paper *paper = get_paper (row);
  g_autoptr(GError) error = NULL;
  gint64 id = xb_workspace_finish_id (XB_WORKSPACE (source), result, &error);

  paper->busy = FALSE;
  if (error == NULL)
    {
      g_autoptr(XbMaterial) material = xb_workspace_ref_material (paper->workspace, id);

      paper->id = id;
      xb_drop_row_set_state (row, XB_DROP_HAVE, material != NULL ? xb_material_get_name (material) : NULL);
      xb_dialogs_announce (GTK_WIDGET (row), _("The paper was added"));
      return;
    }
  if (xb_error_is_cancelled (error))
    return;
  paper->refusal = g_strdup (error->message);
  xb_drop_row_set_state (row, XB_DROP_PROBLEM, error->message);
  xb_dialogs_announce (GTK_WIDGET (row), error->message);
}

static void
file_chosen_cb (XbDropRow *row,
                GFile     *file)
{
  Paper *paper = get_paper (row);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      xb_drop_row_set_state (row, XB_DROP_PROBLEM, _("This file is not on this computer. Save it here first."));
      return;
    }
  g_clear_pointer (&paper->refusal, g_free);
  paper->busy = TRUE;
  xb_drop_row_set_state (row, XB_DROP_CHECKING, NULL);
  xb_workspace_add_material_async (paper->workspace, path, paper->type, NULL, paper->cancellable, stored_cb,
                                   g_object_ref (row));
}

/** xb_paper_row_new: @cancellable: of the window */
GtkWidget *
xb_paper_row_new (XbWorkspace    *workspace,
                  XbMaterialType  type,
                  GCancellable   *cancellable)
{
  GtkWidget *row = xb_drop_row_new (xb_material_type_get_title (type),
                                    type == XB_MATERIAL_TYPE_LOGO ? XB_FILES_IMAGES : XB_FILES_PAPERS);
  Paper *paper = g_new0 (Paper, 1);

  paper->workspace = g_object_ref (workspace);
  paper->cancellable = g_object_ref (cancellable);
  paper->type = type;
  g_object_set_data_full (G_OBJECT (row), PAPER, paper, paper_free);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_signal_connect (row, "file-chosen", G_CALLBACK (file_chosen_cb), NULL);
  return row;
}

/** xb_paper_row_set_item: shows what the pre-check says, unless a file is being looked at or was refused */
void
xb_paper_row_set_item (XbDropRow   *row,
                       XbCheckItem *item)
{
  static const XbDropState states[] = {
    [XB_CHECK_OK] = XB_DROP_HAVE, [XB_CHECK_ADVICE] = XB_DROP_MISSING,
    [XB_CHECK_MISSING] = XB_DROP_MISSING, [XB_CHECK_EXPIRED] = XB_DROP_EXPIRED,
  };
  Paper *paper = get_paper (row);

  if (!paper->busy && paper->refusal == NULL)
    xb_drop_row_set_state (row, states[xb_check_item_get_state (item)], xb_check_item_get_detail (item));
}

/** xb_paper_row_get_id: Returns: the paper that was added here, 0: none yet */
gint64
xb_paper_row_get_id (XbDropRow *row)
{
  return get_paper (row)->id;
}

static void
day_changed_cb (XbDayEntry *entry,
                GParamSpec *pspec,
                XbDropRow  *row)
{
  Paper *paper = get_paper (row);
  g_autoptr(XbMaterial) material = xb_workspace_ref_material (paper->workspace, paper->id);

  if (material != NULL && xb_day_entry_is_valid (entry) &&
      g_strcmp0 (xb_day_entry_get_day (entry), xb_material_get_expires (material)) != 0)
    xb_workspace_edit_material_async (paper->workspace, paper->id, xb_material_get_name (material), paper->type,
                                      xb_day_entry_get_day (entry), NULL, NULL, NULL);
}

/** xb_paper_row_new_end: asks until when the paper that was just added is good */
GtkWidget *
xb_paper_row_new_end (XbDropRow *row)
{
  GtkWidget *entry = xb_day_entry_new (_("Good until (empty: it does not end)"));
  g_autoptr(XbMaterial) material = xb_workspace_ref_material (get_paper (row)->workspace, get_paper (row)->id);

  if (material != NULL)
    xb_day_entry_set_day (XB_DAY_ENTRY (entry), xb_material_get_expires (material));
  g_signal_connect_object (entry, "notify::day", G_CALLBACK (day_changed_cb), row, 0);
  return entry;
}
