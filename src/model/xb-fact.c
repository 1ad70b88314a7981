/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-fact-private.h"

/* One line of a platform's page: what is known, from where, since when. A fact is never changed;
 * when the owner edits, the list of facts gets a new one in its place. */
struct _XbFact
{
  GObject parent_instance;

  char   *title;
  char   *text;
  char   *source;
  char   *checked;
  char  **fields;
  gint64  edited_at;

  guint   known : 1;
  guint   indicative : 1;
};

G_DEFINE_FINAL_TYPE (XbFact, xb_fact, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_TEXT,
  PROP_SOURCE,
  PROP_CHECKED,
  PROP_KNOWN,
  PROP_INDICATIVE,
  PROP_EDITED,
  PROP_EDITED_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
xb_fact_finalize (GObject *object)
{
  XbFact *self = XB_FACT (object);

  g_free (self->title);
  g_free (self->text);
  g_free (self->source);
  g_free (self->checked);
  g_strfreev (self->fields);

  G_OBJECT_CLASS (xb_fact_parent_class)->finalize (object);
}

static void
xb_fact_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  XbFact *self = XB_FACT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_CHECKED:
      g_value_set_string (value, self->checked);
      break;
    case PROP_KNOWN:
      g_value_set_boolean (value, self->known);
      break;
    case PROP_INDICATIVE:
      g_value_set_boolean (value, self->indicative);
      break;
    case PROP_EDITED:
      g_value_set_boolean (value, xb_fact_get_edited (self));
      break;
    case PROP_EDITED_AT:
      g_value_set_int64 (value, self->edited_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_text (guint       prop_id,
              const char *name)
{
  properties[prop_id] = g_param_spec_string (name, NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_flag (guint       prop_id,
              const char *name)
{
  properties[prop_id] = g_param_spec_boolean (name, NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
xb_fact_class_init (XbFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = xb_fact_finalize;
  object_class->get_property = xb_fact_get_property;

  install_text (PROP_TITLE, "title");
  install_text (PROP_TEXT, "text");
  install_text (PROP_SOURCE, "source");
  install_text (PROP_CHECKED, "checked");
  install_flag (PROP_KNOWN, "known");
  install_flag (PROP_INDICATIVE, "indicative");
  install_flag (PROP_EDITED, "edited");
  properties[PROP_EDITED_AT] =
    g_param_spec_int64 ("edited-at", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_fact_init (XbFact *self)
{
}

/**
 * xb_fact_new: (skip)
 * @title: what is known
 * @text: how it reads
 * @source: (nullable): from where
 * @checked: (nullable): the day on which it was last looked at
 * @edited_at: when the owner last edited it; 0: never
 * @fields: the fields that it is made of
 */
XbFact *
xb_fact_new (const char        *title,
             const char        *text,
             const char        *source,
             const char        *checked,
             gboolean           known,
             gboolean           indicative,
             gint64             edited_at,
             const char *const *fields)
{
  XbFact *self = g_object_new (XB_TYPE_FACT, NULL);

  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->source = g_strdup (source);
  self->checked = g_strdup (checked);
  self->known = known != FALSE;
  self->indicative = indicative != FALSE;
  self->edited_at = edited_at;
  self->fields = g_strdupv ((char **) fields);
  return self;
}

/** xb_fact_equal: (skip): Returns: whether both read the same */
gboolean
xb_fact_equal (XbFact *self,
               XbFact *other)
{
  return g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->text, other->text) == 0 &&
         g_strcmp0 (self->source, other->source) == 0 &&
         g_strcmp0 (self->checked, other->checked) == 0 && self->known == other->known &&
         self->indicative == other->indicative && self->edited_at == other->edited_at;
}

/** xb_fact_get_title: Returns: what is known, translated: "Review" */
const char *
xb_fact_get_title (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), NULL);

  return self->title;
}

/** xb_fact_get_text: Returns: how it reads: "5–7 working days", "unknown, ask the platform" */
const char *
xb_fact_get_text (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), NULL);

  return self->text;
}

/**
 * xb_fact_get_source:
 *
 * Returns: (nullable): from where it is known; "entered by you" after an edit
 */
const char *
xb_fact_get_source (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), NULL);

  return self->source;
}

/** xb_fact_get_checked: Returns: (nullable): the ISO date on which it was last looked at */
const char *
xb_fact_get_checked (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), NULL);

  return self->checked;
}

gboolean
xb_fact_get_known (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), FALSE);

  return self->known;
}

/** xb_fact_get_indicative: Returns: whether it is to be confirmed with the platform */
gboolean
xb_fact_get_indicative (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), FALSE);

  return self->indicative;
}

gboolean
xb_fact_get_edited (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), FALSE);

  return self->edited_at != 0;
}

/** xb_fact_get_edited_at: Returns: when the owner last edited it, UTC seconds; 0: never */
gint64
xb_fact_get_edited_at (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), 0);

  return self->edited_at;
}

/**
 * xb_fact_get_fields:
 *
 * Returns: the fields to edit, such as review_min and review_max; none for a note
 */
const char *const *
xb_fact_get_fields (XbFact *self)
{
  g_return_val_if_fail (XB_IS_FACT (self), NULL);

  return (const char *const *) self->fields;
}
