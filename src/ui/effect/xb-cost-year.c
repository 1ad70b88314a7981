/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-panel.h"
#include "xb-cost-year.h"
#include "xb-day.h"
#include "xb-money.h"
#include "xb-ui.h"
#include "xb-workspace-upkeep.h"

/* A year of the ledger at a glance: what was spent, what is left of the budget, by month and by kind, beside what
 * the trade says that upkeep costs. */
struct _XbCostYear
{
  AdwBin     parent_instance;

  XbWorkspace *workspace;
  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *indicative;
  GtkWidget *bar;
  GtkWidget *left;
  GtkWidget *chart;
  GtkWidget *months;
  GtkWidget *kinds;
  GtkWidget *month_rows[12];
  GtkWidget *kind_rows[XB_N_COST_CATEGORIES];
  GtkWidget *upkeep;
  GtkWidget *change;
  XbChartModel *model;
};

G_DEFINE_FINAL_TYPE (XbCostYear, xb_cost_year, ADW_TYPE_BIN)

static void
xb_cost_year_dispose (GObject *object)
{
  g_clear_object (&XB_COST_YEAR (object)->model);
  g_clear_object (&XB_COST_YEAR (object)->workspace);
  G_OBJECT_CLASS (xb_cost_year_parent_class)->dispose (object);
}

static void
xb_cost_year_class_init (XbCostYearClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_cost_year_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "cost-year");
}

static GtkWidget *
make_step (const char *icon_name,
           const char *name,
           int         step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "costs.year");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", step);
  return button;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (XbCostYear *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Budget…"));

  self->title = make_label ("heading");
  self->total = make_label ("title-1");
  gtk_widget_add_css_class (self->total, "numeric");
  self->indicative = make_label ("dim-label");
  self->bar = gtk_level_bar_new ();
  self->left = make_label ("caption");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_hexpand (self->left, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "costs.budget");
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), make_step ("go-previous-symbolic", _("The year before"), -1));
  gtk_box_append (GTK_BOX (line), make_step ("go-next-symbolic", _("The year after"), 1));
  gtk_box_append (GTK_BOX (foot), self->left);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), self->total);
  gtk_box_append (GTK_BOX (column), self->indicative);
  gtk_box_append (GTK_BOX (column), self->bar);
  gtk_box_append (GTK_BOX (column), foot);
  gtk_widget_add_css_class (column, "card");
  gtk_widget_add_css_class (column, "hero");
  return column;
}

static GtkWidget *
add_sum_row (GtkWidget  *expander,
             const char *title)
{
  GtkWidget *row = adw_action_row_new (), *sum = gtk_label_new (NULL);

  xb_row_set_title (row, title);
  gtk_widget_add_css_class (sum, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sum);
  g_object_set_data (G_OBJECT (row), "xb-sum", sum);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return row;
}

static void
set_sum_row (GtkWidget *row,
             gint64     fen,
             gboolean   visible)
{
  g_autofree char *money = xb_money_format (fen);
  g_autofree char *text = g_strdup_printf (_("%s yuan"), money);

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "xb-sum"), text);
  gtk_widget_set_visible (row, visible);
}

static GtkWidget *
make_sums (XbCostYear *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->months = adw_expander_row_new ();
  self->kinds = adw_expander_row_new ();
  self->upkeep = adw_action_row_new ();
  self->change = adw_action_row_new ();
  xb_row_set_title (self->months, _("By month"));
  xb_row_set_title (self->kinds, _("By kind"));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Month %u"), i + 1);

      self->month_rows[i] = add_sum_row (self->months, title);
    }
  for (guint i = 0; i < XB_N_COST_CATEGORIES; i++)
    self->kind_rows[i] = add_sum_row (self->kinds, xb_cost_category_get_title (i));
  xb_row_set_title (self->upkeep, _("Upkeep a month"));
  xb_row_set_title (self->change, _("A label change"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->upkeep), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->change), 4);
  adw_preferences_group_add (group, self->months);
  adw_preferences_group_add (group, self->kinds);
  adw_preferences_group_add (group, self->upkeep);
  adw_preferences_group_add (group, self->change);
  return GTK_WIDGET (group);
}

static void
xb_cost_year_init (XbCostYear *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->model = xb_chart_model_new (XB_CHART_STACKED, XB_CHART_FEN, XB_CHART_STEP_MONTH);
  xb_chart_model_set_title (self->model, _("Costs month by month"));
  self->chart = xb_chart_panel_new (self->model);
  gtk_widget_add_css_class (self->chart, "hero");
  gtk_box_append (GTK_BOX (column), make_head (self));
  gtk_box_append (GTK_BOX (column), self->chart);
  gtk_box_append (GTK_BOX (column), make_sums (self));
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_cost_year_new (XbWorkspace *workspace)
{
  XbCostYear *self = g_object_new (XB_TYPE_COST_YEAR, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
show_budget (XbCostYear         *self,
             const XbLedgerYear *sums)
{
  g_autofree char *budget = xb_money_format (sums->budget);
  g_autofree char *rest = xb_money_format (ABS (sums->budget - sums->total));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->bar, sums->budget > 0);
  if (sums->budget > 0)
    gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), MIN (1, (double) sums->total / (double) sums->budget));
  text = sums->budget == 0 ? g_strdup (_("No budget is set for this year."))
         : g_strdup_printf (sums->total <= sums->budget ? _("Budget %s yuan: %s yuan are left.")
                                                        : _("Budget %s yuan: %s yuan too much are spent."), budget, rest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_label (GTK_LABEL (self->left), text);
}

/* Kinds that cost nothing in the year have no place in the legend. */
static void
show_chart (XbCostYear         *self,
            int                 year,
            const XbLedgerYear *sums)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  guint32 day;

  gtk_widget_set_visible (self->chart, sums->n > 0 && xb_day_parse (first, &day, NULL));
  xb_chart_model_clear (self->model);
  for (XbCostCategory category = 0; sums->n > 0 && category < XB_N_COST_CATEGORIES; category++)
    {
      double x = day;
      guint series;

      if (sums->categories[category] == 0)
        continue;
      series = xb_chart_model_add_series (self->model, xb_cost_category_get_title (category), XB_CHART_TONE_AUTO);
      for (guint month = 0; month < 12; month++, x = xb_chart_step_next (XB_CHART_STEP_MONTH, x))
        xb_chart_model_add (self->model, series, x, (double) sums->kinds[month][category]);
    }
  xb_chart_model_set_target (self->model, sums->budget > 0 ? (double) sums->budget / 12 : NAN, _("Budget a month"));
  xb_chart_model_changed (self->model);
}

static char *
dup_claim (XbCostYear  *self,
           XbUpkeepKind kind)
{
  g_autofree char *cost = NULL;
  XbUpkeepClaim claim;

  xb_workspace_get_upkeep_claim (self->workspace, kind, &claim);
  cost = xb_upkeep_claim_dup_cost (&claim, kind);
  return cost != NULL ? g_strdup_printf (_("The trade claims %s; nobody has proven that."), cost) : g_strdup ("");
}

/* The trade's figures are claims: they stand beside the firm's own, and are called so. */
static void
show_claims (XbCostYear         *self,
             int                 months,
             const XbLedgerYear *sums)
{
  gint64 label = sums->categories[XB_COST_CATEGORY_LABEL];
  gint64 upkeep = sums->total - label - sums->categories[XB_COST_CATEGORY_ANNUAL];
  g_autofree char *a_month = xb_money_format (upkeep / MAX (months, 1));
  g_autofree char *a_change = xb_money_format (sums->label_n > 0 ? label / sums->label_n : 0);
  g_autofree char *a_visit = dup_claim (self, XB_UPKEEP_INSPECTION);
  g_autofree char *a_label = dup_claim (self, XB_UPKEEP_LABEL);
  g_autofree char *first = g_strdup_printf (_("Here: %s yuan on average, without annual fees and labels. %s"), a_month, a_visit);
  g_autofree char *second = sums->label_n > 0
    ? g_strdup_printf (_("Here: %s yuan on average of %u paid changes. %s"), a_change, sums->label_n, a_label)
    : g_strdup_printf (_("Here: none was paid for. %s"), a_label);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->upkeep), first);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->change), second);
}

/** xb_cost_year_set: @months: how many of its months have begun */
void
xb_cost_year_set (XbCostYear         *self,
                  int                 year,
                  int                 months,
                  const XbLedgerYear *sums)
{
  g_autofree char *title = NULL;
  g_autofree char *money = NULL;
  g_autofree char *total = NULL;
  g_autofree char *indicative = NULL;
  g_autofree char *open = NULL;

  g_return_if_fail (XB_IS_COST_YEAR (self));

  title = g_strdup_printf (_("Spent in %d"), year);
  money = xb_money_format (sums->total);
  total = g_strdup_printf (_("%s yuan"), money);
  indicative = xb_money_format (sums->indicative);
  open = g_strdup_printf (_("Of it %s yuan are the platforms’ figures, and not yet what was paid."), indicative);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_label_set_label (GTK_LABEL (self->indicative), open);
  gtk_widget_set_visible (self->indicative, sums->indicative > 0);
  for (guint i = 0; i < 12; i++)
    set_sum_row (self->month_rows[i], sums->months[i], sums->month_n[i] > 0);
  for (guint i = 0; i < XB_N_COST_CATEGORIES; i++)
    set_sum_row (self->kind_rows[i], sums->categories[i], sums->categories[i] > 0);
  gtk_widget_set_visible (self->months, sums->n > 0);
  gtk_widget_set_visible (self->kinds, sums->total > 0);
  show_budget (self, sums);
  show_chart (self, year, sums);
  show_claims (self, months, sums);
}

/** xb_cost_year_get_chart: Returns: (transfer none): what the months are drawn from */
XbChartModel *
xb_cost_year_get_chart (XbCostYear *self)
{
  g_return_val_if_fail (XB_IS_COST_YEAR (self), NULL);

  return self->model;
}

/** xb_cost_year_dup_text: Returns: what stands at its head */
char *
xb_cost_year_dup_text (XbCostYear *self)
{
  g_return_val_if_fail (XB_IS_COST_YEAR (self), NULL);

  return g_strdup_printf ("%s: %s. %s", gtk_label_get_label (GTK_LABEL (self->title)),
                          gtk_label_get_label (GTK_LABEL (self->total)), gtk_label_get_label (GTK_LABEL (self->left)));
}
