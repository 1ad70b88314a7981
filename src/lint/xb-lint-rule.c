/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-rules-private.h"

struct _XbLintRule
{
  GObject parent_instance;

  char        *id;
  XbVerdict    severity;
  const XbLaw *law;
  XbRuleText   text;
};

G_DEFINE_FINAL_TYPE (XbLintRule, xb_lint_rule, G_TYPE_OBJECT)

static const struct
{
  const char *category;
  const char *label;
} categories[] = {
  { "abs", N_("Absolute words") },
  { "organ", N_("State organs") },
  { "emblem", N_("Flag, emblem, army") },
  { "dignity", N_("Dignity of the country") },
  { "med", N_("Medical claims") },
  { "agri", N_("Farm supplies") },
  { "finance", N_("Money and returns") },
  { "edu", N_("Training promises") },
  { "realty", N_("Property") },
  { "gamble", N_("Gambling") },
  { "super", N_("Superstition") },
  { "vulgar", N_("Vulgar words") },
  { "discriminate", N_("Discrimination, running down others") },
  { "false", N_("Honours, proofs and guarantees") },
  { "induce", N_("Bait") },
  { "contact", N_("Contact details") },
  { "illegal", N_("Unlawful services") },
  { "restricted", N_("Tobacco and drink") },
  { "ident", N_("Whose name it is") },
  { "form", N_("Characters and length") },
  { "season", N_("Season and campaign") },
  { "owner", N_("Your own words") },
};

/** xb_lint_category_get_label: Returns: the name of a category for people, translated */
const char *
xb_lint_category_get_label (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_strcmp0 (categories[i].category, category) == 0)
      return _(categories[i].label);
  return category;
}

static gboolean
reads_chinese (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL && !g_str_has_prefix (names[i], "en"); i++)
    if (g_str_has_prefix (names[i], "zh"))
      return TRUE;
  return FALSE;
}

/* The language is asked for once: a program does not change it while it runs, and each finding has words. */
const char *
xb_words_get (const XbWords *self)
{
  static gsize chinese = 0; /* 1: no, 2: yes */

  if (g_once_init_enter (&chinese))
    g_once_init_leave (&chinese, reads_chinese () ? 2 : 1);
  return chinese == 2 || self->en == NULL ? self->zh : self->en;
}

void
xb_words_clear (XbWords *self)
{
  g_clear_pointer (&self->zh, g_free);
  g_clear_pointer (&self->en, g_free);
}

static void
xb_lint_rule_finalize (GObject *object)
{
  XbLintRule *self = XB_LINT_RULE (object);

  g_free (self->id);
  g_free (self->text.category);
  xb_words_clear (&self->text.title);
  xb_words_clear (&self->text.why);
  xb_words_clear (&self->text.lifted_by);
  g_free (self->text.checked);
  g_strfreev (self->text.bad);
  g_strfreev (self->text.good);
  G_OBJECT_CLASS (xb_lint_rule_parent_class)->finalize (object);
}

static void
xb_lint_rule_class_init (XbLintRuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_lint_rule_finalize;
}

static void
xb_lint_rule_init (XbLintRule *self)
{
}

/**
 * xb_lint_rule_new:
 * @law: (nullable): the rules own it: a rule is never used without them
 * @text: (transfer full): taken over with all that it points at
 */
XbLintRule *
xb_lint_rule_new (const char  *id,
                  XbVerdict    severity,
                  const XbLaw *law,
                  XbRuleText   text)
{
  XbLintRule *self = g_object_new (XB_TYPE_LINT_RULE, NULL);

  self->id = g_strdup (id);
  self->severity = severity;
  self->law = law;
  self->text = text;
  return self;
}

const XbRuleText *
xb_lint_rule_get_text (XbLintRule *self)
{
  return &self->text;
}

const char *
xb_lint_rule_get_id (XbLintRule *self)
{
  return self->id;
}

const char *
xb_lint_rule_get_category (XbLintRule *self)
{
  return self->text.category;
}

/** xb_lint_rule_get_title: Returns: its name in the user's language; the id where it has none */
const char *
xb_lint_rule_get_title (XbLintRule *self)
{
  const char *title = xb_words_get (&self->text.title);

  return title != NULL ? title : self->id;
}

/** xb_lint_rule_get_severity: Returns: how grave its findings are, unless the owner set another level */
XbVerdict
xb_lint_rule_get_severity (XbLintRule *self)
{
  return self->severity;
}

/** xb_lint_rule_get_law: Returns: (nullable): the article it stands on */
const char *
xb_lint_rule_get_law (XbLintRule *self)
{
  return self->law != NULL ? self->law->name : NULL;
}

/** xb_lint_rule_get_law_text: Returns: (nullable): what the article says */
const char *
xb_lint_rule_get_law_text (XbLintRule *self)
{
  return self->law != NULL ? self->law->text : NULL;
}

/** xb_lint_rule_get_penalty: Returns: (nullable): what breaking the article costs */
const char *
xb_lint_rule_get_penalty (XbLintRule *self)
{
  return self->law != NULL ? self->law->penalty : NULL;
}

/** xb_lint_rule_get_why: Returns: (nullable): what is wrong with what it finds */
const char *
xb_lint_rule_get_why (XbLintRule *self)
{
  return xb_words_get (&self->text.why);
}

/** xb_lint_rule_get_lifted_by: Returns: (nullable): the evidence or exemption that lifts it */
const char *
xb_lint_rule_get_lifted_by (XbLintRule *self)
{
  return xb_words_get (&self->text.lifted_by);
}

/** xb_lint_rule_get_checked: Returns: (nullable): the day on which the rule was last compared with its sources */
const char *
xb_lint_rule_get_checked (XbLintRule *self)
{
  return self->text.checked;
}

/** xb_lint_rule_get_bad: Returns: (array zero-terminated=1): what it finds */
const char *const *
xb_lint_rule_get_bad (XbLintRule *self)
{
  return (const char *const *) self->text.bad;
}

/** xb_lint_rule_get_good: Returns: (array zero-terminated=1): what looks alike and is left alone */
const char *const *
xb_lint_rule_get_good (XbLintRule *self)
{
  return (const char *const *) self->text.good;
}
