/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-chips.h"
#include "xb-phone.h"
#include "xb-ui.h"
#include "xb-wrap-layout.h"

#define MOST_CHIPS 12

/* The numbers that something is done with, however many: each as a chip that can be taken out, and a
 * search that adds more. */
struct _XbNumberChips
{
  AdwBin         parent_instance;

  XbWorkspace   *workspace;
  GArray        *ids;  /* (element-type gint64) */
  GHashTable    *have; /* the same, to be looked up */
  GListModel    *found;

  /* template */
  GtkLabel      *count;
  GtkBox        *flow;
  GtkMenuButton *add;
  GtkPopover    *popover;
  GtkEditable   *search;
  GtkListView   *list;
};

G_DEFINE_FINAL_TYPE (XbNumberChips, xb_number_chips, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chip_clicked_cb (GtkWidget     *chip,
                 XbNumberChips *self)
{
  xb_number_chips_remove (self, *(gint64 *) g_object_get_data (G_OBJECT (chip), "xb-id"));
}

static GtkWidget *
make_chip (XbNumberChips *self,
           XbNumber      *number)
{
  g_autofree char *text = xb_phone_format (xb_number_get_e164 (number));
  g_autofree char *name = g_strdup_printf (_("Leave out %s"), text);
  const char *use = xb_number_get_use (number);
  gint64 id = xb_record_get_id (XB_RECORD (number));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
  GtkWidget *chip = gtk_button_new ();

  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (use != NULL && *use != '\0')
    {
      GtkWidget *words = gtk_label_new (use);

      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (words), 8);
      gtk_widget_add_css_class (words, "dim-label");
      gtk_box_append (GTK_BOX (box), words);
    }
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_widget_add_css_class (chip, "number-pill");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "xb-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  return chip;
}

static void
update (XbNumberChips *self)
{
  guint shown = MIN (self->ids->len, MOST_CHIPS);
  g_autofree char *count =
    self->ids->len == 0 ? g_strdup (_("No number chosen yet"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", self->ids->len),
                                           self->ids->len);
  GtkWidget *child;

  gtk_label_set_label (self->count, count);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_box_remove (self->flow, child);
  for (guint i = 0; i < shown; i++)
    {
      g_autoptr(XbNumber) number = xb_workspace_ref_number (self->workspace, g_array_index (self->ids, gint64, i));

      if (number != NULL)
        gtk_box_append (self->flow, make_chip (self, number));
    }
  if (self->ids->len > shown)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                                            self->ids->len - shown), self->ids->len - shown);

      gtk_box_append (self->flow, gtk_label_new (more));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->flow), shown > 0);
}

static void
search_cb (XbNumberChips *self)
{
  if (self->found != NULL)
    xb_workspace_search_numbers (self->workspace, self->found, gtk_editable_get_text (self->search));
}

/* The list is read when somebody wants to add. */
static void
popover_cb (XbNumberChips *self)
{
  g_autoptr(GtkSelectionModel) model = NULL;

  if (self->found != NULL || self->workspace == NULL)
    return;
  self->found = xb_workspace_list_numbers (self->workspace, NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->found)));
  gtk_list_view_set_model (self->list, model);
}

static void
activate_cb (XbNumberChips *self,
             guint          position)
{
  g_autoptr(XbRecord) number = g_list_model_get_item (self->found, position);
  gint64 id = number != NULL ? xb_record_get_id (number) : 0;

  if (id != 0 && g_hash_table_contains (self->have, &id))
    xb_number_chips_remove (self, id);
  else if (id != 0)
    xb_number_chips_add (self, &id, 1);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  XbNumber *number = gtk_list_item_get_item (item);
  const char *e164 = xb_number_get_e164 (number), *use = xb_number_get_use (number);
  g_autofree char *digits = e164 != NULL ? xb_phone_format (e164) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s  %s", digits, use != NULL ? use : "");

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
xb_number_chips_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XB_TYPE_NUMBER_CHIPS);
  G_OBJECT_CLASS (xb_number_chips_parent_class)->dispose (object);
}

static void
xb_number_chips_finalize (GObject *object)
{
  XbNumberChips *self = XB_NUMBER_CHIPS (object);

  g_clear_object (&self->found);
  g_clear_object (&self->workspace);
  g_hash_table_unref (self->have);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (xb_number_chips_parent_class)->finalize (object);
}

static void
xb_number_chips_class_init (XbNumberChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_number_chips_dispose;
  object_class->finalize = xb_number_chips_finalize;
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_NUMBER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "labels/xb-number-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, count);
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, flow);
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, add);
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, popover);
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, search);
  gtk_widget_class_bind_template_child (widget_class, XbNumberChips, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
xb_number_chips_init (XbNumberChips *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->have = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->flow), xb_wrap_layout_new (6));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

GtkWidget *
xb_number_chips_new (void)
{
  return g_object_new (XB_TYPE_NUMBER_CHIPS, NULL);
}

void
xb_number_chips_set_workspace (XbNumberChips *self,
                               XbWorkspace   *workspace)
{
  g_return_if_fail (XB_IS_NUMBER_CHIPS (self));

  g_set_object (&self->workspace, workspace);
  update (self);
}

/** xb_number_chips_add: those that are there already are not added again */
void
xb_number_chips_add (XbNumberChips *self,
                     const gint64  *numbers,
                     gsize          n_numbers)
{
  guint before;

  g_return_if_fail (XB_IS_NUMBER_CHIPS (self));

  before = self->ids->len;
  for (gsize i = 0; i < n_numbers; i++)
    if (g_hash_table_add (self->have, g_memdup2 (&numbers[i], sizeof numbers[i])))
      g_array_append_val (self->ids, numbers[i]);
  if (self->ids->len == before)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
xb_number_chips_remove (XbNumberChips *self,
                        gint64         number)
{
  g_return_if_fail (XB_IS_NUMBER_CHIPS (self));

  if (!g_hash_table_remove (self->have, &number))
    return;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == number)
      {
        g_array_remove_index (self->ids, i);
        break;
      }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** xb_number_chips_get_numbers: Returns: (transfer none) (element-type gint64) */
const GArray *
xb_number_chips_get_numbers (XbNumberChips *self)
{
  g_return_val_if_fail (XB_IS_NUMBER_CHIPS (self), NULL);

  return self->ids;
}
