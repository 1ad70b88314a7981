/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-error.h"
#include "xb-money.h"
#include "xb-setting-private.h"
#include "xb-workspace-private.h"
#include "xb-workspace-roi.h"

/* What the owner decides about money, and is asked only once. */

typedef struct
{
  XbVerb verb;
  char  *key;
  gint64 value;
} SettingVerb;

static void
setting_verb_free (gpointer data)
{
  g_free (((SettingVerb *) data)->key);
  g_free (data);
}

static gboolean
set_job (XbDb    *db,
         gpointer data,
         GError **error)
{
  SettingVerb *verb = data;
  g_autofree char *value = g_strdup_printf ("%" PRId64, verb->value);

  return xb_db_run (db, error, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", "tt", verb->key, value);
}

void
xb_workspace_keep_setting (XbWorkspace         *self,
                           gpointer             source_tag,
                           char                *key,
                           gint64               value,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  SettingVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->key = key;
  verb->value = value;
  xb_workspace_run (self, source_tag, NULL, set_job, verb, setting_verb_free, cancellable, callback, user_data);
}

/** xb_workspace_get_margin: Returns: what is left of the revenue, in basis points; 0: not entered */
int
xb_workspace_get_margin (XbWorkspace *self)
{
  g_return_val_if_fail (XB_IS_WORKSPACE (self), 0);

  return (int) xb_db_int (xb_workspace_get_db (self), 0, "SELECT value FROM setting WHERE key = 'margin'", "");
}

void
xb_workspace_set_margin_async (XbWorkspace         *self,
                               int                  margin,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (margin >= 0 && margin <= XB_BASIS_POINTS);

  xb_workspace_keep_setting (self, xb_workspace_set_margin_async, g_strdup ("margin"), margin, cancellable, callback,
                             user_data);
}

/**
 * xb_margin_parse:
 * @percent: as people type it: 30, 30.5, 30%
 * @margin: (out): in basis points
 *
 * Returns: whether it is a margin
 */
gboolean
xb_margin_parse (const char *percent,
                 int        *margin,
                 GError    **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (percent));
  gint64 points;

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';
  else if (g_str_has_suffix (plain, "％"))
    plain[strlen (plain) - strlen ("％")] = '\0';
  /* hundredths of a percent are written like fen */
  if (xb_money_parse (plain, &points, NULL) && points <= XB_BASIS_POINTS)
    {
      *margin = (int) points;
      return TRUE;
    }
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("“%s” is no margin; give what is left of the revenue in per cent, from 0 to 100"), percent);
  return FALSE;
}
