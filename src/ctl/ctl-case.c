/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-case.h"
#include "ctl-json.h"
#include "ctl-run.h"
#include "xb-cost.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-event.h"
#include "xb-evidence.h"
#include "xb-lifecycle.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-workspace-life.h"

/* How one certification is printed. */

static JsonObject *
event_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_instant (object, "at", xb_event_get_at (item));
  ctl_json_add_text (object, "from", xb_event_get_from_state (item));
  ctl_json_add_text (object, "to", xb_event_get_to_state (item));
  ctl_json_add_text (object, "note", xb_event_get_note (item));
  ctl_json_add_text (object, "raw_state", xb_event_get_raw_state (item));
  ctl_json_add_text (object, "reason", xb_event_get_reason (item));
  return object;
}

static JsonObject *
evidence_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  ctl_json_add_text (object, "handset", xb_enum_to_nick (XB_TYPE_HANDSET, xb_evidence_get_handset (item)));
  ctl_json_add_instant (object, "at", xb_evidence_get_at (item));
  ctl_json_add_text (object, "sha256", xb_evidence_get_sha256 (item));
  ctl_json_add_text (object, "name", xb_evidence_get_name (item));
  ctl_json_add_text (object, "note", xb_evidence_get_note (item));
  return object;
}

static JsonObject *
cost_to_json (gpointer item)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "amount", xb_cost_get_amount (item));
  ctl_json_add_text (object, "category", xb_enum_to_nick (XB_TYPE_COST_CATEGORY, xb_cost_get_category (item)));
  ctl_json_add_day (object, "on_date", xb_cost_get_on_date (item));
  ctl_json_add_text (object, "note", xb_cost_get_note (item));
  return object;
}

static void
add_texts (JsonObject      *object,
           XbCertification *item)
{
  ctl_json_add_text (object, "number", xb_certification_get_number (item));
  ctl_json_add_text (object, "e164", xb_certification_get_e164 (item));
  ctl_json_add_text (object, "platform", xb_certification_get_platform (item));
  ctl_json_add_text (object, "state", xb_enum_to_nick (XB_TYPE_CERT_STATE, xb_certification_get_state (item)));
  ctl_json_add_day (object, "expected", xb_certification_get_expected (item));
  json_object_set_boolean_member (object, "estimated", xb_certification_get_estimated (item));
  ctl_json_add_text (object, "display_name", xb_certification_get_display_name (item));
  ctl_json_add_text (object, "label", xb_certification_get_label (item));
  ctl_json_add_text (object, "case_no", xb_certification_get_case_no (item));
  json_object_set_boolean_member (object, "expedite", xb_certification_get_expedite (item));
  ctl_json_add_text (object, "raw_state", xb_certification_get_raw_state (item));
  ctl_json_add_text (object, "reason_code", xb_certification_get_reason_code (item));
  ctl_json_add_text (object, "reason", xb_certification_get_reason (item));
  ctl_json_add_day (object, "expires", xb_certification_get_expires (item));
  ctl_json_add_instant (object, "submitted_at", xb_certification_get_submitted_at (item));
  ctl_json_add_instant (object, "approved_at", xb_certification_get_approved_at (item));
  ctl_json_add_instant (object, "live_at", xb_certification_get_live_at (item));
}

/* What every listing says; the histories are read one by one and kept for the single case. */
static JsonObject *
case_to_json (Ctl     *ctl,
              gpointer item)
{
  JsonObject *object = json_object_new ();
  gint64 id = xb_record_get_id (item);

  ctl_json_add_id (object, "id", id);
  ctl_json_add_id (object, "number_id", xb_certification_get_number_id (item));
  ctl_json_add_id (object, "filing_id", xb_certification_get_filing_id (item));
  add_texts (object, item);
  ctl_json_add_list (object, "events", xb_workspace_walk_events (ctl->workspace, id), event_to_json);
  ctl_json_add_words (object, "allowed", XB_TYPE_CERT_STATE,
                      xb_lifecycle_get_next (xb_certification_get_state (item)));
  return object;
}

static JsonObject *
whole_case_to_json (Ctl             *ctl,
                    XbCertification *item)
{
  JsonObject *object = case_to_json (ctl, item);
  gint64 id = xb_record_get_id (XB_RECORD (item));

  ctl_json_add_words (object, "missing_handsets", XB_TYPE_HANDSET,
                      xb_workspace_get_missing_handsets (ctl->workspace, id));
  ctl_json_add_list (object, "evidence", xb_workspace_list_evidence (ctl->workspace, id), evidence_to_json);
  ctl_json_add_list (object, "costs", xb_workspace_list_costs (ctl->workspace, id), cost_to_json);
  return object;
}

static void
case_to_row (Ctl      *ctl,
             gpointer  item,
             CtlTable *table)
{
  ctl_table_add_int (table, xb_record_get_id (item));
  ctl_table_take (table, xb_phone_format (xb_certification_get_e164 (item)));
  ctl_table_add (table, xb_certification_get_platform (item));
  ctl_table_add (table, xb_cert_state_get_title (xb_certification_get_state (item)));
  ctl_table_add (table, xb_certification_get_expected (item));
  ctl_table_add (table, xb_certification_get_display_name (item));
  ctl_table_add (table, xb_certification_get_label (item));
}

static gboolean
case_is_wanted (gpointer item,
                gpointer data)
{
  const CtlCaseFilter *filter = data;

  return (filter->number_id == 0 || xb_certification_get_number_id (item) == filter->number_id) &&
         (filter->platform == NULL ||
          g_strcmp0 (xb_certification_get_platform (item), filter->platform) == 0) &&
         (filter->state < 0 || (int) xb_certification_get_state (item) == filter->state);
}

static const char *const case_headings[] = {
  N_("ID"), N_("Number"), N_("Platform"), N_("State"), N_("Expected by"), N_("Name shown"), N_("Label"), NULL
};

const CtlListing ctl_case_listing = {
  case_headings, N_("No certifications here. Begin one with “certify start”."), case_to_json, case_to_row,
  case_is_wanted
};

static char *
dup_handsets (guint bits)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i <= XB_HANDSET_OTHER; i++)
    if ((bits & (1u << i)) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? C_("list", ", ") : "", xb_handset_get_title (i));
  return g_string_free (out, FALSE);
}

static void
say_expected (CtlTable        *table,
              XbCertification *item)
{
  const char *day = xb_certification_get_expected (item);
  g_autofree char *text = NULL;

  if (day != NULL && xb_certification_get_estimated (item))
    text = g_strdup_printf (_("%s (estimated)"), day);
  ctl_table_field (table, _("Expected by"), text != NULL ? text : day);
}

static void
say_next (Ctl             *ctl,
          CtlTable        *table,
          XbCertification *item)
{
  guint missing = xb_workspace_get_missing_handsets (ctl->workspace, xb_record_get_id (XB_RECORD (item)));
  g_autofree char *handsets = dup_handsets (missing);
  g_autofree char *choices = xb_lifecycle_dup_choices (xb_certification_get_state (item));

  if (xb_certification_get_state (item) == XB_CERT_STATE_SYNCING)
    ctl_table_field (table, _("Photos missing"), handsets);
  ctl_table_field (table, _("May become"), choices);
}

static void
say_events (GListModel *taken)
{
  static const char *const headings[] = { N_("When"), N_("State"), N_("Note"), NULL };
  g_autoptr(GListModel) events = taken;
  g_autoptr(CtlTable) table = ctl_table_new (headings);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(XbEvent) event = g_list_model_get_item (events, i);
      const char *words = xb_event_get_note_words (event), *note = words != NULL ? words : xb_event_get_reason (event);
      int state;

      ctl_table_take (table, xb_instant_format (xb_event_get_at (event)));
      if (xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_event_get_to_state (event), &state))
        ctl_table_add (table, xb_cert_state_get_title (state));
      else
        ctl_table_add (table, xb_event_get_to_state (event));
      ctl_table_add (table, note);
    }
  if (g_list_model_get_n_items (events) == 0)
    return;
  putchar ('\n');
  ctl_table_flush (table);
}

static void
say_costs (GListModel *taken)
{
  static const char *const headings[] = { N_("Day"), N_("Yuan"), N_("For"), NULL };
  g_autoptr(GListModel) costs = taken;
  g_autoptr(CtlTable) table = ctl_table_new (headings);

  for (guint i = 0; i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr(XbCost) cost = g_list_model_get_item (costs, i);

      ctl_table_add (table, xb_cost_get_on_date (cost));
      ctl_table_take (table, xb_money_format (xb_cost_get_amount (cost)));
      ctl_table_add (table, xb_enum_to_nick (XB_TYPE_COST_CATEGORY, xb_cost_get_category (cost)));
    }
  if (g_list_model_get_n_items (costs) == 0)
    return;
  putchar ('\n');
  ctl_table_flush (table);
}

static void
say_case (Ctl             *ctl,
          XbCertification *item)
{
  g_autoptr(CtlTable) table = ctl_table_new (NULL);
  g_autofree char *number = xb_phone_format (xb_certification_get_e164 (item));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, xb_record_get_id (XB_RECORD (item)));

  ctl_table_field (table, _("Certification"), id);
  ctl_table_field (table, _("Number"), number);
  ctl_table_field (table, _("Platform"), xb_certification_get_platform (item));
  ctl_table_field (table, _("State"), xb_cert_state_get_title (xb_certification_get_state (item)));
  ctl_table_field (table, _("Name shown"), xb_certification_get_display_name (item));
  ctl_table_field (table, _("Label"), xb_certification_get_label (item));
  ctl_table_field (table, _("Case"), xb_certification_get_case_no (item));
  ctl_table_field (table, _("Reason"), xb_certification_get_reason (item));
  say_expected (table, item);
  ctl_table_field (table, _("Ends on"), xb_certification_get_expires (item));
  say_next (ctl, table, item);
  ctl_table_flush (table);
  say_events (xb_workspace_list_events (ctl->workspace, xb_record_get_id (XB_RECORD (item))));
  say_costs (xb_workspace_list_costs (ctl->workspace, xb_record_get_id (XB_RECORD (item))));
}

static XbCertification *
ref_case (Ctl     *ctl,
          gint64   id,
          GError **error)
{
  XbCertification *item = xb_workspace_ref_certification (ctl->workspace, id);

  if (item == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("there is no certification %" PRId64 "; see “certify list”"), id);
  return item;
}

/**
 * ctl_case_find:
 * @id_text: as typed
 *
 * Opens the data folder as well.
 *
 * Returns: (transfer full) (nullable): the certification, or %NULL with @error
 */
XbCertification *
ctl_case_find (Ctl        *ctl,
               const char *id_text,
               GError    **error)
{
  gint64 id;

  if (!ctl_read_id (id_text, &id, error) || ctl_open (ctl, error) == NULL)
    return NULL;
  return ref_case (ctl, id, error);
}

/** ctl_case_print: everything about one certification, as it stands now */
gboolean
ctl_case_print (Ctl     *ctl,
                gint64   id,
                GError **error)
{
  g_autoptr(XbCertification) item = ref_case (ctl, id, error);

  if (item == NULL)
    return FALSE;
  if (ctl->json)
    ctl_json_print (whole_case_to_json (ctl, item));
  else
    say_case (ctl, item);
  return TRUE;
}
