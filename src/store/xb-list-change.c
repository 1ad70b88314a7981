/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-list-change.h"

/* An object that somebody may have been given before a refresh, and where it stood. */
typedef struct
{
  guint    position;
  GObject *item; /* (owned) */
} Known;

#define KNOWN(i) (&g_array_index (known, Known, i))

static void
known_clear (gpointer data)
{
  g_clear_object (&((Known *) data)->item);
}

static int
by_position (gconstpointer a,
             gconstpointer b)
{
  guint one = ((const Known *) a)->position;
  guint other = ((const Known *) b)->position;

  return one < other ? -1 : one > other;
}

/** xb_list_known_new: Returns: (transfer full): what is known of a list before it is read again */
GArray *
xb_list_known_new (void)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (Known));

  g_array_set_clear_func (known, known_clear);
  return known;
}

void
xb_list_known_add (GArray   *known,
                   guint     position,
                   gpointer  item)
{
  Known row = { position, g_object_ref (item) };

  g_array_append_val (known, row);
}

/**
 * xb_list_change_find:
 * @known: what stood where; it is sorted
 * @old_n: length before
 * @new_n: length now
 *
 * The smallest change that explains where the known objects are now: those at the start stand where
 * they stood, those at the end moved by the difference of the lengths. Rows that nobody holds may
 * have changed in any way. So a view that shows rows in the middle stays on them.
 */
XbListChange
xb_list_change_find (GArray       *known,
                     guint         old_n,
                     guint         new_n,
                     XbListLookup  lookup,
                     gpointer      list)
{
  gint64 difference = (gint64) new_n - old_n;
  guint head = 0;
  guint tail = known->len;
  gint64 low;
  gint64 high;

  g_array_sort (known, by_position);
  while (head < known->len && lookup (list, KNOWN (head)->position) == KNOWN (head)->item)
    head++;
  while (tail > head && lookup (list, KNOWN (tail - 1)->position + difference) == KNOWN (tail - 1)->item)
    tail--;
  low = head > 0 ? KNOWN (head - 1)->position + 1 : 0;
  high = tail < known->len ? KNOWN (tail)->position : old_n;

  if (head == tail && difference == 0)
    return (XbListChange) { 0, 0, 0 };
  if (head == tail && high + MIN (difference, 0) >= low)
    return (XbListChange) { high + MIN (difference, 0), MAX (-difference, 0), MAX (difference, 0) };
  if (high - low + difference < 0)
    return (XbListChange) { 0, old_n, new_n };
  return (XbListChange) { low, high - low, high - low + difference };
}
