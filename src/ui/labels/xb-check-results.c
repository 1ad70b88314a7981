/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-check-results.h"
#include "xb-dialogs.h"
#include "xb-format.h"
#include "xb-label-editor-draft.h"
#include "xb-rows.h"
#include "xb-state-mark.h"
#include "xb-ui.h"
#include "xb-verdict-look.h"

#define FIRST_ROWS 100
#define MORE_ROWS  400

/* What the check of many labels found, a group for each verdict. A row opens the editor. */
struct _XbCheckResults
{
  AdwBin           parent_instance;

  XbWorkspace     *workspace;
  const XbCheckup *checkup; /* (nullable): borrowed */
  guint            shown;   /* rows so far */
  GtkWidget       *summary;
  GtkWidget       *groups[4];
  GtkWidget       *lists[4];
  GtkWidget       *more;
  GPtrArray       *rows;
};

G_DEFINE_FINAL_TYPE (XbCheckResults, xb_check_results, ADW_TYPE_BIN)

static char *
dup_where (const XbCheckedLabel *label)
{
  if (label->line > 0)
    return g_strdup_printf (_("line %u"), label->line);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", label->numbers->len),
                          label->numbers->len);
}

static char *
dup_subtitle (const XbCheckedLabel *label)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < label->report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (label->report->findings, i);

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", finding->message,
                              finding->law != NULL ? " · " : "", finding->law != NULL ? finding->law : "");
      if (finding->suggestions != NULL && finding->suggestions[0] != NULL)
        g_string_append_printf (text, _(" → %s"), finding->suggestions[0]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* in the words of the groups below */
static char *
dup_summary (const XbCheckup *checkup)
{
  g_autofree char *count = xb_format_count (checkup->checked);
  g_autoptr(GString) text = g_string_new (NULL);

  if (checkup->checked == 0)
    return g_strdup (_("There was no label to check"));
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s label checked", "%s labels checked", checkup->checked),
                          count);
  for (int i = XB_VERDICT_ERROR; i >= XB_VERDICT_OK; i--)
    if (checkup->n[i] > 0)
      g_string_append_printf (text, " · %s %u", xb_verdict_get_label (i), checkup->n[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
activated_cb (XbCheckResults *self,
              GtkListBoxRow  *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "xb-index"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  const XbCheckedLabel *label;
  XbLabelDraft draft = { 0 };

  if (self->checkup == NULL || index >= self->checkup->labels->len)
    return;
  label = g_ptr_array_index (self->checkup->labels, index);
  draft.text = label->text;
  draft.platform = label->platform;
  if (label->numbers != NULL)
    {
      draft.numbers = (const gint64 *) label->numbers->data;
      draft.n_numbers = label->numbers->len;
    }
  xb_label_editor_open_draft (application, self->workspace, &draft);
}

static void
add_row (XbCheckResults *self,
         guint           index)
{
  const XbCheckedLabel *label = g_ptr_array_index (self->checkup->labels, index);
  const XbVerdictLook *look = xb_verdict_get_look (label->report->verdict);
  GtkWidget *row = adw_action_row_new (), *mark = xb_state_mark_new (look->shape, 16), *where;
  g_autofree char *subtitle = dup_subtitle (label);
  g_autofree char *place = dup_where (label);

  xb_row_set_title (row, label->text);
  xb_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  xb_widget_set_tone (mark, look->tone);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  where = gtk_label_new (place);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_widget_add_css_class (where, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), where);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "xb-index", GUINT_TO_POINTER (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->lists[label->report->verdict]), row);
  gtk_widget_set_visible (self->groups[label->report->verdict], TRUE);
  g_ptr_array_add (self->rows, row);
}

static void
show_more (XbCheckResults *self,
           guint           count)
{
  guint end = MIN (self->shown + count, self->checkup->labels->len);

  while (self->shown < end)
    add_row (self, self->shown++);
  gtk_widget_set_visible (self->more, end < self->checkup->labels->len);
}

static void
more_cb (XbCheckResults *self)
{
  if (self->checkup != NULL)
    show_more (self, MORE_ROWS);
}

static void
xb_check_results_dispose (GObject *object)
{
  XbCheckResults *self = XB_CHECK_RESULTS (object);

  self->checkup = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_check_results_parent_class)->dispose (object);
}

static void
xb_check_results_class_init (XbCheckResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_check_results_dispose;
}

static void
xb_check_results_init (XbCheckResults *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "title-4");
  gtk_box_append (GTK_BOX (column), self->summary);
  for (int i = XB_VERDICT_ERROR; i >= XB_VERDICT_OK; i--)
    {
      const char *title = xb_verdict_get_label (i);

      self->groups[i] = adw_preferences_group_new ();
      self->lists[i] = xb_boxed_list_new (title);
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[i]), title);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[i]), self->lists[i]);
      g_signal_connect_object (self->lists[i], "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (column), self->groups[i]);
    }
  self->more = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), self->more);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_check_results_new (XbWorkspace *workspace)
{
  XbCheckResults *self = g_object_new (XB_TYPE_CHECK_RESULTS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/** xb_check_results_show: @checkup: (nullable): borrowed; it must live until another one is shown */
void
xb_check_results_show (XbCheckResults  *self,
                       const XbCheckup *checkup)
{
  g_return_if_fail (XB_IS_CHECK_RESULTS (self));

  self->checkup = checkup;
  self->shown = 0;
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (self->lists[i])) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->lists[i]), child);
      gtk_widget_set_visible (self->groups[i], FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), checkup != NULL);
  if (checkup != NULL)
    {
      g_autofree char *summary = dup_summary (checkup);

      gtk_label_set_label (GTK_LABEL (self->summary), summary);
      xb_dialogs_announce (GTK_WIDGET (self), summary);
      show_more (self, FIRST_ROWS);
    }
}

/** xb_check_results_get_row: Returns: (nullable): the gravest first */
GtkWidget *
xb_check_results_get_row (XbCheckResults *self,
                          guint           index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}
