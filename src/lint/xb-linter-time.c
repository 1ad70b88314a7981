/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "xb-day.h"
#include "xb-linter-private.h"

/* Seasons, campaigns, registrations: what was true once. */

#define STALE_DAYS 60 /* so long after its time a label is forgotten; later it may be early for the next */

typedef struct
{
  int past;   /* days since the label should be gone; negative: it is still on time */
  int ahead;  /* days until it may go up again; 0 or less: it is on time */
} Distance;

/* "11-11" is meant in every year, "2026-02-17" in that one. */
static gboolean
day_in_year (const char *day,
             const char *today,
             int         year,
             guint32    *julian)
{
  g_autofree char *full = NULL;

  if (strlen (day) == 10)
    return year == 0 && xb_day_parse (day, julian, NULL);
  full = g_strdup_printf ("%04d-%s", atoi (today) + year, day);
  return xb_day_parse (full, julian, NULL);
}

static gboolean
measure (const XbSeason *season,
         const char     *today,
         Distance       *distance)
{
  guint32 now, julian;
  gboolean any = FALSE;

  distance->past = distance->ahead = G_MAXINT;
  if (!xb_day_parse (today, &now, NULL))
    return FALSE;
  for (guint i = 0; season->days[i] != NULL; i++)
    for (int year = -1; year <= 1; year++)
      {
        int from, until;

        if (!day_in_year (season->days[i], today, year, &julian))
          continue;
        from = (int) julian - season->before - (int) now;
        until = (int) now - ((int) julian + season->after);
        any = TRUE;
        if (from <= 0 && until <= 0)
          {
            distance->past = distance->ahead = 0;
            return TRUE;
          }
        if (until > 0)
          distance->past = MIN (distance->past, until);
        if (from > 0)
          distance->ahead = MIN (distance->ahead, from);
      }
  return any;
}

/* 国庆路, 重阳镇, 端午桥: a place, not a time. */
static gboolean
names_a_place (const XbLayer *layer,
               guint          end)
{
  static const char *const places = "路街巷村镇乡县区市桥山湖河站店社局小中大学公";

  return end < layer->n && g_utf8_strchr (places, -1, layer->chars[end].c) != NULL;
}

static void
judge_season (XbLinter       *self,
              const XbSeason *season,
              const char     *word,
              const Distance *distance)
{
  guint n;
  g_autofree gunichar *folded = xb_fold_dup_word (word, &n);
  const XbLayer *layer = &self->fold.plain;
  int at = xb_linter_find_in_layer (layer, 0, folded, n);
  XbCandidate *candidate;

  while (at >= 0 && xb_linter_is_innocent (self, layer, at))
    at = xb_linter_find_in_layer (layer, at + 1, folded, n);
  if (at < 0 || names_a_place (layer, at + n))
    return;
  candidate = xb_linter_add (self, self->stale, layer->chars[at].start, layer->chars[at + n - 1].end);
  if (candidate == NULL)
    return;
  /* Of a label out of its house nobody knows for when it is meant. */
  if (season->vague || distance->past > STALE_DAYS || !self->context->has_business)
    candidate->severity = XB_VERDICT_ADVICE;
  if (distance->past <= STALE_DAYS)
    candidate->say = g_strdup_printf (_("%s was over %d days ago; put the usual label back"), season->name,
                                      distance->past);
  else
    candidate->say = g_strdup_printf (_("it is not the time of %s; its labels go up in %d days"), season->name,
                                      distance->ahead);
}

static void
look_at_seasons (XbLinter *self)
{
  const char *day = self->context->from != NULL ? self->context->from : self->context->today;

  for (guint i = 0; day != NULL && i < self->rules->seasons->len; i++)
    {
      const XbSeason *season = g_ptr_array_index (self->rules->seasons, i);

      for (guint j = 0; season->words[j] != NULL; j++)
        {
          Distance distance;

          if (measure (season, day, &distance) && distance.past > 0
              && distance.ahead > 0)
            judge_season (self, season, season->words[j], &distance);
        }
    }
}

static void
look_at_campaigns (XbLinter *self)
{
  const XbLintContext *context = self->context;
  const char *until = context->until;

  for (guint i = 0; i < context->campaigns->len; i++)
    {
      const XbLintCampaign *campaign = g_ptr_array_index (context->campaigns, i);
      guint n;
      g_autofree gunichar *folded = xb_fold_dup_word (campaign->name, &n);
      int at = xb_linter_find_in_layer (&self->fold.plain, 0, folded, n);
      gboolean over = context->today != NULL && g_strcmp0 (context->today, campaign->until) > 0;
      gboolean outlives = until != NULL && g_strcmp0 (until, campaign->until) > 0;
      XbCandidate *candidate;

      if (at < 0 || n < 2 || (!over && !outlives))
        continue;
      candidate = xb_linter_add (self, self->outlives, self->fold.plain.chars[at].start,
                                 self->fold.plain.chars[at + n - 1].end);
      if (candidate == NULL)
        continue;
      candidate->say = g_strdup_printf (over ? _("the campaign %s ended on %s; put the usual label back")
                                             : _("the campaign %s ends on %s, this label stays longer"),
                                        campaign->name, campaign->until);
    }
}

void
xb_linter_look_at_time (XbLinter *self)
{
  if (self->has_season && (self->context->today != NULL || self->context->from != NULL))
    look_at_seasons (self);
  if (self->context->campaigns->len > 0)
    look_at_campaigns (self);
}
