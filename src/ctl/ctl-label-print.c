/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-json.h"
#include "ctl-label-print.h"
#include "xb-enum-types.h"
#include "xb-label-life.h"
#include "xb-money.h"
#include "xb-phone.h"

/* How labels, their changes and a plan are printed. */

/* Asked once for each platform: a list may be long. */
static int
read_left (Ctl        *ctl,
           const char *platform)
{
  GHashTable *known = g_object_get_data (G_OBJECT (ctl->workspace), "free-edits");
  XbFreeEdits edits;
  gpointer left;

  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (ctl->workspace), "free-edits", known, (GDestroyNotify) g_hash_table_unref);
    }
  if (g_hash_table_lookup_extended (known, platform, NULL, &left))
    return GPOINTER_TO_INT (left);
  if (!xb_workspace_read_free_edits (ctl->workspace, platform, NULL, &edits, NULL))
    edits.left = -1;
  g_hash_table_insert (known, g_strdup (platform), GINT_TO_POINTER (edits.left));
  return edits.left;
}

/* Where it is to show on several platforms, the one with the fewest left; -1: not known. */
static int
find_left (Ctl     *ctl,
           XbLabel *label)
{
  g_autoptr(GListModel) places = NULL;
  int least = -1;

  if (xb_label_get_platform (label) != NULL)
    return read_left (ctl, xb_label_get_platform (label));
  places = xb_workspace_list_of_number (ctl->workspace, xb_label_get_number_id (label));
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(XbCertification) place = g_list_model_get_item (places, i);
      int left = xb_certification_get_state (place) == XB_CERT_STATE_LIVE
                   ? read_left (ctl, xb_certification_get_platform (place)) : -1;

      if (left >= 0 && (least < 0 || left < least))
        least = left;
    }
  return least;
}

static void
add_count (JsonObject *object,
           const char *name,
           gint64      value)
{
  if (value < 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, value);
}

static JsonObject *
label_to_json (Ctl     *ctl,
               gpointer item)
{
  g_autofree char *today = xb_clock_dup_today (ctl->clock);
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_text (object, "number", xb_label_get_number (item));
  ctl_json_add_text (object, "platform", xb_label_get_platform (item));
  ctl_json_add_text (object, "text", xb_label_get_text (item));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_LABEL_STATE, xb_label_get_state_on (item, today)));
  ctl_json_add_day (object, "from", xb_label_get_from_day (item));
  ctl_json_add_day (object, "until", xb_label_get_until_day (item));
  json_object_set_boolean_member (object, "stale", xb_label_is_stale (item, today));
  ctl_json_add_text (object, "campaign", xb_label_get_campaign (item));
  json_object_set_int_member (object, "cost", xb_label_get_cost (item));
  add_count (object, "free_edits_left", find_left (ctl, item));
  ctl_json_add_text (object, "who", xb_label_get_who (item));
  ctl_json_add_text (object, "why", xb_label_get_why (item));
  ctl_json_add_text (object, "override", xb_label_get_override (item));
  return object;
}

static void
label_to_row (Ctl      *ctl,
              gpointer  item,
              CtlTable *table)
{
  g_autofree char *today = xb_clock_dup_today (ctl->clock);

  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_take (table, xb_phone_format (xb_label_get_e164 (item)));
  ctl_table_add (table, xb_label_get_text (item));
  ctl_table_add (table, xb_label_get_platform (item));
  ctl_table_add (table, xb_label_state_get_title (xb_label_get_state_on (item, today)));
  ctl_table_add (table, xb_label_get_from_day (item));
  ctl_table_add (table, xb_label_get_until_day (item));
  ctl_table_take (table, xb_money_format (xb_label_get_cost (item)));
}

static const char *const label_headings[] = {
  N_("ID"), N_("Number"), N_("Label"), N_("Platform"), N_("State"), N_("From"), N_("Until"), N_("Yuan"), NULL
};

const CtlListing ctl_label_listing = {
  label_headings, N_("No labels here. Set one with “label set”."), label_to_json, label_to_row, NULL
};

static JsonObject *
change_to_json (Ctl     *ctl,
                gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_id (object, "id", xb_record_get_id (item));
  ctl_json_add_id (object, "label", xb_label_change_get_label_id (item));
  ctl_json_add_text (object, "number", xb_label_change_get_number (item));
  ctl_json_add_text (object, "platform", xb_label_change_get_platform (item));
  ctl_json_add_text (object, "kind", xb_enum_to_nick (XB_TYPE_CHANGE_KIND, xb_label_change_get_kind (item)));
  ctl_json_add_text (object, "text", xb_label_change_get_text (item));
  ctl_json_add_text (object, "was", xb_label_change_get_was (item));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_CHANGE_STATE, xb_label_change_get_state (item)));
  ctl_json_add_day (object, "show_on", xb_label_change_get_show_on (item));
  ctl_json_add_day (object, "file_by", xb_label_change_get_file_by (item));
  ctl_json_add_day (object, "expected", xb_label_change_get_expected (item));
  json_object_set_boolean_member (object, "estimated", xb_label_change_get_estimated (item));
  json_object_set_boolean_member (object, "assumed", xb_label_change_get_assumed (item));
  json_object_set_boolean_member (object, "free", xb_label_change_get_free (item));
  json_object_set_int_member (object, "cost", xb_label_change_get_cost (item));
  add_count (object, "fee_min", xb_label_change_get_fee_min (item));
  add_count (object, "fee_max", xb_label_change_get_fee_max (item));
  ctl_json_add_instant (object, "filed_at", xb_label_change_get_filed_at (item));
  ctl_json_add_instant (object, "live_at", xb_label_change_get_live_at (item));
  ctl_json_add_text (object, "case_no", xb_label_change_get_case_no (item));
  ctl_json_add_text (object, "reason", xb_label_change_get_reason (item));
  ctl_json_add_text (object, "who", xb_label_change_get_who (item));
  ctl_json_add_text (object, "why", xb_label_change_get_why (item));
  return object;
}

static void
change_to_row (Ctl      *ctl,
               gpointer  item,
               CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_take (table, xb_phone_format (xb_label_change_get_e164 (item)));
  ctl_table_add (table, xb_label_change_get_platform (item));
  ctl_table_add (table, xb_change_kind_get_title (xb_label_change_get_kind (item)));
  ctl_table_add (table, xb_label_change_get_text (item));
  ctl_table_add (table, xb_change_state_get_title (xb_label_change_get_state (item)));
  ctl_table_add (table, xb_label_change_get_file_by (item));
  ctl_table_add (table, xb_label_change_get_show_on (item));
  ctl_table_take (table, xb_money_format (xb_label_change_get_cost (item)));
}

static const char *const change_headings[] = {
  N_("ID"), N_("Number"), N_("Platform"), N_("Edit"), N_("Label"), N_("State"), N_("Hand in by"), N_("Shows on"),
  N_("Yuan"), NULL
};

const CtlListing ctl_change_listing = {
  change_headings, N_("No label changes here."), change_to_json, change_to_row, NULL
};

static JsonObject *
event_to_json (XbLabelEvent *item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_instant (object, "at", xb_label_event_get_at (item));
  ctl_json_add_text (object, "what", xb_label_event_get_what (item));
  ctl_json_add_text (object, "platform", xb_label_event_get_platform (item));
  ctl_json_add_text (object, "who", xb_label_event_get_who (item));
  ctl_json_add_text (object, "note", xb_label_event_get_note (item));
  return object;
}

/** ctl_label_print: one label with its changes and its history */
void
ctl_label_print (Ctl     *ctl,
                 XbLabel *label)
{
  g_autoptr(GListModel) changes = xb_workspace_list_label_changes (ctl->workspace, xb_record_get_id (XB_RECORD (label)));
  g_autoptr(GListModel) events = xb_workspace_list_label_events (ctl->workspace, xb_record_get_id (XB_RECORD (label)));
  JsonObject *object;
  JsonArray *array;

  if (!ctl->json)
    {
      ctl_item_print (ctl, label, &ctl_label_listing);
      if (g_list_model_get_n_items (changes) > 0)
        {
          putchar ('\n');
          ctl_list_print (ctl, changes, &ctl_change_listing, NULL, 0, 0);
        }
      return;
    }
  object = label_to_json (ctl, label);
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(XbLabelChange) change = g_list_model_get_item (changes, i);

      json_array_add_object_element (array, change_to_json (ctl, change));
    }
  json_object_set_array_member (object, "changes", array);
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(XbLabelEvent) event = g_list_model_get_item (events, i);

      json_array_add_object_element (array, event_to_json (event));
    }
  json_object_set_array_member (object, "events", array);
  ctl_json_print (object);
}

static JsonObject *
platform_plan_to_json (const XbLabelPlatformPlan *platform)
{
  JsonObject *object = json_object_new ();
  JsonArray *joins = json_array_new ();

  ctl_json_add_text (object, "platform", platform->platform);
  json_object_set_int_member (object, "numbers", platform->numbers);
  json_object_set_int_member (object, "edits", platform->edits);
  json_object_set_int_member (object, "saved", platform->saved);
  add_count (object, "free_edits_left", platform->free_left);
  json_object_set_int_member (object, "free_used", platform->free_used);
  add_count (object, "cost_min", platform->cost_min);
  add_count (object, "cost_max", platform->cost_max);
  ctl_json_add_day (object, "year_from", platform->year_from);
  ctl_json_add_day (object, "year_until", platform->year_until);
  ctl_json_add_day (object, "file_by", platform->file_by);
  ctl_json_add_day (object, "shows_from", platform->shows_from);
  ctl_json_add_day (object, "restore_by", platform->restore_by);
  ctl_json_add_day (object, "returns_from", platform->returns_from);
  json_object_set_boolean_member (object, "late", platform->late);
  json_object_set_boolean_member (object, "restore_late", platform->restore_late);
  json_object_set_boolean_member (object, "estimated", platform->estimated);
  json_object_set_boolean_member (object, "assumed", platform->assumed);
  json_object_set_boolean_member (object, "indicative", platform->indicative);
  add_count (object, "gap_days", platform->gap_days);
  for (guint i = 0; i < platform->joins->len; i++)
    {
      const XbLabelJoin *join = g_ptr_array_index (platform->joins, i);
      JsonObject *element = json_object_new ();

      ctl_json_add_id (element, "change", join->change);
      ctl_json_add_text (element, "number", join->number);
      ctl_json_add_text (element, "text", join->text);
      ctl_json_add_day (element, "show_on", join->show_on);
      json_array_add_object_element (joins, element);
    }
  json_object_set_array_member (object, "joins", joins);
  return object;
}

static JsonObject *
plan_to_json (XbLabelPlan *plan)
{
  JsonObject *object = json_object_new ();
  JsonArray *platforms = json_array_new ();
  JsonArray *clashes = json_array_new ();

  json_object_set_int_member (object, "numbers", plan->n_numbers);
  json_object_set_int_member (object, "waiting", plan->n_idle);
  ctl_json_add_day (object, "from", plan->from);
  ctl_json_add_day (object, "until", plan->until);
  ctl_json_add_text (object, "returns", plan->returns);
  json_object_set_int_member (object, "cost_min", plan->cost_min);
  json_object_set_int_member (object, "cost_max", plan->cost_max);
  json_object_set_boolean_member (object, "cost_unknown", plan->cost_unknown);
  for (guint i = 0; i < plan->platforms->len; i++)
    json_array_add_object_element (platforms, platform_plan_to_json (g_ptr_array_index (plan->platforms, i)));
  json_object_set_array_member (object, "platforms", platforms);
  for (guint i = 0; i < plan->clashes->len; i++)
    {
      const XbLabelClash *clash = g_ptr_array_index (plan->clashes, i);
      JsonObject *element = json_object_new ();

      ctl_json_add_id (element, "label", clash->label);
      ctl_json_add_text (element, "number", clash->number);
      ctl_json_add_text (element, "text", clash->text);
      ctl_json_add_day (element, "from", clash->from);
      ctl_json_add_day (element, "until", clash->until);
      json_object_set_boolean_member (element, "hidden", clash->hidden);
      json_array_add_object_element (clashes, element);
    }
  json_object_set_array_member (object, "overlaps", clashes);
  return object;
}

static const char *const plan_headings[] = {
  N_("Platform"), N_("Edits"), N_("Free of them"), N_("Yuan"), N_("Hand in by"), N_("Shows from"), N_("Put back by"),
  NULL
};

/** ctl_plan_print: what setting a label would do */
void
ctl_plan_print (Ctl         *ctl,
                XbLabelPlan *plan)
{
  g_autoptr(CtlTable) table = NULL;

  if (ctl->json)
    {
      ctl_json_print (plan_to_json (plan));
      return;
    }
  if (plan->platforms->len == 0)
    puts (_("Nothing is to be done yet: the label waits until a platform shows the number."));
  table = ctl_table_new (plan_headings);
  for (guint i = 0; i < plan->platforms->len; i++)
    {
      const XbLabelPlatformPlan *platform = g_ptr_array_index (plan->platforms, i);

      ctl_table_add (table, platform->name);
      ctl_table_add_int (table, platform->edits);
      ctl_table_add_int (table, platform->free_used);
      ctl_table_take (table, platform->cost_max >= 0 ? xb_money_format (platform->cost_max) : g_strdup ("?"));
      ctl_table_add (table, platform->file_by);
      ctl_table_add (table, platform->shows_from);
      ctl_table_add (table, platform->restore_by);
    }
  if (plan->platforms->len > 0)
    ctl_table_flush (table);
}
