/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-out.h"
#include "xb-chart-panel.h"
#include "xb-chart-table.h"

struct _XbChartPanel
{
  GtkWidget     parent_instance;

  XbChartModel *model;
  GCancellable *cancellable;
  GtkWidget    *title;
  GtkWidget    *subtitle;
  GtkWidget    *toggle;
  GtkWidget    *years;  /* steps through them */
  GtkWidget    *year;
  GtkWidget    *stack;
  GtkWidget    *chart;
  GtkWidget    *table; /* (nullable): made when first asked for */
};

G_DEFINE_FINAL_TYPE (XbChartPanel, xb_chart_panel, GTK_TYPE_WIDGET)

static void
step_year (XbChart *chart,
           int      by)
{
  guint first, last, shown;

  if (xb_chart_get_years (chart, &first, &last, &shown))
    xb_chart_set_year (chart, shown + by);
}

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  XbChartPanel *self = XB_CHART_PANEL (widget);
  XbChart *chart = XB_CHART (self->chart);

  if (g_str_equal (name, "chart.copy"))
    xb_chart_out_copy (chart, widget);
  else if (g_str_equal (name, "chart.print"))
    xb_chart_out_print (chart, widget);
  else if (g_str_equal (name, "chart.zoom-in"))
    xb_chart_zoom (chart, 1.6, NAN);
  else if (g_str_equal (name, "chart.zoom-out"))
    xb_chart_zoom (chart, 1 / 1.6, NAN);
  else if (g_str_has_prefix (name, "chart.year-"))
    step_year (chart, g_str_equal (name, "chart.year-before") ? -1 : 1);
  else
    xb_chart_show_all (chart);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  XbChartPanel *self = XB_CHART_PANEL (widget);
  const char *suffix = g_variant_get_string (parameter, NULL);

  for (XbChartFormat format = XB_CHART_PNG; format <= XB_CHART_PDF; format++)
    if (g_str_equal (suffix, xb_chart_format_get_suffix (format)))
      xb_chart_out_save (XB_CHART (self->chart), widget, format, self->cancellable);
}

static void
toggled_cb (XbChartPanel *self)
{
  gboolean table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));

  if (table && self->table == NULL)
    {
      self->table = xb_chart_table_new (self->model);
      gtk_stack_add_named (GTK_STACK (self->stack), self->table, "table");
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->chart);
}

static void
year_cb (XbChartPanel *self)
{
  guint first = 0, last = 0, shown = 0;
  gboolean years = xb_chart_get_years (XB_CHART (self->chart), &first, &last, &shown);
  g_autofree char *text = g_strdup_printf ("%u", shown);

  gtk_widget_set_visible (self->years, years && last > first);
  gtk_label_set_label (GTK_LABEL (self->year), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.year-before", years && shown > first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.year-after", years && shown < last);
}

static void
changed_cb (XbChartPanel *self)
{
  const char *subtitle = xb_chart_model_get_subtitle (self->model);
  gboolean empty = xb_chart_model_is_empty (self->model);

  gtk_label_set_label (GTK_LABEL (self->title), xb_chart_model_get_title (self->model));
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_sensitive (self->toggle, !empty);
  for (guint i = 0; i < 3; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), (const char *[]) { "chart.zoom-in", "chart.zoom-out", "chart.show-all" }[i],
                                   xb_chart_can_zoom (XB_CHART (self->chart)) && !empty);
}

static void
xb_chart_panel_dispose (GObject *object)
{
  XbChartPanel *self = XB_CHART_PANEL (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xb_chart_panel_parent_class)->dispose (object);
}

static void
xb_chart_panel_finalize (GObject *object)
{
  g_clear_object (&XB_CHART_PANEL (object)->cancellable);
  G_OBJECT_CLASS (xb_chart_panel_parent_class)->finalize (object);
}

static void
xb_chart_panel_class_init (XbChartPanelClass *klass)
{
  static const char *const acts[] = { "chart.copy", "chart.print", "chart.zoom-in", "chart.zoom-out", "chart.show-all",
                                      "chart.year-before", "chart.year-after" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_chart_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_chart_panel_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chart-panel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) out = g_menu_new (), look = g_menu_new ();

  g_menu_append (out, _("_Copy as Picture"), "chart.copy");
  g_menu_append (out, _("Save as P_NG…"), "chart.save::png");
  g_menu_append (out, _("Save as S_VG…"), "chart.save::svg");
  g_menu_append (out, _("Save as P_DF…"), "chart.save::pdf");
  g_menu_append (out, _("_Print…"), "chart.print");
  g_menu_append (look, _("Zoom _In"), "chart.zoom-in");
  g_menu_append (look, _("Zoom _Out"), "chart.zoom-out");
  g_menu_append (look, _("Show _All"), "chart.show-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_step (const char *icon_name,
           const char *name,
           const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_years (XbChartPanel *self)
{
  self->years = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->year = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->year, "numeric");
  gtk_box_append (GTK_BOX (self->years), make_step ("go-previous-symbolic", _("The year before"), "chart.year-before"));
  gtk_box_append (GTK_BOX (self->years), self->year);
  gtk_box_append (GTK_BOX (self->years), make_step ("go-next-symbolic", _("The year after"), "chart.year-after"));
  gtk_widget_set_valign (self->years, GTK_ALIGN_START);
  gtk_widget_set_visible (self->years, FALSE);
  return self->years;
}

static GtkWidget *
make_head (XbChartPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr(GMenuModel) menu = make_menu ();

  self->title = make_label ("heading");
  self->subtitle = make_label ("caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->toggle = gtk_toggle_button_new_with_mnemonic (_("_Table"));
  gtk_widget_set_tooltip_text (self->toggle, _("The same figures as a table"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_set_tooltip_text (more, _("Copy, save or print the chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy, save or print the chart"), -1);
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_START);
  gtk_widget_set_valign (more, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), make_years (self));
  gtk_box_append (GTK_BOX (head), self->toggle);
  gtk_box_append (GTK_BOX (head), more);
  return head;
}

static void
xb_chart_panel_init (XbChartPanel *self)
{
  GtkWidget *head = make_head (self);

  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->chart = xb_chart_new (NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), self->chart, "chart");
  g_signal_connect_object (self->chart, "notify::year", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
}

GtkWidget *
xb_chart_panel_new (XbChartModel *model)
{
  XbChartPanel *self = g_object_new (XB_TYPE_CHART_PANEL, NULL);

  g_return_val_if_fail (XB_IS_CHART_MODEL (model), GTK_WIDGET (self));

  self->model = g_object_ref (model);
  xb_chart_set_model (XB_CHART (self->chart), model);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}

XbChart *
xb_chart_panel_get_chart (XbChartPanel *self)
{
  g_return_val_if_fail (XB_IS_CHART_PANEL (self), NULL);

  return XB_CHART (self->chart);
}

/** xb_chart_panel_set_show_table: whether the table stands in the place of the chart */
void
xb_chart_panel_set_show_table (XbChartPanel *self,
                               gboolean      show_table)
{
  g_return_if_fail (XB_IS_CHART_PANEL (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), show_table);
}

gboolean
xb_chart_panel_get_show_table (XbChartPanel *self)
{
  g_return_val_if_fail (XB_IS_CHART_PANEL (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}
