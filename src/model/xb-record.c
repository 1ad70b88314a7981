/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enums.h"
#include "xb-record.h"

typedef struct
{
  gint64   id;
  gboolean quiet; /* nobody knows the object yet */
} XbRecordPrivate;

/* Properties: 1 is "id", then the fields in the order of the table. */
enum
{
  PROP_ID = 1,
  PROP_FIELDS,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XbRecord, xb_record, G_TYPE_OBJECT)

GType
xb_field_text (void)
{
  return G_TYPE_STRING;
}

GType
xb_field_int (void)
{
  return G_TYPE_INT64;
}

GType
xb_field_bool (void)
{
  return G_TYPE_BOOLEAN;
}

static const XbField *
field_at (XbRecord *self,
          guint     field)
{
  XbRecordClass *klass = XB_RECORD_GET_CLASS (self);

  g_assert (field < klass->n_fields);
  return &klass->fields[field];
}

static void
notify_field (XbRecord *self,
              guint     field)
{
  if (!((XbRecordPrivate *) xb_record_get_instance_private (self))->quiet)
    g_object_notify_by_pspec (G_OBJECT (self), XB_RECORD_GET_CLASS (self)->pspecs[field]);
}

static gint64
read_int (XbRecord *self,
          guint     field)
{
  const XbField *f = field_at (self, field);

  if (f->type () == G_TYPE_INT64)
    return G_STRUCT_MEMBER (gint64, self, f->offset);
  return G_STRUCT_MEMBER (int, self, f->offset); /* gboolean and every enumeration */
}

static const char *
read_text (XbRecord *self,
           guint     field)
{
  return G_STRUCT_MEMBER (char *, self, field_at (self, field)->offset);
}

static void
xb_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  XbRecord *self = XB_RECORD (object);
  guint field = prop_id - PROP_FIELDS;

  if (prop_id == PROP_ID)
    g_value_set_int64 (value, xb_record_get_id (self));
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, read_text (self, field));
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, read_int (self, field));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, read_int (self, field) != 0);
  else
    g_value_set_enum (value, read_int (self, field));
}

static void
xb_record_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  XbRecord *self = XB_RECORD (object);
  guint field = prop_id - PROP_FIELDS;

  if (prop_id == PROP_ID)
    ((XbRecordPrivate *) xb_record_get_instance_private (self))->id = g_value_get_int64 (value);
  else if (G_VALUE_HOLDS_STRING (value))
    xb_record_set_text (self, field, g_value_get_string (value));
  else if (G_VALUE_HOLDS_INT64 (value))
    xb_record_set_int (self, field, g_value_get_int64 (value));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    xb_record_set_int (self, field, g_value_get_boolean (value));
  else
    xb_record_set_int (self, field, g_value_get_enum (value));
}

static void
xb_record_finalize (GObject *object)
{
  XbRecord *self = XB_RECORD (object);
  XbRecordClass *klass = XB_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type () == G_TYPE_STRING)
      g_free (G_STRUCT_MEMBER (char *, self, klass->fields[i].offset));
  G_OBJECT_CLASS (xb_record_parent_class)->finalize (object);
}

static void
xb_record_class_init (XbRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = xb_record_get_property;
  object_class->set_property = xb_record_set_property;
  object_class->finalize = xb_record_finalize;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS));
}

static void
xb_record_init (XbRecord *self)
{
}

static GParamSpec *
make_pspec (const XbField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GType type = field->type ();

  if (type == G_TYPE_STRING)
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (type == G_TYPE_INT64)
    return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  if (type == G_TYPE_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  return g_param_spec_enum (field->name, NULL, NULL, type, 0, flags);
}

/**
 * xb_record_class_set_fields:
 * @fields: a constant table; it lives as long as the program
 *
 * To be called in the class_init of each class of the model.
 */
void
xb_record_class_set_fields (XbRecordClass *klass,
                            const XbField *fields,
                            guint          n_fields)
{
  /* GObject does not hand these two down to subclasses. */
  G_OBJECT_CLASS (klass)->get_property = xb_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = xb_record_set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new (GParamSpec *, n_fields);
  klass->columns = g_new (char *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = make_pspec (&fields[i]);
      klass->columns[i] = g_strdelimit (g_strdup (fields[i].name), "-", '_');
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIELDS + i, klass->pspecs[i]);
    }
}

/** xb_record_set_quiet: @quiet: whether nothing is notified, while a new object gets its values */
void
xb_record_set_quiet (XbRecord *self,
                     gboolean  quiet)
{
  ((XbRecordPrivate *) xb_record_get_instance_private (self))->quiet = quiet;
}

/** xb_record_get_id: Returns: the row's id; 0 for what is not stored yet */
gint64
xb_record_get_id (XbRecord *self)
{
  g_return_val_if_fail (XB_IS_RECORD (self), 0);

  return ((XbRecordPrivate *) xb_record_get_instance_private (self))->id;
}

/** xb_record_is_text: Returns: whether the value is text (enumerations are not) */
gboolean
xb_record_is_text (XbRecord *self,
                   guint     field)
{
  return field_at (self, field)->type () == G_TYPE_STRING;
}

/** xb_record_is_number: Returns: whether the column holds an integer (enumerations are stored as words) */
gboolean
xb_record_is_number (XbRecord *self,
                     guint     field)
{
  GType type = field_at (self, field)->type ();

  return type == G_TYPE_INT64 || type == G_TYPE_BOOLEAN;
}

/**
 * xb_record_set_text:
 * @field: index in the table of fields
 * @text: (nullable): the text, or the nick of an enumeration
 *
 * Silent when nothing changes.
 */
void
xb_record_set_text (XbRecord   *self,
                    guint       field,
                    const char *text)
{
  const XbField *f = field_at (self, field);
  char **place;
  int value;

  if (f->type () != G_TYPE_STRING)
    {
      if (xb_enum_from_nick (f->type (), text, &value))
        xb_record_set_int (self, field, value);
      return;
    }
  place = &G_STRUCT_MEMBER (char *, self, f->offset);
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  notify_field (self, field);
}

/** xb_record_set_int: for integers, booleans and enumerations; silent when nothing changes */
void
xb_record_set_int (XbRecord *self,
                   guint     field,
                   gint64    value)
{
  const XbField *f = field_at (self, field);

  g_return_if_fail (f->type () != G_TYPE_STRING);

  if (read_int (self, field) == value)
    return;
  if (f->type () == G_TYPE_INT64)
    G_STRUCT_MEMBER (gint64, self, f->offset) = value;
  else
    G_STRUCT_MEMBER (int, self, f->offset) = (int) value;
  notify_field (self, field);
}

/**
 * xb_record_find_field:
 * @column: a column or property, with underscores or hyphens
 *
 * Returns: the index in the table of fields, or -1
 */
int
xb_record_find_field (XbRecord   *self,
                      const char *column)
{
  XbRecordClass *klass = XB_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *a = klass->fields[i].name;
      const char *b = column;

      while (*a != '\0' && (*a == *b || (*a == '-' && *b == '_')))
        a++, b++;
      if (*a == '\0' && *b == '\0')
        return (int) i;
    }
  return -1;
}

/**
 * xb_record_assign:
 * @from: another record of the same class
 *
 * Takes every value of @from; only what differs is notified. So a list that reads its rows again
 * keeps the objects that the windows are bound to.
 */
void
xb_record_assign (XbRecord *self,
                  XbRecord *from)
{
  XbRecordClass *klass = XB_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (xb_record_is_text (self, i))
        xb_record_set_text (self, i, read_text (from, i));
      else
        xb_record_set_int (self, i, read_int (from, i));
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
add_member (XbRecord   *self,
            guint       field,
            JsonObject *object)
{
  const XbField *f = field_at (self, field);
  const char *member = XB_RECORD_GET_CLASS (self)->columns[field];
  GType type = f->type ();

  if (type == G_TYPE_STRING && read_text (self, field) == NULL)
    json_object_set_null_member (object, member);
  else if (type == G_TYPE_STRING)
    json_object_set_string_member (object, member, read_text (self, field));
  else if (type == G_TYPE_INT64)
    json_object_set_int_member (object, member, read_int (self, field));
  else if (type == G_TYPE_BOOLEAN)
    json_object_set_boolean_member (object, member, read_int (self, field) != 0);
  else
    json_object_set_string_member (object, member, xb_enum_to_nick (type, (int) read_int (self, field)));
}

/** xb_record_add_json: adds "id" and every field to @object, named as the columns are */
void
xb_record_add_json (XbRecord   *self,
                    JsonObject *object)
{
  XbRecordClass *klass = XB_RECORD_GET_CLASS (self);

  json_object_set_int_member (object, "id", xb_record_get_id (self));
  for (guint i = 0; i < klass->n_fields; i++)
    add_member (self, i, object);
}
