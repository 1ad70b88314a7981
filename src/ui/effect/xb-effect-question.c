/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-day.h"
#include "xb-effect-question.h"
#include "xb-error.h"
#include "xb-ui.h"

#define MONTH 30 /* days on each side of an event */

struct _XbEffectQuestion
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  gint64       id; /* of the number; 0: all */

  GtkWidget   *number;
  GtkWidget   *compare;
  GtkWidget   *days[4]; /* from and until before, from and until after */
  GtkWidget   *margin;
  guint        setting : 1;
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
  [XB_COMPARE_OWN] = N_("Days of your own"),
};

static void
asked (XbEffectQuestion *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[ASKED], 0);
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

static void
take_number (XbEffectQuestion *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));

  self->id = *text != '\0' ? xb_workspace_find_number (self->workspace, text, NULL) : 0;
}

static void
fill (XbEffectQuestion *self)
{
  XbCompare compare = adw_combo_row_get_selected (ADW_COMBO_ROW (self->compare));
  g_autofree char *last = xb_workspace_dup_last_figures (self->workspace, MAX (self->id, 0));
  g_autofree char *event = NULL;

  self->setting = TRUE;
  if (compare == XB_COMPARE_CERTIFIED || compare == XB_COMPARE_LABEL)
    event = xb_workspace_dup_last_change (self->workspace, compare == XB_COMPARE_LABEL ? XB_ROI_LABEL : XB_ROI_CERTIFIED,
                                          MAX (self->id, 0));
  if (event != NULL)
    compare_around (self, event);
  else if (last != NULL && compare == XB_COMPARE_MONTHS)
    compare_months (self, last);
  else if (last != NULL && compare == XB_COMPARE_LAST_30)
    {
      g_autofree char *first = xb_day_add (last, 1 - MONTH);

      compare_around (self, first);
    }
  self->setting = FALSE;
}

static void
compare_cb (XbEffectQuestion *self)
{
  gboolean own = adw_combo_row_get_selected (ADW_COMBO_ROW (self->compare)) == XB_COMPARE_OWN;

  for (guint i = 0; i < 4; i++)
    gtk_widget_set_visible (self->days[i], own);
  fill (self);
  asked (self);
}

static void
number_cb (XbEffectQuestion *self)
{
  take_number (self);
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

static GtkWidget *
add_entry (AdwPreferencesGroup *group,
           GtkWidget           *row,
           const char          *title)
{
  xb_row_set_title (row, title);
  adw_preferences_group_add (group, row);
  return row;
}

static void
xb_effect_question_init (XbEffectQuestion *self)
{
  const char *const titles[] = { _("Before: from"), _("Before: until"), _("After: from"), _("After: until") };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < XB_N_COMPARES; i++)
    gtk_string_list_append (names, _(compares[i]));
  self->compare = add_entry (group, adw_combo_row_new (), _("Compare"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->compare), G_LIST_MODEL (names));
  for (guint i = 0; i < 4; i++)
    {
      self->days[i] = xb_day_entry_new (titles[i]);
      gtk_widget_set_visible (self->days[i], FALSE);
      adw_preferences_group_add (group, self->days[i]);
      g_signal_connect_object (self->days[i], "changed", G_CALLBACK (asked), self, G_CONNECT_SWAPPED);
    }
  self->number = add_entry (group, adw_entry_row_new (), _("Number (empty: all)"));
  self->margin = add_entry (group, adw_entry_row_new (), _("Margin: what is left of the revenue, in per cent"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  g_signal_connect_object (self->compare, "notify::selected", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->margin, "changed", G_CALLBACK (asked), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_effect_question_new (XbWorkspace *workspace)
{
  XbEffectQuestion *self = g_object_new (XB_TYPE_EFFECT_QUESTION, NULL);
  int margin = xb_workspace_get_margin (workspace);

  self->workspace = g_object_ref (workspace);
  self->setting = TRUE;
  if (margin > 0)
    {
      g_autofree char *text = g_strdup_printf ("%g", margin / 100.0);

      gtk_editable_set_text (GTK_EDITABLE (self->margin), text);
    }
  fill (self);
  return GTK_WIDGET (self);
}

/** xb_effect_question_refresh: there are other figures, so the last month may be another */
void
xb_effect_question_refresh (XbEffectQuestion *self)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));

  take_number (self);
  fill (self);
}

void
xb_effect_question_set_compare (XbEffectQuestion *self,
                                XbCompare         compare)
{
  g_return_if_fail (XB_IS_EFFECT_QUESTION (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->compare), compare);
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, sentence);
  return FALSE;
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
  const char *margin, *days[4];
  int points = XB_ROI_MARGIN_KEPT;

  g_return_val_if_fail (XB_IS_EFFECT_QUESTION (self), FALSE);

  for (guint i = 0; i < 4; i++)
    {
      days[i] = xb_day_entry_get_day (XB_DAY_ENTRY (self->days[i]));
      if (days[i] == NULL || *days[i] == '\0')
        return refuse (error, _("Choose the days before and the days after."));
    }
  if (self->id < 0)
    return refuse (error, _("That number is not in the register."));
  margin = gtk_editable_get_text (GTK_EDITABLE (self->margin));
  if (*margin != '\0' && !xb_margin_parse (margin, &points, error))
    return FALSE;
  *question = (XbRoiQuestion) {
    self->id > 0 ? &self->id : NULL, self->id > 0 ? 1 : 0, NULL, days[0], days[1], days[2], days[3], points, 0,
  };
  return TRUE;
}
