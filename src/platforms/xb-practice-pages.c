/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-practice-pages.h"
#include "xb-practice-review.h"

/* A nonce older than twice the clock's tolerance comes with a timestamp that is refused anyway. */
#define NONCE_KEPT 600

static void
acknowledged_free (gpointer data)
{
  XbPracticeAcknowledged *self = data;

  g_free (self->request);
  g_free (self->body);
  g_free (self);
}

/** xb_practice_pages_init: makes @self empty, whatever it held */
void
xb_practice_pages_init (XbPracticePages *self)
{
  *self = (XbPracticePages) { .label_takes_down = TRUE };
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_practice_case_free);
  self->materials = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) xb_practice_material_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, acknowledged_free);
  self->nonces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/** xb_practice_pages_clear: frees what @self holds */
void
xb_practice_pages_clear (XbPracticePages *self)
{
  g_clear_pointer (&self->key_id, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->materials, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->nonces, g_hash_table_unref);
}

/** xb_practice_pages_find_case: Returns: (transfer none) (nullable): the case of that number */
XbPracticeCase *
xb_practice_pages_find_case (XbPracticePages *self,
                             const char      *case_no)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      XbPracticeCase *filed = g_ptr_array_index (self->cases, i);

      if (g_str_equal (filed->case_no, case_no))
        return filed;
    }
  return NULL;
}

/** xb_practice_pages_find_holder: Returns: (transfer none) (nullable): the case that holds @number now */
XbPracticeCase *
xb_practice_pages_find_holder (XbPracticePages *self,
                               const char      *number)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      XbPracticeCase *filed = g_ptr_array_index (self->cases, i);

      if (xb_practice_case_holds_number (filed) && g_str_equal (filed->number, number))
        return filed;
    }
  return NULL;
}

/**
 * xb_practice_pages_find_next:
 * @due: (out): practice time at which it changes by itself; %G_MAXINT64: never
 *
 * Returns: (transfer none) (nullable): the case that changes first
 */
XbPracticeCase *
xb_practice_pages_find_next (XbPracticePages *self,
                             gint64          *due)
{
  XbPracticeCase *first = NULL;

  *due = G_MAXINT64;
  for (guint i = 0; i < self->cases->len; i++)
    {
      XbPracticeCase *filed = g_ptr_array_index (self->cases, i);
      gint64 at = xb_practice_case_next_due (filed);

      if (at < *due)
        {
          first = filed;
          *due = at;
        }
    }
  return first;
}

static void
teach_handset (XbPracticeCase *filed)
{
  filed->learned++;
  if (filed->sync_fails && filed->learned >= XB_N_PRACTICE_HANDSETS / 2)
    {
      xb_practice_case_add_finding (filed, XB_PRACTICE_SYNC_FAILED, NULL);
      filed->stage = XB_PRACTICE_FAILED;
    }
  else if (filed->learned == XB_N_PRACTICE_HANDSETS)
    {
      filed->stage = XB_PRACTICE_SHOWN;
    }
}

static void
take_label_step (XbPracticeCase *filed,
                 gint64          due)
{
  XbPracticeLabel *change = filed->change;
  XbPracticeReason reason = XB_PRACTICE_LABEL_TOO_LONG;

  if (change->stage == XB_PRACTICE_LABEL_REVIEWING)
    {
      change->decided = due;
      change->stage = xb_practice_review_label (filed, change->text, &reason) ? XB_PRACTICE_LABEL_SYNCING
                                                                              : XB_PRACTICE_LABEL_REFUSED;
      change->reason = reason;
      return;
    }
  change->learned++;
  if (change->learned < XB_N_PRACTICE_HANDSETS)
    return;
  change->stage = XB_PRACTICE_LABEL_SHOWN;
  g_free (filed->label);
  filed->label = *change->text != '\0' ? g_strdup (change->text) : NULL;
}

/** xb_practice_pages_take_step: lets @filed change as it is due at practice time @due */
void
xb_practice_pages_take_step (XbPracticePages *self,
                             XbPracticeCase  *filed,
                             gint64           due)
{
  self->dirty = TRUE;
  if (xb_practice_case_label_is_next (filed))
    {
      take_label_step (filed, due);
      return;
    }
  switch (filed->stage)
    {
    case XB_PRACTICE_RECEIVED:
      filed->stage = XB_PRACTICE_REVIEWING;
      break;
    case XB_PRACTICE_REVIEWING:
      filed->decided = due;
      filed->stage = xb_practice_review_decide (filed, self->materials,
                                                xb_practice_pages_find_holder (self, filed->number) != NULL);
      break;
    case XB_PRACTICE_PASSED:
      filed->stage = XB_PRACTICE_SYNCING;
      break;
    case XB_PRACTICE_SYNCING:
      teach_handset (filed);
      break;
    case XB_PRACTICE_SHOWN:
      filed->stage = XB_PRACTICE_LAPSED;
      break;
    case XB_PRACTICE_NEED_MORE:
    case XB_PRACTICE_REFUSED:
    case XB_PRACTICE_FAILED:
    case XB_PRACTICE_WITHDRAWN:
    case XB_PRACTICE_LAPSED:
    case XB_N_PRACTICE_STAGES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * xb_practice_pages_keep_material:
 * @material: (transfer full):
 *
 * Returns: (transfer none): @material, or the same one from before
 */
XbPracticeMaterial *
xb_practice_pages_keep_material (XbPracticePages    *self,
                                 XbPracticeMaterial *material)
{
  XbPracticeMaterial *before = g_hash_table_lookup (self->materials, material->id);

  if (before != NULL)
    {
      xb_practice_material_free (material);
      return before;
    }
  g_hash_table_insert (self->materials, material->id, material);
  self->dirty = TRUE;
  return material;
}

/** xb_practice_pages_find_answer: Returns: (transfer none) (nullable): what was answered to @key */
XbPracticeAcknowledged *
xb_practice_pages_find_answer (XbPracticePages *self,
                               const char      *key)
{
  return g_hash_table_lookup (self->answers, key);
}

void
xb_practice_pages_remember_answer (XbPracticePages *self,
                                   const char      *key,
                                   const char      *request,
                                   const char      *body)
{
  XbPracticeAcknowledged *answer = g_new0 (XbPracticeAcknowledged, 1);

  answer->request = g_strdup (request);
  answer->body = g_strdup (body);
  g_hash_table_insert (self->answers, g_strdup (key), answer);
  self->dirty = TRUE;
}

static gboolean
is_old_nonce (gpointer key,
              gpointer value,
              gpointer user_data)
{
  return *(gint64 *) value < *(gint64 *) user_data;
}

/**
 * xb_practice_pages_use_nonce:
 * @now: UTC seconds of the computer's clock
 *
 * Remembers @nonce as seen. It reaches the disk with the next change: a reading request repeated after a crash
 * tells nothing new and changes nothing.
 *
 * Returns: whether it was new
 */
gboolean
xb_practice_pages_use_nonce (XbPracticePages *self,
                             const char      *nonce,
                             gint64           now)
{
  gint64 oldest = now - NONCE_KEPT;

  g_hash_table_foreach_remove (self->nonces, is_old_nonce, &oldest);
  if (g_hash_table_contains (self->nonces, nonce))
    return FALSE;
  g_hash_table_insert (self->nonces, g_strdup (nonce), g_memdup2 (&now, sizeof now));
  return TRUE;
}
