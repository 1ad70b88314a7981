/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-badges.h"
#include "xb-today-reader.h"

/* The counts beside the pages: what is due, and what is wrong with numbers; whichever page is in front. */
static void
read_cb (XbTodayReader *reader,
         XbWindow      *window)
{
  const XbToday *today = xb_today_reader_get_today (reader);
  g_autofree char *due = xb_today_reader_dup_words (reader);
  g_autofree char *wrong = NULL;

  if (today == NULL)
    return;
  wrong = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case or alert", "%u cases and alerts", today->n_wrong),
                           today->n_wrong);
  xb_window_set_badge (window, "today", xb_today_reader_count_due (reader, FALSE), due);
  xb_window_set_badge (window, "incidents", today->n_wrong, wrong);
}

/** xb_badges_start: once the window was drawn; for as long as there is one */
void
xb_badges_start (XbWindow *window)
{
  XbTodayReader *reader;

  g_return_if_fail (XB_IS_WINDOW (window));

  reader = xb_today_reader_ref_for (xb_window_get_workspace (window));
  g_object_set_data_full (G_OBJECT (window), "xb-badges", reader, g_object_unref);
  g_signal_connect_object (reader, "read", G_CALLBACK (read_cb), window, 0);
  read_cb (reader, window);
}
