/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-inspection-look.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-words.h"
#include "xb-item-row.h"
#include "xb-ui.h"

/* One item in the list beside: its mark, what it is, what became of it. The first of a section has its heading. */
struct _XbItemRow
{
  GtkWidget         parent_instance;

  XbWorkspace      *workspace;
  XbInspectionItem *item; /* (nullable) */
  gboolean          heads;

  GtkWidget        *column;
  GtkWidget        *section;
  GtkWidget        *mark;
  GtkWidget        *title;
  GtkWidget        *detail;
};

G_DEFINE_FINAL_TYPE (XbItemRow, xb_item_row, GTK_TYPE_WIDGET)

static char *
dup_platform (XbItemRow *self)
{
  const char *key = xb_inspection_item_get_platform (self->item);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  return g_strdup (platform != NULL ? xb_platform_get_name (platform) : key);
}

/* In a word: the result, and how it stands to the last time. */
static char *
dup_detail (XbItemRow *self)
{
  XbInspectionResult result = xb_inspection_item_get_result (self->item);
  XbInspectionChange change = xb_inspection_compare (xb_inspection_item_get_last (self->item), result);
  const char *word = xb_inspection_result_get_title (result);
  g_autofree char *found = xb_inspection_item_dup_found (self->item);
  gboolean telling = change == XB_INSPECTION_CHANGE_WORSE || change == XB_INSPECTION_CHANGE_BETTER ||
                     change == XB_INSPECTION_CHANGE_STILL;

  if (telling)
    return g_strdup_printf ("%s · %s", word, xb_inspection_change_get_title (change));
  if (*found != '\0')
    return g_strdup_printf ("%s · %s", word, found);
  return g_strdup (word);
}

static void
update (XbItemRow *self)
{
  XbInspectionResult result = xb_inspection_item_get_result (self->item);
  g_autofree char *platform = dup_platform (self);
  g_autofree char *title = xb_inspection_item_dup_title (self->item, platform);
  g_autofree char *detail = dup_detail (self);
  g_autofree char *spoken = g_strconcat (title, _(", "), detail, NULL);

  gtk_label_set_label (GTK_LABEL (self->section),
                       xb_inspection_section_get_title (xb_inspection_item_get_section (self->item)));
  gtk_widget_set_visible (self->section, self->heads);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  xb_state_mark_set_shape (XB_STATE_MARK (self->mark), xb_mark_for_inspection_result (result));
  xb_widget_set_tone (self->mark, xb_tone_for_inspection_result (result));
  xb_cell_set_name (GTK_WIDGET (self), spoken);
}

static void
xb_item_row_dispose (GObject *object)
{
  XbItemRow *self = XB_ITEM_ROW (object);

  xb_item_row_set_item (self, NULL, FALSE);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_item_row_parent_class)->dispose (object);
}

static void
xb_item_row_class_init (XbItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_item_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "item-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
xb_item_row_init (XbItemRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->section = make_label ("heading");
  self->column = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->mark = xb_state_mark_new (XB_MARK_RING, 16);
  self->title = make_label (NULL);
  self->detail = make_label ("caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_widget_add_css_class (self->section, "section");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->detail);
  gtk_box_append (GTK_BOX (self->column), self->mark);
  gtk_box_append (GTK_BOX (self->column), texts);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

GtkWidget *
xb_item_row_new (XbWorkspace *workspace)
{
  XbItemRow *self = g_object_new (XB_TYPE_ITEM_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/** xb_item_row_set_item: @item: (nullable): followed from now on; @heads: it is the first of its section */
void
xb_item_row_set_item (XbItemRow        *self,
                      XbInspectionItem *item,
                      gboolean          heads)
{
  g_return_if_fail (XB_IS_ITEM_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  self->heads = heads;
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/** xb_item_row_get_item: Returns: (transfer none) (nullable) */
XbInspectionItem *
xb_item_row_get_item (XbItemRow *self)
{
  g_return_val_if_fail (XB_IS_ITEM_ROW (self), NULL);

  return self->item;
}

const char *
xb_item_row_get_title (XbItemRow *self)
{
  g_return_val_if_fail (XB_IS_ITEM_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->title));
}
