/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-rules-private.h"

/* The rules as one value: the build makes it of the rule files, so that a start reads no JSON and builds no trie. */

#define WORDS "(msms)"
#define LAW "(sssms)"
#define SEASON "(s^as^asiib)"
#define RULE "(ssy" WORDS WORDS WORDS WORDS "msms^as^as^asbbbbmsy)"
#define IMAGE_TYPE "(" XB_LEXICON_IMAGE "a(sssms)a(ssy(msms)(msms)(msms)(msms)msmsasasasbbbbmsy)a(msms)a(sasasiib))"

enum
{
  PART_LEXICON,
  PART_LAWS,
  PART_RULES,
  PART_REASONS,
  PART_SEASONS,
  N_PARTS
};

static GVariant *
pack_laws (XbRules *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sssms)"));
  g_hash_table_iter_init (&iter, self->laws);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const XbLaw *law = value;

      g_variant_builder_add (&builder, LAW, law->key, law->name, law->text, law->penalty);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_rules (XbRules *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssy(msms)(msms)(msms)(msms)msmsasasasbbbbmsy)"));
  for (guint i = 0; i < self->rules->len; i++)
    {
      const XbRule *rule = g_ptr_array_index (self->rules, i);
      const XbRuleText *text = xb_lint_rule_get_text (rule->object);

      g_variant_builder_add (&builder, RULE, rule->id, text->category, (guchar) rule->severity,
                             text->title.zh, text->title.en, text->why.zh, text->why.en,
                             text->lifted_by.zh, text->lifted_by.en, rule->say.zh, rule->say.en,
                             rule->law != NULL ? rule->law->key : NULL, text->checked,
                             text->bad, text->good, rule->rewrites,
                             rule->names, rule->papers, rule->by_sound, rule->letters,
                             rule->trade, (guchar) rule->trade_severity);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_reasons (XbRules *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(msms)"));
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const XbWords *words = g_ptr_array_index (self->reasons, i);

      g_variant_builder_add (&builder, WORDS, words->zh, words->en);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_seasons (XbRules *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sasasiib)"));
  for (guint i = 0; i < self->seasons->len; i++)
    {
      const XbSeason *season = g_ptr_array_index (self->seasons, i);

      g_variant_builder_add (&builder, SEASON, season->name, season->words, season->days, season->before, season->after,
                             season->vague);
    }
  return g_variant_builder_end (&builder);
}

/** xb_rules_dup_image: Returns: (transfer full): what xb_rules_new_from_image() takes on a machine of the same kind */
GBytes *
xb_rules_dup_image (XbRules *self)
{
  GVariant *parts[N_PARTS];
  g_autoptr(GVariant) image = NULL;

  parts[PART_LEXICON] = self->lexicon->image;
  parts[PART_LAWS] = pack_laws (self);
  parts[PART_RULES] = pack_rules (self);
  parts[PART_REASONS] = pack_reasons (self);
  parts[PART_SEASONS] = pack_seasons (self);
  image = g_variant_ref_sink (g_variant_new_tuple (parts, N_PARTS));
  g_assert (g_variant_is_of_type (image, G_VARIANT_TYPE (IMAGE_TYPE)));
  return g_variant_get_data_as_bytes (image);
}

static void
unpack_laws (XbRules  *self,
             GVariant *laws)
{
  for (gsize i = 0; i < g_variant_n_children (laws); i++)
    {
      XbLaw *law = g_new0 (XbLaw, 1);

      g_variant_get_child (laws, i, LAW, &law->key, &law->name, &law->text, &law->penalty);
      xb_rules_add_law (self, law);
    }
}

static void
unpack_rules (XbRules  *self,
              GVariant *rules)
{
  for (gsize i = 0; i < g_variant_n_children (rules); i++)
    {
      XbRule *rule = g_new0 (XbRule, 1);
      XbRuleText text = { 0 };
      g_autofree char *law = NULL;
      guchar severity, trade_severity;

      g_variant_get_child (rules, i, RULE, &rule->id, &text.category, &severity,
                           &text.title.zh, &text.title.en, &text.why.zh, &text.why.en,
                           &text.lifted_by.zh, &text.lifted_by.en, &rule->say.zh, &rule->say.en,
                           &law, &text.checked, &text.bad, &text.good, &rule->rewrites,
                           &rule->names, &rule->papers, &rule->by_sound, &rule->letters,
                           &rule->trade, &trade_severity);
      rule->severity = severity;
      rule->trade_severity = trade_severity;
      rule->law = law != NULL ? g_hash_table_lookup (self->laws, law) : NULL;
      rule->object = xb_lint_rule_new (rule->id, rule->severity, rule->law, text);
      xb_rules_add_rule (self, rule);
    }
}

static void
unpack_reasons (XbRules  *self,
                GVariant *reasons)
{
  for (gsize i = 0; i < g_variant_n_children (reasons); i++)
    {
      XbWords *words = g_new0 (XbWords, 1);

      g_variant_get_child (reasons, i, WORDS, &words->zh, &words->en);
      g_ptr_array_add (self->reasons, words);
    }
}

static void
unpack_seasons (XbRules  *self,
                GVariant *seasons)
{
  for (gsize i = 0; i < g_variant_n_children (seasons); i++)
    {
      XbSeason *season = g_new0 (XbSeason, 1);

      g_variant_get_child (seasons, i, SEASON, &season->name, &season->words, &season->days, &season->before,
                           &season->after, &season->vague);
      g_ptr_array_add (self->seasons, season);
    }
}

/** xb_rules_new_from_image: Returns: (transfer full): @image: made by xb_rules_dup_image(), trusted; it is kept */
XbRules *
xb_rules_new_from_image (GBytes *image)
{
  XbRules *self = g_object_new (XB_TYPE_RULES, NULL);
  g_autoptr(GVariant) whole = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (IMAGE_TYPE), image, TRUE));
  GVariant *parts[N_PARTS];

  for (guint i = 0; i < N_PARTS; i++)
    parts[i] = g_variant_get_child_value (whole, i);
  unpack_laws (self, parts[PART_LAWS]);
  unpack_rules (self, parts[PART_RULES]);
  unpack_reasons (self, parts[PART_REASONS]);
  unpack_seasons (self, parts[PART_SEASONS]);
  xb_rules_finish (self, parts[PART_LEXICON]);
  for (guint i = 0; i < N_PARTS; i++)
    g_variant_unref (parts[i]);
  return self;
}
