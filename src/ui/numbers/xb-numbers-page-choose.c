/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-row.h"
#include "xb-numbers-page-private.h"

/* Several numbers at once: while one chooses, a row is ticked where it was opened before. */

static gboolean
is_chosen (XbNumbersPage *self,
           gint64         id)
{
  return g_hash_table_contains (self->chosen, &id);
}

static void
show_choice (XbNumbersPage *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *words = n == 0 ? g_strdup (_("Tick the numbers"))
                                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number chosen",
                                                                  "%u numbers chosen", n), n);
  GAction *label = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "label");

  gtk_label_set_label (self->choice, words);
  gtk_widget_set_visible (self->choice_bar, self->choosing);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (label), n > 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (XB_IS_NUMBER_ROW (gtk_widget_get_first_child (child)))
      xb_numbers_page_show_row_choice (self, XB_NUMBER_ROW (gtk_widget_get_first_child (child)));
}

/** xb_numbers_page_show_row_choice: a row has or gets its tick, while one chooses */
void
xb_numbers_page_show_row_choice (XbNumbersPage *self,
                                 XbNumberRow   *row)
{
  XbNumber *number = xb_number_row_get_number (row);

  if (number != NULL)
    xb_number_row_set_choice (row, self->choosing, is_chosen (self, xb_record_get_id (XB_RECORD (number))));
}

/** xb_numbers_page_toggle: takes the number in, or out again */
void
xb_numbers_page_toggle (XbNumbersPage *self,
                        gint64         id)
{
  if (!g_hash_table_remove (self->chosen, &id))
    g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  show_choice (self);
}

static void
choose_changed_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  XbNumbersPage *self = user_data;

  g_simple_action_set_state (action, state);
  self->choosing = g_variant_get_boolean (state);
  g_hash_table_remove_all (self->chosen);
  if (self->choosing)
    adw_leaflet_set_visible_child (self->leaflet, self->side);
  show_choice (self);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
label_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  XbNumbersPage *self = user_data;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids); /* as they were entered */
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "app.edit-label",
                                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len,
                                                                 sizeof (gint64)));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "choose", g_variant_new_boolean (FALSE));
}

/** xb_numbers_page_init_choice: the actions of choosing */
void
xb_numbers_page_init_choice (XbNumbersPage *self)
{
  static const GActionEntry entries[] = {
    { "choose", NULL, NULL, "false", choose_changed_cb },
    { "label", label_action },
  };

  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "label")),
                               FALSE);
}
