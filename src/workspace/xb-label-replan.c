/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-label-desk-private.h"

/* The edits of one number follow from its labels. They are found anew whenever something changed: what is planned
 * already and still right stays as it is, with its days and its line in the ledger. */

typedef struct
{
  XbLabelDesk   *desk;
  XbDb          *db;
  gint64         number;
  XbLabelNumber *labels;
  GArray        *places; /* XbLabelPlace */
  GArray        *known;  /* XbLabelKnown */
} Replan;

static void
replan_clear (Replan *self)
{
  g_clear_pointer (&self->labels, xb_label_number_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replan, replan_clear)

/* Somebody named the platform, so the number shows there, though how it came to is not in this file. */
static void
add_named_place (Replan            *self,
                 const XbLabelSpan *span,
                 GHashTable        *recorded)
{
  XbLabelChannel *channel = span->platform != NULL ? xb_label_desk_find (self->desk, span->platform) : NULL;
  g_autofree char *shows = NULL;
  XbLabelPlace place = { .platform = span->platform };

  if (channel == NULL || !channel->manual || !g_hash_table_add (recorded, (gpointer) span->platform) ||
      xb_db_int (self->db, 0, "SELECT removed_at IS NOT NULL FROM number WHERE id = ?", "i", self->number) != 0)
    return;
  shows = xb_db_text (self->db, "SELECT text FROM label_change WHERE number_id = ? AND platform = ? AND state = 'live' "
                      "ORDER BY live_at DESC, id DESC LIMIT 1", "it", self->number, span->platform);
  place.shows = xb_label_number_keep (self->labels, shows != NULL ? shows : "");
  g_array_append_val (self->places, place);
}

static gboolean
load_places (Replan  *self,
             GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GHashTable) recorded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (self->db, error, "SELECT id, platform, label, state = 'live' FROM certification "
                      "WHERE number_id = ? AND state <> 'withdrawn' ORDER BY id", "i", self->number);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &local))
    {
      XbLabelPlace place = { xb_rows_int (rows, 0), xb_label_number_keep (self->labels, xb_rows_text (rows, 1)),
                             xb_label_number_keep (self->labels, xb_rows_text (rows, 2)) };

      g_hash_table_add (recorded, (gpointer) place.platform);
      if (xb_rows_int (rows, 3) != 0)
        g_array_append_val (self->places, place);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < self->labels->spans->len; i++)
    add_named_place (self, &g_array_index (self->labels->spans, XbLabelSpan, i), recorded);
  return TRUE;
}

static gboolean
load_known (Replan  *self,
            GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (self->db, error, "SELECT id, platform, state, label_id, kind, text, show_on, file_by, "
                      "expected, asked FROM label_change WHERE number_id = ? AND state <> 'live' ORDER BY id", "i", self->number);
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &local))
    {
      int state = XB_CHANGE_STATE_PLANNED;
      int kind = XB_CHANGE_KIND_PUT_UP;
      XbLabelKnown known = { .id = xb_rows_int (rows, 0), .platform = xb_label_number_keep (self->labels, xb_rows_text (rows, 1)) };

      xb_enum_from_nick (XB_TYPE_CHANGE_STATE, xb_rows_text (rows, 2), &state);
      xb_enum_from_nick (XB_TYPE_CHANGE_KIND, xb_rows_text (rows, 4), &kind);
      known.state = state;
      known.edit.label = xb_rows_int (rows, 3);
      known.edit.kind = kind;
      known.edit.text = xb_label_number_keep (self->labels, xb_rows_text (rows, 5));
      g_strlcpy (known.edit.show_on, xb_rows_text (rows, 6), sizeof known.edit.show_on);
      known.file_by = xb_label_number_keep (self->labels, xb_rows_text (rows, 7));
      known.expected = xb_label_number_keep (self->labels, xb_rows_text (rows, 8));
      known.asked = xb_rows_int (rows, 9) != 0;
      g_array_append_val (self->known, known);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static XbLabelKnown *
find_planned (Replan            *self,
              const char        *platform,
              const XbLabelEdit *edit)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      XbLabelKnown *known = &g_array_index (self->known, XbLabelKnown, i);

      if (known->state == XB_CHANGE_STATE_PLANNED && !known->wanted && known->edit.label == edit->label &&
          known->edit.kind == edit->kind && strcmp (known->platform, platform) == 0)
        return known;
    }
  return NULL;
}

/* What is overdue stays so: only other days of its own, or of the edit before it, move it. */
static gboolean
keeps_days (const XbLabelKnown *known,
            const XbLabelEdit  *edit,
            const XbLabelDays  *days,
            const char         *after)
{
  return strcmp (known->edit.show_on, edit->show_on) == 0 && strcmp (known->file_by, days->file_by) <= 0 &&
         strcmp (known->file_by, after) >= 0;
}

static gboolean
update_edit (Replan              *self,
             XbLabelChannel      *channel,
             const XbLabelKnown  *known,
             const XbLabelEdit   *edit,
             const XbLabelDays   *days,
             const char          *after,
             GError             **error)
{
  g_autofree char *before = NULL;

  if (keeps_days (known, edit, days, after))
    return strcmp (known->edit.text, edit->text) == 0 ||
           xb_db_run (self->db, error, "UPDATE label_change SET text = ?, was = ?, updated_at = ? WHERE id = ?", "ttii",
                      edit->text, edit->was, self->desk->now, known->id);
  before = xb_db_text (self->db, "SELECT counts_on FROM label_change WHERE id = ?", "i", known->id);
  return xb_label_ledger_touch (self->desk, self->db, channel->key, before, error) &&
         xb_label_ledger_touch (self->desk, self->db, channel->key, days->file_by, error) &&
         xb_db_run (self->db, error, "UPDATE label_change SET text = ?, was = ?, show_on = ?, file_by = ?4, expected = ?5, "
                    "estimated = ?6, assumed = ?7, counts_on = ?4, updated_at = ?8 WHERE id = ?9", "tttttiiii",
                    edit->text, edit->was, edit->show_on, days->file_by, days->expected, (gint64) days->estimated,
                    (gint64) days->assumed, self->desk->now, known->id) &&
         xb_db_run (self->db, error, "UPDATE cost SET on_date = ? WHERE id = "
                    "(SELECT cost_id FROM label_change WHERE id = ?)", "ti", days->file_by, known->id);
}

static gboolean
add_edit (Replan              *self,
          XbLabelChannel      *channel,
          const XbLabelPlace  *place,
          const XbLabelEdit   *edit,
          const XbLabelDays   *days,
          GError             **error)
{
  gint64 id;

  if (!xb_db_run (self->db, error,
                  "INSERT INTO label_change (label_id, number_id, platform, certification_id, kind, text, was, show_on, "
                  "file_by, expected, estimated, assumed, counts_on, updated_at) "
                  "VALUES (?1, ?2, ?3, nullif (?4, 0), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?9, ?13)", "iitittttttiii",
                  edit->label, self->number, channel->key, place->certification,
                  xb_enum_to_nick (XB_TYPE_CHANGE_KIND, edit->kind), edit->text, edit->was, edit->show_on,
                  days->file_by, days->expected, (gint64) days->estimated, (gint64) days->assumed, self->desk->now))
    return FALSE;
  id = xb_db_last_id (self->db);
  if (!channel->manual && strcmp (days->file_by, self->desk->today) <= 0)
    g_array_append_val (self->desk->due_now, id);
  return xb_label_ledger_add (self->desk, self->db, channel, id, error) &&
         xb_label_ledger_touch (self->desk, self->db, channel->key, days->file_by, error);
}

static gboolean
drop_edit (Replan       *self,
           const XbLabelKnown  *known,
           GError      **error)
{
  g_autofree char *day = xb_db_text (self->db, "SELECT counts_on FROM label_change WHERE id = ?", "i", known->id);

  return xb_label_ledger_touch (self->desk, self->db, known->platform, day, error) &&
         xb_label_ledger_drop (self->db, known->id, error) &&
         xb_db_run (self->db, error, "DELETE FROM label_change WHERE id = ?", "i", known->id);
}

/* What was handed in, until when the last of it takes, and what is not asked for again. */
static void
look_ahead (Replan              *self,
            const XbLabelPlace  *place,
            GArray              *coming,
            GArray              *refused,
            char                 after[11])
{
  *after = '\0';
  for (guint i = 0; i < self->known->len; i++)
    {
      const XbLabelKnown *known = &g_array_index (self->known, XbLabelKnown, i);

      if (strcmp (known->platform, place->platform) != 0)
        continue;
      if (known->state == XB_CHANGE_STATE_FILED)
        {
          g_array_append_val (coming, known->edit);
          g_strlcpy (after, known->expected, 11);
        }
      else if (known->state != XB_CHANGE_STATE_PLANNED)
        g_array_append_val (refused, known->edit);
    }
}

static gboolean
replan_edit (Replan              *self,
             XbLabelChannel      *channel,
             const XbLabelPlace  *place,
             const XbLabelEdit   *edit,
             char                 after[11],
             GError             **error)
{
  XbLabelKnown *known = find_planned (self, place->platform, edit);
  XbLabelDays days;

  if (!xb_label_desk_count_days (self->desk, channel, edit->show_on, after, &days, error))
    return FALSE;
  if (known != NULL)
    known->wanted = TRUE;
  if (known != NULL ? !update_edit (self, channel, known, edit, &days, after, error)
                    : !add_edit (self, channel, place, edit, &days, error))
    return FALSE;
  g_strlcpy (after, strcmp (days.expected, edit->show_on) > 0 ? days.expected : edit->show_on, 11);
  return TRUE;
}

/* Where the certification was never recorded, only labels that name the platform are meant for it. */
static GArray *
find_named (Replan             *self,
            const XbLabelPlace *place)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (XbLabelSpan));

  for (guint i = 0; i < self->labels->spans->len; i++)
    if (g_strcmp0 (g_array_index (self->labels->spans, XbLabelSpan, i).platform, place->platform) == 0)
      g_array_append_vals (spans, &g_array_index (self->labels->spans, XbLabelSpan, i), 1);
  return spans;
}

static GArray *
find_edits (Replan              *self,
            const XbLabelPlace  *place,
            char                 after[11])
{
  g_autoptr(GArray) coming = g_array_new (FALSE, FALSE, sizeof (XbLabelEdit));
  g_autoptr(GArray) refused = g_array_new (FALSE, FALSE, sizeof (XbLabelEdit));
  g_autoptr(GArray) spans = place->certification != 0 ? g_array_ref (self->labels->spans) : find_named (self, place);
  XbLabelStand stand = { .today = self->desk->today, .shows = place->shows };

  look_ahead (self, place, coming, refused, after);
  stand.coming = (const XbLabelEdit *) coming->data;
  stand.n_coming = coming->len;
  stand.refused = (const XbLabelEdit *) refused->data;
  stand.n_refused = refused->len;
  return xb_label_spans_find_edits ((const XbLabelSpan *) spans->data, spans->len, place->platform, &stand);
}

static gboolean
replan_place (Replan              *self,
              const XbLabelPlace  *place,
              GError             **error)
{
  XbLabelChannel *channel = xb_label_desk_find (self->desk, place->platform);
  g_autoptr(GArray) edits = NULL;
  char after[11];

  if (channel == NULL)
    return TRUE;
  edits = find_edits (self, place, after);
  for (guint i = 0; i < edits->len; i++)
    if (!replan_edit (self, channel, place, &g_array_index (edits, XbLabelEdit, i), after, error))
      return FALSE;
  return TRUE;
}

/* What was asked for by itself goes out although another label follows, as long as nobody takes it back. */
static gboolean
stays (Replan             *self,
       const XbLabelKnown *known)
{
  return known->asked &&
         xb_db_int (self->db, 0, "SELECT count (*) FROM label l JOIN number n ON n.id = l.number_id WHERE l.id = ? AND "
                    "l.removed_at IS NULL AND l.ended_at IS NULL AND n.removed_at IS NULL", "i", known->edit.label) > 0;
}

/* Plans that nothing asks for any more, and refusals of labels that are gone. */
static gboolean
tidy (Replan  *self,
      GError **error)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const XbLabelKnown *known = &g_array_index (self->known, XbLabelKnown, i);

      if (xb_label_desk_find (self->desk, known->platform) == NULL)
        continue;
      if (known->state == XB_CHANGE_STATE_PLANNED && !known->wanted && !stays (self, known) &&
          !drop_edit (self, known, error))
        return FALSE;
      if (known->state == XB_CHANGE_STATE_REFUSED &&
          !xb_db_run (self->db, error, "UPDATE label_change SET state = 'cancelled', updated_at = ? WHERE id = ? AND "
                      "EXISTS (SELECT 1 FROM label l WHERE l.id = label_id AND (l.removed_at IS NOT NULL OR "
                      "(kind = 'put-up' AND ifnull (l.until_day, '9999') < ?)))", "iit", self->desk->now, known->id,
                      self->desk->today))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_label_replan:
 * @number: its id
 *
 * Brings the planned edits of @number in line with its labels, at the platforms that the desk knows and that show it
 * now. xb_label_desk_close() ends it.
 */
gboolean
xb_label_replan (XbLabelDesk  *self,
                 XbDb         *db,
                 gint64        number,
                 GError      **error)
{
  g_auto(Replan) replan = { .desk = self, .db = db, .number = number };

  replan.places = g_array_new (FALSE, FALSE, sizeof (XbLabelPlace));
  replan.known = g_array_new (FALSE, FALSE, sizeof (XbLabelKnown));
  replan.labels = xb_label_number_load (db, number, error);
  if (replan.labels == NULL || !xb_label_number_link (replan.labels, db, error) || !load_places (&replan, error) ||
      !load_known (&replan, error))
    return FALSE;
  for (guint i = 0; i < replan.places->len; i++)
    if (!replan_place (&replan, &g_array_index (replan.places, XbLabelPlace, i), error))
      return FALSE;
  return tidy (&replan, error);
}

/* Before the first label was set, what was handed in with the certification is in no row yet. */
static void
assume_first (XbLabelNumber      *labels,
              const XbLabelPlace *place)
{
  XbLabelSpan first = { .id = -place->certification, .platform = place->platform, .text = place->shows,
                        .from = "1900-01-01" };

  for (guint i = 0; i < labels->spans->len; i++)
    {
      const XbLabelSpan *span = &g_array_index (labels->spans, XbLabelSpan, i);

      if (strcmp (span->text, place->shows) == 0 &&
          (span->platform == NULL || strcmp (span->platform, place->platform) == 0))
        return;
    }
  if (*place->shows != '\0')
    g_array_append_val (labels->spans, first);
}

/**
 * xb_label_sketch:
 * @extra: a label that is not in the file
 * @func: called for every platform that shows the number
 *
 * Returns: (transfer full) (nullable): the labels of @number with @extra among them, or %NULL with @error
 */
XbLabelNumber *
xb_label_sketch (XbLabelDesk        *self,
                 XbDb               *db,
                 gint64              number,
                 const XbLabelSpan  *extra,
                 XbLabelSketchFunc   func,
                 gpointer            data,
                 GError            **error)
{
  g_auto(Replan) replan = { .desk = self, .db = db, .number = number };

  replan.places = g_array_new (FALSE, FALSE, sizeof (XbLabelPlace));
  replan.known = g_array_new (FALSE, FALSE, sizeof (XbLabelKnown));
  replan.labels = xb_label_number_load (db, number, error);
  if (replan.labels == NULL)
    return NULL;
  g_array_append_vals (replan.labels->spans, extra, 1);
  if (!load_places (&replan, error) || !load_known (&replan, error))
    return NULL;
  for (guint i = 0; i < replan.places->len; i++)
    assume_first (replan.labels, &g_array_index (replan.places, XbLabelPlace, i));
  for (guint i = 0; i < replan.places->len; i++)
    {
      const XbLabelPlace *place = &g_array_index (replan.places, XbLabelPlace, i);
      char after[11];
      g_autoptr(GArray) edits = find_edits (&replan, place, after);

      func (place, after, edits, replan.known, data);
    }
  return g_steal_pointer (&replan.labels);
}

/**
 * xb_labels_follow:
 * @channel: the platform of @certification
 *
 * A certification begins to show, or shows no longer: its labels are planned accordingly.
 */
gboolean
xb_labels_follow (XbDb             *db,
                  gint64            certification,
                  gint64            at,
                  const XbChannel  *channel,
                  GError          **error)
{
  gint64 number = xb_db_int (db, 0, "SELECT number_id FROM certification WHERE id = ?", "i", certification);
  g_autoptr(XbLabelDesk) desk = xb_label_desk_new_for (channel, at);

  return xb_label_keep_first (db, number, error) && xb_label_replan (desk, db, number, error) &&
         xb_label_desk_close (desk, db, error);
}
