/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enums.h"

/**
 * xb_enum_to_nick:
 *
 * Returns: (nullable): the word for @value of the enumeration @type, owned by the type
 */
const char *
xb_enum_to_nick (GType type,
                 int   value)
{
  GEnumClass *klass = g_type_class_ref (type); /* static types stay: the reference is kept on purpose */
  GEnumValue *entry = g_enum_get_value (klass, value);

  return entry != NULL ? entry->value_nick : NULL;
}

/**
 * xb_enum_from_nick:
 * @nick: (nullable): a word
 * @value: (out): its value
 *
 * Returns: whether @nick is a word of @type
 */
gboolean
xb_enum_from_nick (GType       type,
                   const char *nick,
                   int        *value)
{
  GEnumValue *entry = nick != NULL ? g_enum_get_value_by_nick (g_type_class_ref (type), nick) : NULL;

  if (entry != NULL)
    *value = entry->value;
  return entry != NULL;
}

/**
 * xb_enum_dup_choices:
 *
 * Returns: (transfer full): all words of @type for a message, "a, b, c"
 */
char *
xb_enum_dup_choices (GType type)
{
  GEnumClass *klass = g_type_class_ref (type);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  return g_string_free (out, FALSE);
}
