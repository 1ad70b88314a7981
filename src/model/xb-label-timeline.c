/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-day.h"
#include "xb-label-timeline.h"

/* Which label shows on which day, and so which edits have to be made: pure rules over the labels of one
 * number. A campaign lies over a season, a season over the base label; of two in one layer the one that
 * begins later shows, of two that begin together the one entered later. */

/** xb_label_layer_of: @campaign: whether it belongs to one; @until: (nullable): its last day */
XbLabelLayer
xb_label_layer_of (gboolean    campaign,
                   const char *until)
{
  if (campaign)
    return XB_LABEL_LAYER_CAMPAIGN;
  return until != NULL ? XB_LABEL_LAYER_SEASON : XB_LABEL_LAYER_BASE;
}

static gboolean
is_on (const XbLabelSpan *span,
       const char        *platform)
{
  return span->platform == NULL || platform == NULL || strcmp (span->platform, platform) == 0;
}

static gboolean
is_valid (const XbLabelSpan *span,
          const char        *platform,
          const char        *day)
{
  return is_on (span, platform) && strcmp (span->from, day) <= 0 &&
         (span->until == NULL || strcmp (span->until, day) >= 0);
}

/* Within one layer */
static gboolean
is_later (const XbLabelSpan *a,
          const XbLabelSpan *b)
{
  int order = strcmp (a->from, b->from);

  return order > 0 || (order == 0 && a->id > b->id);
}

static gboolean
lies_over (const XbLabelSpan *a,
           const XbLabelSpan *b)
{
  return a->layer != b->layer ? a->layer > b->layer : is_later (a, b);
}

/** xb_label_spans_find: Returns: (nullable): the label that is to show on @platform on @day */
const XbLabelSpan *
xb_label_spans_find (const XbLabelSpan *spans,
                     guint              n_spans,
                     const char        *platform,
                     const char        *day)
{
  const XbLabelSpan *found = NULL;

  for (guint i = 0; i < n_spans; i++)
    if (is_valid (&spans[i], platform, day) && (found == NULL || lies_over (&spans[i], found)))
      found = &spans[i];
  return found;
}

/**
 * xb_label_spans_find_next:
 * @base: a base label among @spans
 *
 * Returns: (nullable): the base label that replaces it for good: the next one that covers all its platforms
 */
const XbLabelSpan *
xb_label_spans_find_next (const XbLabelSpan *spans,
                          guint              n_spans,
                          const XbLabelSpan *base)
{
  const XbLabelSpan *next = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      const XbLabelSpan *span = &spans[i];

      if (span->layer == XB_LABEL_LAYER_BASE && is_later (span, base) &&
          (span->platform == NULL || g_strcmp0 (span->platform, base->platform) == 0) &&
          (next == NULL || is_later (next, span)))
        next = span;
    }
  return next;
}

static int
by_day (gconstpointer a,
        gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_day (GArray     *days,
         const char *day)
{
  char text[11];

  g_strlcpy (text, day, sizeof text);
  g_array_append_vals (days, text, 1);
}

/* (transfer full): the days from today on at which something may change, in order, each once */
static GArray *
list_days (const XbLabelSpan  *spans,
           guint               n_spans,
           const char         *platform,
           const XbLabelStand *stand)
{
  const char *today = stand->today;
  GArray *days = g_array_new (FALSE, FALSE, 11);

  add_day (days, today);
  for (guint i = 0; i < stand->n_coming; i++)
    if (strcmp (stand->coming[i].show_on, today) > 0)
      add_day (days, stand->coming[i].show_on);
  for (guint i = 0; i < n_spans; i++)
    if (is_on (&spans[i], platform))
      {
        g_autofree char *after = spans[i].until != NULL ? xb_day_add (spans[i].until, 1) : NULL;

        if (strcmp (spans[i].from, today) > 0)
          add_day (days, spans[i].from);
        if (after != NULL && strcmp (after, today) > 0)
          add_day (days, after);
      }
  g_array_sort (days, by_day);
  for (guint i = days->len; i > 1; i--)
    if (strcmp (days->data + (i - 1) * 11, days->data + (i - 2) * 11) == 0)
      g_array_remove_index (days, i - 1);
  return days;
}

/* (nullable): the label whose text shows now and that ended last before @day: what hangs on after its end */
static const XbLabelSpan *
find_leftover (const XbLabelSpan *spans,
               guint              n_spans,
               const char        *platform,
               const char        *day,
               const char        *shows)
{
  const XbLabelSpan *found = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      const XbLabelSpan *span = &spans[i];

      if (is_on (span, platform) && span->until != NULL && strcmp (span->until, day) < 0 &&
          strcmp (span->from, span->until) <= 0 && strcmp (span->text, shows) == 0 &&
          (found == NULL || strcmp (span->until, found->until) > 0))
        found = span;
    }
  return found;
}

/* What returns was there before the label that ends; a label that only begins is put up. */
static gboolean
is_return (const XbLabelSpan *before,
           const XbLabelSpan *valid,
           const char        *day)
{
  if (before == NULL || before->until == NULL || strcmp (before->until, day) >= 0)
    return FALSE;
  return valid == NULL || strcmp (valid->from, before->until) <= 0;
}

static gboolean
is_refused (const XbLabelStand *stand,
            const XbLabelEdit  *edit)
{
  for (guint i = 0; i < stand->n_refused; i++)
    if (stand->refused[i].label == edit->label && stand->refused[i].kind == edit->kind &&
        strcmp (stand->refused[i].text, edit->text) == 0)
      return TRUE;
  return FALSE;
}

static XbLabelEdit
make_edit (const XbLabelSpan *before,
           const XbLabelSpan *valid,
           const char        *day,
           const char        *shows)
{
  gboolean returns = is_return (before, valid, day);
  XbLabelEdit edit = { .kind = returns ? XB_CHANGE_KIND_RESTORE : XB_CHANGE_KIND_PUT_UP,
                       .label = returns ? before->id : valid->id,
                       .text = valid != NULL ? valid->text : "", .was = shows };
  g_autofree char *after = returns ? xb_day_add (before->until, 1) : NULL;

  g_strlcpy (edit.show_on, returns ? after : valid->from, sizeof edit.show_on);
  return edit;
}

/* What was handed in shows from its day on, or already. */
static const char *
find_shown (const XbLabelStand *stand,
            const char         *day,
            const char         *shows)
{
  gboolean first = strcmp (day, stand->today) == 0;

  for (guint i = 0; i < stand->n_coming; i++)
    {
      int order = strcmp (stand->coming[i].show_on, day);

      if (order == 0 || (first && order < 0))
        shows = stand->coming[i].text;
    }
  return shows;
}

/**
 * xb_label_spans_find_edits:
 *
 * Returns: (transfer full) (element-type XbLabelEdit): the edits that are still to be planned, in the order of their days
 */
GArray *
xb_label_spans_find_edits (const XbLabelSpan  *spans,
                           guint               n_spans,
                           const char         *platform,
                           const XbLabelStand *stand)
{
  g_autoptr(GArray) days = list_days (spans, n_spans, platform, stand);
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (XbLabelEdit));
  const char *shows = find_shown (stand, stand->today, stand->shows);
  const XbLabelSpan *before = find_leftover (spans, n_spans, platform, stand->today, shows);

  for (guint i = 0; i < days->len; i++)
    {
      const char *day = days->data + i * 11;
      const XbLabelSpan *valid = xb_label_spans_find (spans, n_spans, platform, day);
      const char *text = valid != NULL ? valid->text : "";

      shows = find_shown (stand, day, shows);
      /* Nothing is planned and nothing ended: what shows is none of ours, and stays. */
      if (strcmp (text, shows) != 0 && (valid != NULL || is_return (before, valid, day)))
        {
          XbLabelEdit edit = make_edit (before, valid, day, shows);

          if (!is_refused (stand, &edit))
            {
              g_array_append_val (edits, edit);
              shows = edit.text;
            }
        }
      if (valid != NULL && strcmp (valid->text, shows) == 0)
        before = valid;
    }
  return edits;
}

static const char *
later_day (const char *a,
           const char *b)
{
  return strcmp (a, b) > 0 ? a : b;
}

/* (nullable): NULL is without an end */
static const char *
earlier_end (const char *a,
             const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return strcmp (a, b) < 0 ? a : b;
}

/**
 * xb_label_spans_find_overlaps:
 * @platform: (nullable): %NULL: on any
 *
 * Two labels of one layer on the same days: one of them is hidden, which is rarely meant. A base label that
 * follows another is no overlap.
 *
 * Returns: (transfer full) (element-type XbLabelOverlap): in the order of @spans
 */
GArray *
xb_label_spans_find_overlaps (const XbLabelSpan *spans,
                              guint              n_spans,
                              const char        *platform)
{
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (XbLabelOverlap));

  for (guint i = 0; i < n_spans; i++)
    for (guint j = i + 1; j < n_spans; j++)
      {
        const XbLabelSpan *a = &spans[i];
        const XbLabelSpan *b = &spans[j];
        const char *from = later_day (a->from, b->from);
        const char *until = earlier_end (a->until, b->until);
        XbLabelOverlap overlap;

        if (a->layer != b->layer || a->layer == XB_LABEL_LAYER_BASE || !is_on (a, platform) || !is_on (b, platform) ||
            (a->platform != NULL && b->platform != NULL && strcmp (a->platform, b->platform) != 0) ||
            strcmp (from, until) > 0)
          continue;
        overlap.over = is_later (a, b) ? a->id : b->id;
        overlap.under = is_later (a, b) ? b->id : a->id;
        g_strlcpy (overlap.from, from, sizeof overlap.from);
        g_strlcpy (overlap.until, until, sizeof overlap.until);
        g_array_append_val (overlaps, overlap);
      }
  return overlaps;
}

/**
 * xb_label_spans_find_gaps:
 * @from: the first day to look at
 * @until: the last one
 *
 * Returns: (transfer full) (element-type XbLabelGap): the days on which no label is planned
 */
GArray *
xb_label_spans_find_gaps (const XbLabelSpan *spans,
                          guint              n_spans,
                          const char        *platform,
                          const char        *from,
                          const char        *until)
{
  g_autoptr(GArray) days = list_days (spans, n_spans, platform, &(XbLabelStand) { .today = from });
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (XbLabelGap));

  for (guint i = 0; i < days->len; i++)
    {
      const char *day = days->data + i * 11;
      const char *next = i + 1 < days->len ? days->data + (i + 1) * 11 : NULL;
      g_autofree char *last = next != NULL ? xb_day_add (next, -1) : g_strdup (until);
      XbLabelGap *before = gaps->len > 0 ? &g_array_index (gaps, XbLabelGap, gaps->len - 1) : NULL;
      g_autofree char *joint = before != NULL ? xb_day_add (before->until, 1) : NULL;
      XbLabelGap gap;

      if (strcmp (day, until) > 0)
        break;
      if (xb_label_spans_find (spans, n_spans, platform, day) != NULL)
        continue;
      g_strlcpy (gap.from, day, sizeof gap.from);
      g_strlcpy (gap.until, strcmp (last, until) < 0 ? last : until, sizeof gap.until);
      if (joint != NULL && strcmp (joint, day) == 0)
        memcpy (before->until, gap.until, sizeof gap.until);
      else
        g_array_append_val (gaps, gap);
    }
  return gaps;
}

/**
 * xb_label_edits_can_join:
 * @days: how far they may lie apart
 *
 * Returns: whether two edits of the same number at the same platform are so near that one edit could serve
 */
gboolean
xb_label_edits_can_join (const char *show_on,
                         const char *other,
                         int         days)
{
  return ABS (xb_day_diff (show_on, other)) <= days;
}
