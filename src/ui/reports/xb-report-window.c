/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-report-check-page.h"
#include "xb-report-choose-page.h"
#include "xb-report-result-page.h"
#include "xb-report-run-page.h"
#include "xb-report-window.h"

/* A report from the file to the figures, a page for each step: it is chosen, looked at, taken in, and what came of it is
 * said. A file can be dropped at any moment but while one is taken in. */
struct _XbReportWindow
{
  AdwApplicationWindow  parent_instance;

  XbReportDraft        *draft;
  XbReportStep          step;
  GCancellable         *question; /* (nullable): whether to stop what is under way */
  gboolean              closing;

  GtkWidget            *title;
  GtkWidget            *back;
  GtkWidget            *act;
  GtkWidget            *stack;
  GtkWidget            *choose;
  GtkWidget            *check;
  GtkWidget            *run;
  GtkWidget            *result;
};

G_DEFINE_FINAL_TYPE (XbReportWindow, xb_report_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_page_name (XbReportStep step)
{
  switch (step)
    {
    case XB_REPORT_STEP_CHECK:
      return "check";
    case XB_REPORT_STEP_IMPORT:
      return "run";
    case XB_REPORT_STEP_DONE:
      return "result";
    case XB_REPORT_STEP_CHOOSE:
    case XB_REPORT_STEP_READING:
    default:
      return "choose";
    }
}

/* It is answered by what happened meanwhile. */
static void
drop_question (XbReportWindow *self)
{
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
}

/* The keyboard goes along to the next page, and a screen reader hears what is on it. */
static void
go_to_page (XbReportWindow *self,
            XbReportStep    step)
{
  const char *page = get_page_name (step);
  gboolean same = g_strcmp0 (page, gtk_stack_get_visible_child_name (GTK_STACK (self->stack))) == 0;

  self->step = step;
  if (step != XB_REPORT_STEP_IMPORT)
    drop_question (self);
  gtk_widget_set_visible (gtk_stack_get_child_by_name (GTK_STACK (self->stack), page), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  /* a screen reader goes through what is behind the page in front as well, unless it is hidden */
  for (GtkWidget *child = gtk_widget_get_first_child (self->stack); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == gtk_stack_get_visible_child (GTK_STACK (self->stack)));
  if (same)
    return;
  if (step == XB_REPORT_STEP_IMPORT)
    xb_report_run_page_begin (XB_REPORT_RUN_PAGE (self->run));
  else if (step == XB_REPORT_STEP_CHECK)
    xb_report_check_page_focus (XB_REPORT_CHECK_PAGE (self->check));
  else if (step == XB_REPORT_STEP_DONE)
    {
      xb_report_result_page_focus (XB_REPORT_RESULT_PAGE (self->result));
      xb_dialogs_announce (GTK_WIDGET (self), xb_report_result_page_get_title (XB_REPORT_RESULT_PAGE (self->result)));
    }
  else
    xb_report_choose_page_focus (XB_REPORT_CHOOSE_PAGE (self->choose));
}

static void
changed_cb (XbReportWindow *self)
{
  XbReportStep step = xb_report_draft_get_step (self->draft);
  const char *name = xb_report_draft_get_name (self->draft);
  gboolean check = step == XB_REPORT_STEP_CHECK;

  xb_report_choose_page_update (XB_REPORT_CHOOSE_PAGE (self->choose));
  xb_report_check_page_update (XB_REPORT_CHECK_PAGE (self->check));
  xb_report_result_page_update (XB_REPORT_RESULT_PAGE (self->result));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), step >= XB_REPORT_STEP_CHECK && name != NULL ? name : "");
  gtk_widget_set_visible (self->back, check);
  gtk_widget_set_visible (self->act, check);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.import", xb_report_draft_can_import (self->draft));
  go_to_page (self, step);
}

static void
progress_cb (XbReportWindow *self)
{
  if (self->step == XB_REPORT_STEP_CHECK)
    xb_report_check_page_progress (XB_REPORT_CHECK_PAGE (self->check));
  else if (self->step == XB_REPORT_STEP_IMPORT)
    xb_report_run_page_progress (XB_REPORT_RUN_PAGE (self->run));
}

static void
stopped_cb (XbReportWindow *self)
{
  xb_dialogs_toast (GTK_WIDGET (self->stack), _("Stopped; nothing of this file is stored"));
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  xb_report_draft_import (XB_REPORT_WINDOW (widget)->draft);
}

static void
start_over_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  xb_report_draft_start_over (XB_REPORT_WINDOW (widget)->draft);
}

static void
see_effect_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "app.show-page", "s", "effect");
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  XbReportWindow *self = user_data;
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->step == XB_REPORT_STEP_IMPORT)
    return FALSE;
  if (files->next != NULL)
    xb_dialogs_toast (GTK_WIDGET (self->stack), _("One file belongs here; the first was taken"));
  xb_report_draft_take_file (self->draft, files->data);
  return TRUE;
}

static void
leave_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  XbReportWindow *self = XB_REPORT_WINDOW (object);
  gboolean leave = xb_dialogs_ask_finish (result, NULL);

  g_clear_object (&self->question);
  if (!leave)
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
xb_report_window_close_request (GtkWindow *window)
{
  XbReportWindow *self = XB_REPORT_WINDOW (window);

  if (self->step == XB_REPORT_STEP_IMPORT && !self->closing)
    {
      if (self->question == NULL)
        {
          self->question = g_cancellable_new ();
          xb_dialogs_ask_async (GTK_WIDGET (self), _("Stop taking in the report?"), _("Nothing of it is stored then."),
                                _("_Stop It"), XB_ASK_DESTRUCTIVE, self->question, leave_cb, NULL);
        }
      return TRUE;
    }
  xb_report_draft_close (self->draft);
  return GTK_WINDOW_CLASS (xb_report_window_parent_class)->close_request (window);
}

static void
xb_report_window_dispose (GObject *object)
{
  XbReportWindow *self = XB_REPORT_WINDOW (object);

  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      xb_report_draft_close (self->draft);
    }
  drop_question (self);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (xb_report_window_parent_class)->dispose (object);
}

static void
xb_report_window_class_init (XbReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_report_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = xb_report_window_close_request;
  gtk_widget_class_install_action (widget_class, "report.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "report.start-over", NULL, start_over_action);
  gtk_widget_class_install_action (widget_class, "report.see-effect", NULL, see_effect_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.import", NULL);
}

static GtkWidget *
make_announcer (XbReportWindow *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "can-target", FALSE, NULL);

  gtk_widget_add_css_class (label, "announcer");
  xb_dialogs_set_announcer (GTK_WIDGET (self), GTK_LABEL (label));
  return label;
}

static GtkWidget *
make_header (XbReportWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = adw_window_title_new (_("Take In a Report"), NULL);
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->act = gtk_button_new_with_mnemonic (_("_Take In"));
  gtk_widget_set_tooltip_text (self->back, _("Another File"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another File"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "report.start-over");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), "report.import");
  gtk_widget_add_css_class (self->act, "suggested-action");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->act);
  return header;
}

static void
xb_report_window_init (XbReportWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Take In a Report"));
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.import", FALSE);
}

static void
build (XbReportWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *overlay = adw_toast_overlay_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->choose = xb_report_choose_page_new (self->draft);
  self->check = xb_report_check_page_new (self->draft);
  self->run = xb_report_run_page_new (self->draft);
  self->result = xb_report_result_page_new (self->draft);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->choose, "choose");
  gtk_stack_add_named (GTK_STACK (self->stack), self->check, "check");
  gtk_stack_add_named (GTK_STACK (self->stack), self->run, "run");
  gtk_stack_add_named (GTK_STACK (self->stack), self->result, "result");
  gtk_widget_set_vexpand (self->stack, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), self->stack);
  gtk_box_append (GTK_BOX (column), make_header (self));
  gtk_box_append (GTK_BOX (column), overlay);
  gtk_box_append (GTK_BOX (column), make_announcer (self));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), column);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
}

/* One that is not busy: a file that comes while another is taken in gets a window of its own. */
static XbReportWindow *
find_window (GtkApplication *application,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (XB_IS_REPORT_WINDOW (l->data) && (file == NULL || XB_REPORT_WINDOW (l->data)->step != XB_REPORT_STEP_IMPORT))
      return l->data;
  return NULL;
}

/**
 * xb_report_window_open:
 * @application: (nullable)
 * @file: (nullable): what to begin with; %NULL: it is chosen in the window
 *
 * Returns: (transfer none): the window, which is in front then
 */
XbReportWindow *
xb_report_window_open (GtkApplication *application,
                       XbWorkspace    *workspace,
                       GFile          *file)
{
  XbReportWindow *self = application != NULL ? find_window (application, file) : NULL;

  if (self == NULL)
    {
      self = g_object_new (XB_TYPE_REPORT_WINDOW, "application", application, NULL);
      self->draft = xb_report_draft_new (workspace);
      build (self);
      changed_cb (self);
    }
  if (file != NULL)
    xb_report_draft_take_file (self->draft, file);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/** xb_report_window_get_draft: Returns: (transfer none): what is being taken in */
XbReportDraft *
xb_report_window_get_draft (XbReportWindow *self)
{
  g_return_val_if_fail (XB_IS_REPORT_WINDOW (self), NULL);

  return self->draft;
}

/** xb_report_window_get_page: Returns: "choose", "check", "run" or "result" */
const char *
xb_report_window_get_page (XbReportWindow *self)
{
  g_return_val_if_fail (XB_IS_REPORT_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}
