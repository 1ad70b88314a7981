/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"
#include "xb-inspection-sheet.h"
#include "xb-inspection-words.h"
#include "xb-lifecycle.h"
#include "xb-number-rates.h"
#include "xb-phone.h"

#define MOST_RATES 40 /* lines of numbers in the report; more are counted */

/* The report of an inspection: read off the main thread, then drawn there. */

typedef struct
{
  gint64             id;
  char              *folder;
  char              *path;
  char              *business;
  GHashTable        *platforms; /* key → name */
  XbInspectionSheet *sheet;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_free (report->folder);
  g_free (report->path);
  g_free (report->business);
  g_hash_table_unref (report->platforms);
  xb_inspection_sheet_free (report->sheet);
  g_free (report);
}

static void
add_line (Report     *report,
          const char *name,
          const char *value)
{
  if (value != NULL && *value != '\0')
    xb_inspection_sheet_add_line (report->sheet, name, value);
}

static char *
join (const char *name,
      const char *label)
{
  if (name == NULL || *name == '\0')
    return g_strdup (label);
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s · %s", name, label) : g_strdup (name);
}

/* "2026-10-28 12:16"; NULL: never */
static char *
dup_moment (gint64 instant)
{
  char *text = instant != 0 ? xb_instant_format (instant) : NULL;

  if (text == NULL || strlen (text) < 16)
    return text;
  text[10] = ' ';
  text[16] = '\0';
  return text;
}

/* What has to be known of a phone to believe what it shows. */
static char *
describe_phone (XbInspectionItem *item)
{
  GString *out = g_string_new (NULL);
  const char *sim = xb_inspection_item_get_sim (item);

  if (xb_inspection_item_get_recognition (item) != XB_RECOGNITION_UNKNOWN)
    g_string_append_printf (out, _("recognition of callers: %s"),
                            xb_recognition_get_title (xb_inspection_item_get_recognition (item)));
  if (sim != NULL && *sim != '\0')
    g_string_append_printf (out, "%sSIM: %s", out->len > 0 ? " · " : "", sim);
  if (xb_inspection_item_get_network (item) != XB_NETWORK_UNKNOWN)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "",
                            xb_network_get_title (xb_inspection_item_get_network (item)));
  return g_string_free (out, FALSE);
}

/* Too few answered: each of them by name, the lowest first; how many more there are is said. */
static void
add_rates (Report           *report,
           XbInspectionItem *item)
{
  g_autoptr(GPtrArray) rates = xb_number_rates_parse (xb_inspection_item_get_figures (item));
  guint low = 0;

  while (low < rates->len && xb_number_rate_is_low (g_ptr_array_index (rates, low)))
    low++;
  for (guint i = 0; i < MIN (low, MOST_RATES); i++)
    {
      const XbNumberRate *rate = g_ptr_array_index (rates, i);
      g_autofree char *number = xb_phone_format (rate->e164);
      g_autofree char *words = xb_number_rate_dup_words (rate);

      add_line (report, number, words);
    }
  if (low > MOST_RATES)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number more is below 65 %%",
                                                            "%u numbers more are below 65 %%", low - MOST_RATES),
                                               low - MOST_RATES);

      add_line (report, "", more);
    }
}

static void
add_words (Report           *report,
           XbInspectionItem *item)
{
  gboolean display = xb_inspection_item_get_section (item) == XB_INSPECTION_SECTION_DISPLAY;
  g_autofree char *expected = join (display ? xb_inspection_item_get_name (item) : NULL, xb_inspection_item_get_expected (item));
  g_autofree char *seen = join (xb_inspection_item_get_seen_name (item), xb_inspection_item_get_seen (item));
  g_autofree char *found = xb_inspection_item_dup_found (item);
  g_autofree char *phone = describe_phone (item);
  g_autofree char *at = dup_moment (xb_inspection_item_get_at (item));
  XbInspectionChange change = xb_inspection_compare (xb_inspection_item_get_last (item), xb_inspection_item_get_result (item));

  add_line (report, _("Expected"), expected);
  add_line (report, _("Seen"), seen);
  add_line (report, _("Found"), found);
  add_rates (report, item);
  add_line (report, _("The phone"), phone);
  add_line (report, _("Note"), xb_inspection_item_get_note (item));
  if (change == XB_INSPECTION_CHANGE_WORSE || change == XB_INSPECTION_CHANGE_BETTER || change == XB_INSPECTION_CHANGE_STILL)
    add_line (report, _("Compared"), xb_inspection_change_get_title (change));
  if (display)
    add_line (report, _("Looked at"), at);
}

static void
add_card (Report           *report,
          XbInspectionItem *item)
{
  const char *logo = xb_inspection_item_get_logo (item), *e164 = xb_inspection_item_get_e164 (item);
  g_autofree char *path = logo != NULL ? xb_files_path (report->folder, logo) : NULL;
  g_autofree char *number = e164 != NULL ? xb_phone_format (e164) : NULL;

  xb_inspection_sheet_set_card (report->sheet, xb_inspection_card_new (_("Expected"), xb_inspection_item_get_name (item), number,
                                                                       xb_inspection_item_get_expected (item), path));
}

static gboolean
add_photos (Report            *report,
            XbDb              *db,
            XbInspectionItem  *item,
            GError           **error)
{
  g_autoptr(XbRows) rows = NULL;

  if (xb_inspection_item_get_photos (item) == 0)
    return TRUE;
  if (xb_inspection_item_get_section (item) == XB_INSPECTION_SECTION_DISPLAY)
    add_card (report, item);
  rows = xb_db_query (db, error, "SELECT sha256, name FROM inspection_photo WHERE item_id = ? ORDER BY id", "i",
                      xb_record_get_id (XB_RECORD (item)));
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      g_autofree char *path = xb_files_path (report->folder, xb_rows_text (rows, 0));

      xb_inspection_sheet_add_photo (report->sheet, path, xb_rows_text (rows, 1));
    }
  return TRUE;
}

static gboolean
add_items (Report  *report,
           XbDb    *db,
           GError **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, XB_INSPECTION_ITEM_SELECT "WHERE r.inspection_id = ? ORDER BY r.position",
                                        "i", report->id);
  int section = -1;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    {
      g_autoptr(XbInspectionItem) item = xb_records_make (rows, XB_TYPE_INSPECTION_ITEM);
      const char *platform = xb_inspection_item_get_platform (item);
      const char *name = platform != NULL ? g_hash_table_lookup (report->platforms, platform) : NULL;
      g_autofree char *title = xb_inspection_item_dup_title (item, name);
      XbInspectionResult result = xb_inspection_item_get_result (item);

      if ((int) xb_inspection_item_get_section (item) != section)
        xb_inspection_sheet_add_section (report->sheet,
                                         xb_inspection_section_get_title (xb_inspection_item_get_section (item)));
      section = xb_inspection_item_get_section (item);
      xb_inspection_sheet_add_item (report->sheet, result, xb_inspection_result_get_title (result), title);
      add_words (report, item);
      if (!add_photos (report, db, item, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_fact (Report     *report,
          const char *name,
          char       *value)
{
  g_autofree char *own = value;

  if (own != NULL && *own != '\0')
    xb_inspection_sheet_add_fact (report->sheet, name, own);
}

static void
add_facts (Report       *report,
           XbInspection *inspection)
{
  gboolean is_signed = xb_inspection_get_state (inspection) == XB_INSPECTION_STATE_SIGNED;

  add_fact (report, _("Result"),
            g_strdup_printf (_("%" PRId64 " passed, %" PRId64 " failed, %" PRId64 " skipped, %" PRId64 " to do"),
                             xb_inspection_get_passed (inspection), xb_inspection_get_failed (inspection),
                             xb_inspection_get_skipped (inspection), xb_inspection_get_open (inspection)));
  if (xb_inspection_get_seconds (inspection) > 0)
    add_fact (report, _("Time taken"), g_strdup_printf (_("%" PRId64 " minutes"),
                                                        (xb_inspection_get_seconds (inspection) + 59) / 60));
  if (xb_inspection_get_next_day (inspection) != NULL)
    add_fact (report, _("The next one"), xb_day_dup_label_with_year (xb_inspection_get_next_day (inspection)));
  add_fact (report, _("Note"), g_strdup (xb_inspection_get_note (inspection)));
  if (!is_signed)
    {
      add_fact (report, _("Signed"), g_strdup (_("Not signed yet: this is a draft.")));
      return;
    }
  add_fact (report, _("Signed by"), g_strdup (xb_inspection_get_signed_by (inspection)));
  add_fact (report, _("Signed"), xb_instant_format (xb_inspection_get_signed_at (inspection)));
  add_fact (report, _("Digest (SHA-256)"), g_strdup (xb_inspection_get_digest (inspection)));
}

static gboolean
read_report_job (XbDb     *db,
                 gpointer  data,
                 GError  **error)
{
  Report *report = data;
  g_autoptr(XbInspection) inspection = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  inspection = xb_records_single (xb_db_query (db, error, XB_INSPECTION_SELECT "WHERE r.id = ?", "i", report->id),
                                  XB_TYPE_INSPECTION, error);
  if (inspection == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                     _("there is no inspection %" PRId64 "; see the list of inspections"), report->id);
      return FALSE;
    }
  day = xb_day_dup_label_with_year (xb_inspection_get_on_day (inspection));
  title = g_strdup_printf (_("Inspection of %s"), day);
  report->sheet = xb_inspection_sheet_new (title, report->business != NULL ? report->business : "");
  add_facts (report, inspection);
  return add_items (report, db, error);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Report *report = data;
  GError *error = NULL;

  if (xb_inspection_sheet_write (report->sheet, report->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Report *report = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_int (task, report->id);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GTask) inner = NULL;
  GError *error = NULL;

  if (!xb_store_read_finish (XB_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  inner = g_task_new (NULL, g_task_get_cancellable (task), drawn_cb, g_object_ref (task));
  g_task_set_source_tag (inner, xb_workspace_write_inspection_report_async);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, draw_thread);
}

void
xb_workspace_write_inspection_report_async (XbWorkspace         *self,
                                            gint64               id,
                                            const char          *path,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Report *report = g_new0 (Report, 1);
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (self));
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);

  g_task_set_source_tag (task, xb_workspace_write_inspection_report_async);
  g_task_set_task_data (task, report, report_free);
  report->id = id;
  report->folder = g_strdup (xb_workspace_get_folder (self));
  report->path = g_strdup (path);
  report->business = business != NULL ? g_strdup (xb_business_get_name (business)) : NULL;
  report->platforms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);

      g_hash_table_insert (report->platforms, g_strdup (xb_platform_get_key (platform)),
                           g_strdup (xb_platform_get_name (platform)));
    }
  xb_store_read_async (xb_workspace_get_store (self), read_report_job, report, NULL, cancellable, read_cb, task);
}
