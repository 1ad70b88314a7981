/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbNumberRate:
 * @calls: of which is known whether they were answered
 *
 * How many of its calls were answered, of one number among those that an inspection looks at together.
 */
typedef struct
{
  char   *e164;
  gint64  answered;
  gint64  calls;
} XbNumberRate;

GPtrArray *xb_number_rates_parse     (const char         *packed);
gboolean   xb_number_rate_is_low     (const XbNumberRate *self);
char      *xb_number_rate_dup_words  (const XbNumberRate *self);

G_END_DECLS
