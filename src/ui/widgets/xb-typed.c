/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "xb-typed.h"

static void
note_text (GString     *out,
           GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_string_append (out, text);
}

/* Returns: whether what lies below @widget belongs to it, such as the list of a choice */
static gboolean
note_own (GString   *out,
          GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget))
    g_string_append (out, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    note_text (out, GTK_TEXT_VIEW (widget));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (out, "%u", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (out, "%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_SWITCH (widget))
    g_string_append_printf (out, "%d", gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (out, "%d", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else
    return GTK_IS_POPOVER (widget) || GTK_IS_MENU_BUTTON (widget);
  return TRUE;
}

static void
note (GString   *out,
      GtkWidget *widget)
{
  gsize before = out->len;

  if (note_own (out, widget))
    {
      if (out->len > before || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
        g_string_append_c (out, '\037');
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    note (out, child);
}

/**
 * xb_typed_dup:
 *
 * Two of them differ when somebody typed or chose something in between.
 *
 * Returns: (transfer full): all that stands in the fields below @widget, shown or not
 */
char *
xb_typed_dup (GtkWidget *widget)
{
  GString *out = g_string_new (NULL);

  note (out, widget);
  return g_string_free (out, FALSE);
}
