/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-bar-mover.h"
#include "xb-error.h"
#include "xb-year-words.h"

/* Gives bars of the year other days, and remembers the way back of each. */
struct _XbBarMover
{
  GObject      parent_instance;

  XbWorkspace *workspace;
  GPtrArray   *back; /* (element-type XbYearBar): with the days that it had */
};

G_DEFINE_FINAL_TYPE (XbBarMover, xb_bar_mover, G_TYPE_OBJECT)

enum
{
  MOVED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  XbBarMover *mover; /* (owned) */
  XbYearBar  *bar;   /* (owned): as it was before */
  char       *from;
  char       *until;
  gboolean    undo;
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->mover);
  xb_year_bar_free (move->bar);
  g_free (move->from);
  g_free (move->until);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Move) move = user_data;
  XbBarMover *self = move->mover;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    {
      if (!xb_error_is_cancelled (error))
        g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  else if (!move->undo)
    {
      g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
      g_autofree char *days = xb_year_dup_span (move->from, move->until, today);
      g_autofree char *said = g_strdup_printf (_("“%1$s” is now %2$s"), move->bar->text, days);

      g_ptr_array_add (self->back, xb_year_bar_copy (move->bar));
      g_signal_emit (self, signals[MOVED], 0, said, self->back->len - 1);
    }
}

static void
run (XbBarMover      *self,
     const XbYearBar *bar,
     const char      *from,
     const char      *until,
     gboolean         undo)
{
  Move *move = g_new (Move, 1);

  *move = (Move) { g_object_ref (self), xb_year_bar_copy (bar), g_strdup (from), g_strdup (until), undo };
  xb_workspace_move_bar_async (self->workspace, bar, from, until, NULL, moved_cb, move);
}

static void
xb_bar_mover_dispose (GObject *object)
{
  g_clear_object (&XB_BAR_MOVER (object)->workspace);
  G_OBJECT_CLASS (xb_bar_mover_parent_class)->dispose (object);
}

static void
xb_bar_mover_finalize (GObject *object)
{
  g_ptr_array_unref (XB_BAR_MOVER (object)->back);
  G_OBJECT_CLASS (xb_bar_mover_parent_class)->finalize (object);
}

static void
xb_bar_mover_class_init (XbBarMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_bar_mover_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_bar_mover_finalize;
  /* what was done in words, and how undo() calls it */
  signals[MOVED] = g_signal_new ("moved", XB_TYPE_BAR_MOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", XB_TYPE_BAR_MOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
xb_bar_mover_init (XbBarMover *self)
{
  self->back = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_year_bar_free);
}

XbBarMover *
xb_bar_mover_new (XbWorkspace *workspace)
{
  XbBarMover *self = g_object_new (XB_TYPE_BAR_MOVER, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

/** xb_bar_mover_move: "moved" or "failed" says what came of it */
void
xb_bar_mover_move (XbBarMover      *self,
                   const XbYearBar *bar,
                   const char      *from,
                   const char      *until)
{
  g_return_if_fail (XB_IS_BAR_MOVER (self));

  run (self, bar, from, until, FALSE);
}

/** xb_bar_mover_undo: @index: as "moved" told it */
void
xb_bar_mover_undo (XbBarMover *self,
                   guint       index)
{
  const XbYearBar *bar;

  g_return_if_fail (XB_IS_BAR_MOVER (self));

  if (index >= self->back->len)
    return;
  bar = g_ptr_array_index (self->back, index);
  run (self, bar, bar->from, bar->until, TRUE);
}
