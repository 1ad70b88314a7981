/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "../folder.h"
#include "xb-clock.h"
#include "xb-form.h"
#include "xb-workspace.h"

/* What the tests of pages and windows share: a workspace in a folder of its own, and hands. Each
 * test file uses its part of it. */
#pragma GCC diagnostic ignored "-Wunused-function"

#define NOON 1790568000 /* 2026-09-28 12:00 in China, a Monday */

typedef struct
{
  char         *folder;
  XbClock      *clock;
  XbWorkspace  *ws;
  GAsyncResult *result;
  char         *opened; /* (nullable): the action that a page asked of the application, with its target */
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
}

static void
settle (void)
{
  for (guint i = 0; i < 2000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/* Waits until @what is true, but not for ever. */
#define wait_until(what)                                                      \
  G_STMT_START                                                                \
    {                                                                         \
      gint64 deadline_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;       \
      while (!(what) && g_get_monotonic_time () < deadline_)                  \
        if (!g_main_context_iteration (NULL, FALSE))                          \
          g_usleep (1000);                                                    \
      g_assert_true (what);                                                   \
    }                                                                         \
  G_STMT_END

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->result);
  g_clear_pointer (&f->opened, g_free);
  settle ();
  /* What was being read when the window went holds it until it has been told that nobody waits any more. */
  wait_until (G_OBJECT (f->ws)->ref_count == 1);
  g_assert_finalize_object (f->ws);
  g_object_unref (f->clock);
  remove_tree (f->folder);
  g_free (f->folder);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *f = user_data;

  g_set_object (&f->result, result);
}

static gint64
done (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  wait_until (f->result != NULL);
  id = xb_workspace_finish_id (f->ws, f->result, &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return id;
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row or group with that title. */
static GtkWidget *
find_titled (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *own = NULL;
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        g_object_get (child, "title", &own, NULL);
      found = g_strcmp0 (own, title) == 0 ? child : find_titled (child, type, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_into (GtkWidget  *widget,
           const char *title,
           const char *text)
{
  GtkWidget *row = find_titled (widget, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
read_from (GtkWidget  *widget,
           const char *title)
{
  GtkWidget *row = find_titled (widget, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A form closes itself once it was done. */
static void
act_and_close (GtkWindow *form)
{
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  xb_form_act (XB_FORM (form));
  wait_until (form == NULL);
}

static void
act_and_fail (GtkWindow  *form,
              const char *part)
{
  xb_form_act (XB_FORM (form));
  wait_until (xb_form_get_problem (XB_FORM (form)) != NULL);
  g_test_message ("%s", xb_form_get_problem (XB_FORM (form)));
  g_assert_nonnull (strstr (xb_form_get_problem (XB_FORM (form)), part));
}

static void
action_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  Fixture *f = user_data;
  g_autofree char *text = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_free (f->opened);
  f->opened = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), text);
}

/* A window as the application makes it, with one page and the actions that pages ask for. */
static GtkWindow *
show_page (Fixture *f,
           GType    type,
           gpointer page)
{
  static const GActionEntry entries[] = {
    { "edit-label", action_cb, "ax" },
    { "open-incident", action_cb, "x" },
    { "open-certification", action_cb, "x" }, { "open-filing", action_cb, "x" }, { "new-certification", action_cb, "x" },
    { "edit-label", action_cb, "ax" }, { "open-label-change", action_cb, "x" },
    { "open-inspection", action_cb, "x" }, { "open-inspection-task", action_cb, "x" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *made = g_object_new (type, "workspace", f->ws, NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (actions));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), made);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  *(GtkWidget **) page = made;
  return GTK_WINDOW (window);
}
