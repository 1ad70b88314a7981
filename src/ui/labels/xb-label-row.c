/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-label-life.h"
#include "xb-label-row.h"
#include "xb-number-labels.h"
#include "xb-phone.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* A number with what it shows now and next, or one label with its days. Reused for row after row, and true
 * while it is shown. Its box chooses the number. */
struct _XbLabelRow
{
  GtkWidget    parent_instance;

  XbWorkspace *workspace;
  GObject     *item; /* (nullable): XbNumberLabels or XbLabel */

  GtkWidget   *check;
  GtkWidget   *column;
  GtkWidget   *title;
  GtkWidget   *now;
  GtkWidget   *next;
  GtkWidget   *chip;
};

G_DEFINE_FINAL_TYPE (XbLabelRow, xb_label_row, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, has_text (text));
}

static char *
dup_title (const char *e164,
           const char *use)
{
  /* a row that went since it was counted is empty until the list is read again */
  g_autofree char *digits = e164 != NULL ? xb_phone_format (e164) : g_strdup ("");

  return has_text (use) ? g_strdup_printf ("%s · %s", digits, use) : g_steal_pointer (&digits);
}

static char *
dup_now (const XbLabelOutlook *look,
         const char           *today)
{
  const char *text = look->wanted != NULL ? look->wanted : look->shown;
  g_autofree char *until = look->until != NULL ? xb_format_day (look->until, today) : NULL;

  if (look->differs && look->wanted == NULL)
    return g_strdup (_("Not the same on every platform"));
  if (!has_text (text))
    return g_strdup (_("No label"));
  return until != NULL ? g_strdup_printf (_("“%1$s” until %2$s"), text, until) : g_strdup_printf ("“%s”", text);
}

static char *
dup_next (const XbLabelOutlook *look,
          const char           *today)
{
  g_autofree char *from = look->next_from != NULL ? xb_format_day (look->next_from, today) : NULL;

  if (from == NULL)
    return NULL;
  return has_text (look->next) ? g_strdup_printf (_("From %1$s: “%2$s”"), from, look->next)
                               : g_strdup_printf (_("From %s: no label"), from);
}

/* How what is seen stands to what is wanted. */
static void
show_outlook_chip (XbStateChip          *chip,
                   const XbLabelOutlook *look)
{
  if (look->live == 0)
    xb_state_chip_set_look (chip, XB_MARK_DOTTED, "neutral", _("Not live yet"));
  else if (look->differs)
    xb_state_chip_set_look (chip, XB_MARK_BANG, "warning", _("Differs"));
  else if (look->wanted == NULL || g_strcmp0 (look->wanted, look->shown) == 0)
    xb_state_chip_set_look (chip, has_text (look->shown) ? XB_MARK_DISC : XB_MARK_RING,
                            has_text (look->shown) ? "success" : "neutral", has_text (look->shown) ? _("Shows") : _("No label"));
  else
    xb_state_chip_set_look (chip, XB_MARK_HALF, "accent", _("To be changed"));
}

static void
show_number (XbLabelRow     *self,
             XbNumberLabels *item)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autoptr(XbLabelOutlook) look = xb_number_labels_look (item, today);
  g_autofree char *title = dup_title (xb_number_labels_get_e164 (item), xb_number_labels_get_use (item));
  g_autofree char *now = dup_now (look, today);
  g_autofree char *next = dup_next (look, today);

  set_line (self->title, title);
  set_line (self->now, now);
  set_line (self->next, next);
  show_outlook_chip (XB_STATE_CHIP (self->chip), look);
}

static void
show_label_chip (XbStateChip  *chip,
                 XbLabel      *label,
                 const char   *today)
{
  static const struct
  {
    XbMarkShape shape;
    const char *tone;
  } looks[] = {
    [XB_LABEL_STATE_PLANNED] = { XB_MARK_CLOCK, "neutral" },
    [XB_LABEL_STATE_FILED] = { XB_MARK_HALF, "accent" },
    [XB_LABEL_STATE_LIVE] = { XB_MARK_DISC, "success" },
    [XB_LABEL_STATE_REFUSED] = { XB_MARK_CROSS, "error" },
    [XB_LABEL_STATE_ENDED] = { XB_MARK_DASH, "neutral" },
  };
  XbLabelState state = xb_label_get_state_on (label, today);

  if (xb_label_is_stale (label, today))
    xb_state_chip_set_look (chip, XB_MARK_BANG, "warning", _("Still shows"));
  else
    xb_state_chip_set_look (chip, looks[state].shape, looks[state].tone, xb_label_state_get_title (state));
}

static char *
dup_days (XbLabel    *label,
          const char *today)
{
  g_autofree char *from = xb_format_day (xb_label_get_from_day (label), today);
  g_autofree char *until = xb_label_get_until_day (label) != NULL ? xb_format_day (xb_label_get_until_day (label), today)
                                                                  : NULL;
  const char *campaign = xb_label_get_campaign (label);
  g_autofree char *days = until != NULL ? g_strdup_printf (_("%1$s to %2$s"), from, until)
                                        : g_strdup_printf (_("from %s"), from);

  return has_text (campaign) ? g_strdup_printf ("%s · %s", days, campaign) : g_steal_pointer (&days);
}

static void
show_label (XbLabelRow *self,
            XbLabel    *label)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *title = dup_title (xb_label_get_e164 (label), xb_label_get_use (label));
  g_autofree char *days = xb_label_get_from_day (label) != NULL ? dup_days (label, today) : NULL;
  g_autofree char *now = has_text (xb_label_get_text (label)) ? g_strdup_printf ("“%s”", xb_label_get_text (label)) : NULL;

  set_line (self->title, title);
  set_line (self->now, now);
  set_line (self->next, days);
  show_label_chip (XB_STATE_CHIP (self->chip), label, today);
}

static void
update (XbLabelRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *choose = NULL;

  if (XB_IS_NUMBER_LABELS (self->item))
    show_number (self, XB_NUMBER_LABELS (self->item));
  else if (XB_IS_LABEL (self->item))
    show_label (self, XB_LABEL (self->item));
  text = xb_label_row_dup_text (self);
  xb_cell_set_name (GTK_WIDGET (self), text);
  choose = g_strdup_printf (_("Choose %s"), gtk_label_get_label (GTK_LABEL (self->title)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, choose, -1);
}

static void
toggled_cb (XbLabelRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
xb_label_row_dispose (GObject *object)
{
  XbLabelRow *self = XB_LABEL_ROW (object);

  xb_label_row_set_item (self, NULL);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_pointer (&self->chip, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_label_row_parent_class)->dispose (object);
}

static void
xb_label_row_class_init (XbLabelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_label_row_dispose;
  /* the owner chose the number, or took it back */
  signals[TOGGLED] = g_signal_new ("toggled", XB_TYPE_LABEL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "label-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_line (XbLabelRow *self,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->column), label);
  return label;
}

static void
xb_label_row_init (XbLabelRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->check = gtk_check_button_new ();
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->chip = xb_state_chip_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_widget_set_valign (self->column, GTK_ALIGN_CENTER);
  self->title = add_line (self, "dim-label");
  gtk_widget_add_css_class (self->title, "numeric");
  self->now = add_line (self, "heading");
  self->next = add_line (self, "caption");
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_label_row_new (XbWorkspace *workspace)
{
  XbLabelRow *self = g_object_new (XB_TYPE_LABEL_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/** xb_label_row_set_item: @item: (nullable): an #XbNumberLabels or an #XbLabel, which the row follows from now on */
void
xb_label_row_set_item (XbLabelRow *self,
                       gpointer    item)
{
  g_return_if_fail (XB_IS_LABEL_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/** xb_label_row_get_number: Returns: the id of the number, or 0 */
gint64
xb_label_row_get_number (XbLabelRow *self)
{
  g_return_val_if_fail (XB_IS_LABEL_ROW (self), 0);

  if (XB_IS_NUMBER_LABELS (self->item))
    return xb_record_get_id (XB_RECORD (self->item));
  return XB_IS_LABEL (self->item) ? xb_label_get_number_id (XB_LABEL (self->item)) : 0;
}

/** xb_label_row_set_selected: without telling anybody */
void
xb_label_row_set_selected (XbLabelRow *self,
                           gboolean    selected)
{
  g_return_if_fail (XB_IS_LABEL_ROW (self));

  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), selected);
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);
}

gboolean
xb_label_row_get_selected (XbLabelRow *self)
{
  g_return_val_if_fail (XB_IS_LABEL_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/** xb_label_row_dup_text: Returns: (transfer full): all that the row says, in one line */
char *
xb_label_row_dup_text (XbLabelRow *self)
{
  GtkWidget *lines[] = { self->title, self->now, self->next };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (has_text (gtk_label_get_label (GTK_LABEL (lines[i]))))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", gtk_label_get_label (GTK_LABEL (lines[i])));
  g_string_append_printf (text, "%s%s", _(", "), xb_state_chip_get_word (XB_STATE_CHIP (self->chip)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
