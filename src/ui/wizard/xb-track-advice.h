/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-certification.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/**
 * XbTrackAdvice:
 * @text: what to do now, one or two sentences
 * @verb: (nullable): the one button; %NULL: nothing to do
 * @action: (nullable): what it activates
 * @day: (nullable): by when something is expected
 *
 * What the page says at its head.
 */
typedef struct
{
  char       *text;
  const char *verb;
  const char *action;
  const char *day;
} XbTrackAdvice;

XbTrackAdvice *xb_track_advice_new  (XbWorkspace     *workspace,
                                     XbCertification *certification);
void           xb_track_advice_free (XbTrackAdvice   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbTrackAdvice, xb_track_advice_free)

gboolean       xb_track_is_manual   (XbWorkspace     *workspace,
                                     XbCertification *certification);

G_END_DECLS
