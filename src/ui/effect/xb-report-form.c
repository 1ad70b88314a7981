/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "xb-day-entry.h"
#include "xb-day.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-progress-row.h"
#include "xb-report-form.h"
#include "xb-ui.h"
#include "xb-workspace-effect.h"
#include "xb-workspace-roi.h"

/* The report that an owner hands to a partner: of which time, as what, and where it goes. */
struct _XbReportForm
{
  XbForm        parent_instance;

  GtkWidget    *page;    /* (nullable) (weak): says that it is done */
  GArray       *periods; /* of XbEffectPeriod, in the order of the choice */
  GCancellable *writing; /* (nullable): of the report under way */

  XbEffectPeriod own;    /* any days in a row: the last of the choice */
  GtkWidget    *period;
  GtkWidget    *from;
  GtkWidget    *until;
  GtkWidget    *days;
  GtkWidget    *kind;
  GtkWidget    *choice;  /* the rows, */
  GtkWidget    *running; /* and what stands in their place while the report is made */
  GtkWidget    *progress;
};

G_DEFINE_FINAL_TYPE (XbReportForm, xb_report_form, XB_TYPE_FORM)

enum
{
  KIND_PDF,
  KIND_BOOK,
};

#define QUARTERS 4
#define MONTHS 6
#define YEARS 2

static const XbEffectPeriod *
get_period (XbReportForm *self)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self->period));

  return index < self->periods->len ? &g_array_index (self->periods, XbEffectPeriod, index) : &self->own;
}

/* Returns: whether the two days of one's own are a period; what is wrong stands where the days are told */
static gboolean
read_own (XbReportForm *self)
{
  const char *from = xb_day_entry_get_day (XB_DAY_ENTRY (self->from)), *until = xb_day_entry_get_day (XB_DAY_ENTRY (self->until));
  g_autoptr(GError) error = NULL;

  if (from != NULL && until != NULL && xb_effect_period_read (&self->own, from, until, &error))
    return TRUE;
  xb_row_set_subtitle (self->days, error != NULL ? error->message : _("Enter the first and the last day."));
  return FALSE;
}

static gboolean
is_book (XbReportForm *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) == KIND_BOOK;
}

static void
period_cb (XbReportForm *self)
{
  XbWorkspace *workspace = xb_form_get_workspace (XB_FORM (self));
  const XbEffectPeriod *period = get_period (self);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  gboolean own = period == &self->own, ready = !own || read_own (self);
  g_autofree char *days = NULL;
  g_autofree char *compared = NULL;
  g_autofree char *text = NULL;
  gboolean over;
  XbEffectPeriod before;

  gtk_widget_set_visible (self->from, own);
  gtk_widget_set_visible (self->until, own);
  xb_form_set_ready (XB_FORM (self), ready);
  if (!ready)
    return;
  over = strcmp (period->until, today) < 0;
  days = xb_effect_period_dup_days (period);
  xb_effect_period_before (period, &before);
  compared = xb_effect_period_dup_title (&before);
  text = g_strdup_printf (over ? _("%1$s, compared with %2$s") : _("%1$s, not over yet, compared with %2$s"), days, compared);
  xb_row_set_subtitle (self->days, text);
}

/* Asked for by its name in the window's language. */
char *
xb_report_form_dup_name (XbReportForm *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (XB_IS_REPORT_FORM (self), NULL);

  name = xb_effect_period_dup_name (get_period (self));
  return g_strdup_printf ("%s %s.%s", _("Report on Certified Numbers"), name, is_book (self) ? "xlsx" : "pdf");
}

static void
set_running (XbReportForm *self,
             gboolean      running)
{
  gtk_widget_set_visible (self->choice, !running);
  gtk_widget_set_visible (self->running, running);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  XbReportForm *self = user_data;

  xb_progress_row_update (XB_PROGRESS_ROW (self->progress), total > 0 ? (double) done / (double) total : -1, NULL);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbReportForm) self = user_data;
  GtkWidget *page = self->page;

  g_clear_object (&self->writing);
  set_running (self, FALSE);
  xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  if (xb_form_end (XB_FORM (self), result) && page != NULL)
    xb_dialogs_toast (page, _("The report is saved"));
}

/** xb_report_form_write: @path: where the report goes; what is asked is in the rows */
void
xb_report_form_write (XbReportForm *self,
                      const char   *path)
{
  g_return_if_fail (XB_IS_REPORT_FORM (self));
  g_return_if_fail (self->writing == NULL);

  self->writing = g_cancellable_new ();
  xb_form_set_problem (XB_FORM (self), NULL);
  xb_form_begin (XB_FORM (self));
  set_running (self, TRUE);
  xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), _("Making the report…"), self->writing);
  xb_workspace_write_effect_report_async (xb_form_get_workspace (XB_FORM (self)), get_period (self), NULL, 0, path,
                                          is_book (self), self->writing, progress_cb, self, written_cb, g_object_ref (self));
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  XbReportForm *self = XB_REPORT_FORM (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->writing == NULL && !g_cancellable_is_cancelled (xb_form_get_cancellable (XB_FORM (self))))
    xb_report_form_write (self, path);
}

static void
xb_report_form_act (XbForm *form)
{
  g_autofree char *name = xb_report_form_dup_name (XB_REPORT_FORM (form));

  xb_dialogs_save_file_async (GTK_WIDGET (form), _("Save the Report"), name, xb_form_get_cancellable (form), file_cb, NULL);
}

/* The window closes; the report under way holds it until it has stopped. */
static void
closed_cb (XbReportForm *self)
{
  g_cancellable_cancel (self->writing);
}

static void
xb_report_form_dispose (GObject *object)
{
  XbReportForm *self = XB_REPORT_FORM (object);

  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (xb_report_form_parent_class)->dispose (object);
}

static void
xb_report_form_finalize (GObject *object)
{
  g_array_unref (XB_REPORT_FORM (object)->periods);
  G_OBJECT_CLASS (xb_report_form_parent_class)->finalize (object);
}

static void
xb_report_form_class_init (XbReportFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_report_form_act;
}

static void
xb_report_form_init (XbReportForm *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (XbEffectPeriod));
}

/* From the one in which the last figures are, back in time. */
static void
add_periods (XbReportForm  *self,
             GtkStringList *names,
             const char    *last,
             int            months,
             int            n)
{
  g_autofree char *day = g_strdup (last);

  for (int i = 0; i < n; i++)
    {
      XbEffectPeriod period;
      g_autofree char *title = NULL;

      xb_effect_period_init (&period, day, months);
      title = xb_effect_period_dup_title (&period);
      g_array_append_val (self->periods, period);
      gtk_string_list_append (names, title);
      g_free (day);
      day = xb_day_add (period.from, -1);
    }
}

/* Where one's own days begin: with the quarter that stood there. */
static GtkWidget *
add_day (XbReportForm        *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *day)
{
  GtkWidget *entry = xb_day_entry_new (title);

  xb_day_entry_set_day (XB_DAY_ENTRY (entry), day);
  adw_preferences_group_add (group, entry);
  g_signal_connect_object (entry, "notify::day", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/** xb_report_form_new: @parent: the page that says that it is done */
GtkWindow *
xb_report_form_new (GtkWidget   *parent,
                    XbWorkspace *workspace)
{
  XbReportForm *self = g_object_new (XB_TYPE_REPORT_FORM, "workspace", workspace, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *figures = xb_workspace_dup_last_figures (workspace, 0);
  g_autofree char *last = figures != NULL ? g_strdup (figures) : xb_clock_dup_today (xb_workspace_get_clock (workspace));

  g_set_weak_pointer (&self->page, parent);
  xb_form_set_up (XB_FORM (self), parent, _("Report"), _("_Save…"));
  add_periods (self, names, last, XB_EFFECT_QUARTER, QUARTERS);
  add_periods (self, names, last, XB_EFFECT_MONTH, MONTHS);
  add_periods (self, names, last, XB_EFFECT_YEAR, YEARS);
  gtk_string_list_append (names, _("Other days"));
  self->period = adw_combo_row_new ();
  xb_row_set_title (self->period, _("Period"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->period), G_LIST_MODEL (names));
  /* a quarter that is not over says little, so the one before is taken first */
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->period),
                              strcmp (g_array_index (self->periods, XbEffectPeriod, 0).until, last) > 0 ? 1 : 0);
  gtk_string_list_append (kinds, _("PDF"));
  gtk_string_list_append (kinds, _("Excel workbook"));
  self->kind = adw_combo_row_new ();
  xb_row_set_title (self->kind, C_("report", "As"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (kinds));
  adw_preferences_group_set_description (group, _("Answer rates and what they rest on, costs, incidents and inspections, each compared "
                                                  "with the time before: for a partner or for your own records."));
  adw_preferences_group_add (group, self->period);
  self->own = *get_period (self);
  self->from = add_day (self, group, _("First day"), self->own.from);
  self->until = add_day (self, group, _("Last day"), self->own.until);
  self->days = adw_action_row_new ();
  xb_row_set_title (self->days, C_("report", "Days"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->days), 3);
  adw_preferences_group_add (group, self->days);
  adw_preferences_group_add (group, self->kind);
  self->running = adw_preferences_group_new ();
  self->progress = xb_progress_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->running), self->progress);
  self->choice = GTK_WIDGET (group);
  set_running (self, FALSE);
  xb_form_add (XB_FORM (self), self->choice);
  xb_form_add (XB_FORM (self), self->running);
  g_signal_connect_object (xb_form_get_cancellable (XB_FORM (self)), "cancelled", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  period_cb (self);
  return GTK_WINDOW (self);
}
