/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-report-run-page.h"

/* A report is taken in: how far it is, how long it still takes, and a button that stops it. */
struct _XbReportRunPage
{
  AdwBin         parent_instance;

  XbReportDraft *draft;
  GtkWidget     *title;
  GtkWidget     *bar;
  GtkWidget     *rows;
  GtkWidget     *left;
  GtkWidget     *stop;
};

G_DEFINE_FINAL_TYPE (XbReportRunPage, xb_report_run_page, ADW_TYPE_BIN)

static void
stop_cb (XbReportRunPage *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_label (GTK_LABEL (self->left), _("Stopping…"));
  xb_report_draft_stop (self->draft);
}

static void
xb_report_run_page_finalize (GObject *object)
{
  g_clear_object (&XB_REPORT_RUN_PAGE (object)->draft);
  G_OBJECT_CLASS (xb_report_run_page_parent_class)->finalize (object);
}

static void
xb_report_run_page_class_init (XbReportRunPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_report_run_page_finalize;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
xb_report_run_page_init (XbReportRunPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new ();
  GtkWidget *about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = make_label ("title-2");
  self->bar = gtk_progress_bar_new ();
  self->rows = make_label ("numeric");
  self->left = make_label ("dim-label");
  self->stop = gtk_button_new_with_mnemonic (_("_Stop"));
  gtk_widget_add_css_class (self->stop, "pill");
  gtk_widget_set_halign (self->stop, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->left, "numeric");
  gtk_box_append (GTK_BOX (about), self->rows);
  gtk_box_append (GTK_BOX (about), self->left);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), self->stop);
  gtk_widget_add_css_class (box, "page");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_report_run_page_new (XbReportDraft *draft)
{
  XbReportRunPage *self = g_object_new (XB_TYPE_REPORT_RUN_PAGE, NULL);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

/** xb_report_run_page_begin: a report begins to be taken in; the keyboard stands on the button that stops it */
void
xb_report_run_page_begin (XbReportRunPage *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (XB_IS_REPORT_RUN_PAGE (self));

  title = g_strdup_printf (_("Taking in “%s”"), xb_report_draft_get_name (self->draft));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_label_set_label (GTK_LABEL (self->rows), "");
  gtk_label_set_label (GTK_LABEL (self->left), _("Until it is done, nothing of it is stored."));
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_widget_grab_focus (self->stop);
}

/** xb_report_run_page_progress: it went on */
void
xb_report_run_page_progress (XbReportRunPage *self)
{
  const XbMetricsSurvey *survey;
  double fraction;
  guint64 all;
  gint64 left;
  g_autofree char *done = NULL;
  g_autofree char *of = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *time = NULL;

  g_return_if_fail (XB_IS_REPORT_RUN_PAGE (self));

  survey = xb_report_draft_get_survey (self->draft);
  fraction = CLAMP (xb_report_draft_get_fraction (self->draft), 0, 1);
  left = xb_report_draft_get_seconds_left (self->draft);
  all = survey != NULL ? survey->result->rows + survey->result->skipped : 0;
  done = xb_format_count ((guint64) (fraction * (double) all));
  of = xb_format_count (all);
  rows = g_strdup_printf (_("%1$s of %2$s rows"), done, of);
  time = left >= 0 ? xb_format_time_left (left) : NULL;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
  gtk_label_set_label (GTK_LABEL (self->rows), rows);
  if (time != NULL && gtk_widget_get_sensitive (self->stop)) /* otherwise it is stopping, and says so */
    gtk_label_set_label (GTK_LABEL (self->left), time);
}
