/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-matrix-row.h"

G_BEGIN_DECLS

/**
 * XbMatrixSight:
 * @at: when a phone of that brand was last looked at; 0: never
 * @age: days since
 * @passed: it showed what was expected
 * @before: it did the time before that
 * @item: of which inspection's item; 0: the photo of an acceptance
 *
 * 谁看见什么: what one brand of phone shows for a number on a platform.
 */
typedef struct
{
  XbSight  state;
  gint64   at;
  int      age;
  gboolean passed;
  gboolean before;
  gint64   item;
} XbMatrixSight;

XbSight     xb_sight_judge           (const char    *seen_on,
                                      gboolean       passed,
                                      gboolean       before,
                                      const char    *today);
void        xb_matrix_row_get_sight  (XbMatrixRow   *self,
                                      XbHandset      handset,
                                      const char    *today,
                                      XbMatrixSight *sight);
const char *xb_sight_get_title       (XbSight        sight);

G_END_DECLS
