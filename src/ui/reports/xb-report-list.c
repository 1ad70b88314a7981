/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-list-group.h"
#include "xb-report-list.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"

/* The reports that were taken in: where from, which days, how many rows, when. Each can be taken out again, in any order.
 * Not there while there is none. */
struct _XbReportList
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable;
  GListModel   *imports;
  GtkWidget    *group;
};

G_DEFINE_FINAL_TYPE (XbReportList, xb_report_list, ADW_TYPE_BIN)

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbReportList) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->group, TRUE);
  if (done)
    xb_dialogs_toast (GTK_WIDGET (self), _("The report is out again; what it had replaced is back"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The report stays in"), error->message);
}

/** xb_report_list_undo: without asking */
void
xb_report_list_undo (XbReportList *self,
                     gint64        import_id)
{
  g_return_if_fail (XB_IS_REPORT_LIST (self));

  gtk_widget_set_sensitive (self->group, FALSE); /* one at a time: a large one takes seconds */
  xb_workspace_undo_metrics_async (self->workspace, import_id, NULL, undone_cb, g_object_ref (self));
}

typedef struct
{
  XbReportList *list; /* (owned) */
  gint64        id;
} Question;

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr(XbReportList) self = question->list;

  if (xb_dialogs_ask_finish (result, NULL) && !g_cancellable_is_cancelled (self->cancellable))
    xb_report_list_undo (self, question->id);
  g_free (question);
}

static char *
dup_days (XbMetricImport *import)
{
  const char *first = xb_metric_import_get_first_day (import), *last = xb_metric_import_get_last_day (import);

  return g_strcmp0 (first, last) == 0 ? g_strdup (first) : g_strdup_printf (_("%1$s – %2$s"), first, last);
}

static const char *
get_title (XbMetricImport *import)
{
  const char *source = xb_metric_import_get_source (import);

  return source != NULL ? source : xb_metric_import_get_name (import);
}

static void
undo_cb (XbReportList *self,
         GtkWidget    *button)
{
  XbMetricImport *import = g_object_get_data (G_OBJECT (button), "xb-item");
  g_autofree char *days = dup_days (import);
  g_autofree char *new = xb_format_count (xb_metric_import_get_imported (import));
  g_autofree char *old = xb_format_count (xb_metric_import_get_replaced (import));
  g_autofree char *heading = g_strdup_printf (_("Take “%s” out again?"), get_title (import));
  g_autofree char *body = g_strdup_printf (_("%1$s: %2$s rows go, %3$s get back what stood there before."), days, new, old);
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (self), xb_record_get_id (XB_RECORD (import)) };
  xb_dialogs_ask_async (GTK_WIDGET (self), heading, body, _("_Take Out"), XB_ASK_DESTRUCTIVE, self->cancellable, asked_cb,
                        question);
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  XbReportList *self = user_data;
  g_autofree char *name = g_strdup_printf (_("Take out again: %s"), get_title (item));
  GtkWidget *chip = xb_state_chip_new ();
  GtkWidget *undo = xb_row_add_icon_button (row, "edit-undo-symbolic", name);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  xb_state_chip_set_look (XB_STATE_CHIP (chip), XB_MARK_SLASH, "neutral", _("Taken out"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  g_object_set_data (G_OBJECT (undo), "xb-item", item); /* the row holds it */
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  g_object_set_data (G_OBJECT (row), "xb-undo", undo);
  g_signal_connect_object (undo, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
}

static char *
dup_rows (XbMetricImport *import)
{
  gint64 replaced = xb_metric_import_get_replaced (import);
  g_autofree char *rows = xb_format_count (xb_metric_import_get_imported (import) + replaced);
  g_autofree char *old = xb_format_count (replaced);

  return replaced == 0 ? g_strdup_printf (_("%s rows"), rows) : g_strdup_printf (_("%1$s rows, %2$s replaced"), rows, old);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  g_autofree char *days = dup_days (item);
  g_autofree char *rows = dup_rows (item);
  g_autofree char *when = xb_wizard_dup_moment (xb_metric_import_get_at (item));
  g_autofree char *detail = g_strdup_printf ("%s · %s · %s", days, rows, when);
  gboolean undone = xb_metric_import_get_undone_at (item) != 0;

  xb_row_set_title (row, get_title (item));
  xb_row_set_subtitle (row, detail);
  gtk_widget_set_tooltip_text (row, xb_metric_import_get_name (item));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-chip"), undone);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "xb-undo"), !undone && xb_metric_import_get_undoable (item));
}

static void
count_cb (XbReportList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->imports) > 0);
}

static void
xb_report_list_dispose (GObject *object)
{
  XbReportList *self = XB_REPORT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  if (self->imports != NULL)
    g_signal_handlers_disconnect_by_func (self->imports, count_cb, self);
  g_clear_object (&self->imports);
  G_OBJECT_CLASS (xb_report_list_parent_class)->dispose (object);
}

static void
xb_report_list_finalize (GObject *object)
{
  XbReportList *self = XB_REPORT_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_report_list_parent_class)->finalize (object);
}

static void
xb_report_list_class_init (XbReportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_list_finalize;
}

static void
xb_report_list_init (XbReportList *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
xb_report_list_new (XbWorkspace *workspace)
{
  XbReportList *self = g_object_new (XB_TYPE_REPORT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->imports = xb_workspace_list_metric_imports (workspace);
  self->group = xb_list_group_new (_("Reports Taken In"), NULL, self->imports, make_row, update_row, self);
  adw_bin_set_child (ADW_BIN (self), self->group);
  g_signal_connect_object (self->imports, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  return GTK_WIDGET (self);
}
