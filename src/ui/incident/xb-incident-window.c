/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-appeal-form.h"
#include "xb-copy-row.h"
#include "xb-deadline-label.h"
#include "xb-dialogs.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-clock.h"
#include "xb-incident-look.h"
#include "xb-incident-parts.h"
#include "xb-incident-window.h"
#include "xb-layer-form.h"
#include "xb-phone.h"
#include "xb-platform-choice.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-step-form.h"
#include "xb-ui.h"
#include "xb-words-form.h"
#include "xb-wizard-rows.h"

/* One case from the detection to the last look: what comes next stands out, the rest waits below it. */
struct _XbIncidentWindow
{
  AdwApplicationWindow  parent_instance;

  XbWorkspace          *workspace;
  GCancellable         *cancellable;
  XbIncident           *incident;
  GListModel           *steps;
  GListModel           *appeals;

  AdwWindowTitle       *title;
  GtkWidget            *toasts;
  GtkWidget            *chip;
  GtkWidget            *deadline;
  GtkWidget            *what;
  GtkWidget            *how;
  GtkWidget            *bar; /* the next step, wherever one has scrolled */
  GtkWidget            *step;
  GtkWidget            *button;
  GtkWidget            *clocks; /* list of the three steps */
  GtkWidget            *words;  /* group of texts to copy */
  GtkWidget            *texts[3];
  GtkWidget            *layer;
};

G_DEFINE_FINAL_TYPE (XbIncidentWindow, xb_incident_window, ADW_TYPE_APPLICATION_WINDOW)

static gint64
get_id (XbIncidentWindow *self)
{
  return xb_record_get_id (XB_RECORD (self->incident));
}

static gint64
get_now (XbIncidentWindow *self)
{
  return xb_clock_now (xb_workspace_get_clock (self->workspace));
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbIncidentWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("It was not done"), error->message);
}

static void
show_next (XbIncidentWindow *self)
{
  g_autoptr(XbIncidentNext) next = xb_incident_next_new (self->workspace, self->incident);

  xb_incident_chip_set (self->chip, self->incident, get_now (self));
  gtk_widget_set_visible (self->deadline, next->due_at != 0);
  if (next->due_at != 0)
    xb_deadline_label_set_instant (XB_DEADLINE_LABEL (self->deadline), next->due_at, xb_workspace_get_clock (self->workspace));
  gtk_label_set_label (GTK_LABEL (self->what), next->title);
  gtk_label_set_label (GTK_LABEL (self->how), next->detail);
  gtk_label_set_label (GTK_LABEL (self->step), next->title);
  gtk_widget_set_visible (self->bar, next->verb != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), next->verb != NULL ? next->verb : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL); /* the old one would not take the new target */
  if (next->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", next->target);
  else
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), next->action);
}

static GtkWidget *
make_line (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A step: its sign, what it is called, its clock or when it was done. */
static GtkWidget *
make_clock (XbIncidentWindow *self,
            XbIncidentStep   *step)
{
  gboolean done = xb_incident_step_get_done_at (step) != 0, late = !done && xb_incident_step_get_due_at (step) <= get_now (self);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *mark = xb_state_mark_new (done ? XB_MARK_TICK : late ? XB_MARK_BANG : XB_MARK_CLOCK, 16);
  GtkWidget *deadline = xb_deadline_label_new ();
  const char *title = xb_step_kind_get_title (xb_incident_step_get_step (step));
  g_autofree char *when = NULL, *name = NULL;

  xb_widget_set_tone (mark, done ? "success" : late ? "error" : "accent");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), make_line (title, NULL));
  if (done)
    {
      g_autofree char *moment = xb_wizard_dup_moment (xb_incident_step_get_done_at (step));

      when = g_strdup_printf (xb_incident_step_get_done_at (step) <= xb_incident_step_get_due_at (step) ? _("done in time, %s")
                                                                                                      : _("done late, %s"),
                              moment);
      gtk_box_append (GTK_BOX (column), make_line (when, "dim-label"));
      g_object_ref_sink (deadline);
      g_object_unref (deadline);
    }
  else
    {
      xb_deadline_label_set_instant (XB_DEADLINE_LABEL (deadline), xb_incident_step_get_due_at (step),
                                     xb_workspace_get_clock (self->workspace));
      when = g_strdup (xb_deadline_label_get_text (XB_DEADLINE_LABEL (deadline)));
      gtk_box_append (GTK_BOX (column), deadline);
    }
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_add_css_class (box, "due");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  name = g_strdup_printf (_("%1$s: %2$s"), title, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_clocks (XbIncidentWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->clocks)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->clocks), child);
  for (guint i = 0; i < g_list_model_get_n_items (self->steps); i++)
    {
      g_autoptr(XbIncidentStep) step = g_list_model_get_item (self->steps, i);

      if (step != NULL)
        gtk_list_box_append (GTK_LIST_BOX (self->clocks), make_clock (self, step));
    }
}

static void
show_words (XbIncidentWindow *self)
{
  const XbAppealChoice *purpose = xb_appeal_book_find_purpose (xb_incident_get_purpose (self->incident));
  g_autofree char *about = purpose != NULL ? g_strdup_printf (_("For: %s"), purpose->title)
                                           : g_strdup (_("Choose what the number is used for: a reason that only says “I did "
                                                         "not harass” is refused."));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->words), about);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      g_autofree char *text = xb_workspace_dup_incident_text (self->workspace, self->incident, i);

      xb_copy_row_set_text (XB_COPY_ROW (self->texts[i]), text);
    }
}

static void
update (XbIncidentWindow *self)
{
  gboolean open = xb_incident_get_state (self->incident) == XB_INCIDENT_STATE_OPEN;
  static const char *const when_open[] = { "incident.step", "incident.appeal", "incident.add-platform", "incident.layer",
                                           "incident.close" };
  g_autofree char *number = xb_phone_format (xb_incident_get_e164 (self->incident));
  const char *seen = xb_incident_get_seen (self->incident);
  const char *kind = xb_incident_kind_get_title (xb_incident_get_kind (self->incident));
  g_autofree char *subtitle = seen != NULL ? g_strdup_printf ("%s · %s", kind, seen) : g_strdup (kind);
  XbLayerAdvice advice = xb_layer_get_advice (xb_incident_get_layer (self->incident));

  adw_window_title_set_title (self->title, number);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), number);
  for (guint i = 0; i < G_N_ELEMENTS (when_open); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), when_open[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "incident.reopen", !open);
  xb_row_set_subtitle (self->layer, advice.layer == XB_LAYER_UNKNOWN ? _("Not asked yet: five questions tell") : advice.title);
  show_next (self);
  show_clocks (self);
  show_words (self);
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *word)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);
  int step;

  if (xb_enum_from_nick (XB_TYPE_STEP_KIND, g_variant_get_string (word, NULL), &step))
    gtk_window_present (xb_step_form_new (widget, self->workspace, self->incident, (XbStepFormKind) step));
}

static void
appeal_action (GtkWidget  *widget,
               const char *action,
               GVariant   *word)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);
  gint64 id = g_ascii_strtoll (g_variant_get_string (word, NULL), NULL, 10);
  g_autofree char *text = xb_workspace_dup_incident_text (self->workspace, self->incident, XB_APPEAL_TEXT_APPEAL);

  for (guint i = 0; i < g_list_model_get_n_items (self->appeals); i++)
    {
      g_autoptr(XbAppeal) appeal = g_list_model_get_item (self->appeals, i);

      if (appeal != NULL && xb_record_get_id (XB_RECORD (appeal)) == id)
        gtk_window_present (xb_appeal_form_new (widget, self->workspace, appeal, text));
    }
}

static void
add_platform_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);

  gtk_window_present (xb_platform_choice_new (widget, self->workspace, get_id (self)));
}

static void
layer_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);

  gtk_window_present (xb_layer_form_new (widget, self->workspace, get_id (self)));
}

static void
words_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);

  gtk_window_present (xb_words_form_new (widget, self->workspace, self->incident));
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);

  gtk_window_present (xb_step_form_new (widget, self->workspace, self->incident, XB_STEP_FORM_CLOSE));
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);

  xb_workspace_reopen_incident_async (self->workspace, get_id (self), self->cancellable, ended_cb, g_object_ref (self));
}

static void
rechecked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbIncidentWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = xb_workspace_finish_id (XB_WORKSPACE (source), result, &error);

  if (id < 0 && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("It was not done"), error->message);
  else if (id > 0 && id != get_id (self)) /* the mark is back: a case of its own */
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-incident", "x", id);
}

static void
recheck_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);
  gint64 id;
  gboolean marked;

  g_variant_get (parameter, "(xb)", &id, &marked);
  xb_workspace_record_recheck_async (self->workspace, id, marked, NULL, self->cancellable, rechecked_cb, g_object_ref (self));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbIncidentWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (self->toasts, _("The case is saved as a PDF"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("No PDF Was Written"), error->message);
}

static void
save_to_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (object);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_workspace_write_incident_async (self->workspace, get_id (self), path, self->cancellable, written_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (widget);
  g_autofree char *name = g_strdup_printf (_("Incident %s.pdf"), xb_incident_get_number (self->incident));

  xb_dialogs_save_file_async (widget, _("Save as PDF"), name, self->cancellable, save_to_cb, NULL);
}

static void
xb_incident_window_dispose (GObject *object)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL); /* its lists borrow the workspace */
  g_clear_object (&self->steps);
  g_clear_object (&self->appeals);
  g_clear_object (&self->incident);
  G_OBJECT_CLASS (xb_incident_window_parent_class)->dispose (object);
}

static void
xb_incident_window_finalize (GObject *object)
{
  XbIncidentWindow *self = XB_INCIDENT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_incident_window_parent_class)->finalize (object);
}

static void
xb_incident_window_class_init (XbIncidentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_incident_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_incident_window_finalize;
  gtk_widget_class_install_action (widget_class, "incident.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "incident.appeal", "s", appeal_action);
  gtk_widget_class_install_action (widget_class, "incident.add-platform", NULL, add_platform_action);
  gtk_widget_class_install_action (widget_class, "incident.layer", NULL, layer_action);
  gtk_widget_class_install_action (widget_class, "incident.words", NULL, words_action);
  gtk_widget_class_install_action (widget_class, "incident.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "incident.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "incident.recheck", "(xb)", recheck_action);
  gtk_widget_class_install_action (widget_class, "incident.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "incident.save", NULL);
}

static GtkWidget *
make_header (XbIncidentWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  g_menu_append (menu, _("Mark, _Block or Police…"), "incident.layer");
  g_menu_append (menu, _("Change the _Words…"), "incident.words");
  g_menu_append (menu, _("_Save as PDF…"), "incident.save");
  g_menu_append (menu, _("_Close the Case…"), "incident.close");
  g_menu_append (menu, _("Open _Again"), "incident.reopen");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (more, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), more);
  return header;
}

static GtkWidget *
make_card (XbIncidentWindow *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->chip = xb_state_chip_new ();
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  self->deadline = xb_deadline_label_new ();
  gtk_widget_set_hexpand (self->deadline, TRUE);
  gtk_widget_set_valign (self->deadline, GTK_ALIGN_CENTER);
  self->what = make_line ("", "title-3");
  self->how = make_line ("", NULL);
  gtk_box_append (GTK_BOX (facts), self->chip);
  gtk_box_append (GTK_BOX (facts), self->deadline);
  gtk_box_append (GTK_BOX (card), facts);
  gtk_box_append (GTK_BOX (card), self->what);
  gtk_box_append (GTK_BOX (card), self->how);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "now");
  return card;
}

static GtkWidget *
make_bar (XbIncidentWindow *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->step = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->step), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->step), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->step, TRUE);
  gtk_widget_add_css_class (self->step, "heading");
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->bar, "wizard-bar");
  gtk_box_append (GTK_BOX (self->bar), self->step);
  gtk_box_append (GTK_BOX (self->bar), self->button);
  return self->bar;
}

static GtkWidget *
make_clocks (XbIncidentWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->clocks = xb_boxed_list_new (_("Three clocks of your own"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Three clocks of your own"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Plain hours since it was noticed. Platforms promise nothing of it; they take 1 to 7 "
                                           "working days."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->clocks);
  return group;
}

static GtkWidget *
make_words (XbIncidentWindow *self)
{
  const char *const titles[] = { _("Text of the appeal"), _("Words for those who call"), _("Notice to customers") };
  GtkWidget *edit = gtk_button_new_with_mnemonic (_("Change the _Words"));

  self->words = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->words), _("The Words"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "incident.words");
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->words), edit);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->texts[i] = xb_copy_row_new (titles[i], "");
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->texts[i]), 4);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->words), self->texts[i]);
    }
  return self->words;
}

static GtkWidget *
make_layer (XbIncidentWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->layer = xb_row_new_plain (_("Mark, block or police?"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->layer), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->layer), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->layer), "incident.layer");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->layer);
  return group;
}

static void
xb_incident_window_init (XbIncidentWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
}

static void
build (XbIncidentWindow *self)
{
  gint64 id = get_id (self);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *announcer = gtk_label_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), make_card (self));
  gtk_box_append (GTK_BOX (box), make_clocks (self));
  gtk_box_append (GTK_BOX (box), make_layer (self));
  gtk_box_append (GTK_BOX (box), xb_evidence_group_new (self->workspace, id));
  gtk_box_append (GTK_BOX (box), make_words (self));
  gtk_box_append (GTK_BOX (box), xb_appeal_group_new (self->workspace, id));
  gtk_box_append (GTK_BOX (box), xb_recheck_group_new (self->workspace, id));
  gtk_box_append (GTK_BOX (box), xb_cost_group_new (self->workspace, id));
  gtk_box_append (GTK_BOX (box), xb_history_group_new (self->workspace, id));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), scrolled);
  gtk_widget_add_css_class (announcer, "announcer");
  gtk_box_append (GTK_BOX (column), make_header (self));
  gtk_box_append (GTK_BOX (column), announcer);
  gtk_box_append (GTK_BOX (column), self->toasts);
  gtk_box_append (GTK_BOX (column), make_bar (self));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), column);
  xb_dialogs_set_announcer (GTK_WIDGET (self), GTK_LABEL (announcer));
}

/** xb_incident_window_open: a window per case: one that is open comes to the front */
void
xb_incident_window_open (GtkApplication *application,
                         XbWorkspace    *workspace,
                         gint64          incident_id)
{
  g_autoptr(XbIncident) incident = xb_workspace_ref_incident (workspace, incident_id);
  XbIncidentWindow *self;

  if (incident == NULL)
    return;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (XB_IS_INCIDENT_WINDOW (l->data) && XB_INCIDENT_WINDOW (l->data)->incident == incident)
      {
        gtk_window_present (l->data);
        return;
      }
  self = g_object_new (XB_TYPE_INCIDENT_WINDOW, "application", application, NULL);
  self->workspace = g_object_ref (workspace);
  self->incident = g_steal_pointer (&incident);
  self->steps = xb_workspace_list_incident_steps (workspace, incident_id);
  self->appeals = xb_workspace_list_appeals (workspace, incident_id);
  build (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "items-changed", G_CALLBACK (show_clocks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->appeals, "items-changed", G_CALLBACK (show_next), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
