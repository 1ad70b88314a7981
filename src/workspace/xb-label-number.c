/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-label-desk-private.h"

/* The labels of one number, as the rules of what shows when want them. */

void
xb_label_number_free (XbLabelNumber *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_array_unref (self->spans);
  g_array_unref (self->replaced);
  g_free (self);
}

/** xb_label_number_keep: Returns: (nullable): @text as long as @self lives */
const char *
xb_label_number_keep (XbLabelNumber *self,
                      const char    *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/** xb_label_number_load: Returns: (transfer full) (nullable): the labels of @number, or %NULL with @error */
XbLabelNumber *
xb_label_number_load (XbDb    *db,
                      gint64   number,
                      GError **error)
{
  g_autoptr(XbLabelNumber) self = g_new0 (XbLabelNumber, 1);
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = NULL;

  self->texts = g_string_chunk_new (512);
  self->spans = g_array_new (FALSE, FALSE, sizeof (XbLabelSpan));
  self->replaced = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows = xb_db_query (db, error, "SELECT id, platform, text, from_day, until_day, ifnull (replaced_by, 0), "
                      "campaign_id IS NOT NULL FROM label WHERE number_id = ? AND removed_at IS NULL ORDER BY id", "i",
                      number);
  if (rows == NULL)
    return NULL;
  while (xb_rows_next (rows, &local))
    {
      gint64 replaced = xb_rows_int (rows, 5);
      const char *until = xb_rows_text (rows, 4);
      XbLabelSpan span = {
        .id = xb_rows_int (rows, 0), .platform = xb_label_number_keep (self, xb_rows_text (rows, 1)),
        .text = xb_label_number_keep (self, xb_rows_text (rows, 2)), .from = xb_label_number_keep (self, xb_rows_text (rows, 3)),
        .until = xb_label_number_keep (self, until),
        .layer = xb_label_layer_of (xb_rows_int (rows, 6) != 0, replaced != 0 ? NULL : until) };

      g_array_append_val (self->spans, span);
      g_array_append_val (self->replaced, replaced);
    }
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/** xb_label_number_link: a base label ends where the one that replaces it begins, and has no end again without that one */
gboolean
xb_label_number_link (XbLabelNumber  *self,
                      XbDb           *db,
                      GError        **error)
{
  const XbLabelSpan *spans = (const XbLabelSpan *) self->spans->data;

  for (guint i = 0; i < self->spans->len; i++)
    {
      XbLabelSpan *span = &g_array_index (self->spans, XbLabelSpan, i);
      gint64 *replaced = &g_array_index (self->replaced, gint64, i);
      const XbLabelSpan *next;
      g_autofree char *until = NULL;

      if (span->layer != XB_LABEL_LAYER_BASE)
        continue;
      next = xb_label_spans_find_next (spans, self->spans->len, span);
      until = next != NULL ? xb_day_add (next->from, -1) : NULL;
      if (*replaced == (next != NULL ? next->id : 0) && g_strcmp0 (span->until, until) == 0)
        continue;
      *replaced = next != NULL ? next->id : 0;
      span->until = xb_label_number_keep (self, until);
      if (!xb_db_run (db, error, "UPDATE label SET until_day = ?, replaced_by = nullif (?, 0) WHERE id = ?", "tii", until,
                      *replaced, span->id))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_label_keep_first:
 *
 * What shows and was handed in with a certification is a label as well, so that it can return.
 */
gboolean
xb_label_keep_first (XbDb    *db,
                     gint64   number,
                     GError **error)
{
  return xb_db_run (db, error,
                    "INSERT INTO label (number_id, platform, text, from_day, certification_id, created_at) "
                    "SELECT c.number_id, c.platform, c.label, "
                    "date (iif (c.submitted_at > 0, c.submitted_at, c.live_at), 'unixepoch', '+8 hours'), c.id, c.live_at "
                    "FROM certification c WHERE c.number_id = ? AND c.state = 'live' AND c.label <> '' AND NOT EXISTS "
                    "(SELECT 1 FROM label l WHERE l.number_id = c.number_id AND l.removed_at IS NULL AND "
                    "(l.platform IS NULL OR l.platform = c.platform) AND l.text = c.label)", "i", number);
}
