/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"
#include "xb-rules-private.h"

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XbRules, xb_rules, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return XB_TYPE_LINT_RULE;
}

static guint
get_n_items (GListModel *list)
{
  return XB_RULES (list)->objects->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  XbRules *self = XB_RULES (list);

  return position < self->objects->len ? g_object_ref (g_ptr_array_index (self->objects, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
law_free (gpointer data)
{
  XbLaw *law = data;

  g_free (law->key);
  g_free (law->name);
  g_free (law->text);
  g_free (law->penalty);
  g_free (law);
}

static void
words_free (gpointer data)
{
  xb_words_clear (data);
  g_free (data);
}

static void
rule_free (gpointer data)
{
  XbRule *rule = data;

  g_free (rule->id);
  xb_words_clear (&rule->say);
  g_strfreev (rule->rewrites);
  g_free (rule->trade);
  g_free (rule);
}

static void
season_free (gpointer data)
{
  XbSeason *season = data;

  g_free (season->name);
  g_strfreev (season->words);
  g_strfreev (season->days);
  g_free (season);
}

static void
xb_rules_finalize (GObject *object)
{
  XbRules *self = XB_RULES (object);

  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->laws);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->seasons);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->lexicon, xb_lexicon_free);
  g_clear_pointer (&self->builder, xb_lexicon_builder_free);
  G_OBJECT_CLASS (xb_rules_parent_class)->finalize (object);
}

static void
xb_rules_class_init (XbRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_rules_finalize;
}

static void
xb_rules_init (XbRules *self)
{
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->laws = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, law_free);
  self->reasons = g_ptr_array_new_with_free_func (words_free);
  self->seasons = g_ptr_array_new_with_free_func (season_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->problems, NULL);
}

void
xb_rules_add_law (XbRules *self,
                  XbLaw   *law)
{
  g_hash_table_replace (self->laws, law->key, law);
}

void
xb_rules_add_rule (XbRules *self,
                   XbRule  *rule)
{
  g_ptr_array_add (self->rules, rule);
  g_ptr_array_add (self->objects, rule->object);
  g_hash_table_insert (self->by_id, rule->id, rule);
}

/* Nothing may be added any more. */
void
xb_rules_finish (XbRules  *self,
                 GVariant *lexicon)
{
  self->lexicon = xb_lexicon_new (lexicon);
  g_clear_pointer (&self->builder, xb_lexicon_builder_free);
}

typedef void (*ReadFunc) (XbRules    *self,
                          const char *path,
                          GBytes     *bytes);

static void
read_file (XbRules    *self,
           const char *path,
           ReadFunc    read)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        xb_rules_take_problem (self, g_strdup (error->message));
      return;
    }
  bytes = g_bytes_new_take (data, length);
  read (self, path, bytes);
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * xb_rules_new_from_folder:
 * @folder: with laws.json, lists.json, seasons.json, and rules/ of rule files, as data/lexicon/ has them; all but
 *   the rules may be absent
 *
 * What is wrong with a file is among xb_rules_get_problems(); everything else works.
 *
 * Returns: (transfer full) (nullable): the rules; %NULL where the folder cannot be read
 */
XbRules *
xb_rules_new_from_folder (const char  *folder,
                          GError     **error)
{
  g_autofree char *rules = g_build_filename (folder, "rules", NULL);
  g_autofree char *laws = g_build_filename (folder, "laws.json", NULL);
  g_autofree char *lists = g_build_filename (folder, "lists.json", NULL);
  g_autofree char *seasons = g_build_filename (folder, "seasons.json", NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (rules, 0, error);
  const char *name;
  XbRules *self;

  if (dir == NULL)
    return NULL;
  self = g_object_new (XB_TYPE_RULES, NULL);
  self->builder = xb_lexicon_builder_new ();
  xb_lexicon_builder_add_class (self->builder, XB_SEASON_WORDS);
  read_file (self, laws, xb_rules_read_laws);
  read_file (self, lists, xb_rules_read_lists);
  read_file (self, seasons, xb_rules_read_seasons);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (rules, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_file (self, g_ptr_array_index (names, i), xb_rules_read_rules);
  xb_rules_finish (self, xb_lexicon_builder_end (self->builder));
  return self;
}

/* The list ends with NULL at any time. */
void
xb_rules_take_problem (XbRules *self,
                       char    *problem)
{
  g_ptr_array_insert (self->problems, (int) self->problems->len - 1, problem);
}

XbRule *
xb_rules_find_rule (XbRules    *self,
                    const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/** xb_rules_find: Returns: (transfer none) (nullable): the rule with that id */
XbLintRule *
xb_rules_find (XbRules    *self,
               const char *id)
{
  XbRule *rule = xb_rules_find_rule (self, id);

  return rule != NULL ? rule->object : NULL;
}

/** xb_rules_get_problems: Returns: (array zero-terminated=1): "file, line: what is wrong"; empty where all was read */
const char *const *
xb_rules_get_problems (XbRules *self)
{
  return (const char *const *) self->problems->pdata;
}
