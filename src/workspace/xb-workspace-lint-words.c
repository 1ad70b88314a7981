/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-lists.h"
#include "xb-workspace-private.h"

/* The owner's words and levels. Each has a reason: who meets it a year later must know why. */

typedef struct
{
  XbVerb      verb;
  char       *word;
  char       *kind;
  char       *severity;
  char       *platform;
  char       *reason;
  char       *expires;
  char       *source;
  gboolean    remove;
} WordVerb;

static void
word_verb_free (gpointer data)
{
  WordVerb *verb = data;

  g_free (verb->word);
  g_free (verb->kind);
  g_free (verb->severity);
  g_free (verb->platform);
  g_free (verb->reason);
  g_free (verb->expires);
  g_free (verb->source);
  g_free (verb);
}

static char *
dup_clean (const char *text)
{
  char *copy = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (copy != NULL && *copy == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

static gboolean
save_word_job (XbDb     *db,
               gpointer  data,
               GError  **error)
{
  WordVerb *verb = data;

  if (verb->verb.id != 0)
    return xb_db_run (db, error, "UPDATE OR REPLACE lint_word SET word = ?, kind = ?, severity = ?, platform = ?, reason = ?, "
                                 "expires = ?, source = ? WHERE id = ?", "ttttttti",
                      verb->word, verb->kind, verb->severity, verb->platform, verb->reason, verb->expires, verb->source,
                      verb->verb.id);
  /* The same word again: the newer reason and day count. */
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM lint_word WHERE word = ? AND kind = ? AND ifnull (platform, '') = ? "
                                    "AND removed_at IS NULL", "ttt", verb->word, verb->kind,
                             verb->platform != NULL ? verb->platform : "");
  if (verb->verb.id != 0)
    return save_word_job (db, data, error);
  if (!xb_db_run (db, error, "INSERT INTO lint_word (word, kind, severity, platform, reason, expires, source, created_at) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "ttttttti",
                  verb->word, verb->kind, verb->severity, verb->platform, verb->reason, verb->expires, verb->source,
                  verb->verb.now))
    return FALSE;
  verb->verb.id = xb_db_last_id (db);
  return TRUE;
}

static gboolean
check_word (const WordVerb *verb,
            XbVerdict       severity,
            GError        **error)
{
  if (verb->word == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("there is no word; enter the one that is meant"));
  else if (strlen (verb->word) > 200)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the word is too long; take the part that matters"));
  else if (verb->reason == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” has no reason; say why, a later reader will ask"), verb->word);
  else if (verb->expires != NULL && !xb_day_is_valid (verb->expires))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no date; write it like 2026-10-13"), verb->expires);
  else if (severity == XB_VERDICT_OK && g_strcmp0 (verb->kind, "banned") == 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("a banned word needs a level: advice, warning or error"));
  else
    return TRUE;
  return FALSE;
}

void
xb_workspace_save_lint_word_async (XbWorkspace           *self,
                                   const XbLintWordDraft *draft,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  WordVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = draft->id;
  verb->word = dup_clean (draft->word);
  verb->kind = g_strdup (xb_enum_to_nick (XB_TYPE_LINT_WORD_KIND, draft->kind));
  verb->severity = g_strdup (xb_verdict_to_string (draft->severity != XB_VERDICT_OK ? draft->severity
                                                                                     : XB_VERDICT_ERROR));
  verb->platform = dup_clean (draft->platform);
  verb->reason = dup_clean (draft->reason);
  verb->expires = dup_clean (draft->expires);
  verb->source = g_strdup (xb_enum_to_nick (XB_TYPE_LINT_WORD_SOURCE, draft->source));
  if (!check_word (verb, draft->severity, &error))
    {
      word_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_save_lint_word_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_save_lint_word_async, NULL, save_word_job, verb, word_verb_free, cancellable,
                    callback, user_data);
}

static gboolean
remove_word_job (XbDb     *db,
                 gpointer  data,
                 GError  **error)
{
  WordVerb *verb = data;

  return xb_db_run (db, error, "UPDATE lint_word SET removed_at = ? WHERE id = ?", verb->remove ? "ii" : "ni",
                    verb->remove ? verb->verb.now : verb->verb.id, verb->verb.id);
}

void
xb_workspace_remove_lint_word_async (XbWorkspace         *self,
                                     gint64               id,
                                     gboolean             remove,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  WordVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_remove_lint_word_async, NULL, remove_word_job, verb, word_verb_free, cancellable,
                    callback, user_data);
}

static gboolean
set_level_job (XbDb     *db,
               gpointer  data,
               GError  **error)
{
  WordVerb *verb = data;

  if (verb->severity == NULL)
    return xb_db_run (db, error, "DELETE FROM lint_level WHERE rule = ?", "t", verb->word);
  return xb_db_run (db, error, "INSERT INTO lint_level (rule, level, reason, changed_at) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (rule) DO UPDATE SET level = excluded.level, reason = excluded.reason, "
                               "changed_at = excluded.changed_at", "ttti",
                    verb->word, verb->severity, verb->reason, verb->verb.now);
}

void
xb_workspace_set_lint_level_async (XbWorkspace         *self,
                                   const char          *rule,
                                   const char          *level,
                                   const char          *reason,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  static const char *const levels[] = { "off", "advice", "warning", "error", NULL };
  WordVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->word = g_strdup (rule);
  verb->severity = g_strdup (level);
  verb->reason = dup_clean (reason);
  if (xb_rules_find (xb_workspace_get_lint_rules (self), rule) == NULL)
    g_set_error (&error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no rule “%s”"), rule);
  else if (level != NULL && !g_strv_contains (levels, level))
    g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no level; choose off, advice, warning or error"), level);
  else if (level != NULL && verb->reason == NULL)
    g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, _("“%s” has no reason; say why, a later reader will ask"), rule);
  if (error != NULL)
    {
      word_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_set_lint_level_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_set_lint_level_async, NULL, set_level_job, verb, word_verb_free, cancellable,
                    callback, user_data);
}

GListModel *
xb_workspace_list_lint_words (XbWorkspace *self)
{
  const char *ids = "FROM lint_word q WHERE q.removed_at IS NULL";
  g_autofree char *count = g_strconcat ("SELECT count (*) ", ids, NULL);
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_LINT_WORD, ids, "q.id DESC");
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_LINT_WORD);

  xb_query_list_set_query (list, count, page, "");
  return G_LIST_MODEL (list);
}

char *
xb_workspace_dup_lint_level (XbWorkspace *self,
                             const char  *rule,
                             char       **reason)
{
  if (reason != NULL)
    *reason = xb_db_text (xb_workspace_get_db (self), "SELECT reason FROM lint_level WHERE rule = ?", "t", rule);
  return xb_db_text (xb_workspace_get_db (self), "SELECT level FROM lint_level WHERE rule = ?", "t", rule);
}
