/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-identity-map.h"

/* The objects of one class that somebody holds, by id. It holds none itself: an object leaves the
 * map when its last owner lets go. So the same row is the same object in every window. */
struct _XbIdentityMap
{
  GObject     parent_instance;

  GType       type;
  GHashTable *objects; /* id, as below → XbRecord (not owned) */
  GHashTable *ids;     /* XbRecord (not owned) → gint64 (owned) */
};

G_DEFINE_FINAL_TYPE (XbIdentityMap, xb_identity_map, G_TYPE_OBJECT)

static G_DEFINE_QUARK (xb-identity-map-pinned, pinned)

static void
object_gone_cb (gpointer data,
                GObject *object)
{
  XbIdentityMap *self = data;

  /* The id can no longer be asked of it. */
  g_hash_table_remove (self->objects, g_hash_table_lookup (self->ids, object));
  g_hash_table_remove (self->ids, object);
}

static void
xb_identity_map_finalize (GObject *object)
{
  XbIdentityMap *self = XB_IDENTITY_MAP (object);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (value, object_gone_cb, self);
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->ids);
  G_OBJECT_CLASS (xb_identity_map_parent_class)->finalize (object);
}

static void
xb_identity_map_class_init (XbIdentityMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_identity_map_finalize;
}

static void
xb_identity_map_init (XbIdentityMap *self)
{
  self->objects = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/** xb_identity_map_new: Returns: (transfer full): a map for the objects of @type */
XbIdentityMap *
xb_identity_map_new (GType type)
{
  XbIdentityMap *self = g_object_new (XB_TYPE_IDENTITY_MAP, NULL);

  self->type = type;
  return self;
}

/** xb_identity_map_lookup: Returns: (transfer none) (nullable): the object, if somebody holds it */
gpointer
xb_identity_map_lookup (XbIdentityMap *self,
                        gint64         id)
{
  return g_hash_table_lookup (self->objects, &id);
}

/**
 * xb_identity_map_load:
 * @rows: at a row whose first column is the id
 *
 * Returns: (transfer full): the one object of that row, with the row's values
 */
gpointer
xb_identity_map_load (XbIdentityMap *self,
                      XbRows        *rows)
{
  gint64 id = xb_rows_int (rows, 0);
  XbRecord *record = xb_identity_map_lookup (self, id);
  gint64 *key;

  if (record != NULL)
    {
      xb_records_fill (rows, record);
      return g_object_ref (record);
    }
  record = xb_records_make (rows, self->type);
  key = g_memdup2 (&id, sizeof id);
  g_hash_table_insert (self->ids, record, key);
  g_hash_table_insert (self->objects, key, record);
  g_object_weak_ref (G_OBJECT (record), object_gone_cb, self);
  return record;
}

/** xb_identity_map_pin: marks an object that is held by itself, not only through a list */
void
xb_identity_map_pin (XbIdentityMap *self,
                     gpointer       record)
{
  g_object_set_qdata (record, pinned_quark (), GINT_TO_POINTER (TRUE));
}

/** xb_identity_map_dup_pinned: Returns: (transfer full) (element-type gint64): the pinned that are alive */
GArray *
xb_identity_map_dup_pinned (XbIdentityMap *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_object_get_qdata (value, pinned_quark ()) != NULL)
      g_array_append_val (ids, *(gint64 *) key);
  return ids;
}
