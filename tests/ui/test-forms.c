/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-add-numbers-window.h"
#include "xb-brand-form.h"
#include "xb-budget-form.h"
#include "xb-business-window.h"
#include "xb-campaign-form.h"
#include "xb-cost-form.h"
#include "xb-incident-form.h"
#include "xb-nda-form.h"
#include "xb-platform-form.h"
#include "xb-typed.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

/* What was typed in a form is not thrown away unasked; one that was only looked at closes at once. */

static GtkWindow *
make_form (guint        which,
           GtkWidget   *parent,
           XbWorkspace *ws)
{
  switch (which)
    {
    case 0: return xb_cost_form_new (parent, ws);
    case 1: return xb_incident_form_new (parent, ws, 0, 0);
    case 2: return xb_campaign_form_new (parent, ws, NULL);
    case 3: return xb_business_window_new (GTK_WINDOW (parent), ws);
    case 4: return xb_nda_form_new (parent, ws, "third-party");
    case 5: return xb_platform_form_new (parent, ws);
    case 6: return xb_brand_form_new (parent, ws, NULL);
    case 7: return xb_budget_form_new (parent, ws, 2026, 0);
    default: return xb_add_numbers_window_new (parent, ws);
    }
}

#define N_FORMS 9

static void
type_something (GtkWindow *form)
{
  GtkWidget *view = find_type (GTK_WIDGET (form), GTK_TYPE_TEXT_VIEW);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "138", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW)), "138");
}

/* The question that lies above @form, or NULL */
static GtkWindow *
find_question (GtkWindow *form)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (all, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == form)
        return window;
    }
  return NULL;
}

static void
test_leave (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *parent = adw_window_new ();

  gtk_window_present (GTK_WINDOW (parent));
  for (guint i = 0; i < N_FORMS; i++)
    {
      GtkWindow *form = make_form (i, parent, f->ws);

      g_test_message ("form %u", i);
      g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
      gtk_window_present (form);
      settle ();
      gtk_window_close (form);
      wait_until (form == NULL);

      form = make_form (i, parent, f->ws);
      g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
      gtk_window_present (form);
      settle ();
      type_something (form);
      gtk_window_close (form);
      wait_until (find_question (form) != NULL);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question (form)), "cancel");
      wait_until (find_question (form) == NULL);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (form)));
      gtk_window_close (form);
      wait_until (find_question (form) != NULL);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question (form)), "verb");
      wait_until (form == NULL);
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Every text counts; what is chosen or only opens does not. */
static void
test_typed (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  static const char *const words[] = { "a", "b", NULL };
  GtkWidget *fields[] = { adw_entry_row_new (), gtk_text_view_new (), adw_combo_row_new (),
                          gtk_drop_down_new_from_strings (words), gtk_switch_new (), gtk_check_button_new () };
  GtkWidget *expander = gtk_expander_new ("more");
  g_autoptr(GtkStringList) list = gtk_string_list_new (words);
  g_autofree char *last = NULL;

  adw_combo_row_set_model (ADW_COMBO_ROW (fields[2]), G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_box_append (GTK_BOX (box), fields[i]);
  gtk_box_append (GTK_BOX (box), expander);
  last = xb_typed_dup (box);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  for (guint i = 0; i <= G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *now = xb_typed_dup (box);

      g_assert_cmpint (strcmp (now, last) != 0, ==, i == 1 || i == 2);
      g_free (last);
      last = g_steal_pointer (&now);
      switch (i)
        {
        case 0: gtk_editable_set_text (GTK_EDITABLE (fields[0]), "x"); break;
        case 1: gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fields[1])), "x", -1); break;
        case 2: adw_combo_row_set_selected (ADW_COMBO_ROW (fields[2]), 1); break;
        case 3: gtk_drop_down_set_selected (GTK_DROP_DOWN (fields[3]), 1); break;
        case 4: gtk_switch_set_active (GTK_SWITCH (fields[4]), TRUE); break;
        case 5: gtk_check_button_set_active (GTK_CHECK_BUTTON (fields[5]), TRUE); break;
        default: break;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  g_test_add ("/forms/leave", Fixture, NULL, set_up, test_leave, tear_down);
  g_test_add ("/forms/typed", Fixture, NULL, set_up, test_typed, tear_down);
  return g_test_run ();
}
