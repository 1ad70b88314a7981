/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-drop-row.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-evidence.h"
#include "xb-lifecycle.h"
#include "xb-track-evidence.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-life.h"
#include "xb-workspace-papers.h"

/* "Approved" is never "live": a photo of each brand of handset that the business checks. */
struct _XbTrackEvidence
{
  AdwBin               parent_instance;

  XbWorkspace         *workspace;
  GCancellable        *cancellable;
  gint64               certification;
  AdwPreferencesGroup *group;
  char                *shown;
};

G_DEFINE_FINAL_TYPE (XbTrackEvidence, xb_track_evidence, ADW_TYPE_BIN)

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbDropRow) row = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      xb_drop_row_set_state (row, XB_DROP_HAVE, NULL);
      xb_dialogs_toast (GTK_WIDGET (row), _("The photo was added"));
    }
  else if (!xb_error_is_cancelled (error))
    {
      xb_drop_row_set_state (row, XB_DROP_PROBLEM, error->message);
      xb_dialogs_announce (GTK_WIDGET (row), error->message);
    }
}

static void
file_chosen_cb (XbDropRow       *row,
                GFile           *file,
                XbTrackEvidence *self)
{
  XbHandset handset = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "xb-handset"));
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      xb_drop_row_set_state (row, XB_DROP_PROBLEM, _("This file is not on this computer. Save it here first."));
      return;
    }
  xb_drop_row_set_state (row, XB_DROP_CHECKING, NULL);
  xb_workspace_add_evidence_async (self->workspace, self->certification, handset, path, 0, NULL, self->cancellable,
                                   added_cb, g_object_ref (row));
}

static XbEvidence *
find_newest (GListModel *evidence,
             XbHandset   handset)
{
  XbEvidence *newest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr(XbEvidence) item = g_list_model_get_item (evidence, i);

      if (item != NULL && xb_evidence_get_handset (item) == handset &&
          (newest == NULL || xb_evidence_get_at (item) >= xb_evidence_get_at (newest)))
        g_set_object (&newest, item);
    }
  return newest;
}

static void
add_row (XbTrackEvidence *self,
         XbHandset        handset,
         XbEvidence      *evidence,
         gboolean         missing)
{
  GtkWidget *row = xb_drop_row_new (xb_handset_get_title (handset), XB_FILES_IMAGES);
  g_autofree char *when = NULL;

  g_object_set_data (G_OBJECT (row), "xb-handset", GINT_TO_POINTER (handset));
  g_signal_connect_object (row, "file-chosen", G_CALLBACK (file_chosen_cb), self, 0);
  if (evidence != NULL)
    {
      g_autofree char *moment = xb_wizard_dup_moment (xb_evidence_get_at (evidence));
      g_autofree char *path = xb_workspace_dup_file_path (self->workspace, xb_evidence_get_sha256 (evidence));

      when = missing ? g_strdup_printf (_("%s, before the approval: a new photo is needed"), moment)
                     : g_steal_pointer (&moment);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), xb_picture_button_new (path, xb_handset_get_title (handset)));
    }
  xb_drop_row_set_state (XB_DROP_ROW (row), missing ? XB_DROP_MISSING : XB_DROP_HAVE, when);
  xb_group_add (self->group, row);
}

static void
xb_track_evidence_finalize (GObject *object)
{
  XbTrackEvidence *self = XB_TRACK_EVIDENCE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);
  g_free (self->shown);
  G_OBJECT_CLASS (xb_track_evidence_parent_class)->finalize (object);
}

static void
xb_track_evidence_class_init (XbTrackEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_track_evidence_finalize;
}

static void
xb_track_evidence_init (XbTrackEvidence *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What the Handsets Show"));
  adw_preferences_group_set_description (self->group, _("One photo for each brand that you check."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/** xb_track_evidence_show: the brands of the business, and any other that has a photo */
void
xb_track_evidence_show (XbTrackEvidence *self,
                        XbWorkspace     *workspace,
                        XbCertification *certification,
                        GCancellable    *cancellable)
{
  gint64 id = xb_record_get_id (XB_RECORD (certification));
  g_autoptr(GListModel) evidence = xb_workspace_list_evidence (workspace, id);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (workspace);
  const char *chosen = business != NULL ? xb_business_get_handsets (business) : "huawei";
  g_auto(GStrv) words = g_strsplit (chosen != NULL ? chosen : "huawei", ",", -1);
  guint missing = xb_workspace_get_missing_handsets (workspace, id);
  g_autofree char *shown = g_strdup_printf ("%" G_GINT64_FORMAT " %s %u %u", id, chosen, missing,
                                            g_list_model_get_n_items (evidence));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->cancellable, cancellable);
  self->certification = id;
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  xb_group_clear (self->group);
  for (XbHandset handset = 0; handset <= XB_HANDSET_OTHER; handset++)
    {
      g_autoptr(XbEvidence) newest = find_newest (evidence, handset);
      gboolean checked = g_strv_contains ((const char *const *) words, xb_enum_to_nick (XB_TYPE_HANDSET, handset));

      if (checked || newest != NULL)
        add_row (self, handset, newest, (missing & (1u << handset)) != 0);
    }
}
