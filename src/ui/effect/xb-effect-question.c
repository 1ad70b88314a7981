/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-day.h"
#include "xb-effect-numbers.h"
#include "xb-effect-question.h"
#include "xb-error.h"
#include "xb-ui.h"

#define MONTH 30 /* days on each side of an event */
#define QUARTER 90 /* days in which labels are compared */

struct _XbEffectQuestion
{
  AdwBin           parent_instance;

  XbWorkspace     *workspace;
  XbRoiIncident    incident; /* that is asked about; its id is 0 for none */

  GtkWidget       *compare;
  GtkWidget       *days[4]; /* from and until before, from and until after */
  GtkWidget       *numbers;
  GtkWidget       *margin;
  guint            setting : 1;
};

G_DEFINE_FINAL_TYPE (XbEffectQuestion, xb_effect_question, ADW_TYPE_BIN)

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const compares[XB_N_COMPARES] = {
  [XB_COMPARE_MONTHS] = N_("The last month with the one before"),
  [XB_COMPARE_LAST_30] = N_("The last 30 days with the 30 before"),
  [XB_COMPARE_CERTIFIED] = N_("Before and after the last certification"),
  [XB_COMPARE_LABEL] = N_("Before and after the last label change"),
  [XB_COMPARE_CLEARED] = N_("The last incident with the days since"),
  [XB_COMPARE_INCIDENT] = N_("What the last incident cost"),
  [XB_COMPARE_LABELS] = N_("Label against label"),
  [XB_COMPARE_OWN] = N_("Days of your own"),
};

static const char *const day_titles[] = { N_("Before: from"), N_("Before: until"), N_("After: from"), N_("After: until") };

static void
asked (XbEffectQuestion *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[ASKED], 0);
}

XbCompare
xb_effect_question_get_compare (XbEffectQuestion *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_QUESTION (self), XB_COMPARE_MONTHS);

  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->compare));
}

static void
set_days (XbEffectQuestion *self,
          char             *days[4])
{
  for (guint i = 0; i < 4; i++)
    {
      xb_day_entry_set_day (XB_DAY_ENTRY (self->days[i]), days[i]);
      g_free (days[i]);
    }
}

/* The month of the last figures, as far as it goes, and the whole one before. */
static void
compare_months (XbEffectQuestion *self,
                const char       *last)
{
  char *first = g_strdup_printf ("%.7s-01", last);
  char *days[4] = { xb_day_add_months (first, -1), xb_day_add (first, -1), first, g_strdup (last) };

  set_days (self, days);
}

static void
compare_around (XbEffectQuestion *self,
                const char       *event)
{
  char *days[4] = { xb_day_add (event, -MONTH), xb_day_add (event, -1), g_strdup (event), xb_day_add (event, MONTH - 1) };

  set_days (self, days);
}

/* The newest of the numbers that are asked about. */
static void
find_incident (XbEffectQuestion *self,
               gboolean          over)
{
  guint n = 0;
  const gint64 *ids = xb_effect_numbers_get_ids (XB_EFFECT_NUMBERS (self->numbers), &n);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  XbRoiDays days;

  self->incident.id = 0;
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      XbRoiIncident found;

      if (xb_workspace_find_roi_incident (self->workspace, n > 0 ? ids[i] : 0, over, &found) &&
          (self->incident.id == 0 || strcmp (found.from, self->incident.from) > 0))
        self->incident = found;
    }
  if (self->incident.id == 0 || !xb_roi_incident_get_days (&self->incident, over, today, &days, NULL))
    return;
  for (guint i = 0; i < 4; i++)
    xb_day_entry_set_day (XB_DAY_ENTRY (self->days[i]), days.day[i]);
}

static char *
dup_last_change (XbEffectQuestion *self,
                 XbRoiChangeKind   kind)
{
  XbEffectNumbers *numbers = XB_EFFECT_NUMBERS (self->numbers);
  guint n = 0;
  const gint64 *ids = xb_effect_numbers_get_ids (numbers, &n);
  char *last = NULL;

  if (kind == XB_ROI_LABEL && xb_effect_numbers_get_label (numbers) != NULL)
    return xb_workspace_dup_last_live (self->workspace, xb_effect_numbers_get_label (numbers));
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      char *day = xb_workspace_dup_last_change (self->workspace, kind, n > 0 ? ids[i] : 0);

      if (day != NULL && (last == NULL || strcmp (day, last) > 0))
        {
          g_free (last);
          last = day;
        }
      else
        g_free (day);
    }
  return last;
}

static void
fill (XbEffectQuestion *self)
{
  XbCompare compare = xb_effect_question_get_compare (self);
  guint n = 0;
  const gint64 *ids = xb_effect_numbers_get_ids (XB_EFFECT_NUMBERS (self->numbers), &n);
  g_autofree char *last = xb_workspace_dup_last_figures (self->workspace, n == 1 ? ids[0] : 0);
  g_autofree char *event = NULL;
  gboolean was = self->setting;

  self->setting = TRUE;
  if (compare == XB_COMPARE_CERTIFIED || compare == XB_COMPARE_LABEL)
    event = dup_last_change (self, compare == XB_COMPARE_LABEL ? XB_ROI_LABEL : XB_ROI_CERTIFIED);
  if (compare == XB_COMPARE_CLEARED || compare == XB_COMPARE_INCIDENT)
    find_incident (self, compare == XB_COMPARE_CLEARED);
  else if (event != NULL)
    compare_around (self, event);
  else if (last != NULL && compare == XB_COMPARE_MONTHS)
    compare_months (self, last);
  else if (last != NULL && compare == XB_COMPARE_LAST_30)
    {
      g_autofree char *first = xb_day_add (last, 1 - MONTH);

      compare_around (self, first);
    }
  else if (last != NULL && compare == XB_COMPARE_LABELS)
    {
      g_autofree char *first = xb_day_add (last, 1 - QUARTER);

      xb_day_entry_set_day (XB_DAY_ENTRY (self->days[2]), first);
      xb_day_entry_set_day (XB_DAY_ENTRY (self->days[3]), last);
    }
  self->setting = was;
}

static void
compare_cb (XbEffectQuestion *self)
{
  XbCompare compare = xb_effect_question_get_compare (self);

  for (guint i = 0; i < 4; i++)
    gtk_widget_set_visible (self->days[i], compare == XB_COMPARE_OWN || (compare == XB_COMPARE_LABELS && i >= 2));
  xb_row_set_title (self->days[2], compare == XB_COMPARE_LABELS ? _("From") : _(day_titles[2]));
  xb_row_set_title (self->days[3], compare == XB_COMPARE_LABELS ? _("Until") : _(day_titles[3]));
  gtk_widget_set_visible (self->margin, compare != XB_COMPARE_LABELS);
  fill (self);
  asked (self);
}

static void
numbers_cb (XbEffectQuestion *self)
{
  fill (self);
  asked (self);
}

static void
xb_effect_question_dispose (GObject *object)
{
  g_clear_object (&XB_EFFECT_QUESTION (object)->workspace);
  G_OBJECT_CLASS (xb_effect_question_parent_class)->dispose (object);
}

static void
xb_effect_question_class_init (XbEffectQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_question_dispose;
  signals[ASKED] = g_signal_new ("asked", XB_TYPE_EFFECT_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_effect_question_init (XbEffectQuestion *self)
{
}

static void
fill_group (XbEffectQuestion *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < XB_N_COMPARES; i++)
    gtk_string_list_append (names, _(compares[i]));
  self->compare = adw_combo_row_new ();
  xb_row_set_title (self->compare, _("Compare"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->compare), G_LIST_MODEL (names));
  adw_preferences_group_add (group, self->compare);
  for (guint i = 0; i < 4; i++)
    {
      self->days[i] = xb_day_entry_new (_(day_titles[i]));
      gtk_widget_set_visible (self->days[i], FALSE);
      adw_preferences_group_add (group, self->days[i]);
      g_signal_connect_object (self->days[i], "changed", G_CALLBACK (asked), self, G_CONNECT_SWAPPED);
    }
  self->numbers = xb_effect_numbers_new (self->workspace);
  self->margin = adw_entry_row_new ();
  xb_row_set_title (self->margin, _("Margin: what is left of the revenue, in per cent"));
  adw_preferences_group_add (group, self->numbers);
  adw_preferences_group_add (group, self->margin);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  g_signal_connect_object (self->compare, "notify::selected", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->numbers, "changed", G_CALLBACK (numbers_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->margin, "changed", G_CALLBACK (asked), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_effect_question_new (XbWorkspace *workspace)
{
  XbEffectQuestion *self = g_object_new (XB_TYPE_EFFECT_QUESTION, NULL);
  int margin = xb_workspace_get_margin (workspace);

  self->workspace = g_object_ref (workspace);
  self->setting = TRUE;
  fill_group (self);
  if (margin > 0)
    {
      g_autofree char *text = g_strdup_printf ("%g", margin / 100.0);

      gtk_editable_set_text (GTK_EDITABLE (self->margin), text);
    }
  fill (self);
  self->setting = FALSE;
  return GTK_WIDGET (self);
}

/** xb_effect_question_refresh: there are other figures, so the last month may be another */
void
xb_effect_question_refresh (XbEffectQuestion *self)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));

  xb_effect_numbers_refresh (XB_EFFECT_NUMBERS (self->numbers));
  fill (self);
}

void
xb_effect_question_set_compare (XbEffectQuestion *self,
                                XbCompare         compare)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->compare), compare);
}

/** xb_effect_question_set_own: @numbers: as in the entry */
void
xb_effect_question_set_own (XbEffectQuestion *self,
                            const char       *numbers,
                            const XbRoiDays  *days)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));

  self->setting = TRUE;
  xb_effect_question_set_compare (self, XB_COMPARE_OWN);
  gtk_editable_set_text (GTK_EDITABLE (self->numbers), numbers);
  for (guint i = 0; i < 4; i++)
    xb_day_entry_set_day (XB_DAY_ENTRY (self->days[i]), days->day[i]);
  self->setting = FALSE;
  asked (self);
}

/** xb_effect_question_copy: asks what @from asks */
void
xb_effect_question_copy (XbEffectQuestion *self,
                         XbEffectQuestion *from)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));
  g_return_if_fail (XB_IS_EFFECT_QUESTION (from));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->numbers), gtk_editable_get_text (GTK_EDITABLE (from->numbers)));
  xb_effect_question_set_compare (self, xb_effect_question_get_compare (from));
  for (guint i = 0; i < 4; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->days[i]), gtk_editable_get_text (GTK_EDITABLE (from->days[i])));
  gtk_editable_set_text (GTK_EDITABLE (self->margin), gtk_editable_get_text (GTK_EDITABLE (from->margin)));
  self->setting = FALSE;
  asked (self);
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, sentence);
  return FALSE;
}

static const char *
get_day (XbEffectQuestion *self,
         guint             i)
{
  const char *day = xb_day_entry_get_day (XB_DAY_ENTRY (self->days[i]));

  return day != NULL && *day != '\0' ? day : NULL;
}

/* An incident is asked about for its own number, whether all are meant or a few. */
static gboolean
take_incident (XbEffectQuestion *self,
               XbRoiQuestion    *question,
               GError          **error)
{
  XbCompare compare = xb_effect_question_get_compare (self);

  if (compare != XB_COMPARE_CLEARED && compare != XB_COMPARE_INCIDENT)
    return TRUE;
  if (self->incident.id == 0)
    return refuse (error, compare == XB_COMPARE_CLEARED ? _("No incident of these numbers is over yet.")
                                                        : _("There was no incident of these numbers."));
  question->incident = self->incident.id;
  question->numbers = &self->incident.number_id;
  question->n_numbers = 1;
  question->label = NULL;
  return TRUE;
}

/**
 * xb_effect_question_get:
 * @question: (out): borrows from @self
 *
 * Returns: whether it is a question; else @error says what is missing
 */
gboolean
xb_effect_question_get (XbEffectQuestion *self,
                        XbRoiQuestion    *question,
                        GError          **error)
{
  XbEffectNumbers *numbers;
  const char *margin;
  guint n = 0;
  int points = XB_ROI_MARGIN_KEPT;

  g_return_val_if_fail (XB_IS_EFFECT_QUESTION (self), FALSE);

  numbers = XB_EFFECT_NUMBERS (self->numbers);
  if (!xb_effect_numbers_check (numbers, error))
    return FALSE;
  *question = (XbRoiQuestion) { .numbers = xb_effect_numbers_get_ids (numbers, &n), .label = xb_effect_numbers_get_label (numbers) };
  question->n_numbers = n;
  if (!take_incident (self, question, error))
    return FALSE;
  question->before_from = get_day (self, 0);
  question->before_until = get_day (self, 1);
  question->after_from = get_day (self, 2);
  question->after_until = get_day (self, 3);
  if (question->before_from == NULL || question->before_until == NULL || question->after_from == NULL ||
      question->after_until == NULL)
    return refuse (error, _("Choose the days before and the days after."));
  margin = gtk_editable_get_text (GTK_EDITABLE (self->margin));
  if (*margin != '\0' && !xb_margin_parse (margin, &points, error))
    return FALSE;
  question->margin = points;
  return TRUE;
}

/** xb_effect_question_get_labels: as xb_effect_question_get(), for %XB_COMPARE_LABELS */
gboolean
xb_effect_question_get_labels (XbEffectQuestion *self,
                               XbMetricsQuery   *query,
                               GError          **error)
{
  XbEffectNumbers *numbers;
  guint n = 0;

  g_return_val_if_fail (XB_IS_EFFECT_QUESTION (self), FALSE);

  numbers = XB_EFFECT_NUMBERS (self->numbers);
  if (!xb_effect_numbers_check (numbers, error))
    return FALSE;
  if (xb_effect_numbers_get_label (numbers) != NULL)
    return refuse (error, _("All labels are compared with each other here; leave the numbers empty, or name some."));
  *query = (XbMetricsQuery) { xb_effect_numbers_get_ids (numbers, &n), n, get_day (self, 2), get_day (self, 3) };
  query->n_numbers = n;
  if (query->from == NULL || query->until == NULL || strcmp (query->from, query->until) > 0)
    return refuse (error, _("Choose the first and the last day."));
  return TRUE;
}

/** xb_effect_question_dup_heading: Returns: what is compared with what: "All numbers: 1 July 2026 – … → …" */
char *
xb_effect_question_dup_heading (XbEffectQuestion *self)
{
  XbCompare compare = xb_effect_question_get_compare (self);
  g_autofree char *numbers = NULL;
  g_autofree char *spans[2] = { NULL, NULL };

  g_return_val_if_fail (XB_IS_EFFECT_QUESTION (self), NULL);

  if ((compare == XB_COMPARE_CLEARED || compare == XB_COMPARE_INCIDENT) && self->incident.id != 0)
    numbers = xb_effect_numbers_dup_number (XB_EFFECT_NUMBERS (self->numbers), self->incident.number_id);
  else
    numbers = xb_effect_numbers_dup_text (XB_EFFECT_NUMBERS (self->numbers));
  for (guint i = 0; i < 2; i++)
    {
      const char *from = get_day (self, 2 * i), *until = get_day (self, 2 * i + 1);

      spans[i] = from != NULL && until != NULL ? xb_day_dup_span (from, until) : g_strdup ("");
    }
  if (compare == XB_COMPARE_LABELS)
    return g_strdup_printf (_("%s: %s"), numbers, spans[1]);
  return g_strdup_printf (_("%s: %s → %s"), numbers, spans[0], spans[1]);
}
