/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-private.h"

/* Verbs of the catalogue. What the owner enters lies in rows of its own, over the bundled figures,
 * and so outlives every upgrade. */

typedef struct
{
  XbVerb verb;
  char  *key;
  char **fields;
  char **values; /* NULL: the bundled figure returns */
  char  *name;
  char  *kind;
} PlatformVerb;

static void
platform_verb_free (gpointer data)
{
  PlatformVerb *verb = data;

  g_free (verb->key);
  g_strfreev (verb->fields);
  g_strfreev (verb->values);
  g_free (verb->name);
  g_free (verb->kind);
  g_free (verb);
}

static gboolean
edit_platform_job (XbDb     *db,
                   gpointer  data,
                   GError  **error)
{
  PlatformVerb *verb = data;

  for (guint i = 0; verb->fields[i] != NULL; i++)
    {
      if (verb->values == NULL
            ? !xb_db_run (db, error, "DELETE FROM platform_edit WHERE platform = ? AND field = ?", "tt", verb->key,
                          verb->fields[i])
            : !xb_db_run (db, error,
                          "INSERT INTO platform_edit VALUES (?, ?, ?, ?) ON CONFLICT (platform, field) DO UPDATE SET "
                          "value = excluded.value, edited_at = excluded.edited_at", "ttti", verb->key,
                          verb->fields[i], verb->values[i], verb->verb.now))
        return FALSE;
    }
  return TRUE;
}

/* Fields have short names as well ("expedite_fee"); rows carry the one proper name. */
static char **
proper_names (const char *const *fields)
{
  char **names = g_strdupv ((char **) fields);

  for (guint i = 0; names[i] != NULL; i++)
    {
      XbPlatformField field;

      if (!xb_platform_field_find (names[i], &field))
        continue;
      g_free (names[i]);
      names[i] = g_strdup (xb_platform_field_get_name (field));
    }
  return names;
}

void
xb_workspace_edit_platform_async (XbWorkspace         *self,
                                  const char          *key,
                                  const char *const   *fields,
                                  const char *const   *values,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  PlatformVerb *verb;
  GError *error = NULL;
  XbPlatform *platform = xb_catalogue_find (xb_workspace_get_catalogue (self), key, &error);

  /* The rules are the platform's own; the rows are laid over it once they are stored. */
  if (platform == NULL || !xb_platform_check_edits (platform, fields, values, &error))
    {
      xb_workspace_fail (self, xb_workspace_edit_platform_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->key = g_strdup (key);
  verb->fields = proper_names (fields);
  verb->values = g_strdupv ((char **) values);
  xb_workspace_run (self, xb_workspace_edit_platform_async, NULL, edit_platform_job, verb, platform_verb_free,
                    cancellable, callback, user_data);
}

void
xb_workspace_reset_platform_async (XbWorkspace         *self,
                                   const char          *key,
                                   const char          *field,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  PlatformVerb *verb;
  GError *error = NULL;

  if (xb_catalogue_find (xb_workspace_get_catalogue (self), key, &error) == NULL)
    {
      xb_workspace_fail (self, xb_workspace_reset_platform_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->key = g_strdup (key);
  verb->fields = proper_names ((const char *[]) { field, NULL });
  xb_workspace_run (self, xb_workspace_reset_platform_async, NULL, edit_platform_job, verb, platform_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
add_platform_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  PlatformVerb *verb = data;

  return xb_db_run (db, error, "INSERT INTO platform_added VALUES (?, ?, ?, ?)", "ttti", verb->key, verb->name,
                    verb->kind, verb->verb.now);
}

void
xb_workspace_add_platform_async (XbWorkspace         *self,
                                 const char          *key,
                                 const char          *name,
                                 XbPlatformKind       kind,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlatformVerb *verb;
  GError *error = NULL;

  if (xb_catalogue_add_platform (xb_workspace_get_catalogue (self), key, name, kind, &error) == NULL)
    {
      xb_workspace_fail (self, xb_workspace_add_platform_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->key = g_strdup (key);
  verb->name = g_strdup (name);
  verb->kind = g_strdup (xb_enum_to_nick (XB_TYPE_PLATFORM_KIND, kind));
  xb_workspace_run (self, xb_workspace_add_platform_async, NULL, add_platform_job, verb, platform_verb_free,
                    cancellable, callback, user_data);
}
