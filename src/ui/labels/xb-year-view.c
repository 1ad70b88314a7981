/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-bar-form.h"
#include "xb-bar-mover.h"
#include "xb-campaigns-group.h"
#include "xb-day.h"
#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-label-editor-draft.h"
#include "xb-problem.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-year-view.h"
#include "xb-year-words.h"

/* A taller chart scrolls by itself. */
#define MOST_HEIGHT 480

/* The year: the chart, the same bars as rows, days without a label, and the campaigns. */
struct _XbYearView
{
  AdwBin         parent_instance;

  XbWorkspace   *workspace;
  GCancellable  *cancellable;
  XbYear        *year;    /* (nullable) */
  char          *from;    /* the first day shown */
  XbBarMover    *mover;
  GSimpleActionGroup *actions; /* in the window, where the toasts are */
  guint          reading : 1;
  guint          again : 1;

  GtkWidget     *title;
  GtkWidget     *stack;
  GtkWidget     *problem;
  GtkWidget     *chart;
  GtkWidget     *scroller; /* of the chart */
  GtkWidget     *rows;
  GtkWidget     *gaps;
  GtkWidget     *gap_group;
  GtkWidget     *more;
};

G_DEFINE_FINAL_TYPE (XbYearView, xb_year_view, ADW_TYPE_BIN)

static const char *
platform_name (XbYearView *self,
               const char *key)
{
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

static void
failed_cb (XbYearView *self,
           const char *problem)
{
  if (self->year == NULL || self->chart == NULL)
    return;
  xb_year_chart_set_year (XB_YEAR_CHART (self->chart), self->year); /* where it was */
  xb_dialogs_tell (GTK_WIDGET (self), _("It was not moved"), problem);
}

static void
done_cb (XbYearView *self,
         const char *said,
         guint       index)
{
  xb_dialogs_toast_undo (GTK_WIDGET (self), said, "year-moves.undo", g_variant_new_uint32 (index));
}

static void
undo_action (GSimpleAction *action,
             GVariant      *index,
             gpointer       user_data)
{
  XbYearView *self = user_data;

  xb_bar_mover_undo (self->mover, g_variant_get_uint32 (index));
}

/* The numbers of the bar, with its text and days: what the owner does about it is done in the editor. */
static void
open_bar (XbYearView      *self,
          const XbYearBar *bar)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  XbLabelDraft draft = { .numbers = (const gint64 *) bar->number_ids->data, .n_numbers = bar->number_ids->len,
                         .platform = bar->platform, .campaign = bar->campaign };

  xb_label_editor_open_draft (application, self->workspace, &draft);
}

static void
opened_cb (XbYearView  *self,
           XbYearBlock *block)
{
  open_bar (self, xb_year_block_get_bar (block));
}

static void
chart_moved_cb (XbYearView  *self,
                XbYearBlock *block,
                const char  *from,
                const char  *until)
{
  xb_bar_mover_move (self->mover, xb_year_block_get_bar (block), from, until);
}

static const XbYearBar *
bar_of (XbYearView *self,
        GtkWidget  *widget)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "xb-index"));

  return self->year != NULL && index < self->year->bars->len ? g_ptr_array_index (self->year->bars, index) : NULL;
}

static void
form_moved_cb (XbYearView *self,
               const char *from,
               const char *until,
               XbBarForm  *form)
{
  XbYearBar *bar = g_object_get_data (G_OBJECT (form), "xb-bar");

  xb_bar_mover_move (self->mover, bar, from, until);
}

static void
edit_days_cb (GtkWidget  *button,
              XbYearView *self)
{
  const XbYearBar *bar = bar_of (self, button);
  GtkWindow *form = bar != NULL ? xb_bar_form_new (GTK_WIDGET (self), self->workspace, bar) : NULL;

  if (form == NULL)
    return;
  /* the year may be read anew while the form is open */
  g_object_set_data_full (G_OBJECT (form), "xb-bar", xb_year_bar_copy (bar), (GDestroyNotify) xb_year_bar_free);
  g_signal_connect_object (form, "moved", G_CALLBACK (form_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (form);
}

static void
row_activated_cb (XbYearView    *self,
                  GtkListBoxRow *row)
{
  const XbYearBar *bar = bar_of (self, GTK_WIDGET (row));

  if (bar != NULL)
    open_bar (self, bar);
}

static void
add_row (XbYearView      *self,
         const XbYearBar *bar,
         guint            index)
{
  const char *today = self->year->today;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = xb_bar_dup_facts (bar, today, platform_name (self, bar->platform));
  g_autofree char *marks = xb_bar_dup_marks (bar, today);
  g_autofree char *overlap = xb_bar_dup_overlap (bar, today);
  g_autofree char *subtitle = g_strjoin ("\n", facts, overlap != NULL ? overlap : marks, overlap != NULL ? marks : NULL,
                                         NULL);
  g_autofree char *name = g_strdup_printf (_("Other days for “%s”"), bar->text);

  xb_row_set_title (row, bar->text);
  xb_row_set_subtitle (row, subtitle);
  if (overlap != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  g_object_set_data (G_OBJECT (row), "xb-index", GUINT_TO_POINTER (index));
  if (xb_year_bar_can_move (bar, today) || xb_year_bar_can_stretch (bar, today))
    {
      GtkWidget *button = xb_row_add_icon_button (row, "document-edit-symbolic", name);

      g_object_set_data (G_OBJECT (button), "xb-index", GUINT_TO_POINTER (index));
      g_signal_connect_object (button, "clicked", G_CALLBACK (edit_days_cb), self, 0);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

static void
show_year (XbYearView *self)
{
  int height;
  guint hidden = self->year->n_bars - self->year->bars->len;
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is not shown: those of the most numbers are",
                                                        "%u more are not shown: those of the most numbers are", hidden), hidden);

  xb_year_chart_set_year (XB_YEAR_CHART (self->chart), self->year);
  gtk_widget_measure (self->chart, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (height, MOST_HEIGHT));
  clear_list (self->rows);
  clear_list (self->gaps);
  for (guint i = 0; i < self->year->bars->len; i++)
    add_row (self, g_ptr_array_index (self->year->bars, i), i);
  for (guint i = 0; i < MIN (self->year->gaps->len, 50); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *words = xb_gap_dup_words (&g_array_index (self->year->gaps, XbYearGap, i), self->year->today);

      xb_row_set_title (row, words);
      gtk_list_box_append (GTK_LIST_BOX (self->gaps), row);
    }
  gtk_widget_set_visible (self->gap_group, self->year->gaps->len > 0);
  gtk_label_set_label (GTK_LABEL (self->more), hidden > 0 ? more : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->year->bars->len > 0 ? "year" : "empty");
}

static void read_year (XbYearView *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbYearView) self = user_data;
  g_autoptr(GError) error = NULL;
  XbYear *year = xb_workspace_read_year_finish (XB_WORKSPACE (source), result, &error);

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      xb_year_free (year);
      return;
    }
  xb_problem_set_text (XB_PROBLEM (self->problem), error != NULL ? error->message : NULL);
  if (year != NULL)
    {
      xb_year_chart_set_year (XB_YEAR_CHART (self->chart), NULL);
      g_clear_pointer (&self->year, xb_year_free);
      self->year = year;
      show_year (self);
    }
  if (self->again)
    read_year (self);
}

/* A run in flight is never restarted; its end starts the next. */
static void
read_year (XbYearView *self)
{
  g_autofree char *end = xb_day_add_months (self->from, 12);
  g_autofree char *until = xb_day_add (end, -1);
  g_autofree char *title = g_strdup_printf (_("%1$.7s to %2$.7s"), self->from, until);

  self->again = self->reading;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  if (self->reading)
    return;
  self->reading = TRUE;
  xb_workspace_read_year_async (self->workspace, self->from, until, self->cancellable, read_cb, g_object_ref (self));
}

/* @months: 0: back to today */
static void
go_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  XbYearView *self = XB_YEAR_VIEW (widget);
  int months = g_variant_get_int32 (parameter);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *first = g_strdup_printf ("%.7s-01", today);
  char *from = xb_day_add_months (months != 0 ? self->from : first, months != 0 ? months : -1);

  if (from == NULL)
    return;
  g_free (self->from);
  self->from = from;
  read_year (self);
}

static void
changed_cb (XbYearView *self)
{
  read_year (self);
}

static void
xb_year_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xb_year_view_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "year-moves",
                                  G_ACTION_GROUP (XB_YEAR_VIEW (widget)->actions));
}

static void
xb_year_view_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "year-moves", NULL);
  GTK_WIDGET_CLASS (xb_year_view_parent_class)->unroot (widget);
}

static void
xb_year_view_dispose (GObject *object)
{
  XbYearView *self = XB_YEAR_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chart != NULL)
    xb_year_chart_set_year (XB_YEAR_CHART (self->chart), NULL);
  self->chart = NULL;
  g_clear_pointer (&self->year, xb_year_free);
  g_clear_object (&self->mover);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_year_view_parent_class)->dispose (object);
}

static void
xb_year_view_finalize (GObject *object)
{
  XbYearView *self = XB_YEAR_VIEW (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_free (self->from);
  G_OBJECT_CLASS (xb_year_view_parent_class)->finalize (object);
}

static void
xb_year_view_class_init (XbYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_year_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_year_view_finalize;
  widget_class->root = xb_year_view_root;
  widget_class->unroot = xb_year_view_unroot;
  gtk_widget_class_install_action (widget_class, "year.go", "i", go_action);
}

static void
add_button (GtkWidget  *box,
            const char *icon,
            const char *label,
            const char *name,
            int         months)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "year.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", months);
  gtk_widget_set_tooltip_text (button, name);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_tools (XbYearView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->title, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (box), self->title);
  add_button (box, "go-previous-symbolic", NULL, _("Three months earlier"), -3);
  add_button (box, NULL, _("_Today"), _("Back to today"), 0);
  add_button (box, "go-next-symbolic", NULL, _("Three months later"), 3);
  return box;
}

/* Narrow windows have the rows alone. */
static GtkWidget *
make_chart (XbYearView *self)
{
  GtkWidget *squeezer = adw_squeezer_new (), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *help = gtk_label_new (_("Drag a bar to move it, its end to stretch it; or arrow keys, with Ctrl by a week, "
                                     "with Shift the end. ▼ hand in by, ▲ hand the way back in by."));

  self->chart = xb_year_chart_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Labels over the year"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (GTK_LABEL (help)), -1);
  g_signal_connect_object (self->chart, "moved", G_CALLBACK (chart_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->chart, "card");
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_widget_add_css_class (help, "caption");
  gtk_widget_add_css_class (help, "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->scroller = scrolled;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->chart);
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_box_append (GTK_BOX (column), help);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), column);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  return squeezer;
}

static GtkWidget *
make_group (const char  *title,
            GtkWidget  **list)
{
  GtkWidget *group = adw_preferences_group_new ();

  *list = xb_boxed_list_new (title);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *list);
  return group;
}

static GtkWidget *
make_year (XbYearView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (column), make_chart (self));
  gtk_box_append (GTK_BOX (column), make_group (_("The Same as a List"), &self->rows));
  self->more = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_box_append (GTK_BOX (column), self->more);
  self->gap_group = make_group (_("Without a Label"), &self->gaps);
  gtk_box_append (GTK_BOX (column), self->gap_group);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static void
xb_year_view_init (XbYearView *self)
{
  static const GActionEntry entries[] = { { "undo", undo_action, "u" } };

  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

GtkWidget *
xb_year_view_new (XbWorkspace *workspace)
{
  XbYearView *self = g_object_new (XB_TYPE_YEAR_VIEW, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = xb_empty_page_new ("xb-labels-symbolic", _("Nothing in This Year"),
                                        _("Labels and campaigns of these months lie here as bars. Begin with a campaign "
                                          "of the Chinese year, and adapt it."));

  self->workspace = g_object_ref (workspace);
  self->mover = xb_bar_mover_new (workspace);
  g_signal_connect_object (self->mover, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mover, "moved", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  self->problem = xb_problem_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_year (self), "year");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_widget_add_css_class (column, "page");
  gtk_box_append (GTK_BOX (column), make_tools (self));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), self->stack);
  gtk_box_append (GTK_BOX (column), xb_campaigns_group_new (workspace));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1200);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_activate_action (GTK_WIDGET (self), "year.go", "i", 0);
  return GTK_WIDGET (self);
}

/** xb_year_view_get_year: Returns: (nullable): what is shown; gone once it is read anew */
const XbYear *
xb_year_view_get_year (XbYearView *self)
{
  return self->year;
}

XbYearChart *
xb_year_view_get_chart (XbYearView *self)
{
  return XB_YEAR_CHART (self->chart);
}

/** xb_year_view_get_row: Returns: (nullable): the same bar as a row */
GtkWidget *
xb_year_view_get_row (XbYearView *self,
                      guint       index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), (int) index));
}

/** xb_year_view_move: @index: of a bar; it gets other days, which can be undone */
void
xb_year_view_move (XbYearView *self,
                   guint       index,
                   const char *from,
                   const char *until)
{
  xb_bar_mover_move (self->mover, g_ptr_array_index (self->year->bars, index), from, until);
}

gboolean
xb_year_view_is_reading (XbYearView *self)
{
  return self->reading;
}
