/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-money.h"
#include "xb-scam-guard.h"
#include "xb-workspace-costs.h"
#include "xb-workspace-ledger.h"

/* The ledger. */

static JsonObject *
cost_to_json (Ctl     *ctl,
              gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  json_object_set_int_member (object, "amount", xb_cost_get_amount (item));
  ctl_json_add_text (object, "category", xb_enum_to_nick (XB_TYPE_COST_CATEGORY, xb_cost_get_category (item)));
  ctl_json_add_day (object, "on", xb_cost_get_on_date (item));
  ctl_json_add_text (object, "number", xb_cost_get_number (item));
  ctl_json_add_text (object, "platform", xb_cost_get_platform (item));
  ctl_json_add_text (object, "note", xb_cost_get_note (item));
  json_object_set_boolean_member (object, "indicative", xb_cost_get_indicative (item));
  return object;
}

static void
cost_to_row (Ctl      *ctl,
             gpointer  item,
             CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_cost_get_on_date (item));
  ctl_table_take (table, xb_money_format (xb_cost_get_amount (item)));
  ctl_table_add (table, xb_cost_category_get_title (xb_cost_get_category (item)));
  ctl_table_add (table, xb_cost_get_number (item));
  ctl_table_add (table, xb_cost_get_platform (item));
  ctl_table_add (table, xb_cost_get_note (item));
}

static const char *const cost_headings[] = {
  N_("ID"), N_("Day"), N_("Yuan"), N_("Kind"), N_("Number"), N_("Platform"), N_("Note"), NULL
};

static const CtlListing cost_listing = {
  cost_headings, N_("No costs here. Add one with “cost add”."), cost_to_json, cost_to_row, NULL
};

static gboolean
run_cost_add (Ctl     *ctl,
              GError **error)
{
  g_autofree char *category_word = NULL;
  g_autofree char *on = NULL;
  g_autofree char *number_word = NULL;
  g_autofree char *platform = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "category", 0, 0, G_OPTION_ARG_FILENAME, &category_word,
      N_("Needed: annual, label, expedite, appeal, inspection or other"), "CATEGORY" },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it was paid; else today"), "DATE" },
    { "number", 0, 0, G_OPTION_ARG_FILENAME, &number_word, N_("For which number"), "NUMBER" },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &platform, N_("To which platform"), "KEY" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("What for"), "TEXT" },
    { NULL }
  };
  g_autoptr(XbCost) cost = NULL;
  gint64 amount;
  gint64 number = 0;
  gint64 id;
  int category;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (category_word == NULL)
    return ctl_usage (error, _("--category is missing: what was paid for?"));
  if (!ctl_read_word ("--category", XB_TYPE_COST_CATEGORY, category_word, &category, error) ||
      !ctl_check_day ("--on", on, error) || !xb_money_parse (ctl_arg (ctl, 0), &amount, error) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  if (number_word != NULL)
    number = xb_workspace_find_number (ctl->workspace, number_word, error);
  if (number < 0)
    return FALSE;
  xb_workspace_add_cost_async (ctl->workspace, amount, category, on, number, platform, note, ctl->cancellable,
                               ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0)
    return FALSE;
  if (ctl->warning == NULL)
    ctl->warning = g_strdup (xb_scam_guard_check_cost (amount, category, note));
  cost = xb_workspace_ref_cost (ctl->workspace, id);
  ctl_item_print (ctl, cost, &cost_listing);
  return TRUE;
}

static gboolean
run_cost_list (Ctl     *ctl,
               GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_costs (ctl->workspace, 0);
  ctl_list_print (ctl, list, &cost_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
run_cost_remove (Ctl     *ctl,
                 GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_remove_cost_async (ctl->workspace, id, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "removed", id, _("The line is out of the ledger."));
  return TRUE;
}

/* The name says what the file is to be. */
static gboolean
is_book (const char *path)
{
  gsize length = strlen (path);

  return length > 5 && g_ascii_strcasecmp (path + length - 5, ".xlsx") == 0;
}

static gboolean
run_cost_export (Ctl     *ctl,
                 GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr(GListModel) list = NULL;
  JsonObject *object;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_target (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_costs (ctl->workspace, 0);
  xb_workspace_export_costs_async (ctl->workspace, ctl_arg (ctl, 0), is_book (ctl_arg (ctl, 0)), NULL, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  shown = g_filename_display_name (ctl_arg (ctl, 0));
  if (!ctl->json)
    {
      printf (_("Wrote %u costs to “%s”.\n"), g_list_model_get_n_items (list), shown);
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "file", shown);
  json_object_set_int_member (object, "rows", g_list_model_get_n_items (list));
  ctl_json_print (object);
  return TRUE;
}

const CtlCommand ctl_cost_commands[] = {
  { "cost", "add", "YUAN", N_("a line in the ledger"), run_cost_add },
  { "cost", "list", "", N_("the ledger, the newest day first"), run_cost_list },
  { "cost", "export", "FILE", N_("writes the ledger into a CSV file, or an Excel workbook (.xlsx)"), run_cost_export },
  { "cost", "remove", "ID", N_("takes a line of yours out"), run_cost_remove },
  { NULL }
};
