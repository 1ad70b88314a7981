/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-due-list.h"
#include "xb-due-look.h"
#include "xb-due-row.h"
#include "xb-format.h"

/* So many fill a large window; more are wanted seldom, and then all of them. */
#define ROWS_AT_FIRST 20
#define ROWS_AT_ONCE  50

/* What is due, in boxed lists: overdue, today, later. Long lists come in portions. */
struct _XbDueList
{
  AdwBin     parent_instance;

  GPtrArray *due;   /* (nullable) (element-type XbDue) */
  guint64    n_due; /* all of them, also those that were not read */
  char      *today;
  guint      shown;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (XbDueList, xb_due_list, ADW_TYPE_BIN)

typedef enum
{
  GROUP_OVERDUE,
  GROUP_TODAY,
  GROUP_LATER,
  N_GROUPS,
} Group;

static Group
find_group (XbDueList *self,
            XbDue     *due)
{
  int order = xb_due_get_overdue (due) ? -1 : g_strcmp0 (xb_due_get_due (due), self->today);

  return order < 0 ? GROUP_OVERDUE : order == 0 ? GROUP_TODAY : GROUP_LATER;
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  xb_due_open (xb_due_row_get_due (XB_DUE_ROW (row)), GTK_WIDGET (row));
}

static GtkWidget *
add_group (XbDueList *self,
           Group      group)
{
  static const char *const titles[N_GROUPS] = { N_("Overdue"), NC_("due", "Today"), N_("Later") };
  const char *title = group == GROUP_TODAY ? g_dpgettext2 (GETTEXT_PACKAGE, "due", titles[group]) : _(titles[group]);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title), *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self->groups), box);
  return list;
}

static void
add_rest (XbDueList *self)
{
  g_autofree char *count = xb_format_count (self->n_due - self->shown);
  g_autofree char *text = g_strdup_printf (_("Show _More (%s)"), count);
  GtkWidget *button;

  if (self->shown >= self->due->len)
    {
      /* the most urgent ones were read; those come up when these are done */
      g_autofree char *rest = g_strdup_printf (_("And %s more, which come up when these are done"), count);
      GtkWidget *label = gtk_label_new (rest);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->groups), label);
      return;
    }
  button = gtk_button_new_with_mnemonic (text);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "due.show-more");
  gtk_box_append (GTK_BOX (self->groups), button);
}

static void
fill (XbDueList *self)
{
  GtkWidget *lists[N_GROUPS] = { NULL };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  if (self->due == NULL)
    return;
  self->shown = MIN (MAX (self->shown, ROWS_AT_FIRST), self->due->len);
  for (guint i = 0; i < self->shown; i++)
    {
      XbDue *due = g_ptr_array_index (self->due, i);
      Group group = find_group (self, due);

      if (lists[group] == NULL)
        lists[group] = add_group (self, group);
      gtk_list_box_append (GTK_LIST_BOX (lists[group]), xb_due_row_new (due, self->today));
    }
  if (self->n_due > self->shown)
    add_rest (self);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  XB_DUE_LIST (widget)->shown += ROWS_AT_ONCE;
  fill (XB_DUE_LIST (widget));
}

static void
xb_due_list_finalize (GObject *object)
{
  XbDueList *self = XB_DUE_LIST (object);

  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self->today);
  G_OBJECT_CLASS (xb_due_list_parent_class)->finalize (object);
}

static void
xb_due_list_class_init (XbDueListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_due_list_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "due.show-more", NULL, more_action);
}

static void
xb_due_list_init (XbDueList *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_bin_set_child (ADW_BIN (self), self->groups);
}

GtkWidget *
xb_due_list_new (void)
{
  return g_object_new (XB_TYPE_DUE_LIST, NULL);
}

static gboolean
same_due (XbDue *a,
          XbDue *b)
{
  return g_strcmp0 (xb_due_get_object (a), xb_due_get_object (b)) == 0 &&
         g_strcmp0 (xb_due_get_kind (a), xb_due_get_kind (b)) == 0 &&
         g_strcmp0 (xb_due_get_title (a), xb_due_get_title (b)) == 0 &&
         g_strcmp0 (xb_due_get_detail (a), xb_due_get_detail (b)) == 0 &&
         g_strcmp0 (xb_due_get_due (a), xb_due_get_due (b)) == 0;
}

static gboolean
is_same (XbDueList  *self,
         GPtrArray  *due,
         guint64     n_due,
         const char *today)
{
  if (self->due == NULL || self->due->len != due->len || self->n_due != n_due || g_strcmp0 (self->today, today) != 0)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    if (!same_due (self->due->pdata[i], due->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The row with the focus, so that a new list does not throw the keyboard back to the start. */
static char *
dup_focused_object (XbDueList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) || !XB_IS_DUE_ROW (focus))
    return NULL;
  return g_strdup (xb_due_get_object (xb_due_row_get_due (XB_DUE_ROW (focus))));
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *object)
{
  if (XB_IS_DUE_ROW (widget))
    return g_strcmp0 (xb_due_get_object (xb_due_row_get_due (XB_DUE_ROW (widget))), object) == 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, object);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/**
 * xb_due_list_set_due:
 * @due: (element-type XbDue): most urgent first
 * @n_due: how many there are, also beyond @due
 * @today: an ISO date
 */
void
xb_due_list_set_due (XbDueList  *self,
                     GPtrArray  *due,
                     guint64     n_due,
                     const char *today)
{
  g_autofree char *focused = NULL;
  GtkWidget *row;

  g_return_if_fail (XB_IS_DUE_LIST (self));

  if (is_same (self, due, n_due, today))
    return;
  focused = dup_focused_object (self);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = g_ptr_array_ref (due);
  self->n_due = n_due;
  g_free (self->today);
  self->today = g_strdup (today);
  fill (self);
  row = focused != NULL ? find_row (GTK_WIDGET (self), focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/** xb_due_list_get_n_rows: Returns: how many rows are shown */
guint
xb_due_list_get_n_rows (XbDueList *self)
{
  g_return_val_if_fail (XB_IS_DUE_LIST (self), 0);

  return self->due != NULL ? self->shown : 0;
}
