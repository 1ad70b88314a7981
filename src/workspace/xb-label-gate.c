/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-label-draft-private.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-private.h"

/* No label goes out with an error that the compliance check finds, unless somebody says why. */

/* Where many numbers get the same label they show on the same few platforms. */
#define NUMBERS_LOOKED_AT 100

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/* (transfer full): the platforms that the label is for; at least one entry, NULL for none in particular */
static GPtrArray *
list_platforms (XbWorkspace       *workspace,
                const XbLabelWish *wish)
{
  GPtrArray *platforms = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (platforms, g_strdup (wish->platform));
  for (guint i = 0; wish->platform == NULL && i < MIN (wish->numbers->len, NUMBERS_LOOKED_AT); i++)
    {
      g_autoptr(XbRows) rows = NULL;

      rows = xb_db_query (xb_workspace_get_db (workspace), NULL, "SELECT platform FROM certification WHERE number_id = ? "
                          "AND state = 'live'", "i", g_array_index (wish->numbers, gint64, i));
      while (rows != NULL && xb_rows_next (rows, NULL))
        if (!g_ptr_array_find_with_equal_func (platforms, xb_rows_text (rows, 0), is_same, NULL))
          g_ptr_array_add (platforms, g_strdup (xb_rows_text (rows, 0)));
    }
  return platforms;
}

static gboolean
set_refusal (const XbLintReport *report,
             const char         *text,
             GError            **error)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->severity != XB_VERDICT_ERROR)
        continue;
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("“%s” was not set. %s. Word it differently, or give a reason to use it all the same"),
                   text, finding->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * xb_label_gate:
 *
 * Returns: whether @wish may be set: the check finds no error on any of its platforms, or a reason is given
 */
gboolean
xb_label_gate (XbWorkspace        *workspace,
               const XbLabelWish  *wish,
               GError            **error)
{
  g_autoptr(GPtrArray) platforms = NULL;
  g_autoptr(XbLinter) linter = NULL;

  if (wish->override != NULL)
    return TRUE;
  platforms = list_platforms (workspace, wish);
  linter = xb_linter_new (xb_workspace_get_lint_rules (workspace));
  for (guint i = 0; i < platforms->len; i++)
    {
      g_autoptr(XbLintContext) context = xb_workspace_dup_lint_context (workspace, g_ptr_array_index (platforms, i));
      g_autoptr(XbLintReport) report = NULL;

      xb_lint_context_set_shown (context, wish->from, wish->until);
      report = xb_linter_scan (linter, wish->text, -1, context);
      if (report->verdict == XB_VERDICT_ERROR && !set_refusal (report, wish->text, error))
        return FALSE;
    }
  return TRUE;
}
