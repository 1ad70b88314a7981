/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../unit/samples.h"
#include "fuzz-driver.h"
#include "xb-error.h"
#include "xb-material-probe.h"
#include "xb-watermark.h"

/* Damaged papers are shown to the probe; what it takes is copied with the watermark, as the program would. Asked is
 * an answer, with a sentence where it is no, and that no library warns. */

static char *folder;

static void
check_sentence (const GError *error)
{
  if (error->domain != XB_ERROR || !g_utf8_validate (error->message, -1, NULL) || strchr (error->message, '\n') != NULL)
    g_error ("not a sentence of ours: %s", error->message);
}

static void
check_copy (const uint8_t *data,
            size_t         size,
            const char    *media_type)
{
  g_autofree char *path = g_build_filename (folder, "paper", NULL);
  g_autofree char *out = g_build_filename (folder, "copy", NULL);
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  if (!g_file_set_contents (path, (const char *) data, size, &error))
    g_error ("%s", error->message);
  if (!xb_watermark_copy (path, media_type, "仅用于测试", out, NULL, &error))
    check_sentence (error);
  else if (!xb_material_probe (out, &info, NULL, &error))
    g_error ("the copy cannot be shown: %s", error->message);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size); /* of its own size: an overrun shows */
  g_autoptr(GError) error = NULL;
  XbMaterialInfo info;

  if (folder == NULL)
    folder = sample_folder ();
  if (!xb_material_probe_bytes (bytes, "fuzz.jpg", &info, NULL, &error))
    check_sentence (error);
  else if (info.pages < 1 || info.size != (gint64) size)
    g_error ("a wrong answer");
  else if ((gint64) info.width * info.height < 1000 * 1000 && info.pages < 5) /* bounded work a round */
    check_copy (data, size, info.media_type);
  return 0;
}

#ifndef XB_LIBFUZZER
int
main (int   argc,
      char *argv[])
{
  static const char *const kinds[] = { "jpeg", "png", "bmp", "tiff", "pdf" };
  GBytes *papers[G_N_ELEMENTS (kinds)];
  Seed seeds[G_N_ELEMENTS (kinds)];
  int failed;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      papers[i] = g_str_equal (kinds[i], "pdf") ? sample_pdf (1) : sample_picture (kinds[i], 40, 32);
      seeds[i].data = g_bytes_get_data (papers[i], &seeds[i].size);
    }
  failed = run_fuzz (argc, argv, seeds, G_N_ELEMENTS (seeds), 1500);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_bytes_unref (papers[i]);
  sample_remove (g_steal_pointer (&folder));
  return failed;
}
#endif
