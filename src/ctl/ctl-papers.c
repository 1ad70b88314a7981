/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-copy.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-nda.h"
#include "xb-workspace-papers.h"

/* Papers: materials, non-disclosure agreements, and who holds which copy. */

static JsonObject *
material_to_json (Ctl     *ctl,
                  gpointer item)
{
  JsonObject *object = json_object_new ();

  xb_record_add_json (item, object);
  ctl_json_add_instant (object, "added_at", xb_material_get_added_at (item));
  return object;
}

static void
material_to_row (Ctl      *ctl,
                 gpointer  item,
                 CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_material_type_get_title (xb_material_get_kind (item)));
  ctl_table_add (table, xb_material_get_name (item));
  ctl_table_take (table, g_format_size (xb_material_get_size (item)));
  ctl_table_add (table, xb_material_get_expires (item));
  ctl_table_add_int (table, xb_material_get_copies (item));
}

static const char *const material_headings[] = {
  N_("ID"), N_("Type"), N_("File"), N_("Size"), N_("Ends on"), N_("Copies"), NULL
};

static const CtlListing material_listing = {
  material_headings, N_("No papers here. Add one with “material add”."), material_to_json, material_to_row, NULL
};

static gboolean
id_matches (gpointer item,
            gpointer data)
{
  return xb_record_get_id (item) == *(gint64 *) data;
}

/* Prints the one item of a short list that has this id. */
static gboolean
print_one (Ctl              *ctl,
           GListModel       *list,
           gint64            id,
           const CtlListing *listing)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbRecord) item = g_list_model_get_item (list, i);

      if (!id_matches (item, &id))
        continue;
      ctl_item_print (ctl, item, listing);
      return TRUE;
    }
  return FALSE;
}

static gboolean
run_material_add (Ctl     *ctl,
                  GError **error)
{
  g_autofree char *type_word = NULL;
  g_autofree char *expires = NULL;
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &type_word,
      N_("Needed: licence, authorisation, ownership, logo, identity or other"), "TYPE" },
    { "expires", 0, 0, G_OPTION_ARG_FILENAME, &expires, N_("Its last day"), "DATE" },
    { NULL }
  };
  g_autoptr(GListModel) list = NULL;
  gint64 id;
  int type;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (type_word == NULL)
    return ctl_usage (error, _("--type is missing: what does the paper prove?"));
  if (!ctl_read_word ("--type", XB_TYPE_MATERIAL_TYPE, type_word, &type, error) ||
      !ctl_check_day ("--expires", expires, error) || !ctl_check_file (ctl_arg (ctl, 0), error) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_add_material_async (ctl->workspace, ctl_arg (ctl, 0), type, expires, ctl->cancellable, ctl_ready_cb,
                                   ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0)
    return FALSE;
  list = xb_workspace_list_materials (ctl->workspace);
  return print_one (ctl, list, id, &material_listing);
}

static gboolean
run_material_list (Ctl     *ctl,
                   GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_materials (ctl->workspace);
  ctl_list_print (ctl, list, &material_listing, NULL, 0, 0);
  return TRUE;
}

static gboolean
has_material (Ctl   *ctl,
              gint64 id)
{
  g_autoptr(GListModel) list = xb_workspace_list_materials (ctl->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbRecord) item = g_list_model_get_item (list, i);

      if (xb_record_get_id (item) == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
run_material_remove (Ctl     *ctl,
                     GError **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  if (!has_material (ctl, id))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no paper %" PRId64 "; see “material list”"), id);
      return FALSE;
    }
  xb_workspace_remove_material_async (ctl->workspace, id, TRUE, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, "removed", id, _("The paper is out of the list. Adding it again brings it back."));
  return TRUE;
}

static JsonObject *
nda_to_json (Ctl     *ctl,
             gpointer item)
{
  g_autofree char *today = xb_clock_dup_today (ctl->clock);
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "platform", xb_nda_get_platform (item));
  ctl_json_add_day (object, "signed", xb_nda_get_signed_on (item));
  ctl_json_add_day (object, "expires", xb_nda_get_expires (item));
  ctl_json_add_id (object, "material_id", xb_nda_get_material_id (item));
  json_object_set_boolean_member (object, "valid", strcmp (xb_nda_get_signed_on (item), today) <= 0 &&
                                                     strcmp (xb_nda_get_expires (item), today) >= 0);
  return object;
}

static void
nda_to_row (Ctl      *ctl,
            gpointer  item,
            CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_nda_get_platform (item));
  ctl_table_add (table, xb_nda_get_signed_on (item));
  ctl_table_add (table, xb_nda_get_expires (item));
}

static const char *const nda_headings[] = { N_("ID"), N_("Platform"), N_("Signed on"), N_("Ends on"), NULL };

static const CtlListing nda_listing = {
  nda_headings, N_("No agreements here. Record one with “nda add”."), nda_to_json, nda_to_row, NULL
};

static gboolean
run_nda_add (Ctl     *ctl,
             GError **error)
{
  g_autofree char *signed_on = NULL;
  g_autofree char *expires = NULL;
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "signed", 0, 0, G_OPTION_ARG_FILENAME, &signed_on, N_("Needed: the day it was signed"), "DATE" },
    { "expires", 0, 0, G_OPTION_ARG_FILENAME, &expires, N_("Needed: its last day"), "DATE" },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("A scan of it"), "FILE" },
    { NULL }
  };
  g_autoptr(GListModel) list = NULL;
  gint64 id;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (signed_on == NULL || expires == NULL)
    return ctl_usage (error, _("an agreement needs --signed DATE and --expires DATE"));
  if (!ctl_check_day ("--signed", signed_on, error) || !ctl_check_day ("--expires", expires, error) ||
      !ctl_check_file (file, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_add_nda_async (ctl->workspace, ctl_arg (ctl, 0), signed_on, expires, file, ctl->cancellable,
                              ctl_ready_cb, ctl);
  id = ctl_finish_id (ctl, error);
  if (id < 0)
    return FALSE;
  list = xb_workspace_list_ndas (ctl->workspace);
  return print_one (ctl, list, id, &nda_listing);
}

static gboolean
run_nda_list (Ctl     *ctl,
              GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_ndas (ctl->workspace);
  ctl_list_print (ctl, list, &nda_listing, NULL, 0, 0);
  return TRUE;
}

static JsonObject *
copy_to_json (Ctl     *ctl,
              gpointer item)
{
  JsonObject *object = json_object_new ();

  xb_record_add_json (item, object);
  ctl_json_add_id (object, "material_id", xb_copy_get_material_id (item));
  ctl_json_add_instant (object, "made_at", xb_copy_get_made_at (item));
  ctl_json_add_instant (object, "sent_at", xb_copy_get_sent_at (item));
  return object;
}

static void
copy_to_row (Ctl      *ctl,
             gpointer  item,
             CtlTable *table)
{
  gint64 at = xb_copy_get_sent_at (item) != 0 ? xb_copy_get_sent_at (item) : xb_copy_get_made_at (item);
  g_autofree char *day = xb_instant_to_day (at);

  ctl_table_add (table, xb_copy_get_platform (item));
  ctl_table_add (table, xb_material_type_get_title (xb_copy_get_kind (item)));
  ctl_table_add (table, xb_copy_get_file_name (item));
  ctl_table_add (table, xb_copy_get_sent_at (item) != 0 ? _("handed in") : _("made"));
  ctl_table_add (table, day);
}

static const char *const copy_headings[] = {
  N_("Platform"), N_("Type"), N_("File"), N_("State"), N_("Since"), NULL
};

static const CtlListing copy_listing = {
  copy_headings, N_("Nobody holds a copy."), copy_to_json, copy_to_row, NULL
};

static gboolean
run_copy_list (Ctl     *ctl,
               GError **error)
{
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  list = xb_workspace_list_copies (ctl->workspace);
  ctl_list_print (ctl, list, &copy_listing, NULL, 0, 0);
  return TRUE;
}

const CtlCommand ctl_papers_commands[] = {
  { "material", "add", "FILE", N_("takes in a photo, a scan or a PDF"), run_material_add },
  { "material", "list", "", N_("lists the papers"), run_material_list },
  { "material", "remove", "ID", N_("takes a paper out of the list"), run_material_remove },
  { "nda", "add", "PLATFORM", N_("records a signed non-disclosure agreement"), run_nda_add },
  { "nda", "list", "", N_("lists the agreements"), run_nda_list },
  { "copy", "list", "", N_("says who holds which copy since when"), run_copy_list },
  { NULL }
};
