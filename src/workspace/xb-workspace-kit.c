/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-hand-in-private.h"
#include "xb-kit.h"
#include "xb-phone.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-papers.h"

/* The submission kit of the manual channel: written off the main thread, then every copy in it is
 * entered into the register. */

typedef struct
{
  XbVerb     verb;
  XbKit     *kit;
  char      *platform;
  char      *path;
  GPtrArray *copies; /* (element-type XbKitCopy), once it is written */
} WriteKit;

static void
write_kit_free (gpointer data)
{
  WriteKit *verb = data;

  g_clear_pointer (&verb->kit, xb_kit_free);
  g_free (verb->platform);
  g_free (verb->path);
  g_clear_pointer (&verb->copies, g_ptr_array_unref);
  g_free (verb);
}

static gboolean
prepare_kit (gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  WriteKit *verb = data;

  if (g_str_has_suffix (verb->path, ".zip"))
    return xb_kit_write_zip (verb->kit, verb->path, &verb->copies, cancellable, error);
  return xb_kit_write (verb->kit, verb->path, &verb->copies, cancellable, error);
}

static gboolean
write_kit_job (XbDb     *db,
               gpointer  data,
               GError  **error)
{
  WriteKit *verb = data;

  for (guint i = 0; i < verb->copies->len; i++)
    {
      const XbKitCopy *copy = g_ptr_array_index (verb->copies, i);

      if (!xb_db_run (db, error,
                      "INSERT INTO copy (material_id, type, platform, filing_id, made_at, file_name, sha256, watermark) "
                      "VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?)", "ittiittt", copy->id,
                      xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, copy->type), verb->platform, verb->verb.id,
                      verb->verb.now, copy->file_name, copy->sha256, verb->kit->watermark))
        return FALSE;
    }
  return xb_db_run (db, error, "UPDATE filing SET kit_path = ?, updated_at = ? WHERE id = ?", "tii", verb->path,
                    verb->verb.now, verb->verb.id);
}

static char *
describe_expected (const XbPlan *plan)
{
  if (plan->review_by == NULL)
    return NULL;
  if (plan->live_by == NULL)
    return g_strdup_printf (_("Review by %s, indicative."), plan->review_by);
  return g_strdup_printf (_("Review by %s, on the handsets by %s, indicative."), plan->review_by, plan->live_by);
}

static void
fill_business (XbKit      *kit,
               XbBusiness *business)
{
  kit->business = g_strdup (xb_business_get_name (business));
  kit->uscc = g_strdup (xb_business_get_uscc (business));
  kit->kind = xb_business_get_kind (business);
  kit->address = g_strdup (xb_business_get_address (business));
  kit->industry = g_strdup (xb_business_get_industry (business));
  kit->person = g_strdup (xb_business_get_contact (business));
  kit->person_phone = g_strdup (xb_business_get_contact_phone (business));
}

static void
fill_numbers (XbKit       *kit,
              XbWorkspace *self,
              gint64       filing)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (xb_workspace_get_db (self), NULL,
                      "SELECT n.e164, n.use FROM filing_number f JOIN number n ON n.id = f.number_id "
                      "WHERE f.filing_id = ? ORDER BY n.id", "i", filing);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      g_autofree char *number = xb_phone_format (xb_rows_text (rows, 0));

      xb_kit_add_number (kit, number, xb_rows_text (rows, 1), NULL, NULL);
    }
}

static void
fill_materials (XbKit        *kit,
                XbWorkspace  *self,
                const XbPlan *plan)
{
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XbMaterial *material = g_ptr_array_index (plan->materials, i);
      g_autofree char *source = xb_workspace_dup_file_path (self, xb_material_get_sha256 (material));

      xb_kit_add_material (kit, xb_material_get_kind (material), xb_record_get_id (XB_RECORD (material)), source,
                           xb_material_get_media_type (material), NULL);
    }
}

static void
fill_platform (XbKit       *kit,
               XbWorkspace *self,
               const char  *key)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), key);
  GListModel *notes = xb_platform_get_notes (platform);
  const char *phone = xb_platform_get_text (platform, "phone");

  kit->platform = g_strdup (xb_platform_get_chinese_name (platform));
  kit->contact = g_strdup (phone != NULL ? phone : xb_platform_get_text (platform, "email"));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(XbFact) note = g_list_model_get_item (notes, i);

      xb_kit_add_note (kit, xb_fact_get_text (note));
    }
}

/* What is not filled in is left out of the page, not shown empty. */
static char *
dup_filled (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
fill_kit (WriteKit    *verb,
          XbWorkspace *self,
          gint64       id,
          GError     **error)
{
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (self, id, error);
  g_autoptr(XbFiling) filing = xb_workspace_ref_filing (self, id);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self);
  XbKit *kit = verb->kit;

  if (plan == NULL)
    return FALSE;
  if (plan->blocked != NULL || business == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("no kit was written: %s"), plan->blocked);
      return FALSE;
    }
  verb->platform = g_strdup (xb_filing_get_platform (filing));
  kit->portal = g_strdup (plan->portal);
  fill_platform (kit, self, verb->platform);
  fill_business (kit, business);
  kit->display_name = g_strdup (xb_filing_get_display_name (filing));
  kit->label = dup_filled (xb_filing_get_label (filing));
  kit->purpose = dup_filled (xb_filing_get_purpose (filing));
  kit->agent = dup_filled (xb_filing_get_agent (filing));
  kit->agent_phone = dup_filled (xb_filing_get_agent_phone (filing));
  kit->watermark = g_strdup (plan->watermark);
  kit->fee = g_strdup (plan->fee_text);
  kit->expected = describe_expected (plan);
  kit->date = xb_clock_dup_today (xb_workspace_get_clock (self));
  fill_numbers (kit, self, id);
  fill_materials (kit, self, plan);
  return TRUE;
}

void
xb_workspace_write_kit_async (XbWorkspace         *self,
                              gint64               id,
                              const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  WriteKit *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = id;
  verb->path = g_canonicalize_filename (path, NULL);
  verb->kit = xb_kit_new ();
  if (!fill_kit (verb, self, id, &error))
    {
      write_kit_free (verb);
      xb_workspace_fail (self, xb_workspace_write_kit_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_write_kit_async, prepare_kit, write_kit_job, verb, write_kit_free,
                    cancellable, callback, user_data);
}
