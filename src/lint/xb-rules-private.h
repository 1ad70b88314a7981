/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lexicon-builder.h"
#include "xb-rules.h"

G_BEGIN_DECLS

/* A text in both languages of the program. */
typedef struct
{
  char *zh;
  char *en;
} XbWords;

/* An article: 《广告法》第九条（三）, what it says, and what it costs. */
typedef struct
{
  char *key;
  char *name;
  char *text;
  char *penalty;
} XbLaw;

/* What people read of a rule. */
typedef struct
{
  char    *category;
  XbWords  title;
  XbWords  why;
  XbWords  lifted_by;
  char    *checked;
  char   **bad;
  char   **good;
} XbRuleText;

/**
 * XbRule:
 * @object: as people read it
 * @say: (nullable): the sentence of its findings
 * @rewrites: (array zero-terminated=1): what may stand in place of a finding; "-最": itself without that
 * @names: whether a place or a body may be called what it finds
 * @papers: whether the business's papers lift its findings
 * @by_sound: whether it is looked for by its sound, too
 * @letters: whether pinyin alone is enough: zuihao
 * @trade: (nullable): the list of words that tells the trade for which it is only @trade_severity
 */
typedef struct
{
  char       *id;
  XbLintRule *object;
  XbVerdict   severity;
  XbWords     say;
  const XbLaw *law;
  char      **rewrites;
  gboolean    names;
  gboolean    papers;
  gboolean    by_sound;
  gboolean    letters;
  char       *trade;
  XbVerdict   trade_severity;
} XbRule;

#define XB_SEASON_WORDS "season words" /* a list of all words of the seasons; lists.json has none of this name */

/* A time of the year that labels speak of. */
typedef struct
{
  char   *name;
  char  **words;
  char  **days;   /* "2026-02-17" each year's, or "11-11" */
  int     before; /* days before it at which its labels go up */
  int     after;  /* days after it until which they may stay */
  gboolean vague; /* a season of the weather: advice alone */
} XbSeason;

struct _XbRules
{
  GObject     parent_instance;

  GPtrArray  *objects;  /* XbLintRule, the list */
  GPtrArray  *rules;    /* XbRule, same order */
  GHashTable *by_id;    /* id → XbRule */
  GHashTable *laws;     /* key → XbLaw */
  GPtrArray  *reasons;  /* XbWords of exceptions */
  GPtrArray  *seasons;  /* XbSeason */
  GPtrArray  *problems;
  XbLexicon  *lexicon;
  XbLexiconBuilder *builder; /* while files are read */
};

const char *xb_words_get       (const XbWords *self);
void        xb_words_clear     (XbWords       *self);
XbRule     *xb_rules_find_rule (XbRules       *self,
                                const char    *id);

void        xb_rules_add_law      (XbRules    *self,
                                   XbLaw      *law);
void        xb_rules_add_rule     (XbRules    *self,
                                   XbRule     *rule);
void        xb_rules_finish       (XbRules    *self,
                                   GVariant   *lexicon);
void        xb_rules_take_problem (XbRules    *self,
                                   char       *problem);

XbLintRule *xb_lint_rule_new   (const char    *id,
                                XbVerdict      severity,
                                const XbLaw   *law,
                                XbRuleText     text);
const XbRuleText *xb_lint_rule_get_text (XbLintRule *self);

/* Reading. @path: for messages; a problem is noted in self->problems and the rest goes on. */
void        xb_rules_read_laws    (XbRules    *self,
                                   const char *path,
                                   GBytes     *bytes);
void        xb_rules_read_lists   (XbRules    *self,
                                   const char *path,
                                   GBytes     *bytes);
void        xb_rules_read_seasons (XbRules    *self,
                                   const char *path,
                                   GBytes     *bytes);
void        xb_rules_read_rules   (XbRules    *self,
                                   const char *path,
                                   GBytes     *bytes);

G_END_DECLS
