/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-business.h"
#include "xb-check-item.h"

G_BEGIN_DECLS

/**
 * XbPrecheck:
 * @business: (nullable): the business, if it was entered
 * @materials: (element-type XbMaterial): what is on record
 * @ndas: (element-type XbNda): of this platform alone
 * @platform_name: as people read it
 * @kind: of the platform
 * @needed: bits of #XbMaterialType without which the platform takes nothing
 * @welcome: bits of what it takes as well
 * @letter_in_kit: the authorisation letter is written with the kit, signed on paper
 * @must_contain: (nullable): what the platform wants in the company's name, such as 公司
 * @display_name: (nullable): the name to be shown
 * @name_max: longest name in characters; 0: unknown
 * @label: (nullable): the label to be shown
 * @label_max: longest label; 0: unknown
 * @label_wide: a Chinese character of the label counts two
 * @n_numbers: how many numbers were chosen
 * @today: ISO date
 *
 * Everything that the rules look at before a submission.
 */
typedef struct
{
  XbBusiness     *business;
  GPtrArray      *materials;
  GPtrArray      *ndas;
  const char     *platform_name;
  XbPlatformKind  kind;
  guint           needed;
  guint           welcome;
  gboolean        letter_in_kit;
  const char     *must_contain;
  const char     *display_name;
  int             name_max;
  const char     *label;
  int             label_max;
  gboolean        label_wide;
  guint           n_numbers;
  const char     *today;
} XbPrecheck;

GPtrArray *xb_precheck_run         (const XbPrecheck *self);
char      *xb_precheck_dup_missing (GPtrArray        *items);

G_END_DECLS
