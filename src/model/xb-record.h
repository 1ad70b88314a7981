/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * XbField:
 * @name: the property, such as "licence-expires"; the column is the same word with underscores
 * @type: G_TYPE_STRING, G_TYPE_INT64, G_TYPE_BOOLEAN or an enumeration (stored as its nick)
 * @offset: where the value lies in the instance
 *
 * One table of fields makes a class of the model: properties, notification, copying, JSON and the
 * loading from a row all follow from it.
 */
typedef struct
{
  const char *name;
  GType     (*type) (void);
  gsize       offset;
} XbField;

#define XB_TYPE_RECORD (xb_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (XbRecord, xb_record, XB, RECORD, GObject)

struct _XbRecordClass
{
  GObjectClass   parent_class;
  const XbField *fields;
  guint          n_fields;
  GParamSpec   **pspecs;  /* of each field */
  char         **columns; /* and what its column is called */
};

void         xb_record_class_set_fields (XbRecordClass *klass,
                                         const XbField *fields,
                                         guint          n_fields);
void         xb_record_set_quiet        (XbRecord      *self,
                                         gboolean       quiet);
gint64       xb_record_get_id           (XbRecord      *self);
void         xb_record_assign           (XbRecord      *self,
                                         XbRecord      *from);
int          xb_record_find_field       (XbRecord      *self,
                                         const char    *column);
void         xb_record_set_text         (XbRecord      *self,
                                         guint          field,
                                         const char    *text);
void         xb_record_set_int          (XbRecord      *self,
                                         guint          field,
                                         gint64         value);
gboolean     xb_record_is_text          (XbRecord      *self,
                                         guint          field);
gboolean     xb_record_is_number        (XbRecord      *self,
                                         guint          field);
void         xb_record_add_json         (XbRecord      *self,
                                         JsonObject    *object);

/* Types as functions, so that a table of fields can be constant. */
GType xb_field_text (void);
GType xb_field_int  (void);
GType xb_field_bool (void);

#define XB_FIELD(Type, type, member, name) { name, type, G_STRUCT_OFFSET (Type, member) }
#define XB_GETTER(Type, prefix, ctype, member)    \
  ctype                                           \
  prefix##_get_##member (Type *self)              \
  {                                               \
    return self->member;                          \
  }

G_END_DECLS
