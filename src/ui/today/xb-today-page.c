/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-choice-button.h"
#include "xb-dialogs.h"
#include "xb-due-list.h"
#include "xb-due-look.h"
#include "xb-due-row.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-first-steps.h"
#include "xb-format.h"
#include "xb-health-view.h"
#include "xb-today-page.h"
#include "xb-today-reader.h"
#include "xb-ui.h"

/* What must I do today, and how do my numbers stand? */
struct _XbTodayPage
{
  XbPage         parent_instance;

  XbTodayReader *reader; /* (nullable): only where pages are tried without a workspace */
  const XbToday *today;  /* (nullable): not read yet */
  const char    *day;    /* the day it was read for */
  GtkWidget     *restore; /* the way out of a damaged file */
  GtkWidget     *retry;
  guint          chosen : 1; /* to set up a business: past the welcome */

  /* template */
  GtkStack      *stack;
  GtkBox        *choices;
  XbEmptyPage   *problem;
  GtkLabel      *date;
  GtkLabel      *summary;
  XbHealthView  *health;
  GtkWidget     *hero;
  AdwBin        *hero_facts;
  GtkLabel      *hero_title;
  GtkLabel      *hero_detail;
  GtkButton     *hero_button;
  XbFirstSteps  *steps;
  XbDueList     *due;
};

G_DEFINE_FINAL_TYPE (XbTodayPage, xb_today_page, XB_TYPE_PAGE)

static XbDue *
first_due (XbTodayPage *self)
{
  return self->today->due->len > 0 ? g_ptr_array_index (self->today->due, 0) : NULL;
}

/* Whether the first thing cannot wait until tomorrow. */
static gboolean
is_urgent (XbTodayPage *self)
{
  XbDue *due = first_due (self);

  return due != NULL && g_strcmp0 (xb_due_get_due (due), self->day) <= 0;
}

static void
show_summary (XbTodayPage *self)
{
  g_autofree char *date = xb_format_day (self->day, self->day);
  g_autofree char *text = xb_today_reader_dup_words (self->reader);

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->summary, text);
}

static void
show_urgent (XbTodayPage *self)
{
  XbDue *due = first_due (self);
  const XbDueLook *look = xb_due_look_find (xb_due_get_kind (due));

  adw_bin_set_child (self->hero_facts, xb_due_make_facts (due, self->day));
  gtk_label_set_label (self->hero_title, xb_due_get_title (due));
  gtk_label_set_label (self->hero_detail, xb_due_get_detail (due));
  gtk_button_set_label (self->hero_button, _(look->verb));
}

static void
show_calm (XbTodayPage *self)
{
  XbDue *due = first_due (self);
  g_autofree char *day = due != NULL ? xb_format_day (xb_due_get_due (due), self->day) : NULL;
  g_autofree char *next = due != NULL ? g_strdup_printf (_("Next, %1$s: %2$s"), day, xb_due_get_title (due))
                                      : g_strdup (_("Every deadline is met. More numbers can be certified at any time."));

  adw_bin_set_child (self->hero_facts, NULL);
  gtk_label_set_label (self->hero_title, _("Nothing to do today"));
  gtk_label_set_label (self->hero_detail, next);
  gtk_button_set_label (self->hero_button, _("_Certify a Number"));
}

static void
hero_clicked_cb (XbTodayPage *self)
{
  if (is_urgent (self))
    xb_due_open (first_due (self), GTK_WIDGET (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.new-certification", "x", (gint64) 0);
}

static void
show_list (XbTodayPage *self)
{
  g_autoptr(GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);
  guint skip = is_urgent (self) ? 1 : 0; /* it stands above */

  for (guint i = skip; i < self->today->due->len; i++)
    g_ptr_array_add (rest, g_object_ref (g_ptr_array_index (self->today->due, i)));
  xb_due_list_set_due (self->due, rest, self->today->n_due - skip, self->day);
}

static void
show_day (XbTodayPage *self)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (xb_page_get_workspace (XB_PAGE (self)));
  const guint64 *health = self->today->health;
  const gboolean done[XB_N_FIRST_STEPS] = {
    [XB_FIRST_STEP_BUSINESS] = business != NULL,
    [XB_FIRST_STEP_NUMBERS] = self->today->n_numbers > 0,
    [XB_FIRST_STEP_CERTIFICATION] = health[XB_HEALTH_PROGRESS] + health[XB_HEALTH_ATTENTION] + health[XB_HEALTH_LIVE] > 0,
  };
  gboolean set_up = done[XB_FIRST_STEP_BUSINESS] && done[XB_FIRST_STEP_NUMBERS] && done[XB_FIRST_STEP_CERTIFICATION];
  gboolean urgent = is_urgent (self);

  show_summary (self);
  if (urgent)
    show_urgent (self);
  else
    show_calm (self);
  gtk_widget_set_visible (self->hero, urgent || set_up);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), !set_up);
  xb_first_steps_set_done (self->steps, done, !urgent);
  gtk_widget_set_visible (GTK_WIDGET (self->health), self->today->n_numbers > 0);
  xb_health_view_set_counts (self->health, health);
  show_list (self);
}

/* A damaged file does not get better by trying again. */
static void
show_ways_out (XbTodayPage *self,
               gboolean     damaged)
{
  gtk_widget_set_visible (self->restore, damaged);
  if (damaged)
    gtk_widget_remove_css_class (self->retry, "suggested-action");
  else
    gtk_widget_add_css_class (self->retry, "suggested-action");
}

static void
read_cb (XbTodayPage *self)
{
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  const GError *error = xb_today_reader_get_error (self->reader);

  self->today = xb_today_reader_get_today (self->reader);
  self->day = xb_today_reader_get_day (self->reader);
  if (error != NULL)
    {
      xb_empty_page_set_text (self->problem, "dialog-warning-symbolic", _("Today Cannot Be Read"), error->message);
      show_ways_out (self, g_error_matches (error, XB_ERROR, XB_ERROR_DAMAGED));
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  else if (self->today != NULL)
    {
      show_day (self);
      gtk_stack_set_visible_child_name (self->stack, !self->chosen && xb_workspace_is_empty (workspace) ? "welcome" : "day");
    }
}

/* "Set up": the three steps, of which none is done yet. */
static void
set_up_cb (XbTodayPage *self)
{
  self->chosen = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "day");
  gtk_widget_activate_action (GTK_WIDGET (self), "app.business", NULL);
}

static GtkWidget *
add_choice (XbTodayPage *self,
            const char  *title,
            const char  *why)
{
  GtkWidget *button = xb_choice_button_new (title, why);

  gtk_box_append (self->choices, button);
  return button;
}

static void
read_again (XbTodayPage *self)
{
  if (self->reader != NULL)
    xb_today_reader_read_again (self->reader);
}

static void
xb_today_page_shown (XbPage *page)
{
  read_again (XB_TODAY_PAGE (page));
}

static gboolean
xb_today_page_is_reading (XbPage *page)
{
  return strcmp (gtk_stack_get_visible_child_name (XB_TODAY_PAGE (page)->stack), "reading") == 0;
}

static void
xb_today_page_constructed (GObject *object)
{
  XbTodayPage *self = XB_TODAY_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));

  G_OBJECT_CLASS (xb_today_page_parent_class)->constructed (object);
  if (workspace == NULL)
    return;
  self->reader = xb_today_reader_ref_for (workspace);
  g_signal_connect_object (self->reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
}

static void
xb_today_page_dispose (GObject *object)
{
  XbTodayPage *self = XB_TODAY_PAGE (object);

  g_clear_object (&self->reader);
  self->today = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL); /* before the template takes it away behind the bin’s back */
  gtk_widget_dispose_template (GTK_WIDGET (self), XB_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (xb_today_page_parent_class)->dispose (object);
}

static void
xb_today_page_class_init (XbTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xb_today_page_constructed;
  object_class->dispose = xb_today_page_dispose;
  XB_PAGE_CLASS (klass)->shown = xb_today_page_shown;
  XB_PAGE_CLASS (klass)->is_reading = xb_today_page_is_reading;

  g_type_ensure (XB_TYPE_DUE_LIST);
  g_type_ensure (XB_TYPE_EMPTY_PAGE);
  g_type_ensure (XB_TYPE_FIRST_STEPS);
  g_type_ensure (XB_TYPE_HEALTH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, choices);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, problem);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, health);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, hero);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, hero_facts);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, hero_title);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, hero_detail);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, hero_button);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, steps);
  gtk_widget_class_bind_template_child (widget_class, XbTodayPage, due);
  gtk_widget_class_bind_template_callback (widget_class, hero_clicked_cb);
}

static void
xb_today_page_init (XbTodayPage *self)
{
  GtkWidget *set_up, *practise;

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up = add_choice (self, _("Set Up My Business"), _("The business, its numbers, the first certification: three calm steps"));
  gtk_widget_add_css_class (set_up, "suggested-action");
  g_signal_connect_object (set_up, "clicked", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  practise = add_choice (self, _("Practise First"), _("A made-up business in a window of its own: nothing is real, nothing leaves this computer"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (practise), "app.practice");
  self->restore = xb_empty_page_add_button (self->problem, _("Restore a _Backup…"), "app.restore");
  gtk_widget_set_visible (self->restore, FALSE);
  self->retry = xb_empty_page_add_button (self->problem, _("_Try Again"), NULL);
  g_signal_connect_object (self->retry, "clicked", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
}

/** xb_today_page_get_view: Returns: "reading", "welcome", "day" or "problem" */
const char *
xb_today_page_get_view (XbTodayPage *self)
{
  g_return_val_if_fail (XB_IS_TODAY_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
