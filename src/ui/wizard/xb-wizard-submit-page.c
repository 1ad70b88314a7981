/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day-entry.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-progress-row.h"
#include "xb-ui.h"
#include "xb-wizard-submit-page.h"

/* Step 5: by hand, with the kit; or over the platform's API, with one button. */
struct _XbWizardSubmitPage
{
  XbWizardPage   parent_instance;

  GCancellable  *work; /* (nullable): what is under way */
  char          *portal;
  gboolean       manual_channel;

  GtkWidget     *progress_list;
  XbProgressRow *progress;
  GtkWidget     *manual;
  GtkWidget     *kit_row;
  GtkWidget     *open_row;
  GtkWidget     *open_button;
  GtkWidget     *guide_button;
  GtkWidget     *portal_row;
  GtkWidget     *portal_button;
  XbDayEntry    *day;
  GtkEditable   *case_no;
  GtkWidget     *direct;
  GtkWidget     *direct_row;
};

G_DEFINE_FINAL_TYPE (XbWizardSubmitPage, xb_wizard_submit_page, XB_TYPE_WIZARD_PAGE)

static void
begin (XbWizardSubmitPage *self,
       const char         *title)
{
  g_clear_object (&self->work);
  self->work = g_cancellable_new ();
  xb_wizard_page_set_problem (XB_WIZARD_PAGE (self), NULL);
  xb_wizard_page_set_ready (XB_WIZARD_PAGE (self), FALSE);
  gtk_widget_set_visible (self->progress_list, TRUE);
  xb_progress_row_begin (self->progress, title, self->work);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "submit.write-folder", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "submit.write-zip", FALSE);
}

static void
end (XbWizardSubmitPage *self)
{
  g_clear_object (&self->work);
  xb_progress_row_end (self->progress);
  gtk_widget_set_visible (self->progress_list, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "submit.write-folder", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "submit.write-zip", TRUE);
  xb_wizard_page_refresh (XB_WIZARD_PAGE (self));
}

static const char *
get_kit (XbWizardSubmitPage *self)
{
  XbFiling *filing = xb_wizard_draft_get_filing (xb_wizard_page_get_draft (XB_WIZARD_PAGE (self)));
  const char *kit = filing != NULL ? xb_filing_get_kit_path (filing) : NULL;

  return kit != NULL && g_file_test (kit, G_FILE_TEST_EXISTS) ? kit : NULL;
}

/* The page of the kit that says in plain words what goes where. */
static char *
find_guide (const char *kit)
{
  g_autoptr(GDir) dir = kit != NULL ? g_dir_open (kit, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      return g_build_filename (kit, name, NULL);
  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbWizardSubmitPage) self = user_data;
  GError *error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  end (self);
  if (done)
    xb_dialogs_toast (GTK_WIDGET (self), _("The kit is written"));
  else
    xb_wizard_page_take_problem (XB_WIZARD_PAGE (self), error);
}

static void
write_kit (XbWizardSubmitPage *self,
           const char         *path)
{
  XbWizardPage *page = XB_WIZARD_PAGE (self);

  begin (self, _("Writing the kit"));
  xb_workspace_write_kit_async (xb_wizard_page_get_workspace (page),
                                xb_wizard_draft_get_id (xb_wizard_page_get_draft (page)), path, self->work, written_cb,
                                g_object_ref (self));
}

static char *
dup_kit_name (XbWizardSubmitPage *self)
{
  XbWizardPage *page = XB_WIZARD_PAGE (self);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_wizard_page_get_workspace (page)));
  XbPlatform *platform = xb_wizard_draft_get_platform (xb_wizard_page_get_draft (page));
  /* Translators: the name of a folder: the platform, the day */
  char *name = g_strdup_printf (_("Certification kit %1$s %2$s"), xb_platform_get_name (platform), today);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

static void
folder_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  XbWizardSubmitPage *self = XB_WIZARD_SUBMIT_PAGE (object);
  g_autoptr(GFile) folder = xb_dialogs_file_finish (result, NULL);
  g_autofree char *parent = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autofree char *name = dup_kit_name (self);
  g_autofree char *path = NULL;

  if (parent == NULL)
    return;
  path = g_build_filename (parent, name, NULL);
  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s (%d)", parent, name, i);
    }
  write_kit (self, path);
}

static void
zip_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *zip = NULL;

  if (path == NULL)
    return;
  zip = g_str_has_suffix (path, ".zip") ? g_strdup (path) : g_strconcat (path, ".zip", NULL);
  write_kit (XB_WIZARD_SUBMIT_PAGE (object), zip);
}

static void
folder_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  xb_dialogs_open_folder_async (widget, _("Where to Put the Kit"),
                                xb_wizard_page_get_cancellable (XB_WIZARD_PAGE (widget)), folder_cb, NULL);
}

static void
zip_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autofree char *name = dup_kit_name (XB_WIZARD_SUBMIT_PAGE (widget));
  g_autofree char *zip = g_strconcat (name, ".zip", NULL);

  xb_dialogs_save_file_async (widget, _("Where to Put the Kit"), zip,
                              xb_wizard_page_get_cancellable (XB_WIZARD_PAGE (widget)), zip_cb, NULL);
}

static void
show_path (GtkWidget  *widget,
           const char *path)
{
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    xb_dialogs_show_uri (widget, uri);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  const char *kit = get_kit (XB_WIZARD_SUBMIT_PAGE (widget));

  show_path (widget, kit);
}

static void
guide_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *guide = find_guide (get_kit (XB_WIZARD_SUBMIT_PAGE (widget)));

  show_path (widget, guide);
}

static void
portal_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  xb_dialogs_show_uri (widget, XB_WIZARD_SUBMIT_PAGE (widget)->portal);
}

static void
update_kit (XbWizardSubmitPage *self)
{
  const char *kit = get_kit (self);
  g_autofree char *guide = find_guide (kit);

  gtk_widget_set_visible (self->open_row, kit != NULL);
  gtk_widget_set_visible (self->guide_button, guide != NULL);
  xb_row_set_subtitle (self->open_row, kit);
  xb_row_set_subtitle (self->kit_row, kit != NULL ? _("It can be written again, also elsewhere.") : NULL);
}

static void
xb_wizard_submit_page_refresh (XbWizardPage *page)
{
  XbWizardSubmitPage *self = XB_WIZARD_SUBMIT_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (xb_wizard_page_get_workspace (page),
                                                     xb_wizard_draft_get_id (xb_wizard_page_get_draft (page)), &error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    {
      xb_wizard_page_take_problem (page, g_steal_pointer (&error));
      return;
    }
  self->manual_channel = g_strcmp0 (plan->channel, "manual") == 0;
  g_free (self->portal);
  self->portal = g_strdup (plan->portal);
  gtk_widget_set_visible (self->manual, self->manual_channel);
  gtk_widget_set_visible (self->direct, !self->manual_channel);
  gtk_widget_set_visible (self->portal_button, self->portal != NULL && strstr (self->portal, "://") != NULL);
  xb_row_set_subtitle (self->portal_row, self->portal != NULL ? self->portal : _("Ask the platform where."));
  text = g_strdup_printf (_("Papers and texts go to %s"), plan->platform);
  xb_row_set_title (self->direct_row, text);
  xb_row_set_subtitle (self->direct_row, _("They wait in the outbox until they have arrived, also when the network is "
                                           "gone; nothing is handed in twice."));
  xb_wizard_page_set_sentence (page, self->manual_channel
                                       ? _("Three steps: write the kit, hand it in, record it here.")
                                       : _("One button hands everything in; the answers come back by themselves."));
  xb_wizard_page_set_verb (page, self->manual_channel ? _("_Record Submission") : _("_Submit Materials"));
  xb_wizard_page_set_ready (page, plan->blocked == NULL && self->work == NULL);
  if (plan->blocked != NULL)
    xb_wizard_page_set_problem (page, plan->blocked);
  update_kit (self);
}

static void
xb_wizard_submit_page_entered (XbWizardPage *page)
{
  XbWizardSubmitPage *self = XB_WIZARD_SUBMIT_PAGE (page);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_wizard_page_get_workspace (page)));

  if (xb_day_entry_get_day (self->day) == NULL)
    xb_day_entry_set_day (self->day, today);
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbWizardSubmitPage) self = user_data;
  GError *error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  end (self);
  if (!done)
    xb_wizard_page_take_problem (XB_WIZARD_PAGE (self), error);
  else
    {
      gtk_editable_set_text (self->case_no, "");
      xb_dialogs_toast (GTK_WIDGET (self), _("Submitted"));
    }
}

/* The last step does not go on to a page: the hand-in does. */
static gboolean
xb_wizard_submit_page_leave (XbWizardPage *page)
{
  XbWizardSubmitPage *self = XB_WIZARD_SUBMIT_PAGE (page);
  XbWorkspace *workspace = xb_wizard_page_get_workspace (page);
  const char *day = xb_day_entry_get_day (self->day);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  gint64 at = 0; /* now */

  if (self->work != NULL)
    return FALSE;
  if (self->manual_channel && day == NULL)
    {
      xb_wizard_page_set_problem (page, _("The day on which it was handed in cannot be read. Write it like "
                                          "2026-10-13."));
      return FALSE;
    }
  if (self->manual_channel && strcmp (day, today) > 0)
    {
      xb_wizard_page_set_problem (page, _("The day on which it was handed in is still to come. Record it on that "
                                          "day."));
      return FALSE;
    }
  if (self->manual_channel && strcmp (day, today) != 0)
    at = xb_instant_from_day (day, 12, 0);
  begin (self, self->manual_channel ? _("Recording") : _("Making the copies and submitting"));
  xb_workspace_submit_filing_async (workspace, xb_wizard_draft_get_id (xb_wizard_page_get_draft (page)), at,
                                    self->manual_channel ? gtk_editable_get_text (self->case_no) : NULL, self->work,
                                    submitted_cb, g_object_ref (self));
  return FALSE;
}

static void
xb_wizard_submit_page_finalize (GObject *object)
{
  XbWizardSubmitPage *self = XB_WIZARD_SUBMIT_PAGE (object);

  g_clear_object (&self->work);
  g_free (self->portal);
  G_OBJECT_CLASS (xb_wizard_submit_page_parent_class)->finalize (object);
}

static void
xb_wizard_submit_page_class_init (XbWizardSubmitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_wizard_submit_page_finalize;
  XB_WIZARD_PAGE_CLASS (klass)->entered = xb_wizard_submit_page_entered;
  XB_WIZARD_PAGE_CLASS (klass)->refresh = xb_wizard_submit_page_refresh;
  XB_WIZARD_PAGE_CLASS (klass)->leave = xb_wizard_submit_page_leave;
  g_type_ensure (XB_TYPE_DAY_ENTRY);
  g_type_ensure (XB_TYPE_PROGRESS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-wizard-submit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, progress_list);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, progress);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, manual);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, kit_row);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, open_row);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, guide_button);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, portal_row);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, portal_button);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, day);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, case_no);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, direct);
  gtk_widget_class_bind_template_child (widget_class, XbWizardSubmitPage, direct_row);
  gtk_widget_class_install_action (widget_class, "submit.write-folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "submit.write-zip", NULL, zip_action);
  gtk_widget_class_install_action (widget_class, "submit.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "submit.guide", NULL, guide_action);
  gtk_widget_class_install_action (widget_class, "submit.portal", NULL, portal_action);
}

static void
xb_wizard_submit_page_init (XbWizardSubmitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
