/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbAreaCode:
 * @length: digits of the code without the leading 0; 0: there is no such code
 * @eight: every local number there has eight digits; otherwise seven or eight
 * @merged_into: (nullable): the code that replaced this retired one, with its leading 0
 */
typedef struct
{
  guint8      length;
  gboolean    eight;
  const char *merged_into;
} XbAreaCode;

XbAreaCode xb_area_code_find       (const char *digits,
                                    guint       n);
guint      xb_country_code_length (const char *digits,
                                   guint       n);

G_END_DECLS
