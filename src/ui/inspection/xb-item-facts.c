/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-words.h"
#include "xb-item-facts.h"
#include "xb-number-rates.h"
#include "xb-phone.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"

#define MOST_RATES 30 /* numbers that are listed one by one */

/* What is known of an item before somebody looks: what is expected, what the program found, when it ends, how it was
 * the last time. */

enum
{
  FACT_EXPECTED,
  FACT_FOUND,
  FACT_ENDS,
  FACT_LAST,
  N_FACTS
};

struct _XbItemFacts
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GtkWidget   *rows[N_FACTS];
  GtkWidget   *rates; /* group: number by number */
  GPtrArray   *rate_rows;
};

G_DEFINE_FINAL_TYPE (XbItemFacts, xb_item_facts, ADW_TYPE_BIN)

static void
set_fact (XbItemFacts *self,
          guint        fact,
          const char  *text)
{
  gboolean there = text != NULL && *text != '\0';

  gtk_widget_set_visible (self->rows[fact], there);
  xb_row_set_subtitle (self->rows[fact], there ? text : NULL);
}

static char *
dup_last (XbItemFacts      *self,
          XbInspectionItem *item,
          const char       *today)
{
  XbInspectionResult last = xb_inspection_item_get_last (item);
  const char *note = xb_inspection_item_get_last_note (item);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (last == XB_INSPECTION_RESULT_OPEN)
    return NULL;
  if (xb_inspection_item_get_last_at (item) == 0)
    return g_strdup (xb_inspection_result_get_title (last));
  day = xb_instant_to_day (xb_inspection_item_get_last_at (item));
  shown = xb_format_day (day, today);
  text = g_strdup_printf ("%s · %s", shown, xb_inspection_result_get_title (last));
  return note != NULL && *note != '\0' ? g_strdup_printf ("%s · %s", text, note) : g_steal_pointer (&text);
}

static GtkWidget *
make_rate (const XbNumberRate *rate)
{
  g_autofree char *number = xb_phone_format (rate->e164);
  g_autofree char *words = xb_number_rate_dup_words (rate);
  gboolean low = xb_number_rate_is_low (rate);
  GtkWidget *row = xb_row_new_plain (number, words);
  GtkWidget *chip = xb_state_chip_new ();

  xb_state_chip_set_look (XB_STATE_CHIP (chip), low ? XB_MARK_CROSS : XB_MARK_TICK, low ? "error" : "success",
                          low ? _("Below 65 %") : _("Enough"));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  return row;
}

/* The lowest first; as many as can be looked through. */
static void
show_rates (XbItemFacts      *self,
            XbInspectionItem *item)
{
  g_autoptr(GPtrArray) rates = xb_number_rates_parse (xb_inspection_item_get_figures (item));
  g_autofree char *more = NULL;

  for (guint i = 0; i < self->rate_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->rates), g_ptr_array_index (self->rate_rows, i));
  g_ptr_array_set_size (self->rate_rows, 0);
  gtk_widget_set_visible (self->rates, rates->len > 0);
  for (guint i = 0; i < MIN (rates->len, MOST_RATES); i++)
    g_ptr_array_add (self->rate_rows, make_rate (g_ptr_array_index (rates, i)));
  if (rates->len > MOST_RATES)
    {
      more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number more", "%u numbers more", rates->len - MOST_RATES),
                              rates->len - MOST_RATES);
      g_ptr_array_add (self->rate_rows, xb_row_new_plain (more, _("Their rates are higher; the effect page shows each.")));
    }
  for (guint i = 0; i < self->rate_rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->rates), g_ptr_array_index (self->rate_rows, i));
}

static void
xb_item_facts_dispose (GObject *object)
{
  g_clear_object (&XB_ITEM_FACTS (object)->workspace);
  G_OBJECT_CLASS (xb_item_facts_parent_class)->dispose (object);
}

static void
xb_item_facts_finalize (GObject *object)
{
  g_ptr_array_unref (XB_ITEM_FACTS (object)->rate_rows);
  G_OBJECT_CLASS (xb_item_facts_parent_class)->finalize (object);
}

static void
xb_item_facts_class_init (XbItemFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_item_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_item_facts_finalize;
}

static void
xb_item_facts_init (XbItemFacts *self)
{
  static const char *const titles[] = { N_("In the register"), N_("Found"), N_("Ends"), N_("Last time") };
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  self->rate_rows = g_ptr_array_new ();
  self->rates = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->rates), _("Number by Number"));
  for (guint i = 0; i < N_FACTS; i++)
    {
      self->rows[i] = adw_action_row_new ();
      xb_row_set_title (self->rows[i], _(titles[i]));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->rows[i]), 4);
      gtk_widget_add_css_class (self->rows[i], "fact");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  gtk_box_append (GTK_BOX (column), group);
  gtk_box_append (GTK_BOX (column), self->rates);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_item_facts_new (void)
{
  return g_object_new (XB_TYPE_ITEM_FACTS, NULL);
}

void
xb_item_facts_set_workspace (XbItemFacts *self,
                             XbWorkspace *workspace)
{
  g_return_if_fail (XB_IS_ITEM_FACTS (self));

  g_set_object (&self->workspace, workspace);
}

void
xb_item_facts_show (XbItemFacts      *self,
                    XbInspectionItem *item)
{
  XbInspectionSection section = xb_inspection_item_get_section (item);
  gboolean dated = section == XB_INSPECTION_SECTION_PAPERS;
  const char *day = xb_inspection_item_get_due (item);
  g_autofree char *today = NULL;
  g_autofree char *found = xb_inspection_item_dup_found (item);
  g_autofree char *ends = NULL;
  g_autofree char *last = NULL;
  gboolean any = FALSE;

  g_return_if_fail (XB_IS_ITEM_FACTS (self));

  today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  ends = day != NULL ? xb_format_day (day, today) : NULL;
  last = dup_last (self, item, today);
  set_fact (self, FACT_EXPECTED, section == XB_INSPECTION_SECTION_DISPLAY || dated ? NULL
                                                                                   : xb_inspection_item_get_expected (item));
  set_fact (self, FACT_FOUND, found);
  set_fact (self, FACT_ENDS, ends);
  set_fact (self, FACT_LAST, last);
  for (guint i = 0; i < N_FACTS; i++)
    any |= gtk_widget_get_visible (self->rows[i]);
  show_rates (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}
