/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-panel.h"
#include "xb-effect-answer.h"
#include "xb-format.h"
#include "xb-money.h"
#include "xb-report-fields.h"
#include "xb-roi-words.h"
#include "xb-ui.h"

/* The answer in one sentence, then what has to be known beside it, the charts with their days, the figures. */
struct _XbEffectAnswer
{
  AdwBin        parent_instance;

  GtkWidget    *sentence;
  GtkWidget    *money;
  GtkWidget    *notes;
  GtkWidget    *figures;
  GtkWidget    *details; /* the charts and the figures */
  GtkWidget    *rows[XB_N_METRICS + 1];
  XbChartModel *pair;
  XbChartModel *days;
};

G_DEFINE_FINAL_TYPE (XbEffectAnswer, xb_effect_answer, ADW_TYPE_BIN)

/* What the trade holds for good. */
#define TARGET 0.65

static void
xb_effect_answer_dispose (GObject *object)
{
  XbEffectAnswer *self = XB_EFFECT_ANSWER (object);

  g_clear_object (&self->pair);
  g_clear_object (&self->days);
  G_OBJECT_CLASS (xb_effect_answer_parent_class)->dispose (object);
}

static void
xb_effect_answer_class_init (XbEffectAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_answer_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "effect-answer");
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_chart (XbChartModel *model)
{
  GtkWidget *panel = xb_chart_panel_new (model);

  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "hero");
  return panel;
}

static void
xb_effect_answer_init (XbEffectAnswer *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hero");
  self->sentence = add_label (card, "title-3");
  self->money = add_label (card, "heading");
  self->notes = add_label (card, "dim-label");
  self->pair = xb_chart_model_new (XB_CHART_BEFORE_AFTER, XB_CHART_PERCENT, XB_CHART_STEP_NONE);
  self->days = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  xb_chart_model_set_title (self->pair, _("Answer rate before and after"));
  xb_chart_model_set_title (self->days, _("Answer rate day by day"));
  xb_chart_model_set_n_name (self->pair, _("Calls"));
  xb_chart_model_set_n_name (self->days, _("Calls"));
  gtk_box_append (GTK_BOX (self->details), add_chart (self->pair));
  gtk_box_append (GTK_BOX (self->details), add_chart (self->days));
  self->figures = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->figures), _("Figures"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->figures), _("Before → after, of the days that count"));
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      self->rows[i] = adw_action_row_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->figures), self->rows[i]);
    }
  gtk_box_append (GTK_BOX (self->details), self->figures);
  gtk_box_append (GTK_BOX (column), card);
  gtk_box_append (GTK_BOX (column), self->details);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_effect_answer_new (void)
{
  return g_object_new (XB_TYPE_EFFECT_ANSWER, NULL);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_pair (XbEffectAnswer *self,
           const XbRoi    *roi)
{
  const XbRate *rates[] = { &roi->payback.answered.before, &roi->payback.answered.after };

  xb_chart_model_clear (self->pair);
  xb_chart_model_add_name (self->pair, _("Answer rate"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      xb_chart_model_add_series (self->pair, i == 0 ? _("Before") : _("After"), XB_CHART_TONE_AUTO);
      xb_chart_model_add_rate (self->pair, i, 0, rates[i]->known ? rates[i]->rate : NAN, rates[i]->known ? rates[i]->low : NAN,
                               rates[i]->known ? rates[i]->high : NAN, (double) rates[i]->trials);
    }
  xb_chart_model_changed (self->pair);
}

static void
add_events (XbEffectAnswer *self,
            const XbRoi    *roi)
{
  for (guint i = 0; i < roi->changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, i);
      g_autofree char *text = xb_roi_change_dup_text (change);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_parse (&date, change->day);
      if (g_date_valid (&date))
        xb_chart_model_add_event (self->days, change->kind == XB_ROI_LABEL ? XB_CHART_EVENT_LABEL : XB_CHART_EVENT_CERTIFIED,
                                  g_date_get_julian (&date), g_date_get_julian (&date), text);
    }
}

static void
show_days (XbEffectAnswer *self,
           const XbRoi    *roi)
{
  const GArray *days = roi->comparison->days;

  xb_chart_model_clear (self->days);
  xb_chart_model_add_series (self->days, _("Before"), XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (self->days, _("After"), XB_CHART_TONE_AUTO);
  xb_chart_model_set_target (self->days, TARGET, _("Target"));
  for (guint i = 0; i < days->len; i++)
    {
      const XbDayUsed *day = &g_array_index (days, XbDayUsed, i);
      XbRate rate = xb_rate_wilson (day->sum.answered, day->sum.calls, 0.95);

      if (day->use == XB_DAY_USED && rate.known)
        xb_chart_model_add_rate (self->days, day->after, day->day + XB_METRIC_DAY_EPOCH, rate.rate, rate.low, rate.high,
                                 (double) rate.trials);
    }
  add_events (self, roi);
  xb_chart_model_changed (self->days);
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
}

void
xb_effect_answer_set_roi (XbEffectAnswer *self,
                          const XbRoi    *roi)
{
  g_autofree char *sentence = NULL;
  g_autofree char *money = NULL;
  g_autofree char *said = NULL;
  g_autofree char *both = NULL;
  g_auto(GStrv) notes = NULL;
  gboolean known;

  g_return_if_fail (XB_IS_EFFECT_ANSWER (self));

  sentence = xb_roi_dup_sentence (roi);
  money = xb_roi_dup_money (roi);
  notes = xb_roi_dup_notes (roi);
  /* the first note says what may be claimed of the sentence above it */
  known = roi->payback.answered.known && notes[0] != NULL;
  said = g_strjoinv ("\n", known ? notes + 1 : notes);
  both = money != NULL ? g_strjoin ("\n", known ? notes[0] : money, known ? money : NULL, NULL) : NULL;
  set_text (self->sentence, sentence);
  set_text (self->money, both != NULL ? both : known ? notes[0] : NULL);
  set_text (self->notes, said);
  gtk_widget_set_visible (self->details, roi->payback.answered.known);
  if (!roi->payback.answered.known)
    return;
  show_pair (self, roi);
  show_days (self, roi);
  show_figures (self, roi);
}

/** xb_effect_answer_set_problem: why there is no answer, in its place */
void
xb_effect_answer_set_problem (XbEffectAnswer *self,
                              const char     *problem)
{
  g_return_if_fail (XB_IS_EFFECT_ANSWER (self));

  set_text (self->sentence, problem);
  set_text (self->money, NULL);
  set_text (self->notes, NULL);
  gtk_widget_set_visible (self->details, FALSE);
}

const char *
xb_effect_answer_get_sentence (XbEffectAnswer *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_ANSWER (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->sentence));
}
