/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-plan-private.h"

static void
join_free (gpointer data)
{
  XbLabelJoin *join = data;

  g_free (join->number);
  g_free (join->text);
  g_free (join->show_on);
  g_free (join);
}

static void
clash_free (gpointer data)
{
  XbLabelClash *clash = data;

  g_free (clash->number);
  g_free (clash->text);
  g_free (clash->from);
  g_free (clash->until);
  g_free (clash);
}

static void
platform_plan_free (gpointer data)
{
  XbLabelPlatformPlan *platform = data;

  g_free (platform->platform);
  g_free (platform->name);
  g_free (platform->year_from);
  g_free (platform->year_until);
  g_free (platform->file_by);
  g_free (platform->shows_from);
  g_free (platform->restore_by);
  g_free (platform->returns_from);
  g_ptr_array_unref (platform->joins);
  g_free (platform);
}

void
xb_label_plan_free (XbLabelPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->until);
  g_free (self->returns);
  g_ptr_array_unref (self->platforms);
  g_ptr_array_unref (self->clashes);
  g_free (self);
}

/** xb_label_plan_new: Returns: (transfer full): a plan of nothing */
XbLabelPlan *
xb_label_plan_new (void)
{
  XbLabelPlan *self = g_new0 (XbLabelPlan, 1);

  self->platforms = g_ptr_array_new_with_free_func (platform_plan_free);
  self->clashes = g_ptr_array_new_with_free_func (clash_free);
  return self;
}

/** xb_label_platform_plan_new: Returns: (transfer none): a new entry of @plan */
XbLabelPlatformPlan *
xb_label_platform_plan_new (XbLabelPlan *plan,
                            const char  *key,
                            const char  *name)
{
  XbLabelPlatformPlan *platform = g_new0 (XbLabelPlatformPlan, 1);

  platform->platform = g_strdup (key);
  platform->name = g_strdup (name);
  platform->joins = g_ptr_array_new_with_free_func (join_free);
  g_ptr_array_add (plan->platforms, platform);
  return platform;
}

/** xb_label_join_new: @number: (transfer full); Returns: (transfer full) */
XbLabelJoin *
xb_label_join_new (gint64      change,
                   gint64      number_id,
                   char       *number,
                   const char *text,
                   const char *show_on)
{
  XbLabelJoin *join = g_new0 (XbLabelJoin, 1);

  join->change = change;
  join->number_id = number_id;
  join->number = number;
  join->text = g_strdup (text);
  join->show_on = g_strdup (show_on);
  return join;
}
