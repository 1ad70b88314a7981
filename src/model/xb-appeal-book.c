/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-appeal-book.h"
#include "xb-data.h"
#include "xb-enum-types.h"
#include "xb-platform-private.h"

/* A gap that the owner sees and fills. */
#define GAP "______"

typedef struct
{
  JsonObject *platforms;
  JsonObject *texts;
  GArray     *ways;
  GArray     *purposes;
  GArray     *refusals;
  GPtrArray  *scam_words; /* ends with NULL */
} Book;

/* Bundled data: a mistake in it is one of the build. */
static JsonObject *
read_file (const char *path)
{
  g_autoptr(GBytes) bytes = xb_data_lookup (path);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);
  return json_node_dup_object (json_parser_get_root (parser)); /* lives as long as the program */
}

static const char *
read_text (JsonObject *object,
           const char *zh,
           const char *en)
{
  return json_object_get_string_member (object, xb_platform_reads_chinese () ? zh : en);
}

static GArray *
read_ways (JsonObject *file)
{
  JsonArray *rows = json_object_get_array_member (file, "platforms");
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (XbAppealWay));

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      XbAppealWay way = { json_object_get_string_member (row, "key"), read_text (row, "zh", "en"),
                          json_object_has_member (row, "operator"), json_object_has_member (row, "abroad") };

      g_array_append_val (ways, way);
    }
  return ways;
}

static GArray *
read_choices (JsonArray  *rows,
              const char *text_zh,
              const char *text_en)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (XbAppealChoice));

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      XbAppealChoice choice = { json_object_get_string_member (row, "key"), read_text (row, "zh", "en"),
                                read_text (row, text_zh, text_en) };

      g_array_append_val (choices, choice);
    }
  return choices;
}

static const Book *
get_book (void)
{
  static gsize once = 0;
  static Book book;

  if (g_once_init_enter (&once))
    {
      JsonArray *words;

      book.texts = read_file ("appeals/texts.json");
      book.platforms = read_file ("appeals/platforms.json");
      book.ways = read_ways (book.platforms);
      book.purposes = read_choices (json_object_get_array_member (book.texts, "purposes"), "text", "text");
      book.refusals = read_choices (json_object_get_array_member (book.texts, "refusals"), "remedy_zh", "remedy_en");
      book.scam_words = g_ptr_array_new ();
      words = json_object_get_array_member (json_object_get_object_member (book.texts, "scam"), "words");
      for (guint i = 0; i < json_array_get_length (words); i++)
        g_ptr_array_add (book.scam_words, (char *) json_array_get_string_element (words, i));
      g_ptr_array_add (book.scam_words, NULL);
      g_once_init_leave (&once, 1);
    }
  return &book;
}

guint
xb_appeal_book_get_n_ways (void)
{
  return get_book ()->ways->len;
}

const XbAppealWay *
xb_appeal_book_get_way (guint index)
{
  return &g_array_index (get_book ()->ways, XbAppealWay, index);
}

/** xb_appeal_book_find_way: Returns: (nullable): how it is filed at that platform; %NULL: nothing is known about it */
const XbAppealWay *
xb_appeal_book_find_way (const char *platform)
{
  for (guint i = 0; i < xb_appeal_book_get_n_ways (); i++)
    if (g_strcmp0 (xb_appeal_book_get_way (i)->platform, platform) == 0)
      return xb_appeal_book_get_way (i);
  return NULL;
}

static const XbAppealChoice *
find (GArray     *choices,
      const char *key)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, XbAppealChoice, i).key, key) == 0)
      return &g_array_index (choices, XbAppealChoice, i);
  return NULL;
}

guint
xb_appeal_book_get_n_purposes (void)
{
  return get_book ()->purposes->len;
}

const XbAppealChoice *
xb_appeal_book_get_purpose (guint index)
{
  return &g_array_index (get_book ()->purposes, XbAppealChoice, index);
}

/** xb_appeal_book_find_purpose: @key: (nullable): Returns: (nullable) */
const XbAppealChoice *
xb_appeal_book_find_purpose (const char *key)
{
  return find (get_book ()->purposes, key);
}

guint
xb_appeal_book_get_n_refusals (void)
{
  return get_book ()->refusals->len;
}

const XbAppealChoice *
xb_appeal_book_get_refusal (guint index)
{
  return &g_array_index (get_book ()->refusals, XbAppealChoice, index);
}

/** xb_appeal_book_find_refusal: @key: (nullable): Returns: (nullable) */
const XbAppealChoice *
xb_appeal_book_find_refusal (const char *key)
{
  return find (get_book ()->refusals, key);
}

/* In one pass: what was filled in is not looked at again. */
static char *
fill_in (const char          *pattern,
         const XbAppealFacts *facts)
{
  const XbAppealChoice *purpose = xb_appeal_book_find_purpose (facts->purpose);
  const struct
  {
    const char *name;
    const char *value;
  } slots[] = {
    { "{business}", facts->business }, { "{number}", facts->number }, { "{use}", facts->use },
    { "{seen}", facts->seen },         { "{day}", facts->day },
  };
  GString *out = g_string_new (NULL);

  while (*pattern != '\0')
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (slots) && length == 0; i++)
        if (g_str_has_prefix (pattern, slots[i].name))
          {
            gboolean given = slots[i].value != NULL && *slots[i].value != '\0';

            g_string_append (out, given ? slots[i].value : GAP);
            length = strlen (slots[i].name);
          }
      if (length == 0 && g_str_has_prefix (pattern, "{purpose}"))
        {
          g_autofree char *sentence = purpose != NULL ? fill_in (purpose->text, facts) : NULL;

          g_string_append (out, sentence != NULL ? sentence : "");
          length = strlen ("{purpose}");
        }
      if (length == 0)
        g_string_append_c (out, *pattern);
      pattern += MAX (length, 1);
    }
  return g_string_free (out, FALSE);
}

/**
 * xb_appeal_book_dup_text:
 *
 * Returns: (transfer full): the text, in Chinese, ready to be copied. What is not known is a gap; without a purpose
 *   none is stated
 */
char *
xb_appeal_book_dup_text (XbAppealText         text,
                         XbIncidentKind       kind,
                         const XbAppealFacts *facts)
{
  static const char *const members[] = { "appeal", "script", "notice" };
  JsonObject *both = json_object_get_object_member (get_book ()->texts, members[text]);

  return fill_in (json_object_get_string_member (both, xb_enum_to_nick (XB_TYPE_INCIDENT_KIND, (int) kind)), facts);
}

/** xb_appeal_book_get_scam_words: Returns: (array zero-terminated=1): words of those who sell the clearing of marks */
const char *const *
xb_appeal_book_get_scam_words (void)
{
  return (const char *const *) get_book ()->scam_words->pdata;
}
