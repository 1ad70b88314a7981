/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-chart-panel.h"
#include "xb-dialogs.h"
#include "xb-effect-card.h"
#include "xb-effect-charts.h"
#include "xb-effect-days.h"
#include "xb-effect-labels.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-roi-words.h"
#include "xb-ui.h"

struct _XbEffectLabels
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable;
  XbRoiLabels  *labels;  /* (owned) (nullable) */
  char         *heading;
  GArray       *numbers; /* (nullable): that were asked about */
  char          from[11];
  char          until[11];

  GtkWidget    *card;
  GtkWidget    *details;
  GtkWidget    *group;
  GPtrArray    *rows;    /* of the group; they are its */
  XbChartModel *model;
};

G_DEFINE_FINAL_TYPE (XbEffectLabels, xb_effect_labels, ADW_TYPE_BIN)

static void
xb_effect_labels_dispose (GObject *object)
{
  XbEffectLabels *self = XB_EFFECT_LABELS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_effect_labels_parent_class)->dispose (object);
}

static void
xb_effect_labels_finalize (GObject *object)
{
  XbEffectLabels *self = XB_EFFECT_LABELS (object);

  g_clear_object (&self->cancellable);
  xb_roi_labels_free (self->labels);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->heading);
  G_OBJECT_CLASS (xb_effect_labels_parent_class)->finalize (object);
}

static void
xb_effect_labels_class_init (XbEffectLabelsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_labels_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_effect_labels_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "effect-labels");
}

static void
xb_effect_labels_init (XbEffectLabels *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *panel;

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->card = xb_effect_card_new ();
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->model = xb_effect_charts_new_labels ();
  panel = xb_chart_panel_new (self->model);
  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "hero");
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Labels"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("The best first; the interval holds for all at once. Each opens its days."));
  gtk_box_append (GTK_BOX (self->details), panel);
  gtk_box_append (GTK_BOX (self->details), self->group);
  gtk_box_append (GTK_BOX (column), self->card);
  gtk_box_append (GTK_BOX (column), self->details);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_effect_labels_new (XbWorkspace *workspace)
{
  XbEffectLabels *self = g_object_new (XB_TYPE_EFFECT_LABELS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

typedef struct
{
  XbEffectLabels *self; /* (owned) */
  char           *heading;
} Opening;

static void
days_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr(XbEffectLabels) self = opening->self;
  g_autofree char *heading = opening->heading;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbMetricsSeries) series = xb_workspace_read_metrics_finish (XB_WORKSPACE (source), result, &error);

  g_free (opening);
  if (series != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_window_present (GTK_WINDOW (xb_effect_days_new_series (GTK_WIDGET (self), heading, series)));
  else if (series == NULL && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The days could not be read"), error->message);
}

static void
open_cb (GtkWidget      *row,
         XbEffectLabels *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "xb-place"));
  const XbRanked *ranked = &g_array_index (self->labels->comparison->ranking, XbRanked, place);
  const XbMetricsOfLabel *label = g_ptr_array_index (self->labels->labels, (guint) ranked->arm.id);
  const XbMetricsQuery query = {
    self->numbers != NULL ? (const gint64 *) (void *) self->numbers->data : NULL, self->numbers != NULL ? self->numbers->len : 0,
    self->from, self->until,
  };
  Opening *opening = g_new0 (Opening, 1);

  opening->self = g_object_ref (self);
  opening->heading = g_strdup_printf (_("%s: %s"), xb_roi_labels_get_text (self->labels, place), self->heading);
  xb_workspace_read_label_days_async (self->workspace, &query, NULL, label->label, self->cancellable, days_cb, opening);
}

static char *
dup_subtitle (const XbRanked         *ranked,
              const XbMetricsOfLabel *label)
{
  g_autofree char *rate = xb_share_dup_text (ranked->answered.rate, FALSE);
  g_autofree char *low = xb_share_dup_text (ranked->low, FALSE);
  g_autofree char *high = xb_share_dup_text (ranked->high, FALSE);
  g_autofree char *calls = xb_format_count ((guint64) ranked->answered.trials);
  g_autofree char *numbers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", label->numbers), label->numbers);

  if (!ranked->answered.known)
    return g_strdup_printf (_("no calls, %s"), numbers);
  return g_strdup_printf (_("%s%% answered [%s, %s], %s calls, %s"), rate, low, high, calls, numbers);
}

static void
add_row (XbEffectLabels *self,
         guint           place)
{
  const XbRanked *ranked = &g_array_index (self->labels->comparison->ranking, XbRanked, place);
  GtkWidget *row = adw_action_row_new (), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *subtitle = dup_subtitle (ranked, g_ptr_array_index (self->labels->labels, (guint) ranked->arm.id));

  xb_row_set_title (row, xb_roi_labels_get_text (self->labels, place));
  xb_row_set_subtitle (row, subtitle);
  if (ranked->among_best && self->labels->comparison->pairs->len > 0)
    {
      GtkWidget *best = gtk_label_new (_("among the best"));

      gtk_widget_add_css_class (best, "caption");
      gtk_widget_set_valign (best, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), best);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "xb-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

/** xb_effect_labels_set: @query: what was asked; copied; @labels: (transfer full) */
void
xb_effect_labels_set (XbEffectLabels       *self,
                      const char           *heading,
                      const XbMetricsQuery *query,
                      XbRoiLabels          *labels)
{
  g_autofree char *sentence = xb_roi_labels_dup_sentence (labels);
  g_auto(GStrv) notes = xb_roi_labels_dup_notes (labels);
  gboolean pairs = labels->comparison->pairs->len > 0;

  g_return_if_fail (XB_IS_EFFECT_LABELS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  xb_roi_labels_free (self->labels);
  self->labels = labels;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_clear_pointer (&self->numbers, g_array_unref);
  if (query->numbers != NULL)
    self->numbers = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), query->numbers, query->n_numbers);
  g_strlcpy (self->from, query->from, sizeof self->from);
  g_strlcpy (self->until, query->until, sizeof self->until);
  xb_effect_card_set (XB_EFFECT_CARD (self->card), heading, sentence, pairs ? notes[0] : NULL,
                      (const char *const *) (pairs ? notes + 1 : notes));
  xb_effect_charts_set_labels (self->model, labels);
  for (guint i = 0; i < labels->comparison->ranking->len; i++)
    add_row (self, i);
  gtk_widget_set_visible (self->details, labels->labels->len > 0);
}

void
xb_effect_labels_set_problem (XbEffectLabels *self,
                              const char     *problem)
{
  g_return_if_fail (XB_IS_EFFECT_LABELS (self));

  xb_effect_card_set (XB_EFFECT_CARD (self->card), NULL, problem, NULL, NULL);
  gtk_widget_set_visible (self->details, FALSE);
}

const char *
xb_effect_labels_get_sentence (XbEffectLabels *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_LABELS (self), NULL);

  return xb_effect_card_get_sentence (XB_EFFECT_CARD (self->card));
}
