/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

static void
note (GString   *out,
      GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    return;
  if (!GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT_VIEW (widget))
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        note (out, child);
      return;
    }
  if (GTK_IS_EDITABLE (widget))
    g_string_append (out, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else
    note_text (out, GTK_TEXT_VIEW (widget));
  g_string_append_c (out, '\037');
}

/**
 * xb_typed_dup:
 *
 * Two of them differ when somebody typed something in between. What is only chosen is chosen again with a click, and
 * is not worth a question.
 *
 * Returns: (transfer full): all texts that stand in the fields below @widget, shown or not
 */
char *
xb_typed_dup (GtkWidget *widget)
{
  GString *out = g_string_new (NULL);

  note (out, widget);
  return g_string_free (out, FALSE);
}
