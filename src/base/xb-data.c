/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-data.h"
#include "xb-data-resources.h"

#define PREFIX "/io/github/xinbiao/Xinbiao/"

/* A resource in a static library is dropped by the linker unless something names it: register by hand. */
static GResource *
bundle (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xb_data_register_resource ();
      g_once_init_leave (&once, 1);
    }
  return xb_data_get_resource ();
}

/**
 * xb_data_lookup:
 * @path: a path below data/, such as "calendar/cn.json"
 *
 * Returns: (transfer full): the bundled file; a missing one is a mistake of the build and aborts
 */
GBytes *
xb_data_lookup (const char *path)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (bundle (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("bundled file %s is missing: %s", path, error->message);
  return bytes;
}

static int
compare_names (const void *a,
               const void *b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * xb_data_list:
 * @folder: a folder below data/, such as "platforms"
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the files in it, sorted
 */
char **
xb_data_list (const char *folder)
{
  g_autofree char *full = g_strconcat (PREFIX, folder, "/", NULL);
  char **names = g_resource_enumerate_children (bundle (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
