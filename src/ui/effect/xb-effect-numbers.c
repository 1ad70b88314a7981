/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-effect-numbers.h"
#include "xb-error.h"
#include "xb-phone.h"
#include "xb-ui.h"
#include "xb-workspace-roi.h"

#define MOST_IN_MENU 12 /* labels; others can be typed */

struct _XbEffectNumbers
{
  AdwEntryRow   parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable;
  GArray       *ids;     /* gint64 */
  char         *label;   /* (nullable) */
  char         *unknown; /* (nullable): what is neither a number of the register nor a label */
  GStrv         labels;  /* (nullable): what numbers show, once it was read */
  GtkWidget    *menu;
};

G_DEFINE_FINAL_TYPE (XbEffectNumbers, xb_effect_numbers, ADW_TYPE_ENTRY_ROW)

static void
take_number (XbEffectNumbers *self,
             const char      *text)
{
  gint64 id = xb_workspace_find_number (self->workspace, text, NULL);

  if (id > 0)
    g_array_append_val (self->ids, id);
  else if (self->unknown == NULL)
    self->unknown = g_strdup (text);
}

static void
parse (XbEffectNumbers *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_auto(GStrv) parts = NULL;

  g_array_set_size (self->ids, 0);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->unknown, g_free);
  if (*text == '\0')
    return;
  if (self->labels != NULL && g_strv_contains ((const char *const *) self->labels, text))
    {
      self->label = g_steal_pointer (&text);
      return;
    }
  /* between numbers stand commas, half or full, or the Chinese one for lists */
  for (guint i = 0; i < 4; i++)
    {
      g_auto(GStrv) cut = g_strsplit (text, (const char *[]) { "，", "、", "；", ";" }[i], -1);

      g_free (text);
      text = g_strjoinv (",", cut);
    }
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      take_number (self, parts[i]);
}

static GMenuModel *
make_menu (XbEffectNumbers *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) labels = g_menu_new ();

  g_menu_append (menu, _("All Numbers"), "effect-numbers.choose::");
  for (guint i = 0; self->labels != NULL && self->labels[i] != NULL && i < MOST_IN_MENU; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Those that show “%s”"), self->labels[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "effect-numbers.choose", "s", self->labels[i]);
      g_menu_append_item (labels, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (labels));
  return G_MENU_MODEL (menu);
}

static void
labels_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbEffectNumbers) self = user_data;
  g_auto(GStrv) labels = xb_workspace_find_roi_labels_finish (XB_WORKSPACE (source), result, NULL);
  g_autoptr(GMenuModel) menu = NULL;

  if (labels == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_pointer (&self->labels, g_strfreev);
  self->labels = g_steal_pointer (&labels);
  menu = make_menu (self);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  if (self->unknown != NULL) /* it may be a label */
    g_signal_emit_by_name (self, "changed");
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (widget), g_variant_get_string (parameter, NULL));
}

static void
xb_effect_numbers_dispose (GObject *object)
{
  XbEffectNumbers *self = XB_EFFECT_NUMBERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_effect_numbers_parent_class)->dispose (object);
}

static void
xb_effect_numbers_finalize (GObject *object)
{
  XbEffectNumbers *self = XB_EFFECT_NUMBERS (object);

  g_clear_object (&self->cancellable);
  g_array_unref (self->ids);
  g_free (self->label);
  g_free (self->unknown);
  g_strfreev (self->labels);
  G_OBJECT_CLASS (xb_effect_numbers_parent_class)->finalize (object);
}

static void
xb_effect_numbers_class_init (XbEffectNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_effect_numbers_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_effect_numbers_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "effect-numbers.choose", "s", choose_action);
}

static void
xb_effect_numbers_init (XbEffectNumbers *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "pan-down-symbolic");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_tooltip_text (self->menu, _("Choose by label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose by label"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->menu);
  xb_row_set_title (self, _("Numbers, or a label (empty: all)"));
}

GtkWidget *
xb_effect_numbers_new (XbWorkspace *workspace)
{
  XbEffectNumbers *self = g_object_new (XB_TYPE_EFFECT_NUMBERS, NULL);

  self->workspace = g_object_ref (workspace);
  /* the first that hears of a change, so that whoever asks next gets the new answer */
  g_signal_connect (self, "changed", G_CALLBACK (parse), NULL);
  xb_effect_numbers_refresh (self);
  return GTK_WIDGET (self);
}

/** xb_effect_numbers_refresh: numbers came or went, or show another label */
void
xb_effect_numbers_refresh (XbEffectNumbers *self)
{
  g_return_if_fail (XB_IS_EFFECT_NUMBERS (self));

  parse (self);
  xb_workspace_find_roi_labels_async (self->workspace, self->cancellable, labels_cb, g_object_ref (self));
}

/** xb_effect_numbers_check: Returns: whether everything that is named is known; else @error says what is not */
gboolean
xb_effect_numbers_check (XbEffectNumbers  *self,
                         GError          **error)
{
  g_return_val_if_fail (XB_IS_EFFECT_NUMBERS (self), FALSE);

  if (self->unknown == NULL)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
               _("“%s” is not in the register, and no number shows it as its label. Put commas between several numbers."),
               self->unknown);
  return FALSE;
}

/** xb_effect_numbers_get_ids: @n: (out): how many; Returns: (transfer none) (nullable): %NULL for all, or for a label */
const gint64 *
xb_effect_numbers_get_ids (XbEffectNumbers *self,
                           guint           *n)
{
  g_return_val_if_fail (XB_IS_EFFECT_NUMBERS (self), NULL);

  *n = self->ids->len;
  return self->ids->len > 0 ? (const gint64 *) (void *) self->ids->data : NULL;
}

/** xb_effect_numbers_get_label: Returns: (nullable): the label whose numbers are meant */
const char *
xb_effect_numbers_get_label (XbEffectNumbers *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_NUMBERS (self), NULL);

  return self->label;
}

char *
xb_effect_numbers_dup_number (XbEffectNumbers *self,
                              gint64           id)
{
  g_autoptr(XbNumber) number = NULL;

  g_return_val_if_fail (XB_IS_EFFECT_NUMBERS (self), NULL);

  number = xb_workspace_ref_number (self->workspace, id);
  return number != NULL ? xb_phone_format (xb_number_get_e164 (number)) : g_strdup ("");
}

/** xb_effect_numbers_dup_text: Returns: who is meant, in words */
char *
xb_effect_numbers_dup_text (XbEffectNumbers *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_NUMBERS (self), NULL);

  if (self->label != NULL)
    return g_strdup_printf (_("Numbers that show “%s”"), self->label);
  if (self->ids->len == 0)
    return g_strdup (_("All numbers"));
  if (self->ids->len == 1)
    return xb_effect_numbers_dup_number (self, g_array_index (self->ids, gint64, 0));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", self->ids->len), self->ids->len);
}
