/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-store-parts.h"

#define POLL_MS 500

static gboolean
emit_changed_cb (gpointer data)
{
  XbStore *self = data;
  g_autofree gpointer *keys = NULL;
  g_auto(GStrv) tables = NULL;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->changed_source, g_source_unref);
  if (!self->changed_all)
    {
      keys = g_hash_table_get_keys_as_array (self->changed, NULL);
      tables = g_strdupv ((GStrv) keys);
    }
  g_hash_table_remove_all (self->changed);
  self->changed_all = FALSE;
  g_mutex_unlock (&self->lock);

  xb_store_announce (self, tables);
  return G_SOURCE_REMOVE;
}

/**
 * xb_store_emit_changed:
 * @tables: (nullable): what was written; %NULL for anything
 *
 * From any thread: the signal comes soon on the main thread, once for several calls.
 */
void
xb_store_emit_changed (XbStore *self,
                       GStrv    tables)
{
  g_mutex_lock (&self->lock);
  if (tables == NULL)
    self->changed_all = TRUE;
  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    g_hash_table_add (self->changed, g_strdup (tables[i]));
  if (self->changed_source == NULL && !self->closed && (tables == NULL || tables[0] != NULL))
    {
      self->changed_source = g_idle_source_new ();
      g_source_set_priority (self->changed_source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->changed_source, emit_changed_cb, self, NULL);
      g_source_set_static_name (self->changed_source, "XbStore changed");
      g_source_attach (self->changed_source, self->context);
    }
  g_mutex_unlock (&self->lock);
}

static gboolean
emit_damaged_cb (gpointer data)
{
  XbStore *self = data;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->damaged_source, g_source_unref);
  g_mutex_unlock (&self->lock);
  xb_store_announce_damage (self);
  return G_SOURCE_REMOVE;
}

/* From any thread. Told once: it does not get better. */
static void
damaged_cb (gpointer data)
{
  XbStore *self = data;

  g_mutex_lock (&self->lock);
  if (!self->damaged && !self->closed)
    {
      self->damaged_source = g_idle_source_new ();
      g_source_set_callback (self->damaged_source, emit_damaged_cb, self, NULL);
      g_source_set_static_name (self->damaged_source, "XbStore damaged");
      g_source_attach (self->damaged_source, self->context);
    }
  self->damaged = TRUE;
  g_mutex_unlock (&self->lock);
}

/** xb_store_watch_damage: from now on a damaged page that @db meets is told */
void
xb_store_watch_damage (XbStore *self,
                       XbDb    *db)
{
  db->damaged = damaged_cb;
  db->damaged_data = self;
}

/** xb_store_is_damaged: Returns: whether a damaged page was met since the file was opened */
gboolean
xb_store_is_damaged (XbStore *self)
{
  gboolean damaged;

  g_return_val_if_fail (XB_IS_STORE (self), FALSE);

  g_mutex_lock (&self->lock);
  damaged = self->damaged;
  g_mutex_unlock (&self->lock);
  return damaged;
}

/** xb_store_end_notices: nobody is told anything any more */
void
xb_store_end_notices (XbStore *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  if (self->changed_source != NULL)
    g_source_destroy (self->changed_source);
  g_clear_pointer (&self->changed_source, g_source_unref);
  if (self->damaged_source != NULL)
    g_source_destroy (self->damaged_source);
  g_clear_pointer (&self->damaged_source, g_source_unref);
  g_mutex_unlock (&self->lock);
}

/** xb_store_look_for_others: in the writer thread: did another process write? */
void
xb_store_look_for_others (XbStore *self)
{
  gint64 version = xb_db_int (self->writer, self->data_version, "PRAGMA data_version", "");

  if (version != self->data_version)
    xb_store_emit_changed (self, NULL);
  self->data_version = version;
  g_mutex_lock (&self->lock);
  self->polling = FALSE;
  g_mutex_unlock (&self->lock);
}

static gboolean
poll_cb (gpointer data)
{
  XbStore *self = data;
  gboolean push;

  g_mutex_lock (&self->lock);
  push = !self->polling;
  self->polling = TRUE;
  g_mutex_unlock (&self->lock);
  if (push)
    g_thread_pool_push (self->writers, self, NULL);
  return G_SOURCE_CONTINUE;
}

void
xb_store_stop_watching (XbStore *self)
{
  if (self->watch_source == NULL)
    return;
  g_source_destroy (self->watch_source);
  g_clear_pointer (&self->watch_source, g_source_unref);
}

/**
 * xb_store_watch:
 * @watch: whether somebody wants to know when another process writes; counted
 */
void
xb_store_watch (XbStore *self,
                gboolean watch)
{
  g_return_if_fail (XB_IS_STORE (self));
  g_return_if_fail (watch || self->n_watching > 0);

  self->n_watching += watch ? 1 : -1;
  if (self->n_watching == 0)
    xb_store_stop_watching (self);
  else if (self->watch_source == NULL && self->writers != NULL)
    {
      self->watch_source = g_timeout_source_new (POLL_MS);
      g_source_set_callback (self->watch_source, poll_cb, self, NULL);
      g_source_set_static_name (self->watch_source, "XbStore watch");
      g_source_attach (self->watch_source, self->context);
    }
}
