/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-fold.h"
#include "xb-lint-context-private.h"

G_DEFINE_BOXED_TYPE (XbLintContext, xb_lint_context, xb_lint_context_ref, xb_lint_context_unref)

static void
paper_free (gpointer data)
{
  XbLintPaper *paper = data;

  g_free (paper->name);
  g_free (paper->folded);
  g_free (paper->expires);
  g_free (paper);
}

static void
word_free (gpointer data)
{
  XbLintWordRule *word = data;

  g_free (word->word);
  g_free (word->folded);
  g_free (word->platform);
  g_free (word->reason);
  g_free (word->expires);
  g_free (word);
}

static void
level_free (gpointer data)
{
  XbLintSetting *level = data;

  g_free (level->reason);
  g_free (level);
}

static void
campaign_free (gpointer data)
{
  XbLintCampaign *campaign = data;

  g_free (campaign->name);
  g_free (campaign->until);
  g_free (campaign);
}

XbLintContext *
xb_lint_context_new (void)
{
  XbLintContext *self = g_new0 (XbLintContext, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->papers = g_ptr_array_new_with_free_func (paper_free);
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, level_free);
  self->campaigns = g_ptr_array_new_with_free_func (campaign_free);
  self->label_max = -1;
  return self;
}

XbLintContext *
xb_lint_context_ref (XbLintContext *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
xb_lint_context_unref (XbLintContext *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->levels);
  g_ptr_array_unref (self->campaigns);
  g_free (self->trade);
  g_free (self->today);
  g_free (self->from);
  g_free (self->until);
  g_free (self->platform);
  g_free (self->platform_name);
  g_free (self);
}

static XbLintPaper *
add_paper (XbLintContext *self,
           const char    *name,
           int            position)
{
  XbLintPaper *paper = g_new0 (XbLintPaper, 1);

  paper->name = g_utf8_make_valid (name, -1);
  paper->folded = xb_fold_dup_word (paper->name, &paper->n);
  g_ptr_array_insert (self->papers, position, paper);
  return paper;
}

/** xb_lint_context_set_business: @name: (nullable): as on the licence; the label may be it, or any part of it */
void
xb_lint_context_set_business (XbLintContext *self,
                              const char    *name)
{
  XbLintPaper *paper;

  if (self->has_business)
    g_ptr_array_remove_index (self->papers, 0);
  self->has_business = name != NULL && *name != '\0';
  if (!self->has_business)
    return;
  paper = add_paper (self, name, 0);
  paper->licence = paper->registered = TRUE;
}

/** xb_lint_context_set_trade: @trade: (nullable): in the owner's words; some claims are open to some trades alone */
void
xb_lint_context_set_trade (XbLintContext *self,
                           const char    *trade)
{
  g_free (self->trade);
  self->trade = g_strdup (trade);
}

/**
 * xb_lint_context_add_brand:
 * @registered: whether it is a registered mark: that lifts a finding, a mere brand name only makes it milder
 * @expires: (nullable): the last day of the registration
 */
void
xb_lint_context_add_brand (XbLintContext *self,
                           const char    *name,
                           gboolean       registered,
                           const char    *expires)
{
  XbLintPaper *paper;

  if (name == NULL || *name == '\0')
    return;
  paper = add_paper (self, name, -1);
  paper->registered = registered;
  paper->expires = g_strdup (expires);
}

/** xb_lint_context_remove_brands: What is on the licence stays */
void
xb_lint_context_remove_brands (XbLintContext *self)
{
  g_ptr_array_set_size (self->papers, self->has_business ? 1 : 0);
}

/** xb_lint_context_set_today: @day: (nullable): an ISO date; without it nothing is said about seasons and expiry */
void
xb_lint_context_set_today (XbLintContext *self,
                           const char    *day)
{
  g_free (self->today);
  self->today = g_strdup (day);
}

/** xb_lint_context_set_shown: @from, @until: (nullable): the days between which this label is to show */
void
xb_lint_context_set_shown (XbLintContext *self,
                           const char    *from,
                           const char    *until)
{
  g_free (self->from);
  g_free (self->until);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
}

void
xb_lint_context_add_campaign (XbLintContext *self,
                              const char    *name,
                              const char    *until)
{
  XbLintCampaign *campaign;

  if (name == NULL || *name == '\0' || until == NULL)
    return;
  campaign = g_new0 (XbLintCampaign, 1);
  campaign->name = g_utf8_make_valid (name, -1);
  campaign->until = g_strdup (until);
  g_ptr_array_add (self->campaigns, campaign);
}

/**
 * xb_lint_context_set_platform:
 * @name: (nullable): as people know it
 * @label_max: the most that a label there may have; -1 where nobody has published it
 * @wide: whether a Chinese character counts two there
 */
void
xb_lint_context_set_platform (XbLintContext *self,
                              const char    *key,
                              const char    *name,
                              int            label_max,
                              gboolean       wide)
{
  g_free (self->platform);
  g_free (self->platform_name);
  self->platform = g_strdup (key);
  self->platform_name = g_strdup (name != NULL ? name : key);
  self->label_max = label_max;
  self->wide = wide;
}

static void
add_word (XbLintContext *self,
          const char    *text,
          XbVerdict      severity,
          const char    *platform,
          const char    *reason,
          const char    *expires)
{
  XbLintWordRule *word = g_new0 (XbLintWordRule, 1);

  word->word = g_utf8_make_valid (text, -1);
  word->folded = xb_fold_dup_word (word->word, &word->n);
  word->severity = severity;
  word->platform = g_strdup (platform);
  word->reason = g_strdup (reason);
  word->expires = g_strdup (expires);
  g_ptr_array_add (self->words, word);
}

/**
 * xb_lint_context_add_banned:
 * @platform: (nullable): where alone it holds
 * @reason: why the owner banned it, or what the platform said when it refused
 * @expires: (nullable): the last day on which it holds
 */
void
xb_lint_context_add_banned (XbLintContext *self,
                            const char    *word,
                            XbVerdict      severity,
                            const char    *platform,
                            const char    *reason,
                            const char    *expires)
{
  g_return_if_fail (severity != XB_VERDICT_OK);

  add_word (self, word, severity, platform, reason, expires);
}

void
xb_lint_context_add_allowed (XbLintContext *self,
                             const char    *word,
                             const char    *platform,
                             const char    *reason,
                             const char    *expires)
{
  add_word (self, word, XB_VERDICT_OK, platform, reason, expires);
}

/** xb_lint_context_set_level: @level: %XB_VERDICT_OK switches the rule off */
void
xb_lint_context_set_level (XbLintContext *self,
                           const char    *rule,
                           XbVerdict      level,
                           const char    *reason)
{
  XbLintSetting *set = g_new0 (XbLintSetting, 1);

  set->level = level;
  set->reason = g_strdup (reason);
  g_hash_table_insert (self->levels, g_strdup (rule), set);
}
