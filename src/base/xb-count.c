/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "xb-count.h"

/** xb_count_format: Returns: (transfer full): "1,234,567", whatever the locale */
char *
xb_count_format (gint64 count)
{
  g_autofree char *plain = g_strdup_printf ("%" PRIu64, count < 0 ? 0 - (guint64) count : (guint64) count);
  GString *out = g_string_new (count < 0 ? "\u2212" : "");

  for (gsize left = strlen (plain), i = 0; left > 0; left--, i++)
    {
      g_string_append_c (out, plain[i]);
      if (left % 3 == 1 && left > 1)
        g_string_append_c (out, ',');
    }
  return g_string_free (out, FALSE);
}
