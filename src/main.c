/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "xb-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(XbApplication) application = NULL;
  const char *locale_dir = g_getenv ("XINBIAO_LOCALE_DIR"); /* out of the build folder */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Xinbiao"));

  application = xb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
