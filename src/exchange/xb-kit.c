/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "xb-clock.h"
#include "xb-csv-writer.h"
#include "xb-error.h"
#include "xb-kit-private.h"
#include "xb-letter.h"
#include "xb-output.h"
#include "xb-quote.h"
#include "xb-typeset.h"
#include "xb-watermark.h"

static void
number_free (gpointer data)
{
  XbKitNumber *number = data;

  g_free (number->number);
  g_free (number->use);
  g_free (number->name);
  g_free (number->label);
  g_free (number);
}

static void
material_free (gpointer data)
{
  XbKitMaterial *material = data;

  g_free (material->source);
  g_free (material->media_type);
  g_free (material->stem);
  g_free (material);
}

static void
copy_free (gpointer data)
{
  XbKitCopy *copy = data;

  g_free (copy->file_name);
  g_free (copy->sha256);
  g_free (copy->media_type);
  g_free (copy);
}

/** xb_kit_new: Returns: (transfer full): an empty kit */
XbKit *
xb_kit_new (void)
{
  XbKit *self = g_new0 (XbKit, 1);

  self->letter = TRUE;
  self->numbers = g_ptr_array_new_with_free_func (number_free);
  self->materials = g_ptr_array_new_with_free_func (material_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
xb_kit_free (XbKit *self)
{
  char *const texts[] = {
    self->platform, self->portal, self->contact, self->business, self->uscc, self->head, self->address,
    self->industry, self->person, self->person_phone, self->display_name, self->label, self->purpose, self->agent,
    self->agent_phone, self->watermark, self->fee, self->expected, self->date, self->until };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/** xb_kit_add_number: @use, @name, @label: (nullable): see #XbKitNumber */
void
xb_kit_add_number (XbKit      *self,
                   const char *number,
                   const char *use,
                   const char *name,
                   const char *label)
{
  XbKitNumber *added = g_new0 (XbKitNumber, 1);

  added->number = g_strdup (number);
  added->use = g_strdup (use);
  added->name = g_strdup (name);
  added->label = g_strdup (label);
  g_ptr_array_add (self->numbers, added);
}

/** xb_kit_add_material: @stem: (nullable): see #XbKitMaterial */
void
xb_kit_add_material (XbKit          *self,
                     XbMaterialType  type,
                     gint64          id,
                     const char     *source,
                     const char     *media_type,
                     const char     *stem)
{
  XbKitMaterial *added = g_new0 (XbKitMaterial, 1);

  added->type = type;
  added->id = id;
  added->source = g_strdup (source);
  added->media_type = g_strdup (media_type);
  added->stem = g_strdup (stem);
  g_ptr_array_add (self->materials, added);
}

/** xb_kit_add_note: adds a remark to the page, such as what this platform is known to refuse */
void
xb_kit_add_note (XbKit      *self,
                 const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

/* The only way of a material into a kit: through the watermark. */
static gboolean
write_copy (const XbKit         *self,
            const XbKitMaterial *material,
            const char          *folder,
            GPtrArray           *copies,
            GCancellable        *cancellable,
            GError             **error)
{
  const char *stem = material->stem == NULL ? xb_kit_material_title (material->type) : material->stem;
  g_autofree char *name = xb_kit_file_name (copies->len + 1, stem, xb_watermark_extension (material->media_type));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr(XbOutput) output = xb_output_new (path, error);
  XbKitCopy *copy;
  GStatBuf status;

  if (output == NULL ||
      !xb_watermark_write (material->source, material->media_type, self->watermark, output, cancellable, error) ||
      !xb_output_commit (output, &sha256, error))
    return FALSE;

  copy = g_new0 (XbKitCopy, 1);
  copy->type = material->type;
  copy->id = material->id;
  copy->size = g_stat (path, &status) == 0 ? status.st_size : 0;
  copy->media_type = g_strdup (xb_watermark_media_type (material->media_type));
  copy->file_name = g_steal_pointer (&name);
  copy->sha256 = g_steal_pointer (&sha256);
  g_ptr_array_add (copies, copy);
  return TRUE;
}

static gboolean
write_letter (const XbKit  *self,
              const char   *folder,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(XbLetter) letter = xb_letter_new ();
  g_autofree char *path = g_build_filename (folder, XB_KIT_LETTER, NULL);

  letter->platform = g_strdup (self->platform);
  letter->business = g_strdup (self->business);
  letter->uscc = g_strdup (self->uscc);
  letter->kind = self->kind;
  letter->head = g_strdup (self->head);
  letter->purpose = g_strdup (self->purpose);
  letter->agent = g_strdup (self->agent);
  letter->agent_phone = g_strdup (self->agent_phone);
  letter->from = g_strdup (self->date);
  letter->until = g_strdup (self->until);
  /* The day of signing is written by who signs. */
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const XbKitNumber *number = g_ptr_array_index (self->numbers, i);

      xb_letter_add_number (letter, number->number, number->use);
    }
  return xb_letter_write (letter, path, cancellable, error);
}

static void
add_cell (XbCsvWriter *writer,
          const char  *text,
          const char  *otherwise)
{
  g_autofree char *line = xb_typeset_line (text == NULL ? otherwise : text);

  xb_csv_writer_add (writer, line);
}

static gboolean
write_numbers (const XbKit *self,
               const char  *folder,
               GError     **error)
{
  static const char *const headings[] = { "号码", "用途", "展示名称", "标签" };
  g_autofree char *path = g_build_filename (folder, XB_KIT_NUMBERS, NULL);
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    xb_csv_writer_add (writer, headings[i]);
  xb_csv_writer_end_row (writer);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const XbKitNumber *number = g_ptr_array_index (self->numbers, i);
      g_autofree char *plain = xb_kit_plain_number (number->number);

      xb_csv_writer_add (writer, plain);
      add_cell (writer, number->use, self->purpose);
      add_cell (writer, number->name, self->display_name == NULL ? self->business : self->display_name);
      add_cell (writer, number->label, self->label);
      xb_csv_writer_end_row (writer);
    }
  return xb_csv_writer_finish (writer, error);
}

static gboolean
write_guide (const XbKit *self,
             const char  *folder,
             GPtrArray   *copies,
             GError     **error)
{
  g_autofree char *path = g_build_filename (folder, XB_KIT_GUIDE, NULL);
  g_autofree char *page = xb_kit_guide (self, copies);
  g_autoptr(XbOutput) output = xb_output_new (path, error);

  if (output == NULL)
    return FALSE;
  xb_output_write (output, page, strlen (page));
  return xb_output_commit (output, NULL, error);
}

static gboolean
write_all (const XbKit  *self,
           const char   *folder,
           GPtrArray    *copies,
           GCancellable *cancellable,
           GError      **error)
{
  for (guint i = 0; i < self->materials->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !write_copy (self, g_ptr_array_index (self->materials, i), folder, copies, cancellable, error))
      return FALSE;
  if (self->letter && !write_letter (self, folder, cancellable, error))
    return FALSE;
  return write_numbers (self, folder, error) && write_guide (self, folder, copies, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
check_whole (const XbKit *self,
             GError     **error)
{
  const char *missing = NULL;

  if (self->platform == NULL || *self->platform == '\0')
    missing = _("The kit has no recipient. Choose a platform first.");
  else if (self->business == NULL || *self->business == '\0')
    missing = _("The kit has no sender. Enter the name of the business first.");
  else if (self->numbers->len == 0)
    missing = _("The kit has no number. Choose the numbers first.");
  if (missing != NULL)
    g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, missing);
  return missing == NULL;
}

/* A target that holds something is never touched: who knows whose it is. */
static gboolean
check_target (const char *path,
              gboolean    folder,
              GError    **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = xb_quote_dup (base);
  g_autoptr(GDir) dir = NULL;
  GStatBuf status;

  if (g_lstat (path, &status) != 0)
    return TRUE;
  if (folder)
    dir = g_dir_open (path, 0, NULL);
  if (folder ? dir != NULL && g_dir_read_name (dir) == NULL : S_ISREG (status.st_mode) && status.st_size == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("“%s” is already there and not empty. Choose another name for the kit; nothing was changed."), name);
  return FALSE;
}

/* What is in the folder was written by us a moment ago; a folder inside is not ours and stays. */
static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* A new folder beside @target, for us alone. */
static char *
make_folder (const char *target,
             GError    **error)
{
  g_autofree char *parent = g_path_get_dirname (target);
  g_autofree char *template = g_build_filename (parent, ".xinbiao-XXXXXX", NULL);

  if (g_mkdtemp_full (template, 0700) != NULL)
    return g_steal_pointer (&template);
  xb_output_set_error (error, target, errno);
  return NULL;
}

/* The path without a slash at the end and, where it is a link to a folder, that folder. */
static char *
real_target (const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  char *resolved = realpath (canonical, NULL);
  char *target;

  if (resolved == NULL)
    return g_steal_pointer (&canonical);
  target = g_strdup (resolved);
  free (resolved);
  return target;
}

static gboolean
move_into_place (const char *folder,
                 const char *target,
                 GError    **error)
{
  g_autofree char *parent = g_path_get_dirname (target);

  xb_output_sync_folder (folder);
  if (g_rename (folder, target) != 0)
    {
      int code = errno;

      if (check_target (target, TRUE, error)) /* or did somebody fill it meanwhile? */
        xb_output_set_error (error, target, code);
      return FALSE;
    }
  xb_output_sync_folder (parent);
  return TRUE;
}

/**
 * xb_kit_write:
 * @out_folder: the kit; it must not be there yet, or be an empty folder
 * @copies: (out) (optional) (transfer full) (element-type XbKitCopy): what the recipient gets copies of
 * @cancellable: (nullable): to stop early
 *
 * Writes the submission kit as a folder (mode 0700): watermarked copies of the materials, the authorisation letter,
 * the list of numbers, and a page that says what to put where. It is built beside @out_folder and renamed at the end:
 * on an error, a cancel or a crash there is no half of it. Safe in any thread.
 */
gboolean
xb_kit_write (const XbKit  *self,
              const char   *out_folder,
              GPtrArray   **copies,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *target = real_target (out_folder);
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func (copy_free);

  if (!check_whole (self, error) || !check_target (target, TRUE, error))
    return FALSE;
  folder = make_folder (target, error);
  if (folder == NULL)
    return FALSE;
  if (!write_all (self, folder, made, cancellable, error) || !move_into_place (folder, target, error))
    {
      remove_folder (folder);
      return FALSE;
    }
  if (copies != NULL)
    *copies = g_steal_pointer (&made);
  return TRUE;
}

static GPtrArray *
list_names (const XbKit *self,
            GPtrArray   *copies)
{
  GPtrArray *names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) XB_KIT_GUIDE);
  for (guint i = 0; i < copies->len; i++)
    g_ptr_array_add (names, ((XbKitCopy *) g_ptr_array_index (copies, i))->file_name);
  if (self->letter)
    g_ptr_array_add (names, (gpointer) XB_KIT_LETTER);
  g_ptr_array_add (names, (gpointer) XB_KIT_NUMBERS);
  return names;
}

/**
 * xb_kit_write_zip:
 * @out_file: the archive; it must not be there yet, or be empty
 * @copies: (out) (optional) (transfer full) (element-type XbKitCopy): what the recipient gets copies of
 * @cancellable: (nullable): to stop early
 *
 * xb_kit_write() as one .zip with names in UTF-8.
 */
gboolean
xb_kit_write_zip (const XbKit  *self,
                  const char   *out_file,
                  GPtrArray   **copies,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autofree char *target = real_target (out_file);
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func (copy_free);
  g_autoptr(GPtrArray) names = NULL;
  gint64 modified = self->date == NULL ? 0 : MAX (0, xb_instant_from_day (self->date, 9, 0));
  gboolean good;

  if (!check_whole (self, error) || !check_target (target, FALSE, error))
    return FALSE;
  folder = make_folder (target, error);
  if (folder == NULL)
    return FALSE;
  good = write_all (self, folder, made, cancellable, error);
  if (good)
    {
      names = list_names (self, made);
      good = xb_kit_zip_folder (folder, names, modified, target, cancellable, error);
    }
  remove_folder (folder);
  if (good && copies != NULL)
    *copies = g_steal_pointer (&made);
  return good;
}
