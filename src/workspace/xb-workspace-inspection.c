/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"
#include "xb-papers-private.h"

/* Verbs of an inspection that is under way. */


/** xb_inspection_check_open: Returns: whether entries are taken, else %FALSE with @error */
gboolean
xb_inspection_check_open (XbDb     *db,
                          gint64    inspection,
                          GError  **error)
{
  g_autofree char *state = xb_db_text (db, "SELECT state FROM inspection WHERE id = ? AND removed_at IS NULL", "i",
                                       inspection);

  if (state == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("there is no inspection %" PRId64 "; see the list of inspections"), inspection);
  else if (strcmp (state, "open") != 0)
    g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                 _("inspection %" PRId64 " is signed and does not change any more; begin a new one"), inspection);
  else
    return TRUE;
  return FALSE;
}

static void
place_free (gpointer data)
{
  XbInspectionPlace *place = data;

  g_free (place->key);
  g_free (place);
}

typedef struct
{
  XbVerb            verb;
  XbInspectionBuild build;
  char             *today;
} Start;

static void
start_free (gpointer data)
{
  Start *verb = data;

  g_free (verb->build.on_day);
  g_free (verb->build.next_day);
  g_clear_pointer (&verb->build.places, g_hash_table_unref);
  g_free (verb->today);
  g_free (verb);
}

static gboolean
check_none_open (XbDb    *db,
                 GError **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, on_day FROM inspection WHERE state = 'open' "
                                        "AND removed_at IS NULL", "");

  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, NULL))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("inspection %" PRId64 " of %s is still open; go on with it and sign it, or discard it"),
               xb_rows_int (rows, 0), xb_rows_text (rows, 1));
  return FALSE;
}

static gboolean
start_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  Start *verb = data;
  XbInspectionBuild *build = &verb->build;
  gboolean estimated;

  if (xb_db_int (db, 0, "SELECT EXISTS (SELECT 1 FROM business) OR EXISTS (SELECT 1 FROM number WHERE removed_at IS NULL)",
                 "") == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("there is nothing to inspect yet; enter the business and its numbers first"));
      return FALSE;
    }
  if (!check_none_open (db, error))
    return FALSE;
  build->next_day = xb_inspection_read_next_day (db, build->on_day, verb->today, &estimated);
  if (!xb_db_run (db, error, "INSERT INTO inspection (on_day, started_at, next_day) VALUES (?, ?, ?)", "tit", build->on_day,
                  verb->verb.now, build->next_day))
    return FALSE;
  verb->verb.id = build->inspection = xb_db_last_id (db);
  return xb_inspection_build (build, db, error);
}

/* The platforms on which numbers show, copied. */
static GHashTable *
read_places (XbWorkspace *self,
             const char  *day)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, place_free);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT DISTINCT platform FROM certification WHERE state = 'live'", "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), xb_rows_text (rows, 0));
      XbInspectionPlace *place;

      if (platform == NULL)
        continue;
      place = g_new0 (XbInspectionPlace, 1);
      place->key = g_strdup (xb_platform_get_key (platform));
      place->kind = xb_platform_get_kind (platform);
      if (!xb_workspace_read_free_edits (self, place->key, day, &place->edits, NULL))
        place->edits.of = -1;
      g_hash_table_insert (places, place->key, place);
    }
  return places;
}

void
xb_workspace_start_inspection_async (XbWorkspace         *self,
                                     const char          *on,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Start *verb;
  GError *error = NULL;
  guint32 julian;

  if (on != NULL && !xb_day_parse (on, &julian, &error))
    {
      xb_workspace_fail (self, xb_workspace_start_inspection_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->today = xb_instant_to_day (verb->verb.now);
  verb->build.now = verb->verb.now;
  verb->build.on_day = g_strdup (on != NULL ? on : verb->today);
  verb->build.handsets = xb_workspace_get_checked_handsets (self);
  verb->build.places = read_places (self, verb->build.on_day);
  xb_workspace_run (self, xb_workspace_start_inspection_async, NULL, start_job, verb, start_free, cancellable, callback,
                    user_data);
}

static void
verb_free (gpointer data)
{
  g_free (data);
}

static gboolean
refresh_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  XbVerb *verb = data;

  return xb_inspection_refresh (db, verb->id, verb->now, error);
}

void
xb_workspace_refresh_inspection_async (XbWorkspace         *self,
                                       gint64               id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  XbVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->id = id;
  xb_workspace_run (self, xb_workspace_refresh_inspection_async, NULL, refresh_job, verb, verb_free, cancellable, callback,
                    user_data);
}

typedef struct
{
  XbVerb             verb;
  gint64             item;
  XbInspectionEntry  entry;  /* its texts are owned */
  GPtrArray         *photos; /* XbPaper */
} Record;

static void
photo_free (gpointer data)
{
  xb_paper_clear (data);
  g_free (data);
}

static void
record_free (gpointer data)
{
  Record *verb = data;

  g_free ((char *) verb->entry.seen_name);
  g_free ((char *) verb->entry.seen);
  g_free ((char *) verb->entry.sim);
  g_free ((char *) verb->entry.note);
  g_ptr_array_unref (verb->photos);
  g_free (verb);
}

/* Evidence is a picture; a PDF of a picture shows nobody's phone. */
static gboolean
take_photos (gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Record *verb = data;

  for (guint i = 0; i < verb->photos->len; i++)
    {
      XbPaper *photo = g_ptr_array_index (verb->photos, i);
      XbMaterialInfo info;

      if (!xb_material_probe (photo->path, &info, cancellable, error))
        return FALSE;
      if (!g_str_has_prefix (info.media_type, "image/"))
        {
          g_autofree char *name = g_path_get_basename (photo->path);
          g_autofree char *shown = g_filename_display_name (name);

          g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                       _("“%s” is no photo. Take a photo or a screenshot of the phone and choose that."), shown);
          return FALSE;
        }
      if (!xb_paper_take (photo, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
find_inspection_of (XbDb    *db,
                    gint64   item,
                    GError **error)
{
  gint64 inspection = xb_db_int (db, 0, "SELECT inspection_id FROM inspection_item WHERE id = ?", "i", item);

  if (inspection == 0)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no item %" PRId64 " in an inspection"), item);
  return inspection;
}

/* A clock that was set back makes no entry older than the one before it. */
static gint64
find_time (XbDb   *db,
           gint64  inspection,
           gint64  wanted,
           gint64  now)
{
  gint64 last = xb_db_int (db, 0, "SELECT max (started_at, recorded_at) FROM inspection WHERE id = ?", "i", inspection);

  return wanted != 0 ? wanted : MAX (now, last);
}

static const char *
word_or_null (GType type,
              int   value)
{
  return value >= 0 ? xb_enum_to_nick (type, value) : NULL;
}

/* A pass without a word means that what was expected was seen. */
static gboolean
write_entry (XbDb     *db,
             Record   *verb,
             gint64    at,
             GError  **error)
{
  const XbInspectionEntry *entry = &verb->entry;

  return xb_db_run (db, error, "UPDATE inspection_item SET result = ?1, automatic = 0, at = iif (?1 = 'open', 0, ?2), "
                    "seen_name = CASE WHEN ?3 IS NOT NULL THEN ?3 WHEN ?1 = 'pass' AND section = 'display' THEN name "
                    "WHEN result = 'pass' AND seen_name = name THEN NULL ELSE seen_name END, "
                    "seen = CASE WHEN ?4 IS NOT NULL THEN ?4 WHEN ?1 = 'pass' AND section = 'display' THEN expected "
                    "WHEN section = 'display' AND result = 'pass' AND seen = expected THEN NULL ELSE seen END, "
                    "sim = ifnull (?5, sim), note = ifnull (?6, note), recognition = ifnull (?7, recognition), "
                    "network = ifnull (?8, network) WHERE id = ?9", "ti" "tttttt" "i",
                    xb_enum_to_nick (XB_TYPE_INSPECTION_RESULT, entry->result), at, entry->seen_name, entry->seen,
                    entry->sim, entry->note, word_or_null (XB_TYPE_RECOGNITION, entry->recognition),
                    word_or_null (XB_TYPE_NETWORK, entry->network), verb->item);
}

static gboolean
write_photos (XbDb     *db,
              Record   *verb,
              gint64    at,
              GError  **error)
{
  for (guint i = 0; i < verb->photos->len; i++)
    {
      XbPaper *photo = g_ptr_array_index (verb->photos, i);

      if (!xb_paper_store (photo, db, error) ||
          !xb_db_run (db, error, "INSERT INTO inspection_photo (item_id, sha256, name, at) VALUES (?, ?, ?, ?) "
                      "ON CONFLICT DO NOTHING", "itti", verb->item, photo->sha256, photo->name, at))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Record *verb = data;
  gint64 inspection = find_inspection_of (db, verb->item, error);
  gint64 at;

  if (inspection == 0 || !xb_inspection_check_open (db, inspection, error))
    return FALSE;
  at = find_time (db, inspection, verb->entry.at, verb->verb.now);
  verb->verb.id = verb->item;
  return write_entry (db, verb, at, error) && write_photos (db, verb, at, error) &&
         xb_db_run (db, error, "UPDATE inspection SET recorded_at = max (recorded_at, ?), seconds = seconds + ? WHERE id = ?",
                    "iii", at, CLAMP (verb->entry.seconds, 0, 12 * 3600), inspection);
}

static char *
keep (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

void
xb_workspace_record_inspection_async (XbWorkspace              *self,
                                      gint64                    item,
                                      const XbInspectionEntry  *entry,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data)
{
  Record *verb = xb_verb_new (self, sizeof *verb);

  verb->item = item;
  verb->entry = *entry;
  verb->entry.seen_name = keep (entry->seen_name);
  verb->entry.seen = keep (entry->seen);
  verb->entry.sim = keep (entry->sim);
  verb->entry.note = keep (entry->note);
  verb->photos = g_ptr_array_new_with_free_func (photo_free);
  for (guint i = 0; entry->photos != NULL && entry->photos[i] != NULL; i++)
    {
      XbPaper *photo = g_new0 (XbPaper, 1);

      photo->folder = g_strdup (xb_workspace_get_folder (self));
      photo->path = g_strdup (entry->photos[i]);
      g_ptr_array_add (verb->photos, photo);
    }
  xb_workspace_run (self, xb_workspace_record_inspection_async, verb->photos->len > 0 ? take_photos : NULL, record_job,
                    verb, record_free, cancellable, callback, user_data);
}

static gboolean
remove_photo_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  XbVerb *verb = data;
  gint64 inspection = xb_db_int (db, 0, "SELECT t.inspection_id FROM inspection_photo p JOIN inspection_item t "
                                 "ON t.id = p.item_id WHERE p.id = ?", "i", verb->id);

  return xb_inspection_check_open (db, inspection, error) &&
         xb_db_run (db, error, "DELETE FROM inspection_photo WHERE id = ?", "i", verb->id);
}

void
xb_workspace_remove_inspection_photo_async (XbWorkspace         *self,
                                            gint64               photo,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  XbVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->id = photo;
  xb_workspace_run (self, xb_workspace_remove_inspection_photo_async, NULL, remove_photo_job, verb, verb_free, cancellable,
                    callback, user_data);
}

typedef struct
{
  XbVerb   verb;
  gboolean remove;
} Discard;

static gboolean
discard_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  Discard *verb = data;

  if (verb->remove && !xb_inspection_check_open (db, verb->verb.id, error))
    return FALSE;
  if (!verb->remove && !check_none_open (db, error))
    return FALSE;
  return xb_db_run (db, error, "UPDATE inspection SET removed_at = iif (?, ?, NULL) WHERE id = ? AND state = 'open'", "iii",
                    (gint64) verb->remove, verb->verb.now, verb->verb.id);
}

void
xb_workspace_discard_inspection_async (XbWorkspace         *self,
                                       gint64               id,
                                       gboolean             remove,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  Discard *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_discard_inspection_async, NULL, discard_job, verb, verb_free, cancellable, callback,
                    user_data);
}
