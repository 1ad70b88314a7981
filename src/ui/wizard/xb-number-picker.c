/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-number-picker.h"
#include "xb-phone.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

#define MOST_PILLS 12
/* A list view asks for little by itself: as many rows as are there, up to some. */
#define ROWS_SHOWN 5
#define ROW_HEIGHT 53

/* Which numbers: the chosen ones first, then the whole register, however long, with a search. */
struct _XbNumberPicker
{
  AdwBin         parent_instance;

  XbWizardDraft *draft;
  GCancellable  *cancellable;
  GListModel    *numbers;

  GtkLabel      *count;
  GtkWidget     *add_button;
  GtkFlowBox    *chosen;
  GtkRevealer   *adder;
  GtkEditable   *paste;
  GtkSpinner    *spinner;
  GtkLabel      *refusal;
  GtkWidget     *search;
  GtkStack      *stack;
  GtkScrolledWindow *scroller;
  GtkListView   *list;
};

G_DEFINE_FINAL_TYPE (XbNumberPicker, xb_number_picker, ADW_TYPE_BIN)

/* One row of the list: [✓] 028-8612 3456 / 客服  ● 已生效 */
typedef struct
{
  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *number;
  GtkWidget *use;
  GtkWidget *chip;
} Cell;

static void
toggled_cb (GtkCheckButton *check,
            XbNumberPicker *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), "xb-id");

  if (id != NULL)
    xb_wizard_draft_set_number (self->draft, *id, gtk_check_button_get_active (check));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          XbNumberPicker           *self)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  cell->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  cell->check = gtk_check_button_new ();
  cell->number = gtk_label_new (NULL);
  cell->use = gtk_label_new (NULL);
  cell->chip = xb_state_chip_new ();
  gtk_widget_set_valign (cell->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cell->chip, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cell->number, "numeric");
  gtk_widget_add_css_class (cell->use, "dim-label");
  gtk_widget_add_css_class (cell->use, "caption");
  gtk_label_set_xalign (GTK_LABEL (cell->number), 0);
  gtk_label_set_xalign (GTK_LABEL (cell->use), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell->use), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), cell->number);
  gtk_box_append (GTK_BOX (texts), cell->use);
  gtk_box_append (GTK_BOX (cell->box), cell->check);
  gtk_box_append (GTK_BOX (cell->box), texts);
  gtk_box_append (GTK_BOX (cell->box), cell->chip);
  g_signal_connect_object (cell->check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  g_object_set_data_full (G_OBJECT (item), "xb-cell", cell, g_free);
  gtk_list_item_set_child (item, cell->box);
}

static void
show_checked (XbNumberPicker *self,
              GtkListItem    *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "xb-cell");
  XbRecord *number = gtk_list_item_get_item (item);

  if (number == NULL)
    return;
  g_signal_handlers_block_by_func (cell->check, toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cell->check),
                               xb_wizard_draft_has_number (self->draft, xb_record_get_id (number)));
  g_signal_handlers_unblock_by_func (cell->check, toggled_cb, self);
}

static void
draft_changed_cb (XbWizardDraft *draft,
                  GtkListItem   *item)
{
  XbNumberPicker *self = g_object_get_data (G_OBJECT (item), "xb-picker");

  if (self != NULL)
    show_checked (self, item);
}

static void
show_number (GtkListItem *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "xb-cell");
  XbNumber *number = gtk_list_item_get_item (item);
  const char *e164 = xb_number_get_e164 (number);
  /* a row that went since it was counted is empty until the list is read again */
  g_autofree char *text = e164 != NULL ? xb_phone_format (e164) : g_strdup ("");
  const char *use = xb_number_get_use (number);
  g_autofree char *name = g_strdup_printf ("%s %s", text, use != NULL ? use : "");
  GtkWidget *row = gtk_widget_get_parent (cell->box); /* (nullable): before it is shown */

  gtk_label_set_label (GTK_LABEL (cell->number), text);
  gtk_label_set_label (GTK_LABEL (cell->use), use);
  gtk_widget_set_visible (cell->use, use != NULL && *use != '\0');
  gtk_widget_set_visible (cell->chip, xb_number_get_health (number) != XB_HEALTH_NONE);
  xb_state_chip_set_health (XB_STATE_CHIP (cell->chip), xb_number_get_health (number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->check), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         XbNumberPicker           *self)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "xb-cell");
  XbRecord *number = gtk_list_item_get_item (item);
  gint64 id = xb_record_get_id (number);

  show_number (item);
  g_signal_connect_object (number, "notify", G_CALLBACK (show_number), item, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (cell->check), "xb-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (item), "xb-picker", self);
  show_checked (self, item);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), item, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           XbNumberPicker           *self)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "xb-cell");

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_number, item);
  g_signal_handlers_disconnect_by_func (self->draft, draft_changed_cb, item);
  if (cell != NULL)
    g_object_set_data (G_OBJECT (cell->check), "xb-id", NULL);
}

static void
activate_cb (XbNumberPicker *self,
             guint           position)
{
  g_autoptr(XbRecord) number = g_list_model_get_item (self->numbers, position);
  gint64 id = number != NULL ? xb_record_get_id (number) : 0;

  if (id != 0)
    xb_wizard_draft_set_number (self->draft, id, !xb_wizard_draft_has_number (self->draft, id));
}

static void
pill_clicked_cb (GtkWidget      *pill,
                 XbNumberPicker *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (pill), "xb-id");

  xb_wizard_draft_set_number (self->draft, *id, FALSE);
}

static GtkWidget *
make_pill (XbNumberPicker *self,
           XbNumber       *number)
{
  g_autofree char *text = xb_phone_format (xb_number_get_e164 (number));
  g_autofree char *name = g_strdup_printf (_("Leave out %s"), text);
  gint64 id = xb_record_get_id (XB_RECORD (number));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *pill = gtk_button_new ();

  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_set_tooltip_text (pill, name);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (pill, "number-pill");
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (pill), "xb-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (pill, "clicked", G_CALLBACK (pill_clicked_cb), self, 0);
  return pill;
}

static void
update (XbNumberPicker *self)
{
  XbWorkspace *workspace = xb_wizard_draft_get_workspace (self->draft);
  GArray *ids = xb_wizard_draft_get_numbers (self->draft);
  guint shown = MIN (ids->len, MOST_PILLS);
  g_autofree char *count = NULL;
  GtkWidget *child;

  count = ids->len == 0 ? g_strdup (_("No number chosen yet"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number chosen", "%u numbers chosen",
                                                        ids->len), ids->len);
  gtk_label_set_label (self->count, count);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chosen))) != NULL)
    gtk_flow_box_remove (self->chosen, child);
  for (guint i = 0; i < shown; i++)
    {
      g_autoptr(XbNumber) number = xb_workspace_ref_number (workspace, g_array_index (ids, gint64, i));

      if (number != NULL)
        gtk_flow_box_append (self->chosen, make_pill (self, number));
    }
  if (ids->len > shown)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                                            ids->len - shown), ids->len - shown);

      gtk_flow_box_append (self->chosen, gtk_label_new (more));
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->chosen)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE); /* the button in it is */
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), shown > 0);
}

static void
update_stack (XbNumberPicker *self)
{
  guint n = g_list_model_get_n_items (self->numbers);
  gboolean any = n > 0;
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : searching ? "none" : "empty");
  gtk_widget_set_visible (self->search, any || searching);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (n, ROWS_SHOWN) * ROW_HEIGHT);
  if (!any && !searching)
    gtk_revealer_set_reveal_child (self->adder, TRUE);
}

static void
search_cb (XbNumberPicker *self)
{
  if (self->numbers != NULL)
    xb_workspace_search_numbers (xb_wizard_draft_get_workspace (self->draft), self->numbers,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
add_clicked_cb (XbNumberPicker *self)
{
  gboolean reveal = !gtk_revealer_get_reveal_child (self->adder);

  gtk_revealer_set_reveal_child (self->adder, reveal);
  if (reveal)
    gtk_widget_grab_focus (GTK_WIDGET (self->paste));
}

static void
set_refusal (XbNumberPicker *self,
             const char     *text)
{
  gtk_label_set_label (self->refusal, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), text != NULL);
}

/* What was just added is what one wants to certify. */
static void
choose_added (XbNumberPicker *self,
              const char     *text)
{
  XbWorkspace *workspace = xb_wizard_draft_get_workspace (self->draft);
  g_auto(GStrv) parts = g_regex_split_simple ("[\\n,;，；、]", text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit_set (g_strstrip (parts[i]), " \t", 2);
      gint64 id = xb_workspace_find_number (workspace, parts[i], NULL);

      if (id < 0 && words[0] != NULL)
        id = xb_workspace_find_number (workspace, words[0], NULL);
      if (id > 0)
        xb_wizard_draft_set_number (self->draft, id, TRUE);
    }
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbNumberPicker) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbImportResult) done = xb_workspace_import_numbers_finish (XB_WORKSPACE (source), result, &error);

  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (done == NULL)
    {
      if (!xb_error_is_cancelled (error))
        set_refusal (self, error->message);
      return;
    }
  choose_added (self, gtk_editable_get_text (self->paste));
  if (done->n_rejected > 0)
    {
      set_refusal (self, ((XbRejectedRow *) g_ptr_array_index (done->rejected, 0))->reason);
      return; /* what was typed stays, to be mended */
    }
  gtk_editable_set_text (self->paste, "");
  gtk_revealer_set_reveal_child (self->adder, FALSE);
}

static void
paste_cb (XbNumberPicker *self)
{
  const char *text = gtk_editable_get_text (self->paste);

  set_refusal (self, NULL);
  if (*text == '\0' || gtk_spinner_get_spinning (self->spinner))
    return;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  xb_workspace_paste_numbers_async (xb_wizard_draft_get_workspace (self->draft), text, NULL, self->cancellable,
                                    pasted_cb, g_object_ref (self));
}

/* Arrows go through the rows; Tab leaves them, however many there are. */
static gboolean
key_pressed_cb (XbNumberPicker  *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (modifiers & GDK_SHIFT_MASK) != 0))
    return gtk_widget_grab_focus (self->search);
  return key == GDK_KEY_Tab && next != NULL && gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
xb_number_picker_finalize (GObject *object)
{
  XbNumberPicker *self = XB_NUMBER_PICKER (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->numbers);
  G_OBJECT_CLASS (xb_number_picker_parent_class)->finalize (object);
}

static void
xb_number_picker_class_init (XbNumberPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_number_picker_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "wizard/xb-number-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, count);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, add_button);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, chosen);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, adder);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, paste);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, spinner);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, refusal);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, search);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, XbNumberPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
xb_number_picker_init (XbNumberPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_object_unref (factory);
}

void
xb_number_picker_set_draft (XbNumberPicker *self,
                            XbWizardDraft  *draft,
                            GCancellable   *cancellable)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->draft = g_object_ref (draft);
  self->cancellable = g_object_ref (cancellable);
  self->numbers = xb_workspace_list_numbers (xb_wizard_draft_get_workspace (draft), NULL);
  selection = gtk_no_selection_new (g_object_ref (self->numbers));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->numbers, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  update_stack (self);
}
