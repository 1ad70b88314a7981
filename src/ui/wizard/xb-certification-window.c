/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-banner.h"
#include "xb-certification-window.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-phone.h"
#include "xb-track-page.h"
#include "xb-ui.h"
#include "xb-wizard-check-page.h"
#include "xb-wizard-draft.h"
#include "xb-wizard-materials-page.h"
#include "xb-wizard-numbers-page.h"
#include "xb-wizard-review-page.h"
#include "xb-wizard-submit-page.h"

/* The certification of some numbers on one platform, from the first choice to "live". It holds the
 * draft and leads through the pages; what a page is about, the page knows alone. */

#define N_STEPS XB_FILING_STEP_TRACK /* those before the submission */

struct _XbCertificationWindow
{
  AdwWindow        parent_instance;

  XbWorkspace     *workspace;
  XbWizardDraft   *draft;
  GCancellable    *cancellable; /* cancelled when the window goes */
  XbWizardPage    *pages[XB_FILING_STEP_TRACK + 1];
  XbFilingStep     step;        /* the page in front */
  guint            refresh;     /* idle */
  guint            busy : 1;    /* on the way to another page */
  guint            removed : 1;
  guint            leaving : 1; /* although something was not stored */

  AdwWindowTitle  *title;
  GtkWidget       *progress_button;
  GtkBox          *steps;
  GtkLabel        *announcer;
  XbBanner        *banner;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkWidget       *removed_page;
  GtkWidget       *bar;
  GtkWidget       *back;
  GtkSpinner      *spinner;
  GtkButton       *next;
};

G_DEFINE_FINAL_TYPE (XbCertificationWindow, xb_certification_window, ADW_TYPE_WINDOW)

static XbWizardPage *
current_page (XbCertificationWindow *self)
{
  return self->pages[self->step];
}

static void
update_actions (XbCertificationWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean wizard = self->step < XB_FILING_STEP_TRACK && !self->removed;
  XbWizardPage *page = current_page (self);
  const char *verb = xb_wizard_page_get_verb (page);

  gtk_widget_action_set_enabled (widget, "wizard.back", wizard && !self->busy && self->step > 0);
  gtk_widget_action_set_enabled (widget, "wizard.next",
                                 wizard && !self->busy && verb != NULL && xb_wizard_page_get_ready (page));
  gtk_widget_action_set_enabled (widget, "wizard.remove", wizard && !self->busy &&
                                 xb_wizard_draft_get_id (self->draft) != 0);
  gtk_widget_set_visible (self->bar, wizard);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), wizard);
  gtk_widget_set_visible (self->back, self->step > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->next), verb != NULL);
  gtk_button_set_label (self->next, verb != NULL ? verb : "");
  gtk_spinner_set_spinning (self->spinner, self->busy);
}

static void
update_title (XbCertificationWindow *self)
{
  XbFiling *filing = xb_wizard_draft_get_filing (self->draft);
  XbPlatform *platform = xb_wizard_draft_get_platform (self->draft);
  const char *first = filing != NULL ? xb_filing_get_first_number (filing) : NULL;
  g_autofree char *number = first != NULL ? xb_phone_format (first) : NULL;
  g_autofree char *title = g_strdup (_("Certification"));
  g_autofree char *subtitle = NULL;
  g_autofree char *whole = NULL;

  if (number != NULL && platform != NULL)
    {
      g_free (title);
      title = g_strdup_printf ("%s · %s", number, xb_platform_get_name (platform));
    }
  if (self->step < N_STEPS)
    /* Translators: which of the five steps, and its name */
    subtitle = g_strdup_printf (_("Step %1$d of %2$d · %3$s"), self->step + 1, N_STEPS,
                                xb_wizard_page_get_heading (current_page (self)));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  whole = g_strdup_printf ("%s – %s", title, _("Xinbiao"));
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static void
update_steps (XbCertificationWindow *self)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self->steps));

  for (int i = 0; bar != NULL; bar = gtk_widget_get_next_sibling (bar), i++)
    {
      if (i <= (int) self->step)
        gtk_widget_add_css_class (bar, "done");
      else
        gtk_widget_remove_css_class (bar, "done");
    }
}

static void
show_step (XbCertificationWindow *self,
           XbFilingStep           step)
{
  static const char *const names[] = { "numbers", "check", "materials", "review", "submit", "track" };

  self->step = step;
  gtk_widget_set_visible (GTK_WIDGET (current_page (self)), TRUE);
  gtk_stack_set_visible_child_name (self->stack, names[step]);
  /* a page of a stack that is not in front is still read aloud, one that is hidden is not */
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    gtk_widget_set_visible (GTK_WIDGET (self->pages[i]), i == step);
  gtk_widget_set_visible (self->removed_page, FALSE);
  xb_wizard_page_enter (current_page (self));
  update_title (self);
  update_steps (self);
  update_actions (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), step < XB_FILING_STEP_TRACK ? GTK_WIDGET (self->next) : NULL);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  xb_dialogs_announce (GTK_WIDGET (self), step < N_STEPS ? adw_window_title_get_subtitle (self->title)
                                                         : xb_wizard_page_get_heading (current_page (self)));
}

typedef struct
{
  XbCertificationWindow *self; /* (owned) */
  XbFilingStep           from;
  XbFilingStep           to;
} Move;

static void
draft_error_cb (XbCertificationWindow *self)
{
  const char *error = xb_wizard_draft_get_error (self->draft);

  if (error != NULL && !self->busy)
    xb_banner_set_title (self->banner, error);
  xb_banner_set_revealed (self->banner, error != NULL && !self->busy);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Move *move = user_data;
  g_autoptr(XbCertificationWindow) self = move->self;
  g_autoptr(GError) error = NULL;

  self->busy = FALSE;
  if (xb_wizard_draft_save_finish (XB_WIZARD_DRAFT (source), result, &error))
    show_step (self, move->to);
  else
    {
      if (g_error_matches (error, XB_ERROR, XB_ERROR_REFUSED) || g_error_matches (error, XB_ERROR, XB_ERROR_INVALID))
        xb_wizard_page_take_problem (current_page (self), g_steal_pointer (&error));
      else /* not the page's fault: it stands above, with another try */
        draft_error_cb (self);
      /* the refused step must not be tried again by the next save */
      xb_wizard_draft_set_step (self->draft, move->from);
      update_actions (self);
    }
}

static void
move_to (XbCertificationWindow *self,
         XbFilingStep           step)
{
  Move *move = g_new (Move, 1);

  *move = (Move) { g_object_ref (self), self->step, step };
  self->busy = TRUE;
  update_actions (self);
  xb_wizard_draft_save_async (self->draft, step, moved_cb, move);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);

  if (xb_wizard_page_leave (current_page (self)) && self->step + 1 < N_STEPS)
    move_to (self, self->step + 1);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);

  move_to (self, self->step - 1);
}

/* A page sends to where something is mended: "numbers", "materials". */
static void
go_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);
  int step = g_variant_get_int32 (parameter);

  if (!self->busy && step >= 0 && step < N_STEPS && self->step < XB_FILING_STEP_TRACK)
    move_to (self, step);
}

static void
progress_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);

  xb_wizard_draft_flush (self->draft);
  show_step (self, XB_FILING_STEP_TRACK);
}

/* Back from the platform, or looked at before it was handed in: on with the draft. */
static void
resume_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);

  xb_wizard_draft_reload (self->draft);
  show_step (self, MIN (xb_wizard_draft_get_step (self->draft), XB_FILING_STEP_SUBMIT));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbCertificationWindow) self = user_data;
  GError *error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      xb_wizard_page_take_problem (current_page (self), error);
      return;
    }
  self->removed = !self->removed;
  if (self->removed)
    {
      gtk_widget_set_visible (self->removed_page, TRUE);
      gtk_stack_set_visible_child_name (self->stack, "removed");
      update_actions (self);
      xb_dialogs_announce (GTK_WIDGET (self), _("The draft was removed"));
      gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
    }
  else
    show_step (self, self->step);
}

static void
set_removed (XbCertificationWindow *self,
             gboolean               removed)
{
  xb_wizard_draft_abandon (self->draft);
  xb_workspace_remove_filing_async (self->workspace, xb_wizard_draft_get_id (self->draft), removed,
                                    self->cancellable, removed_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  set_removed (XB_CERTIFICATION_WINDOW (widget), TRUE);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  set_removed (XB_CERTIFICATION_WINDOW (widget), FALSE);
}

static void
save_again_cb (XbCertificationWindow *self)
{
  xb_wizard_draft_save_async (self->draft, xb_wizard_draft_get_step (self->draft), NULL, NULL);
}

static gboolean
refresh_cb (gpointer user_data)
{
  XbCertificationWindow *self = user_data;
  gboolean submitted = xb_wizard_draft_is_submitted (self->draft);

  self->refresh = 0;
  if (self->removed || self->busy)
    return G_SOURCE_REMOVE;
  if (submitted && self->step != XB_FILING_STEP_TRACK)
    show_step (self, XB_FILING_STEP_TRACK);
  else
    xb_wizard_page_refresh (current_page (self));
  update_title (self);
  update_actions (self);
  return G_SOURCE_REMOVE;
}

static void
workspace_changed_cb (XbCertificationWindow *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
leave_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (object);

  self->leaving = xb_dialogs_ask_finish (result, NULL);
  if (self->leaving)
    gtk_window_close (GTK_WINDOW (self));
}

static void
saved_last_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(XbCertificationWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_wizard_draft_save_finish (XB_WIZARD_DRAFT (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    xb_dialogs_ask_async (GTK_WIDGET (self), _("Leave without saving?"), error->message, _("_Throw Away"),
                          XB_ASK_DESTRUCTIVE, self->cancellable, leave_cb, NULL);
}

/* Nothing that was typed is lost: the last word is stored first, and where that does not go it is asked. */
static gboolean
close_request_cb (XbCertificationWindow *self)
{
  if (self->leaving || self->removed || xb_wizard_draft_is_submitted (self->draft) || xb_wizard_draft_is_saved (self->draft))
    return GDK_EVENT_PROPAGATE;
  xb_wizard_draft_save_async (self->draft, xb_wizard_draft_get_step (self->draft), saved_last_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
xb_certification_window_dispose (GObject *object)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh, g_source_remove);
  G_OBJECT_CLASS (xb_certification_window_parent_class)->dispose (object);
}

static void
xb_certification_window_finalize (GObject *object)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_certification_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-certification-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, title);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, progress_button);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, announcer);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, removed_page);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, back);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, XbCertificationWindow, next);
  gtk_widget_class_bind_template_callback (widget_class, save_again_cb);
}

/* One begins on the page, not at what leads away from it. */
static void
xb_certification_window_map (GtkWidget *widget)
{
  XbCertificationWindow *self = XB_CERTIFICATION_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus;

  GTK_WIDGET_CLASS (xb_certification_window_parent_class)->map (widget);
  focus = gtk_window_get_focus (GTK_WINDOW (widget));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
xb_certification_window_class_init (XbCertificationWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_certification_window_dispose;
  object_class->finalize = xb_certification_window_finalize;
  g_type_ensure (XB_TYPE_BANNER);
  widget_class->map = xb_certification_window_map;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "wizard.go", "i", go_action);
  gtk_widget_class_install_action (widget_class, "wizard.progress", NULL, progress_action);
  gtk_widget_class_install_action (widget_class, "wizard.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "wizard.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "wizard.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "wizard.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "wizard.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_certification_window_init (XbCertificationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  xb_dialogs_set_announcer (GTK_WIDGET (self), self->announcer);
  xb_banner_set_button (self->banner, _("_Try Again"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->banner), "warning");
  for (int i = 0; i < N_STEPS; i++)
    gtk_box_append (self->steps, g_object_new (GTK_TYPE_BOX, "css-name", "step", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

static void
add_pages (XbCertificationWindow *self)
{
  const struct
  {
    const char *name;
    GType       type;
  } pages[] = {
    { "numbers", XB_TYPE_WIZARD_NUMBERS_PAGE }, { "check", XB_TYPE_WIZARD_CHECK_PAGE },
    { "materials", XB_TYPE_WIZARD_MATERIALS_PAGE }, { "review", XB_TYPE_WIZARD_REVIEW_PAGE },
    { "submit", XB_TYPE_WIZARD_SUBMIT_PAGE }, { "track", XB_TYPE_TRACK_PAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      self->pages[i] = g_object_new (pages[i].type, NULL);
      xb_wizard_page_set_draft (self->pages[i], self->draft, self->cancellable);
      g_signal_connect_object (self->pages[i], "notify::ready", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pages[i], "notify::verb", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
      gtk_widget_set_visible (GTK_WIDGET (self->pages[i]), FALSE);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->pages[i]), pages[i].name);
    }
}

/** xb_certification_window_new: @filing_id: 0: a new one; @number_id: chosen beforehand, or 0 */
XbCertificationWindow *
xb_certification_window_new (GtkApplication *application,
                             XbWorkspace    *workspace,
                             gint64          filing_id,
                             gint64          number_id)
{
  XbCertificationWindow *self = g_object_new (XB_TYPE_CERTIFICATION_WINDOW, "application", application, NULL);

  self->workspace = g_object_ref (workspace);
  self->draft = xb_wizard_draft_new (workspace, filing_id);
  add_pages (self);
  if (number_id != 0)
    xb_wizard_draft_set_number (self->draft, number_id, TRUE);
  g_signal_connect_object (self->draft, "notify::error", G_CALLBACK (draft_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  show_step (self, xb_wizard_draft_is_submitted (self->draft) ? XB_FILING_STEP_TRACK
                                                              : MIN (xb_wizard_draft_get_step (self->draft),
                                                                     XB_FILING_STEP_SUBMIT));
  return self;
}

/** xb_certification_window_open: a window per hand-in: one that is open comes to the front */
void
xb_certification_window_open (GtkApplication *application,
                              XbWorkspace    *workspace,
                              gint64          filing_id,
                              gint64          number_id)
{
  for (GList *l = gtk_application_get_windows (application); filing_id != 0 && l != NULL; l = l->next)
    if (XB_IS_CERTIFICATION_WINDOW (l->data) &&
        xb_wizard_draft_get_id (XB_CERTIFICATION_WINDOW (l->data)->draft) == filing_id)
      {
        gtk_window_present (l->data);
        return;
      }
  gtk_window_present (GTK_WINDOW (xb_certification_window_new (application, workspace, filing_id, number_id)));
}

/** xb_certification_window_open_for_certification: opens the hand-in that the certification belongs to */
void
xb_certification_window_open_for_certification (GtkApplication *application,
                                                XbWorkspace    *workspace,
                                                gint64          certification_id)
{
  g_autoptr(XbCertification) certification = xb_workspace_ref_certification (workspace, certification_id);

  if (certification != NULL)
    xb_certification_window_open (application, workspace, xb_certification_get_filing_id (certification), 0);
}
