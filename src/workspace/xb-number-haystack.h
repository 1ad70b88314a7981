/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

/**
 * XbNumberSearch:
 * @digits: (nullable): a part of a number, as xb_search_dup_digits() gives it; one that begins with 0 may also be the
 *   beginning of a fixed line with its area code
 * @use: a part of the use, where @digits is %NULL; letters of a to z fit in either case
 * @health: an #XbHealth, or -1 for any
 *
 * What is looked for among the numbers of the register.
 */
typedef struct
{
  const char *digits;
  const char *use;
  int         health;
} XbNumberSearch;

/* All numbers of the register as far as a search looks at them, at one moment: some 30 bytes each. */
typedef struct _XbNumberHaystack XbNumberHaystack;

XbNumberHaystack *xb_number_haystack_read (XbDb                   *db,
                                           GError                **error);
void              xb_number_haystack_free (XbNumberHaystack       *self);
GArray           *xb_number_haystack_find (const XbNumberHaystack *self,
                                           const XbNumberSearch   *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbNumberHaystack, xb_number_haystack_free)

G_END_DECLS
