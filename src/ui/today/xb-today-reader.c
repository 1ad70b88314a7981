/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-today-reader.h"

/* Changes come in bursts (an import, a practice round): one reading answers them all. */
#define COALESCE_MS 250
/* How often it is looked whether the day has turned. */
#define DAY_CHECK_SECONDS 60

/* Keeps what is due today read, off the main thread: once for all who show it, and again after changes and at midnight. */
struct _XbTodayReader
{
  GObject       parent_instance;

  XbWorkspace  *workspace;
  XbToday      *today;     /* (nullable): not read yet */
  GError       *error;     /* (nullable): why it could not be read the last time */
  char         *day;       /* the day @today is of */
  char         *asked;     /* the day that is being read */
  guint         scheduled; /* a reading to come */
  guint         day_check;
  guint         reading : 1;
  guint         again : 1; /* something changed while it was read */
};

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (XbTodayReader, xb_today_reader, G_TYPE_OBJECT)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbTodayReader) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbToday) today = xb_workspace_read_today_finish (XB_WORKSPACE (source), result, &error);

  self->reading = FALSE;
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (today != NULL)
    {
      g_clear_pointer (&self->today, xb_today_free);
      g_free (self->day);
      self->today = g_steal_pointer (&today);
      self->day = g_steal_pointer (&self->asked);
    }
  g_signal_emit (self, signals[READ], 0);
  if (self->again)
    xb_today_reader_read_again (self);
}

static void
read_now (XbTodayReader *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  g_free (self->asked);
  self->asked = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  xb_workspace_read_today_async (self->workspace, XB_TODAY_ROWS, NULL, read_cb, g_object_ref (self));
}

static gboolean
scheduled_cb (gpointer user_data)
{
  XbTodayReader *self = user_data;

  self->scheduled = 0;
  read_now (self);
  return G_SOURCE_REMOVE;
}

/** xb_today_reader_read_again: soon; asked for several times, it is read once */
void
xb_today_reader_read_again (XbTodayReader *self)
{
  g_return_if_fail (XB_IS_TODAY_READER (self));

  if (self->scheduled == 0)
    self->scheduled = g_timeout_add (COALESCE_MS, scheduled_cb, self);
}

static gboolean
day_check_cb (gpointer user_data)
{
  XbTodayReader *self = user_data;
  g_autofree char *day = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));

  if (g_strcmp0 (day, self->day) != 0)
    read_now (self);
  return G_SOURCE_CONTINUE;
}

static void
xb_today_reader_dispose (GObject *object)
{
  XbTodayReader *self = XB_TODAY_READER (object);

  g_clear_handle_id (&self->scheduled, g_source_remove);
  g_clear_handle_id (&self->day_check, g_source_remove);
  if (self->workspace != NULL)
    g_object_set_data (G_OBJECT (self->workspace), "xb-today-reader", NULL);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_today_reader_parent_class)->dispose (object);
}

static void
xb_today_reader_finalize (GObject *object)
{
  XbTodayReader *self = XB_TODAY_READER (object);

  g_clear_pointer (&self->today, xb_today_free);
  g_clear_error (&self->error);
  g_free (self->day);
  g_free (self->asked);
  G_OBJECT_CLASS (xb_today_reader_parent_class)->finalize (object);
}

static void
xb_today_reader_class_init (XbTodayReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_today_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_today_reader_finalize;
  /* XbTodayReader::read: there is something new, or an error */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_today_reader_init (XbTodayReader *self)
{
}

/**
 * xb_today_reader_ref_for:
 *
 * One for all windows of @workspace; it begins to read at once.
 *
 * Returns: (transfer full)
 */
XbTodayReader *
xb_today_reader_ref_for (XbWorkspace *workspace)
{
  XbTodayReader *self = g_object_get_data (G_OBJECT (workspace), "xb-today-reader");

  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (XB_TYPE_TODAY_READER, NULL);
  self->workspace = g_object_ref (workspace);
  g_object_set_data (G_OBJECT (workspace), "xb-today-reader", self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (xb_today_reader_read_again), self, G_CONNECT_SWAPPED);
  self->day_check = g_timeout_add_seconds (DAY_CHECK_SECONDS, day_check_cb, self);
  read_now (self);
  return self;
}

/** xb_today_reader_get_today: Returns: (transfer none) (nullable): none: not read yet, or not to be read */
const XbToday *
xb_today_reader_get_today (XbTodayReader *self)
{
  g_return_val_if_fail (XB_IS_TODAY_READER (self), NULL);

  return self->today;
}

/** xb_today_reader_get_day: Returns: (transfer none) (nullable): the day it is read for */
const char *
xb_today_reader_get_day (XbTodayReader *self)
{
  g_return_val_if_fail (XB_IS_TODAY_READER (self), NULL);

  return self->day;
}

/** xb_today_reader_get_error: Returns: (transfer none) (nullable): why the last reading failed */
const GError *
xb_today_reader_get_error (XbTodayReader *self)
{
  g_return_val_if_fail (XB_IS_TODAY_READER (self), NULL);

  return self->error;
}

/** xb_today_reader_count_due: Returns: how many of the things that were read cannot wait until tomorrow, or are late */
guint
xb_today_reader_count_due (XbTodayReader *self,
                           gboolean       overdue_alone)
{
  guint n = 0;

  g_return_val_if_fail (XB_IS_TODAY_READER (self), 0);

  for (guint i = 0; self->today != NULL && i < self->today->due->len; i++)
    {
      int order = g_strcmp0 (xb_due_get_due (g_ptr_array_index (self->today->due, i)), self->day);

      n += order < 0 || (order == 0 && !overdue_alone);
    }
  return n;
}

/* The most urgent ones were read: where all of those are, there may be more. */
static char *
dup_count (XbTodayReader *self,
           guint          count)
{
  gboolean more = count == self->today->due->len && self->today->n_due > count;
  g_autofree char *figure = xb_format_count (count);

  return g_strdup_printf (more ? "%s+" : "%s", figure);
}

/** xb_today_reader_dup_words: Returns: (transfer full) (nullable): what there is to do today, in a line */
char *
xb_today_reader_dup_words (XbTodayReader *self)
{
  g_autofree char *count = NULL, *late = NULL, *things = NULL;
  guint urgent, overdue;

  g_return_val_if_fail (XB_IS_TODAY_READER (self), NULL);

  if (self->today == NULL)
    return NULL;
  urgent = xb_today_reader_count_due (self, FALSE);
  overdue = xb_today_reader_count_due (self, TRUE);
  if (urgent == 0)
    return g_strdup (_("Nothing to do today"));
  count = dup_count (self, urgent);
  late = dup_count (self, overdue);
  things = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s thing to do today", "%s things to do today", urgent), count);
  /* Translators: "3 things to do today, 1 of them overdue" */
  return overdue == 0 ? g_steal_pointer (&things) : g_strdup_printf (_("%1$s, %2$s of them overdue"), things, late);
}
