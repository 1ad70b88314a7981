/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-day.h"
#include "xb-label-desk-private.h"
#include "xb-label-draft-private.h"
#include "xb-label-plan-private.h"
#include "xb-phone.h"

/* What setting a label would do: the same rules as when it is set, off the main thread, with nothing written. */

/* The draft's id: later than every label in the file. */
#define DRAFT G_MAXINT64
/* So many are named; the rest is counted. */
#define MOST_NAMED 50
/* Edits so near to each other could be one. */
#define JOIN_DAYS 14

typedef struct
{
  XbLabelWish  *wish;
  XbLabelDesk  *desk;
  XbLabelPlan  *plan;  /* taken by the finish */
  GCancellable *cancellable;
  GHashTable   *years; /* "platform\tyear" → YearSum */
  XbDb         *db;
  gint64        number;
  gboolean      shows;
  gboolean      mixed; /* what returns differs */
  GError       *error;
} ReadPlan;

/* How the edits of one contract year change. */
typedef struct
{
  XbLabelPlatformPlan *platform;
  XbLabelChannel      *channel;
  XbFreeEdits          edits;
  guint                added;
  guint                dropped;
} YearSum;

static void
read_plan_free (gpointer data)
{
  ReadPlan *read = data;

  xb_label_wish_free (read->wish);
  xb_label_desk_free (read->desk);
  xb_label_plan_free (read->plan);
  g_clear_object (&read->cancellable);
  g_hash_table_unref (read->years);
  g_clear_error (&read->error);
  g_free (read);
}

static char *
number_of (ReadPlan *read)
{
  g_autofree char *e164 = xb_db_text (read->db, "SELECT e164 FROM number WHERE id = ?", "i", read->number);

  return e164 != NULL ? xb_phone_format (e164) : NULL;
}

static XbFreeEdits
read_year (ReadPlan       *read,
           XbLabelChannel *channel,
           const char     *day)
{
  XbFreeEdits edits = { .of = channel->terms.free_edits };

  xb_label_desk_find_year (read->desk, read->db, channel, day, edits.from, edits.until);
  xb_label_ledger_read (read->db, channel->key, &edits);
  return edits;
}

static XbLabelPlatformPlan *
find_platform (ReadPlan       *read,
               XbLabelChannel *channel)
{
  XbLabelPlatformPlan *platform;
  XbFreeEdits edits;

  for (guint i = 0; i < read->plan->platforms->len; i++)
    {
      platform = g_ptr_array_index (read->plan->platforms, i);
      if (strcmp (platform->platform, channel->key) == 0)
        return platform;
    }
  edits = read_year (read, channel, read->desk->today);
  platform = xb_label_platform_plan_new (read->plan, channel->key, channel->name);
  platform->free_of = edits.of;
  platform->free_left = edits.left;
  platform->year_from = g_strdup (edits.from);
  platform->year_until = g_strdup (edits.until);
  platform->indicative = channel->terms.indicative;
  platform->gap_days = xb_label_terms_get_gap (&channel->terms);
  return platform;
}

/* The contract year of @platform in which an edit of @day counts. */
static YearSum *
find_year (ReadPlan            *read,
           XbLabelPlatformPlan *platform,
           XbLabelChannel      *channel,
           const char          *day)
{
  XbFreeEdits edits = { .of = channel->terms.free_edits };
  g_autofree char *key = NULL;
  YearSum *year;

  xb_label_desk_find_year (read->desk, read->db, channel, day, edits.from, edits.until);
  key = g_strjoin ("\t", channel->key, edits.from, NULL);
  year = g_hash_table_lookup (read->years, key);
  if (year != NULL)
    return year;
  year = g_new0 (YearSum, 1);
  year->platform = platform;
  year->channel = channel;
  year->edits = edits;
  g_hash_table_insert (read->years, g_steal_pointer (&key), year);
  return year;
}

/* What the year costs with the draft, less what it costs without: an edit that is no longer needed is saved. */
static void
sum_year (ReadPlan      *read,
          const YearSum *year)
{
  XbLabelPlatformPlan *platform = year->platform;
  const XbLabelTerms *terms = &year->channel->terms;
  XbFreeEdits edits = year->edits;
  gint64 free;
  gint64 before;
  gint64 after;
  gint64 more;

  xb_label_ledger_read (read->db, platform->platform, &edits);
  free = MAX (0, edits.left) + xb_db_int (read->db, 0, "SELECT count (*) FROM label_change INDEXED BY label_change_free "
                                          "WHERE platform = ? AND free <> 0 AND counts_on BETWEEN ? AND ? AND "
                                          "state = 'planned'", "ttt", platform->platform, edits.from, edits.until);
  /* Beyond the free ones every edit counts the same: it is enough to know that there are more. */
  before = xb_db_int (read->db, 0, "SELECT count (*) FROM (SELECT 1 FROM label_change INDEXED BY label_change_next "
                      "WHERE platform = ? AND state = 'planned' AND counts_on BETWEEN ? AND ? LIMIT ?)", "ttti",
                      platform->platform, edits.from, edits.until, free + year->dropped);
  after = MAX (0, before + year->added - year->dropped);
  more = MAX (0, after - free) - MAX (0, before - free);
  platform->free_used += MAX (0, MIN (free, after) - MIN (free, before));
  if (more > 0 && terms->fee_max < 0)
    platform->cost_min = platform->cost_max = -1;
  else if (more > 0 && platform->cost_max >= 0)
    {
      platform->cost_min += more * terms->fee_min;
      platform->cost_max += more * terms->fee_max;
    }
}

static void
keep_earliest (char       **place,
               const char  *day)
{
  if (*place != NULL && strcmp (*place, day) <= 0)
    return;
  g_free (*place);
  *place = g_strdup (day);
}

static void
keep_latest (char       **place,
             const char  *day)
{
  if (*place != NULL && strcmp (*place, day) >= 0)
    return;
  g_free (*place);
  *place = g_strdup (day);
}

/* Whether it is planned already, draft or not */
static gboolean
is_planned (const XbLabelPlatformPlan *platform,
            const XbLabelEdit         *edit,
            GArray                    *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const XbLabelKnown *other = &g_array_index (known, XbLabelKnown, i);

      if (other->state == XB_CHANGE_STATE_PLANNED && other->edit.label == edit->label && other->edit.kind == edit->kind &&
          strcmp (other->platform, platform->platform) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
note_days (XbLabelPlatformPlan *platform,
           const XbLabelEdit   *edit,
           const XbLabelDays   *days,
           const char          *shows)
{
  gboolean returns = edit->kind == XB_CHANGE_KIND_RESTORE;

  platform->estimated = platform->estimated || days->estimated;
  platform->assumed = platform->assumed || days->assumed;
  keep_earliest (returns ? &platform->restore_by : &platform->file_by, days->file_by);
  if (returns)
    platform->restore_late = platform->restore_late || days->late;
  else
    platform->late = platform->late || days->late;
  if (!days->assumed)
    keep_latest (returns ? &platform->returns_from : &platform->shows_from, shows);
}

/* @after: (inout): when the edit before it shows. Returns: whether it is one of the draft */
static gboolean
count_edit (ReadPlan            *read,
            XbLabelPlatformPlan *platform,
            XbLabelChannel      *channel,
            const XbLabelEdit   *edit,
            GArray              *known,
            char                 after[11])
{
  XbLabelDays days;

  if (!xb_label_desk_count_days (read->desk, channel, edit->show_on, after, &days,
                                 read->error == NULL ? &read->error : NULL))
    return FALSE;
  g_strlcpy (after, strcmp (days.expected, edit->show_on) > 0 ? days.expected : edit->show_on, 11);
  if (!is_planned (platform, edit, known))
    {
      platform->edits++;
      find_year (read, platform, channel, days.file_by)->added++;
    }
  if (edit->label != DRAFT)
    return FALSE;
  note_days (platform, edit, &days, after);
  return TRUE;
}

/* What is planned now and not needed with the draft. */
static void
count_dropped (ReadPlan            *read,
               XbLabelPlatformPlan *platform,
               XbLabelChannel      *channel,
               GArray              *edits,
               GArray              *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const XbLabelKnown *other = &g_array_index (known, XbLabelKnown, i);
      gboolean wanted = other->state != XB_CHANGE_STATE_PLANNED || other->asked ||
                        strcmp (other->platform, platform->platform) != 0;

      for (guint k = 0; k < edits->len && !wanted; k++)
        {
          const XbLabelEdit *edit = &g_array_index (edits, XbLabelEdit, k);

          wanted = edit->label == other->edit.label && edit->kind == other->edit.kind;
        }
      if (wanted)
        continue;
      platform->saved++;
      find_year (read, platform, channel, other->file_by)->dropped++;
    }
}

static void
add_joins (ReadPlan            *read,
           XbLabelPlatformPlan *platform,
           const XbLabelEdit   *edit,
           GArray              *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const XbLabelKnown *other = &g_array_index (known, XbLabelKnown, i);
      XbLabelJoin *join;

      if (other->state != XB_CHANGE_STATE_PLANNED || strcmp (other->platform, platform->platform) != 0 ||
          !xb_label_edits_can_join (edit->show_on, other->edit.show_on, JOIN_DAYS))
        continue;
      if (platform->n_joins++ >= MOST_NAMED)
        continue;
      join = xb_label_join_new (other->id, read->number, number_of (read), other->edit.text, other->edit.show_on);
      g_ptr_array_add (platform->joins, join);
    }
}

static void
sketch_cb (const XbLabelPlace *place,
           const char         *after,
           GArray             *edits,
           GArray             *known,
           gpointer            data)
{
  ReadPlan *read = data;
  XbLabelChannel *channel = xb_label_desk_find (read->desk, place->platform);
  XbLabelPlatformPlan *platform;
  char last[11];

  g_strlcpy (last, after, sizeof last);
  if (channel == NULL || (read->wish->platform != NULL && strcmp (read->wish->platform, place->platform) != 0))
    return;
  read->shows = TRUE;
  platform = find_platform (read, channel);
  platform->numbers++;
  for (guint i = 0; i < edits->len; i++)
    {
      const XbLabelEdit *edit = &g_array_index (edits, XbLabelEdit, i);

      if (count_edit (read, platform, channel, edit, known, last))
        add_joins (read, platform, edit, known);
    }
  count_dropped (read, platform, channel, edits, known);
}

static const XbLabelSpan *
find_span (const XbLabelNumber *labels,
           gint64               id)
{
  for (guint i = 0; i < labels->spans->len; i++)
    if (g_array_index (labels->spans, XbLabelSpan, i).id == id)
      return &g_array_index (labels->spans, XbLabelSpan, i);
  return NULL;
}

static void
add_clashes (ReadPlan            *read,
             const XbLabelNumber *labels)
{
  g_autoptr(GArray) overlaps = xb_label_spans_find_overlaps ((const XbLabelSpan *) labels->spans->data,
                                                             labels->spans->len, read->wish->platform);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const XbLabelOverlap *overlap = &g_array_index (overlaps, XbLabelOverlap, i);
      const XbLabelSpan *other = find_span (labels, overlap->over == DRAFT ? overlap->under : overlap->over);
      XbLabelClash *clash;

      if ((overlap->over != DRAFT && overlap->under != DRAFT) || other == NULL ||
          read->plan->n_clashes++ >= MOST_NAMED)
        continue;
      clash = g_new0 (XbLabelClash, 1);
      clash->label = other->id;
      clash->number = number_of (read);
      clash->text = g_strdup (other->text);
      clash->from = g_strdup (overlap->from);
      clash->until = g_strdup (overlap->until);
      clash->hidden = overlap->under == DRAFT;
      g_ptr_array_add (read->plan->clashes, clash);
    }
}

static void
add_return (ReadPlan            *read,
            const XbLabelNumber *labels)
{
  g_autofree char *after = read->plan->until != NULL ? xb_day_add (read->plan->until, 1) : NULL;
  const XbLabelSpan *next;

  if (after == NULL || read->mixed)
    return;
  next = xb_label_spans_find ((const XbLabelSpan *) labels->spans->data, labels->spans->len, read->wish->platform, after);
  if (read->plan->returns == NULL)
    read->plan->returns = g_strdup (next != NULL ? next->text : "");
  else
    read->mixed = g_strcmp0 (read->plan->returns, next != NULL ? next->text : "") != 0;
}

static gboolean
read_number (ReadPlan  *read,
             gint64     number,
             GError   **error)
{
  const XbLabelWish *wish = read->wish;
  const XbLabelSpan draft = {
    .id = DRAFT, .platform = wish->platform, .text = wish->text, .from = wish->from, .until = wish->until,
    .layer = xb_label_layer_of (wish->campaign != 0, wish->until) };
  g_autoptr(XbLabelNumber) labels = NULL;

  read->number = number;
  read->shows = FALSE;
  labels = xb_label_sketch (read->desk, read->db, number, &draft, sketch_cb, read, error);
  if (labels == NULL)
    return FALSE;
  if (read->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read->error));
      return FALSE;
    }
  if (!read->shows)
    read->plan->n_idle++;
  add_clashes (read, labels);
  add_return (read, labels);
  return TRUE;
}

static void
sum_up (ReadPlan *read)
{
  XbLabelPlan *plan = read->plan;
  GHashTableIter iter;
  gpointer year;

  g_hash_table_iter_init (&iter, read->years);
  while (g_hash_table_iter_next (&iter, NULL, &year))
    sum_year (read, year);
  for (guint i = 0; i < plan->platforms->len; i++)
    {
      const XbLabelPlatformPlan *platform = g_ptr_array_index (plan->platforms, i);

      if (platform->cost_max < 0)
        {
          plan->cost_unknown = TRUE;
          continue;
        }
      plan->cost_min += platform->cost_min;
      plan->cost_max += platform->cost_max;
    }
  if (read->mixed || (plan->returns != NULL && *plan->returns == '\0'))
    g_clear_pointer (&plan->returns, g_free);
}

static gboolean
read_plan_job (XbDb     *db,
               gpointer  data,
               GError  **error)
{
  ReadPlan *read = data;

  read->db = db;
  for (guint i = 0; i < read->wish->numbers->len; i++)
    if (!read_number (read, g_array_index (read->wish->numbers, gint64, i), error) ||
        g_cancellable_set_error_if_cancelled (read->cancellable, error))
      return FALSE;
  sum_up (read);
  return TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ReadPlan *read = g_task_get_task_data (task);
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&read->plan), (GDestroyNotify) xb_label_plan_free);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_plan_label_async (XbWorkspace         *self,
                               const XbLabelDraft  *draft,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  XbLabelWish *wish = xb_label_wish_new (self, draft, FALSE, &error);
  ReadPlan *read;

  g_task_set_source_tag (task, xb_workspace_plan_label_async);
  if (wish == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  read = g_new0 (ReadPlan, 1);
  read->wish = wish;
  read->desk = xb_label_desk_new (self, xb_clock_now (xb_workspace_get_clock (self)), NULL);
  read->years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read->plan = xb_label_plan_new ();
  read->plan->n_numbers = wish->numbers->len;
  read->plan->from = g_strdup (wish->from);
  read->plan->until = g_strdup (wish->until);
  g_set_object (&read->cancellable, cancellable);
  g_task_set_task_data (task, read, read_plan_free);
  xb_store_read_async (xb_workspace_get_store (self), read_plan_job, read, NULL, cancellable, read_cb,
                       g_steal_pointer (&task));
}

XbLabelPlan *
xb_workspace_plan_label_finish (XbWorkspace   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
