/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-layer-doctor.h"

/* A mark is what phones show. A block is what the operator's network does, a police case what stands behind some of
 * those: no appeal to a marking platform lifts either. */

enum
{
  ASKED_BY_POLICE,
  CANNOT_CALL_OUT,
  DOES_NOT_RING,
  OTHERS_RING,
  MARK_IS_SEEN,
};

static const char *const questions[XB_LAYER_QUESTIONS] = {
  [ASKED_BY_POLICE] = N_("Did the police or an anti-fraud centre write or call about this number?"),
  [CANNOT_CALL_OUT] = N_("Is the number itself stopped: it reaches nobody at all, or the operator sent a notice?"),
  [DOES_NOT_RING] = N_("Do calls end before the other phone rings (engaged at once, “cannot be connected”)?"),
  [OTHERS_RING] = N_("Does another number of yours reach the same phone?"),
  [MARK_IS_SEEN] = N_("Does a ringing phone show a mark, such as 骚扰 or 广告推销?"),
};

static const XbLayerAdvice advices[] = {
  { XB_LAYER_UNKNOWN, N_("Not clear yet"),
    N_("Call two phones of different operators and of different makers, note what each shows and whether it rings, and answer again.") },
  { XB_LAYER_MARK, N_("A mark"),
    N_("The call gets through, phones only show a mark: appeal to the platforms below. It is free.") },
  { XB_LAYER_OPERATOR, N_("Blocked by the operator"),
    N_("No appeal to a marking platform lifts this. Call the operator of the number (10086, 10010 or 10000) and ask for the "
       "reason and the way back; if nothing comes of it, complain to 12381. Marks can be appealed beside it.") },
  { XB_LAYER_POLICE, N_("A matter for the police"),
    N_("No appeal to a marking platform lifts this, and nobody can sell a way around it. Call 96110, go to the anti-fraud "
       "centre with licence and contracts, and have the operator confirm the release.") },
};

/** xb_layer_doctor_get_question: Returns: (transfer none): to be answered with yes, no or not known */
const char *
xb_layer_doctor_get_question (guint index)
{
  g_return_val_if_fail (index < XB_LAYER_QUESTIONS, "");

  return _(questions[index]);
}

/** xb_layer_get_advice: Returns: what is to be said about @layer */
XbLayerAdvice
xb_layer_get_advice (XbLayer layer)
{
  XbLayerAdvice advice = advices[layer < G_N_ELEMENTS (advices) ? layer : XB_LAYER_UNKNOWN];

  advice.title = _(advice.title);
  advice.advice = _(advice.advice);
  return advice;
}

/**
 * xb_layer_doctor_judge:
 * @answers: (array fixed-size=5): one for each question
 *
 * The heaviest layer that an answer speaks for comes first: to take a police case for a mark costs days.
 *
 * Returns: where the trouble is, and whom to call
 */
XbLayerAdvice
xb_layer_doctor_judge (const XbLayerAnswer *answers)
{
  if (answers[ASKED_BY_POLICE] == XB_LAYER_ANSWER_YES)
    return xb_layer_get_advice (XB_LAYER_POLICE);
  if (answers[CANNOT_CALL_OUT] == XB_LAYER_ANSWER_YES)
    return xb_layer_get_advice (XB_LAYER_OPERATOR);
  /* A phone that rings for no number of ours is off, or has blocked us all: that says nothing about this one. */
  if (answers[DOES_NOT_RING] == XB_LAYER_ANSWER_YES && answers[OTHERS_RING] == XB_LAYER_ANSWER_YES)
    return xb_layer_get_advice (XB_LAYER_OPERATOR);
  if (answers[MARK_IS_SEEN] == XB_LAYER_ANSWER_YES && answers[DOES_NOT_RING] != XB_LAYER_ANSWER_YES)
    return xb_layer_get_advice (XB_LAYER_MARK);
  return xb_layer_get_advice (XB_LAYER_UNKNOWN);
}
