/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-inspection-words.h"
#include "xb-inspections-page.h"
#include "xb-list-group.h"
#include "xb-matrix-view.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-workspace-inspection.h"

/* Inspections: when the next one is due and how often, what came of the past ones; and who sees what. */
struct _XbInspectionsPage
{
  XbPage      parent_instance;

  GListModel *inspections;
  gboolean    showing;

  GtkWidget  *stack;
  GtkWidget  *parts[2];
  GtkWidget  *next_title;
  GtkWidget  *next_detail;
  GtkWidget  *begin;
  GtkWidget  *rhythm;
  GtkWidget  *matrix; /* (nullable): until it is first shown */
};

G_DEFINE_FINAL_TYPE (XbInspectionsPage, xb_inspections_page, XB_TYPE_PAGE)

static char *
dup_next (const XbInspectionPlan *plan,
          const char             *today)
{
  g_autofree char *day = plan->next_day != NULL ? xb_format_day (plan->next_day, today) : NULL;

  if (plan->open != 0)
    return g_strdup (_("An inspection is under way"));
  if (day == NULL)
    return g_strdup (_("Nothing to inspect yet"));
  if (strcmp (plan->next_day, today) < 0)
    return g_strdup_printf (_("The inspection was due on %s"), day);
  return strcmp (plan->next_day, today) == 0 ? g_strdup (_("The inspection is due today"))
                                             : g_strdup_printf (_("The next inspection: %s"), day);
}

static char *
dup_detail (XbInspectionsPage      *self,
            const XbInspectionPlan *plan,
            const char             *today)
{
  g_autofree char *last = plan->last_day != NULL ? xb_format_day (plan->last_day, today) : NULL;
  g_autoptr(XbInspection) open = NULL;

  if (plan->open != 0)
    open = xb_workspace_ref_inspection (xb_page_get_workspace (XB_PAGE (self)), plan->open);
  if (open != NULL)
    return g_strdup_printf (_("%" PRId64 " of %" PRId64 " done; it can be gone on with at any moment."),
                            xb_inspection_get_items (open) - xb_inspection_get_open (open), xb_inspection_get_items (open));
  if (plan->next_day == NULL)
    return g_strdup (_("Once a platform shows a number by name, look every month what phones really show."));
  return last != NULL ? g_strdup_printf (_("The last one was on %s. It takes about ten minutes."), last)
                      : g_strdup (_("Look once what phones really show. It takes about ten minutes."));
}

static void
show_plan (XbInspectionsPage *self)
{
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  g_autoptr(XbInspectionPlan) plan = NULL;
  g_autofree char *today = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  if (workspace == NULL)
    return;
  plan = xb_workspace_read_inspection_plan (workspace);
  today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  title = dup_next (plan, today);
  detail = dup_detail (self, plan, today);
  self->showing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->next_title), title);
  gtk_label_set_label (GTK_LABEL (self->next_detail), detail);
  gtk_button_set_label (GTK_BUTTON (self->begin), plan->open != 0 ? _("_Go On with the Inspection") : _("_Begin the Inspection"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->rhythm), plan->rhythm);
  self->showing = FALSE;
}

static void
begin_cb (XbInspectionsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-inspection", "x", (gint64) 0);
}

static void
rhythm_set_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(XbInspectionsPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_toast (GTK_WIDGET (self), error->message);
}

static void
rhythm_cb (XbInspectionsPage *self)
{
  if (!self->showing)
    xb_workspace_set_inspection_rhythm_async (xb_page_get_workspace (XB_PAGE (self)),
                                              adw_combo_row_get_selected (ADW_COMBO_ROW (self->rhythm)), NULL, rhythm_set_cb,
                                              g_object_ref (self));
}

static void
activated_cb (GtkWidget *row)
{
  XbInspection *inspection = g_object_get_data (G_OBJECT (row), "xb-item");

  gtk_widget_activate_action (row, "app.open-inspection", "x", xb_record_get_id (XB_RECORD (inspection)));
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *chip = xb_state_chip_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbInspectionsPage *self = user_data;
  XbInspection *inspection = item;
  XbStateChip *chip = XB_STATE_CHIP (g_object_get_data (G_OBJECT (row), "xb-chip"));
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_page_get_workspace (XB_PAGE (self))));
  g_autofree char *day = xb_format_day (xb_inspection_get_on_day (inspection), today);
  g_autofree char *counts = g_strdup_printf (_("%" PRId64 " passed, %" PRId64 " failed, %" PRId64 " skipped"),
                                             xb_inspection_get_passed (inspection), xb_inspection_get_failed (inspection),
                                             xb_inspection_get_skipped (inspection));
  const char *by = xb_inspection_get_signed_by (inspection);
  g_autofree char *detail = by != NULL ? g_strdup_printf ("%s · %s", counts, by) : g_strdup (counts);
  g_autofree char *spoken = NULL;

  xb_row_set_title (row, day);
  xb_row_set_subtitle (row, detail);
  if (xb_inspection_get_state (inspection) == XB_INSPECTION_STATE_OPEN)
    xb_state_chip_set_look (chip, XB_MARK_HALF, "accent", _("Under way"));
  else if (xb_inspection_get_tasks (inspection) > 0)
    xb_state_chip_set_look (chip, XB_MARK_BANG, "warning", _("To be mended"));
  else if (xb_inspection_get_failed (inspection) > 0)
    xb_state_chip_set_look (chip, XB_MARK_CROSS, "neutral", _("Some failed"));
  else
    xb_state_chip_set_look (chip, XB_MARK_TICK, "success", _("All passed"));
  spoken = g_strconcat (day, _(", "), xb_state_chip_get_word (chip), _(", "), detail, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
make_next (XbInspectionsPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->next_title = gtk_label_new (NULL);
  self->next_detail = gtk_label_new (NULL);
  self->begin = gtk_button_new_with_mnemonic (_("_Begin the Inspection"));
  gtk_label_set_wrap (GTK_LABEL (self->next_title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->next_title), 0);
  gtk_widget_add_css_class (self->next_title, "title-2");
  gtk_label_set_wrap (GTK_LABEL (self->next_detail), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->next_detail), 0);
  gtk_widget_add_css_class (self->next_detail, "dim-label");
  gtk_button_set_use_underline (GTK_BUTTON (self->begin), TRUE);
  gtk_widget_add_css_class (self->begin, "suggested-action");
  gtk_widget_add_css_class (self->begin, "pill");
  gtk_widget_set_halign (self->begin, GTK_ALIGN_START);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hero");
  gtk_box_append (GTK_BOX (texts), self->next_title);
  gtk_box_append (GTK_BOX (texts), self->next_detail);
  gtk_box_append (GTK_BOX (card), texts);
  gtk_box_append (GTK_BOX (card), self->begin);
  g_signal_connect_object (self->begin, "clicked", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static GtkWidget *
make_rhythm (XbInspectionsPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *const words[] = { xb_inspection_rhythm_get_title (XB_INSPECTION_RHYTHM_MONTHLY),
                                xb_inspection_rhythm_get_title (XB_INSPECTION_RHYTHM_FORTNIGHTLY), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (words);

  self->rhythm = adw_combo_row_new ();
  xb_row_set_title (self->rhythm, _("How often"));
  xb_row_set_subtitle (self->rhythm, _("On a holiday it is due on the working day before"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rhythm), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rhythm);
  g_signal_connect_object (self->rhythm, "notify::selected", G_CALLBACK (rhythm_cb), self, G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
make_past (XbInspectionsPage *self)
{
  GtkWidget *group = xb_list_group_new (_("Inspections So Far"), NULL, self->inspections, make_row, update_row, self);
  GtkWidget *row = adw_action_row_new ();

  xb_row_set_title (row, _("None yet"));
  xb_row_set_subtitle (row, _("What was signed stands here, with its report."));
  xb_list_group_set_empty (XB_LIST_GROUP (group), row);
  return group;
}

static GtkWidget *
make_overview (XbInspectionsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_add_css_class (column, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_box_append (GTK_BOX (column), make_next (self));
  gtk_box_append (GTK_BOX (column), make_rhythm (self));
  gtk_box_append (GTK_BOX (column), make_past (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
show_matrix (XbInspectionsPage *self)
{
  if (self->matrix == NULL)
    {
      self->matrix = xb_matrix_view_new (xb_page_get_workspace (XB_PAGE (self)));
      gtk_stack_add_named (GTK_STACK (self->stack), self->matrix, "matrix");
    }
  xb_matrix_view_refresh (XB_MATRIX_VIEW (self->matrix));
}

static void
part_cb (XbInspectionsPage *self)
{
  gboolean matrix = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->parts[1]));

  if (matrix)
    show_matrix (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), matrix ? "matrix" : "overview");
}

static GtkWidget *
make_parts (XbInspectionsPage *self)
{
  static const char *const titles[] = { N_("Inspections"), N_("Who Sees What") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "parts");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to show"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->parts[i] = gtk_toggle_button_new_with_label (_(titles[i]));
      gtk_widget_add_css_class (self->parts[i], "filter");
      gtk_box_append (GTK_BOX (box), self->parts[i]);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->parts[1]), GTK_TOGGLE_BUTTON (self->parts[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->parts[0]), TRUE);
  g_signal_connect_object (self->parts[1], "toggled", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
changed_cb (XbInspectionsPage *self,
            const char *const *tables)
{
  if (tables == NULL || g_strv_contains (tables, "inspection") || g_strv_contains (tables, "inspection_item") ||
      g_strv_contains (tables, "certification") || g_strv_contains (tables, "setting"))
    show_plan (self);
  if (self->matrix != NULL && (tables == NULL || g_strv_contains (tables, "business")))
    xb_matrix_view_refresh (XB_MATRIX_VIEW (self->matrix));
}

static void
xb_inspections_page_shown (XbPage *page)
{
  XbInspectionsPage *self = XB_INSPECTIONS_PAGE (page);

  show_plan (self);
  if (self->matrix != NULL)
    xb_matrix_view_refresh (XB_MATRIX_VIEW (self->matrix));
}

static void
xb_inspections_page_constructed (GObject *object)
{
  XbInspectionsPage *self = XB_INSPECTIONS_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (xb_inspections_page_parent_class)->constructed (object);
  if (workspace == NULL)
    return;
  self->inspections = xb_workspace_list_inspections (workspace);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (column), make_parts (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_overview (self), "overview");
  gtk_box_append (GTK_BOX (column), self->stack);
  adw_bin_set_child (ADW_BIN (self), column);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_plan (self);
}

static void
xb_inspections_page_dispose (GObject *object)
{
  g_clear_object (&XB_INSPECTIONS_PAGE (object)->inspections);
  G_OBJECT_CLASS (xb_inspections_page_parent_class)->dispose (object);
}

static void
xb_inspections_page_class_init (XbInspectionsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = xb_inspections_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xb_inspections_page_dispose;
  XB_PAGE_CLASS (klass)->shown = xb_inspections_page_shown;
}

static void
xb_inspections_page_init (XbInspectionsPage *self)
{
}

/** xb_inspections_page_show: @part: "overview" or "matrix" */
void
xb_inspections_page_show (XbInspectionsPage *self,
                          const char        *part)
{
  g_return_if_fail (XB_IS_INSPECTIONS_PAGE (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->parts[g_strcmp0 (part, "matrix") == 0]), TRUE);
}
