/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-count-row.h"
#include "xb-format.h"
#include "xb-problem.h"
#include "xb-rejected-list.h"
#include "xb-report-result-page.h"
#include "xb-state-mark.h"
#include "xb-ui.h"

/* What came of it, and what comes next: the effect of the new figures, another report, or all of it taken out again. */

enum
{
  ROW_NEW,
  ROW_REPLACED,
  ROW_LEFT_OUT,
  ROW_NUMBERS,
  N_ROWS
};

struct _XbReportResultPage
{
  AdwBin         parent_instance;

  XbReportDraft *draft;
  GtkWidget     *problem;
  GtkWidget     *mark;
  GtkWidget     *title;
  GtkWidget     *about;
  GtkWidget     *effect;
  GtkWidget     *another;
  GtkWidget     *undo;
  GtkWidget     *rows[N_ROWS];
  GtkWidget     *group;
  GtkWidget     *rejected;
};

G_DEFINE_FINAL_TYPE (XbReportResultPage, xb_report_result_page, ADW_TYPE_BIN)

static char *
dup_about (XbReportDraft         *draft,
           const XbMetricsResult *result)
{
  const char *source = xb_report_draft_get_source (draft);
  g_autofree char *days = NULL;

  if (xb_report_draft_get_undone (draft))
    return g_strdup (_("What it had replaced is back. The file itself is untouched."));
  if (g_strcmp0 (result->first, result->last) == 0)
    days = g_strdup (result->first);
  else
    days = g_strdup_printf (_("%1$s – %2$s"), result->first, result->last);
  return source != NULL && *source != '\0' ? g_strdup_printf ("%s · %s", source, days) : g_steal_pointer (&days);
}

static void
show_head (XbReportResultPage    *self,
           const XbMetricsResult *result)
{
  gboolean undone = xb_report_draft_get_undone (self->draft);
  g_autofree char *rows = xb_format_count (result->imported + result->replaced);
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;

  if (result->import_id == 0)
    {
      title = g_strdup (_("Nothing was taken in"));
      about = g_strdup (_("No row of the file could be taken; below stands why."));
    }
  else
    {
      title = undone ? g_strdup (_("The report is out again"))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row is in", "%s rows are in",
                                                     (gulong) MIN (result->imported + result->replaced, 1000)), rows);
      about = dup_about (self->draft, result);
    }
  xb_state_mark_set_shape (XB_STATE_MARK (self->mark), result->import_id == 0 ? XB_MARK_BANG : undone ? XB_MARK_SLASH : XB_MARK_TICK);
  xb_widget_set_tone (self->mark, result->import_id == 0 ? "warning" : undone ? "neutral" : "success");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->about), about);
}

/* The one thing that comes next, or a quiet other way. */
static void
show_as_next (GtkWidget *button,
              gboolean   next)
{
  static const char *const loud[] = { "pill", "suggested-action" };

  for (guint i = 0; i < G_N_ELEMENTS (loud); i++)
    if (next)
      gtk_widget_add_css_class (button, loud[i]);
    else
      gtk_widget_remove_css_class (button, loud[i]);
  if (next)
    gtk_widget_remove_css_class (button, "flat");
  else
    gtk_widget_add_css_class (button, "flat");
}

/** xb_report_result_page_update: the draft changed */
void
xb_report_result_page_update (XbReportResultPage *self)
{
  XbMetricsResult *result;
  gboolean undone, out;

  g_return_if_fail (XB_IS_REPORT_RESULT_PAGE (self));

  result = xb_report_draft_get_result (self->draft);
  if (result == NULL)
    return;
  undone = xb_report_draft_get_undone (self->draft);
  out = undone || result->import_id == 0;
  xb_problem_set_text (XB_PROBLEM (self->problem), xb_report_draft_get_problem (self->draft));
  show_head (self, result);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_NEW]), result->imported);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_REPLACED]), result->replaced);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_LEFT_OUT]), result->n_rejected);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_NUMBERS]), result->added_numbers);
  gtk_widget_set_visible (self->group, !undone);
  gtk_widget_set_visible (self->effect, !out);
  gtk_widget_set_visible (self->undo, !out);
  show_as_next (self->another, out);
  gtk_widget_set_sensitive (self->undo, !xb_report_draft_is_busy (self->draft));
  gtk_widget_set_visible (self->rejected, !undone && result->n_rejected > 0);
  xb_rejected_list_set (XB_REJECTED_LIST (self->rejected), result->rejected, result->n_rejected,
                        _("These rows were left out. Mend them in the file and take it in again: what is in already is replaced, "
                          "not added twice."));
}

static void
undo_cb (XbReportResultPage *self)
{
  xb_report_draft_undo (self->draft);
}

static void
another_cb (XbReportResultPage *self)
{
  xb_report_draft_start_over (self->draft);
}

static void
xb_report_result_page_finalize (GObject *object)
{
  g_clear_object (&XB_REPORT_RESULT_PAGE (object)->draft);
  G_OBJECT_CLASS (xb_report_result_page_parent_class)->finalize (object);
}

static void
xb_report_result_page_class_init (XbReportResultPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_report_result_page_finalize;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (XbReportResultPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *quiet = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->mark = xb_state_mark_new (XB_MARK_TICK, 48);
  self->title = make_label ("title-2");
  self->about = make_label ("dim-label");
  self->effect = gtk_button_new_with_mnemonic (_("See the _Effect"));
  self->another = gtk_button_new_with_mnemonic (_("Take In _Another"));
  self->undo = gtk_button_new_with_mnemonic (_("_Undo"));
  gtk_widget_set_halign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->effect, "suggested-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->effect), "report.see-effect");
  gtk_widget_add_css_class (self->effect, "pill");
  gtk_widget_set_halign (self->effect, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->undo, "flat");
  gtk_widget_set_halign (quiet, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (quiet), self->another);
  gtk_box_append (GTK_BOX (quiet), self->undo);
  gtk_box_append (GTK_BOX (buttons), self->effect);
  gtk_box_append (GTK_BOX (buttons), quiet);
  gtk_widget_set_margin_top (buttons, 6);
  g_signal_connect_object (self->undo, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->another, "clicked", G_CALLBACK (another_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "report-head");
  return box;
}

static GtkWidget *
make_counts (XbReportResultPage *self)
{
  static const char *const titles[] = { N_("New"), N_("Replaced"), N_("Left out"), N_("Numbers that came into the register") };

  self->group = adw_preferences_group_new ();
  for (guint i = 0; i < N_ROWS; i++)
    {
      self->rows[i] = xb_count_row_new (_(titles[i]), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->rows[i]);
    }
  return self->group;
}

static void
xb_report_result_page_init (XbReportResultPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->problem = xb_problem_new ();
  self->rejected = xb_rejected_list_new ();
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_counts (self));
  gtk_box_append (GTK_BOX (box), self->rejected);
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
xb_report_result_page_new (XbReportDraft *draft)
{
  XbReportResultPage *self = g_object_new (XB_TYPE_REPORT_RESULT_PAGE, NULL);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

/** xb_report_result_page_get_title: Returns: (transfer none): what came of it, in a line */
const char *
xb_report_result_page_get_title (XbReportResultPage *self)
{
  g_return_val_if_fail (XB_IS_REPORT_RESULT_PAGE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->title));
}

/** xb_report_result_page_focus: the page came to the front: the keyboard begins where one goes on */
void
xb_report_result_page_focus (XbReportResultPage *self)
{
  g_return_if_fail (XB_IS_REPORT_RESULT_PAGE (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->effect) ? self->effect : self->another);
}
