/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-hand-in-private.h"
#include "xb-lifecycle.h"
#include "xb-watermark.h"
#include "xb-workspace-papers.h"

static void
copy_free (gpointer data)
{
  XbHandInCopy *copy = data;

  g_free (copy->source);
  g_free (copy->media_type);
  g_free (copy->file_name);
  g_free (copy->sha256);
  g_free (copy->copy_media_type);
  g_free (copy);
}

void
xb_hand_in_clear (XbHandIn *self)
{
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->platform, g_free);
  g_clear_pointer (&self->watermark, g_free);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
}

/** xb_hand_in_dup_watermark: Returns: (transfer full): what stands across every copy; always Chinese, as its readers are */
char *
xb_hand_in_dup_watermark (const XbChannel *channel,
                          const char      *today)
{
  return g_strdup_printf ("仅用于 %s 来电号码认证 · %s", channel->papers_name, today);
}

/* ID pages are several; of every other paper the newest one that is still good goes out. */
static gboolean
is_taken (XbMaterial *material,
          guint      *types,
          const char *today)
{
  XbMaterialType type = xb_material_get_kind (material);
  const char *expires = xb_material_get_expires (material);

  if ((*types & (1u << type)) == 0 || (expires != NULL && strcmp (expires, today) < 0))
    return FALSE;
  if (type != XB_MATERIAL_TYPE_IDENTITY)
    *types &= ~(1u << type);
  return TRUE;
}

static int
by_type (gconstpointer a,
         gconstpointer b)
{
  XbMaterial *first = *(XbMaterial *const *) a;
  XbMaterial *second = *(XbMaterial *const *) b;

  return (int) xb_material_get_kind (first) - (int) xb_material_get_kind (second);
}

/**
 * xb_hand_in_choose:
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable) (element-type XbMaterial): the papers that @channel asks for or
 * takes, less those that the owner keeps at home
 */
GPtrArray *
xb_hand_in_choose (XbDb            *db,
                   gint64           filing,
                   const XbChannel *channel,
                   const char      *today,
                   GError         **error)
{
  guint types = channel->needed | channel->welcome;
  g_autoptr(GPtrArray) all = NULL;
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  all = xb_records_collect (xb_db_query (db, error,
                                         "SELECT m.*, s.media_type, s.size FROM material m "
                                         "JOIN stored_file s ON s.sha256 = m.sha256 "
                                         "WHERE m.removed_at IS NULL AND NOT EXISTS "
                                         "(SELECT 1 FROM filing_without w WHERE w.filing_id = ? AND "
                                         "w.material_id = m.id) ORDER BY m.id DESC", "i", filing),
                            XB_TYPE_MATERIAL, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_taken (g_ptr_array_index (all, i), &types, today))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (chosen, by_type);
  if (all == NULL)
    g_clear_pointer (&chosen, g_ptr_array_unref);
  return chosen;
}

/**
 * xb_hand_in_plan:
 *
 * Notes which papers of @certification's filing are to be copied. On the main thread, a bounded read.
 */
void
xb_hand_in_plan (XbHandIn        *self,
                 XbWorkspace     *workspace,
                 gint64           certification,
                 const XbChannel *channel)
{
  XbDb *db = xb_workspace_get_db (workspace);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autoptr(GPtrArray) materials = NULL;

  self->filing = xb_db_int (db, 0, "SELECT filing_id FROM certification WHERE id = ?", "i", certification);
  self->folder = g_strdup (xb_workspace_get_folder (workspace));
  self->platform = g_strdup (channel->key);
  self->watermark = xb_hand_in_dup_watermark (channel, today);
  self->copies = g_ptr_array_new_with_free_func (copy_free);
  materials = xb_hand_in_choose (db, self->filing, channel, today, NULL);
  for (guint i = 0; materials != NULL && i < materials->len; i++)
    {
      XbMaterial *material = g_ptr_array_index (materials, i);
      XbHandInCopy *copy = g_new0 (XbHandInCopy, 1);

      copy->material = xb_record_get_id (XB_RECORD (material));
      copy->type = xb_material_get_kind (material);
      copy->source = xb_workspace_dup_file_path (workspace, xb_material_get_sha256 (material));
      copy->media_type = g_strdup (xb_material_get_media_type (material));
      copy->file_name = g_strdup (xb_material_get_name (material));
      g_ptr_array_add (self->copies, copy);
    }
}

static gboolean
make_copy (XbHandIn      *self,
           XbHandInCopy  *copy,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  goffset size = 0;

  if (!xb_watermark_copy (copy->source, copy->media_type, self->watermark, path, cancellable, error))
    return FALSE;
  copy->copy_media_type = g_strdup (xb_watermark_media_type (copy->media_type));
  copy->sha256 = xb_files_add (self->folder, path, &size, cancellable, error);
  copy->size = size;
  return copy->sha256 != NULL;
}

/**
 * xb_hand_in_make_copies:
 *
 * Writes the watermarked copies and stores them by content. Off the main thread. Nothing but these
 * copies is ever sent.
 */
gboolean
xb_hand_in_make_copies (XbHandIn      *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *folder = g_build_filename (self->folder, "outgoing-XXXXXX", NULL);
  gboolean done = TRUE;

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO, _("no copy could be made in “%s”: %s"), self->folder,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; done && i < self->copies->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", folder, i);

      done = make_copy (self, g_ptr_array_index (self->copies, i), path, cancellable, error);
      g_unlink (path);
    }
  g_rmdir (folder);
  return done;
}

static gboolean
register_copy (XbDb               *db,
               const XbHandIn     *self,
               const XbHandInCopy *copy,
               gint64              now,
               GError            **error)
{
  return xb_db_run (db, error, "INSERT INTO stored_file VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "tit",
                    copy->sha256, copy->size, copy->copy_media_type) &&
         xb_db_run (db, error,
                    "INSERT INTO copy (material_id, type, platform, filing_id, made_at, sent_at, file_name, sha256, "
                    "watermark) SELECT ?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8 WHERE NOT EXISTS "
                    "(SELECT 1 FROM copy WHERE filing_id = ?4 AND sha256 = ?7)", "ittiittt",
                    copy->material, xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, copy->type), self->platform,
                    self->filing, now, copy->file_name, copy->sha256, self->watermark);
}

static void
add_files (JsonBuilder    *builder,
           const XbHandIn *self)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; self != NULL && self->copies != NULL && i < self->copies->len; i++)
    {
      const XbHandInCopy *copy = g_ptr_array_index (self->copies, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "type");
      json_builder_add_string_value (builder, xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, copy->type));
      json_builder_set_member_name (builder, "filename");
      json_builder_add_string_value (builder, copy->file_name);
      json_builder_set_member_name (builder, "media_type");
      json_builder_add_string_value (builder, copy->copy_media_type);
      json_builder_set_member_name (builder, "sha256");
      json_builder_add_string_value (builder, copy->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
make_payload (const XbHandIn *self,
              const char     *note)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_files (builder, self);
  if (note != NULL)
    {
      json_builder_set_member_name (builder, "note");
      json_builder_add_string_value (builder, note);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * xb_hand_in_queue:
 * @self: (nullable): the copies that go with it
 * @action: "submit", "answer", "expedite" or "withdraw"
 *
 * Puts one call into the outbox, in the transaction of the change that caused it. Its key is made
 * here, once: whatever happens later, the platform takes the call one time.
 */
gboolean
xb_hand_in_queue (XbDb            *db,
                  const XbHandIn  *self,
                  gint64           certification,
                  const char      *action,
                  const char      *note,
                  gint64           now,
                  GError         **error)
{
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *payload = make_payload (self, note);

  for (guint i = 0; self != NULL && self->copies != NULL && i < self->copies->len; i++)
    if (!register_copy (db, self, g_ptr_array_index (self->copies, i), now, error))
      return FALSE;
  return xb_db_run (db, error,
                    "INSERT INTO outbox (platform, certification_id, action, payload, idempotency_key, next_at, "
                    "created_at) SELECT platform, id, ?1, ?2, ?3, ?4, ?4 FROM certification WHERE id = ?5", "tttii",
                    action, payload, key, now, certification);
}
