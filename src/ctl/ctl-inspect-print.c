/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-inspect-print.h"
#include "ctl-json.h"
#include "xb-enum-types.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-words.h"
#include "xb-lifecycle.h"
#include "xb-number-rates.h"

/* Inspections, their items and the matrix in JSON and in columns. */

static void
add_word (JsonObject *object,
          const char *name,
          GType       type,
          int         value)
{
  ctl_json_add_text (object, name, xb_enum_to_nick (type, value));
}

static JsonObject *
inspection_to_json (Ctl     *ctl,
                    gpointer item)
{
  XbInspection *inspection = item;
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_day (object, "on", xb_inspection_get_on_day (inspection));
  add_word (object, "state", XB_TYPE_INSPECTION_STATE, xb_inspection_get_state (inspection));
  ctl_json_add_instant (object, "started", xb_inspection_get_started_at (inspection));
  ctl_json_add_instant (object, "signed", xb_inspection_get_signed_at (inspection));
  ctl_json_add_text (object, "by", xb_inspection_get_signed_by (inspection));
  ctl_json_add_text (object, "note", xb_inspection_get_note (inspection));
  ctl_json_add_text (object, "digest", xb_inspection_get_digest (inspection));
  json_object_set_int_member (object, "minutes", (xb_inspection_get_seconds (inspection) + 59) / 60);
  ctl_json_add_day (object, "next", xb_inspection_get_next_day (inspection));
  json_object_set_int_member (object, "total", xb_inspection_get_items (inspection));
  json_object_set_int_member (object, "open", xb_inspection_get_open (inspection));
  json_object_set_int_member (object, "passed", xb_inspection_get_passed (inspection));
  json_object_set_int_member (object, "failed", xb_inspection_get_failed (inspection));
  json_object_set_int_member (object, "skipped", xb_inspection_get_skipped (inspection));
  json_object_set_int_member (object, "photos", xb_inspection_get_photos (inspection));
  json_object_set_int_member (object, "tasks", xb_inspection_get_tasks (inspection));
  return object;
}

static void
inspection_to_row (Ctl      *ctl,
                   gpointer  item,
                   CtlTable *table)
{
  XbInspection *inspection = item;

  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_add (table, xb_inspection_get_on_day (inspection));
  ctl_table_add (table, xb_inspection_get_state (inspection) == XB_INSPECTION_STATE_SIGNED ? _("signed") : _("open"));
  ctl_table_add_int (table, xb_inspection_get_items (inspection));
  ctl_table_add_int (table, xb_inspection_get_passed (inspection));
  ctl_table_add_int (table, xb_inspection_get_failed (inspection));
  ctl_table_add_int (table, xb_inspection_get_skipped (inspection));
  ctl_table_add_int (table, xb_inspection_get_open (inspection));
  ctl_table_add (table, xb_inspection_get_signed_by (inspection));
}

static const char *const inspection_headings[] = {
  N_("ID"), N_("Day"), N_("State"), N_("Items"), N_("Passed"), N_("Failed"), N_("Skipped"), N_("To do"), N_("Signed by"), NULL
};

const CtlListing ctl_inspection_listing = {
  inspection_headings, N_("No inspections yet. Begin one with “inspect start”."), inspection_to_json, inspection_to_row, NULL
};

static const char *
platform_name (Ctl        *ctl,
               const char *key)
{
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (ctl->workspace), key) : NULL;

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

static void
add_pair (JsonObject *object,
          const char *member,
          const char *name,
          const char *label)
{
  JsonObject *pair = json_object_new ();

  ctl_json_add_text (pair, "name", name);
  ctl_json_add_text (pair, "label", label);
  json_object_set_object_member (object, member, pair);
}

static JsonObject *
photo_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "name", xb_inspection_photo_get_name (item));
  ctl_json_add_text (object, "sha256", xb_inspection_photo_get_sha256 (item));
  return object;
}

static void
add_photos (Ctl              *ctl,
            JsonObject       *object,
            XbInspectionItem *item)
{
  GListModel *photos = NULL;

  if (xb_inspection_item_get_photos (item) > 0)
    photos = xb_workspace_list_inspection_photos (ctl->workspace, xb_record_get_id (XB_RECORD (item)));
  ctl_json_add_list (object, "evidence", photos, photo_to_json);
}

/* How many calls of each number were answered, where the item is about that. */
static void
add_rates (JsonObject       *object,
           XbInspectionItem *item)
{
  g_autoptr(GPtrArray) rates = xb_number_rates_parse (xb_inspection_item_get_figures (item));
  JsonArray *numbers;

  if (rates->len == 0)
    return;
  numbers = json_array_new ();
  for (guint i = 0; i < rates->len; i++)
    {
      const XbNumberRate *rate = g_ptr_array_index (rates, i);
      JsonObject *line = json_object_new ();

      ctl_json_add_text (line, "e164", rate->e164);
      json_object_set_int_member (line, "answered", rate->answered);
      json_object_set_int_member (line, "calls", rate->calls);
      json_object_set_boolean_member (line, "low", xb_number_rate_is_low (rate));
      json_array_add_object_element (numbers, line);
    }
  json_object_set_array_member (object, "numbers", numbers);
}

static JsonObject *
item_to_json (Ctl     *ctl,
              gpointer data)
{
  XbInspectionItem *item = data;
  JsonObject *object = json_object_new ();
  g_autofree char *title = xb_inspection_item_dup_title (item, platform_name (ctl, xb_inspection_item_get_platform (item)));
  g_autofree char *found = xb_inspection_item_dup_found (item);
  XbInspectionChange change = xb_inspection_compare (xb_inspection_item_get_last (item), xb_inspection_item_get_result (item));

  ctl_json_add_id (object, "id", xb_record_get_id (data));
  ctl_json_add_text (object, "key", xb_inspection_item_get_key (item));
  add_word (object, "section", XB_TYPE_INSPECTION_SECTION, xb_inspection_item_get_section (item));
  ctl_json_add_text (object, "title", title);
  ctl_json_add_text (object, "number", xb_inspection_item_get_number (item));
  ctl_json_add_text (object, "handset", xb_inspection_item_get_handset (item));
  ctl_json_add_text (object, "platform", xb_inspection_item_get_platform (item));
  ctl_json_add_text (object, "operator", xb_inspection_item_get_operator (item));
  add_pair (object, "expected", xb_inspection_item_get_name (item), xb_inspection_item_get_expected (item));
  add_pair (object, "seen", xb_inspection_item_get_seen_name (item), xb_inspection_item_get_seen (item));
  ctl_json_add_text (object, "found", *found != '\0' ? found : NULL);
  ctl_json_add_day (object, "ends", xb_inspection_item_get_due (item));
  add_word (object, "result", XB_TYPE_INSPECTION_RESULT, xb_inspection_item_get_result (item));
  json_object_set_boolean_member (object, "automatic", xb_inspection_item_get_automatic (item));
  add_word (object, "recognition", XB_TYPE_RECOGNITION, xb_inspection_item_get_recognition (item));
  ctl_json_add_text (object, "sim", xb_inspection_item_get_sim (item));
  add_word (object, "network", XB_TYPE_NETWORK, xb_inspection_item_get_network (item));
  ctl_json_add_instant (object, "at", xb_inspection_item_get_at (item));
  ctl_json_add_text (object, "note", xb_inspection_item_get_note (item));
  add_word (object, "change", XB_TYPE_INSPECTION_CHANGE, change);
  ctl_json_add_id (object, "task", xb_inspection_item_get_task_id (item));
  add_rates (object, item);
  add_photos (ctl, object, item);
  return object;
}

static void
item_to_row (Ctl      *ctl,
             gpointer  data,
             CtlTable *table)
{
  XbInspectionItem *item = data;
  g_autofree char *found = xb_inspection_item_dup_found (item);
  const char *note = xb_inspection_item_get_note (item);

  ctl_table_add_int (table, xb_record_get_id (data));
  ctl_table_add (table, xb_inspection_result_get_title (xb_inspection_item_get_result (item)));
  ctl_table_take (table, xb_inspection_item_dup_title (item, platform_name (ctl, xb_inspection_item_get_platform (item))));
  ctl_table_add (table, xb_inspection_item_get_expected (item));
  ctl_table_add (table, *found != '\0' ? found : note);
  ctl_table_add (table, xb_inspection_item_get_key (item));
}

static const char *const item_headings[] = {
  N_("ID"), N_("Result"), N_("What"), N_("Expected"), N_("Found"), N_("Key"), NULL
};

const CtlListing ctl_item_listing = { item_headings, N_("Nothing here."), item_to_json, item_to_row, NULL };

static JsonObject *
task_to_json (Ctl     *ctl,
              gpointer data)
{
  XbInspectionTask *task = data;
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (data));
  ctl_json_add_id (object, "item", xb_inspection_task_get_item_id (task));
  ctl_json_add_id (object, "inspection", xb_inspection_task_get_inspection_id (task));
  add_word (object, "kind", XB_TYPE_INSPECTION_TASK_KIND, xb_inspection_task_get_kind (task));
  ctl_json_add_text (object, "number", xb_inspection_task_get_number (task));
  ctl_json_add_text (object, "handset", xb_inspection_task_get_handset (task));
  ctl_json_add_text (object, "platform", xb_inspection_task_get_platform (task));
  ctl_json_add_day (object, "due", xb_inspection_task_get_due (task));
  ctl_json_add_id (object, "incident", xb_inspection_task_get_incident_id (task));
  json_object_set_boolean_member (object, "done", xb_inspection_task_get_closed_at (task) != 0);
  ctl_json_add_text (object, "note", xb_inspection_task_get_close_note (task));
  return object;
}

static void
task_to_row (Ctl      *ctl,
             gpointer  data,
             CtlTable *table)
{
  XbInspectionTask *task = data;

  ctl_table_add_int (table, xb_record_get_id (data));
  ctl_table_add (table, xb_inspection_task_get_closed_at (task) != 0 ? _("done") : _("open"));
  ctl_table_add (table, xb_inspection_task_get_due (task));
  ctl_table_add (table, xb_inspection_task_get_number (task));
  ctl_table_add (table, platform_name (ctl, xb_inspection_task_get_platform (task)));
  ctl_table_add_int (table, xb_inspection_task_get_item_id (task));
}

static const char *const task_headings[] = {
  N_("ID"), N_("State"), N_("Due"), N_("Number"), N_("Platform"), N_("Item"), NULL
};

const CtlListing ctl_task_listing = {
  task_headings, N_("Nothing failed that is not mended."), task_to_json, task_to_row, NULL
};

static JsonObject *
matrix_to_json (Ctl     *ctl,
                gpointer data)
{
  XbMatrixRow *row = data;
  g_autofree char *today = xb_clock_dup_today (ctl->clock);
  guint handsets = xb_workspace_get_checked_handsets (ctl->workspace);
  JsonObject *object = json_object_new ();
  JsonObject *seen = json_object_new ();

  ctl_json_add_text (object, "number", xb_matrix_row_get_number (row));
  ctl_json_add_text (object, "platform", xb_matrix_row_get_platform (row));
  add_pair (object, "expected", xb_matrix_row_get_name (row), xb_matrix_row_get_label (row));
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    {
      JsonObject *sight_object = json_object_new ();
      XbMatrixSight sight;

      xb_matrix_row_get_sight (row, handset, today, &sight);
      if (sight.at == 0 && (handsets & 1u << handset) == 0)
        {
          json_object_unref (sight_object);
          continue;
        }
      add_word (sight_object, "state", XB_TYPE_SIGHT, sight.state);
      ctl_json_add_instant (sight_object, "at", sight.at);
      if (sight.at != 0)
        json_object_set_int_member (sight_object, "age", sight.age);
      else
        json_object_set_null_member (sight_object, "age");
      json_object_set_object_member (seen, xb_enum_to_nick (XB_TYPE_HANDSET, handset), sight_object);
    }
  json_object_set_object_member (object, "handsets", seen);
  return object;
}

static void
matrix_to_row (Ctl      *ctl,
               gpointer  data,
               CtlTable *table)
{
  XbMatrixRow *row = data;
  g_autofree char *today = xb_clock_dup_today (ctl->clock);
  guint handsets = xb_workspace_get_checked_handsets (ctl->workspace);
  GString *seen = g_string_new (NULL);

  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    {
      XbMatrixSight sight;

      xb_matrix_row_get_sight (row, handset, today, &sight);
      if (sight.at == 0 && (handsets & 1u << handset) == 0)
        continue;
      g_string_append_printf (seen, "%s%s: %s", seen->len > 0 ? "; " : "", xb_handset_get_title (handset),
                              xb_sight_get_title (sight.state));
      if (sight.at != 0)
        g_string_append_printf (seen, g_dngettext (GETTEXT_PACKAGE, " (%d day)", " (%d days)", (gulong) sight.age), sight.age);
    }
  ctl_table_add (table, xb_matrix_row_get_number (row));
  ctl_table_add (table, platform_name (ctl, xb_matrix_row_get_platform (row)));
  ctl_table_add (table, xb_matrix_row_get_label (row));
  ctl_table_take (table, g_string_free (seen, FALSE));
}

static const char *const matrix_headings[] = { N_("Number"), N_("Platform"), N_("Label"), N_("Phones"), NULL };

const CtlListing ctl_matrix_listing = {
  matrix_headings, N_("No number is shown by name yet."), matrix_to_json, matrix_to_row, NULL
};

/** ctl_inspection_print: one inspection with its items */
void
ctl_inspection_print (Ctl          *ctl,
                      XbInspection *inspection,
                      GListModel   *items)
{
  JsonObject *object;
  JsonArray *array;

  if (!ctl->json)
    {
      ctl_item_print (ctl, inspection, &ctl_inspection_listing);
      ctl_list_print (ctl, items, &ctl_item_listing, NULL, 0, 0);
      return;
    }
  object = inspection_to_json (ctl, inspection);
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(XbInspectionItem) item = g_list_model_get_item (items, i);

      json_array_add_object_element (array, item_to_json (ctl, item));
    }
  json_object_set_array_member (object, "items", array);
  ctl_json_print (object);
}
