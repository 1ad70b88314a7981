/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "xb-rules.h"

/* compile-lexicon FOLDER IMAGE: part of the build. What is wrong with a rule file stops it, with the line. */

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRules) rules = NULL;
  g_autoptr(GBytes) image = NULL;
  const char *const *problem;
  gsize size;
  gconstpointer data;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("Usage: compile-lexicon FOLDER IMAGE\n");
      return 2;
    }
  rules = xb_rules_new_from_folder (argv[1], &error);
  for (problem = rules != NULL ? xb_rules_get_problems (rules) : NULL; problem != NULL && *problem != NULL; problem++)
    g_printerr ("%s\n", *problem);
  if (rules != NULL && *xb_rules_get_problems (rules) != NULL)
    return 1;
  if (rules != NULL)
    {
      image = xb_rules_dup_image (rules);
      data = g_bytes_get_data (image, &size);
      if (g_file_set_contents (argv[2], data, (gssize) size, &error))
        return 0;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}
