/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-fact-private.h"
#include "xb-platform-private.h"

struct _XbPlatform
{
  GObject          parent_instance;

  char            *key;
  XbPlatformSheet *sheet;   /* what the bundle says */
  XbOverlay       *overlay; /* what the owner says over it */
  GListStore      *facts;   /* (nullable): made when first asked for */
  GListModel      *notes;   /* (nullable): made when first asked for */

  guint            added : 1;
};

G_DEFINE_FINAL_TYPE (XbPlatform, xb_platform, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_NAME,
  PROP_KIND,
  PROP_CLIENT,
  PROP_WITHDRAWN,
  PROP_ADDED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * xb_platform_reads_chinese: (skip)
 *
 * Returns: whether the user reads Chinese rather than English
 */
gboolean
xb_platform_reads_chinese (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "zh"))
        return TRUE;
      if (g_str_has_prefix (names[i], "en"))
        return FALSE;
    }
  return FALSE;
}

/** xb_platform_get_known: (skip): Returns: what is known of @field, the owner's edit first */
XbKnown
xb_platform_get_known (XbPlatform      *self,
                       XbPlatformField  field)
{
  const XbOverlayEdit *edit = self->overlay->edits[field];
  const XbFigure *figure = self->sheet->figures[field];
  XbKnown known = { .value = xb_overlay_get_value (self->overlay, self->sheet, field) };

  if (edit != NULL)
    {
      g_autofree char *day = xb_instant_to_day (edit->edited_at);

      known.source = _("entered by you");
      known.edited_at = edit->edited_at;
      g_strlcpy (known.checked, day, sizeof known.checked);
    }
  else if (figure != NULL)
    {
      known.source = figure->source_zh != NULL && xb_platform_reads_chinese () ? figure->source_zh
                                                                               : figure->source;
      known.indicative = figure->indicative;
      g_strlcpy (known.checked, figure->checked, sizeof known.checked);
    }
  return known;
}

static void
update_facts (XbPlatform *self)
{
  g_autoptr(GPtrArray) facts = NULL;

  if (self->facts == NULL)
    return;
  facts = xb_platform_list_facts (self);
  for (guint i = 0; i < facts->len; i++)
    {
      g_autoptr(XbFact) old = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      if (!xb_fact_equal (old, g_ptr_array_index (facts, i)))
        g_list_store_splice (self->facts, i, 1, &facts->pdata[i], 1);
    }
}

/** xb_platform_take_overlay: (skip): @overlay: (transfer full): what the owner says from now on */
void
xb_platform_take_overlay (XbPlatform *self,
                          XbOverlay  *overlay)
{
  g_autoptr(XbOverlay) old = self->overlay;
  gboolean changed = FALSE;

  self->overlay = overlay;
  for (XbPlatformField i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    {
      if (xb_overlay_same (old, overlay, i))
        continue;
      changed = TRUE;
      if (i == XB_PLATFORM_FIELD_NAME)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
      else if (i == XB_PLATFORM_FIELD_WITHDRAWN)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITHDRAWN]);
    }
  if (!changed)
    return;
  update_facts (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const XbOverlay *
xb_platform_get_overlay (XbPlatform *self)
{
  return self->overlay;
}

const XbPlatformSheet *
xb_platform_get_sheet (XbPlatform *self)
{
  return self->sheet;
}

static void
xb_platform_finalize (GObject *object)
{
  XbPlatform *self = XB_PLATFORM (object);

  g_clear_object (&self->facts);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->overlay, xb_overlay_free);
  g_clear_pointer (&self->sheet, xb_platform_sheet_unref);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (xb_platform_parent_class)->finalize (object);
}

static void
xb_platform_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  XbPlatform *self = XB_PLATFORM (object);

  switch (prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_NAME:
      g_value_set_string (value, xb_platform_get_name (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, xb_platform_get_kind (self));
      break;
    case PROP_CLIENT:
      g_value_set_string (value, xb_platform_get_client (self));
      break;
    case PROP_WITHDRAWN:
      g_value_set_boolean (value, xb_platform_get_withdrawn (self));
      break;
    case PROP_ADDED:
      g_value_set_boolean (value, self->added);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_platform_class_init (XbPlatformClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = xb_platform_finalize;
  object_class->get_property = xb_platform_get_property;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, XB_TYPE_PLATFORM_KIND,
                                             XB_PLATFORM_KIND_OPERATOR, flags);
  properties[PROP_CLIENT] = g_param_spec_string ("client", NULL, NULL, NULL, flags);
  properties[PROP_WITHDRAWN] = g_param_spec_boolean ("withdrawn", NULL, NULL, FALSE, flags);
  properties[PROP_ADDED] = g_param_spec_boolean ("added", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
 *   * XbPlatform::changed:
 *   *
 *   * The owner edited something: terms, limits and fees may be different now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_platform_init (XbPlatform *self)
{
  self->overlay = xb_overlay_new ();
}

/**
 * xb_platform_new_from_bytes:
 * @key: its key, the name of the file without ".json"
 * @bytes: the JSON of data/platforms/README.md
 *
 * Returns: (transfer full): the platform; %NULL with XB_ERROR_INVALID naming file and field
 */
XbPlatform *
xb_platform_new_from_bytes (const char  *key,
                            GBytes      *bytes,
                            GError     **error)
{
  g_autofree char *file = g_strconcat (key, ".json", NULL);
  XbPlatformSheet *sheet = xb_platform_sheet_read (file, bytes, error);
  XbPlatform *self;

  if (sheet == NULL)
    return NULL;
  self = g_object_new (XB_TYPE_PLATFORM, NULL);
  self->key = g_strdup (key);
  self->sheet = sheet;
  return self;
}

/**
 * xb_platform_new_added:
 *
 * Returns: (transfer full): a platform of the owner's own, with the indicative figures of its kind
 */
XbPlatform *
xb_platform_new_added (const char     *key,
                       const char     *name,
                       XbPlatformKind  kind)
{
  XbPlatform *self = g_object_new (XB_TYPE_PLATFORM, NULL);

  self->key = g_strdup (key);
  self->sheet = xb_platform_sheet_new (name, kind);
  self->added = TRUE;
  return self;
}

const char *
xb_platform_get_key (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  return self->key;
}

/** xb_platform_get_name: Returns: its name in the user's language, or as the owner renamed it */
const char *
xb_platform_get_name (XbPlatform *self)
{
  GVariant *name;

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  name = xb_overlay_get_value (self->overlay, self->sheet, XB_PLATFORM_FIELD_NAME);
  if (name != NULL)
    return g_variant_get_string (name, NULL);
  return xb_platform_reads_chinese () ? self->sheet->name_zh : self->sheet->name_en;
}

/** xb_platform_get_chinese_name: Returns: the name for papers, which are Chinese whoever writes them */
const char *
xb_platform_get_chinese_name (XbPlatform *self)
{
  GVariant *name;

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  name = xb_overlay_get_value (self->overlay, self->sheet, XB_PLATFORM_FIELD_NAME);
  return name != NULL ? g_variant_get_string (name, NULL) : self->sheet->name_zh;
}

XbPlatformKind
xb_platform_get_kind (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), XB_PLATFORM_KIND_OPERATOR);

  return self->sheet->kind;
}

/** xb_platform_get_client: Returns: "manual" (the owner visits the portal) or "practice" */
const char *
xb_platform_get_client (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  return self->sheet->practice ? "practice" : "manual";
}

/**
 * xb_platform_get_withdrawn:
 *
 * Returns: whether it has ended; it is kept so that history still reads
 */
gboolean
xb_platform_get_withdrawn (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  return xb_platform_get_text (self, "withdrawn") != NULL;
}

/** xb_platform_get_added: Returns: whether the owner added it */
gboolean
xb_platform_get_added (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  return self->added;
}

/* (transfer none) (nullable): the value of a field that is known and of @type; the name must be
 * right */
static GVariant *
get_value (XbPlatform         *self,
           const char         *name,
           const GVariantType *type)
{
  XbPlatformField field;
  GVariant *value;

  if (!xb_platform_field_find (name, &field))
    {
      g_critical ("a platform has no field %s", name);
      return NULL;
    }
  value = xb_overlay_get_value (self->overlay, self->sheet, field);
  return value != NULL && g_variant_is_of_type (value, type) ? value : NULL;
}

/**
 * xb_platform_get_int:
 * @field: a field that holds a number or money (fen)
 * @value: (out): the number; left alone when unknown
 *
 * Returns: whether it is known
 */
gboolean
xb_platform_get_int (XbPlatform *self,
                     const char *field,
                     gint64     *value)
{
  GVariant *known;

  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  known = get_value (self, field, G_VARIANT_TYPE_INT64);
  if (known != NULL)
    *value = g_variant_get_int64 (known);
  return known != NULL;
}

/** xb_platform_get_bool: Returns: whether the yes or no of @field is known, then it is in @value */
gboolean
xb_platform_get_bool (XbPlatform *self,
                      const char *field,
                      gboolean   *value)
{
  GVariant *known;

  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  known = get_value (self, field, G_VARIANT_TYPE_BOOLEAN);
  if (known != NULL)
    *value = g_variant_get_boolean (known);
  return known != NULL;
}

/** xb_platform_get_text: Returns: (nullable): a text, a choice or a day; %NULL when unknown */
const char *
xb_platform_get_text (XbPlatform *self,
                      const char *field)
{
  GVariant *known;

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  known = get_value (self, field, G_VARIANT_TYPE_STRING);
  return known != NULL ? g_variant_get_string (known, NULL) : NULL;
}

/**
 * xb_platform_dup_list:
 *
 * Returns: (transfer full) (nullable): the words of a list; %NULL when unknown
 */
char **
xb_platform_dup_list (XbPlatform *self,
                      const char *field)
{
  GVariant *known;

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  known = get_value (self, field, G_VARIANT_TYPE_STRING_ARRAY);
  return known != NULL ? g_variant_dup_strv (known, NULL) : NULL;
}

/**
 * xb_platform_get_bits:
 * @field: "materials" and "materials_optional" (bits of #XbMaterialType), "handsets" (#XbHandset),
 *   "number_types" (#XbPhoneType)
 * @bits: (out): 1 << value for each word; left alone when unknown
 *
 * Returns: whether it is known
 */
gboolean
xb_platform_get_bits (XbPlatform *self,
                      const char *field,
                      guint      *bits)
{
  g_auto(GStrv) words = xb_platform_dup_list (self, field);
  XbPlatformField which;

  if (words == NULL || !xb_platform_field_find (field, &which))
    return FALSE;
  *bits = 0;
  for (guint i = 0; words[i] != NULL; i++)
    *bits |= 1u << xb_platform_field_find_word (which, words[i]);
  return TRUE;
}

/**
 * xb_platform_get_unit:
 * @stage: "review" or "sync"
 *
 * Returns: what its least and most are counted in; working days where nothing is said
 */
XbPlatformUnit
xb_platform_get_unit (XbPlatform *self,
                      const char *stage)
{
  g_autofree char *field = g_strconcat (stage, "_unit", NULL);

  return g_strcmp0 (xb_platform_get_text (self, field), "hours") == 0
           ? XB_PLATFORM_UNIT_HOURS
           : XB_PLATFORM_UNIT_WORKING_DAYS;
}

/**
 * xb_platform_measure_text:
 * @wide: a Chinese character counts two
 *
 * Returns: the length of @text as platforms count it; what takes no place counts nothing
 */
int
xb_platform_measure_text (const char *text,
                          gboolean    wide)
{
  int length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
      length += wide && g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return length;
}

/**
 * xb_platform_measure_label:
 * @label: a label
 *
 * Returns: its length as this platform counts, to compare with label_max: characters, or columns
 *   where a Chinese character takes two
 */
int
xb_platform_measure_label (XbPlatform *self,
                           const char *label)
{
  return xb_platform_measure_text (label, g_strcmp0 (xb_platform_get_text (self, "width_counts"), "cjk2") == 0);
}

/** xb_platform_dup_fields: Returns: (transfer full): the names of all fields that can be edited */
char **
xb_platform_dup_fields (void)
{
  char **names = g_new0 (char *, XB_PLATFORM_N_FIELDS + 1);

  for (XbPlatformField i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    names[i] = g_strdup (xb_platform_field_get_name (i));
  return names;
}

/**
 * xb_platform_get_facts:
 *
 * Returns: (transfer none): a list of #XbFact, the lines of the platform's page, known or not; an
 *   edit puts a new fact in the place of the old one
 */
GListModel *
xb_platform_get_facts (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  if (self->facts == NULL)
    {
      g_autoptr(GPtrArray) facts = xb_platform_list_facts (self);

      self->facts = g_list_store_new (XB_TYPE_FACT);
      g_list_store_splice (self->facts, 0, 0, facts->pdata, facts->len);
    }
  return G_LIST_MODEL (self->facts);
}

/** xb_platform_get_notes: Returns: (transfer none): what else is good to know, a list of #XbFact */
GListModel *
xb_platform_get_notes (XbPlatform *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  if (self->notes == NULL)
    self->notes = xb_platform_list_notes (self->sheet->notes);
  return self->notes;
}
