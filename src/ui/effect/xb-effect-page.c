/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-effect-answer.h"
#include "xb-effect-page.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-report-form.h"

/* Does it pay? The question above, the answer below it, as true as the reports are. */
struct _XbEffectPage
{
  XbPage        parent_instance;

  GCancellable *cancellable; /* of the page */
  GCancellable *reading;     /* (nullable): of the question that is being answered */

  GtkWidget    *stack;
  GtkWidget    *question;
  GtkWidget    *answer;
};

G_DEFINE_FINAL_TYPE (XbEffectPage, xb_effect_page, XB_TYPE_PAGE)

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbEffectPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRoi) roi = xb_workspace_reckon_roi_finish (XB_WORKSPACE (source), result, &error);

  /* another question was asked meanwhile */
  if (xb_error_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (roi != NULL)
    xb_effect_answer_set_roi (XB_EFFECT_ANSWER (self->answer), roi);
  else
    xb_effect_answer_set_problem (XB_EFFECT_ANSWER (self->answer), error->message);
}

static void
ask (XbEffectPage *self)
{
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  g_autofree char *last = xb_workspace_dup_last_figures (workspace, 0);
  g_autoptr(GError) error = NULL;
  XbRoiQuestion question;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), last != NULL ? "effect" : "empty");
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (last == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!xb_effect_question_get (XB_EFFECT_QUESTION (self->question), &question, &error))
    {
      xb_effect_answer_set_problem (XB_EFFECT_ANSWER (self->answer), error->message);
      return;
    }
  if (question.margin != XB_ROI_MARGIN_KEPT && question.margin != xb_workspace_get_margin (workspace))
    xb_workspace_set_margin_async (workspace, question.margin, NULL, NULL, NULL);
  self->reading = g_cancellable_new ();
  xb_workspace_reckon_roi_async (workspace, &question, self->reading, reckoned_cb, g_object_ref (self));
}

static void
changed_cb (XbEffectPage *self,
            char        **tables)
{
  static const char *const others[] = { "metric", "metric_import", "cost", "label_change", "certification", "number", NULL };

  for (guint i = 0; tables != NULL && others[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) tables, others[i]))
      tables = NULL;
  if (tables != NULL)
    return;
  xb_effect_question_refresh (XB_EFFECT_QUESTION (self->question));
  ask (self);
}

static void
report_cb (XbEffectPage *self)
{
  gtk_window_present (xb_report_form_new (GTK_WIDGET (self), xb_page_get_workspace (XB_PAGE (self))));
}

static void
xb_effect_page_constructed (GObject *object)
{
  XbEffectPage *self = XB_EFFECT_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *report = gtk_button_new_with_mnemonic (_("_Report…"));
  GtkWidget *empty = xb_empty_page_new ("xb-effect-symbolic", _("No Figures Yet"),
                                        _("Whether certified numbers pay shows in the reports of the platforms or of the "
                                          "telephone system: calls, answered, orders by day. Import one, and the answer "
                                          "stands here."));

  G_OBJECT_CLASS (xb_effect_page_parent_class)->constructed (object);
  self->question = xb_effect_question_new (workspace);
  self->answer = xb_effect_answer_new ();
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->answer);
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "effect");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_widget_set_tooltip_text (report, _("A report of a month or a quarter, to be handed on"));
  g_signal_connect_object (report, "clicked", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), report);
  g_signal_connect_object (self->question, "asked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
xb_effect_page_dispose (GObject *object)
{
  XbEffectPage *self = XB_EFFECT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (xb_effect_page_parent_class)->dispose (object);
}

static void
xb_effect_page_finalize (GObject *object)
{
  g_clear_object (&XB_EFFECT_PAGE (object)->cancellable);
  G_OBJECT_CLASS (xb_effect_page_parent_class)->finalize (object);
}

static gboolean
xb_effect_page_is_reading (XbPage *page)
{
  return XB_EFFECT_PAGE (page)->reading != NULL;
}

static void
xb_effect_page_class_init (XbEffectPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = xb_effect_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xb_effect_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_effect_page_finalize;
  XB_PAGE_CLASS (klass)->is_reading = xb_effect_page_is_reading;
}

static void
xb_effect_page_init (XbEffectPage *self)
{
  self->cancellable = g_cancellable_new ();
}

/** xb_effect_page_get_view: Returns: "effect" or "empty" */
const char *
xb_effect_page_get_view (XbEffectPage *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/** xb_effect_page_get_sentence: Returns: the answer */
const char *
xb_effect_page_get_sentence (XbEffectPage *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_PAGE (self), NULL);

  return xb_effect_answer_get_sentence (XB_EFFECT_ANSWER (self->answer));
}
