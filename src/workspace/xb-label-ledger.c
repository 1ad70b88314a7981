/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-label-desk-private.h"

/* What edits cost. The first ones of a contract year are free, in the order in which they are handed in: an edit
 * that went out keeps what it was, the planned ones move up when another is dropped. Each edit has one line in
 * the ledger; where the fee is not known there is none, for fees are not made up. */

static gboolean
write_line (XbLabelDesk         *self,
            XbDb                *db,
            XbLabelChannel      *channel,
            gint64               change,
            gboolean             free,
            GError             **error)
{
  gint64 cost = xb_db_int (db, 0, "SELECT ifnull (cost_id, 0) FROM label_change WHERE id = ?", "i", change);
  g_autofree char *note = NULL;
  gint64 least;
  gint64 most;

  if (!xb_label_terms_get_fee (&channel->terms, free, &least, &most))
    return xb_db_run (db, error, "UPDATE label_change SET cost_id = NULL WHERE id = ?", "i", change) &&
           xb_db_run (db, error, "DELETE FROM cost WHERE id = ?", "i", cost);
  note = xb_label_terms_dup_note (&channel->terms, free);
  if (cost != 0)
    return xb_db_run (db, error, "UPDATE cost SET amount = ?1, amount_min = iif (?2 < ?1, ?2, NULL), indicative = ?3, "
                      "note = ?4 WHERE id = ?5", "iiiti", most, least, (gint64) channel->terms.indicative, note, cost);
  return xb_db_run (db, error,
                    "INSERT INTO cost (amount, amount_min, category, on_date, number_id, platform, certification_id, "
                    "note, indicative) SELECT ?1, iif (?2 < ?1, ?2, NULL), 'label', counts_on, number_id, platform, "
                    "certification_id, ?3, ?4 FROM label_change WHERE id = ?5", "iitii", most, least, note,
                    (gint64) channel->terms.indicative, change) &&
         xb_db_run (db, error, "UPDATE label_change SET cost_id = ? WHERE id = ?", "ii", xb_db_last_id (db), change);
}

static gboolean
set_free (XbLabelDesk     *self,
          XbDb            *db,
          XbLabelChannel  *channel,
          gint64           change,
          gboolean         free,
          GError         **error)
{
  gint64 least;
  gint64 most;
  gboolean known = xb_label_terms_get_fee (&channel->terms, free, &least, &most);

  return xb_db_run (db, error, "UPDATE label_change SET free = ?1, fee_min = iif (?2, ?3, NULL), "
                    "fee_max = iif (?2, ?4, NULL) WHERE id = ?5", "iiiii", (gint64) free, (gint64) known, least, most,
                    change) &&
         write_line (self, db, channel, change, free, error);
}

/**
 * xb_label_ledger_add:
 * @change: an edit that was just planned
 *
 * Gives it its line, as one that is paid; which ones are free is settled at the end of the transaction.
 */
gboolean
xb_label_ledger_add (XbLabelDesk     *self,
                     XbDb            *db,
                     XbLabelChannel  *channel,
                     gint64           change,
                     GError         **error)
{
  return set_free (self, db, channel, change, FALSE, error);
}

/** xb_label_ledger_drop: an edit that will not be made costs nothing */
gboolean
xb_label_ledger_drop (XbDb    *db,
                      gint64   change,
                      GError **error)
{
  gint64 cost = xb_db_int (db, 0, "SELECT ifnull (cost_id, 0) FROM label_change WHERE id = ?", "i", change);

  return xb_db_run (db, error, "UPDATE label_change SET cost_id = NULL, free = 0 WHERE id = ?", "i", change) &&
         (cost == 0 || xb_db_run (db, error, "DELETE FROM cost WHERE id = ?", "i", cost));
}

/** xb_label_ledger_touch: the contract year of @day is to be settled */
gboolean
xb_label_ledger_touch (XbLabelDesk  *self,
                       XbDb         *db,
                       const char   *platform,
                       const char   *day,
                       GError      **error)
{
  XbLabelChannel *channel = xb_label_desk_find (self, platform);
  char from[11];
  char until[11];

  if (channel == NULL)
    return TRUE;
  xb_label_desk_find_year (self, db, channel, day, from, until);
  g_hash_table_add (self->years, g_strjoin ("\t", platform, from, until, NULL));
  return TRUE;
}

/**
 * xb_label_ledger_file:
 * @before: the day that it counted on
 * @day: the day on which it is handed in
 *
 * Free edits are used up in the order in which edits are handed in, not in which they were planned.
 */
gboolean
xb_label_ledger_file (XbLabelDesk     *self,
                      XbDb            *db,
                      XbLabelChannel  *channel,
                      gint64           change,
                      const char      *before,
                      const char      *day,
                      GError         **error)
{
  XbFreeEdits edits = { .of = channel->terms.free_edits };
  gint64 gone;

  xb_label_desk_find_year (self, db, channel, day, edits.from, edits.until);
  xb_label_ledger_read (db, channel->key, &edits);
  gone = xb_db_int (db, 0, "SELECT count (*) FROM label_change INDEXED BY label_change_free WHERE platform = ? "
                    "AND counts_on BETWEEN ? AND ? AND free <> 0 AND state IN ('filed', 'live') AND id <> ?", "ttti",
                    channel->key, edits.from, edits.until, change);
  return set_free (self, db, channel, change, gone + edits.used_elsewhere < edits.of, error) &&
         xb_db_run (db, error, "UPDATE cost SET on_date = ? WHERE id = (SELECT cost_id FROM label_change WHERE id = ?)",
                    "ti", day, change) &&
         xb_label_ledger_touch (self, db, channel->key, before, error) &&
         xb_label_ledger_touch (self, db, channel->key, day, error);
}

/**
 * xb_label_ledger_read:
 * @edits: with @of, @from and @until set; receives what is used and left
 */
void
xb_label_ledger_read (XbDb        *db,
                      const char  *platform,
                      XbFreeEdits *edits)
{
  edits->used = xb_db_int (db, 0, "SELECT count (*) FROM label_change INDEXED BY label_change_free WHERE platform = ? "
                           "AND counts_on BETWEEN ? AND ? AND free <> 0 AND state IN ('planned', 'filed', 'live')", "ttt",
                           platform, edits->from, edits->until);
  edits->used_elsewhere = xb_db_int (db, 0, "SELECT used_elsewhere FROM edit_account WHERE platform = ? "
                                     "AND year_from = ?", "tt", platform, edits->from);
  edits->left = edits->of < 0 ? -1 : MAX (0, edits->of - edits->used - edits->used_elsewhere);
}

/* Takes the rows; NULL where there are none to take, since the question failed. */
static GArray *
collect_ids (XbRows *all)
{
  g_autoptr(XbRows) rows = all;
  GArray *ids;

  if (rows == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* The next planned edits of the year are free as long as free ones are left. Both lists are as short as the number
 * of free edits, however many are planned. */
static gboolean
settle_year (XbLabelDesk     *self,
             XbDb            *db,
             XbLabelChannel  *channel,
             const char      *from,
             const char      *until,
             GError         **error)
{
  gint64 gone = xb_db_int (db, 0, "SELECT count (*) FROM label_change INDEXED BY label_change_free WHERE platform = ? "
                           "AND counts_on BETWEEN ? AND ? AND free <> 0 AND state IN ('filed', 'live')", "ttt",
                           channel->key, from, until);
  gint64 elsewhere = xb_db_int (db, 0, "SELECT used_elsewhere FROM edit_account WHERE platform = ? AND year_from = ?",
                                "tt", channel->key, from);
  gint64 left = MAX (0, channel->terms.free_edits - gone - elsewhere);
  g_autoptr(GArray) wanted = NULL;
  g_autoptr(GArray) free = NULL;

  wanted = collect_ids (xb_db_query (db, error, "SELECT id FROM label_change WHERE platform = ? AND state = 'planned' "
                                     "AND counts_on BETWEEN ? AND ? ORDER BY counts_on, id LIMIT ?", "ttti",
                                     channel->key, from, until, left));
  free = collect_ids (xb_db_query (db, error, "SELECT id FROM label_change INDEXED BY label_change_free WHERE platform = ? "
                                   "AND free <> 0 "
                                   "AND counts_on BETWEEN ? AND ? AND state = 'planned'", "ttt", channel->key, from,
                                   until));
  if (wanted == NULL || free == NULL)
    return FALSE;
  for (guint i = 0; i < free->len; i++)
    {
      gint64 id = g_array_index (free, gint64, i);

      if (!has_id (wanted, id) && !set_free (self, db, channel, id, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      gint64 id = g_array_index (wanted, gint64, i);

      if (!has_id (free, id) && !set_free (self, db, channel, id, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/** xb_label_ledger_settle: says which of the planned edits are free, in every year that was touched */
gboolean
xb_label_ledger_settle (XbLabelDesk  *self,
                        XbDb         *db,
                        GError      **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto(GStrv) parts = g_strsplit (key, "\t", 3);

      if (!settle_year (self, db, xb_label_desk_find (self, parts[0]), parts[1], parts[2], error))
        return FALSE;
    }
  g_hash_table_remove_all (self->years);
  return TRUE;
}
