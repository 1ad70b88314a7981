/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-check-results.h"
#include "xb-check-view.h"
#include "xb-dialogs.h"
#include "xb-drop-row.h"
#include "xb-error.h"
#include "xb-problem.h"
#include "xb-progress-row.h"
#include "xb-rows.h"
#include "xb-ui.h"

/* Many labels checked at once: the business's own, or a list that is pasted or read from a file. */
struct _XbCheckView
{
  AdwBin         parent_instance;

  XbWorkspace   *workspace;
  GCancellable  *cancellable;  /* of what is under way */
  GCancellable  *ended;        /* with the view */
  XbCheckup     *checkup;      /* (nullable) */
  guint          busy : 1;

  GtkWidget     *problem;
  GtkWidget     *progress;
  GtkTextBuffer *pasted;
  GtkWidget     *results;
  GtkWidget     *save;
};

G_DEFINE_FINAL_TYPE (XbCheckView, xb_check_view, ADW_TYPE_BIN)

static void
update (XbCheckView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.own", !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.pasted",
                                 !self->busy && gtk_text_buffer_get_char_count (self->pasted) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.file", !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.save", !self->busy && self->checkup != NULL);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  XbCheckView *self = data;

  if (!g_cancellable_is_cancelled (self->ended))
    xb_progress_row_update (XB_PROGRESS_ROW (self->progress), total > 0 ? (double) done / (double) total : 0, NULL);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbCheckView) self = user_data;
  g_autoptr(GError) error = NULL;
  XbCheckup *checkup = xb_workspace_checkup_finish (XB_WORKSPACE (source), result, &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->ended))
    {
      xb_checkup_free (checkup);
      return;
    }
  xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  if (checkup != NULL)
    {
      xb_check_results_show (XB_CHECK_RESULTS (self->results), checkup);
      g_clear_pointer (&self->checkup, xb_checkup_free);
      self->checkup = checkup;
    }
  else if (xb_error_is_cancelled (error))
    xb_dialogs_toast (GTK_WIDGET (self), _("The check was stopped"));
  xb_problem_set_text (XB_PROBLEM (self->problem),
                       error != NULL && !xb_error_is_cancelled (error) ? error->message : NULL);
  update (self);
}

static void
begin (XbCheckView *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = TRUE;
  xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), _("Checking the labels"), self->cancellable);
  update (self);
}

static void
own_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  xb_check_view_check_own (XB_CHECK_VIEW (widget));
}

static void
pasted_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbCheckView *self = XB_CHECK_VIEW (widget);
  g_autofree char *text = NULL;

  g_object_get (self->pasted, "text", &text, NULL);
  xb_check_view_check_list (self, text, NULL);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_check_view_check_list (XB_CHECK_VIEW (source), NULL, path);
}

static void
file_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  xb_dialogs_open_file_async (widget, _("Check a List"), XB_FILES_TABLES, XB_CHECK_VIEW (widget)->ended, file_cb, NULL);
}

static void
save_file_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_check_view_save (XB_CHECK_VIEW (source), path);
}

/* @kind: "pdf" or "csv" */
static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *kind)
{
  gboolean pdf = g_strcmp0 (g_variant_get_string (kind, NULL), "pdf") == 0;

  xb_dialogs_save_file_async (widget, _("Save the Report"), pdf ? _("labels.pdf") : _("labels.csv"),
                              XB_CHECK_VIEW (widget)->ended, save_file_cb, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbCheckView) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->ended))
    return;
  if (done)
    xb_dialogs_toast (GTK_WIDGET (self), _("The report is saved"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The report was not saved"), error->message);
  update (self);
}

static void
xb_check_view_dispose (GObject *object)
{
  XbCheckView *self = XB_CHECK_VIEW (object);

  g_cancellable_cancel (self->ended);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->results != NULL)
    xb_check_results_show (XB_CHECK_RESULTS (self->results), NULL);
  self->results = NULL;
  g_clear_pointer (&self->checkup, xb_checkup_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_check_view_parent_class)->dispose (object);
}

static void
xb_check_view_finalize (GObject *object)
{
  XbCheckView *self = XB_CHECK_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->ended);
  G_OBJECT_CLASS (xb_check_view_parent_class)->finalize (object);
}

static void
xb_check_view_class_init (XbCheckViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_check_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_check_view_finalize;
  gtk_widget_class_install_action (widget_class, "check.own", NULL, own_action);
  gtk_widget_class_install_action (widget_class, "check.pasted", NULL, pasted_action);
  gtk_widget_class_install_action (widget_class, "check.file", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "check.save", "s", save_action);
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            const char *action,
            const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_own (void)
{
  GtkWidget *group = adw_preferences_group_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Your Labels"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("All that show now and are planned, against your papers, the platforms and the "
                                           "days on which they show."));
  add_button (box, _("Check _All My Labels"), "check.own", "suggested-action");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static GtkWidget *
make_list (XbCheckView *self)
{
  GtkWidget *group = adw_preferences_group_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *frame = gtk_scrolled_window_new (), *text = gtk_text_view_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("A List"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Paste labels, one a line; or open a text, CSV or Excel file with them."));
  self->pasted = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Labels to check, one a line"),
                                  -1);
  g_signal_connect_object (self->pasted, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 90);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 200);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), text);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "paste");
  gtk_widget_set_margin_top (box, 9);
  add_button (box, _("_Check the List"), "check.pasted", NULL);
  add_button (box, _("_Open a File…"), "check.file", NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), frame);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static GtkWidget *
make_save (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (add_button (box, _("Save as _PDF…"), "check.save", NULL)), "s", "pdf");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add_button (box, _("Save as a _Table…"), "check.save", NULL)), "s",
                                    "csv");
  return box;
}

static void
xb_check_view_init (XbCheckView *self)
{
  self->ended = g_cancellable_new ();
}

GtkWidget *
xb_check_view_new (XbWorkspace *workspace)
{
  XbCheckView *self = g_object_new (XB_TYPE_CHECK_VIEW, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = xb_boxed_list_new (_("What is under way"));

  self->workspace = g_object_ref (workspace);
  self->problem = xb_problem_new ();
  self->progress = xb_progress_row_new ();
  self->results = xb_check_results_new (workspace);
  gtk_list_box_append (GTK_LIST_BOX (list), self->progress);
  g_object_bind_property (self->progress, "visible", list, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (column, "page");
  gtk_box_append (GTK_BOX (column), make_own ());
  gtk_box_append (GTK_BOX (column), make_list (self));
  gtk_box_append (GTK_BOX (column), list);
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), self->results);
  self->save = make_save ();
  gtk_box_append (GTK_BOX (column), self->save);
  g_object_bind_property (self->results, "visible", self->save, "visible", G_BINDING_SYNC_CREATE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  update (self);
  return GTK_WIDGET (self);
}

void
xb_check_view_check_own (XbCheckView *self)
{
  g_return_if_fail (XB_IS_CHECK_VIEW (self));

  if (self->busy)
    return;
  begin (self);
  xb_workspace_check_labels_async (self->workspace, self->cancellable, progress_cb, self, checked_cb,
                                   g_object_ref (self));
}

/** xb_check_view_check_list: @text: one a line; or of the file @path (nullable) */
void
xb_check_view_check_list (XbCheckView *self,
                          const char  *text,
                          const char  *path)
{
  g_return_if_fail (XB_IS_CHECK_VIEW (self));

  if (self->busy)
    return;
  begin (self);
  xb_workspace_check_list_async (self->workspace, text, path, self->cancellable, progress_cb, self, checked_cb,
                                 g_object_ref (self));
}

/** xb_check_view_save: @path: a PDF where it ends in .pdf, else a table */
void
xb_check_view_save (XbCheckView *self,
                    const char  *path)
{
  g_return_if_fail (XB_IS_CHECK_VIEW (self));

  if (self->busy || self->checkup == NULL)
    return;
  self->busy = TRUE;
  update (self);
  xb_workspace_save_checkup_async (self->workspace, self->checkup, path, self->ended, saved_cb, g_object_ref (self));
}

/** xb_check_view_cancel: as the Cancel button does */
void
xb_check_view_cancel (XbCheckView *self)
{
  g_return_if_fail (XB_IS_CHECK_VIEW (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

gboolean
xb_check_view_is_busy (XbCheckView *self)
{
  return self->busy;
}

/** xb_check_view_get_checkup: Returns: (nullable): what was found */
const XbCheckup *
xb_check_view_get_checkup (XbCheckView *self)
{
  return self->checkup;
}

/** xb_check_view_get_row: Returns: (nullable) */
GtkWidget *
xb_check_view_get_row (XbCheckView *self,
                       guint        index)
{
  return xb_check_results_get_row (XB_CHECK_RESULTS (self->results), index);
}
