/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-cost.h"
#include "xb-enum-types.h"
#include "xb-ics.h"
#include "xb-money.h"
#include "xb-workspace-calendar.h"
#include "xb-workspace-today.h"

/* What must be done, and what it cost so far. */

static JsonObject *
due_to_json (Ctl     *ctl,
             gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "kind", xb_due_get_kind (item));
  ctl_json_add_text (object, "title", xb_due_get_title (item));
  ctl_json_add_day (object, "due", xb_due_get_due (item));
  json_object_set_boolean_member (object, "overdue", xb_due_get_overdue (item));
  ctl_json_add_text (object, "object", xb_due_get_object (item));
  ctl_json_add_text (object, "detail", xb_due_get_detail (item));
  ctl_json_add_instant (object, "due_at", xb_due_get_due_at (item));
  json_object_set_boolean_member (object, "estimated", xb_due_get_estimated (item));
  return object;
}

static void
due_to_row (Ctl      *ctl,
            gpointer  item,
            CtlTable *table)
{
  ctl_table_add (table, xb_due_get_due (item));
  ctl_table_add (table, xb_due_get_overdue (item) ? _("overdue") : xb_due_get_estimated (item) ? _("estimated") : "");
  ctl_table_add (table, xb_due_get_title (item));
  ctl_table_add (table, xb_due_get_object (item));
}

static const char *const due_headings[] = { N_("Due"), "", N_("What"), N_("Where"), NULL };

static const CtlListing due_listing = {
  due_headings, N_("Nothing is due."), due_to_json, due_to_row, NULL
};

/* On standard error: the answer may be read by a program. */
static void
tell_rest (Ctl     *ctl,
           XbToday *today)
{
  if (today->n_due <= today->due->len || ctl->warning != NULL)
    return;
  ctl->warning = g_strdup_printf (_("%" PRIu64 " more things to do are not shown; “due --limit 0” shows all"),
                                  today->n_due - today->due->len);
}

static gboolean
set_folder (Ctl         *ctl,
            const char  *folder,
            GError     **error)
{
  xb_workspace_set_calendar_folder_async (ctl->workspace, *folder != '\0' ? folder : NULL, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error);
}

/* The list is the answer: a calendar that cannot be written now is told beside it. */
static void
keep_calendar (Ctl *ctl)
{
  g_autoptr(GError) error = NULL;

  xb_workspace_write_calendar_async (ctl->workspace, NULL, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, &error) && ctl->warning == NULL)
    ctl->warning = g_strdup (error->message);
}

static gboolean
run_due (Ctl     *ctl,
         GError **error)
{
  g_autofree char *ics = NULL;
  g_autofree char *keep = NULL;
  int limit = XB_TODAY_ROWS;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Show at most so many, else 500; 0 shows all"), "N" },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &ics, N_("Write it into a calendar file as well"), "FILE" },
    { "keep-ics", 0, 0, G_OPTION_ARG_FILENAME, &keep, N_("Keep a calendar file up to date in this folder; \"\": no longer"), "DIR" },
    { NULL }
  };
  g_autoptr(XbToday) today = NULL;
  g_autoptr(GListStore) list = g_list_store_new (XB_TYPE_DUE);

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (limit < 0)
    return ctl_usage (error, _("--limit takes no number below 0"));
  if (ctl_open (ctl, error) == NULL || (keep != NULL && !set_folder (ctl, keep, error)))
    return FALSE;
  xb_workspace_read_today_async (ctl->workspace, limit, ctl->cancellable, ctl_ready_cb, ctl);
  today = xb_workspace_read_today_finish (ctl->workspace, ctl_wait (ctl), error);
  g_clear_object (&ctl->result);
  if (today == NULL ||
      (ics != NULL && !xb_ics_write_due (ics, today->due, xb_clock_now (ctl->clock), error)))
    return FALSE;
  keep_calendar (ctl);
  g_list_store_splice (list, 0, 0, today->due->pdata, today->due->len);
  ctl_list_print (ctl, G_LIST_MODEL (list), &due_listing, NULL, 0, 0);
  tell_rest (ctl, today);
  return TRUE;
}

static JsonObject *
cost_to_json (Ctl     *ctl,
              gpointer item)
{
  JsonObject *object = json_object_new ();

  xb_record_add_json (item, object);
  ctl_json_add_id (object, "number_id", xb_cost_get_number_id (item));
  ctl_json_add_id (object, "certification_id", xb_cost_get_certification_id (item));
  return object;
}

static const char *
category_title (XbCostCategory category)
{
  static const char *const titles[] = {
    N_("yearly fee"), N_("label"), N_("faster review"), N_("appeal"), N_("inspection"), N_("other"),
  };

  return category < G_N_ELEMENTS (titles) ? _(titles[category]) : "";
}

static void
cost_to_row (Ctl      *ctl,
             gpointer  item,
             CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_cost_get_on_date (item));
  ctl_table_take (table, xb_money_format (xb_cost_get_amount (item)));
  ctl_table_add (table, category_title (xb_cost_get_category (item)));
  ctl_table_add (table, xb_cost_get_platform (item));
  ctl_table_add (table, xb_cost_get_note (item));
}

static const char *const cost_headings[] = {
  N_("ID"), N_("Day"), N_("Yuan"), N_("For"), N_("Platform"), N_("Note"), NULL
};

static const CtlListing cost_listing = {
  cost_headings, N_("No costs so far."), cost_to_json, cost_to_row, NULL
};

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

const CtlCommand ctl_due_commands[] = {
  { "due", NULL, "", N_("lists what must be done, the most urgent first"), run_due },
  { "cost", "list", "", N_("lists what was paid"), run_cost_list },
  { NULL }
};
