/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "xb-chart-panel.h"
#include "xb-effect-answer.h"
#include "xb-effect-card.h"
#include "xb-effect-charts.h"
#include "xb-effect-days.h"
#include "xb-format.h"
#include "xb-money.h"
#include "xb-report-fields.h"
#include "xb-roi-words.h"
#include "xb-ui.h"

#define A_FEW 20 /* numbers */

/* The answer in one sentence with what has to be known beside it, then the charts, then the figures, each of which opens down
 * to the days that it came from. */
struct _XbEffectAnswer
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  XbRoi        *roi;     /* (owned) (nullable) */
  char         *heading; /* (nullable) */
  GtkWidget    *card;
  GtkWidget    *details; /* the charts and the figures */
  GtkWidget    *money;
  GtkWidget    *figures;
  GtkWidget    *rows[XB_N_METRICS + 1];
  GtkWidget    *spent;
  GtkWidget    *years;
  GCancellable *reading;   /* (nullable): of the years */
  XbChartModel *models[4]; /* day by day, before and after, cost and gain, years */
};

G_DEFINE_FINAL_TYPE (XbEffectAnswer, xb_effect_answer, ADW_TYPE_BIN)

static void
xb_effect_answer_dispose (GObject *object)
{
  XbEffectAnswer *self = XB_EFFECT_ANSWER (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  for (guint i = 0; i < G_N_ELEMENTS (self->models); i++)
    g_clear_object (&self->models[i]);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_effect_answer_parent_class)->dispose (object);
}

static void
xb_effect_answer_finalize (GObject *object)
{
  XbEffectAnswer *self = XB_EFFECT_ANSWER (object);

  xb_roi_free (self->roi);
  g_free (self->heading);
  G_OBJECT_CLASS (xb_effect_answer_parent_class)->finalize (object);
}

static void
xb_effect_answer_class_init (XbEffectAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_answer_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_effect_answer_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "effect-answer");
}

static void
days_cb (XbEffectAnswer *self)
{
  if (self->roi != NULL)
    gtk_window_present (GTK_WINDOW (xb_effect_days_new (GTK_WIDGET (self), self->heading, self->roi)));
}

static void
costs_cb (XbEffectAnswer *self)
{
  if (self->roi != NULL)
    gtk_window_present (GTK_WINDOW (xb_effect_days_new_costs (GTK_WIDGET (self), self->heading, self->workspace, self->roi)));
}

static GtkWidget *
add_row (XbEffectAnswer *self,
         GCallback       opened)
{
  GtkWidget *row = adw_action_row_new (), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (row, "activated", opened, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->figures), row);
  return row;
}

static GtkWidget *
add_chart (GtkWidget    *box,
           XbChartModel *model)
{
  GtkWidget *panel = xb_chart_panel_new (model);

  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "hero");
  gtk_box_append (GTK_BOX (box), panel);
  return panel;
}

static void
xb_effect_answer_init (XbEffectAnswer *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->card = xb_effect_card_new ();
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->models[0] = xb_effect_charts_new_days ();
  self->models[1] = xb_effect_charts_new_pair ();
  self->models[2] = xb_effect_charts_new_money ();
  self->models[3] = xb_effect_charts_new_years ();
  add_chart (self->details, self->models[0]);
  add_chart (self->details, self->models[1]);
  self->money = add_chart (self->details, self->models[2]);
  self->years = add_chart (self->details, self->models[3]);
  self->figures = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->figures), _("Figures"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->figures),
                                         _("Before → after, of the days that count. Each opens the days that it came from."));
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    self->rows[i] = add_row (self, G_CALLBACK (days_cb));
  self->spent = add_row (self, G_CALLBACK (costs_cb));
  xb_row_set_title (self->spent, _("Spent in the days after"));
  gtk_box_append (GTK_BOX (self->details), self->figures);
  gtk_box_append (GTK_BOX (column), self->card);
  gtk_box_append (GTK_BOX (column), self->details);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_effect_answer_new (XbWorkspace *workspace)
{
  XbEffectAnswer *self = g_object_new (XB_TYPE_EFFECT_ANSWER, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static char *
dup_figure (const XbMetricSums *sums,
            XbMetric            metric)
{
  if (sums->n[metric] == 0)
    return g_strdup ("–");
  if (metric == XB_METRIC_REVENUE)
    return xb_money_format (sums->sum[metric]);
  return xb_format_count ((guint64) MAX (sums->sum[metric], 0));
}

static void
show_figures (XbEffectAnswer *self,
              const XbRoi    *roi)
{
  const XbDifference *answered = &roi->payback.answered;
  g_autofree char *before = xb_share_dup_text (answered->before.rate, FALSE);
  g_autofree char *after = xb_share_dup_text (answered->after.rate, FALSE);
  g_autofree char *rate = g_strdup_printf ("%s%% → %s%%", before, after);
  g_autofree char *money = xb_money_format (roi->payback.cost);
  g_autofree char *cost = g_strdup_printf (_("%s yuan"), money);

  xb_row_set_title (self->rows[0], _("Answer rate"));
  xb_row_set_subtitle (self->rows[0], rate);
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      g_autofree char *one = dup_figure (&roi->before, i);
      g_autofree char *other = dup_figure (&roi->after, i);
      g_autofree char *both = g_strdup_printf ("%s → %s", one, other);

      xb_row_set_title (self->rows[i + 1], xb_report_field_get_title (i < XB_METRIC_MARKS ? i + XB_REPORT_CALLS
                                                                      : i - XB_METRIC_MARKS + XB_REPORT_MARKS));
      xb_row_set_subtitle (self->rows[i + 1], both);
      gtk_widget_set_visible (self->rows[i + 1], roi->before.n[i] > 0 || roi->after.n[i] > 0);
    }
  xb_row_set_subtitle (self->spent, cost);
}

/* The first note says what may be claimed of the sentence above it: it stands with the money. */
static void
show_words (XbEffectAnswer *self,
            const XbRoi    *roi)
{
  g_autofree char *sentence = xb_roi_dup_sentence (roi);
  g_autofree char *money = xb_roi_dup_money (roi);
  g_auto(GStrv) notes = xb_roi_dup_notes (roi);
  gboolean known = roi->payback.answered.known && notes[0] != NULL;
  g_autofree char *claim = !known ? g_strdup (money) : money == NULL ? g_strdup (notes[0]) : g_strjoin ("\n", notes[0], money, NULL);

  xb_effect_card_set (XB_EFFECT_CARD (self->card), self->heading, sentence, claim, (const char *const *) (known ? notes + 1 : notes));
}

static void
years_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbEffectAnswer) self = user_data;
  g_autoptr(XbMetricsSeries) series = xb_workspace_read_metrics_finish (XB_WORKSPACE (source), result, NULL);

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  gtk_widget_set_visible (self->years, series != NULL && series->days->len > 0);
  if (series != NULL)
    xb_effect_charts_set_years (self->models[3], series, self->roi);
}

/* All years of a few numbers, the last two of many: each number is read by itself. */
static void
read_years (XbEffectAnswer *self,
            const XbRoi    *roi)
{
  g_autofree char *last = xb_workspace_dup_last_figures (self->workspace, 0);
  g_autofree char *from = g_strdup_printf ("%04d-01-01", roi->numbers != NULL && roi->numbers->len > A_FEW ? atoi (last) - 1 : 2000);
  XbMetricsQuery query = { NULL, 0, from, last };

  if (roi->numbers != NULL)
    {
      query.numbers = (const gint64 *) (void *) roi->numbers->data;
      query.n_numbers = roi->numbers->len;
    }
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  xb_workspace_read_metrics_async (self->workspace, &query, self->reading, years_cb, g_object_ref (self));
}

/** xb_effect_answer_set_roi: @heading: what is compared with what; @roi: (transfer full) */
void
xb_effect_answer_set_roi (XbEffectAnswer *self,
                          const char     *heading,
                          XbRoi          *roi)
{
  g_return_if_fail (XB_IS_EFFECT_ANSWER (self));

  xb_roi_free (self->roi);
  self->roi = roi;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  show_words (self, roi);
  gtk_widget_set_visible (self->details, roi->payback.answered.known);
  if (!roi->payback.answered.known)
    return;
  xb_effect_charts_set_days (self->models[0], roi);
  xb_effect_charts_set_pair (self->models[1], roi);
  gtk_widget_set_visible (self->money, xb_effect_charts_set_money (self->models[2], roi));
  show_figures (self, roi);
  read_years (self, roi);
}

/** xb_effect_answer_set_problem: why there is no answer, in its place */
void
xb_effect_answer_set_problem (XbEffectAnswer *self,
                              const char     *problem)
{
  g_return_if_fail (XB_IS_EFFECT_ANSWER (self));

  xb_effect_card_set (XB_EFFECT_CARD (self->card), NULL, problem, NULL, NULL);
  gtk_widget_set_visible (self->details, FALSE);
}

const char *
xb_effect_answer_get_sentence (XbEffectAnswer *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_ANSWER (self), NULL);

  return xb_effect_card_get_sentence (XB_EFFECT_CARD (self->card));
}
