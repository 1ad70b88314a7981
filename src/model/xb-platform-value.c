/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-money.h"
#include "xb-platform-value.h"
#include "xb-quote.h"

static gboolean
is_unknown (const char *text)
{
  return *text == '\0' || g_ascii_strcasecmp (text, "unknown") == 0 || g_str_equal (text, "未知");
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_email (const char *text)
{
  return g_regex_match_simple ("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$", text, 0, 0);
}

/* 400-825-3666, (010) 89180702, +86 755 83765566 转 2, two of them with a comma between */
static gboolean
is_phone (const char *text)
{
  return g_regex_match_simple ("^[-0-9+() ,，、;；转#]*$", text, 0, 0) &&
         g_regex_match_simple ("([0-9].*){3}", text, 0, 0);
}

static GVariant *
text_value (XbPlatformField field,
            const char     *text)
{
  gint64 least, most;

  xb_platform_field_get_range (field, &least, &most);
  if (!is_plain (text) || g_utf8_strlen (text, -1) < least || g_utf8_strlen (text, -1) > most)
    return NULL;
  if (field == XB_PLATFORM_FIELD_EMAIL && !is_email (text))
    return NULL;
  if (field == XB_PLATFORM_FIELD_PHONE && !is_phone (text))
    return NULL;
  return g_variant_new_string (text);
}

static GVariant *
number_value (XbPlatformField field,
              gint64          number)
{
  gint64 least, most;

  xb_platform_field_get_range (field, &least, &most);
  return number >= least && number <= most ? g_variant_new_int64 (number) : NULL;
}

static GVariant *
integer_value (XbPlatformField field,
               const char     *text)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return NULL;
  return number_value (field, number);
}

static GVariant *
money_value (XbPlatformField field,
             const char     *text)
{
  gint64 fen;

  return xb_money_parse (text, &fen, NULL) ? number_value (field, fen) : NULL;
}

static GVariant *
boolean_value (const char *text)
{
  static const char *const yes[] = { "yes", "true", "1", "是", NULL };
  static const char *const no[] = { "no", "false", "0", "否", NULL };
  g_autofree char *word = g_ascii_strdown (text, -1);

  if (g_strv_contains (yes, word))
    return g_variant_new_boolean (TRUE);
  return g_strv_contains (no, word) ? g_variant_new_boolean (FALSE) : NULL;
}

static GVariant *
day_value (const char *text)
{
  return xb_day_is_valid (text) ? g_variant_new_string (text) : NULL;
}

/* Words in the order of the table, each once, whatever order they came in. */
static GVariant *
list_value (XbPlatformField    field,
            const char *const *words)
{
  GVariantBuilder builder;
  const char *nick;

  for (guint i = 0; words[i] != NULL; i++)
    if (xb_platform_field_find_word (field, words[i]) < 0)
      return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (int i = 0; (nick = xb_platform_field_get_word (field, i, NULL)) != NULL; i++)
    if (g_strv_contains (words, nick))
      g_variant_builder_add (&builder, "s", nick);
  return g_variant_builder_end (&builder);
}

static GVariant *
list_value_from_text (XbPlatformField field,
                      const char     *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  g_auto(GStrv) parts = g_regex_split_simple ("[\\s,，、;；]+", folded, 0, 0);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !(g_strv_length (parts) == 1 && g_str_equal (parts[i], "none")))
      g_strv_builder_add (words, parts[i]);
  list = g_strv_builder_end (words);
  return list_value (field, (const char *const *) list);
}

static GVariant *
value_from_text (XbPlatformField field,
                 const char     *text)
{
  switch (xb_platform_field_get_fact_type (field))
    {
    case XB_FACT_TYPE_INTEGER:
      return integer_value (field, text);
    case XB_FACT_TYPE_MONEY:
      return money_value (field, text);
    case XB_FACT_TYPE_BOOLEAN:
      return boolean_value (text);
    case XB_FACT_TYPE_DAY:
      return day_value (text);
    case XB_FACT_TYPE_CHOICE:
      return xb_platform_field_find_word (field, text) >= 0 ? g_variant_new_string (text) : NULL;
    case XB_FACT_TYPE_LIST:
      return list_value_from_text (field, text);
    case XB_FACT_TYPE_TEXT:
    default:
      return text_value (field, text);
    }
}

static gboolean
refuse (XbPlatformField   field,
        const char       *text,
        GError          **error)
{
  g_autofree char *hint = xb_platform_field_dup_hint (field);
  g_autofree char *quoted = xb_quote_dup (text);

  if (field == XB_PLATFORM_FIELD_NAME)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” cannot be the name of a platform. Give %s."), quoted, hint);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("%s: “%s” does not fit. Give %s, or “unknown”."),
                 xb_platform_field_get_title (field), quoted, hint);
  return FALSE;
}

/**
 * xb_platform_value_parse:
 * @text: as a person writes it: "5", "300.00" (yuan), "licence,logo", "none" (an empty list),
 *   "yes", "2026-01-01"; "unknown" or nothing says that it is not known
 * @value: (out) (nullable): the value; %NULL when unknown
 *
 * Returns: %FALSE with XB_ERROR_INVALID when @text does not fit @field
 */
gboolean
xb_platform_value_parse (XbPlatformField   field,
                         const char       *text,
                         GVariant        **value,
                         GError          **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GVariant *read;

  g_strstrip (valid);
  *value = NULL;
  if (is_unknown (valid))
    return field != XB_PLATFORM_FIELD_NAME || refuse (field, valid, error);
  read = value_from_text (field, valid);
  if (read == NULL)
    return refuse (field, valid, error);
  *value = g_variant_ref_sink (read);
  return TRUE;
}

static GVariant *
list_value_from_json (XbPlatformField  field,
                      JsonNode        *node)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_ptr_array_add (words, (char *) json_node_get_string (element));
    }
  g_ptr_array_add (words, NULL);
  return list_value (field, (const char *const *) words->pdata);
}

static GVariant *
value_from_json (XbPlatformField  field,
                 JsonNode        *node)
{
  XbFactType type = xb_platform_field_get_fact_type (field);
  GType json_type = json_node_get_value_type (node);

  if (type == XB_FACT_TYPE_LIST)
    return JSON_NODE_HOLDS_ARRAY (node) ? list_value_from_json (field, node) : NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (type == XB_FACT_TYPE_BOOLEAN && json_type == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));
  if (type == XB_FACT_TYPE_BOOLEAN)
    return NULL;
  if (type == XB_FACT_TYPE_INTEGER || type == XB_FACT_TYPE_MONEY)
    return json_type == G_TYPE_INT64 ? number_value (field, json_node_get_int (node)) : NULL;
  return json_type == G_TYPE_STRING ? value_from_text (field, json_node_get_string (node)) : NULL;
}

/**
 * xb_platform_value_from_json:
 * @node: of the very type: a string, an integer (money in fen), true or false, an array; null is
 *   unknown
 * @value: (out) (nullable): the value; %NULL when unknown
 *
 * Returns: %FALSE with XB_ERROR_INVALID when @node does not fit @field
 */
gboolean
xb_platform_value_from_json (XbPlatformField   field,
                             JsonNode         *node,
                             GVariant        **value,
                             GError          **error)
{
  GVariant *read;

  *value = NULL;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  read = value_from_json (field, node);
  if (read == NULL)
    {
      g_autofree char *text = json_to_string (node, FALSE);

      return refuse (field, text, error);
    }
  *value = g_variant_ref_sink (read);
  return TRUE;
}

/**
 * xb_platform_value_dup_text:
 * @value: (nullable): a value
 *
 * Returns: (transfer full): the text that xb_platform_value_parse() reads back
 */
char *
xb_platform_value_dup_text (XbPlatformField  field,
                            GVariant        *value)
{
  g_autofree const char **words = NULL;

  if (value == NULL)
    return g_strdup ("unknown");
  switch (xb_platform_field_get_fact_type (field))
    {
    case XB_FACT_TYPE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
    case XB_FACT_TYPE_MONEY:
      return xb_money_format_plain (g_variant_get_int64 (value));
    case XB_FACT_TYPE_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? "yes" : "no");
    case XB_FACT_TYPE_LIST:
      words = g_variant_get_strv (value, NULL);
      return words[0] != NULL ? g_strjoinv (",", (char **) words) : g_strdup ("none");
    case XB_FACT_TYPE_TEXT:
    case XB_FACT_TYPE_CHOICE:
    case XB_FACT_TYPE_DAY:
    default:
      return g_variant_dup_string (value, NULL);
    }
}

/**
 * xb_platform_value_to_json:
 * @value: (nullable): a value
 *
 * Returns: (transfer full): what xb_platform_value_from_json() reads back
 */
JsonNode *
xb_platform_value_to_json (GVariant *value)
{
  return value != NULL ? json_gvariant_serialize (value) : json_node_new (JSON_NODE_NULL);
}
