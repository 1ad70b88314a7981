/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-progress-meter.h"

#define LOOKS_PER_SECOND 10

struct _XbProgress
{
  XbProgressFunc func; /* (nullable) */
  gpointer       data;
  GSource       *timer; /* (nullable) */
  GMutex         mutex;
  guint64        done;
  guint64        total;
};

static gboolean
look_cb (gpointer user_data)
{
  XbProgressMeter *self = user_data;
  guint64 done;
  guint64 total;

  g_mutex_lock (&self->mutex);
  done = self->done;
  total = self->total;
  g_mutex_unlock (&self->mutex);
  self->func (done, total, self->data);
  return G_SOURCE_CONTINUE;
}

/**
 * xb_progress_meter_new:
 * @func: (nullable): who wants to know, on the main thread
 *
 * Returns: (transfer full): a new progress; made and freed on the main thread
 */
XbProgressMeter *
xb_progress_meter_new (XbProgressFunc func,
                 gpointer       data)
{
  XbProgressMeter *self = g_new0 (XbProgressMeter, 1);

  self->func = func;
  self->data = data;
  g_mutex_init (&self->mutex);
  if (func != NULL)
    {
      self->timer = g_timeout_source_new (1000 / LOOKS_PER_SECOND);
      g_source_set_callback (self->timer, look_cb, self, NULL);
      g_source_attach (self->timer, NULL);
    }
  return self;
}

/** xb_progress_meter_set: from any thread */
void
xb_progress_meter_set (XbProgressMeter *self,
                 guint64     done,
                 guint64     total)
{
  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->mutex);
}

void
xb_progress_meter_free (XbProgressMeter *self)
{
  if (self == NULL)
    return;
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
