/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-day.h"
#include "xb-label-desk-private.h"
#include "xb-label-draft-private.h"
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
  GHashTable   *left;  /* "platform\tyear" → free edits left, as a number */
  XbDb         *db;
  gint64        number;
  gboolean      shows;
  gboolean      mixed; /* what returns differs */
  GError       *error;
} ReadPlan;

static void
join_free (gpointer data)
{
  XbLabelJoin *join = data;

  g_free (join->number);
  g_free (join->text);
  g_free (join->show_on);
  g_free (join);
}

static void
clash_free (gpointer data)
{
  XbLabelClash *clash = data;

  g_free (clash->number);
  g_free (clash->text);
  g_free (clash->from);
  g_free (clash->until);
  g_free (clash);
}

static void
platform_plan_free (gpointer data)
{
  XbLabelPlatformPlan *platform = data;

  g_free (platform->platform);
  g_free (platform->name);
  g_free (platform->year_from);
  g_free (platform->year_until);
  g_free (platform->file_by);
  g_free (platform->shows_from);
  g_free (platform->restore_by);
  g_free (platform->returns_from);
  g_ptr_array_unref (platform->joins);
  g_free (platform);
}

void
xb_label_plan_free (XbLabelPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->until);
  g_free (self->returns);
  g_ptr_array_unref (self->platforms);
  g_ptr_array_unref (self->clashes);
  g_free (self);
}

static void
read_plan_free (gpointer data)
{
  ReadPlan *read = data;

  xb_label_wish_free (read->wish);
  xb_label_desk_free (read->desk);
  xb_label_plan_free (read->plan);
  g_clear_object (&read->cancellable);
  g_hash_table_unref (read->left);
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
  platform = g_new0 (XbLabelPlatformPlan, 1);
  platform->platform = g_strdup (channel->key);
  platform->name = g_strdup (channel->name);
  platform->free_of = edits.of;
  platform->free_left = edits.left;
  platform->year_from = g_strdup (edits.from);
  platform->year_until = g_strdup (edits.until);
  platform->indicative = channel->terms.indicative;
  platform->gap_days = xb_label_terms_get_gap (&channel->terms);
  platform->joins = g_ptr_array_new_with_free_func (join_free);
  g_ptr_array_add (read->plan->platforms, platform);
  return platform;
}

/* Free ones first, in the contract year in which the edit is handed in. */
static void
add_cost (ReadPlan            *read,
          XbLabelPlatformPlan *platform,
          XbLabelChannel      *channel,
          const char          *day)
{
  XbFreeEdits edits = { .of = channel->terms.free_edits };
  g_autofree char *key = NULL;
  gpointer known;
  int left;

  xb_label_desk_find_year (read->desk, read->db, channel, day, edits.from, edits.until);
  key = g_strjoin ("\t", channel->key, edits.from, NULL);
  if (g_hash_table_lookup_extended (read->left, key, NULL, &known))
    left = GPOINTER_TO_INT (known);
  else
    left = MAX (0, read_year (read, channel, day).left);
  if (left > 0)
    platform->free_used++;
  else if (channel->terms.fee_max < 0)
    platform->cost_min = platform->cost_max = -1;
  else if (platform->cost_max >= 0)
    {
      platform->cost_min += channel->terms.fee_min;
      platform->cost_max += channel->terms.fee_max;
    }
  g_hash_table_insert (read->left, g_steal_pointer (&key), GINT_TO_POINTER (MAX (0, left - 1)));
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

/* @after: (inout): when the edit before it shows */
static gboolean
count_edit (ReadPlan            *read,
            XbLabelPlatformPlan *platform,
            XbLabelChannel      *channel,
            const XbLabelEdit   *edit,
            char                 after[11])
{
  gboolean returns = edit->kind == XB_CHANGE_KIND_RESTORE;
  XbLabelDays days;

  if (!xb_label_desk_count_days (read->desk, channel, edit->show_on, after, &days,
                                 read->error == NULL ? &read->error : NULL))
    return FALSE;
  g_strlcpy (after, strcmp (days.expected, edit->show_on) > 0 ? days.expected : edit->show_on, 11);
  if (edit->label != DRAFT)
    return FALSE;
  platform->edits++;
  platform->estimated = platform->estimated || days.estimated;
  platform->assumed = platform->assumed || days.assumed;
  add_cost (read, platform, channel, days.file_by);
  keep_earliest (returns ? &platform->restore_by : &platform->file_by, days.file_by);
  if (returns)
    platform->restore_late = platform->restore_late || days.late;
  else
    platform->late = platform->late || days.late;
  if (!days.assumed)
    keep_latest (returns ? &platform->returns_from : &platform->shows_from, after);
  return TRUE;
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
      join = g_new0 (XbLabelJoin, 1);
      join->change = other->id;
      join->number_id = read->number;
      join->number = number_of (read);
      join->text = g_strdup (other->edit.text);
      join->show_on = g_strdup (other->edit.show_on);
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

      if (count_edit (read, platform, channel, edit, last))
        add_joins (read, platform, edit, known);
    }
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
  read->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->plan = g_new0 (XbLabelPlan, 1);
  read->plan->n_numbers = wish->numbers->len;
  read->plan->from = g_strdup (wish->from);
  read->plan->until = g_strdup (wish->until);
  read->plan->platforms = g_ptr_array_new_with_free_func (platform_plan_free);
  read->plan->clashes = g_ptr_array_new_with_free_func (clash_free);
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
