/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-workspace-private.h"
#include "xb-workspace-year.h"

typedef struct
{
  XbYear     *year;      /* (nullable): taken by the finish */
  GHashTable *by_key;    /* what makes a bar one → XbYearBar */
  GHashTable *by_label;  /* id → XbYearBar */
  GHashTable *gaps;      /* "from until" → index in the year's, plus 1 */
  GHashTable *campaigns; /* id → "name\tfrom\tuntil" */
} ReadYear;

void
xb_year_bar_free (XbYearBar *bar)
{
  g_free (bar->text);
  g_free (bar->platform);
  g_free (bar->campaign_name);
  g_free (bar->from);
  g_free (bar->until);
  g_array_unref (bar->labels);
  g_array_unref (bar->number_ids);
  g_array_unref (bar->overlaps);
  g_array_unref (bar->marks);
  g_free (bar);
}

void
xb_year_free (XbYear *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->until);
  g_free (self->today);
  g_ptr_array_unref (self->bars);
  g_array_unref (self->gaps);
  g_free (self);
}

static void
read_year_free (gpointer data)
{
  ReadYear *read = data;

  g_hash_table_unref (read->by_key);
  g_hash_table_unref (read->by_label);
  g_hash_table_unref (read->gaps);
  g_hash_table_unref (read->campaigns);
  xb_year_free (read->year);
  g_free (read);
}

static XbYearBar *
bar_new (void)
{
  XbYearBar *bar = g_new0 (XbYearBar, 1);

  bar->labels = g_array_new (FALSE, FALSE, sizeof (gint64));
  bar->number_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  bar->overlaps = g_array_new (FALSE, FALSE, sizeof (XbYearOverlap));
  bar->marks = g_array_new (FALSE, FALSE, sizeof (XbYearMark));
  return bar;
}

XbYearBar *
xb_year_bar_copy (const XbYearBar *self)
{
  XbYearBar *copy = g_new0 (XbYearBar, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->platform = g_strdup (self->platform);
  copy->campaign_name = g_strdup (self->campaign_name);
  copy->from = g_strdup (self->from);
  copy->until = g_strdup (self->until);
  copy->labels = g_array_ref (self->labels);
  copy->number_ids = g_array_ref (self->number_ids);
  copy->overlaps = g_array_new (FALSE, FALSE, sizeof (XbYearOverlap));
  copy->marks = g_array_new (FALSE, FALSE, sizeof (XbYearMark));
  return copy;
}

static void
set_campaign (ReadYear  *read,
              XbYearBar *bar)
{
  const char *words = g_hash_table_lookup (read->campaigns, &bar->campaign);
  g_auto(GStrv) parts = words != NULL ? g_strsplit (words, "\t", 3) : NULL;

  if (parts == NULL || g_strv_length (parts) != 3)
    return;
  bar->campaign_name = g_strdup (parts[2]);
  bar->own_days = g_strcmp0 (parts[0], bar->from) != 0 || g_strcmp0 (parts[1], bar->until) != 0;
}

/* Columns: id, number, platform, text, from, until, campaign, replaced */
static XbYearBar *
find_bar (ReadYear          *read,
          const XbLabelSpan *span,
          gint64             campaign,
          gboolean           replaced)
{
  g_autofree char *key =
    g_strdup_printf ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s", span->from, span->until != NULL ? span->until : "",
                     span->platform != NULL ? span->platform : "", campaign, span->text);
  XbYearBar *bar = g_hash_table_lookup (read->by_key, key);

  if (bar != NULL)
    return bar;
  bar = bar_new ();
  bar->text = g_strdup (span->text);
  bar->platform = g_strdup (span->platform);
  bar->from = g_strdup (span->from);
  bar->until = g_strdup (span->until);
  bar->layer = span->layer;
  bar->replaced = replaced;
  bar->campaign = campaign;
  set_campaign (read, bar);
  g_ptr_array_add (read->year->bars, bar);
  g_hash_table_insert (read->by_key, g_steal_pointer (&key), bar);
  return bar;
}

static void
add_overlap (ReadYear             *read,
             gint64                of,
             gint64                with,
             gboolean              hidden,
             const XbLabelOverlap *overlap)
{
  XbYearBar *bar = g_hash_table_lookup (read->by_label, &of), *other = g_hash_table_lookup (read->by_label, &with);
  XbYearOverlap new = { .other = other, .hidden = hidden, .numbers = 1 };

  if (bar == NULL || other == NULL)
    return;
  for (guint i = 0; i < bar->overlaps->len; i++)
    if (g_array_index (bar->overlaps, XbYearOverlap, i).other == other)
      {
        g_array_index (bar->overlaps, XbYearOverlap, i).numbers++;
        return;
      }
  g_strlcpy (new.from, overlap->from, sizeof new.from);
  g_strlcpy (new.until, overlap->until, sizeof new.until);
  g_array_append_val (bar->overlaps, new);
}

static void
add_gap (ReadYear         *read,
         const XbLabelGap *gap)
{
  g_autofree char *key = g_strdup_printf ("%s %s", gap->from, gap->until);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (read->gaps, key));
  XbYearGap new = { .numbers = 1 };

  if (at > 0)
    {
      g_array_index (read->year->gaps, XbYearGap, at - 1).numbers++;
      return;
    }
  g_strlcpy (new.from, gap->from, sizeof new.from);
  g_strlcpy (new.until, gap->until, sizeof new.until);
  g_array_append_val (read->year->gaps, new);
  g_hash_table_insert (read->gaps, g_steal_pointer (&key), GUINT_TO_POINTER (read->year->gaps->len));
}

/* All labels of one number are known. */
static void
close_number (ReadYear *read,
              GArray   *spans)
{
  const XbLabelSpan *all = (const XbLabelSpan *) spans->data;
  const char *from = strcmp (read->year->from, read->year->today) > 0 ? read->year->from : read->year->today;
  g_autoptr(GArray) overlaps = NULL;
  g_autoptr(GArray) gaps = NULL;

  if (spans->len == 0)
    return;
  overlaps = xb_label_spans_find_overlaps (all, spans->len, NULL);
  for (guint i = 0; i < overlaps->len; i++)
    {
      const XbLabelOverlap *overlap = &g_array_index (overlaps, XbLabelOverlap, i);

      add_overlap (read, overlap->over, overlap->under, FALSE, overlap);
      add_overlap (read, overlap->under, overlap->over, TRUE, overlap);
    }
  if (strcmp (from, read->year->until) <= 0)
    gaps = xb_label_spans_find_gaps (all, spans->len, NULL, from, read->year->until);
  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    add_gap (read, &g_array_index (gaps, XbLabelGap, i));
  g_array_set_size (spans, 0);
}

static gboolean
read_campaigns (ReadYear  *read,
                XbDb      *db,
                GError   **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, from_day, until_day, name FROM campaign "
                                        "WHERE removed_at IS NULL", "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_hash_table_insert (read->campaigns, g_memdup2 (&id, sizeof id),
                           g_strdup_printf ("%s\t%s\t%s", xb_rows_text (rows, 1), xb_rows_text (rows, 2),
                                            xb_rows_text (rows, 3)));
    }
  return rows != NULL;
}

static gboolean
read_labels (ReadYear  *read,
             XbDb      *db,
             GError   **error)
{
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GStringChunk) texts = g_string_chunk_new (4096);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (XbLabelSpan));
  gint64 number = 0;

  rows = xb_db_query (db, error, "SELECT id, number_id, platform, text, from_day, until_day, ifnull (campaign_id, 0), "
                      "replaced_by IS NOT NULL FROM label WHERE removed_at IS NULL AND from_day <= ?1 AND "
                      "(until_day IS NULL OR (until_day >= ?2 AND until_day >= from_day)) ORDER BY number_id, id", "tt",
                      read->year->until, read->year->from);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0), campaign = xb_rows_int (rows, 6);
      gboolean replaced = xb_rows_int (rows, 7) != 0;
      const char *platform = xb_rows_text (rows, 2), *until = xb_rows_text (rows, 5);
      XbLabelSpan span = { .id = id, .layer = xb_label_layer_of (campaign != 0, replaced ? NULL : until) };
      XbYearBar *bar;

      if (xb_rows_int (rows, 1) != number)
        close_number (read, spans);
      number = xb_rows_int (rows, 1);
      /* each text once: 100,000 numbers have few of them */
      span.platform = platform != NULL ? g_string_chunk_insert_const (texts, platform) : NULL;
      span.text = g_string_chunk_insert_const (texts, xb_rows_text (rows, 3));
      span.from = g_string_chunk_insert_const (texts, xb_rows_text (rows, 4));
      span.until = until != NULL ? g_string_chunk_insert_const (texts, until) : NULL;
      bar = find_bar (read, &span, campaign, replaced);
      bar->numbers++;
      g_array_append_val (bar->labels, id);
      g_array_append_val (bar->number_ids, number);
      g_hash_table_insert (read->by_label, g_memdup2 (&id, sizeof id), bar);
      g_array_append_val (spans, span);
    }
  close_number (read, spans);
  return rows != NULL;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const XbYearMark *left = a, *right = b;

  return strcmp (left->day, right->day);
}

static gboolean
read_marks (ReadYear  *read,
            XbDb      *db,
            GError   **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT label_id, kind, file_by FROM label_change "
                                        "WHERE state = 'planned' AND file_by BETWEEN ? AND ?", "tt", read->year->from,
                                        read->year->until);

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 label = xb_rows_int (rows, 0);
      XbYearBar *bar = g_hash_table_lookup (read->by_label, &label);
      int kind = XB_CHANGE_KIND_PUT_UP;
      XbYearMark mark = { .edits = 1 };
      guint i;

      if (bar == NULL)
        continue;
      xb_enum_from_nick (XB_TYPE_CHANGE_KIND, xb_rows_text (rows, 1), &kind);
      mark.kind = kind;
      g_strlcpy (mark.day, xb_rows_text (rows, 2), sizeof mark.day);
      for (i = 0; i < bar->marks->len; i++)
        if (g_array_index (bar->marks, XbYearMark, i).kind == mark.kind &&
            strcmp (g_array_index (bar->marks, XbYearMark, i).day, mark.day) == 0)
          break;
      if (i < bar->marks->len)
        g_array_index (bar->marks, XbYearMark, i).edits++;
      else
        g_array_append_val (bar->marks, mark);
    }
  for (guint i = 0; i < read->year->bars->len; i++)
    g_array_sort (((XbYearBar *) g_ptr_array_index (read->year->bars, i))->marks, compare_marks);
  return rows != NULL;
}

/* A campaign that has no label yet is an empty bar. */
static void
add_empty_campaigns (ReadYear *read)
{
  g_autoptr(GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = read->year->bars->len;
  GHashTableIter iter;
  gpointer id, words;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (used, &((XbYearBar *) g_ptr_array_index (read->year->bars, i))->campaign);
  g_hash_table_iter_init (&iter, read->campaigns);
  while (g_hash_table_iter_next (&iter, &id, &words))
    {
      g_auto(GStrv) parts = g_strsplit (words, "\t", 3);
      XbYearBar *bar;

      if (g_hash_table_contains (used, id) || g_strv_length (parts) != 3 || strcmp (parts[0], read->year->until) > 0 ||
          strcmp (parts[1], read->year->from) < 0)
        continue;
      bar = bar_new ();
      bar->text = g_strdup (parts[2]);
      bar->campaign = *(gint64 *) id;
      bar->campaign_name = g_strdup (parts[2]);
      bar->from = g_strdup (parts[0]);
      bar->until = g_strdup (parts[1]);
      bar->layer = XB_LABEL_LAYER_CAMPAIGN;
      g_ptr_array_add (read->year->bars, bar);
    }
}

static int
by_numbers (gconstpointer a,
            gconstpointer b)
{
  const XbYearBar *left = *(const XbYearBar *const *) a, *right = *(const XbYearBar *const *) b;

  return left->numbers > right->numbers ? -1 : left->numbers < right->numbers;
}

static int
by_layer (gconstpointer a,
          gconstpointer b)
{
  const XbYearBar *left = *(const XbYearBar *const *) a, *right = *(const XbYearBar *const *) b;
  int order;

  if (left->layer != right->layer)
    return left->layer > right->layer ? -1 : 1;
  order = strcmp (left->from, right->from);
  return order != 0 ? order : strcmp (left->text, right->text);
}

/* Bars that are not drawn are no longer spoken of. */
static void
forget_bars (XbYear *year)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < year->bars->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (year->bars, i));
  for (guint i = 0; i < year->bars->len; i++)
    {
      XbYearBar *bar = g_ptr_array_index (year->bars, i);

      for (guint j = bar->overlaps->len; j > 0; j--)
        if (!g_hash_table_contains (kept, g_array_index (bar->overlaps, XbYearOverlap, j - 1).other))
          g_array_remove_index (bar->overlaps, j - 1);
    }
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const XbYearGap *left = a, *right = b;

  return strcmp (left->from, right->from);
}

static gboolean
read_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  ReadYear *read = data;
  XbYear *year = read->year;

  if (!read_campaigns (read, db, error) || !read_labels (read, db, error) || !read_marks (read, db, error))
    return FALSE;
  add_empty_campaigns (read);
  year->n_bars = year->bars->len;
  if (year->bars->len > XB_YEAR_MOST_BARS)
    {
      g_ptr_array_sort (year->bars, by_numbers);
      g_ptr_array_set_size (year->bars, XB_YEAR_MOST_BARS);
      forget_bars (year);
    }
  g_ptr_array_sort (year->bars, by_layer);
  g_array_sort (year->gaps, compare_gaps);
  return TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** xb_workspace_read_year_async: @from, @until: the first and the last day that are looked at */
void
xb_workspace_read_year_async (XbWorkspace         *self,
                              const char          *from,
                              const char          *until,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ReadYear *read = g_new0 (ReadYear, 1);

  read->year = g_new0 (XbYear, 1);
  read->year->from = g_strdup (from);
  read->year->until = g_strdup (until);
  read->year->today = xb_clock_dup_today (xb_workspace_get_clock (self));
  read->year->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_year_bar_free);
  read->year->gaps = g_array_new (FALSE, FALSE, sizeof (XbYearGap));
  read->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->by_label = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  read->gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->campaigns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_task_set_source_tag (task, xb_workspace_read_year_async);
  g_task_set_task_data (task, read, read_year_free);
  xb_store_read_async (xb_workspace_get_store (self), read_job, read, NULL, cancellable, read_cb, task);
}

XbYear *
xb_workspace_read_year_finish (XbWorkspace   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((ReadYear *) g_task_get_task_data (G_TASK (result)))->year);
}

/** xb_year_bar_can_move: Returns: whether its first day may be another one: it has not begun */
gboolean
xb_year_bar_can_move (const XbYearBar *self,
                      const char      *today)
{
  return strcmp (self->from, today) > 0;
}

/** xb_year_bar_can_stretch: Returns: whether its last day may be another one: it has one of its own, not over yet */
gboolean
xb_year_bar_can_stretch (const XbYearBar *self,
                         const char      *today)
{
  return self->until != NULL && !self->replaced && strcmp (self->until, today) >= 0;
}

void
xb_workspace_move_bar_async (XbWorkspace         *self,
                             const XbYearBar     *bar,
                             const char          *from,
                             const char          *until,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(XbCampaign) campaign = bar->campaign != 0 && !bar->own_days ? xb_workspace_ref_campaign (self, bar->campaign)
                                                                        : NULL;

  if (campaign != NULL)
    xb_workspace_save_campaign_async (self, bar->campaign, xb_campaign_get_name (campaign), from, until,
                                      xb_campaign_get_note (campaign), cancellable, callback, user_data);
  else
    xb_workspace_move_labels_async (self, (const gint64 *) bar->labels->data, bar->labels->len, from,
                                    bar->replaced ? NULL : until, NULL, cancellable, callback, user_data);
}
