/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-problem.h"
#include "xb-progress-row.h"
#include "xb-report-choose-page.h"
#include "xb-report-list.h"
#include "xb-rows.h"

/* Where it begins: a file is chosen, or dropped anywhere on the window; below it what was taken in so far. */
struct _XbReportChoosePage
{
  AdwBin         parent_instance;

  XbReportDraft *draft;
  GCancellable  *cancellable; /* of the question for a file */
  GtkWidget     *problem;
  GtkWidget     *choose;
  GtkWidget     *reading;
  GtkWidget     *progress;
};

G_DEFINE_FINAL_TYPE (XbReportChoosePage, xb_report_choose_page, ADW_TYPE_BIN)

static void
stopped_cb (XbReportChoosePage *self)
{
  xb_report_draft_stop (self->draft);
}

/** xb_report_choose_page_update: the draft changed */
void
xb_report_choose_page_update (XbReportChoosePage *self)
{
  gboolean reading;

  g_return_if_fail (XB_IS_REPORT_CHOOSE_PAGE (self));

  reading = xb_report_draft_get_step (self->draft) == XB_REPORT_STEP_READING;
  xb_problem_set_text (XB_PROBLEM (self->problem), xb_report_draft_get_problem (self->draft));
  gtk_widget_set_sensitive (self->choose, !reading);
  if (reading && !gtk_widget_get_visible (self->progress))
    {
      g_autofree char *title = g_strdup_printf (_("Reading “%s”"), xb_report_draft_get_name (self->draft));
      g_autoptr(GCancellable) stop = g_cancellable_new ();

      g_signal_connect_object (stop, "cancelled", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
      xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), title, stop);
    }
  else if (!reading)
    xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  gtk_widget_set_visible (self->reading, reading);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);

  if (file != NULL)
    xb_report_draft_take_file (XB_REPORT_CHOOSE_PAGE (object)->draft, file);
}

static void
choose_cb (XbReportChoosePage *self)
{
  xb_dialogs_open_file_async (GTK_WIDGET (self), _("Choose a Report"), XB_FILES_REPORTS, self->cancellable, chosen_cb, NULL);
}

static void
xb_report_choose_page_dispose (GObject *object)
{
  g_cancellable_cancel (XB_REPORT_CHOOSE_PAGE (object)->cancellable);
  G_OBJECT_CLASS (xb_report_choose_page_parent_class)->dispose (object);
}

static void
xb_report_choose_page_finalize (GObject *object)
{
  XbReportChoosePage *self = XB_REPORT_CHOOSE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (xb_report_choose_page_parent_class)->finalize (object);
}

static void
xb_report_choose_page_class_init (XbReportChoosePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_choose_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_choose_page_finalize;
}

static GtkWidget *
make_line (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_place (XbReportChoosePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("xb-effect-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_widget_add_css_class (icon, "dim-label");
  self->choose = gtk_button_new_with_mnemonic (_("_Choose a File…"));
  gtk_widget_add_css_class (self->choose, "suggested-action");
  gtk_widget_add_css_class (self->choose, "pill");
  gtk_widget_set_halign (self->choose, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_line (_("Choose a report, or drop it here"), "title-2"));
  gtk_box_append (GTK_BOX (box), make_line (_("CSV or Excel (.xlsx), from a platform or the telephone system: calls, answered, marks, "
                                              "complaints, orders, by day or by month. Headings in Chinese or English, in any "
                                              "order. Nothing is stored before you have seen it."), "dim-label"));
  gtk_box_append (GTK_BOX (box), self->choose);
  gtk_widget_add_css_class (box, "drop-place");
  return box;
}

static void
xb_report_choose_page_init (XbReportChoosePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->problem = xb_problem_new ();
  self->progress = xb_progress_row_new ();
  self->reading = xb_boxed_list_new (_("Under way"));
  gtk_list_box_append (GTK_LIST_BOX (self->reading), self->progress);
}

GtkWidget *
xb_report_choose_page_new (XbReportDraft *draft)
{
  XbReportChoosePage *self = g_object_new (XB_TYPE_REPORT_CHOOSE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->draft = g_object_ref (draft);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), make_place (self));
  gtk_box_append (GTK_BOX (box), self->reading);
  gtk_box_append (GTK_BOX (box), xb_report_list_new (xb_report_draft_get_workspace (draft)));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  xb_report_choose_page_update (self);
  return GTK_WIDGET (self);
}

/** xb_report_choose_page_get_problem: Returns: (nullable): the sentence that is shown */
const char *
xb_report_choose_page_get_problem (XbReportChoosePage *self)
{
  g_return_val_if_fail (XB_IS_REPORT_CHOOSE_PAGE (self), NULL);

  return xb_problem_get_text (XB_PROBLEM (self->problem));
}

/** xb_report_choose_page_focus: the page came to the front: the keyboard begins where one goes on */
void
xb_report_choose_page_focus (XbReportChoosePage *self)
{
  g_return_if_fail (XB_IS_REPORT_CHOOSE_PAGE (self));

  gtk_widget_grab_focus (self->choose);
}
