/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-practice-faults.h"

/* Faults on demand live in memory alone: a restart heals everything. */
struct _XbPracticeFaults
{
  GQueue waiting; /* of XbPracticeFault, oldest first */
};

static const struct
{
  const char          *word;
  XbPracticeFaultKind  kind;
} kinds[] = {
  { "delay", XB_PRACTICE_FAULT_DELAY },
  { "rate-limit", XB_PRACTICE_FAULT_RATE_LIMIT },
  { "server-error", XB_PRACTICE_FAULT_SERVER_ERROR },
  { "cut", XB_PRACTICE_FAULT_CUT },
  { "wrong-json", XB_PRACTICE_FAULT_WRONG_JSON },
  { "sync-failed", XB_PRACTICE_FAULT_SYNC },
};

static void
fault_free (gpointer data)
{
  XbPracticeFault *fault = data;

  g_free (fault->method);
  g_free (fault->path_prefix);
  g_free (fault);
}

/** xb_practice_faults_new: Returns: (transfer full): no faults yet */
XbPracticeFaults *
xb_practice_faults_new (void)
{
  XbPracticeFaults *self = g_new0 (XbPracticeFaults, 1);

  g_queue_init (&self->waiting);
  return self;
}

/** xb_practice_faults_free: frees @self */
void
xb_practice_faults_free (XbPracticeFaults *self)
{
  g_queue_clear_full (&self->waiting, fault_free);
  g_free (self);
}

/**
 * xb_practice_faults_add:
 * @fault: copied; applies to the next @times requests that fit, after the faults added before
 */
void
xb_practice_faults_add (XbPracticeFaults      *self,
                        const XbPracticeFault *fault)
{
  XbPracticeFault *copy;

  g_return_if_fail (fault->kind != XB_PRACTICE_FAULT_NONE && fault->times > 0);

  copy = g_new0 (XbPracticeFault, 1);
  *copy = *fault;
  copy->method = g_strdup (fault->method);
  copy->path_prefix = g_strdup (fault->path_prefix != NULL ? fault->path_prefix : "");
  g_queue_push_tail (&self->waiting, copy);
}

/**
 * xb_practice_faults_take:
 *
 * Takes one time off the oldest fault that fits the request.
 *
 * Returns: that fault without its texts, or one of %XB_PRACTICE_FAULT_NONE
 */
XbPracticeFault
xb_practice_faults_take (XbPracticeFaults *self,
                         const char       *method,
                         const char       *path)
{
  XbPracticeFault taken = { XB_PRACTICE_FAULT_NONE };

  for (GList *link = self->waiting.head; link != NULL; link = link->next)
    {
      XbPracticeFault *fault = link->data;

      if (!g_str_has_prefix (path, fault->path_prefix)
          || (fault->method != NULL && g_strcmp0 (fault->method, method) != 0))
        continue;
      taken = *fault;
      taken.method = NULL;
      taken.path_prefix = NULL;
      if (--fault->times == 0)
        {
          fault_free (fault);
          g_queue_delete_link (&self->waiting, link);
        }
      break;
    }
  return taken;
}

/** xb_practice_fault_from_word: Returns: whether @word names a fault */
gboolean
xb_practice_fault_from_word (const char          *word,
                             XbPracticeFaultKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/** xb_practice_fault_is_after: Returns: whether the request is processed where nobody says otherwise */
gboolean
xb_practice_fault_is_after (XbPracticeFaultKind kind)
{
  return kind == XB_PRACTICE_FAULT_CUT || kind == XB_PRACTICE_FAULT_WRONG_JSON;
}
