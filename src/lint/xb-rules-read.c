/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "xb-rules-private.h"

/* Reads the rule files. Whatever is wrong is noted with its file and line, and left out; the rest works. */

typedef struct
{
  XbRules    *rules;
  const char *path;
  const char *text;   /* the whole file */
  const char *around; /* where the object being read begins in it */
} Reader;

/* json-glib forgets lines: the n-th one is found again by the words that stand there. */
static guint
line_of (Reader     *self,
         const char *words)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), words != NULL ? words : "");
  g_autofree char *quoted = json_to_string (node, FALSE);
  const char *at = words != NULL ? strstr (self->around, quoted) : NULL;
  guint line = 1;

  if (at == NULL)
    at = self->around;
  for (const char *p = self->text; p < at; p++)
    line += *p == '\n';
  return line;
}

static void
note (Reader     *self,
      const char *words,
      const char *what)
{
  xb_rules_take_problem (self->rules, g_strdup_printf (_("%s, line %u: %s; the rest of the rules works"),
                                                       self->path, line_of (self, words), what));
}

static void
note_about (Reader     *self,
            const char *words,
            const char *what)
{
  g_autofree char *both = g_strdup_printf ("“%s”: %s", words, what);

  note (self, words, both);
}

static JsonObject *
open_file (Reader     *self,
           JsonParser *parser,
           GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    {
      xb_rules_take_problem (self->rules, g_strdup_printf (_("%s, line %u: %s; the rest of the rules works"), self->path,
                                                           json_parser_get_current_line (parser), error->message));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      note (self, NULL, _("the file holds no object"));
      return NULL;
    }
  return json_node_get_object (root);
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_element_text (JsonArray *array,
                  guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_bool (JsonObject *object,
          const char *member,
          gboolean    otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN ? json_node_get_boolean (node) : otherwise;
}

static int
get_int (JsonObject *object,
         const char *member,
         int         otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? (int) json_node_get_int (node) : otherwise;
}

static char **
dup_texts (JsonObject *object,
           const char *member)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = get_array (object, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (get_element_text (array, i) != NULL)
      g_strv_builder_add (builder, get_element_text (array, i));
  return g_strv_builder_end (builder);
}

static XbWords
dup_words (JsonObject *object,
           const char *member)
{
  JsonObject *both = get_object (object, member);
  XbWords words = { NULL, NULL };

  if (both != NULL)
    {
      words.zh = g_strdup (get_text (both, "zh"));
      words.en = g_strdup (get_text (both, "en"));
    }
  return words;
}

void
xb_rules_read_laws (XbRules    *self,
                    const char *path,
                    GBytes     *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  Reader reader = { self, path, text, text };
  JsonObject *object = open_file (&reader, parser, bytes);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (object == NULL)
    return;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    {
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      XbLaw *law;

      if (entry == NULL)
        continue;
      if (get_text (entry, "name") == NULL || get_text (entry, "text") == NULL)
        {
          note_about (&reader, key, _("an article needs “name” and “text”"));
          continue;
        }
      law = g_new0 (XbLaw, 1);
      law->key = g_strdup (key);
      law->name = g_strdup (get_text (entry, "name"));
      law->text = g_strdup (get_text (entry, "text"));
      law->penalty = g_strdup (get_text (entry, "penalty"));
      xb_rules_add_law (self, law);
    }
}

/* A word "<name>" in a list stands for all words of that list, which must come before. */
static void
read_list (Reader     *self,
           int         class,
           const char *name,
           JsonArray  *words)
{
  XbLexiconBuilder *builder = self->rules->builder;

  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      const char *line = get_element_text (words, i);
      g_auto(GStrv) parts = g_strsplit (line != NULL ? line : "", " ", -1);

      if (line == NULL)
        note_about (self, name, _("a list holds words alone"));
      for (guint j = 0; parts[j] != NULL; j++)
        if (parts[j][0] == '<' && strlen (parts[j]) > 2)
          {
            g_autofree char *other = g_strndup (parts[j] + 1, strlen (parts[j]) - 2);
            int from = xb_lexicon_builder_find_class (builder, other);
            GPtrArray *taken = from >= 0 ? g_ptr_array_index (builder->classes, from) : NULL;

            if (from < 0 || from == class)
              note_about (self, other, _("there is no such list before this one"));
            for (guint k = 0; taken != NULL && from != class && k < taken->len; k++)
              g_ptr_array_add (g_ptr_array_index (builder->classes, class),
                               g_array_ref (g_ptr_array_index (taken, k)));
          }
        else if (*parts[j] != '\0')
          xb_lexicon_builder_add_to_class (builder, class, parts[j]);
    }
}

void
xb_rules_read_lists (XbRules    *self,
                     const char *path,
                     GBytes     *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  Reader reader = { self, path, text, text };
  JsonObject *object = open_file (&reader, parser, bytes);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!JSON_NODE_HOLDS_ARRAY (node) || g_str_equal (name, "about"))
      continue;
    else if (!xb_lexicon_builder_add_class (self->builder, name))
      note_about (&reader, name, _("this list is there twice, or there are too many"));
    else
      read_list (&reader, xb_lexicon_builder_find_class (self->builder, name), name, json_node_get_array (node));
}

void
xb_rules_read_seasons (XbRules    *self,
                       const char *path,
                       GBytes     *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  Reader reader = { self, path, text, text };
  JsonObject *object = open_file (&reader, parser, bytes);
  JsonArray *array = object != NULL ? get_array (object, "seasons") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      XbSeason *season;

      if (entry == NULL || get_text (entry, "name") == NULL || get_array (entry, "words") == NULL
          || get_array (entry, "days") == NULL)
        {
          note (&reader, "seasons", _("a season needs “name”, “words” and “days”"));
          continue;
        }
      season = g_new0 (XbSeason, 1);
      season->name = g_strdup (get_text (entry, "name"));
      season->words = dup_texts (entry, "words");
      season->days = dup_texts (entry, "days");
      season->before = get_int (entry, "before", 30);
      season->after = get_int (entry, "after", 7);
      season->vague = get_bool (entry, "vague", FALSE);
      for (guint j = 0; season->words[j] != NULL; j++)
        xb_lexicon_builder_add_to_class (self->builder, xb_lexicon_builder_find_class (self->builder, XB_SEASON_WORDS),
                                         season->words[j]);
      g_ptr_array_add (self->seasons, season);
    }
}

static void
add_patterns (Reader          *self,
              JsonObject      *object,
              const char      *member,
              const XbPattern *pattern)
{
  JsonArray *array = get_array (object, member);

  if (array == NULL && json_object_has_member (object, member))
    note_about (self, member, _("a list of patterns is expected"));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = get_element_text (array, i);
      g_autofree char *problem = NULL;

      if (text == NULL)
        note_about (self, member, _("a pattern is a text"));
      else if (!xb_lexicon_builder_add_pattern (self->rules->builder, text, pattern, &problem))
        note_about (self, text, problem);
    }
}

static void
read_exceptions (Reader          *self,
                 JsonObject      *object,
                 const XbPattern *pattern)
{
  JsonArray *array = get_array (object, "unless");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      XbWords *why = g_new0 (XbWords, 1);
      XbPattern lifts = *pattern;

      g_ptr_array_add (self->rules->reasons, why);
      if (entry != NULL)
        *why = dup_words (entry, "why");
      if (why->zh == NULL || why->en == NULL)
        {
          note_about (self, "unless", _("an exception needs “why” with “zh” and “en”"));
          continue;
        }
      lifts.role = XB_ROLE_LIFTS;
      lifts.why = self->rules->reasons->len - 1;
      add_patterns (self, entry, "match", &lifts);
    }
}

static void
read_patterns (Reader       *self,
               JsonObject   *object,
               const XbRule *rule)
{
  static const struct
  {
    const char *member;
    XbVerdict   severity;
  } levels[] = { { "error", XB_VERDICT_ERROR }, { "warning", XB_VERDICT_WARNING }, { "advice", XB_VERDICT_ADVICE } };
  XbPattern pattern = { 0 };

  pattern.rule = self->rules->rules->len;
  pattern.severity = rule->severity;
  pattern.flags = rule->by_sound ? XB_PATTERN_BY_SOUND : 0;
  add_patterns (self, object, "match", &pattern);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      pattern.severity = levels[i].severity;
      add_patterns (self, object, levels[i].member, &pattern);
    }
  pattern.severity = rule->severity;
  /* As broad as "最" and anything: too broad to be looked for by its sound. */
  pattern.flags = 0;
  add_patterns (self, object, "plain", &pattern);
  pattern.severity = XB_VERDICT_WARNING;
  add_patterns (self, object, "plain_warning", &pattern);
  /* Found for nothing but to say why it was left alone. */
  pattern.severity = XB_VERDICT_OK;
  add_patterns (self, object, "noted", &pattern);
  pattern.severity = rule->severity;
  pattern.flags = XB_PATTERN_BY_SOUND;
  pattern.role = XB_ROLE_IF_HIDDEN;
  add_patterns (self, object, "disguised", &pattern);
  read_exceptions (self, object, &pattern);
}

static XbRule *
read_head (Reader     *self,
           const char *category,
           JsonObject *object)
{
  const char *id = get_text (object, "id");
  const char *law = get_text (object, "law");
  JsonObject *trade = get_object (object, "trade");
  XbVerdict severity;
  XbRuleText text;
  XbRule *rule;

  if (!xb_verdict_from_string (get_text (object, "severity"), &severity) || severity == XB_VERDICT_OK)
    {
      note_about (self, id, _("“severity” must be advice, warning or error"));
      return NULL;
    }
  rule = g_new0 (XbRule, 1);
  rule->id = g_strdup (id);
  rule->severity = severity;
  rule->say = dup_words (object, "say");
  rule->law = law != NULL ? g_hash_table_lookup (self->rules->laws, law) : NULL;
  if (law != NULL && rule->law == NULL)
    note_about (self, law, _("there is no such article in laws.json"));
  rule->rewrites = dup_texts (object, "rewrite");
  rule->names = get_bool (object, "names", g_strcmp0 (category, "abs") != 0 && g_strcmp0 (category, "form") != 0);
  rule->papers = get_bool (object, "papers", TRUE);
  rule->by_sound = get_bool (object, "sound", TRUE);
  rule->letters = get_bool (object, "letters", TRUE);
  if (trade != NULL && get_text (trade, "of") != NULL
      && xb_verdict_from_string (get_text (trade, "severity"), &rule->trade_severity))
    rule->trade = g_strdup (get_text (trade, "of"));
  text.category = g_strdup (category);
  text.title = dup_words (object, "title");
  text.why = dup_words (object, "why");
  text.lifted_by = dup_words (object, "lifted_by");
  text.checked = g_strdup (get_text (object, "checked"));
  text.bad = dup_texts (object, "bad");
  text.good = dup_texts (object, "good");
  rule->object = xb_lint_rule_new (id, severity, rule->law, text);
  return rule;
}

static void
read_rule (Reader     *self,
           const char *category,
           JsonObject *object)
{
  const char *id = object != NULL ? get_text (object, "id") : NULL;
  g_autofree char *member = NULL;
  const char *at;
  XbRule *rule;

  if (id == NULL || *id == '\0')
    {
      note (self, "rules", _("a rule without “id”"));
      return;
    }
  member = g_strdup_printf ("\"%s\"", id);
  at = strstr (self->around, member);
  if (at != NULL)
    self->around = at;
  if (xb_rules_find_rule (self->rules, id) != NULL)
    {
      note_about (self, id, _("there is another rule with this id"));
      return;
    }
  rule = read_head (self, category, object);
  if (rule == NULL)
    return;
  read_patterns (self, object, rule);
  xb_rules_add_rule (self->rules, rule);
}

void
xb_rules_read_rules (XbRules    *self,
                     const char *path,
                     GBytes     *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  Reader reader = { self, path, text, text };
  JsonObject *object = open_file (&reader, parser, bytes);
  const char *category = object != NULL ? get_text (object, "category") : NULL;
  JsonArray *array = object != NULL ? get_array (object, "rules") : NULL;

  if (object == NULL)
    return;
  if (category == NULL || array == NULL)
    {
      note (&reader, NULL, _("a rule file needs “category” and “rules”"));
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      read_rule (&reader, category, JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL);
    }
}
