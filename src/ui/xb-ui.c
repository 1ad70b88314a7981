/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-ui-resources.h"
#include "xb-ui.h"

/**
 * xb_ui_init:
 *
 * Registers templates, style and icons. By hand, because the linker drops the constructor of a
 * resource inside a static library. May be called more than once.
 */
void
xb_ui_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xb_ui_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * xb_ui_settings_new:
 *
 * Looks where GSettings looks, then where the program was installed, so that a start out of a
 * private prefix finds its own settings without any environment.
 *
 * Returns: (transfer full) (nullable): the settings; none where the schema is missing
 */
GSettings *
xb_ui_settings_new (void)
{
  GSettingsSchemaSource *usual = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchemaSource) own = NULL;
  g_autoptr(GSettingsSchema) schema = NULL;

  if (usual != NULL)
    schema = g_settings_schema_source_lookup (usual, APPLICATION_ID, TRUE);
  if (schema == NULL)
    own = g_settings_schema_source_new_from_directory (DATADIR "/glib-2.0/schemas", usual, TRUE, NULL);
  if (own != NULL)
    schema = g_settings_schema_source_lookup (own, APPLICATION_ID, FALSE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
