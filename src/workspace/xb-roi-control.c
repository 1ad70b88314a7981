/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-roi-changes.h"
#include "xb-roi-verb-private.h"
#include "xb-workdays.h"

/*
 * What the answer is held against: numbers of the firm to which nothing happened in the same days, else the same
 * numbers in the same weeks of the year before. What happened there as well is not the doing of the change.
 */

#define YEAR_OF_WEEKS 364 /* as xb_rows_a_year_on() moves */

/* Those that @span is asked of: all, or some of them, less those that changed. */
typedef struct
{
  XbRoiWindow  sides[2];
  GHashTable  *changed; /* (element-type gint64) */
} Control;

static void
control_init (Control   *self,
              XbRoiVerb *verb,
              int        days)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    xb_roi_window_init (&self->sides[i], (XbSpan) { verb->sides[i].span.from + days, verb->sides[i].span.until + days });
  self->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
control_clear (Control *self)
{
  xb_roi_window_clear (&self->sides[0]);
  xb_roi_window_clear (&self->sides[1]);
  g_hash_table_unref (self->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Control, control_clear)

static void
change (Control *self,
        gint64   number)
{
  g_hash_table_add (self->changed, g_memdup2 (&number, sizeof number));
}

/* Numbers with figures on both sides to which nothing happened; with @asked only of those. */
static guint
count (Control    *self,
       GHashTable *asked,
       XbDb       *db,
       GError    **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id FROM number n WHERE "
    "EXISTS (SELECT 1 FROM metric m WHERE m.id BETWEEN (n.id << 16) + ?1 AND (n.id << 16) + ?2) AND "
    "EXISTS (SELECT 1 FROM metric m WHERE m.id BETWEEN (n.id << 16) + ?3 AND (n.id << 16) + ?4)", "iiii",
    xb_roi_period (self->sides[0].span.from), xb_roi_period (self->sides[0].span.until),
    xb_roi_period (self->sides[1].span.from), xb_roi_period (self->sides[1].span.until));
  guint n = 0;

  while (rows != NULL && xb_rows_next (rows, error))
    {
      gint64 id = xb_rows_int (rows, 0);

      n += !g_hash_table_contains (self->changed, &id) && (asked == NULL || g_hash_table_contains (asked, &id));
    }
  return n;
}

/* All numbers' sums, less those that changed: however many are left, it costs the same. */
static gboolean
sum_the_rest (Control *self,
              XbDb    *db,
              GError **error)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->sides); side++)
    {
      GHashTableIter iter;
      gint64 *number;
      guint i = 0;

      if (!xb_roi_window_add_all (&self->sides[side], db, error))
        return FALSE;
      g_hash_table_iter_init (&iter, self->changed);
      while (g_hash_table_iter_next (&iter, (gpointer *) &number, NULL))
        if (!xb_roi_verb_go_on (db, i++, error) || !xb_roi_window_add (&self->sides[side], db, *number, -1, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
sum_asked (Control *self,
           GArray  *numbers,
           XbDb    *db,
           GError **error)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);

      if (!xb_roi_verb_go_on (db, i, error))
        return FALSE;
      for (guint side = 0; !g_hash_table_contains (self->changed, &number) && side < G_N_ELEMENTS (self->sides); side++)
        if (!xb_roi_window_add (&self->sides[side], db, number, 1, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_workday (int   day,
            char *text)
{
  gboolean workday = FALSE;

  xb_day_format ((guint32) (day + XB_METRIC_DAY_EPOCH), text);
  return xb_workdays_check (xb_workdays_get_default (), text, &workday, NULL, NULL, NULL) && workday;
}

/* Feasts of the moon's calendar, and days that were moved for them, do not meet those of the year before. */
static GArray *
find_seasons (XbRoiVerb *verb)
{
  GArray *seasons = g_array_new (FALSE, FALSE, sizeof (XbOtherChange));
  char text[11];

  for (guint side = 0; side < G_N_ELEMENTS (verb->sides); side++)
    for (int day = verb->sides[side].span.from; day <= verb->sides[side].span.until; day++)
      {
        XbOtherChange *last = seasons->len > 0 ? &g_array_index (seasons, XbOtherChange, seasons->len - 1) : NULL;
        XbOtherChange season = { .days = { day, day }, .id = -1 };

        if (is_workday (day, text) == is_workday (day - YEAR_OF_WEEKS, text))
          continue;
        if (last != NULL && last->days.until == day - 1)
          last->days.until = day;
        else
          g_array_append_val (seasons, season);
      }
  return seasons;
}

static gboolean
hold_against_numbers (XbRoiVerb *verb,
                      XbDb      *db,
                      GError   **error)
{
  g_auto(Control) control = { 0 };
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GError) wrong = NULL;
  GHashTableIter iter;
  gint64 *number;

  control_init (&control, verb, 0);
  for (guint i = 0; i < verb->numbers->len; i++)
    change (&control, g_array_index (verb->numbers, gint64, i));
  g_hash_table_iter_init (&iter, verb->others);
  while (g_hash_table_iter_next (&iter, (gpointer *) &number, NULL))
    change (&control, *number);
  verb->roi->control_numbers = count (&control, NULL, db, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (verb->roi->control_numbers == 0)
    return TRUE;
  if (!sum_the_rest (&control, db, error))
    return FALSE;
  rows = xb_roi_verb_dup_rows (control.sides);
  verb->roi->control_kind = XB_ROI_CONTROL_NUMBERS;
  verb->roi->control = xb_roi_verb_compare (verb, rows, NULL, error);
  return verb->roi->control != NULL;
}

static gboolean
hold_against_year (XbRoiVerb *verb,
                   XbDb      *db,
                   GError   **error)
{
  XbSpan whole = { verb->sides[0].span.from - YEAR_OF_WEEKS, verb->sides[1].span.until - YEAR_OF_WEEKS };
  g_autoptr(GHashTable) nobody = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) changes = xb_roi_changes_new ();
  g_autoptr(GArray) rows = NULL, moved = NULL, seasons = NULL;
  g_autoptr(GError) wrong = NULL;
  g_auto(Control) control = { 0 };

  control_init (&control, verb, -YEAR_OF_WEEKS);
  /* whoever changed in those weeks tells nothing of the season */
  if (!xb_roi_changes_read (db, whole, 0, nobody, changes, control.changed, error))
    return FALSE;
  if (count (&control, verb->asked, db, &wrong) == 0 && wrong == NULL)
    return TRUE;
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (verb->numbers == NULL ? !sum_the_rest (&control, db, error) : !sum_asked (&control, verb->numbers, db, error))
    return FALSE;
  rows = xb_roi_verb_dup_rows (control.sides);
  moved = xb_rows_a_year_on ((const XbMetricDay *) (void *) rows->data, rows->len);
  seasons = find_seasons (verb);
  verb->roi->control_kind = XB_ROI_CONTROL_YEAR;
  verb->roi->control = xb_roi_verb_compare (verb, moved, seasons, error);
  return verb->roi->control != NULL;
}

/** xb_roi_verb_hold_against: Returns: whether it could be read; there may be nothing to hold against */
gboolean
xb_roi_verb_hold_against (XbRoiVerb *verb,
                          XbDb      *db,
                          GError   **error)
{
  if (verb->numbers != NULL && !hold_against_numbers (verb, db, error))
    return FALSE;
  return verb->roi->control != NULL || hold_against_year (verb, db, error);
}
