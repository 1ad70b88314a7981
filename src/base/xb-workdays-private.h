/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "xb-day.h"

G_BEGIN_DECLS

/**
 * XbSpecialDay:
 * @work: a make-up day; otherwise a day off
 * @name: the holiday it belongs to
 *
 * A day on which the weekday does not decide.
 */
typedef struct
{
  gboolean work;
  char    *name;
} XbSpecialDay;

/**
 * XbCalendar:
 * @years: (element-type guint utf8): each year that has a calendar, and the number of its notice
 * @days: (element-type guint32 XbSpecialDay): by julian day
 */
typedef struct
{
  GHashTable *years;
  GHashTable *days;
} XbCalendar;

gboolean xb_calendar_read  (XbCalendar *self,
                            GBytes     *json,
                            GError    **error);
void     xb_calendar_clear (XbCalendar *self);

G_END_DECLS
