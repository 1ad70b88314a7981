/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-private.h"

#define RULES "xb-lint-rules"
#define LINTER "xb-linter"

XbRules *
xb_workspace_get_lint_rules (XbWorkspace *self)
{
  XbRules *rules = g_object_get_data (G_OBJECT (self), RULES);

  if (rules == NULL)
    {
      rules = xb_rules_new ();
      g_object_set_data_full (G_OBJECT (self), RULES, rules, g_object_unref);
    }
  return rules;
}

static void
add_papers (XbWorkspace   *self,
            XbLintContext *context)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT name, registered, expires FROM brand ORDER BY id", "");

  if (business != NULL)
    {
      xb_lint_context_set_business (context, xb_business_get_name (business));
      xb_lint_context_set_trade (context, xb_business_get_industry (business));
    }
  while (rows != NULL && xb_rows_next (rows, NULL))
    xb_lint_context_add_brand (context, xb_rows_text (rows, 0), xb_rows_int (rows, 1) != 0, xb_rows_text (rows, 2));
}

static void
add_words (XbWorkspace   *self,
           XbLintContext *context)
{
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT word, kind, severity, platform, reason, expires FROM lint_word "
                                        "WHERE removed_at IS NULL ORDER BY id", "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      XbVerdict severity = XB_VERDICT_ERROR;

      xb_verdict_from_string (xb_rows_text (rows, 2), &severity);
      if (g_strcmp0 (xb_rows_text (rows, 1), "allowed") == 0)
        xb_lint_context_add_allowed (context, xb_rows_text (rows, 0), xb_rows_text (rows, 3), xb_rows_text (rows, 4),
                                     xb_rows_text (rows, 5));
      else if (severity != XB_VERDICT_OK)
        xb_lint_context_add_banned (context, xb_rows_text (rows, 0), severity, xb_rows_text (rows, 3),
                                    xb_rows_text (rows, 4), xb_rows_text (rows, 5));
    }
}

static void
add_levels (XbWorkspace   *self,
            XbLintContext *context)
{
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT rule, level, reason FROM lint_level", "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      XbVerdict level = XB_VERDICT_OK; /* off */

      xb_verdict_from_string (xb_rows_text (rows, 1), &level);
      xb_lint_context_set_level (context, xb_rows_text (rows, 0), level, xb_rows_text (rows, 2));
    }
}

/* The campaigns of the last year and the coming ones: older names may be used again. */
static void
add_campaigns (XbWorkspace   *self,
               XbLintContext *context,
               const char    *today)
{
  g_autofree char *since = xb_day_add (today, -365);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT name, max (until_day) FROM campaign WHERE removed_at IS NULL "
                                        "AND until_day >= ? GROUP BY name", "t", since);

  while (rows != NULL && xb_rows_next (rows, NULL))
    xb_lint_context_add_campaign (context, xb_rows_text (rows, 0), xb_rows_text (rows, 1));
}

XbLintContext *
xb_workspace_dup_lint_context (XbWorkspace *self,
                               const char  *platform)
{
  XbPlatform *pack = platform != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self), platform) : NULL;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  XbLintContext *context = xb_lint_context_new ();
  gint64 most = -1;

  add_papers (self, context);
  add_words (self, context);
  add_levels (self, context);
  add_campaigns (self, context, today);
  xb_lint_context_set_today (context, today);
  if (pack == NULL)
    return context;
  if (!xb_platform_get_int (pack, "label_max", &most))
    most = -1;
  xb_lint_context_set_platform (context, platform, xb_platform_get_name (pack), (int) most,
                                g_strcmp0 (xb_platform_get_text (pack, "width_counts"), "cjk2") == 0);
  return context;
}

/* Reads the owner's words each time; who checks many labels takes a context and a linter of its own. */
XbLintReport *
xb_workspace_lint (XbWorkspace *self,
                   const char  *platform,
                   const char  *text)
{
  g_autoptr(XbLintContext) context = xb_workspace_dup_lint_context (self, platform);
  XbLinter *linter = g_object_get_data (G_OBJECT (self), LINTER);

  if (linter == NULL)
    {
      linter = xb_linter_new (xb_workspace_get_lint_rules (self));
      g_object_set_data_full (G_OBJECT (self), LINTER, linter, (GDestroyNotify) xb_linter_free);
    }
  return xb_linter_check (linter, text, -1, context);
}
