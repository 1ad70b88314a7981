/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-count-row.h"
#include "xb-format.h"
#include "xb-progress-row.h"
#include "xb-rejected-list.h"
#include "xb-report-outlook.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"

#define NAMED 3 /* numbers that are called by name; of more it is told how many */

/* What would become of the whole file: what is new, what it replaces, what stays out and why, and whose numbers nobody
 * entered yet. */

enum
{
  ROW_NEW,
  ROW_REPLACED,
  ROW_LEFT_OUT,
  ROW_SUMS,
  N_ROWS
};

struct _XbReportOutlook
{
  AdwPreferencesGroup  parent_instance;

  XbReportDraft       *draft;
  gboolean             filling;

  GtkWidget           *progress;
  GtkWidget           *rows[N_ROWS];
  GtkWidget           *strangers;
  GtkWidget           *add;
  GtkWidget           *rejected;
};

G_DEFINE_FINAL_TYPE (XbReportOutlook, xb_report_outlook, ADW_TYPE_PREFERENCES_GROUP)

static void
add_cb (XbReportOutlook *self)
{
  if (!self->filling)
    xb_report_draft_set_add_numbers (self->draft, gtk_switch_get_active (GTK_SWITCH (self->add)));
}

/* "138 0013 8000, 400-600-1825 and 5 more" */
static char *
dup_names (GPtrArray *numbers)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *rest = xb_format_count (numbers->len > NAMED ? numbers->len - NAMED : 0);

  for (guint i = 0; i < MIN (numbers->len, NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", (char *) g_ptr_array_index (numbers, i));
  return numbers->len > NAMED ? g_strdup_printf (_("%1$s and %2$s more"), names->str, rest) : g_strdup (names->str);
}

static void
show_strangers (XbReportOutlook *self,
                XbMetricsSurvey *survey)
{
  guint n = survey->strangers->len;
  g_autofree char *names = dup_names (survey->strangers);
  g_autofree char *count = xb_format_count (n);
  g_autofree char *rows = xb_format_count (survey->stranger_rows);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %s number to the register",
                                                         "Add %s numbers to the register", n), count);
  g_autofree char *detail = g_strdup_printf (_("%1$s. Otherwise their %2$s rows stay out."), names, rows);

  gtk_widget_set_visible (self->strangers, n > 0);
  xb_row_set_title (self->strangers, title);
  xb_row_set_subtitle (self->strangers, detail);
}

static void
show_survey (XbReportOutlook *self,
             XbMetricsSurvey *survey)
{
  const XbMetricsResult *result = survey->result;
  guint64 out = xb_report_draft_get_add_numbers (self->draft) ? 0 : survey->stranger_rows;
  g_autofree char *rows = xb_format_count (result->rows + result->skipped);
  g_autofree char *about = NULL;

  if (result->first != NULL)
    about = g_strdup_printf (_("%1$s rows, %2$s – %3$s"), rows, result->first, result->last);
  else
    about = g_strdup_printf (_("%s rows, and none of them can be taken in"), rows);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), about);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_NEW]), result->imported - MIN (out, result->imported));
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_REPLACED]), result->replaced);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_LEFT_OUT]), result->n_rejected + out);
  xb_count_row_set (XB_COUNT_ROW (self->rows[ROW_SUMS]), result->skipped);
  show_strangers (self, survey);
  gtk_widget_set_visible (self->rejected, result->n_rejected > 0);
  xb_rejected_list_set (XB_REJECTED_LIST (self->rejected), result->rejected, result->n_rejected,
                        _("These rows stay out; the others come in without them."));
}

static void
show_nothing (XbReportOutlook *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    xb_count_row_set (XB_COUNT_ROW (self->rows[i]), 0);
  gtk_widget_set_visible (self->strangers, FALSE);
  gtk_widget_set_visible (self->rejected, FALSE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
}

static void
xb_report_outlook_dispose (GObject *object)
{
  g_clear_object (&XB_REPORT_OUTLOOK (object)->draft);
  G_OBJECT_CLASS (xb_report_outlook_parent_class)->dispose (object);
}

static void
xb_report_outlook_class_init (XbReportOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_outlook_dispose;
}

static void
add_count (XbReportOutlook *self,
           guint            row,
           const char      *title,
           const char      *detail)
{
  self->rows[row] = xb_count_row_new (title, detail);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[row]);
}

static void
add_strangers (XbReportOutlook *self)
{
  self->strangers = xb_row_new_plain ("", NULL);
  self->add = gtk_switch_new ();
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->strangers), self->add);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->strangers), self->add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->strangers);
  g_signal_connect_object (self->add, "notify::active", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

static void
xb_report_outlook_init (XbReportOutlook *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("The Whole File"));
  self->progress = xb_progress_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->progress);
  add_count (self, ROW_NEW, _("New"), NULL);
  add_count (self, ROW_REPLACED, _("Replaced"), _("These days are stored already, and say what this report says from then on"));
  add_strangers (self);
  add_count (self, ROW_LEFT_OUT, _("Left out"), NULL);
  add_count (self, ROW_SUMS, _("Sums of other rows"), _("They count nothing by themselves"));
  self->rejected = xb_rejected_list_new ();
  gtk_widget_set_margin_top (self->rejected, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rejected);
}

GtkWidget *
xb_report_outlook_new (XbReportDraft *draft)
{
  XbReportOutlook *self = g_object_new (XB_TYPE_REPORT_OUTLOOK, NULL);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

/** xb_report_outlook_progress: how far it went through the file */
void
xb_report_outlook_progress (XbReportOutlook *self)
{
  double fraction;
  g_autofree char *percent = NULL;

  g_return_if_fail (XB_IS_REPORT_OUTLOOK (self));

  if (!gtk_widget_get_visible (self->progress))
    return;
  fraction = xb_report_draft_get_fraction (self->draft);
  percent = fraction >= 0 ? g_strdup_printf (_("%d %%"), (int) (fraction * 100)) : NULL;
  xb_progress_row_update (XB_PROGRESS_ROW (self->progress), fraction, percent);
}

/** xb_report_outlook_update: the draft changed. Not there while the columns are not understood */
void
xb_report_outlook_update (XbReportOutlook *self)
{
  XbMetricsSurvey *survey;
  gboolean wanted;

  g_return_if_fail (XB_IS_REPORT_OUTLOOK (self));

  survey = xb_report_draft_get_survey (self->draft);
  wanted = survey != NULL || xb_report_draft_get_problem (self->draft) == NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  if (survey == NULL && wanted && !gtk_widget_get_visible (self->progress))
    xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), _("Going through the file…"), NULL);
  else if (survey != NULL || !wanted)
    xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  self->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->add), xb_report_draft_get_add_numbers (self->draft));
  self->filling = FALSE;
  if (survey != NULL)
    show_survey (self, survey);
  else
    show_nothing (self);
}

/** xb_report_outlook_get_row: Returns: (transfer none): an #XbCountRow: new, replaced, left out, sums, in this order */
GtkWidget *
xb_report_outlook_get_row (XbReportOutlook *self,
                           guint            row)
{
  g_return_val_if_fail (XB_IS_REPORT_OUTLOOK (self), NULL);
  g_return_val_if_fail (row < N_ROWS, NULL);

  return self->rows[row];
}
