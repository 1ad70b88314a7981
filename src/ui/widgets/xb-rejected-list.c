/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-rejected-list.h"

#define MARGINS        24
#define LINE_HEIGHT    28
#define LINES_IN_SIGHT 7

/* The rows of a file that were not taken, each with its line and its reason; they can be copied and saved. */
struct _XbRejectedList
{
  AdwBin     parent_instance;

  char      *text;
  GtkWidget *heading;
  GtkWidget *scrolled;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (XbRejectedList, xb_rejected_list, ADW_TYPE_BIN)

static void
copy_cb (XbRejectedList *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  xb_dialogs_announce (GTK_WIDGET (self), _("Copied"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbRejectedList) self = user_data;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    xb_dialogs_toast (GTK_WIDGET (self), _("The list is saved"));
  else
    xb_dialogs_tell (GTK_WIDGET (self), _("The list was not saved"), error->message);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  XbRejectedList *self = XB_REJECTED_LIST (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (self->text, strlen (self->text));

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                         g_object_ref (self));
}

static void
save_cb (XbRejectedList *self)
{
  xb_dialogs_save_file_async (GTK_WIDGET (self), _("Save the Bad Rows"), _("bad-rows.txt"), NULL, file_cb, NULL);
}

static void
xb_rejected_list_finalize (GObject *object)
{
  g_free (XB_REJECTED_LIST (object)->text);
  G_OBJECT_CLASS (xb_rejected_list_parent_class)->finalize (object);
}

static void
xb_rejected_list_class_init (XbRejectedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_rejected_list_finalize;
}

static GtkWidget *
make_view (XbRejectedList *self)
{
  GtkWidget *scrolled = self->scrolled = gtk_scrolled_window_new ();

  self->rows = gtk_text_view_new ();
  g_object_set (self->rows, "editable", FALSE, "cursor-visible", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "top-margin", 12,
                "bottom-margin", 12, "left-margin", 12, "right-margin", 12, "pixels-below-lines", 6, "accepts-tab", FALSE, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->rows);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "paste");
  return scrolled;
}

static GtkWidget *
make_buttons (XbRejectedList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save…"));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

static void
xb_rejected_list_init (XbRejectedList *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->text = g_strdup ("");
  self->heading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_box_append (GTK_BOX (column), self->heading);
  gtk_box_append (GTK_BOX (column), make_view (self));
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_rejected_list_new (void)
{
  return g_object_new (XB_TYPE_REJECTED_LIST, NULL);
}

/**
 * xb_rejected_list_set:
 * @rejected: (element-type XbRejectedRow): the first ones
 * @n_rejected: how many there are in all; where they are more, it says so
 * @heading: what to do about them, a sentence
 */
void
xb_rejected_list_set (XbRejectedList *self,
                      GPtrArray      *rejected,
                      guint64         n_rejected,
                      const char     *heading)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_if_fail (XB_IS_REJECTED_LIST (self));

  for (guint i = 0; i < rejected->len; i++)
    {
      const XbRejectedRow *row = g_ptr_array_index (rejected, i);
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);

      /* Translators: the number of a line in a file, and why it was not taken */
      g_string_append_printf (text, _("Line %1$s: %2$s"), line, row->reason);
      g_string_append_c (text, '\n');
    }
  if (n_rejected > rejected->len)
    {
      g_autofree char *more = xb_format_count (n_rejected - rejected->len);

      g_string_append_printf (text, _("… and %s more."), more);
      g_string_append_c (text, '\n');
    }
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  if (g_str_equal (text->str, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text->str);
  /* a text asks for no height of its own before it is drawn */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              MARGINS + LINE_HEIGHT * (int) MIN (rejected->len, LINES_IN_SIGHT));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->rows)), self->text, -1);
}

/** xb_rejected_list_get_text: Returns: the rows, a line each */
const char *
xb_rejected_list_get_text (XbRejectedList *self)
{
  g_return_val_if_fail (XB_IS_REJECTED_LIST (self), NULL);

  return self->text;
}
