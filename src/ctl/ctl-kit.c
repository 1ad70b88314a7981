/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "ctl-json.h"
#include "ctl-kit.h"
#include "xb-error.h"

/* What lies in a submission kit. */

static gboolean
list_folder (GFile      *folder,
             GFile      *root,
             GPtrArray  *names,
             GError    **error)
{
  g_autoptr(GFileEnumerator) children = NULL;

  children = g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                        NULL, error);
  if (children == NULL)
    return FALSE;
  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        g_ptr_array_add (names, g_file_get_relative_path (root, child));
      else if (!list_folder (child, root, names, error))
        return FALSE;
    }
}

static gboolean
list_zip (const char  *path,
          GPtrArray   *names,
          GError     **error)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  int status;

  archive_read_support_format_zip (zip);
  status = archive_read_open_filename (zip, path, 64 * 1024);
  while (status == ARCHIVE_OK && (status = archive_read_next_header (zip, &entry)) == ARCHIVE_OK)
    if (archive_entry_pathname_utf8 (entry) != NULL && archive_entry_filetype (entry) == AE_IFREG)
      g_ptr_array_add (names, g_strdup (archive_entry_pathname_utf8 (entry)));
  if (status != ARCHIVE_EOF)
    g_set_error (error, XB_ERROR, XB_ERROR_IO, _("the kit “%s” could not be read back: %s"), path,
                 archive_error_string (zip));
  archive_read_free (zip);
  return status == ARCHIVE_EOF;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_kit (const char *path,
          GError    **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  gboolean done;

  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    done = list_folder (folder, folder, names, error);
  else
    done = list_zip (path, names, error);
  g_ptr_array_sort (names, compare_names);
  return done ? g_steal_pointer (&names) : NULL;
}

/** ctl_kit_print: @path: where the kit of @filing was written */
gboolean
ctl_kit_print (Ctl         *ctl,
               gint64       filing,
               const char  *path,
               GError     **error)
{
  g_autoptr(GPtrArray) names = list_kit (path, error);
  g_autofree char *shown = g_filename_display_name (path);
  JsonObject *object;
  JsonArray *files;

  if (names == NULL)
    return FALSE;
  if (!ctl->json)
    {
      printf (_("The kit is in “%s”; begin with the page that says where to upload what.\n"), shown);
      for (guint i = 0; i < names->len; i++)
        printf ("  %s\n", (char *) g_ptr_array_index (names, i));
      return TRUE;
    }
  object = json_object_new ();
  files = json_array_new ();
  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (files, g_ptr_array_index (names, i));
  ctl_json_add_text (object, "kit", shown);
  ctl_json_add_id (object, "filing_id", filing);
  json_object_set_array_member (object, "files", files);
  ctl_json_print (object);
  return TRUE;
}
