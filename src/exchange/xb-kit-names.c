/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-kit-private.h"
#include "xb-typeset.h"

/* Bytes of the variable part: with number, mark and extension it stays below the 255 of file systems. */
#define LONGEST 120

/** xb_kit_material_title: Returns: how Chinese platforms call a material of that type */
const char *
xb_kit_material_title (XbMaterialType type)
{
  switch (type)
    {
    case XB_MATERIAL_TYPE_LICENCE: return "营业执照";
    case XB_MATERIAL_TYPE_AUTHORISATION: return "授权委托书";
    case XB_MATERIAL_TYPE_OWNERSHIP: return "号码归属证明";
    case XB_MATERIAL_TYPE_LOGO: return "企业标识";
    case XB_MATERIAL_TYPE_IDENTITY: return "身份证件";
    case XB_MATERIAL_TYPE_OTHER: return "其他材料";
    default: g_return_val_if_reached ("材料");
    }
}

/**
 * xb_kit_plain_number:
 * @number: (nullable): as people write it, such as 138 0013 8000
 *
 * Returns: (transfer full): as the fields of forms take it, 13800138000
 */
char *
xb_kit_plain_number (const char *number)
{
  char *line = xb_typeset_line (number);
  char *to = line;

  for (const char *at = line; *at != '\0'; at++)
    if (*at != ' ')
      *to++ = *at;
  *to = '\0';
  return line;
}

/**
 * xb_kit_file_name:
 * @index: from 1; keeps names apart and in order
 * @stem: any bytes
 * @extension: without the dot
 *
 * Returns: (transfer full): a name that every file system takes, such as 01-营业执照-水印.jpg
 */
char *
xb_kit_file_name (guint       index,
                  const char *stem,
                  const char *extension)
{
  g_autofree char *line = xb_typeset_line (stem);
  g_autoptr(GString) safe = g_string_new (NULL);

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (safe->len >= LONGEST)
        break;
      g_string_append_unichar (safe, c < 128 && strchr ("/\\:*?\"<>|", c) != NULL ? '_' : c);
    }
  g_strstrip (safe->str);
  return g_strdup_printf ("%02u-%s-水印.%s", index, *safe->str == '\0' ? "材料" : safe->str, extension);
}
