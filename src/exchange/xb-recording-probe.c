/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-error.h"
#include "xb-quote.h"
#include "xb-recording-probe.h"

/* Evidence of a case: pictures and PDFs as everywhere, and recordings of calls. */

#define HEAD 32

static const struct
{
  guint       at;
  const char *magic;
  const char *media_type;
  const char *extension;
} recordings[] = {
  { 0, "ID3", "audio/mpeg", "mp3" },
  { 0, "\xff\xfb", "audio/mpeg", "mp3" },
  { 0, "\xff\xf3", "audio/mpeg", "mp3" },
  { 0, "\xff\xf1", "audio/aac", "aac" },
  { 0, "\xff\xf9", "audio/aac", "aac" },
  { 0, "#!AMR", "audio/amr", "amr" },
  { 8, "WAVE", "audio/x-wav", "wav" },
  { 0, "OggS", "audio/ogg", "ogg" },
  { 0, "fLaC", "audio/flac", "flac" },
  { 4, "ftypM4A", "audio/mp4", "m4a" },
  { 4, "ftypisom", "video/mp4", "mp4" },
  { 4, "ftypmp4", "video/mp4", "mp4" },
  { 4, "ftypiso", "video/mp4", "mp4" },
  { 4, "ftypavc", "video/mp4", "mp4" },
  { 4, "ftyp3gp", "video/3gpp", "3gp" },
  { 4, "ftypqt", "video/quicktime", "mov" },
};

/* Its first bytes; nothing of a folder, a device or a pipe is read. */
static gsize
read_head (const char   *path,
           char         *head,
           GCancellable *cancellable)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = NULL;
  gsize got = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return 0;
  stream = g_file_read (file, cancellable, NULL);
  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &got, cancellable, NULL);
  return got;
}

static int
find_recording (const char *head,
                gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++)
    {
      gsize n = strlen (recordings[i].magic);

      if (length >= recordings[i].at + n && memcmp (head + recordings[i].at, recordings[i].magic, n) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * xb_evidence_probe:
 * @path: a file of the user's
 * @info: (out): what it is
 *
 * Like xb_material_probe(), and takes recordings as well.
 */
gboolean
xb_evidence_probe (const char      *path,
                   XbMaterialInfo  *info,
                   GCancellable    *cancellable,
                   GError         **error)
{
  char head[HEAD];
  int found = find_recording (head, read_head (path, head, cancellable));
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) about = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (found < 0)
    return xb_material_probe (path, info, cancellable, error);
  about = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (about == NULL)
    return FALSE;
  if (g_file_info_get_size (about) > XB_RECORDING_LIMIT)
    {
      base = g_path_get_basename (path);
      name = xb_quote_dup (base);
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is larger than 100 MB. Cut the recording down to the calls that matter, and add that."), name);
      return FALSE;
    }
  *info = (XbMaterialInfo) { .size = g_file_info_get_size (about), .media_type = recordings[found].media_type,
                             .extension = recordings[found].extension };
  return TRUE;
}
