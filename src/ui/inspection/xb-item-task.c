/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-inspection-rules.h"
#include "xb-item-task.h"
#include "xb-ui.h"
#include "xb-workspace-incident.h"

/* What becomes of an item that failed, one press away: it has to be mended by a day, or the label goes back. */
struct _XbItemTask
{
  AdwBin            parent_instance;

  XbWorkspace      *workspace;
  XbInspectionItem *item; /* (nullable) */
  gint64            task; /* one that is open; 0: none */
  gint64            label; /* to be put back; 0: none */
  gint64            incident; /* that is open for it; 0: none */

  GtkWidget        *text;
  GtkWidget        *button;
  GtkWidget        *later; /* only a thing to do, where an incident is offered */
  GtkWidget        *correct; /* what holds now goes into the register */
};

G_DEFINE_FINAL_TYPE (XbItemTask, xb_item_task, ADW_TYPE_BIN)

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbItemTask) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_toast (GTK_WIDGET (self), error->message);
}

/* Something wrong that callers see of a number has three clocks of its own. */
static gboolean
calls_for_incident (XbItemTask *self)
{
  return xb_inspection_item_get_number_id (self->item) != 0 &&
         xb_inspection_item_suggest_task (self->item) != XB_INSPECTION_TASK_KIND_MEND;
}

static void
open_incident (XbItemTask *self)
{
  gboolean mark = xb_inspection_item_suggest_task (self->item) == XB_INSPECTION_TASK_KIND_MARK;
  const char *seen = xb_inspection_item_get_seen (self->item);

  xb_workspace_open_incident_async (self->workspace, xb_inspection_item_get_number_id (self->item),
                                    mark ? XB_INCIDENT_KIND_MARK : XB_INCIDENT_KIND_WRONG_INFO,
                                    xb_inspection_item_get_platform (self->item), XB_INCIDENT_ORIGIN_INSPECTION,
                                    xb_record_get_id (XB_RECORD (self->item)), 0,
                                    seen != NULL && *seen != '\0' ? seen : NULL, NULL, done_cb, g_object_ref (self));
}

static void
later_cb (XbItemTask *self)
{
  if (self->item != NULL)
    xb_workspace_open_inspection_task_async (self->workspace, xb_record_get_id (XB_RECORD (self->item)),
                                             xb_inspection_item_suggest_task (self->item), NULL, NULL, done_cb,
                                             g_object_ref (self));
}

/* The report of the month is not in yet, or not all of it. */
static gboolean
wants_report (XbItemTask *self)
{
  XbInspectionResult result = xb_inspection_item_get_result (self->item);

  return self->task == 0 && g_strcmp0 (xb_inspection_item_get_topic (self->item), "data") == 0 &&
         (result == XB_INSPECTION_RESULT_OPEN || result == XB_INSPECTION_RESULT_FAIL);
}

static void
corrected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbItemTask) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      xb_dialogs_toast (GTK_WIDGET (self), _("The register says so now"));
      gtk_widget_set_sensitive (self->correct, FALSE);
    }
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_toast (GTK_WIDGET (self), error->message);
}

static void
correct_cb (XbItemTask *self)
{
  if (self->item != NULL)
    xb_workspace_correct_register_async (self->workspace, xb_record_get_id (XB_RECORD (self->item)), NULL, corrected_cb,
                                         g_object_ref (self));
}

/** xb_item_task_act: what the button does */
void
xb_item_task_act (XbItemTask *self)
{
  g_return_if_fail (XB_IS_ITEM_TASK (self));

  if (self->item == NULL)
    return;
  if (self->label != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-label", "x", self->label);
  else if (self->incident != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-incident", "x", self->incident);
  else if (wants_report (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.take-in-report", NULL);
  else if (self->task == 0 && calls_for_incident (self))
    open_incident (self);
  else if (self->task != 0)
    xb_workspace_close_inspection_task_async (self->workspace, self->task, TRUE, NULL, NULL, done_cb, g_object_ref (self));
  else
    xb_workspace_open_inspection_task_async (self->workspace, xb_record_get_id (XB_RECORD (self->item)),
                                             xb_inspection_item_suggest_task (self->item), NULL, NULL, done_cb,
                                             g_object_ref (self));
}

static void
set_words (XbItemTask *self,
           const char *text,
           const char *verb)
{
  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_button_set_label (GTK_BUTTON (self->button), verb != NULL ? verb : "");
  gtk_widget_set_visible (self->button, verb != NULL);
  gtk_widget_set_visible (self->later, FALSE);
  gtk_widget_set_visible (self->correct, self->item != NULL && xb_inspection_item_knows_better (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
show_task (XbItemTask       *self,
           XbInspectionTask *task)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *day = xb_format_day (xb_inspection_task_get_due (task), today);
  g_autofree char *text = NULL;

  if (xb_inspection_task_get_closed_at (task) != 0)
    {
      set_words (self, _("It was mended after this inspection."), NULL);
      return;
    }
  self->task = xb_record_get_id (XB_RECORD (task));
  self->incident = xb_inspection_task_get_incident_id (task);
  text = self->incident != 0 ? g_strdup (_("An incident is open for it."))
                             : g_strdup_printf (_("It stands among the things to do: by %s."), day);
  set_words (self, text, self->incident != 0 ? _("_Look at the Incident") : _("It Is _Mended"));
}

static void
show_report (XbItemTask *self)
{
  set_words (self, _("Download the report from the platform and take it in here. This item then fills itself."),
             _("Take In the _Report…"));
  gtk_widget_set_visible (self->later, xb_inspection_item_get_result (self->item) == XB_INSPECTION_RESULT_FAIL);
}

static void
show_failed (XbItemTask    *self,
             XbRecognition  recognition)
{
  g_autoptr(XbInspectionTask) task = NULL;

  if (xb_inspection_item_get_task_id (self->item) != 0)
    task = xb_workspace_ref_inspection_task (self->workspace, xb_inspection_item_get_task_id (self->item));
  if (task != NULL)
    show_task (self, task);
  else if (wants_report (self))
    show_report (self);
  else if (xb_inspection_item_get_section (self->item) == XB_INSPECTION_SECTION_DISPLAY &&
           recognition == XB_RECOGNITION_OFF)
    set_words (self, _("The phone’s own recognition is off: it shows no name whatever the platform does. Switch it on and "
                       "call again."), _("_Mend It All the Same"));
  else if (!calls_for_incident (self))
    set_words (self, _("Who mends it, and by when? Put it among the things to do."), _("To the Things to _Do"));
  else
    {
      set_words (self, _("Callers are told something wrong: begin within hours, not days."), _("_New Incident"));
      gtk_widget_set_visible (self->later, TRUE);
    }
}

static void
xb_item_task_dispose (GObject *object)
{
  XbItemTask *self = XB_ITEM_TASK (object);

  g_clear_object (&self->item);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_item_task_parent_class)->dispose (object);
}

static void
xb_item_task_class_init (XbItemTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_item_task_dispose;
}

static void
xb_item_task_init (XbItemTask *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->text = gtk_label_new (NULL);
  self->button = gtk_button_new_with_mnemonic ("");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  self->later = gtk_button_new_with_mnemonic (_("To the Things to _Do"));
  gtk_widget_add_css_class (self->later, "flat");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "stop");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (xb_item_task_act), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (buttons), self->later);
  self->correct = gtk_button_new_with_mnemonic (_("Put It into the _Register"));
  gtk_widget_add_css_class (self->correct, "flat");
  g_signal_connect_object (self->correct, "clicked", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->correct);
  gtk_box_append (GTK_BOX (box), buttons);
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_item_task_new (void)
{
  return g_object_new (XB_TYPE_ITEM_TASK, NULL);
}

void
xb_item_task_set_workspace (XbItemTask  *self,
                            XbWorkspace *workspace)
{
  g_return_if_fail (XB_IS_ITEM_TASK (self));

  g_set_object (&self->workspace, workspace);
}

/** xb_item_task_show: @recognition: what is entered about the phone, stored or not */
void
xb_item_task_show (XbItemTask       *self,
                   XbInspectionItem *item,
                   XbRecognition     recognition)
{
  XbInspectionResult result = xb_inspection_item_get_result (item);

  g_return_if_fail (XB_IS_ITEM_TASK (self));

  if (self->item != item)
    gtk_widget_set_sensitive (self->correct, TRUE);
  g_set_object (&self->item, item);
  self->task = 0;
  self->label = 0;
  self->incident = 0;
  if (xb_inspection_item_get_section (item) == XB_INSPECTION_SECTION_STALE && result != XB_INSPECTION_RESULT_PASS &&
      xb_inspection_item_get_label_id (item) != 0)
    {
      self->label = xb_inspection_item_get_label_id (item);
      set_words (self, _("The old label still shows. Put back what was there before."), _("_Put It Back"));
    }
  else if (result == XB_INSPECTION_RESULT_FAIL)
    show_failed (self, recognition);
  else if (wants_report (self))
    show_report (self);
  else if (result == XB_INSPECTION_RESULT_PASS && xb_inspection_item_knows_better (item))
    set_words (self, _("The register says something else."), NULL);
  else
    set_words (self, NULL, NULL);
}

/** xb_item_task_get_text: Returns: (transfer none): what is said; "" where there is nothing to do */
const char *
xb_item_task_get_text (XbItemTask *self)
{
  g_return_val_if_fail (XB_IS_ITEM_TASK (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->text));
}
