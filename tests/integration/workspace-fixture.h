/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../folder.h"
#include "xb-error.h"
#include "xb-workspace.h"

/* One workspace in a folder of its own, and a verb as one call. */

#define NOON 1790568000 /* 2026-09-28 12:00 in China, a Monday */

typedef struct
{
  char        *folder;
  XbClock     *clock;
  XbWorkspace *ws;
  GAsyncResult *result;
} Fixture;

static inline void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
}

static inline void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->ws);
  g_object_unref (f->clock);
  remove_tree (f->folder);
  g_free (f->folder);
}

static inline void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *f = user_data;

  g_set_object (&f->result, result);
}

/* Waits for the verb that was given last, but not for ever. */
static inline gint64
wait_for (Fixture  *f,
          GError  **error)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  gint64 id;

  while (f->result == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (f->result);
  id = xb_workspace_finish_id (f->ws, f->result, error);
  g_clear_object (&f->result);
  return id;
}

static inline gint64
done (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  gint64 id = wait_for (f, &error);

  g_assert_no_error (error);
  return id;
}

static inline void
refused (Fixture    *f,
         int         code,
         const char *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (wait_for (f, &error), ==, -1);
  g_assert_error (error, XB_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}
