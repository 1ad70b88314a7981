/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-fact-private.h"
#include "xb-money.h"
#include "xb-platform-private.h"

/* How what is known of a platform reads on its page: both ends of a range in one line, with the
 * unit. */

typedef enum
{
  SHAPE_TEXT,
  SHAPE_WORDS,
  SHAPE_BYTES,
  SHAPE_PIXELS,
  SHAPE_CHARACTERS,
  SHAPE_TIME, /* least, most, unit */
  SHAPE_WORKING_DAYS,
  SHAPE_HOURS,
  SHAPE_MONTHS,
  SHAPE_TIMES,
  SHAPE_PER_CENT,
  SHAPE_MONEY,
} Shape;

#define F(field) XB_PLATFORM_FIELD_##field
#define MAX_FIELDS 3

static const struct
{
  const char     *title; /* NULL: that of the field */
  Shape           shape;
  guint           n_fields;
  XbPlatformField fields[MAX_FIELDS];
} lines[] = {
  { NULL, SHAPE_TEXT, 1, { F (PORTAL) } },
  { NULL, SHAPE_TEXT, 1, { F (PHONE) } },
  { NULL, SHAPE_TEXT, 1, { F (EMAIL) } },
  { NULL, SHAPE_WORDS, 1, { F (NUMBER_TYPES) } },
  { NULL, SHAPE_WORDS, 1, { F (HANDSETS) } },
  { NULL, SHAPE_WORDS, 1, { F (MATERIALS) } },
  { NULL, SHAPE_WORDS, 1, { F (MATERIALS_OPTIONAL) } },
  { NULL, SHAPE_BYTES, 1, { F (MAX_FILE_BYTES) } },
  { N_("Side of the logo"), SHAPE_PIXELS, 2, { F (LOGO_MIN_PX), F (LOGO_MAX_PX) } },
  { NULL, SHAPE_WORDS, 1, { F (LOGO_SQUARE) } },
  { NULL, SHAPE_WORDS, 1, { F (LOGO_FORMATS) } },
  { NULL, SHAPE_BYTES, 1, { F (LOGO_MAX_BYTES) } },
  { NULL, SHAPE_TEXT, 1, { F (NAME_MUST_CONTAIN) } },
  { NULL, SHAPE_CHARACTERS, 1, { F (NAME_MAX) } },
  { NULL, SHAPE_CHARACTERS, 1, { F (LABEL_MAX) } },
  { NULL, SHAPE_WORDS, 1, { F (WIDTH_COUNTS) } },
  { N_("Review"), SHAPE_TIME, 3, { F (REVIEW_MIN), F (REVIEW_MAX), F (REVIEW_UNIT) } },
  { NULL, SHAPE_HOURS, 1, { F (EXPEDITE_HOURS) } },
  { NULL, SHAPE_MONEY, 1, { F (EXPEDITE_FEE) } },
  { N_("Sync to phones"), SHAPE_TIME, 3, { F (SYNC_MIN), F (SYNC_MAX), F (SYNC_UNIT) } },
  { NULL, SHAPE_WORDS, 1, { F (USABLE_WHILE_PENDING) } },
  { NULL, SHAPE_MONTHS, 1, { F (VALIDITY_MONTHS) } },
  { N_("Fee a year"), SHAPE_MONEY, 2, { F (ANNUAL_FEE_MIN), F (ANNUAL_FEE_MAX) } },
  { NULL, SHAPE_TIMES, 1, { F (FREE_EDITS) } },
  { N_("Fee of a further edit"), SHAPE_MONEY, 2, { F (EDIT_FEE_MIN), F (EDIT_FEE_MAX) } },
  { NULL, SHAPE_WORDS, 1, { F (EDIT_TAKES_DOWN) } },
  { NULL, SHAPE_TEXT, 1, { F (CONTRACT_FROM) } },
  { N_("Upkeep a year"), SHAPE_MONEY, 2, { F (UPKEEP_FEE_MIN), F (UPKEEP_FEE_MAX) } },
  { N_("Label work a time"), SHAPE_MONEY, 2, { F (LABEL_WORK_FEE_MIN), F (LABEL_WORK_FEE_MAX) } },
  { N_("Inquiries after label work"), SHAPE_PER_CENT, 2, { F (LABEL_WORK_GAIN_MIN), F (LABEL_WORK_GAIN_MAX) } },
  { N_("Inspection a month"), SHAPE_MONEY, 2, { F (INSPECTION_FEE_MIN), F (INSPECTION_FEE_MAX) } },
  { N_("Urgent handling a time"), SHAPE_MONEY, 2, { F (INCIDENT_FEE_MIN), F (INCIDENT_FEE_MAX) } },
  { NULL, SHAPE_TEXT, 1, { F (APPEAL_PORTAL) } },
  { N_("An appeal takes"), SHAPE_WORKING_DAYS, 2, { F (APPEAL_DAYS_MIN), F (APPEAL_DAYS_MAX) } },
  { NULL, SHAPE_MONEY, 1, { F (APPEAL_FEE) } },
  { NULL, SHAPE_MONEY, 1, { F (APPEAL_EXPEDITE_FEE) } },
  { NULL, SHAPE_TEXT, 1, { F (WITHDRAWN) } },
};

static char *
format_bytes (gint64 bytes)
{
  double mega = bytes / (1024.0 * 1024.0);

  if (mega >= 1)
    return g_strdup_printf (_("%.4g MB"), mega);
  return g_strdup_printf (_("%.4g KB"), bytes / 1024.0);
}

static char *
format_amount (Shape       shape,
               const char *amount,
               gulong      n)
{
  switch (shape)
    {
    case SHAPE_PIXELS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pixel", "%s pixels", n), amount);
    case SHAPE_CHARACTERS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s character", "%s characters", n), amount);
    case SHAPE_WORKING_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s working day", "%s working days", n), amount);
    case SHAPE_HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hour", "%s hours", n), amount);
    case SHAPE_MONTHS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s month", "%s months", n), amount);
    case SHAPE_TIMES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s time", "%s times", n), amount);
    case SHAPE_PER_CENT:
      return g_strdup_printf (_("%s%% more"), amount);
    case SHAPE_MONEY:
      return g_strdup_printf (_("%s yuan"), amount);
    case SHAPE_TEXT:
    case SHAPE_WORDS:
    case SHAPE_BYTES:
    case SHAPE_TIME:
    default:
      return g_strdup (amount);
    }
}

static char *
format_number (Shape  shape,
               gint64 number)
{
  if (shape == SHAPE_MONEY)
    return xb_money_format (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* @least, @most: (nullable): at least one of them is known */
static char *
format_range (Shape     shape,
              GVariant *least,
              GVariant *most)
{
  gint64 low = g_variant_get_int64 (least != NULL ? least : most);
  gint64 high = g_variant_get_int64 (most != NULL ? most : least);
  g_autofree char *low_text = format_number (shape, low);
  g_autofree char *high_text = format_number (shape, high);
  g_autofree char *both = g_strconcat (low_text, "–", high_text, NULL);
  g_autofree char *amount = format_amount (shape, low == high ? low_text : both, high);

  if (shape == SHAPE_MONEY && low == 0 && high == 0)
    return g_strdup (_("free"));
  if (least == NULL)
    return g_strdup_printf (_("up to %s"), amount);
  if (most == NULL)
    return g_strdup_printf (_("from %s"), amount);
  return g_steal_pointer (&amount);
}

static char *
format_words (XbPlatformField field,
              GVariant       *value)
{
  g_autofree const char **words = NULL;
  GString *out;
  const char *title = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_strdup (g_variant_get_boolean (value) ? _("yes") : _("no"));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      const char *word = g_variant_get_string (value, NULL);

      xb_platform_field_get_word (field, xb_platform_field_find_word (field, word), &title);
      return g_strdup (title);
    }
  words = g_variant_get_strv (value, NULL);
  if (words[0] == NULL)
    return g_strdup (_("none"));
  out = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      xb_platform_field_get_word (field, xb_platform_field_find_word (field, words[i]), &title);
      /* Translators: stands between the words of a list, "Huawei, Xiaomi" */
      g_string_append_printf (out, "%s%s", i > 0 ? C_("list", ", ") : "", title);
    }
  return g_string_free (out, FALSE);
}

static Shape
shape_of_time (GVariant *unit)
{
  if (unit != NULL && g_str_equal (g_variant_get_string (unit, NULL), "hours"))
    return SHAPE_HOURS;
  return SHAPE_WORKING_DAYS;
}

/* (transfer full) (nullable): how the line reads; NULL when nothing of it is known */
static char *
format_line (guint          index,
             const XbKnown *known)
{
  const XbPlatformField *line = lines[index].fields;
  Shape shape = lines[index].shape;
  GVariant *first = known[0].value;
  GVariant *second = lines[index].n_fields > 1 ? known[1].value : first;

  if (first == NULL && second == NULL)
    return NULL;
  if (shape == SHAPE_TEXT)
    return g_variant_dup_string (first, NULL);
  if (shape == SHAPE_WORDS)
    return format_words (line[0], first);
  if (shape == SHAPE_BYTES)
    return format_bytes (g_variant_get_int64 (first));
  if (shape == SHAPE_TIME)
    shape = shape_of_time (known[2].value);
  return format_range (shape, first, second);
}

/* The oldest look and the newest edit count; where the ends come from different places, both are
 * named. */
static XbFact *
new_fact (XbPlatform *self,
          guint       index)
{
  XbKnown known[MAX_FIELDS] = { 0 };
  const char *fields[MAX_FIELDS + 1] = { NULL };
  const char *title = lines[index].title;
  const char *checked = NULL;
  gboolean indicative = FALSE;
  gint64 edited_at = 0;
  g_autoptr(GString) source = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines[index].n_fields; i++)
    {
      XbKnown *one = &known[i];

      *one = xb_platform_get_known (self, lines[index].fields[i]);
      fields[i] = xb_platform_field_get_name (lines[index].fields[i]);
      indicative = indicative || one->indicative;
      edited_at = MAX (edited_at, one->edited_at);
      if (one->source == NULL)
        continue;
      if (checked == NULL || strcmp (one->checked, checked) < 0)
        checked = one->checked;
      if (strstr (source->str, one->source) == NULL)
        g_string_append_printf (source, "%s%s", source->len > 0 ? _("; ") : "", one->source);
    }
  text = format_line (index, known);
  if (title == NULL)
    title = xb_platform_field_get_title (lines[index].fields[0]);
  else
    title = _(title);
  if (lines[index].fields[0] == XB_PLATFORM_FIELD_WITHDRAWN && text == NULL)
    text = g_strdup (_("no end is known"));
  return xb_fact_new (title, text != NULL ? text : _("unknown, ask the platform"),
                      source->len > 0 ? source->str : NULL, checked, text != NULL, indicative,
                      edited_at, fields);
}

/**
 * xb_platform_dup_line: (skip)
 * @field: the first field of a line
 *
 * Returns: (transfer full) (nullable): how the line reads, "5–7 working days"; %NULL when unknown
 */
char *
xb_platform_dup_line (XbPlatform      *self,
                      XbPlatformField  field)
{
  XbKnown known[MAX_FIELDS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i].fields[0] != field)
        continue;
      for (guint j = 0; j < lines[i].n_fields; j++)
        known[j] = xb_platform_get_known (self, lines[i].fields[j]);
      return format_line (i, known);
    }
  return NULL;
}

/**
 * xb_platform_list_facts: (skip)
 *
 * Returns: (transfer full) (element-type XbFact): every line of the page, known or not, always as
 *   many
 */
GPtrArray *
xb_platform_list_facts (XbPlatform *self)
{
  GPtrArray *facts = g_ptr_array_new_full (G_N_ELEMENTS (lines), g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (facts, new_fact (self, i));
  return facts;
}

/** xb_platform_list_notes: (skip): Returns: (transfer full): the notes as a list of #XbFact */
GListModel *
xb_platform_list_notes (GPtrArray *notes)
{
  static const char *const no_fields[] = { NULL };
  GListStore *store = g_list_store_new (XB_TYPE_FACT);
  gboolean chinese = xb_platform_reads_chinese ();

  for (guint i = 0; i < notes->len; i++)
    {
      const XbPlatformNote *note = g_ptr_array_index (notes, i);
      const char *source = chinese && note->source_zh != NULL ? note->source_zh : note->source;
      g_autoptr(XbFact) fact = xb_fact_new (_("Good to know"), chinese ? note->zh : note->en,
                                            source, note->checked, TRUE, TRUE, 0, no_fields);

      g_list_store_append (store, fact);
    }
  return G_LIST_MODEL (store);
}
