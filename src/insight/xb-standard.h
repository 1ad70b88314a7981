/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbEffect:
 * @XB_EFFECT_UP: proven to have risen: the whole interval lies above 0
 * @XB_EFFECT_DOWN: proven to have fallen: the whole interval lies below 0
 * @XB_EFFECT_NO_DIFFERENCE: proven that nothing happened that matters: the interval has 0 in it and stays
 *   within the relevant difference to both sides
 * @XB_EFFECT_TOO_FEW_CALLS: nothing is proven, neither a difference nor its absence
 *
 * That no difference was found is no proof that there is none (D. G. Altman and J. M. Bland, Absence of evidence is
 * not evidence of absence, BMJ 311 (1995) 485), so these are two answers. The second is given as in a test of
 * equivalence by inclusion of the interval (W. J. Westlake, Biometrics 32 (1976) 741–744).
 *
 * A rise or fall is also not claimed from a handful of calls: each of the four counts, answered or not on either side,
 * must be expected to be 5 at least (W. G. Cochran, Some methods for strengthening the common χ² tests, Biometrics
 * 10 (1954) 417–451).
 */
typedef enum
{
  XB_EFFECT_UP,
  XB_EFFECT_DOWN,
  XB_EFFECT_NO_DIFFERENCE,
  XB_EFFECT_TOO_FEW_CALLS,
} XbEffect;

/**
 * XbStandard:
 * @level: how sure an interval is to be, such as 0.95
 * @relevant: the smallest difference of two rates that matters, as a share of 1; 0.05 is 5 percentage points
 * @relevant_share: the smallest change of a count for each call that matters, as a share of what it was: 0.15
 *   is what the trade claims for inquiries after a change of label (15–20 %)
 *
 * What is asked of a proof.
 */
typedef struct
{
  double level;
  double relevant;
  double relevant_share;
} XbStandard;

#define XB_STANDARD_USUAL ((XbStandard) { 0.95, 0.05, 0.15 })

/* Counts expected to be smaller than this prove nothing (Cochran). */
#define XB_STANDARD_LEAST_EXPECTED 5

const char *xb_effect_get_nick   (XbEffect          effect);
gboolean    xb_standard_is_valid (const XbStandard *self);

G_END_DECLS
