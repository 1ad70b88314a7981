/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-practice-label.h"
#include "xb-practice-review.h"

#define SYNC_FOR (1 * XB_PRACTICE_WORKDAY)

static const char *const words[XB_N_PRACTICE_LABEL_STAGES] = {
  [XB_PRACTICE_LABEL_REVIEWING] = "REVIEWING",
  [XB_PRACTICE_LABEL_SYNCING] = "SYNCING",
  [XB_PRACTICE_LABEL_SHOWN] = "SHOWN",
  [XB_PRACTICE_LABEL_REFUSED] = "REFUSED",
};

/**
 * xb_practice_label_new:
 * @elapsed: practice time of the request
 * @at: its wall instant
 *
 * Returns: (transfer full): a change that waits for its reviewer
 */
XbPracticeLabel *
xb_practice_label_new (const char *text,
                       gboolean    takes_down,
                       gint64      elapsed,
                       gint64      at)
{
  XbPracticeLabel *self = g_new0 (XbPracticeLabel, 1);

  self->text = g_strdup (text);
  self->takes_down = takes_down;
  self->review_due = elapsed + XB_PRACTICE_WORKDAY;
  self->at = at;
  return self;
}

/** xb_practice_label_free: frees @self */
void
xb_practice_label_free (XbPracticeLabel *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/** xb_practice_label_get_word: Returns: the platform's word for how it stands */
const char *
xb_practice_label_get_word (XbPracticeLabel *self)
{
  return words[self->stage];
}

/** xb_practice_label_is_open: @self: (nullable); Returns: whether something is still to come of it */
gboolean
xb_practice_label_is_open (XbPracticeLabel *self)
{
  return self != NULL && (self->stage == XB_PRACTICE_LABEL_REVIEWING || self->stage == XB_PRACTICE_LABEL_SYNCING);
}

/** xb_practice_label_next_due: @self: (nullable); Returns: practice time of its next step; %G_MAXINT64: none */
gint64
xb_practice_label_next_due (XbPracticeLabel *self)
{
  if (!xb_practice_label_is_open (self))
    return G_MAXINT64;
  if (self->stage == XB_PRACTICE_LABEL_REVIEWING)
    return self->review_due;
  return self->decided + SYNC_FOR * (gint64) (self->learned + 1) / XB_N_PRACTICE_HANDSETS;
}

/** xb_practice_label_last_due: Returns: practice time at which its stage should be over */
gint64
xb_practice_label_last_due (XbPracticeLabel *self)
{
  return self->stage == XB_PRACTICE_LABEL_REVIEWING ? self->review_due : self->decided + SYNC_FOR;
}

/** xb_practice_label_has_learned: @self: (nullable); @handset: its place in the order in which they learn */
gboolean
xb_practice_label_has_learned (XbPracticeLabel *self,
                               guint            handset)
{
  return self != NULL && self->stage == XB_PRACTICE_LABEL_SYNCING && handset < self->learned;
}

/** xb_practice_label_hides: @self: (nullable); Returns: whether @handset shows nothing because of it */
gboolean
xb_practice_label_hides (XbPracticeLabel *self,
                         guint            handset)
{
  return xb_practice_label_is_open (self) && self->takes_down && !xb_practice_label_has_learned (self, handset);
}

/** xb_practice_label_read_book: Returns: (transfer full): what xb_practice_label_write_book() wrote */
XbPracticeLabel *
xb_practice_label_read_book (JsonObject    *object,
                             XbJsonProblem *problem)
{
  const char *where = "label_change";
  const char *word = xb_json_string (object, where, "state", XB_JSON_REQUIRED, problem);
  const char *text = xb_json_string (object, where, "label", XB_JSON_REQUIRED, problem);
  XbPracticeLabel *self = xb_practice_label_new (text != NULL ? text : "", FALSE, 0, 0);
  const char *code = xb_json_string (object, where, "reason", XB_JSON_OPTIONAL, problem);
  XbPracticeReason reason = XB_PRACTICE_LABEL_TOO_LONG;
  gboolean known = FALSE;

  for (guint i = 0; i < XB_N_PRACTICE_LABEL_STAGES && !known; i++)
    {
      known = g_strcmp0 (words[i], word) == 0;
      self->stage = i;
    }
  if (!known || (code != NULL && !xb_practice_reason_from_code (code, &reason)))
    xb_json_problem_note (problem, where, "state", "a known state", FALSE);
  self->reason = reason;
  self->takes_down = xb_json_boolean (object, where, "takes_down", XB_JSON_REQUIRED, problem);
  self->review_due = xb_json_integer (object, where, "review_due", XB_JSON_REQUIRED, problem);
  self->decided = xb_json_integer (object, where, "decided", XB_JSON_REQUIRED, problem);
  self->learned = CLAMP (xb_json_integer (object, where, "learned", XB_JSON_REQUIRED, problem), 0,
                         XB_N_PRACTICE_HANDSETS);
  self->at = xb_json_integer (object, where, "at", XB_JSON_REQUIRED, problem);
  return self;
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_state (XbPracticeLabel *self,
           JsonBuilder     *builder)
{
  add_text (builder, "label", self->text);
  add_text (builder, "state", words[self->stage]);
  json_builder_set_member_name (builder, "takes_down");
  json_builder_add_boolean_value (builder, self->takes_down);
}

/** xb_practice_label_write_book: @self: (nullable); adds the value of one member */
void
xb_practice_label_write_book (XbPracticeLabel *self,
                              JsonBuilder     *builder)
{
  if (self == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_state (self, builder);
  add_text (builder, "reason", self->stage == XB_PRACTICE_LABEL_REFUSED ? xb_practice_reason_get_code (self->reason)
                                                                        : NULL);
  add_integer (builder, "review_due", self->review_due);
  add_integer (builder, "decided", self->decided);
  add_integer (builder, "learned", self->learned);
  add_integer (builder, "at", self->at);
  json_builder_end_object (builder);
}

static void
add_reasons (XbPracticeLabel *self,
             JsonBuilder     *builder)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  if (self->stage == XB_PRACTICE_LABEL_REFUSED)
    {
      json_builder_begin_object (builder);
      add_text (builder, "code", xb_practice_reason_get_code (self->reason));
      add_text (builder, "message", xb_practice_reason_get_message (self->reason));
      add_text (builder, "field", "label");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/** xb_practice_label_write_answer: @self: (nullable); @expected_day: (nullable); adds the value of one member */
void
xb_practice_label_write_answer (XbPracticeLabel *self,
                                const char      *expected_day,
                                JsonBuilder     *builder)
{
  g_autofree char *at = NULL;

  if (self == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  at = xb_instant_format (self->at);
  json_builder_begin_object (builder);
  add_state (self, builder);
  add_reasons (self, builder);
  add_text (builder, "at", at);
  add_text (builder, "expected_day", expected_day);
  json_builder_end_object (builder);
}
