/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform.h"
#include "xb-workdays.h"

G_BEGIN_DECLS

/**
 * XbTerm:
 * @known: whether the platform's time is known at all; if not, no day is given
 * @earliest: (nullable): the day of the shortest time, when that is known
 * @expected: (nullable): the day of the longest time; of the shortest when no longest is known
 * @estimated: a day of it lies in a year whose working days are not published yet
 * @indicative: the time is not the platform's own word: to be confirmed with it
 * @why: one sentence, translated: from what it was counted, or that the platform must be asked
 *
 * By when something is to be expected. Days are ISO dates in China.
 */
typedef struct
{
  gboolean known;
  char    *earliest;
  char    *expected;
  gboolean estimated;
  gboolean indicative;
  char    *why;
} XbTerm;

void      xb_term_free           (XbTerm      *self);

XbTerm   *xb_terms_review        (XbPlatform  *platform,
                                  XbWorkdays  *workdays,
                                  gint64       submitted_at,
                                  gboolean     expedite,
                                  GError     **error);
XbTerm   *xb_terms_sync          (XbPlatform  *platform,
                                  XbWorkdays  *workdays,
                                  gint64       approved_at,
                                  GError     **error);
XbTerm   *xb_terms_appeal        (XbPlatform  *platform,
                                  XbWorkdays  *workdays,
                                  gint64       filed_at,
                                  GError     **error);
char     *xb_terms_dup_expires   (XbPlatform  *platform,
                                  const char  *approved_on);

gboolean  xb_terms_expedite_fee  (XbPlatform  *platform,
                                  gint64      *fen);
gboolean  xb_terms_annual_fee    (XbPlatform  *platform,
                                  gint64      *least,
                                  gint64      *most);
gboolean  xb_terms_edit_fee      (XbPlatform  *platform,
                                  guint        edits_this_year,
                                  gint64      *least,
                                  gint64      *most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbTerm, xb_term_free)

G_END_DECLS
