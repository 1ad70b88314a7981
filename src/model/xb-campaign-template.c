/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "xb-campaign-template.h"
#include "xb-data.h"
#include "xb-day.h"
#include "xb-platform-private.h"

/* A day of the year that moves, and the days off around it. */
typedef struct
{
  const char *off;      /* (nullable): what the holiday is called in the calendar */
  const char *each;     /* (nullable): "05-01": it does not move */
  JsonArray  *days;     /* (nullable): one a year */
  int         guess[2]; /* days off before and after, as they usually are */
} Festival;

struct _XbCampaignTemplate
{
  const char *key;
  const char *name;
  const char *festival; /* (nullable) */
  const char *with;     /* (nullable): a second festival, where its days off lie beside those of the first */
  const char *from;     /* (nullable): "05-15" */
  const char *until;
  gboolean    on_off;   /* on the days off, else on the festival itself */
  int         before;
  int         after;
  char      **labels;
};

static JsonObject *
load (const char *path)
{
  g_autoptr(GBytes) bytes = xb_data_lookup (path);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message); /* a mistake of the build */
  root = json_parser_steal_root (parser); /* kept for good, with every text in it */
  return json_node_get_object (root);
}

static JsonObject *
get_festivals (void)
{
  static JsonObject *festivals = NULL;

  if (g_once_init_enter (&festivals))
    g_once_init_leave (&festivals, json_object_get_object_member (load ("campaigns/festivals.json"), "festivals"));
  return festivals;
}

static XbCampaignTemplate *
read_template (JsonObject *object)
{
  XbCampaignTemplate *self = g_new0 (XbCampaignTemplate, 1);
  JsonArray *labels = json_object_get_array_member (object, "labels");

  self->key = json_object_get_string_member (object, "key");
  self->name = json_object_get_string_member (object, xb_platform_reads_chinese () ? "name" : "en");
  self->festival = json_object_get_string_member_with_default (object, "festival", NULL);
  self->with = json_object_get_string_member_with_default (object, "with", NULL);
  self->from = json_object_get_string_member_with_default (object, "from", NULL);
  self->until = json_object_get_string_member_with_default (object, "until", NULL);
  self->on_off = strcmp (json_object_get_string_member_with_default (object, "on", "day"), "off") == 0;
  self->before = (int) json_object_get_int_member_with_default (object, "before", 0);
  self->after = (int) json_object_get_int_member_with_default (object, "after", 0);
  self->labels = g_new0 (char *, json_array_get_length (labels) + 1);
  for (guint i = 0; i < json_array_get_length (labels); i++)
    self->labels[i] = g_strdup (json_array_get_string_element (labels, i));
  return self;
}

static GPtrArray *
get_templates (void)
{
  static GPtrArray *templates = NULL;

  if (g_once_init_enter (&templates))
    {
      JsonArray *array = json_object_get_array_member (load ("campaigns/templates.json"), "templates");
      GPtrArray *all = g_ptr_array_new ();

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (all, read_template (json_array_get_object_element (array, i)));
      g_once_init_leave (&templates, all);
    }
  return templates;
}

guint
xb_campaign_templates_get_n (void)
{
  return get_templates ()->len;
}

const XbCampaignTemplate *
xb_campaign_templates_get (guint index)
{
  return g_ptr_array_index (get_templates (), index);
}

/** xb_campaign_templates_find: Returns: (nullable) */
const XbCampaignTemplate *
xb_campaign_templates_find (const char *key)
{
  for (guint i = 0; i < get_templates ()->len; i++)
    if (g_strcmp0 (xb_campaign_templates_get (i)->key, key) == 0)
      return xb_campaign_templates_get (i);
  return NULL;
}

const char *
xb_campaign_template_get_key (const XbCampaignTemplate *self)
{
  return self->key;
}

const char *
xb_campaign_template_get_name (const XbCampaignTemplate *self)
{
  return self->name;
}

/** xb_campaign_template_get_labels: Returns: (array zero-terminated=1): words to begin with, the usual ones first */
const char *const *
xb_campaign_template_get_labels (const XbCampaignTemplate *self)
{
  return (const char *const *) self->labels;
}

static gboolean
find_festival (const char *name,
               Festival   *out)
{
  JsonObject *object = name != NULL && json_object_has_member (get_festivals (), name)
                         ? json_object_get_object_member (get_festivals (), name) : NULL;
  JsonArray *guess;

  if (object == NULL)
    return FALSE;
  guess = json_object_has_member (object, "guess") ? json_object_get_array_member (object, "guess") : NULL;
  *out = (Festival) {
    .off = json_object_get_string_member_with_default (object, "off", NULL),
    .each = json_object_get_string_member_with_default (object, "each", NULL),
    .days = json_object_has_member (object, "days") ? json_object_get_array_member (object, "days") : NULL,
    .guess = { guess != NULL ? (int) json_array_get_int_element (guess, 0) : 0,
               guess != NULL ? (int) json_array_get_int_element (guess, 1) : 0 },
  };
  return TRUE;
}

/* (transfer full) (nullable): NULL where the table ends */
static char *
festival_day (const Festival *festival,
              int             year)
{
  if (festival->each != NULL)
    return g_strdup_printf ("%04d-%s", year, festival->each);
  for (guint i = 0; i < json_array_get_length (festival->days); i++)
    {
      const char *day = json_array_get_string_element (festival->days, i);

      if (atoi (day) == year)
        return g_strdup (day);
    }
  return NULL;
}

static gboolean
is_off (XbWorkdays *workdays,
        const char *day,
        const char *name)
{
  g_autofree char *reason = NULL;
  gboolean workday = TRUE;

  return xb_workdays_check (workdays, day, &workday, &reason, NULL, NULL) && !workday && reason != NULL &&
         strstr (reason, name) != NULL;
}

/* The published days off around the festival's own day. */
static void
spread (XbWorkdays *workdays,
        const char *name,
        const char *day,
        int         step,
        char        out[11])
{
  g_autofree char *at = g_strdup (day);

  while (is_off (workdays, at, name))
    {
      g_autofree char *next = xb_day_add (at, step);

      g_strlcpy (out, at, 11);
      g_free (at);
      at = g_steal_pointer (&next);
    }
}

static void
shift (char out[11],
       int  days)
{
  g_autofree char *day = xb_day_add (out, days);

  if (day != NULL)
    g_strlcpy (out, day, 11);
}

/* FALSE where the year's day of the festival is not known */
static gboolean
festival_days (const XbCampaignTemplate *self,
               const char               *name,
               XbWorkdays               *workdays,
               int                       year,
               char                      from[11],
               char                      until[11],
               gboolean                 *estimated)
{
  Festival festival;
  g_autofree char *day = find_festival (name, &festival) ? festival_day (&festival, year) : NULL;

  if (day == NULL)
    return FALSE;
  g_strlcpy (from, day, 11);
  g_strlcpy (until, day, 11);
  if (!self->on_off || festival.off == NULL)
    return TRUE;
  if (is_off (workdays, day, festival.off))
    {
      spread (workdays, festival.off, day, -1, from);
      spread (workdays, festival.off, day, 1, until);
      return TRUE;
    }
  *estimated = TRUE;
  shift (from, festival.guess[0]);
  shift (until, festival.guess[1]);
  return TRUE;
}

/* The second festival belongs to it where no more than a working week lies between them. */
static void
join_second (const XbCampaignTemplate *self,
             XbWorkdays               *workdays,
             int                       year,
             char                      from[11],
             char                      until[11],
             gboolean                 *estimated)
{
  char first[11], last[11];
  gboolean guess = FALSE;

  if (self->with == NULL || !festival_days (self, self->with, workdays, year, first, last, &guess))
    return;
  if (xb_day_diff (last, from) > 7)
    return;
  *estimated |= guess;
  if (strcmp (first, from) < 0)
    g_strlcpy (from, first, 11);
  if (strcmp (last, until) > 0)
    g_strlcpy (until, last, 11);
}

static gboolean
days_of_year (const XbCampaignTemplate *self,
              XbWorkdays               *workdays,
              int                       year,
              char                      from[11],
              char                      until[11],
              gboolean                 *estimated)
{
  *estimated = FALSE;
  if (self->festival == NULL)
    {
      g_snprintf (from, 11, "%04d-%s", year, self->from);
      g_snprintf (until, 11, "%04d-%s", strcmp (self->until, self->from) < 0 ? year + 1 : year, self->until);
      return TRUE;
    }
  if (!festival_days (self, self->festival, workdays, year, from, until, estimated))
    return FALSE;
  join_second (self, workdays, year, from, until, estimated);
  shift (from, -self->before);
  shift (until, self->after);
  return TRUE;
}

/**
 * xb_campaign_template_find_days:
 * @from, @until: (out): the next time that is not over on @today
 * @estimated: (out): the year's days off are not published yet
 *
 * Returns: whether it is known
 */
gboolean
xb_campaign_template_find_days (const XbCampaignTemplate *self,
                                XbWorkdays               *workdays,
                                const char               *today,
                                char                      from[11],
                                char                      until[11],
                                gboolean                 *estimated)
{
  int year = atoi (today);

  for (int i = -1; i < 3; i++)
    if (days_of_year (self, workdays, year + i, from, until, estimated) && strcmp (until, today) >= 0)
      return TRUE;
  return FALSE;
}
