/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-label-editor-private.h"
#include "xb-pair-layout.h"
#include "xb-ui.h"

#define PREVIEW_WIDTH 340
#define SIDE_BY_SIDE  800
#define MOST_ALIKE    500

/* One task to its end: the label of one number or of many, checked while it is typed, seen as callees see it,
 * with what it takes before it is set and what comes next after it. */
G_DEFINE_FINAL_TYPE (XbLabelEditor, xb_label_editor, ADW_TYPE_WINDOW)

/** xb_label_editor_has_changes: Returns: whether closing would lose something typed */
gboolean
xb_label_editor_has_changes (XbLabelEditor *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->initial) != 0 ||
         *gtk_editable_get_text (self->why) != '\0';
}

/** xb_label_editor_update: what can be done now, and why not */
void
xb_label_editor_update (XbLabelEditor *self)
{
  gboolean error = xb_lint_entry_get_verdict (self->entry) == XB_VERDICT_ERROR;
  gboolean blocked = error && *gtk_editable_get_text (self->override) == '\0';
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  gtk_widget_set_visible (self->override_group, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "label.set", self->worth && !blocked && !empty && !self->saving);
  gtk_label_set_label (self->total, blocked ? _("The check finds an error: mend it, or give a reason for using it all "
                                                "the same")
                                    : self->cost != NULL ? self->cost : "");
}

static void
checked_cb (XbLabelEditor *self)
{
  const char *text = xb_lint_entry_get_composed (self->entry);

  if (self->workspace == NULL)
    return;
  xb_finding_list_show (self->findings, xb_lint_entry_get_report (self->entry), text,
                        xb_lint_entry_find_fixable (self->entry));
  xb_call_preview_set_label (self->preview, text);
  self->worth = FALSE;
  xb_label_editor_update (self);
  xb_label_editor_schedule_plan (self);
}

static void
draft_changed_cb (XbLabelEditor *self)
{
  if (self->workspace == NULL)
    return;
  xb_label_check_set_days (self->check, xb_day_entry_get_day (self->from), xb_day_entry_get_day (self->until));
  xb_label_editor_update (self);
  xb_label_editor_schedule_plan (self);
}

static void
numbers_changed_cb (XbLabelEditor *self)
{
  if (self->workspace != NULL)
    xb_label_editor_read_numbers (self);
}

static void
platform_cb (XbLabelEditor *self)
{
  if (self->workspace != NULL && !self->reading)
    xb_label_editor_show_platform (self);
}

/* Somebody else, another window or a second program, changed what the plan stands on. */
static void
workspace_changed_cb (XbLabelEditor     *self,
                      const char *const *tables)
{
  static const char *const touched[] = { "label", "label_change", "certification", "campaign", "platform_edit" };
  gboolean mine = tables == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (touched) && !mine; i++)
    mine = g_strv_contains (tables, touched[i]);
  if (mine && !self->saving && g_strcmp0 (xb_label_editor_get_page (self), "edit") == 0)
    xb_label_editor_show_platform (self);
}

/* A label of a campaign has its days, unless others were given. */
static void
campaign_cb (XbLabelEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->campaign);
  gint64 id = selected < self->campaigns->len ? g_array_index (self->campaigns, gint64, selected) : 0;
  g_autoptr(XbCampaign) campaign = id != 0 ? xb_workspace_ref_campaign (self->workspace, id) : NULL;

  if (campaign == NULL)
    return;
  if (xb_day_entry_get_day (self->from) == NULL)
    xb_day_entry_set_day (self->from, xb_campaign_get_from_day (campaign));
  if (xb_day_entry_get_day (self->until) == NULL)
    xb_day_entry_set_day (self->until, xb_campaign_get_until_day (campaign));
  draft_changed_cb (self);
}

static void
leave_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (xb_dialogs_ask_finish (result, NULL))
    {
      XB_LABEL_EDITOR (object)->leaving = TRUE;
      gtk_window_close (GTK_WINDOW (object));
    }
}

static gboolean
xb_label_editor_close_request (GtkWindow *window)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (window);
  gboolean editing = g_strcmp0 (xb_label_editor_get_page (self), "edit") == 0;

  if (!self->leaving && editing && xb_label_editor_has_changes (self))
    {
      xb_dialogs_ask_async (GTK_WIDGET (self), _("Leave without changing the label?"),
                            _("What you typed here has not been saved yet."), _("_Throw Away"), XB_ASK_DESTRUCTIVE,
                            self->cancellable, leave_cb, NULL);
      return TRUE;
    }
  self->leaving = TRUE;
  g_clear_handle_id (&self->plan_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (xb_label_editor_parent_class)->close_request (window);
}

static void
xb_label_editor_dispose (GObject *object)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (object);

  self->leaving = TRUE;
  g_clear_handle_id (&self->plan_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (xb_label_editor_parent_class)->dispose (object);
}

static void
xb_label_editor_finalize (GObject *object)
{
  XbLabelEditor *self = XB_LABEL_EDITOR (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->check);
  g_clear_object (&self->workspace);
  g_ptr_array_unref (self->platforms);
  g_array_unref (self->campaigns);
  g_clear_pointer (&self->saved, g_array_unref);
  g_free (self->wanted);
  g_free (self->initial);
  g_free (self->shown_name);
  g_free (self->cost);
  G_OBJECT_CLASS (xb_label_editor_parent_class)->finalize (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, XbLabelEditor, member)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "labels/xb-label-editor.ui");
  BIND (title);
  BIND (announcer);
  BIND (toasts);
  BIND (stack);
  BIND (scroller);
  BIND (parts);
  BIND (problem);
  BIND (chips);
  BIND (entry);
  BIND (now);
  BIND (findings);
  BIND (override_group);
  BIND (override);
  BIND (preview);
  BIND (platform);
  BIND (from);
  BIND (until);
  BIND (campaign);
  BIND (why);
  BIND (plan);
  BIND (under_way);
  BIND (history);
  BIND (done_title);
  BIND (done_text);
  BIND (next);
  BIND (done_close);
  BIND (bar);
  BIND (total);
  BIND (spinner);
  BIND (save);
  gtk_widget_class_bind_template_callback (widget_class, numbers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platform_cb);
  gtk_widget_class_bind_template_callback (widget_class, campaign_cb);
}

static void
xb_label_editor_class_init (XbLabelEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType types[] = {
    XB_TYPE_PROBLEM, XB_TYPE_NUMBER_CHIPS, XB_TYPE_LINT_ENTRY, XB_TYPE_FINDING_LIST, XB_TYPE_CALL_PREVIEW,
    XB_TYPE_DAY_ENTRY, XB_TYPE_PLAN_VIEW, XB_TYPE_CHANGE_LIST, XB_TYPE_LABEL_HISTORY,
  };

  object_class->dispose = xb_label_editor_dispose;
  object_class->finalize = xb_label_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xb_label_editor_close_request;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_ensure (types[i]);
  bind_template (widget_class);
  xb_label_editor_install_actions (widget_class);
}

static void
xb_label_editor_init (XbLabelEditor *self)
{
  self->cancellable = g_cancellable_new ();
  self->platforms = g_ptr_array_new_with_free_func (g_object_unref);
  self->campaigns = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->initial = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->parts, xb_pair_layout_new (PREVIEW_WIDTH, SIDE_BY_SIDE, 18));
  xb_dialogs_set_announcer (GTK_WIDGET (self), self->announcer);
  xb_change_list_set_title (self->under_way, _("Under Way"), NULL);
  xb_change_list_set_title (self->next, _("What Comes Next"), NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "label.set", FALSE);
}

static void
set_up (XbLabelEditor *self,
        XbWorkspace   *workspace,
        const gint64  *numbers,
        gsize          n_numbers,
        const char    *platform)
{
  self->check = xb_label_check_new (workspace);
  self->wanted = g_strdup (platform);
  xb_number_chips_set_workspace (self->chips, workspace);
  xb_number_chips_add (self->chips, numbers, n_numbers);
  self->workspace = g_object_ref (workspace);
  xb_lint_entry_set_check (self->entry, self->check);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  xb_label_editor_read_campaigns (self);
  xb_label_editor_read_numbers (self);
}

/** xb_label_editor_new: @platform: (nullable): the one that is chosen first */
XbLabelEditor *
xb_label_editor_new (GtkApplication *application,
                     XbWorkspace    *workspace,
                     const gint64   *numbers,
                     gsize           n_numbers,
                     const char     *platform)
{
  XbLabelEditor *self = g_object_new (XB_TYPE_LABEL_EDITOR, "application", application, NULL);

  set_up (self, workspace, numbers, n_numbers, platform);
  return self;
}
/** xb_label_editor_open: several may be open side by side */
void
xb_label_editor_open (GtkApplication *application,
                      XbWorkspace    *workspace,
                      const gint64   *numbers,
                      gsize           n_numbers,
                      const char     *platform)
{
  gtk_window_present (GTK_WINDOW (xb_label_editor_new (application, workspace, numbers, n_numbers, platform)));
}

/** xb_label_editor_open_for_certification: its number, at its platform */
void
xb_label_editor_open_for_certification (GtkApplication *application,
                                        XbWorkspace    *workspace,
                                        gint64          certification)
{
  g_autoptr(XbCertification) record = xb_workspace_ref_certification (workspace, certification);
  gint64 number = record != NULL ? xb_certification_get_number_id (record) : 0;

  if (record != NULL)
    xb_label_editor_open (application, workspace, &number, 1, xb_certification_get_platform (record));
}

static gboolean
is_about (XbLabelChange *change,
          const char    *text)
{
  return g_strcmp0 (xb_label_change_get_text (change), text) == 0 ||
         (xb_label_change_get_kind (change) == XB_CHANGE_KIND_RESTORE &&
          g_strcmp0 (xb_label_change_get_was (change), text) == 0);
}

/* What is due together: the numbers that get the same label, or lose it. */
static void
add_alike (XbWorkspace *workspace,
           const char  *text,
           GArray      *numbers,
           GArray      *labels)
{
  g_autoptr(GListModel) open = xb_workspace_list_open_label_changes (workspace);
  g_autoptr(GHashTable) have = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = MIN (g_list_model_get_n_items (open), MOST_ALIKE);

  g_hash_table_add (have, g_memdup2 (numbers->data, sizeof (gint64)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbLabelChange) change = g_list_model_get_item (open, i);
      gint64 number = change != NULL ? xb_label_change_get_number_id (change) : 0;
      gint64 label = change != NULL ? xb_label_change_get_label_id (change) : 0;

      if (number == 0 || !is_about (change, text))
        continue;
      g_array_append_val (labels, label);
      if (g_hash_table_add (have, g_memdup2 (&number, sizeof number)))
        g_array_append_val (numbers, number);
    }
}

/** xb_label_editor_open_for_label: what is to be done for @label, and for those that are due together with it */
void
xb_label_editor_open_for_label (GtkApplication *application,
                                XbWorkspace    *workspace,
                                gint64          label)
{
  g_autoptr(XbLabel) record = xb_workspace_ref_label (workspace, label);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 number = record != NULL ? xb_label_get_number_id (record) : 0;
  XbLabelEditor *self;
  g_autofree char *title = NULL;

  if (number == 0)
    return;
  g_array_append_val (numbers, number);
  self = g_object_new (XB_TYPE_LABEL_EDITOR, "application", application, NULL);
  self->saved = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->saved, label);
  add_alike (workspace, xb_label_get_text (record), numbers, self->saved);
  set_up (self, workspace, (const gint64 *) numbers->data, numbers->len, xb_label_get_platform (record));
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” for %2$u Number", "“%1$s” for %2$u Numbers",
                                        numbers->len), xb_label_get_text (record), numbers->len);
  xb_label_editor_show_next (self, title);
  gtk_window_present (GTK_WINDOW (self));
}

/** xb_label_editor_get_page: Returns: (transfer none): "edit", or "next" once it is set */
const char *
xb_label_editor_get_page (XbLabelEditor *self)
{
  g_return_val_if_fail (XB_IS_LABEL_EDITOR (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
