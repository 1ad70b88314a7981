/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-rules-data.h"
#include "xb-rules.h"

/* A resource in a static library is dropped by the linker unless something names it: register by hand. */
static GResource *
bundle (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xb_rules_data_register_resource ();
      g_once_init_leave (&once, 1);
    }
  return xb_rules_data_get_resource ();
}

/**
 * xb_rules_new:
 *
 * Returns: (transfer full): the rules that the program brings along: data/lexicon/ as the build read it
 */
XbRules *
xb_rules_new (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) image = g_resource_lookup_data (bundle (), "/io/github/xinbiao/Xinbiao/lexicon/image",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (image == NULL)
    g_error ("the bundled rules are missing: %s", error->message);
  return xb_rules_new_from_image (image);
}
