/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-money.h"
#include "xb-workspace-costs.h"
#include "xb-workspace-lists.h"
#include "xb-workspace-private.h"

typedef struct
{
  XbVerb         verb;
  gint64         amount;
  XbCostCategory category;
  char          *on;
  gint64         number;
  char          *platform;
  char          *note;
} CostVerb;

static void
cost_verb_free (gpointer data)
{
  CostVerb *verb = data;

  g_free (verb->on);
  g_free (verb->platform);
  g_free (verb->note);
  g_free (verb);
}

static char *
keep (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
check_amount (gint64   amount,
              GError **error)
{
  if (amount >= 0 && amount <= XB_MONEY_MAX)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("a cost is not below 0 yuan; remove the line that was wrong instead"));
  return FALSE;
}

static gboolean
add_job (XbDb     *db,
         gpointer  data,
         GError  **error)
{
  CostVerb *verb = data;

  if (verb->number != 0 && xb_db_int (db, 0, "SELECT count (*) FROM number WHERE id = ?", "i", verb->number) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no number %" PRId64 " in the register; nothing was changed"), verb->number);
      return FALSE;
    }
  if (!xb_db_run (db, error, "INSERT INTO cost (amount, category, on_date, number_id, platform, note) "
                  "VALUES (?, ?, ?, nullif (?, 0), ?, ?)", "ittitt", verb->amount,
                  xb_enum_to_nick (XB_TYPE_COST_CATEGORY, verb->category), verb->on, verb->number, verb->platform,
                  verb->note))
    return FALSE;
  verb->verb.id = xb_db_last_id (db);
  return TRUE;
}

static gboolean
check_words (XbWorkspace  *self,
             gint64        amount,
             const char   *on,
             const char   *platform,
             GError      **error)
{
  guint32 julian;

  if (!check_amount (amount, error) || (on != NULL && !xb_day_parse (on, &julian, error)))
    return FALSE;
  if (platform == NULL || xb_catalogue_lookup (xb_workspace_get_catalogue (self), platform) != NULL)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"), platform);
  return FALSE;
}

void
xb_workspace_add_cost_async (XbWorkspace         *self,
                             gint64               amount,
                             XbCostCategory       category,
                             const char          *on,
                             gint64               number_id,
                             const char          *platform,
                             const char          *note,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  CostVerb *verb;
  GError *error = NULL;

  if (!check_words (self, amount, on, platform, &error))
    {
      xb_workspace_fail (self, xb_workspace_add_cost_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->amount = amount;
  verb->category = category;
  verb->on = on != NULL ? g_strdup (on) : xb_instant_to_day (verb->verb.now);
  verb->number = number_id;
  verb->platform = keep (platform);
  verb->note = keep (note);
  xb_workspace_run (self, xb_workspace_add_cost_async, NULL, add_job, verb, cost_verb_free, cancellable, callback,
                    user_data);
}

static gboolean
check_line (XbDb    *db,
            gint64   id,
            GError **error)
{
  if (xb_db_int (db, 0, "SELECT count (*) FROM cost WHERE id = ?", "i", id) != 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no cost %" PRId64 "; see the list of costs"), id);
  return FALSE;
}

static gboolean
edit_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  CostVerb *verb = data;

  return check_line (db, verb->verb.id, error) &&
         xb_db_run (db, error, "UPDATE cost SET amount = ?, amount_min = NULL, indicative = 0, note = ? WHERE id = ?",
                    "iti", verb->amount, verb->note, verb->verb.id);
}

void
xb_workspace_edit_cost_async (XbWorkspace         *self,
                              gint64               id,
                              gint64               amount,
                              const char          *note,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CostVerb *verb;
  GError *error = NULL;

  if (!check_amount (amount, &error))
    {
      xb_workspace_fail (self, xb_workspace_edit_cost_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->verb.id = id;
  verb->amount = amount;
  verb->note = keep (note);
  xb_workspace_run (self, xb_workspace_edit_cost_async, NULL, edit_job, verb, cost_verb_free, cancellable, callback,
                    user_data);
}

static gboolean
remove_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  CostVerb *verb = data;

  if (!check_line (db, verb->verb.id, error))
    return FALSE;
  if (xb_db_int (db, 0, "SELECT count (*) FROM label_change WHERE cost_id = ?", "i", verb->verb.id) != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("cost %" PRId64 " belongs to a label change and goes with it; enter what was paid instead"),
                   verb->verb.id);
      return FALSE;
    }
  return xb_db_run (db, error, "DELETE FROM cost WHERE id = ?", "i", verb->verb.id);
}

void
xb_workspace_remove_cost_async (XbWorkspace         *self,
                                gint64               id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  CostVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  xb_workspace_run (self, xb_workspace_remove_cost_async, NULL, remove_job, verb, cost_verb_free, cancellable, callback,
                    user_data);
}

XbCost *
xb_workspace_ref_cost (XbWorkspace *self,
                       gint64       id)
{
  return xb_workspace_ref_kind (self, XB_KIND_COST, id);
}
