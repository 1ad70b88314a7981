/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-effect-day.h"

struct _XbEffectDay
{
  GObject    parent_instance;
  XbDayUsed  used;
  char      *why;
};

G_DEFINE_FINAL_TYPE (XbEffectDay, xb_effect_day, G_TYPE_OBJECT)

static void
xb_effect_day_finalize (GObject *object)
{
  g_free (XB_EFFECT_DAY (object)->why);
  G_OBJECT_CLASS (xb_effect_day_parent_class)->finalize (object);
}

static void
xb_effect_day_class_init (XbEffectDayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_effect_day_finalize;
}

static void
xb_effect_day_init (XbEffectDay *self)
{
}

/** xb_effect_day_new: @why: (nullable): why it does not count */
XbEffectDay *
xb_effect_day_new (const XbDayUsed *used,
                   const char      *why)
{
  XbEffectDay *self = g_object_new (XB_TYPE_EFFECT_DAY, NULL);

  self->used = *used;
  self->why = g_strdup (why);
  return self;
}

const XbDayUsed *
xb_effect_day_get_used (XbEffectDay *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_DAY (self), NULL);

  return &self->used;
}

/** xb_effect_day_get_why: Returns: (nullable): why it does not count; %NULL: it does */
const char *
xb_effect_day_get_why (XbEffectDay *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_DAY (self), NULL);

  return self->why;
}
