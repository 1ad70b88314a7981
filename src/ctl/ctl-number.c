/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-error.h"
#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-workspace-register.h"

/* The numbers of the business. */

static const char *
health_title (XbHealth health)
{
  static const char *const titles[] = {
    N_("not certified"), N_("on the way"), N_("needs you"), N_("live"),
  };

  return health < G_N_ELEMENTS (titles) ? _(titles[health]) : "";
}

static JsonObject *
number_to_json (Ctl     *ctl,
                gpointer item)
{
  JsonObject *object = json_object_new ();

  xb_record_add_json (item, object);
  return object;
}

static void
number_to_row (Ctl      *ctl,
               gpointer  item,
               CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_take (table, xb_phone_format (xb_number_get_e164 (item)));
  ctl_table_add (table, xb_number_get_kind (item));
  ctl_table_add (table, xb_number_get_use (item));
  ctl_table_add (table, health_title (xb_number_get_health (item)));
  ctl_table_add (table, xb_number_get_shown (item));
}

static const char *const number_headings[] = {
  N_("ID"), N_("Number"), N_("Type"), N_("Use"), N_("State"), N_("Shown"), NULL
};

static const CtlListing number_listing = {
  number_headings, N_("No numbers here. Add one with “number add”."), number_to_json, number_to_row, NULL
};

static gboolean
print_number (Ctl     *ctl,
              gint64   id,
              GError **error)
{
  g_autoptr(XbNumber) number = xb_workspace_ref_number (ctl->workspace, id);

  if (number == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("number %" PRId64 " is gone; look at the list of numbers"), id);
      return FALSE;
    }
  ctl_item_print (ctl, number, &number_listing);
  return TRUE;
}

static gboolean
run_number_add (Ctl     *ctl,
                GError **error)
{
  g_autofree char *use = NULL;
  const GOptionEntry entries[] = {
    { "use", 0, 0, G_OPTION_ARG_FILENAME, &use, N_("What it is for, such as 客服 or 销售"), "TEXT" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_add_number_async (ctl->workspace, ctl_arg (ctl, 0), use, ctl->cancellable, ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  return id >= 0 && print_number (ctl, id, error);
}

static gboolean
run_number_list (Ctl     *ctl,
                 GError **error)
{
  g_autofree char *search = NULL;
  int limit = 0, offset = 0;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_("Digits of the number, or a part of its use"), "TEXT" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Show at most so many"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT, &offset, N_("Leave out the first ones"), "N" },
    { NULL }
  };
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (limit < 0 || offset < 0)
    return ctl_usage (error, _("--limit and --offset take no number below 0"));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  list = (limit > 0 ? xb_workspace_list_numbers : xb_workspace_walk_numbers) (ctl->workspace, search);
  ctl_list_print (ctl, list, &number_listing, NULL, offset, limit);
  return TRUE;
}

static gboolean
run_number_parse (Ctl     *ctl,
                  GError **error)
{
  XbPhone phone;
  g_autofree char *spelled = NULL;
  JsonObject *object;

  if (!ctl_parse (ctl, NULL, error) || !xb_phone_parse (ctl_arg (ctl, 0), &phone, error))
    return FALSE;
  spelled = xb_phone_format (phone.e164);
  if (!ctl->json)
    {
      printf ("%s  %s  %s\n", phone.e164, spelled, xb_phone_type_to_string (phone.type));
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_id (object, "id", 0);
  ctl_json_add_text (object, "e164", phone.e164);
  ctl_json_add_text (object, "national", phone.national);
  ctl_json_add_text (object, "type", xb_phone_type_to_string (phone.type));
  ctl_json_add_text (object, "use", NULL);
  ctl_json_add_text (object, "spelled", spelled);
  ctl_json_print (object);
  return TRUE;
}

static void
print_import (Ctl            *ctl,
              XbImportResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *rejected = json_array_new ();

  json_object_set_int_member (object, "rows", (gint64) result->rows);
  json_object_set_int_member (object, "imported", (gint64) result->imported);
  json_object_set_int_member (object, "updated", (gint64) result->updated);
  json_object_set_int_member (object, "n_rejected", (gint64) result->n_rejected);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      XbRejectedRow *row = g_ptr_array_index (result->rejected, i);
      JsonObject *line = json_object_new ();

      json_object_set_int_member (line, "line", (gint64) row->line);
      ctl_json_add_text (line, "reason", row->reason);
      json_array_add_object_element (rejected, line);
    }
  json_object_set_array_member (object, "rejected", rejected);
  ctl_json_print (object);
}

static void
say_import (XbImportResult *result)
{
  printf (_("Rows read: %" PRIu64 ". New: %" PRIu64 ", changed: %" PRIu64 ", not taken: %" PRIu64 ".\n"),
          result->rows, result->imported, result->updated, result->n_rejected);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      XbRejectedRow *row = g_ptr_array_index (result->rejected, i);

      printf (_("Line %" PRIu64 ": %s\n"), row->line, row->reason);
    }
  if (result->n_rejected > result->rejected->len)
    printf (_("… and %" PRIu64 " more.\n"), result->n_rejected - result->rejected->len);
}

static gboolean
run_number_import (Ctl     *ctl,
                   GError **error)
{
  g_autoptr(XbImportResult) result = NULL;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_file (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_import_numbers_async (ctl->workspace, ctl_arg (ctl, 0), ctl->cancellable, ctl_progress_cb, ctl,
                                     ctl_ready_cb, ctl);
  result = xb_workspace_import_numbers_finish (ctl->workspace, ctl_wait (ctl), error);
  if (result == NULL)
    return FALSE;
  if (ctl->json)
    print_import (ctl, result);
  else
    say_import (result);
  if (result->n_rejected == 0 || result->n_rejected < result->rows)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, ""); /* not one row was any good */
  return FALSE;
}

static gboolean
run_number_export (Ctl     *ctl,
                   GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr(GListModel) list = NULL;
  JsonObject *object;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_target (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_numbers (ctl->workspace, NULL);
  xb_workspace_export_numbers_async (ctl->workspace, ctl_arg (ctl, 0), ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  shown = g_filename_display_name (ctl_arg (ctl, 0));
  if (!ctl->json)
    {
      printf (_("Wrote %u numbers to “%s”.\n"), g_list_model_get_n_items (list), shown);
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "file", shown);
  json_object_set_int_member (object, "rows", g_list_model_get_n_items (list));
  ctl_json_print (object);
  return TRUE;
}

typedef void (* SetTextFunc) (XbWorkspace *, gint64, const char *, GCancellable *, GAsyncReadyCallback, gpointer);

static gboolean
set_text (Ctl          *ctl,
          SetTextFunc   set,
          GError      **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  id = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
  if (id < 0)
    return FALSE;
  set (ctl->workspace, id, ctl_arg (ctl, 1), ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_number (ctl, id, error);
}

static gboolean
run_number_use (Ctl     *ctl,
                GError **error)
{
  return set_text (ctl, xb_workspace_set_use_async, error);
}

static gboolean
run_number_hours (Ctl     *ctl,
                  GError **error)
{
  return set_text (ctl, xb_workspace_set_hours_async, error);
}

static gboolean
run_number_remove (Ctl     *ctl,
                   GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  id = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
  if (id < 0)
    return FALSE;
  xb_workspace_remove_number_async (ctl->workspace, id, TRUE, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "removed", id, _("The number is out of the register. Adding it again brings it back."));
  return TRUE;
}

const CtlCommand ctl_number_commands[] = {
  { "number", "add", "NUMBER", N_("takes a number into the register, in any usual spelling"), run_number_add },
  { "number", "list", "", N_("lists the numbers"), run_number_list },
  { "number", "parse", "NUMBER", N_("says what kind of number it is, without storing it"), run_number_parse },
  { "number", "import", "FILE", N_("takes in a CSV file with the headings 号码 and 用途"), run_number_import },
  { "number", "export", "FILE", N_("writes the numbers into a CSV file"), run_number_export },
  { "number", "use", "NUMBER TEXT", N_("changes what a number is for"), run_number_use },
  { "number", "hours", "NUMBER TEXT", N_("when it is answered, where not as the business is open (\"\": as the business)"),
    run_number_hours },
  { "number", "remove", "NUMBER", N_("takes a number out of the register"), run_number_remove },
  { NULL }
};
