/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-effect-answer.h"
#include "xb-effect-labels.h"
#include "xb-effect-view.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-report-list.h"
#include "xb-report-window.h"
#include "xb-upkeep-group.h"

/* Does it pay? The question above, the answer below it, as true as the reports are. */
struct _XbEffectView
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable; /* of the view */
  GCancellable *reading;     /* (nullable): of the question that is being answered */

  GtkWidget    *stack;
  GtkWidget    *question;
  GtkWidget    *answer;      /* this one or labels is shown; a stack of both would be as wide as the wider */
  GtkWidget    *labels;
  GtkWidget    *upkeep;
};

G_DEFINE_FINAL_TYPE (XbEffectView, xb_effect_view, ADW_TYPE_BIN)

/* Another question may have been asked meanwhile. */
static gboolean
is_answered (XbEffectView *self,
             GAsyncResult *result,
             const GError *error)
{
  if (xb_error_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return FALSE;
  g_clear_object (&self->reading);
  return TRUE;
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbEffectView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRoi) roi = xb_workspace_reckon_roi_finish (XB_WORKSPACE (source), result, &error);
  g_autofree char *heading = NULL;

  if (!is_answered (self, result, error))
    return;
  heading = xb_effect_question_dup_heading (XB_EFFECT_QUESTION (self->question));
  if (roi != NULL)
    xb_effect_answer_set_roi (XB_EFFECT_ANSWER (self->answer), heading, g_steal_pointer (&roi));
  else
    xb_effect_answer_set_problem (XB_EFFECT_ANSWER (self->answer), error->message);
}

static void
ask_roi (XbEffectView *self)
{
  g_autoptr(GError) error = NULL;
  XbRoiQuestion question;

  if (!xb_effect_question_get (XB_EFFECT_QUESTION (self->question), &question, &error))
    {
      xb_effect_answer_set_problem (XB_EFFECT_ANSWER (self->answer), error->message);
      return;
    }
  if (question.margin != XB_ROI_MARGIN_KEPT && question.margin != xb_workspace_get_margin (self->workspace))
    xb_workspace_set_margin_async (self->workspace, question.margin, NULL, NULL, NULL);
  self->reading = g_cancellable_new ();
  xb_workspace_reckon_roi_async (self->workspace, &question, self->reading, reckoned_cb, g_object_ref (self));
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbEffectView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRoiLabels) labels = xb_workspace_compare_labels_finish (XB_WORKSPACE (source), result, &error);
  g_autofree char *heading = NULL;
  XbMetricsQuery query;

  if (!is_answered (self, result, error))
    return;
  heading = xb_effect_question_dup_heading (XB_EFFECT_QUESTION (self->question));
  if (labels == NULL)
    xb_effect_labels_set_problem (XB_EFFECT_LABELS (self->labels), error->message);
  else if (xb_effect_question_get_labels (XB_EFFECT_QUESTION (self->question), &query, NULL))
    xb_effect_labels_set (XB_EFFECT_LABELS (self->labels), heading, &query, g_steal_pointer (&labels));
}

static void
ask_labels (XbEffectView *self)
{
  g_autoptr(GError) error = NULL;
  XbMetricsQuery query;

  if (!xb_effect_question_get_labels (XB_EFFECT_QUESTION (self->question), &query, &error))
    {
      xb_effect_labels_set_problem (XB_EFFECT_LABELS (self->labels), error->message);
      return;
    }
  self->reading = g_cancellable_new ();
  xb_workspace_compare_labels_async (self->workspace, &query, NULL, self->reading, compared_cb, g_object_ref (self));
}

static void
ask (XbEffectView *self)
{
  g_autofree char *last = xb_workspace_dup_last_figures (self->workspace, 0);
  gboolean labels = xb_effect_question_get_compare (XB_EFFECT_QUESTION (self->question)) == XB_COMPARE_LABELS;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), last != NULL ? "effect" : "empty");
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (last == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_visible (self->answer, !labels);
  gtk_widget_set_visible (self->labels, labels);
  if (labels)
    ask_labels (self);
  else
    ask_roi (self);
}

/* The year that ends with the last figures. */
static void
read_upkeep (XbEffectView *self)
{
  g_autofree char *last = xb_workspace_dup_last_figures (self->workspace, 0);

  if (last != NULL)
    xb_upkeep_group_read (XB_UPKEEP_GROUP (self->upkeep), last);
}

static void
changed_cb (XbEffectView  *self,
            char         **tables)
{
  static const char *const others[] = {
    "metric", "metric_import", "cost", "label", "label_change", "certification", "number", "incident", "appeal", "inspection",
    "platform_edit", NULL,
  };

  for (guint i = 0; tables != NULL && others[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) tables, others[i]))
      tables = NULL;
  if (tables != NULL)
    return;
  xb_effect_question_refresh (XB_EFFECT_QUESTION (self->question));
  ask (self);
  read_upkeep (self);
}

/* A report that is dropped is looked at in a window of its own. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  XbEffectView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || !GTK_IS_WINDOW (root))
    return FALSE;
  xb_report_window_open (gtk_window_get_application (GTK_WINDOW (root)), self->workspace, files->data);
  return TRUE;
}

static void
add_drop_target (XbEffectView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
fill (XbEffectView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = xb_empty_page_new ("xb-effect-symbolic", _("No Figures Yet"),
                                        _("Whether certified numbers pay shows in the reports of the platforms or of the "
                                          "telephone system: calls, answered, orders by day. Take one in, or drop it here, "
                                          "and the answer stands here."));

  self->question = xb_effect_question_new (self->workspace);
  self->answer = xb_effect_answer_new (self->workspace);
  self->labels = xb_effect_labels_new (self->workspace);
  gtk_widget_set_visible (self->labels, FALSE);
  self->upkeep = xb_upkeep_group_new (self->workspace);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->answer);
  gtk_box_append (GTK_BOX (box), self->labels);
  gtk_box_append (GTK_BOX (box), self->upkeep);
  gtk_box_append (GTK_BOX (box), xb_report_list_new (self->workspace));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  xb_empty_page_add_button (XB_EMPTY_PAGE (empty), _("Take In a _Report…"), "app.take-in-report");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "effect");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->question, "asked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
  read_upkeep (self);
}

static void
xb_effect_view_dispose (GObject *object)
{
  XbEffectView *self = XB_EFFECT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_effect_view_parent_class)->dispose (object);
}

static void
xb_effect_view_finalize (GObject *object)
{
  g_clear_object (&XB_EFFECT_VIEW (object)->cancellable);
  G_OBJECT_CLASS (xb_effect_view_parent_class)->finalize (object);
}

static void
xb_effect_view_class_init (XbEffectViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_effect_view_finalize;
}

static void
xb_effect_view_init (XbEffectView *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
xb_effect_view_new (XbWorkspace *workspace)
{
  XbEffectView *self = g_object_new (XB_TYPE_EFFECT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  add_drop_target (self);
  return GTK_WIDGET (self);
}

/** xb_effect_view_get_question: Returns: (transfer none) */
XbEffectQuestion *
xb_effect_view_get_question (XbEffectView *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_VIEW (self), NULL);

  return XB_EFFECT_QUESTION (self->question);
}

gboolean
xb_effect_view_is_reading (XbEffectView *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_VIEW (self), FALSE);

  return self->reading != NULL || xb_upkeep_group_is_reading (XB_UPKEEP_GROUP (self->upkeep));
}

/** xb_effect_view_get_shown: Returns: "effect" or "empty" */
const char *
xb_effect_view_get_shown (XbEffectView *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/** xb_effect_view_get_sentence: Returns: the answer */
const char *
xb_effect_view_get_sentence (XbEffectView *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_VIEW (self), NULL);

  if (gtk_widget_get_visible (self->labels))
    return xb_effect_labels_get_sentence (XB_EFFECT_LABELS (self->labels));
  return xb_effect_answer_get_sentence (XB_EFFECT_ANSWER (self->answer));
}
