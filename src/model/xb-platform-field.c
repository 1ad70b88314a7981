/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-enums.h"
#include "xb-lifecycle.h"
#include "xb-platform-field.h"

typedef enum
{
  END_NONE,
  END_LOWER, /* the next field of the table is its upper end */
  END_UPPER, /* the field before is its lower end */
} End;

typedef struct
{
  const char           *name;
  const char           *title;
  XbFactType            type;
  End                   end;
  gint64                least; /* of a number; of a text its shortest and longest in characters */
  gint64                most;
  const XbPlatformWord *words;
  GType               (*words_type) (void);
} Field;

/* in the order of XbPhoneType, so that bits fit */
static const XbPlatformWord number_types[] = {
  { "mobile", N_("mobile") }, { "fixed", N_("fixed line") }, { "400", "400" }, { "800", "800" },
  { "95", "95" }, { "96", "96" }, { "short", N_("short number") },
  { "international", N_("abroad") },
  { NULL }
};

static const XbPlatformWord logo_formats[] = {
  { "png", "PNG" }, { "jpg", "JPG" }, { "bmp", "BMP" }, { "gif", "GIF" }, { "svg", "SVG" }, { NULL }
};

static const XbPlatformWord units[] = {
  { "working-days", N_("working days") }, { "hours", N_("hours") }, { NULL }
};

static const XbPlatformWord widths[] = {
  { "char", N_("every character counts 1") },
  { "cjk2", N_("a Chinese character counts 2") },
  { NULL }
};

#define YUAN(n) (G_GINT64_CONSTANT (100) * (n))
#define TEXT(most) XB_FACT_TYPE_TEXT, END_NONE, 1, most
#define INTEGER(end, least, most) XB_FACT_TYPE_INTEGER, end, least, most
#define MONEY(end) XB_FACT_TYPE_MONEY, end, 0, YUAN (1000000)
#define CHOICE(words) XB_FACT_TYPE_CHOICE, END_NONE, 0, 0, words
#define LIST(words, type) XB_FACT_TYPE_LIST, END_NONE, 0, 0, words, type
#define F(field) XB_PLATFORM_FIELD_##field
#define BOOLEAN XB_FACT_TYPE_BOOLEAN, END_NONE, 0, 1

static const Field fields[XB_PLATFORM_N_FIELDS] = {
  [F (NAME)] = { "name", N_("Name"), TEXT (60) },
  [F (PORTAL)] = { "portal", N_("Where to apply"), TEXT (300) },
  [F (PHONE)] = { "phone", N_("Phone"), TEXT (60) },
  [F (EMAIL)] = { "email", N_("E-mail"), TEXT (120) },
  [F (MATERIALS)] =
    { "materials", N_("Materials it asks for"), LIST (NULL, xb_material_type_get_type) },
  [F (MATERIALS_OPTIONAL)] =
    { "materials_optional", N_("Materials it also takes"), LIST (NULL, xb_material_type_get_type) },
  [F (MAX_FILE_BYTES)] = { "max_file_bytes", N_("Largest file"), INTEGER (END_NONE, 1, 1 << 30) },
  [F (LOGO_MIN_PX)] = { "logo_min_px", N_("Logo, smallest side"), INTEGER (END_LOWER, 1, 20000) },
  [F (LOGO_MAX_PX)] = { "logo_max_px", N_("Logo, largest side"), INTEGER (END_UPPER, 1, 20000) },
  [F (LOGO_SQUARE)] = { "logo_square", N_("Logo must be square"), BOOLEAN },
  [F (LOGO_FORMATS)] = { "logo_formats", N_("Logo file types"), LIST (logo_formats, NULL) },
  [F (LOGO_MAX_BYTES)] =
    { "logo_max_bytes", N_("Largest logo file"), INTEGER (END_NONE, 1, 1 << 30) },
  [F (NAME_MUST_CONTAIN)] = { "name_must_contain", N_("The name must contain"), TEXT (20) },
  [F (NAME_MAX)] = { "name_max", N_("Longest name"), INTEGER (END_NONE, 1, 200) },
  [F (LABEL_MAX)] = { "label_max", N_("Longest label"), INTEGER (END_NONE, 1, 200) },
  [F (WIDTH_COUNTS)] = { "width_counts", N_("How a label is counted"), CHOICE (widths) },
  [F (NUMBER_TYPES)] = { "number_types", N_("Numbers it takes"), LIST (number_types, NULL) },
  [F (HANDSETS)] = { "handsets", N_("Phones that show it"), LIST (NULL, xb_handset_get_type) },
  [F (REVIEW_MIN)] = { "review_min", N_("Review, shortest"), INTEGER (END_LOWER, 0, 2000) },
  [F (REVIEW_MAX)] = { "review_max", N_("Review, longest"), INTEGER (END_UPPER, 0, 2000) },
  [F (REVIEW_UNIT)] = { "review_unit", N_("Review is counted in"), CHOICE (units) },
  [F (EXPEDITE_HOURS)] = { "expedite_hours", N_("Expedited review"), INTEGER (END_NONE, 1, 2000) },
  [F (EXPEDITE_FEE)] = { "expedite_fee_fen", N_("Fee of the expedited review"), MONEY (END_NONE) },
  [F (SYNC_MIN)] = { "sync_min", N_("Sync, shortest"), INTEGER (END_LOWER, 0, 2000) },
  [F (SYNC_MAX)] = { "sync_max", N_("Sync, longest"), INTEGER (END_UPPER, 0, 2000) },
  [F (SYNC_UNIT)] = { "sync_unit", N_("Sync is counted in"), CHOICE (units) },
  [F (USABLE_WHILE_PENDING)] =
    { "usable_while_pending", N_("Number usable during the review"), BOOLEAN },
  [F (VALIDITY_MONTHS)] = { "validity_months", N_("Valid for"), INTEGER (END_NONE, 1, 600) },
  [F (ANNUAL_FEE_MIN)] = { "annual_fee_min_fen", N_("Fee a year, least"), MONEY (END_LOWER) },
  [F (ANNUAL_FEE_MAX)] = { "annual_fee_max_fen", N_("Fee a year, most"), MONEY (END_UPPER) },
  [F (FREE_EDITS)] = { "free_edits", N_("Free edits a year"), INTEGER (END_NONE, 0, 1000) },
  [F (EDIT_FEE_MIN)] =
    { "edit_fee_min_fen", N_("Fee of a further edit, least"), MONEY (END_LOWER) },
  [F (EDIT_FEE_MAX)] = { "edit_fee_max_fen", N_("Fee of a further edit, most"), MONEY (END_UPPER) },
  [F (EDIT_TAKES_DOWN)] =
    { "edit_takes_down", N_("An edit stops the display until approved"), BOOLEAN },
  [F (CONTRACT_FROM)] = { "contract_from", N_("First day of a contract year"), XB_FACT_TYPE_DAY },
  [F (UPKEEP_FEE_MIN)] = { "upkeep_fee_min_fen", N_("Upkeep a year, least"), MONEY (END_LOWER) },
  [F (UPKEEP_FEE_MAX)] = { "upkeep_fee_max_fen", N_("Upkeep a year, most"), MONEY (END_UPPER) },
  [F (LABEL_WORK_FEE_MIN)] =
    { "label_work_fee_min_fen", N_("Label work a time, least"), MONEY (END_LOWER) },
  [F (LABEL_WORK_FEE_MAX)] =
    { "label_work_fee_max_fen", N_("Label work a time, most"), MONEY (END_UPPER) },
  [F (LABEL_WORK_GAIN_MIN)] =
    { "label_work_gain_min", N_("Inquiries after label work, least per cent more"), INTEGER (END_LOWER, 0, 1000) },
  [F (LABEL_WORK_GAIN_MAX)] =
    { "label_work_gain_max", N_("Inquiries after label work, most per cent more"), INTEGER (END_UPPER, 0, 1000) },
  [F (INSPECTION_FEE_MIN)] =
    { "inspection_fee_min_fen", N_("Inspection a month, least"), MONEY (END_LOWER) },
  [F (INSPECTION_FEE_MAX)] =
    { "inspection_fee_max_fen", N_("Inspection a month, most"), MONEY (END_UPPER) },
  [F (INCIDENT_FEE_MIN)] =
    { "incident_fee_min_fen", N_("Urgent handling a time, least"), MONEY (END_LOWER) },
  [F (INCIDENT_FEE_MAX)] =
    { "incident_fee_max_fen", N_("Urgent handling a time, most"), MONEY (END_UPPER) },
  [F (APPEAL_PORTAL)] = { "appeal_portal", N_("Where to appeal"), TEXT (300) },
  [F (APPEAL_DAYS_MIN)] =
    { "appeal_days_min", N_("Appeal, fewest working days"), INTEGER (END_LOWER, 0, 366) },
  [F (APPEAL_DAYS_MAX)] =
    { "appeal_days_max", N_("Appeal, most working days"), INTEGER (END_UPPER, 0, 366) },
  [F (APPEAL_FEE)] = { "appeal_fee_fen", N_("Fee of an appeal"), MONEY (END_NONE) },
  [F (APPEAL_EXPEDITE_FEE)] =
    { "appeal_expedite_fee_fen", N_("Fee of an expedited appeal"), MONEY (END_NONE) },
  [F (WITHDRAWN)] = { "withdrawn", N_("Ended on"), XB_FACT_TYPE_DAY },
};

/**
 * xb_platform_field_find:
 * @name: a field's name; that of a fee may leave out "_fen", since people write yuan
 * @field: (out): which one
 *
 * Returns: whether there is such a field
 */
gboolean
xb_platform_field_find (const char      *name,
                        XbPlatformField *field)
{
  g_autofree char *fee = g_strconcat (name, "_fen", NULL);

  for (guint i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    if (g_str_equal (fields[i].name, name) || g_str_equal (fields[i].name, fee))
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

const char *
xb_platform_field_get_name (XbPlatformField field)
{
  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, NULL);

  return fields[field].name;
}

/** xb_platform_field_get_title: Returns: what to call it on screen, translated */
const char *
xb_platform_field_get_title (XbPlatformField field)
{
  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, NULL);

  return _(fields[field].title);
}

XbFactType
xb_platform_field_get_fact_type (XbPlatformField field)
{
  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, XB_FACT_TYPE_TEXT);

  return fields[field].type;
}

/**
 * xb_platform_field_get_range:
 * @least: (out): the smallest number, the least money in fen, the fewest characters
 * @most: (out): the largest
 */
void
xb_platform_field_get_range (XbPlatformField field,
                             gint64         *least,
                             gint64         *most)
{
  g_return_if_fail (field < XB_PLATFORM_N_FIELDS);

  *least = fields[field].least;
  *most = fields[field].most;
}

/** xb_platform_field_get_upper_end: Returns: whether @field is a lower end, and @upper its other */
gboolean
xb_platform_field_get_upper_end (XbPlatformField  field,
                                 XbPlatformField *upper)
{
  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, FALSE);

  *upper = field + 1;
  return fields[field].end == END_LOWER;
}

/**
 * xb_platform_field_get_lower_end:
 *
 * Returns: whether @field is an upper end, and @lower its other
 */
gboolean
xb_platform_field_get_lower_end (XbPlatformField  field,
                                 XbPlatformField *lower)
{
  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, FALSE);

  *lower = field - 1;
  return fields[field].end == END_UPPER;
}

static const char *
title_of_enum (XbPlatformField field,
               int             value)
{
  if (field == XB_PLATFORM_FIELD_HANDSETS)
    return xb_handset_get_title (value);
  return xb_material_type_get_title (value);
}

/**
 * xb_platform_field_get_word:
 * @field: a choice or a list
 * @index: from 0
 * @title: (out) (optional): how people read it, translated
 *
 * Returns: (nullable): the word of that index; %NULL after the last
 */
const char *
xb_platform_field_get_word (XbPlatformField field,
                            int             index,
                            const char    **title)
{
  const XbPlatformWord *words;
  const char *nick = NULL;

  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, NULL);

  words = fields[field].words;
  if (fields[field].words_type != NULL)
    nick = xb_enum_to_nick (fields[field].words_type (), index);
  else if (words != NULL)
    nick = words[index].nick;
  if (nick != NULL && title != NULL)
    *title = words != NULL ? _(words[index].title) : title_of_enum (field, index);
  return nick;
}

/** xb_platform_field_find_word: Returns: the index of @word in a choice or a list, or -1 */
int
xb_platform_field_find_word (XbPlatformField field,
                             const char     *word)
{
  const char *nick;

  for (int i = 0; (nick = xb_platform_field_get_word (field, i, NULL)) != NULL; i++)
    if (g_str_equal (nick, word))
      return i;
  return -1;
}

static char *
dup_words (XbPlatformField field)
{
  GString *out = g_string_new (NULL);
  const char *nick;

  for (int i = 0; (nick = xb_platform_field_get_word (field, i, NULL)) != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", nick);
  return g_string_free (out, FALSE);
}

/**
 * xb_platform_field_dup_hint:
 *
 * Returns: (transfer full): what may be entered, a part of a sentence
 */
char *
xb_platform_field_dup_hint (XbPlatformField field)
{
  const Field *self = &fields[field];
  g_autofree char *words = NULL;

  g_return_val_if_fail (field < XB_PLATFORM_N_FIELDS, NULL);

  switch (self->type)
    {
    case XB_FACT_TYPE_INTEGER:
      return g_strdup_printf (_("a whole number from %d to %d"), (int) self->least,
                              (int) self->most);
    case XB_FACT_TYPE_MONEY:
      return g_strdup_printf (_("yuan from 0 to %d, such as 300.00"), (int) (self->most / 100));
    case XB_FACT_TYPE_BOOLEAN:
      return g_strdup (_("yes or no"));
    case XB_FACT_TYPE_DAY:
      return g_strdup (_("a day such as 2026-01-31"));
    case XB_FACT_TYPE_CHOICE:
      words = dup_words (field);
      return g_strdup_printf (_("one of: %s"), words);
    case XB_FACT_TYPE_LIST:
      words = dup_words (field);
      return g_strdup_printf (_("any of: %s, with commas between"), words);
    case XB_FACT_TYPE_TEXT:
    default:
      return g_strdup_printf (_("text of at most %d characters"), (int) self->most);
    }
}
