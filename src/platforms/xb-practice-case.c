/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-clock.h"
#include "xb-practice-case.h"
#include "xb-workdays.h"

#define HOUR 3600
#define RECEIVED_FOR (1 * HOUR)
#define EXPEDITED_FOR (12 * HOUR)
#define PASSED_FOR (4 * HOUR)
#define SYNC_FOR (3 * XB_PRACTICE_WORKDAY)
#define VALID_FOR (250 * XB_PRACTICE_WORKDAY) /* about as many working days as a year has */

static const char *const words[XB_N_PRACTICE_STAGES] = {
  [XB_PRACTICE_RECEIVED] = "RECEIVED",
  [XB_PRACTICE_REVIEWING] = "REVIEWING",
  [XB_PRACTICE_NEED_MORE] = "NEED_MORE",
  [XB_PRACTICE_REFUSED] = "REFUSED",
  [XB_PRACTICE_PASSED] = "PASSED",
  [XB_PRACTICE_SYNCING] = "SYNCING",
  [XB_PRACTICE_SHOWN] = "SHOWN",
  [XB_PRACTICE_FAILED] = "FAILED",
  [XB_PRACTICE_WITHDRAWN] = "WITHDRAWN",
  [XB_PRACTICE_LAPSED] = "LAPSED",
};

/* The order in which handsets learn a name. */
static const XbHandset handsets[XB_N_PRACTICE_HANDSETS] = {
  XB_HANDSET_HUAWEI, XB_HANDSET_HONOR, XB_HANDSET_XIAOMI, XB_HANDSET_OPPO,
  XB_HANDSET_VIVO, XB_HANDSET_SAMSUNG, XB_HANDSET_OTHER, XB_HANDSET_APPLE,
};

/** xb_practice_stage_get_word: Returns: the platform's word for @stage */
const char *
xb_practice_stage_get_word (XbPracticeStage stage)
{
  g_return_val_if_fail ((guint) stage < XB_N_PRACTICE_STAGES, NULL);

  return words[stage];
}

/** xb_practice_stage_from_word: Returns: whether @word is one of the platform's */
gboolean
xb_practice_stage_from_word (const char      *word,
                             XbPracticeStage *stage)
{
  for (guint i = 0; i < XB_N_PRACTICE_STAGES; i++)
    if (g_strcmp0 (words[i], word) == 0)
      {
        *stage = i;
        return TRUE;
      }
  return FALSE;
}

static void
paper_free (gpointer data)
{
  XbPracticePaper *paper = data;

  g_free (paper->material_id);
  g_free (paper->filename);
  g_free (paper);
}

static void
finding_free (gpointer data)
{
  XbPracticeFinding *finding = data;

  g_free (finding->field);
  g_free (finding);
}

/** xb_practice_case_new: Returns: (transfer full): an empty case */
XbPracticeCase *
xb_practice_case_new (void)
{
  XbPracticeCase *self = g_new0 (XbPracticeCase, 1);

  self->papers = g_ptr_array_new_with_free_func (paper_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  return self;
}

/** xb_practice_case_free: frees @self */
void
xb_practice_case_free (XbPracticeCase *self)
{
  g_free (self->case_no);
  g_free (self->business_name);
  g_free (self->uscc);
  g_free (self->letter_name);
  g_strfreev (self->brands);
  g_free (self->number);
  g_free (self->display_name);
  g_free (self->label);
  g_free (self->note);
  xb_practice_label_free (self->change);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

void
xb_practice_case_add_paper (XbPracticeCase *self,
                            XbMaterialType  type,
                            const char     *material_id,
                            const char     *filename)
{
  XbPracticePaper *paper = g_new0 (XbPracticePaper, 1);

  paper->type = type;
  paper->material_id = g_strdup (material_id);
  paper->filename = g_strdup (filename);
  g_ptr_array_add (self->papers, paper);
}

/** xb_practice_case_find_paper: Returns: (nullable): the paper of @type that was handed in last */
XbPracticePaper *
xb_practice_case_find_paper (XbPracticeCase *self,
                             XbMaterialType  type)
{
  for (guint i = self->papers->len; i > 0; i--)
    {
      XbPracticePaper *paper = g_ptr_array_index (self->papers, i - 1);

      if (paper->type == type)
        return paper;
    }
  return NULL;
}

void
xb_practice_case_add_finding (XbPracticeCase *self,
                              int             reason,
                              const char     *field)
{
  XbPracticeFinding *finding = g_new0 (XbPracticeFinding, 1);

  finding->reason = reason;
  finding->field = g_strdup (field);
  g_ptr_array_add (self->findings, finding);
}

/** xb_practice_case_start_review: a reviewer takes the case at practice time @elapsed */
void
xb_practice_case_start_review (XbPracticeCase *self,
                               gint64          elapsed)
{
  self->review_due = elapsed + (self->expedited ? EXPEDITED_FOR : XB_PRACTICE_WORKDAY);
}

/** xb_practice_case_hurry: from @elapsed on the case is expedited; it never takes longer by that */
void
xb_practice_case_hurry (XbPracticeCase *self,
                        gint64          elapsed)
{
  self->expedited = TRUE;
  self->review_due = MIN (self->review_due, elapsed + EXPEDITED_FOR);
}

/* The next stage of the case itself; the change of a label goes its own way beside it. */
static gint64
stage_due (XbPracticeCase *self)
{
  switch (self->stage)
    {
    case XB_PRACTICE_RECEIVED:
      return MIN (self->filed + RECEIVED_FOR, self->review_due);
    case XB_PRACTICE_REVIEWING:
      return self->review_due;
    case XB_PRACTICE_PASSED:
      return self->decided + PASSED_FOR;
    case XB_PRACTICE_SYNCING:
      return self->decided + PASSED_FOR
        + (SYNC_FOR - PASSED_FOR) * (gint64) (self->learned + 1) / XB_N_PRACTICE_HANDSETS;
    case XB_PRACTICE_SHOWN:
      return self->decided + VALID_FOR;
    case XB_PRACTICE_NEED_MORE:
    case XB_PRACTICE_REFUSED:
    case XB_PRACTICE_FAILED:
    case XB_PRACTICE_WITHDRAWN:
    case XB_PRACTICE_LAPSED:
    case XB_N_PRACTICE_STAGES:
    default:
      return G_MAXINT64;
    }
}

static gint64
label_due (XbPracticeCase *self)
{
  return xb_practice_case_holds_number (self) ? xb_practice_label_next_due (self->change) : G_MAXINT64;
}

/** xb_practice_case_next_due: Returns: practice time of the next change by itself; %G_MAXINT64: none */
gint64
xb_practice_case_next_due (XbPracticeCase *self)
{
  return MIN (stage_due (self), label_due (self));
}

/** xb_practice_case_label_is_next: Returns: whether it is the change of the label that goes on next */
gboolean
xb_practice_case_label_is_next (XbPracticeCase *self)
{
  return label_due (self) < stage_due (self);
}

/** xb_practice_handset_at: Returns: the handset that learns a name as number @index */
XbHandset
xb_practice_handset_at (guint index)
{
  g_return_val_if_fail (index < XB_N_PRACTICE_HANDSETS, XB_HANDSET_OTHER);

  return handsets[index];
}

/** xb_practice_case_has_learned: Returns: whether @handset shows the name of this case */
gboolean
xb_practice_case_has_learned (XbPracticeCase *self,
                              XbHandset       handset)
{
  if (self->stage != XB_PRACTICE_SYNCING && self->stage != XB_PRACTICE_SHOWN)
    return FALSE;
  for (guint i = 0; i < self->learned; i++)
    if (handsets[i] == handset)
      return !xb_practice_label_hides (self->change, i);
  return FALSE;
}

/** xb_practice_case_get_label_on: Returns: (nullable): the label that @handset shows, where it shows anything */
const char *
xb_practice_case_get_label_on (XbPracticeCase *self,
                               XbHandset       handset)
{
  for (guint i = 0; i < XB_N_PRACTICE_HANDSETS; i++)
    if (handsets[i] == handset && xb_practice_label_has_learned (self->change, i))
      return self->change->text;
  return self->label;
}

/** xb_practice_case_holds_number: Returns: whether nobody else can have the number now */
gboolean
xb_practice_case_holds_number (XbPracticeCase *self)
{
  return self->stage == XB_PRACTICE_PASSED || self->stage == XB_PRACTICE_SYNCING
    || self->stage == XB_PRACTICE_SHOWN;
}

/* The day of the business's own calendar on which practice time @elapsed falls for this case. */
static char *
dup_day (XbPracticeCase *self,
         gint64          elapsed)
{
  g_autofree char *start = xb_instant_to_day (self->filed_at);
  gint64 days = MAX (elapsed - self->filed, 0) / XB_PRACTICE_WORKDAY;

  return xb_workdays_add (xb_workdays_get_default (), start, MIN (days, XB_WORKDAYS_MOST), NULL, NULL);
}

/** xb_practice_case_dup_expected: Returns: (transfer full) (nullable): the day by which this stage is over */
char *
xb_practice_case_dup_expected (XbPracticeCase *self)
{
  switch (self->stage)
    {
    case XB_PRACTICE_RECEIVED:
    case XB_PRACTICE_REVIEWING:
      return dup_day (self, self->review_due);
    case XB_PRACTICE_PASSED:
    case XB_PRACTICE_SYNCING:
      return dup_day (self, self->decided + SYNC_FOR);
    case XB_PRACTICE_NEED_MORE:
    case XB_PRACTICE_REFUSED:
    case XB_PRACTICE_SHOWN:
    case XB_PRACTICE_FAILED:
    case XB_PRACTICE_WITHDRAWN:
    case XB_PRACTICE_LAPSED:
    case XB_N_PRACTICE_STAGES:
    default:
      return NULL;
    }
}

/** xb_practice_case_dup_label_expected: Returns: (transfer full) (nullable): when this stage of its change is over */
char *
xb_practice_case_dup_label_expected (XbPracticeCase *self)
{
  return xb_practice_label_is_open (self->change) ? dup_day (self, xb_practice_label_last_due (self->change)) : NULL;
}

/** xb_practice_case_dup_valid_until: Returns: (transfer full) (nullable): the last day of a granted name */
char *
xb_practice_case_dup_valid_until (XbPracticeCase *self)
{
  if (!xb_practice_case_holds_number (self))
    return NULL;
  return dup_day (self, self->decided + VALID_FOR);
}
