/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-finding-list.h"
#include "xb-rows.h"

/* A label of a thousand offences is one bad label: nobody reads more rows than this. */
#define MOST_ROWS 20

/* Everything that the check says about one label: what to look at, and what was let through. */
struct _XbFindingList
{
  AdwBin     parent_instance;

  GtkWidget *list;
  char      *shown; /* (nullable): what the rows were made of */
};

G_DEFINE_FINAL_TYPE (XbFindingList, xb_finding_list, ADW_TYPE_BIN)

static void
xb_finding_list_finalize (GObject *object)
{
  g_free (XB_FINDING_LIST (object)->shown);
  G_OBJECT_CLASS (xb_finding_list_parent_class)->finalize (object);
}

static void
xb_finding_list_class_init (XbFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_finding_list_finalize;
}

static void
xb_finding_list_init (XbFindingList *self)
{
  self->list = xb_boxed_list_new (_("What the check says"));
  adw_bin_set_child (ADW_BIN (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_finding_list_new (void)
{
  return g_object_new (XB_TYPE_FINDING_LIST, NULL);
}

/* Rows stay where they are, with the focus in them, as long as they say the same. */
static char *
describe (const XbLintReport *report,
          const XbFinding    *at_cursor)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; report != NULL && i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      g_string_append_printf (out, "%s %u %u %s %d|", finding->rule, finding->start, finding->end, finding->message,
                              finding == at_cursor);
      for (guint k = 0; finding->suggestions != NULL && finding->suggestions[k] != NULL; k++)
        g_string_append_printf (out, "%s|", finding->suggestions[k]);
    }
  for (guint i = 0; report != NULL && i < report->cleared->len; i++)
    {
      const XbCleared *cleared = g_ptr_array_index (report->cleared, i);

      g_string_append_printf (out, "+%s %u %u %s|", cleared->rule, cleared->start, cleared->end, cleared->why);
    }
  return g_string_free (out, FALSE);
}

static void
fill (XbFindingList      *self,
      const XbLintReport *report,
      const char         *text,
      const XbFinding    *at_cursor)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; report != NULL && i < MIN (report->findings->len, MOST_ROWS); i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      gtk_list_box_append (list, xb_finding_row_new (finding, finding == at_cursor));
    }
  for (guint i = 0; report != NULL && i < MIN (report->cleared->len, MOST_ROWS); i++)
    gtk_list_box_append (list, xb_finding_row_new_cleared (g_ptr_array_index (report->cleared, i), text));
}

/**
 * xb_finding_list_show:
 * @report: (nullable)
 * @text: what was judged
 * @at_cursor: (nullable): the finding whose suggestions have the keys
 */
void
xb_finding_list_show (XbFindingList      *self,
                      const XbLintReport *report,
                      const char         *text,
                      const XbFinding    *at_cursor)
{
  g_autofree char *shown = describe (report, at_cursor);

  g_return_if_fail (XB_IS_FINDING_LIST (self));

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  fill (self, report, text, at_cursor);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->shown != '\0');
}

/** xb_finding_list_get_n: Returns: how many rows there are, those that were let through included */
guint
xb_finding_list_get_n (XbFindingList *self)
{
  guint n = 0;

  g_return_val_if_fail (XB_IS_FINDING_LIST (self), 0);

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), n) != NULL)
    n++;
  return n;
}

/** xb_finding_list_get_row: Returns: (transfer none) (nullable) */
XbFindingRow *
xb_finding_list_get_row (XbFindingList *self,
                         guint          index)
{
  g_return_val_if_fail (XB_IS_FINDING_LIST (self), NULL);

  return (XbFindingRow *) gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}
